// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-application-move"

#include "store/foothold-application-move.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-dates.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-accept.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-stage-store.h"

#define THESE "(SELECT value FROM json_each (:without))"

/* ---- places in a column ---- */

typedef struct
{
  gint64 low, high; /* GINT64_UNKNOWN: nothing on that side */
} Gap;

static gboolean
find_gap (FootholdDb *db, gint64 stage, gint64 above, const char *without, Gap *gap, GError **error)
{
  /* the one below the gap, and the one above it; "before" in the order of the column: position, then id */
  static const char sql[] =
    "SELECT (SELECT position FROM application WHERE stage = :stage AND id NOT IN " THESE
    " AND (:above = 0 OR (:above > 0 AND (position, id) < (SELECT position, id FROM application WHERE id = :above)))"
    " ORDER BY position DESC, id DESC LIMIT 1),"
    " CASE WHEN :above > 0 THEN (SELECT position FROM application WHERE id = :above AND stage = :stage)"
    " WHEN :above < 0 THEN (SELECT position FROM application WHERE stage = :stage AND id NOT IN " THESE
    " ORDER BY position, id LIMIT 1) END";
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "stage", stage);
  foothold_stmt_bind_int (stmt, "above", above);
  foothold_stmt_bind_text (stmt, "without", without != NULL ? without : "[]");
  *gap = (Gap) { GINT64_UNKNOWN, GINT64_UNKNOWN };
  if (foothold_stmt_next (stmt))
    *gap = (Gap) { foothold_stmt_int (stmt, 0), foothold_stmt_int (stmt, 1) };

  return foothold_stmt_finish (stmt, error);
}

/* Whether @n fit; then *@positions are where. */
static gboolean
fill_gap (const Gap *gap, guint n, gint64 *positions)
{
  gint64 first, step = FOOTHOLD_APPLICATION_STEP;

  if (gap->low != GINT64_UNKNOWN && gap->high != GINT64_UNKNOWN)
    {
      step = (gap->high - gap->low) / (gint64) (n + 1);
      if (step < 1)
        return FALSE;
      first = gap->low + step;
    }
  else if (gap->high != GINT64_UNKNOWN)
    first = gap->high - (gint64) n * step;
  else
    first = gap->low != GINT64_UNKNOWN ? gap->low + step : 0;

  for (guint i = 0; i < n; i++)
    positions[i] = first + (gint64) i * step;
  return TRUE;
}

static gboolean
count_anew (FootholdDb *db, gint64 stage, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, position = n.place * :step FROM (SELECT id,"
                          " row_number () OVER (ORDER BY position, id) AS place FROM application WHERE stage = :stage)"
                          " AS n WHERE n.id = application.id");

  foothold_stmt_bind_int (stmt, "stage", stage);
  foothold_stmt_bind_int (stmt, "step", FOOTHOLD_APPLICATION_STEP);
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_application_make_room (FootholdDb *db,
                                gint64 stage,
                                gint64 above,
                                const char *without,
                                guint n,
                                gint64 *positions,
                                GError **error)
{
  Gap gap;

  if (!find_gap (db, stage, above, without, &gap, error))
    return FALSE;
  if (fill_gap (&gap, n, positions))
    return TRUE;
  if (!count_anew (db, stage, error) || !find_gap (db, stage, above, without, &gap, error))
    return FALSE;
  if (fill_gap (&gap, n, positions))
    return TRUE;

  /* as many as a million put between two */
  for (guint i = 0; i < n; i++)
    positions[i] = gap.low;
  return TRUE;
}

/* ---- the move of one ---- */

static gboolean
refuse (FootholdApplicationVerdict verdict, GError **error)
{
  g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_REFUSED,
                       foothold_application_sentence (verdict));
  return FALSE;
}

/* The state that it gets. *@state: owned by @set, @row or the caller. */
static gboolean
choose_state (const FootholdStageSet *set,
              const FootholdApplicationRow *row,
              const char *before,
              gint64 stage,
              const char **state,
              GError **error)
{
  FootholdApplicationVerdict verdict;
  const int at = foothold_stage_set_find (set, stage);

  if (*state == NULL)
    {
      g_return_val_if_fail (at >= 0, FALSE);
      verdict = foothold_stage_enter (foothold_stage_set_get (set, (guint) at), row->state, before, "me", state);
      return *state != NULL || refuse (verdict, error);
    }

  if (g_str_equal (*state, row->state))
    return TRUE;
  verdict = foothold_application_check (row->state, *state, before, "me");
  return verdict == FOOTHOLD_APPLICATION_ALLOWED || refuse (verdict, error);
}

/* A move is noted when somebody finds the time, and the person may have said since then when the host was heard from
 * last. What it said before is kept with its moves when a newer word takes that field. */
static gboolean
keep_heard (FootholdDb *db, const FootholdApplicationRow *row, GError **error)
{
  g_autoptr (FootholdStmt) stmt = NULL;
  gint64 noon, last;

  if (!foothold_date_is_valid (row->sent_on) || g_strcmp0 (row->heard_on, row->sent_on) < 0
      || !foothold_deadline_to_instant (row->heard_on, "12:00", NULL, NULL, &noon)
      || !foothold_deadline_to_instant (row->heard_on, NULL, NULL, NULL, &last))
    return TRUE;

  stmt = foothold_db_stmt (db, "UPDATE application_history SET rev = rev + 1, at = :noon WHERE application = :id"
                               " AND at > :last AND to_state IN ('acknowledged', 'under-review', 'shortlisted',"
                               " 'interview', 'offer', 'declined')");
  foothold_stmt_bind_int (stmt, "noon", noon);
  foothold_stmt_bind_int (stmt, "last", last);
  foothold_stmt_bind_int (stmt, "id", row->row.id);
  return foothold_stmt_exec (stmt, error);
}

/* There was no reply after all: the day that a move by mistake brought goes with it, and that of a receipt stands
 * again. A day that the person wrote stays. */
static gboolean
take_back_heard (FootholdDb *db, FootholdApplicationRow *row, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT at, to_state FROM application_history WHERE application = :id ORDER BY seq");
  char brought[FOOTHOLD_DAY_SIZE] = "", receipt[FOOTHOLD_DAY_SIZE] = "";

  foothold_stmt_bind_int (stmt, "id", row->row.id);
  while (foothold_stmt_next (stmt))
    {
      const char *state = foothold_stmt_text (stmt, 1);
      GDate day;

      if (!foothold_application_is_word_of_host (state)
          || !foothold_rhythm_day_of_instant (foothold_stmt_int (stmt, 0), NULL, &day))
        continue;
      foothold_rhythm_write_day (&day, brought);
      if (foothold_application_is_before_reply (state))
        g_strlcpy (receipt, brought, sizeof receipt);
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  if (g_strcmp0 (row->heard_on, brought) == 0)
    g_set_str (&row->heard_on, *receipt != '\0' ? receipt : NULL);
  return TRUE;
}

/* It was not sent after all: the day that the move brought goes with it, and one that the person wrote stays. */
static gboolean
take_back_sent (FootholdDb *db, FootholdApplicationRow *row, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT at FROM application_history WHERE application = :id AND from_state = 'draft'"
                          " AND to_state = 'submitted' ORDER BY seq DESC LIMIT 1");
  char brought[FOOTHOLD_DAY_SIZE] = "";
  GDate day;

  foothold_stmt_bind_int (stmt, "id", row->row.id);
  if (foothold_stmt_next (stmt) && foothold_rhythm_day_of_instant (foothold_stmt_int (stmt, 0), NULL, &day))
    foothold_rhythm_write_day (&day, brought);
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  if (g_strcmp0 (row->sent_on, brought) == 0)
    g_clear_pointer (&row->sent_on, g_free);
  return TRUE;
}

/* What else is known now. */
static gboolean
take_day (FootholdDb *db, FootholdApplicationRow *row, const char *from, GError **error)
{
  const gboolean back = foothold_application_is_before_reply (row->state)
                        && !foothold_application_is_before_reply (from) && foothold_application_is_word_of_host (from);
  char today[FOOTHOLD_DAY_SIZE];
  GDate day;

  if (!foothold_rhythm_day_of_instant (foothold_now_ms (), NULL, &day))
    return TRUE;
  foothold_rhythm_write_day (&day, today);
  /* who notes an interview of what was a draft sent it some day before, and nobody said when */
  if (row->sent_on == NULL && foothold_application_phase (from) == FOOTHOLD_APPLICATION_PREPARING
      && g_str_equal (row->state, "submitted"))
    g_set_str (&row->sent_on, today);
  if (g_str_equal (row->state, "draft") && row->sent_on != NULL && !take_back_sent (db, row, error))
    return FALSE;
  /* what was put off is another matter now */
  g_clear_pointer (&row->snoozed_until, g_free);
  if (back)
    return take_back_heard (db, row, error);
  if (foothold_application_is_word_of_host (row->state))
    {
      if (!keep_heard (db, row, error))
        return FALSE;
      g_set_str (&row->heard_on, today);
    }
  return TRUE;
}

gboolean
foothold_application_enter (FootholdDb *db,
                            gint64 id,
                            gint64 *stage,
                            const char *state,
                            const char *reason,
                            gboolean accepting,
                            GError **error)
{
  g_autoptr (FootholdRow) before = foothold_row_load_id (db, &foothold_application_row_type, id, error);
  g_autoptr (FootholdStageSet) set = before != NULL ? foothold_stage_set_load (db, error) : NULL;
  g_autoptr (FootholdRow) after = NULL;
  g_autofree char *state_before = NULL;
  FootholdApplicationRow *row;
  const char *from;

  if (before == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE,
                         _ ("This application is not there any more."));
  if (set == NULL || !foothold_application_state_before (db, id, &state_before, error))
    return FALSE;

  after = foothold_row_copy (before);
  row = (FootholdApplicationRow *) after;
  from = ((FootholdApplicationRow *) before)->state;
  if (!choose_state (set, row, state_before, *stage, &state, error))
    return FALSE;
  if (g_str_equal (state, "accepted") && !g_str_equal (from, state) && !accepting)
    {
      g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_ACCEPT,
                           _ ("An offer is accepted on its own page, with what is agreed."));
      return FALSE;
    }

  if (*stage == 0
      || !foothold_stage_holds (foothold_stage_set_get (set, (guint) foothold_stage_set_find (set, *stage)), state))
    *stage = foothold_stage_set_place (set, row->stage, state);
  row->stage = *stage;
  if (!g_str_equal (from, state))
    {
      g_set_str (&row->state, state);
      if (g_str_equal (from, "accepted"))
        {
          g_clear_pointer (&row->override_reason, g_free);
          if (!foothold_application_call_off (db, id, error))
            return FALSE;
        }
      if (!take_day (db, row, from, error)
          || !foothold_application_add_history (db, id, foothold_now_ms (), from, state, "me", reason, error))
        return FALSE;
    }
  else if (foothold_row_equal (before, after))
    return TRUE;

  return foothold_row_update (db, before, after, error);
}

/* ---- many ---- */

static gboolean
set_position (FootholdDb *db, gint64 id, gint64 position, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, position = :position WHERE id = :id AND position <>"
                          " :position");

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_int (stmt, "position", position);
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_application_append_to (FootholdDb *db, gint64 stage, const char *ids, GError **error)
{
  gint64 first;
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, stage = :stage, position = :first + j.key * :step"
                          " FROM json_each (:ids) AS j WHERE j.value = application.id");

  if (!foothold_application_make_room (db, stage, FOOTHOLD_APPLICATION_END, ids, 1, &first, error))
    return FALSE;
  foothold_stmt_bind_int (stmt, "stage", stage);
  foothold_stmt_bind_int (stmt, "first", first);
  foothold_stmt_bind_int (stmt, "step", FOOTHOLD_APPLICATION_STEP);
  foothold_stmt_bind_text (stmt, "ids", ids);
  return foothold_stmt_exec (stmt, error);
}

/* Written on the writer's thread and read when it is done. */
typedef struct
{
  guint n_moved;
  GError *refused; /* of the first that stayed, or NULL */
} Outcome;

static void
outcome_clear (gpointer data)
{
  g_clear_error (&((Outcome *) data)->refused);
}

static void
outcome_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, outcome_clear);
}

typedef struct
{
  GArray *ids;
  gint64 stage, above;
  char *state, *reason;
  Outcome *outcome;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  g_array_unref (self->ids);
  g_free (self->state);
  g_free (self->reason);
  outcome_unref (self->outcome);
  g_free (self);
}

/* Those that went, with the column that each is in: their places, in the order of @moved. */
static gboolean
put_in_place (FootholdDb *db, GArray *moved, GArray *stages, gint64 above, GError **error)
{
  g_autofree char *json = foothold_ids_to_json (moved);

  for (guint i = 0; i < moved->len;)
    {
      const gint64 stage = g_array_index (stages, gint64, i);
      g_autofree gint64 *positions = NULL;
      guint n = 1;

      while (i + n < moved->len && g_array_index (stages, gint64, i + n) == stage)
        n++;
      positions = g_new0 (gint64, n);
      if (!foothold_application_make_room (db, stage, above, json, n, positions, error))
        return FALSE;
      for (guint k = 0; k < n; k++)
        if (!set_position (db, g_array_index (moved, gint64, i + k), positions[k], error))
          return FALSE;
      i += n;
    }

  return TRUE;
}

static gboolean
stage_of (FootholdDb *db, gint64 id, gint64 *stage, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT stage FROM application WHERE id = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  *stage = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error);
}

static gpointer
move_all (FootholdDb *db, gpointer data, GError **error)
{
  const Move *self = data;
  Outcome *outcome = self->outcome;
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->ids->len; i++)
    {
      const gint64 id = g_array_index (self->ids, gint64, i);
      g_autoptr (GError) local_error = NULL;
      gint64 stage = self->stage, was;

      if (!stage_of (db, id, &was, error))
        return NULL;
      if (foothold_application_enter (db, id, &stage, self->state, self->reason, FALSE, &local_error))
        {
          outcome->n_moved++;
          /* only its state was asked for, and it shows where it stood */
          if (self->stage == 0 && stage == was)
            continue;
          g_array_append_val (moved, id);
          g_array_append_val (stages, stage);
          continue;
        }
      if (local_error == NULL || local_error->domain != FOOTHOLD_APPLICATION_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (outcome->refused == NULL)
        outcome->refused = g_steal_pointer (&local_error);
    }

  if (outcome->n_moved == 0 && outcome->refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&outcome->refused));
      return NULL;
    }
  return put_in_place (db, moved, stages, self->above, error) ? GSIZE_TO_POINTER (1) : NULL;
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const gint64 done = foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) done);
}

void
foothold_applications_move_async (FootholdStore *store,
                                  GArray *ids,
                                  gint64 stage,
                                  gint64 above,
                                  const char *state,
                                  const char *reason,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Move Application", "Move %u Applications", ids->len), ids->len);
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Move *data = g_new0 (Move, 1);

  data->ids = g_array_copy (ids);
  data->stage = stage;
  data->above = stage != 0 ? above : FOOTHOLD_APPLICATION_TOP;
  data->state = g_strdup (state);
  data->reason = g_strdup (reason);
  data->outcome = g_atomic_rc_box_new0 (Outcome);
  g_task_set_source_tag (task, foothold_applications_move_async);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (data->outcome), outcome_unref);
  foothold_store_write_async (store, label, move_all, data, move_free, cancellable, moved_cb, task);
}

gboolean
foothold_applications_move_finish (FootholdStore *store,
                                   GAsyncResult *result,
                                   guint *n_moved,
                                   char **refused,
                                   GError **error)
{
  const Outcome *outcome;
  GError *local_error = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, foothold_applications_move_async), FALSE);

  outcome = g_task_get_task_data (G_TASK (result));
  foothold_store_write_finish (store, result, &local_error);
  if (n_moved != NULL)
    *n_moved = local_error == NULL ? outcome->n_moved : 0;
  if (refused != NULL)
    *refused = local_error == NULL && outcome->refused != NULL ? g_strdup (outcome->refused->message) : NULL;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}
