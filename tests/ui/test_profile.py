#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals of the profile: their order is the person's, changed by dragging and by the keyboard, and kept."""
import contextlib
import os
import re
import sqlite3

from foothold_case import FootholdCase
import tap

GOALS = ["Get to know publishing", "Earn for a laptop", "Learn to lay out pages"]


class Goals(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        self.start()
        self.open_goals()
        for goal in GOALS:
            row = self.find("list item", re.compile("^Add a goal"))
            row.find("text").type(goal)
            self.key("Return")
            self.item(goal)

    def open_goals(self):
        self.find("frame", "Foothold").act("win.profile")
        self.find("dialog", "Profile").find("page tab", "Goals").act()
        self.find("list item", re.compile("^Add a goal"))

    def item(self, goal):
        return self.until(lambda: [n for n in self.items() if goal in n.name], f"the goal “{goal}”")[0]

    def items(self):
        """GTK keeps a page that was switched to below the one it came from too: the last list is enough."""
        lists = self.app.node.all("list", "Goals")
        return [n for n in lists[-1].all("list item") if "goal.open" in n.actions] if lists else []

    def shown(self):
        return [next((goal for goal in GOALS if goal in n.name), n.name) for n in sorted(self.items(), key=lambda n: n.extents()[1])]

    def becomes(self, *order):
        wanted = [GOALS[i] for i in order]
        self.until(lambda: self.shown() == wanted, lambda: f"{wanted}, is {self.shown()}")

    def is_kept(self, *order):
        self.key("Escape")
        self.gone("dialog", "Profile")
        self.quit()
        self.start()
        self.open_goals()
        self.becomes(*order)

    def test_by_pointer(self):
        self.becomes(0, 1, 2)
        self.item(GOALS[2]).drag_to(self.item(GOALS[0]))
        self.becomes(2, 0, 1)
        self.is_kept(2, 0, 1)

    def test_by_keyboard(self):
        self.becomes(0, 1, 2)
        self.find("list item", re.compile("^Add a goal")).find("text").click()
        self.reach(None, re.compile(re.escape(GOALS[2])), key="shift+Tab", limit=20)    # up to the goal above it, as one does without a pointer
        goal = self.focus()
        while "goal.open" not in goal.actions:
            goal = self.moved("shift+Tab", goal)
        self.key("ctrl+shift+Up")
        self.becomes(0, 2, 1)
        self.key("ctrl+shift+Up")
        self.becomes(2, 0, 1)
        self.key("ctrl+shift+Down")
        self.becomes(0, 2, 1)
        self.is_kept(0, 2, 1)

    def test_by_button(self):
        self.find("button", f"Move Up {GOALS[1]}").act()
        self.becomes(1, 0, 2)
        self.find("button", f"Move Down {GOALS[1]}").act()
        self.becomes(0, 1, 2)

    def test_own_area(self):
        """A word of one's own joins the list with the goal that wants it, and one undo takes both back."""
        self.item(GOALS[0]).act("goal.open")
        self.until(lambda: any("goal.delete" in n.actions for n in self.app.node.all()), "the page of the goal")
        self.find("list item", re.compile("^Areas of work")).click()
        self.until(lambda: [n for n in self.app.node.all("text", re.compile("^Add another area")) if n.extents()[2] > 0], "the row for an own area")
        self.reach("text", re.compile("Add another area"))           # past the areas of everybody, as one does without a pointer
        self.app.s.type("Bookbinding")
        self.key("Return")
        self.until(lambda: any(n.name == "Bookbinding" and "checked" in n.states for n in self.app.node.all("check box")), "the own area, chosen")
        self.key("Escape")
        self.key("Escape")
        self.gone("dialog", "Profile")
        self.find("frame", "Foothold").act("win.undo")
        self.open_goals()
        self.item(GOALS[0]).act("goal.open")
        self.until(lambda: any("goal.delete" in n.actions for n in self.app.node.all()), "the page of the goal again")
        self.find("list item", re.compile("^Areas of work"))
        self.assertFalse([n for n in self.app.node.all("check box") if n.name == "Bookbinding"])


class Rates(FootholdCase):
    """Rates of exchange: typed in one line, changed, removed, and all of it undone."""
    profile = True
    LINE = ("Add a rate", "Write what one is worth")           # as it is called, and while it says what is wrong

    def rates(self):
        lists = self.app.node.all("list", "Rates of exchange")
        return [n for n in lists[-1].all("list item") if "rate.remove" in n.actions] if lists else []

    def becomes(self, *names):
        self.until(lambda: [n.name.replace("\u00a0", " ") for n in self.rates()] == list(names), lambda: f"{names}, is {[n.name for n in self.rates()]}")

    def add(self, text):
        """Into the line at the end of the page, by the keys: they bring it into view."""
        self.reach("text", re.compile("^(" + "|".join(self.LINE) + ")"))
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")

    def is_wrong(self):
        """Told in words in place of the title, and as a state."""
        wrong = [n for n in self.app.node.all("list item") if any("invalid" in state for state in n.states)]
        self.assertTrue(all(n.name.startswith("Write ") for n in wrong), [n.name for n in wrong])
        return bool(wrong)

    def test_a_rate_is_added_changed_and_removed(self):
        self.start()
        self.find("frame", "Foothold").act("win.profile")
        self.find("dialog", "Profile")
        self.until(lambda: self.app.focused(), "the focus")
        self.add("a lot of money")
        self.until(self.is_wrong, "the mistake to be said")
        self.add("EUR/PLN 4.30")
        self.becomes("1 EUR = 4.3 PLN")
        self.assertFalse(self.is_wrong())
        self.add("1 PLN = 0.25 EUR")                               # the same two: it takes the place
        self.becomes("1 PLN = 0.25 EUR")
        self.key("Escape")
        self.gone("dialog", "Profile")
        self.key("ctrl+z")
        self.find("frame", "Foothold").act("win.profile")
        self.becomes("1 EUR = 4.3 PLN")
        self.rates()[0].act("rate.remove")
        self.becomes()
        self.find("label", "Rate of exchange removed")
        self.key("ctrl+z")                                         # in the dialog, where it is seen
        self.becomes("1 EUR = 4.3 PLN")
        self.key("ctrl+y")
        self.becomes()
        self.key("Escape")
        self.gone("dialog", "Profile")
        self.key("ctrl+z")
        self.until(lambda: '"micro":4300000' in self.command("export", "json").replace(" ", ""), "the rate to be back")


class Refused(FootholdCase):
    """What cannot be understood stays where it was typed, with what to write instead, until it is mended."""
    profile = True

    def put(self, name, text):
        self.find("text", name).click()
        self.key("ctrl+a")
        self.type(text)
        self.key("Tab")

    def kept_floor(self):
        with contextlib.closing(sqlite3.connect(f"file:{os.path.join(self.data, 'foothold.db')}?mode=ro", uri=True)) as db:
            return db.execute("SELECT floor FROM profile").fetchone()[0]

    def test_refused_stays(self):
        self.start()
        self.find("frame", "Foothold").act("win.profile")
        self.find("dialog", "Profile")
        self.put(re.compile("^Hours a week"), "900")
        wrong = re.compile("^Write a number of hours, such as 10")
        self.find("list item", wrong)
        self.put(re.compile("^Minimum pay"), "12")
        self.until(lambda: self.kept_floor() == 1200, "the minimum to be kept")
        self.assertEqual(self.find("text", wrong).text, "900")
        self.put(wrong, "9")
        self.find("text", re.compile("^Hours a week"))
        self.assertFalse(self.app.node.all("list item", wrong))


if __name__ == "__main__":
    tap.main()
