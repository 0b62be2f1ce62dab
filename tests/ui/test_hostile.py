#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F39 from outside: a hundred hostile texts are imported and shown as they are stored, with all warnings fatal: in the preview, on the cards, in the
entries and labels of the page (twenty of them at the gate, all in the long run), in toasts, dialogs and the menu.

In an entry the text is as it is stored, so that saving cannot change it; in a label what cannot be seen is written out.
"""
import json
import os
import re

from foothold_case import FootholdCase, Timeout
import tap

DEEP = os.environ.get("FOOTHOLD_TIER") == "deep"
HEADS = ["<b>", "<span foreground='red'>", "&amp;", "&", "<a href=\"file:///etc/passwd\">", "_", "%s%n%d", "\\u003c", "\u202e", "\u2066"]
TAILS = ["</b>", "<", "&#x41;", "<!--", "]]>", "\"'", "\u200b\u202d x", "\u0007 bell", "e\u0301\u0323\u0489", "\U000e0041 tag"]
# The fields in which a posting's words are shown, and what their entries are called.
ENTRIES = {"title": "Title", "organisation": "Organisation", "objective": "Objective", "description": "Description", "context": "Context", "location": "Place", "notes": "Notes"}


def hidden(char):
    c = ord(char)
    return (c < 0x20 or 0x7f <= c < 0xa0 or c in (0x61c, 0x200b, 0x200e, 0x200f, 0xfeff) or 0x202a <= c <= 0x202e or 0x2060 <= c <= 0x206f or 0xfff9 <= c <= 0xfffb
            or 0xe0000 <= c <= 0xe007f)


def visible(text):
    """What foothold_text_visible() promises for one line."""
    return "".join(" " if c in "\t\n" else f"⟨U+{ord(c):04X}⟩" if hidden(c) else c for c in text)


class Hostile(FootholdCase):
    profile = True
    environment = {"G_DEBUG": "fatal-warnings"}

    def setUp(self):
        super().setUp()
        self.import_postings(("Template", "Template House", "Jena"))
        content = json.loads(self.command("export", "json"))
        one = content["opportunities"][0]
        rows = []
        for i, (head, tail) in enumerate((head, tail) for head in HEADS for tail in TAILS):
            text = f"{head} J{i:03} {tail}"
            row = {**one, "id": str(1000 + i), "organisation_id": None, "url": None, "attachments": [], "facts": [], "history": [],
                   "skills": [f"{text} skill"], "deliverables": []}
            for field in ENTRIES:
                row[field] = text if field == "title" else f"{text} {field}"
            rows.append(row)
        content.update(opportunities=rows, organisations=[], skills=[])
        self.file = os.path.join(self.session.dir, "hostile.json")
        with open(self.file, "w", encoding="utf-8") as f:
            json.dump(content, f)

    def labels(self, node):
        return {n.name for n in node.all("label")}

    def test_preview(self):
        """Before anything is stored: the list of what would come in."""
        self.start(self.file)
        dialog = self.find("dialog")
        dialog.find("button", re.compile("^Import"))
        seen = set()
        for _ in range(40):
            seen |= {name for n in dialog.all("list item") for name in self.labels(n)}
            if sum(bool(re.search(r"J\d{3}", name)) for name in seen) >= 100:
                break
            self.key("Tab") if not seen else self.key("Next")
        titles = {visible(f"{head} J{i:03} {tail}") for i, (head, tail) in enumerate((head, tail) for head in HEADS for tail in TAILS)}
        told = {name for name in seen if re.search(r"J\d{3}", name)}
        self.assertGreater(len(told & titles), 5, f"titles as they are, in {sorted(seen)[:20]}")
        self.assertEqual([name for name in told if not any(title in name for title in titles)], [], "shown, and not as it is")

    def test_board_and_page(self):
        self.command("import", self.file, "--yes")
        stored = {re.search(r"J\d{3}", row["title"])[0]: row for row in json.loads(self.command("export", "json"))["opportunities"] if re.search(r"J\d{3}", row["title"])}
        self.assertEqual(len(stored), 100)
        self.start()
        search = self.find("entry", "Search")
        wrong = []
        # Each head and each tail at least twice at the gate; all hundred in the long run.
        chosen = [number for number in sorted(stored) if DEEP or (int(number[1:3]) + int(number[3])) % 5 == 0]
        for number in chosen:
            row = stored[number]
            search.set_text(number)
            card = self.find("list item", re.compile(number))
            card.act("list.select")
            self.until(lambda: any(n.text == row["title"] for n in self.app.node.all("text", "Title")), f"the page of {row['title']!r}")
            wanted = {row["organisation"], row["objective"], visible(row["title"]), visible(row["organisation"]), visible(row["skills"][0])}

            def missing():
                """The page is filled from the top down, some groups a frame; the last says how far it is."""
                shown = [n for n in self.app.node.all() if n.role in ("text", "label")]
                return wanted - {n.text if n.role == "text" else n.name for n in shown}
            try:
                self.until(lambda: not missing(), "all of it to be shown", 8)
            except Timeout:
                wrong.append(f"{number}: shown nowhere as it is stored: {missing()}")
                break
        self.assertEqual(wrong, [])

    def test_what_it_says_about_it(self):
        """Toast, dialog and menu name an opportunity by its title."""
        title = "<b>&amp;_%s\u202eJ</b>"
        with open(self.file, encoding="utf-8") as f:
            content = json.load(f)
        content["opportunities"] = [{**content["opportunities"][0], "title": title}]
        with open(self.file, "w", encoding="utf-8") as f:
            json.dump(content, f)
        self.command("import", self.file, "--yes")
        self.start()
        card = self.find("list item", re.compile(re.escape(visible(title))))
        card.act("opportunity.archive")
        self.find("label", f"Archived “{visible(title)}”")
        self.key("ctrl+z")
        card = self.find("list item", re.compile(re.escape(visible(title))))
        card.act("list.select")
        card.act("opportunity.drop")
        alert = self.find("alert", "Drop This Opportunity?")
        self.assertTrue(any(visible(title) in n.name for n in alert.all("label")), alert.all("label"))
        alert.find("button", "Cancel").act()
        self.gone("alert", "Drop This Opportunity?")
        self.find("text", "Organisation").type("Bakery", clear=True)
        self.key("Return")
        self.find("list item", re.compile("Bakery"))
        self.key("F10")
        items = self.until(lambda: self.app.node.all("menu item"), "the menu")
        self.assertTrue(any(title in n.name or visible(title) in n.name for n in items), [n.name for n in items])
        self.key("Escape")


if __name__ == "__main__":
    tap.main()
