-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 2: judging, filters, tags, saved searches.

-- What lists are filtered by, in the order of the ids: one walk through it answers any filter, and no row is read.
-- It is always right, because SQLite keeps it.
CREATE INDEX opportunity_facets ON opportunity (id, area, industry, kind, work_mode, pay_kind, source, state, country,
  apply_window, apply_by, posted_on, start_on, minutes_min, minutes_max, starred, unread, archived_at, created_at);

-- A person's own words on an opportunity.
CREATE TABLE tag (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL CHECK (name <> ''),
  -- see foothold_text_fold: “Summer” and “summer” are one tag
  folded      TEXT NOT NULL,
  batch       INTEGER REFERENCES import_batch (id),
  UNIQUE (opportunity, folded)
) STRICT;
CREATE INDEX tag_by_folded ON tag (folded, opportunity);
CREATE INDEX tag_by_batch ON tag (batch) WHERE batch IS NOT NULL;

-- A search with its filters and its order, in the sidebar.
CREATE TABLE saved_search (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- as it is typed above the list, so that “due:<2w” counts from the day it is asked
  query    TEXT NOT NULL,
  sorting  TEXT NOT NULL DEFAULT 'newest'
) STRICT;

-- How much each score counts (percent; NULL is the program's default), what one's hours usually become (15 h for 12 h
-- is 1250), how long one needs to apply, and where the reference floor comes from.
ALTER TABLE profile ADD COLUMN weight_alignment INTEGER CHECK (weight_alignment BETWEEN 0 AND 100);
ALTER TABLE profile ADD COLUMN weight_learning INTEGER CHECK (weight_learning BETWEEN 0 AND 100);
ALTER TABLE profile ADD COLUMN weight_growth INTEGER CHECK (weight_growth BETWEEN 0 AND 100);
ALTER TABLE profile ADD COLUMN overrun_permille INTEGER CHECK (overrun_permille BETWEEN 100 AND 10000);
ALTER TABLE profile ADD COLUMN applying_minutes INTEGER CHECK (applying_minutes >= 0);

-- A rate of exchange that the person typed, with its date: millionths of one unit of the second for one of the first.
CREATE TABLE exchange_rate (
  id            INTEGER PRIMARY KEY,
  rev           INTEGER NOT NULL DEFAULT 1,
  from_currency TEXT NOT NULL CHECK (length (from_currency) = 3),
  to_currency   TEXT NOT NULL CHECK (length (to_currency) = 3),
  micro         INTEGER NOT NULL CHECK (micro > 0),
  on_date       TEXT NOT NULL,
  UNIQUE (from_currency, to_currency)
) STRICT;

-- What a person answered to what rules ask and no field holds: “unpaid/training”, “warning/…”, and for one's wants
-- “want/” and the id: whether evidence says it is met.
CREATE TABLE answer (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  question    TEXT NOT NULL CHECK (question <> ''),
  answer      TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  evidence    TEXT,
  batch       INTEGER REFERENCES import_batch (id),
  UNIQUE (opportunity, question)
) STRICT;
CREATE INDEX answer_by_batch ON answer (batch) WHERE batch IS NOT NULL;

-- What the rules make of an opportunity, so that 100,000 can be sorted and filtered by it. Derived: never recorded for
-- undo, never exported. A row whose generation is not the present one (judging) is out of date and is judged again,
-- in the transaction that made it so where these are few, in slices behind it where they are many.
CREATE TABLE judgement (
  id         INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL DEFAULT 0,
  fit        INTEGER NOT NULL DEFAULT 0, -- low end, then high end: foothold_worth_sort_key ()
  clarity    INTEGER NOT NULL DEFAULT 0, -- percent
  warned     INTEGER NOT NULL DEFAULT 0,
  -- an hour, in minor units: as listed, and in the person's own currency where a rate of exchange was typed
  rate_min   INTEGER,
  rate_max   INTEGER,
  own_rate_min INTEGER,
  own_rate_max INTEGER,
  currency   TEXT
) STRICT;
CREATE INDEX judgement_generation ON judgement (generation);
CREATE INDEX judgement_fit ON judgement (fit DESC, id DESC);
CREATE INDEX judgement_rate ON judgement (own_rate_min DESC, id DESC);
CREATE TABLE judging (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  -- what depends on today (a deadline that passes) is judged as of this day
  judged_on  TEXT
) STRICT;
INSERT INTO judging (id, generation) VALUES (1, 1);
INSERT INTO judgement (id) SELECT id FROM opportunity;
CREATE INDEX opportunity_hours ON opportunity (minutes_min, minutes_max, id);

CREATE TRIGGER judgement_insert AFTER INSERT ON opportunity BEGIN
  INSERT OR IGNORE INTO judgement (id) VALUES (new.id);
END;
CREATE TRIGGER judgement_delete AFTER DELETE ON opportunity BEGIN
  DELETE FROM judgement WHERE id = old.id;
END;
-- All that a rule reads. Stars, notes and states are not judged.
CREATE TRIGGER judgement_update AFTER UPDATE OF kind, organisation_id, supervisor_id, area, industry, description, url,
  work_mode, location, country, apply_window, apply_by, start_on, end_on, minutes_min, minutes_max, context, objective, scope,
  out_of_scope, timeline, support, support_time, contacts, meetings, check_ins, tools, example, files_place, look_back,
  resources, equipment, connection, language, eligibility, adjustments, pay_kind, pay_period, currency, pay_gross_min,
  pay_gross_max, pay_net, pay_trigger, pay_payer, pay_due, pay_method, pay_paperwork, pay_measure, pay_measured_by,
  pay_guaranteed, pay_cap, cost_fees, cost_travel, cost_equipment, cost_software, feedback, conversion, reference,
  introduction, showable ON opportunity BEGIN
  UPDATE judgement SET generation = 0 WHERE id = new.id;
END;
-- One list of what is to be judged again; what belongs to an opportunity only names it. The view is empty, the work is its
-- trigger's.
CREATE VIEW judgement_stale (id) AS SELECT id FROM judgement WHERE 0;
CREATE TRIGGER judgement_stale_insert INSTEAD OF INSERT ON judgement_stale BEGIN
  UPDATE judgement SET generation = 0 WHERE id = new.id;
END;
CREATE TRIGGER judgement_deliverable_insert AFTER INSERT ON deliverable BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_deliverable_update AFTER UPDATE ON deliverable BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_deliverable_delete AFTER DELETE ON deliverable BEGIN
  INSERT INTO judgement_stale (id) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_fact_insert AFTER INSERT ON fact BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_fact_update AFTER UPDATE ON fact BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_fact_delete AFTER DELETE ON fact BEGIN
  INSERT INTO judgement_stale (id) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_answer_insert AFTER INSERT ON answer BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_answer_update AFTER UPDATE ON answer BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_answer_delete AFTER DELETE ON answer BEGIN
  INSERT INTO judgement_stale (id) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_skill_link AFTER INSERT ON opportunity_skill BEGIN
  INSERT INTO judgement_stale (id) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_skill_unlink AFTER DELETE ON opportunity_skill BEGIN
  INSERT INTO judgement_stale (id) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_skill AFTER UPDATE OF level, wanted ON skill BEGIN
  INSERT INTO judgement_stale (id) SELECT opportunity FROM opportunity_skill WHERE skill = new.id;
END;
-- What concerns all of them: one number instead of 100,000 rows.
CREATE TRIGGER judging_profile_insert AFTER INSERT ON profile BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_profile_update AFTER UPDATE OF country, currency, floor, floor_currency, weight_alignment, weight_learning, weight_growth,
  overrun_permille, applying_minutes ON profile BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_insert AFTER INSERT ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_update AFTER UPDATE OF rank ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_delete AFTER DELETE ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_target_insert AFTER INSERT ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_target_update AFTER UPDATE ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_target_delete AFTER DELETE ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_want_insert AFTER INSERT ON want BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_want_delete AFTER DELETE ON want BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_rate_insert AFTER INSERT ON exchange_rate BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_rate_update AFTER UPDATE ON exchange_rate BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_rate_delete AFTER DELETE ON exchange_rate BEGIN
  UPDATE judging SET generation = generation + 1;
END;
