# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test that cannot fail proves nothing: each fault runs once more against each of these sabotages and must fail as said.

The names are those of core-sabotage.c, which breaks the store inside the test program; “left-writable” alone is the test's
own doing. The second word is what the failure must say.
"""

TEETH = {
    "F1": (("early-ack", r"\d+ lost"), ("keeps-parts", "strays")),
    "F3": (("no-sync", r"bad (3[1-9]|[4-9]\d|100) %"),),
    "F4": (("careless-file", r"\d{2,} of \d+ states show a part"),),
    "F5": (("ack-failed", "not survived|lost"), ("keeps-parts", "a part of one was left")),
    "F6": (("ack-failed", r"lost [1-9]"), ("retry", "tried again")),
    "F8": (("left-writable", "a change was accepted"),),
    "F9": (("loose-modes", "has mode 644"),),
    "F10": (("no-seal", "a flip was not noticed"),),
    "F11": (("no-seal", r"\b0 of \d+ noticed"), ("salvage-alters", "altered', '[1-9]"), ("salvage-spares", "misreported', '[1-9]")),
    "F26": (("migrate-apart", "between the versions|exits"),),
    "F27": (("any-version", "the way out|something changed|was opened"),),
    "F28": (("any-file", "foreign"),),
    "F29": (("restore-alters", "equal 0"),),
    "F30": (("backup-in-place", "backups bad"),),
    "F31": (("undo-alters", "differs|no longer fits"),),
    "F32": (("no-lock", "not exactly one owner"),),
    "F33": (("moved-unseen", "not noticed"),),
    "F45": (("socket", "sockets were opened"),),
    "F46": (("no-journal", "lost|exits"),),
}
