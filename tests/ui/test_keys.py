#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo in an entry, and what one does to a card, with real keys."""
import re

from keys_case import TITLE, KeysCase
import tap


class Keys(KeysCase):
    # ---- undo in an entry ----

    def test_undo_while_typing(self):
        """Before it is kept, the entry takes back what was typed and does it again; nothing is lost in between."""
        title = self.begin()
        self.key("End")
        self.type(" for Jena")
        self.reads(title, TITLE + " for Jena")
        while title.text != TITLE:
            before = title.text
            self.key("ctrl+z")
            self.until(lambda: title.text != before, lambda: f"{before!r} to be taken back")
            self.assertLess(len(title.text), len(before))
        while title.text != TITLE + " for Jena":
            before = title.text
            self.key("ctrl+shift+z")
            self.until(lambda: title.text != before, lambda: f"more than {before!r} to be there again")
        self.assertIn("focused", title.states)

    def test_undo_after_it_was_kept(self):
        """Enter keeps it; with the focus where it was, Ctrl+Z takes back the change, once, and Ctrl+Shift+Z brings it back."""
        title = self.begin()
        self.key("ctrl+a")
        self.type("Leaflet")
        self.key("Return")
        self.card("Leaflet")
        self.key("ctrl+z")
        self.said("^Undone: ")
        self.reads(title, TITLE)
        self.card()
        self.assertIn("focused", title.states)
        self.key("ctrl+shift+z")
        self.said("^Done again: ")
        self.reads(title, "Leaflet")
        self.card("Leaflet")
        self.key("ctrl+z")
        self.reads(title, TITLE)
        self.key("ctrl+y")
        self.reads(title, "Leaflet")

    def test_undo_what_was_kept_while_typing(self):
        """Kept by itself after a pause: the entry takes it back, the file follows, and Ctrl+Z once more undoes what was done before, never brings it back."""
        title = self.begin()
        self.key("ctrl+a")
        self.type("Leaflet")
        self.key("Return")
        self.card("Leaflet")
        objective = self.reach("text", "Objective")
        self.type("One leaf")
        self.kept("objective", "One leaf")
        while objective.text:
            before = objective.text
            self.key("ctrl+z")
            self.until(lambda: objective.text != before, lambda: f"{before!r} to be taken back")
        self.assertIn("focused", objective.states)
        self.kept("objective", None)
        self.key("ctrl+z")
        self.reads(title, TITLE)
        self.assertEqual(objective.text, "")
        self.key("ctrl+shift+z")
        self.reads(title, "Leaflet")

    # ---- the card ----

    def test_star_archive_delete(self):
        self.import_postings((TITLE, "Bakery Lindner", "Jena"))
        self.start()
        self.on_card()
        self.key("ctrl+d")
        self.find("list item", re.compile(f"^{TITLE}.*starred"))
        self.key("ctrl+z")
        self.until(lambda: "starred" not in self.card().name, "the star to be gone")
        for keys in ("ctrl+shift+e", "Delete"):
            self.on_card()
            self.key(keys)
            self.gone("list item", re.compile("^" + TITLE))
            self.key("ctrl+z")
            self.card()
            self.key("ctrl+shift+z")
            self.gone("list item", re.compile("^" + TITLE))
            self.key("ctrl+z")
            self.card()

    def test_drop_with_a_reason(self):
        self.import_postings((TITLE, "Bakery Lindner", "Jena"))
        self.start()
        card = self.on_card()
        self.key("ctrl+shift+d")
        self.find("alert", "Drop This Opportunity?")
        self.key("Escape")
        self.gone("alert", "Drop This Opportunity?")
        self.until(lambda: "focused" in card.states, "the focus to be on the card again")
        self.key("ctrl+shift+d")
        self.find("alert", "Drop This Opportunity?")
        self.until(lambda: self.app.focused() is not None, "the focus in the question")
        self.reach(None, "Too little pay")
        self.key("space")
        self.find("radio button", "Too little pay").wait_state("checked")
        self.reach("button", "Drop")
        self.key("Return")
        self.gone("list item", re.compile("^" + TITLE))
        self.key("ctrl+z")
        self.card()

    def test_add_and_find(self):
        self.start()
        self.find("entry", "Search")
        self.key("ctrl+n")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.type(TITLE)
        self.reach("text", "Organisation")
        self.type("Bakery")
        self.key("Return")
        self.gone("dialog")
        self.card()
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("zzq")
        self.gone("list item", re.compile("^" + TITLE))
        self.key("Escape")
        self.card()


if __name__ == "__main__":
    tap.main()
