/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The seal on a closed database (R9): its size, time and a 128-bit hash in FILE.seal,
 * written after a clean close and looked at on the next start before the first
 * write. SQLite's own check sees two of a hundred flipped bits, the seal all.
 *
 * It holds one descriptor of the file from before SQLite opens until after its last
 * connection closed, because closing any other would drop SQLite's locks (R6).
 */

#pragma once

#include <gio/gio.h>

#include "foothold-db-error.h"

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_SEAL_FRESH, /* no file yet */
  FOOTHOLD_SEAL_INTACT, /* exactly as it was closed */
  FOOTHOLD_SEAL_UNCHECKED, /* the same, but its session ended before all of it was checked: quick_check */
  FOOTHOLD_SEAL_NONE, /* not closed cleanly, or copied here without its seal: quick_check */
  FOOTHOLD_SEAL_ROTTEN, /* same size and time, other bytes: the disk; restore */
  FOOTHOLD_SEAL_CHANGED, /* written by another program: full check, and say so */
} FootholdSealVerdict;

typedef struct _FootholdSeal FootholdSeal;

/* Before the first connection. Never fails: without a readable file the verdict says so. */
FootholdSeal *foothold_seal_open (const char *path);

/**
 * foothold_seal_check:
 *
 * Reads the whole file: on a worker, before the first write. Connections may be
 * open but must not have written.
 */
gboolean foothold_seal_check (FootholdSeal *self,
                              FootholdSealVerdict *verdict,
                              GCancellable *cancellable,
                              GError **error);

/* Removes the seal, durably; at the first write of a session. Later calls do nothing. */
gboolean foothold_seal_break (FootholdSeal *self, GError **error);

/**
 * foothold_seal_close:
 * @clean: the last connection closed without an error, and nothing amiss was seen
 * @checked: all of the file was checked, in this session or one before
 *
 * After the last connection: writes the seal where @clean, and frees @self.
 */
void foothold_seal_close (FootholdSeal *self, gboolean clean, gboolean checked);

G_END_DECLS
