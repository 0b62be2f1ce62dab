# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Applications, people and what is due of them, put into a data directory that nothing has open: days count from today."""
import datetime
import os
import sqlite3
import time

EPOCH_MS = 1577836800000


def day(n):
    """ISO, in so many days."""
    return (datetime.date.today() + datetime.timedelta(days=n)).isoformat()


class TrackerData:
    """with TrackerData(dir) as data: data.application("Logo", "Acme", state="submitted", sent_on=day(-12))."""

    def __init__(self, directory):
        self.db = sqlite3.connect(os.path.join(directory, "foothold.db"))
        # what the triggers do wants the program's own tokenizer
        self.db.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        self.next = (int(time.time() * 1000) - EPOCH_MS - 3600000) << 22

    def __enter__(self):
        return self

    def __exit__(self, kind, *exc):
        if kind is None:
            self.db.commit()
        self.db.close()

    def insert(self, table, **values):
        self.next += 1
        values = {"id": self.next, **values}
        self.db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))
        return values["id"]

    def organisation(self, name):
        if name is None:
            return None
        row = self.db.execute("SELECT id FROM organisation WHERE name = ?", (name,)).fetchone()
        return row[0] if row else self.insert("organisation", name=name, folded=name.lower())

    def application(self, title, organisation=None, state="submitted", opportunity=None, history=(), **values):
        """history: (state, day) each, after the draft."""
        found = self.insert("opportunity", created_at=0, title=title, folded=title.lower(), state="applying", organisation_id=self.organisation(organisation), **(opportunity or {}))
        stage = {"draft": 1, "submitted": 2, "acknowledged": 2, "under-review": 2, "interview": 3, "shortlisted": 3, "offer": 4}.get(state, 5)
        made = self.insert("application", opportunity=found, state=state, stage=stage, position=self.next & 0xffffff, created_at=int(time.time() * 1000), **values)
        before = "draft"
        steps = list(history) or ([(state, values.get("sent_on") or day(0))] if state != "draft" else [])
        for seq, (to, when) in enumerate(steps, 1):
            at = int(datetime.datetime.fromisoformat(f"{when}T10:00:00").timestamp() * 1000)
            self.insert("application_history", seq=seq, application=made, at=at, from_state=before, to_state=to)
            before = to
        return made

    def person(self, name, organisation=None, **values):
        return self.insert("person", name=name, folded=name.lower(), organisation_id=self.organisation(organisation), created_at=int(time.time() * 1000), **values)


def a_week_of_work(directory):
    """Something of every kind that is due, as a student has it."""
    with TrackerData(directory) as data:
        interview = data.application("Survey of competitors", "Kulturhaus Gera", state="interview", sent_on=day(-20), heard_on=day(-3))
        data.insert("interview", application=interview, meets_on=day(1), meets_time="10:00", kind="video")
        data.application("Brand guide", "Lindens", state="offer", sent_on=day(-25), heard_on=day(-2), offer_by=day(3))
        silent = data.application("Logo for the summer school", "Acme Labs", state="submitted", sent_on=day(-12))
        mara = data.person("Mara Lind", "Acme Labs", mail="mara@acme.example", role="recruiter")
        data.insert("person_link", person=mara, application=silent)
        data.application("Data clean-up", "North Archive", state="acknowledged", sent_on=day(-33))
        data.application("Menu cards", "Bistro Mar", state="submitted", sent_on=day(-40))
        data.application("Translation of a leaflet", "Łódź Labs", state="submitted", sent_on=day(-2))
        data.application("Landing page", "Harbour Books", state="draft", opportunity={"apply_by": day(5), "apply_window": "date"})
        data.application("Interviews with users", "Open Maps", state="under-review", sent_on=day(-8), heard_on=day(-6), next_step="Send two more samples", next_step_on=day(0))
        data.person("Tomás Ferreira", "Harbour Books", every_days=30, next_step=None)
        ana = data.person("Ana Petrović", "Open Maps", every_days=60)
        data.insert("conversation", person=ana, held_on=day(-64))
        data.insert("outreach", state="asked", created_at=0, organisation_id=data.organisation("City Museum"), again_on=day(-1))
    return directory
