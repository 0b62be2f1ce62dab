#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in: a file given to a second start, something pasted, something dropped; and that every control can be reached and has a name."""
import os
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

    def test_paste_a_text(self):
        """What a mail says of an opportunity, in its own words."""
        self.start()
        self.find("entry", "Search")
        self.session.copy("Umfrage unter Läden\n\nFirma: Nordlicht\nRund 15 Stunden, 300 EUR. Bewerbungsfrist: 14.02.2027\n".encode())
        self.app.find("frame", "Foothold").act("win.paste")
        self.accept()
        card = self.imported() and self.cards()[0]
        for fact in ("Umfrage unter Läden", "Nordlicht", "15"):
            self.assertIn(fact, card)
        self.key("ctrl+z")
        self.until(lambda: not self.cards(), "the import to be undone")

    def test_paste_from_the_menu(self):
        """The menu beside the button that adds has the same ways, for who does not know the keys."""
        self.start()
        self.find("entry", "Search")
        self.session.copy(b"https://jobs.example/market-scan")
        menu = self.find("button", "More Ways to Add") if self.app.node.all("button", "More Ways to Add") else self.find("toggle button", "More Ways to Add")
        menu.click()
        item = self.find("menu item", re.compile("Paste"))
        self.assertEqual(len(self.app.node.all("menu item", re.compile("Import"))), 2)
        item.click()
        self.accept()
        self.imported()
        self.assertIn("Market scan", self.cards()[0])

    def folder(self):
        folder = os.path.join(self.session.dir, "linkedin")
        os.makedirs(os.path.join(folder, "Jobs"), exist_ok=True)
        for name, text in (("Jobs/Saved Jobs.csv", 'Saved Date,Job Url,Job Title,Company Name\n"9/24/26, 8:12 PM",https://www.linkedin.com/jobs/view/1,Market scan,Acme\n'),
                           ("Connections.csv", "First Name,Last Name,Connected On\nAda,Kowalska,1 May 2026\n"), ("Profile.csv", "First Name,Last Name,Headline,Summary\n"), ("Positions.csv", "Company Name,Title,Started On,Finished On\n")):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text)
        return folder

    def dropped(self, *offer, report=False):
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
        if report:
            return
        self.accept()
        self.imported()

    def test_drop_a_file(self):
        self.dropped("file", str(PAGE))

    def test_drop_a_folder(self):
        """LinkedIn's export, unpacked: saved jobs and people come in, every other file is left out by its name, in the preview and in the report."""
        self.dropped("file", self.folder(), report=True)
        for name in ("Connections.csv, Read", "Profile.csv, Left out", "Positions.csv, Left out", "Market scan, New"):
            self.find("list item", name)
        self.find("label", "1 new · 2 files left out · 1 person")
        self.until(lambda: [n for n in self.app.node.all("button", "Import 1") if "sensitive" in n.states], "the button that imports")[0].act()
        self.find("button", "Save Report…").act()
        report = os.path.join(self.session.dir, "report.tsv")
        self.save_as("Save Report", report)
        self.find("label", "Report saved")
        with open(report, encoding="utf-8") as f:
            lines = f.read()
        for name, why in (("Connections.csv", "becomes a person"), ("Positions.csv", "no opportunities"), ("Profile.csv", "other facts")):
            self.assertRegex(lines, f"(?m)^{name}\t.*{why}")
        self.key("Escape")
        self.gone("dialog")
        self.imported()
        self.key("ctrl+z")
        self.until(lambda: not self.cards(), "the import to be undone")

    def test_drop_a_text(self):
        self.dropped("text", "Market scan\nCompany: Acme\nHours: 10-20 hours\n")

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
            now = self.moved("Tab", self.focus())
            if any(now == n for n in seen):
                break
            seen.append(now)
        else:
            self.fail(f"Tab did not come back: {seen}")
        self.assertGreater(len(seen), 5)
        self.assertTrue({"Search", "Add Opportunity"} <= {n.name for n in seen}, f"not reached: {seen}")


if __name__ == "__main__":
    tap.main()
