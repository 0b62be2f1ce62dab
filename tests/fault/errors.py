# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full or fail, also while something is being mended."""

import filecmp
import os
import shutil
import subprocess

from bench import SETUID, can, database, fault, figure, has_journal, need, say, titles, words_after, worked_in


NOBODY = 65534


def error_points(bench, base, env, n_points, verb=("write-n",)):
    """Runs verb with a failure at evenly spread calls; gives (folder, output) of each."""
    folder = bench.copy(base)
    n_calls = figure(bench.ok(*verb[:1], folder, *verb[1:], env=env), "calls")
    bench.drop(folder)
    step = max(1, n_calls // n_points)
    for n in range(1, n_calls + 1, step):
        yield n, n_calls


def on_small_disk(bench, size, script, prefix=()):
    """Runs a shell script with $1 the program and $2 a folder on a disk of that size; None where none can be mounted."""
    folder = bench.folder()
    os.chmod(folder, 0o755)
    bench.own_modes.add(folder)
    core = os.path.join(bench.scratch, "core")
    shutil.copy2(bench.core, core)  # where it was built nobody else may look
    mount = f'mount -t tmpfs -o size={size},mode=700,uid={NOBODY if prefix else os.geteuid()} foothold-test "$2" && '
    for unshare in (["unshare", "-m"], ["unshare", "-U", "-r", "-m"]):
        command = mount + " ".join(prefix) + f" sh -c '{script}' sh \"$1\" \"$2\""
        result = subprocess.run([*unshare, "sh", "-c", command, "sh", core, folder],
                                text=True, errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
                                env=bench.environment(), check=False)
        if "mount:" not in result.stdout and "unshare:" not in result.stdout:
            return result
    return None


def fill_disk(bench, who, prefix=()):
    """Full at exactly 2 MiB."""
    result = on_small_disk(bench, 2097152, 'dd if=/dev/zero of="$2/filler" bs=1k count=400 2>/dev/null && "$1" full "$2"', prefix)
    if result is None:
        say(f"{who}: no small disk can be mounted here, only the injected errors below")
        return
    say(f"{who}:\n{result.stdout}")
    words = words_after(result.stdout, "full")
    need(words and words[0] == "1" and int(words[4]) <= 1000, "no plain error within a second")
    need("disk is full" in result.stdout, "the cause is not named")
    need("no backup:" in result.stdout and "no export:" in result.stdout and "stray" not in result.stdout,
         "a backup, an export or a part of one was left")
    need(result.returncode == 0, "the full disk was not survived")


@fault
def f5(bench):
    """disk full"""
    os.chmod(bench.scratch, 0o755)
    fill_disk(bench, "as this user")
    if can(SETUID):
        fill_disk(bench, "as an ordinary user",
                  ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"))
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
    say(f"{n_runs} points of no space, 0 lost")


def read_errors(text, on, where):
    """What write-n said of its failures: shown in a sentence, not tried again, and the next change is taken again."""
    failed = False
    for line in text.splitlines():
        if line.startswith(("failed ", "not opened: ")):
            failed = failed or line.startswith("failed ")
            sentence = line.partition(": ")[2]
            need(len(sentence) > 20 and sentence[-1] in ".!" and "SQL" not in sentence, f"{where}: no sentence: {line}")
        elif line.startswith("acked "):
            need(not (failed and on), f"{where}: written although every call fails: {text[-600:]}")
    names = [line.split(":")[0].split()[0] for line in text.splitlines() if line.startswith(("failed ", "acked "))]
    if not on and "not opened" not in text and "failed" in names:
        need("failed" not in names[names.index("failed") + 1:], f"{where}: one failure, and nothing is taken afterwards: {text[-600:]}")
    need(figure(text, "saves") <= len(names), f"{where}: tried again by itself: {text[-600:]}")
    return failed


@fault
def f6(bench):
    """I/O error at every call"""
    base = worked_in(bench)
    n_runs = n_refused = n_failed = n_reopened = 0
    for on in (0, 1):
        for reads in (0, 1):
            env = {"CORE_FAIL_ERRNO": 5, "CORE_FAIL_ON": on, "CORE_FAIL_READS": reads}
            for n, _ in error_points(bench, base, env, bench.amount(100, 5000, 40)):
                folder = bench.copy(base)
                result = bench.run("write-n", folder, env={**env, "CORE_FAIL_AT": n})
                where = f"call {n} on={on} reads={reads}"
                need(result.returncode == 0 and "lost 0 extra 0" in result.stdout, f"{where}: {result.stdout[-600:]}")
                need(titles(base) <= titles(folder), f"{where}: what was there before is gone")
                failed = read_errors(result.stdout, on, where)
                n_failed += failed
                n_reopened += failed and figure(result.stdout, "reopened") > 0
                n_refused += failed or "not opened" in result.stdout
                n_runs += 1
                bench.drop(folder)
    say(f"{n_runs} points in 4 modes, {n_refused} with an error shown, {n_failed} of them at a change, {n_reopened} reopened")
    need(n_refused > n_runs // 4, "hardly any failure was seen: is anything injected?")
    need(n_reopened > n_failed // 3, "the connection was not opened again after an error")


def rolls_back(bench, folder):
    """Whether the hot journal in `folder` holds what the database no longer has."""
    probe = bench.copy(folder)
    bench.run("check", probe, env={"CORE_SABOTAGE": ""})
    changed = not filecmp.cmp(database(folder), database(probe), shallow=False)
    bench.drop(probe)
    return changed


@fault
def f46(bench):
    """faults on faults"""
    base = worked_in(bench)
    n_saved = bench.amount(50, 50, 20)
    saved, begun, lost = [], 0, 0
    folder = bench.copy(base)
    n_calls = figure(bench.ok("write-n", folder, "--n", 12, env={"CORE_SABOTAGE": ""}), "calls")
    bench.drop(folder)
    for n in bench.random.sample(range(1, n_calls), min(n_calls - 1, 400)):
        folder = bench.copy(base)
        text = bench.run("write-n", folder, "--n", 12, env={"CORE_DIE_AT": n, "CORE_SABOTAGE": ""}).stdout
        matters = has_journal(folder) and rolls_back(bench, folder)
        # At least half are such that the database was being written already: there a recovery that fails is seen.
        if has_journal(folder) and (matters or len(saved) - begun < n_saved // 2):
            saved.append((folder, {line[6:] for line in text.splitlines() if line.startswith("acked ")} | titles(base)))
            begun += matters
        else:
            bench.drop(folder)
        if len(saved) == n_saved:
            break
    need(len(saved) >= n_saved * 2 // 5 and begun >= n_saved // 5,
         f"only {len(saved)} folders with a hot journal, {begun} of them with a database that was being written")

    n_kills = n_errors = 0
    for hot, expected in saved:
        folder = bench.copy(hot)
        for n in bench.random.sample(range(1, 12), 3):
            bench.run("write-n", folder, "--again", env={"CORE_DIE_AT": n})
            n_kills += 1
        bench.ok("check", folder)
        lost += len(expected - titles(folder))
        bench.drop(folder)
        for n in bench.random.sample(range(1, 16), bench.amount(2, 10, 1)):
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
    for n, n_calls in error_points(bench, with_backup, {}, bench.amount(200, 1000), verb=("restore",)):
        for env in ({"CORE_DIE_AT": n}, {"CORE_FAIL_AT": n, "CORE_FAIL_ERRNO": 28, "CORE_FAIL_ON": 1}):
            folder = bench.copy(with_backup)
            bench.run("restore", folder, env=env)
            text = bench.ok("check", folder)
            need(words_after(text, "found")[1] != "-", f"after a restore stopped at call {n} there is no database")
            n_restores += 1
            bench.drop(folder)
    say(f"{len(saved)} hot journals, {begun} over a half-written database, {n_kills} kills and {n_errors} errors during recovery, {n_full} migrations on a "
          f"full disk, {n_restores} restores stopped: 0 lost")
