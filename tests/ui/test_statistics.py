#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who answers and how soon, and a proof of search: what is shown, and what leaves as a table and as a PDF."""
import csv
import os
import re

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
from tracker_data import TrackerData, day
import tap


class Statistics(KeysCase):
    environment = LASTING_TOASTS

    def put(self):
        with TrackerData(self.data) as data:
            data.application("Logo", "Acme", state="declined", channel="mail", sent_on=day(-20), history=[("submitted", day(-20)), ("declined", day(-12))], opportunity={"source": "portal", "area": "design-media"})
            data.application("Survey", "Acme", state="offer", sent_on=day(-30), history=[("submitted", day(-30)), ("interview", day(-26)), ("offer", day(-3))], opportunity={"source": "portal"})
            data.application("=Formula", "Lindens", sent_on=day(-2))
            data.application("Draft", "Lindens", state="draft")

    def open_menu(self, item):
        """By keys, from wherever they are to the menu of the applications and its item."""
        self.start()
        self.until(lambda: [n for n in self.app.node.all("list item", re.compile("^Applications"), states=()) if "row.open" in n.actions], "the line")[0].act("row.open")
        self.find("list item", re.compile("^Logo"))
        self.toggle(re.compile("^Applications Menu"))
        self.key("Return")
        self.pick(item)

    def test_statistics(self):
        self.put()
        self.open_menu("^Statistics")
        self.find("label", "67 %")
        self.find("label", "2 of 3 were answered by a person")
        self.find("label", "6")
        funnel = self.find("image", "From submitted to accepted")
        self.assertEqual(funnel.description, "Submitted: 3 · 100 %, Answered: 2 · 67 %, Interview: 1 · 33 %, Offer: 1 · 33 %, Accepted: 0 · 0 %")
        table = self.find("table", "By Organisation")
        self.assertEqual([n.name for n in table.walk() if n.name in ("Acme", "2", "100 %", "6")], ["Acme", "2", "2", "100 %", "6"], "the row of Acme, cell by cell")
        path = os.path.join(self.session.dir, "statistics.csv")
        self.find("button", "Save as CSV…").act()
        self.save_as("Save Statistics", path)
        self.find("label", "Table saved")
        with open(path, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.DictReader(f))
        self.assertEqual((rows[0]["Group"], rows[0]["Submitted"], rows[0]["Answered"], rows[0]["Median days to reply"]), ("All", "3", "2", "6"))
        self.assertEqual([(r["Name"], r["Submitted"]) for r in rows if r["Group"] == "By Organisation"], [("Acme", "2"), ("Lindens", "1")])
        # what is done elsewhere is counted
        self.key("alt+Left")
        self.find("list item", re.compile("^=Formula"))

    def test_nothing_yet(self):
        with TrackerData(self.data) as data:
            data.application("Logo", "Acme", state="draft")
        self.open_menu("^Statistics")
        self.find("label", "No Figures Yet")

    def test_proof(self):
        self.put()
        documents = self.documents()
        self.open_menu("^Proof of Search")
        dialog = self.find("dialog", "Proof of Search")
        period = dialog.find("combo box", "Time")
        period.choose("This year")
        dialog.find("label", re.compile(r"^[23] applications · "))
        dialog.find("list item", re.compile("^=Formula, Lindens"))
        path = os.path.join(self.session.dir, "proof.csv")
        dialog.find("button", "Save as CSV…").act()
        self.save_as("Save Proof of Search", path)
        self.find("label", "Table saved")
        with open(path, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.DictReader(f))
        self.assertEqual(rows[-1]["Work"], "'=Formula")
        self.assertEqual(rows[-1]["Date"], day(-2))
        self.assertEqual(rows[-1]["State"], "Submitted")

        path = os.path.join(self.session.dir, "proof.pdf")
        dialog.find("button", "Save as PDF…").act()
        self.save_as("Save Proof of Search", path)
        self.find("label", "PDF saved")
        with open(path, "rb") as f:
            self.assertTrue(f.read().startswith(b"%PDF"))

        # a place where nothing can be written is said
        dialog.find("button", "Save as PDF…").act()
        self.save_as("Save Proof of Search", "/proc/proof.pdf")
        self.find("label", re.compile("^The file was not saved: .* Choose another place, and try again"))

        dialog.find("button", "Print…").act()
        self.assertTrue(self.print_to_file(os.path.join(documents, "Proof of Search.pdf")).startswith(b"%PDF"))


if __name__ == "__main__":
    tap.main()
