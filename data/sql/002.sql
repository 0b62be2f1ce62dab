-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 2: what the board judges, filters, orders and groups by.

-- In the order of the ids, with all that a filter asks about: one walk through one of these answers it, and no row is
-- read. They are always right, because SQLite keeps them.
CREATE INDEX opportunity_facets ON opportunity (id, area, industry, kind, work_mode, pay_kind, source, state, country,
  apply_window, apply_by, posted_on, start_on, minutes_min, minutes_max, starred, unread, archived_at, created_at);
-- What pay an hour is computed from.
CREATE INDEX opportunity_pay ON opportunity (id, pay_kind, pay_period, currency, pay_gross_min, pay_gross_max, pay_net,
  pay_guaranteed, pay_cap, minutes_min, minutes_max, cost_fees, cost_travel, cost_equipment, cost_software);
CREATE INDEX opportunity_hours ON opportunity (minutes_min, minutes_max, id);

-- A person's own words on an opportunity, recognised by the folded one.
CREATE TABLE opportunity_tag (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL CHECK (name <> ''),
  folded      TEXT NOT NULL CHECK (folded <> ''),
  UNIQUE (opportunity, folded)
) STRICT;
CREATE INDEX opportunity_tag_by_folded ON opportunity_tag (folded, opportunity);

-- What a person answered about one opportunity to a question that no field holds: "unpaid/training",
-- "warning-signs/no-conversation", "want/ID" (whether evidence says that want is met).
CREATE TABLE answer (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  item        TEXT NOT NULL CHECK (item <> ''),
  answer      TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no'),
  source      TEXT
              CHECK (source = 'page' OR source = 'file' OR source = 'mail' OR source = 'conversation' OR
                     source = 'guess' OR source = 'typed'),
  note        TEXT,
  batch       INTEGER REFERENCES import_batch (id),
  UNIQUE (opportunity, item)
) STRICT;

-- How much a part of the judging counts, in thousandths, where it is not our default.
CREATE TABLE weight (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  part     TEXT NOT NULL UNIQUE CHECK (part <> ''),
  permille INTEGER NOT NULL CHECK (permille >= 0)
) STRICT;

-- Rates of exchange that the person typed: so many millionths of one unit of the second for one of the first.
CREATE TABLE exchange_rate (
  id            INTEGER PRIMARY KEY,
  rev           INTEGER NOT NULL DEFAULT 1,
  from_currency TEXT NOT NULL CHECK (length (from_currency) = 3),
  to_currency   TEXT NOT NULL CHECK (length (to_currency) = 3),
  micro         INTEGER NOT NULL CHECK (micro > 0),
  typed_on      TEXT NOT NULL,
  UNIQUE (from_currency, to_currency)
) STRICT;

-- text is what stands in the search entry, with its filters; list_order a slug of the orders.
CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  text       TEXT NOT NULL CHECK (text <> ''),
  list_order TEXT
) STRICT;

-- Derived, in no undo and no export: how each opportunity is judged. What carries an older generation than
-- judging says is judged again when nothing else is to be done.
CREATE TABLE judging (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL
) STRICT;
INSERT INTO judging (id, generation) VALUES (1, 1);
CREATE TABLE judgement (
  opportunity  INTEGER PRIMARY KEY,
  generation   INTEGER NOT NULL,
  -- foothold_worth_sort_key ()
  fit          INTEGER NOT NULL,
  known        INTEGER NOT NULL,
  asked        INTEGER NOT NULL,
  clarity      INTEGER NOT NULL,
  warnings     INTEGER NOT NULL,
  skills_had   INTEGER NOT NULL,
  skills_asked INTEGER NOT NULL
) STRICT;
CREATE INDEX judgement_fit ON judgement (fit DESC, opportunity);

-- Tags are found by their beginning too, as skills are.
DROP VIEW opportunity_text;
CREATE VIEW opportunity_text (id, title, organisation, skills, place, text) AS
SELECT o.id, o.title, coalesce (g.name, ''),
       coalesce ((SELECT group_concat (s.name, ' ; ') FROM opportunity_skill os JOIN skill s ON s.id = os.skill
                  WHERE os.opportunity = o.id), '')
         || coalesce ((SELECT ' ; ' || group_concat (t.name, ' ; ') FROM opportunity_tag t WHERE t.opportunity = o.id), ''),
       coalesce (o.location, ''),
       coalesce (o.description, '') || ' ' || coalesce (o.objective, '') || ' ' || coalesce (o.context, '') || ' '
         || coalesce (o.scope, '') || ' ' || coalesce (o.notes, '')
FROM opportunity o LEFT JOIN organisation g ON g.id = o.organisation_id;
CREATE TRIGGER opportunity_search_tag AFTER INSERT ON opportunity_tag BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id = new.opportunity;
END;
CREATE TRIGGER opportunity_search_untag AFTER DELETE ON opportunity_tag BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id = old.opportunity;
END;
CREATE TRIGGER opportunity_search_retag AFTER UPDATE OF name, opportunity ON opportunity_tag
WHEN old.name IS NOT new.name OR old.opportunity IS NOT new.opportunity BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id IN (old.opportunity, new.opportunity);
END;
