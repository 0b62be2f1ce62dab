#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People: added, found, edited where they stand, talked with, merged, archived, deleted and taken back, by keyboard and by pointer."""
import json
import os
import re

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase, TITLE
from tracker_data import TrackerData
import tap


class People(KeysCase):
    environment = LASTING_TOASTS

    def bring(self, *people):
        """Puts people in by the command line: a dict of the fields each."""
        path = os.path.join(self.session.dir, "people.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"format": "foothold", "version": 1, "organisations": [{"id": "7", "name": "Ærø Labs"}], "persons": people}, f)
        self.command("import", path, "--yes")

    def line(self):
        return self.find("list item", re.compile("^People"), states=())

    def person(self, name, says=""):
        return self.find("list item", re.compile(f"^{re.escape(name)}\\b.*{says}"))

    def names(self):
        cards = [n for n in self.app.node.all("list item") if "person.talk" in n.actions]
        return [n.name.split(",")[0] for n in sorted(cards, key=lambda n: n.extents()[1])]

    def open_by_keys(self):
        """From the board to the sidebar, and down to the line of people."""
        self.find("entry", "Search")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.key("End")
        self.until(lambda: (f := self.app.focused()) and f.name.startswith("Places"), "the last line")
        self.key("Up")
        self.line().wait_state("focused")

    def has(self, sql, *values):
        self.until(lambda: self.ask(sql) == list(values), lambda: f"{sql} to give {values}, it gives {self.ask(sql)}")

    def on_card_of(self, name):
        self.person(name)
        self.to_list()
        return self.until(lambda: (f := self.app.focused()) and f.role == "list item" and f.name.startswith(name) and f, f"the card of {name} to have the focus")

    def test_by_keyboard(self):
        self.start()
        self.open_by_keys()
        self.find("label", "No People Yet")
        self.key("ctrl+n")
        self.find("dialog", "Add Person").find("text", "Name").wait_state("focused")
        self.key("Return")
        self.find("dialog", "Add Person").find("label", "A name is needed; everything else can wait.")
        self.type("Ada Moreau")
        self.key("Return")
        self.gone("dialog", "Add Person")
        self.person("Ada Moreau", "No contact yet")
        self.find("label", "Person added")

        # edited where it stands, kept as it is typed, taken back by the key
        self.on_card_of("Ada Moreau")
        self.key("F2")
        self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Name", "the name to have the focus")
        self.reach("text", "Organisation")
        self.type("Studio Linden")
        self.reach("text", "Job title")
        self.type("Art Director")
        self.key("Tab")
        self.person("Ada Moreau", "Art Director · Studio Linden")
        self.reach("text", "Next step")
        self.type("Send the sketches")
        self.reach("text", "Next step on")
        self.type("tomorrow")
        self.key("Tab")
        self.person("Ada Moreau", "Send the sketches, tomorrow")
        self.reach("text", re.compile("^Keep in touch"))
        self.type("0")
        self.key("Tab")
        self.find("label", "Write a number of days, such as “30”.")
        self.reach("text", re.compile("^Keep in touch"), key="shift+Tab")
        self.key("ctrl+a")
        self.type("30")
        self.key("Tab")
        self.has("SELECT every_days FROM person", 30)
        self.key("ctrl+z")
        self.has("SELECT every_days FROM person", None)

        # a conversation is the last contact
        self.key("ctrl+k")
        dialog = self.find("dialog", "Add Conversation")
        self.reach("text", "What was said")
        self.type("She needs a poster in spring")
        self.key("ctrl+Return")
        self.gone("dialog", "Add Conversation")
        self.person("Ada Moreau", "Last contact today")
        del dialog
        self.reach("list item", re.compile("^[A-Z][a-z]+, "))
        self.key("Return")
        self.find("dialog", "Edit Conversation")
        self.reach("button", "Delete")
        self.key("Return")
        self.gone("dialog", "Edit Conversation")
        self.person("Ada Moreau", "No contact yet")
        self.key("ctrl+z")
        self.person("Ada Moreau", "Last contact today")

        # archived and brought back, deleted and taken back
        self.on_card_of("Ada Moreau")
        self.key("ctrl+shift+e")
        self.find("label", "Everybody Is Archived")
        self.reach("button", "Show the Archived")
        self.key("Return")
        self.person("Ada Moreau")
        self.key("ctrl+z")
        self.find("label", "Nobody Archived")
        self.reach("button", "Show Those Not Archived")
        self.key("Return")
        self.on_card_of("Ada Moreau")
        self.key("Delete")
        self.find("label", "No People Yet")
        self.find("label", "“Ada Moreau” deleted")
        self.key("ctrl+z")
        self.person("Ada Moreau", "Last contact today")

    def test_search_and_order(self):
        self.bring({"name": "Łucja Wójcik", "organisation_id": "7", "next_step": "Call", "next_step_on": "2026-01-02"},
                   {"name": "Dan Brown", "role": "mentor"}, {"name": "Amir", "reference": "yes", "reference_until": "2026-01-02"})
        self.start()
        self.open_by_keys()
        self.until(lambda: self.names() == ["Amir", "Dan Brown", "Łucja Wójcik"], lambda: f"all by name, they are {self.names()}")
        self.person("Amir", "Reference expired")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("wojcik aero")
        self.until(lambda: self.names() == ["Łucja Wójcik"], lambda: f"one to be found, there are {self.names()}")
        self.key("ctrl+a")
        self.type("xyz")
        self.find("label", "Nothing Found")
        self.key("Escape")
        self.until(lambda: len(self.names()) == 3, "all again")
        self.toggle("Order and What Is Shown")
        self.key("Return")
        self.pick("The Archived")
        self.find("label", "Nobody Archived")
        self.reach("button", "Show Those Not Archived")
        self.key("Return")
        self.until(lambda: len(self.names()) == 3, "those that are not archived")
        self.toggle("Order and What Is Shown")
        self.key("Return")
        self.pick("By Next Step")
        self.until(lambda: self.names()[0] == "Łucja Wójcik", lambda: f"the one with a step first, they are {self.names()}")

    def test_merge_by_pointer(self):
        self.bring({"name": "Ada Moreau", "mail": "ada@linden.example", "job_title": "Director"}, {"name": "A. Moreau", "mail": "ada@home.example", "phone": "+49 1"})
        self.start()
        self.line().click()
        self.find("toggle button", "Select Several").click()
        self.person("Ada Moreau").click()
        self.person("A. Moreau").click()
        self.find("label", "2 selected")
        self.find("button", "Merge…").click()
        dialog = self.find("dialog", "Merge People")
        dialog.find("label", "Ada Moreau")
        dialog.find("list item", "ada@home.example").click()
        dialog.find("button", "Merge").click()
        self.gone("dialog", "Merge People")
        self.find("label", "2 people merged")
        self.has("SELECT name || ' ' || mail || ' ' || phone FROM person", "Ada Moreau ada@home.example +49 1")
        self.has("SELECT kind || ' ' || value FROM person_contact", "mail ada@linden.example")
        self.has("SELECT notes FROM person", "Name: A. Moreau")
        self.find("list item", "ada@linden.example")
        self.find("button", "Undo").click()
        self.until(lambda: self.names() == ["A. Moreau", "Ada Moreau"], lambda: f"both again, there are {self.names()}")

    def test_contacts_and_links(self):
        path = os.path.join(self.session.dir, "linked.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"format": "foothold", "version": 1, "opportunities": [{"title": "Menu cards", "supervisor": "Ada Moreau"}]}, f)
        self.command("import", path, "--yes")
        self.start()
        self.line().click()
        self.person("Ada Moreau").click()
        self.find("text", "Job title")
        self.reach("button", "Add Contact…")
        self.key("Return")
        dialog = self.find("dialog", "Add Contact")
        self.reach("text", "Address or number")
        self.type("ada@home.example")
        self.key("Return")
        self.gone("dialog", "Add Contact")
        del dialog
        self.find("list item", "ada@home.example")
        self.reach("list item", "Menu cards")
        self.key("Return")
        self.until(lambda: [n for n in self.app.node.all("text", "Title") if n.text == "Menu cards"], "the opportunity to be open")

    def host(self, name, says=""):
        return self.find("list item", re.compile(f"^{re.escape(name)}\\b.*{says}"))

    def test_outreach_by_keyboard(self):
        """From an idea to a yes that is an opportunity, and one step back."""
        self.start()
        self.open_by_keys()
        self.find("label", "No People Yet")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.key("ctrl+Page_Down")
        self.find("label", "Nobody to Ask Yet")
        self.key("ctrl+n")
        dialog = self.find("dialog", "Add a Host to Ask")
        dialog.find("text", "Organisation").wait_state("focused")
        self.type("Studio Linden")
        self.reach("text", "Through")
        self.type("Dan Brown")
        self.reach("text", "Ask again on")
        self.type("tomorrow")
        self.key("Return")
        self.gone("dialog", "Add a Host to Ask")
        self.host("Studio Linden", "Idea, through Dan Brown, Again tomorrow")

        self.on_card_of("Studio Linden")
        self.menu()
        self.pick("Asked Today")
        self.host("Studio Linden", "Asked")
        self.reach("button", "No Answer")
        self.key("Return")
        self.find("label", "Nothing Is Under Way")
        self.key("ctrl+z")
        self.host("Studio Linden", "Asked")
        self.reach("button", "They Answered")
        self.key("Return")
        self.host("Studio Linden", "Talking")
        self.reach("button", "Yes: Add Opportunity…")
        self.key("Return")
        self.find("alert", "Add Opportunity")
        self.key("ctrl+a")
        self.type("Poster for the fair")
        self.key("Return")
        self.gone("alert", "Add Opportunity")
        self.has("SELECT o.title || ' ' || g.name FROM opportunity o JOIN organisation g ON g.id = o.organisation_id", "Poster for the fair Studio Linden")
        self.find("label", "Nothing Is Under Way")
        self.key("ctrl+z")
        self.has("SELECT count(*) FROM opportunity", 0)
        self.host("Studio Linden", "Talking")

    def opened(self, field, text):
        self.until(lambda: [n for n in self.app.node.all("text", field) if n.text == text], f"{field} of {text} to be open")

    def test_what_was_open_comes_back(self):
        """In the next window a person is open again, or a host; who is gone since then is left without a word."""
        self.bring({"name": "Amir"}, {"name": "Dan Brown"})
        self.start()
        self.line().click()
        self.person("Dan Brown").act("list.activate")
        self.opened("Name", "Dan Brown")
        self.restart()
        self.opened("Name", "Dan Brown")
        self.until(lambda: "selected" in self.person("Dan Brown").states, "their card to be selected")
        self.quit()
        with TrackerData(self.data) as data:
            data.db.execute("DELETE FROM person WHERE name = 'Dan Brown'")
            data.insert("outreach", state="idea", created_at=0, organisation_id=data.organisation("City Museum"))
        self.start()
        self.person("Amir")
        self.find("label", "Nobody Selected")
        self.assertFalse(self.app.has("label", "This Cannot Be Read"))
        self.find("radio button", "Outreach").click()
        self.host("City Museum").act("list.activate")
        self.opened("Organisation", "City Museum")
        self.restart()
        self.opened("Organisation", "City Museum")

    def test_outreach_by_pointer(self):
        self.bring({"name": "Dan Brown"})
        self.start()
        self.line().click()
        self.person("Dan Brown")
        self.find("radio button", "Outreach").click()
        self.find("button", "Add a Host to Ask").click()
        dialog = self.find("dialog", "Add a Host to Ask")
        dialog.find("text", "Person").set_text("Dan Brown")
        dialog.find("text", "Organisation").set_text("Ferry Museum")
        dialog.find("button", "Add").click()
        self.gone("dialog", "Add a Host to Ask")
        card = self.host("Ferry Museum", "Dan Brown")
        card.act("outreach.delete")
        self.find("label", "Nobody to Ask Yet")
        self.find("button", "Undo").click()
        self.host("Ferry Museum", "Dan Brown")
        self.has("SELECT count(*) FROM person", 1)

    def organisations(self):
        cards = [n for n in self.app.node.all("list item") if "organisation.edit" in n.actions]
        return [n.name.split(",")[0] for n in sorted(cards, key=lambda n: n.extents()[1])]

    def open_organisations(self):
        self.open_by_keys()
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.key("ctrl+Page_Up")

    def on_organisation(self, name):
        self.key("F2")
        return self.until(lambda: (f := self.app.focused()) and f.role == "text" and f.name == "Name" and f.text == name and f, f"the keys in the name of {name}")

    def test_no_organisations(self):
        self.start()
        self.open_organisations()
        self.find("label", "No Organisations Yet")

    def test_organisations_by_keyboard(self):
        """Found, edited where it stands, taken back; a name that is taken and one that is named are refused."""
        self.bring({"name": "Łucja Wójcik", "organisation_id": "7"})
        self.import_postings((TITLE, "Studio Linden", "Jena"))
        self.start()
        self.open_organisations()
        self.until(lambda: self.organisations() == ["Ærø Labs", "Studio Linden"], lambda: f"both by name, they are {self.organisations()}")
        self.host("Ærø Labs", "1 person")
        self.host("Studio Linden", "1 opportunity")
        self.key("ctrl+f")
        self.find("entry", "Search").wait_state("focused")
        self.type("aero")
        self.until(lambda: self.organisations() == ["Ærø Labs"], lambda: f"one to be found, there are {self.organisations()}")
        self.key("Escape")
        self.until(lambda: len(self.organisations()) == 2, "both again")
        self.toggle("Order and What Is Shown")
        self.key("Return")
        self.pick("Most Opportunities First")
        self.until(lambda: self.organisations() == ["Studio Linden", "Ærø Labs"], lambda: f"the one with an opportunity first, they are {self.organisations()}")

        self.on_card_of("Studio Linden")
        self.on_organisation("Studio Linden")
        choice = self.reach(None, "Type")
        self.key("space")
        self.until(lambda: (f := self.app.focused()) and f != choice, "the types to choose from")
        self.key("Down", "Down", "Return")
        self.has("SELECT type FROM organisation WHERE name = 'Studio Linden'", "non-profit")
        self.host("Studio Linden", "Non-Profit")
        self.reach("text", "Size")
        self.type("11-50")
        self.key("Tab")
        self.host("Studio Linden", "Non-Profit · 11-50")
        self.key("ctrl+z")
        self.has("SELECT size FROM organisation WHERE name = 'Studio Linden'", None)
        self.key("ctrl+z")
        self.has("SELECT type FROM organisation WHERE name = 'Studio Linden'", None)

        self.on_card_of("Studio Linden")
        self.on_organisation("Studio Linden")
        self.key("ctrl+a")
        self.type("aero labs")
        self.key("Return")
        self.find("label", re.compile("^Another organisation is called “aero labs” already"))
        self.has("SELECT name FROM organisation ORDER BY folded", "Ærø Labs", "Studio Linden")
        self.key("ctrl+a")
        self.type("Studio Linde")
        self.key("Return")
        self.host("Studio Linde", "1 opportunity")

        self.on_card_of("Studio Linde")
        self.key("Delete")
        self.find("label", re.compile("names this organisation, so it stays"))
        self.has("SELECT count(*) FROM organisation", 2)

    def test_kept_on_return(self):
        """What could not be saved while the file was elsewhere is saved when one comes back to the window from putting it back."""
        self.import_postings((TITLE, "Studio Linden", "Jena"))
        self.start()
        self.open_organisations()
        self.on_card_of("Studio Linden")
        self.on_organisation("Studio Linden")
        self.find("grouping", "Organisation")
        file = os.path.join(self.data, "foothold.db")
        os.rename(file, file + ".away")
        self.reach("text", "Size")
        self.type("11-50")
        self.key("Tab")
        self.until(lambda: [n for n in self.app.node.all("label") if "moved" in n.name], "word of the file that is not there")
        os.rename(file + ".away", file)
        window, = self.session.cmd("xdotool", "search", "--onlyvisible", "--pid", self.app.p.pid).decode().split()
        self.session.cmd("xdotool", "windowminimize", window)
        self.until(lambda: "active" not in self.find("frame", "Foothold").states, "the window to be out of the way")
        self.assertEqual(self.ask("SELECT size FROM organisation"), [None])
        self.session.cmd("xdotool", "windowactivate", window)
        self.has("SELECT size FROM organisation", "11-50")

    def test_organisation_from_elsewhere(self):
        """From the opportunity to its organisation and back, from there to its people, and from somebody to theirs."""
        self.bring({"name": "Łucja Wójcik", "organisation_id": "7"})
        self.import_postings((TITLE, "Ærø Labs", "Jena"))
        self.start()
        self.on_card()
        self.menu()
        self.pick("Open Organisation")
        self.until(lambda: self.organisations() == ["Ærø Labs"], "the organisations")
        self.find("list item", "Łucja Wójcik")
        self.on_card_of("Ærø Labs")
        self.on_organisation("Ærø Labs")
        self.reach("list item", TITLE)
        self.key("Return")
        self.until(lambda: [n for n in self.app.node.all("text", "Title") if n.text == TITLE], "the opportunity to be open")
        self.on_card()
        self.menu()
        self.pick("Open Organisation")
        self.on_card_of("Ærø Labs")
        self.on_organisation("Ærø Labs")
        self.reach("list item", "Łucja Wójcik")
        self.key("Return")
        self.until(lambda: self.names() == ["Łucja Wójcik"], "the people")
        self.on_card_of("Łucja Wójcik")
        self.menu()
        self.pick("Open Organisation")
        self.until(lambda: self.organisations() == ["Ærø Labs"], "the organisations again")

    def test_organisation_by_pointer(self):
        """Of which something is known stays without what named it, is deleted, and comes back."""
        self.import_postings((TITLE, "Studio Linden", "Jena"))
        self.start()
        self.line().click()
        self.find("radio button", "Organisations").click()
        self.host("Studio Linden").click()
        self.find("text", "Website").set_text("https://linden.example.org/")
        self.find("button", "Open Website")
        self.find("button", "Add Person Here…").click()
        dialog = self.find("dialog", "Add Person")
        dialog.find("text", "Name").set_text("Ada Moreau")
        dialog.find("button", "Add").click()
        self.gone("dialog", "Add Person")
        self.host("Studio Linden", "1 opportunity, 1 person")
        self.has("SELECT g.name FROM person p JOIN organisation g ON g.id = p.organisation_id", "Studio Linden")
        self.find("list item", "Ada Moreau").click()
        self.person("Ada Moreau").act("person.delete")
        self.find("label", "“Ada Moreau” deleted")
        self.find("list item", re.compile("^Board")).click()
        self.card().act("opportunity.delete")
        self.gone("list item", re.compile("^" + TITLE))
        self.line().click()
        self.find("radio button", "Organisations").click()
        self.host("Studio Linden", "Nothing names it").act("organisation.delete")
        self.find("label", "No Organisations Yet")
        self.find("button", "Undo").click()
        self.host("Studio Linden", "Nothing names it")


if __name__ == "__main__":
    tap.main()
