// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-source.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "sqlite/foothold-file.h"

/* Files up to here are read into memory; larger ones are copied where nobody can cut them, and mapped. */
#define IN_MEMORY (16 * FOOTHOLD_LIMIT_MIB)

struct _FootholdImportSource
{
  GFile *file;
  GBytes *bytes;
  char *name;
  int fd; /* behind @file, or -1 */
  char *place, *place_kind;
};

FootholdImportSource *
foothold_import_source_new_for_file (GFile *file)
{
  FootholdImportSource *self = g_new0 (FootholdImportSource, 1);
  g_autofree char *base = g_file_get_basename (file);

  self->fd = -1;
  if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    {
      char *uri = g_file_get_uri (file);

      self->bytes = g_bytes_new_take (uri, strlen (uri));
      return self;
    }
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

const char *
foothold_import_source_get_file_name (const FootholdImportSource *self)
{
  return self->name;
}

GFile *
foothold_import_source_get_file (const FootholdImportSource *self)
{
  return self->file;
}

void
foothold_import_source_free (FootholdImportSource *self)
{
  g_clear_fd (&self->fd, NULL);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->place);
  g_free (self->place_kind);
  g_free (self);
}

void
foothold_import_source_set_place (FootholdImportSource *self, const char *name, const char *kind)
{
  g_set_str (&self->place, name);
  g_set_str (&self->place_kind, kind);
}

const char *
foothold_import_source_get_place (const FootholdImportSource *self, const char **kind)
{
  *kind = self->place_kind;
  return self->place;
}

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

GBytes *
foothold_import_file_read (GFile *file, const char *dir, GCancellable *cancellable, GError **error)
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

gboolean
foothold_import_source_is_folder (const FootholdImportSource *self)
{
  return self->bytes == NULL
         && g_file_query_file_type (self->file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

GBytes *
foothold_import_source_read (const FootholdImportSource *self,
                             const char *dir,
                             GCancellable *cancellable,
                             GError **error)
{
  return self->bytes != NULL ? g_bytes_ref (self->bytes)
                             : foothold_import_file_read (self->file, dir, cancellable, error);
}

GBytes *
foothold_import_source_read_head (const FootholdImportSource *self,
                                  gsize size,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GFileInputStream) in = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (self->bytes != NULL)
    return g_bytes_new_from_bytes (self->bytes, 0, MIN (size, g_bytes_get_size (self->bytes)));
  /* opening a pipe would wait for ever */
  if (g_file_query_file_type (self->file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This file cannot be read."));
      return NULL;
    }
  in = g_file_read (self->file, cancellable, error);
  data = g_malloc (size);
  if (in == NULL || !g_input_stream_read_all (G_INPUT_STREAM (in), data, size, &length, cancellable, error))
    return NULL;

  return g_bytes_new (data, length);
}
