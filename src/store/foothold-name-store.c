/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-name-store"

#include "foothold-name-store.h"

#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"

/* One set of statements a kind of named row. */

typedef struct
{
  const FootholdRowType *type;
  const char *find_sql;
  const char *release_sql;
} Names;

static const Names all_names[] = {
  { &foothold_organisation_row_type, "SELECT id FROM organisation WHERE folded = :folded ORDER BY id LIMIT 1",
    "DELETE FROM organisation WHERE id = :id AND type IS NULL AND industry IS NULL AND size IS NULL"
    " AND country IS NULL AND url IS NULL AND notes IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM opportunity WHERE organisation_id = :id)"
    " AND NOT EXISTS (SELECT 1 FROM person WHERE organisation_id = :id)"
    " AND NOT EXISTS (SELECT 1 FROM outreach WHERE organisation_id = :id)" },
  { &foothold_person_row_type, "SELECT id FROM person WHERE folded = :folded ORDER BY id LIMIT 1",
    "DELETE FROM person WHERE id = :id AND organisation_id IS NULL AND role IS NULL AND mail IS NULL"
    " AND phone IS NULL AND url IS NULL AND notes IS NULL AND job_title IS NULL AND met_on IS NULL AND met_how IS NULL"
    " AND offered IS NULL AND next_step IS NULL AND next_step_on IS NULL AND every_days IS NULL AND reference IS NULL"
    /* what somebody added has the time of it: the name alone is what they wanted kept */
    " AND created_at IS NULL AND archived_at IS NULL AND snoozed_until IS NULL AND reference_until IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM opportunity WHERE supervisor_id = :id)"
    " AND NOT EXISTS (SELECT 1 FROM person_link WHERE person = :id)"
    " AND NOT EXISTS (SELECT 1 FROM person_contact WHERE person = :id)"
    " AND NOT EXISTS (SELECT 1 FROM conversation WHERE person = :id)"
    " AND NOT EXISTS (SELECT 1 FROM outreach WHERE person_id = :id)"
    " AND NOT EXISTS (SELECT 1 FROM outreach WHERE through_id = :id)" },
  /* a place is the person's own, and stays */
  { &foothold_place_row_type, "SELECT id FROM place WHERE folded = :folded ORDER BY id LIMIT 1", NULL },
  { &foothold_skill_row_type, "SELECT id FROM skill WHERE folded = :folded",
    "DELETE FROM skill WHERE id = :id AND level IS NULL AND wanted = 0 AND evidence IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM opportunity_skill WHERE skill = :id)" },
};

static const Names *
names_of (const FootholdRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_names); i++)
    if (all_names[i].type == type)
      return &all_names[i];

  g_assert_not_reached ();
}

/* Those who are called :folded, with 1 where they may be the one of :organisation: who it was before, then who is known
 * to work there, then who has to do with it, then one of whom nobody knows where they work. */
#define NAMESAKES_SQL \
  "SELECT id, :organisation IS NULL OR id IS :old OR organisation_id IS NULL OR organisation_id = :organisation AS " \
  "may" \
  " FROM person AS p WHERE folded = :folded ORDER BY id IS :old DESC, may DESC, organisation_id IS NOT :organisation," \
  " NOT EXISTS (SELECT 1 FROM opportunity AS o WHERE o.supervisor_id = p.id AND o.organisation_id = :organisation), " \
  "id" \
  " LIMIT 1"

static gint64
make (FootholdDb *db, const FootholdRowType *type, const char *name, gint64 organisation, gint64 batch, GError **error)
{
  const FootholdField *batch_field = foothold_row_type_find (type, "batch");
  g_autoptr (FootholdRow) row = foothold_row_new (type);
  const gint64 id = foothold_id_next ();

  foothold_row_set_text (row, foothold_row_type_find (type, "name"), name);
  if (batch_field != NULL)
    foothold_row_set_int (row, batch_field, batch);
  if (type == &foothold_place_row_type)
    g_set_str (&((FootholdPlaceRow *) row)->kind, "other");
  if (type == &foothold_person_row_type)
    ((FootholdPersonRow *) row)->organisation_id = organisation;
  return foothold_row_insert (db, row, id, error) ? id : 0;
}

gint64
foothold_name_resolve (FootholdDb *db, const FootholdRowType *type, const char *name, gint64 batch, GError **error)
{
  const Names *names = names_of (type);
  g_autofree char *folded = foothold_fold_name (name);
  gint64 id = 0;

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, names->find_sql);

    foothold_stmt_bind_text (stmt, "folded", folded);
    if (foothold_stmt_next (stmt))
      id = foothold_stmt_int (stmt, 0);
    if (!foothold_stmt_finish (stmt, error))
      return 0;
  }

  return id != 0 ? id : make (db, type, name, GINT64_UNKNOWN, batch, error);
}

gint64
foothold_name_resolve_person (FootholdDb *db,
                              const char *name,
                              gint64 organisation,
                              gint64 old,
                              gint64 batch,
                              GError **error)
{
  g_autofree char *folded = foothold_fold_name (name);
  g_autoptr (FootholdStmt) stmt = NULL;
  gint64 id = 0;
  gboolean elsewhere = FALSE;

  if (organisation == GINT64_UNKNOWN && old == GINT64_UNKNOWN)
    return foothold_name_resolve (db, &foothold_person_row_type, name, batch, error);

  stmt = foothold_db_stmt (db, NAMESAKES_SQL);
  foothold_stmt_bind_text (stmt, "folded", folded);
  foothold_stmt_bind_int (stmt, "organisation", organisation);
  foothold_stmt_bind_int (stmt, "old", old);
  if (foothold_stmt_next (stmt))
    {
      elsewhere = foothold_stmt_int (stmt, 1) == 0;
      id = elsewhere ? 0 : foothold_stmt_int (stmt, 0);
    }
  if (!foothold_stmt_finish (stmt, error))
    return 0;

  /* told from the namesake by where they work */
  return id != 0 ? id
                 : make (db, &foothold_person_row_type, name, elsewhere ? organisation : GINT64_UNKNOWN, batch, error);
}

gboolean
foothold_name_respell (FootholdDb *db, const FootholdRowType *type, gint64 id, const char *name, GError **error)
{
  g_autoptr (FootholdRow) before = foothold_row_load_id (db, type, id, error);
  g_autoptr (FootholdRow) after = NULL;

  if (before == NULL)
    return FALSE;

  after = foothold_row_copy (before);
  foothold_row_set_text (after, foothold_row_type_find (type, "name"), name);
  return foothold_row_update (db, before, after, error);
}

gboolean
foothold_name_release (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, names_of (type)->release_sql);

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error);
}
