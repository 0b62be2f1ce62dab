/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/foothold-record.h"
#include "store/foothold-store.h"

/*
 * A list over a query of any length. The ids of the whole answer are held, eight
 * bytes each, so positions are exact; rows are read by the chunk when a position
 * is asked for, and a record stands in, unloaded, until its row comes. One id is
 * one record for as long as anybody holds it.
 *
 * Properties: "n-items" (uint), "loading" (bool), "error" (GError or NULL: why
 * the last question has no answer; the list then still shows the one before).
 */

G_BEGIN_DECLS

/* Where a list comes from. Both functions run on the reader thread. */
typedef struct
{
  GType (*get_item_type) (void);
  const char *table; /* the table whose ids are listed */
  const char *const *others; /* NULL-ended: tables that its rows or its order are joined from */
  const char *derived; /* NULL, or a table of the same ids that is derived from theirs and joined to the rows */
  GArray *(*list_ids) (FootholdDb *db, const FootholdQuery *query, GError **error);
  GPtrArray *(*load) (FootholdDb *db, GArray *ids, GError **error);
} FootholdWindowSource;

#define FOOTHOLD_TYPE_WINDOW_LIST (foothold_window_list_get_type ())

G_DECLARE_FINAL_TYPE (FootholdWindowList, foothold_window_list, FOOTHOLD, WINDOW_LIST, GObject)

/* @source: static. @query: copied. */
FootholdWindowList *foothold_window_list_new (FootholdStore *store,
                                              const FootholdWindowSource *source,
                                              const FootholdQuery *query);
/* Asks anew, whatever was under way is cancelled. */
void foothold_window_list_set_query (FootholdWindowList *self, const FootholdQuery *query);
const FootholdQuery *foothold_window_list_get_query (FootholdWindowList *self);
/* Another day: what filters say of dates is asked anew, and records say "changed" for what is said of theirs. */
void foothold_window_list_begin_day (FootholdWindowList *self);
gboolean foothold_window_list_get_loading (FootholdWindowList *self);
const GError *foothold_window_list_get_error (FootholdWindowList *self);
/* Whether nothing is open, and something is there that the list leaves out: archived, for one. */
gboolean foothold_window_list_get_hides (FootholdWindowList *self);
/* The id at @position, 0 past the end; reads no row. */
gint64 foothold_window_list_get_id (FootholdWindowList *self, guint position);
/* All ids in order, gint64; valid until the list changes. */
const gint64 *foothold_window_list_get_ids (FootholdWindowList *self, gsize *n);
/* Where @id stands, G_MAXUINT when it is not in the list; @hint is looked at first. */
guint foothold_window_list_find (FootholdWindowList *self, gint64 id, guint hint);

G_END_DECLS
