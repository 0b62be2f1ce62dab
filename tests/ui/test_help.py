#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 opens the page of the help that belongs to what is shown, in dialogs too."""
import os
import stat

from foothold_case import FIXTURES, ROOT, FootholdCase
import tap


class Help(FootholdCase):
    profile = True

    def setUp(self):
        """A help viewer that writes down what it was asked for."""
        super().setUp()
        self.asked = os.path.join(self.session.dir, "asked-for-help")
        open(self.asked, "w", encoding="utf-8").close()
        viewer = os.path.join(self.session.dir, "help-viewer")
        with open(viewer, "w", encoding="utf-8") as f:
            f.write(f'#!/bin/sh\necho "$1" >>"{self.asked}"\n')
        os.chmod(viewer, os.stat(viewer).st_mode | stat.S_IXUSR)
        applications = os.path.join(self.session.env["XDG_DATA_HOME"], "applications")
        os.makedirs(applications, exist_ok=True)
        with open(os.path.join(applications, "help-viewer.desktop"), "w", encoding="utf-8") as f:
            f.write(f"[Desktop Entry]\nType=Application\nName=Help Viewer\nExec={viewer} %u\nMimeType=x-scheme-handler/help;\n")
        for folder in (applications, self.session.env["XDG_CONFIG_HOME"]):
            with open(os.path.join(folder, "mimeapps.list"), "w", encoding="utf-8") as f:
                f.write("[Default Applications]\nx-scheme-handler/help=help-viewer.desktop\n")

    def expect(self, page):
        """F1 asks for PAGE, and the help has it."""
        self.assertTrue((ROOT / "help" / "C" / f"{page}.page").is_file())
        with open(self.asked, "r+", encoding="utf-8") as f:
            f.truncate()
        self.key("F1")

        def what():
            with open(self.asked, encoding="utf-8") as f:
                return f.read().split()
        self.until(what, f"help about {page}")
        self.assertEqual(what(), [f"help:foothold/{page}"])

    def test_each_view(self):
        self.start()
        self.find("entry", "Search")
        self.expect("board")
        for action, title, page in (("preferences", "Preferences", "data"), ("profile", "Profile", "profile"), ("export", "Export", "exporting"), ("backups", "Backups", "restore")):
            self.find("frame", "Foothold").act(f"win.{action}")
            self.find("dialog", title)
            self.expect(page)
            self.key("Escape")
            self.gone("dialog", title)

    def test_adding_and_the_page_of_an_opportunity(self):
        self.start()
        self.find("entry", "Search")
        self.key("ctrl+n")
        self.find("dialog", "Add Opportunity")
        self.expect("adding")
        self.type("Poster")
        self.key("ctrl+Return")
        self.gone("dialog", "Add Opportunity")
        self.to_list()
        self.expect("board")
        self.key("F2")
        self.until(lambda: (f := self.app.focused()) and f.name == "Title", "the title to have the focus")
        self.expect("opportunity")

    def test_import(self):
        self.start(FIXTURES / "pages" / "posting-da-nang.html")
        dialog = self.find("dialog")
        self.until(lambda: dialog.all("button", states=("sensitive", "showing")), "the preview")
        self.expect("importing")


if __name__ == "__main__":
    tap.main()
