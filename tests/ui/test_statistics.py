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
        self.find("label", re.compile(r"^The file was not saved\. Choose another place, and try again \(.*\)\."))

        dialog.find("button", "Print…").act()
        self.assertTrue(self.print_to_file(os.path.join(documents, "Proof of Search.pdf")).startswith(b"%PDF"))

    def put_day(self, name, text):
        self.reach("text", name)
        self.key("ctrl+a", "Delete")
        if text:
            self.type(text)
        self.key("Return")

    def test_proof_of_days_that_are_wrong(self):
        """No proof of another time than the one that is typed: as long as a day is wrong, nothing is shown, and nothing leaves."""
        ways_out = ("Save as CSV…", "Save as PDF…", "Print…")

        def may_leave():
            return ["sensitive" in dialog.find("button", name, states=()).states for name in ways_out]

        self.put()
        self.open_menu("^Proof of Search")
        dialog = self.find("dialog", "Proof of Search")
        dialog.find("combo box", "Time").choose("From day to day")
        self.put_day("First Day", day(-40))
        self.put_day("Last Day", day(0))
        dialog.find("label", re.compile(r"^3 applications · "))
        self.assertEqual(may_leave(), [True] * 3)
        for name, text, says in (("First Day", "", "A day is needed"), ("First Day", "garbage", "^Write a date like"), ("Last Day", day(-60), "before the first"), ("Last Day", "", "A day is needed")):
            with self.subTest(name=name, text=text):
                self.put_day(name, text)
                dialog.find("label", re.compile(says))
                self.until(lambda: may_leave() == [False] * 3, lambda: f"nothing to leave, it is {may_leave()}")
                self.assertEqual(dialog.all("label", re.compile(r"^\d+ applications? · ")), [])
                self.assertEqual(dialog.all("list item", re.compile("^(=Formula|Logo|Survey),")), [])
                self.put_day(name, day(-40) if name == "First Day" else day(0))
                dialog.find("list item", re.compile("^=Formula, Lindens"))
                self.until(lambda: may_leave() == [True] * 3, lambda: f"all to leave again, it is {may_leave()}")
        # what is typed and not yet entered is no proof either
        self.reach("text", "First Day")
        self.key("ctrl+a")
        self.type("x")
        self.until(lambda: may_leave() == [False] * 3, "nothing to leave while a day is typed")


if __name__ == "__main__":
    tap.main()
