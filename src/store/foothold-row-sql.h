/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-row.h"

/*
 * The SQL every entity has alike, built once from its static field table: no
 * text of anybody's ever gets into a statement. For the writer thread, inside a
 * transaction, except the loads.
 */

G_BEGIN_DECLS

/* Inserts @row under @id with revision 1. Joined fields are the caller's to resolve. */
gboolean foothold_row_insert (FootholdDb *db, const FootholdRow *row, gint64 id, GError **error);
/* Writes those columns in which @after differs from @before, to the row of @after's id, and counts its revision. */
gboolean foothold_row_update (FootholdDb *db, const FootholdRow *before, const FootholdRow *after, GError **error);
gboolean foothold_row_delete (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error);

/* GPtrArray of rows of those that exist, in no particular order. @ids: gint64 */
GPtrArray *foothold_row_load_ids (FootholdDb *db, const FootholdRowType *type, GArray *ids, GError **error);
/* The same in the order of @ids. */
GPtrArray *foothold_row_load_in_order (FootholdDb *db, const FootholdRowType *type, GArray *ids, GError **error);
/* One row, or NULL without an error when there is none. */
gpointer foothold_row_load_id (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error);
/* All rows but those of an import that is not shown, in the order the entity is shown in (rank, position, name, id). */
GPtrArray *foothold_row_load_all (FootholdDb *db, const FootholdRowType *type, GError **error);
/* The rows whose column @owner (a static string) is @id, in order. */
GPtrArray *foothold_row_load_owned (FootholdDb *db,
                                    const FootholdRowType *type,
                                    const char *owner,
                                    gint64 id,
                                    GError **error);

/* @ids (gint64) as the JSON array that such statements take as :ids. (transfer full) */
char *foothold_ids_to_json (GArray *ids);
/* Runs each of @n static statements with @ids (gint64) as the JSON array :ids. */
gboolean foothold_ids_exec (FootholdDb *db, const char *const *sqls, guint n, GArray *ids, GError **error);

/* "SELECT t.id, t.rev, … FROM table AS t" with joined names, as foothold_row_load wants it, without what is derived;
 * static. */
const char *foothold_row_select_sql (const FootholdRowType *type);

G_END_DECLS
