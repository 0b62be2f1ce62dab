#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of the templates: their format, that each is built, belongs to a class and names types that are there, and that each action exists."""
import re
import xml.etree.ElementTree as ElementTree

from project import BUILD, Check, RESOURCE, ROOT, files, line_of, short, text
import tap

# Actions that GTK and libadwaita give to every program.
PLATFORM = re.compile(r"^(window\.(close|minimize|toggle-maximized)|clipboard\.\w+|selection\.\S+|text\.\S+|menu\.\S+|navigation\.(pop|push)|sheet\.\S+|dialog\.close|win\.show-help-overlay|listitem\.\S+|list\.\S+|default\.activate|link\.\S+)$")
# Group names whose actions are GActionEntry lists; all other groups are class actions, written out whole.
MAPS = ("app", "win")


def resources():
    """{path in the resource: (alias or None, which file names it)}"""
    found = {}
    for path in files(".gresource.xml", under="data"):
        for group in ElementTree.parse(path).getroot().iter("gresource"):
            for entry in group.iter("file"):
                found[group.get("prefix") + "/" + (entry.get("alias") or entry.text)] = (entry.text, short(path))
    return found


def sources():
    return files(".c", under="src")


def actions_in_code():
    """Every action that the code makes, as group.name."""
    made = set()
    for path in sources():
        content = text(path)
        made |= set(re.findall(r'install_(?:property_)?action\s*\([^,]+,\s*"([\w.-]+)"', content))
        for array in re.findall(r"install_action\s*\([^,]+,\s*(\w+)\[\w+\]", content):    # each of a list of them
            for listed in re.findall(rf"\b{array}\s*\[\]\s*=\s*\{{(.*?)\}};", content, re.S):
                made |= set(re.findall(r'"([\w-]+\.[\w.-]+)"', listed))
        for entries in re.findall(r"GActionEntry\s+\w+\s*\[\s*\]\s*=\s*\{(.*?)\n\s*\};", content, re.S):
            for name in re.findall(r'\{\s*(?:\.name\s*=\s*)?"([\w-]+)"', entries):
                made |= {f"{group}.{name}" for group in MAPS}
        for name in re.findall(r'g_(?:simple_action_new(?:_stateful)?|property_action_new)\s*\(\s*"([\w-]+)"', content):
            made |= {f"{group}.{name}" for group in MAPS}
        for name in re.findall(r'g_settings_create_action\s*\([^,]+,\s*"([\w-]+)"', content):
            made |= {f"{group}.{name}" for group in MAPS}
    return made


def actions_named():
    """(file, line, action) wherever a template, a menu or the code names one."""
    for path in files(".blp", under="ui") + [path for path in files(".xml", ".ui", ".blp", under="") if path.suffix == ".ui"]:
        content = text(path)
        for found in re.finditer(r'(?:^|[\s(,;{])action(?:-name)?\s*:\s*"([^"]+)"|"action">([^<]+)<|name="action-name">([^<]+)<|\baction\(([\w.-]+)', content):
            yield path, line_of(content, found.start()), next(group for group in found.groups() if group)
        for found in re.finditer(r'\bitem\s*\((?:[^()"]|"[^"]*"|\([^()]*\))*?,\s*"([\w]+\.[\w.-]+(?:\([^"]*\)|::[^"]*)?)"', content):
            yield path, line_of(content, found.start()), found[1]
    for path in sources():
        content = text(path)
        pattern = r'(?:gtk_widget_activate_action|gtk_actionable_set_(?:detailed_)?action_name|action_set_enabled|set_button_action\w*|gtk_named_action_new|adw_toast_set_action_name|adw_toast_set_detailed_action_name|set_accels_for_action|gtk_widget_class_add_binding_action)\s*\([^;"]*"([a-z][\w-]*\.[\w.:()\' -]+)"'
        for found in re.finditer(pattern, content):
            yield path, line_of(content, found.start()), found[1]


class Templates(Check):
    def test_format(self):
        self.tool("blueprint-compiler", "format", *files(".blp", under="ui"), advice="Run blueprint-compiler format --fix on these files:")

    def test_every_template_is_built(self):
        listed, shipped = text(ROOT / "ui" / "meson.build"), resources()

        def complaints():
            for path in files(".blp", under="ui"):
                inside = path.relative_to(ROOT / "ui").with_suffix("")
                if f"'{inside}'" not in listed and f"'{inside}.blp'" not in listed:
                    yield f"{short(path)}: not in ui/meson.build"
                if not any(entry.split("/")[-1] == inside.name + ".ui" for entry in shipped):
                    yield f"{short(path)}: not in a resource"
        self.nothing(complaints(), "A template that is not built cannot be shown:")

    def test_every_resource_exists(self):
        there = {path.name for path in files(".blp", under="ui")}
        self.nothing((f"{where}: {name}" for name, where in resources().values()
                      if not any((ROOT / folder / name).exists() for folder in ("data", "ui", ".")) and not any((BUILD / "data" / path).exists() for path in (name, name.split("/")[-1]))
                      and name.split("/")[-1].removesuffix(".ui") + ".blp" not in there), "These resources have no file:")

    def test_every_template_has_its_class(self):
        code = {path: text(path) for path in sources()}

        def complaints():
            for path in files(".blp", under="ui"):
                template = re.search(r"^template\s+\$(\w+)\s*:", text(path), re.M)
                if not template:
                    continue
                owner = [name for name, content in code.items() if re.search(rf"\b{template[1]}\b", content) and "set_template_from_resource" in content
                         and f"/{path.stem}.ui" in content]
                if not owner:
                    yield f"{short(path)}: no class {template[1]} takes {path.stem}.ui as its template"
                for name in owner:
                    for used in re.findall(r'"(' + re.escape(RESOURCE) + r'/[^"]+\.ui)"', code[name]):
                        if used not in resources():
                            yield f"{short(name)}: {used} is in no resource"
        self.nothing(complaints(), "A template and its class belong together:")

    def test_every_type_is_there_before_its_template(self):
        """GTK builds a template from the names of types: one that nobody has asked for yet does not exist, and which view comes first differs."""
        def complaints():
            for path in files(".blp", under="ui"):
                content = text(path)
                template = re.search(r"^template\s+\$(\w+)\s*:", content, re.M)
                owner = [text(name) for name in sources() if name.stem == path.stem]
                for used in sorted(set(re.findall(r"\$(Foothold\w+)\b(?!\s*\()", content)) - {template and template[1]}):
                    macro = "FOOTHOLD_TYPE_" + re.sub(r"(?<!^)([A-Z])", r"_\1", used.removeprefix("Foothold")).upper()
                    if owner and macro not in owner[0]:
                        yield f"{short(path)}: {path.stem}.c does not name {macro}; it wants g_type_ensure ({macro}) before the template"
        self.nothing(complaints(), "A class names the types in its template:")

    def test_no_row_in_a_row(self):
        """It would take the room of the words of the one that it stands in."""
        def nested(element, inside=False):
            for child in element:
                is_row = child.tag == "object" and child.get("class") == "AdwActionRow"
                if is_row and inside:
                    yield child.findtext("property[@name='title']")
                yield from nested(child, inside or is_row)
        self.nothing((f"{short(path)}: {title}" for path in files(".ui") if path.suffix == ".ui" for title in nested(ElementTree.parse(path).getroot())), "These rows stand in another row:")

    def test_every_action_exists(self):
        made = actions_in_code()
        self.assertTrue(made, "the code makes no action at all: this check has gone blind")
        named = list(actions_named())
        self.assertTrue(named, "no action is named anywhere: this check has gone blind")

        def complaints():
            for path, line, action in named:
                name = re.sub(r"(\(.*|::.*)$", "", action)
                if not PLATFORM.match(name) and name not in made:
                    yield f"{short(path)}:{line}: {action}"
        self.nothing(complaints(), "No code makes these actions:")

    def test_every_callback_exists(self):
        code = {path.parent.name: "" for path in sources()}
        everything = "\n".join(text(path) for path in sources())

        def complaints():
            for path in files(".blp", under="ui"):
                content = text(path)
                for found in re.finditer(r"=>\s*\$(\w+)\s*\(|\$(\w+)\s*\([^)]*\)\s+as\s", content):
                    name = found[1] or found[2]
                    if not re.search(rf'bind_template_callback(?:_full)?\s*\([^;]*\b{name}\b', everything):
                        yield f"{short(path)}:{line_of(content, found.start())}: ${name}"
        self.assertTrue(code)
        self.nothing(complaints(), "No class binds these callbacks:")


if __name__ == "__main__":
    tap.main()
