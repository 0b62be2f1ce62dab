/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-attachment"

#include "foothold-attachment.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A content is written to a temporary name in the same folder, synced, renamed
 * to its hash, and the folder synced: after a power cut there is the whole file
 * or none. A temporary file that a crash left is removed at the next start
 * (foothold_attachment_sweep).
 */

#define PIECE_BYTES (64 * 1024)
#define FOLDER "attachments"

static gboolean
is_hash (const char *text)
{
  if (strlen (text) != 64)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && !(*p >= 'a' && *p <= 'f'))
      return FALSE;

  return TRUE;
}

char *
foothold_attachment_path (const char *dir, const char *sha256)
{
  g_return_val_if_fail (is_hash (sha256), NULL);

  return g_build_filename (dir, FOLDER, sha256, NULL);
}

static gboolean
fail_errno (GError **error, int saved_errno, const char *path)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("The attachment could not be kept in “%s”: %s. Nothing was changed."), path,
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
sync_folder (const char *folder, GError **error)
{
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  const int rc = fd >= 0 ? fsync (fd) : -1;
  const int saved_errno = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  return rc == 0 || fail_errno (error, saved_errno, folder);
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      const ssize_t n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* Streams into @fd; returns the hash. */
static char *
pump (GInputStream *stream, int fd, const char *folder, gint64 *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  gint64 total = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE_BYTES, cancellable, error)) > 0)
    {
      total += n;
      if (total > FOOTHOLD_ATTACHMENT_MAX_BYTES)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               _ ("The file is larger than 64 MiB, the most an attachment can be. Nothing was "
                                  "changed."));
          return NULL;
        }
      g_checksum_update (checksum, piece, n);
      if (!write_all (fd, piece, (gsize) n))
        {
          fail_errno (error, errno, folder);
          return NULL;
        }
    }
  if (n < 0)
    return NULL;
  if (fsync (fd) != 0)
    {
      fail_errno (error, errno, folder);
      return NULL;
    }

  if (size != NULL)
    *size = total;
  return g_strdup (g_checksum_get_string (checksum));
}

char *
foothold_attachment_store (const char *dir,
                           GInputStream *stream,
                           gint64 *size,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autofree char *temporary = g_build_filename (folder, ".new-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 || (fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      fail_errno (error, errno, folder);
      return NULL;
    }

  hash = pump (stream, fd, folder, size, cancellable, error);
  g_close (fd, NULL);
  if (hash == NULL)
    {
      g_unlink (temporary);
      return NULL;
    }

  path = foothold_attachment_path (dir, hash);
  if (g_rename (temporary, path) != 0)
    {
      fail_errno (error, errno, folder);
      g_unlink (temporary);
      return NULL;
    }

  return sync_folder (folder, error) ? g_steal_pointer (&hash) : NULL;
}

char *
foothold_attachment_store_bytes (const char *dir, GBytes *bytes, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return foothold_attachment_store (dir, stream, NULL, NULL, error);
}

GBytes *
foothold_attachment_load (const char *dir, const char *sha256, GError **error)
{
  g_autofree char *path = foothold_attachment_path (dir, sha256);
  g_autofree char *contents = NULL;
  g_autofree char *hash = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
  if (!g_str_equal (hash, sha256))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The attachment was damaged on the disk and is not shown. It may be whole in a backup."));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&contents), length);
}
