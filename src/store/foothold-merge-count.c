/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-merge-count"

#include "foothold-merge-rows-private.h"

#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-person-merge.h"

/* What the rows of an import would bring: what is new, what learns something, whom it names. Nothing is written. */

/* Rows of an import that was undone or did not end are not there. */
static gboolean
is_shown (FootholdDb *db, const FootholdRow *row, gboolean *shown, GError **error)
{
  const FootholdField *field = foothold_row_type_find (row->type, "batch");
  const gint64 batch = field != NULL ? foothold_row_get_int (row, field) : GINT64_UNKNOWN;
  g_autoptr (FootholdStmt) stmt = NULL;

  *shown = TRUE;
  if (batch == GINT64_UNKNOWN)
    return TRUE;

  stmt = foothold_db_stmt (db, "SELECT 1 FROM import_batch WHERE id = :id AND state = 'done'");
  foothold_stmt_bind_int (stmt, "id", batch);
  *shown = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

/* What a row is recognised by within its import, as foothold_merge_rows_find_here () does in the database. */
static char *
key_of (const FootholdRecognise *how, const FootholdRow *row)
{
  g_autoptr (GString) key = g_string_new (row->type->table);

  for (guint i = 0; i < G_N_ELEMENTS (how->fields) && how->fields[i] != NULL; i++)
    {
      const FootholdField *field = foothold_row_type_find (row->type, how->fields[i]);
      g_autofree char *folded = how->named ? foothold_fold_name (foothold_row_get_text (row, field)) : NULL;

      if (foothold_field_is_text (field))
        g_string_append_printf (key, "\n%s", folded != NULL ? folded : foothold_row_get_text (row, field));
      else
        g_string_append_printf (key, "\n%" G_GINT64_FORMAT, foothold_row_get_int (row, field));
    }

  return g_string_free_and_steal (g_steal_pointer (&key));
}

typedef struct
{
  FootholdMergeRows *rows;
  FootholdDb *db;
  GHashTable *keys; /* of what is new → its id */
  GHashTable *goals; /* counted: one that gains three targets is one */
  FootholdOthers *others;
} Count;

static void
count_one (Count *self, const FootholdRecognise *how, const FootholdRow *row, gint64 id)
{
  const gint64 goal = how->type == &foothold_goal_target_row_type ? ((const FootholdGoalTargetRow *) row)->goal : id;

  if (how->other != FOOTHOLD_OTHER_GOALS || g_hash_table_add (self->goals, g_memdup2 (&goal, sizeof goal)))
    self->others->n[how->other]++;
}

/* One that is here, and learns something. */
static void
count_known (Count *self, const FootholdRecognise *how, const FootholdRow *row, gint64 id)
{
  if (row->type == &foothold_person_row_type)
    self->others->n[FOOTHOLD_OTHER_KNOWN_PEOPLE]++;
  else
    count_one (self, how, row, id);
}

/* Whether the name of an organisation that is not there yet is new for @here. */
static gboolean
learns_organisation (const FootholdRow *here, const FootholdRow *row)
{
  const FootholdPersonRow *person = (const FootholdPersonRow *) row;

  return row->type == &foothold_person_row_type && person->organisation != NULL && *person->organisation != '\0'
         && ((const FootholdPersonRow *) here)->organisation_id == GINT64_UNKNOWN;
}

/* Whether an address or a number is new for @here, who is somebody known. */
static gboolean
learns_contact (Count *self, const FootholdRow *here, const FootholdRow *row, gboolean *learns, GError **error)
{
  g_autoptr (GPtrArray) contacts = NULL;

  *learns = FALSE;
  if (row->type != &foothold_person_row_type || row->id == here->id)
    return TRUE;

  contacts = foothold_person_other_contacts ((const FootholdPersonRow *) here, (const FootholdPersonRow *) row);
  return contacts->len == 0 || foothold_person_lacks_contacts (self->db, here->id, contacts, learns, error);
}

/* Somebody who is not there yet, and may come twice. */
static gboolean
count_person (Count *self, const FootholdRecognise *how, FootholdRow *row, GError **error)
{
  gint64 id;

  if (!foothold_merge_people_find (self->rows->people, self->db, (const FootholdPersonRow *) row, &id, error))
    return FALSE;
  if (id == 0)
    {
      id = row->id != 0 ? row->id : foothold_id_next ();
      foothold_merge_people_add (self->rows->people, id, (const FootholdPersonRow *) row);
      foothold_staging_add_person (self->rows->staging, (const FootholdPersonRow *) row, FOOTHOLD_VERDICT_NEW);
      count_one (self, how, row, id);
    }
  foothold_merge_map_remember (self->rows->map, row->type, row->id, id);
  return TRUE;
}

static gboolean
count_row (Count *self, const FootholdRecognise *how, FootholdRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FootholdRow) here = NULL;
  g_autofree char *key = NULL;
  const gint64 *known;
  gboolean shown = FALSE;
  gint64 id;

  if (!foothold_merge_rows_map_references (self->rows, self->db, row, error))
    return FALSE;
  if (!foothold_merge_is_whole (row))
    return TRUE;

  here = foothold_merge_rows_find_here (self->rows, how, self->db, row, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (here != NULL && !is_shown (self->db, here, &shown, error))
    return FALSE;
  if (shown)
    {
      g_autoptr (FootholdRow) after = foothold_merge_fill (here, row, 0);
      gboolean learns;

      foothold_merge_map_remember (self->rows->map, row->type, row->id, here->id);
      if (!learns_contact (self, here, row, &learns, error))
        return FALSE;
      learns = learns || !foothold_row_equal (here, after) || learns_organisation (here, row);
      if (!learns && row->type == &foothold_person_row_type)
        foothold_merge_rows_count_same (self->rows, here->id, self->others);
      else if (!learns)
        self->others->n_same++;
      else if (row->type != &foothold_person_row_type
               || foothold_merge_rows_count_learning (self->rows, here->id, self->others))
        count_known (self, how, row, here->id);
      else
        return TRUE;
      if (row->type == &foothold_person_row_type)
        foothold_staging_add_person (self->rows->staging, (const FootholdPersonRow *) row,
                                     learns ? FOOTHOLD_VERDICT_FILLS : FOOTHOLD_VERDICT_SAME);
      return TRUE;
    }

  if (row->type == &foothold_person_row_type)
    return count_person (self, how, row, error);
  key = key_of (how, row);
  known = g_hash_table_lookup (self->keys, key);
  id = known != NULL ? *known : row->id != 0 ? row->id : foothold_id_next ();
  foothold_merge_map_remember (self->rows->map, row->type, row->id, id);
  if (known == NULL)
    {
      g_hash_table_insert (self->keys, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
      count_one (self, how, row, id);
    }
  return TRUE;
}

gboolean
foothold_merge_rows_count (FootholdMergeRows *rows, FootholdDb *db, FootholdOthers *others, GError **error)
{
  FootholdStaging *staging = rows->staging;
  Count self = { .rows = rows, .db = db, .others = others };
  gboolean ok = TRUE;

  foothold_staging_forget_people (staging);
  self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.goals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint n = 0; ok && n < foothold_staging_get_n_rows (staging); n++)
    {
      g_autoptr (FootholdRow) row = NULL;
      const FootholdRecognise *how;

      ok = !g_cancellable_set_error_if_cancelled (foothold_staging_get_cancellable (staging), error)
           && (row = foothold_staging_read_row (staging, n, error)) != NULL;
      how = ok ? foothold_recognise_of (row->type) : NULL;
      ok = ok && (how == NULL || count_row (&self, how, row, error));
    }
  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.goals);

  return ok;
}
