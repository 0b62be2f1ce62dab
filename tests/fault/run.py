#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the faults of the reliability page against the real store.

    run.py [--core PROGRAM] [--deep] [F1 F3 …]

Without names all of them. Each prints its figures and fails on the first thing that is not as it
must be. Each also runs once against something sabotaged and fails where that is not noticed.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FAULTS = {}


def fault(function):
    FAULTS[function.__name__.upper()] = function
    return function


def need(condition, message):
    if not condition:
        raise AssertionError(message)


class Bench:
    """The program under test, a folder to work in, and how deep to go."""

    def __init__(self, core, deep, scratch):
        self.core, self.deep, self.scratch = core, deep, scratch
        self.random = random.Random(20260101)
        self.n_folders = 0

    def amount(self, gate, deep):
        return deep if self.deep else gate

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
            shutil.rmtree(path, ignore_errors=True)

    def run(self, *arguments, env=None, prefix=(), timeout=600):
        return subprocess.run([*prefix, self.core, *map(str, arguments)], text=True, errors="replace", timeout=timeout,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, **{name: str(value) for name, value in (env or {}).items()}})

    def ok(self, *arguments, **options):
        result = self.run(*arguments, **options)
        need(result.returncode == 0, f"{' '.join(map(str, arguments))} exits {result.returncode}: {result.stdout[-800:]}")
        return result.stdout

    def start(self, *arguments, **options):
        return subprocess.Popen([self.core, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, errors="replace", **options)


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


def worked_in(bench, n=25):
    folder = bench.folder()
    bench.ok("soak", folder, "--n", n, "--seed", 5)
    return folder


# ---------------------------------------------------------------------------------------- kills


def kill_loop(bench, n_kills, *options, longest=0.1, quiet=False):
    folder = bench.folder()
    acked = (0, "-")
    seen = {"kills": 0, "lost": 0, "unclean": 0, "journals": 0, "strays": 0, "acks": 0, "backups bad": 0}
    open_ms, had_backup = [], False
    for i in range(n_kills + 1):
        process = bench.start("soak", folder, "--seed", i, *options, *(["--n", 3] if i == n_kills else []))
        lines = []
        if i < n_kills:
            if bench.random.random() < 0.2:
                time.sleep(bench.random.uniform(0, 0.03))  # real time: a kill comes when it comes
            else:
                for line in process.stdout:
                    lines.append(line)
                    if line.startswith(("open", "error")):
                        break
                time.sleep(bench.random.uniform(0.004, longest))  # real time: a kill comes when it comes
            process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().splitlines(True)
        process.wait()
        seen["kills"] += i < n_kills
        seen["journals"] += has_journal(folder)
        for line in lines:
            words = line.split()
            if not line.endswith("\n") or not words:
                continue
            if words[0] == "error":
                print(f"  kill {i}: {line.strip()}")
                seen["unclean"] += 1
            elif words[0] == "found":
                found = (int(words[1]), words[2])
                if found[0] < acked[0] or (found[0] == acked[0] != 0 and found[1] != acked[1]):
                    quiet or print(f"  kill {i}: {acked} was acknowledged, {found} is there")
                    seen["lost"] += 1
                acked = found
            elif words[0] == "ack":
                acked = (int(words[1]), words[2])
                seen["acks"] += 1
            elif words[0] == "open":
                open_ms.append(int(words[1]))
            elif words[0] == "stray":
                print(f"  after kill {i - 1}: {line.strip()}")
                seen["strays"] += 1
            elif words[0] == "backups":
                sound, all_of_them = int(words[1]), int(words[2])
                seen["backups bad"] += sound != all_of_them or (had_backup and sound == 0)
                had_backup = had_backup or sound > 0
    seen["open p99 ms"] = sorted(open_ms)[int(len(open_ms) * 0.99)] if open_ms else -1
    return folder, seen


@fault
def f1(bench):
    """kill -9 anywhere"""
    folder, seen = kill_loop(bench, bench.amount(300, 1000))
    print(f"  {seen}")
    need(seen["acks"] > seen["kills"] / 2, "hardly anything was written")
    need(seen["journals"] > 0, "no kill hit a commit")
    for name in ("lost", "unclean", "strays", "backups bad"):
        need(seen[name] == 0, f"{seen[name]} {name}")
    need(0 <= seen["open p99 ms"] <= 1000, "opening takes longer than a second")
    bench.drop(folder)
    folder, seen = kill_loop(bench, 10, "--lie", quiet=True)
    need(seen["lost"] > 0, "acknowledgements that came too early were not noticed")
    bench.drop(folder)


@fault
def f30(bench):
    """backup interrupted"""
    folder, seen = kill_loop(bench, bench.amount(100, 500), "--only-backups", longest=0.25)
    print(f"  {seen}")
    for name in ("lost", "unclean", "backups bad"):
        need(seen[name] == 0, f"{seen[name]} {name}")
    kept = sorted(name for name in os.listdir(os.path.join(folder, "backups")) if name.endswith(".db"))
    need(kept, "no backup was made")
    with open(os.path.join(folder, "backups", kept[0]), "r+b") as file:
        file.truncate(os.path.getsize(file.name) // 2)
    sound, all_of_them = map(int, words_after(bench.run("check", folder).stdout, "backups"))
    need(sound == all_of_them - 1, "half a backup was taken for a whole one")


# ---------------------------------------------------------------------------------------- power


@fault
def f3(bench):
    """power cut, database"""
    total = {"states": 0, "unclean": 0, "lost": 0, "mixed": 0}
    for seed in range(1, bench.amount(4, 20) + 1):
        text = bench.ok("power", bench.folder(), "--states", bench.amount(2500, 5000), "--actions", 60, "--seed", seed)
        for name in total:
            total[name] += figure(text, name)
    print(f"  {total}")
    need(total["states"] >= bench.amount(10000, 100000), "too few states")
    need(total["unclean"] + total["lost"] + total["mixed"] == 0, str(total))
    text = bench.ok("power", bench.folder(), "--states", 1000, "--actions", 60, "--deaf")
    bad = sum(figure(text, name) for name in ("unclean", "lost", "mixed"))
    print(f"  without syncs {bad / 10:.0f} % bad")
    need(bad > 300, "with syncs sabotaged the test must fail")


@fault
def f4(bench):
    """power cut, plain files"""
    text = bench.ok("power-files", bench.folder(), "--states", bench.amount(10000, 100000))
    print(f"  {text.strip()}")
    need(figure(text, "partial") == 0, text)
    text = bench.ok("power-files", bench.folder(), "--states", 1000, "--naive")
    need(figure(text, "partial") > 100, "files written carelessly must fail")


# ---------------------------------------------------------------------------------------- errors


def error_points(bench, base, env, n_points, verb=("write-n",)):
    """Runs verb with a failure at evenly spread calls; gives (folder, output) of each."""
    folder = bench.copy(base)
    n_calls = figure(bench.ok(*verb[:1], folder, *verb[1:], env=env), "calls")
    bench.drop(folder)
    step = max(1, n_calls // n_points)
    for n in range(1, n_calls + 1, step):
        yield n, n_calls


@fault
def f6(bench):
    """I/O error at every call"""
    base = worked_in(bench)
    n_runs = n_refused = 0
    for errno in (5,):
        for on in (0, 1):
            for reads in (0, 1):
                env = {"CORE_FAIL_ERRNO": errno, "CORE_FAIL_ON": on, "CORE_FAIL_READS": reads}
                for n, _ in error_points(bench, base, env, bench.amount(100, 5000)):
                    folder = bench.copy(base)
                    result = bench.run("write-n", folder, env={**env, "CORE_FAIL_AT": n})
                    need(result.returncode == 0 and "lost 0 extra 0" in result.stdout,
                         f"call {n} on={on} reads={reads}: {result.stdout[-600:]}")
                    need(titles(base) <= titles(folder), f"call {n}: what was there before is gone")
                    n_refused += "failed" in result.stdout or "not opened" in result.stdout
                    n_runs += 1
                    bench.drop(folder)
    print(f"  {n_runs} points in 4 modes, {n_refused} with an error shown")
    need(n_refused > n_runs // 4, "hardly any failure was seen: is anything injected?")
    folder = bench.copy(base)
    result = bench.run("write-n", folder, "--lie", env={"CORE_FAIL_AT": 20, "CORE_FAIL_ON": 1})
    need(result.returncode != 0, "acknowledging what failed was not noticed")


def on_tmpfs(bench, size, script):
    """Runs a shell script with $1 the program and $2 a folder on a disk of that size."""
    folder = bench.folder()
    script = f"mount -t tmpfs -o size={size} foothold-test \"$2\" && " + script
    for unshare in (["unshare", "-m"], ["unshare", "-U", "-r", "-m"]):
        result = subprocess.run([*unshare, "sh", "-c", script, "sh", bench.core, folder], text=True, errors="replace",
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        if "mount:" not in result.stdout and "unshare:" not in result.stdout:
            return result
    return None


@fault
def f5(bench):
    """disk full"""
    result = on_tmpfs(bench, 2097152, 'dd if=/dev/zero of="$2/filler" bs=1k count=400 2>/dev/null && "$1" full "$2"')
    if result is None:
        print("  no small disk can be mounted here: only the injected errors below")
    else:
        print("  " + "\n  ".join(result.stdout.splitlines()))
        need(result.returncode == 0, "the full disk was not survived")
        words = words_after(result.stdout, "full")
        need(words[0] == "1" and int(words[4]) <= 1000, "no plain error within a second")
        need("disk is full" in result.stdout, "the cause is not named")
        need("no backup:" in result.stdout and "stray" not in result.stdout, "a backup or a part of one was left")
    base = worked_in(bench)
    n_runs = 0
    for on in (0, 1):
        env = {"CORE_FAIL_ERRNO": 28, "CORE_FAIL_ON": on}
        for n, _ in error_points(bench, base, env, bench.amount(60, 5000)):
            folder = bench.copy(base)
            result = bench.run("write-n", folder, env={**env, "CORE_FAIL_AT": n})
            need(result.returncode == 0 and "lost 0 extra 0" in result.stdout, f"call {n}: {result.stdout[-600:]}")
            n_runs += 1
            bench.drop(folder)
    print(f"  {n_runs} points of no space, 0 lost")


@fault
def f46(bench):
    """faults on faults"""
    base = worked_in(bench)
    saved, lost = [], 0
    folder = bench.copy(base)
    n_calls = figure(bench.ok("write-n", folder, "--n", 12), "calls")
    bench.drop(folder)
    for n in bench.random.sample(range(1, n_calls), min(n_calls - 1, 400)):
        folder = bench.copy(base)
        text = bench.run("write-n", folder, "--n", 12, env={"CORE_DIE_AT": n}).stdout
        if has_journal(folder) and len(saved) < 50:
            saved.append((folder, {line[6:] for line in text.splitlines() if line.startswith("acked ")} | titles(base)))
        else:
            bench.drop(folder)
        if len(saved) == 50:
            break
    need(len(saved) >= 20, f"only {len(saved)} folders with a hot journal")

    n_kills = n_errors = 0
    for hot, expected in saved:
        folder = bench.copy(hot)
        for n in bench.random.sample(range(1, 12), 3):
            bench.run("write-n", folder, "--again", env={"CORE_DIE_AT": n})
            n_kills += 1
        bench.ok("check", folder)
        lost += len(expected - titles(folder))
        bench.drop(folder)
        for n in bench.random.sample(range(1, 16), bench.amount(2, 10)):
            for on in (0, 1):
                folder = bench.copy(hot)
                result = bench.run("write-n", folder, "--again",
                                   env={"CORE_FAIL_AT": n, "CORE_FAIL_ON": on, "CORE_FAIL_READS": n % 2})
                need(result.returncode == 0 and "lost 0 extra 0" in result.stdout, f"call {n}: {result.stdout[-600:]}")
                lost += len(expected - titles(folder))
                n_errors += 1
                bench.drop(folder)
    need(lost == 0, f"{lost} acknowledged changes lost")

    n_full = 0
    for n, n_calls in error_points(bench, base, {}, bench.amount(25, 1000), verb=("migrate",)):
        folder = bench.copy(base)
        result = bench.run("migrate", folder, env={"CORE_FAIL_AT": n, "CORE_FAIL_ERRNO": 28, "CORE_FAIL_ON": n % 2})
        bench.ok("migrate", folder, "--look")
        n_full += result.returncode != 0
        bench.drop(folder)
    need(n_full > 0, "no migration met the full disk")

    with_backup = bench.copy(base)
    bench.ok("soak", with_backup, "--only-backups", "--n", 3)
    n_restores = 0
    for n, n_calls in error_points(bench, with_backup, {}, 200, verb=("restore",)):
        for env in ({"CORE_DIE_AT": n}, {"CORE_FAIL_AT": n, "CORE_FAIL_ERRNO": 28, "CORE_FAIL_ON": 1}):
            folder = bench.copy(with_backup)
            bench.run("restore", folder, env=env)
            text = bench.ok("check", folder)
            need(words_after(text, "found")[1] != "-", f"after a restore stopped at call {n} there is no database")
            n_restores += 1
            bench.drop(folder)
    print(f"  {len(saved)} hot journals, {n_kills} kills and {n_errors} errors during recovery, {n_full} migrations on a "
          f"full disk, {n_restores} restores stopped: 0 lost")


# ---------------------------------------------------------------------------------------- files


@fault
def f8(bench):
    """read-only file, folder, medium"""
    base = worked_in(bench)
    os.chmod(bench.scratch, 0o755)
    for name in ("folder", "medium"):
        folder = bench.copy(base)
        for parent, folders, names in os.walk(folder, topdown=False):
            for entry in names:
                os.chmod(os.path.join(parent, entry), 0o444)
            os.chmod(parent, 0o555)
        prefix = []
        if os.geteuid() == 0:
            # Root without its powers obeys the modes too; another user may be missing, or may not see this folder.
            prefix = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
        script = '"$@"'
        if name == "medium":
            for parent, folders, names in os.walk(folder):
                os.chmod(parent, 0o777)
                for entry in names:
                    os.chmod(os.path.join(parent, entry), 0o666)
            script = f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && "$@"'
            prefix = ["unshare", "-m", "sh", "-c", script, "sh"] if os.geteuid() == 0 else \
                ["unshare", "-U", "-r", "-m", "sh", "-c", script, "sh"]
        before = snapshot(folder)
        trace = os.path.join(bench.folder(), "trace")
        os.chmod(os.path.dirname(trace), 0o777)
        result = bench.run("open", folder, "--write",
                           prefix=[*prefix, "strace", "-f", "-o", trace, "-e", "trace=open,openat,creat,unlink,rename"])
        print(f"  {name}: {' | '.join(result.stdout.splitlines())[:300]}")
        need("opened read-only 1" in result.stdout and "digest " in result.stdout, f"{name}: cannot be read")
        need("written 0" in result.stdout, f"{name}: a change was accepted")
        with open(trace, errors="replace") as file:
            writes = [line for line in file if f'"{folder}' in line and " = -1 " not in line
                      and any(flag in line for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "unlink(", "rename("))]
        need(not writes, f"{name}: opened for writing: {writes[:3]}")
        need(snapshot(folder) == before, f"{name}: something changed")
        for parent, folders, names in os.walk(folder):
            os.chmod(parent, 0o755)
    result = bench.run("open", bench.copy(base), "--write")
    need("written 1" in result.stdout, "a folder that can be written must be written")


@fault
def f9(bench):
    """modes"""
    old = os.umask(0)
    try:
        folder, seen = kill_loop(bench, 12)
    finally:
        os.umask(old)
    n_files = 0
    for parent, folders, names in os.walk(folder):
        for name in names:
            mode = stat.S_IMODE(os.lstat(os.path.join(parent, name)).st_mode)
            need(mode & 0o077 == 0, f"{name} has mode {mode:o}")
            n_files += 1
        for name in folders:
            mode = stat.S_IMODE(os.lstat(os.path.join(parent, name)).st_mode)
            need(mode == 0o700, f"folder {name} has mode {mode:o}")
    print(f"  {n_files} files for nobody else")
    need(n_files >= 3, "too few files to tell")


@fault
def f10(bench):
    """bit flips at rest"""
    n = bench.amount(500, 10000)
    text = bench.ok("flips", bench.folder(), "--n", n, timeout=3000)
    print(f"  {text.strip()}")
    need(figure(text, "noticed") == n and figure(text, "kept") == n, "a flip was not noticed, or the file was changed")
    need(figure(text, "opened") > 0 and figure(text, "opened") == figure(text, "refused"),
         "the store wrote to a damaged file, or changed it")
    need("intact again 1" in text, "an intact file was called damaged")
    need(float(text.split("alone ")[1].split("%")[0]) < 50, "SQLite's check alone sees too much: is the seal tested?")
    text = bench.ok("attachments", bench.folder())
    print(f"  {text.strip()}")
    need(figure(text, "attachments") >= 5 and figure(text, "sound") == figure(text, "attachments")
         and figure(text, "refused") == figure(text, "attachments"), "a damaged attachment was read")


@fault
def f11(bench):
    """lost pages, truncation"""
    text = bench.ok("cuts", bench.folder(), "--n", bench.amount(300, 3000), timeout=3000)
    print(f"  {text.strip()}")
    result = bench.run("cuts", bench.folder(), "--n", 9, "--unsealed")
    need(result.returncode != 0, "without a seal nothing can be noticed")


# ---------------------------------------------------------------------------------------- versions


@fault
def f26(bench):
    """migration"""
    base = worked_in(bench)
    before = words_after(bench.ok("migrate", base, "--look"), "version")
    need(before[0] == "1", "the older version is not version 1")
    folder = bench.copy(base)
    whole = words_after(bench.ok("migrate", folder), "version")
    need(whole[0] == "2" and whole[2] == before[2], "the data differs after the migration")
    n_calls, n_kills, ended = int(whole[4]), 0, {"1": 0, "2": 0}
    for n in sorted(bench.random.choices(range(1, n_calls + 1), k=bench.amount(100, 300))) + list(range(n_calls - 9, n_calls + 1)):
        folder = bench.copy(base)
        bench.run("migrate", folder, env={"CORE_DIE_AT": n})
        found = words_after(bench.ok("migrate", folder, "--look"), "version")
        need(found[2] == before[2] and found[0] in ended, f"killed at call {n}: between the versions")
        sound, _ = map(int, words_after(bench.ok("check", folder), "backups"))
        need(found[0] == "1" or sound > 0, "migrated without a backup")
        ended[found[0]] += 1
        n_kills += 1
        again = words_after(bench.ok("migrate", folder), "version")
        need(again[0] == "2" and again[2] == before[2], "the second try does not finish")
        bench.drop(folder)
    print(f"  {n_kills} kills: {ended['1']} at the old version, {ended['2']} at the new, 0 between")
    n_between = 0
    for n in range(1, 40):
        folder = bench.copy(base)
        bench.run("migrate", folder, "--apart", env={"CORE_DIE_AT": n})
        result = bench.run("migrate", folder, "--look")
        found = words_after(result.stdout, "version")
        n_between += result.returncode != 0 or found[2] != before[2] or (
            found[0] == "1" and "since" in open(database(folder), "rb").read().decode("latin-1"))
        bench.drop(folder)
    need(n_between > 0, "a migration in pieces must be found between the versions")


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
        file.write(struct.pack(">I", 99))
    before = snapshot(folder)
    result = bench.run("open", folder, "--write")
    print(f"  {words_line(result.stdout)}")
    need(result.returncode != 0, "a newer file was opened")
    need("99" in result.stdout and "1" in result.stdout and "pdate" in result.stdout, "the way out is not named")
    need(snapshot(folder) == before, f"something changed: {set(snapshot(folder)) ^ set(before)}")
    with open(database(folder), "r+b") as file:
        file.seek(60)
        file.write(struct.pack(">I", 1))
    bench.ok("open", folder)


def words_line(text):
    return " ".join(text.split())[:220]


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
    print(f"  {len(kinds)} kinds refused, 0 changed; an empty one is a fresh start")


# ---------------------------------------------------------------------------------------- the rest


@fault
def f29(bench):
    """backup → restore"""
    text = bench.ok("backups", bench.folder(), "--n", bench.amount(150, 1000), timeout=3000)
    print(f"  {text.strip()}")


@fault
def f31(bench):
    """undo"""
    text = bench.ok("undo", bench.folder(), "--n", bench.amount(1000, 10000), timeout=3000)
    print(f"  {text.strip()}")
    need(figure(text, "undone") >= bench.amount(1000, 10000) and figure(text, "compared") >= 10, "too little compared")


@fault
def f32(bench):
    """two instances"""
    folder = worked_in(bench, 5)

    def owners(folders):
        processes = [bench.start("own", folder, stdin=subprocess.PIPE) for folder in folders]
        start, said = time.monotonic(), []
        for process in processes:
            said.append(next((line for line in process.stdout if line.startswith(("owner", "error"))), ""))
        took = time.monotonic() - start
        running = [process for process, line in zip(processes, said) if line.startswith("owner")]
        refused = [line for line in said if "already open" in line]
        return processes, running, refused, took

    processes, running, refused, took = owners([folder] * 200)
    print(f"  200 starts: {len(running)} owner, {len(refused)} refused, {took:.1f} s")
    need(len(running) == 1 and len(refused) == 199, "not exactly one owner")
    running[0].send_signal(signal.SIGKILL)
    for process in processes:
        process.stdin.close()
        process.wait()
    processes, running, _, took = owners([folder])
    need(len(running) == 1 and took <= 1, "after a kill the next start is not the owner at once")
    running[0].communicate()
    processes, running, _, _ = owners([bench.copy(folder) for _ in range(5)])
    need(len(running) == 5, "folders of one's own must each have an owner")
    for process in processes:
        process.communicate()

    n = bench.amount(200, 2000)
    pair = [bench.start("hammer", folder, "--id", i, "--n", n) for i in (1, 2)]
    for process in pair:
        need(f"hammered {n}" in process.communicate()[0], "hammering failed")
    bench.ok("check", folder)
    connection = sqlite3.connect(database(folder))
    need(connection.execute("SELECT count(*) FROM want WHERE text = 'hammered'").fetchone()[0] == 2 * n, "rows are missing")
    connection.close()


@fault
def f33(bench):
    """file renamed, replaced, deleted while open"""
    text = bench.ok("moved", bench.folder())
    print(f"  {words_line(text)}")
    need(bench.run("moved", bench.folder(), "--still").returncode != 0, "where nothing moves nothing may be noticed")


@fault
def f45(bench):
    """no network"""
    def sockets(*arguments):
        trace = os.path.join(bench.folder(), "trace")
        bench.ok(*arguments, prefix=["strace", "-f", "-o", trace, "-e", "trace=network"])
        with open(trace, errors="replace") as file:
            return [line for line in file if "AF_INET" in line]

    found = sockets("soak", bench.folder(), "--n", 40)
    need(not found, f"sockets were opened: {found[:3]}")
    need(sockets("socket", bench.folder()), "a socket was opened and not seen")
    print("  0 sockets in 40 actions, a backup and a restart")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--core", default=os.path.join(HERE, "..", "..", "_build", "tests", "fault", "core"))
    parser.add_argument("--deep", action="store_true", help="as long as before a release")
    parser.add_argument("names", nargs="*", metavar="F", help=" ".join(FAULTS))
    options = parser.parse_args()
    names = [name.upper() for name in options.names] or sorted(FAULTS, key=lambda name: int(name[1:]))
    failed = 0
    for name in names:
        parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        scratch = tempfile.mkdtemp(prefix="foothold-fault-", dir=parent)
        start = time.monotonic()
        print(f"{name}: {FAULTS[name].__doc__}", flush=True)
        try:
            FAULTS[name](Bench(os.path.abspath(options.core), options.deep, scratch))
            print(f"{name}: passed in {time.monotonic() - start:.1f} s", flush=True)
        except (AssertionError, subprocess.TimeoutExpired) as error:
            failed += 1
            print(f"{name}: FAILED after {time.monotonic() - start:.1f} s: {error}", flush=True)
        finally:
            subprocess.run(["chmod", "-R", "u+rwX", scratch], check=False, stderr=subprocess.DEVNULL)
            shutil.rmtree(scratch, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
