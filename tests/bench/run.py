#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the goals of speed: run.py BUILD [--rounds N] [--json FILE] [GOAL]…

Only ratios count. A goal compares A with B, both measured in one run in turn (A, B, A, B …), at least nine times; the verdict is the median of the paired
ratios, printed with its spread. What does not depend on the machine (frames painted, memory) is printed beside it.
"""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "ui"))


class Goal:
    """One goal: `limit` is the highest allowed median ratio A/B, or the highest A where there is no B."""

    def __init__(self, number, what, limit, unit, against):
        self.number, self.what, self.limit, self.unit, self.against = number, what, limit, unit, against
        self.pairs, self.notes = [], {}

    def add(self, a, b=None):
        self.pairs.append((a, b))

    def ratios(self):
        return sorted(a / b if b else a for a, b in self.pairs)

    def report(self):
        ratios = self.ratios()
        median = statistics.median(ratios)
        quarters = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else [ratios[0]] * 3
        return {
            "goal": self.number, "what": self.what, "against": self.against, "unit": self.unit, "limit": self.limit, "rounds": len(ratios),
            "ratio": round(median, 4), "quartiles": [round(quarters[0], 4), round(quarters[2], 4)], "least": round(ratios[0], 4), "most": round(ratios[-1], 4),
            "a": round(statistics.median(a for a, _ in self.pairs), 4),
            "b": round(statistics.median(b for _, b in self.pairs), 4) if self.pairs[0][1] is not None else None,
            "met": median <= self.limit, "notes": self.notes,
        }


class Bench:
    def __init__(self, build, rounds):
        from gtkdrive import Session
        self.build, self.rounds = pathlib.Path(build).resolve(), rounds
        self.session = Session()
        self.made = tempfile.TemporaryDirectory()
        self.goals = {}

    def goal(self, *description):
        goal = self.goals[description[0]] = Goal(*description)
        return goal

    def program(self, name):
        return str(self.build / ("src/foothold" if name == "foothold" else f"tests/bench/{name}"))

    def start(self, name, data=None, arguments=(), environment=None):
        """One start of a program: {"frame": ms, "slice": ms, "frames": n, "pss": kB}; ends it cleanly afterwards."""
        read, write = os.pipe()
        env = {**self.session.env, "GDK_DISABLE": "gl,vulkan", "GTK_A11Y": "none", "LD_PRELOAD": self.program("first-frame.so"), "FOOTHOLD_BENCH_FD": str(write),
               "GSETTINGS_SCHEMA_DIR": str(self.build / "data"), **(environment or {})}
        if data:
            env["FOOTHOLD_DATA_DIR"] = str(data)
        env["FOOTHOLD_BENCH_START"] = str(time.monotonic_ns())
        process = subprocess.Popen([self.program(name), *arguments], env=env, pass_fds=(write,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        said = {}
        with os.fdopen(read) as lines:
            for line in lines:
                word, value = line.split()
                said[word] = float(value)
                if word == "frames":
                    break
        if "frames" not in said:
            raise RuntimeError(f"{name} ended before its first frame")
        rest(process.pid)
        with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as rollup:
            said["pss"] = next(float(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        process.terminate()
        process.wait(30)
        return said

    def pairs_of(self, name, *arguments):
        """Runs a bench program and files its pairs under their goals; its counts become notes."""
        out = subprocess.run([self.program(name), "--rounds", str(self.rounds), *map(str, arguments)], env={**self.session.env, "GDK_DISABLE": "gl,vulkan"}, check=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout.decode()
        for line in out.splitlines():
            word, *rest = line.split()
            if word == "pair":
                self.goals[float(rest[0])].add(float(rest[1]), float(rest[2]) if len(rest) > 2 else None)
            elif word == "count":
                self.goals[float(rest[0])].notes[" ".join(rest[1:-1])] = float(rest[-1])

    def profile(self, folder, rows, applications=0):
        """A data directory with this many generated opportunities, all of them judged, and applications; made once for all goals of a run."""
        made, data = (pathlib.Path(where) / f"rows-{rows}-{applications}" for where in (self.made.name, folder))
        if not made.exists():
            made.mkdir(mode=0o700)
            if rows:
                self.foothold(made, "generate", "--rows", str(rows), "--applications", str(applications), "--seed", "1")
                self.settle(made)
        if not data.exists():
            shutil.copytree(made, data)
        return data

    def person(self, folder, rows, applications=0):
        """The same of somebody past the first start: the window shows what is due today, or the board."""
        data = self.profile(folder, rows, applications)
        if not rows:
            self.start("foothold", data)                                 # makes the file
        with contextlib.closing(sqlite3.connect(data / "foothold.db")) as db:
            db.execute("INSERT INTO profile (id, role) VALUES (1, 'student')")
            db.commit()
        self.foothold(data, "check")                                     # what another program changed is looked at once
        self.start("foothold", data)
        self.settle(data)
        return data

    def settle(self, data):
        """Lets the program do what it does once after many rows came in."""
        subprocess.run([self.program("bench-settle"), str(data)], env=self.session.env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def foothold(self, data, *arguments):
        subprocess.run([self.program("foothold"), *arguments], env={**self.session.env, "FOOTHOLD_DATA_DIR": str(data)}, check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)

    def measure(self, command, data):
        """(milliseconds, most memory in kB) of one command."""
        start = time.monotonic()
        pid = os.posix_spawnp(command[0], command, {**self.session.env, "FOOTHOLD_DATA_DIR": str(data)})
        _, status, usage = os.wait4(pid, 0)
        if status:
            raise RuntimeError(f"{command[0]} ended with {status}")
        return (time.monotonic() - start) * 1000, usage.ru_maxrss


def rest(pid):
    """Waits until a program has nothing left to do: the day's backup is made and checked."""
    before, until = None, time.monotonic() + 120
    while time.monotonic() < until:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            ticks = sum(map(int, stat.read().rpartition(")")[2].split()[11:13]))
        if ticks == before:
            return
        before = ticks
        time.sleep(0.5)  # real time: a program that rests uses no processor for so long
    raise RuntimeError("the program found no rest within two minutes")


def start_up(bench, wanted, rows):
    """Goals 1 to 4: the first frame, the main loop after it, and memory."""
    first = bench.goal(1, "First frame, empty", 1.15, "ms", "bare window")
    full = bench.goal(2, f"First frame, {rows:,} opportunities, {rows // 5:,} applications", 1.05, "ms", "the same, empty")
    loop = bench.goal(3, "Longest main-loop slice after it", 16.7, "ms", "–")
    memory = bench.goal(4, f"Memory with {rows:,} opportunities, over the bare window", 30.0, "MB", "–")
    with tempfile.TemporaryDirectory() as folder:
        empty, many = bench.person(folder, 0), bench.person(folder, rows, rows // 5)
        for name, data in (("bare-window", None), ("foothold", empty), ("foothold", many)):
            bench.start(name, data)                                      # warms the caches
        for _ in range(bench.rounds):
            bare, small, large = bench.start("bare-window"), bench.start("foothold", empty), bench.start("foothold", many)
            first.add(small["frame"], bare["frame"])
            full.add(large["frame"], small["frame"])
            loop.add(large["slice"])
            memory.add((large["pss"] - bare["pss"]) / 1024)
    first.notes["frames in two seconds"] = small["frames"]
    full.notes["frames in two seconds"] = large["frames"]


def board(bench, wanted, rows):
    """Goals 4 (after scrolling) to 7: what a key, a scroll and a jump cost on the screen."""
    bench.goal(4.1, "Memory after scrolling through all, over before", 15.0, "MB", "–")
    looks = {0: ("", "twelve rows"), 0.1: (", table", "as many lines"), 0.2: (", filtered by pay and mode", "twelve rows"),
             0.3: (", table, filtered by pay and mode", "as many lines")}
    for part, (look, rows_there) in looks.items():
        bench.goal(5 + part, f"Key pressed → results painted, p95{look}", 1.5, "ms", f"{rows_there} rebound in place, p95")
        bench.goal(6 + part, f"Scrolling, frame p95{look}", 1.1, "ms", "the same view over 200 rows")
        bench.goal(7 + part, f"Jump to a random place, p95{look}", 2.0, "ms", "a step of smooth scrolling, p95")
    with tempfile.TemporaryDirectory() as folder:
        bench.pairs_of("bench-board", bench.profile(folder, rows), bench.profile(folder, 200))


def tracker(bench, wanted, rows):
    """Goals 5 to 7 and 15 on the board of stages."""
    n = rows // 5
    bench.goal(5.4, f"Key pressed → results painted, p95, {n:,} applications", 1.5, "ms", "as many cards rebound in place, p95")
    bench.goal(6.4, f"Scrolling, frame p95, {n:,} applications", 1.1, "ms", "the same view over 200 applications")
    bench.goal(7.4, f"Jump to a random place, p95, {n:,} applications", 2.0, "ms", "a step of smooth scrolling, p95")
    bench.goal(15, f"Card moved → painted, p95, {n:,} applications", 3.0, "frames", "–")
    with tempfile.TemporaryDirectory() as folder:
        bench.pairs_of("bench-tracker", bench.profile(folder, rows, n), bench.profile(folder, 200, 200))


def bulk(bench, wanted, rows):
    """Goal 3 while all that the board shows is starred, tagged, dropped and taken back; once, for it takes long."""
    bench.goal(3.1, f"Longest main-loop slice while {rows:,} are changed at once, of the processor", 16.7, "ms", "–")
    with tempfile.TemporaryDirectory() as folder:
        bench.pairs_of("bench-bulk", bench.profile(folder, rows))


def store(bench, wanted, rows):
    """Goals 8, 9 and 11 to 13: the store without a window."""
    bench.goal(8, "Hits in list order, p95", 1 / 20, "ms", "LIKE scan for the same words, p50")
    bench.goal(9, f"Import of JSON with full text, {rows // 5:,} rows", 1 / 0.85, "ms", "prepared inserts of the parsed rows")
    bench.goal(11, "Durable change of one row, p50", 8.0, "ms", "write of 4 kB + fsync")
    bench.goal(11.1, f"The same with {rows // 5:,} applications: one goes to another column", 8.0, "ms", "write of 4 kB + fsync")
    bench.goal(12, "Backup while running", 1.6, "ms", "copy of the file + fsync")
    bench.goal(13, "Safety check at start", 0.05, "ms", "quick_check of the whole file")
    with tempfile.TemporaryDirectory() as folder:
        if 11 in wanted:
            bench.pairs_of("bench-store", bench.profile(folder, rows, rows // 5), 11.1)
        if wanted & {8, 11, 12, 13}:
            bench.pairs_of("bench-store", bench.profile(folder, rows), *sorted(wanted & {8, 11, 12, 13}))
        if 9 in wanted:
            some = bench.profile(folder, rows // 5)
            export = pathlib.Path(folder) / "export.json"
            bench.foothold(some, "export", "json", "--output", str(export))
            bench.pairs_of("bench-import", bench.profile(folder, 0), export)


def export(bench, wanted, rows):
    """Goal 10: the formats out against SQLite's own shell, time and memory, each by itself."""
    formats = {"json": (10.1, ("-json",), "Export to JSON, with all that belongs to a row"), "csv": (10.2, ("-csv", "-header"), "Export to CSV")}
    for name, (number, options, what) in formats.items():
        bench.goal(number, what, 1.0, "ms", f"sqlite3 {options[0]} of the one table")
    with tempfile.TemporaryDirectory() as folder:
        data = bench.profile(folder, rows)
        target = pathlib.Path(folder) / "out"
        most = {}
        for turn in range(bench.rounds + 1):
            for name, (number, options, _) in formats.items():
                ours = bench.measure([bench.program("foothold"), "export", name, "--output", str(target)], data)
                notes = bench.goals[number].notes
                notes["MB written by the export (deliverables, facts, skills, history too)" if name == "json" else "MB written by the export"] = round(
                    target.stat().st_size / 1e6, 1)
                theirs = bench.measure(["sqlite3", *options, str(data / "foothold.db"), f".output {target}", "SELECT * FROM opportunity ORDER BY id"], data)
                notes["MB written by sqlite3"] = round(target.stat().st_size / 1e6, 1)
                if turn:                                                 # the first warms the caches
                    bench.goals[number].add(ours[0], theirs[0])
                most[name] = max(most.get(name, 0), ours[1] - theirs[1])
        for name, more in most.items():
            bench.goals[formats[name][0]].notes["memory over sqlite3, MB (at most 16)"] = round(more / 1024, 1)


# Each measures some goals: (their numbers, function).
SUBJECTS = [({1, 2, 3, 4}, start_up), ({4, 5, 6, 7}, board), ({5, 6, 7, 15}, tracker), ({3}, bulk), ({8, 9, 11, 12, 13}, store), ({10}, export)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rows", type=int, default=100000)
    parser.add_argument("--json", default=None)
    parser.add_argument("goals", nargs="*", type=int)
    options = parser.parse_args()
    bench = Bench(options.build, max(options.rounds, 1))
    with bench.session:
        for numbers, subject in SUBJECTS:
            if not options.goals or numbers & set(options.goals):
                subject(bench, set(options.goals) or numbers, options.rows)
    reports = [goal.report() for number, goal in sorted(bench.goals.items()) if goal.pairs and (not options.goals or int(number) in options.goals)]
    print(f"{'goal':>4}  {'what':54} {'A':>10} {'B':>10}  {'ratio':>8} {'quartiles':>17} {'at most':>8}  verdict   against")
    for r in reports:
        b = "" if r["b"] is None else f"{r['b']:.2f}"
        print(f"{r['goal']:>4}  {r['what']:54} {r['a']:>10.2f} {b:>10}  {r['ratio']:>8.3f} {r['quartiles'][0]:>8.3f} {r['quartiles'][1]:>8.3f} {r['limit']:>8.3f}  "
              f"{'met' if r['met'] else 'not met':8}  {r['against']}")
        for name, value in r["notes"].items():
            print(f"      {name}: {value:g}")
    target = options.json or str(bench.build / "bench.json")
    with open(target, "w", encoding="utf-8") as out:
        json.dump({"rounds": options.rounds, "rows": options.rows, "goals": reports}, out, indent=1, ensure_ascii=False)
    print(f"written: {target}")


main()
