#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every act can be taken back, by Ctrl+Z and by the button of its toast, and done again; and what was shown is shown again after a restart."""
import json
import os
import re

from foothold_case import FIXTURES, LASTING_TOASTS, FootholdCase
import tap

PAGE = FIXTURES / "pages" / "posting-da-nang.html"


class WaysBack(FootholdCase):
    profile = True
    environment = LASTING_TOASTS

    def card(self, title):
        return self.find("list item", re.compile(re.escape(title)))

    def no_card(self, title):
        self.gone("list item", re.compile(re.escape(title)))

    def cards(self):
        return [n.name for n in self.app.node.all("list item") if "list.select" in n.actions]

    def add(self, title):
        self.key("ctrl+n")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.type(title)
        self.key("Return")
        self.gone("dialog", "Add Opportunity")
        return self.card(title)

    def begin(self, title):
        """One opportunity, selected; no toast of the past in the way."""
        self.import_postings((title, "Bakery Lindner", "Jena"))
        self.start()
        card = self.card(title)
        card.act("list.select")
        self.find("button", "Archive")
        return card

    def toast(self, pattern):
        """The toast that says this, and its Undo button."""
        self.find("label", re.compile(pattern))
        return self.find("button", "Undo")

    # ---- adding ----

    def test_add_says_so_and_its_toast_undoes(self):
        self.start()
        self.add("Menu for 5 % of Jena")
        self.toast("“Menu for 5 % of Jena” added").act()
        self.no_card("Menu for 5 % of Jena")
        self.find("label", re.compile("^Undone: Add"))
        self.key("ctrl+shift+z")
        self.card("Menu for 5 % of Jena")
        self.toast("^Done again: Add").act()
        self.no_card("Menu for 5 % of Jena")

    def test_a_second_toast_takes_the_first_ones_place(self):
        """Undo is strictly last in, first out: there is never a button for what is no longer on top."""
        self.start()
        self.add("First of two")
        self.toast("First of two” added")
        self.add("Second of two")
        self.toast("Second of two” added")
        self.until(lambda: len(self.app.node.all("button", "Undo")) == 1, "one button")
        self.find("button", "Undo").act()
        self.no_card("Second of two")
        self.card("First of two")

    def test_a_toast_goes_when_something_else_changes(self):
        """What comes from the command line meanwhile would be taken back in its place."""
        self.start()
        self.add("Drawn by hand")
        self.toast("Drawn by hand” added")
        self.import_postings(("Come meanwhile", "Bakery Lindner", "Jena"))
        self.card("Come meanwhile")
        self.until(lambda: not self.app.node.all("button", "Undo"), "no button that would undo the import")
        self.key("ctrl+z")
        self.no_card("Come meanwhile")
        self.card("Drawn by hand")

    # ---- acts on one ----

    def act(self, action):
        title = "Leaflet for a club"
        self.begin(title).act(action)
        if action == "opportunity.drop":
            self.find("alert", "Drop This Opportunity?").find("button", "Drop").act()
        self.no_card(title)
        return title

    def undone_by_toast(self, action, said):
        title = self.act(action)
        self.toast(said).act()
        self.card(title)
        self.key("ctrl+shift+z")
        self.no_card(title)

    def undone_by_key(self, action):
        title = self.act(action)
        self.key("ctrl+z")
        self.card(title)
        self.key("ctrl+y")
        self.no_card(title)
        self.key("ctrl+z")
        self.card(title)

    def test_drop_by_toast(self):
        self.undone_by_toast("opportunity.drop", "Dropped “Leaflet for a club”")

    def test_drop_by_key(self):
        self.undone_by_key("opportunity.drop")

    def test_archive_by_toast(self):
        self.undone_by_toast("opportunity.archive", "Archived “Leaflet for a club”")

    def test_archive_by_key(self):
        self.undone_by_key("opportunity.archive")

    def test_delete_by_toast(self):
        self.undone_by_toast("opportunity.delete", "Deleted “Leaflet for a club”")

    def test_delete_by_key(self):
        self.undone_by_key("opportunity.delete")

    # ---- imports ----

    def import_page(self):
        self.start(PAGE)
        dialog = self.find("dialog")
        self.until(lambda: [n for n in dialog.all("button", re.compile("^Import")) if "sensitive" in n.states], "the button that imports")[0].act()
        self.gone("dialog")
        self.until(lambda: len(self.cards()) == 1, lambda: f"one card, there are {self.cards()}")

    def test_import_by_toast(self):
        self.import_page()
        self.toast("1 opportunity imported").act()
        self.until(lambda: not self.cards(), "the import to be undone")
        self.key("ctrl+shift+z")
        self.until(lambda: len(self.cards()) == 1, "the import to be done again")

    def test_import_by_key_after_a_restart(self):
        self.import_page()
        self.restart()
        self.until(lambda: len(self.cards()) == 1, "the card")
        self.key("ctrl+z")
        self.until(lambda: not self.cards(), "the import to be undone")

    def test_choose_among_several(self):
        """A file with three postings: what is unticked is not imported, and the button counts along."""
        path = os.path.join(self.session.dir, "three.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump([{"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": f"{title}, twelve hours.",
                        "hiringOrganization": {"@type": "Organization", "name": "Bakery"}} for title in ("Wanted one", "Unwanted one", "Wanted two")], f)
        page = os.path.join(self.session.dir, "three.html")
        with open(path, encoding="utf-8") as f, open(page, "w", encoding="utf-8") as html:
            html.write(f'<!doctype html><title>Three</title><script type="application/ld+json">{f.read()}</script>')
        self.start(page)
        dialog = self.find("dialog")
        dialog.find("button", "Import 3")
        dialog.find("list item", re.compile("^Unwanted one"))
        dialog.find("check box", re.compile("Unwanted one")).click()
        dialog.find("button", "Import 2").act()
        self.gone("dialog")
        self.until(lambda: len(self.cards()) == 2, lambda: f"two cards, there are {self.cards()}")
        self.no_card("Unwanted one")
        self.toast("2 opportunities imported").act()
        self.until(lambda: not self.cards(), "the import to be undone")

    def test_cancel_a_running_import(self):
        """Ten thousand postings on their way: Cancel takes all of them back, and what was there is as it was."""
        rows = self.id() and 20000
        path = os.path.join(self.session.dir, "many.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump([{"@context": "https://schema.org", "@type": "JobPosting", "title": f"Number {i}", "description": "Twelve hours.",
                        "hiringOrganization": {"@type": "Organization", "name": f"House {i % 300}"}} for i in range(rows)], f)
        self.import_postings(("Was there before", "Bakery", "Jena"))
        before = self.command("export", "json")
        self.start(path)
        dialog = self.find("dialog")
        dialog.find("button", f"Import {rows}", timeout=120).act()
        dialog.find("progress bar")
        dialog.find("button", "Cancel").act()
        self.gone("dialog", timeout=120)
        self.card("Was there before")
        self.assertEqual(len(self.cards()), 1)
        self.quit()
        self.assertEqual(self.command("export", "json"), before)

    # ---- restart ----

    def test_view_and_item_are_there_again(self):
        self.import_postings(("Count bicycles", "City of Jena", "Jena"), ("Menu cards", "Bakery", "Weimar"))
        self.start()
        self.card("Menu cards").act("opportunity.star")
        self.card("starred")
        self.find("list item", re.compile("^Starred")).click()
        self.no_card("Count bicycles")
        self.card("Menu cards").act("list.select")
        self.until(lambda: any("Menu cards" in n.name or n.text == "Menu cards" for n in self.app.node.all("text") if "Text" in n.interfaces), "the page of the card")
        self.restart()
        self.card("Menu cards")
        self.no_card("Count bicycles")
        self.find("list item", re.compile("^Starred")).wait_state("selected")
        self.until(lambda: any(n.text == "Menu cards" for n in self.app.node.all("text") if "Text" in n.interfaces), "the page of the card again")
        self.card("Menu cards").wait_state("selected")


if __name__ == "__main__":
    tap.main()
