/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the data lives and by which name the program that owns it is called on
 * the bus: the window and the command line must agree on both (DESIGN §2).
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOOTHOLD_DATABASE_NAME "foothold.db"

/* FOOTHOLD_DATA_DIR, else the folder "foothold" among this person's data; absolute. It need not exist. (transfer full)
 */
char *foothold_paths_dup_data_dir (void);

/* @dir's database. (transfer full) */
char *foothold_paths_dup_database (const char *dir);

/*
 * The application id; with FOOTHOLD_DATA_DIR that and ".p" and the first 8 hex digits of the SHA-256 of
 * the real path, so that a demo, a test and one's own window never meet. The same before and after the
 * folder is made. (transfer full)
 */
char *foothold_paths_dup_bus_name (void);

/* "/io/github/foothold_app/Foothold" for a bus name, as GApplication makes it. (transfer full) */
char *foothold_paths_dup_object_path (const char *bus_name);

G_END_DECLS
