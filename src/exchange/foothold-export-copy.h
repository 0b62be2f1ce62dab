/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an export reads: a copy of the database as it is at one moment, so that a
 * long read keeps no commit waiting (RELIABILITY decision 10), through a connection
 * that can read the exported tables and nothing else (R19). The copy has no name
 * any more once it is open: whatever ends the program, nothing of it stays behind.
 */

#pragma once

#include "sqlite/foothold-db.h"

G_BEGIN_DECLS

/**
 * foothold_export_copy_make:
 * @db: any connection to the database, on its thread
 * @dir: the data directory; where it cannot be written the copy goes among the caches
 *
 * Returns: (transfer full): the path of the copy
 */
char *foothold_export_copy_make (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error);

/* On the thread that opened the copy: takes its name away and guards the connection. */
void foothold_export_copy_begin (FootholdDb *copy);

/**
 * foothold_export_open:
 * @db: (transfer full): a read-only connection that nothing else uses
 *
 * For a caller that stays on one thread and takes no lock (the command line). Where no window has the data
 * open nobody commits, and the file is read as it is: copying it would take as long as the export. A file
 * that would be read for more than a moment is copied all the same, in case a window is started meanwhile.
 *
 * Returns: (transfer full): a guarded connection, of the copy or @db itself
 */
FootholdDb *foothold_export_open (FootholdDb *db, const char *dir, GCancellable *cancellable, GError **error);

G_END_DECLS
