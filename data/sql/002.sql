-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 2: what the board judges, filters, orders and groups by.

-- How long one spent, or will spend, on applying.
ALTER TABLE opportunity ADD COLUMN minutes_applying INTEGER CHECK (minutes_applying >= 0);
-- The day on which a person last saw that a rolling window is still open.
ALTER TABLE opportunity ADD COLUMN seen_open_on TEXT;
-- How long one's own work takes, in thousandths of what was estimated: 1250 is a quarter more.
ALTER TABLE profile ADD COLUMN overrun_permille INTEGER CHECK (overrun_permille > 0);

-- In the order of the ids, with all that a filter asks about: one walk through one of these answers it, and no row is
-- read. They are always right, because SQLite keeps them.
CREATE INDEX opportunity_facets ON opportunity (id, area, industry, kind, work_mode, pay_kind, source, state, country,
  apply_window, apply_by, posted_on, start_on, minutes_min, minutes_max, starred, unread, archived_at, created_at, seen_open_on);
-- What pay an hour is computed from.
CREATE INDEX opportunity_pay ON opportunity (id, pay_kind, pay_period, currency, pay_gross_min, pay_gross_max, pay_net,
  pay_guaranteed, pay_cap, minutes_min, minutes_max, cost_fees, cost_travel, cost_equipment, cost_software);
-- The least that is said first; minutes_min once more at the end, or the index would not be enough to read.
CREATE INDEX opportunity_hours ON opportunity (coalesce (minutes_min, minutes_max), minutes_max, id, minutes_min);

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

-- Where a person looks for opportunities, how often, and when they last did. host is what addresses of opportunities
-- are compared with.
CREATE TABLE place (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  kind       TEXT NOT NULL DEFAULT 'portal'
             CHECK (kind = 'portal' OR kind = 'company' OR kind = 'professor' OR kind = 'event' OR kind = 'other'),
  name       TEXT NOT NULL CHECK (name <> ''),
  folded     TEXT NOT NULL,
  url        TEXT,
  host       TEXT,
  words      TEXT,
  -- days from one look to the next; NULL: no rhythm
  every_days INTEGER CHECK (every_days BETWEEN 1 AND 3650),
  looked_on  TEXT,
  notes      TEXT,
  batch      INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX place_by_folded ON place (folded);
CREATE INDEX place_by_batch ON place (batch) WHERE batch IS NOT NULL;

-- Where it was found, as the person says; without that, the places at whose address it lies.
ALTER TABLE opportunity ADD COLUMN place_id INTEGER REFERENCES place (id);
CREATE INDEX opportunity_by_place ON opportunity (place_id, state, batch) WHERE place_id IS NOT NULL;
-- The same as before, with what is asked of those that lie at an address.
DROP INDEX opportunity_by_url;
CREATE INDEX opportunity_by_url ON opportunity (url_key, place_id, state, batch) WHERE url_key IS NOT NULL;

-- text is what stands in the search entry, with its filters; list_order a slug of the orders.
CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  text       TEXT NOT NULL CHECK (text <> ''),
  list_order TEXT,
  -- 1: the other way round
  list_reversed INTEGER CHECK (list_reversed IN (0, 1))
) STRICT;

-- Derived, in no undo and no export: how each opportunity is judged, kept right by the triggers below, which undo and
-- redo run too. What changed has generation 0; what everything depends on (goals, weights …) counts the generation of
-- judging up, and with it all are old. Both are judged again in slices, when nothing else is to be done: see
-- foothold-judgements.c. Rows that an import brings with triggers off have none yet.
CREATE TABLE judging (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  -- the generation in which the last one was judged; 0: some have none
  complete   INTEGER NOT NULL,
  -- digest of the rules it was done by; a version with others begins anew
  rules      TEXT
) STRICT;
INSERT INTO judging (id, generation, complete) SELECT 1, 1, NOT EXISTS (SELECT 1 FROM opportunity);
CREATE TABLE judgement (
  opportunity  INTEGER PRIMARY KEY,
  generation   INTEGER NOT NULL,
  -- foothold_worth_sort_key (); NULL: nothing is known
  fit          INTEGER,
  -- all of these are NULL until it is judged for the first time
  known        INTEGER,
  asked        INTEGER,
  clarity      INTEGER,
  warnings     INTEGER,
  skills_had   INTEGER,
  skills_asked INTEGER
) STRICT;
CREATE INDEX judgement_fit ON judgement (fit DESC, opportunity);
CREATE INDEX judgement_stale ON judgement (opportunity) WHERE generation = 0;

-- The view is empty, the work is its trigger's: what is named here is judged again.
CREATE VIEW judgement_again (opportunity) AS SELECT opportunity FROM judgement WHERE 0;
CREATE TRIGGER judgement_again_insert INSTEAD OF INSERT ON judgement_again BEGIN
  INSERT INTO judgement (opportunity, generation) VALUES (new.opportunity, 0)
  ON CONFLICT (opportunity) DO UPDATE SET generation = 0;
END;

CREATE TRIGGER judgement_opportunity_insert AFTER INSERT ON opportunity BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.id);
END;
CREATE TRIGGER judgement_opportunity_update AFTER UPDATE OF area, industry, organisation_id, supervisor_id, description, work_mode, location, country, apply_window,
  apply_by, apply_by_time, apply_by_zone, start_on, end_on, minutes_min, minutes_max, context, objective, scope,
  out_of_scope, timeline, support, support_time, contacts, meetings, check_ins, tools, example, files_place, look_back,
  resources, equipment, connection, language, eligibility, adjustments, pay_kind, pay_period, currency, pay_gross_min,
  pay_gross_max, pay_net, pay_trigger, pay_payer, pay_due, pay_method, pay_paperwork, pay_measure, pay_measured_by,
  pay_guaranteed, pay_cap, cost_fees, cost_travel, cost_equipment, cost_software, minutes_applying, feedback, conversion,
  reference, introduction, showable
ON opportunity BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.id);
END;
CREATE TRIGGER judgement_opportunity_delete AFTER DELETE ON opportunity BEGIN
  DELETE FROM judgement WHERE opportunity = old.id;
END;
CREATE TRIGGER judgement_deliverable_insert AFTER INSERT ON deliverable BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_deliverable_update AFTER UPDATE ON deliverable BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity), (new.opportunity);
END;
CREATE TRIGGER judgement_deliverable_delete AFTER DELETE ON deliverable BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_opportunity_skill_insert AFTER INSERT ON opportunity_skill BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_opportunity_skill_update AFTER UPDATE ON opportunity_skill BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity), (new.opportunity);
END;
CREATE TRIGGER judgement_opportunity_skill_delete AFTER DELETE ON opportunity_skill BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_fact_insert AFTER INSERT ON fact BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_fact_update AFTER UPDATE ON fact BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity), (new.opportunity);
END;
CREATE TRIGGER judgement_fact_delete AFTER DELETE ON fact BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_answer_insert AFTER INSERT ON answer BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (new.opportunity);
END;
CREATE TRIGGER judgement_answer_update AFTER UPDATE ON answer BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity), (new.opportunity);
END;
CREATE TRIGGER judgement_answer_delete AFTER DELETE ON answer BEGIN
  INSERT INTO judgement_again (opportunity) VALUES (old.opportunity);
END;
CREATE TRIGGER judgement_organisation AFTER UPDATE OF type ON organisation WHEN old.type IS NOT new.type BEGIN
  INSERT INTO judgement_again (opportunity) SELECT id FROM opportunity WHERE organisation_id = new.id;
END;

-- What all of them depend on.
CREATE TRIGGER judging_goal_insert AFTER INSERT ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_update AFTER UPDATE ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_delete AFTER DELETE ON goal BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_target_insert AFTER INSERT ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_target_update AFTER UPDATE ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_goal_target_delete AFTER DELETE ON goal_target BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_want_insert AFTER INSERT ON want BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_want_update AFTER UPDATE ON want BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_want_delete AFTER DELETE ON want BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_weight_insert AFTER INSERT ON weight BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_weight_update AFTER UPDATE ON weight BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_weight_delete AFTER DELETE ON weight BEGIN
  UPDATE judging SET generation = generation + 1;
END;
-- Skills that postings brought say nothing about the person.
CREATE TRIGGER judging_skill_insert AFTER INSERT ON skill WHEN new.level IS NOT NULL OR new.wanted = 1 BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_skill_update AFTER UPDATE OF name, level, wanted ON skill
WHEN old.level IS NOT NULL OR new.level IS NOT NULL OR old.wanted = 1 OR new.wanted = 1 BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_skill_delete AFTER DELETE ON skill WHEN old.level IS NOT NULL OR old.wanted = 1 BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_profile_insert AFTER INSERT ON profile BEGIN
  UPDATE judging SET generation = generation + 1;
END;
CREATE TRIGGER judging_profile_update AFTER UPDATE OF country ON profile WHEN old.country IS NOT new.country BEGIN
  UPDATE judging SET generation = generation + 1;
END;
