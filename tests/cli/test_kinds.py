#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of file the command line takes, told by its content under a name that says something else; and what is refused, with what to do instead."""
import io
import struct
import zipfile

import test_cli
import tap

SAVED = 'Saved Date,Job Url,Job Title,Company Name\n"9/24/26, 8:12 PM",https://www.linkedin.com/jobs/view/1,Market scan,Acme\n'
PEOPLE = "First Name,Last Name,Connected On\nAda,Kowalska,1 May 2026\n"
OTHERS = {"Profile.csv": "First Name,Last Name,Headline,Summary\n", "Positions.csv": "Company Name,Title,Started On,Finished On\n"}


def archive(files, password=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, text in files.items():
            z.writestr(name, text)
    data = bytearray(out.getvalue())
    at = 0
    while password and at + 4 < len(data):                          # the bit that says so, in each entry's two heads
        kind = data[at:at + 4]
        if kind in (b"PK\x03\x04", b"PK\x01\x02"):
            flags = at + (6 if kind == b"PK\x03\x04" else 8)
            struct.pack_into("<H", data, flags, struct.unpack_from("<H", data, flags)[0] | 1)
        at += 1
    return bytes(data)


LINKEDIN = {"Jobs/Saved Jobs.csv": SAVED, "Connections.csv": PEOPLE, **OTHERS}
APPLICATIONS = ("Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
                "3/4/25,,,Acme,Market scan,https://acme.example/1,v4.pdf,Q: May you? A: Yes.\n")
PAGE = b"<!doctype html><title>Market scan</title><div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop=title>Market scan</h1></div>"
MHTML = (b"From: <Saved by Blink>\r\nSubject: Market scan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"xx\"\r\n\r\n--xx\r\n"
         b"Content-Type: text/html\r\nContent-Location: https://jobs.example/1\r\n\r\n" + PAGE + b"\r\n--xx--\r\n")
TABLE = "Employer;Position;Résumé\nŁódź AG;Market scan;\"two\nlines; and \"\"quotes\"\"\"\n"


class Kinds(test_cli.Case):
    def put(self, data, name):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def imported(self, data, name="thing.pdf"):
        """The only opportunity there is afterwards, in a data directory of its own."""
        self.data = self.folder / f"data-{len(list(self.folder.iterdir()))}"
        self.env["FOOTHOLD_DATA_DIR"] = str(self.data)
        self.run_cli("import", self.put(data, name), "--yes")
        opportunities = self.read()["opportunities"]
        self.assertEqual([o["title"] for o in opportunities], ["Market scan"])
        return opportunities[0]

    def test_told_by_content(self):
        for kind, data in (("page", PAGE), ("mhtml", MHTML), ("json", b'[{"@context":"https://schema.org","@type":"JobPosting","title":"Market scan"}]'),
                           ("csv", TABLE.encode()), ("csv with a mark", TABLE.encode("utf-8-sig")), ("csv in UTF-16", TABLE.encode("utf-16")),
                           ("csv in Windows-1250", TABLE.encode("cp1250").replace(b"\xa3\xf3d\x9f", b"Lodz")),
                           ("tabs", TABLE.replace(";", "\t").encode()), ("linkedin", archive(LINKEDIN)), ("text", "Market scan\n\nFirma: Nordlicht\n".encode()),
                           ("link", b"https://jobs.example/market-scan\n")):
            for name in ("thing.pdf", "thing.png", "thing"):
                with self.subTest(kind, name=name):
                    self.imported(data, name)

    def test_values_arrive_whole(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            with self.subTest(encoding):
                found = self.imported(TABLE.encode(encoding), "posting.html")
                self.assertEqual(found["organisation"], "Łódź AG")
                self.assertEqual(found["notes"], 'Résumé: two\nlines; and "quotes"')

    def test_refused_with_what_to_do_instead(self):
        for kind, data, sentence in (
                ("pdf", b"%PDF-1.7\n", "This is a PDF. Nothing was imported. Copy its text"),
                ("webarchive", b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource", "This is a web archive of Safari. Nothing was imported. Save the page as “Page Source”"),
                ("webarchive as XML", b'<?xml version="1.0"?><!DOCTYPE plist><plist><dict><key>WebMainResource</key></dict></plist>', "This is a web archive of Safari"),
                ("png", b"\x89PNG\r\n\x1a\n", "This is a picture. Nothing was imported. Save the posting as a web page"),
                ("heic", b"\0\0\0\x18ftypheic\0\0\0\0", "This is a picture"),
                ("docx", archive({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "This is an office document. Nothing was imported. Save a table as CSV"),
                ("odt", archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "This is an office document"),
                ("password", archive(LINKEDIN, password=True), "This ZIP archive is protected by a password. Nothing was imported. Unpack it"),
                ("another zip", archive({"a.txt": "x"}), "This is a ZIP archive, but no export of LinkedIn’s. Nothing was imported. Unpack it"),
                ("rar", b"Rar!\x1a\x07\x01\x00", "This file is compressed. Nothing was imported. Unpack it"),
                ("binary", bytes(range(256)) * 4, "Nothing was imported")):
            for name in ("page.html", "table.csv"):
                with self.subTest(kind, name=name):
                    out, _ = self.run_cli("import", self.put(data, name), "--yes", status=1)
                    self.assertIn(sentence, out)
        self.assertEqual(self.read()["opportunities"], [])

    def test_columns_left_out_are_named(self):
        out, _ = self.run_cli("import", self.put(b"What,Who\nMarket scan,4 people\n", "a.csv"), "--yes", status=1)
        self.assertIn("no column of it is called title", out)
        out, _ = self.run_cli("import", self.put(b"Logo,Acme,20\nBanner,Beta,10\n", "a.csv"), "--yes", status=1)
        self.assertIn("names such as Title and Organisation", out)
        self.assertEqual(self.read()["opportunities"], [])
        out, _ = self.run_cli("import", self.put(b"Role,Who is it\nMarket scan,Acme 1\n", "a.csv"), "--yes")
        self.assertEqual(self.read()["opportunities"][0]["notes"], "Who is it: Acme 1")

    def put_folder(self):
        folder = self.folder / "linkedin"
        (folder / "Jobs").mkdir(parents=True)
        for name, text in LINKEDIN.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    def check_folder(self, out):
        for name in OTHERS:
            self.assertRegex(out, rf"(?m)^  left out +{name}: ")
        for name in ("Jobs/Saved Jobs.csv", "Connections.csv"):
            self.assertRegex(out, rf"(?m)^  read +{name}: Each ")
        self.assertRegex(out, rf"(?m)^1 new opportunity, {len(OTHERS)} files? left out; 1 person$")
        self.assertIn("1 opportunity and 1 person imported.\n", out)
        self.assertEqual([o["title"] for o in self.read()["opportunities"]], ["Market scan"])
        self.assertEqual([(p["name"], p["met_on"]) for p in self.read()["persons"]], [("Ada Kowalska", "2026-05-01")])

    def test_dates_are_asked(self):
        """Which of day and month comes first is said, or nothing is imported."""
        path = self.put(APPLICATIONS.encode(), "Job Applications.csv")
        out, err = self.run_cli("import", path, "--yes", status=1)
        self.assertIn("“3/4/25”", out)
        self.assertIn("Add --dates=day-first or --dates=month-first.", err)
        self.assertEqual(self.read()["applications"], [])
        self.run_cli("import", path, "--yes", "--dates=first", status=2)
        out, _ = self.run_cli("import", path, "--yes", "--dates=day-first")
        self.assertIn("Market scan — Acme · Submitted", out)
        self.assertIn("1 new opportunity, 1 application\n", out)
        application = self.read()["applications"][0]
        self.assertEqual((application["state"], application["sent_on"], application["answers"][0]["answer"]), ("submitted", "2025-04-03", "Yes."))

    def test_charset_is_said(self):
        """By which set a table or a text is written is said where looking takes it for another one."""
        path = self.put("Role,Company\nОбзор рынка,Ромашка\n".encode("cp1251"), "mine.csv")
        for name in ("klingon", ""):
            out, err = self.run_cli("import", path, "--yes", f"--charset={name}", status=2)
            self.assertIn("A character set is --charset=NAME, with one of: UTF-8, UTF-16, Windows-1252,", err)
        out, _ = self.run_cli("import", path, status=1)
        self.assertNotIn("Обзор рынка", out)
        out, _ = self.run_cli("import", path, "--yes", "--charset=windows-1251")
        self.assertIn("Обзор рынка — Ромашка", out)
        self.assertEqual([o["title"] for o in self.read()["opportunities"]], ["Обзор рынка"])
        path = self.put("翻訳の仕事\n\n十時間。\n".encode("shift_jis"), "posting.txt")
        out, _ = self.run_cli("import", path, "--yes", "--charset=Shift_JIS")
        self.assertIn("翻訳の仕事", [o["title"] for o in self.read()["opportunities"]])
        out, _ = self.run_cli("import", "--help")
        self.assertIn("--charset=NAME", out)

    def test_stages_are_said(self):
        path = self.put("Company,Role,Stage\nAcme,Market scan,Ute asks\nBeta,Menu,On ice\nGamma,Map,Hm\n".encode(), "mine.csv")
        self.run_cli("import", path, "--yes", "--stage=Ute asks=nonsense", status=2)
        out, _ = self.run_cli("import", path, "--yes", "--stage", "ute asks=interview", "--stage", "On ice=opportunity")
        self.assertIn("“Hm” is no stage that Foothold knows; the application counts as a draft", out)
        titles = {o["id"]: o["title"] for o in self.read()["opportunities"]}
        self.assertEqual(sorted((titles[a["opportunity"]], a["state"]) for a in self.read()["applications"]), [("Map", "draft"), ("Market scan", "interview")])

    def test_folder(self):
        self.check_folder(self.run_cli("import", self.put_folder(), "--yes")[0])

    def test_another_folder(self):
        (self.folder / "empty").mkdir()
        (self.folder / "empty" / "a.html").write_bytes(test_cli.LEIPZIG.read_bytes())
        out, _ = self.run_cli("import", self.folder / "empty", "--yes", status=1)
        self.assertIn("This is a folder. Nothing was imported. Choose the files inside it.", out)


class InTheWindow(test_cli.Window, Kinds):
    """The same folder, handed to who has the data open."""

    def test_folder(self):
        self.start_bus()
        self.start()
        super().test_folder()

    def test_dates_are_asked(self):
        self.start_bus()
        self.start()
        super().test_dates_are_asked()


def load_tests(loader, tests, pattern):
    """All kinds once; with somebody who has the data open, the folder and what is asked."""
    suite = loader.loadTestsFromTestCase(Kinds)
    suite.addTest(InTheWindow("test_folder"))
    suite.addTest(InTheWindow("test_dates_are_asked"))
    return suite


if __name__ == "__main__":
    tap.main()
