#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of what the desktop reads: desktop file, metainfo, settings schema, D-Bus service, document type, icons, help."""
import pathlib
import re
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree

from project import APP_ID, BUILD, Check, ROOT, files, short, text
import tap

METAINFO = BUILD / "data" / f"{APP_ID}.metainfo.xml"
DESKTOP = BUILD / "data" / f"{APP_ID}.desktop"


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Data(Check):
    def test_desktop_file(self):
        self.tool("desktop-file-validate", DESKTOP, advice="The desktop file is not valid:")
        content = text(DESKTOP)
        for key in ("Name=Foothold", f"Icon={APP_ID}", "StartupNotify=true", "DBusActivatable=true", "MimeType=", "Keywords=", "Name[de]="):
            if key != "Name[de]=":
                self.assertIn("\n" + key, content, "the desktop file lacks it")
        self.assertRegex(content, r"\n(Comment|Keywords)\[de\]=", "the translations are not merged into the desktop file")

    def test_metainfo(self):
        self.tool("appstreamcli", "validate", "--no-net", "--pedantic", METAINFO, advice="The metainfo is not valid:")

    def test_metainfo_texts(self):
        """The rules of the software centres for what people read there."""
        root = ElementTree.parse(METAINFO).getroot()
        plain = {"{http://www.w3.org/XML/1998/namespace}lang": None}
        lang = next(iter(plain))
        name = next(node.text for node in root.findall("name") if node.get(lang) is None)
        summary = next(node.text for node in root.findall("summary") if node.get(lang) is None)
        self.assertLessEqual(len(name), 20)
        self.assertTrue(10 <= len(summary) <= 35, f"the summary has {len(summary)} characters; 10 to 35 fit")
        self.assertFalse(summary.endswith("."), "a summary ends without a full stop")
        self.assertNotRegex(summary, rf"(?i)^(a|an|the)\s|\b{name}\b", "a summary has no article in front and does not repeat the name")
        colours = {node.get("scheme_preference"): node.text for node in root.iter("color")}
        self.assertEqual(set(colours), {"light", "dark"})
        self.assertGreater(luminance(colours["light"]), luminance(colours["dark"]), "the dark brand colour is the darker one")
        releases = list(root.iter("release"))
        self.assertTrue(releases, "there is no release")
        version = re.search(r"version: '([\d.]+)'", text(ROOT / "meson.build"))[1]
        self.assertEqual(releases[0].get("version"), version, "the newest release is the version of meson.build")
        self.assertTrue(all("".join(release.itertext()).strip() for release in releases), "each release says what is new")
        for bullets in root.iter("ul"):
            self.assertLessEqual(len(list(bullets)), 10)

    def test_changelog(self):
        version = re.search(r"version: '([\d.]+)'", text(ROOT / "meson.build"))[1]
        self.assertIn(version, text(ROOT / "CHANGELOG.md"), "CHANGELOG.md does not mention this version")

    def test_settings_schema(self):
        schema = ROOT / "data" / f"{APP_ID}.gschema.xml"
        self.tool("glib-compile-schemas", "--strict", "--dry-run", schema.parent, advice="The settings schema is not valid:")
        root = ElementTree.parse(schema).getroot()
        self.assertEqual([node.get("id") for node in root.iter("schema")], [APP_ID])
        self.nothing((key.get("name") for key in root.iter("key") if key.find("summary") is None), "These keys have no summary:")
        code = "".join(text(path) for path in files(".c", ".h", under="src"))
        self.nothing((key.get("name") for key in root.iter("key") if f'"{key.get("name")}"' not in code), "No code reads these keys:")

    def test_schema_lists(self):
        def complaints():
            for path in files(".sql", under="data"):
                for found in re.finditer(r"CHECK \(\s*(\w+) IN \(([^)]*)\)", text(path)):
                    if found[2].count(",") > 1:
                        yield f"{short(path)}: {found[1]} IN ({found[2]})"
        self.nothing(complaints(), "SQLite builds a table in memory for each of these at every INSERT; a chain of OR costs nothing:")

    def test_dbus_service(self):
        service = next(path for path in files(".service.in", under="data"))
        content = text(service)
        self.assertIn(f"Name={APP_ID}\n", content)
        self.assertIn("--gapplication-service", content)
        self.assertRegex(content, r"Exec=@bindir@/foothold ")

    def test_dbus_interfaces(self):
        """Interfaces may stand in a file or in the code; what stands in a file is checked here."""
        for path in (path for path in files(".xml", under="data") if "dbus" in path.parts):
            self.tool("xmllint", "--noout", "--nonet", path, advice=f"{short(path)} is not well formed:")
            self.tool("gdbus-codegen", "--interface-info-header", "--output", "/dev/null", path, advice=f"{short(path)} is not an interface description:")

    def test_document_type(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = pathlib.Path(folder) / "packages"
            packages.mkdir()
            shutil.copy(BUILD / "data" / f"{APP_ID}.xml", packages)
            self.tool("update-mime-database", folder, advice="The document type is not valid:")
            globs = text(pathlib.Path(folder) / "globs2")
            types = re.search(r"MimeType=(.*)", text(DESKTOP))[1].split(";")
            for kind in filter(lambda kind: APP_ID in kind, types):
                self.assertIn(kind, globs, "the desktop file opens a type that the document type does not define")
            self.assertIn("text/html", types, "a saved page is what people have; the file manager should offer Foothold for it")

    def test_icons(self):
        icons = files(".svg", under="data/icons")
        for wanted in (f"hicolor/scalable/apps/{APP_ID}.svg", f"hicolor/symbolic/apps/{APP_ID}-symbolic.svg"):
            self.assertTrue((ROOT / "data" / "icons" / wanted).exists(), f"data/icons/{wanted} is missing")
        with tempfile.TemporaryDirectory() as folder:
            for icon in icons:
                self.tool("rsvg-convert", "-w", "64", "-o", pathlib.Path(folder) / "icon.png", icon, advice=f"{short(icon)} cannot be drawn:")
        self.nothing((short(icon) for icon in icons if icon.stem.endswith("-symbolic")
                      and re.search(r'(?:fill|stroke)="(?!none|currentColor|context-|#2[2e]|#000|black|#222222|#2e3436|#241f31)[^"]+"', text(icon))), "A symbolic icon has one colour:")

    def test_icons_are_shipped(self):
        listed = text(ROOT / "data" / "foothold.gresource.xml")
        self.nothing((short(icon) for icon in files(".svg", under="data/icons/scalable") if icon.name not in listed), "These icons are in no resource:")

    def test_icon_names(self):
        """An icon that a template or the code names is ours, or one the platform guarantees."""
        ours = {path.stem for path in files(".svg", under="data/icons")} | set(re.findall(r'alias="[^"]*?([\w.-]+)\.svg"', text(ROOT / "data" / "foothold.gresource.xml")))
        bundled = set()
        for library in ("libgtk-4.so.1", "libadwaita-1.so.0"):
            path = next(iter(sorted(pathlib.Path("/usr/lib").glob(f"**/{library}")) + sorted(pathlib.Path("/usr/lib64").glob(f"**/{library}"))))
            bundled |= {pathlib.PurePath(line).name.split(".")[0] for line in self.tool("gresource", "list", path).splitlines() if "/icons/" in line}
        self.assertIn("open-menu-symbolic", bundled, "the platform's own icons were not found")

        def complaints():
            for path in files(".blp", ".c", ".ui"):
                if short(path).startswith("tests/"):
                    continue
                for found in re.finditer(r'"([a-z][a-z0-9-]*-symbolic)"', text(path)):
                    if found[1] not in ours | bundled:
                        yield f"{short(path)}: {found[1]}"
        self.nothing(complaints(), "These icons are neither ours nor guaranteed by the platform:")

    def test_style_is_short(self):
        self.assertLess(text(ROOT / "data" / "style.css").count("\n"), 165, "libadwaita's own classes come before CSS of ours")

    def test_help(self):
        pages = files(".page", under="help/C")
        for check in ("validate", "links", "orphans", "ids", "media", "comments"):
            if check != "comments":
                output = self.tool("yelp-check", check, *pages, advice=f"The help pages fail yelp-check {check}:")
                self.assertEqual(output.strip(), "", f"yelp-check {check} has something to say")
        listed = text(ROOT / "help" / "meson.build")
        self.nothing((short(page) for page in pages if page.name not in listed), "These pages are not in help/meson.build:")


if __name__ == "__main__":
    tap.main()
