// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-dump"

#include "store/foothold-dump-table.h"

#include "store/foothold-dump.h"

#define ID FOOTHOLD_FIELD_ID
#define TEXT FOOTHOLD_FIELD_TEXT
#define DATE FOOTHOLD_FIELD_DATE
#define SLUG FOOTHOLD_FIELD_SLUG
#define INT FOOTHOLD_FIELD_INT
#define INSTANT FOOTHOLD_FIELD_INSTANT

/* Several in one cell. */
#define JOINED(what, from) "(SELECT group_concat (" what ", '; ') FROM (" from "))"

/* A column of one's own by its name, one of our five by what it is: the same in every language. */
#define STAGE "coalesce (s.name, s.preset)"
#define OF_APPLICATION \
  " FROM application AS t JOIN opportunity AS o ON o.id = t.opportunity LEFT JOIN organisation AS g" \
  " ON g.id = o.organisation_id LEFT JOIN stage AS s ON s.id = t.stage"

static const FootholdDumpColumn application_columns[] = {
  { "id", ID, "t.id" },
  { "opportunity", ID, "t.opportunity" },
  { "title", TEXT, "o.title" },
  { "organisation", TEXT, "g.name" },
  { "area", SLUG, "o.area" },
  { "source", SLUG, "o.source" },
  { "url", TEXT, "o.url" },
  { "state", SLUG, "t.state" },
  { "stage", TEXT, STAGE },
  { "created_at", INSTANT, "t.created_at" },
  { "apply_by", DATE, "o.apply_by" },
  { "sent_on", DATE, "t.sent_on" },
  { "channel", SLUG, "t.channel" },
  { "resume_version", TEXT, "t.resume_version" },
  { "heard_on", DATE, "t.heard_on" },
  { "followed_up_on", DATE, "(SELECT max (f.sent_on) FROM follow_up AS f WHERE f.application = t.id)" },
  { "interviews", TEXT,
    JOINED ("meets_on || coalesce (' ' || meets_time, '') || coalesce (' ' || meets_zone, '')",
            "SELECT * FROM interview WHERE application = t.id AND meets_on IS NOT NULL ORDER BY meets_on, meets_time,"
            " id") },
  { "next_step", TEXT, "t.next_step" },
  { "next_step_on", DATE, "t.next_step_on" },
  { "offer_by", DATE, "t.offer_by" },
  { "offer_by_time", TEXT, "t.offer_by_time" },
  { "offer_by_zone", TEXT, "t.offer_by_zone" },
  { "archived_at", INSTANT, "t.archived_at" },
  { "people", TEXT,
    JOINED ("name",
            "SELECT p.name FROM person_link AS l JOIN person AS p ON p.id = l.person WHERE l.application = t.id"
            " ORDER BY l.id") },
  { "files", TEXT, JOINED ("name", "SELECT name FROM application_file WHERE application = t.id ORDER BY id") },
  { "statement", TEXT, "t.statement" },
  { "notes", TEXT, "t.notes" },
  { "override_reason", TEXT, "t.override_reason" },
};
const FootholdDumpTable foothold_dump_applications = {
  &foothold_application_row_type, OF_APPLICATION, "t.id", G_N_ELEMENTS (application_columns), application_columns,
};

static const FootholdDumpColumn history_columns[] = {
  { "application", ID, "t.id" },      { "title", TEXT, "o.title" },   { "organisation", TEXT, "g.name" },
  { "at", INSTANT, "h.at" },          { "actor", SLUG, "h.actor" },   { "from_state", SLUG, "h.from_state" },
  { "to_state", SLUG, "h.to_state" }, { "reason", TEXT, "h.reason" },
};
const FootholdDumpTable foothold_dump_application_history = {
  &foothold_application_row_type,
  OF_APPLICATION " JOIN application_history AS h ON h.application = t.id",
  "t.id, h.seq, h.id",
  G_N_ELEMENTS (history_columns),
  history_columns,
};

static const FootholdDumpColumn people_columns[] = {
  { "id", ID, "t.id" },
  { "name", TEXT, "t.name" },
  { "organisation", TEXT, "g.name" },
  { "job_title", TEXT, "t.job_title" },
  { "role", SLUG, "t.role" },
  { "mail", TEXT, "t.mail" },
  { "phone", TEXT, "t.phone" },
  { "url", TEXT, "t.url" },
  { "contacts", TEXT,
    JOINED ("coalesce (label, kind) || ': ' || value",
            "SELECT * FROM person_contact WHERE person = t.id ORDER BY"
            " position, id") },
  { "met_on", DATE, "t.met_on" },
  { "met_how", TEXT, "t.met_how" },
  { "offered", TEXT, "t.offered" },
  { "contacted_on", DATE, "(SELECT max (c.held_on) FROM conversation AS c WHERE c.person = t.id)" },
  { "next_step", TEXT, "t.next_step" },
  { "next_step_on", DATE, "t.next_step_on" },
  { "every_days", INT, "t.every_days" },
  { "reference", SLUG, "t.reference" },
  { "reference_until", DATE, "t.reference_until" },
  { "created_at", INSTANT, "t.created_at" },
  { "archived_at", INSTANT, "t.archived_at" },
  { "notes", TEXT, "t.notes" },
};
const FootholdDumpTable foothold_dump_people = {
  &foothold_person_row_type,
  " FROM person AS t LEFT JOIN organisation AS g ON g.id = t.organisation_id",
  "t.id",
  G_N_ELEMENTS (people_columns),
  people_columns,
};

static const FootholdDumpColumn story_columns[] = {
  { "id", ID, "t.id" },
  { "created_at", INSTANT, "t.created_at" },
  { "title", TEXT, "t.title" },
  { "situation", TEXT, "t.situation" },
  { "task", TEXT, "t.task" },
  { "action", TEXT, "t.action" },
  { "result", TEXT, "t.result" },
  { "skill", TEXT, "t.skill" },
  { "questions", TEXT,
    JOINED ("text", "SELECT DISTINCT text FROM interview_story WHERE story = t.id AND text IS NOT NULL ORDER BY id") },
};
const FootholdDumpTable foothold_dump_stories = {
  &foothold_story_row_type, " FROM story AS t", "t.id", G_N_ELEMENTS (story_columns), story_columns,
};

FootholdStmt *
foothold_dump_table (FootholdDb *db, const FootholdDumpTable *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  const char *condition = foothold_dump_condition (table->type);

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", table->columns[i].sql);
  g_string_append_printf (sql, "%s WHERE (%s) ORDER BY %s", table->from_sql, condition != NULL ? condition : "1",
                          table->order_sql);
  return foothold_db_stmt (db, g_intern_string (sql->str));
}
