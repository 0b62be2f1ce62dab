/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who owns a data folder: whoever holds flock() on the lock file in it, from before
 * SQLite opens until after it closed. The system gives it up with the process, so
 * a kill leaves nothing to clean; the file itself stays.
 */

#pragma once

#include "foothold-db-error.h"

G_BEGIN_DECLS

typedef struct _FootholdLock FootholdLock;

/* Never waits: FOOTHOLD_DB_ERROR_LOCKED at once where another process (or this one) holds it. */
FootholdLock *foothold_lock_take (const char *path, GError **error);
void foothold_lock_free (FootholdLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdLock, foothold_lock_free)

G_END_DECLS
