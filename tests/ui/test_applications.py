#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The applications: begun on the board, moved through their columns, ended and taken back, by keyboard and by dragging."""
import json
import os
import re

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
import tap


class Applications(KeysCase):
    environment = LASTING_TOASTS

    def bring(self, *titles, **facts):
        path = os.path.join(self.session.dir, "opportunities.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"format": "foothold", "version": 1, "opportunities": [{"title": title, "organisation": "Lindenhof", **facts} for title in titles]}, f)
        self.command("import", path, "--yes")

    def applied(self, *titles):
        """On the board of stages, with a draft for each."""
        self.start()
        for title in titles:
            self.card(title).act("opportunity.apply")
            self.find("list item", re.compile(f"^{title}.*Applying"))
        self.line().act("row.open")
        for title in titles:
            self.application(title, "Draft")

    def line(self):
        return self.find("list item", re.compile("^Applications"), states=())

    def application(self, title, says=""):
        return self.find("list item", re.compile(f"^{title}, Lindenhof, .*{re.escape(says)}"))

    def column(self, name):
        return self.find("grouping", re.compile(f"^{name}, "))

    def order(self, column):
        cards = [n for n in self.column(column).all("list item") if "application.move-on" in n.actions]
        return [n.name.split(",")[0] for n in sorted(cards, key=lambda n: n.extents()[1])]

    def stands(self, column, *titles):
        self.until(lambda: self.order(column) == list(titles), lambda: f"{titles} in {column}, it is {self.order(column)}")

    def on(self, title):
        self.until(lambda: "focused" in self.application(title).states, f"the keys on {title}")

    def test_life_by_keyboard(self):
        """An opportunity becomes an application with one key, and goes from column to column with one key each."""
        self.bring("Survey", "Logo")
        self.start()
        self.find("entry", "Search")
        self.to_list()
        self.reach("list item", re.compile("^Logo"), key="Down")
        self.key("ctrl+shift+a")
        self.find("label", "Applying for “Logo”")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.reach("list item", re.compile("^Applications"), key="Down")
        self.application("Logo", "Draft")
        self.reach("list item", re.compile("^Logo, Lindenhof"))
        self.stands("Preparing", "Logo")

        self.key("ctrl+shift+Right")
        self.application("Logo", "Submitted")
        self.stands("Sent", "Logo")
        self.find("label", "Moved to Sent")
        self.on("Logo")
        self.key("ctrl+shift+Right")
        self.application("Logo", "Interview")
        self.on("Logo")
        self.key("ctrl+shift+Right")
        self.application("Logo", "Offer")
        self.on("Logo")
        self.key("ctrl+shift+Left")
        self.stands("Talking", "Logo")
        self.on("Logo")
        self.key("ctrl+z")
        self.stands("Offer", "Logo")
        for column in ("Talking", "Sent", "Preparing"):
            self.key("ctrl+z")
            self.stands(column, "Logo")
        self.find("label", re.compile("^Undone: .*What was sent stays sent$"))
        self.key("ctrl+z")
        self.find("label", "No Applications Yet")
        self.key("ctrl+shift+z")
        self.stands("Preparing", "Logo")

    def test_accepting_asks_first(self):
        self.bring("Survey")
        self.applied("Survey")
        for _ in range(3):
            self.application("Survey").act("application.move-on")
            self.on("Survey")
        self.stands("Offer", "Survey")
        self.key("ctrl+shift+Right")
        self.ends("Offer Accepted").find("button", "Move").act()
        dialog = self.find("alert", "Accept the Offer?")
        dialog.find("label", "Your week, if you accept")
        dialog.find("label", "Not known about the payment either")
        self.assertNotIn("sensitive", dialog.find("button", "Accept", states=()).states)
        dialog.find("button", "Ask the Host…").act()
        self.find("dialog", "Ask the Host")
        self.key("Escape")
        self.gone("dialog", "Ask the Host")
        self.application("Survey").act("application.accept")
        self.find("alert", "Accept the Offer?")
        self.keys_in("Why you accept anyway")
        self.type("They have always paid")
        self.key("Return")
        self.gone("alert", "Accept the Offer?")
        self.stands("Done", "Survey")
        self.application("Survey", "Offer Accepted")
        self.until(lambda: self.ask("SELECT title || '/' || state FROM engagement") == ["Survey/agreed"], "the engagement")
        self.find("button", "Undo").click()
        self.stands("Offer", "Survey")
        self.until(lambda: self.ask("SELECT count(*) FROM engagement") == [0], "no engagement")

    def test_what_was_open_comes_back(self):
        """In the next window the page of an application stands beside the columns again, unless it is gone since then."""
        self.bring("Survey", "Logo")
        self.applied("Survey", "Logo")
        self.application("Logo").act("application.open")
        self.find("text", "Next step").type("Send the sketches")
        self.key("Tab")
        self.application("Logo", "Send the sketches")
        self.restart()
        self.find("button", "Close Application")
        self.until(lambda: self.find("text", "Next step").text == "Send the sketches", "the page of the same one")
        self.until(lambda: "selected" in self.application("Logo").states, "its card to be selected")
        self.quit()
        settings = os.path.join(self.data, "settings.ini")
        with open(settings, encoding="utf-8") as f:
            text, n = re.subn(r"('applications': ')\d+'", r"\g<1>7'", f.read())
        self.assertEqual(n, 1)
        with open(settings, "w", encoding="utf-8") as f:
            f.write(text)
        self.start()
        self.application("Survey")
        self.gone("button", "Close Application")

    def move_to(self, column, title):
        """By the menu of a card."""
        self.application(title).act("menu.popup")
        self.until(lambda: (f := self.app.focused()) and f.role == "menu item", "the keys in the menu")
        inside = self.reach("menu item", "Move To", key="Down")
        self.key("Return")
        self.pick(f"^{column}$", after=inside)

    def ends(self, how):
        """Answers how it ended; the dialog."""
        dialog = self.find("alert", "How Did It End?")
        self.assertNotIn("sensitive", dialog.find("button", "Move", states=()).states)
        dialog.find("radio button", how).click()
        dialog.find("button", "Move").wait_state("sensitive")
        return dialog

    def test_done_asks_how(self):
        """Several ends share a column: which it was is asked, and nothing is said in the host's name."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.set-offer")
        self.stands("Offer", "Survey")
        self.application("Survey").act("application.move-on")
        self.find("alert", "How Did It End?")
        self.key("Escape")
        self.gone("alert", "How Did It End?")
        self.stands("Offer", "Survey")

        self.move_to("Done", "Survey")
        self.find("alert", "How Did It End?")
        self.focus("the first answer")
        self.reach("list item", "Withdrawn", "Down")
        self.key("space")
        self.reach("text", "Reason (optional)")
        self.type("found another")
        self.key("Return")
        self.gone("alert", "How Did It End?")
        self.stands("Done", "Survey")
        self.application("Survey", "Withdrawn")
        self.assertEqual(self.ask("SELECT reason FROM application_history ORDER BY id DESC LIMIT 1"), ["found another"])
        self.key("ctrl+z")
        self.stands("Offer", "Survey")

    def test_what_a_menu_is_about(self):
        """A card's own menu moves it alone where others are picked, and its archive does what it says in either list."""
        self.bring("Ant", "Bee", "Cat_2")
        self.applied("Ant", "Bee", "Cat_2")
        self.application("Ant").act("application.mark")
        self.find("label", "1 selected")
        self.move_to("Sent", "Cat_2")
        self.stands("Sent", "Cat_2")
        self.stands("Preparing", "Bee", "Ant")
        self.key("Escape")

        self.application("Ant").act("application.archive")
        self.stands("Preparing", "Bee")
        self.find("toggle button", "Applications Menu").act()
        self.find("menu item", "Show Archived Applications").act()
        self.application("Ant").act("application.unarchive")
        self.find("label", "Application brought back")

    def keys_in(self, name):
        self.until(lambda: (f := self.app.focused()) and f.role == "text" and self.label(f) == name, lambda: f"the keys in “{name}”, they are in {self.app.focused()!r}")

    def test_a_reason_by_keyboard(self):
        """The keys are where the reason is typed: its blanks press no button, and Enter makes the change with it."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.move-on")
        self.application("Survey", "Submitted")
        for deed, question, state, key in (("withdraw", "Withdraw the Application?", "Withdrawn", "Return"), ("decline", "Declined by the Host?", "Declined", "ctrl+Return")):
            self.application("Survey").act(f"application.{deed}")
            self.find("alert", question)
            self.keys_in("Reason (optional)")
            self.type("no budget left")
            self.key(key)
            self.gone("alert", question)
            self.application("Survey", state)
            self.until(lambda: self.ask("SELECT reason FROM application_history ORDER BY id DESC LIMIT 1") == ["no budget left"], "the reason to be kept")
            self.key("ctrl+z")
            self.application("Survey", "Submitted")

    def deeds(self, title):
        return {deed.partition(".")[2] for deed in self.application(title).actions if deed.startswith("application.")}

    def test_deeds_that_apply(self):
        """The bus offers what the menu does: nobody has a draft, so nobody declines it, and there is no offer to answer."""
        answers, exits = {"accept", "decline-offer"}, {"decline", "no-answer", "follow-up"}
        self.bring("Survey")
        self.applied("Survey")
        self.assertEqual(self.deeds("Survey") & (answers | exits | {"send", "withdraw", "set-draft"}), {"send", "withdraw"})
        self.application("Survey").act("application.send")
        self.application("Survey", "Submitted")
        self.until(lambda: self.deeds("Survey") & (answers | exits | {"send", "withdraw"}) == exits | {"withdraw"}, lambda: f"what applies to what was sent, it is {self.deeds('Survey')}")
        self.application("Survey").act("application.set-offer")
        self.application("Survey", "Offer")
        self.until(lambda: self.deeds("Survey") & (answers | exits) == answers | {"decline"}, lambda: f"what applies to an offer, it is {self.deeds('Survey')}")

    def test_state_by_keyboard(self):
        """What no column begins with is set in the menu of the card, and taken back; it stays in its column."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.move-on")
        self.on("Survey")
        for state, column in (("Shortlisted", "Talking"), ("Under Review", "Sent")):
            self.menu()
            inside = self.reach("menu item", "Set State", key="Down")
            self.key("Return")
            self.pick(f"^{state}$", after=inside)
            self.application("Survey", state)
            self.find("label", f"Moved to {state}")
            self.stands(column, "Survey")
            self.on("Survey")
        # its place in the column is no other state
        self.key("ctrl+shift+Up")
        self.key("ctrl+z")
        self.application("Survey", "Shortlisted")
        self.stands("Talking", "Survey")
        self.key("ctrl+z")
        self.application("Survey", "Submitted")
        self.stands("Sent", "Survey")

    def test_state_on_the_page(self):
        """The page offers the same, with the pointer; a state of the column where it stands moves nothing."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.move-on")
        self.stands("Sent", "Survey")
        self.application("Survey", "Submitted").act("application.open")
        self.find("toggle button", "More Actions").act()
        self.find("menu item", "Set State").click()
        self.find("menu item", "Acknowledged").click()
        self.application("Survey", "Acknowledged")
        self.stands("Sent", "Survey")
        self.find("button", "Undo").click()
        self.application("Survey", "Submitted")

    def test_delete_means_what_is_picked(self):
        """Also while the keys are on a card that is not."""
        self.bring("Ant", "Bee")
        self.applied("Ant", "Bee")
        self.to_list()
        first = self.until(lambda: (f := self.app.focused()) and f.role == "list item" and f, "the keys on a card").name
        self.key("ctrl+space")
        self.find("label", "1 selected")
        self.key("Down")
        second = self.until(lambda: (f := self.app.focused()) and f.role == "list item" and f.name != first and f, "the keys on the other card").name
        self.key("Delete")
        self.gone("list item", first)
        self.find("list item", second)

    def test_order_in_a_column(self):
        self.bring("Ant", "Bee", "Cat")
        self.applied("Ant", "Bee", "Cat")
        self.stands("Preparing", "Cat", "Bee", "Ant")
        self.application("Cat").act("application.move-down")
        self.stands("Preparing", "Bee", "Cat", "Ant")
        self.on("Cat")
        self.key("ctrl+shift+Down")
        self.stands("Preparing", "Bee", "Ant", "Cat")
        self.key("ctrl+shift+Up")
        self.stands("Preparing", "Bee", "Cat", "Ant")
        self.key("ctrl+z")
        self.stands("Preparing", "Bee", "Ant", "Cat")

    def test_dragging(self):
        self.bring("Ant", "Bee", "Cat")
        self.applied("Ant", "Bee", "Cat")
        self.application("Bee").drag_to(self.column("Sent"))
        self.stands("Sent", "Bee")
        self.stands("Preparing", "Cat", "Ant")
        self.find("label", "Moved to Sent")
        # within a column, above the upper half of another card
        self.application("Ant").drag_to(self.application("Cat").find("label", "Cat"))
        self.stands("Preparing", "Ant", "Cat")
        self.find("label", "Moved within Preparing")
        self.find("button", "Undo").click()
        self.stands("Preparing", "Cat", "Ant")

    def collapse(self, name):
        """Through the column's own menu; what opens it again has the keys then."""
        self.column(name).find("toggle button", "Column").act()
        self.find("menu item", "Collapse").act()
        self.find("button", re.compile(f"^{name}, "))

    def opens(self, name):
        """The keys are on what opens the collapsed column."""
        self.until(lambda: (f := self.app.focused()) and f.role == "button" and f.name == name, lambda: f"the keys on “{name}”, they are on {self.app.focused()}")

    def test_into_a_collapsed_column(self):
        """The card is not seen any more: the keys are on what opens its column, and go on moving it."""
        self.bring("Ant", "Bee")
        self.applied("Ant", "Bee")
        self.collapse("Sent")
        self.application("Bee").act("application.move-on")
        self.opens("Sent, 1")
        self.find("label", "Moved to Sent")
        self.stands("Preparing", "Ant")
        self.key("ctrl+z")
        self.stands("Preparing", "Bee", "Ant")
        self.on("Bee")
        self.key("ctrl+shift+Right")
        self.opens("Sent, 1")
        self.key("ctrl+shift+Left")
        self.stands("Preparing", "Bee", "Ant")
        self.on("Bee")
        self.key("ctrl+shift+Right")
        self.opens("Sent, 1")
        self.key("ctrl+shift+Right")
        self.stands("Talking", "Bee")
        self.on("Bee")
        # from column to column, past the collapsed one, by arrows
        self.key("Left")
        self.on("Ant")
        self.key("ctrl+shift+Right")
        self.opens("Sent, 1")
        self.key("Right")
        self.on("Bee")
        # opened, the column gives the keys to its card
        self.reach("button", "Sent, 1", key="shift+Tab")
        self.key("Return")
        self.stands("Sent", "Ant")
        self.on("Ant")

    def test_dragging_into_a_collapsed_column(self):
        self.bring("Ant", "Bee")
        self.applied("Ant", "Bee")
        self.collapse("Sent")
        self.application("Ant").drag_to(self.column("Sent"))
        self.opens("Sent, 1")
        self.stands("Preparing", "Bee")
        self.key("ctrl+z")
        self.stands("Preparing", "Bee", "Ant")
        self.on("Ant")

    def test_search_and_archive(self):
        self.bring("Survey", "Logo")
        self.applied("Survey", "Logo")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("surv")
        self.until(lambda: self.order("Preparing") == ["Survey"], "what is searched for alone")
        self.type("x")
        self.find("label", "Nothing Found")
        self.find("button", "Clear Search").act()
        self.stands("Preparing", "Logo", "Survey")
        self.application("Logo").act("application.archive")
        self.stands("Preparing", "Survey")
        self.key("ctrl+z")
        self.stands("Preparing", "Logo", "Survey")
        self.application("Logo").act("application.delete")
        self.stands("Preparing", "Survey")
        self.find("button", "Undo").click()
        self.stands("Preparing", "Logo", "Survey")

    def test_several(self):
        self.bring("Ant", "Bee", "Cat")
        self.applied("Ant", "Bee", "Cat")
        self.application("Ant").act("application.mark")
        self.application("Cat").act("application.mark")
        self.find("label", "2 selected")
        self.application("Cat").act("application.move-on")
        self.stands("Sent", "Cat", "Ant")
        self.find("label", "2 moved to Sent")
        self.key("ctrl+z")
        self.stands("Preparing", "Cat", "Bee", "Ant")

        # nobody declines what was not sent: those that stay are said
        self.application("Ant").act("application.mark")
        self.find("label", "1 selected")
        self.application("Cat").act("application.send")
        self.stands("Sent", "Cat")
        self.application("Bee").act("application.mark")
        self.find("label", "2 selected")
        self.application("Cat").act("application.no-answer")
        self.find("label", re.compile(r"^1 of 2 moved\. "))

    def test_page(self):
        """Everything about one: its next step, its checklist, an interview, somebody, and what was sent; each undone."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.open")
        self.find("label", "Your turn")
        self.find("text", "Next step").type("Send the sketches")
        self.key("Tab")
        self.application("Survey", "Send the sketches")
        self.find("check box", "Read the whole posting again").click()
        self.until(lambda: self.ask("SELECT count(*) FROM checklist_item WHERE done_on IS NOT NULL") == [1], "a tick")
        self.find("button", "Mark as Sent").act()
        self.application("Survey", "Submitted")
        self.stands("Sent", "Survey")
        self.key("Escape")
        self.gone("button", "Close Application")
        self.on("Survey")
        self.key("ctrl+z")
        self.stands("Preparing", "Survey")
        self.key("Return")
        self.find("text", "Next step")

    def test_states_that_are_looked_for(self):
        """“state:” means the states of applications here, and what is found out of sight comes into sight."""
        self.bring("Survey")
        self.applied("Survey")
        self.application("Survey").act("application.move-on")
        self.application("Survey", "Submitted")
        self.application("Survey").act("application.withdraw")
        self.find("alert", "Withdraw the Application?")
        self.key("Return")
        self.application("Survey", "Withdrawn")
        self.app.resize(500, 700)
        self.find("entry", "Search").type("state:withdrawn ")
        self.application("Survey", "Withdrawn")
        self.until(lambda: 0 <= self.application("Survey").extents()[0] - self.find("frame", "Foothold").extents()[0] < 500 - 40, "the card in sight")
        self.assertFalse([n for n in self.app.node.all("label", re.compile("does not know"))])
        self.find("entry", "Search").type("state:withdrwn ", clear=True)
        self.find("label", re.compile("^“state:” does not know “withdrwn”; it knows draft, submitted"))

    def test_page_in_a_narrow_window(self):
        """A sheet from below, with the width of the window; it stays open through another width, and gives the keys back."""
        self.bring("Survey")
        self.applied("Survey")
        self.app.resize(400, 700)
        self.application("Survey").act("application.open")
        self.find("text", "Next step")
        self.until(lambda: self.find("button", "Close Application").extents()[0] < 40, "the page to be as wide as the window")
        self.app.resize(1280, 800)
        self.until(lambda: self.find("button", "Close Application").extents()[0] > 400, "the page beside the board")
        self.app.resize(400, 700)
        self.until(lambda: self.find("button", "Close Application").extents()[0] < 40, "the sheet again")
        self.find("text", "Next step").type("Call them")
        self.key("Tab")
        self.until(lambda: self.ask("SELECT next_step FROM application") == ["Call them"], "what was typed")
        self.key("Escape")
        self.gone("button", "Close Application")
        self.on("Survey")

    def test_title_in_a_narrow_window(self):
        """The title has its room; what a button did is in the menu."""
        self.bring("Ant", "Bee")
        self.applied("Ant", "Bee")

        def width():
            titles = self.app.node.all("label", "Applications")
            return len(titles) == 1 and titles[0].extents()[2]
        self.app.resize(800, 640)
        whole = self.until(width, "the title, without the sidebar")
        self.app.resize(360, 640)
        self.gone("toggle button", "Select Several")
        self.until(lambda: width() == whole, lambda: f"the title to be {whole} wide, it is {width()}")
        self.find("toggle button", "Applications Menu").act()
        self.find("menu item", "Select Several").act()
        self.find("label", "Select applications")
        self.find("button", "End Selection").act()
        self.gone("label", "Select applications")
        self.app.resize(1280, 800)
        self.find("toggle button", "Select Several")

    def test_columns(self):
        """Interviews get a column of their own with a limit, and what stands there is more than that."""
        self.bring("Ant", "Bee")
        self.applied("Ant", "Bee")
        self.find("toggle button", "Applications Menu").act()
        self.find("menu item", "Edit Columns…").act()
        dialog = self.find("dialog", "Edit Columns")
        dialog.find("button", "Add Column").click()
        dialog.find("label", re.compile("holds no state|has no name"))
        self.until(lambda: "focused" in dialog.find("text", "Name").states, "the keys in the name")
        self.type("Nearly")
        self.reach("combo box", "Kind")
        limit = self.reach("spin button", "Limit")
        self.key("Up", "Up")
        self.until(lambda: limit.value == 2, lambda: f"the limit to be 2, it is {limit.value}")
        self.reach(None, "Draft")
        self.key("space")
        # what is typed counts before the keys leave it
        self.reach("spin button", "Limit", key="shift+Tab")
        self.key("ctrl+a")
        self.type("1")
        self.until(lambda: "sensitive" in dialog.find("button", "Save", states=()).states, "the columns to be good")
        dialog.find("button", "Save").act()
        self.gone("dialog", "Edit Columns")
        self.find("label", "Columns changed")
        self.column("Nearly")
        self.assertEqual(self.ask("SELECT card_limit FROM stage WHERE name = 'Nearly'"), [1])
        self.application("Ant")
        self.key("ctrl+z")
        self.gone("grouping", re.compile("^Nearly"))


if __name__ == "__main__":
    tap.main()
