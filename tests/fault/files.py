# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be written, are damaged, or go away."""

import os
import stat

from bench import DAC_OVERRIDE, SYS_ADMIN, can, fault, figure, need, say, snapshot, words_after, words_line, worked_in


@fault
def f8(bench):
    """read-only file, folder, medium"""
    base = worked_in(bench)
    os.chmod(bench.scratch, 0o755)
    for name in ("folder", "medium"):
        folder = bench.copy(base)
        bench.own_modes.add(folder)
        for parent, _, names in os.walk(folder, topdown=False):
            for entry in names:
                os.chmod(os.path.join(parent, entry), 0o444)
            os.chmod(parent, 0o555)
        prefix = []
        if can(DAC_OVERRIDE):
            # Root without its powers obeys the modes too; another user may be missing, or may not see this folder.
            prefix = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
        script = '"$@"'
        if name == "medium":
            for parent, _, names in os.walk(folder):
                os.chmod(parent, 0o777)
                for entry in names:
                    os.chmod(os.path.join(parent, entry), 0o666)
            script = f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && "$@"'
            prefix = ["unshare", "-m", "sh", "-c", script, "sh"] if can(SYS_ADMIN) else \
                ["unshare", "-U", "-r", "-m", "sh", "-c", script, "sh"]
        if bench.sabotage == "left-writable":
            prefix = []
            for parent, _, names in os.walk(folder):
                os.chmod(parent, 0o700)
                for entry in names:
                    os.chmod(os.path.join(parent, entry), 0o600)
        before = snapshot(folder)
        trace = os.path.join(bench.folder(), "trace")
        os.chmod(os.path.dirname(trace), 0o777)
        result = bench.run("open", folder, "--write",
                           prefix=[*prefix, "strace", "-f", "-o", trace, "-e", "trace=open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,truncate,mkdir,mkdirat,link,linkat"])
        say(f"{name}: {' | '.join(result.stdout.splitlines())[:300]}")
        need("written 1" not in result.stdout, f"{name}: a change was accepted")
        need("written 0" in result.stdout and "opened read-only 1" in result.stdout and "digest " in result.stdout, f"{name}: cannot be read")
        with open(trace, errors="replace") as file:
            writes = [line for line in file if f'"{folder}' in line and " = -1 " not in line
                      and any(flag in line for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "unlink", "rename", "truncate(", "mkdir", "link"))]
        need(not writes, f"{name}: opened for writing: {writes[:3]}")
        need(snapshot(folder) == before, f"{name}: something changed")
        for parent, _, names in os.walk(folder):
            os.chmod(parent, 0o755)


@fault
def f10(bench):
    """bit flips at rest"""
    n = bench.amount(500, 10000, 50)
    text = bench.ok("flips", bench.folder(), "--n", n, timeout=3000)
    say(text)
    need(figure(text, "noticed") == n and figure(text, "kept") == n, "a flip was not noticed, or the file was changed")
    need(figure(text, "opened") > 0 and figure(text, "opened") == figure(text, "refused"),
         "the store wrote to a damaged file, or changed it")
    need("intact again 1" in text, "an intact file was called damaged")
    need(float(text.split("alone ")[1].split("%")[0]) < 50, "SQLite's check alone sees too much: is the seal tested?")
    text = bench.ok("attachments", bench.folder())
    say(text)
    need(figure(text, "attachments") >= 5 and figure(text, "sound") == figure(text, "attachments")
         and figure(text, "refused") == figure(text, "attachments"), "a damaged attachment was read")


@fault
def f11(bench):
    """lost pages, truncation"""
    text = bench.ok("cuts", bench.folder(), "--n", bench.amount(300, 3000, 30))
    say(text)
    whole = words_after(text, "whole")
    need(whole[1] == whole[3] and whole[5] == "0", f"of a whole file not everything comes out as it was: {whole}")
    for kind in ("cut", "zeroed", "garbage"):
        words = words_after(text, kind)
        n, figures = int(words[0]), dict(zip(words[1::2], words[2::2]))
        need(n > 0 and int(figures["noticed"]) == n, f"{kind}: {figures['noticed']} of {n} noticed")
        need(int(figures["salvaged"]) > 0, f"{kind}: nothing was salvaged")
        need(figures["altered"] == "0", f"{kind}: {figures['altered']} rows kept with altered values")
        need(figures["misreported"] == "0", f"{kind}: {figures['misreported']} tables misreported")
    need(int(words_after(text, "zeroed")[6].rstrip("%")) >= 50, "little is kept where one page was lost")


@fault
def f33(bench):
    """file renamed, replaced, deleted while open"""
    text = bench.ok("moved", bench.folder())
    say(words_line(text))
