# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other versions and other programs, backups, undo, and the network nobody uses."""

import os
import re
import shutil
import struct
import subprocess
import time

from bench import database, fault, figure, need, say, snapshot, words_after, words_line, worked_in

# The unit tests of what meets an address; the deep tier traces all of them.
ADDRESSES = "import-(json|mhtml|page|text)|export-json|page|posting|html|sample"
HERE = os.path.dirname(os.path.abspath(__file__))


@fault
def f26(bench):
    """migration"""
    base = worked_in(bench)
    before = words_after(bench.ok("migrate", base, "--look"), "version")
    old, new = before[0], before[2]
    need(int(new) == int(old) + 1, "the older version is not the one before")
    folder = bench.copy(base)
    whole = words_after(bench.ok("migrate", folder), "version")
    need(whole[0] == new and whole[4] == before[4], "the data differs after the migration")
    n_calls, n_kills, ended = int(whole[6]), 0, {old: 0, new: 0}
    for n in sorted(bench.random.choices(range(1, n_calls + 1), k=bench.amount(100, 300, 60))) + list(range(n_calls - 9, n_calls + 1)):
        folder = bench.copy(base)
        bench.run("migrate", folder, env={"CORE_DIE_AT": n})
        found = words_after(bench.ok("migrate", folder, "--look"), "version")
        need(found[4] == before[4] and found[0] in ended, f"killed at call {n}: between the versions")
        sound, _ = map(int, words_after(bench.ok("check", folder), "backups"))
        need(found[0] == old or sound > 0, "migrated without a backup")
        ended[found[0]] += 1
        n_kills += 1
        again = words_after(bench.ok("migrate", folder), "version")
        need(again[0] == new and again[4] == before[4], "the second try does not finish")
        bench.drop(folder)
    say(f"{n_kills} kills: {ended[old]} at the old version, {ended[new]} at the new, 0 between")


@fault
def f27(bench):
    """downgrade"""
    folder = worked_in(bench)
    for name in os.listdir(folder):
        if name not in ("foothold.db", "attachments"):
            path = os.path.join(folder, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
    with open(database(folder), "r+b") as file:
        file.seek(60)
        ours, = struct.unpack(">I", file.read(4))
        file.seek(60)
        file.write(struct.pack(">I", 99))
    before = snapshot(folder)
    result = bench.run("open", folder, "--write")
    say(f"{words_line(result.stdout)}")
    need(result.returncode != 0, "a newer file was opened")
    need("99" in result.stdout and str(ours) in result.stdout and "pdate" in result.stdout, "the way out is not named")
    need(snapshot(folder) == before, f"something changed: {set(snapshot(folder)) ^ set(before)}")
    with open(database(folder), "r+b") as file:
        file.seek(60)
        file.write(struct.pack(">I", ours))
    bench.ok("open", folder)


@fault
def f28(bench):
    """wrong file"""
    base = worked_in(bench)

    def foreign(path):
        with open(path, "r+b") as file:
            file.seek(68)
            file.write(b"geol")

    def replaced(content):
        def put(path):
            with open(path, "wb") as file:
                file.write(content)
        return put

    def put_folder(path):
        os.unlink(path)
        os.mkdir(path)

    def put_fifo(path):
        os.unlink(path)
        os.mkfifo(path)

    def put_link(path):
        os.rename(path, path + ".elsewhere")
        os.symlink(path + ".elsewhere", path)

    def put_device(path):
        os.unlink(path)
        os.symlink("/dev/zero", path)

    kinds = {"foreign": foreign, "text": replaced(b"Dear diary\n" * 100), "one byte": replaced(b"S"),
             "half a header": replaced(b"SQLite format 3\0" + b"\0" * 40), "folder": put_folder, "fifo": put_fifo,
             "link": put_link, "device": put_device}
    for kind, put in kinds.items():
        folder = bench.copy(base)
        put(database(folder))
        before = snapshot(folder)
        start = time.monotonic()
        result = bench.run("open", folder, "--write", timeout=20)
        took = time.monotonic() - start
        need(result.returncode != 0 and "error foothold-db-error" in result.stdout, f"{kind}: {words_line(result.stdout)}")
        need(took < 2, f"{kind}: {took:.1f} s")
        after = snapshot(folder)
        for name in ("foothold.db", "foothold.db.elsewhere"):
            need(after.get(name) == before.get(name), f"{kind}: the file was changed")
        need(len(after) <= len(before) + 1, f"{kind}: files were made: {set(after) - set(before)}")
    folder = bench.folder()
    replaced(b"")(database(folder))
    need("written 1" in bench.ok("open", folder, "--write"), "an empty file is a fresh start")
    say(f"{len(kinds)} kinds refused, 0 changed; an empty one is a fresh start")


@fault
def f29(bench):
    """backup → restore"""
    text = bench.ok("backups", bench.folder(), "--n", bench.amount(150, 1000, 3))
    say(text)


@fault
def f31(bench):
    """undo"""
    text = bench.ok("undo", bench.folder(), "--n", bench.amount(1000, 10000, 20))
    say(text)
    need(figure(text, "undone") >= bench.amount(1000, 10000) and figure(text, "compared") >= 10, "too little compared")


def sockets(bench, command, env=None):
    """The calls for the internet in COMMAND and all it starts. LeakSanitizer and strace exclude each other."""
    trace = os.path.join(bench.folder(), "trace")
    result = subprocess.run(["strace", "-f", "--seccomp-bpf", "-o", trace, "-e", "trace=socket,connect,bind", *map(str, command)],
                            env={**bench.environment(env), "ASAN_OPTIONS": "detect_leaks=0"}, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False, timeout=600)
    need(result.returncode == 0, f"{command[0]} ended with {result.returncode}: {result.stdout[-600:]}")
    with open(trace, errors="replace", encoding="utf-8") as file:
        return [line.strip() for line in file if "AF_INET" in line or "AF_PACKET" in line]


@fault
def f45(bench):
    """no network"""
    commands = [([bench.core, "soak", bench.folder(), "--n", 60], {})]
    if bench.tier != "tooth":
        data = {"FOOTHOLD_DATA_DIR": bench.folder()}
        page = os.path.join(HERE, "..", "fixtures", "pages", "posting-lodz.html")
        for arguments in (["generate", "--rows", 50, "--seed", 1], ["import", page, "--yes"], ["search", "report"], ["export", "json"],
                          ["export", "csv"], ["backup"], ["check"]):
            commands.append(([bench.program, *arguments], data))
        for suite in ("unit", "widget"):
            display = [os.path.join(HERE, "..", "with-display")] if suite == "widget" else []
            folder = os.path.join(bench.tests, suite)
            commands += [([*display, os.path.join(folder, name)], {}) for name in sorted(os.listdir(folder))
                         if name.startswith("test-") and os.access(os.path.join(folder, name), os.X_OK) and "." not in name
                         and (bench.tier == "deep" or suite == "widget" or re.search(ADDRESSES, name))]
    for command, env in commands:
        found = sockets(bench, command, env)
        need(not found, f"sockets were opened by {command[0]}: {found[:3]}")
    say(f"0 internet sockets in {len(commands)} programs")
    with open("/proc/net/dev", encoding="utf-8") as lines:
        devices = {line.split(":")[0].strip() for line in lines if ":" in line}
    say(f"network devices here: {' '.join(sorted(devices))}")
    if os.environ.get("FOOTHOLD_ROOT", "native") != "native":
        need(devices == {"lo"}, f"the tests can reach a network: {devices}")
