#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a build and ends with the real number of test cases: what each test program reports in TAP is counted case by case, not
program by program. A program that fails without naming a failed case (a crash, a leak, a time limit) counts as one failure.

    run.py BUILD [--setup NAME] [SUITE or TEST]…
"""
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def fail(sentence):
    sys.exit(f"dev: {sentence}")


def chosen(build, setup, parts):
    """The names of the tests that parts stand for; a part is a suite or a test."""
    tests = json.loads(subprocess.run(["meson", "introspect", "--tests", build], check=True, stdout=subprocess.PIPE).stdout)
    suites = {}
    for test in tests:
        for suite in test["suite"]:
            suites.setdefault(suite.split(":")[-1], []).append(test["name"])
    if not parts:
        parts = [setup] if setup else sorted(set(suites) - {"torture", "foothold"})
    names = {test["name"] for test in tests}
    wanted = []
    for part in parts:
        found = suites.get(part) or [name for name in names if name == part]
        if not found:
            fail(f"There is no suite and no test “{part}”. Suites: {', '.join(sorted(suites))}.")
        wanted += [name for name in found if name not in wanted]
    return wanted


def count(logs, setup):
    """(passed, failed, skipped, what failed) from what meson wrote."""
    suffix = f"-{setup}" if setup else ""
    passed = failed = skipped = 0
    broken = []
    cases = {}
    for suite in ElementTree.parse(f"{logs}/testlog{suffix}.junit.xml").getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            kind = "failed" if case.find("failure") is not None or case.find("error") is not None else "skipped" if case.find("skipped") is not None else "passed"
            cases.setdefault(suite.get("name").partition(".")[2].split(" / ")[-1], []).append((case.get("name"), kind))
    with open(f"{logs}/testlog{suffix}.json", encoding="utf-8") as lines:
        for line in lines:
            test = json.loads(line)
            name, result = test["name"].split(" / ")[-1], test["result"]
            # A program that speaks TAP is a suite of its own in the report; any other is one case in its project's suite.
            own = cases.get(name, [])
            kinds = [kind for _, kind in own]
            if not own:
                kinds = ["skipped" if result == "SKIP" else "passed" if result in ("OK", "EXPECTEDFAIL") else "failed"]
            elif result not in ("OK", "SKIP", "EXPECTEDFAIL") and "failed" not in kinds:
                kinds.append("failed")
            passed += kinds.count("passed")
            skipped += kinds.count("skipped")
            failed += kinds.count("failed")
            if "failed" in kinds:
                which = [case for case, kind in own if kind == "failed"]
                broken.append(f"{name}: {', '.join(which) if which else result.lower()}")
    return passed, failed, skipped, broken


def table(logs, suffix):
    """What the deep runs say of themselves: one paragraph a fault, with its figures and what its sabotages led to."""
    print()
    with open(f"{logs}/testlog{suffix}.json", encoding="utf-8") as lines:
        for test in map(json.loads, lines):
            print(f"{test['name'].split(' / ')[-1]}: {test['result']} in {test['duration']:.0f} s")
            for line in test.get("stdout", "").splitlines():
                if line.startswith(("#", "ok ", "not ok ")):
                    print("   ", line.removeprefix("#").strip()[:300])
    print()


def main():
    build, *parts = sys.argv[1:]
    setup = None
    if parts[:1] == ["--setup"]:
        setup, parts = parts[1], parts[2:]
    logs = f"{build}/meson-logs"
    suffix = f"-{setup}" if setup else ""
    for kind in ("junit.xml", "json"):
        if os.path.exists(f"{logs}/testlog{suffix}.{kind}"):
            os.unlink(f"{logs}/testlog{suffix}.{kind}")
    # What was just installed and built is still on its way to the disk, and a program that syncs its first file would wait for all of it.
    os.sync()
    command = ["meson", "test", "-C", build, "--no-rebuild", "--print-errorlogs"]
    # A window test waits for its program, or the program for it: one more than there are processors keeps all of them at work.
    command += ["--num-processes", str(len(os.sched_getaffinity(0)) + 1)]
    if setup:
        command += ["--setup", setup]
    code = subprocess.run(command + chosen(build, setup, parts), stdin=subprocess.DEVNULL).returncode
    if not os.path.exists(f"{logs}/testlog{suffix}.junit.xml"):
        fail(f"The tests did not run to their end (meson ended with {code}).")
    passed, failed, skipped, broken = count(logs, setup)
    if code and not failed:
        failed, broken = 1, [f"meson ended with {code}"]
    if setup:
        table(logs, suffix)
    for line in broken:
        print("failed:", line)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    sys.exit(1 if failed else 0)


main()
