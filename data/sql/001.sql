-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 1. DESIGN §3 and RELIABILITY R3 say why it looks like this:
-- STRICT, declared integer keys, NULL means "not looked at", no cascades and no
-- generated columns, triggers only to feed the search index.
--
-- Instants are UTC milliseconds (…_at), calendar dates ISO text (…_on, …_by),
-- money is an integer in minor units of the row's currency, effort is minutes.
-- Lists of more than two are chains of OR: for IN SQLite builds a table in memory at every INSERT, which took two
-- thirds of its time, and a sixth of the time of an import.

-- What the person keeps: one row a word that the two extensible lists got added.
CREATE TABLE term (
  id    INTEGER PRIMARY KEY,
  rev   INTEGER NOT NULL DEFAULT 1,
  list  TEXT NOT NULL CHECK (list IN ('area', 'industry')),
  slug  TEXT NOT NULL CHECK (slug <> ''),
  name  TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (list, slug)
) STRICT;

CREATE TABLE import_batch (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  started_at  INTEGER NOT NULL,
  label       TEXT NOT NULL,
  source_name TEXT,
  n_rows      INTEGER NOT NULL DEFAULT 0,
  -- running: being merged; done: shown; hidden: undone; deleting: being removed in slices
  state       TEXT NOT NULL DEFAULT 'running'
              CHECK (state = 'running' OR state = 'done' OR state = 'hidden' OR state = 'deleting')
) STRICT;

CREATE TABLE organisation (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- the name folded for comparing (see foothold_text_fold): "Łódź Labs" and "lodz labs" are one
  folded   TEXT NOT NULL,
  type     TEXT
           CHECK (type = 'company' OR type = 'non-profit' OR type = 'public' OR type = 'university' OR
                  type = 'person' OR type = 'other'),
  industry TEXT,
  size     TEXT,
  country  TEXT,
  url      TEXT,
  notes    TEXT,
  batch    INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX organisation_by_folded ON organisation (folded);
CREATE INDEX organisation_by_batch ON organisation (batch) WHERE batch IS NOT NULL;

CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  rev          INTEGER NOT NULL DEFAULT 1,
  name         TEXT NOT NULL CHECK (name <> ''),
  folded       TEXT NOT NULL,
  organisation_id INTEGER REFERENCES organisation (id),
  role         TEXT
               CHECK (role = 'supervisor' OR role = 'mentor' OR role = 'buddy' OR role = 'sponsor' OR
                      role = 'recruiter' OR role = 'adviser' OR role = 'reference' OR role = 'peer'),
  mail         TEXT,
  phone        TEXT,
  url          TEXT,
  notes        TEXT,
  batch        INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX person_by_folded ON person (folded);
CREATE INDEX person_by_organisation ON person (organisation_id);
CREATE INDEX person_by_batch ON person (batch) WHERE batch IS NOT NULL;

CREATE TABLE opportunity (
  id             INTEGER PRIMARY KEY,
  rev            INTEGER NOT NULL DEFAULT 1,
  origin         TEXT NOT NULL DEFAULT 'found' CHECK (origin IN ('found', 'written')),
  kind           TEXT NOT NULL DEFAULT 'micro-internship'
                 CHECK (kind = 'micro-internship' OR kind = 'course-project' OR kind = 'simulation' OR
                        kind = 'freelance' OR kind = 'internship'),
  state          TEXT NOT NULL DEFAULT 'spotted'
                 CHECK (state = 'spotted' OR state = 'evaluating' OR state = 'shortlisted' OR state = 'applying' OR
                        state = 'dropped' OR state = 'expired' OR state = 'draft' OR state = 'ready' OR
                        state = 'published' OR state = 'in-selection' OR state = 'filled' OR state = 'closed' OR
                        state = 'paused' OR state = 'cancelled'),
  starred        INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  unread         INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1)),
  archived_at    INTEGER,
  created_at     INTEGER NOT NULL,
  title          TEXT NOT NULL CHECK (title <> ''),
  -- what title and url are compared by, written beside them: order of the list, duplicates
  folded         TEXT NOT NULL,
  url_key        TEXT,
  organisation_id INTEGER REFERENCES organisation (id),
  supervisor_id  INTEGER REFERENCES person (id),
  area           TEXT,
  industry       TEXT,
  -- where it was found (slugs in the help), its address there, and where its facts come from
  source         TEXT,
  url            TEXT,
  fact_source    TEXT NOT NULL DEFAULT 'typed'
                 CHECK (fact_source = 'page' OR fact_source = 'file' OR fact_source = 'mail' OR
                        fact_source = 'conversation' OR fact_source = 'guess' OR fact_source = 'typed'),
  -- place and time
  work_mode      TEXT CHECK (work_mode = 'remote' OR work_mode = 'hybrid' OR work_mode = 'on-site'),
  location       TEXT,
  country        TEXT,
  posted_on      TEXT,
  apply_window   TEXT CHECK (apply_window = 'date' OR apply_window = 'rolling' OR apply_window = 'unknown'),
  apply_by       TEXT,
  apply_by_time  TEXT,
  apply_by_zone  TEXT,
  start_on       TEXT,
  end_on         TEXT,
  minutes_min    INTEGER CHECK (minutes_min >= 0),
  minutes_max    INTEGER CHECK (minutes_max >= 0),
  -- the brief
  context        TEXT,
  objective      TEXT,
  scope          TEXT,
  out_of_scope   TEXT,
  timeline       TEXT,
  support        TEXT,
  support_time   TEXT,
  contacts       TEXT,
  meetings       TEXT,
  check_ins      INTEGER CHECK (check_ins >= 0),
  tools          TEXT,
  example        TEXT,
  files_place    TEXT,
  look_back      TEXT,
  resources      TEXT,
  -- requirements
  equipment      TEXT,
  connection     TEXT,
  language       TEXT,
  eligibility    TEXT,
  adjustments    TEXT,
  -- pay: the eight payment facts, results-based terms, one's own costs
  pay_kind       TEXT
                 CHECK (pay_kind = 'fixed' OR pay_kind = 'hourly' OR pay_kind = 'stipend' OR pay_kind = 'results' OR
                        pay_kind = 'unpaid' OR pay_kind = 'unknown'),
  pay_period     TEXT
                 CHECK (pay_period = 'hour' OR pay_period = 'day' OR pay_period = 'week' OR pay_period = 'month' OR
                        pay_period = 'year' OR pay_period = 'project'),
  currency       TEXT CHECK (length (currency) = 3),
  pay_gross_min  INTEGER,
  pay_gross_max  INTEGER,
  pay_net        INTEGER,
  pay_trigger    TEXT,
  pay_payer      TEXT,
  pay_due        TEXT,
  pay_method     TEXT,
  pay_paperwork  TEXT,
  pay_measure    TEXT,
  pay_measured_by TEXT,
  pay_guaranteed INTEGER,
  pay_cap        INTEGER,
  cost_fees      INTEGER,
  cost_travel    INTEGER,
  cost_equipment INTEGER,
  cost_software  INTEGER,
  -- what may come of it
  feedback       INTEGER CHECK (feedback IN (0, 1)),
  conversion     TEXT CHECK (conversion = 'intended' OR conversion = 'before' OR conversion = 'excluded'),
  reference      INTEGER CHECK (reference IN (0, 1)),
  introduction   INTEGER CHECK (introduction IN (0, 1)),
  showable       TEXT CHECK (showable = 'yes' OR showable = 'redacted' OR showable = 'no'),
  -- which import brought it; hidden while that import is undone
  batch          INTEGER REFERENCES import_batch (id),
  -- last, so that reading what comes before does not walk their overflow pages
  description    TEXT,
  notes          TEXT
) STRICT;
-- One covering index an order of the list: all ids come from it without touching a row.
CREATE INDEX opportunity_newest ON opportunity (created_at DESC, id DESC, state, archived_at, starred, batch);
CREATE INDEX opportunity_deadline ON opportunity (apply_by, id, state, archived_at, starred, batch);
CREATE INDEX opportunity_title ON opportunity (folded, id, state, archived_at, starred, batch);
CREATE INDEX opportunity_by_organisation ON opportunity (organisation_id);
CREATE INDEX opportunity_by_url ON opportunity (url_key) WHERE url_key IS NOT NULL;
CREATE INDEX opportunity_by_supervisor ON opportunity (supervisor_id) WHERE supervisor_id IS NOT NULL;
CREATE INDEX opportunity_by_batch ON opportunity (batch) WHERE batch IS NOT NULL;

CREATE TABLE deliverable (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  position    INTEGER NOT NULL,
  title       TEXT NOT NULL CHECK (title <> ''),
  acceptance  TEXT,
  due_on      TEXT
) STRICT;
CREATE INDEX deliverable_by_opportunity ON deliverable (opportunity, position);

-- A named ability: one's own level and evidence, and whether one wants it.
CREATE TABLE skill (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  name     TEXT NOT NULL CHECK (name <> ''),
  folded   TEXT NOT NULL UNIQUE,
  level    INTEGER CHECK (level BETWEEN 0 AND 4),
  wanted   INTEGER NOT NULL DEFAULT 0 CHECK (wanted IN (0, 1)),
  evidence TEXT,
  batch    INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX skill_by_batch ON skill (batch) WHERE batch IS NOT NULL;

CREATE TABLE opportunity_skill (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  position    INTEGER NOT NULL,
  skill       INTEGER NOT NULL REFERENCES skill (id),
  UNIQUE (opportunity, skill)
) STRICT;
CREATE INDEX opportunity_skill_by_skill ON opportunity_skill (skill);

-- Only what differs from the row's own source: a value that came from elsewhere, or "the posting does not say".
CREATE TABLE fact (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  field       TEXT NOT NULL,
  knowledge   TEXT NOT NULL CHECK (knowledge IN ('not-said', 'stated')),
  source      TEXT
              CHECK (source = 'page' OR source = 'file' OR source = 'mail' OR source = 'conversation' OR
                     source = 'guess' OR source = 'typed'),
  batch       INTEGER REFERENCES import_batch (id),
  UNIQUE (opportunity, field)
) STRICT;

-- Every change of state: when, who, from, to, why. seq orders them, never the clock.
CREATE TABLE opportunity_history (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  seq         INTEGER NOT NULL,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  at          INTEGER NOT NULL,
  actor       TEXT NOT NULL DEFAULT 'me' CHECK (actor = 'me' OR actor = 'import' OR actor = 'clock' OR actor = 'host'),
  from_state  TEXT,
  to_state    TEXT NOT NULL,
  reason      TEXT
) STRICT;
CREATE INDEX opportunity_history_by_opportunity ON opportunity_history (opportunity, seq);

-- Files are kept beside the database under their SHA-256; the row says what they are.
CREATE TABLE attachment (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  added_at    INTEGER NOT NULL,
  role        TEXT NOT NULL DEFAULT 'file' CHECK (role IN ('page', 'file')),
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  size        INTEGER NOT NULL CHECK (size >= 0),
  sha256      TEXT NOT NULL CHECK (length (sha256) = 64),
  batch       INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX attachment_by_opportunity ON attachment (opportunity);
CREATE INDEX attachment_by_sha256 ON attachment (sha256);

-- One row, id 1: the person.
CREATE TABLE profile (
  id               INTEGER PRIMARY KEY CHECK (id = 1),
  rev              INTEGER NOT NULL DEFAULT 1,
  role             TEXT NOT NULL DEFAULT 'student' CHECK (role = 'student' OR role = 'manager' OR role = 'both'),
  name             TEXT,
  country          TEXT,
  currency         TEXT CHECK (length (currency) = 3),
  minutes_per_week INTEGER CHECK (minutes_per_week >= 0),
  -- the least one works for, an hour, minor units of floor_currency
  floor            INTEGER,
  floor_currency   TEXT
) STRICT;

CREATE TABLE goal (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  rank     INTEGER NOT NULL,
  title    TEXT NOT NULL CHECK (title <> ''),
  notes    TEXT
) STRICT;

CREATE TABLE goal_target (
  id    INTEGER PRIMARY KEY,
  rev   INTEGER NOT NULL DEFAULT 1,
  goal  INTEGER NOT NULL REFERENCES goal (id),
  kind  TEXT NOT NULL CHECK (kind = 'area' OR kind = 'industry' OR kind = 'skill'),
  -- a slug of the list, or a skill's name
  value TEXT NOT NULL CHECK (value <> ''),
  UNIQUE (goal, kind, value)
) STRICT;

CREATE TABLE want (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL CHECK (text <> '')
) STRICT;

-- The undo stack, ours and local: never exported, never applied from outside.
CREATE TABLE change (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  label     TEXT NOT NULL,
  undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  batch     INTEGER REFERENCES import_batch (id),
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX change_by_batch ON change (batch) WHERE batch IS NOT NULL;

-- What is searched, as one view: the triggers and the importer read it, nobody repeats it.
CREATE VIEW opportunity_text (id, title, organisation, skills, place, text) AS
SELECT o.id, o.title, coalesce (g.name, ''),
       coalesce ((SELECT group_concat (s.name, ' ; ') FROM opportunity_skill os JOIN skill s ON s.id = os.skill
                  WHERE os.opportunity = o.id), ''),
       coalesce (o.location, ''),
       coalesce (o.description, '') || ' ' || coalesce (o.objective, '') || ' ' || coalesce (o.context, '') || ' '
         || coalesce (o.scope, '') || ' ' || coalesce (o.notes, '')
FROM opportunity o LEFT JOIN organisation g ON g.id = o.organisation_id;

-- Two indexes over that view. The large one answers words of three letters and more; one or two
-- letters match so much of it that the small one, over the few words people search for by their
-- beginning, answers them with an index of prefixes. Contentless: nothing is stored twice, and
-- with contentless_delete a trigger needs no old values, only the rowid. The small one is asked
-- for sets of rows alone, never for phrases or columns, so it keeps no positions.
CREATE VIRTUAL TABLE opportunity_search USING fts5 (title, organisation, skills, place, text,
  content = '', contentless_delete = 1, tokenize = 'foothold');
CREATE VIRTUAL TABLE opportunity_search_short USING fts5 (title, organisation, skills, place,
  content = '', contentless_delete = 1, tokenize = 'foothold', prefix = '1 2 3', detail = none);

-- One list of what is to be indexed again; everything below only names rows in it. The view is
-- empty, the work is its trigger's.
CREATE VIEW opportunity_stale (id) AS SELECT id FROM opportunity WHERE 0;
CREATE TRIGGER opportunity_stale_insert INSTEAD OF INSERT ON opportunity_stale BEGIN
  DELETE FROM opportunity_search WHERE rowid = new.id;
  DELETE FROM opportunity_search_short WHERE rowid = new.id;
  INSERT INTO opportunity_search (rowid, title, organisation, skills, place, text)
  SELECT id, title, organisation, skills, place, text FROM opportunity_text WHERE id = new.id;
  INSERT INTO opportunity_search_short (rowid, title, organisation, skills, place)
  SELECT id, title, organisation, skills, place FROM opportunity_text WHERE id = new.id;
END;

CREATE TRIGGER opportunity_search_insert AFTER INSERT ON opportunity BEGIN
  INSERT INTO opportunity_stale (id) VALUES (new.id);
END;
CREATE TRIGGER opportunity_search_delete AFTER DELETE ON opportunity BEGIN
  DELETE FROM opportunity_search WHERE rowid = old.id;
  DELETE FROM opportunity_search_short WHERE rowid = old.id;
END;
CREATE TRIGGER opportunity_search_update AFTER UPDATE OF title, organisation_id, location, description, objective, context, scope, notes
ON opportunity
WHEN old.title IS NOT new.title OR old.organisation_id IS NOT new.organisation_id OR old.location IS NOT new.location
  OR old.description IS NOT new.description OR old.objective IS NOT new.objective OR old.context IS NOT new.context
  OR old.scope IS NOT new.scope OR old.notes IS NOT new.notes
BEGIN
  INSERT INTO opportunity_stale (id) VALUES (new.id);
END;
CREATE TRIGGER opportunity_search_organisation AFTER UPDATE OF name ON organisation WHEN old.name IS NOT new.name BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE organisation_id = new.id;
END;
-- Undo may bring a name back after the rows that use it.
CREATE TRIGGER opportunity_search_organisation_insert AFTER INSERT ON organisation BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE organisation_id = new.id;
END;
CREATE TRIGGER opportunity_search_skill AFTER UPDATE OF name ON skill WHEN old.name IS NOT new.name BEGIN
  INSERT INTO opportunity_stale (id) SELECT opportunity FROM opportunity_skill WHERE skill = new.id;
END;
CREATE TRIGGER opportunity_search_skill_insert AFTER INSERT ON skill BEGIN
  INSERT INTO opportunity_stale (id) SELECT opportunity FROM opportunity_skill WHERE skill = new.id;
END;
CREATE TRIGGER opportunity_search_link AFTER INSERT ON opportunity_skill BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id = new.opportunity;
END;
CREATE TRIGGER opportunity_search_unlink AFTER DELETE ON opportunity_skill BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id = old.opportunity;
END;
CREATE TRIGGER opportunity_search_relink AFTER UPDATE OF skill, opportunity ON opportunity_skill
WHEN old.skill IS NOT new.skill OR old.opportunity IS NOT new.opportunity BEGIN
  INSERT INTO opportunity_stale (id) SELECT id FROM opportunity WHERE id IN (old.opportunity, new.opportunity);
END;
