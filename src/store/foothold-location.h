// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* Where a live database is in danger (R4): a folder that a sync tool carries about, or a disk of another machine. */

G_BEGIN_DECLS

/*
 * One sentence that names the danger and what to do, translated (transfer full); NULL where there is
 * none. @dir need not exist. Asks the file system: not on the main thread.
 */
char *foothold_location_dup_warning (const char *dir);

G_END_DECLS
