#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A search kept under a name: saved, found again after a restart, renamed, moved, deleted and taken back."""
import re

from foothold_case import FootholdCase
import tap


class Searches(FootholdCase):
    """Starts with three opportunities, two of them in Jena."""
    profile = True

    def setUp(self):
        super().setUp()
        self.import_postings(("Menu cards", "Bakery Lindner", "Jena"), ("Count bicycles", "Fahrradklub", "Jena"), ("Leaflet", "Klub", "Halle"))
        self.start()
        self.wait_cards(3)

    def wait_cards(self, n):
        self.until(lambda: sum("list.mark" in node.actions for node in self.app.node.all("list item")) == n, f"{n} cards")

    def search(self, text):
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type(text)

    def save(self, text, name):
        self.search(text)
        self.until(lambda: self.find("entry", "Search").text == text, "the search to be typed")
        self.key("ctrl+s")
        self.find("alert", "Save This Search").find("text", re.compile("Name")).wait_state("focused")
        self.key("ctrl+a")
        self.type(name)
        self.key("Return")
        return self.line(name)

    def line(self, name):
        """The line of the sidebar, which is out of sight where the window is narrow."""
        return self.find("list item", re.compile(f"^{re.escape(name)}"), states=())

    def lines(self):
        """What stands between the views of the board and those beside it."""
        names = [n.name.split(",")[0] for n in self.app.node.all("list item", states=()) if "row.open" in n.actions]
        return names[names.index("Archived") + 1:names.index("Applications")]

    def test_save_and_find_again(self):
        self.save("jena", "Near me")
        self.find("list item", re.compile("^Near me, 2 found"), states=())
        self.restart()
        self.wait_cards(3)
        self.line("Near me").act("row.open")
        self.wait_cards(2)
        self.assertEqual(self.find("entry", "Search").text, "jena")
        self.line("Board").act("row.open")
        self.wait_cards(3)

    def test_by_pointer(self):
        """Kept from the menu, opened in the sidebar."""
        self.app.resize(1200, 700)
        self.search("jena")
        self.wait_cards(2)
        self.find("button", "Filter and Order").click()
        self.find("menu item", re.compile("^Save Search")).click()
        alert = self.find("alert", "Save This Search")
        alert.find("text", re.compile("Name")).set_text("Near me")
        alert.find("button", "Save").click()
        self.find("list item", re.compile("^Near me, 2 found"))
        self.line("Near me").click().wait_state("selected")
        self.line("Board").click()
        self.wait_cards(3)
        self.line("Near me").click()
        self.wait_cards(2)
        self.assertEqual(self.find("entry", "Search").text, "jena")

    def test_change_and_take_back(self):
        self.save("jena", "Near me")
        self.save("klub", "Clubs")
        self.until(lambda: self.lines() == ["Near me", "Clubs"], "two searches")
        self.line("Clubs").act("search.move-up")
        self.until(lambda: self.lines() == ["Clubs", "Near me"], "the other order")
        self.line("Clubs").act("search.rename")
        self.find("alert", "Rename Search").find("text", re.compile("Name")).wait_state("focused")
        self.key("ctrl+a")
        self.type("Associations")
        self.key("Return")
        self.until(lambda: self.lines() == ["Associations", "Near me"], "the new name")
        self.line("Associations").act("search.delete")
        self.until(lambda: self.lines() == ["Near me"], "one search less")
        self.find("button", "Undo").act()
        self.until(lambda: self.lines() == ["Associations", "Near me"], "it to be back")


if __name__ == "__main__":
    tap.main()
