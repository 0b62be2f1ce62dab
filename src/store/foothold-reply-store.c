// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-reply-store"

#include "store/foothold-reply-store.h"

#include "rules/foothold-funnel-steps.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-silence.h"
#include "store/foothold-id.h"
#include "store/foothold-place-sql.h"

/*
 * History is read as it lies in its table, once and without an index: that is a fraction of finding each application's
 * own rows, and who wants an answer wants all of them.
 */
#define HISTORY_SQL \
  "SELECT application, seq, at, to_state, actor = 'import', from_state FROM application_history WHERE to_state <> " \
  "'draft' OR from_state IS NOT NULL"

#define SINCE_SQL \
  "SELECT seq, at, to_state, actor = 'import' FROM application_history WHERE application = :id AND seq > :seq"

#define INTERVIEWS_SQL "SELECT application, id, meets_on FROM interview"

#define SENT_SQL \
  "SELECT a.id, a.sent_on, a.heard_on FROM application AS a INDEXED BY application_facets WHERE a.state <> 'draft' " \
  "AND " FOOTHOLD_SHOWN ("a")

#define REPORT_SQL \
  "SELECT a.id, a.sent_on, a.heard_on, o.source, g.name, coalesce ((SELECT t.name FROM term AS t WHERE" \
  " t.list = 'area' AND t.slug = o.area), o.area) FROM application AS a INDEXED BY application_facets" \
  " JOIN opportunity AS o ON o.id = a.opportunity LEFT JOIN organisation AS g ON g.id = o.organisation_id" \
  " WHERE a.state <> 'draft' AND " FOOTHOLD_SHOWN ("a")

/* ---- the steps of every application ---- */

typedef struct
{
  gint64 application;
  gint64 taken_back[FOOTHOLD_N_FUNNEL_STEPS]; /* the seq of the last move that says it was not reached; 0: none */
  GDate met_on; /* no later than this the host asked for an interview that is noted; cleared for none */
  struct
  {
    gint64 seq, at; /* seq 0: not reached */
    gboolean imported;
  } steps[FOOTHOLD_N_FUNNEL_STEPS];
} Reached;

static void
reach (Reached *reached, FootholdFunnelStep step, gint64 seq, gint64 at, gboolean imported)
{
  if (reached->steps[step].seq != 0 && reached->steps[step].seq < seq)
    return;

  reached->steps[step].seq = seq;
  reached->steps[step].at = at;
  reached->steps[step].imported = imported;
}

/* Forgets the steps that were taken back; few have one. */
static gboolean
read_since (FootholdDb *db, Reached *reached, GError **error)
{
  g_autoptr (FootholdStmt) stmt = NULL;
  gint64 since = G_MAXINT64;

  for (guint i = 0; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    if (reached->steps[i].seq != 0 && reached->steps[i].seq < reached->taken_back[i])
      {
        reached->steps[i].seq = 0;
        since = MIN (since, reached->taken_back[i]);
      }
  if (since == G_MAXINT64)
    return TRUE;

  stmt = foothold_db_stmt (db, SINCE_SQL);
  foothold_stmt_bind_int (stmt, "id", reached->application);
  foothold_stmt_bind_int (stmt, "seq", since);
  while (foothold_stmt_next (stmt))
    {
      const gint64 seq = foothold_stmt_int (stmt, 0);
      FootholdFunnelStep step;

      if (foothold_funnel_step_of_state (foothold_stmt_text (stmt, 2), &step) && seq >= reached->taken_back[step])
        reach (reached, step, seq, foothold_stmt_int (stmt, 1), foothold_stmt_int (stmt, 3) != 0);
    }

  return foothold_stmt_finish (stmt, error);
}

static gboolean
read_all_since (FootholdDb *db, GHashTable *all, GError **error)
{
  GHashTableIter iter;
  gpointer reached;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &reached))
    if (!read_since (db, reached, error))
      return FALSE;

  return TRUE;
}

static Reached *
get_reached (GHashTable *all, gint64 application)
{
  Reached *reached = g_hash_table_lookup (all, &application);

  if (reached == NULL)
    {
      reached = g_new0 (Reached, 1);
      reached->application = application;
      g_date_clear (&reached->met_on, 1);
      g_hash_table_insert (all, &reached->application, reached);
    }

  return reached;
}

/* An interview is noted when the host has asked for it, whether the card was moved or not; or afterwards, and then the
 * day on which it was held is the nearest that is known. */
static gboolean
read_interviews (FootholdDb *db, GHashTable *all, GTimeZone *local, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, INTERVIEWS_SQL);

  while (foothold_stmt_next (stmt))
    {
      Reached *reached = get_reached (all, foothold_stmt_int (stmt, 0));
      GDate noted, meets;

      if (!foothold_rhythm_day_of_instant (foothold_id_get_instant (foothold_stmt_int (stmt, 1)), local, &noted))
        continue;
      if (foothold_rhythm_read_day (foothold_stmt_text (stmt, 2), &meets) && g_date_compare (&meets, &noted) < 0)
        noted = meets;
      if (!g_date_valid (&reached->met_on) || g_date_compare (&noted, &reached->met_on) < 0)
        reached->met_on = noted;
    }

  return foothold_stmt_finish (stmt, error);
}

/* Of each application (by its id) the first time of every step, which seq tells and never the clock. */
static GHashTable *
load_reached (FootholdDb *db, GTimeZone *local, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, HISTORY_SQL);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  while (foothold_stmt_next (stmt))
    {
      const gint64 seq = foothold_stmt_int (stmt, 1);
      const char *to = foothold_stmt_text (stmt, 3);
      FootholdFunnelStep step, first;
      const gboolean back = foothold_funnel_takes_back (foothold_stmt_text (stmt, 5), to, &first);
      const gboolean is_step = foothold_funnel_step_of_state (to, &step);
      Reached *reached;

      if (!is_step && !back)
        continue;
      reached = get_reached (all, foothold_stmt_int (stmt, 0));
      if (is_step)
        reach (reached, step, seq, foothold_stmt_int (stmt, 2), foothold_stmt_int (stmt, 4) != 0);
      for (guint i = first; back && i < FOOTHOLD_N_FUNNEL_STEPS; i++)
        reached->taken_back[i] = MAX (reached->taken_back[i], seq);
    }

  return foothold_stmt_finish (stmt, error) && read_all_since (db, all, error)
             && read_interviews (db, all, local, error)
           ? g_steal_pointer (&all)
           : NULL;
}

static const char *
write_day (gint64 at, GTimeZone *local, char *iso)
{
  GDate day;

  if (!foothold_rhythm_day_of_instant (at, local, &day))
    return NULL;

  foothold_rhythm_write_day (&day, iso);
  return iso;
}

/* A table that came in knew one date alone, and the answer has that of the sending. */
static gboolean
is_undated (const Reached *reached)
{
  const gint64 sent = reached->steps[FOOTHOLD_FUNNEL_SUBMITTED].at;

  for (guint i = FOOTHOLD_FUNNEL_ANSWERED; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    if (reached->steps[i].seq != 0 && reached->steps[i].imported && reached->steps[i].at == sent)
      return TRUE;

  return FALSE;
}

/* @days: where the texts of @record are kept. @sent_on: what the person says goes before what history says. */
static void
fill_record (FootholdReplyRecord *record,
             char days[FOOTHOLD_N_FUNNEL_STEPS][FOOTHOLD_DAY_SIZE],
             const Reached *reached,
             const char *sent_on,
             GTimeZone *local)
{
  GDate day;
  const gboolean stated = foothold_rhythm_read_day (sent_on, &day);

  record->undated = reached != NULL && is_undated (reached);
  for (guint i = 0; i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    if (i == FOOTHOLD_FUNNEL_SUBMITTED && stated)
      {
        g_strlcpy (days[i], sent_on, FOOTHOLD_DAY_SIZE);
        record->reached_on[i] = days[i];
      }
    else
      record->reached_on[i] =
        reached != NULL && reached->steps[i].seq != 0 ? write_day (reached->steps[i].at, local, days[i]) : NULL;

  if (reached != NULL && g_date_valid (&reached->met_on)
      && (!foothold_rhythm_read_day (record->reached_on[FOOTHOLD_FUNNEL_INTERVIEW], &day)
          || g_date_compare (&reached->met_on, &day) < 0))
    {
      foothold_rhythm_write_day (&reached->met_on, days[FOOTHOLD_FUNNEL_INTERVIEW]);
      record->reached_on[FOOTHOLD_FUNNEL_INTERVIEW] = days[FOOTHOLD_FUNNEL_INTERVIEW];
    }
}

static gboolean
was_answered (const Reached *reached)
{
  for (guint i = FOOTHOLD_FUNNEL_ANSWERED; reached != NULL && i < FOOTHOLD_N_FUNNEL_STEPS; i++)
    if (reached->steps[i].seq != 0)
      return TRUE;

  return reached != NULL && g_date_valid (&reached->met_on);
}

guint
foothold_reply_patience_load (FootholdDb *db, GTimeZone *local, GError **error)
{
  g_autoptr (GTimeZone) zone = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
  g_autoptr (GHashTable) all = load_reached (db, zone, error);
  g_autoptr (GArray) replies = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (FootholdStmt) stmt = all != NULL ? foothold_db_stmt (db, SENT_SQL) : NULL;

  if (stmt == NULL)
    return 0;

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      const Reached *reached = g_hash_table_lookup (all, &id);
      char texts[FOOTHOLD_N_FUNNEL_STEPS][FOOTHOLD_DAY_SIZE];
      FootholdReplyRecord record = { NULL };
      int days;

      /* most were not, and days are dear */
      if (!was_answered (reached))
        continue;
      fill_record (&record, texts, reached, foothold_stmt_text (stmt, 1), zone);
      record.heard_on = foothold_stmt_text (stmt, 2);
      if (foothold_reply_days (&record, &days))
        g_array_append_val (replies, days);
    }

  return foothold_stmt_finish (stmt, error)
           ? foothold_silence_patience ((const int *) (gpointer) replies->data, replies->len)
           : 0;
}

/* ---- the report ---- */

enum
{
  BY_SOURCE,
  BY_ORGANISATION,
  BY_AREA,
  N_KEYS
};

/* A record whose texts are in the block it is in. */
typedef struct
{
  char days[FOOTHOLD_N_FUNNEL_STEPS][FOOTHOLD_DAY_SIZE];
  char heard_on[FOOTHOLD_DAY_SIZE];
  const char *keys[N_KEYS]; /* of @words */
  FootholdReplyRecord record;
} Kept;

static GPtrArray *
load_kept (FootholdDb *db, GStringChunk *words, GTimeZone *local, GError **error)
{
  g_autoptr (GTimeZone) zone = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
  g_autoptr (GHashTable) all = load_reached (db, zone, error);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FootholdStmt) stmt = all != NULL ? foothold_db_stmt (db, REPORT_SQL) : NULL;

  if (stmt == NULL)
    return NULL;

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);
      Kept *one = g_new0 (Kept, 1);
      GDate heard;

      fill_record (&one->record, one->days, g_hash_table_lookup (all, &id), foothold_stmt_text (stmt, 1), zone);
      if (foothold_rhythm_read_day (foothold_stmt_text (stmt, 2), &heard))
        {
          foothold_rhythm_write_day (&heard, one->heard_on);
          one->record.heard_on = one->heard_on;
        }
      for (guint key = 0; key < N_KEYS; key++)
        {
          const char *text = foothold_stmt_text (stmt, 3 + key);

          one->keys[key] = text != NULL && *text != '\0' ? g_string_chunk_insert_const (words, text) : NULL;
        }
      g_ptr_array_add (kept, one);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&kept) : NULL;
}

static FootholdReplyRecord *
records_by (GPtrArray *kept, guint key)
{
  FootholdReplyRecord *records = g_new0 (FootholdReplyRecord, kept->len + 1);

  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = g_ptr_array_index (kept, i);

      records[i] = one->record;
      records[i].key = one->keys[key];
    }

  return records;
}

FootholdReplyReport *
foothold_reply_report_load (FootholdDb *db, GTimeZone *local, GError **error)
{
  g_autoptr (GStringChunk) words = g_string_chunk_new (4096);
  g_autoptr (GPtrArray) kept = load_kept (db, words, local, error);
  FootholdReplyReport *self;

  if (kept == NULL)
    return NULL;

  self = g_new0 (FootholdReplyReport, 1);
  for (guint key = 0; key < N_KEYS; key++)
    {
      g_autofree FootholdReplyRecord *records = records_by (kept, key);
      GPtrArray **groups = key == BY_SOURCE         ? &self->by_source
                           : key == BY_ORGANISATION ? &self->by_organisation
                                                    : &self->by_area;

      *groups = foothold_reply_figures_by_key (records, kept->len);
      if (key == BY_SOURCE)
        foothold_reply_figures (records, kept->len, &self->all);
    }

  return self;
}

void
foothold_reply_report_free (FootholdReplyReport *self)
{
  g_ptr_array_unref (self->by_source);
  g_ptr_array_unref (self->by_organisation);
  g_ptr_array_unref (self->by_area);
  g_free (self);
}

static void
report_free (gpointer data)
{
  foothold_reply_report_free (data);
}

static gpointer
load_report (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_reply_report_load (db, NULL, error);
}

void
foothold_reply_report_load_async (FootholdStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_reply_report_load_async);
  foothold_store_push_read (store, task, load_report, report_free);
}

FootholdReplyReport *
foothold_reply_report_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
