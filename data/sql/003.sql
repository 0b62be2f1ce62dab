-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 3: applications with all that was sent and said, the people behind them, and what came of them.

-- The columns of the tracker. preset: which of our five it is, whose name follows the language as long as name is NULL.
-- states: the slugs of the states it holds, in order, with a space between them. card_limit colours and never refuses.
CREATE TABLE stage (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  position   INTEGER NOT NULL,
  preset     TEXT UNIQUE
             CHECK (preset = 'preparing' OR preset = 'sent' OR preset = 'talking' OR preset = 'offer' OR preset = 'done'),
  name       TEXT CHECK (name <> ''),
  kind       TEXT NOT NULL CHECK (kind = 'open' OR kind = 'waiting' OR kind = 'won' OR kind = 'lost'),
  states     TEXT NOT NULL CHECK (states <> ''),
  card_limit INTEGER CHECK (card_limit > 0),
  collapsed  INTEGER NOT NULL DEFAULT 0 CHECK (collapsed IN (0, 1)),
  CHECK (preset IS NOT NULL OR name IS NOT NULL)
) STRICT;
-- The same ids for everybody, so that two profiles' columns are one.
INSERT INTO stage (id, position, preset, kind, states) VALUES
  (1, 0, 'preparing', 'open', 'draft'),
  (2, 1, 'sent', 'waiting', 'submitted acknowledged under-review'),
  (3, 2, 'talking', 'open', 'interview shortlisted'),
  (4, 3, 'offer', 'open', 'offer'),
  (5, 4, 'done', 'won', 'accepted declined offer-declined withdrawn no-answer');

-- stage: the column it stands in, always one that holds its state where there is one (rules/foothold-stages.h).
-- position: its place in there, in steps that leave room between two; smaller is higher.
-- heard_on: the host's last sign of life. What is due by offer_by follows the rules of apply_by.
CREATE TABLE application (
  id             INTEGER PRIMARY KEY,
  rev            INTEGER NOT NULL DEFAULT 1,
  opportunity    INTEGER NOT NULL REFERENCES opportunity (id),
  state          TEXT NOT NULL DEFAULT 'draft'
                 CHECK (state = 'draft' OR state = 'submitted' OR state = 'acknowledged' OR state = 'under-review' OR
                        state = 'shortlisted' OR state = 'interview' OR state = 'offer' OR state = 'accepted' OR
                        state = 'declined' OR state = 'withdrawn' OR state = 'offer-declined' OR state = 'no-answer'),
  stage          INTEGER NOT NULL REFERENCES stage (id),
  position       INTEGER NOT NULL,
  created_at     INTEGER NOT NULL,
  archived_at    INTEGER,
  sent_on        TEXT,
  channel        TEXT
                 CHECK (channel = 'portal' OR channel = 'mail' OR channel = 'form' OR channel = 'message' OR
                        channel = 'phone' OR channel = 'in-person' OR channel = 'referral' OR channel = 'other'),
  resume_version TEXT,
  heard_on       TEXT,
  next_step      TEXT,
  next_step_on   TEXT,
  offer_by       TEXT,
  offer_by_time  TEXT,
  offer_by_zone  TEXT,
  snoozed_until  TEXT,
  -- why an offer was accepted although payment facts were missing
  override_reason TEXT,
  batch          INTEGER REFERENCES import_batch (id),
  statement      TEXT,
  notes          TEXT
) STRICT;
CREATE INDEX application_by_stage ON application (stage, position, id, archived_at, batch);
CREATE INDEX application_by_opportunity ON application (opportunity, state, archived_at, batch);
CREATE INDEX application_by_batch ON application (batch) WHERE batch IS NOT NULL;
-- With all that a filter, a clock and an order ask about.
CREATE INDEX application_facets ON application (id, state, stage, opportunity, archived_at, sent_on, heard_on,
  next_step_on, offer_by, snoozed_until, channel, created_at, batch);

CREATE TABLE application_history (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  seq         INTEGER NOT NULL,
  application INTEGER NOT NULL REFERENCES application (id),
  at          INTEGER NOT NULL,
  actor       TEXT NOT NULL DEFAULT 'me' CHECK (actor = 'me' OR actor = 'import' OR actor = 'clock' OR actor = 'host'),
  from_state  TEXT,
  to_state    TEXT NOT NULL,
  reason      TEXT
) STRICT;
CREATE INDEX application_history_by_application ON application_history (application, seq);

-- A question that the host asked and what was answered. folded: by which the same question is recognised.
CREATE TABLE application_answer (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  position    INTEGER NOT NULL,
  question    TEXT NOT NULL CHECK (question <> ''),
  folded      TEXT NOT NULL,
  answer      TEXT
) STRICT;
CREATE INDEX application_answer_by_application ON application_answer (application, position);
CREATE INDEX application_answer_by_folded ON application_answer (folded);

-- The files that were sent: the bytes lie under their SHA-256 like those of an opportunity.
CREATE TABLE application_file (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  added_at    INTEGER NOT NULL,
  role        TEXT NOT NULL DEFAULT 'file'
              CHECK (role = 'resume' OR role = 'letter' OR role = 'sample' OR role = 'file'),
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  size        INTEGER NOT NULL CHECK (size >= 0),
  sha256      TEXT NOT NULL CHECK (length (sha256) = 64)
) STRICT;
CREATE INDEX application_file_by_application ON application_file (application);
CREATE INDEX application_file_by_sha256 ON application_file (sha256);

CREATE TABLE checklist_item (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  position    INTEGER NOT NULL,
  text        TEXT NOT NULL CHECK (text <> ''),
  done_on     TEXT
) STRICT;
CREATE INDEX checklist_item_by_application ON checklist_item (application, position);

-- What a new application begins with, once the person has changed our list; empty until then.
CREATE TABLE checklist_template (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL CHECK (text <> '')
) STRICT;

-- meets_zone: IANA; NULL is where the person is.
CREATE TABLE interview (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  meets_on    TEXT,
  meets_time  TEXT,
  meets_zone  TEXT,
  minutes     INTEGER CHECK (minutes > 0),
  kind        TEXT
              CHECK (kind = 'phone' OR kind = 'video' OR kind = 'on-site' OR kind = 'task' OR kind = 'other'),
  place       TEXT,
  url         TEXT,
  notes       TEXT
) STRICT;
CREATE INDEX interview_by_application ON interview (application, meets_on);
CREATE INDEX interview_by_day ON interview (meets_on);

-- A follow-up that was sent, or is being written (sent_on NULL).
CREATE TABLE follow_up (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  sent_on     TEXT,
  text        TEXT
) STRICT;
CREATE INDEX follow_up_by_application ON follow_up (application, sent_on);

-- Something one did, told so that it can be told again. skill: the name of what it shows, or NULL.
CREATE TABLE story (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  title      TEXT NOT NULL CHECK (title <> ''),
  situation  TEXT,
  task       TEXT,
  action     TEXT,
  result     TEXT,
  skill      TEXT
) STRICT;

-- Which of them answers a likely question of an interview. question: by which the same one is recognised in another
-- application ("general/…", "skill/…" with the folded name); text: as it was asked.
CREATE TABLE interview_story (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  question    TEXT NOT NULL CHECK (question <> ''),
  text        TEXT,
  story       INTEGER NOT NULL REFERENCES story (id)
) STRICT;
CREATE INDEX interview_story_by_application ON interview_story (application, question);
CREATE INDEX interview_story_by_question ON interview_story (question);
CREATE INDEX interview_story_by_story ON interview_story (story);

-- What one wants to ask the host. item: the rule it comes from ("clarity/…"), NULL for one's own words.
CREATE TABLE host_question (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  application INTEGER NOT NULL REFERENCES application (id),
  position    INTEGER NOT NULL,
  item        TEXT,
  text        TEXT NOT NULL CHECK (text <> ''),
  asked_on    TEXT
) STRICT;
CREATE INDEX host_question_by_application ON host_question (application, position);

-- What else is kept of a person.
ALTER TABLE person ADD COLUMN job_title TEXT;
ALTER TABLE person ADD COLUMN met_on TEXT;
-- how and where one met
ALTER TABLE person ADD COLUMN met_how TEXT;
ALTER TABLE person ADD COLUMN offered TEXT;
ALTER TABLE person ADD COLUMN next_step TEXT;
ALTER TABLE person ADD COLUMN next_step_on TEXT;
-- days from one contact to the next; NULL: no rhythm
ALTER TABLE person ADD COLUMN every_days INTEGER CHECK (every_days BETWEEN 1 AND 3650);
ALTER TABLE person ADD COLUMN snoozed_until TEXT;
-- whether they may be named as a reference, and until when
ALTER TABLE person ADD COLUMN reference TEXT CHECK (reference = 'asked' OR reference = 'yes' OR reference = 'no');
ALTER TABLE person ADD COLUMN reference_until TEXT;
ALTER TABLE person ADD COLUMN created_at INTEGER;
ALTER TABLE person ADD COLUMN archived_at INTEGER;

-- Further addresses and numbers, beside the first of each kind in the person's row.
CREATE TABLE person_contact (
  id       INTEGER PRIMARY KEY,
  rev      INTEGER NOT NULL DEFAULT 1,
  person   INTEGER NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL
           CHECK (kind = 'mail' OR kind = 'phone' OR kind = 'url' OR kind = 'address' OR kind = 'message' OR
                  kind = 'birthday' OR kind = 'other'),
  label    TEXT,
  value    TEXT NOT NULL CHECK (value <> '')
) STRICT;
CREATE INDEX person_contact_by_person ON person_contact (person, position);

-- Whom what has to do with: exactly one of the last three is there.
CREATE TABLE person_link (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  person      INTEGER NOT NULL REFERENCES person (id),
  opportunity INTEGER REFERENCES opportunity (id),
  application INTEGER REFERENCES application (id),
  interview   INTEGER REFERENCES interview (id),
  CHECK ((opportunity IS NOT NULL) + (application IS NOT NULL) + (interview IS NOT NULL) = 1)
) STRICT;
CREATE INDEX person_link_by_person ON person_link (person);
CREATE INDEX person_link_by_opportunity ON person_link (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX person_link_by_application ON person_link (application) WHERE application IS NOT NULL;
CREATE INDEX person_link_by_interview ON person_link (interview) WHERE interview IS NOT NULL;

CREATE TABLE conversation (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  person      INTEGER NOT NULL REFERENCES person (id),
  application INTEGER REFERENCES application (id),
  held_on     TEXT NOT NULL,
  channel     TEXT
              CHECK (channel = 'mail' OR channel = 'message' OR channel = 'phone' OR channel = 'video' OR
                     channel = 'in-person' OR channel = 'other'),
  text        TEXT
) STRICT;
CREATE INDEX conversation_by_person ON conversation (person, held_on);
CREATE INDEX conversation_by_application ON conversation (application) WHERE application IS NOT NULL;

-- Hosts that advertise nothing: whom, through whom, where met, what was asked, when again; a yes becomes an opportunity.
CREATE TABLE outreach (
  id              INTEGER PRIMARY KEY,
  rev             INTEGER NOT NULL DEFAULT 1,
  state           TEXT NOT NULL DEFAULT 'idea'
                  CHECK (state = 'idea' OR state = 'asked' OR state = 'talking' OR state = 'yes' OR state = 'no' OR
                         state = 'no-answer'),
  created_at      INTEGER NOT NULL,
  organisation_id INTEGER REFERENCES organisation (id),
  person_id       INTEGER REFERENCES person (id),
  through_id      INTEGER REFERENCES person (id),
  met_where       TEXT,
  asked           TEXT,
  asked_on        TEXT,
  again_on        TEXT,
  snoozed_until   TEXT,
  opportunity     INTEGER REFERENCES opportunity (id),
  notes           TEXT,
  batch           INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX outreach_by_state ON outreach (state, again_on, id, batch);
CREATE INDEX outreach_by_person ON outreach (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX outreach_by_through ON outreach (through_id) WHERE through_id IS NOT NULL;
CREATE INDEX outreach_by_organisation ON outreach (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX outreach_by_opportunity ON outreach (opportunity) WHERE opportunity IS NOT NULL;

-- The agreed piece of work that accepting begins.
CREATE TABLE engagement (
  id              INTEGER PRIMARY KEY,
  rev             INTEGER NOT NULL DEFAULT 1,
  opportunity     INTEGER NOT NULL REFERENCES opportunity (id),
  application     INTEGER REFERENCES application (id),
  state           TEXT NOT NULL DEFAULT 'agreed'
                  CHECK (state = 'agreed' OR state = 'kick-off-pending' OR state = 'active' OR state = 'delivered' OR
                         state = 'accepted' OR state = 'closed' OR state = 'blocked' OR state = 'paused' OR
                         state = 'disputed' OR state = 'cancelled' OR state = 'ended-early'),
  title           TEXT NOT NULL CHECK (title <> ''),
  agreed_on       TEXT,
  start_on        TEXT,
  end_on          TEXT,
  minutes         INTEGER CHECK (minutes >= 0),
  fee_net         INTEGER,
  currency        TEXT CHECK (length (currency) = 3),
  created_at      INTEGER NOT NULL,
  notes           TEXT,
  batch           INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX engagement_by_opportunity ON engagement (opportunity);
CREATE INDEX engagement_by_application ON engagement (application) WHERE application IS NOT NULL;

-- What is handed over in an engagement: begins as a copy of what the brief names.
CREATE TABLE engagement_deliverable (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  engagement  INTEGER NOT NULL REFERENCES engagement (id),
  position    INTEGER NOT NULL,
  title       TEXT NOT NULL CHECK (title <> ''),
  acceptance  TEXT,
  due_on      TEXT,
  state       TEXT NOT NULL DEFAULT 'planned'
              CHECK (state = 'planned' OR state = 'in-work' OR state = 'submitted' OR state = 'in-review' OR
                     state = 'changes-required' OR state = 'changes-suggested' OR state = 'accepted' OR
                     state = 'waived')
) STRICT;
CREATE INDEX engagement_deliverable_by_engagement ON engagement_deliverable (engagement, position);

-- What is searched of an application: what its opportunity is called, and everything it holds itself.
CREATE VIEW application_text (id, title, organisation, text) AS
SELECT a.id, o.title, coalesce (g.name, ''),
       coalesce (a.statement, '') || ' ' || coalesce (a.notes, '') || ' ' || coalesce (a.next_step, '') || ' '
         || coalesce (a.resume_version, '') || ' '
         || coalesce ((SELECT group_concat (q.question || ' ' || coalesce (q.answer, ''), ' ') FROM application_answer q
                       WHERE q.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (c.text, ' ') FROM checklist_item c WHERE c.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (coalesce (i.place, '') || ' ' || coalesce (i.url, '') || ' '
                                             || coalesce (i.notes, ''), ' ')
                       FROM interview i WHERE i.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (f.text, ' ') FROM follow_up f WHERE f.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (f.name, ' ') FROM application_file f WHERE f.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (h.reason, ' ') FROM application_history h WHERE h.application = a.id), '')
         || ' '
         || coalesce ((SELECT group_concat (p.name, ' ') FROM person_link l JOIN person p ON p.id = l.person
                       WHERE l.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (p.name, ' ') FROM interview i JOIN person_link l ON l.interview = i.id
                       JOIN person p ON p.id = l.person WHERE i.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (h.text, ' ') FROM host_question h WHERE h.application = a.id), '') || ' '
         || coalesce ((SELECT group_concat (p.name || ' ' || coalesce (c.text, ''), ' ')
                       FROM conversation c JOIN person p ON p.id = c.person WHERE c.application = a.id), '')
FROM application a JOIN opportunity o ON o.id = a.opportunity LEFT JOIN organisation g ON g.id = o.organisation_id;

CREATE VIRTUAL TABLE application_search USING fts5 (title, organisation, text,
  content = '', contentless_delete = 1, tokenize = 'foothold', prefix = '1 2');

-- As with opportunities: the view is empty, the work is its trigger's, everything below only names rows in it.
CREATE VIEW application_stale (id) AS SELECT id FROM application WHERE 0;
CREATE TRIGGER application_stale_insert INSTEAD OF INSERT ON application_stale BEGIN
  DELETE FROM application_search WHERE rowid = new.id;
  INSERT INTO application_search (rowid, title, organisation, text)
  SELECT id, title, organisation, text FROM application_text WHERE id = new.id;
END;
CREATE TRIGGER application_search_insert AFTER INSERT ON application BEGIN
  INSERT INTO application_stale (id) VALUES (new.id);
END;
CREATE TRIGGER application_search_delete AFTER DELETE ON application BEGIN
  DELETE FROM application_search WHERE rowid = old.id;
END;
CREATE TRIGGER application_search_update AFTER UPDATE OF opportunity, statement, notes, next_step, resume_version
ON application
WHEN old.opportunity IS NOT new.opportunity OR old.statement IS NOT new.statement OR old.notes IS NOT new.notes
  OR old.next_step IS NOT new.next_step OR old.resume_version IS NOT new.resume_version
BEGIN
  INSERT INTO application_stale (id) VALUES (new.id);
END;
CREATE TRIGGER application_search_opportunity AFTER UPDATE OF title, organisation_id ON opportunity
WHEN old.title IS NOT new.title OR old.organisation_id IS NOT new.organisation_id BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE opportunity = new.id;
END;
-- Undo may bring rows back in any order.
CREATE TRIGGER application_search_opportunity_insert AFTER INSERT ON opportunity BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE opportunity = new.id;
END;
CREATE TRIGGER application_search_organisation AFTER UPDATE OF name ON organisation WHEN old.name IS NOT new.name BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM opportunity o JOIN application a ON a.opportunity = o.id
  WHERE o.organisation_id = new.id;
END;
CREATE TRIGGER application_search_organisation_insert AFTER INSERT ON organisation BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM opportunity o JOIN application a ON a.opportunity = o.id
  WHERE o.organisation_id = new.id;
END;
CREATE TRIGGER application_answer_search_insert AFTER INSERT ON application_answer BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER application_answer_search_update AFTER UPDATE ON application_answer BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER application_answer_search_delete AFTER DELETE ON application_answer BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER checklist_item_search_insert AFTER INSERT ON checklist_item BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER checklist_item_search_update AFTER UPDATE ON checklist_item BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER checklist_item_search_delete AFTER DELETE ON checklist_item BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER interview_search_insert AFTER INSERT ON interview BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER interview_search_update AFTER UPDATE ON interview BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER interview_search_delete AFTER DELETE ON interview BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER follow_up_search_insert AFTER INSERT ON follow_up BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER follow_up_search_update AFTER UPDATE ON follow_up BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER follow_up_search_delete AFTER DELETE ON follow_up BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER application_file_search_insert AFTER INSERT ON application_file BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER application_file_search_update AFTER UPDATE ON application_file BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER application_file_search_delete AFTER DELETE ON application_file BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER application_history_search_insert AFTER INSERT ON application_history BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER application_history_search_update AFTER UPDATE ON application_history BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER application_history_search_delete AFTER DELETE ON application_history BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER host_question_search_insert AFTER INSERT ON host_question BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER host_question_search_update AFTER UPDATE ON host_question BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER host_question_search_delete AFTER DELETE ON host_question BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER conversation_search_insert AFTER INSERT ON conversation WHEN new.application IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER conversation_search_update AFTER UPDATE OF application, person, text ON conversation
WHEN old.application IS NOT new.application OR old.person IS NOT new.person OR old.text IS NOT new.text BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id IN (old.application, new.application);
END;
CREATE TRIGGER conversation_search_delete AFTER DELETE ON conversation WHEN old.application IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER person_link_search_insert AFTER INSERT ON person_link WHEN new.application IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = new.application;
END;
CREATE TRIGGER person_link_search_delete AFTER DELETE ON person_link WHEN old.application IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT id FROM application WHERE id = old.application;
END;
CREATE TRIGGER person_link_search_interview_insert AFTER INSERT ON person_link WHEN new.interview IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM interview i JOIN application a ON a.id = i.application
  WHERE i.id = new.interview;
END;
CREATE TRIGGER person_link_search_interview_delete AFTER DELETE ON person_link WHEN old.interview IS NOT NULL BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM interview i JOIN application a ON a.id = i.application
  WHERE i.id = old.interview;
END;
-- Undo may bring rows back in any order.
CREATE VIEW application_of_person (person, application) AS
SELECT person, application FROM person_link WHERE application IS NOT NULL
UNION SELECT l.person, i.application FROM person_link l JOIN interview i ON i.id = l.interview
UNION SELECT person, application FROM conversation WHERE application IS NOT NULL;
CREATE TRIGGER application_search_person AFTER UPDATE OF name ON person WHEN old.name IS NOT new.name BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM application_of_person w JOIN application a ON a.id = w.application
  WHERE w.person = new.id;
END;
CREATE TRIGGER application_search_person_insert AFTER INSERT ON person BEGIN
  INSERT INTO application_stale (id) SELECT a.id FROM application_of_person w JOIN application a ON a.id = w.application
  WHERE w.person = new.id;
END;
