/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Stands between this program (with every library in it) and the file system: makes
 * the n-th call fail, kills the process at the n-th call, or records every change
 * of a folder so that power cuts can be played back. Only the fault tests link it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CORE_OP_WRITE, /* file, offset, data */
  CORE_OP_TRUNCATE, /* file, offset is the new size */
  CORE_OP_SYNC, /* file */
  CORE_OP_LINK, /* path → file */
  CORE_OP_UNLINK, /* path */
  CORE_OP_RENAME, /* path → other */
  CORE_OP_SYNC_DIR, /* path is the folder */
  CORE_OP_ACK, /* offset is how many actions are acknowledged */
} CoreOpKind;

typedef struct
{
  CoreOpKind kind;
  guint file;
  gint64 offset;
  guint8 *data;
  gsize size;
  char *path;
  char *other;
} CoreOp;

/* Calls below @dir count and are recorded. Reads what to do from CORE_FAIL_AT, CORE_FAIL_ON, CORE_DIE_AT … */
void core_io_watch (const char *dir);
void core_io_unwatch (void);
/* How many calls were counted. */
guint core_io_count (void);
/* Nothing fails from here on. */
void core_io_heal (void);

/* @deaf: syncs are neither done nor noted (the sabotage). */
void core_io_record (gboolean deaf);
void core_io_ack (gint64 n);
/* (transfer none): CoreOp, in order. */
GArray *core_io_get_ops (void);
void core_io_clear_ops (void);

G_END_DECLS
