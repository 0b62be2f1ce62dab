// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-due-list.h"

/* Where the due list comes from: each source is one walk that adds its lines. For foothold-due-list.c alone. */

G_BEGIN_DECLS

typedef struct
{
  FootholdDb *db;
  gint64 now;
  GTimeZone *local;
  GDate today;
  gboolean named; /* FALSE: only counted, so that no words are read */
  GPtrArray *entries;
} FootholdDueWalk;

gboolean foothold_due_walk_applications (FootholdDueWalk *walk, GError **error);
gboolean foothold_due_walk_opportunities (FootholdDueWalk *walk, GError **error);
gboolean foothold_due_walk_people (FootholdDueWalk *walk, GError **error);
gboolean foothold_due_walk_outreach (FootholdDueWalk *walk, GError **error);

/* Adds the line of @item unless it has no date; an offer's without one too. (nullable) (transfer none): it, for its
 * words. */
FootholdDueEntry *foothold_due_walk_add (FootholdDueWalk *walk, const FootholdDueItem *item);

G_END_DECLS
