#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as such: it starts, ends, is raised by a second start, keeps its shape, fits small screens."""
import os
import re
import signal
import subprocess

from foothold_case import HELPERS, PROGRAM, FootholdCase, activate, bus_name
import tap


class Window(FootholdCase):
    def test_starts_and_ends(self):
        self.start()
        self.find("frame", "Foothold")
        self.quit()

    def test_version_needs_no_display(self):
        self.assertRegex(self.command("--version"), r"\d+\.\d+")
        self.assertIn("import", self.command("--help"))

    def test_second_start_raises_the_first(self):
        """A second start hands over and ends; there is still one window, and it has the focus."""
        app = self.start()
        second = subprocess.run([PROGRAM], env={**self.session.env, **self.env()}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30)
        self.assertEqual(second.returncode, 0, second.stdout.decode())
        self.assertEqual(len(app.node.all("frame")), 1)
        self.until(lambda: "active" in app.find("frame").states, "the window to be active")

    def test_owner_of_its_name(self):
        self.start()
        names = self.session.cmd("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames").decode()
        self.assertIn(bus_name(self.data), names)
        activate(self.data, "new-opportunity")

    def test_smallest_window(self):
        """360×294 is the smallest screen we promise; GTK would warn where a page needs more."""
        app = self.start()
        app.resize(360, 294)
        self.until(lambda: app.find("frame").extents()[2] <= 360, lambda: f"a narrow window, is {app.find('frame').extents()}")
        self.assertLessEqual(app.find("frame").extents()[3], 294)

    def test_size_is_kept(self):
        app = self.start()
        app.resize(820, 600)
        self.until(lambda: app.find("frame").extents()[2:] == (820, 600), lambda: f"820×600, is {app.find('frame').extents()}")
        app = self.restart()
        self.until(lambda: app.find("frame").extents()[2:] == (820, 600), lambda: f"the size as it was left, is {app.find('frame').extents()}")

    def test_what_is_told_of_all_at_once(self):
        """The tests ask the program for all its objects in one question; that is what each says for itself, also of what has come and gone."""
        def each(node):
            yield node
            for child in node.children:
                yield from each(child)

        def agree(what):
            self.until(lambda: (tree := self.app.snapshot()) and [(n.ref, n.role, n.name) for n in each(self.app.node)] == [(i.ref, i.role, i.name) for i in tree.walk()], what)
        self.put_profile()
        self.start()
        self.find("entry", "Search").type("state:")
        self.find("list item", "State: Spotted")
        agree("the board with ways to go on")
        self.type("nothing ")
        self.find("label", re.compile("^“state:” does not know “nothing”"))
        agree("the board with a sentence in their place")
        self.find("frame", "Foothold").act("win.profile")
        self.find("dialog", "Profile")
        agree("the profile")
        self.key("Escape")
        self.gone("dialog", "Profile")
        agree("the board again")

    def test_closing_the_window_ends_the_program(self):
        app = self.start()
        self.key("ctrl+w")
        self.until(lambda: app.p.poll() is not None, "the program to end")
        self.app = None
        self.check(app)

    def test_ended_while_it_opens_its_data(self):
        """No thread runs on while exit() takes the program apart: what it reads at that moment is gone."""
        slow = {**self.session.env, **self.env(), "LD_PRELOAD": os.path.join(HELPERS, "slow-disk.so")}
        p = subprocess.Popen([PROGRAM], env=slow, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(p.kill)
        self.until(lambda: os.path.exists(os.path.join(self.data, "foothold.db")), "the data to be made")
        p.send_signal(signal.SIGTERM)
        output = p.communicate(timeout=60)[0].decode()
        self.assertEqual(p.returncode, 0, output)
        self.assertNotIn("the program ends while it writes", output)
        self.assertNotIn("Sanitizer", output)

    def test_asked_to_end_by_the_system(self):
        """A logout sends SIGTERM; that is a clean end too."""
        app, self.app = self.start(), None
        os.kill(app.p.pid, 15)
        self.until(lambda: app.p.poll() is not None, "the program to end")
        self.check(app)


if __name__ == "__main__":
    tap.main()
