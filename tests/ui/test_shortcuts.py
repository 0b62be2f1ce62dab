#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the whole window, with real keys alone: each opens what the help says, Escape closes it, and the focus is where it was."""
import os
import re

from foothold_case import HELPERS, FootholdCase
import tap

TITLE = "Menu cards"


class Shortcuts(FootholdCase):
    profile = True

    def focused(self, role, name):
        """Waits until the control with this role and name has the focus."""
        pattern = re.compile(name)
        return self.until(lambda: (f := self.app.focused()) and f.role == role and pattern.search(f.name) and f,
                          lambda: f"the focus on {role} {name!r}, it is on {self.app.focused()!r}")

    def begin(self):
        self.import_postings((TITLE, "Bakery Lindner", "Jena"))
        self.start()
        self.find("list item", re.compile("^" + TITLE))
        self.key("ctrl+f")
        self.focused("entry", "^Search$")
        self.key("Down")
        return self.focused("list item", "^" + TITLE)

    def opens(self, keys, role, name, where):
        """The keys open it from where the focus is; Escape closes it and gives the focus back."""
        self.key(keys)
        self.find(role, name)
        self.until(lambda: (f := self.app.focused()) and f != where, f"the focus to be in what {keys} opened")
        self.key("Escape")
        self.gone(role, name)
        self.until(lambda: (f := self.app.focused()) and f == where, lambda: f"the focus to be on {where!r} again after {keys}, it is on {self.app.focused()!r}")

    def every_dialog(self, where):
        self.opens("ctrl+n", "dialog", "Add Opportunity", where)
        self.opens("ctrl+comma", "dialog", "Preferences", where)
        self.opens("ctrl+question", "dialog", re.compile("Shortcuts"), where)
        self.opens("ctrl+e", "dialog", "Export", where)

    def main_menu(self):
        """It hangs on its button, which has the focus when it is closed."""
        self.key("F10")
        self.find("menu item")
        self.key("Escape")
        self.gone("menu item")
        self.focused("toggle button", "^Main Menu$")

    def test_on_a_card(self):
        card = self.begin()
        self.every_dialog(card)
        self.opens("shift+F10", "menu item", None, card)
        self.opens("ctrl+shift+d", "alert", "Drop This Opportunity?", card)
        self.main_menu()

    def test_pages_from_a_card(self):
        """The pages of the details are turned from the list as well, which keeps the keys."""
        card = self.begin()
        for keys, sign in (("ctrl+Next", "Three Facts First"), ("ctrl+Prior", "What It Is"), ("ctrl+Prior", "History")):
            self.key(keys)
            self.find("list", sign)
            self.assertEqual(self.app.focused(), card)

    def arrows(self, row):
        """The keys that the window of shortcuts names for something."""
        self.key("ctrl+question")
        dialog = self.find("dialog", re.compile("Shortcuts"))
        names = [n.name for n in dialog.find("list item", row, states=()).all("label", states=())]
        self.key("Escape")
        self.gone("dialog", re.compile("Shortcuts"))
        return names

    def test_arrows(self):
        """It names the arrow that leads on, which is the left one where one reads from right to left."""
        self.begin()
        self.assertIn("\u2192", self.arrows("To the next column"))
        self.quit()
        self.environment = {"LD_PRELOAD": os.path.join(HELPERS, "right-to-left.so"), "FOOTHOLD_RIGHT_TO_LEFT": "1"}
        self.start()
        self.find("list item", re.compile("^" + TITLE))
        self.assertIn("\u2190", self.arrows("To the next column"))
        self.assertIn("\u2192", self.arrows("To the column before"))
        self.narrow("alt+Right")

    def test_in_a_field(self):
        """Where one types, the keys of the window are not typed, and the field is typed in afterwards."""
        self.begin()
        self.key("F2")
        title = self.focused("text", "^Title$")
        self.every_dialog(title)
        self.key("End")
        self.type(" for Jena")
        self.until(lambda: title.text == TITLE + " for Jena", lambda: f"what was typed, it is {title.text!r}")
        self.main_menu()

    def test_sidebar(self):
        self.begin()
        self.find("list item", "Archived")
        self.key("F9")
        self.gone("list item", "Archived")
        self.key("F9")
        self.find("list item", "Archived")

    def test_narrow(self):
        """The page stands over the list; the keys that the help names go back to it, from a field too, and to the card one came from."""
        self.begin()
        self.narrow("alt+Left", "Escape")
        self.key("Return")
        self.find("text", "Title")

    def narrow(self, *ways_back):
        self.app.resize(400, 600)
        for keys in ways_back:
            self.key("ctrl+f")
            self.focused("entry", "^Search$")
            self.key("Down")
            self.focused("list item", "^" + TITLE)
            self.key("F2")
            self.focused("text", "^Title$")
            self.gone("entry", "Search")
            self.key(keys)
            self.find("entry", "Search")
            self.gone("text", "Title")
            self.focused("list item", "^" + TITLE)

    def ends(self, keys):
        app, self.app = self.app, None
        self.session.key(keys)
        self.until(lambda: app.p.poll() is not None, f"{keys} to end the program")
        self.check(app)

    def test_close_and_quit(self):
        for keys in ("ctrl+w", "ctrl+q"):
            with self.subTest(keys):
                self.start()
                self.find("entry", "Search")
                self.ends(keys)

    def test_ends_from_a_field(self):
        """What was typed is there the next time."""
        self.begin()
        for number, keys in enumerate(("ctrl+w", "ctrl+q")):
            if number > 0:
                self.start()
                self.find("list item", re.compile("^" + TITLE))
                self.key("ctrl+f")
                self.focused("entry", "^Search$")
                self.key("Down")
                self.focused("list item", "^" + TITLE)
            self.key("F2")
            title = self.focused("text", "^Title$")
            self.key("End")
            self.type(f" {number}")
            self.until(lambda: title.text.endswith(f" {number}"), "what was typed")
            self.ends(keys)
        self.start()
        self.find("list item", re.compile(f"^{TITLE} 0 1"))


if __name__ == "__main__":
    tap.main()
