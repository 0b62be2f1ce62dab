#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help says what the code does: every slug and key of the export, every worked example, every page that F1 opens."""
import re

from project import Check, ROOT, files, short, text
import tap

LISTS = ROOT / "src" / "rules" / "foothold-lists.c"
ROWS = ROOT / "src" / "store" / "foothold-rows.c"
FORMAT = ROOT / "help" / "C" / "format.page"


def described():
    return set(re.findall(r"<code>([^<]+)</code>", text(FORMAT)))


class Help(Check):
    def test_slugs(self):
        """The levels of skills are numbers and the help gives their range."""
        slugs = set(re.findall(r'\{ "([a-z][a-z0-9-]*)",', text(LISTS)))
        self.assertGreater(len(slugs), 60, "no slugs found: this check has gone blind")
        self.nothing(sorted(slugs - described() - {"not-looked-at"}), "help/C/format.page does not list these slugs:")

    def test_keys(self):
        fields = re.findall(r"FIELD \((\w+), (\w+), (\w+), ", text(ROWS))
        hidden = {"batch", "opportunity", "seq"}
        derived = {"Judgement"}                                          # in no export
        keys = {name.replace("minutes", "hours", 1) if kind == "MINUTES" else name for row, name, kind in fields if row not in derived} - hidden
        self.assertGreater(len(keys), 80, "no keys found: this check has gone blind")
        self.nothing(sorted(keys - described()), "help/C/format.page does not describe these keys:")

    def test_examples(self):
        """A worked example and the test that computes it name each other: neither changes alone."""
        named = [(page, *found.groups()) for page in files(".page", under="help/C")
                 for found in re.finditer(r"<!-- (tests/unit/\S+\.c), (test_\w+), has these numbers", text(page))]
        self.assertGreater(len(named), 5, "no examples found: this check has gone blind")

        def complaints():
            for page, test, function in named:
                code = text(ROOT / test) if (ROOT / test).exists() else ""
                if not re.search(rf"Example “[\w-]+” of {re.escape(short(page))}[^/]*\*/\nstatic void\n{function} \(void\)", code):
                    yield f"{short(page)}: {test}, {function}"
        self.nothing(complaints(), "These tests are not there, or their comment does not name the page (“Example “…” of help/C/….page”):")

    def test_topics(self):
        """F1 opens the page that a class names, or that the window falls back on."""
        pages = {path.stem for path in files(".page", under="help/C")}
        code = "".join(text(path) for path in files(".c", under="src"))
        wanted = set(re.findall(r'foothold_help_(?:install|set_page) \([^")]*, "([a-z-]+)"\)', code))
        for choice in re.findall(r"\*shown = ([^;]*);", code):
            wanted |= set(re.findall(r'"([a-z-]+)"', choice))
        self.assertGreater(len(wanted), 8, "no topic found: this check has gone blind")
        self.nothing(sorted(wanted - pages), "F1 opens pages that are not there:")


if __name__ == "__main__":
    tap.main()
