# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the faults share: the program under test, folders to work in, how deep to go, what is sabotaged."""

import hashlib
import os
import random
import shutil
import sqlite3
import stat
import subprocess

FAULTS = {}


def fault(function):
    FAULTS[function.__name__.upper()] = function
    return function


def need(condition, message):
    if not condition:
        raise AssertionError(message)


def say(text):
    for line in str(text).strip().splitlines():
        print("#  ", line, flush=True)


def can(capability):
    """Whether this process has a capability, by its number: being called root says little in a namespace."""
    with open("/proc/self/status", encoding="utf-8") as lines:
        powers = next(int(line.split()[1], 16) for line in lines if line.startswith("CapEff:"))
    return bool(powers >> capability & 1)


DAC_OVERRIDE, SETUID, SYS_ADMIN = 1, 7, 21

# Names in a data folder that are made by the store; a test that changes their modes itself says so.
PRIVATE = (".db", ".db-journal", ".lock", ".seal", ".json", ".csv")


class Bench:
    """One run of one fault: TIER is gate, deep, or tooth where SABOTAGE names what is broken."""

    def __init__(self, options, scratch, tier, sabotage=""):
        self.core, self.program, self.tests = options.core, options.program, options.tests
        self.scratch, self.tier, self.sabotage = scratch, tier, sabotage
        self.random = random.Random(20260101)
        self.n_folders = 0
        self.own_modes = set()

    def amount(self, gate, deep, tooth=None):
        return {"gate": gate, "deep": deep, "tooth": max(1, gate // 10) if tooth is None else tooth}[self.tier]

    def folder(self):
        self.n_folders += 1
        path = os.path.join(self.scratch, str(self.n_folders))
        os.mkdir(path, 0o700)
        return path

    def copy(self, source):
        path = self.folder()
        shutil.copytree(source, path, dirs_exist_ok=True, symlinks=True)
        return path

    def drop(self, *paths):
        for path in paths:
            self.check_modes(path)
            shutil.rmtree(path, ignore_errors=True)

    def check_modes(self, path):
        """F9, after every test: what the store made is for its owner alone."""
        n_files = 0
        if path in self.own_modes:
            return 0
        for parent, _, names in os.walk(path):
            inner = os.path.basename(parent) in ("attachments", "backups", "older")
            if inner:
                mode = stat.S_IMODE(os.lstat(parent).st_mode)
                need(mode == 0o700, f"folder {parent} has mode {mode:o}")
            for name in names:
                info = os.lstat(os.path.join(parent, name))
                if stat.S_ISREG(info.st_mode) and (inner or name.endswith(PRIVATE)):
                    mode = stat.S_IMODE(info.st_mode)
                    need(mode & 0o077 == 0, f"{name} has mode {mode:o}")
                    n_files += 1
        return n_files

    def check_all_modes(self):
        for name in os.listdir(self.scratch):
            self.check_modes(os.path.join(self.scratch, name))

    def environment(self, env=None):
        return {**os.environ, "CORE_SABOTAGE": self.sabotage, **{name: str(value) for name, value in (env or {}).items()}}

    def run(self, *arguments, env=None, prefix=(), timeout=3000):
        return subprocess.run([*prefix, self.core, *map(str, arguments)], text=True, errors="replace", timeout=timeout,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment(env), check=False)

    def ok(self, *arguments, **options):
        result = self.run(*arguments, **options)
        need(result.returncode == 0, f"{' '.join(map(str, arguments))} exits {result.returncode}: {result.stdout[-800:]}")
        return result.stdout

    def start(self, *arguments, **options):
        return subprocess.Popen([self.core, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, errors="replace", env=self.environment(), **options)


def database(folder):
    return os.path.join(folder, "foothold.db")


def words_after(text, word):
    """The words of the last line that starts with word, after it."""
    found = None
    for line in text.splitlines():
        if line.startswith(word + " "):
            found = line.split()[1:]
    return found


def figure(text, name):
    words = text.split()
    need(name in words, f"no figure {name!r} in: {text[-500:]}")
    return int(words[len(words) - 1 - words[::-1].index(name) + 1].rstrip(".%"))


def snapshot(folder):
    """Every path below folder with its kind, bytes and time."""
    found = {}
    for parent, folders, names in os.walk(folder):
        for name in folders + names:
            path = os.path.join(parent, name)
            info = os.lstat(path)
            content = ""
            if stat.S_ISREG(info.st_mode):
                with open(path, "rb") as file:
                    content = hashlib.sha256(file.read()).hexdigest()
            found[os.path.relpath(path, folder)] = (stat.S_IFMT(info.st_mode), content,
                                                    0 if stat.S_ISDIR(info.st_mode) else info.st_mtime_ns)
    return found


def has_journal(folder):
    path = database(folder) + "-journal"
    return os.path.exists(path) and os.path.getsize(path) > 512


def titles(folder):
    connection = sqlite3.connect(f"file:{database(folder)}?mode=ro", uri=True)
    try:
        return {row[0] for row in connection.execute("SELECT title FROM opportunity")}
    finally:
        connection.close()


def words_line(text):
    return " ".join(text.split())[:220]


def worked_in(bench, n=25):
    """A folder somebody worked in, made by the program as it should be."""
    folder = bench.folder()
    sabotage, bench.sabotage = bench.sabotage, ""
    bench.ok("soak", folder, "--n", n, "--seed", 5)
    bench.sabotage = sabotage
    return folder
