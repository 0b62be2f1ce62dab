#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of an opportunity with the keyboard alone: Tab reaches every editor that shows, each can be changed there, and undo takes all of it back."""
import os
import re
import sqlite3

from foothold_case import FootholdCase
import tap

# What a field may want, tried in turn until it does not complain.
VALUES = ["A word", "12", "300 EUR", "https://example.org/a", "ann@example.org", "2027-01-31"]


class Keyboard(FootholdCase):
    profile = True

    def row(self):
        """The opportunity as the file has it; read after the program has ended, never beside it."""
        with sqlite3.connect(f"file:{os.path.join(self.data, 'foothold.db')}?mode=ro", uri=True) as db:
            db.row_factory = sqlite3.Row
            row = dict(db.execute("SELECT * FROM opportunity").fetchone())
            entries = db.execute("SELECT count(*) FROM change WHERE undone = 0").fetchone()[0]
            return {k: v for k, v in row.items() if k not in ("updated_at", "changed_at", "unread")}, entries

    def open(self):
        self.start()
        self.find("list item", re.compile("^Menu cards"))
        self.to_list()
        self.key("F2")
        return self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Title" and f, "the title to have the focus")

    def line(self, node):
        """The row that a control stands in."""
        while node is not None and node.role not in ("list item", "frame"):
            node = node.parent
        return node

    def complains(self, node):
        return "invalid-entry" in node.states or "invalid entry" in node.states

    def change(self, node):
        """Types until the field has no complaint; the focus stays where it is."""
        for value in VALUES:
            self.key("ctrl+a")
            self.type(value)
            if "multi-line" not in node.states:
                self.key("Return")
            if not self.complains(node):
                return
        self.fail(f"{node!r} takes nothing of {VALUES}")

    def choose(self, node):
        """The next choice of a drop-down."""
        self.key("space")
        self.until(lambda: self.app.focused() and self.app.focused() != node, f"the choices of {node!r}")
        searched = self.app.focused().role in ("entry", "text")      # then the list is below, and begins with what is chosen
        self.key(*(["Down"] if searched else []), "Down", "Return")
        here = self.until(lambda: (f := self.app.focused()) and (f == node or f.name == "Add a Place to Look") and f, f"{node!r} to have the focus again, or what it asks")
        if here != node:                                     # there was nothing to choose but one's own
            self.type("Board of the student union")
            self.key("Return")
            self.until(lambda: self.app.focused() and self.app.focused() == node, f"{node!r} to have the focus again")

    def test_every_field(self):
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"))
        node = self.open()
        self.quit()
        before, entries = self.row()
        node = self.open()
        seen, texts, choices = [], 0, 0
        while True:
            seen.append((node.role, node.name))
            name = node.name
            self.assertTrue(name or node.parent.name, f"{node!r} in {self.line(node)!r} has a name")
            if node.role == "text" and not name.startswith("Add"):
                self.change(node)
                texts += 1
            elif node.parent.role == "combo box" and [n.name for n in node.all("label")] == ["–"]:
                self.choose(node)
                choices += 1
            following = self.moved("Tab", node)
            if following.name == "Title" and following.role == "text":
                break
            self.assertLess(len(seen), 200, f"Tab does not come back: {seen}")
            node = following
        names = {name for _, name in seen}
        self.assertTrue({"Organisation", "Star", "Archive", "More Actions", "Evaluate", "Drop…"} <= names, sorted(names))
        self.assertEqual([n for n in self.app.node.all() if n.role == "text" and n.name and n.name not in names], [], "every field is reached")
        self.assertGreater(texts, 8)
        self.assertGreater(choices, 1)
        self.quit()
        after, now = self.row()
        changed = [k for k in after if after[k] != before[k]]
        self.assertGreaterEqual(len(changed), (texts + choices) * 9 // 10, f"{texts} texts and {choices} choices changed {changed}")
        self.assertGreaterEqual(now - entries, (texts + choices) * 9 // 10, "each is an entry of its own")

        self.start()
        self.find("entry", "Search").click()
        for _ in range(now - entries):
            self.find("frame", "Foothold").act("win.undo")
        self.until(lambda: self.app.has("list item", re.compile("^Menu cards, Quán Ăn Ngon")), "the card as it was")
        self.quit()
        self.assertEqual(self.row(), (before, entries))


if __name__ == "__main__":
    tap.main()
