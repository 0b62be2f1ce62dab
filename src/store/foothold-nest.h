// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-family.h"

/*
 * One object with what is nested in it, as a family says, on its way in or out: an application with its history and
 * answers, an engagement with its deliverables. An opportunity has a structure of its own, the dossier.
 */

G_BEGIN_DECLS

typedef struct
{
  const FootholdFamily *family;
  FootholdRow *row;
  GPtrArray *parts[FOOTHOLD_FAMILY_MAX_PARTS]; /* FootholdRow, in order */
  /* GBytes or NULL, one for each row of the part that has files: what is to be kept. Shorter where there are none. */
  GPtrArray *bytes;
  char *where; /* for reports: "Entry 3 of “applications”, line 12"; or NULL */
} FootholdNest;

/* With a new row and nothing nested. */
FootholdNest *foothold_nest_new (const FootholdFamily *family);
void foothold_nest_free (FootholdNest *self);
/* A new row at the end of a part. (transfer none) */
gpointer foothold_nest_add (FootholdNest *self, guint part);

/* Makes @rows belong to @owner (its field) with the id @id and, where they have places, stand in this order. A time in
 * a history or of a file that nobody knows becomes @at. */
void foothold_nest_adopt (GPtrArray *rows, const char *owner, gint64 id, gint64 at);

/*
 * Keeps @bytes (GBytes or NULL, beside the rows) of @rows, which have the fields sha256 and size: durably, before any
 * row names them (R10). @dir: the data directory.
 */
gboolean foothold_nest_store_files (GPtrArray *rows, GPtrArray *bytes, const char *dir, GError **error);

/*
 * Writes it whole, inside a write: the row under its id, what is nested under ids of their own, or fresh ones (those
 * that are 0, or all for @fresh_ids), which the rows then have. The search index is the caller's where triggers are
 * off.
 */
gboolean foothold_nest_insert (FootholdDb *db, FootholdNest *self, gboolean fresh_ids, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdNest, foothold_nest_free)

G_END_DECLS
