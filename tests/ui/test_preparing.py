#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters and interviews: what is asked beside what one has, a letter from it, stories, and what to ask; by keyboard alone."""
import json
import os
import re
import subprocess

from foothold_case import LASTING_TOASTS
from keys_case import KeysCase
from tracker_data import TrackerData, day
import tap


class Preparing(KeysCase):
    environment = LASTING_TOASTS

    def bring(self, title, skills, own=()):
        path = os.path.join(self.session.dir, "asked.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"format": "foothold", "version": 1, "opportunities": [{"title": title, "organisation": "Lindenhof", "area": "design", "skills": skills}],
                       "skills": [{"name": name, "level": 2, "evidence": evidence} for name, evidence in own]}, f)
        self.command("import", path, "--yes")

    def applied(self, title):
        """On the page of the application, from the board, with keys."""
        self.start()
        self.find("entry", "Search")
        self.to_list()
        self.reach("list item", re.compile("^" + title), key="Down")
        self.key("ctrl+shift+a")
        self.find("label", f"Applying for “{title}”")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.reach("list item", re.compile("^Applications"), key="Down")
        self.find("list item", re.compile(f"^{title}, Lindenhof"))
        self.reach("list item", re.compile(f"^{title}, Lindenhof"))
        self.key("Return")
        self.find("label", "Your turn")

    def has(self, question, *answer):
        self.until(lambda: self.ask(question) == list(answer), lambda: f"{list(answer)}, it is {self.ask(question)}")

    def test_tailoring(self):
        """A gap is filled where it stands, and becomes a line of the letter, which becomes the statement."""
        self.bring("Flyer", ["Figma", "Research"], [("Research", "Read three studies for the student council")])
        self.applied("Flyer")
        self.reach("list item", "1 of 2 asked skills shown")
        self.key("Return")
        dialog = self.find("dialog", "Tailoring")
        dialog.find("label", "Asked For, Nothing Shows It Yet")
        dialog.find("check box", "“Research” goes into the letter")
        self.assertEqual(dialog.all("check box", "“Figma” goes into the letter"), [])
        self.reach(None, "Figma")
        self.key("Return")
        self.reach("text", re.compile("^What shows it"))
        self.type("Redrew the flyers of the chess club")
        self.key("Tab")
        self.has("SELECT evidence FROM skill WHERE name = 'Figma'", "Redrew the flyers of the chess club")
        self.reach(None, "Figma", key="shift+Tab")
        self.key("Return")
        self.gone("label", "Asked For, Nothing Shows It Yet")
        dialog.find("check box", "“Figma” goes into the letter")

        self.reach("check box", "“Research” goes into the letter")
        self.key("space")
        self.reach("button", "Write Letter…")
        self.key("Return")
        letter = self.find("dialog", "Letter")
        text = letter.find("text", "Letter")
        self.until(lambda: "focused" in text.states, "the keys in the letter")
        self.assertIn("• Figma: Redrew the flyers of the chess club", text.text)
        self.assertNotIn("Research", text.text)
        self.key("ctrl+Home")
        self.type("To you: ")
        # what was changed is not lost by closing
        self.key("Escape")
        self.find("alert", "Keep the Letter?")
        self.until(lambda: (f := self.app.focused()) and f.role != "text", "the keys in the question")
        self.key("Escape")
        self.gone("alert", "Keep the Letter?")
        self.reach("button", "Keep as Statement")
        self.key("Return")
        self.gone("dialog", "Letter")
        self.find("label", "Kept as the statement")
        self.until(lambda: (self.ask("SELECT statement FROM application") or [""])[0].startswith("To you: "), "the statement")

        # another letter takes the place of nothing unasked
        self.reach("button", "Write Letter…")
        self.key("Return")
        self.find("dialog", "Letter")
        self.reach("button", "Keep as Statement")
        self.key("Return")
        self.find("alert", "There Is a Statement Already")
        self.reach("button", "Add Below")
        self.key("Return")
        self.gone("dialog", "Letter")
        self.until(lambda: (self.ask("SELECT statement FROM application") or [""])[0].count("• Figma") == 2, "both letters")
        self.reach("button", "Write Letter…")
        self.key("ctrl+z")
        self.until(lambda: (self.ask("SELECT statement FROM application") or [""])[0].count("• Figma") == 1, "one letter")
        self.key("ctrl+z")
        self.has("SELECT statement FROM application", None)

    def test_nothing_asked(self):
        self.bring("Flyer", [])
        self.applied("Flyer")
        self.reach("list item", "No skills asked for")
        self.key("Return")
        self.find("label", "No Skills Asked For")
        self.key("Escape")
        self.gone("dialog", "Tailoring")

    def test_interview(self):
        """An interview with somebody, a story for a likely question, what to ask, all of it to copy; and taken back."""
        self.bring("Flyer", ["Figma"])
        documents = self.documents()
        self.applied("Flyer")
        self.reach("button", "Prepare Interview…") if self.app.node.all("button", "Prepare Interview…") else self.reach("list item", "Prepare Interview…")
        self.key("Return")
        dialog = self.find("dialog", "Prepare Interview")
        dialog.find("label", "No interview yet")

        # who takes part is in the form
        self.reach(None, "Add Interview…")
        self.key("Return")
        form = self.find("dialog", "Add Interview")
        self.until(lambda: (f := self.app.focused()) and f.role == "text", "the keys in the form")
        self.type(day(3))
        self.reach(None, "Add Person…")
        self.key("Return")
        self.find("alert", "Add Person")
        self.type("Ada Nowak")
        self.key("Return")
        form.find("list item", "Ada Nowak")
        self.reach("button", "Add")
        self.key("Return")
        self.gone("dialog", "Add Interview")
        self.has("SELECT p.name FROM person_link l JOIN person p ON p.id = l.person WHERE l.interview IS NOT NULL", "Ada Nowak")
        dialog.find("label", "with Ada Nowak")
        dialog.find("label", "The time of day")
        self.assertEqual(dialog.all("label", "Who takes part"), [])

        # a story
        question = "Can you tell us about a time you used Figma?"
        self.reach("list item", question)
        self.key("Return")
        self.find("dialog", "Write Story")
        self.until(lambda: (f := self.app.focused()) and f.name == "Name of the story", "the keys in the name")
        self.type("Flyers")
        for name, words in (("Situation", "The club had none"), ("Task", "Make one"), ("Action", "I drew three"), ("Result", "40 came")):
            self.reach("text", name)
            self.type(words)
        self.key("ctrl+Return")
        self.gone("dialog", "Write Story")
        self.has("SELECT title || '/' || situation || '/' || result || '/' || skill FROM story", "Flyers/The club had none/40 came/Figma")
        self.has("SELECT question FROM interview_story", "skill/figma")
        dialog.find("label", re.compile("Flyers\nSituation: The club had none"))

        # a line of one's own, asked
        self.reach(None, "Add Question…")
        self.key("Return")
        self.find("dialog", "Add Question")
        self.until(lambda: (f := self.app.focused()) and f.role == "text", "the keys in the form")
        self.type("Who prints it?")
        self.key("Return")
        self.gone("dialog", "Add Question")
        self.reach("check box", "Who prints it?")
        self.key("space")
        self.has("SELECT asked_on FROM host_question", day(0))

        self.reach("button", "Copy All")
        self.key("Return")
        self.find("label", "Text copied")
        self.reach("button", "Print…")
        self.key("Return")
        self.assertTrue(self.print_to_file(os.path.join(documents, "Interview.pdf")).startswith(b"%PDF"))

        self.key("ctrl+z")
        self.has("SELECT asked_on FROM host_question", None)
        self.key("ctrl+z")
        self.has("SELECT count(*) FROM host_question", 0)
        self.key("ctrl+z")
        self.has("SELECT count(*) FROM story", 0)
        self.key("ctrl+z")
        self.has("SELECT count(*) FROM interview", 0)
        self.key("Escape")
        self.gone("dialog", "Prepare Interview")

    def pasted(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], env=self.session.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10, check=False).stdout.decode()

    def test_interview_elsewhere(self):
        """A time zone is found by its city, by keys or a click; then one's own time is said in the form and wherever the interview is read."""
        self.bring("Flyer", ["Figma"])
        self.applied("Flyer")
        self.reach(None, "Prepare Interview…")
        self.key("Return")
        dialog = self.find("dialog", "Prepare Interview")
        self.reach(None, "Add Interview…")
        self.key("Return")
        form = self.find("dialog", "Add Interview")
        self.until(lambda: (f := self.app.focused()) and f.role == "text", "the keys in the form")
        self.type(day(3))
        self.reach("text", "Time of day")
        self.type("20:30")
        zone = self.reach("text", "Time zone")
        form.find("label", re.compile("^Without a time zone"))

        self.type("new york")
        self.find("list", "Ways to Go On").find("list item", "America/New_York")
        self.key("Tab")
        self.reads(zone, "America/New_York")
        self.gone("list", "Ways to Go On")
        self.assertIn("focused", zone.states)
        form.find("label", re.compile("^20:30 in America/New_York, here .* at 0[01]:30$"))
        self.key("ctrl+a")
        self.type("TOK")
        self.find("list item", "Asia/Tokyo")
        self.key("Escape")
        self.gone("list", "Ways to Go On")
        self.reads(zone, "TOK")
        self.type("Y")
        self.reads(zone, "TOKY")
        self.find("list item", "Asia/Tokyo")
        # Enter takes what is chosen, and does not save
        self.key("Down", "Return")
        self.reads(zone, "Asia/Tokyo")
        form.find("label", "20:30 in Asia/Tokyo, 11:30 here")
        self.key("ctrl+a", "BackSpace")
        form.find("label", re.compile("^Without a time zone"))
        self.popping_up("toky")
        self.reads(zone, "toky")
        places = []
        self.until(lambda: places.append(self.find("list item", "Asia/Tokyo").extents()) or places[-2:] == places[-1:] * 2, "what completes it to stand still")
        self.find("list item", "Asia/Tokyo").click()
        self.reads(zone, "Asia/Tokyo")
        self.assertIn("focused", zone.states)
        self.key("Return")
        self.gone("dialog", "Add Interview")
        self.has("SELECT meets_time || meets_zone FROM interview", "20:30Asia/Tokyo")
        dialog.find(None, re.compile("20:30 in Asia/Tokyo, 11:30 here"))
        self.reach("button", "Copy All")
        self.key("Return")
        self.until(lambda: "20:30 in Asia/Tokyo, 11:30 here" in self.pasted(), "both times in the clipboard")
        self.key("Escape")
        self.gone("dialog", "Prepare Interview")
        self.find(None, re.compile("20:30 in Asia/Tokyo, 11:30 here"))

        # once it is sent, whoever has been invited is not told to ask again
        self.reach("button", "Mark as Sent", key="shift+Tab")
        self.key("Return")
        self.find("button", "Prepare Interview…")
        self.assertFalse(self.app.node.all("button", "Follow Up…"))
        self.reach("button", "Prepare Interview…", key="shift+Tab")
        self.key("Return")
        self.find("dialog", "Prepare Interview").find(None, re.compile("20:30 in Asia/Tokyo, 11:30 here"))

    def test_told_elsewhere(self):
        """A story is offered for the same question in another application; Today leads there with a key."""
        with TrackerData(self.data) as data:
            old = data.application("Poster", "Acme", state="declined", sent_on=day(-40))
            story = data.insert("story", created_at=1, title="The bees", situation="A garden", result="40 kg of honey")
            data.insert("interview_story", application=old, question="general/proud", text="?", story=story)
            new = data.application("Survey", "Kulturhaus", state="interview", sent_on=day(-20), heard_on=day(-3))
            data.insert("interview", application=new, meets_on=day(1), meets_time="10:00", kind="video")
        self.start()
        self.find("entry", "Search")
        self.reach("list item", re.compile("^(Board|Starred)"), key="shift+Tab")
        self.key("Home")
        self.until(lambda: (f := self.app.focused()) and f.name.startswith("Today"), "the keys on Today")
        node = self.focus()
        self.find("list item", re.compile("^Interview tomorrow at 10:00"))
        for _ in range(60):
            if "list.activate" in node.actions:
                break
            node = self.moved("Tab", node)
        self.reach("list item", re.compile("^Interview tomorrow at 10:00"), key="Down")
        self.key("p")
        dialog = self.find("dialog", "Prepare Interview")
        dialog.find("label", "Whose time zone it is")
        dialog.find("label", "The link or number")
        dialog.find("label", re.compile("Told before: The bees"))
        self.reach("button", "Use “The bees”")
        self.key("Return")
        self.find("label", "Story used")
        self.has("SELECT count(*) FROM interview_story", 2)
        dialog.find("label", re.compile("The bees\nSituation: A garden"))
        self.key("ctrl+z")
        self.has("SELECT count(*) FROM interview_story", 1)


if __name__ == "__main__":
    tap.main()
