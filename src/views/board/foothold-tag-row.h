/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * An entry for tags that offers, while one is typed, those in use that go on like it. What is taken stands in the
 * entry; adding it is the owner's, as of what was typed.
 *
 * Signal: "loaded": the tags in use are known, or known anew.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TAG_ROW (foothold_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (FootholdTagRow, foothold_tag_row, FOOTHOLD, TAG_ROW, AdwEntryRow)

/* @several: with commas between them; the one at the caret is gone on with. */
GtkWidget *foothold_tag_row_new (const char *title, gboolean several);
/* The list opens in @around, which the row is in and goes with. Once. */
void foothold_tag_row_offer_in (FootholdTagRow *self, GtkWidget *around);
/* Learns from @store which tags are in use. */
void foothold_tag_row_load (FootholdTagRow *self, FootholdStore *store);
/* The tags in use, by name, NULL at the end. (transfer none), until the next "loaded" */
const char *const *foothold_tag_row_get_tags (FootholdTagRow *self);
/* Those (char *) need not be offered. (transfer none), copied */
void foothold_tag_row_set_given (FootholdTagRow *self, GPtrArray *given);
/* @tag stands in the entry, which has the keys, and nothing is offered to go on with: it is one as it is. */
void foothold_tag_row_put_in (FootholdTagRow *self, const char *tag);

G_END_DECLS
