#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what is due, in groups, done, put off and taken back, by keyboard and by pointer; several at once; the follow-up draft."""
import os
import re
import stat

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
from tracker_data import TrackerData, a_week_of_work, day
import tap


class Today(KeysCase):
    environment = LASTING_TOASTS

    def line(self):
        return self.until(lambda: [n for n in self.app.node.all("list item", re.compile("^Today"), states=()) if "row.open" in n.actions], "the line of Today")[0]

    def waits(self, words):
        self.until(lambda: self.line().name == words, lambda: f"“{words}”, it is “{self.line().name}”")

    def show(self):
        self.line().act("row.open")

    def rows(self):
        return sorted((n for n in self.app.node.all("list item") if "due.act" in n.actions), key=lambda n: n.extents()[1])

    def row(self, what, whom=""):
        return self.find("list item", re.compile(f"^{re.escape(what)}.*, {re.escape(whom)}"))

    def no_row(self, what, whom=""):
        self.gone("list item", re.compile(f"^{re.escape(what)}.*, {re.escape(whom)}"))

    def into_list(self):
        node = self.focus()
        for _ in range(60):
            if "list.activate" in node.actions:
                return
            node = self.moved("Tab", node)
        self.fail("Tab does not reach the list")

    def walk(self):
        """The names of all lines, from the first to the last: only those in sight are there at once."""
        self.into_list()
        self.key("End")
        last = self.until(lambda: (f := self.app.focused()) and f.name == max(self.rows() + self.heads(), key=lambda n: n.extents()[1]).name and f.name, "the end")
        self.key("Home")
        node = self.until(lambda: (f := self.app.focused()) and f.name.startswith("Overdue") and f, "the beginning")
        names = [node.name]
        while names[-1] != last:
            before = names[-1]
            self.key("Down")
            names.append(self.until(lambda: (f := self.app.focused()) and f.name != before and f.name, "the next line"))
        return names

    def heads(self):
        return [n for n in self.app.node.all("list item", re.compile(r"^[A-Z][A-Za-z ]+, \d+$")) if "list.activate" in n.actions]

    def on_row(self, what, whom=""):
        """The keys on that line, by the arrows."""
        wanted = re.compile(f"^{re.escape(what)}.*, {re.escape(whom)}")
        self.row(what, whom)
        self.into_list()
        self.key("Home")
        for _ in range(40):
            now = self.focus()
            if wanted.search(now.name):
                return now
            self.moved("Down", now)
        self.fail(f"the arrows do not reach {what}")

    def test_groups(self):
        a_week_of_work(self.data)
        self.start()
        self.show()
        self.row("Follow up", "Logo for the summer school, Acme Labs\u00a0· 12 days of silence")
        self.waits("Today, 6 wait for you")
        names = self.walk()
        heads = [(n.split(",")[0], n.split(", ")[1]) for n in names if re.fullmatch(r"[A-Za-z ]+, \d+", n)]
        self.assertEqual(heads, [("Overdue", "5"), ("Today", "1"), ("This Week", "4"), ("Later", "2")])
        at = {what: next(i for i, n in enumerate(names) if n.startswith(what)) for what in ("Overdue", "No answer so far", "Ask again", "Today", "Send two more samples", "This Week", "Interview tomorrow at 10:00", "Answer the offer by", "Send the application by", "Later")}
        self.assertEqual(list(at.values()), sorted(at.values()))
        # what is later is folded, and unfolds
        self.gone("list item", re.compile("Translation of a leaflet"))
        self.find("list item", "Later, 2").act("list.activate")
        self.row("Follow up", "Translation of a leaflet")

    def test_in_a_narrow_window(self):
        """From 1270 to 400 pixels in one step: lines close under each other without their button, and Enter opens the menu that begins with what it did."""
        a_week_of_work(self.data)
        self.start()
        self.app.resize(1270, 800)
        self.show()
        self.row("Send two more samples")
        self.until(lambda: [n for n in self.app.node.all("button", "Done") if n.extents()[2] > 0], "the button of a line")
        self.app.resize(400, 700)
        self.until(lambda: not [n for n in self.app.node.all("button", "Done") if n.extents()[2] > 0], "no button beside a line")
        self.until(lambda: self.find("label", "Overdue").extents()[1] - self.find("list", "What Is Due").extents()[1] < 30, "the first heading at the top")
        self.on_row("Send two more samples")
        self.key("Return")
        self.until(lambda: (f := self.app.focused()) and f.role == "menu item" and f, "the keys in the menu")
        self.pick("^Done")
        self.find("label", "Done for “Interviews with users, Open Maps”")
        self.no_row("Send two more samples")

    def test_by_keyboard(self):
        a_week_of_work(self.data)
        self.start()
        self.find("entry", "Search")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.key("Home")
        self.line().wait_state("focused")

        # the step is done, and comes back
        self.on_row("Send two more samples")
        self.key("Return")
        self.find("label", "Done for “Interviews with users, Open Maps”")
        self.no_row("Send two more samples")
        self.waits("Today, 5 wait for you")
        self.key("ctrl+z")
        self.row("Send two more samples")

        # the keys stay where they were
        self.on_row("No answer so far", "Data clean-up")
        self.key("n")
        self.find("label", "“Data clean-up, North Archive” set to No Answer")
        self.no_row("No answer so far", "Data clean-up")
        self.assertEqual(self.focus().role, "list item")
        self.key("ctrl+z")
        self.row("No answer so far", "Data clean-up")

        self.on_row("Keep in touch", "Ana Petrović")
        self.key("d")
        self.find("label", "Talked with “Ana Petrović, Open Maps” today")
        self.no_row("Keep in touch", "Ana Petrović")
        self.key("ctrl+z")
        self.row("Keep in touch", "Ana Petrović")

        # put off by its menu, until tomorrow, and by a date
        self.on_row("Ask again", "City Museum")
        self.menu()
        self.pick("Snooze for Three Days")
        self.find("label", re.compile("^“City Museum” snoozed until "))
        self.no_row("Ask again", "City Museum")
        self.key("ctrl+z")
        self.on_row("Ask again", "City Museum")
        self.key("s")
        self.find("label", "“City Museum” snoozed until tomorrow")
        self.key("ctrl+z")
        self.on_row("Ask again", "City Museum")
        self.menu()
        self.pick("Snooze until a Date")
        self.find("alert", "Snooze Until")
        self.reach("button", "Snooze")
        self.key("Return")
        self.find("label", "“City Museum” snoozed until tomorrow")

    def test_by_pointer(self):
        a_week_of_work(self.data)
        self.start()
        self.line().click()
        self.row("Send two more samples").find("button", "Done").click()
        self.no_row("Send two more samples")
        self.find("button", "Undo").click()
        self.row("Send two more samples")
        self.row("Ask again", "City Museum").find("button", "More").click()
        self.until(lambda: self.app.node.all("menu item", "Snooze until Next Week"), "the menu")[0].click()
        self.no_row("Ask again", "City Museum")

    def test_several(self):
        a_week_of_work(self.data)
        self.start()
        self.show()
        self.row("No answer so far", "Menu cards")
        self.find("toggle button", "Select Several").act()
        self.find("button", "All Without Answer").act()
        self.find("label", "2 selected")
        self.find("tool bar", "What Is Selected").find("button", "No Answer").act()
        self.find("label", "2 set to No Answer")
        self.no_row("No answer so far")
        self.gone("label", "2 selected")
        self.key("ctrl+z")
        self.row("No answer so far", "Menu cards")
        self.row("No answer so far", "Data clean-up")

        # by keys; a heading is never one of them
        self.on_row("No answer so far", "Menu cards")
        self.key("ctrl+a")
        self.find("label", "10 selected")
        self.key("Escape")
        self.gone("label", "10 selected")
        self.on_row("No answer so far", "Menu cards")
        self.key("ctrl+space")
        self.find("label", "1 selected")
        self.key("Down")
        self.key("space")
        self.find("label", "2 selected")
        self.key("s")
        self.find("label", re.compile("^2 snoozed until tomorrow"))

    def test_follow_up(self):
        a_week_of_work(self.data)
        self.start()
        self.show()
        self.on_row("Follow up", "Logo for the summer school")
        self.key("Return")
        dialog = self.find("dialog", "Follow Up")
        text = dialog.find("text", "Text")
        text.wait_state("focused")
        self.assertEqual(dialog.find("text", "To").text, "mara@acme.example")
        self.assertEqual(dialog.find("text", "Subject").text, "My application for “Logo for the summer school”")
        self.assertTrue(text.text.startswith("Dear Mara Lind,\n\nI applied for “Logo for the summer school” at Acme Labs on "), text.text)
        self.assertIn("Linh Nguyen", text.text)

        # there is no mail program: it is copied
        dialog.find("button", "Open Mail Program").act()
        self.find("label", "No mail program opened, so the text was copied")

        # what was begun is there again
        text.set_text("Dear Mara,\nany news?\n")
        self.key("Escape")
        self.gone("dialog", "Follow Up")
        self.on_row("Follow up", "Logo for the summer school")
        self.key("f")
        dialog = self.find("dialog", "Follow Up")
        self.until(lambda: dialog.find("text", "Text").text == "Dear Mara,\nany news?\n", "the draft")
        dialog.find("text", "Text").wait_state("focused")
        self.key("ctrl+Return")
        self.gone("dialog", "Follow Up")
        self.find("label", "Follow-up sent today")
        self.no_row("Follow up", "Logo for the summer school")
        self.key("ctrl+z")
        self.row("Follow up", "Logo for the summer school")

    def test_mail_program(self):
        """One that takes the address, and the person's word that it went."""
        a_week_of_work(self.data)
        out = os.path.join(self.session.dir, "mailed")
        program = os.path.join(self.session.dir, "mailer")
        with open(program, "w", encoding="utf-8") as f:
            f.write(f"#!/bin/sh\nprintf '%s' \"$1\" > '{out}.part' && mv '{out}.part' '{out}'\n")
        os.chmod(program, os.stat(program).st_mode | stat.S_IXUSR)
        applications = os.path.join(self.session.env["XDG_DATA_HOME"], "applications")
        os.makedirs(applications, exist_ok=True)
        with open(os.path.join(applications, "mailer.desktop"), "w", encoding="utf-8") as f:
            f.write(f"[Desktop Entry]\nType=Application\nName=Mailer\nExec={program} %u\nMimeType=x-scheme-handler/mailto;\n")
        with open(os.path.join(applications, "mimeinfo.cache"), "w", encoding="utf-8") as f:
            f.write("[MIME Cache]\nx-scheme-handler/mailto=mailer.desktop;\n")
        self.addCleanup(lambda: [os.remove(os.path.join(applications, name)) for name in ("mailer.desktop", "mimeinfo.cache")])
        self.start()
        self.show()
        self.row("Follow up", "Logo for the summer school").find("button", re.compile("^Follow Up")).click()
        dialog = self.find("dialog", "Follow Up")
        dialog.find("text", "Text")
        dialog.find("button", "Open Mail Program").act()
        self.until(lambda: os.path.exists(out), "the mail program")
        with open(out, encoding="utf-8") as f:
            mail = f.read()
        self.assertTrue(mail.startswith("mailto:mara@acme.example?subject=My%20application%20for%20%E2%80%9CLogo"), mail)
        self.assertIn("&body=Dear%20Mara%20Lind%2C%0D%0A", mail)
        self.find("alert", "Did You Send It?").find("button", "Mark as Sent").act()
        self.find("label", "Follow-up sent today")
        self.no_row("Follow up", "Logo for the summer school")

    def test_outreach_opens(self):
        """Whom one asks has a page too where nobody's name is known, and it is that page."""
        a_week_of_work(self.data)
        self.start()
        self.show()
        self.on_row("Ask again", "City Museum")
        self.menu()
        self.pick("^Open$")
        self.until(lambda: [n for n in self.app.node.all("text", "Organisation") if n.text == "City Museum"], "the page of the host")
        self.until(lambda: "checked" in self.find("radio button", "Outreach").states, "the outreach in front")

    def test_nothing(self):
        self.start()
        self.show()
        self.find("label", "Nothing Is Due")
        self.waits("Today")
        self.quit()
        with TrackerData(self.data) as data:
            data.application("Logo", "Acme <b>Labs", sent_on=day(0))
        self.start()
        self.show()
        self.find("label", re.compile(r"^Next comes: Follow up \(Logo, Acme <b>Labs\), "))
        self.find("button", "Show What Comes Later").act()
        self.row("Follow up", "Logo, Acme <b>Labs")


if __name__ == "__main__":
    tap.main()
