#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view and dialog: shots.py PROGRAM HELPERS DIR [--only WORD]…

First 800 pixels wide, light, with the sample data; then one thing changed at a time. A file is called after what it shows and what was changed:
board--dark.png, add--360.png. --only takes a part of VIEW--VARIANT: --only profile--360, --only --dark.

Every variant has a display of its own and one start of the program for most of its pictures; as many variants as there are processors run at once.
Views are reached by actions, keys and places, never by words, so that it works in every language.
"""
import argparse
import json
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

from gtkdrive import Session, Timeout, wait_until  # noqa: E402

PAGES = os.path.join(ROOT, "tests", "fixtures", "pages")
SCREEN = (1600, 1200)
FRAME = 4                       # what a window without a compositor draws around itself, on each side
STILL = 0.25                    # seconds without a change of any pixel: then the picture is finished
UNREACHED = (Timeout, AssertionError, RuntimeError, LookupError, subprocess.CalledProcessError)


class Variant:
    def __init__(self, what, size=(800, 700), environment=None, data="sample", dpi=None, language="en_GB"):
        self.what, self.size, self.environment, self.data, self.dpi, self.language = what, size, environment or {}, data, dpi, language


VARIANTS = {
    "800": Variant("800 pixels, light, sample data"),
    "360": Variant("360 pixels", size=(360, 640)),
    "smallest": Variant("360×294, the smallest screen", size=(360, 294)),
    "1400": Variant("1400 pixels", size=(1400, 850)),
    "dark": Variant("dark", environment={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    "high-contrast": Variant("high contrast", environment={"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    "right-to-left": Variant("right to left", environment={"FOOTHOLD_RIGHT_TO_LEFT": "1"}),
    "text-200": Variant("200 % text", dpi=192),
    "german": Variant("German", language="de_DE"),
    "empty": Variant("no data", data="empty"),
    "100000": Variant("100,000 opportunities", size=(1100, 800), data="many"),
}


def write_png(path, width, height, lines):
    """Lines of RGB as a PNG; imagemagick's start takes longer than the picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + line for line in lines)
    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b""))


class Studio:
    """One variant: the program as it is started for it, and how its views are reached."""

    def __init__(self, session, options, name):
        self.s, self.options, self.name, self.variant = session, options, name, VARIANTS[name]
        self.app, self.taken, self.data = None, [], os.path.join(session.dir, "data")

    # ---- the program ----

    def environment(self):
        preload = os.path.join(self.options.helpers, "right-to-left.so")
        language = {"LANG": f"{self.variant.language}.UTF-8", "LOCPATH": self.options.prepared}
        return {"FOOTHOLD_DATA_DIR": self.data, "LD_PRELOAD": preload, **language, **self.variant.environment}

    def put_data(self, data):
        subprocess.run(["chmod", "-R", "u+w", self.data], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.data, ignore_errors=True)
        if data is None:
            os.makedirs(self.data, mode=0o700)
        else:
            shutil.copytree(os.path.join(self.options.prepared, data), self.data)

    def launch(self, *arguments, before=()):
        """Starts on the data as they are."""
        self.stop()
        self.app = self.s.launch([*before, self.options.program, *arguments], env=self.environment(), timeout=60)
        width, height = self.variant.size
        self.app.resize(width + 2 * FRAME, height + 2 * FRAME)

    def start(self):
        """Starts with the data of the variant, untouched, the board in front."""
        self.stop()
        self.put_data(self.variant.data)
        self.launch(*(["--sample"] if self.variant.data == "sample" else []))
        self.wait_board()

    def hand_over(self, *files):
        """What the file manager does: a second start with files."""
        subprocess.run([self.options.program, *files], env={**self.s.env, **self.environment()}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60, check=True)

    def stop(self):
        if self.app:
            self.app.stop()
        self.app = None

    # ---- reaching things ----

    def key(self, *keys):
        self.s.key(*keys)

    def all(self, role, **options):
        return self.app.node.all(role, **options)

    def act(self, action):
        """An action of the window."""
        self.all("frame")[0].act(action)

    def acting(self, action, what):
        """What has this action, as soon as it is there."""
        return wait_until(lambda: [n for n in self.app.node.all() if action in n.actions], what)

    def cards(self):
        return wait_until(lambda: [n for n in self.all("list item") if "list.select" in n.actions], "cards", 40)

    def wait_board(self):
        wait_until(lambda: self.all("entry"), "the board", 40)
        if self.variant.data != "empty":
            self.cards()

    def dialog(self):
        return wait_until(lambda: self.all("dialog") + self.all("alert"), "a dialog")[-1]

    def dialogs(self):
        return len(self.all("dialog") + self.all("alert"))

    def close(self):
        """The dialog, page of a dialog or menu that is in front."""
        self.key("Escape")
        self.settle()

    def windows(self):
        return self.s.cmd("xdotool", "search", "--onlyvisible", "--pid", self.app.p.pid).decode().split()

    def popped_up(self, node, action="click"):
        """Opens a menu and waits for its window."""
        before = len(self.windows())
        node.act(action)
        wait_until(lambda: len(self.windows()) > before, "the menu")
        self.settle()

    def menus(self):
        """Buttons that open a menu or a calendar."""
        return [n for n in self.all("toggle button") if "has-popup" in n.states]

    # ---- taking pictures ----

    def settle(self):
        """Until nothing on the screen has changed for a moment."""
        seen = [None, 0.0]

        def still():
            now = hash(self.s.pixels()[0])
            if now != seen[0]:
                seen[:] = [now, time.monotonic()]
            return time.monotonic() - seen[1] > STILL
        wait_until(still, "the picture to stand still", 15)

    def park(self):
        """The pointer out of the way: what it is over looks different."""
        self.s.cmd("xdotool", "mousemove", SCREEN[0] - 1, SCREEN[1] - 1)
        self.settle()

    def take(self, name):
        self.park()
        left, top, right, bottom = self.rectangle()
        pixels, stride = self.s.pixels()
        lines = []
        for y in range(top, bottom):
            line = pixels[y * stride + left * 4:y * stride + right * 4]
            rgb = bytearray(3 * (right - left))
            rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
            lines.append(bytes(rgb))
        path = os.path.join(self.options.folder, f"{name}--{self.name}.png")
        write_png(path, right - left, bottom - top, lines)
        self.taken.append(path)

    def rectangle(self):
        """Around the program's windows: its dialogs and menus may be larger than the main one."""
        out = []
        for window in self.windows():
            info = self.s.cmd("xwininfo", "-id", window).decode()
            x, y, w, h = (int(re.search(rf"{key}:\s+(-?\d+)", info)[1]) for key in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))
            if w > 10:
                out.append((x, y, x + w, y + h))
        return (max(0, min(r[0] for r in out)), max(0, min(r[1] for r in out)), min(SCREEN[0], max(r[2] for r in out)), min(SCREEN[1], max(r[3] for r in out)))

    def take_scrolled(self, name, at_each=None, pane=None):
        """Pictures from top to bottom: NAME, NAME-2, … at_each may do something to what is in front before its picture."""
        pane = pane or self.all("scroll pane")[-1]
        (x, y), (width, height) = pane.centre(), pane.extents()[2:]
        for number in range(1, 20):
            if at_each:
                at_each(pane)
            self.take(name if number == 1 else f"{name}-{number}")
            before = self.inner(x, y, width, height)
            self.scroll(x, y, max(1, height // 75))
            if self.inner(x, y, width, height) == before:
                return

    def inner(self, x, y, width, height):
        """What a pane shows, without its edges: the scrollbar and the shade at an end come and go."""
        pixels, stride = self.s.pixels()
        half = max(20, width // 2 - 30) * 4
        tall = max(20, height // 2 - 60)
        return hash(b"".join(pixels[line * stride + x * 4 - half:line * stride + x * 4 + half] for line in range(max(0, y - tall), min(SCREEN[1], y + tall))))

    def scroll(self, x, y, steps):
        self.s.cmd("xdotool", "mousemove", x, y, "click", "--repeat", steps, "--delay", 5, 5)
        self.park()


def in_view(node, pane):
    x, y, w, h = node.extents()
    px, py, pw, ph = pane.extents()
    return w > 0 and y >= py and y + h <= py + ph and px <= x and x + w <= px + pw


# ---- the views: each begins with the board in front, and a new start follows one that leaves something behind ----

def first_start(studio):
    studio.put_data(None)
    studio.launch()
    choices = wait_until(lambda: [n for n in studio.all("list item") if n.name], "the first start")
    studio.take_scrolled("first-start")
    studio.app.node.find("frame")
    holder = [n for n in studio.app.node.all() if "welcome.student" in n.actions]
    (holder[0].act("welcome.student") if holder else choices[0].click())
    wait_until(lambda: studio.all("combo box"), "the second page")
    studio.take_scrolled("first-start-about-you")
    return True


def board(studio):
    studio.take("board")


def sidebar(studio):
    """The sidebar, and what its other lines show."""
    for n in range(4):
        rows = [n for n in studio.all("list item") if "row.open" in n.actions]
        if not rows:
            studio.key("F9")
            rows = studio.acting("row.open", "the lines of the sidebar")
        if n == 0:
            studio.take("sidebar")
            continue
        rows[n].act("row.open")
        studio.take(("starred", "dropped", "archived")[n - 1])
    return True


def menus(studio):
    entry = studio.all("entry")[0].extents()
    middle = entry[1] + entry[3] // 2
    studio.popped_up([n for n in studio.menus() if n.extents()[1] < middle < n.extents()[1] + n.extents()[3]][0])
    studio.take("menu-order")
    studio.close()
    if studio.variant.data != "empty":
        studio.popped_up(studio.cards()[0], "menu.popup")
        studio.take("menu-card")
        studio.close()
    studio.key("F10")
    wait_until(lambda: studio.all("menu item"), "the menu")
    studio.take("menu")
    return True


def search(studio):
    studio.act("win.search")
    entry = studio.app.find("entry")
    if studio.variant.data != "empty":
        entry.set_text("da nang")
        studio.take("search")
    entry.set_text("zzqx")
    studio.take("search-nothing")
    return True


def popups(row):
    return [n for n in row.all("toggle button") if "has-popup" in n.states]


def page(studio):
    """What scrolls on the page of an opportunity, as soon as it is filled; the lists beside it have no dates to choose."""
    return wait_until(lambda: [p for p in studio.all("scroll pane") if any(len(popups(row)) == 2 for row in p.all("list item"))], "the page")[0]


def opportunity(studio):
    """A page from top to bottom with all its rows, and the first menu and the first calendar on the way."""
    cards = studio.cards()
    cards[min(1, len(cards) - 1)].act("list.activate")
    studio.settle()
    pane = page(studio)
    rows = [(row, popups(row)) for row in pane.all("list item")]
    first = {"known": next(b for _, b in rows if len(b) == 1), "calendar": next(b for _, b in rows if len(b) == 2)}
    more = [n for n in pane.all("button") if n.name and n.parent.role == "list"]

    def open_up(pane):
        for button in [n for n in more if in_view(n, pane)]:
            more.remove(button)
            button.click()
            studio.settle()
        for kind in [kind for kind, buttons in first.items() if in_view(buttons[0], pane)]:
            studio.popped_up(first.pop(kind)[0])
            studio.take(f"opportunity-{kind}")
            studio.close()
    studio.take_scrolled("opportunity", open_up, pane)
    return True


def new_opportunity(studio):
    """The page of an opportunity without anything but a title."""
    studio.key("ctrl+n")
    studio.dialog()
    studio.s.type("Poster for the spring fair")
    studio.key("ctrl+Return")
    wait_until(lambda: not studio.dialogs(), "the form to close")
    studio.settle()
    studio.take_scrolled("opportunity-new", pane=page(studio))
    return True


def wrong_date(studio):
    studio.cards()[0].act("list.activate")
    studio.settle()
    pane = page(studio)
    row = next(row for row in pane.all("list item") if len(popups(row)) == 2)
    for _ in range(60):
        if in_view(row, pane):
            break
        studio.scroll(*pane.centre(), 1)
    row.all("text")[0].click()
    studio.key("ctrl+a")
    studio.s.type("somewhen")
    studio.key("Tab")
    studio.take("opportunity-wrong-date")
    return True


def drop(studio):
    studio.cards()[0].act("opportunity.drop")
    studio.dialog()
    studio.take("drop")
    studio.key("Return")
    wait_until(lambda: not studio.dialogs(), "the dialog to close")
    studio.settle()
    studio.take("drop-toast")
    return True


def archive(studio):
    studio.cards()[0].act("opportunity.archive")
    studio.take("archive-toast")
    return True


def delete(studio):
    studio.cards()[0].act("opportunity.delete")
    studio.take("delete")
    return True


def add(studio):
    studio.key("ctrl+n")
    studio.dialog()
    studio.take("add")
    studio.s.type("Poster for the spring fair")
    for text in ("Kulturhaus", "eight", "300 EUR", "31 dec"):
        studio.key("Tab")
        studio.s.type(text)
    studio.key("ctrl+Return")
    studio.take("add-wrong-hours")
    return True


def export(studio):
    studio.act("win.export")
    studio.dialog()
    studio.take_scrolled("export")
    studio.close()


def backups(studio):
    studio.act("win.backups")
    dialog = studio.dialog()
    studio.take("backups-none")
    dialog.act("backups.make")
    rows = wait_until(lambda: [n for n in studio.dialog().all("list item") if n.name], "a backup", 60)
    studio.take("backups")
    rows[0].all("button")[0].act()
    wait_until(lambda: studio.all("alert"), "the question")
    studio.take("backups-restore")
    return True


def preferences(studio):
    studio.act("win.preferences")
    studio.dialog()
    studio.take_scrolled("preferences")
    studio.close()


def profile(studio):
    studio.act("win.profile")
    dialog = studio.dialog()
    for name in ("you", "goals", "skills"):
        tabs = wait_until(lambda: dialog.all("page tab"), "the pages of the profile")
        tabs[("you", "goals", "skills").index(name)].act()
        studio.settle()
        studio.take_scrolled(f"profile-{name}")
    if studio.variant.data == "sample":
        rows = [n for n in studio.dialog().all("list item") if n.name]
        rows[1].click()
        studio.take_scrolled("profile-skill")
        dialog.all("page tab")[1].act()
        studio.acting("goal.open", "a goal")[0].act("goal.open")
        studio.acting("goal.delete", "the goal")
        studio.take_scrolled("profile-goal")
    return True


def shortcuts(studio):
    before = len(studio.s.windows())
    studio.act("win.shortcuts")
    wait_until(lambda: studio.dialogs() or len(studio.s.windows()) > before, "the shortcuts")
    studio.take_scrolled("shortcuts") if studio.dialogs() else studio.take("shortcuts")
    return True


def about(studio):
    studio.act("win.about")
    dialog = studio.dialog()
    studio.take("about")
    for n, row in enumerate([n for n in dialog.all("list item") if n.name][:1]):
        row.click()
        studio.take("about-news")
    return True


def preview(name, *files, then=None):
    """An import as it is shown before anything is kept, and, with THEN, what follows."""
    def view(studio):
        studio.hand_over(*[os.path.join(studio.options.prepared, f) if os.path.exists(os.path.join(studio.options.prepared, f)) else os.path.join(PAGES, f) for f in files])
        studio.acting("import.cancel", "the preview")
        studio.settle()
        studio.take(name)
        if then:
            studio.acting("import.start", "the preview")[0].act("import.start")
            studio.take(then)
        return True
    view.__name__ = name.replace("-", "_")
    return view


def duplicates(studio):
    """The same page again, with something changed in it."""
    studio.hand_over(os.path.join(PAGES, "posting-leipzig.html"))
    studio.acting("import.start", "the preview")[0].act("import.start")
    wait_until(lambda: not studio.dialogs(), "the import to be over")
    studio.hand_over(os.path.join(PAGES, "posting-leipzig.html"), os.path.join(studio.options.prepared, "changed.html"))
    studio.acting("import.cancel", "the preview")
    studio.take("import-duplicates")
    return True


def trouble(name, damage, before=lambda data: ()):
    """A start on data that cannot be opened, or not written."""
    def view(studio):
        studio.stop()
        studio.put_data("empty" if studio.variant.data == "sample" else studio.variant.data)
        prefix = damage(studio.data) or ()
        with open(os.path.join(studio.data, "foothold.lock"), "ab") as lock:
            if name == "trouble-locked":
                import fcntl
                fcntl.flock(lock, fcntl.LOCK_EX)
            studio.launch(before=prefix)
            studio.settle()
            studio.take_scrolled(name)
            studio.stop()
        return True
    view.__name__ = name.replace("-", "_")
    return view


def database(data):
    return next(os.path.join(data, f) for f in os.listdir(data) if f.endswith(".db") or f.endswith(".sqlite"))


def damaged(data):
    with open(database(data), "r+b") as f:
        f.seek(100)
        f.write(b"\x5a" * 8092)


def foreign(data):
    path = database(data)
    os.remove(path)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name)")
    other.commit()
    other.close()


def newer(data):
    db = sqlite3.connect(database(data))
    db.execute("PRAGMA user_version = 9999")
    db.close()


def locked(data):
    pass


def read_only(data):
    """Takes the right to write away, from the administrator too."""
    os.chmod(database(data), 0o444)
    os.chmod(data, 0o555)
    return ("setpriv", "--bounding-set", "-dac_override") if os.access(database(data), os.W_OK) else ()


NEEDS_CARDS = {"opportunity", "wrong_date", "drop", "archive", "delete"}
VIEWS = [first_start, board, sidebar, menus, search, opportunity, new_opportunity, wrong_date, drop, archive, delete, add, export, preferences, about, backups, profile, shortcuts,
         preview("import-one", "posting-da-nang.html"), preview("import-several", "several.json", then="import-skipped"), preview("import-unread", "unread.html"),
         preview("import-nothing", "nothing.pdf"), duplicates,
         trouble("trouble-damaged", damaged), trouble("trouble-foreign", foreign), trouble("trouble-newer", newer), trouble("trouble-locked", locked),
         trouble("trouble-read-only", read_only)]


def wanted(studio, view):
    return not studio.options.only or any(word in f"{view.__name__.replace('_', '-')}--{studio.name}" for word in studio.options.only)


def shoot(studio):
    """All views of a variant; what cannot be reached is said and passed over."""
    failed, fresh = [], False
    for view in VIEWS:
        if not wanted(studio, view) or studio.variant.data == "empty" and view.__name__ in NEEDS_CARDS:
            continue
        try:
            if not fresh and not view.__name__.startswith(("first_start", "trouble")):
                studio.start()
            fresh = not view(studio)
        except UNREACHED as error:
            fresh = False
            failed.append(f"{view.__name__}--{studio.name}: {str(error).splitlines()[0]}")
            studio.s.screenshot(os.path.join(studio.options.folder, f"FAILED-{view.__name__}--{studio.name}.png"))
    studio.stop()
    return failed


# ---- before the first picture ----

def prepare(options):
    """Data directories that variants start from, files to import, and the languages."""
    for language in ("en_GB", "de_DE"):
        subprocess.run(["localedef", "-i", language, "-f", "UTF-8", os.path.join(options.prepared, f"{language}.UTF-8")], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    write_imports(options.prepared)
    with Session() as session:
        empty, many, sample = (os.path.join(options.prepared, name) for name in ("empty", "many", "sample"))
        for data, arguments in ((empty, []), (sample, ["--sample"])):
            os.makedirs(data, mode=0o700)
            app = session.launch([options.program, *arguments], env={"FOOTHOLD_DATA_DIR": data}, timeout=60)
            if not arguments:
                wait_until(lambda: [n for n in app.node.all("list item") if n.name], "the first start")[0].click()
                app.find("button", "Start").act()
            app.find("entry", "Search")
            if arguments:
                wait_until(lambda: [n for n in app.node.all("list item") if "list.select" in n.actions], "the sample data", 60)
            app.stop()
        if not options.only or any("100000" in word for word in options.only):
            shutil.copytree(empty, many)
            env = {**session.env, "FOOTHOLD_DATA_DIR": many}
            subprocess.run([options.program, "generate", "--rows", "100000", "--seed", "1"], env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def write_imports(folder):
    def posting(title, organisation, **more):
        return {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": f"<p>{title}: a short project with one result that is handed over.</p>",
                "hiringOrganization": {"@type": "Organization", "name": organisation}, **more}
    several = [
        posting("Poster and programme for the spring fair", "Kulturhaus Gera", validThrough="2027-02-14", baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": 320}),
        posting("Clean up the list of members", "Sportverein Eintracht", validThrough="9999-12-31"),
        posting("Interviews with ten small shops about how they order", "Handelskammer Ostthüringen", baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": "a fair fee"}),
        {"@context": "https://schema.org", "@type": "JobPosting", "description": "<p>No title at all.</p>"},
        posting("Kiểm tra bản dịch thực đơn", "Quán Ăn Ngon", jobLocationType="TELECOMMUTE"),
    ]
    with open(os.path.join(folder, "several.json"), "w", encoding="utf-8") as f:
        json.dump(several, f)
    with open(os.path.join(folder, "unread.html"), "w", encoding="utf-8") as f:
        f.write("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Two weeks of testing our booking page | Hotel Miramar</title>"
                "<h1>Two weeks of testing our booking page</h1><p>We look for a student who tries out our new booking page with twenty guests and writes down where they get stuck. "
                "Twelve hours, 240 EUR, from the first of March.</p></html>")
    with open(os.path.join(folder, "nothing.pdf"), "wb") as f:
        f.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    with open(os.path.join(PAGES, "posting-leipzig.html"), encoding="utf-8") as source, open(os.path.join(folder, "changed.html"), "w", encoding="utf-8") as f:
        f.write(source.read().replace("2026-12", "2027-01"))


def run_variant(options):
    with Session(size="{}x{}".format(*SCREEN), dpi=VARIANTS[options.variant].dpi) as session:
        studio = Studio(session, options, options.variant)
        failed = shoot(studio)
    for line in failed:
        print("shots: could not be reached:", line)
    print(f"shots: {VARIANTS[options.variant].what}: {len(studio.taken)} pictures", flush=True)
    sys.exit(1 if failed else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("program", "helpers", "folder"):
        parser.add_argument(name)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--prepared", help=argparse.SUPPRESS)
    parser.add_argument("--variant", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.variant:
        run_variant(options)
        return
    began = time.monotonic()
    options.prepared = tempfile.mkdtemp(prefix="shots-")
    try:
        prepare(options)
        names = [name for name in VARIANTS if not options.only or any(f"{view.__name__.replace('_', '-')}--{name}".count(word) for view in VIEWS for word in options.only)]
        running, failed = [], 0
        for name in names + [None] * (os.cpu_count() or 2):
            while len(running) >= (os.cpu_count() or 2) or name is None and running:
                failed |= running.pop(0).wait()
            if name:
                running.append(subprocess.Popen([sys.executable, __file__, options.program, options.helpers, options.folder, "--prepared", options.prepared, "--variant", name,
                                                 *[f"--only={word}" for word in options.only]]))
        print(f"shots: the pictures are in {options.folder} ({time.monotonic() - began:.0f} s)" + ("; not every view was reached" if failed else ""))
    finally:
        shutil.rmtree(options.prepared, ignore_errors=True)
    sys.exit(1 if failed else 0)


main()
