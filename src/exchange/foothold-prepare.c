// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-prepare.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/foothold-import-folder.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-json-ld.h"
#include "exchange/foothold-limits.h"
#include "sqlite/foothold-file.h"

/*
 * Thread notes: read_sources () and all below it run on a thread of GIO's, with nothing
 * but the job; the comparison is a job of the store's reader. Only the two ends are
 * on the caller's thread.
 */

/* Files up to here are read into memory; larger ones are copied where nobody can cut them, and mapped. */
#define IN_MEMORY (16 * FOOTHOLD_LIMIT_MIB)
/* Progress is told at most this often, in µs. */
#define PROGRESS_INTERVAL (50 * 1000)
/* The share of the reading; the rest is the comparison. */
#define READING 0.9

struct _FootholdImportSource
{
  GFile *file;
  GBytes *bytes;
  char *name;
  int fd; /* behind @file, or -1 */
};

FootholdImportSource *
foothold_import_source_new_for_file (GFile *file)
{
  FootholdImportSource *self = g_new0 (FootholdImportSource, 1);
  g_autofree char *base = g_file_get_basename (file);

  self->fd = -1;
  self->file = g_object_ref (file);
  self->name = base != NULL ? g_filename_display_name (base) : g_strdup (_ ("File"));
  return self;
}

FootholdImportSource *
foothold_import_source_new_for_bytes (GBytes *bytes, const char *name)
{
  FootholdImportSource *self = g_new0 (FootholdImportSource, 1);

  self->fd = -1;
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

FootholdImportSource *
foothold_import_source_new_for_fd (int fd, const char *name)
{
  FootholdImportSource *self = g_new0 (FootholdImportSource, 1);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  /* Opened anew by this name, a file begins at its beginning, wherever the descriptor stands. */
  self->fd = fd;
  self->file = g_file_new_for_path (path);
  self->name = g_strdup (name);
  return self;
}

const char *
foothold_import_source_get_name (const FootholdImportSource *self)
{
  return self->name != NULL ? self->name : _ ("Pasted text");
}

void
foothold_import_source_free (FootholdImportSource *self)
{
  g_clear_fd (&self->fd, NULL);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

typedef struct
{
  char *dir;
  GPtrArray *sources;
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

/* --- the sink between importer and staging: adds the file's name, remembers whose error it was --- */

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

static gboolean
take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  Job *job = user_data;
  char *where = place (job, dossier->where);

  g_free (dossier->where);
  dossier->where = where;
  return noted (job, job->sink->take_dossier (job->sink->user_data, dossier, error));
}

static gboolean
take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  Job *job = user_data;

  return noted (job, job->sink->take_row (job->sink->user_data, row, error));
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

static void
unmap (gpointer data)
{
  GBytes *extent = data;
  gsize length;
  gpointer at = (gpointer) g_bytes_get_data (extent, &length);

  munmap (at, length);
  g_bytes_unref (extent);
}

/* A large file, copied without a name beside the database, so that nobody changes it while it is read. */
static GBytes *
copy_and_map (GInputStream *in, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GError) local_error = NULL;
  const int fd = foothold_file_open_nameless (dir, error);
  gssize length;
  gpointer at;

  if (fd < 0)
    return NULL;

  out = g_unix_output_stream_new (fd, TRUE);
  length = g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_NONE, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    foothold_db_set_error_errno (error, ENOSPC, "copy into", dir);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (length < 0)
    return NULL;
  if ((gint64) length > FOOTHOLD_LIMIT_JSON_FILE)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                           _ ("The file is larger than 4 GiB. Nothing was imported."));
      return NULL;
    }
  if (length == 0)
    return g_bytes_new (NULL, 0);

  at = mmap (NULL, (gsize) length, PROT_READ, MAP_PRIVATE, fd, 0);
  if (at == MAP_FAILED)
    {
      const int code = errno;

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }

  return g_bytes_new_with_free_func (at, (gsize) length, unmap, g_bytes_new_static (at, (gsize) length));
}

static GBytes *
read_file (GFile *file, const char *dir, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                       cancellable, error);
  g_autoptr (GInputStream) in = NULL;
  goffset size;

  if (info == NULL)
    {
      if (error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_clear_error (error);
          g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                               _ ("There is no such file. Nothing was imported."));
        }
      return NULL;
    }
  /* opening a pipe would wait for ever */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                           _ ("This file cannot be read. Nothing was imported."));
      return NULL;
    }
  size = g_file_info_get_size (info);
  if (size > FOOTHOLD_LIMIT_JSON_FILE)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                           _ ("The file is larger than 4 GiB. Nothing was imported."));
      return NULL;
    }

  in = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (in == NULL)
    return NULL;
  if (size > IN_MEMORY)
    return copy_and_map (in, dir, cancellable, error);

  {
    /* one byte more than allowed, so that a file that grew meanwhile is noticed */
    g_autofree char *data = g_malloc (IN_MEMORY + 1);
    gsize length;

    if (!g_input_stream_read_all (in, data, IN_MEMORY + 1, &length, cancellable, error))
      return NULL;
    if (length > IN_MEMORY)
      {
        g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                             _ ("The file changed while it was read. Nothing was imported. Try again."));
        return NULL;
      }
    return g_bytes_new (data, length);
  }
}

/* A file inside a folder. */
static GBytes *
read_inside (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Job *job = user_data;

  return read_file (file, job->dir, cancellable, error);
}

static gboolean
is_folder (const FootholdImportSource *source)
{
  return source->bytes == NULL
         && g_file_query_file_type (source->file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

static gboolean
import_source (Job *job,
               const FootholdImportSource *source,
               const FootholdSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (is_folder (source))
    return foothold_import_folder (source->file, read_inside, job, sink, cancellable, error);

  bytes = source->bytes != NULL ? g_bytes_ref (source->bytes) : read_file (source->file, job->dir, cancellable, error);
  return bytes != NULL && foothold_import_bytes (bytes, source->name, sink, cancellable, error);
}

static gboolean
read_source (Job *job, const FootholdImportSource *source, GCancellable *cancellable, GError **error)
{
  const FootholdSink sink = { job, take_dossier, take_row, take_problem, take_progress };
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

  foothold_json_ld_init ();
  job->dir = g_strdup (foothold_store_get_dir (store));
  job->sources = sources;
  g_ptr_array_set_free_func (sources, NULL);
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
  g_task_run_in_thread (reading, read_sources);
}

FootholdStaging *
foothold_exchange_prepare_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
