#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board by fit, with real keys: it is ordered by what one wants, says so on the cards, and follows when that changes."""
import contextlib
import json
import os
import re

from foothold_case import Timeout
from keys_case import KeysCase
import tap

LIBRARY = {
    "format": "foothold", "version": 1,
    "opportunities": [{"title": "Menu cards", "area": "design", "kind": "micro-internship"}, {"title": "Bicycle counts", "area": "data-analysis", "kind": "micro-internship"},
                      {"title": "Nothing said", "kind": "micro-internship"}],
    "goals": [{"id": "15", "rank": 1, "title": "Learn to lay out pages"}, {"id": "16", "rank": 2, "title": "Become an analyst"}],
    "goal_targets": [{"id": "17", "goal": "15", "kind": "area", "value": "design"}, {"id": "18", "goal": "16", "kind": "area", "value": "data-analysis"}],
}


class Fit(KeysCase):
    def setUp(self):
        super().setUp()
        path = os.path.join(self.session.dir, "library.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(LIBRARY, file)
        self.command("import", path, "--yes")
        self.start()
        self.card()

    def becomes(self, *titles):
        def shown():
            cards = [n for n in self.app.node.all("list item") if "opportunity.star" in n.actions]
            return [n.name.split(",")[0] for n in sorted(cards, key=lambda n: n.extents()[1])]
        self.until(lambda: shown() == list(titles), lambda: f"{titles}, is {shown()}")

    def next_item(self):
        """A key that came before the menu had the focus is given again."""
        before = self.app.focused()
        for _ in range(3):
            self.key("Down")
            with contextlib.suppress(Timeout):
                return self.until(lambda: (f := self.app.focused()) and f != before and f, "the next item", 4).name
        self.fail(f"Down does not leave {before!r}")

    def order_by_fit(self):
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.toggle("Filter and Order")
        self.key("Return")
        self.until(lambda: self.app.node.all("menu item", "Fit"), "the menu")
        seen = []
        while seen[-1:] != ["Fit"]:
            self.assertLess(len(seen), 40, f"no Fit among {seen}")
            seen.append(self.next_item())
        self.key("Return")
        self.gone("menu item")

    def test_by_keyboard(self):
        self.find("list item", re.compile(r"Menu cards, .*Fit: 0\.18 to 1\.00, 1 of 11 facts known"))
        self.find("list item", re.compile(r"Bicycle counts, .*Fit: 0\.14 to 0\.96, 1 of 11 facts known"))
        self.find("list item", re.compile(r"Nothing said, .*0 of 11 facts known"))
        self.order_by_fit()
        self.becomes("Menu cards", "Bicycle counts", "Nothing said")

        self.find("frame", "Foothold").act("win.profile")
        self.find("dialog", "Profile").find("page tab", "Goals").act()
        self.find("list item", re.compile("^Add a goal"))
        self.reach("list item", re.compile("analyst"))
        self.key("ctrl+shift+Up", "Escape")
        self.gone("dialog", "Profile")
        self.becomes("Bicycle counts", "Menu cards", "Nothing said")
        self.find("list item", re.compile(r"Bicycle counts, .*Fit: 0\.18 to 1\.00"))

        self.key("ctrl+z")
        self.becomes("Menu cards", "Bicycle counts", "Nothing said")
        self.key("ctrl+f")
        self.type("fit:>0.15 ")
        self.becomes("Menu cards")
        self.restart()
        self.becomes("Menu cards", "Bicycle counts", "Nothing said")


if __name__ == "__main__":
    tap.main()
