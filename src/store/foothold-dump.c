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

static void
append_condition (GString *sql, const FootholdRowType *type)
{
  if (foothold_row_type_find (type, "batch") == NULL)
    return;

  /* What names something (an organisation, a person, a skill) stays as long as anything shown says that name. */
  g_string_append (sql, " WHERE " SHOWN ("t"));
  if (type == &foothold_organisation_row_type)
    g_string_append (
      sql, " OR EXISTS (SELECT 1 FROM opportunity AS o WHERE o.organisation_id = t.id AND " SHOWN (
             "o") ")"
                  " OR EXISTS (SELECT 1 FROM person AS p WHERE p.organisation_id = t.id AND " SHOWN ("p") ")");
  else if (type == &foothold_person_row_type)
    g_string_append (sql,
                     " OR EXISTS (SELECT 1 FROM opportunity AS o WHERE o.supervisor_id = t.id AND " SHOWN ("o") ")");
  else if (type == &foothold_place_row_type)
    g_string_append (sql, " OR EXISTS (SELECT 1 FROM opportunity AS o WHERE o.place_id = t.id AND " SHOWN ("o") ")");
  else if (type == &foothold_skill_row_type)
    g_string_append (sql,
                     " OR EXISTS (SELECT 1 FROM opportunity_skill AS os JOIN opportunity AS o ON o.id = os.opportunity"
                     " WHERE os.skill = t.id AND " SHOWN ("o") ")");
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

  append_condition (sql, type);
  g_string_append (sql, " ORDER BY t.id");
  return stmt_from (db, sql);
}

FootholdStmt *
foothold_dump_opportunity (FootholdDb *db)
{
  g_autoptr (GString) sql = g_string_new (foothold_row_select_sql (&foothold_opportunity_row_type));

  g_string_append (sql, " WHERE t.id = :id AND " SHOWN ("t"));
  return stmt_from (db, sql);
}

/* What the children of one opportunity are ordered by; the id settles ties. */
static const char *
child_order (const FootholdRowType *type)
{
  if (foothold_row_type_find (type, "position") != NULL)
    return "t.position, t.id";
  if (foothold_row_type_find (type, "seq") != NULL)
    return "t.seq, t.id";
  if (type == &foothold_fact_row_type)
    return "t.field";
  return "t.id";
}

static FootholdStmt *
dump_children (FootholdDb *db, const FootholdRowType *type, gboolean of_one)
{
  g_autoptr (GString) sql = g_string_new (foothold_row_select_sql (type));

  append_condition (sql, type);
  if (of_one)
    g_string_append_printf (sql, " %s t.opportunity = :opportunity",
                            foothold_row_type_find (type, "batch") != NULL ? "AND" : "WHERE");
  g_string_append_printf (sql, " ORDER BY t.opportunity, %s", child_order (type));
  return stmt_from (db, sql);
}

FootholdStmt *
foothold_dump_children (FootholdDb *db, const FootholdRowType *type)
{
  return dump_children (db, type, FALSE);
}

FootholdStmt *
foothold_dump_children_of (FootholdDb *db, const FootholdRowType *type)
{
  return dump_children (db, type, TRUE);
}

/* CROSS JOIN keeps SQLite from starting at the skills, which would mean sorting everything. */
#define SKILLS_SQL "SELECT t.opportunity, s.name FROM opportunity_skill AS t CROSS JOIN skill AS s ON s.id = t.skill"
#define SKILLS_ORDER " ORDER BY t.opportunity, t.position, t.id"

FootholdStmt *
foothold_dump_skills (FootholdDb *db)
{
  return foothold_db_stmt (db, SKILLS_SQL SKILLS_ORDER);
}

FootholdStmt *
foothold_dump_skills_of (FootholdDb *db)
{
  return foothold_db_stmt (db, SKILLS_SQL " WHERE t.opportunity = :opportunity" SKILLS_ORDER);
}

#define TAGS_SQL "SELECT t.opportunity, t.name FROM opportunity_tag AS t"

FootholdStmt *
foothold_dump_tags (FootholdDb *db)
{
  return foothold_db_stmt (db, TAGS_SQL SKILLS_ORDER);
}

FootholdStmt *
foothold_dump_tags_of (FootholdDb *db)
{
  return foothold_db_stmt (db, TAGS_SQL " WHERE t.opportunity = :opportunity" SKILLS_ORDER);
}

FootholdStmt *
foothold_dump_files (FootholdDb *db)
{
  return foothold_db_stmt (
    db, "SELECT t.sha256, max (t.size) FROM attachment AS t WHERE " SHOWN (
          "t") " AND t.opportunity IN (SELECT o.id FROM opportunity AS o WHERE " SHOWN ("o") ")"
                                                                                             " GROUP BY t.sha256 ORDER "
                                                                                             "BY t.sha256");
}
