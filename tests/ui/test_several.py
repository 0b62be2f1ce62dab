#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several opportunities at once: picked, counted, dropped together and taken back, by keyboard and by pointer."""
import re

from foothold_case import FootholdCase
import tap

TITLES = ("Blog about tea", "Count bicycles", "Logo for a bakery", "Menu cards")


class Several(FootholdCase):
    """Starts with four opportunities."""
    profile = True

    def setUp(self):
        super().setUp()
        self.import_postings(*((title, f"{title} Society", "Jena") for title in TITLES))
        self.start()
        self.wait_cards(4)

    def card(self, title):
        return self.find("list item", re.compile(re.escape(title)))

    def cards(self):
        return [n for n in self.app.node.all("list item") if "list.mark" in n.actions]

    def wait_cards(self, n):
        self.until(lambda: len(self.cards()) == n, f"{n} cards")

    def wait_count(self, n):
        self.find("label", f"{n} selected")

    def drop(self):
        self.find("alert", "Drop These Opportunities?")
        self.key("Return")

    def test_drop_two_by_keyboard(self):
        self.to_list()
        self.key("shift+Down")
        self.wait_count(2)
        self.until(lambda: sum("selected" in n.states for n in self.cards()) == 2, "two cards told as selected")
        self.key("ctrl+shift+d")
        self.drop()
        self.wait_cards(2)
        self.gone("label", "2 selected")
        self.key("ctrl+z")
        self.wait_cards(4)
        self.key("ctrl+shift+z")
        self.wait_cards(2)

    def test_drop_two_by_pointer(self):
        self.find("toggle button", "Select Several").click()
        self.find("label", "Select opportunities")
        self.card(TITLES[1]).click()
        self.card(TITLES[3]).click()
        self.wait_count(2)
        self.find("button", "Drop…").click()
        self.drop()
        self.find("button", "Undo").click()
        self.wait_cards(4)

    def titles(self):
        return sorted(next((title for title in TITLES if title in n.name), n.name) for n in self.cards())

    def test_delete_means_what_is_picked(self):
        """Also while the keys are on a card that is not; with one alone the toast does not name another."""
        self.find("toggle button", "Select Several").click()
        shown = [next(title for title in TITLES if title in n.name) for n in self.cards()]
        self.card(shown[0]).click()
        self.wait_count(1)
        self.key("Down")
        self.until(lambda: (f := self.app.focused()) and shown[1] in f.name, "the keys on the card below")
        self.key("Delete")
        self.find("label", "Deleted 1 opportunity")
        self.wait_cards(3)
        self.assertEqual(self.titles(), sorted(shown[1:]))

    def test_a_range_begins_where_one_clicked(self):
        """Not where an earlier one, which was ended, did."""
        shown = [next(title for title in TITLES if title in n.name) for n in self.cards()]
        self.card(shown[3]).click()
        self.key("shift+Up")
        self.wait_count(2)
        self.key("Escape")
        self.gone("label", "2 selected")
        self.card(shown[0]).click()
        self.key("shift+Down")
        self.wait_count(2)
        self.until(lambda: [shown[i] for i in range(4) if "selected" in self.card(shown[i]).states] == shown[:2], "the first two to be picked")

    def test_from_the_menu(self):
        """In a narrow window the title has the room of the button."""
        self.app.resize(360, 640)
        self.gone("toggle button", "Select Several")
        self.find("toggle button", "More Ways to Add").act()
        self.find("menu item", "Select Several").act()
        self.find("label", "Select opportunities")
        self.find("button", "End Selection").act()
        self.gone("label", "Select opportunities")

    def test_all_and_none(self):
        self.to_list()
        self.key("ctrl+a")
        self.wait_count(4)
        self.key("ctrl+space")
        self.wait_count(3)
        self.key("ctrl+d")
        self.until(lambda: sum("starred" in n.name for n in self.cards()) == 3, "three starred")
        self.key("Escape")
        self.gone("label", "3 selected")
        self.key("ctrl+z")
        self.until(lambda: not any("starred" in n.name for n in self.cards()), "none starred")

    def test_tag_two_and_find_them(self):
        self.to_list()
        self.key("shift+Down")
        self.wait_count(2)
        self.key("ctrl+t")
        self.find("alert", "Tag 2 Opportunities").find("text", re.compile("Tag")).wait_state("focused")
        self.type("summer")
        self.key("Return")
        self.gone("alert", "Tag 2 Opportunities")
        self.key("Escape")
        self.gone("label", "2 selected")
        self.key("ctrl+f")
        self.type("tag:summer ")
        self.wait_cards(2)
        self.find("button", re.compile("Remove Filter Tag: summer"))
        self.key("ctrl+z")
        self.wait_cards(0)

    def test_tags_are_completed(self):
        """Down and Enter or Tab take one that is in use; Escape closes the list and not the dialog; the cards show it."""
        def ask():
            """On the card that has the keys, which are back in the list only when the dialog before has gone."""
            self.key("ctrl+t")
            entry = self.find("alert", "Tag This Opportunity").find("text", re.compile("Tag"))
            entry.wait_state("focused")
            return entry

        def below():
            self.gone("alert", "Tag This Opportunity")
            self.moved("Down", self.until(lambda: (f := self.app.focused()) and f.role == "list item" and f, "the keys in the list"))

        self.to_list()
        ask()
        self.type("summer 2027")
        self.key("Return")
        self.until(lambda: any("Tags: summer 2027" in n.name for n in self.cards()), "the card to say its tag")
        self.find("label", "summer 2027")
        below()
        entry = ask()
        self.type("sum")
        self.find("list item", "summer 2027")
        self.key("Escape")
        self.gone("list item", "summer 2027")
        self.assertEqual(entry.text, "sum")
        self.type("m")
        self.find("list item", "summer 2027")
        self.key("Down", "Return")
        self.until(lambda: entry.text == "summer 2027", "the tag to be put in")
        self.gone("list item", "summer 2027")
        self.key("Return")
        self.until(lambda: sum("Tags: summer 2027" in n.name for n in self.cards()) == 2, "two with the tag")
        below()
        entry = ask()
        self.type("2027")
        self.find("list item", "summer 2027")
        self.key("Tab")
        self.until(lambda: entry.text == "summer 2027", "Tab to take the first")
        self.key("Escape")
        self.gone("alert", "Tag This Opportunity")

    def test_shift_click_takes_a_range(self):
        cards = self.cards()
        cards[0].click()
        self.session.cmd("xdotool", "keydown", "shift")
        try:
            cards[2].click()
        finally:
            self.session.cmd("xdotool", "keyup", "shift")
        self.wait_count(3)
        self.find("button", "Delete").click()
        self.wait_cards(1)
        self.key("ctrl+z")
        self.wait_cards(4)


if __name__ == "__main__":
    tap.main()
