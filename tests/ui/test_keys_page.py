#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the page of an opportunity besides plain fields, with real keys; each is undone by the key."""
import re

from keys_case import TITLE, KeysCase
import tap


class KeysPage(KeysCase):
    def test_show_more_and_fill(self):
        """A row that shows nothing yet is asked for, filled, and taken back from within."""
        self.begin()
        more = self.reach("button", re.compile("^Show [0-9]+ More$"))
        self.assertFalse(self.app.has("text", "Scope"))
        self.key("Return")
        self.find("button", "Show Fewer")
        self.assertIn("focused", more.states, "the focus stays on the button")
        scope = self.reach("text", "Scope", "shift+Tab")
        self.type("Four pages, two languages")
        self.key("Tab")
        self.kept("scope", "Four pages, two languages")
        self.key("ctrl+z")
        self.reads(scope, "")
        self.key("ctrl+shift+z")
        self.reads(scope, "Four pages, two languages")

    def test_deliverables(self):
        """Add two, change one, move one, remove one; and all of it back again."""
        self.begin()
        self.reach("text", re.compile("^Add a Deliverable"))
        for name in ("Sketch", "Print file"):
            self.type(name)
            self.key("Return")
            self.deliverables(*(["Sketch"] if name == "Sketch" else ["Sketch", "Print file"]))
        self.reach("text", "Done When", "shift+Tab")
        self.type("The baker nods")
        self.key("Return")
        self.kept_child("deliverable", "acceptance", "The baker nods")
        self.reach("text", "Deliverable", "shift+Tab")
        self.key("alt+Up")
        self.deliverables("Print file", "Sketch")
        self.toggle("Move or Remove")
        self.key("Return")
        self.pick("^Remove$")
        self.deliverables("Sketch")
        self.until(lambda: (f := self.app.focused()) and "Add a Deliverable" in self.label(f), "the focus where one goes on")
        for names in (("Print file", "Sketch"), ("Sketch", "Print file")):
            self.key("ctrl+z")
            self.deliverables(*names)
        self.key("ctrl+z")
        self.kept_child("deliverable", "acceptance", None)
        self.key("ctrl+z")
        self.deliverables("Sketch")
        self.key("ctrl+z")
        self.deliverables()

    def test_deliverable_is_kept_while_it_is_typed(self):
        """Without leaving the field; and what comes back from the file does not take what is being typed."""
        self.begin()
        self.reach("text", re.compile("^Add a Deliverable"))
        self.type("Sketch")
        self.key("Return")
        self.deliverables("Sketch")
        done = self.reach("text", "Done When", "shift+Tab")
        self.type("The baker")
        self.kept_child("deliverable", "acceptance", "The baker")
        self.type(" nods")
        self.reads(done, "The baker nods")
        self.kept_child("deliverable", "acceptance", "The baker nods")
        self.assertIn("focused", done.states)

    def test_other_card_while_typing(self):
        """A click on another card, the name of a deliverable half typed: it is kept, for the right opportunity."""
        self.import_postings((TITLE, "Bakery Lindner", "Jena"), ("Leaflet", "Klub", "Jena"))
        self.start()
        self.card().click()
        self.reach("text", re.compile("^Add a Deliverable"))
        self.type("Sketch")
        self.key("Return")
        self.deliverables("Sketch")
        name = self.reach("text", "Deliverable", "shift+Tab")
        self.key("End")
        self.type(" in pencil")
        self.reads(name, "Sketch in pencil")
        self.card("Leaflet").click()
        self.until(lambda: self.find("text", "Title").text == "Leaflet", "the page of the other")
        self.until(lambda: self.ask("SELECT title FROM deliverable") == ["Sketch in pencil"], lambda: f"the name to be kept, it is {self.ask('SELECT title FROM deliverable')}")
        self.assertEqual(self.ask("SELECT o.title FROM deliverable JOIN opportunity o ON o.id = opportunity"), [TITLE])
        self.deliverables()

    def test_skills(self):
        self.begin()
        self.reach("text", re.compile("^Add a skill"))
        self.type("Layout, Typing")
        self.key("Return")
        self.find("button", "Remove Typing")
        self.reach("button", "Remove Layout", "shift+Tab")
        self.key("space")
        self.gone("button", "Remove Layout")
        self.until(lambda: (f := self.app.focused()) and "Add a skill" in self.label(f), "the focus where one goes on")
        self.key("ctrl+z")
        self.find("button", "Remove Layout")
        self.key("ctrl+z")
        self.gone("button", re.compile("^Remove (Layout|Typing)"))

    def test_tags_are_completed(self):
        """Those in use elsewhere are offered, each of several, to the keys and to the pointer; what it has is not."""
        self.import_postings((TITLE, "Bakery Lindner", "Jena"), ("Leaflet", "Klub", "Jena"))
        self.start()
        self.card("Leaflet").click()
        self.reach("text", re.compile("^Add a tag"))
        self.type("summer 2027, with Ada")
        self.key("Return")
        self.find("button", "Remove with Ada")
        self.card().click()
        self.gone("button", "Remove with Ada")
        entry = self.reach("text", re.compile("^Add a tag"))
        self.assertFalse(self.app.has("list", "Ways to Go On"))
        self.type("sum")
        self.find("list", "Ways to Go On").find("list item", "summer 2027")
        self.key("Escape")
        self.gone("list", "Ways to Go On")
        self.reads(entry, "sum")
        self.type("m")
        self.find("list item", "summer 2027")
        self.key("Down", "Return")
        self.reads(entry, "summer 2027")
        self.gone("list", "Ways to Go On")
        self.popping_up(", ad")
        # each letter makes the list anew: a press on the one before would be lost
        self.reads(entry, "summer 2027, ad")
        self.find("list item", "with Ada").click()
        self.reads(entry, "summer 2027, with Ada")
        self.assertIn("focused", entry.states)
        self.key("Return")
        self.find("button", "Remove summer 2027")
        self.find("button", "Remove with Ada")
        self.reads(entry, "")
        self.type("2027")
        self.reads(entry, "2027")
        self.assertFalse(self.app.has("list", "Ways to Go On"), "it has that one")

    def test_how_a_fact_is_known(self):
        """Not looked at, not said, stated by somebody: chosen in the menu of the field and taken back."""
        self.begin()
        where = re.compile("^How Location is known")

        def known(words):
            return self.find("button", re.compile("^How Location is known: " + words))
        start = self.toggle(where).parent.name
        steps = (("^Mail$", "Mail"), ("^Posting does not say$", "Posting does not say"), ("^Not looked at$", "Not looked at"))
        for item, words in steps:
            self.toggle(where)
            self.key("Return")
            self.pick(item)
            known(words)
        for _, words in steps[-2::-1]:
            self.key("ctrl+z")
            known(words)
        self.key("ctrl+z")
        self.find("button", start)
        self.kept("location", "Jena")


if __name__ == "__main__":
    tap.main()
