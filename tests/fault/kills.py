# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9, and two who want the same data."""

import os
import signal
import sqlite3
import subprocess
import time

from bench import database, fault, has_journal, need, say, words_after, worked_in


def kill_loop(bench, n_kills, *options, longest=0.1):
    folder = bench.folder()
    acked = (0, "-")
    seen = {"kills": 0, "lost": 0, "unclean": 0, "journals": 0, "strays": 0, "acks": 0, "backups bad": 0}
    open_ms, had_backup, said = [], False, []

    def tell(line):
        said.append(line)
        if len(said) <= 5:
            say(line)

    for i in range(n_kills + 1):
        process = bench.start("soak", folder, "--seed", i, *options, *(["--n", 3] if i == n_kills else []))
        lines = []
        if i < n_kills:
            if bench.random.random() < 0.2:
                time.sleep(bench.random.uniform(0, 0.03))  # real time: a kill comes when it comes
            else:
                # not before some was written, however slow the machine is
                n_awaited = bench.random.randint(0, 3)
                for line in process.stdout:
                    lines.append(line)
                    n_awaited -= line.startswith("ack")
                    if line.startswith("error") or (n_awaited <= 0 and line.startswith(("open", "ack"))):
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
                tell(f"kill {i}: {line.strip()}")
                seen["unclean"] += 1
            elif words[0] == "found":
                found = (int(words[1]), words[2])
                if found[0] < acked[0] or (found[0] == acked[0] != 0 and found[1] != acked[1]):
                    tell(f"kill {i}: {acked} was acknowledged, {found} is there")
                    seen["lost"] += 1
                acked = found
            elif words[0] == "ack":
                acked = (int(words[1]), words[2])
                seen["acks"] += 1
            elif words[0] == "open":
                open_ms.append(int(words[1]))
            elif words[0] == "stray":
                tell(f"after kill {i - 1}: {line.strip()}")
                seen["strays"] += 1
            elif words[0] == "backups":
                sound, all_of_them = int(words[1]), int(words[2])
                seen["backups bad"] += sound != all_of_them or (had_backup and sound == 0)
                had_backup = had_backup or sound > 0
    seen["open p99 ms"] = sorted(open_ms)[int(len(open_ms) * 0.99)] if open_ms else -1
    return folder, seen


def need_none(seen, *names):
    say(seen)
    bad = [f"{seen[name]} {name}" for name in names if seen[name]]
    need(not bad, ", ".join(bad))


@fault
def f1(bench):
    """kill -9 anywhere"""
    folder, seen = kill_loop(bench, bench.amount(300, 1000, 25))
    need_none(seen, "lost", "unclean", "strays", "backups bad")
    need(seen["acks"] > seen["kills"] / 4, "hardly anything was written")
    need(seen["journals"] > 0, "no kill hit a commit")
    need(0 <= seen["open p99 ms"] <= 1000, "opening takes longer than a second")
    if bench.tier != "tooth":
        made = set(os.listdir(folder))
        need({"export.json", "export.csv", "older", "attachments", "backups"} <= made,
             f"exports, migrations, imports and backups were not all in the mix: {made}")


@fault
def f9(bench):
    """modes"""
    old = os.umask(0)
    try:
        folder, _ = kill_loop(bench, 24)
    finally:
        os.umask(old)
    n_files = bench.check_modes(folder)
    say(f"{n_files} files for nobody else, with an open umask")
    need(n_files >= 3, "too few files to tell")


@fault
def f30(bench):
    """backup interrupted"""
    folder, seen = kill_loop(bench, bench.amount(100, 500, 40), "--only-backups", longest=0.25)
    need_none(seen, "lost", "unclean", "backups bad")
    kept = sorted(name for name in os.listdir(os.path.join(folder, "backups")) if name.endswith(".db"))
    need(kept, "no backup was made")
    with open(os.path.join(folder, "backups", kept[0]), "r+b") as file:
        file.truncate(os.path.getsize(file.name) // 2)
    sound, all_of_them = map(int, words_after(bench.run("check", folder).stdout, "backups"))
    need(sound == all_of_them - 1, "half a backup was taken for a whole one")


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
    say(f"200 starts: {len(running)} owner, {len(refused)} refused, {took:.1f} s")
    if len(running) != 1 or len(refused) != 199:
        for process in processes:
            process.kill()
            process.wait()
        need(False, "not exactly one owner")
    start = time.monotonic()
    result = bench.run("open", folder)
    need("already open" in result.stdout and time.monotonic() - start <= 1, "a second start is not refused within a second")
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
