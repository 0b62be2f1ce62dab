/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of this folder share about a connection. Nobody else includes it. */

#pragma once

#include <sqlite3.h>

#include "foothold-db.h"

G_BEGIN_DECLS

struct _FootholdDb
{
  sqlite3 *handle;
  char *path; /* absolute, folder resolved; or ":memory:" */
  FootholdDbMode mode;
  gboolean read_only; /* as it turned out */
  gboolean broken; /* the disk failed: close and open again before the next use */
  gboolean listed; /* among the open files */
  const char *const *allowed; /* tables, or NULL: all; of every connection, so that one opened again is no freer */
  guint64 device; /* of the file as first opened; 0 for ":memory:" */
  guint64 inode;
  gboolean untriggered; /* triggers are off, since the last write wanted it so */
  guint depth; /* of foothold_db_write () calls */
  guint in_use; /* statements taken and not released */
  GThread *owner;
  GHashTable *stmts; /* sql → FootholdStmt */
  GCancellable *cancellable; /* unowned, set while a job runs */
  GData *data; /* of foothold_db_set_data () */
};

struct _FootholdStmt
{
  FootholdDb *db;
  sqlite3_stmt *handle;
  GError *error; /* the first failure; later calls do nothing */
  char **parameters; /* their names in their order, from the first binding on */
  guint next_parameter; /* the one that is bound next, where they are bound in order */
  gboolean in_use;
};

/* Sets @error from @rc and SQLite's message, and remembers that the disk failed. */
void foothold_db_fail (FootholdDb *self, int rc, GError **error);
/* Opens or opens again what self->path and self->mode say (foothold-db-open.c). */
gboolean foothold_db_connect (FootholdDb *self, GError **error);
void foothold_db_disconnect (FootholdDb *self);
/* What foothold_db_allow_only () said, on the connection there is (foothold-db-guard.c). */
void foothold_db_apply_guard (FootholdDb *self);
/* After the disk failed: FALSE where the file is not the same any more or cannot be opened. */
gboolean foothold_db_reconnect (FootholdDb *self, GError **error);
/* Before a use: opens again where the disk failed and nothing is in use. */
gboolean foothold_db_ensure_usable (FootholdDb *self, GError **error);
/* Forgets all prepared statements. None may be in use. */
void foothold_db_clear_statements (FootholdDb *self);

G_END_DECLS
