# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the fuzz targets with clang and runs each (F14): no crash, no hang, no sanitizer report, no more than 256 MiB.

Then the same harness runs a build whose guard lets everything through, and has to find that (R25).

    fuzz.py [--runs N] [--seconds S] [--jobs J] [--timeout S] [--only NAME] BUILD_DIR

A finding is kept in BUILD_DIR/findings; run the target with that file as its argument to see it again.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
TARGETS = {
    'csv': ('csv.dict', 2048),
    'html-text': ('page.dict', 4096),
    'json': ('json.dict', 8192),
    'json-guard': ('json.dict', 4096),
    'markup': ('markup.dict', 4096),
    'mhtml': ('mhtml.dict', 4096),
    'money-dates': ('text.dict', 128),
    'page': ('page.dict', 8192),
    'text': ('posting.dict', 2048),
    'vcard': ('vcard.dict', 2048),
    'zip': ('zip.dict', 2048),
}


# The importer of JSON with its guard taken out (sabotage-json-guard.c of the unit tests); the harness finds it in less than a second or has no teeth.
TEETH = 'teeth'
TEETH_SECONDS = 60


def find_clang():
    for name in ('clang-19', 'clang'):
        if shutil.which(name):
            return name
    return None


def build(directory, clang):
    """A build of its own beside the usual one; kept, so that the next run only compiles what changed."""
    ninja = ['ninja', '-C', str(directory)] + [f'tests/fuzz/fuzz-{name}' for name in (*TARGETS, TEETH)]
    if not (directory / 'build.ninja').exists():
        subprocess.run(['meson', 'setup', str(directory), str(SOURCE), '-Dfuzz=true', '-Dwerror=false', '-Db_lundef=false',
                        '-Db_sanitize=address,undefined'],
                       env={**os.environ, 'CC': clang}, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(ninja, check=True, stdout=subprocess.DEVNULL)


def run(directory, name, options):
    like = 'json' if name == TEETH else name
    dictionary, length = TARGETS[like]
    corpus = directory / 'corpus' / name
    findings = directory / ('findings' if name != TEETH else 'teeth')
    seconds = options.seconds if name != TEETH else TEETH_SECONDS
    if name == TEETH:
        shutil.rmtree(corpus, ignore_errors=True)
        shutil.rmtree(findings, ignore_errors=True)
    seeds = [str(HERE / 'seeds' / like)] + ([str(SOURCE / 'tests' / 'fixtures' / 'pages')] if name == 'page' else [])
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(exist_ok=True)
    command = [str(directory / 'tests' / 'fuzz' / f'fuzz-{name}'), f'-dict={HERE / dictionary}', f'-max_len={length}',
               f'-max_total_time={seconds}', f'-timeout={options.timeout}', '-rss_limit_mb=256', '-print_final_stats=1', '-verbosity=1',
               f'-artifact_prefix={findings}/{name}-']
    if options.runs and name != TEETH:
        command.append(f'-runs={options.runs}')
    # F14's figure, sanitizer and all: what was freed is kept apart (to see a late use) up to 1 MiB, the rest goes back at once.
    environment = {**os.environ, 'ASAN_OPTIONS': 'detect_leaks=1:allocator_may_return_null=1:quarantine_size_mb=1:allocator_release_to_os_interval_ms=100',
                   'UBSAN_OPTIONS': 'print_stacktrace=1:halt_on_error=1', 'G_DEBUG': 'fatal-criticals', 'TZ': 'UTC', 'TEST_SABOTAGE': 'all-pass'}
    result = subprocess.run(command + [str(corpus)] + seeds, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            preexec_fn=lambda: os.nice(19), check=False)
    text = result.stdout.decode(errors='replace')
    figures = dict(re.findall(r'stat::(\w+):\s+(\d+)', text))
    done = re.search(r'Done (\d+) runs in (\d+) second', text)
    summary = (f'{figures.get("number_of_executed_units", "0")} inputs in {done.group(2) if done else "?"} s, '
               f'peak {figures.get("peak_rss_mb", "?")} MiB')
    return name, result.returncode, summary, text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=0)
    parser.add_argument('--seconds', type=int, default=60)
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--timeout', type=int, default=1, help='seconds that one input may take by the clock: more where others use the machine')
    parser.add_argument('--only', action='append')
    parser.add_argument('directory', type=pathlib.Path)
    options = parser.parse_args()

    names = options.only or [*TARGETS, TEETH]
    print(f'1..{len(names)}')
    clang = find_clang()
    if clang is None:
        for number, name in enumerate(names, 1):
            print(f'ok {number} {name} # SKIP there is no clang here')
        return 0
    build(options.directory, clang)

    failed = False
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for number, (name, code, summary, text) in enumerate(pool.map(lambda n: run(options.directory, n, options), names), 1):
            print(f'# {name}: {summary}')
            if name == TEETH:
                found = code != 0 and any((options.directory / TEETH).iterdir())
                failed = failed or not found
                print(f'{"ok" if found else "not ok"} {number} {name}: the importer without its guard is found out', flush=True)
                continue
            if code != 0:
                failed = True
                for line in text.splitlines()[-60:]:
                    print(f'# {line}')
            print(f'{"not ok" if code else "ok"} {number} {name}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
