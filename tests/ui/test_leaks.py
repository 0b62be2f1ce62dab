#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour through every view, menu and dialog with leaks looked for: what a window made, it lets go of before the program ends."""
import os
import re

from foothold_case import FIXTURES, HELPERS, FootholdCase
import tap

PAGE = FIXTURES / "pages" / "posting-da-nang.html"


class Leaks(FootholdCase):
    profile = True

    def put_profile(self):
        super().put_profile()
        self.leaks = True                                         # from here on, and in the window alone: commands have tests of their own
        self.preload("objects-left")

    def preload(self, *names):
        """A leaked widget stays reachable through GTK's own tables, where LeakSanitizer does not mind it: objects are counted besides."""
        self.environment = {"LD_PRELOAD": ":".join(os.path.join(HELPERS, name + ".so") for name in names)}

    def check(self, app):
        super().check(app)
        left = [line for line in app.output().splitlines() if line.startswith("object left: ")]
        self.assertFalse(left, "objects that nobody let go of: " + ", ".join(left))

    def command(self, *arguments, **options):
        self.leaks = False
        try:
            return super().command(*arguments, **options)
        finally:
            self.leaks = True

    def cards(self):
        return [n for n in self.app.node.all("list item") if "list.select" in n.actions]

    def card(self, title):
        return self.until(lambda: [n for n in self.cards() if title in n.name], f"the card of {title}")[0]

    def begin(self):
        self.import_postings(("Menu cards", "Quán Ăn Ngon", "Đà Nẵng"), ("Leaflet for a club", "Klub Szachowy", "Łódź"), ("Count bicycles", "Stadt Jena", "Jena"))
        self.start()
        self.card("Menu cards")

    def open(self, title):
        self.card(title).act("list.activate")
        self.find("button", "Archive")
        self.until(lambda: any(n.text == title for n in self.app.node.all("text", "Title")), f"the page of {title}")

    def dialog(self, action, title=None):
        self.find("frame", "Foothold").act(action)
        return self.find("dialog", title)

    def escape(self, role="dialog"):
        self.key("Escape")
        self.gone(role)

    def end_by_signal(self):
        """The way out that a logout takes; the views are there still when it comes."""
        app, self.app = self.app, None
        app.p.terminate()
        self.until(lambda: app.p.poll() is not None, "the program to end", 60)
        self.check(app)

    def test_views_and_menus(self):
        self.begin()
        for view in ("Starred", "Dropped", "Archived", "Places to Look", "Board"):
            self.find("list item", view).act("row.open")
            self.until(lambda: "selected" in self.find("list item", view).states, view)
        self.card("Menu cards")
        search = self.find("entry", "Search")
        search.set_text("lodz")
        self.until(lambda: len(self.cards()) == 1, "what was found")
        search.set_text("zzqx")
        self.find("label", "No Results Found")
        search.set_text("")
        self.card("Menu cards").act("menu.popup")
        self.until(lambda: self.app.node.all("menu item"), "the card's menu")
        self.escape("menu item")
        self.key("F10")
        self.until(lambda: self.app.node.all("menu item"), "the menu")
        self.escape("menu item")
        self.end_by_signal()

    def test_page(self):
        """Two pages, one after the other, with all rows, a menu of each kind, and something typed."""
        self.begin()
        for title in ("Menu cards", "Leaflet for a club"):
            self.open(title)
            self.find("button", "More Actions").find("toggle button").act()
            self.until(lambda: self.app.node.all("menu item"), "the menu of the page")
            self.escape("menu item")
            known = self.find("button", re.compile("^How Organisation is known"))
            known.find("toggle button").act()
            self.until(lambda: self.app.node.all("menu item"), "how it is known")
            self.escape("menu item")
            self.find("text", "Organisation").type("Bakery Lindner", clear=True)
            self.key("Return")
            self.find("list item", re.compile(f"{title}.*Bakery Lindner"))
            for page in ("Worth It?", "Pay", "Clarity", "Posting", "History", "Overview"):
                self.key("ctrl+Next")
                self.until(lambda page=page: (f := self.app.focused()) and f.name == page, page)
        self.key("ctrl+z")
        self.until(lambda: "Bakery" not in self.card("Leaflet for a club").name, "the change to be undone")
        self.end_by_signal()

    def test_acts(self):
        """Add, drop, archive, delete and back again, with their dialogs and toasts."""
        self.begin()
        self.key("ctrl+n")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.type("Survey of shops")
        self.key("Return")
        self.gone("dialog")
        self.card("Survey of shops").act("opportunity.drop")
        self.find("alert", "Drop This Opportunity?").find("button", "Drop").act()
        self.gone("alert", "Drop This Opportunity?")
        self.card("Menu cards").act("opportunity.star")
        self.until(lambda: "starred" in self.card("Menu cards").name, "the star")
        self.card("Menu cards").act("opportunity.archive")
        self.until(lambda: len(self.cards()) == 2, "two cards")
        self.card("Count bicycles").act("opportunity.delete")
        self.until(lambda: len(self.cards()) == 1, "one card")
        self.key("ctrl+z")
        self.card("Count bicycles")
        self.key("ctrl+z")
        self.card("Menu cards")
        self.key("ctrl+shift+z")
        self.until(lambda: len(self.cards()) == 2, "two cards again")
        self.end_by_signal()

    def test_applications(self):
        """The board of stages, the table, its menus and the page."""
        self.begin()
        self.card("Menu cards").act("opportunity.apply")
        self.find("list item", re.compile("^Menu cards.*Applying"))
        self.find("list item", re.compile("^Applications")).act("row.open")
        self.find("list item", re.compile("^Menu cards, .*Draft"))
        self.key("ctrl+2")
        line = self.find("table row", "Menu cards")
        self.find("button", "Columns").click()
        self.find("check box", "Sent By")
        self.escape("check box")
        line.act("menu.popup")
        self.find("menu item", "Withdraw…")
        self.escape("menu item")
        line.act("application.mark")
        self.find("label", "1 selected")
        self.find("button", "End Selection").act()
        self.gone("label", "1 selected")
        line.act("application.open")
        self.find("text", "Next step")
        self.find("button", "Close Application").act()
        self.gone("button", "Close Application")
        self.key("ctrl+1")
        self.find("list item", re.compile("^Menu cards, .*Draft"))
        self.key("ctrl+2")
        self.find("table row", "Menu cards")

    def test_dialogs(self):
        self.begin()
        for action in ("win.preferences", "win.about", "win.export", "win.backups", "win.profile"):
            with self.subTest(action):
                self.dialog(action)
                self.escape()
        profile = self.dialog("win.profile", "Profile")
        for name in ("Goals", "Skills", "You", "Goals"):               # a button that is pressed by its action answers a moment later
            profile.find("page tab", name).act().wait_state("selected")
        self.find("list item", re.compile("^Add a goal")).find("text").type("Learn to lay out pages")
        self.key("Return")
        goal = self.until(lambda: [n for n in self.app.node.all("list item") if "goal.open" in n.actions], "the goal")[0]
        goal.act("goal.open")
        self.key("Escape")
        self.until(lambda: self.app.has("page tab", "Goals") or not self.app.has("dialog"), "the way back")
        if self.app.has("dialog"):
            self.escape()
        self.end_by_signal()

    def test_side_by_side(self):
        self.begin()
        for title in ("Menu cards", "Count bicycles"):
            self.card(title).act("list.mark")
        for action, title in (("win.compare", "Compare"), ("win.merge", "Merge")):
            dialog = self.dialog(action, title)
            self.until(lambda: dialog.all("table row") or dialog.all("radio button"), "what they say")
            self.escape()
        self.end_by_signal()

    def test_a_leak_is_seen(self):
        """A test that cannot fail proves nothing: a dialog that somebody never lets go of must be named."""
        self.preload("kept-dialogs", "objects-left")
        self.begin()
        self.key("ctrl+n")
        self.find("dialog", "Add Opportunity")
        self.escape()
        with self.assertRaisesRegex(AssertionError, "object left: FootholdAddDialog"):
            self.end_by_signal()

    def test_backup_and_restore(self):
        self.begin()
        self.command("backup")
        dialog = self.dialog("win.backups", "Backups")
        dialog.find("button", re.compile("^Restore the backup of ")).act()
        self.gone("dialog")
        self.card("Menu cards")
        self.end_by_signal()

    def test_import(self):
        """The preview, left once and taken once."""
        self.begin()
        for taken in (False, True):
            self.session.copy(PAGE.read_bytes(), "text/html")
            self.find("frame", "Foothold").act("win.paste")
            dialog = self.find("dialog")
            button = self.until(lambda: [n for n in dialog.all("button", re.compile("^(Import|Add)")) if "sensitive" in n.states], "the button that imports")[0]
            if taken:
                button.act()
                self.gone("dialog")
            else:
                self.escape()
        self.until(lambda: len(self.cards()) == 4, "four cards")
        self.end_by_signal()

    def test_trouble(self):
        with open(os.path.join(self.data, "foothold.db"), "wb") as f:
            f.write(b"Dear diary,\n" * 100)
        self.start()
        self.find("label", "Not a Foothold File")
        self.end_by_signal()

    def test_first_start(self):
        """Ended before it is answered."""
        for name in os.listdir(self.data):
            if name.startswith("foothold.db"):
                os.unlink(os.path.join(self.data, name))
        self.start()
        self.find("list item", re.compile("I Look for Projects")).click()
        self.find("text", re.compile("^Name"))
        self.end_by_signal()


if __name__ == "__main__":
    tap.main()
