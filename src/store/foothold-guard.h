/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sqlite/foothold-db.h"
#include "sqlite/foothold-seal.h"

/*
 * What happens on the writer thread before the first write of a session and
 * before some later ones: the seal is checked, then broken, and a backup made
 * when one is due.
 */

G_BEGIN_DECLS

/* Keeps @seal (unowned) and @dir with @db. */
void foothold_guard_attach (FootholdDb *db, FootholdSeal *seal, const char *dir);
/*
 * Looks at the whole file as the last session left it. FALSE with FOOTHOLD_DB_ERROR_CORRUPT: nothing
 * may be written from here on. @foreign: another program has written it (it is sound).
 */
gboolean foothold_guard_check (FootholdDb *db, gboolean *foreign, GError **error);
/* Before a write. @reason: NULL for an ordinary one, else a backup is made whatever the time. */
gboolean foothold_guard_before_write (FootholdDb *db, const char *reason, GError **error);

G_END_DECLS
