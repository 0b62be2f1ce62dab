/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "store/foothold-judgements.h"
#include "store/foothold-store-private.h"

/*
 * The sweep over judgements that are out of date, driven from the main thread: each step is a job of its own, so that
 * a person's writes get in between. Lists hear of it once, when it is done.
 */

typedef struct
{
  gboolean more;
  gboolean swept;
} Step;

static gpointer
run_step (FootholdDb *db, gpointer data, GError **error)
{
  g_autofree Step *step = g_new0 (Step, 1);
  gboolean needs, later = FALSE;

  if (!foothold_judgements_need_sweep (db, &needs, error)
      || (needs && !foothold_guard_before_upkeep (db, &later, error))
      || (needs && !later && !foothold_judgements_sweep (db, &step->more, &step->swept, error)))
    return NULL;

  return g_steal_pointer (&step);
}

static void
stepped_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GError) error = NULL;
  g_autofree Step *step = g_task_propagate_pointer (G_TASK (res), &error);

  self->judging = FALSE;
  if (step == NULL)
    {
      /* lists show what they had; the next write or the next start tries again */
      g_debug ("judgements stay as they are for now: %s", error->message);
      return;
    }

  if (step->more)
    foothold_store_judge (self);
  if (step->swept)
    {
      g_autoptr (FootholdChanges) changes = foothold_changes_new ();

      foothold_changes_add_table (changes, FOOTHOLD_JUDGEMENT_TABLE);
      foothold_store_announce (self, changes);
    }
}

gboolean
foothold_store_is_busy_aside (FootholdStore *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_STORE (self), FALSE);

  return self->judging || self->n_checks > 0;
}

void
foothold_store_judge (FootholdStore *self)
{
  GTask *job;

  if (self->judging || self->busy || self->read_only || self->writer == NULL)
    return;

  self->judging = TRUE;
  job = g_task_new (self, NULL, stepped_cb, NULL);
  g_task_set_source_tag (job, foothold_store_judge);
  foothold_store_push_job (self, job, run_step, g_free);
}
