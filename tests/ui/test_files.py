#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GTK's own file chooser, driven as a person does: what is chosen is imported, what is exported is on the disk and whole."""
import csv
import json
import os
import re
import shutil
import zipfile

from foothold_case import FIXTURES, FootholdCase
import tap

PAGE = FIXTURES / "pages" / "posting-da-nang.html"


class Files(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        # The chooser opens in the home folder, which is this session's own.
        self.folder = self.session.env["HOME"]
        for name in os.listdir(self.folder):
            if name.endswith((".html", ".json", ".csv", ".zip")):
                os.unlink(os.path.join(self.folder, name))

    def cards(self):
        return [n.name for n in self.app.node.all("list item") if "list.select" in n.actions]

    # ---- in ----

    def choose(self, *names):
        """Ctrl+O, a path typed (GTK asks for it at the first slash), Enter."""
        self.key("ctrl+o")
        chooser = self.chooser("Import")
        self.type("/")
        name = self.until(lambda: [n for n in chooser.all("text") if "focused" in n.states], "the entry for a path")[0]
        name.set_text(os.path.join(self.folder, names[0]))
        chooser.find("button", "Import").act()
        self.until(lambda: not any(n.role == "dialog" and n.name == "Import" for n in self.app.node.children), "the chooser to go")

    def test_import_what_was_chosen(self):
        shutil.copy(PAGE, os.path.join(self.folder, "posting.html"))
        self.start()
        self.find("entry", "Search")
        self.choose("posting.html")
        dialog = self.find("dialog", re.compile("Import"))
        self.assertEqual(self.cards(), [])
        self.until(lambda: [n for n in dialog.all("button", re.compile("^Import")) if "sensitive" in n.states], "the button that imports")[0].act()
        self.until(lambda: len(self.cards()) == 1, lambda: f"one card, there are {self.cards()}")
        self.find("label", "1 opportunity imported")

    def test_chooser_cancelled(self):
        self.start()
        self.find("entry", "Search")
        self.key("ctrl+o")
        self.chooser("Import").find("button", "Cancel").act()
        self.until(lambda: not any(n.role == "dialog" and n.name == "Import" for n in self.app.node.children), "the chooser to go")
        self.find("entry", "Search")
        self.assertFalse(self.app.has("dialog"))

    # ---- out ----

    def export(self, name, kind=None, table=None):
        self.import_postings(("Menu cards; “Quán”", "Quán Ăn Ngon", "Đà Nẵng"), ("=1+2", "Klub, \"Szachowy\"", "Łódź"))
        self.start()
        self.find("list item", re.compile("Menu cards"))
        self.key("ctrl+e")
        dialog = self.find("dialog", "Export")
        if kind:
            dialog.find("radio button", re.compile(kind)).click()
        if table:
            dialog.find("combo box", re.compile("^Of")).choose(table)
        dialog.find("button", re.compile("^Export")).act()
        path = os.path.join(self.folder, name)
        self.save_as("Export", path, "Export")
        self.find("label", re.compile(f"Exported to “{re.escape(name)}”"))
        self.find("button", "Open Folder")
        self.gone("dialog", "Export")
        return path

    def test_export_json(self):
        """Equal, byte for byte, to what the command line writes; and it comes in again."""
        path = self.export("all of it.json")
        self.quit()
        with open(path, encoding="utf-8") as f:
            content = f.read()
        self.assertEqual({o["title"] for o in json.loads(content)["opportunities"]}, {"Menu cards; “Quán”", "=1+2"})
        self.assertEqual(content, self.command("export", "json"))

    def test_export_csv(self):
        path = self.export("tables.csv", "CSV")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                self.assertIsNone(archive.testzip())
                rows = list(csv.reader(archive.read("opportunities.csv").decode("utf-8-sig").splitlines()))
        else:
            with open(path, encoding="utf-8-sig", newline="") as f:
                rows = list(csv.reader(f))
        titles = [row[rows[0].index("title")] for row in rows[1:]]
        self.assertEqual(sorted(title.lstrip("'") for title in titles), ["=1+2", "Menu cards; “Quán”"])
        self.assertNotIn("=1+2", titles, "a formula is defused")

    def test_export_people(self):
        """Another table is chosen where its kind is; it is the command line's."""
        self.command("generate", "--rows", "12", "--applications", "12", "--seed", "3")
        path = self.export("people.csv", "CSV", "People")
        self.quit()
        with open(path, encoding="utf-8-sig", newline="") as f:
            content = f.read()
        self.assertIn("job_title", content)
        self.assertEqual(list(csv.reader(content.splitlines())), list(csv.reader(self.command("export", "csv", "people").lstrip("\ufeff").splitlines())))

    def test_export_where_nothing_can_be_written(self):
        """The folder is not there any more: it says so, and no part of a file is left."""
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"))
        self.start()
        self.find("list item", re.compile("Menu cards"))
        self.key("ctrl+e")
        self.find("dialog", "Export").find("button", re.compile("^Export")).act()
        place = os.path.join(self.folder, "a folder.json")
        os.makedirs(place, exist_ok=True)
        chooser = self.chooser("Export")
        chooser.find("text", "Name:").set_text("/proc/nothing-here.json")
        chooser.find("button", "Export").act()
        self.until(lambda: self.app.node.all("alert") or [n for n in self.app.node.all("label") if "proc" in n.name], "a word about it")
        shutil.rmtree(place)


if __name__ == "__main__":
    tap.main()
