#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view and dialog: shots.py PROGRAM HELPERS DIR [--only WORD]…

First 800 pixels wide, light, with the sample data; then one thing changed at a time. A file is called after what it shows and what was changed:
board--dark.png, add--360.png. For each change a contact sheet shows all views side by side (contact--dark.png).
"""
import argparse
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

from gtkdrive import Session, Timeout, wait_until  # noqa: E402

PAGE = os.path.join(ROOT, "tests", "fixtures", "pages", "posting-da-nang.html")


class Variant:
    def __init__(self, name, what, size=(800, 700), environment=None, data="sample", dpi=None, views=None):
        self.name, self.what, self.size, self.environment, self.data, self.dpi, self.views = name, what, size, environment or {}, data, dpi, views


VARIANTS = [
    Variant("800", "800 pixels, light, sample data"),
    Variant("360", "360 pixels", size=(360, 680)),
    Variant("smallest", "360×294, the smallest screen", size=(360, 294)),
    Variant("1400", "1400 pixels", size=(1400, 850)),
    Variant("dark", "dark", size=(800, 700), environment={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    Variant("high-contrast", "high contrast", environment={"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    Variant("right-to-left", "right to left", environment={"FOOTHOLD_RIGHT_TO_LEFT": "1"}),
    Variant("text-200", "200 % text", dpi=192),
    Variant("german", "German", environment={"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}),
    Variant("empty", "no data", data="empty"),
    Variant("100000", "100,000 opportunities", size=(1100, 800), data="many"),
]


class Studio:
    """One variant: the program as it is started for it, and how its views are reached."""

    def __init__(self, session, program, helpers, folder, variant, profiles):
        self.s, self.program, self.helpers, self.folder, self.variant, self.profiles = session, program, helpers, folder, variant, profiles
        self.app, self.taken, self.failed = None, [], []

    # ---- the program ----

    def start(self, data=None, *arguments, sample=None):
        self.stop()
        where = os.path.join(self.s.dir, "picture")
        shutil.rmtree(where, ignore_errors=True)
        if data and os.path.isdir(self.profiles[data]):
            shutil.copytree(self.profiles[data], where)
        else:
            os.makedirs(where, mode=0o700)
        sample = self.variant.data == "sample" if sample is None else sample
        preload = os.path.join(self.helpers, "right-to-left.so")
        env = {"FOOTHOLD_DATA_DIR": where, "LD_PRELOAD": preload, **self.variant.environment}
        self.app = self.s.launch([self.program, *(["--sample"] if sample else []), *arguments], env=env, timeout=60)
        self.app.resize(*self.variant.size)

    def stop(self):
        if self.app:
            self.app.stop()
        self.app = None

    # ---- reaching views: by keys and by place, so that it works in every language ----

    def key(self, *keys):
        self.s.key(*keys)

    def cards(self):
        return [n for n in self.app.node.all("list item") if ", " in n.name or "list.select" in n.actions]

    def board(self):
        if self.variant.data == "empty":
            return wait_until(lambda: self.app.node.all("entry"), "the board")
        return wait_until(lambda: [n for n in self.app.node.all("list item") if "list.select" in n.actions], "cards", 40)

    def wait_dialog(self, role="dialog"):
        return wait_until(lambda: self.app.node.all(role), f"a {role}")[-1]

    def settle(self):
        """Until two pictures in a row are the same."""
        last = [None]

        def still():
            now = self.s.cmd("import", "-silent", "-window", "root", "rgb:-")
            same, last[0] = now == last[0], now
            return same
        wait_until(still, "the picture to stand still", 10)

    # ---- taking pictures ----

    def take(self, name):
        self.s.cmd("xdotool", "mousemove", "--sync", 1599, 1199)
        self.settle()
        info = self.s.cmd("xwininfo", "-id", self.app.window()).decode()
        number = {key: int(re.search(rf"{key}:\s+(-?\d+)", info)[1]) for key in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")}
        path = os.path.join(self.folder, f"{name}--{self.variant.name}.png")
        self.s.cmd("import", "-silent", "-window", "root", "-crop",
                   f"{number['Width']}x{number['Height']}+{number['Absolute upper-left X']}+{number['Absolute upper-left Y']}", "+repage", path)
        self.taken.append(path)


# ---- the views: each is called with the board in front ----

def first_start(studio):
    studio.start(None, sample=False)
    wait_until(lambda: [n for n in studio.app.node.all("list item") if n.name], "the first start")
    studio.take("first-start")
    wait_until(lambda: [n for n in studio.app.node.all("list item") if n.name], "the choices")[0].click()
    wait_until(lambda: studio.app.node.all("combo box"), "the second page")
    studio.take("first-start-about-you")


def board(studio):
    studio.take("board")


def opened(studio):
    cards = studio.board()
    cards[min(1, len(cards) - 1)].act("list.activate")
    studio.take("opportunity")
    for _ in range(2):
        studio.key("Page_Down")


def opened_below(studio):
    cards = studio.board()
    cards[min(1, len(cards) - 1)].act("list.activate")
    studio.settle()
    studio.key("F2")
    studio.settle()
    for _ in range(9):
        studio.key("Tab")
    studio.take("opportunity-below")


def found(studio):
    studio.key("ctrl+f")
    studio.s.type("da nang")
    studio.take("search")


def not_found(studio):
    studio.key("ctrl+f")
    studio.s.type("zzqx zzqx")
    studio.take("search-nothing")


def dialog_by_key(name, *keys):
    def view(studio):
        for key in keys:
            studio.key(key)
        studio.wait_dialog()
        studio.take(name)
    view.__name__ = name
    return view


def drop(studio):
    cards = studio.board()
    cards[0].act("list.select")
    studio.settle()
    cards[0].act("opportunity.drop")
    studio.wait_dialog("alert")
    studio.take("drop")


def toast(studio):
    cards = studio.board()
    cards[0].act("list.select")
    studio.settle()
    cards[0].act("opportunity.archive")
    studio.settle()
    studio.take("archived-toast")


def menu(studio):
    studio.key("F10")
    wait_until(lambda: studio.app.node.all("menu item"), "the menu")
    studio.take("main-menu")


def card_menu(studio):
    cards = studio.board()
    cards[0].act("menu.popup")
    wait_until(lambda: studio.app.node.all("menu item"), "the menu")
    studio.take("card-menu")


def from_menu(name, position):
    """A dialog behind the item of the main menu at this place, counted without Undo and Redo."""
    def view(studio):
        studio.key("F10")
        items = wait_until(lambda: studio.app.node.all("menu item"), "the menu")
        items[position + 2].act()
        wait_until(lambda: studio.app.node.all("dialog") or studio.app.node.all("alert"), "a dialog")
        studio.take(name)
    view.__name__ = name
    return view


def shortcuts(studio):
    studio.key("ctrl+question")
    wait_until(lambda: len(studio.app.node.all("frame")) + len(studio.app.node.all("dialog")) > 1, "the shortcuts")
    studio.take("shortcuts")


def importing(studio):
    studio.start(studio.variant.data if studio.variant.data != "sample" else None, PAGE)
    studio.wait_dialog()
    studio.take("import")


def sidebar(studio):
    studio.key("F9")
    studio.take("sidebar")


def lists(studio):
    """The other lines of the sidebar."""
    studio.key("F9")
    studio.settle()
    rows = [n for n in studio.app.node.all("list item") if "list.select" not in n.actions and n.name]
    for n, row in enumerate(rows[1:], 1):
        try:
            row.click()
        except Timeout:
            continue
        studio.take(f"list-{n}")
        studio.key("F9")
        studio.settle()


NEEDS_CARDS = {"opened", "opened_below", "drop", "toast", "card_menu"}
VIEWS = [first_start, board, opened, opened_below, found, not_found, sidebar, lists, menu, card_menu, drop, toast,
         dialog_by_key("add", "ctrl+n"), from_menu("export", 1), from_menu("backups", 2), from_menu("profile", 3), from_menu("preferences", 4), shortcuts, from_menu("about", 7), importing]


def prepare(session, program):
    """The data directories that variants start from: {"empty": …, "many": …}; the profile of the first is made through the window."""
    profiles = {name: os.path.join(session.dir, name) for name in ("empty", "many")}
    profiles["sample"] = os.path.join(session.dir, "none")
    env = {**session.env, "FOOTHOLD_DATA_DIR": profiles["empty"]}
    os.makedirs(profiles["empty"], mode=0o700)
    app = session.launch([program], env={"FOOTHOLD_DATA_DIR": profiles["empty"]}, timeout=60)
    wait_until(lambda: [n for n in app.node.all("list item") if n.name], "the first start")[0].click()
    app.find("button", "Start").act()
    app.find("entry", "Search")
    app.stop()
    shutil.copytree(profiles["empty"], profiles["many"])
    print("shots: making 100,000 opportunities", flush=True)
    subprocess.run([program, "generate", "--rows", "100000", "--seed", "1"], env={**env, "FOOTHOLD_DATA_DIR": profiles["many"]}, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return profiles


def shoot(studio, only):
    """All views of a variant; what cannot be reached is said and passed over."""
    for view in VIEWS:
        if only and not any(word in f"{view.__name__}--{studio.variant.name}" for word in only):
            continue
        if studio.variant.data == "empty" and view.__name__ in NEEDS_CARDS:
            continue
        try:
            if view is not first_start and view is not importing:
                studio.start(studio.variant.data if studio.variant.data != "sample" else None)
                studio.board()
            view(studio)
        except (Timeout, AssertionError, RuntimeError, LookupError, IndexError, subprocess.CalledProcessError) as error:
            studio.failed.append(f"{view.__name__}--{studio.variant.name}: {str(error).splitlines()[0]}")
    studio.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("program", "helpers", "folder"):
        parser.add_argument(name)
    parser.add_argument("--only", action="append", default=[])
    options = parser.parse_args()
    failed, taken = [], []
    with Session(size="1600x1200") as session:
        profiles = prepare(session, options.program)
        for variant in VARIANTS:
            if variant.dpi:
                subprocess.run(["xrdb", "-merge"], env=session.env, input=f"Xft.dpi: {variant.dpi}\n".encode(), check=True)
            studio = Studio(session, options.program, options.helpers, options.folder, variant, profiles)
            shoot(studio, options.only)
            if variant.dpi:
                subprocess.run(["xrdb", "-merge"], env=session.env, input=b"Xft.dpi: 96\n", check=True)
            failed += studio.failed
            taken += studio.taken
            if len(studio.taken) > 1:
                session.cmd("montage", "-label", "%t", *studio.taken, "-geometry", "480x480>+8+8", "-tile", "5x", "-background", "#888888", os.path.join(options.folder, f"contact--{variant.name}.png"))
            print(f"shots: {variant.what}: {len(studio.taken)} pictures", flush=True)
    for line in failed:
        print("shots: could not be reached:", line)
    print(f"shots: {len(taken)} pictures in {options.folder}" + (f", {len(failed)} views not reached" if failed else ""))
    sys.exit(1 if failed else 0)


main()
