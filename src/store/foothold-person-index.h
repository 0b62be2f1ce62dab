// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/*
 * Who of an import is there already. One person is recognised by a mail address, by the address of a page, or by name
 * and organisation, in that order; by the name alone where one of the two has no organisation, one of them no mail
 * address, and nothing speaks against it: two mail addresses under one name are two people, because uniting two by hand
 * is easy and parting one is not. Two pages of one site are two people, whatever they are called.
 *
 * A mail address, and the front page of a site, may be shared: they tell who it is only where the names agree. Names
 * agree when they have the same words in whatever order, or when one says no more than the other: it is empty, leaves
 * words out, or has initials.
 */

G_BEGIN_DECLS

typedef struct _FootholdPersonIndex FootholdPersonIndex;

/* Everybody who is to be seen, or came with @batch (0 for none). NULL with an error. */
FootholdPersonIndex *foothold_person_index_load (FootholdDb *db, gint64 batch, GError **error);
void foothold_person_index_free (FootholdPersonIndex *self);

/* The id of whom @row is, by its texts and its organisation's name or id; 0 for nobody. @taken (nullable): gint64 of
 * people → gint64 of the row that each of them is; another row is not that one. */
gint64 foothold_person_index_find (FootholdPersonIndex *self, const FootholdPersonRow *row, GHashTable *taken);
/* Once each. */
void foothold_person_index_add (FootholdPersonIndex *self, gint64 id, const FootholdPersonRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPersonIndex, foothold_person_index_free)

G_END_DECLS
