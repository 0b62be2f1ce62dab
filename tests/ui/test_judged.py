#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that judge: a fact that one learns there counts at once, undo takes it back, and what is open becomes a mail."""
import json
import os
import re

from foothold_case import FootholdCase
import tap

LIBRARY = {
    "format": "foothold", "version": 1,
    "opportunities": [{"title": "Menu cards", "organisation": "Bakery Lindner", "area": "design", "kind": "micro-internship", "state": "evaluating", "pay_kind": "fixed", "pay_period": "project",
                       "currency": "USD", "pay_gross_min": "300", "pay_gross_max": "300", "hours_min": 10, "hours_max": 12,
                       "facts": [{"field": "pay_due", "knowledge": "not-said"}]}],
    "goals": [{"id": "15", "rank": 1, "title": "Learn to lay out pages"}],
    "wants": [{"id": "18", "position": 0, "text": "Friendly people"}],
    "goal_targets": [{"id": "17", "goal": "15", "kind": "area", "value": "design"}],
}
KNOWN = re.compile(r"^(\d+) of \d+ facts? known$")


class Judged(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        path = os.path.join(self.session.dir, "library.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(LIBRARY, file)
        self.command("import", path, "--yes")
        self.start()
        self.find("list item", re.compile("Menu cards")).act("list.activate")
        self.find("text", "Title")

    def page(self, name):
        self.find("radio button", name).act()                     # the page may be scrolled

    def known(self):
        return int(KNOWN.match(self.find("label", KNOWN).name)[1])

    def known_becomes(self, n):
        self.until(lambda: any(m and int(m[1]) == n for m in (KNOWN.match(label.name) for label in self.app.node.all("label"))), f"{n} facts known")

    def test_learning_a_fact_counts_and_undo_takes_it_back(self):
        self.find("radio button", "Overview").click()
        self.key("Right", "space")
        before = self.known()
        self.find("list item", re.compile("^Learning")).click()
        self.find("list item", re.compile("^Supervisor")).click()
        self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Supervisor", lambda: f"the supervisor's entry, is {self.app.focused()}")
        self.type("Ada Park")
        self.key("Return")
        self.assertIn("checked", self.find("radio button", "Worth It?").states, "it is said where it counts")
        self.known_becomes(before + 1)
        self.key("ctrl+z")
        self.known_becomes(before)
        self.key("ctrl+shift+z")
        self.known_becomes(before + 1)

    def test_the_week_says_what_is_missing(self):
        self.page("Worth It?")
        week = self.find("list item", re.compile("^Your week, if you accept"))
        week.find("label", re.compile("^Cannot be said yet. Missing: Starts, Ends"))

    def test_that_there_is_none_is_an_answer(self):
        self.page("Worth It?")
        before = self.known()
        self.find("list item", re.compile("^Learning")).click()
        self.find("toggle button", "How Supervisor is known: Not looked at").click()
        self.find("menu item", "There is none").click()
        self.known_becomes(before + 1)
        self.find("toggle button", "How Supervisor is known: There is none")
        self.key("ctrl+z")
        self.known_becomes(before)

    def test_a_want_is_answered_and_undo_takes_it_back(self):
        self.page("Worth It?")
        before = self.known()
        self.find("list item", "Friendly people").find("radio button", "Yes").click()
        self.known_becomes(before + 1)
        self.until(lambda: (f := self.app.focused()) and f.role == "radio button" and f.name != "Worth It?", lambda: f"the keys to stay there, are on {self.app.focused()}")
        self.key("ctrl+z")
        self.known_becomes(before)
        self.assertIn("checked", self.find("list item", "Friendly people").find("radio button", "?").states)

    def test_judged_by_keyboard_alone(self):
        """From the list to a want and a warning by Tab, arrows and Space."""
        self.restart()
        self.find("list item", re.compile("Menu cards"))
        self.assertIn("Menu cards", self.to_list().name)
        self.key("F2")
        self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Title", "the title to have the focus")
        self.moved("Right", self.reach("radio button", "Overview", key="shift+Tab", limit=8))
        self.key("space")
        before = self.known()
        no = self.moved("Left", self.reach("radio button", "?"))
        self.moved("Left", no)
        self.key("space")
        self.known_becomes(before + 1)
        self.assertIn("checked", self.find("list item", "Friendly people").find("radio button", "Yes").states)
        self.key("ctrl+z")
        self.known_becomes(before)

    def test_what_is_asked_and_never_decided(self):
        """Questions of the rules, the general ones where the country has none, unpaid work where it is unpaid."""
        self.page("Worth It?")
        self.find("label", re.compile("Your profile names no country"))
        self.assertFalse(self.app.node.all("label", "Unpaid work"))
        path = os.path.join(self.session.dir, "country.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1, "profile": [{"role": "student", "country": "PL"}]}, file)
        self.command("import", path, "--yes")
        self.find("label", re.compile("There are no rules for your country here"))
        self.find("radio button", "Worth It?").click()
        self.reach(None, re.compile("^Does it suit"))
        self.key("Return")
        self.find("list item", re.compile("^It ends")).find("radio button", "Yes").act()
        self.find("label", re.compile("^1 of 8 answered"))
        self.assertIn('"item":"suitability/finite"', self.command("export", "json").replace(" ", ""))
        self.key("ctrl+z")
        self.find("label", re.compile("^0 of 8 answered"))

    def test_a_list_that_is_edited_keeps_the_answers(self):
        """The overview saves its lists with the whole opportunity; an answer is none of them."""
        self.page("Worth It?")
        self.find("list item", "Friendly people").find("radio button", "Yes").act()
        self.known_becomes(2)
        self.find("list item", re.compile("^Learning")).click()
        self.find("list item", re.compile("^Asked skills that are new")).click()
        self.until(lambda: (f := self.app.focused()) and f.role == "text", lambda: f"the entry for a skill, is {self.app.focused()}")
        self.type("Pottery")
        self.key("Return")
        self.until(lambda: "Pottery" in self.command("export", "json"), "the skill to be kept")
        self.assertIn('"answer":"yes"', self.command("export", "json").replace(" ", ""))

    def test_what_counts_is_the_persons_to_say(self):
        self.page("Worth It?")
        self.find("button", "What Counts…").click()
        dialog = self.find("dialog", "What Counts")
        self.reach("spin button", "Alignment")
        weight = dialog.find("spin button", "Alignment")
        self.key("Up")
        dialog.find("button", "Use Our Defaults").wait_state("sensitive")
        self.until(lambda: weight.value == 45, lambda: f"45, it is {weight.value}")
        # what is typed counts before the keys leave it
        self.reach("spin button", "Growth")
        self.key("ctrl+a")
        self.type("70")
        self.key("Escape")
        self.gone("dialog")
        self.until(lambda: '"growth"' in self.command("export", "json"), "both to be kept")
        self.assertRegex(self.command("export", "json"), '"part": ?"alignment", ?"permille": ?450')
        self.assertRegex(self.command("export", "json"), '"part": ?"growth", ?"permille": ?700')
        self.key("ctrl+z")
        self.key("ctrl+z")
        self.until(lambda: '"weights":[]' in self.command("export", "json"), "the weight to be ours again")

    def test_pay_says_what_an_hour_brings_and_what_is_missing(self):
        self.page("Pay")
        self.find("label", re.compile(r"^25.*USD to 30.*USD$"))
        self.find("label", re.compile("needed before accepting"))
        self.find("radio button", "Pay").click()
        self.reach("list item", re.compile("^When it is due"))
        self.key("Return")
        self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "When due", lambda: f"the entry, is {self.app.focused()}")

    def test_the_pages_are_reached_from_anywhere_on_one(self):
        """The switcher does not scroll away, and another page begins at its beginning."""
        self.find("radio button", "Clarity").click()
        self.find("radio button", "Pay").click()
        self.reach("list item", re.compile("^Paperwork"))
        self.find("radio button", "Clarity").click()
        self.find("label", re.compile(r"^Clarity: \d+ of 100$"))
        head = self.app.node.all("label", "Menu cards")[-1].extents()
        self.assertGreater(head[1], self.find("radio button", "Clarity").extents()[1])

    def test_a_rolling_window_asks_whether_it_is_still_open(self):
        path = os.path.join(self.session.dir, "rolling.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1,
                       "opportunities": [{"title": "Proofreading pool", "apply_window": "rolling", "seen_open_on": "2026-01-05"}]}, file)
        self.command("import", path, "--yes")
        self.find("list item", re.compile("^Proofreading pool.*still open")).act("list.activate")
        self.find("label", re.compile("^Is it still open"))
        self.find("button", "Still Open").click()
        self.gone("label", re.compile("^Is it still open"))
        self.key("ctrl+z")
        self.find("label", re.compile("^Is it still open"))
        self.find("button", "Gone").click()
        self.gone("list item", re.compile("^Proofreading pool"))
        self.key("ctrl+z")
        self.find("list item", re.compile("^Proofreading pool"))

    def test_what_an_hour_really_brings_is_changed_beside_it(self):
        """(300 less 60 of costs) by 10 to 12 hours, a half more than estimated, and 2 hours of applying."""
        path = os.path.join(self.session.dir, "overrun.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1, "profile": [{"role": "student", "overrun_permille": 1500}]}, file)
        self.command("import", path, "--yes")
        self.page("Pay")
        self.find("label", re.compile("Missing: the hours spent on applying"))
        self.find("radio button", "Pay").click()
        for field, typed in (("Own cost: fees", "60"), ("Hours spent on applying", "2")):
            self.reach("text", field)
            self.type(typed)
            self.key("Return")
        self.find("label", re.compile(r"^12\sUSD to 14\.12\sUSD$"))
        self.find("label", re.compile("^1 of 4 kinds known"))
        self.key("ctrl+z", "ctrl+z")
        self.find("label", re.compile("Missing: the hours spent on applying"))
        self.find("label", re.compile("^0 of 4 kinds known"))

    def test_pay_is_said_in_the_persons_currency(self):
        """Only by a rate that the person typed, with its day."""
        self.page("Pay")
        self.find("label", re.compile(r"^25.*USD to 30.*USD$"))
        self.assertFalse([n for n in self.app.node.all("label") if "at your rate" in n.name])
        path = os.path.join(self.session.dir, "rate.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1, "profile": [{"role": "student", "currency": "EUR"}],
                       "exchange_rates": [{"from_currency": "USD", "to_currency": "EUR", "micro": 900000, "typed_on": "2026-11-01"}]}, file)
        self.command("import", path, "--yes")
        self.find("label", re.compile(r"≈\s23\sEUR to 27\sEUR at your rate of 1 Nov 2026"))
        self.find("label", re.compile(r"≈\s270\sEUR at your rate of 1 Nov 2026"))

    def test_the_questions_become_a_mail(self):
        self.page("Clarity")
        self.find("label", re.compile(r"^Clarity: \d+ of 100$"))
        self.acting("opportunity.ask-host").act("opportunity.ask-host")
        dialog = self.find("dialog", "Ask the Host")
        mail = dialog.find("text", "Mail")
        self.assertIn("By when can I expect the payment?", mail.text)
        self.assertNotIn("supervis", mail.text.lower(), "what nobody has looked at is not asked by itself")
        box = next(n for n in dialog.all("check box") if "checked" not in n.states)
        box.click()
        self.until(lambda: box.name in dialog.find("text", "Mail").text, "the question in the mail")
        # nothing can be sent, and anything can that one writes oneself
        copy = dialog.find("button", "Copy")
        mail.set_text("")
        self.until(lambda: "sensitive" not in copy.states, "nothing to copy")
        mail.set_text("May I come by?")
        self.until(lambda: "sensitive" in copy.states, "something to copy")
        copy.act()
        self.find("label", "Text copied")
        # the keys are in the dialog still, and the toast does not take this one
        self.key("Escape")
        self.gone("dialog")

    def acting(self, action):
        return self.until(lambda: [n for n in self.app.node.all() if action in n.actions], action)[0]


if __name__ == "__main__":
    tap.main()
