// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-judging"

#include "foothold-cases.h"

#include "store/foothold-row-sql.h"

static void
loaded_case_free (gpointer data)
{
  FootholdLoadedCase *self = data;

  foothold_row_unref ((gpointer) self->given.opportunity);
  g_ptr_array_unref (self->given.deliverables);
  g_ptr_array_unref (self->given.skills);
  g_ptr_array_unref (self->given.facts);
  g_ptr_array_unref (self->given.answers);
  g_free (self->organisation_type);
  g_free (self);
}

/* @row: (transfer full) */
static FootholdLoadedCase *
loaded_case_new (FootholdOpportunityRow *row)
{
  FootholdLoadedCase *self = g_new0 (FootholdLoadedCase, 1);

  self->given.opportunity = row;
  self->given.deliverables = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->given.skills = g_ptr_array_new_with_free_func (g_free);
  self->given.facts = g_ptr_array_new_with_free_func (foothold_row_unref);
  self->given.answers = g_ptr_array_new_with_free_func (foothold_row_unref);
  return self;
}

/* Gives each row of @type to the array at @offset of the case whose opportunity it belongs to. */
static gboolean
load_children (FootholdDb *db,
               GHashTable *by_id,
               const char *ids,
               const FootholdRowType *type,
               gsize offset,
               GError **error)
{
  const FootholdField *owner = foothold_row_type_find (type, "opportunity");
  g_autofree char *sql =
    g_strconcat (foothold_row_select_sql (type),
                 " WHERE t.opportunity IN (SELECT value FROM json_each (:ids)) ORDER BY t.opportunity, ",
                 foothold_row_type_find (type, "position") != NULL ? "t.position, t.id" : "t.id", NULL);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));

  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      FootholdRow *row = foothold_row_load (type, stmt);
      const gint64 id = foothold_row_get_int (row, owner);
      FootholdLoadedCase *found = g_hash_table_lookup (by_id, &id);

      if (found != NULL)
        g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, &found->given, offset), row);
      else
        foothold_row_unref (row);
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
load_skills (FootholdDb *db, GHashTable *by_id, const char *ids, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT os.opportunity, s.name FROM opportunity_skill AS os JOIN skill AS s ON s.id = "
                          "os.skill WHERE os.opportunity IN (SELECT value FROM json_each (:ids))"
                          " ORDER BY os.opportunity, os.position, os.id");

  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      FootholdLoadedCase *found = g_hash_table_lookup (by_id, &id);

      if (found != NULL)
        g_ptr_array_add (found->given.skills, g_strdup (foothold_stmt_text (stmt, 1)));
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
load_types (FootholdDb *db, GHashTable *by_id, const char *ids, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT o.id, g.type FROM opportunity AS o JOIN organisation AS g ON g.id = "
                          "o.organisation_id WHERE o.id IN (SELECT value FROM json_each (:ids)) AND g.type IS NOT "
                          "NULL");

  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      FootholdLoadedCase *found = g_hash_table_lookup (by_id, &id);

      if (found != NULL)
        found->given.organisation_type = found->organisation_type = g_strdup (foothold_stmt_text (stmt, 1));
    }

  return foothold_stmt_finish (stmt, error);
}

GPtrArray *
foothold_cases_load (FootholdDb *db, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_row_load_ids (db, &foothold_opportunity_row_type, ids, error);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autofree char *json = NULL;

  if (rows == NULL)
    return NULL;

  cases = g_ptr_array_new_full (rows->len, loaded_case_free);
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = foothold_row_ref (g_ptr_array_index (rows, i));
      FootholdLoadedCase *found = loaded_case_new ((FootholdOpportunityRow *) row);

      g_ptr_array_add (cases, found);
      g_hash_table_insert (by_id, &row->id, found);
    }
  json = foothold_ids_to_json (ids);
  if (!load_children (db, by_id, json, &foothold_deliverable_row_type, G_STRUCT_OFFSET (FootholdCase, deliverables),
                      error)
      || !load_children (db, by_id, json, &foothold_fact_row_type, G_STRUCT_OFFSET (FootholdCase, facts), error)
      || !load_children (db, by_id, json, &foothold_answer_row_type, G_STRUCT_OFFSET (FootholdCase, answers), error)
      || !load_skills (db, by_id, json, error) || !load_types (db, by_id, json, error))
    return NULL;

  return g_steal_pointer (&cases);
}

FootholdJudge *
foothold_judge_load (FootholdDb *db, GError **error)
{
  static const FootholdRowType *const types[] = { &foothold_goal_row_type, &foothold_goal_target_row_type,
                                                  &foothold_want_row_type, &foothold_skill_row_type,
                                                  &foothold_weight_row_type };
  GPtrArray *rows[G_N_ELEMENTS (types)] = { NULL };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FootholdRow) profile = foothold_row_load_id (db, &foothold_profile_row_type, 1, &local_error);
  FootholdJudge *judge = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types) && local_error == NULL; i++)
    rows[i] = foothold_row_load_all (db, types[i], &local_error);
  if (local_error == NULL)
    judge = foothold_judge_new (rows[0], rows[1], rows[2], rows[3], rows[4], (FootholdProfileRow *) profile, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_clear_pointer (&rows[i], g_ptr_array_unref);

  return judge;
}
