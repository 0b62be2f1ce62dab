# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board with real keys and nothing else: no pointer, no action of the bus; every control is found by role and name, and reached by Tab."""
import contextlib
import os
import re
import sqlite3

from foothold_case import FootholdCase

TITLE = "Menu cards"


class KeysCase(FootholdCase):
    profile = True

    # ---- reaching ----

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

    def menu(self):
        """The menu of what has the keys: they are in it before an arrow is pressed, which would else be one too many. The pointer is out of its way: an item under it takes the keys."""
        self.session.cmd("xdotool", "mousemove", 1279, 799)
        self.key("shift+F10")
        return self.until(lambda: (f := self.app.focused()) and f.role == "menu item" and f, "the keys in the menu")

    def pick(self, item, after=None):
        """The item of the menu that is open, by the arrow keys; after: the item that opened it, which has the keys until it is there."""
        self.until(lambda: self.app.node.all("menu item", re.compile(item)), f"the menu with {item}")
        if after:
            self.until(lambda: (f := self.app.focused()) and f.role == "menu item" and f != after, "the keys in the menu inside")
        for _ in range(30):
            now = self.app.focused()
            if now is not None and now.role == "menu item" and re.search(item, now.name):
                self.key("Return")
                self.gone("menu item")
                return
            self.key("Down")
            self.until(lambda: (f := self.app.focused()) and f != now, "the next item")
        self.fail(f"the arrows do not reach {item}")

    def card(self, title=TITLE):
        return self.find("list item", re.compile("^" + re.escape(title)))

    def on_card(self):
        """The focus on the one card there is."""
        self.card()
        self.to_list()
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


__all__ = ["TITLE", "KeysCase"]
