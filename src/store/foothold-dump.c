/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The statements behind the exports, built from the static field tables and
 * interned, so that they live as long as the connection's cache.
 */

#define G_LOG_DOMAIN "foothold-dump"

#include "store/foothold-dump.h"

#include "store/foothold-row-sql.h"

/* A row belongs to no import, or to one that is there to be seen. */
#define SHOWN(alias) \
  "(" alias ".batch IS NULL OR " alias ".batch IN (SELECT id FROM import_batch WHERE state = 'done'))"

/* There is a row of @table that says @what and is there to be seen. */
#define SAID_BY(table, alias, what) "EXISTS (SELECT 1 FROM " table " AS " alias " WHERE " what " AND " SHOWN (alias) ")"
#define OPPORTUNITY_SHOWN(id) SAID_BY ("opportunity", "o", "o.id = " id)
#define APPLICATION_SHOWN(id) SAID_BY ("application", "a", "a.id = " id " AND " OPPORTUNITY_SHOWN ("a.opportunity"))

/* What names something (an organisation, a person, a skill) stays as long as anything shown says that name. */
#define PERSON_SHOWN(p) \
  "(" SHOWN (p) " OR " SAID_BY ("opportunity", "o", "o.supervisor_id = " p ".id") " OR " SAID_BY ( \
    "outreach", "u", \
    p ".id IN (u.person_id, u.through_id)") " OR EXISTS (SELECT 1 FROM person_link WHERE person = " p ".id)" \
                                            " OR EXISTS (SELECT 1 FROM conversation WHERE person = " p ".id))"

/* What of a table is there to be seen; of all others, what has no batch or one that is shown. */
static const struct
{
  const FootholdRowType *type;
  const char *condition;
} conditions[] = {
  { &foothold_organisation_row_type,
    SHOWN ("t") " OR " SAID_BY ("opportunity", "o", "o.organisation_id = t.id") " OR " SAID_BY (
      "person",
      "p",
      "p.organisation_id = t.id") " OR " SAID_BY ("outreach", "u", "u.organisation_id = t.id") },
  { &foothold_person_row_type, PERSON_SHOWN ("t") },
  { &foothold_place_row_type, SHOWN ("t") " OR " SAID_BY ("opportunity", "o", "o.place_id = t.id") },
  { &foothold_skill_row_type,
    SHOWN ("t") " OR EXISTS (SELECT 1 FROM opportunity_skill AS os JOIN opportunity AS o ON o.id = os.opportunity"
                " WHERE os.skill = t.id AND " SHOWN ("o") ")" },
  { &foothold_application_row_type, SHOWN ("t") " AND " OPPORTUNITY_SHOWN ("t.opportunity") },
  { &foothold_engagement_row_type, SHOWN ("t") " AND " OPPORTUNITY_SHOWN ("t.opportunity") },
  { &foothold_interview_story_row_type, APPLICATION_SHOWN ("t.application") },
  { &foothold_person_contact_row_type,
    "EXISTS (SELECT 1 FROM person AS p WHERE p.id = t.person AND " PERSON_SHOWN ("p") ")" },
  { &foothold_person_link_row_type,
    OPPORTUNITY_SHOWN ("t.opportunity") " OR " APPLICATION_SHOWN ("t.application") " OR " APPLICATION_SHOWN (
      "(SELECT i.application FROM interview AS i WHERE i.id = t.interview)") },
};

const char *
foothold_dump_condition (const FootholdRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].type == type)
      return conditions[i].condition;

  return foothold_row_type_find (type, "batch") != NULL ? SHOWN ("t") : NULL;
}

/* @sql with what has to hold, and @more where that is not NULL. */
static void
append_conditions (GString *sql, const FootholdRowType *type, const char *more)
{
  const char *condition = type != NULL ? foothold_dump_condition (type) : NULL;

  if (condition != NULL)
    g_string_append_printf (sql, " WHERE (%s)", condition);
  if (more != NULL)
    g_string_append_printf (sql, " %s %s", condition != NULL ? "AND" : "WHERE", more);
}

static FootholdStmt *
stmt_from (FootholdDb *db, GString *sql)
{
  return foothold_db_stmt (db, g_intern_string (sql->str));
}

FootholdStmt *
foothold_dump_rows (FootholdDb *db, const FootholdRowType *type)
{
  g_autoptr (GString) sql = g_string_new (foothold_row_select_sql (type));

  append_conditions (sql, type, NULL);
  g_string_append (sql, " ORDER BY t.id");
  return stmt_from (db, sql);
}

FootholdStmt *
foothold_dump_row (FootholdDb *db, const FootholdRowType *type)
{
  g_autoptr (GString) sql = g_string_new (foothold_row_select_sql (type));

  append_conditions (sql, type, "t.id = :id");
  return stmt_from (db, sql);
}

/* What is nested in one object is ordered by; the id settles ties. Names have places. */
static const char *
order_of (const FootholdRowType *type)
{
  if (type == NULL || foothold_row_type_find (type, "position") != NULL)
    return "t.position, t.id";
  if (foothold_row_type_find (type, "seq") != NULL)
    return "t.seq, t.id";
  if (type == &foothold_fact_row_type)
    return "t.field";
  return "t.id";
}

static FootholdStmt *
dump_part (FootholdDb *db, const FootholdFamily *family, guint part, gboolean of_one)
{
  const FootholdRowType *type = family->parts[part].type;
  g_autoptr (GString) sql =
    g_string_new (type != NULL ? foothold_row_select_sql (type) : family->parts[part].names_sql);
  g_autofree char *this_one = of_one ? g_strdup_printf ("t.%s = :owner", family->owner) : NULL;

  append_conditions (sql, type, this_one);
  g_string_append_printf (sql, " ORDER BY t.%s, %s", family->owner, order_of (type));
  return stmt_from (db, sql);
}

FootholdStmt *
foothold_dump_part (FootholdDb *db, const FootholdFamily *family, guint part)
{
  return dump_part (db, family, part, FALSE);
}

FootholdStmt *
foothold_dump_part_of (FootholdDb *db, const FootholdFamily *family, guint part)
{
  return dump_part (db, family, part, TRUE);
}

#define FILES_SQL \
  "SELECT f.sha256, f.size FROM attachment AS f WHERE " SHOWN ("f") " AND " OPPORTUNITY_SHOWN ( \
    "f.opportunity") " UNION ALL SELECT f.sha256, f.size FROM application_file AS f " \
                     "WHERE " APPLICATION_SHOWN ("f.application")

FootholdStmt *
foothold_dump_files (FootholdDb *db)
{
  return foothold_db_stmt (db, "SELECT sha256, max (size) FROM (" FILES_SQL ") GROUP BY sha256 ORDER BY sha256");
}
