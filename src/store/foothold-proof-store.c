// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-proof-store"

#include "store/foothold-proof-store.h"

#include "rules/foothold-dates.h"
#include "rules/foothold-funnel-steps.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-application-store.h"
#include "store/foothold-place-sql.h"

#define HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)
/* As far as the days of two places are apart at most. */
#define APART_MS (26 * HOUR_MS)

/* Those that may be in it; the days of history are told apart afterwards, where the person is. */
#define LINES_SQL \
  "SELECT a.id, a.sent_on, o.title, g.name, a.channel, a.state, a.heard_on FROM application AS a JOIN opportunity AS " \
  "o ON" \
  " o.id = a.opportunity LEFT JOIN organisation AS g ON g.id = o.organisation_id WHERE a.state <> 'draft' AND " \
  "(a.sent_on" \
  " BETWEEN :from AND :to OR a.heard_on BETWEEN :from AND :to OR EXISTS (SELECT 1 FROM application_history AS h " \
  "WHERE h.application = a.id AND" \
  " h.to_state <> 'draft' AND h.at BETWEEN :first AND :last)) AND " FOOTHOLD_SHOWN ("a") " ORDER BY a.id"

#define STEPS_SQL "SELECT at, to_state, from_state FROM application_history WHERE application = :id ORDER BY seq"

static void
step_free (gpointer data)
{
  FootholdProofStep *self = data;

  g_free (self->state);
  g_free (self->day);
  g_free (self);
}

static void
line_free (gpointer data)
{
  FootholdProofLine *self = data;

  g_free (self->day);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->channel);
  g_free (self->state);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
foothold_proof_free (FootholdProof *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->name);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
proof_free (gpointer data)
{
  foothold_proof_free (data);
}

static gboolean
is_within (const char *day, const char *from, const char *to)
{
  return day != NULL && g_strcmp0 (day, from) >= 0 && g_strcmp0 (day, to) <= 0;
}

/* A move by mistake and back is no step of the search. */
static void
take_back (GPtrArray *steps, FootholdFunnelStep first)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const FootholdProofStep *step = g_ptr_array_index (steps, i - 1);
      FootholdFunnelStep reached;

      if (foothold_funnel_step_of_state (step->state, &reached) && reached >= first)
        g_ptr_array_remove_index (steps, i - 1);
    }
}

/* Whether a move leads to where it stood anyway. */
static gboolean
is_again (GPtrArray *steps, const char *state)
{
  return steps->len > 0
         && g_strcmp0 (((const FootholdProofStep *) g_ptr_array_index (steps, steps->len - 1))->state, state) == 0;
}

/* An end that did not hold is none. */
static void
take_back_end (GPtrArray *steps, const char *end)
{
  if (is_again (steps, end))
    g_ptr_array_set_size (steps, (int) steps->len - 1);
}

/* @heard_on: the host's last sign of life, or NULL: no word of the host was later, whenever it was noted. */
static gboolean
load_steps (FootholdDb *db, gint64 id, FootholdProofLine *line, const char *heard_on, GTimeZone *local, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, STEPS_SQL);

  foothold_stmt_bind_int (stmt, "id", id);
  while (foothold_stmt_next (stmt))
    {
      const char *state = foothold_stmt_text (stmt, 1), *from = foothold_stmt_text (stmt, 2);
      const gboolean reopens = foothold_funnel_reopens (from, state);
      FootholdFunnelStep first;
      FootholdProofStep *step;
      char iso[FOOTHOLD_DAY_SIZE];
      GDate day;

      if (reopens)
        take_back_end (line->steps, from);
      if (foothold_funnel_takes_back (from, state, &first))
        {
          if (first == FOOTHOLD_FUNNEL_SUBMITTED)
            g_ptr_array_set_size (line->steps, 0);
          take_back (line->steps, first);
          if (is_again (line->steps, state))
            continue;
        }
      else if (reopens && is_again (line->steps, state))
        continue;
      if (g_str_equal (state, "draft") || !foothold_rhythm_day_of_instant (foothold_stmt_int (stmt, 0), local, &day))
        continue;
      foothold_rhythm_write_day (&day, iso);
      if (heard_on != NULL && g_strcmp0 (heard_on, iso) < 0 && foothold_application_is_word_of_host (state))
        g_strlcpy (iso, heard_on, sizeof iso);
      step = g_new0 (FootholdProofStep, 1);
      step->state = g_strdup (state);
      step->day = g_strdup (iso);
      g_ptr_array_add (line->steps, step);
    }

  return foothold_stmt_finish (stmt, error);
}

/* What never left the desk proves nothing. */
static gboolean
was_sent (const FootholdProofLine *line, const char *sent_on)
{
  FootholdFunnelStep step;

  for (guint i = 0; i < line->steps->len; i++)
    if (foothold_funnel_step_of_state (((const FootholdProofStep *) g_ptr_array_index (line->steps, i))->state, &step))
      return TRUE;

  return sent_on != NULL;
}

static gboolean
has_step_within (const FootholdProofLine *line, const char *from, const char *to)
{
  for (guint i = 0; i < line->steps->len; i++)
    if (is_within (((const FootholdProofStep *) g_ptr_array_index (line->steps, i))->day, from, to))
      return TRUE;

  return FALSE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const FootholdProofLine *one = *(FootholdProofLine *const *) a, *other = *(FootholdProofLine *const *) b;
  int order = g_strcmp0 (one->day, other->day);

  if (order == 0)
    order = g_strcmp0 (one->organisation, other->organisation);
  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static gboolean
load_name (FootholdDb *db, FootholdProof *self, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT name FROM profile WHERE id = 1");

  if (foothold_stmt_next (stmt))
    self->name = g_strdup (foothold_stmt_text (stmt, 0));
  return foothold_stmt_finish (stmt, error);
}

static gboolean
load_lines (FootholdDb *db, FootholdProof *self, GTimeZone *local, gint64 first, gint64 last, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, LINES_SQL);

  foothold_stmt_bind_text (stmt, "from", self->from);
  foothold_stmt_bind_text (stmt, "to", self->to);
  foothold_stmt_bind_int (stmt, "first", first - APART_MS);
  foothold_stmt_bind_int (stmt, "last", last + APART_MS);
  while (foothold_stmt_next (stmt))
    {
      FootholdProofLine *line = g_new0 (FootholdProofLine, 1);
      const char *sent_on = foothold_stmt_text (stmt, 1), *heard_on = foothold_stmt_text (stmt, 6);
      const gboolean heard =
        foothold_date_is_valid (heard_on) && foothold_date_is_valid (sent_on) && g_strcmp0 (heard_on, sent_on) >= 0;

      line->steps = g_ptr_array_new_with_free_func (step_free);
      line->title = g_strdup (foothold_stmt_text (stmt, 2));
      line->organisation = g_strdup (foothold_stmt_text (stmt, 3));
      line->channel = g_strdup (foothold_stmt_text (stmt, 4));
      line->state = g_strdup (foothold_stmt_text (stmt, 5));
      if (!load_steps (db, foothold_stmt_int (stmt, 0), line, heard ? heard_on : NULL, local, error))
        {
          line_free (line);
          return FALSE;
        }
      if (sent_on != NULL)
        line->day = g_strdup (sent_on);
      else if (line->steps->len > 0)
        line->day = g_strdup (((FootholdProofStep *) g_ptr_array_index (line->steps, 0))->day);
      if (was_sent (line, sent_on)
          && (is_within (sent_on, self->from, self->to) || has_step_within (line, self->from, self->to)))
        g_ptr_array_add (self->lines, line);
      else
        line_free (line);
    }

  return foothold_stmt_finish (stmt, error);
}

FootholdProof *
foothold_proof_load (FootholdDb *db, const char *from, const char *to, GTimeZone *local, GError **error)
{
  g_autoptr (FootholdProof) self = g_new0 (FootholdProof, 1);
  gint64 first, last;

  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  if (!load_name (db, self, error))
    return NULL;
  if (foothold_deadline_to_instant (from, "00:00", NULL, local, &first)
      && foothold_deadline_to_instant (to, NULL, NULL, local, &last)
      && !load_lines (db, self, local, first, last, error))
    return NULL;

  g_ptr_array_sort (self->lines, compare_lines);
  return g_steal_pointer (&self);
}

/* ---- for the main thread ---- */

static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  char **days = data;

  return foothold_proof_load (db, days[0], days[1], NULL, error);
}

static void
days_free (gpointer data)
{
  g_strfreev (data);
}

void
foothold_proof_load_async (FootholdStore *store,
                           const char *from,
                           const char *to,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_proof_load_async);
  g_task_set_task_data (task, g_strdupv ((char *[]) { (char *) from, (char *) to, NULL }), days_free);
  foothold_store_push_read (store, task, load, proof_free);
}

FootholdProof *
foothold_proof_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
