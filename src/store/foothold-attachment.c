/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-attachment"

#include "foothold-attachment.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sqlite/foothold-file.h"

/*
 * A content gets its name, which is its hash, when it is whole and synced: after a
 * power cut there is the whole file or none (foothold-file.h).
 */

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

char *
foothold_attachment_store (const char *dir,
                           GInputStream *stream,
                           gint64 *size,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autoptr (FootholdFile) file = NULL;
  const char *hash;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      foothold_db_set_error_errno (error, errno, "make", folder);
      return NULL;
    }
  file = foothold_file_new (folder, error);
  if (file == NULL || !foothold_file_append_stream (file, stream, FOOTHOLD_ATTACHMENT_MAX_BYTES, cancellable, error))
    return NULL;

  hash = foothold_file_get_sha256 (file);
  if (!foothold_file_commit (file, hash, error))
    return NULL;

  if (size != NULL)
    *size = (gint64) foothold_file_get_size (file);
  return g_strdup (hash);
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
