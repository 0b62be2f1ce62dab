#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in: a file given to a second start, something pasted, something dropped; and that every control can be reached and has a name."""
import re
import subprocess

from foothold_case import FIXTURES, HELPERS, PROGRAM, FootholdCase
import tap

PAGE = FIXTURES / "pages" / "posting-da-nang.html"
CONTROLS = {"button", "toggle button", "text", "entry", "check box", "radio button", "combo box", "spin button", "list item", "slider", "link", "menu item", "dialog", "alert"}


class WaysIn(FootholdCase):
    profile = True

    def accept(self):
        """The preview is there; takes it and waits until it is gone."""
        dialog = self.find("dialog")
        button = self.until(lambda: [n for n in dialog.all("button") if re.match(r"^(Import|Add)", n.name) and "sensitive" in n.states], "the button that imports")[0]
        button.act()
        self.gone("dialog")

    def cards(self):
        return [n.name for n in self.app.node.all("list item") if "list.select" in n.actions]

    def imported(self):
        return self.until(lambda: len(self.cards()) == 1, lambda: f"one card, there are {self.cards()}")

    def test_second_start_with_a_file(self):
        """What the file manager does: the first window shows the preview, nothing is imported before one says so, and one Ctrl+Z takes it back."""
        self.start()
        second = subprocess.run([PROGRAM, str(PAGE)], env={**self.session.env, **self.env()}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30)
        self.assertEqual(second.returncode, 0, second.stdout.decode())
        self.find("dialog")
        self.assertEqual(self.cards(), [])
        self.accept()
        self.imported()
        self.key("ctrl+z")
        self.until(lambda: not self.cards(), "the import to be undone")

    def test_first_start_with_a_file(self):
        self.start(PAGE)
        self.accept()
        self.imported()

    def test_cancel_changes_nothing(self):
        self.start(PAGE)
        self.find("dialog")
        self.key("Escape")
        self.gone("dialog")
        self.assertEqual(self.cards(), [])

    def test_paste_a_page(self):
        self.start()
        self.find("entry", "Search")
        self.session.copy(PAGE.read_bytes(), "text/html")
        self.app.find("frame", "Foothold").act("win.paste")
        self.accept()
        self.imported()

    def dropped(self, *offer):
        """From another program's window, with real pointer events."""
        app = self.start()
        self.find("entry", "Search")
        app.resize(900, 600)
        self.session.cmd("xdotool", "windowmove", "--sync", app.window(), 0, 0)
        other = self.session.launch([f"{HELPERS}/drag-source", *offer], env=self.env())
        self.session.cmd("xdotool", "windowmove", "--sync", other.window(), 1000, 650)
        try:
            other.find("label", "Drag Me").drag_to(app.find("label", "No Opportunities Yet"))
        finally:
            other.stop()
        self.accept()
        self.imported()

    def test_drop_a_file(self):
        self.dropped("file", str(PAGE))

    def test_drop_a_piece_of_a_page(self):
        """What a browser offers when somebody drags what they have selected."""
        self.dropped("html", PAGE.read_text(encoding="utf-8"))


class Names(FootholdCase):
    profile = True

    def nameless(self):
        return [n for n in self.app.node.all() if n.role in CONTROLS and not n.name and n.extents()[2] > 0 and "selectable" not in n.states]

    def test_board(self):
        """Every control that shows has a name for the screen reader."""
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"))
        self.start()
        self.until(lambda: [n for n in self.app.node.all("list item") if "list.activate" in n.actions], "a card")[0].act("list.activate")
        self.find("button", "Archive")
        self.assertEqual(self.nameless(), [])

    def test_dialogs(self):
        self.start()
        frame = self.find("frame", "Foothold")
        for action in ("win.profile", "win.preferences", "win.export", "win.backups", "win.about"):
            with self.subTest(action):
                frame.act(action)
                self.until(lambda: self.app.node.all("dialog") or self.app.node.all("alert"), action)
                self.assertEqual(self.nameless(), [], action)
                self.key("Escape")
                self.gone("dialog")

    def test_menu(self):
        self.start()
        self.find("entry", "Search")
        self.key("F10")
        items = self.until(lambda: self.app.node.all("menu item"), "the menu")
        self.assertEqual([n for n in items if not n.name], [])

    def test_tab_goes_around(self):
        """Tab visits each focusable control and comes back to where it began."""
        self.start()
        self.find("entry", "Search")
        seen = []
        for _ in range(40):
            before = self.app.focused()
            self.key("Tab")
            now = self.until(lambda: (f := self.app.focused()) and (before is None or f.acc != before.acc) and f, "the focus to move")
            if any(now.acc == n.acc for n in seen):
                break
            seen.append(now)
        else:
            self.fail(f"Tab did not come back: {seen}")
        self.assertGreater(len(seen), 5)
        self.assertTrue({"Search", "Add Opportunity"} <= {n.name for n in seen}, f"not reached: {seen}")


if __name__ == "__main__":
    tap.main()
