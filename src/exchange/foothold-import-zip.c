// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-linkedin.h"

/*
 * Somebody else's ZIP, LinkedIn's export. It is read in memory: no entry becomes a file,
 * and no name a path. The list of entries is read first; only what is imported is unpacked, each
 * within caps on its size and on how much more it is than its archive.
 */

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static gboolean
refuse (GError **error, FootholdImportError code, const char *sentence)
{
  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, code, sentence);
  return FALSE;
}

static gboolean
set_damaged (GError **error)
{
  return refuse (error, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                 _ ("The ZIP archive is damaged. Nothing was imported. Download it again, or unpack it and import what "
                    "is inside."));
}

static Archive *
open_archive (GBytes *bytes)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    return NULL;

  return g_steal_pointer (&archive);
}

/* The entry's name as text: for reports and to tell what it is, nothing else. (transfer full) */
static char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL ? g_utf8_make_valid (name, (gssize) MIN (strlen (name), FOOTHOLD_LIMIT_TITLE)) : g_strdup ("?");
}

/* The next entry that is a regular file. 1: *@name is its; 0: the end; -1: damaged. */
static int
next_file (Archive *archive, guint *n, guint *n_encrypted, char **name)
{
  struct archive_entry *entry;

  for (;;)
    {
      const int result = archive_read_next_header (archive, &entry);

      if (result == ARCHIVE_EOF)
        return 0;
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return -1;
      if (++*n > FOOTHOLD_LIMIT_ZIP_ENTRIES)
        return 0;
      if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
        continue;
      if (n_encrypted != NULL && archive_entry_is_encrypted (entry))
        (*n_encrypted)++;
      *name = entry_name (entry);
      return 1;
    }
}

static GPtrArray *
list_names (GBytes *bytes, guint *n, guint *n_encrypted)
{
  g_autoptr (Archive) archive = open_archive (bytes);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  char *name;
  int result = -1;

  *n = *n_encrypted = 0;
  while (archive != NULL && (result = next_file (archive, n, n_encrypted, &name)) == 1)
    g_ptr_array_add (names, name);

  return result < 0 ? NULL : g_steal_pointer (&names);
}

/* The entry's bytes; NULL with a sentence in *@reason where there is no reading them. *@left: bytes that may come out.
 */
static GBytes *
unpack (Archive *archive, gsize *left, const char **reason)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  for (;;)
    {
      guint8 buffer[65536];
      const la_ssize_t n = archive_read_data (archive, buffer, sizeof buffer);

      if (n < 0)
        {
          *reason = archive_read_has_encrypted_entries (archive) == 1 ? _ ("It is encrypted, so it was left out.")
                                                                      : _ ("It is damaged, so it was left out.");
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&out));
      if ((gsize) n > *left || out->len + (gsize) n > FOOTHOLD_LIMIT_ZIP_ENTRY)
        {
          *reason = _ ("It is too large, so it was left out.");
          return NULL;
        }
      *left -= (gsize) n;
      g_byte_array_append (out, buffer, (guint) n);
    }
}

/* Those that are applications, or all others. *@left: bytes that may come out. */
static gboolean
take_files (GBytes *bytes,
            gboolean applications,
            const FootholdSink *sink,
            GCancellable *cancellable,
            gsize *left,
            guint *n_taken,
            GError **error)
{
  g_autoptr (Archive) archive = open_archive (bytes);
  guint n = 0;

  for (;;)
    {
      g_autofree char *name = NULL;
      g_autoptr (GBytes) table = NULL;
      FootholdLinkedinPart part;
      const char *reason;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (archive == NULL || next_file (archive, &n, NULL, &name) != 1)
        return TRUE;
      part = foothold_linkedin_part_of_file (name);
      if ((part == FOOTHOLD_LINKEDIN_APPLICATIONS) != applications)
        continue;
      if (part == FOOTHOLD_LINKEDIN_OTHER)
        {
          if (!foothold_linkedin_take_file (NULL, name, sink, cancellable, n_taken, error))
            return FALSE;
          continue;
        }
      table = unpack (archive, left, &reason);
      if (table == NULL ? !sink->problem (sink->user_data, name, NULL, reason, error)
                        : !foothold_linkedin_take_file (table, name, sink, cancellable, n_taken, error))
        return FALSE;
    }
}

static gboolean
has_name (GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/* Whether one of the files is LinkedIn's by its name and its row of names. */
static gboolean
has_linkedin_file (GBytes *bytes, GPtrArray *names, gsize left)
{
  g_autoptr (Archive) archive = open_archive (bytes);
  const gboolean alone = foothold_linkedin_count_files (names) == 1;
  guint n = 0;

  for (;;)
    {
      g_autofree char *name = NULL;
      g_autoptr (GBytes) table = NULL;
      const char *reason;

      if (archive == NULL || next_file (archive, &n, NULL, &name) != 1)
        return FALSE;
      table = foothold_linkedin_is_name (name) ? unpack (archive, &left, &reason) : NULL;
      if (table != NULL && foothold_linkedin_is_file (table, name, alone))
        return TRUE;
    }
}

gboolean
foothold_import_zip (GBytes *bytes,
                     const char *name,
                     const FootholdSink *sink,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  guint n, n_encrypted, n_taken = 0;
  gsize left;

  if (g_bytes_get_size (bytes) > FOOTHOLD_LIMIT_ZIP_FILE)
    return refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The ZIP archive is larger than 1 GiB. Nothing was imported. Unpack it and import what is "
                      "inside."));
  names = list_names (bytes, &n, &n_encrypted);
  if (names == NULL)
    return set_damaged (error);
  if (n > FOOTHOLD_LIMIT_ZIP_ENTRIES)
    return refuse (error, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The ZIP archive has too many files. Nothing was imported. Unpack it and import what is "
                      "inside."));
  if (n_encrypted > 0 && n_encrypted >= names->len)
    return refuse (error, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                   _ ("This ZIP archive is protected by a password. Nothing was imported. Unpack it and import what is "
                      "inside."));
  if (has_name (names, "[Content_Types].xml") || has_name (names, "mimetype"))
    return refuse (error, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                   _ ("This is an office document. Nothing was imported. Save a table as CSV and import that; copy a "
                      "text "
                      "and paste it on the board."));
  left = MIN (g_bytes_get_size (bytes), FOOTHOLD_LIMIT_ZIP_UNPACKED) * FOOTHOLD_LIMIT_ZIP_RATIO;
  left = MIN (left, FOOTHOLD_LIMIT_ZIP_UNPACKED);
  if (!foothold_linkedin_is_export (names) && !has_linkedin_file (bytes, names, left))
    return refuse (error, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                   _ ("This is a ZIP archive, but no export of LinkedIn’s. Nothing was imported. Unpack it and import "
                      "what "
                      "is inside."));

  /* of a job that was saved and applied for, the first that says so is taken, and the application says more */
  if (!take_files (bytes, TRUE, sink, cancellable, &left, &n_taken, error)
      || !take_files (bytes, FALSE, sink, cancellable, &left, &n_taken, error))
    return FALSE;
  if (n_taken == 0)
    {
      foothold_linkedin_set_empty (error);
      return FALSE;
    }

  return TRUE;
}
