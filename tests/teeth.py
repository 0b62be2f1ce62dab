#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that a test program can fail: runs it with each sabotage that was linked into it, in TAP.

    teeth.py SABOTAGE=FAILURE… -- PROGRAM [ARGUMENT…]

The program was linked once more with a sabotage-….c whose functions stand before the real ones (--wrap) and misbehave
where TEST_SABOTAGE names them. It must fail, and FAILURE (a regular expression) must be in what it says; without a
sabotage the same program must pass.
"""
import os
import re
import subprocess
import sys


def run(command, sabotage):
    return subprocess.run(command, env={**os.environ, "TEST_SABOTAGE": sabotage, "ASAN_OPTIONS": "detect_leaks=0"}, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=300)


def main():
    split = sys.argv.index("--")
    teeth, command = [tooth.split("=", 1) for tooth in sys.argv[1:split]], sys.argv[split + 1:]
    print(f"1..{len(teeth) + 1}")
    whole = run(command, "")
    print("ok 1 without a sabotage" if whole.returncode == 0 else "not ok 1 without a sabotage", flush=True)
    for n, (sabotage, failure) in enumerate(teeth, 2):
        result = run(command, sabotage)
        good = result.returncode != 0 and re.search(failure, result.stdout)
        print(f"{'ok' if good else 'not ok'} {n} fails with {sabotage}", flush=True)
        if not good:
            print("\n".join("# " + line for line in result.stdout.splitlines()[-20:]), flush=True)


main()
