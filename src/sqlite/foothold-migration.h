/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bringing a file to the newest schema (R21): one numbered step after another, each
 * whole in one transaction with its number, so that whatever stops it leaves the
 * old version or the new one, never something between.
 */

#pragma once

#include "foothold-db.h"

G_BEGIN_DECLS

typedef struct
{
  guint version; /* counted up from 1 without gaps */
  const char *resource; /* path of the SQL script in the resources, or NULL */
  FootholdDbWriteFunc func; /* runs after the script in the same transaction, or NULL */
} FootholdMigration;

/**
 * FootholdMigrationBackupFunc:
 *
 * Called before the first step on a file that already has a version: makes and
 * verifies a backup.
 *
 * Returns: FALSE with @error to leave the file at its old version
 */
typedef gboolean (*FootholdMigrationBackupFunc) (FootholdDb *db, guint from, guint to, gpointer data, GError **error);

/**
 * foothold_db_migrate:
 * @backup: (nullable): not called for a fresh file
 *
 * Returns: FALSE with FOOTHOLD_DB_ERROR_NEWER for a file beyond the last step
 */
gboolean foothold_db_migrate (FootholdDb *self,
                              const FootholdMigration *steps,
                              guint n_steps,
                              FootholdMigrationBackupFunc backup,
                              gpointer backup_data,
                              GError **error);

/* The version of the file, 0 for a fresh one. */
gboolean foothold_db_get_version (FootholdDb *self, guint *version, GError **error);

G_END_DECLS
