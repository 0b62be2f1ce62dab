/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db-error"

#include "foothold-db-error.h"
#include "foothold-trouble.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

G_DEFINE_QUARK (foothold-db-error-quark, foothold_db_error)

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
  g_debug ("%d: %s", code, detail);
  g_set_error_literal (error, FOOTHOLD_DB_ERROR, code, foothold_trouble_get_sentence (foothold_trouble_get (code)));
}

void
foothold_db_set_error (GError **error, int rc, const char *detail)
{
  if ((rc & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else
    foothold_db_set_error_code (error, foothold_db_error_from_sqlite (rc), detail);
}

void
foothold_db_set_error_errno (GError **error, int saved_errno, const char *what, const char *path)
{
  g_autofree char *detail = g_strdup_printf ("%s %s: %s", what, path, g_strerror (saved_errno));

  foothold_db_set_error_code (error, foothold_db_error_from_errno (saved_errno), detail);
}
