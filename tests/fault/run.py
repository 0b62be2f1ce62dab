#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs faults of the reliability page against the real store, and reports in TAP.

    run.py [--core PROGRAM] [--deep] [--teeth] [F1 F3 …]

Without names all of them. A fault prints its figures and fails on the first thing that is not as it must be. It then
runs against each of its sabotages (teeth.py), where failing is what is asked of it; --teeth runs those alone.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
from bench import FAULTS, Bench, say
import errors
import files
import kills
import power
import versions
from teeth import TEETH

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = (errors, files, kills, power, versions)


def attempt(options, name, tier, sabotage=""):
    """Why the fault failed, or None."""
    parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    scratch = tempfile.mkdtemp(prefix="foothold-fault-", dir=parent)
    bench = Bench(options, scratch, tier, sabotage)
    try:
        FAULTS[name](bench)
        bench.check_all_modes()
        return None
    except (AssertionError, subprocess.TimeoutExpired) as error:
        return " ".join(str(error).split())
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", scratch], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(scratch, ignore_errors=True)


def main():
    build = os.path.join(HERE, "..", "..", "_build")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--core", default=os.path.join(build, "tests", "fault", "core"), type=os.path.abspath)
    parser.add_argument("--program", default=os.path.join(build, "src", "foothold"), type=os.path.abspath)
    parser.add_argument("--tests", default=os.path.join(build, "tests"), type=os.path.abspath)
    parser.add_argument("--deep", action="store_true", help="as long as before a release")
    parser.add_argument("--teeth", action="store_true", help="the sabotages alone")
    parser.add_argument("names", nargs="*", metavar="F", help=" ".join(FAULTS))
    options = parser.parse_args()
    names = [name.upper() for name in options.names] or sorted(FAULTS, key=lambda name: int(name[1:]))
    number = failed = 0

    def report(good, text, start):
        nonlocal number, failed
        number += 1
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {text}", flush=True)
        say(f"{time.monotonic() - start:.1f} s")

    print(f"1..{sum((not options.teeth) + len(TEETH[name]) for name in names)}", flush=True)
    for name in names:
        start = time.monotonic()
        if not options.teeth:
            why = attempt(options, name, "deep" if options.deep else "gate")
            if why:
                say(f"{name} FAILED: {why}")
            report(why is None, f"{name} {FAULTS[name].__doc__}", start)
        for sabotage, expected in TEETH[name]:
            start = time.monotonic()
            why = attempt(options, name, "tooth", sabotage)
            say(f"{sabotage}: {why or 'nothing was noticed'}"[:300])
            report(why is not None and re.search(expected, why), f"{name} fails with {sabotage}", start)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
