/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-undo"

#include "foothold-undo.h"

#include <glib/gi18n-lib.h>

#include "sqlite/foothold-changeset.h"
#include "store/foothold-id.h"
#include "store/foothold-judgements.h"

/*
 * The rows of an import are not recorded: they carry its batch, and undoing it
 * hides them, redoing shows them. What it changed in rows that were there before
 * is recorded like an action, in rows of the same batch that stand together on
 * the stack and are undone together.
 */

/* Every table a person's action may change. Not the search index (its triggers keep it right), not the stack itself. */
static const char *const undoable_tables[] = {
  "opportunity",
  "deliverable",
  "skill",
  "opportunity_skill",
  "fact",
  "opportunity_history",
  "attachment",
  "organisation",
  "person",
  "profile",
  "goal",
  "goal_target",
  "want",
  "term",
  "opportunity_tag",
  "answer",
  "weight",
  "exchange_rate",
  "saved_search",
  "place",
  "stage",
  "application",
  "application_history",
  "application_answer",
  "application_file",
  "checklist_item",
  "checklist_template",
  "interview",
  "follow_up",
  "story",
  "interview_story",
  "host_question",
  "person_contact",
  "person_link",
  "conversation",
  "outreach",
  "engagement",
  "engagement_deliverable",
  NULL,
};

/* Those whose rows an import brings without their being recorded. */
static const char *const batch_tables[] = {
  "opportunity", "organisation", "person", "skill", "place", "application", "outreach", "engagement",
};

static gboolean
exec_int (FootholdDb *db, const char *sql, const char *name, gint64 value, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, name, value);
  return foothold_stmt_exec (stmt, error);
}

static void
add_change (const char *table, gint64 id, gpointer user_data)
{
  foothold_changes_add (user_data, table, id);
}

gboolean
foothold_undo_drop_redo (FootholdDb *db, GError **error)
{
  return foothold_db_exec (db,
                           "UPDATE import_batch SET state = 'deleting' WHERE state = 'hidden'"
                           " AND id IN (SELECT batch FROM change WHERE undone = 1);"
                           "DELETE FROM change WHERE undone = 1",
                           error);
}

gboolean
foothold_undo_clear (FootholdDb *db, GError **error)
{
  return foothold_undo_drop_redo (db, error) && foothold_db_exec (db, "DELETE FROM change", error);
}

/* The oldest go first, so that what is left is the end of a history without gaps. */
static gboolean
prune (FootholdDb *db, gint64 now, GError **error)
{
  gint64 limit = G_MININT64, size = 0;
  guint depth = 0;

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db, "SELECT seq, at, length (changeset) FROM change ORDER BY seq DESC");

    while (limit == G_MININT64 && foothold_stmt_next (stmt))
      {
        depth++;
        size += foothold_stmt_int (stmt, 2);
        if (depth > FOOTHOLD_UNDO_MAX_DEPTH
            || (depth > FOOTHOLD_UNDO_MIN_DEPTH
                && (foothold_stmt_int (stmt, 1) < now - FOOTHOLD_UNDO_MAX_AGE_MS || size > FOOTHOLD_UNDO_MAX_BYTES)))
          limit = foothold_stmt_int (stmt, 0);
      }
    if (!foothold_stmt_finish (stmt, error))
      return FALSE;
  }
  if (limit == G_MININT64)
    return TRUE;

  /* an import goes whole: half of one cannot be undone */
  return exec_int (db,
                   "DELETE FROM change WHERE seq <= :limit OR batch IN"
                   " (SELECT batch FROM change WHERE seq <= :limit AND batch IS NOT NULL)",
                   "limit", limit, error);
}

static gboolean
push (FootholdDb *db, const char *label, gint64 batch, GBytes *changeset, GError **error)
{
  const gint64 now = foothold_now_ms ();

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db,
                        "INSERT INTO change (at, label, batch, changeset) VALUES (:at, :label, :batch, :changeset)");

    foothold_stmt_bind_int (stmt, "at", now);
    foothold_stmt_bind_text (stmt, "label", label);
    foothold_stmt_bind_int (stmt, "batch", batch != 0 ? batch : G_MININT64);
    foothold_stmt_bind_blob (stmt, "changeset", changeset);
    if (!foothold_stmt_exec (stmt, error))
      return FALSE;
  }

  return prune (db, now, error);
}

/* The newest entry where it is called @label and no import's; 0 otherwise. */
static gint64
find_newest (FootholdDb *db, const char *label, GBytes **changeset, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT seq, label, batch IS NULL, changeset FROM change WHERE undone = 0"
                          " ORDER BY seq DESC LIMIT 1");
  gint64 seq = 0;

  if (foothold_stmt_next (stmt) && foothold_stmt_int (stmt, 2) == 1
      && g_strcmp0 (foothold_stmt_text (stmt, 1), label) == 0)
    {
      seq = foothold_stmt_int (stmt, 0);
      *changeset = foothold_stmt_blob (stmt, 3);
    }

  return foothold_stmt_finish (stmt, error) ? seq : -1;
}

/*
 * An entry that in sum changes nothing (what was typed was taken back) would make an undo that nobody sees. It goes,
 * and with it what it did to the rows' revisions, for the entries below it expect the rows as it found them.
 */
static gboolean
vanish (FootholdDb *db, gint64 seq, GBytes *changeset, GError **error)
{
  return foothold_db_apply_changes (db, changeset, TRUE, error)
         && exec_int (db, "DELETE FROM change WHERE seq = :seq", "seq", seq, error);
}

/* Makes @changeset part of the newest entry where that has the same name, else an entry of its own. */
static gboolean
join (FootholdDb *db, const char *label, GBytes *changeset, GError **error)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) both = NULL;
  g_autoptr (FootholdStmt) stmt = NULL;
  g_autoptr (GError) local_error = NULL;
  const gint64 seq = find_newest (db, label, &before, error);

  if (seq <= 0)
    return seq == 0 && push (db, label, 0, changeset, error);

  both = foothold_changes_concat (before, changeset, error);
  if (both == NULL)
    return FALSE;
  if (foothold_changes_touch_only (db, both, "rev", &local_error))
    return vanish (db, seq, both, error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  stmt = foothold_db_stmt (db, "UPDATE change SET at = :at, changeset = :changeset WHERE seq = :seq");
  foothold_stmt_bind_int (stmt, "at", foothold_now_ms ());
  foothold_stmt_bind_blob (stmt, "changeset", both);
  foothold_stmt_bind_int (stmt, "seq", seq);
  return foothold_stmt_exec (stmt, error);
}

/* The newest entry, whatever it is called; where that is an import, one more row of it. Nothing where there is none. */
static gboolean
join_newest (FootholdDb *db, GBytes *changeset, GError **error)
{
  g_autofree char *label = NULL;
  gint64 batch = 0;

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db, "SELECT label, coalesce (batch, 0) FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1");

    if (foothold_stmt_next (stmt))
      {
        label = g_strdup (foothold_stmt_text (stmt, 0));
        batch = foothold_stmt_int (stmt, 1);
      }
    if (!foothold_stmt_finish (stmt, error))
      return FALSE;
  }
  if (label == NULL)
    return TRUE;

  return batch != 0 ? push (db, label, batch, changeset, error) : join (db, label, changeset, error);
}

typedef struct
{
  const char *label;
  gint64 batch;
  FootholdDbFunc func;
  gpointer data;
  gboolean joins;
  gboolean aside;
  gint64 id;
  FootholdChanges *changes;
} Write;

static gboolean
write_func (FootholdDb *db, gpointer user_data, GError **error)
{
  Write *self = user_data;
  g_autoptr (FootholdRecorder) recorder = foothold_recorder_new (db, undoable_tables, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) changeset = NULL;

  if (recorder == NULL)
    return FALSE;
  self->id = (gint64) GPOINTER_TO_SIZE (self->func (db, self->data, &local_error));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  changeset = foothold_recorder_get_changes (recorder, error);
  if (changeset == NULL)
    return FALSE;

  /* an import stands on the stack even where it changed nothing that was there */
  if (self->label != NULL && (g_bytes_get_size (changeset) > 0 || self->batch != 0))
    if (!foothold_undo_drop_redo (db, error)
        || !(self->joins ? join (db, self->label, changeset, error)
                         : push (db, self->label, self->batch, changeset, error)))
      return FALSE;

  if (self->aside && g_bytes_get_size (changeset) > 0 && !join_newest (db, changeset, error))
    return FALSE;

  self->changes = foothold_changes_new ();
  if (g_bytes_get_size (changeset) > 0 && !foothold_changes_foreach (changeset, add_change, self->changes, error))
    return FALSE;

  return foothold_judgements_catch_up (db, self->changes, error);
}

static gboolean
run_write (FootholdDb *db, Write *write, gint64 *id, FootholdChanges **changes, GError **error)
{
  if (!foothold_db_write (db, write_func, write, error))
    {
      g_clear_pointer (&write->changes, foothold_changes_unref);
      return FALSE;
    }

  if (id != NULL)
    *id = write->id;
  if (changes != NULL)
    *changes = write->changes;
  else
    foothold_changes_unref (write->changes);
  return TRUE;
}

gboolean
foothold_undo_write (FootholdDb *db,
                     const char *label,
                     gint64 batch,
                     FootholdDbFunc func,
                     gpointer data,
                     gint64 *id,
                     FootholdChanges **changes,
                     GError **error)
{
  Write write = { .label = label, .batch = batch, .func = func, .data = data };

  return run_write (db, &write, id, changes, error);
}

gboolean
foothold_undo_write_more (FootholdDb *db,
                          const char *label,
                          FootholdDbFunc func,
                          gpointer data,
                          gint64 *id,
                          FootholdChanges **changes,
                          GError **error)
{
  Write write = { .label = label, .func = func, .data = data, .joins = TRUE };

  return run_write (db, &write, id, changes, error);
}

gboolean
foothold_undo_write_aside (FootholdDb *db,
                           FootholdDbFunc func,
                           gpointer data,
                           gint64 *id,
                           FootholdChanges **changes,
                           GError **error)
{
  Write write = { .func = func, .data = data, .aside = TRUE };

  return run_write (db, &write, id, changes, error);
}

typedef struct
{
  gboolean redo;
  char *label;
  FootholdChanges *changes;
} Step;

/* The next row of the stack in the wanted direction; 0 when there is none. */
static gboolean
peek (FootholdDb *db, gboolean redo, gint64 *seq, gint64 *batch, char **label, GBytes **changeset, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (
    db, redo
          ? "SELECT seq, coalesce (batch, 0), label, changeset FROM change WHERE undone = 1 ORDER BY seq LIMIT 1"
          : "SELECT seq, coalesce (batch, 0), label, changeset FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1");

  *seq = 0;
  if (foothold_stmt_next (stmt))
    {
      *seq = foothold_stmt_int (stmt, 0);
      *batch = foothold_stmt_int (stmt, 1);
      *label = g_strdup (foothold_stmt_text (stmt, 2));
      *changeset = foothold_stmt_blob (stmt, 3);
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
apply_row (FootholdDb *db, Step *self, gint64 seq, GBytes *changeset, GError **error)
{
  if (changeset != NULL && g_bytes_get_size (changeset) > 0
      && (!foothold_db_apply_changes (db, changeset, !self->redo, error)
          || !foothold_changes_foreach (changeset, add_change, self->changes, error)))
    return FALSE;

  return exec_int (db,
                   self->redo ? "UPDATE change SET undone = 0 WHERE seq = :seq"
                              : "UPDATE change SET undone = 1 WHERE seq = :seq",
                   "seq", seq, error);
}

/* How much of what is here says that it went out into the world. */
static gboolean
count_sent (FootholdDb *db, gint64 *n, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT (SELECT count (*) FROM application WHERE sent_on IS NOT NULL)"
                          " + (SELECT count (*) FROM follow_up WHERE sent_on IS NOT NULL)"
                          " + (SELECT count (*) FROM outreach WHERE asked_on IS NOT NULL)");

  if (foothold_stmt_next (stmt))
    *n = foothold_stmt_int (stmt, 0);
  return foothold_stmt_finish (stmt, error);
}

/* PRODUCT: what was sent stays sent, and undo says so. */
static gboolean
say_if_sent (FootholdDb *db, Step *self, gint64 before, GError **error)
{
  gint64 after = 0;
  g_autofree char *label = NULL;

  if (!count_sent (db, &after, error))
    return FALSE;
  if (after < before)
    {
      label = g_steal_pointer (&self->label);
      /* Translators: said of an undo; %s is what was undone, as in "Mark as Sent" */
      self->label = g_strdup_printf (_ ("%s. What was sent stays sent"), label);
    }
  return TRUE;
}

static gboolean
step_func (FootholdDb *db, gpointer user_data, GError **error)
{
  Step *self = user_data;
  gint64 entry_batch = 0, n_sent = 0;

  self->changes = foothold_changes_new ();
  if (!self->redo && !count_sent (db, &n_sent, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *label = NULL;
      g_autoptr (GBytes) changeset = NULL;
      gint64 seq, batch;

      if (!peek (db, self->redo, &seq, &batch, &label, &changeset, error))
        return FALSE;
      if (self->label == NULL && seq == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               self->redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
          return FALSE;
        }
      if (self->label != NULL && (seq == 0 || entry_batch == 0 || batch != entry_batch))
        break;
      if (!apply_row (db, self, seq, changeset, error))
        return FALSE;
      if (self->label == NULL)
        self->label = g_steal_pointer (&label);
      entry_batch = batch;
    }

  if (!foothold_judgements_catch_up (db, self->changes, error))
    return FALSE;
  if (entry_batch == 0)
    return self->redo || say_if_sent (db, self, n_sent, error);

  /* its rows are hidden or shown, all of them at once */
  for (guint i = 0; i < G_N_ELEMENTS (batch_tables); i++)
    foothold_changes_add_table (self->changes, batch_tables[i]);
  return exec_int (db,
                   self->redo ? "UPDATE import_batch SET state = 'done', rev = rev + 1 WHERE id = :batch"
                              : "UPDATE import_batch SET state = 'hidden', rev = rev + 1 WHERE id = :batch",
                   "batch", entry_batch, error);
}

static gboolean
drop_redo_func (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_undo_drop_redo (db, error);
}

static gboolean
clear_func (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_undo_clear (db, error);
}

gboolean
foothold_undo_step (FootholdDb *db, gboolean redo, char **label, FootholdChanges **changes, GError **error)
{
  Step step = { redo, NULL, NULL };
  const gboolean ok = foothold_db_write (db, step_func, &step, error);

  if (ok)
    {
      *label = g_steal_pointer (&step.label);
      *changes = g_steal_pointer (&step.changes);
    }
  else if (error != NULL && g_error_matches (*error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONFLICT))
    {
      /* what lies below would fit even less */
      g_debug ("%s branch dropped", redo ? "redo" : "undo");
      foothold_db_write (db, redo ? drop_redo_func : clear_func, NULL, NULL);
    }
  g_free (step.label);
  g_clear_pointer (&step.changes, foothold_changes_unref);
  return ok;
}

gboolean
foothold_undo_get_labels (FootholdDb *db, char **undo_label, char **redo_label, gint64 *step, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT (SELECT label FROM change WHERE undone = 0 ORDER BY seq DESC LIMIT 1),"
                          " (SELECT label FROM change WHERE undone = 1 ORDER BY seq LIMIT 1),"
                          " (SELECT coalesce (max (seq), 0) FROM change WHERE undone = 0)");

  if (foothold_stmt_next (stmt))
    {
      *undo_label = g_strdup (foothold_stmt_text (stmt, 0));
      *redo_label = g_strdup (foothold_stmt_text (stmt, 1));
      *step = foothold_stmt_int (stmt, 2);
    }

  return foothold_stmt_finish (stmt, error);
}
