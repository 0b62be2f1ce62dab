# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Power cuts, played back call by call."""

from bench import fault, figure, need, say


@fault
def f3(bench):
    """power cut, database"""
    total = {"states": 0, "unclean": 0, "lost": 0, "mixed": 0}
    for seed in range(1, bench.amount(4, 20, 1) + 1):
        folder = bench.folder()
        text = bench.ok("power", folder, "--states", bench.amount(2500, 5000, 1000), "--actions", 60, "--seed", seed)
        for name in total:
            total[name] += figure(text, name)
        bench.drop(folder)
    bad = total["unclean"] + total["lost"] + total["mixed"]
    say(total)
    need(total["states"] >= bench.amount(10000, 100000, 1000), "too few states")
    need(bad == 0, f"{total}: bad {100 * bad // total['states']} %")


@fault
def f4(bench):
    """power cut, plain files"""
    text = bench.ok("power-files", bench.folder(), "--states", bench.amount(10000, 100000, 1000))
    say(text)
    need(figure(text, "partial") == 0, f"{figure(text, 'partial')} of {figure(text, 'states')} states show a part")
