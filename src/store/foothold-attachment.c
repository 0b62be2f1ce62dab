/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-attachment"

#include "foothold-attachment.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sqlite/foothold-digest.h"
#include "sqlite/foothold-file.h"
#include "store/foothold-backups.h"
#include "store/foothold-schema.h"
#include "store/foothold-store.h"

/* Files of one folder named by what is in them. */

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
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      foothold_db_set_error_errno (error, errno, "make", folder);
      return NULL;
    }

  file = foothold_file_new (folder, error);
  if (file == NULL)
    return NULL;
  if (!foothold_file_append_stream (file, stream, FOOTHOLD_ATTACHMENT_MAX_BYTES, cancellable, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                             _ ("The file is larger than 64 MiB, the most an attachment can be. Nothing was changed."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (size != NULL)
    *size = (gint64) foothold_file_get_size (file);
  path = foothold_attachment_path (dir, foothold_file_get_sha256 (file));
  /* the same content is there: written again all the same, in case the disk has damaged it since */
  return foothold_file_commit (file, foothold_file_get_sha256 (file), error) ? g_path_get_basename (path) : NULL;
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
  g_autoptr (GError) local_error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &local_error))
    {
      g_debug ("%s", local_error->message);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The attachment is not where it was kept, so it cannot be shown. Nothing else is lost."));
      return NULL;
    }

  hash = foothold_digest_of (contents, length);
  if (!g_str_equal (hash, sha256))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The attachment was damaged on the disk and is not shown. It may be whole in a backup."));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

/* The tables that name files by their hash. A backup may be older than one of them. */
static const char *const tables[] = { "attachment", "application_file" };

static gboolean
remove_named_by (FootholdDb *db, const char *table, GHashTable *hashes, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT sha256 FROM %s", table);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));

  while (foothold_stmt_next (stmt))
    g_hash_table_remove (hashes, foothold_stmt_text (stmt, 0));
  return foothold_stmt_finish (stmt, error);
}

static gboolean
has_table (FootholdDb *db, const char *table, gboolean *has, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :name");

  foothold_stmt_bind_text (stmt, "name", table);
  *has = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gboolean
remove_known (FootholdDb *db, GHashTable *hashes, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gboolean has;

      if (!has_table (db, tables[i], &has, error) || (has && !remove_named_by (db, tables[i], hashes, error)))
        return FALSE;
    }

  return TRUE;
}

/* An entry of the stack that would bring a row back holds its hash as text. */
static gboolean
remove_undoable (FootholdDb *db, GHashTable *hashes, GError **error)
{
  g_autoptr (GPtrArray) list = g_hash_table_get_keys_as_ptr_array (hashes);

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (FootholdStmt) stmt =
        foothold_db_stmt (db, "SELECT 1 FROM change WHERE instr (changeset, CAST (:hash AS BLOB)) > 0 LIMIT 1");
      gboolean found;

      foothold_stmt_bind_text (stmt, "hash", g_ptr_array_index (list, i));
      found = foothold_stmt_next (stmt);
      if (!foothold_stmt_finish (stmt, error))
        return FALSE;
      if (found)
        g_hash_table_remove (hashes, g_ptr_array_index (list, i));
    }

  return TRUE;
}

static gboolean
remove_held (const char *path, GHashTable *hashes, GError **error)
{
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);

  return db != NULL && remove_known (db, hashes, error) && remove_undoable (db, hashes, error);
}

static gboolean
remove_held_by_each (GPtrArray *paths, GHashTable *hashes, GError **error)
{
  for (guint i = 0; i < paths->len && g_hash_table_size (hashes) > 0; i++)
    if (!remove_held (g_ptr_array_index (paths, i), hashes, error))
      return FALSE;

  return TRUE;
}

/* One that cannot be read may hold anything: then nothing is removed. A copy that waits for its check will be one, and
 * what a restore has set aside can be put back. */
static gboolean
remove_backed_up (const char *dir, GHashTable *hashes, GError **error)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, error);
  g_autoptr (GPtrArray) replaced = backups != NULL ? foothold_backups_list_replaced (dir, error) : NULL;
  g_autoptr (GPtrArray) waiting = foothold_backups_list_waiting (dir);

  if (replaced == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len && g_hash_table_size (hashes) > 0; i++)
    if (!remove_held (((FootholdBackup *) g_ptr_array_index (backups, i))->path, hashes, error))
      return FALSE;

  return remove_held_by_each (waiting, hashes, error) && remove_held_by_each (replaced, hashes, error);
}

gboolean
foothold_attachment_sweep (FootholdDb *db, const char *dir, GError **error)
{
  g_autofree char *folder = g_build_filename (dir, FOLDER, NULL);
  g_autoptr (GDir) handle = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer hash;
  const char *name;

  while (handle != NULL && (name = g_dir_read_name (handle)) != NULL)
    if (is_hash (name))
      g_hash_table_add (hashes, g_strdup (name));

  if (g_hash_table_size (hashes) > 0 && !remove_known (db, hashes, error))
    return FALSE;
  if (g_hash_table_size (hashes) > 0 && !remove_undoable (db, hashes, error))
    return FALSE;
  if (g_hash_table_size (hashes) > 0 && !remove_backed_up (dir, hashes, error))
    return FALSE;

  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_autofree char *path = foothold_attachment_path (dir, hash);

      if (!foothold_file_remove (path, error))
        return FALSE;
    }

  return TRUE;
}

FootholdAttachmentState
foothold_attachment_check (const char *dir, const char *sha256, GCancellable *cancellable)
{
  g_autofree char *path = foothold_attachment_path (dir, sha256);
  g_autofree char *hash = foothold_file_hash (path, cancellable, NULL);

  if (hash == NULL)
    return FOOTHOLD_ATTACHMENT_MISSING;
  return g_str_equal (hash, sha256) ? FOOTHOLD_ATTACHMENT_SOUND : FOOTHOLD_ATTACHMENT_DAMAGED;
}
