# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every window test stands on: the real program with a data directory of its own, driven from outside, ended by its own quit action.

A test fails too when the program printed a warning, leaked, did anything undefined, or did not end with 0.
"""
import atexit
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from gi.repository import GLib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests")]

from accessibility import Gone  # noqa: E402
from gtkdrive import Session, Timeout, wait_until  # noqa: E402

APP_ID = "io.github.foothold_app.Foothold"
PROGRAM = os.environ["FOOTHOLD_PROGRAM"]
HELPERS = os.environ.get("FOOTHOLD_HELPERS", "")
PICTURES = os.environ.get("FOOTHOLD_PICTURES")
FIXTURES = ROOT / "tests" / "fixtures"

SANITIZERS = {
    # Each frame is a buffer of megabytes: kept after its end, with the 256 MB that are usual, it costs a third of all time.
    "ASAN_OPTIONS": "verify_asan_link_order=0:abort_on_error=0:detect_leaks=0:quarantine_size_mb=16",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    "LSAN_OPTIONS": f"suppressions={ROOT / 'tests' / 'lsan.supp'}:print_suppressions=0",
}
# Whole stacks make a start ten times slower; six frames are enough to tell a leak of ours from one of a library.
LEAKS = ":detect_leaks=1:malloc_context_size=6:fast_unwind_on_malloc=0"
# For tests that look at toasts: on a busy machine five seconds are soon over.
LASTING_TOASTS = {"LD_PRELOAD": os.path.join(HELPERS, "lasting-toasts.so")}
BAD = re.compile(r"-(CRITICAL|WARNING|ERROR) \*\*|(?:CRITICAL|WARNING) \*\*:|runtime error:|ERROR: \w+Sanitizer|needs at least")
# GTK makes the objects of widgets that are in no window at the moment known when it is asked for all (accessibility.py), and says so when they come back into one.
HARMLESS = re.compile(r"gtk_at_context_set_accessible_role: assertion '!self->realized' failed")

_session = None


def session(**options):
    """The display, bus and window manager that the tests of this process share."""
    global _session
    if _session is None:
        _session = Session(**options).__enter__()
        atexit.register(_session.__exit__)
    return _session


def bus_name(data):
    return f"{APP_ID}.p{hashlib.sha256(os.path.realpath(data).encode()).hexdigest()[:8]}"


def activate(data, action, *parameters):
    """Asks the running program for one of its actions, as the desktop does."""
    from gi.repository import Gio
    name = bus_name(data)
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(name, "/" + name.replace(".", "/").replace("-", "_"), "org.gtk.Actions", "Activate",
                                                    GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, Gio.DBusCallFlags.NO_AUTO_START, 10000)


def welcome(case, name="Linh Nguyen"):
    """Goes through the first start as a student."""
    case.find("list item", re.compile("I Look for Projects")).click()
    entry = case.find("text", re.compile("^Name"))
    if name:
        entry.set_text(name)
    case.find("button", "Start").act()
    case.find("entry", "Search")


class FootholdCase(unittest.TestCase):
    longMessage = True
    environment = {}
    leaks = False
    profile = False                                  # True: the first start is over when a test begins

    def setUp(self):
        self.session = session()
        self.data = os.path.join(self.session.dir, "profiles", self.id().replace("__main__.", ""))
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data, mode=0o700)
        self.app = None
        self.addCleanup(self.end)
        if self.profile:
            self.put_profile()

    def put_profile(self):
        """Copies a data directory in which the first start was gone through once, through the window."""
        ready = os.path.join(self.session.dir, "profiles", "ready")
        if not os.path.isdir(ready):
            self.start()
            welcome(self)
            self.quit()
            shutil.copytree(self.data, ready)
        shutil.rmtree(self.data)
        shutil.copytree(ready, self.data)

    def import_postings(self, *postings):
        """Puts opportunities in by the command line: (title, organisation, place) each."""
        path = os.path.join(self.session.dir, "postings.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump([{"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": f"{title}, a short project of twelve hours.",
                        "hiringOrganization": {"@type": "Organization", "name": organisation},
                        "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": place}}} for title, organisation, place in postings], f)
        self.command("import", path, "--yes")

    # ---- the program ----

    def env(self):
        env = {"FOOTHOLD_DATA_DIR": self.data, **SANITIZERS, **self.environment}
        if self.leaks:
            env["ASAN_OPTIONS"] += LEAKS
        return env

    def start(self, *arguments, timeout=40, through=()):
        """through: a command that becomes the program, as unshare does."""
        self.app = self.session.launch([*map(str, through), PROGRAM, *map(str, arguments)], env=self.env(), timeout=timeout)
        return self.app

    def quit(self):
        """Ends the program as a person does and expects that it had nothing to complain of."""
        app, self.app = self.app, None
        activate(self.data, "quit")
        wait_until(lambda: app.p.poll() is not None, lambda: f"the program to end; it said:\n{app.output()}", 30)
        self.check(app)

    def restart(self, *arguments):
        self.quit()
        return self.start(*arguments)

    def check(self, app):
        output = app.output()
        bad = [line for line in output.splitlines() if BAD.search(line) and not HARMLESS.search(line)]
        self.assertEqual(bad, [], f"the program complained:\n{output}")
        self.assertEqual(app.p.returncode, 0, f"the program did not end well:\n{output}")

    def end(self):
        if self.app is None:
            return
        if self.failed():
            self.keep_picture()
            print(f"{self.id()} left:\n{self.app.tree()}\n{self.app.threads()}\n{self.app.output()}", file=sys.stderr)
            self.app.stop()
            return
        self.quit()

    def failed(self):
        """While cleaning up; the outcome's own flag starts anew for that."""
        result = self._outcome.result
        return any(getattr(case, "test_case", case) is self for case, _ in result.failures + result.errors)

    def keep_picture(self):
        if PICTURES:
            os.makedirs(PICTURES, exist_ok=True)
            self.session.screenshot(os.path.join(PICTURES, self.id().replace("__main__.", "") + ".png"))

    def command(self, *arguments, code=0, stdin=None):
        """Runs one of the program's commands on the same data, without a display."""
        env = {**self.session.env, **self.env()}
        for name in ("DISPLAY", "LD_PRELOAD"):
            env.pop(name, None)
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=env, input=stdin, stdin=None if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(done.returncode, code, f"foothold {' '.join(map(str, arguments))}:\n{done.stdout.decode()}\n{done.stderr.decode()}")
        return done.stdout.decode()

    # ---- what tests look for ----

    def key(self, *keys):
        self.session.key(*keys)

    def type(self, text):
        self.session.type(text)

    def popping_up(self, text):
        """Types TEXT and waits for the window that pops up: what is in it is on the bus before a pointer can reach it."""
        def mapped():
            return {w for w in self.session.windows() if self.session.mapped(w)}
        before = mapped()
        self.type(text)
        self.until(lambda: mapped() - before, f"{text!r} to pop something up")

    # ---- reaching by the keys ----

    def focus(self, what="the focus to be somewhere"):
        return self.until(self.app.focused, what)

    def moved(self, key, before):
        """Where the keys are after KEY, which takes them away from BEFORE: a second key waits for that."""
        self.key(key)
        return self.until(lambda: (f := self.app.focused()) and f != before and f, lambda: f"{key} to leave {before!r}")

    def label(self, node):
        """A switch or an entry inside a row is told by the row."""
        return node.name or node.parent.name

    def reach(self, role, name, key="Tab", limit=150):
        """Presses Tab until the control with this role and name has the focus."""
        pattern = name if hasattr(name, "search") else re.compile("^" + re.escape(name) + "$")
        node, seen = self.focus(), []
        for _ in range(limit):
            try:
                found, name_there = node.role, self.label(node)
            except Gone:                                                 # a row that was made anew: its successor has the keys
                node = self.focus()
                continue
            if role in (None, found) and pattern.search(name_there):
                return node
            seen.append(f"{found} {name_there!r}")
            node = self.moved(key, node)
        self.fail(f"{key} does not reach {role} {name!r}; it went by {seen}")

    def to_list(self):
        """From anywhere in the window to what its list begins with."""
        self.key("ctrl+f")
        search = self.find("entry", "Search")
        search.wait_state("focused")
        self.key("Down")
        return self.until(lambda: (f := self.app.focused()) and f.role in ("list item", "table row") and f, "the keys in the list")

    # ---- what tests answer ----

    def chooser(self, title):
        """GTK's own file chooser, a window of its own: there is no portal in the tests."""
        return self.until(lambda: [n for n in self.app.node.children if n.role == "dialog" and n.name == title and "active" in n.states], f"the file chooser “{title}”")[0]

    def save_as(self, title, path, accept="Save"):
        """Answers the chooser that asks where to save, as one does who knows the path: typed over the name."""
        chooser = self.chooser(title)
        chooser.find("text", "Name:").set_text(str(path))
        chooser.find("button", accept).act()
        self.until(lambda: not any(n.role == "dialog" and n.name == title for n in self.app.node.children), "the chooser to go")

    def documents(self):
        """The person's folder for documents; before the program starts."""
        folder = os.path.join(self.session.env["HOME"], "Documents")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(self.session.env["XDG_CONFIG_HOME"], "user-dirs.dirs"), "w", encoding="utf-8") as f:
            f.write('XDG_DOCUMENTS_DIR="$HOME/Documents"\n')
        return folder

    def print_to_file(self, path):
        """Answers GTK's own dialog that asks for a printer: into the file that it offers, which is PATH; its bytes."""
        def printers():
            dialog = [n for n in self.app.node.children if n.role == "dialog" and n.name == "Print"]
            return dialog and [n for n in dialog[0].all("list") if n.all("table row", "Print to File")]
        self.until(printers, "the printers")[0].select(0)
        self.find("button", "Print").act()
        self.until(lambda: os.path.exists(path) and os.path.getsize(path), lambda: f"{path}; there is {os.listdir(os.path.dirname(path))}")
        self.until(lambda: not any(n.role == "dialog" and n.name == "Print" for n in self.app.node.children), "the dialog to go")
        with open(path, "rb") as f:
            return f.read()

    def find(self, role=None, name=None, **options):
        return self.app.find(role, name, **options)

    def gone(self, role=None, name=None, **options):
        self.app.gone(role, name, **options)

    def until(self, condition, what, timeout=None):
        return wait_until(condition, what, timeout)


__all__ = ["APP_ID", "FIXTURES", "FootholdCase", "HELPERS", "LASTING_TOASTS", "PROGRAM", "ROOT", "Timeout", "activate", "bus_name", "session", "wait_until", "welcome"]
