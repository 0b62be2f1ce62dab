#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People that come in from files of contacts: nothing of a card is lost, whether somebody is new or known."""
import test_cli
import tap

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Ada Kowalska
ORG:Acme
EMAIL:ada@acme.example
EMAIL;TYPE=home:ada@home.example
TEL:+48 1
TEL;TYPE=cell:+48 2
ADR:;;Street 1;Łódź;;90-001;Poland
BDAY:1980-03-22
END:VCARD
"""
OTHER = """BEGIN:VCARD
VERSION:4.0
FN:Ada Kowalska
ORG:Acme
EMAIL:ada@lab.example
EMAIL:ada@home.example
TITLE:Head of research
END:VCARD
"""


class People(test_cli.Case):
    def take(self, card, status=0):
        path = self.folder / "people.vcf"
        path.write_text(card, encoding="utf-8")
        return self.run_cli("import", path, "--yes", status=status)[0]

    def contacts(self):
        return sorted((c["kind"], c["value"]) for c in self.read()["person_contacts"])

    def test_every_contact_of_a_card(self):
        self.take(CARD)
        self.assertEqual([(p["mail"], p["phone"]) for p in self.read()["persons"]], [("ada@acme.example", "+48 1")])
        self.assertEqual(self.contacts(), [("address", "Street 1, Łódź, 90-001, Poland"), ("birthday", "1980-03-22"), ("mail", "ada@home.example"), ("phone", "+48 2")])
        self.take(CARD, status=1)                                        # nothing new
        self.assertEqual(len(self.contacts()), 4)

    def test_known_person_keeps_both(self):
        self.take(CARD)
        self.assertEqual("More about 1 person\nMore about 1 person imported.\n", self.take(OTHER))
        self.assertEqual([(p["mail"], p["job_title"]) for p in self.read()["persons"]], [("ada@acme.example", "Head of research")])
        self.assertEqual([value for kind, value in self.contacts() if kind == "mail"], ["ada@home.example", "ada@lab.example"])

    def test_a_number_alone_is_news(self):
        self.take(CARD)
        self.take("BEGIN:VCARD\nVERSION:4.0\nFN:Ada Kowalska\nORG:Acme\nEMAIL:ada@acme.example\nTEL:+48 3\nEND:VCARD\n")
        self.assertEqual([value for kind, value in self.contacts() if kind == "phone"], ["+48 2", "+48 3"])

    def test_vcard_again(self):
        """What is written is the same that was read."""
        self.take(CARD)
        before = self.contacts()
        written = self.run_cli("export", "vcard")[0]
        self.data = self.folder / "another"
        self.env["FOOTHOLD_DATA_DIR"] = str(self.data)
        self.take(written)
        self.assertEqual(self.contacts(), before)


if __name__ == "__main__":
    tap.main()
