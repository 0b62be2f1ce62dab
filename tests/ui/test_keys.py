#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole of the board with real keys and nothing else: no pointer, no action of the bus; every control is found by role and name, and reached by Tab."""
import contextlib
import os
import re
import sqlite3

from foothold_case import FootholdCase
import tap

TITLE = "Menu cards"


class Keys(FootholdCase):
    profile = True

    # ---- reaching ----

    def focus(self, what="the focus to be somewhere"):
        return self.until(self.app.focused, what)

    def moved(self, key, before):
        self.key(key)
        return self.until(lambda: (f := self.app.focused()) and f.acc != before.acc and f, lambda: f"{key} to leave {before!r}")

    def label(self, node):
        """A switch or an entry inside a row is told by the row."""
        return node.name or node.parent.name

    def reach(self, role, name, key="Tab", limit=150):
        """Presses Tab until the control with this role and name has the focus."""
        pattern = name if hasattr(name, "search") else re.compile("^" + re.escape(name) + "$")
        node, seen = self.focus(), []
        for _ in range(limit):
            if role in (None, node.role) and pattern.search(self.label(node)):
                return node
            seen.append(f"{node.role} {self.label(node)!r}")
            node = self.moved(key, node)
        self.fail(f"{key} does not reach {role} {name!r}; it went by {seen}")

    def toggle(self, name, **options):
        """The button of a menu is a toggle inside a control that bears the name."""
        node, seen = self.focus(), []
        pattern = name if hasattr(name, "search") else re.compile("^" + re.escape(name) + "$")
        for _ in range(options.get("limit", 150)):
            if node.role == "toggle button" and (pattern.search(node.name) or pattern.search(node.parent.name)):
                return node
            seen.append(f"{node.role} {self.label(node)!r}")
            node = self.moved(options.get("key", "Tab"), node)
        self.fail(f"Tab does not reach the menu {name!r}; it went by {seen}")

    def pick(self, item):
        """The item of the menu that is open, by the arrow keys."""
        self.until(lambda: self.app.node.all("menu item", re.compile(item)), f"the menu with {item}")
        for _ in range(30):
            now = self.app.focused()
            if now is not None and now.role == "menu item" and re.search(item, now.name):
                self.key("Return")
                self.gone("menu item")
                return
            self.key("Down")
            self.until(lambda: (f := self.app.focused()) and (now is None or f.acc != now.acc), "the next item")
        self.fail(f"the arrows do not reach {item}")

    def card(self, title=TITLE):
        return self.find("list item", re.compile("^" + re.escape(title)))

    def on_card(self):
        """The focus on the one card there is."""
        self.card()
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.key("Down")
        return self.until(lambda: (f := self.app.focused()) and f.role == "list item" and f.name.startswith(TITLE) and f, "the card to have the focus")

    def on_page(self):
        self.on_card()
        self.key("F2")
        return self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Title" and f, "the title to have the focus")

    def begin(self):
        self.import_postings((TITLE, "Bakery Lindner", "Jena"))
        self.start()
        return self.on_page()

    def reads(self, node, text):
        self.until(lambda: node.text == text, lambda: f"{text!r}, it is {node.text!r}")

    def said(self, pattern):
        self.find("label", re.compile(pattern))

    def kept(self, column, value):
        """The file says so; a copy is asked, the live one is the program's."""
        self.until(lambda: self.ask(f"SELECT {column} FROM opportunity") == [value], lambda: f"{column} to be {value!r}, it is {self.ask(f'SELECT {column} FROM opportunity')}")

    def kept_child(self, table, column, value):
        self.until(lambda: value in self.ask(f"SELECT {column} FROM {table}"), lambda: f"{column} to be {value!r}, it is {self.ask(f'SELECT {column} FROM {table}')}")

    def ask(self, question):
        """The answer of the database, which is at rest between two changes; while one is written it is asked again."""
        try:
            with contextlib.closing(sqlite3.connect(f"file:{os.path.join(self.data, 'foothold.db')}?mode=ro", uri=True)) as db:
                return [row[0] for row in db.execute(question)]
        except sqlite3.OperationalError:
            return None

    def deliverables(self, *names):
        def shown():
            return tuple(n.name.partition(": ")[2] for n in self.app.node.all("list item", re.compile("^Deliverable [0-9]+ of")))
        self.until(lambda: shown() == names, lambda: f"deliverables {names}, there are {shown()}")

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

    # ---- the page ----

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
        self.reach("text", re.compile("^Add a Skill"))
        self.type("Layout, Typing")
        self.key("Return")
        self.find("button", "Remove Typing")
        self.reach("button", "Remove Layout", "shift+Tab")
        self.key("space")
        self.gone("button", "Remove Layout")
        self.until(lambda: (f := self.app.focused()) and "Add a Skill" in self.label(f), "the focus where one goes on")
        self.key("ctrl+z")
        self.find("button", "Remove Layout")
        self.key("ctrl+z")
        self.gone("button", re.compile("^Remove (Layout|Typing)"))

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
