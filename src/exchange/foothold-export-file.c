/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-export"

#include "exchange/foothold-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/foothold-export-copy.h"
#include "exchange/foothold-file-stream.h"
#include "sqlite/foothold-file.h"

#define CHUNK_BYTES (64 * 1024)

const char *
foothold_export_format_get_suffix (FootholdExportFormat format)
{
  return format == FOOTHOLD_EXPORT_JSON ? "json" : format == FOOTHOLD_EXPORT_VCARD ? "vcf" : "csv";
}

/* What is written. */
typedef struct
{
  FootholdExportFormat format;
  FootholdExportTable table;
  const char *dir;
  GArray *people; /* gint64; NULL: everybody */
} What;

static gboolean
write_to (FootholdDb *copy,
          const What *what,
          GOutputStream *out,
          guint *n_missing,
          GCancellable *cancellable,
          GError **error)
{
  if (n_missing != NULL)
    *n_missing = 0;

  switch (what->format)
    {
    case FOOTHOLD_EXPORT_JSON:
      return foothold_export_json (copy, what->dir, out, n_missing, cancellable, error);
    case FOOTHOLD_EXPORT_CSV:
      return foothold_export_csv (copy, what->table, out, FALSE, cancellable, error);
    case FOOTHOLD_EXPORT_CSV_MACHINE:
      return foothold_export_csv (copy, what->table, out, TRUE, cancellable, error);
    case FOOTHOLD_EXPORT_VCARD:
      return foothold_export_vcard (copy, what->people, out, cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
foothold_export_stream (FootholdDb *copy,
                        FootholdExportFormat format,
                        FootholdExportTable table,
                        const char *dir,
                        GOutputStream *out,
                        guint *n_missing,
                        GCancellable *cancellable,
                        GError **error)
{
  const What what = { format, table, dir, NULL };

  return write_to (copy, &what, out, n_missing, cancellable, error);
}

static gboolean
fail (GError **error, int saved_errno, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("The export could not be written to “%s”: %s. Nothing was lost; choose another place."), name,
               g_strerror (saved_errno));
  return FALSE;
}

/* A device, a pipe: no name to put a file under. */
static gboolean
write_into (FootholdDb *copy,
            const What *what,
            const char *path,
            guint *n_missing,
            GCancellable *cancellable,
            GError **error)
{
  const int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  g_autoptr (GOutputStream) out = NULL;

  if (fd < 0)
    return fail (error, errno, path);
  out = g_unix_output_stream_new (fd, TRUE);
  return write_to (copy, what, out, n_missing, cancellable, error) && g_output_stream_close (out, cancellable, error);
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      const gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Copies @from from its beginning to @to. */
static gboolean
copy_bytes (int from, int to)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  off_t at = 0;
  gssize n;

  while ((n = pread (from, chunk, CHUNK_BYTES, at)) > 0)
    {
      if (!write_all (to, chunk, (gsize) n))
        return FALSE;
      at += n;
    }

  return n == 0;
}

static gboolean
same_bytes (int a, int b)
{
  g_autofree char *left = g_malloc (CHUNK_BYTES);
  g_autofree char *right = g_malloc (CHUNK_BYTES);
  off_t at = 0;
  gssize n;

  while ((n = pread (a, left, CHUNK_BYTES, at)) > 0)
    {
      if (pread (b, right, (gsize) n, at) != n || memcmp (left, right, (gsize) n) != 0)
        return FALSE;
      at += n;
    }

  return n == 0 && pread (b, right, 1, at) == 0;
}

/* Only the file itself may be written: made whole elsewhere, then copied, synced and read back. */
static gboolean
write_through (FootholdDb *copy,
               const What *what,
               const char *path,
               guint *n_missing,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *name = NULL;
  g_autofd int stage = g_file_open_tmp ("foothold-export-XXXXXX", &name, error);
  g_autofd int fd = -1;
  g_autoptr (GOutputStream) out = NULL;

  if (stage < 0)
    return FALSE;
  g_unlink (name);
  out = g_unix_output_stream_new (stage, FALSE);
  if (!write_to (copy, what, out, n_missing, cancellable, error))
    return FALSE;

  fd = open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || !copy_bytes (stage, fd) || fsync (fd) != 0)
    return fail (error, errno, path);
  if (!same_bytes (stage, fd))
    return fail (error, EIO, path);
  return TRUE;
}

static gboolean
write_durably (FootholdFile *file,
               FootholdDb *copy,
               const What *what,
               const char *name,
               guint *n_missing,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GOutputStream) out = foothold_file_stream_new (file);

  foothold_file_skip_hash (file);
  return write_to (copy, what, out, n_missing, cancellable, error) && g_output_stream_close (out, cancellable, error)
         && foothold_file_commit (file, name, error);
}

static gboolean
write_to_path (FootholdDb *copy,
               const What *what,
               const char *path,
               guint *n_missing,
               GCancellable *cancellable,
               GError **error)
{
  char *real = realpath (path, NULL);
  g_autofree char *target = g_strdup (real != NULL ? real : path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autoptr (FootholdFile) file = NULL;
  g_autoptr (GError) local_error = NULL;
  struct stat info;
  const gboolean exists = stat (target, &info) == 0;

  free (real);
  if (exists && S_ISDIR (info.st_mode))
    return fail (error, EISDIR, target);
  if (exists && !S_ISREG (info.st_mode))
    return write_into (copy, what, target, n_missing, cancellable, error);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (error, ENOENT, target);

  file = foothold_file_new (folder, &local_error);
  if (file != NULL)
    return write_durably (file, copy, what, name, n_missing, cancellable, error);

  g_debug ("no new file in %s: %s", folder, local_error->message);
  return write_through (copy, what, target, n_missing, cancellable, error);
}

gboolean
foothold_export_to_path (FootholdDb *copy,
                         FootholdExportFormat format,
                         FootholdExportTable table,
                         const char *dir,
                         const char *path,
                         guint *n_missing,
                         GCancellable *cancellable,
                         GError **error)
{
  const What what = { format, table, dir, NULL };

  return write_to_path (copy, &what, path, n_missing, cancellable, error);
}

/* ---- For the window ---- */

typedef struct
{
  FootholdExportFormat format;
  FootholdExportTable table;
  GArray *people; /* NULL: everybody */
  char *dir;
  char *target;
  char *copy_path;
  FootholdDbWorker *worker; /* of the copy */
  guint n_missing;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  /* It is unlinked when the copy is read; this is for when it never came to that. */
  if (self->copy_path != NULL)
    g_unlink (self->copy_path);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self->dir);
  g_free (self->target);
  g_free (self->copy_path);
  g_free (self);
}

/* Reader thread of the store. */
static gpointer
make_copy (FootholdDb *db, gpointer data, GError **error)
{
  GTask *task = data;
  Export *self = g_task_get_task_data (task);

  return foothold_export_copy_make (db, self->dir, g_task_get_cancellable (task), error);
}

/* Thread of the copy. */
static gpointer
write_export (FootholdDb *copy, gpointer data, GError **error)
{
  GTask *task = data;
  Export *self = g_task_get_task_data (task);
  const What what = { self->format, self->table, self->dir, self->people };

  foothold_export_copy_begin (copy);
  return write_to_path (copy, &what, self->target, &self->n_missing, g_task_get_cancellable (task), error) ? self
                                                                                                           : NULL;
}

static void
written_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_task_propagate_pointer (G_TASK (res), &error);
  foothold_db_worker_stop (self->worker);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
copied_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GTask *job;

  self->copy_path = g_task_propagate_pointer (G_TASK (res), &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->worker = foothold_db_worker_new (self->copy_path, FOOTHOLD_DB_READ_ONLY);
  job = g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));
  g_task_set_source_tag (job, copied_cb);
  g_task_set_task_data (job, g_object_ref (task), g_object_unref);
  foothold_db_worker_push (self->worker, job, write_export, NULL);
}

/* @people: (nullable) (transfer full) */
static void
begin (FootholdStore *store,
       FootholdExportFormat format,
       FootholdExportTable table,
       GArray *people,
       GFile *target,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);
  GTask *job;

  g_task_set_source_tag (task, foothold_export_async);
  g_task_set_task_data (task, self, export_free);
  self->people = people;
  self->format = format;
  self->table = table;
  self->dir = g_strdup (foothold_store_get_dir (store));
  self->target = g_file_get_path (target);
  if (self->target == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                       _ ("This place takes no files from Foothold. Choose a folder on this "
                                          "computer."));
      return;
    }

  job = g_task_new (store, cancellable, copied_cb, g_object_ref (task));
  g_task_set_source_tag (job, foothold_export_async);
  g_task_set_task_data (job, g_object_ref (task), g_object_unref);
  foothold_store_push_read (store, job, make_copy, g_free);
}

void
foothold_export_async (FootholdStore *store,
                       FootholdExportFormat format,
                       FootholdExportTable table,
                       GFile *target,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  begin (store, format, table, NULL, target, cancellable, callback, user_data);
}

void
foothold_export_people_async (FootholdStore *store,
                              GArray *people,
                              GFile *target,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  begin (store, FOOTHOLD_EXPORT_VCARD, FOOTHOLD_EXPORT_PEOPLE, g_array_copy (people), target, cancellable, callback,
         user_data);
}

gboolean
foothold_export_finish (FootholdStore *store, GAsyncResult *result, guint *n_missing, GError **error)
{
  Export *self;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  if (n_missing != NULL)
    *n_missing = self->n_missing;
  return g_task_propagate_boolean (G_TASK (result), error);
}
