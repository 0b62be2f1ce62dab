#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places to look: added, looked at, changed, deleted and taken back, and what they yielded, by keyboard and by pointer."""
import json
import os
import re

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
import tap


class Places(KeysCase):
    environment = LASTING_TOASTS

    def bring(self, *places, at=None):
        """Puts places in by the command line: (name, address, days of the rhythm, last looked) each; at: where the menu cards were found."""
        path = os.path.join(self.session.dir, "places.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"format": "foothold", "version": 1, "places": [{"name": name, "url": url, "every_days": days, "looked_on": looked, "words": f"words of {name}"} for name, url, days, looked in places],
                       "opportunities": [{"title": "Menu cards", "url": "https://www.linden.example/jobs/1", "place": at}, {"title": "Leaflet", "place": "Fair", "state": "dropped"}]}, f)
        self.command("import", path, "--yes")

    def line(self):
        return self.find("list item", re.compile("^Places to Look"), states=())

    def cards(self):
        return [n for n in self.app.node.all("list item") if "place.look" in n.actions]

    def place(self, name, says=""):
        return self.find("list item", re.compile(f"^{re.escape(name)}, .*{re.escape(says)}"))

    def order(self):
        return [n.name.split(",")[0] for n in sorted(self.cards(), key=lambda n: n.extents()[1])]

    def open_by_keys(self):
        """From the board to the sidebar, and down to its last line."""
        self.find("entry", "Search")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.key("End")
        self.line().wait_state("focused")

    def on_place(self, name):
        self.place(name)
        self.reach("list item", re.compile(f"^{re.escape(name)}, "))

    def test_by_keyboard(self):
        self.start()
        self.open_by_keys()
        self.find("label", "No Places Yet")
        self.key("ctrl+n")
        self.find("dialog", "Add Place").find("text", "Name").wait_state("focused")
        self.type("https://www.jobs.example.org/list")
        self.key("Return")
        self.gone("dialog", "Add Place")
        self.on_place("jobs.example.org")
        self.place("jobs.example.org", "Never looked, Portal · www.jobs.example.org · every week, Nothing found yet")
        self.find("list item", re.compile("^Places to Look, 1 waits for you"))

        self.key("l")
        self.place("jobs.example.org", "Look again in 7 days")
        self.find("label", "Looked at “jobs.example.org” today")
        self.find("list item", "Places to Look")
        self.key("ctrl+z")
        self.place("jobs.example.org", "Never looked")
        self.key("ctrl+shift+z")
        self.place("jobs.example.org", "Look again in 7 days")

        self.key("Return")
        self.find("dialog", "Edit Place").find("text", "Name").wait_state("focused")
        self.key("ctrl+a")
        self.type("Jobs")
        self.key("Return")
        self.gone("dialog", "Edit Place")
        self.on_place("Jobs")

        self.key("a")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.find("label", re.compile("^Found at “Jobs”"))
        self.type("Menu cards")
        self.key("Return")
        self.gone("dialog", "Add Opportunity")
        self.place("Jobs", "1 found")
        self.on_place("Jobs")

        self.key("Delete")
        self.find("label", "No Places Yet")
        self.key("ctrl+z")
        self.place("Jobs", "1 found")
        self.on_place("Jobs")
        self.key("f")
        self.card()
        self.assertEqual(self.find("entry", "Search").text, "place:Jobs")

        # what belongs to the board brings it, and its number of lines is that of the yield
        self.line().act("row.open")
        self.place("Jobs")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")

    POSTING = "Poster for the fair\nCompany: Kulturhaus Gera\nHours: 8 hours\n"

    def accept(self):
        self.find("dialog", "Import").find("label", "Found at “Lindens”")
        self.until(lambda: [n for n in self.app.node.all("button", "Import 1") if "focused" in n.states], "the preview")
        self.key("Return")
        self.gone("dialog", "Import")

    def test_paste_a_whole_posting(self):
        """On a place and in the form that was opened from it: what comes in was found there; a title that is pasted stays a title."""
        self.bring(("Lindens", None, 7, None))
        self.start()
        self.open_by_keys()
        self.on_place("Lindens")
        self.session.copy(self.POSTING.encode())
        self.key("ctrl+v")
        self.accept()
        self.place("Lindens", "1 found")

        self.on_place("Lindens")
        self.session.copy(self.POSTING.replace("Poster", "Flyer").encode())
        self.key("a")
        self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.key("ctrl+v")
        self.accept()
        self.place("Lindens", "2 found")
        self.key("ctrl+z")
        self.place("Lindens", "1 found")

        self.on_place("Lindens")
        self.session.copy(b"Banner for\nthe fair")
        self.key("a")
        title = self.find("dialog", "Add Opportunity").find("text", "Title").wait_state("focused")
        self.key("ctrl+v")
        self.until(lambda: title.text == "Banner for the fair", lambda: f"the title, it is {title.text!r}")
        self.key("Return")
        self.gone("dialog", "Add Opportunity")
        self.place("Lindens", "2 found")

    def test_by_pointer(self):
        self.bring(("Lindens", "https://linden.example/", 7, None), ("Fair", None, None, "2026-01-02"), ("Old Portal", "https://old.example", 3, "2026-01-02"))
        self.start()
        self.line().click()
        self.place("Fair")
        self.assertEqual(self.order(), ["Lindens", "Old Portal", "Fair"])
        self.place("Lindens", "1 found")
        self.place("Fair", "1 found")
        self.assertIn("2 wait for you", self.line().name)

        self.place("Lindens").find("button", "Looked Today").click()
        self.place("Lindens", "Look again in 7 days")
        self.until(lambda: self.order() == ["Old Portal", "Lindens", "Fair"], "what was looked at to go down")
        self.find("button", "Undo").click()
        self.place("Lindens", "Never looked")
        self.until(lambda: self.order() == ["Lindens", "Old Portal", "Fair"], "it to be back")

        self.assertIn("sensitive", self.place("Lindens").find("button", "Open Address").states)
        self.assertNotIn("sensitive", self.place("Fair").find("button", "Open Address", states=()).states)
        self.place("Lindens").find("button", "Copy Search Words").click()
        self.find("label", "Search words copied")

        # dropped or not, what was found is shown
        self.place("Fair").find("button", re.compile("1 found")).click()
        self.card("Leaflet")
        self.assertEqual(self.find("entry", "Search").text, "place:Fair")

    def test_two_of_one_name(self):
        self.bring(("Lindens", None, 7, None))
        self.start()
        self.line().act("row.open")
        self.place("Lindens")
        self.find("button", "Add Place").click()
        dialog = self.find("dialog", "Add Place")
        dialog.find("text", "Name").wait_state("focused")
        self.key("Return")
        dialog.find("label", "A name is needed; everything else can wait.")
        self.type("lindens")
        self.key("Return")
        dialog.find("label", "There is a place of this name already. Nothing was changed.")
        self.type(" two")
        self.key("Return")
        self.gone("dialog", "Add Place")
        self.place("lindens two")
        self.assertEqual(len(self.cards()), 3, "the fair that the postings named, and these two")


if __name__ == "__main__":
    tap.main()
