#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of what people read: that it can be translated, that the translations are whole, and that it is set in real type."""
import pathlib
import re
import tempfile

from project import APP_ID, Check, ROOT, files, short, text
import tap

MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dngettext)\s*\(\s*"')


def listed():
    return [line for line in text(ROOT / "po" / "POTFILES").splitlines() if line and not line.startswith("#")]


def messages():
    """Every message of the program as (where, text), as xgettext sees it."""
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "foothold.pot"
        sources = [name for name in listed() if name.endswith((".c", ".blp"))]
        Check().tool("xgettext", "--from-code=UTF-8", "--language=C", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
                     "--keyword=g_dngettext:2,3", "--no-wrap", "--add-comments", "--output", pot, *sources)
        where = ""
        for block in text(pot).split("\n\n")[1:]:
            where = (re.search(r"^#: (\S+)", block, re.M) or ["", "?"])[1]
            for found in re.finditer(r'^msgid(?:_plural)? ((?:"(?:[^"\\]|\\.)*"\n?)+)', block, re.M):
                yield where, "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found[1]))


class Text(Check):
    def test_potfiles(self):
        names = listed()
        marked = [short(path) for path in files(".c", ".h", ".blp") if short(path).startswith(("src/", "ui/")) and MARKED.search(text(path))]
        marked += [short(path) for path in files(f"{APP_ID}.desktop.in", f"{APP_ID}.metainfo.xml.in", f"{APP_ID}.gschema.xml", under="data")]
        marked += [short(path) for path in files(".ui", under="ui") if 'translatable="yes"' in text(path)]
        self.nothing(sorted(set(marked) - set(names)), "These files have texts to translate and are not in po/POTFILES:")
        self.nothing((name for name in names if not (ROOT / name).exists()), "po/POTFILES names files that are not there:")
        self.nothing((name for name in set(names) if names.count(name) > 1), "po/POTFILES names these twice:")

    def test_translations(self):
        for path in files(".po", under="po"):
            self.tool("msgfmt", "--check", "--output-file=/dev/null", path, advice=f"{short(path)} is not valid:")
            self.assertIn(path.stem, text(ROOT / "po" / "LINGUAS").split(), f"{short(path)} is not in po/LINGUAS")

    def test_type(self):
        def complaints():
            for where, message in messages():
                if "..." in message:
                    yield f"{where}: three dots instead of …: {message}"
                if re.search(r"\w'\w|(^|\s)'|\\\"", message):
                    yield f"{where}: straight quotes instead of “ ” ’: {message}"
                if "  " in message.replace("\\n", "\n").strip() and not where.startswith("src/cli"):
                    yield f"{where}: two spaces in a row: {message}"
                if re.search(r"(?<![\d-])\d+ ?- ?\d+(?![\d-])|\w -- \w", message):
                    yield f"{where}: a range or a pause wants –: {message}"
        found = list(messages())
        self.assertTrue(found, "no message was found: this check has gone blind")
        self.nothing(complaints(), "Real quotes, dashes and dots, please:")

    def test_no_glued_sentences(self):
        """A sentence is one message: no text ends or begins with a space that waits for its other half."""
        self.nothing((f"{where}: “{message}”" for where, message in messages() if message != message.strip() and message.strip() and not where.startswith("src/cli")),
                     "These look like halves of a sentence:")

    def test_labels_in_templates_are_translatable(self):
        words = re.compile(r'^\s*(?:label|title|subtitle|description|tooltip-text|placeholder-text|heading|body)\s*:\s*"((?:[^"\\]|\\.)*[A-Za-z]{2}(?:[^"\\]|\\.)*)"', re.M)
        self.nothing((f"{short(path)}: “{found[1]}”" for path in files(".blp", under="ui") for found in words.finditer(text(path)) if found[1] != "Foothold"),
                     "Mark these with _(…):")

    def test_header_capitals(self):
        """Menu items, buttons and titles of dialogs are set with header capitals."""
        small = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "without", "not", "it", "is", "than"}

        def complaints():
            for path in files(".blp", under="ui"):
                content = text(path)
                for found in re.finditer(r'\bitem\s*\(\s*C?_\((?:"[^"]*",\s*)?"([^"]+)"\)', content):
                    for word in found[1].replace("_", "").split()[1:]:
                        if word[0].islower() and word not in small:
                            yield f"{short(path)}: “{found[1]}”"
                            break
        self.nothing(complaints(), "Header capitals for menu items:")

    def test_mnemonics(self):
        """A letter chooses one item of a menu."""
        def complaints():
            for path in files(".blp", under="ui"):
                for name, menu in re.findall(r"^menu (\w+) \{(.*?)^\}", text(path), re.M | re.S):
                    labels = {}
                    for label in re.findall(r'C?_\((?:"[^"]*",\s*)?"([^"]+)"\)', menu):
                        for letter in re.findall(r"_(\w)", label):
                            labels.setdefault(letter.lower(), []).append(label)
                    yield from (f"{short(path)}, {name}: {found}" for found in labels.values() if len(found) > 1)
        self.nothing(complaints(), "These share a letter:")


if __name__ == "__main__":
    tap.main()
