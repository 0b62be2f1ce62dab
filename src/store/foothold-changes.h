/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-store.h"

/* Making the set of changes of a commit: the store's own side of FootholdChanges. */

G_BEGIN_DECLS

FootholdChanges *foothold_changes_new (void);
FootholdChanges *foothold_changes_ref (FootholdChanges *self);
void foothold_changes_unref (FootholdChanges *self);
/* Only before it is shared. @table is copied. */
void foothold_changes_add (FootholdChanges *self, const char *table, gint64 id);
/* The table changed as a whole; NULL: every table did. */
void foothold_changes_add_table (FootholdChanges *self, const char *table);
gboolean foothold_changes_is_empty (const FootholdChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdChanges, foothold_changes_unref)

G_END_DECLS
