#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of one's own: what its columns are is chosen by keyboard and by pointer, kept for the next time, and the whole import is one step back."""
import os
import re

from keys_case import KeysCase
import tap

MINE = "What,Who,Phase,Until,Prio\nMarket scan,Acme,Wunsch,3/4/2027,high\nMenu cards,Lindner,Warten auf Ute,5/6/2027,low\n"
APPLICATIONS = ("Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
                "3/4/25,,,Acme,Market scan,https://acme.example/1,v4.pdf,Q: May you? A: Yes.\n")
KNOWN = "Employer,Role,Stage,Salary\nAcme,Market scan,Applied,400 EUR\n"


class Tables(KeysCase):
    def table(self, text=MINE, name="tracker.csv", encoding="utf-8"):
        path = os.path.join(self.session.dir, name)
        with open(path, "w", encoding=encoding, newline="") as f:
            f.write(text)
        return path

    def cards(self):
        return sorted(n.name for n in self.app.node.all("list item") if "list.select" in n.actions)

    def has_cards(self, *titles):
        self.until(lambda: len(self.cards()) == len(titles) and all(any(title in card for card in self.cards()) for title in titles), lambda: f"cards {titles}, there are {self.cards()}")

    def columns(self, what="the columns"):
        self.until(lambda: self.app.node.all("button", "Continue") and self.app.node.all("list", "Columns"), what)

    def enabled(self, name):
        return self.until(lambda: [n for n in self.app.node.all("button", re.compile(name)) if "sensitive" in n.states], f"the button {name}")[0]

    def field(self, column):
        """What stands in the row of a column, as text."""
        row = self.find("combo box", column)
        return [n.name for n in row.all("label")]

    def is_field(self, column, field):
        self.until(lambda: field in self.field(column), lambda: f"{column} to be {field}, it is {self.field(column)}")

    def choose_by_keys(self, column, field):
        self.reach("combo box", column)
        self.key("space")
        self.until(lambda: (f := self.app.focused()) and f.role in ("text", "entry"), "the search of the choices")
        self.type(field)
        self.until(lambda: [n for n in self.app.node.all("list item") if [k.name for k in n.all("label")] == [field]], f"the choice {field}")
        self.key("Tab")
        self.until(lambda: (f := self.app.focused()) and f.role == "list item", "the focus in the list")
        self.key("Return")
        self.is_field(column, field)
        self.until(lambda: (f := self.app.focused()) and f.role == "combo box", "the focus back in the row")

    def report(self):
        """The button that closes the report, where there is one; the dialog may be gone already."""
        def over():
            dialogs = self.app.node.all("dialog")
            return [None] if not dialogs else [n for dialog in dialogs for n in dialog.all("button", "Close")]
        return self.until(over, "the import to be over")[0]

    def imported(self):
        self.enabled("^Import")
        self.key("Return")
        if self.report():
            self.key("Return")
        self.gone("dialog")

    def test_by_keyboard_and_next_time(self):
        path = self.table()
        self.start(path)
        self.columns()
        self.find("label", re.compile("Choose which column is the title"))
        self.until(lambda: (f := self.app.focused()) and f.role == "combo box" and f.name == "What", "the focus where something has to be chosen")
        self.choose_by_keys("What", "Title")
        self.choose_by_keys("Who", "Organisation")
        self.choose_by_keys("Phase", "State")
        self.choose_by_keys("Until", "Apply by")
        self.choose_by_keys("Prio", "Leave Out")
        self.find("label", re.compile("1 column is left out: Prio"))
        # which day a date is, and what a word means, are rows like the others
        self.reach("combo box", "Dates in “Until”")
        self.key("space", "Down", "Return")
        self.is_field("Dates in “Until”", "Day First")
        self.choose_by_keys("Wunsch", "Opportunity: Shortlisted")
        self.is_field("Warten auf Ute", "By the Date of Applying")
        self.reach("button", "Continue", key="shift+Tab")
        self.key("Return")
        self.find("label", re.compile("^2 new · 1 application"))
        self.imported()
        self.has_cards("Market scan", "Menu cards")
        self.assertEqual(self.ask("SELECT apply_by FROM opportunity ORDER BY title"), ["2027-04-03", "2027-06-05"])
        self.assertEqual(self.ask("SELECT state FROM opportunity ORDER BY title"), ["shortlisted", "applying"])
        self.assertEqual(self.ask("SELECT state FROM application"), ["draft"])
        self.key("ctrl+z")
        self.has_cards()
        # the same table again: chosen as last time, two keys and it is there
        self.restart(path)
        self.columns()
        self.find("label", re.compile("last time"))
        self.is_field("What", "Title")
        self.is_field("Wunsch", "Opportunity: Shortlisted")
        self.enabled("^Continue$")
        self.key("Return")
        self.imported()
        self.has_cards("Market scan", "Menu cards")
        self.key("ctrl+z")
        self.has_cards()
        self.key("ctrl+shift+z")
        self.has_cards("Market scan", "Menu cards")

    def test_by_pointer(self):
        self.start(self.table())
        self.columns()
        self.find("combo box", "What").choose("Title")
        self.is_field("What", "Title")
        self.find("combo box", "Who").choose("Leave Out")
        self.find("label", re.compile("1 column is left out: Who"))
        self.find("button", "Keep in the Notes").click()
        self.is_field("Who", "Keep in the Notes")
        self.enabled("^Continue$").click()
        # back once, and what was chosen is still there
        self.enabled("^Change Columns$").click()
        self.is_field("What", "Title")
        self.enabled("^Continue$").click()
        self.enabled("^Import").click()
        close = self.report()
        if close:
            close.click()
        self.has_cards("Market scan", "Menu cards")
        self.key("ctrl+z")
        self.has_cards()

    def test_recognised(self):
        """Names that other trackers use need nothing but two times Enter."""
        self.start(self.table(KNOWN))
        self.columns()
        self.is_field("Employer", "Organisation")
        self.is_field("Applied", "Submitted")
        self.enabled("^Continue$").wait_state("focused")
        self.key("Return")
        self.imported()
        self.has_cards("Market scan")

    def test_read_otherwise(self):
        self.start(self.table("Stelle;Ort\nPrüfung;Čáslav\n", encoding="cp1250"))
        self.columns()
        self.find("label", re.compile("^Windows-1252, semicolons between the cells, names in line 1$"))
        self.find("list item", "How the Table Is Read").click()
        self.find("combo box", "Character set").choose("Windows-1250")
        self.find("label", re.compile("^Windows-1250, semicolons"))
        self.find("label", "Čáslav")
        self.enabled("^Continue$").click()
        self.find("label", "Prüfung")

    def test_our_own_comes_back_without_questions(self):
        self.import_postings(("Market scan", "Acme", "Jena"))
        out = os.path.join(self.session.dir, "own.csv")
        self.command("export", "csv", "--output", out)
        os.remove(os.path.join(self.data, "foothold.db"))
        self.put_profile()
        self.start(out)
        self.imported()
        self.has_cards("Market scan")

    def test_dates_are_asked(self):
        """Of LinkedIn's export nobody is asked for columns; what its dates do not tell is asked by the preview, by keyboard and by pointer."""
        self.start(self.table(APPLICATIONS, "Job Applications.csv"))
        self.until(lambda: "focused" in self.find("combo box", "Dates such as 3/4/2026").states, "the focus where something has to be chosen")
        self.until(lambda: [n for n in self.app.node.all("button", re.compile("^Import")) if "sensitive" not in n.states], "the button that waits for the answer")
        self.find("list item", re.compile("^Dates, Note"))
        self.key("space", "Down", "Return")
        self.enabled("^Import 1$")
        self.find("label", re.compile("The day comes first"))
        choice = self.find("combo box", "Dates such as 3/4/2026")
        choice.choose("Month First")
        self.find("label", re.compile("The month comes first"))
        self.find("label", re.compile("Application: Submitted"))
        self.enabled("^Import 1$").click()
        self.has_cards("Market scan")
        self.assertEqual(self.ask("SELECT sent_on FROM application"), ["2025-03-04"])
        self.key("ctrl+z")
        self.has_cards()

    def test_two_tables(self):
        """Each is asked about; one with the same columns is not asked again."""
        self.start(self.table(), self.table(KNOWN, "other.csv"), self.table(MINE.replace("Market scan", "Survey").replace("Menu cards", "Poster"), "tracker-2.csv"))
        self.columns()
        self.find("label", "tracker.csv")
        self.find("combo box", "What").choose("Title")
        self.enabled("^Continue$").click()
        self.find("label", "other.csv")
        self.enabled("^Continue$").click()
        self.find("label", re.compile("^5 new"))


if __name__ == "__main__":
    tap.main()
