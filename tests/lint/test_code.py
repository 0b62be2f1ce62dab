#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of the C code: format, layers, length, licences, and the rules a compiler cannot know."""
import re
import subprocess

from project import Check, ROOT, all_files, files, line_of, short, text
import tap

# What each folder of src/ may include besides itself: its own files, then the system headers, by their beginning.
GLIB = ("glib", "gobject/", "gmodule", "math.h", "string.h", "stdlib.h", "stdio.h", "stdint.h", "stdbool.h", "errno.h", "time.h", "limits.h", "ctype.h", "float.h", "inttypes.h", "locale.h")
POSIX = ("unistd.h", "fcntl.h", "signal.h", "sys/", "pwd.h", "linux/", "pthread.h", "dirent.h", "langinfo.h", "sched.h", "poll.h", "termios.h", "libintl.h")
GIO = GLIB + ("gio/",)
# The rules that ship as data are JSON in the program's resources; what reads them reads nothing else.
RULE_DATA = ("gio/gio.h", "json-glib/json-glib.h")
GTK = ("gtk/", "gdk/", "gsk/", "adwaita.h", "pango/", "graphene.h", "cairo")
LAYERS = {
    "sqlite": (set(), GIO + POSIX + ("sqlite3.h", "nettle/", "xxh_x86dispatch.h", "xxhash.h")),
    "rules": (set(), GLIB + RULE_DATA),
    "store": ({"sqlite", "rules"}, GIO + POSIX + ("sqlite3.h",)),
    "exchange": ({"store", "rules", "sqlite"}, GIO + POSIX + ("json-glib/", "libxml/", "archive")),
    "model": ({"store", "rules"}, GIO),
    "widgets": ({"model", "store", "rules"}, GIO + GTK),
    "views": ({"widgets", "model", "store", "rules", "exchange"}, GIO + GTK),
    "app": ({"views", "widgets", "model", "store", "rules", "exchange"}, GIO + GTK + POSIX + ("libportal-gtk4/",)),
    "cli": ({"exchange", "store", "rules"}, GIO + POSIX),
    "pch": (set(), GIO + GTK),
    "main.c": ({"app", "cli"}, GIO + GTK + ("libintl.h",)),
}
# Two folders may know the one below for a stated reason: an export runs on a connection of its own, with an authorizer (DESIGN, R19).

# Files that are one subject although they are long.
LONG = {"tests/cli/test_cli.py": "a class a command, all over the same bus and the same case"}
LONGEST = 610

# The only places that may set markup, or make a toast: each escapes, or sets use-markup to FALSE.
MARKUP_HOME = ("src/widgets/foothold-text.", "src/widgets/foothold-toast-title.")
MARKUP = re.compile(r"\bgtk_label_set_markup\b|\bset_markup\b|use[-_]markup\s*(\"|:|,)?\s*:?\s*(TRUE|true)|\badw_toast_new\s*\(|\badw_toast_new_format\s*\(|\bset_use_markup\s*\([^)]*TRUE")

SLEEP = re.compile(r"\btime\.sleep\s*\(|\bg_usleep\s*\(|\busleep\s*\(|\bsleep\s*\(|\bnanosleep\s*\(")
# A test that must let real time pass says so on the line: “real time: why”.
REAL_TIME = "real time:"


def c_files(under=""):
    return files(".c", ".h", under=under)


def code_only(content):
    """The code with comments blanked, lines kept."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", lambda found: re.sub(r"[^\n]", " ", found[0]), content, flags=re.S)


class Code(Check):
    def test_format(self):
        done = subprocess.run(["clang-format", "--dry-run", *c_files()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT)
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.nothing(sorted(set(re.findall(r"^(\S+?):\d+:\d+: warning", done.stdout.decode(), re.M))), "Run clang-format -i on these files:")

    def test_layers(self):
        def complaints():
            for path in c_files("src"):
                parts = path.relative_to(ROOT / "src").parts
                layer = parts[0]
                if layer not in LAYERS:
                    yield f"{short(path)}: no layer “{layer}” is known"
                    continue
                below, system = LAYERS[layer]
                content = code_only(text(path))
                for found in re.finditer(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', content, re.M):
                    own, header = found.groups()
                    where = f"{short(path)}:{line_of(content, found.start(1 if own else 2))}"
                    if header and not header.startswith(system):
                        yield f"{where}: {layer} must not include <{header}>"
                    if own and "/" in own and (ROOT / "src" / own).exists() and own.split("/")[0] not in below | {layer}:
                        yield f"{where}: {layer} must not include {own}"
        self.nothing(complaints(), "Arrows point down only (CONTRIBUTING.md, “The house”):")

    def test_sql_only_in_store(self):
        statement = re.compile(r'"\s*(SELECT\s+[\w*(]|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)')
        self.nothing((f"{short(path)}:{line_of(text(path), found.start())}: {found[0]}" for path in c_files("src") for found in statement.finditer(text(path))
                      if path.relative_to(ROOT / "src").parts[0] not in ("store", "sqlite")), "Only src/store has SQL:")

    def test_length(self):
        def complaints():
            for path in files(".c", ".h", ".py", ".blp"):
                lines = text(path).count("\n")
                if lines > LONGEST and short(path) not in LONG:
                    yield f"{short(path)}: {lines} lines"
        self.nothing(complaints(), f"A file that passes about 600 lines usually has two subjects; split it, or name it in LONG with the reason:")

    def test_every_source_is_built(self):
        listed = "".join(text(path) for path in files("meson.build"))
        self.nothing((short(path) for path in files(".c") if f"'{path.stem}" not in listed and f"{path.name}'" not in listed),
                     "No meson.build names these files:")

    def test_headers(self):
        self.nothing((short(path) for path in files(".h", under="src") if path.parent.name != "pch" and not re.search(r"^#pragma once$", text(path), re.M)), "These headers lack #pragma once:")

    def test_markup(self):
        def complaints():
            for path in files(".c", ".h", ".blp", ".ui"):
                if not short(path).startswith(("src/", "ui/", "data/")) or short(path).startswith(MARKUP_HOME):
                    continue
                content = code_only(text(path))
                for found in MARKUP.finditer(content):
                    yield f"{short(path)}:{line_of(content, found.start())}: {found[0]}"
        self.nothing(complaints(), "Text from strangers is never markup; use the setters of src/widgets/foothold-text.h:")

    def test_no_leftovers(self):
        words = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b|(?:/\*|//|#)\s*XX" r"X\b|coming\s+so" r"on|lorem\s+ip" r"sum", re.I)
        sources = files(".c", ".h", ".py", ".blp", ".ui", ".sql", ".page", ".md", "meson.build", "dev")
        self.nothing((f"{short(path)}:{line_of(text(path), found.start())}: {found[0]}" for path in sources for found in words.finditer(text(path))
                      if found[0].upper() == found[0] or " " in found[0]), "Finish these, or take them out:")

    def test_no_sleep_in_tests(self):
        def complaints():
            for path in files(".c", ".h", ".py", under="tests"):
                for number, line in enumerate(text(path).splitlines(), 1):
                    if SLEEP.search(line) and REAL_TIME not in line and path.name != "test_code.py":
                        yield f"{short(path)}:{number}: {line.strip()}"
        self.nothing(complaints(), f"Tests wait for conditions, never for a time (else say “{REAL_TIME} why” on the line):")

    def test_no_archive_hosts(self):
        host = re.compile(r"\b(deb|ftp[\w.-]*|security|snapshot|archive|ports)\.(debian|ubuntu)\.\w+|mirror[\w-]*\.(?:\w+\.)*(?:org|net|com|edu|de)\b")
        self.nothing((f"{short(path)}: {found[0]}" for path in all_files() if path.suffix not in (".png", ".svg", ".gz", ".zip", ".db")
                      for found in host.finditer(path.read_text(encoding="utf-8", errors="replace"))), "No package archive's host is named:")

    def test_licences(self):
        self.tool("reuse", "--root", ROOT, "lint", "--lines", advice="Every file names its copyright and licence (REUSE):")


if __name__ == "__main__":
    tap.main()
