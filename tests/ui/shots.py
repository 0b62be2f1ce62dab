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
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from gtkdrive import Session, Timeout, in_view, wait_until  # noqa: E402
from shots_imports import write_imports  # noqa: E402
from shots_views import NEEDS_CARDS, VIEWS  # noqa: E402

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
    "100000": Variant("100,000 opportunities, 20,000 applications", size=(1100, 800), data="many"),
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
        """Opens a menu and waits for its window. Without an action the pointer does it: a drop-down has none."""
        before = len(self.windows())
        if action:
            node.act(action)
        else:
            node.click()
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
        """Pictures from top to bottom: NAME, NAME-2, … at_each may do something to what is in front before its picture, and return what is done after it."""
        pane = pane or self.all("scroll pane")[-1]
        (x, y), (width, height) = pane.centre(), pane.extents()[2:]
        for number in range(1, 40):
            after = at_each and at_each(pane)
            self.take(name if number == 1 else f"{name}-{number}")
            if after:
                after()
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

    def scroll_to(self, node, pane):
        """Down until NODE can be clicked: what is out of view is not where it says."""
        for _ in range(60):
            if in_view(node, pane):
                return
            self.scroll(*pane.centre(), 1)

    def scroll(self, x, y, steps):
        self.s.cmd("xdotool", "mousemove", x, y, "click", "--repeat", steps, "--delay", 5, 5)
        self.park()


def wanted(options, view, variant):
    return not options.only or any(word in f"{view.__name__.replace('_', '-')}--{variant}" for word in options.only)


def wanted_anywhere(options, variant):
    return any(wanted(options, view, variant) for view in VIEWS)


def shoot(studio):
    """All views of a variant; what cannot be reached is said and passed over."""
    failed, fresh = [], False
    for view in VIEWS:
        if not wanted(studio.options, view, studio.name) or studio.variant.data == "empty" and view.__name__ in NEEDS_CARDS:
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
        if wanted_anywhere(options, "100000"):
            shutil.copytree(empty, many)
            env = {**session.env, "FOOTHOLD_DATA_DIR": many}
            subprocess.run([options.program, "generate", "--rows", "100000", "--applications", "20000", "--seed", "1"], env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


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
        names = [name for name in VARIANTS if wanted_anywhere(options, name)]
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
