/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one error domain of everything that keeps data, mapped once from SQLite's
 * and the system's codes. The message is the sentence a person reads (R23): what
 * happened, that nothing was lost, what to do. Technical detail goes to the debug
 * log.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOOTHOLD_DB_ERROR (foothold_db_error_quark ())

typedef enum
{
  FOOTHOLD_DB_ERROR_FAILED, /* a mistake of ours, or something SQLite has no better word for */
  FOOTHOLD_DB_ERROR_BUSY, /* another connection holds the file for longer than we wait */
  FOOTHOLD_DB_ERROR_CONSTRAINT, /* the schema refuses the values */
  FOOTHOLD_DB_ERROR_CORRUPT, /* damaged: restore a backup */
  FOOTHOLD_DB_ERROR_FULL, /* no space left */
  FOOTHOLD_DB_ERROR_NEWER, /* made by a newer version */
  FOOTHOLD_DB_ERROR_FOREIGN, /* another program's SQLite file */
  FOOTHOLD_DB_ERROR_NOT_A_DATABASE, /* no SQLite file, or no regular file */
  FOOTHOLD_DB_ERROR_READ_ONLY, /* the file, folder or medium cannot be written */
  FOOTHOLD_DB_ERROR_MOVED, /* renamed, replaced or deleted while open */
  FOOTHOLD_DB_ERROR_IO, /* the disk or its driver reports an error */
  FOOTHOLD_DB_ERROR_LOCKED, /* another Foothold owns the data folder */
  FOOTHOLD_DB_ERROR_MEMORY, /* more memory asked for than we allow */
  FOOTHOLD_DB_ERROR_NOT_FOUND, /* no such file */
  FOOTHOLD_DB_ERROR_CONFLICT, /* an undo step does not fit what is there now */
  FOOTHOLD_DB_ERROR_BACKUP, /* a backup could not be made or did not pass its check; the data is sound */
  FOOTHOLD_DB_N_ERRORS,
} FootholdDbError;

GQuark foothold_db_error_quark (void);

/* The code for an (extended) SQLite result code. */
FootholdDbError foothold_db_error_from_sqlite (int rc);
/* The code for an errno. */
FootholdDbError foothold_db_error_from_errno (int saved_errno);

/* SQLITE_INTERRUPT becomes G_IO_ERROR_CANCELLED; @detail is SQLite's own message. */
void foothold_db_set_error (GError **error, int rc, const char *detail);
/* The message is the sentence of its row in foothold-trouble.c. */
void foothold_db_set_error_code (GError **error, FootholdDbError code, const char *detail);
/* @what and @path say in the debug log what was tried with which file. */
void foothold_db_set_error_errno (GError **error, int saved_errno, const char *what, const char *path);

G_END_DECLS
