/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-staging.h"

/* Reads the new opportunities of a staging file that are wanted, on a thread of its own, a little ahead of who inserts
 * them. */

G_BEGIN_DECLS

typedef struct _FootholdReadAhead FootholdReadAhead;

/* From entry @first on. Nobody chooses among the entries any more. */
FootholdReadAhead *foothold_read_ahead_new (FootholdStaging *staging, guint first);
void foothold_read_ahead_free (FootholdReadAhead *self);

/* The next one; *@next: the entry after it. NULL without an error at the end, and then all entries are passed. */
FootholdDossier *foothold_read_ahead_take (FootholdReadAhead *self, guint *next, GError **error);
/* Who is done with one lets the thread that made it free it: elsewhere each of its many pieces is waited for.
 * @dossier: (transfer full) */
void foothold_read_ahead_give_back (FootholdReadAhead *self, FootholdDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdReadAhead, foothold_read_ahead_free)

G_END_DECLS
