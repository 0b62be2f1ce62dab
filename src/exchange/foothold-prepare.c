// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-prepare.h"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-import-folder.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-json-ld.h"
#include "exchange/foothold-limits.h"
#include "sqlite/foothold-db-error.h"
#include "store/foothold-job.h"
#include "store/foothold-place-store.h"

/*
 * Thread notes: read_sources () and all below it run on a thread of GIO's, with nothing
 * but the job; the comparison is a job of the store's reader. Only the two ends are
 * on the caller's thread.
 */

/* Progress is told at most this often, in µs. */
#define PROGRESS_INTERVAL (50 * 1000)
/* The share of the reading; the rest is the comparison. */
#define READING 0.9

typedef struct
{
  char *dir;
  GPtrArray *sources;
  GPtrArray *tables; /* FootholdTable or NULL, one for each source; or NULL */
  FootholdImportAnswers *answers;
  FootholdStaging *staging;
  GMainContext *context;
  FootholdProgressFunc progress;
  gpointer progress_data;
  gint64 told_at;
  guint n_done; /* sources */
  const FootholdSink *sink;
  const char *prefix; /* of the places in reports, where there are several files; or NULL */
  gboolean sink_failed;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->dir);
  for (guint i = 0; i < job->sources->len; i++)
    foothold_import_source_free (g_ptr_array_index (job->sources, i));
  g_ptr_array_set_free_func (job->sources, NULL);
  g_ptr_array_unref (job->sources);
  g_clear_pointer (&job->tables, g_ptr_array_unref);
  foothold_import_answers_free (job->answers);
  g_clear_pointer (&job->staging, foothold_staging_unref);
  g_main_context_unref (job->context);
  g_free (job);
}

/* --- progress --- */

typedef struct
{
  FootholdProgressFunc func;
  gpointer data;
  gdouble fraction;
} Telling;

static gboolean
tell_in_context (gpointer data)
{
  const Telling *telling = data;

  telling->func (telling->fraction, telling->data);
  return G_SOURCE_REMOVE;
}

static void
tell (Job *job, gdouble fraction, gboolean at_once)
{
  const gint64 now = g_get_monotonic_time ();
  Telling *telling;

  if (job->progress == NULL || (!at_once && now - job->told_at < PROGRESS_INTERVAL))
    return;

  job->told_at = now;
  telling = g_new (Telling, 1);
  *telling = (Telling) { job->progress, job->progress_data, fraction };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_in_context, telling, g_free);
}

/* --- the sink between importer and staging: adds the file's name and where it was found, remembers whose error it was
 * --- */

static char *
place (const Job *job, const char *where)
{
  if (job->prefix == NULL)
    return g_strdup (where);
  return where != NULL ? g_strdup_printf ("%s: %s", job->prefix, where) : g_strdup (job->prefix);
}

static gboolean
noted (Job *job, gboolean ok)
{
  if (!ok)
    job->sink_failed = TRUE;
  return ok;
}

/* Any thread. */
static void
mark (const Job *job, FootholdDossier *dossier)
{
  char *where = place (job, dossier->where);
  FootholdOpportunityRow *row = dossier->opportunity;
  const char *kind;
  const char *found_at = foothold_import_source_get_place (g_ptr_array_index (job->sources, job->n_done), &kind);

  g_free (dossier->where);
  dossier->where = where;
  if (found_at != NULL && row->place == NULL && row->place_id == GINT64_UNKNOWN)
    foothold_place_mark_found (row, 0, found_at, kind);
}

static gboolean
take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  Job *job = user_data;

  mark (job, dossier);
  return noted (job, job->sink->take_dossier (job->sink->user_data, dossier, error));
}

static FootholdPacked *
pack (gpointer user_data, FootholdDossier *dossier)
{
  const Job *job = user_data;

  mark (job, dossier);
  return job->sink->pack (job->sink->user_data, dossier);
}

static gboolean
take_packed (gpointer user_data, FootholdPacked *packed, GError **error)
{
  Job *job = user_data;

  return noted (job, job->sink->take_packed (job->sink->user_data, packed, error));
}

static gboolean
take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  Job *job = user_data;

  return noted (job, job->sink->take_row (job->sink->user_data, row, error));
}

static gboolean
take_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  Job *job = user_data;
  char *where = place (job, nest->where);

  g_free (nest->where);
  nest->where = where;
  return noted (job, job->sink->take_nest (job->sink->user_data, nest, error));
}

static gboolean
take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  Job *job = user_data;
  g_autofree char *here = place (job, where);

  return noted (job, job->sink->problem (job->sink->user_data, here, field, reason, error));
}

static void
take_progress (gpointer user_data, gsize done, gsize total)
{
  Job *job = user_data;
  const gdouble part = total > 0 ? (gdouble) done / (gdouble) total : 1.0;

  tell (job, READING * ((gdouble) job->n_done + part) / (gdouble) job->sources->len, FALSE);
}

/* --- reading --- */

/* A file inside a folder. */
static GBytes *
read_inside (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Job *job = user_data;

  return foothold_import_file_read (file, job->dir, cancellable, error);
}

/* A table as somebody said it is, else as it was last time, else as it looks. */
static gboolean
import_table (Job *job,
              const FootholdImportSource *source,
              GBytes *bytes,
              const FootholdSink *sink,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FootholdTable) table =
    foothold_table_new (bytes, foothold_import_source_get_name (source), job->dir, NULL);

  const char *charset = foothold_import_answers_get_charset (job->answers);
  g_autoptr (FootholdCsvLook) told = NULL;
  FootholdCsvLook *look;

  if (table == NULL || !table->remembered)
    return foothold_import_csv (bytes, NULL, foothold_import_source_get_file_name (source), sink, cancellable, error);

  look = table->look;
  if (charset != NULL)
    {
      FootholdCsvHints hints = table->hints;

      hints.charset = charset;
      look = told = foothold_csv_look (bytes, &hints, error);
      if (told == NULL)
        return FALSE;
      foothold_csv_look_carry (told, table->look);
    }
  return foothold_csv_look_settle (look, NULL, sink, error)
         && foothold_import_csv (bytes, look, foothold_import_source_get_file_name (source), sink, cancellable, error);
}

static gboolean
import_source (Job *job,
               const FootholdImportSource *source,
               const FootholdSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  const char *name = foothold_import_source_get_file_name (source);
  const FootholdTable *table = job->tables != NULL ? g_ptr_array_index (job->tables, job->n_done) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  /* who was shown the columns was asked there */
  if (table != NULL)
    return foothold_import_csv (table->bytes, table->look, name, sink, cancellable, error);
  if (foothold_import_source_is_folder (source))
    return foothold_import_folder (foothold_import_source_get_file (source), read_inside, job, sink, cancellable,
                                   error);

  bytes = foothold_import_source_read (source, job->dir, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (foothold_import_sniff_as (bytes, foothold_import_answers_get_charset (job->answers)) == FOOTHOLD_FORMAT_CSV)
    return import_table (job, source, bytes, sink, cancellable, error);
  return foothold_import_bytes (bytes, name, sink, cancellable, error);
}

static gboolean
read_source (Job *job, const FootholdImportSource *source, GCancellable *cancellable, GError **error)
{
  const FootholdSink sink = { job,       take_dossier, take_row, take_problem, take_progress,
                              take_nest, job->answers, pack,     take_packed };
  const char *name = foothold_import_source_get_name (source);
  g_autoptr (GError) own = NULL;

  job->prefix = job->sources->len > 1 ? name : NULL;
  if (import_source (job, source, &sink, cancellable, &own))
    return TRUE;

  /* what we could not keep is no fault of the file */
  if (job->sink_failed || own->domain == FOOTHOLD_DB_ERROR || g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }

  job->prefix = name;
  if (own->domain == FOOTHOLD_IMPORT_ERROR)
    return take_problem (job, NULL, NULL, own->message, error);

  {
    /* Translators: %s is what the system says, a sentence or part of one, without a full stop */
    g_autofree char *reason =
      g_strdup_printf (_ ("The file could not be read (%s). Nothing was imported."), own->message);

    return take_problem (job, NULL, NULL, reason, error);
  }
}

/* On a thread of its own. */
static void
read_sources (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;

  job->staging = foothold_staging_new (job->dir, &error);
  if (job->staging == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  foothold_staging_set_cancellable (job->staging, cancellable);
  job->sink = foothold_staging_get_sink (job->staging);

  for (; job->n_done < job->sources->len; job->n_done++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &error)
          || !read_source (job, g_ptr_array_index (job->sources, job->n_done), cancellable, &error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  tell (job, READING, TRUE);
  g_task_return_boolean (task, TRUE);
}

/* On the store's reader thread. */
static gpointer
compare (FootholdDb *db, gpointer data, GError **error)
{
  FootholdStaging *staging = data;

  return foothold_staging_compare (staging, db, error) ? foothold_staging_ref (staging) : NULL;
}

static void
staging_unref (gpointer data)
{
  foothold_staging_unref (data);
}

static void
comparison_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  FootholdStaging *staging = g_task_propagate_pointer (G_TASK (result), &error);

  if (staging == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (job->progress != NULL)
    job->progress (1.0, job->progress_data);
  g_task_return_pointer (task, staging, staging_unref);
}

static void
reading_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GTask *comparison;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  comparison = g_task_new (source, cancellable, comparison_done, g_object_ref (task));
  g_task_set_source_tag (comparison, reading_done);
  g_task_set_task_data (comparison, foothold_staging_ref (job->staging), staging_unref);
  foothold_store_push_read (FOOTHOLD_STORE (source), comparison, compare, staging_unref);
}

void
foothold_exchange_prepare_async (FootholdStore *store,
                                 GPtrArray *sources,
                                 GPtrArray *tables,
                                 const FootholdImportAnswers *answers,
                                 FootholdProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) reading = NULL;
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (FOOTHOLD_IS_STORE (store));
  g_return_if_fail (tables == NULL || tables->len == sources->len);

  foothold_json_ld_init ();
  job->dir = g_strdup (foothold_store_get_dir (store));
  job->sources = sources;
  g_ptr_array_set_free_func (sources, NULL);
  job->tables = tables != NULL ? g_ptr_array_ref (tables) : NULL;
  job->answers = answers != NULL ? foothold_import_answers_copy (answers) : foothold_import_answers_new ();
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, foothold_exchange_prepare_async);
  g_task_set_task_data (task, job, job_free);

  if (sources->len > FOOTHOLD_LIMIT_SOURCES)
    {
      g_task_return_new_error (task, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                               _ ("These are more than %d files. Nothing was imported. Choose fewer at a time."),
                               FOOTHOLD_LIMIT_SOURCES);
      return;
    }

  reading = g_task_new (store, cancellable, reading_done, g_object_ref (task));
  g_task_set_source_tag (reading, read_sources);
  /* the outer task keeps the job, and lives longer */
  g_task_set_task_data (reading, job, NULL);
  foothold_job_run (reading, read_sources);
}

FootholdStaging *
foothold_exchange_prepare_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
