#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What adding an opportunity costs: keys and seconds by form, by link and by page, beside a row of a spreadsheet with the same facts.

Keys are asserted, seconds are only printed: a key with Ctrl is one, a letter is one, a click is one. The row of a spreadsheet: Ctrl+Down and Down to its
first free line, the letters of each cell, and Tab or Enter behind each; no lists, no dates of the day, which the form fills in besides.
"""
import re
import time

from foothold_case import FIXTURES, HELPERS, FootholdCase
import tap

FACTS = {"Title": "Poster for the spring fair", "Organisation": "Kulturhaus Gera", "Link": "https://kulturhaus.example/jobs/poster-for-the-spring-fair",
         "Hours": "8", "Fee": "300 EUR", "Deadline": "31 dec 2027"}
PAGE = FIXTURES / "pages" / "posting-leipzig.html"


class Adding(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        self.keys = self.clicks = 0
        self.start()
        self.find("entry", "Search")

    def press(self, *keys):
        self.keys += len(keys)
        self.key(*keys)

    def write(self, text):
        self.keys += len(text)
        self.type(text)

    def cards(self):
        return [n.name for n in self.app.node.all("list item") if "list.select" in n.actions]

    def there(self, title):
        self.until(lambda: any(title in name for name in self.cards()), lambda: f"a card {title!r}, there are {self.cards()}")

    def tell(self, way, since):
        print(f"# adding by {way}: {self.keys} keys, {self.clicks} clicks, {time.monotonic() - since:.1f} s by machine", flush=True)

    def row(self, pasted=()):
        """Keys of a spreadsheet's row with the same facts; a link that is pasted there too."""
        return 2 + sum(1 if name in pasted else len(text) for name, text in FACTS.items()) + len(FACTS)

    def test_form(self):
        """All six facts, typed; and all six with the link pasted, from which the form reads the title."""
        began = time.monotonic()
        self.press("ctrl+n")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        for n, text in enumerate(FACTS.values()):
            if n > 0:
                self.press("Tab")
            self.write(text)
        self.press("Return")
        self.there(FACTS["Title"])
        self.tell("form, all typed", began)
        print(f"# a spreadsheet's row of the same facts: {self.row()} keys", flush=True)
        self.assertLess(self.keys, self.row())

    def test_pay_is_taken_as_it_is_said(self):
        """What is paid for an hour is no fee for the whole; what cannot be read stays in the form."""
        self.press("ctrl+n")
        dialog = self.find("dialog", "Add Opportunity")
        dialog.find("text", "Title").wait_state("focused")
        self.write("Help with the archive")
        for _ in range(4):
            self.press("Tab")
        self.until(lambda: "focused" in dialog.find("text", "Fee").states, "the fee to be typed")
        self.write("20 EUR/box")
        self.press("Return")
        self.find("label", re.compile("^Write the fee like"))
        self.press("ctrl+a")
        self.write("20-25 EUR/h")
        self.press("Return")
        self.there("Help with the archive")
        self.assertIn("20–25\u00a0EUR an hour", self.cards()[0])
        self.assertNotIn("≈", self.cards()[0], "said twice")

    def test_closing_asks(self):
        """What was typed is not lost by closing: a question stands before it."""
        self.press("ctrl+n")
        dialog = self.find("dialog", "Add Opportunity")
        title = dialog.find("text", "Title").wait_state("focused")
        self.write("Help with the archive")
        self.press("Tab")                                          # in a field that was typed in, Escape takes that back first
        self.press("Escape")
        self.find("alert", "Add the Opportunity?")
        self.until(lambda: (f := self.app.focused()) and f.role != "text", "the keys in the question")
        self.press("Escape")
        self.gone("alert", "Add the Opportunity?")
        self.assertEqual(title.text, "Help with the archive")
        self.press("Escape")
        self.find("alert", "Add the Opportunity?").find("button", "Discard").act()
        self.gone("dialog", "Add Opportunity")
        self.assertEqual(self.cards(), [])

        self.press("ctrl+n")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.write("Help with the archive")
        self.press("Tab")
        self.press("Escape")
        self.find("alert", "Add the Opportunity?").find("button", "Add").act()
        self.gone("dialog", "Add Opportunity")
        self.there("Help with the archive")

    def test_form_with_a_link(self):
        self.session.copy(FACTS["Link"].encode())
        began = time.monotonic()
        self.press("ctrl+n")
        title = self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.press("ctrl+v")
        self.until(lambda: title.text == FACTS["Title"], lambda: f"the title of the link, it is {title.text!r}")
        self.press("Tab")
        self.write(FACTS["Organisation"])
        self.press("Tab")
        for name in ("Hours", "Fee", "Deadline"):
            self.press("Tab")
            self.write(FACTS[name])
        self.press("Return")
        self.there(FACTS["Title"])
        self.tell("form, link pasted", began)
        print(f"# a spreadsheet's row of the same facts, link pasted: {self.row(pasted=('Link',))} keys", flush=True)
        self.assertLess(self.keys, self.row(pasted=("Link",)))

    def test_link_alone(self):
        self.session.copy(FACTS["Link"].encode())
        began = time.monotonic()
        self.press("ctrl+v")
        self.until(lambda: [n for n in self.app.node.all("button", re.compile("^Import")) if "focused" in n.states], "the preview")
        self.press("Return")
        self.gone("dialog")
        self.there(FACTS["Title"])
        self.tell("link", began)
        self.assertLessEqual(self.keys, 2)

    def test_dropped_page(self):
        self.app.resize(900, 600)
        self.session.cmd("xdotool", "windowmove", "--sync", self.app.window(), 0, 0)
        other = self.session.launch([f"{HELPERS}/drag-source", "file", str(PAGE)], env=self.env())
        self.session.cmd("xdotool", "windowmove", "--sync", other.window(), 1000, 650)
        began = time.monotonic()
        try:
            self.clicks += 1
            other.find("label", "Drag Me").drag_to(self.app.find("label", "No Opportunities Yet"))
        finally:
            other.stop()
        self.until(lambda: [n for n in self.app.node.all("button", re.compile("^Import")) if "sensitive" in n.states], "the preview")
        self.press("Return")
        self.gone("dialog")
        self.until(lambda: len(self.cards()) == 1, "the card")
        self.tell("dropped page", began)
        self.assertLessEqual(self.keys + self.clicks, 2)


if __name__ == "__main__":
    tap.main()
