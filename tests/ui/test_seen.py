#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has before their eyes after they did something: what is said, where the keys are, what stays in its place."""
import json
import re

from foothold_case import LASTING_TOASTS, FootholdCase
import tap

TITLE = "Leaflet for a club"
WIDTHS = ((368, 648), (808, 708), (1408, 858))


class Seen(FootholdCase):
    profile = True
    environment = LASTING_TOASTS

    def setUp(self):
        super().setUp()
        self.import_postings((TITLE, "Klub Szachowy", "Jena"), ("Menu cards", "Bakery", "Jena"))

    def card(self, title=TITLE):
        return self.find("list item", re.compile(title))

    def opened(self):
        self.card().act("list.activate")
        self.find("button", re.compile("^Drop"))

    def focus(self, what, condition):
        return self.until(lambda: (f := self.app.focused()) and condition(f) and f, lambda: f"the focus on {what}, is on {self.app.focused()}")

    # ---- the toast ----

    def toast(self, size):
        """There, inside the window, with its button; and the button does what it says."""
        said = f"Dropped “{TITLE}”"

        def shown():
            nodes = [n for n in self.app.node.all() if n.name in (said, "Undo")]
            return [n for n in nodes if n.role == "button"] if any(n.role == "label" for n in nodes) else None
        undo = self.until(shown, "the toast and its button")[0]
        x, y, width, height = undo.extents()
        self.assertTrue(x >= 0 and y >= 0 and x + width <= size[0] and y + height <= size[1], f"{undo.extents()} in {size}")
        undo.click()
        self.card()

    def test_drop_by_keyboard_says_so(self):
        for size in WIDTHS:
            with self.subTest(size=size):
                self.start()
                self.app.resize(*size)
                self.card().act("list.select")
                self.key("ctrl+f", "Down")
                self.focus("a card", lambda f: f.role == "list item")
                if TITLE not in self.app.focused().name:
                    self.key("Down")
                self.focus("the card", lambda f: TITLE in f.name)
                self.key("ctrl+shift+d")
                self.find("alert", "Drop This Opportunity?")
                self.key("Return")
                self.toast(size)
                self.quit()

    def test_drop_by_pointer_says_so(self):
        for size in WIDTHS:
            with self.subTest(size=size):
                self.start()
                self.app.resize(*size)
                self.card().click()
                self.find("button", re.compile("^Drop")).click()
                self.find("alert", "Drop This Opportunity?").find("button", "Drop").click()
                self.toast(size)
                self.quit()

    # ---- the sidebar ----

    def choose(self, view):
        self.key("F9")
        self.find("list item", re.compile(f"^{view}")).click()
        self.gone("list", "Views")

    def test_a_view_is_chosen_and_has_the_keys(self):
        """Where the sidebar lies over the list: nothing but what was chosen has the focus afterwards."""
        for size in WIDTHS[:2]:
            with self.subTest(size=size):
                self.start()
                self.app.resize(*size)
                self.card()
                self.choose("Archived")
                self.find("label", "Nothing Archived")
                self.focus("the one thing to do", lambda f: f.name == "Show Open")
                self.choose("Board")
                self.card()
                self.focus("a card", lambda f: f.role == "list item" and "list.select" in f.actions)
                self.quit()

    def test_a_view_is_chosen_from_a_page(self):
        """On the smallest screen the page of an opportunity gives way to the list that was asked for."""
        self.start()
        self.app.resize(*WIDTHS[0])
        self.opened()
        self.choose("Starred")
        self.find("label", "Nothing Starred")

    # ---- a choice on the page ----

    def test_an_area_of_ones_own(self):
        """The last choice of the areas asks for another; it joins them with the opportunity that has it, and one undo takes both back."""
        self.start()
        self.app.resize(*WIDTHS[2])
        self.opened()
        self.find("combo box", "Area").click()
        self.type("another")
        self.until(lambda: [n for n in self.app.node.all("label", "Add Another…")], "the choice to add")[-1].click()
        self.find("alert", "Add an Area of Work")
        self.type("Bookbinding")
        self.key("Return")
        self.find("label", "Bookbinding")
        self.find("frame", "Foothold").act("win.undo")
        self.gone("label", "Bookbinding")
        self.quit()
        self.assertEqual(json.loads(self.command("export", "json"))["terms"], [])

    def test_keys_stay_in_a_choice(self):
        """Beyond the last of the choices there is nothing: the keys do not leave for the rows around them."""
        self.start()
        self.app.resize(*WIDTHS[2])
        self.opened()
        self.find("combo box", "Kind").click()
        self.until(lambda: [n for n in self.app.node.all("label", "Simulation or Case")], "the choices")
        self.key(*["Down"] * 8)
        self.key("Return")
        self.find("label", "Longer Internship")
        self.find("combo box", "Kind")


if __name__ == "__main__":
    tap.main()
