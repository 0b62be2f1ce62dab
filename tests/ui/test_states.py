#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with the data: the window says it in one sentence and what can be done, and nothing is lost."""
import fcntl
import glob
import hashlib
import os
import re
import sqlite3
import time

from foothold_case import FootholdCase
import tap

TITLE = "Leaflet for a club"


class States(FootholdCase):
    profile = True

    def setUp(self):
        super().setUp()
        self.path = os.path.join(self.data, "foothold.db")

    def bytes(self):
        with open(self.path, "rb") as f:
            return f.read()

    def put(self, content):
        """Other bytes, the time of before: what a disk does, and no program."""
        times = os.stat(self.path)
        with open(self.path, "wb") as f:
            f.write(content)
        os.utime(self.path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def flip(self, offset, bit=0x10):
        content = bytearray(self.bytes())
        content[offset] ^= bit
        self.put(content)
        return bytes(content)

    def with_backup(self):
        """One opportunity, and a backup of it."""
        self.import_postings((TITLE, "Klub Szachowy", "Jena"))
        return self.command("backup").rstrip("\n")

    def sentence(self, pattern):
        return self.find("label", re.compile(pattern))

    def card(self):
        return self.find("list item", re.compile(TITLE))

    def buttons(self):
        return {n.name for n in self.app.node.all("button")}

    # ---- damaged ----

    def restore_by_two_clicks(self):
        self.find("button", "Restore a Backup…").click()
        self.find("dialog", "Backups").find("button", re.compile("^Restore the backup of ")).click()
        self.gone("dialog")
        self.card()

    def test_damage_is_noticed_and_restored_by_two_clicks(self):
        """A bit flipped in the middle of a file that opens: found by the check that runs while the window is there already."""
        self.with_backup()
        self.start()
        self.card()
        self.quit()                                               # leaves a seal
        damaged = self.flip(len(self.bytes()) * 2 // 3)
        self.start()
        self.find("label", "Your Data Is Damaged")
        self.sentence("Parts of the data file cannot be read")
        self.assertEqual(self.bytes(), damaged, "the damaged file is left as it is")
        self.restore_by_two_clicks()
        self.sentence("^Restored the backup of .*\\. The file that was there is kept in the data folder\\.$")
        aside = glob.glob(self.path + ".replaced-*")
        self.assertEqual(len(aside), 1)
        with open(aside[0], "rb") as f:
            self.assertEqual(f.read(), damaged, "the damaged file is kept beside it")
        self.restart()
        self.card()

    def test_damage_in_the_header(self):
        """The first hundred bytes decide what a file is taken for; a flip there may look like a file of another program, or of a newer version."""
        self.with_backup()
        self.start()
        self.quit()
        whole = self.bytes()
        for offset, title in ((3, "Not a Foothold File"), (16, None), (45, None), (61, "A Newer Version Is Needed"), (69, "Not a Foothold File")):
            with self.subTest(offset=offset):
                self.put(whole)
                damaged = self.flip(offset)
                self.start()
                self.find("button", "Restore a Backup…")
                if title:
                    self.find("label", title)
                self.sentence("There are backups")
                self.assertEqual(self.bytes(), damaged)
                self.quit()
                self.assertEqual(self.bytes(), damaged)
        self.start()
        self.restore_by_two_clicks()

    def test_salvage(self):
        """No backup: what can be read is offered, counted, and used only when one says so."""
        self.command("generate", "--rows", "300", "--seed", "7")
        for path in glob.glob(os.path.join(self.data, "backups", "*")):
            os.unlink(path)
        self.start()
        self.quit()
        for path in glob.glob(os.path.join(self.data, "backups", "*")):
            os.unlink(path)
        middle = len(self.bytes()) // 2
        content = bytearray(self.bytes())
        content[middle:middle + 5000] = b"\xa5" * 5000
        self.put(content)
        self.start()
        self.find("label", "Your Data Is Damaged")
        self.sentence("There is no backup yet")
        self.assertNotIn("Restore a Backup…", self.buttons())
        self.find("button", "Salvage What Can Be Read").act()
        alert = self.find("alert", "Salvaged")
        kept = int(re.search(r"(\d+) opportunit", next(n.name for n in alert.all("label") if "opportunit" in n.name))[1])
        self.assertGreater(kept, 100)
        alert.find("button", "Not Now").act()
        self.gone("alert")
        self.assertEqual(self.bytes(), bytes(content))
        self.find("button", "Salvage What Can Be Read").act()
        self.find("alert", "Salvaged").find("button", "Use It").act()
        self.find("label", "Backup restored")
        self.until(lambda: any("list.select" in n.actions for n in self.app.node.all("list item")), "cards")
        self.quit()
        self.assertIn(f"{kept} opportunities", self.command("check"))

    def test_a_damaged_backup_is_not_restored(self):
        """It says so, changes nothing, and offers another."""
        backup = self.with_backup()
        with open(backup, "r+b") as f:
            f.seek(9000)
            f.write(b"\xa5" * 64)
        self.start()
        self.card()
        self.find("frame", "Foothold").act("win.backups")
        dialog = self.find("dialog", "Backups")
        dialog.find("button", re.compile("^Restore the backup of ")).act()
        alert = self.find("alert", "The Backup Was Not Restored")
        alert.find("label", re.compile("This backup was damaged on the disk, so nothing was changed"))
        alert.find("button", "Choose Another…").act()
        self.find("dialog", "Backups")
        self.key("Escape")
        self.gone("dialog")
        self.card()

    def test_restore_from_the_list(self):
        """Going back by choice, by three clicks from the main menu: what was added since is gone, and is a backup of its own."""
        self.with_backup()
        self.import_postings(("Added after the backup", "Bakery", "Jena"))
        self.start()
        self.find("list item", re.compile("Added after the backup"))
        self.find("toggle button", "Main Menu").click()
        self.find("menu item", "Backups").click()
        dialog = self.find("dialog", "Backups")
        dialog.find("button", "Make Backup Now")
        row = self.until(lambda: [n for n in dialog.all("list item") if any("Made by you" in label.name for label in n.all("label"))], "the backup made by hand")[0]
        row.find("button", re.compile("^Restore the backup of ")).click()
        self.gone("dialog")
        self.card()
        self.gone("list item", re.compile("Added after the backup"))
        self.sentence("^Restored the backup of .*\\. The state before is kept as a backup\\.$")
        self.assertEqual(len(glob.glob(self.path + ".replaced-*")), 1)
        self.find("frame", "Foothold").act("win.backups")
        dialog = self.find("dialog", "Backups")
        row = self.until(lambda: [n for n in dialog.all("list item") if any("Before a restore" in label.name for label in n.all("label"))], "the backup made before")[0]
        row.find("button", re.compile("^Restore the backup of ")).act()
        self.gone("dialog")
        self.find("list item", re.compile("Added after the backup"))

    # ---- files that are not for us ----

    def refused(self, title, *sentences):
        before = self.bytes(), os.stat(self.path).st_mtime_ns
        self.start()
        self.find("label", title)
        for sentence in sentences:
            self.sentence(sentence)
        self.quit()
        self.assertEqual((self.bytes(), os.stat(self.path).st_mtime_ns), before, "the file is left as it is")

    def test_newer(self):
        with sqlite3.connect(self.path) as db:
            db.execute("PRAGMA user_version = 99")
        self.refused("A Newer Version Is Needed", "99")

    def test_foreign(self):
        os.unlink(self.path)
        with sqlite3.connect(self.path) as db:
            db.execute("CREATE TABLE somebody_elses (a)")
            db.execute("PRAGMA application_id = 77")
        self.refused("Not a Foothold File", "belongs to another program")

    def test_not_a_database(self):
        self.put(b"Dear diary,\n" * 100)
        self.refused("Not a Foothold File", "belongs to another program", "There is no backup yet")

    def test_copy_of_what_cannot_be_opened(self):
        self.put(b"Dear diary,\n" * 100)
        self.start()
        self.find("button", "Save a Copy…").act()
        target = os.path.join(self.session.dir, "diary.db")
        self.save_as("Save a Copy", target)
        self.until(lambda: os.path.exists(target), "the copy")
        self.find("label", "Copy saved")
        with open(target, "rb") as f:
            self.assertEqual(f.read(), self.bytes())

    # ---- somebody else has it ----

    def test_locked(self):
        """Another process has the data: it is said, and Try Again works when it has gone."""
        self.with_backup()
        with open(os.path.join(self.data, "foothold.lock"), "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.start()
            self.find("label", "Foothold Is Already Open")
        self.find("button", "Try Again").act()
        self.card()

    def test_moved_away(self):
        """The file goes while the window is open: the next change is refused, and a copy can be saved."""
        self.with_backup()
        self.start()
        card = self.card()
        os.rename(self.path, self.path + ".taken")
        card.act("opportunity.star")
        self.sentence("was moved or replaced while it was open")
        self.find("button", "Save a Copy…").act()
        target = os.path.join(self.session.dir, "copy of it.db")
        self.save_as("Save a Copy", target)
        self.find("label", "Copy saved")
        os.unlink(self.path + ".taken")
        os.rename(target, self.path)
        self.quit()
        self.start()
        self.card()

    # ---- cannot be written ----

    def folder_hash(self):
        return {name: hashlib.sha256(open(os.path.join(self.data, name), "rb").read()).hexdigest() for name in sorted(os.listdir(self.data)) if os.path.isfile(os.path.join(self.data, name))}

    def test_read_only(self):
        """File and folder write-protected: it opens, says so, takes no change, and touches nothing."""
        self.with_backup()
        self.start()
        self.quit()
        for name in os.listdir(self.data):
            os.chmod(os.path.join(self.data, name), 0o444 if os.path.isfile(os.path.join(self.data, name)) else 0o555)
        os.chmod(self.data, 0o555)
        before = self.folder_hash()
        try:
            # Root without its powers obeys the modes too.
            self.start(through=["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else [])
            self.sentence("can be read but not changed")
            card = self.card()
            card.act("list.select")
            self.find("button", "Archive")
            self.until(lambda: not [n.name for n in self.app.node.all("button", re.compile("^(Archive|Drop|Add Opportunity|Delete)")) if "sensitive" in n.states],
                       lambda: f"buttons that change to be insensitive, there are {[n for n in self.app.node.all('button') if 'sensitive' in n.states]}")
            self.key("ctrl+n")
            self.assertFalse(self.app.has("dialog"))
            row = self.find("list item", "Organisation")              # GTK tells it of the row alone, not of what is in it
            self.assertNotIn("sensitive", row.states)
            row.find("text", "Organisation").click()
            self.type("Somebody else")
            self.assertEqual(row.find("text", "Organisation").text, "Klub Szachowy")
            self.assertTrue("sensitive" in self.find("entry", "Search").states, "reading and searching go on")
            self.quit()
            self.assertEqual(self.folder_hash(), before)
        finally:
            for name in os.listdir(self.data):
                os.chmod(os.path.join(self.data, name), 0o755)
            os.chmod(self.data, 0o755)

    def test_read_only_without_anything(self):
        """An empty board that cannot be written offers no adding: it says why, and what helps."""
        for name in os.listdir(self.data):
            os.chmod(os.path.join(self.data, name), 0o444 if os.path.isfile(os.path.join(self.data, name)) else 0o555)
        os.chmod(self.data, 0o555)
        try:
            self.start(through=["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else [])
            self.find("label", "Nothing Can Be Added Here")
            self.assertFalse([n for n in self.app.node.all("button", "Add Opportunity") if "sensitive" in n.states])
        finally:
            for name in os.listdir(self.data):
                os.chmod(os.path.join(self.data, name), 0o755)
            os.chmod(self.data, 0o755)
        self.find("button", "Try Again").act()
        self.find("label", "No Opportunities Yet")
        self.until(lambda: [n for n in self.app.node.all("button", "Add Opportunity") if "sensitive" in n.states], "the button that adds")

    def test_full_disk(self):
        """The disk is full while one types: said within a second, the text stays, and it is kept as soon as there is room, without a restart."""
        self.with_backup()
        away = self.data + "-full"
        os.rename(self.data, away)
        os.mkdir(self.data, 0o700)
        script = 'mount -t tmpfs -o size=6m foothold-test "$1" && cp -a "$2"/. "$1"/ && shift 2 && exec "$@"'
        self.start(through=["unshare", "-m", *(["-U", "-r"] if os.geteuid() else []), "sh", "-c", script, "sh", self.data, away])
        inside = f"/proc/{self.app.p.pid}/root{self.data}"
        self.card().act("list.select")
        entry = self.find("text", "Organisation")

        def fill():
            """Again where something that was there for a moment, such as a copy being checked, has given its room back."""
            with open(f"{inside}/filler", "ab", buffering=0) as f:
                try:
                    while True:
                        f.write(b"x" * 4096)
                except OSError:
                    pass
        # What a change takes on this machine just now is what the second is counted from.
        begin = time.monotonic()
        entry.type("Volkshochschule", clear=True)
        self.key("Return")
        self.find("list item", re.compile("Volkshochschule"))
        usual = time.monotonic() - begin
        fill()
        begin = time.monotonic()
        entry.type("Volkshochschule Weimar", clear=True)
        fill()
        self.key("Return")
        alert = self.find("alert", "The Disk Is Full")
        self.assertLess(time.monotonic() - begin, 1 + 3 * usual)
        alert.find("button", "Close").act()
        self.gone("alert")
        self.until(lambda: any("Volkshochschule Weimar" in n.text for n in self.app.node.all("text") if "Text" in n.interfaces), "what was typed to be there still")
        self.assertFalse(self.app.has("list item", re.compile("Weimar")))
        os.unlink(f"{inside}/filler")                             # and not a key more
        self.find("list item", re.compile("Volkshochschule Weimar"))
        self.find("text", "Organisation").click()
        self.key("ctrl+z")
        self.gone("list item", re.compile("Weimar"))
        self.find("list item", re.compile("Volkshochschule"))
        self.assertEqual([name for name in os.listdir(inside) if name.startswith(".foothold")], [])

    # ---- where it lies ----

    def test_sync_folder_is_told_once(self):
        self.with_backup()
        os.mkdir(os.path.join(self.data, ".stfolder"))
        self.start()
        self.sentence("a folder that Syncthing carries to other devices")
        self.find("button", "Got It").act()
        self.gone("label", re.compile("Syncthing"))
        self.restart()
        self.card()
        self.find("button", "Add Opportunity")
        self.assertFalse(self.app.has("label", re.compile("Syncthing")))


if __name__ == "__main__":
    tap.main()
