#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several opportunities side by side, and several that are one made one: by keyboard and by pointer."""
import json
import os
import re
import subprocess

from foothold_case import FootholdCase, LASTING_TOASTS
import tap

LIBRARY = {
    "format": "foothold", "version": 1,
    "opportunities": [
        {"title": "Menu cards", "organisation": "Bakery Lindner", "area": "design", "hours_min": 10, "hours_max": 12, "location": "Jena", "notes": "Ask Ada", "skills": ["Layout"],
         "facts": [{"field": "language", "knowledge": "not-said"}]},
        {"title": "Menu cards for a bakery", "organisation": "Bakery Lindner", "area": "design", "hours_min": 8, "hours_max": 8, "notes": "Seen at the fair", "skills": ["Layout", "Colour"]},
        {"title": "Count bicycles", "organisation": "City of Jena", "area": "data-analysis", "hours_min": 5, "hours_max": 5},
    ],
}


class Compare(FootholdCase):
    profile = True
    environment = LASTING_TOASTS

    def setUp(self):
        super().setUp()
        path = os.path.join(self.session.dir, "library.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(LIBRARY, file)
        self.command("import", path, "--yes")
        self.start()
        self.wait_cards(3)

    def cards(self):
        return [n for n in self.app.node.all("list item") if "list.mark" in n.actions]

    def card(self, title):
        return self.find("list item", re.compile(rf"^{re.escape(title)},"))

    def wait_cards(self, n):
        self.until(lambda: len(self.cards()) == n, f"{n} cards")

    def pick(self, *titles):
        for title in titles:
            self.card(title).act("list.mark")
        self.find("label", f"{len(titles)} selected")

    def dialog(self):
        dialog = self.find("dialog", "Compare")
        self.until(lambda: self.lines(dialog), "the lines")
        return dialog

    def lines(self, dialog):
        """The lines of the table that are about a fact: each says what all of them say."""
        return {n.name.split(";")[0]: n for n in dialog.all("table row") if ";" in n.name}

    def head(self, dialog, title):
        return self.until(lambda: [n for n in dialog.all() if n.name == title and "opportunity.show" in n.actions], f"the head of {title}")[0]

    def pasted(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], env=self.session.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10, check=False).stdout.decode()

    def opportunities(self):
        return json.loads(self.command("export", "json"))["opportunities"]

    # ---- side by side ----

    def test_compare_by_keyboard(self):
        self.pick("Menu cards", "Count bicycles")
        self.key("ctrl+shift+c")
        dialog = self.dialog()
        lines = self.lines(dialog)
        self.assertIn("Organisation, differs", lines)
        self.assertIn("Work mode", lines, "what nobody knows is a line, and no difference")
        self.assertRegex(lines["Location, differs"].name, "Menu cards: Jena; |Count bicycles: unknown")
        self.assertRegex(lines["Language level"].name, "Menu cards: not said")
        self.until(lambda: (f := self.app.focused()) and f.name == lines["Fit, differs" if "Fit, differs" in lines else "Fit"].name, lambda: f"the first line, is {self.app.focused()}")
        self.key("Down", "Down")
        self.until(lambda: (f := self.app.focused()) and f.role == "table row" and f.name.startswith("Growth"), lambda: f"the third line, is {self.app.focused()}")
        # the wheel takes nothing from the keys
        (x, y), hours = dialog.all("scroll pane")[0].centre(), lines["Hours, differs"]
        at = hours.centre()[1]
        self.session.cmd("xdotool", "mousemove", x, y, "click", "--repeat", 3, "--delay", 5, 5)
        self.until(lambda: hours.centre()[1] < at, "the table to scroll")
        self.key("Home")
        self.until(lambda: hours.centre()[1] == at, lambda: f"the first line, is {self.app.focused()}")
        self.key("Escape")
        self.gone("dialog", "Compare")
        self.find("label", "2 selected")
        self.until(lambda: self.app.focused() is not None, "the keys back in the window")

    def test_only_differences_and_actions_by_pointer(self):
        self.find("toggle button", "Select Several").click()
        for title in ("Menu cards", "Menu cards for a bakery", "Count bicycles"):
            self.card(title).click()
        self.find("label", "3 selected")
        self.find("button", "Compare").click()
        dialog = self.dialog()
        self.assertIn("Work mode", self.lines(dialog))
        dialog.find("check box", "Only differences").click()
        self.until(lambda: self.lines(dialog) and all(name.endswith(", differs") for name in self.lines(dialog)), "differences alone")
        self.head(dialog, "Count bicycles").find("button", "Star").click()
        self.head(dialog, "Count bicycles").find("button", "Remove Star")
        self.head(dialog, "Menu cards").find("button", "Shortlist").click()
        self.until(lambda: any("Menu cards: Shortlisted" in line.name for line in self.lines(dialog).values()), "the state in its line")
        self.key("ctrl+z")
        self.until(lambda: not any("Shortlisted" in line.name for line in self.lines(dialog).values()), "the state taken back")
        self.head(dialog, "Count bicycles").find("button", "Drop…").click()
        self.find("alert", re.compile("Drop"))
        self.key("Return")
        self.until(lambda: any("Count bicycles: Dropped" in line.name for line in self.lines(dialog).values()), "the state in its line")
        self.head(dialog, "Menu cards").find("button", "Open").click()
        self.gone("dialog", "Compare")
        self.until(lambda: self.find("text", "Title").text == "Menu cards", "its page")
        self.gone("label", re.compile("selected$"))

    def test_copy(self):
        self.pick("Menu cards", "Menu cards for a bakery")
        self.key("ctrl+shift+c")
        dialog = self.dialog()
        self.key("ctrl+c")
        dialog.find("label", "Comparison copied")
        text = self.until(lambda: (t := self.pasted()) and "Menu cards for a bakery\t" in t and t, "the text in the clipboard")
        self.assertIn("Location\t", text)
        self.assertIn("\tJena\t", text)
        # the toast is still there, and does not keep one from going back
        self.key("Escape")
        self.gone("dialog", "Compare")

    def test_print(self):
        self.pick("Menu cards", "Count bicycles")
        self.key("ctrl+shift+c")
        self.dialog()
        self.key("ctrl+p")
        self.find("dialog", "Print").find("button", "Cancel").act()
        self.gone("dialog", "Print")
        self.assertTrue(self.app.has("dialog", "Compare"))

    def test_one_or_five_are_not_compared(self):
        self.import_postings(*((f"Job {i}", "Firm", f"Town {i}") for i in range(2)))
        self.wait_cards(5)
        self.pick("Menu cards")
        self.assertNotIn("sensitive", self.find("button", "Compare").states)
        self.key("ctrl+shift+c")
        self.find("button", "Select All").act()
        self.find("label", "5 selected")
        self.assertNotIn("sensitive", self.find("button", "Compare").states)
        self.key("ctrl+shift+m")
        self.card("Menu cards").act("list.mark")
        self.find("label", "4 selected")
        self.find("button", "Compare").wait_state("sensitive")
        self.assertFalse(self.app.node.all("dialog"))

    # ---- made one ----

    def test_merge_by_keyboard_and_undo(self):
        before = self.opportunities()
        self.pick("Menu cards", "Menu cards for a bakery")
        self.key("ctrl+shift+m")
        dialog = self.find("dialog", "Merge")
        self.assertIn("checked", dialog.find("radio button", "8\u00a0h").states)
        self.assertIn("checked", dialog.find("check box", "Location").states)
        self.until(lambda: (f := self.app.focused()) and f.role in ("list item", "radio button"), lambda: f"the keys on the first choice, are on {self.app.focused()}")
        self.key("ctrl+Return")
        self.gone("dialog", "Merge")
        self.find("label", "Merged 2 opportunities")
        self.wait_cards(2)
        one = next(o for o in self.opportunities() if o["title"].startswith("Menu cards"))
        self.assertEqual(one["location"], "Jena")
        self.assertEqual(sorted(one["skills"]), ["Colour", "Layout"])
        self.assertEqual({*one["notes"].split("\n\n")}, {"Ask Ada", "Seen at the fair"})
        self.assertIn(one["id"], [o["id"] for o in before])
        self.key("ctrl+z")
        self.wait_cards(3)
        self.find("label", re.compile("Merge of 2 Opportunities"))
        self.assertEqual(self.opportunities(), before)

    def test_merge_with_choices_by_pointer(self):
        self.pick("Menu cards", "Menu cards for a bakery")
        more = next(n for n in self.find("tool bar", "Selected Opportunities").all("toggle button") if "has-popup" in n.states)
        more.click()
        self.find("menu item", "Merge…").click()
        dialog = self.find("dialog", "Merge")
        self.until(lambda: dialog.all("radio button"), "the choices")
        other = next(n for n in dialog.find("list", "Title").all("radio button") if "checked" not in n.states)
        title = other.name
        other.click()
        other.wait_state("checked")
        tick = dialog.find("check box", "Location")
        self.into_view(dialog, tick).click()
        self.until(lambda: "checked" not in tick.states, "the tick to go")
        dialog.find("button", "Merge").click()
        self.wait_cards(2)
        one = next(o for o in self.opportunities() if o["title"].startswith("Menu cards"))
        self.assertEqual((one["title"], one["location"]), (title, None))
        self.find("button", "Undo").click()
        self.wait_cards(3)

    def into_view(self, dialog, node):
        """Scrolls by the pointer until @node is seen whole."""
        pane = dialog.all("scroll pane")[0]
        (x, y), (width, height) = pane.centre(), pane.extents()[2:]
        for _ in range(40):
            if abs(node.centre()[1] - y) < height // 2 - 40:
                break
            at = node.centre()[1]
            self.session.cmd("xdotool", "mousemove", x, y, "click", 5)
            self.until(lambda: node.centre()[1] != at, "the page to scroll")
        return node


if __name__ == "__main__":
    tap.main()
