#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F2: the program is killed while somebody types; at most two seconds of typing are lost. And ended by the system, nothing is."""
import os
import random
import re
import sqlite3
import time

from foothold_case import HELPERS, FootholdCase
import tap

KILLS = 50 if os.environ.get("FOOTHOLD_TIER") == "deep" else 5
TITLE = "Type here"
LIMIT = 2.0


class Kills(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        self.import_postings((TITLE, "Volkshochschule", "Jena"))

    def entry(self):
        """The objective of the one opportunity: plain text, kept while it is typed."""
        self.start()
        self.find("list item", re.compile(TITLE)).act("list.select")
        entry = self.find("text", "Objective")
        entry.click(corner=8)
        entry.wait_state("focused")
        self.key("ctrl+End")
        return entry

    def deliverable(self):
        """The second line of the one deliverable, put in the file by the page itself."""
        self.start()
        self.find("list item", re.compile(TITLE)).act("list.select")
        if not self.app.has("text", "Done When"):
            self.find("text", re.compile("^Add a Deliverable")).type("Sketch")
            self.key("Return")
        done = self.find("text", "Done When")
        done.click()
        done.wait_state("focused")
        self.key("ctrl+End")
        return done

    def stored_deliverable(self):
        with sqlite3.connect(os.path.join(self.data, "foothold.db")) as db:
            return db.execute("SELECT coalesce(acceptance, '') FROM deliverable").fetchone()[0]

    def stored(self):
        with sqlite3.connect(os.path.join(self.data, "foothold.db")) as db:
            return db.execute("SELECT coalesce(objective, '') FROM opportunity").fetchone()[0]

    def test_kill_while_typing(self):
        worst, words = self.kill(KILLS)
        print(f"# {KILLS} kills, {words} words, at most {worst:.2f} s of typing lost")
        self.command("check")

    def test_the_loss_is_seen(self):
        """A test that cannot fail proves nothing: where nothing is kept while it is typed, these kills must say so."""
        self.environment = {"LD_PRELOAD": os.path.join(HELPERS, "no-autosave.so")}
        with self.assertRaisesRegex(AssertionError, "s of typing are gone"):
            self.kill(3, shortest=4.0)

    def kill(self, kills, shortest=0.3):
        rand = random.Random(20261122)
        worst, words = 0.0, 0
        for kill in range(kills):
            entry = self.entry()
            before = entry.text
            end = time.monotonic() + rand.uniform(shortest, 4.5)
            typed = []                                             # (when a word began, what the entry held after it)
            while time.monotonic() < end:
                began, word = time.monotonic(), f"w{words} "
                words += 1
                self.type(word)
                self.until(lambda: entry.text.rstrip().endswith(word.strip()), lambda: f"{word} in {entry.text!r}")
                typed.append((began, entry.text.rstrip()))
            self.app.kill()
            died = time.monotonic()
            self.app = None
            found = self.stored().rstrip()
            self.assertTrue(typed[-1][1].startswith(found) and found.startswith(before.rstrip()), f"kill {kill}: what is there was never typed: {found!r}")
            since = min((began for began, text in typed if len(text) > len(found)), default=died)
            worst = max(worst, died - since)
            self.assertLessEqual(died - since, LIMIT, f"kill {kill}: {died - since:.2f} s of typing are gone")
        return worst, words

    def test_ended_by_the_system(self):
        """SIGTERM right after the last key: what was typed is there."""
        self.end_while_typing(self.entry, self.stored)

    def test_deliverable_ended_by_the_system(self):
        self.end_while_typing(self.deliverable, self.stored_deliverable)

    def end_while_typing(self, begin, stored):
        for text in ("a", "half a sentence, not yet lef"):
            with self.subTest(text):
                entry = begin()
                before = entry.text
                self.type(text)
                self.until(lambda: entry.text == before + text, lambda: f"what was typed, is {entry.text!r}")
                app, self.app = self.app, None
                os.kill(app.p.pid, 15)
                self.until(lambda: app.p.poll() is not None, "the program to end")
                self.check(app)
                self.assertEqual(stored(), before + text)


if __name__ == "__main__":
    tap.main()
