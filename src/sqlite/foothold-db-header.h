/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a file is, told from its first 100 bytes before SQLite sees it: SQLite
 * would create, lock or roll back what is not ours to touch (R2, F27, F28).
 *
 * Closing any descriptor of a file drops every lock this process holds on it, so
 * a raw look is only taken while no connection is open here (R6). The list of
 * open files below sees to that.
 */

#pragma once

#include "foothold-db-error.h"

G_BEGIN_DECLS

/* 32 random bits of our own at byte 68 of every data file. */
#define FOOTHOLD_DB_APPLICATION_ID 0x5b08805e

typedef enum
{
  FOOTHOLD_DB_HEADER_MISSING, /* no file: it may be made */
  FOOTHOLD_DB_HEADER_EMPTY, /* a file of 0 bytes: as good as a fresh one */
  FOOTHOLD_DB_HEADER_OURS,
  FOOTHOLD_DB_HEADER_UNFINISHED, /* unreadable, but a journal lies beside it: SQLite must roll back first */
} FootholdDbHeaderKind;

typedef struct
{
  FootholdDbHeaderKind kind;
  guint version; /* the schema's number, 0 until one is written */
} FootholdDbHeader;

/**
 * foothold_db_header_read:
 * @path: the file; may be missing
 * @newest: the highest schema number this program knows, or 0 to take any
 *
 * Looks at the file without changing a byte of it, its times or its folder.
 * Never blocks on a FIFO and never follows a symbolic link. While a connection to
 * the file is open in this process it answers OURS without looking.
 *
 * Returns: FALSE with NOT_A_DATABASE, FOREIGN, NEWER, READ_ONLY or IO
 */
gboolean foothold_db_header_read (const char *path, guint newest, FootholdDbHeader *header, GError **error);

/* For connections only: counts those open to each file of this process. */
void foothold_db_open_files_lock (void);
void foothold_db_open_files_unlock (void);
void foothold_db_open_files_add (guint64 device, guint64 inode);
void foothold_db_open_files_remove (guint64 device, guint64 inode);
gboolean foothold_db_open_files_has (guint64 device, guint64 inode);

G_END_DECLS
