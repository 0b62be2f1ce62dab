#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board as a student uses it: add, find, change, drop, archive, delete, and take each of them back. With the keyboard alone, by role and name."""
import re
import sqlite3
import os

from foothold_case import LASTING_TOASTS, FootholdCase
import tap


class Board(FootholdCase):
    """Starts with a profile and no opportunity."""
    profile = True
    environment = LASTING_TOASTS

    def card(self, title, **options):
        return self.find("list item", re.compile(re.escape(title)), **options)

    def no_card(self, title):
        self.gone("list item", re.compile(re.escape(title)))

    def add(self, title, **entries):
        """Ctrl+N, a title, Enter: the shortest way."""
        self.key("ctrl+n")
        dialog = self.find("dialog", "Add Opportunity")
        dialog.find("text", "Title").wait_state("focused")
        self.type(title)
        for name, value in entries.items():
            dialog.find("text", re.compile(name.replace("_", " "), re.I)).set_text(value)
        self.key("Return")
        self.gone("dialog", "Add Opportunity")
        return self.card(title)

    def stored(self, query, *values):
        """What the database file holds; read after the program has ended, never beside it."""
        with sqlite3.connect(f"file:{os.path.join(self.data, 'foothold.db')}?mode=ro", uri=True) as db:
            return db.execute(query, values).fetchall()

    def search(self, text):
        self.find("entry", "Search").set_text(text)

    # ---- adding ----

    def test_empty_board_says_what_to_do(self):
        self.start()
        self.find("button", "Add Opportunity")
        self.find("label", "No Opportunities Yet")

    def test_add_by_title_alone(self):
        self.start()
        self.add("Logo for a bakery")
        self.quit()
        self.assertEqual(self.stored("SELECT title, state, starred FROM opportunity"), [("Logo for a bakery", "spotted", 0)])

    def test_add_without_title_says_so(self):
        self.start()
        self.key("ctrl+n")
        dialog = self.find("dialog", "Add Opportunity")
        dialog.find("text", "Title").wait_state("focused")
        self.key("Return")
        dialog.find("label", re.compile("A title is needed"))
        self.key("Escape")
        self.gone("dialog", "Add Opportunity")

    def test_add_is_undone_and_redone(self):
        self.start()
        self.add("Survey of second-hand shops")
        self.key("ctrl+z")
        self.no_card("Survey of second-hand shops")
        self.key("ctrl+shift+z")
        self.card("Survey of second-hand shops")

    def test_undo_survives_a_restart(self):
        self.start()
        self.add("Clean a mailing list")
        self.restart()
        self.card("Clean a mailing list")
        self.key("ctrl+z")
        self.no_card("Clean a mailing list")

    # ---- finding ----

    def test_find_without_accents(self):
        self.start()
        self.add("Count bicycles")
        self.quit()
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"), ("Leaflet for a club", "Klub Szachowy", "Łódź"))
        self.start()
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("da nang")
        self.card("Menu cards")
        self.no_card("Count bicycles")
        self.search("lodz")
        self.card("Leaflet for a club")
        self.no_card("Menu cards")
        self.search("there is no such word zzqx")
        self.find("label", "No Results Found")
        self.search("")
        self.card("Count bicycles")

    # ---- changing ----

    def opened(self, title):
        """Opens a card with the keyboard and returns when its page is there."""
        card = self.card(title)
        card.act("list.select")
        self.find("button", "Archive")
        return card

    def test_change_a_field(self):
        self.start()
        self.add("Typing lessons")
        self.opened("Typing lessons")
        self.find("text", "Organisation").type("Volkshochschule Jena")
        self.key("Return")
        self.card("Volkshochschule Jena")
        self.key("ctrl+z")
        self.until(lambda: not any("Volkshochschule" in n.name for n in self.app.node.all("list item")), "the organisation to go again")

    def test_star(self):
        self.start()
        self.add("Blog about tea")
        self.opened("Blog about tea").act("opportunity.star")
        self.card("starred")
        self.key("ctrl+z")
        self.no_card("starred")

    def test_drop_with_reason(self):
        self.start()
        self.add("Unpaid trial week")
        self.opened("Unpaid trial week").act("opportunity.drop")
        alert = self.find("alert", "Drop This Opportunity?")
        alert.find("radio button", "Too little pay").click()
        alert.find("button", "Drop").act()
        self.no_card("Unpaid trial week")
        self.find("button", "Undo").act()
        self.card("Unpaid trial week")
        self.key("ctrl+shift+z")
        self.no_card("Unpaid trial week")
        self.quit()
        self.assertEqual(self.stored("SELECT state FROM opportunity"), [("dropped",)])

    def test_archive_and_back(self):
        self.start()
        self.add("Finished long ago")
        self.opened("Finished long ago").act("opportunity.archive")
        self.no_card("Finished long ago")
        self.key("ctrl+z")
        self.card("Finished long ago")

    def test_delete_and_back(self):
        self.start()
        self.add("Added by mistake")
        self.opened("Added by mistake").act("opportunity.delete")
        self.no_card("Added by mistake")
        self.find("button", "Undo").act()
        self.card("Added by mistake")

    # ---- by keyboard alone ----

    def test_a_day_by_keyboard_alone(self):
        """Goal 5 of the foundation: add, find, change, drop and undo without once touching the pointer."""
        self.start()
        self.add("Translate a menu")
        self.add("Photograph a garden")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("garden")
        self.no_card("Translate a menu")
        self.key("Down")
        self.until(lambda: self.app.focused() and self.app.focused().role == "list item", "the focus to be on a card")
        self.key("F2")
        self.until(lambda: self.app.focused() and self.app.focused().role == "text", "the focus to be in an entry")
        self.key("ctrl+a")
        self.type("Photograph a park")
        self.key("Return")
        self.search("")
        self.card("Photograph a park")
        self.opened("Photograph a park")
        self.key("ctrl+shift+d")
        self.find("alert", "Drop This Opportunity?")
        self.key("Return")
        self.no_card("Photograph a park")
        self.key("ctrl+z")
        self.card("Photograph a park")
        self.key("ctrl+z")
        self.card("Photograph a garden")


if __name__ == "__main__":
    tap.main()
