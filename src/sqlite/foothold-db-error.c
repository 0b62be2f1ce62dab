/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db-error"

#include "foothold-db-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

G_DEFINE_QUARK (foothold-db-error-quark, foothold_db_error)

static const char *const sentences[] = {
  [FOOTHOLD_DB_ERROR_BUSY] = N_ ("Another program is using the data file. Nothing was changed; try again in a moment."),
  [FOOTHOLD_DB_ERROR_CORRUPT] =
    N_ ("The data file is damaged. It is kept as it is; restore a backup to go on working."),
  [FOOTHOLD_DB_ERROR_FULL] =
    N_ ("The disk is full, so the change was not saved. Nothing was lost; free some space and try again."),
  [FOOTHOLD_DB_ERROR_FOREIGN] = N_ ("This file belongs to another program. It was left as it is; choose another file."),
  [FOOTHOLD_DB_ERROR_NOT_A_DATABASE] =
    N_ ("This is not a Foothold data file. It was left as it is; choose another file."),
  [FOOTHOLD_DB_ERROR_READ_ONLY] = N_ ("The data can only be read here, so nothing can be changed. To work on it, move "
                                      "it to a folder you may write to."),
  [FOOTHOLD_DB_ERROR_MOVED] =
    N_ ("The data file was moved, replaced or deleted by another program, so the change was not "
        "saved. Put the file back, or save a copy of what is shown."),
  [FOOTHOLD_DB_ERROR_IO] =
    N_ ("The disk reported an error, so the change was not saved. What was saved before is kept; "
        "check the disk and try again."),
  [FOOTHOLD_DB_ERROR_LOCKED] = N_ ("Foothold is already open with this data. Close it there, or work in that window."),
  [FOOTHOLD_DB_ERROR_MEMORY] = N_ ("This needs more memory than there is, so nothing was changed. Try a smaller part."),
  [FOOTHOLD_DB_ERROR_NOT_FOUND] = N_ ("The file is not there. Nothing was changed; choose another file."),
  [FOOTHOLD_DB_ERROR_CONFLICT] = NULL,
  [FOOTHOLD_DB_ERROR_BACKUP] =
    N_ ("The newest backup could not be kept. Your data and the backups before it are as they were; check the disk, "
        "then make a new one with “Backups…” in the main menu."),
};

const char *
foothold_db_error_sentence (FootholdDbError code)
{
  const char *sentence = code < G_N_ELEMENTS (sentences) ? sentences[code] : NULL;

  return sentence != NULL ? g_dgettext (GETTEXT_PACKAGE, sentence) : NULL;
}

FootholdDbError
foothold_db_error_from_sqlite (int rc)
{
  if (rc == SQLITE_READONLY_DBMOVED)
    return FOOTHOLD_DB_ERROR_MOVED;
  if (rc == SQLITE_IOERR_NOMEM)
    return FOOTHOLD_DB_ERROR_MEMORY;

  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FOOTHOLD_DB_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return FOOTHOLD_DB_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: /* the raw header was ours, or SQLite would not have been asked */
      return FOOTHOLD_DB_ERROR_CORRUPT;
    case SQLITE_FULL:
      return FOOTHOLD_DB_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return FOOTHOLD_DB_ERROR_READ_ONLY;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return FOOTHOLD_DB_ERROR_IO;
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return FOOTHOLD_DB_ERROR_MEMORY;
    default:
      return FOOTHOLD_DB_ERROR_FAILED;
    }
}

FootholdDbError
foothold_db_error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
      return FOOTHOLD_DB_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return FOOTHOLD_DB_ERROR_READ_ONLY;
    case ENOENT:
      return FOOTHOLD_DB_ERROR_NOT_FOUND;
    case ELOOP:
    case ENOTDIR:
    case EISDIR:
      return FOOTHOLD_DB_ERROR_NOT_A_DATABASE;
    case ENOMEM:
      return FOOTHOLD_DB_ERROR_MEMORY;
    default:
      return FOOTHOLD_DB_ERROR_IO;
    }
}

void
foothold_db_set_error_code (GError **error, FootholdDbError code, const char *detail)
{
  const char *sentence = foothold_db_error_sentence (code);

  g_debug ("%d: %s", code, detail);
  g_set_error_literal (error, FOOTHOLD_DB_ERROR, code, sentence != NULL ? sentence : detail);
}

void
foothold_db_set_error (GError **error, int rc, const char *detail)
{
  if ((rc & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, g_dgettext (GETTEXT_PACKAGE, "Cancelled"));
  else
    foothold_db_set_error_code (error, foothold_db_error_from_sqlite (rc), detail);
}

void
foothold_db_set_error_errno (GError **error, int saved_errno, const char *what, const char *path)
{
  g_autofree char *detail = g_strdup_printf ("%s %s: %s", what, path, g_strerror (saved_errno));

  foothold_db_set_error_code (error, foothold_db_error_from_errno (saved_errno), detail);
}
