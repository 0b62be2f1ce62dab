#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board as a table: opened, ordered by a head and the other way round, starred in, walked, picked in, and left; it is a table to the screen reader."""
import re

from foothold_case import FootholdCase
import tap

TITLES = ("Blog about tea", "Count bicycles", "Menu cards")


class Table(FootholdCase):
    """Starts with three opportunities."""
    profile = True

    def setUp(self):
        super().setUp()
        self.import_postings(*((title, f"{title} Society", "Jena") for title in reversed(TITLES)))
        self.start()
        self.find("list item", re.compile("^Menu cards"))

    def lines(self):
        return [n for n in self.app.node.all("table row") if "list.mark" in n.actions]

    def names(self):
        return [n.name for n in self.lines()]

    def open_table(self):
        self.to_list()
        self.key("ctrl+2")
        self.until(lambda: len(self.lines()) == 3, "three lines")
        self.until(lambda: self.app.focused() and self.app.focused().role == "table row", "the focus to be on a line")

    def test_by_keyboard(self):
        self.open_table()
        self.find("table", "Opportunities").find("button", "Title").act()
        self.until(lambda: self.names() == list(TITLES), "the lines to be ordered by title")
        self.lines()[0].find("table cell", "Blog about tea Society")
        self.lines()[0].act("list.select")
        self.to_list()
        self.key("shift+Down")
        self.find("label", "2 selected")
        self.key("ctrl+1")
        self.until(lambda: sum("selected" in n.states for n in self.app.node.all("list item") if "list.mark" in n.actions) == 2, "the same two cards to be selected")

    def head(self, name):
        return self.find("table", "Opportunities").find("button", name)

    def test_reversed(self):
        """By keyboard: a head orders, again the other way round; each order keeps its way, also through a restart."""
        self.open_table()
        self.head("Title").act()
        self.until(lambda: self.names() == list(TITLES), "the lines to be ordered by title")
        self.until(lambda: self.head("Title").description == "Sorted, Ascending", "the head to say so")
        self.head("Title").act()
        self.until(lambda: self.names() == list(reversed(TITLES)), "the other way round")
        self.until(lambda: self.head("Title").description == "Sorted, Descending", "the head to say so")
        self.head("Hours").act()
        self.until(lambda: self.head("Hours").description == "Sorted, Ascending", "another order not to be reversed")
        self.assertEqual(self.head("Title").description, "")
        self.head("Title").act()
        self.until(lambda: self.names() == list(reversed(TITLES)), "the order's own way")
        self.restart()
        self.until(lambda: self.names() == list(reversed(TITLES)), "the same after a restart")

    def test_saved_search_keeps_the_way_round(self):
        self.open_table()
        self.head("Title").act()
        self.until(lambda: self.names() == list(TITLES), "the lines to be ordered by title")
        self.until(lambda: self.head("Title").description == "Sorted, Ascending", "the head to say so")
        self.head("Title").act()
        self.until(lambda: self.names() == list(reversed(TITLES)), "the other way round")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("society")
        self.until(lambda: self.find("entry", "Search").text == "society", "the search to be typed")
        self.key("ctrl+s")
        self.find("alert", "Save This Search").find("text", re.compile("Name")).wait_state("focused")
        self.key("Return")
        search = self.find("list item", re.compile("^society, 3 found"), states=())
        self.head("Title").act()
        self.until(lambda: self.names() == list(TITLES), "forwards again")
        search.act("row.open")
        self.until(lambda: self.names() == list(reversed(TITLES)), "the way round that was saved")

    def test_star(self):
        """By pointer and by keyboard, and taken back."""
        self.open_table()
        self.lines()[0].find("toggle button", "Star").click()
        self.until(lambda: sum(n.endswith(", starred") for n in self.names()) == 1, "the first line to be starred")
        self.assertTrue(self.names()[0].endswith(", starred"))
        self.until(lambda: "pressed" in self.lines()[0].find("toggle button", "Star").states or "checked" in self.lines()[0].find("toggle button", "Star").states, "the star to be filled")
        self.key("ctrl+z")
        self.until(lambda: not any(n.endswith(", starred") for n in self.names()), "the star to be taken back")
        self.lines()[1].act("list.select")
        self.key("ctrl+d")
        self.until(lambda: self.names()[1].endswith(", starred"), "the second line to be starred")

    def test_the_keys_work_from_the_sidebar(self):
        """That is where they are at the start of a wide window."""
        self.app.resize(1400, 850)
        self.find("list item", "Board").click()
        self.until(lambda: (f := self.app.focused()) and f.name == "Board", "the focus in the sidebar")
        self.key("ctrl+2")
        self.until(lambda: len(self.lines()) == 3, "three lines")
        self.key("ctrl+1")
        self.until(lambda: not self.lines(), "cards again")

    def test_is_remembered(self):
        self.open_table()
        self.restart()
        self.until(lambda: len(self.lines()) == 3, "three lines again")


if __name__ == "__main__":
    tap.main()
