/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-migration.h"

/* The versions of the schema, and opening a data directory's file at the newest. */

G_BEGIN_DECLS

/* The newest version this program knows. */
#define FOOTHOLD_SCHEMA_VERSION 3

/* DIR/foothold.db */
char *foothold_schema_get_path (const char *dir);
/* Brings the file up; empties the undo stack when it did. @backup may be NULL. Writer thread. */
gboolean foothold_schema_migrate (FootholdDb *db,
                                  FootholdMigrationBackupFunc backup,
                                  gpointer backup_data,
                                  GError **error);
/*
 * For whoever only looks and takes no lock (search, export, check): the file of @dir, refused
 * untouched when it is not ours, damaged, of another version, or not there.
 */
FootholdDb *foothold_schema_open_read_only (const char *dir, GError **error);

G_END_DECLS
