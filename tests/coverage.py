#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the storage and of the ways in and out the tests have run: lines and branches, by folder and by file.

    coverage.py BUILD

BUILD was made with -Db_coverage=true and its tests have run. A file counts once for all programs it was linked into.
Branches count on lines where a condition is written. Not counted are those that only the compiler or a macro of GLib
made: the cleanup of a variable that goes out of scope (“throw”, or on the line of its declaration), g_clear_pointer ()
and the like on lines without a condition, and lines with a macro that brings tests for constants and NULL with it
(g_str_has_prefix ()), because there gcov cannot tell which branch is ours. What g_return_if_fail () guards is a mistake
in the program and not counted.
"""
import json
import os
import re
import subprocess
import sys

FOLDERS = ("src/rules", "src/sqlite", "src/store", "src/exchange")
GUARD = re.compile(r"\bg_(return(_val)?_if_fail|assert|return_val_if_reached|assert_not_reached|autoptr|autofree|autofd)\b")

CONDITION = re.compile(r"\b(if|while|for|switch|case)\b|&&|\|\||\?")
MACRO = re.compile(r"\b(g_str_has_prefix|g_str_has_suffix|g_string_append\w*|g_clear_\w+|G_DEFINE_\w+) \(")


def notes(build):
    for parent, _, names in os.walk(build):
        for name in names:
            if name.endswith(".gcda"):
                yield os.path.join(parent, name)


def collect(build, root):
    """file → line → (how often, {branch → how often})"""
    found = {}
    for note in notes(build):
        if not any(folder.replace("/", "_") in note or f"/{folder}/" in note for folder in FOLDERS):
            continue
        text = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", note], cwd=build, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for report in text.decode().splitlines():
            data = json.loads(report)
            for file in data["files"]:
                path = os.path.relpath(os.path.normpath(os.path.join(data["current_working_directory"], file["file"])), root)
                if not path.startswith(FOLDERS) or not path.endswith(".c"):
                    continue
                lines = found.setdefault(path, {})
                for line in file["lines"]:
                    count, branches = lines.get(line["line_number"], (0, {}))
                    for i, branch in enumerate(line["branches"]):
                        if not branch["throw"]:
                            branches[i] = branches.get(i, 0) + branch["count"]
                    lines[line["line_number"]] = (count + line["count"], branches)
    return found


def main():
    build = os.path.abspath(sys.argv[1])
    root = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    found = collect(build, root)
    if not found:
        sys.exit("coverage: nothing was recorded; build with -Db_coverage=true and run the tests first")
    folders = {}
    print(f"{'file':50} {'lines':>7} {'branches':>9}  lines never run")
    for path in sorted(found):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            source = [""] + file.read().splitlines()
        lines = {n: line for n, line in found[path].items() if n < len(source) and not GUARD.search(source[n])}
        branches = [count for n, (_, taken) in lines.items() if CONDITION.search(source[n]) and not MACRO.search(source[n])
                    for count in taken.values()]
        sums = [len(lines), sum(count > 0 for count, _ in lines.values()),
                len(branches), sum(count > 0 for count in branches)]
        total = folders.setdefault(os.path.dirname(path), [0] * 4)
        for i, value in enumerate(sums):
            total[i] += value
        missed = [str(n) for n, (count, _) in sorted(lines.items()) if count == 0]
        print(f"{path:50} {100 * sums[1] / max(1, sums[0]):6.1f}% {100 * sums[3] / max(1, sums[2]):8.1f}%  {' '.join(missed[:30])}")
    print()
    for folder, sums in folders.items():
        print(f"{folder:20} {sums[1]} of {sums[0]} lines ({100 * sums[1] / sums[0]:.1f} %), "
              f"{sums[3]} of {sums[2]} branches ({100 * sums[3] / max(1, sums[2]):.1f} %)")


main()
