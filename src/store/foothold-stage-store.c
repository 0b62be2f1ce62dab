// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-stage-store"

#include "store/foothold-stage-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-store.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-store-rows.h"

struct _FootholdStageSet
{
  gatomicrefcount ref_count;
  GPtrArray *rows;
  GArray *stages; /* FootholdStage */
  GPtrArray *words; /* what the stages point at: strv */
  GPtrArray *ids; /* what the own ones are called: decimal text */
};

FootholdStageSet *
foothold_stage_set_new (GPtrArray *rows)
{
  FootholdStageSet *self = g_new0 (FootholdStageSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_ptr_array_ref (rows);
  self->stages = g_array_new (FALSE, FALSE, sizeof (FootholdStage));
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdStageRow *row = g_ptr_array_index (rows, i);
      char **states = g_strsplit (row->states != NULL ? row->states : "", " ", -1);
      char *id = row->preset != NULL ? g_strdup (row->preset)
                                     : g_strdup_printf ("%" G_GINT64_FORMAT, row->row.id != 0 ? row->row.id : -1 - i);
      const FootholdListEntry *kind = foothold_list_find (&foothold_stage_kinds, row->kind);
      FootholdStage stage = { id, row->name, FOOTHOLD_STAGE_OPEN, (const char *const *) states };

      if (kind != NULL)
        stage.kind = (FootholdStageKind) (kind - foothold_stage_kinds.entries);
      g_ptr_array_add (self->words, states);
      g_ptr_array_add (self->ids, id);
      g_array_append_val (self->stages, stage);
    }

  return self;
}

FootholdStageSet *
foothold_stage_set_ref (FootholdStageSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_stage_set_unref (FootholdStageSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->rows);
  g_array_unref (self->stages);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

guint
foothold_stage_set_get_n (const FootholdStageSet *self)
{
  return self->rows->len;
}

const FootholdStage *
foothold_stage_set_get_stages (const FootholdStageSet *self)
{
  return (const FootholdStage *) (gpointer) self->stages->data;
}

const FootholdStage *
foothold_stage_set_get (const FootholdStageSet *self, guint n)
{
  g_return_val_if_fail (n < self->stages->len, NULL);

  return &g_array_index (self->stages, FootholdStage, n);
}

const FootholdStageRow *
foothold_stage_set_get_row (const FootholdStageSet *self, guint n)
{
  g_return_val_if_fail (n < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, n);
}

int
foothold_stage_set_find (const FootholdStageSet *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (foothold_stage_set_get_row (self, i)->row.id == id)
      return (int) i;

  return -1;
}

gint64
foothold_stage_set_place (const FootholdStageSet *self, gint64 own, const char *state)
{
  const int at = foothold_stage_set_find (self, own);
  const int found = foothold_stage_find (foothold_stage_set_get_stages (self), self->stages->len,
                                         at >= 0 ? foothold_stage_set_get (self, (guint) at)->id : NULL, state);

  return found >= 0 ? foothold_stage_set_get_row (self, (guint) found)->row.id : 0;
}

FootholdStageSet *
foothold_stage_set_load (FootholdDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_row_load_all (db, &foothold_stage_row_type, error);

  return rows != NULL ? foothold_stage_set_new (rows) : NULL;
}

/* Reader thread. */
static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_stage_set_load (db, error);
}

static void
stage_set_free (gpointer data)
{
  foothold_stage_set_unref (data);
}

void
foothold_stage_set_load_async (FootholdStore *store,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_stage_set_load_async);
  foothold_store_push_read (store, task, load, stage_set_free);
}

FootholdStageSet *
foothold_stage_set_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- saving ---- */

/* The columns as @wanted says, with ids and positions. (transfer full): FootholdStageRow */
static GPtrArray *
number_rows (GPtrArray *wanted)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_row_unref);

  for (guint i = 0; i < wanted->len; i++)
    {
      FootholdStageRow *row = foothold_row_copy (g_ptr_array_index (wanted, i));

      if (row->row.id == 0)
        row->row.id = foothold_id_next ();
      row->position = i;
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

static gpointer
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((FootholdRow *) g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
write_rows (FootholdDb *db, GPtrArray *before, GPtrArray *after, GError **error)
{
  for (guint i = 0; i < after->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (after, i);
      FootholdRow *old = find_row (before, row->id);

      if (old != NULL ? !foothold_row_update (db, old, row, error) : !foothold_row_insert (db, row, row->id, error))
        return FALSE;
    }

  return TRUE;
}

/* Applications that no longer stand where they may. */
static gboolean
place_again (FootholdDb *db, const FootholdStageSet *set, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT stage, state, json_group_array (id) FROM (SELECT stage, state, id FROM application"
                          " ORDER BY stage, position, id) GROUP BY stage, state");
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 own = foothold_stmt_int (stmt, 0);
      const gint64 target = foothold_stage_set_place (set, own, foothold_stmt_text (stmt, 1));

      if (target == own || target == 0)
        continue;
      g_array_append_val (targets, target);
      g_ptr_array_add (moves, g_strdup (foothold_stmt_text (stmt, 2)));
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  for (guint i = 0; i < moves->len; i++)
    if (!foothold_application_append_to (db, g_array_index (targets, gint64, i), g_ptr_array_index (moves, i), error))
      return FALSE;
  return TRUE;
}

gboolean
foothold_stages_save (FootholdDb *db, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) after = number_rows (rows);
  g_autoptr (GPtrArray) before = foothold_row_load_all (db, &foothold_stage_row_type, error);
  g_autoptr (FootholdStageSet) set = foothold_stage_set_new (after);
  g_autofree char *sentence = NULL;

  if (before == NULL)
    return FALSE;
  if (after->len == 0
      || foothold_stages_check (foothold_stage_set_get_stages (set), after->len, &sentence) != FOOTHOLD_STAGES_GOOD)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           sentence != NULL ? sentence : _ ("There has to be at least one column."));
      return FALSE;
    }
  if (!write_rows (db, before, after, error) || !place_again (db, set, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      const FootholdRow *row = g_ptr_array_index (before, i);

      if (find_row (after, row->id) == NULL && !foothold_row_delete (db, &foothold_stage_row_type, row->id, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
save_all (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_stages_save (db, data, error) ? GSIZE_TO_POINTER (1) : NULL;
}

static void
rows_free (gpointer data)
{
  g_ptr_array_unref (data);
}

void
foothold_stages_save_async (FootholdStore *store,
                            GPtrArray *rows,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  foothold_store_write_async (store, _ ("Change Columns"), save_all, g_ptr_array_ref (rows), rows_free, cancellable,
                              callback, user_data);
}
