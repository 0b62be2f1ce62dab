#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines of the importers the seeds reach: coverage.py [--corpus DIR] [--without-units] [--lines] BUILD_DIR

Builds the fuzz targets with gcc's counters in a build directory of its own, runs each over its seeds (and over the pages and files of
--corpus, where there is one), then the importers' unit tests, and prints the share of lines of each importer. The exit status is 1 where one is
below 90 % (F14). --lines says which lines are missing.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
LEAST = 90
TARGETS = ("html-text", "json", "json-guard", "money-dates", "page")
UNITS = ("test-html-text", "test-import-json", "test-import-page", "test-job-posting", "test-json-guard", "test-money", "test-dates")
# What bytes from outside go through; where they are read from and staged is the store's and the fault suite's matter.
FILES = ("charset", "html-text", "html-tokens", "import", "import-json", "import-page", "import-postings", "import-row", "job-posting", "json-cursor", "json-guard",
         "json-ld", "page-head", "posting-facts", "posting-reading")


def build(directory):
    if not (directory / "build.ninja").exists():
        subprocess.run(["meson", "setup", str(directory), str(SOURCE), "-Db_coverage=true", "-Dbuildtype=debug", "-Dwerror=false"], check=True, stdout=subprocess.DEVNULL)
    programs = [f"tests/fuzz/seeds-{name}" for name in TARGETS] + [f"tests/unit/{name}" for name in UNITS]
    subprocess.run(["ninja", "-C", str(directory), *programs], check=True, stdout=subprocess.DEVNULL)
    for counted in directory.rglob("*.gcda"):
        counted.unlink()


def folders(corpus):
    """Folders with files directly in them; the replay takes no others."""
    kinds = [corpus / "jobposting", corpus / "jsonld-html"] if corpus else []
    return sorted({str(path.parent) for kind in kinds for path in kind.rglob("*") if path.is_file()})


def run(directory, options):
    environment = {**os.environ, "G_DEBUG": "fatal-criticals", "TZ": "UTC", "G_TEST_SRCDIR": str(SOURCE / "tests" / "unit"), "G_TEST_BUILDDIR": str(directory / "tests" / "unit")}
    for name in TARGETS:
        given = [str(HERE / "seeds" / name)]
        if name == "page":
            given += [str(SOURCE / "tests" / "fixtures" / "pages"), *folders(options.corpus)]
        subprocess.run([str(directory / "tests" / "fuzz" / f"seeds-{name}"), *given], env=environment, check=True, stdout=subprocess.DEVNULL)
    if not options.without_units:
        tests = subprocess.run(["meson", "test", "-C", str(directory), "--no-rebuild", *UNITS], stdout=subprocess.PIPE, check=False)
        if tests.returncode:
            sys.exit(tests.stdout.decode())


def count(directory):
    """file → {line: times}; a line counts once, whatever the compiler made of it."""
    lines = collections.defaultdict(dict)
    notes = [str(path) for path in directory.glob("src/exchange/*.p/*.gcda")]
    told = subprocess.run(["gcov", "--json-format", "--stdout", *notes], cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    for document in told.stdout.decode().splitlines():
        for file in json.loads(document)["files"]:
            for line in file["lines"]:
                of_file = lines[pathlib.Path(file["file"]).name]
                of_file[line["line_number"]] = of_file.get(line["line_number"], 0) + line["count"]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--without-units", action="store_true")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("directory", type=pathlib.Path)
    options = parser.parse_args()
    options.directory = options.directory.resolve()
    build(options.directory)
    run(options.directory, options)
    counted = count(options.directory)
    low = False
    for name in FILES:
        lines = counted[f"foothold-{name}.c"]
        reached = sum(1 for times in lines.values() if times > 0)
        share = 100 * reached / max(len(lines), 1)
        low = low or share < LEAST
        print(f"{share:5.1f} %  {reached:4} of {len(lines):4}  foothold-{name}.c{'' if share >= LEAST else '  BELOW'}")
        if options.lines:
            print("         " + " ".join(str(line) for line, times in sorted(lines.items()) if times == 0))
    return 1 if low else 0


sys.exit(main())
