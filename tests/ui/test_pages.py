#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The six pages of an opportunity: each is reached by pointer and by keys, also on a narrow screen with large text; what is asked first, and what opens then."""
import json
import os
import re

from foothold_case import HELPERS, FootholdCase, session
from tracker_data import TrackerData, day
import tap

session(dpi=192)                                                 # 200 % text, for all of this file
PAGES = ["Overview", "Worth It?", "Pay", "Clarity", "Posting", "History"]
TITLE = "Menu cards"
POSTING = "Menu cards for a bakery.\n\nMore on https://bakery.example/menu (in German), or <mailto:ada@bakery.example>."
# What only this page has.
SIGNS = {"Overview": ("list", "What It Is"), "Worth It?": ("list", re.compile(r"^(Three Facts First|Is It Worth It\?)$")), "Pay": ("list", "What It Brings"), "Clarity": ("list", re.compile("^Clarity: ")),
         "Posting": ("list", "Posting"), "History": ("list", "History")}


class Pages(FootholdCase):
    profile = True

    def begin(self, **more):
        path = os.path.join(self.session.dir, "pages.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1, "opportunities": [{"title": TITLE, "description": POSTING, "hours_min": 10, "hours_max": 12, "pay_kind": "fixed",
                       "pay_period": "project", "currency": "USD", "pay_gross_min": "300", "pay_gross_max": "300", **more}],
                       "goals": [{"id": "15", "rank": 1, "title": "Learn to lay out pages"}],
                       "goal_targets": [{"id": "17", "goal": "15", "kind": "area", "value": "design"}]}, file)
        self.command("import", path, "--yes")
        self.start()
        self.find("list item", re.compile(f"^{TITLE}")).act("list.activate")
        self.find("text", "Title")

    def narrow(self, width=360, height=640):
        self.app.resize(width, height)
        return self.until(lambda: [n for n in self.app.node.all("combo box", "Pages of the Opportunity") if n.extents()[2] > 0], "the drop-down")[0]

    def shows(self, page):
        role, name = SIGNS[page]
        self.find(role, name)
        for other, (its_role, its_name) in SIGNS.items():
            if other != page:
                self.gone(its_role, its_name)

    def choose(self, page):
        self.find("radio button", page).act()
        self.shows(page)

    def export(self):
        return json.loads(self.command("export", "json"))["opportunities"][0]

    def test_wide_by_pointer_and_keys(self):
        self.begin()
        self.app.resize(1270, 780)
        for page in PAGES[1:] + PAGES[:1]:
            self.find("radio button", page).click()
            self.shows(page)
        self.find("text", "Title").click()
        for page in PAGES[1:] + PAGES[:1]:
            self.key("ctrl+Next")                                 # from within an entry, too
            self.shows(page)
            self.until(lambda page=page: (f := self.app.focused()) and f.role == "radio button" and f.name == page, lambda: f"the keys on {page}, are on {self.app.focused()}")
        self.key("ctrl+Prior")
        self.shows("History")
        self.key("Left", "space")
        self.shows("Posting")

    def narrow_pages(self):
        """By the drop-down with the pointer, then by the keys."""
        choice = self.narrow()
        x, _, width, _ = choice.extents()
        self.assertLessEqual(x + width, 368, "all of it is on the screen")
        for page in PAGES[1:] + PAGES[:1]:
            choice.choose(page)
            self.shows(page)
        for page in PAGES[1:]:
            self.key("ctrl+Next")
            self.shows(page)
        self.until(lambda: (f := self.app.focused()) and f.parent.name == "Pages of the Opportunity", lambda: f"the keys on the drop-down, are on {self.app.focused()}")
        self.key("ctrl+Next")
        self.shows("Overview")
        self.key("space")
        self.until(lambda: self.app.focused() and self.app.focused().parent.name != "Pages of the Opportunity", "the names of the pages")
        self.key("Down", "Return")
        self.shows("Worth It?")

    def test_narrow(self):
        self.begin()
        self.narrow_pages()

    def test_narrow_from_right_to_left(self):
        self.environment = {"LD_PRELOAD": os.path.join(HELPERS, "right-to-left.so"), "FOOTHOLD_RIGHT_TO_LEFT": "1"}
        self.begin()
        self.narrow_pages()

    def test_growing_and_shrinking_keeps_the_page(self):
        self.begin()
        self.choose("Clarity")
        choice = self.narrow()
        self.until(lambda: choice.all("label", "Clarity"), "the drop-down to say where one is")
        self.app.resize(1270, 780)
        self.until(lambda: [n for n in self.app.node.all("radio button", "Clarity") if n.extents()[2] > 0 and "checked" in n.states], "the names beside each other")
        self.shows("Clarity")

    def at_top(self, dialog, first, field):
        """What it begins with is in sight, the keys are in the field below; a key brings that into sight."""
        self.until(lambda: "focused" in field.states, lambda: f"the keys in the field, they are in {self.app.focused()}")
        self.until(lambda: dialog.extents()[2] > 0 and first.extents()[1] >= dialog.extents()[1], lambda: f"the beginning at {first.extents()} to be seen in {dialog.extents()}")
        self.key("x")
        self.until(lambda: field.extents()[1] < dialog.extents()[1] + dialog.extents()[3], lambda: f"the field at {field.extents()} to be seen in {dialog.extents()}")

    def test_follow_up_opens_at_its_top(self):
        with TrackerData(self.data) as data:
            data.application("Logo", "Acme", sent_on=day(-12))
        self.begin()
        self.app.resize(1270, 420)
        self.key("F9")
        self.find("list item", re.compile("^Today"), states=()).act("row.open")
        self.find("list item", re.compile("^Follow up.*Logo, Acme")).act("due.follow-up")
        dialog = self.find("dialog", "Follow Up")
        self.at_top(dialog, dialog.find("text", "To"), dialog.find("text", "Text"))

    def test_posting_is_verbatim_and_its_links_wait(self):
        self.begin()
        self.choose("Posting")
        self.assertEqual(self.find("text", "Posting").text, POSTING)
        self.find("list item", "bakery.example")
        self.find("list item", "mailto:ada@bakery.example")
        self.find("text", "Posting").set_text("Nothing to click any more.")
        self.find("text", "Address of the posting").click()
        self.gone("list item", "bakery.example")
        self.assertEqual(self.export()["description"], "Nothing to click any more.")
        self.key("ctrl+z")
        self.find("list item", "bakery.example")

    def test_three_facts_then_the_rest(self):
        """Hours, fee and deadline are changed in place; the page's one next step opens the rest, and one undo closes it."""
        self.begin()
        self.choose("Worth It?")
        self.gone("list item", re.compile("^Learning"))
        self.find("label", re.compile("25.*30.*/h"))
        hours = self.find("text", "Hours")
        hours.click()
        self.key("ctrl+a")
        self.type("20")
        self.key("Return")
        self.find("label", re.compile("15.*/h"))
        known = self.find("button", re.compile("^How Apply by is known"))
        known.find("toggle button").act()
        self.until(lambda: self.app.node.all("menu item", "Posting does not say"), "how it is known")[0].click()
        self.find("button", re.compile("^How Apply by is known: Posting does not say"))
        self.assertEqual([n.name for n in self.app.node.all("button", re.compile("Evaluat"))], ["Evaluate"], "one way to begin")
        self.key("alt+e")
        self.find("list item", re.compile("^Learning"))
        self.gone("button", "Evaluate")
        self.assertEqual(self.export()["state"], "evaluating")
        self.until(lambda: (f := self.app.focused()) and f.role != "frame", "the keys to be somewhere")
        self.key("ctrl+z")
        self.find("button", "Evaluate")
        self.assertEqual(self.export()["state"], "spotted")
        self.key("ctrl+z")
        self.find("button", re.compile("^How Apply by is known: Not looked at"))
        self.key("ctrl+z")
        self.find("label", re.compile("25.*30.*/h"))

    def test_what_counts_is_said_where_it_counts(self):
        """By the keys: each fact of growth, without leaving the page; the ranges follow, and undo takes each back."""
        self.begin(state="evaluating")
        self.app.resize(1270, 780)
        self.choose("Worth It?")
        growth = self.find("list item", re.compile("^Growth"))
        growth.click()
        self.find("label", re.compile("^What it may lead to · 0 of 3"))
        for n, name in enumerate(("Job afterwards", "May be shown"), 1):
            self.find("button", re.compile(f"^How {name} is known: Not looked at"))
            choice = self.reach("toggle button", name)
            self.key("space")
            self.until(lambda choice=choice: (f := self.app.focused()) and f != choice, "the choices")
            self.key("Down", "Return")
            self.find("label", re.compile(f"^What it may lead to · {n} of 3"))
            self.find("button", re.compile(f"^How {name} is known: (?!Not)"))
        self.key("ctrl+z", "ctrl+z")
        self.find("label", re.compile("^What it may lead to · 0 of 3"))

    def test_typing_outlasts_a_judgement(self):
        """What is judged anew while somebody types takes nothing from under the hands."""
        self.begin(state="evaluating")
        self.app.resize(1270, 780)
        self.choose("Worth It?")
        self.find("list item", re.compile("^Learning")).click()
        resources = self.reach("text", "Resources")
        self.type("A list of")
        path = os.path.join(self.session.dir, "want.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "foothold", "version": 1, "wants": [{"id": "18", "position": 0, "text": "Friendly people"}]}, file)
        self.command("import", path, "--yes")
        self.find("list item", "Friendly people")
        self.type(" dishes")
        self.until(lambda: resources.text == "A list of dishes", lambda: f"all that was typed, it is {resources.text!r}")
        self.key("Tab")
        self.until(lambda: self.export()["resources"] == "A list of dishes", "it to be kept")

    def test_history_says_what_happened(self):
        self.begin()
        self.choose("Worth It?")
        self.find("button", "Evaluate").act()
        self.gone("button", "Evaluate")
        self.choose_history()
        self.assertEqual([n.name for n in self.find("list", "History").all("list item")][0], "Evaluating")
        self.key("ctrl+z")
        self.until(lambda: "Evaluating" not in [n.name for n in self.find("list", "History").all("list item")], "the change to be undone")

    def choose_history(self):
        self.find("radio button", "History").act()
        self.find("list", "History")


if __name__ == "__main__":
    tap.main()
