#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The applications as a table: opened, ordered by a head and the other way round, searched, walked, several moved and taken back, one opened, and left; it is a table to the screen reader."""
import re

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
from tracker_data import TrackerData, day
import tap


class ApplicationTable(KeysCase):
    """Starts with four applications in three columns, on the board of stages."""
    environment = LASTING_TOASTS

    def setUp(self):
        super().setUp()
        with TrackerData(self.data) as data:
            data.application("Ant farm", "Zoo", state="draft", opportunity={"apply_by": day(5), "apply_window": "date"})
            data.application("Bee count", "Meadow", state="submitted", sent_on=day(-12))
            data.application("Cat cards", "Shelter", state="acknowledged", sent_on=day(-3), channel="mail")
            data.application("Dog walks", "Park", state="offer", sent_on=day(-20), heard_on=day(-1), offer_by=day(2))
        self.start()
        self.find("list item", re.compile("^Applications"), states=()).act("row.open")
        self.find("list item", re.compile("^Ant farm"))

    def lines(self):
        return sorted((n for n in self.app.node.all("table row") if "list.mark" in n.actions), key=lambda n: n.extents()[1])

    def line(self, title):
        return self.find("table row", title)

    def stand(self, *titles):
        self.until(lambda: [n.name for n in self.lines()] == list(titles), lambda: f"{titles}, it is {[n.name for n in self.lines()]}")

    def head(self, name):
        return self.find("table", "Applications").find("button", name)

    def cell(self, title, text):
        self.line(title).find("table cell", text)

    def on(self, title):
        self.until(lambda: (f := self.app.focused()) and f.role == "table row" and f.name == title, f"the keys on {title}")

    def open_table(self):
        self.key("ctrl+2")
        self.until(lambda: len(self.lines()) == 4, "four lines")

    def test_by_keyboard(self):
        """There and back: what is selected and picked goes over."""
        self.to_list()
        self.key("Right")
        self.until(lambda: self.app.focused().name.startswith(("Bee count", "Cat cards")), "the keys in the next column")
        title = self.app.focused().name.split(",")[0]
        self.key("ctrl+2")
        self.until(lambda: len(self.lines()) == 4, "four lines")
        self.on(title)
        self.head("Title").act()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")
        self.cell("Bee count", "Meadow")
        self.cell("Bee count", "Sent")
        self.cell("Bee count", "12 days")
        self.cell("Dog walks", "Offer")
        self.line("Bee count").act("list.select")
        self.to_list()
        self.on("Bee count")
        self.key("shift+Down")
        self.find("label", "2 selected")
        self.key("ctrl+1")
        self.until(lambda: sum("selected" in n.states for n in self.app.node.all("list item") if "application.move-up" in n.actions) == 2, "the same two cards to be picked")
        self.key("Escape")
        self.gone("label", "2 selected")

    def test_orders(self):
        """A head orders, again the other way round; each order keeps its way, and all of it a restart."""
        self.open_table()
        self.head("Silence").act()
        self.stand("Bee count", "Cat cards", "Ant farm", "Dog walks")
        self.until(lambda: self.head("Silence").description == "Sorted, Descending", "the head to say so")
        self.head("Silence").act()
        self.stand("Cat cards", "Bee count", "Dog walks", "Ant farm")
        self.until(lambda: self.head("Silence").description == "Sorted, Ascending", "the head to say so")
        self.head("Deadline").act()
        self.stand("Dog walks", "Ant farm", "Bee count", "Cat cards")
        self.assertEqual(self.head("Silence").description, "")
        self.head("Silence").act()
        self.stand("Cat cards", "Bee count", "Dog walks", "Ant farm")
        self.restart()
        self.stand("Cat cards", "Bee count", "Dog walks", "Ant farm")
        # by the menu of the search, too
        self.find("button", "Filter and Order").click()
        self.until(lambda: [n for n in self.app.node.all() if n.name == "Title" and n.role.endswith("menu item")], "the order in the menu")[0].click()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")

    def test_columns(self):
        self.open_table()
        self.assertFalse(self.find("table", "Applications").all("table cell", "Mail"))
        self.find("button", "Columns").click()
        self.reach("check box", "Sent By")
        self.key("space")
        self.cell("Cat cards", "Mail")
        self.key("Escape")
        self.restart()
        self.cell("Cat cards", "Mail")

    def test_search(self):
        """One search for both faces."""
        self.open_table()
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("sent:?")
        self.stand("Ant farm")
        self.key("ctrl+1")
        self.find("list item", re.compile("^Ant farm"))
        self.gone("list item", re.compile("^Bee count"))
        self.key("ctrl+2")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("nowhere")
        self.find("label", "Nothing Found")
        self.find("button", "Clear Search").act()
        self.until(lambda: len(self.lines()) == 4, "four lines again")

    def test_moving(self):
        """One by a key and several by the bar, each taken back in one step; what has no place left says so."""
        self.open_table()
        self.head("Title").act()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")
        self.line("Ant farm").act("list.select")
        self.to_list()
        self.on("Ant farm")
        self.key("ctrl+shift+Right")
        self.cell("Ant farm", "Submitted")
        self.find("label", "Moved to Sent")
        self.on("Ant farm")
        self.key("ctrl+z")
        self.cell("Ant farm", "Draft")

        self.line("Bee count").act("list.select")
        self.to_list()
        self.key("shift+Down")
        self.find("label", "2 selected")
        self.toggle("Move To")
        self.key("space")
        self.pick("^Talking")
        self.find("label", "2 moved to Talking")
        self.cell("Bee count", "Interview")
        self.cell("Cat cards", "Interview")
        self.key("ctrl+z")
        self.cell("Bee count", "Submitted")
        self.cell("Cat cards", "Acknowledged")

    def test_pointer(self):
        """Ctrl and Shift with a click pick; the menu is about all that are picked."""
        self.open_table()
        self.head("Title").act()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")
        self.line("Bee count").act("list.select")
        self.session.cmd("xdotool", "keydown", "ctrl")
        try:
            self.line("Dog walks").click()
        finally:
            self.session.cmd("xdotool", "keyup", "ctrl")
        self.find("label", "2 selected")
        self.line("Dog walks").act("application.archive")
        self.stand("Ant farm", "Cat cards")
        self.find("label", "2 applications archived")
        self.find("button", "Undo").click()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")

    def test_opening(self):
        """Enter opens the page beside it, Escape closes it, and the keys are back on the line."""
        self.open_table()
        self.line("Bee count").act("list.select")
        self.to_list()
        self.on("Bee count")
        self.key("Return")
        self.find("button", "Close Application")
        self.find("text", "Next step")
        self.key("Escape")
        self.gone("button", "Close Application")
        self.on("Bee count")
        self.key("shift+F10")
        self.find("menu item", "Follow Up…")
        self.key("Escape")
        self.gone("menu item", "Follow Up…")

    def test_deleting(self):
        """What stands in its place is selected next, and has the keys."""
        self.open_table()
        self.head("Title").act()
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")
        self.line("Bee count").act("list.select")
        self.to_list()
        self.on("Bee count")
        self.key("Delete")
        self.stand("Ant farm", "Cat cards", "Dog walks")
        self.on("Cat cards")
        self.until(lambda: "selected" in self.line("Cat cards").states, "it to be selected")
        self.key("ctrl+z")
        self.stand("Ant farm", "Bee count", "Cat cards", "Dog walks")

    def test_nothing_there(self):
        self.open_table()
        for title in ("Ant farm", "Bee count", "Cat cards", "Dog walks"):
            self.line(title).act("application.delete")
            self.gone("table row", title)
        self.find("label", "No Applications Yet")
        self.find("toggle button", "Applications Menu").act()
        self.find("menu item", "Show Archived Applications").act()
        self.find("label", "Nothing Archived")
        self.find("button", "Show Open Applications").act()
        self.find("label", "No Applications Yet")

    def test_all_archived(self):
        """Neither face says that there are none yet where all are in the archive."""
        self.open_table()
        for title in ("Ant farm", "Bee count", "Cat cards", "Dog walks"):
            self.line(title).act("application.archive")
            self.gone("table row", title)
        self.find("label", "Everything Is Archived")
        self.gone("label", "No Applications Yet")
        self.key("ctrl+1")
        self.find("label", "Everything Is Archived")
        self.find("button", "Show Archived Applications").act()
        self.find("list item", re.compile("^Ant farm"))


if __name__ == "__main__":
    tap.main()
