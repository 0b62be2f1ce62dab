#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters above the list, with real keys and by pointer: typed, completed, shown as words, taken away, and refused with a sentence."""
import re

from foothold_case import FootholdCase
import tap


class Filters(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"), ("Poster for a fair", "Kulturhaus", "Gera"))
        self.start()
        self.find("list item", re.compile("Menu cards"))
        self.find("list item", re.compile("Poster"))
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")

    def text(self):
        return self.find("entry", "Search").text

    def test_typed_and_taken_away(self):
        self.type("host:kult ")
        self.gone("list item", re.compile("Menu cards"))
        self.find("list item", re.compile("Poster"))
        self.find("label", "1 found")
        self.find("button", "Remove Filter Organisation: kult").act()
        self.find("list item", re.compile("Menu cards"))
        self.gone("button", "Remove Filter Organisation: kult")
        self.assertEqual(self.text().strip(), "")
        self.find("entry", "Search").wait_state("focused")

    def test_completed(self):
        self.type("sou")
        self.find("list item", "Found Through")
        self.key("Tab")
        self.until(lambda: self.text() == "source:", "the key")
        self.type("port")
        self.find("list item", "Found Through: Job Portal")
        self.key("Down", "Return")
        self.until(lambda: self.text() == "source:portal ", "the value")
        self.find("button", "Remove Filter Found Through: Job Portal")
        self.find("label", "No Results Found")

    def test_complete_word_is_not_offered(self):
        """What stands there whole has nothing to go on to: the next Down is for the list."""
        self.type("-is:starre")
        self.find("list item", "Mark: Starred")
        self.type("d")
        self.gone("list item", "Mark: Starred")
        self.find("button", re.compile("^Remove Filter .*Starred"))
        self.key("Down")
        self.until(lambda: (f := self.app.focused()) and f.role == "list item", lambda: f"a card to have the keys, is {self.app.focused()}")

    def test_by_pointer(self):
        """Chosen in the menu, shown as a word, and taken away by it."""
        self.find("button", "Filter and Order").click()
        for item in ("Work Mode", "Remote"):
            self.find("menu item", item).click()
        self.find("label", "No Results Found")
        self.find("button", re.compile("^Remove Filter .*Remote")).click()
        self.find("list item", re.compile("Menu cards"))
        self.find("list item", re.compile("Poster"))
        self.assertEqual(self.text().strip(), "")

    def test_refused(self):
        """What is being typed is not wrong yet; what was typed and means nothing gets a sentence and filters nothing."""
        self.type("due:soon")
        self.assertFalse(self.app.has("label", re.compile("is no date")))
        self.type(" ")
        self.find("label", re.compile("“soon” is no date"))
        self.find("list item", re.compile("Menu cards"))
        self.key("Escape", "Escape")
        self.gone("label", re.compile("is no date"))

    def test_not(self):
        self.find("entry", "Search").set_text("-host:kulturhaus ")
        self.gone("list item", re.compile("Poster"))
        self.find("list item", re.compile("Menu cards"))


if __name__ == "__main__":
    tap.main()
