#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as people and scripts use it: no display, real folders, a real bus of its own, a real terminal where it asks."""
import csv
import ctypes
import datetime
import io
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

PROGRAM = os.environ["FOOTHOLD_CLI"]
SERVICE = os.environ["FOOTHOLD_CLI_SERVICE"]
EDIT = os.environ["FOOTHOLD_CLI_EDIT"]
PAGES = HERE.parent / "fixtures" / "pages"
LEIPZIG = PAGES / "posting-leipzig.html"
LODZ = PAGES / "posting-lodz.html"


class Hash128(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


def seal_of(data):
    """What a seal says: the hash of the first half, whole pieces of 256 kB, and that of the rest."""
    middle = len(data) // 2 // (256 * 1024) * 256 * 1024
    return xxh3(data[:middle]) + xxh3(data[middle:])


def xxh3(data):
    """The hash as the library gives it for all bytes at once."""
    library = ctypes.CDLL("libxxhash.so.0")
    library.XXH3_128bits.restype, library.XXH3_128bits.argtypes = Hash128, (ctypes.c_char_p, ctypes.c_size_t)
    found = library.XXH3_128bits(data, len(data))
    return f"{found.high:016x}{found.low:016x}"


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="foothold-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = self.folder / "data"
        self.env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        self.env.update(LC_ALL="C.UTF-8", HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder), XDG_CACHE_HOME=str(self.folder / "cache"),
                        DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent", FOOTHOLD_DATA_DIR=str(self.data))

    def run_cli(self, *words, status=0, stdin=b"", **env):
        """Standard output and standard error, decoded; checks the exit status."""
        done = subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, env=self.env | env, timeout=120, cwd=self.folder)
        self.assertEqual(done.returncode, status, f"{words}: {done.stdout[-2000:]} {done.stderr.decode(errors='replace')[-4000:]}")
        return done.stdout.decode(), done.stderr.decode()

    def fails(self, sentence, *words, status=1, **more):
        """It ends with @status, and says exactly one line about it, with @sentence in it."""
        out, err = self.run_cli(*words, status=status, **more)
        lines = err.splitlines()
        self.assertEqual(len(lines), 1 if status == 1 else 2, err)
        self.assertIn(sentence, lines[0])
        return out

    def export(self, *words, **more):
        return self.run_cli("export", "json", *words, **more)[0]

    def read(self, **more):
        return json.loads(self.export(**more))


class Use(Case):
    def test_version_and_help(self):
        self.assertRegex(self.run_cli("--version")[0], r"^Foothold \d+\.\d+\.\d+\n$")
        out, err = self.run_cli("--help")
        self.assertEqual(err, "")
        for command in ("import", "search", "list", "export", "check", "backup", "restore", "salvage", "generate"):
            self.assertIn(f"\n  {command} ", out)
            own = self.run_cli(command, "--help")[0]
            self.assertIn(f"foothold {command}", own)
            self.assertEqual(own, self.run_cli("help", command)[0])
        self.assertFalse(self.data.exists(), "asking for help made the data folder")

    def test_wrong_use(self):
        for words in (["serach", "x"], ["search"], ["search", "--bogus"], ["import"], ["export"], ["export", "xml"], ["export", "json", "csv"],
                      ["export", "json", "--machine"], ["generate"], ["generate", "--rows", "0"], ["generate", "--rows", "x"], ["generate", "--rows=5", "more"],
                      ["generate", "--rows=10000001"], ["generate", "--rows=5", "--applications=6"], ["check", "more"], ["list"], ["list", "people"], ["list", "applications", "more"], ["export", "csv", "places"], ["export", "csv", "people", "more"], ["backup", "more"], ["restore"], ["restore", "a", "b"], ["salvage", "a", "b"], ["help", "nothing"],
                      ["--bogus"], ["page.html", "--bogus"]):
            with self.subTest(words=words):
                out, err = self.run_cli(*words, status=2)
                self.assertEqual(out, "")
                self.assertEqual(len(err.splitlines()), 2, err)
        self.assertFalse(self.data.exists())

    def test_nothing_there(self):
        for words in (["search", "x"], ["list", "applications"], ["export", "json"], ["export", "csv"], ["check"], ["backup"]):
            with self.subTest(words=words):
                self.fails("There is no data", *words)
        self.assertFalse(self.data.exists(), "looking made the data folder")

    def test_modes(self):
        self.run_cli("generate", "--rows=3")
        self.run_cli("export", "json", "--output", self.folder / "out.json")
        for path in self.data.rglob("*"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)
        self.assertEqual((self.folder / "out.json").stat().st_mode & 0o777, 0o600)


class Import(Case):
    def test_preview_changes_nothing(self):
        self.run_cli("generate", "--rows=2")
        before = self.export()
        out = self.fails("nothing was changed", "import", LEIPZIG)
        self.assertIn("Wärmebilder", out)
        self.assertIn("1 new opportunity", out)
        self.assertEqual(self.export(), before)

    def test_import(self):
        out, err = self.run_cli("import", LEIPZIG, LODZ, "--yes")
        self.assertEqual(err, "")
        self.assertIn("2 opportunities imported.", out)
        self.assertIn("9999-12-31", out)  # the field that was left out, and why
        data = self.read()
        self.assertEqual(len(data["opportunities"]), 2)
        self.assertEqual(len(data["files"]), 2)  # the pages are kept
        self.assertIn("All is well: 2 opportunities, 2 attached files.", self.run_cli("check")[0])

    def test_that_there_is_none(self):
        """A fact that is stated without a value goes out and comes in as it is, and is nothing new the second time."""
        facts = [{"field": "supervisor", "knowledge": "stated", "source": "mail"}]
        (self.folder / "in.json").write_text(json.dumps({"format": "foothold", "version": 1, "opportunities": [{"id": "11", "title": "Charts", "facts": facts}]}))
        self.run_cli("import", self.folder / "in.json", "--yes")
        first = self.export()
        self.assertEqual([{name: fact[name] for name in ("field", "knowledge", "source")} for fact in json.loads(first)["opportunities"][0]["facts"]], facts)
        (self.folder / "out.json").write_text(first)
        self.run_cli("import", self.folder / "out.json", "--yes", status=1)
        self.assertEqual(self.export(), first)

    def test_check_finds_damage(self):
        self.run_cli("import", LEIPZIG, LODZ, "--yes")
        first, second = sorted((self.data / "attachments").glob("?" * 64))
        first.chmod(0o600)
        first.write_bytes(first.read_bytes()[:-1] + b"!")
        second.unlink()
        _, err = self.run_cli("check", status=1)
        self.assertIn(f"{first.name}” is damaged", err)
        self.assertIn(f"{second.name}” is missing", err)
        self.assertEqual(len(err.splitlines()), 3)

    def test_check_finds_rot(self):
        """A letter that the disk changed passes for a database; the seal knows better."""
        self.run_cli("import", LEIPZIG, "--yes")
        before = (self.data / "foothold.db").stat()
        content = bytearray((self.data / "foothold.db").read_bytes())
        at = content.index(self.read()["opportunities"][0]["title"].encode())
        content[at] ^= 1
        (self.data / "foothold.db").write_bytes(content)
        os.utime(self.data / "foothold.db", ns=(before.st_atime_ns, before.st_mtime_ns))
        self.fails("is damaged", "check")
        self.fails("is damaged", "backup")
        self.assertEqual(list((self.data / "backups").glob("*-manual*")), [])
        out, err = self.run_cli("export", "json")                        # a way out, with a word
        self.assertIn("is damaged", err)
        self.assertTrue(json.loads(out)["opportunities"])

    def test_every_reason_is_said(self):
        """Also of what stands behind the 50 that are listed."""
        postings = [{"@context": "https://schema.org", "@type": "JobPosting", "title": f"Posting {n}"} for n in range(60)]
        (self.folder / "many.json").write_text(json.dumps([*postings, {"@context": "https://schema.org", "@type": "Person"}]))
        out, _ = self.run_cli("import", self.folder / "many.json", "--yes")
        self.assertIn("60 new opportunities", out)
        self.assertRegex(out, r"Posting 61|Entry 61|61")

    def test_again(self):
        self.run_cli("import", LEIPZIG, "--yes")
        before = self.export()
        self.fails("there already", "import", LEIPZIG, "--yes")
        self.assertEqual(self.export(), before)

    def test_partly(self):
        odd = self.folder / "-odd name.html"
        shutil.copy(LEIPZIG, odd)
        broken = self.folder / "broken.json"
        broken.write_text("{")
        out, err = self.run_cli("import", "--yes", "--", odd.name, "broken.json", "missing.html", self.folder)
        self.assertIn("1 opportunity imported.", out)
        for name in ("broken.json", "missing.html", self.folder.name):
            self.assertRegex(out, rf"skipped +{name}")
        self.assertEqual(len(self.read()["opportunities"]), 1)

    def test_nothing_imported(self):
        broken = self.folder / "broken.json"
        broken.write_text("{")
        self.fails("Nothing was changed", "import", broken, "--yes")
        self.fails("Nothing was changed", "import", self.folder / "missing.html", "--yes")
        self.assertEqual(self.read()["opportunities"], [])

    def test_found_by_fit(self):
        """What an import brings is judged when the command is over, not at the first start of the window."""
        path = self.folder / "judged.json"
        path.write_text(json.dumps({"format": "foothold", "version": 1, "opportunities": [{"title": "Judged", "supervisor": "Ada Nowak"}]}))
        self.run_cli("import", path, "--yes")
        self.assertEqual(self.run_cli("search", "fit:>=0")[0].strip(), "Judged")
        self.assertEqual(self.run_cli("search", "fit:?")[0], "")

    def test_pipe(self):
        self.assertIn("1 opportunity imported.", self.run_cli("import", "-", "--yes", stdin=LEIPZIG.read_bytes())[0])

    def ask(self, answer):
        """The import on a terminal: exit status and all that was shown."""
        controller, terminal = pty.openpty()
        process = subprocess.Popen([PROGRAM, "import", str(LEIPZIG)], stdin=terminal, stdout=terminal, stderr=terminal, env=self.env)
        os.close(terminal)
        shown = b""
        answered = False
        while True:
            ready, _, _ = select.select([controller], [], [], 60)
            self.assertTrue(ready, shown)
            try:
                piece = os.read(controller, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            if not answered and b"[y/N] " in shown:
                answered = True
                os.write(controller, answer)
        os.close(controller)
        self.assertTrue(answered, shown)
        return process.wait(60), shown.decode()

    def test_ask(self):
        for answer in (b"\n", b"n\n", b"perhaps\n", b"\x04"):
            with self.subTest(answer=answer):
                status, shown = self.ask(answer)
                self.assertEqual(status, 1)
                self.assertIn("Nothing was changed.", shown)
                self.assertEqual(self.read()["opportunities"], [])
        status, shown = self.ask(b"y\n")
        self.assertEqual(status, 0)
        self.assertIn("1 opportunity imported.", shown)
        self.assertEqual(len(self.read()["opportunities"]), 1)

    def test_terminal_escapes(self):
        page = self.folder / "page.json"
        page.write_text(json.dumps([{"@context": "https://schema.org", "@type": "JobPosting", "title": "Red \x1b[31m\u202egnp.exe"}]))
        out, _ = self.run_cli("import", page, status=1)
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\u202e", out)


class Search(Case):
    def test_accents(self):
        self.run_cli("import", *PAGES.glob("*.html"), "--yes")
        for words, title in ((["da nang"], "Đà Nẵng"), (["lindenau"], "Wärmebilder"), (["WARMEBILDER"], "Wärmebilder")):
            with self.subTest(words=words):
                self.assertIn(title, self.run_cli("search", *words)[0])
        out, err = self.run_cli("search", "zzyzx")
        self.assertEqual((out, err), ("", "Nothing found.\n"))
        self.assertEqual(self.run_cli("search", "zzyzx", "--json")[0], "[]\n")

    def test_json(self):
        self.run_cli("generate", "--rows=300")
        found = json.loads(self.run_cli("search", "Coffee", "--json")[0])
        self.assertGreater(len(found), 1)
        by_id = {each["id"]: each for each in self.read()["opportunities"]}
        for each in found:
            self.assertEqual(each, by_id[each["id"]])
        self.assertEqual(len(json.loads(self.run_cli("search", "", "--json")[0])), 300)

    def test_full_disk(self):
        self.run_cli("import", LEIPZIG, "--yes")
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "search", ""], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, env=self.env, timeout=120, cwd=self.folder)
        self.assertEqual((done.returncode, done.stderr.decode()), (1, "foothold: The output could not be written.\n"))

    def test_odd_words(self):
        self.run_cli("generate", "--rows=20")
        for words in (['"'], ["'"], ["*"], ["a OR b"], ["NEAR("], ["--", "-x"], ["title:x"], ["\\"], ["%"], ["🎓"]):
            with self.subTest(words=words):
                self.run_cli("search", *words)

    def test_filters(self):
        """A filter works as in the window; one that is not understood gets one sentence and no list."""
        opportunities = [{"id": "11", "title": "Charts", "area": "data-analysis"}, {"id": "12", "title": "Posters", "area": "design", "work_mode": "remote"}]
        (self.folder / "in.json").write_text(json.dumps({"format": "foothold", "version": 1, "opportunities": opportunities}))
        self.run_cli("import", self.folder / "in.json", "--yes")
        titles = lambda *words: sorted(each["title"] for each in json.loads(self.run_cli("search", "--json", *words)[0]))  # noqa: E731
        self.assertEqual(titles("area:data"), ["Charts"])
        for words in (["-area:data"], ["-area:data is:open"], ["-area:data", "poster"], ["--", "-area:data"], ["-area:data", "--", "poster"], ["remote"]):
            with self.subTest(words=words):
                self.assertEqual(titles(*words), ["Posters"])
        self.assertEqual(titles("-remote"), ["Charts"])
        for words, sentence in ((["area:nothing"], "“area:” does not know “nothing”"), (["pay:abc"], "“abc” is no pay"), (["is:foo"], "“is:” does not know “foo”"),
                                (["due:2026-13-45"], "“2026-13-45” is no date"), (["charts", "-area:nothing", "--json"], "does not know “nothing”")):
            with self.subTest(words=words):
                self.assertEqual(self.fails(sentence, "search", *words, status=2), "")
        self.assertIn("Unknown option", self.run_cli("search", "-charts", status=2)[1])


class List(Case):
    def put_in(self):
        """Three applications: an offer to answer tomorrow, a step of yesterday, one that asks nothing for a month."""
        today = datetime.date.today()
        day = lambda days: (today + datetime.timedelta(days)).isoformat()  # noqa: E731
        applications = [{"id": "31", "opportunity": "11", "state": "interview", "sent_on": day(-3), "heard_on": day(-1), "next_step": "Send the sample", "next_step_on": day(-1)},
                        {"id": "32", "opportunity": "12", "state": "offer", "offer_by": day(1), "sent_on": day(-9), "heard_on": day(-1)},
                        {"id": "33", "opportunity": "13", "state": "draft", "next_step": "Ask \x1b[31mKim", "next_step_on": day(30)}]
        data = {"format": "foothold", "version": 1, "applications": applications,
                "opportunities": [{"id": "11", "title": "Survey", "organisation": "Łódź Labs"}, {"id": "12", "title": "Logo"}, {"id": "13", "title": "Guide"}]}
        path = self.folder / "applications.json"
        path.write_text(json.dumps(data))
        self.assertIn("3 applications", self.run_cli("import", path, "--yes")[0])
        return day

    def test_applications(self):
        self.run_cli("generate", "--rows=1")
        self.assertEqual(self.run_cli("list", "applications"), ("", "There are no applications.\n"))
        day = self.put_in()
        lines = self.run_cli("list", "applications")[0].splitlines()
        self.assertEqual(lines[0:2], ["Guide", f"    Draft · Ask \\u001b[31mKim ({day(30)})"])
        self.assertEqual(lines[2:4], ["Survey", f"    Łódź Labs · Interview · Send the sample ({day(-1)})"])
        self.assertEqual(lines[4:], ["Logo", f"    Offer · Answer the offer by {day(1)}"])

    def test_due(self):
        self.run_cli("generate", "--rows=1")
        self.assertEqual(self.run_cli("list", "applications", "--due"), ("", "Nothing is due.\n"))
        self.put_in()
        self.assertEqual(self.run_cli("list", "applications", "--due")[0].splitlines()[::2], ["Survey", "Logo"])
        # an offer waits for the person also where nobody said until when
        path = self.folder / "undated.json"
        path.write_text(json.dumps({"format": "foothold", "version": 1, "opportunities": [{"id": "14", "title": "Alpha"}],
                                    "applications": [{"id": "34", "opportunity": "14", "state": "offer"}]}))
        self.run_cli("import", path, "--yes")
        lines = self.run_cli("list", "applications", "--due")[0].splitlines()
        self.assertEqual(lines[::2], ["Survey", "Logo", "Alpha"])
        self.assertEqual(lines[-1], "    Offer · Answer the offer")

    def test_json(self):
        day = self.put_in()
        found = json.loads(self.run_cli("list", "applications", "--json")[0])
        by_id = {each["id"]: each for each in self.read()["applications"]}
        self.assertEqual([each["title"] for each in found], ["Guide", "Survey", "Logo"])
        for each in found:
            more = {key: each.pop(key) for key in ("title", "organisation", "due")}
            self.assertEqual(each, by_id[each["id"]])
            if each["id"] == "32":
                self.assertEqual(more, {"title": "Logo", "organisation": None, "due": [{"kind": "offer-answer", "group": "week", "on": day(1), "time": None, "step": None}]})
        due = json.loads(self.run_cli("list", "applications", "--due", "--json")[0])
        self.assertEqual([each["id"] for each in due], ["31", "32"])


class Export(Case):
    def test_csv_reads_back(self):
        self.run_cli("import", *PAGES.glob("*.html"), "--yes")
        self.run_cli("generate", "--rows=200")
        objects = self.read()["opportunities"]
        table = subprocess.run([PROGRAM, "export", "csv", "--machine"], capture_output=True, env=self.env, check=True).stdout
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))
        self.assertEqual([row["id"] for row in rows], [each["id"] for each in objects])
        for row, each in zip(rows, objects):
            self.assertEqual(row["skills"], "; ".join(each["skills"]))
            for key, value in each.items():
                if isinstance(value, list):
                    continue
                text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
                self.assertEqual(row[key], text, key)
        spreadsheet = subprocess.run([PROGRAM, "export", "csv"], capture_output=True, env=self.env, check=True).stdout
        self.assertTrue(spreadsheet.startswith(b"\xef\xbb\xbf\"id\","))
        self.assertEqual(len(list(csv.reader(io.StringIO(spreadsheet.decode("utf-8-sig"), newline="")))), len(rows) + 1)

    def test_tables(self):
        """Each table of the tracker, with a row for each row of the JSON export."""
        self.run_cli("generate", "--rows=60", "--applications=50")
        data = self.read()
        steps = [(each["id"], step) for each in data["applications"] for step in each["history"]]
        for name, number in (("opportunities", 60), ("applications", 50), ("history", len(steps)), ("people", len(data["persons"])), ("stories", 0)):
            table = subprocess.run([PROGRAM, "export", "csv", name, "--machine"], capture_output=True, env=self.env, check=True).stdout
            rows = list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))
            self.assertEqual(len(rows), number, name)
            content = subprocess.run([PROGRAM, "export", "csv", name], capture_output=True, env=self.env, check=True).stdout
            spreadsheet = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            self.assertEqual(spreadsheet[0], next(csv.reader(io.StringIO(table.decode("utf-8"), newline=""))), name)
            self.assertEqual(len(spreadsheet) - 1, number, name)
            if name == "applications":
                self.assertEqual([(row["id"], row["state"], row["sent_on"]) for row in rows], [(each["id"], each["state"], each["sent_on"] or "") for each in data["applications"]])
                self.assertTrue(all(row["stage"] and row["title"] and row["organisation"] and row["source"] for row in rows))
            if name == "history":
                self.assertEqual([(row["application"], row["at"], row["to_state"]) for row in rows], [(application, step["at"], step["to_state"]) for application, step in steps])
        self.assertEqual(self.run_cli("export", "csv", "opportunities"), self.run_cli("export", "csv"))

    def test_said_in_words(self):
        """A range is shown with both its ends, and a file that is not there is said to be so, without what the system calls it."""
        row = {"title": "Ranged", "currency": "VND", "pay_gross_min": "2000000", "pay_gross_max": "3000000", "hours_min": 10, "hours_max": 12}
        path = self.folder / "ranged.json"
        path.write_text(json.dumps({"format": "foothold", "version": 1, "opportunities": [row]}))
        self.run_cli("import", path, "--yes")
        self.assertEqual(self.run_cli("search", "ranged")[0], "Ranged\n    10–12 h · 2\u202f000\u202f000–3\u202f000\u202f000 VND\n")
        self.assertIn("nowhere.html: There is no such file. Nothing was imported.\n", self.run_cli("import", "nowhere.html", "--yes", status=1)[0])

    def test_output(self):
        self.run_cli("generate", "--rows=50")
        text = self.export()
        target = self.folder / "-out.json"
        link = self.folder / "link.json"
        target.write_text("old")
        link.symlink_to(target.name)
        self.assertEqual(self.export("--output", link), "")
        self.assertTrue(link.is_symlink())
        self.assertEqual(target.read_text(), text)
        self.assertEqual(self.export("--output=-out.json"), "")
        self.assertEqual(self.export("--output", "-"), text)
        self.assertEqual(self.export("--output", "/dev/stdout"), text)
        self.export("--output", "/dev/null")
        self.assertTrue(pathlib.Path("/dev/null").is_char_device())
        self.fails("Is a directory", "export", "json", "--output", self.folder)
        self.fails("No such file", "export", "json", "--output", self.folder / "none" / "out.json")
        self.fails("The disk is full, so nothing was saved", "export", "json", "--output", "/dev/full")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir() if path.suffix == ".json"), ["-out.json", "link.json"])
        leftovers = [path.name for path in self.data.iterdir() if path.name not in ("foothold.db", "foothold.db.seal", "foothold.lock", "backups", "attachments")]
        self.assertEqual(leftovers, [])

    def test_changes_nothing(self):
        self.run_cli("generate", "--rows=20")
        def state():
            return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in self.data.rglob("*") if path.is_file()}
        before = state()
        self.run_cli("export", "json")
        self.run_cli("export", "csv")
        self.run_cli("search", "a")
        self.run_cli("check")
        self.assertEqual(state(), before)

    def test_round_trip(self):
        """Import → edit → undo → redo → export → import into an empty folder → export: the same bytes, ids included."""
        self.run_cli("import", *PAGES.glob("*.html"), "--yes")
        self.run_cli("generate", "--rows=120", "--seed=5", "--applications=60")
        subprocess.run([EDIT], env=self.env, check=True, timeout=120)
        first = self.folder / "first.json"
        self.run_cli("export", "json", "--output", first)
        data = json.loads(first.read_text())
        self.assertIn("Renamed \"by\" hand", [each["title"] for each in data["opportunities"]])
        self.assertIn("Too far away", [change["reason"] for each in data["opportunities"] for change in each["history"]])
        self.assertGreaterEqual(len(data["files"]), 4)
        other = {"FOOTHOLD_DATA_DIR": str(self.folder / "other")}
        self.run_cli("import", first, "--yes", **other)
        self.assertTrue(self.export(**other) == first.read_text(), "the second export differs from the first")
        self.assertIn("All is well", self.run_cli("check", **other)[0])
        # And once more over itself: nothing is new.
        self.fails("there already", "import", first, "--yes", **other)
        self.assertTrue(self.export(**other) == first.read_text())

    def test_only_a_profile(self):
        """A library without opportunities comes back: profile, goals, wants, skills and people, and their ids."""
        library = {"format": "foothold", "version": 1, "opportunities": [],
                   "organisations": [{"id": "11", "name": "Host GmbH", "country": "DE"}],
                   "persons": [{"id": "12", "name": "Ada", "organisation_id": "11", "mail": "ada@example.org"}],
                   "skills": [{"id": "13", "name": "Python", "level": 3, "wanted": True, "evidence": "A course"}, {"id": "14", "name": "Writing"}],
                   "goals": [{"id": "15", "rank": 1, "title": "Learn"}, {"id": "16", "rank": 2, "title": "Earn"}, {"id": "17", "rank": 3, "title": "Meet people"}],
                   "goal_targets": [{"id": "18", "goal": "15", "kind": "skill", "value": "Python"}],
                   "wants": [{"id": "19", "position": 0, "text": "Remote"}],
                   "terms": [{"id": "20", "list": "area", "slug": "own-bees", "name": "Bees"}],
                   "profile": [{"id": "1", "name": "Kim", "role": "student", "country": "DE", "currency": "EUR"}]}
        name = self.folder / "library.json"
        name.write_text(json.dumps(library))
        words = "Your profile, 3 goals, 1 want, 2 skills, 1 organisation, 1 person and 1 area or industry of your own"
        self.assertEqual(self.fails("nothing was changed", "import", name), words + "\n")
        self.assertEqual(self.read()["goals"], [])
        self.assertEqual(self.run_cli("import", name, "--yes")[0], f"{words}\n{words} imported.\n")
        data = self.read()
        for key, rows in library.items():
            if isinstance(rows, list):
                self.assertEqual([{field: row[field] for field in wanted} for row, wanted in zip(data[key], rows, strict=True)], rows, key)
        self.fails("there already", "import", name, "--yes")

        first = self.folder / "first.json"
        self.run_cli("export", "json", "--output", first)
        other = {"FOOTHOLD_DATA_DIR": str(self.folder / "other")}
        self.run_cli("import", first, "--yes", **other)
        self.assertEqual(self.export(**other), first.read_text())
        self.fails("there already", "import", first, "--yes", **other)

        # One goal more is worth an import; what is there is kept.
        library["goals"].append({"id": "21", "rank": 4, "title": "Travel"})
        library["profile"][0]["name"] = "Somebody else"
        name.write_text(json.dumps(library))
        self.assertEqual(self.run_cli("import", name, "--yes")[0], "1 goal\n1 goal imported.\n")
        self.assertEqual(self.read()["profile"][0]["name"], "Kim")

    def test_every_command_seals(self):
        """What one command wrote the next takes for its own, not for another program's."""
        for words in (["generate", "--rows=3"], ["import", LEIPZIG, "--yes"], ["generate", "--rows=5"], ["import", LODZ, "--yes"]):
            with self.subTest(words=words):
                self.assertEqual(self.run_cli(*words)[1], "")
                seal = dict(line.split("=") for line in (self.data / "foothold.db.seal").read_text().splitlines() if "=" in line)
                self.assertEqual(seal["xxh3-128-halves"], seal_of((self.data / "foothold.db").read_bytes()))

    def test_generate_is_the_same_everywhere(self):
        self.run_cli("generate", "--rows=100", "--seed=9")
        other = {"FOOTHOLD_DATA_DIR": str(self.folder / "other")}
        self.run_cli("generate", "--rows=60", "--seed=9", **other)
        self.assertIn("there already", self.run_cli("generate", "--rows=100", "--seed=9", **other)[0])
        self.assertTrue(self.export() == self.export(**other))
        self.assertEqual(self.run_cli("generate", "--rows=100", "--seed=9", "--applications=40")[0].splitlines()[1], "40 applications generated.")
        self.run_cli("generate", "--rows=100", "--seed=9", "--applications=40", **other)
        self.assertTrue(self.export() == self.export(**other))
        self.assertEqual(len(self.read()["applications"]), 40)


class Backup(Case):
    def test_back_and_forth(self):
        self.run_cli("generate", "--rows=30")
        before = self.export()
        backup = pathlib.Path(self.run_cli("backup")[0].rstrip("\n"))
        self.assertTrue(backup.is_file())
        self.assertIn(str(backup), self.run_cli("backup", "--list")[0])
        self.run_cli("import", LEIPZIG, "--yes")
        after = self.export()
        self.assertNotEqual(after, before)
        self.run_cli("restore", backup)
        self.assertEqual(self.export(), before)
        self.assertTrue(list(self.data.glob("*.replaced-*")))
        self.run_cli("restore", backup.name)  # by its name
        self.assertEqual(self.export(), before)

    def test_no_backup(self):
        self.run_cli("generate", "--rows=5")
        before = self.export()
        rubbish = self.folder / "rubbish.db"
        rubbish.write_bytes(b"x" * 5000)
        for name in (rubbish, self.folder / "missing.db", self.folder):
            with self.subTest(name=name):
                self.run_cli("restore", name, status=1)
                self.assertEqual(self.export(), before)

    def test_backups_without_their_file(self):
        """Where the file is gone or empty, nothing starts anew beside its backups; going back to one helps."""
        self.run_cli("generate", "--rows=5")
        before = self.export()
        backup = self.run_cli("backup")[0].rstrip("\n")
        database = self.data / "foothold.db"
        for damage in (database.unlink, lambda: database.write_bytes(b"")):
            damage()
            there = database.exists()
            self.fails("missing or empty", "generate", "--rows=5")
            self.assertEqual(database.exists(), there)
            self.run_cli("restore", backup)
            self.assertEqual(self.export(), before)


class Window(Case):
    """Where something has the data open."""

    def start(self, *words):
        process = subprocess.Popen([SERVICE, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.env, text=True)

        def end():
            process.stdin.close()
            self.assertEqual(process.wait(60), 0)
            process.stdout.close()
        self.addCleanup(end)
        self.assertEqual(process.stdout.readline(), "ready\n")
        return process

    def start_bus(self):
        process = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, env=self.env, text=True)

        def end():
            process.terminate()
            process.wait(60)
            process.stdout.close()
        self.addCleanup(end)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().strip()

    def test_no_bus(self):
        self.start("--silent")
        self.fails("Foothold is open; close it or import there.", "import", LEIPZIG, "--yes")
        self.fails("Foothold is open", "generate", "--rows=5")
        # What only reads needs nobody's leave.
        self.assertEqual(self.read()["opportunities"], [])
        self.run_cli("check")
        self.run_cli("search", "x")

    def test_bus_without_window(self):
        self.start_bus()
        self.start("--silent")
        self.fails("Foothold is open; close it or import there.", "import", LEIPZIG, "--yes")

    def test_import(self):
        self.start_bus()
        window = self.start()
        out = self.fails("nothing was changed", "import", LEIPZIG)
        self.assertIn("1 new opportunity", out)
        out, _ = self.run_cli("import", LEIPZIG, LODZ, "--yes")
        self.assertIn("2 opportunities imported.", out)
        self.assertRegex(out, r"new +Kurzprojekt")
        self.assertIn("Import", window.stdout.readline())  # the window heard of it and can undo it
        self.assertEqual(len(self.read()["opportunities"]), 2)
        self.fails("there already", "import", LEIPZIG, "--yes")
        self.assertIn("1 opportunity imported.", self.run_cli("import", "-", "--yes", stdin=(PAGES / "posting-da-nang.html").read_bytes())[0])
        self.fails("cannot be read", "import", self.folder / "missing.html", "--yes")
        library = self.folder / "library.json"
        library.write_text('{"format": "foothold", "version": 1, "opportunities": [], "goals": [{"id": "15", "rank": 1, "title": "Learn"}]}')
        self.assertEqual(self.run_cli("import", library, "--yes")[0], "1 goal\n1 goal imported.\n")
        self.fails("there already", "import", library, "--yes")
        self.assertEqual(sorted(each["name"] for o in self.read()["opportunities"] for each in o["attachments"])[-2:], ["posting-leipzig.html", "posting-lodz.html"])

    def test_generate(self):
        self.start_bus()
        window = self.start()
        self.assertIn("70 opportunities generated.", self.run_cli("generate", "--rows=70")[0])
        self.assertEqual(window.stdout.readline(), "changed\n")
        self.assertEqual(len(self.read()["opportunities"]), 70)

    def test_restore(self):
        self.start_bus()
        self.run_cli("generate", "--rows=5")
        before = self.export()
        backup = self.run_cli("backup")[0].rstrip("\n")
        self.run_cli("generate", "--rows=9")
        self.start()
        self.run_cli("restore", backup)
        self.assertEqual(self.export(), before)
        rubbish = self.folder / "rubbish.db"
        rubbish.write_bytes(b"x" * 5000)
        self.run_cli("restore", rubbish, status=1)
        self.assertEqual(self.export(), before)

    def test_salvage(self):
        """What can be read of a damaged file becomes a backup; the file stays; restoring the backup gives the rows back."""
        self.run_cli("generate", "--rows=400")
        path = self.data / "foothold.db"
        whole = path.read_bytes()
        damaged = bytearray(whole)
        damaged[:40] = b"x" * 40                                  # the header
        damaged[len(whole) // 2:len(whole) // 2 + 9000] = b"\xa5" * 9000
        path.write_bytes(damaged)
        self.run_cli("check", status=1)
        out, _ = self.run_cli("salvage")
        kept = int(re.search(r"^opportunity: (\d+) kept, ", out, re.M)[1])
        self.assertGreater(kept, 200)
        self.assertEqual(path.read_bytes(), damaged)
        backup = out.rstrip("\n").splitlines()[-1]
        self.run_cli("restore", backup)
        self.assertIn(f"{kept} opportunit", self.run_cli("check")[0])
        self.assertEqual([f.read_bytes() for f in self.data.glob("foothold.db.replaced-*")], [damaged])
        self.assertEqual([f.name for f in (self.data / "backups").iterdir() if not f.name.endswith(".db")], [])

    def test_salvage_of_nothing(self):
        rubbish = self.folder / "rubbish.db"
        rubbish.write_bytes(b"x" * 50000)
        self.run_cli("salvage", rubbish, status=1)
        self.run_cli("salvage", self.folder / "not there.db", status=1)
        self.run_cli("salvage", self.folder, status=1)
        self.assertEqual(list((self.data / "backups").glob("*")), [])

    def test_salvage_waits_for_the_window(self):
        """The data itself is not read while it is open; another file is."""
        self.start_bus()
        self.run_cli("generate", "--rows=3")
        copy = self.folder / "copy of it.db"
        copy.write_bytes((self.data / "foothold.db").read_bytes())
        self.start()
        self.run_cli("salvage", status=1)
        self.run_cli("salvage", copy)

    def test_race(self):
        """Several at once on one folder: each comes in, or says that the data is in use; none is lost or doubled."""
        self.run_cli("generate", "--rows=1")
        names = []
        for number in range(6):
            names.append(self.folder / f"{number}.json")
            names[-1].write_text(json.dumps([{"@context": "https://schema.org", "@type": "JobPosting", "title": f"Number {number}"}]))
        running = [subprocess.Popen([PROGRAM, "import", str(name), "--yes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env, text=True) for name in names]
        done = [process.communicate(timeout=120) for process in running]
        titles = [each["title"] for each in self.read()["opportunities"]]
        for number, process in enumerate(running):
            self.assertEqual(titles.count(f"Number {number}"), 1 if process.returncode == 0 else 0, done[number])
            if process.returncode != 0:
                self.assertIn("Foothold is open", done[number][1])
        self.assertIn(0, [process.returncode for process in running])


if __name__ == "__main__":
    tap.main()
