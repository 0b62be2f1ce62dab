// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-place-store"

#include "foothold-place-store.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-lists.h"
#include "store/foothold-fold.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-store-rows.h"

/* What rules/foothold-rhythm.c says, as SQL orders and counts by it. */
#define NEXT_LOOK \
  "CASE WHEN every_days IS NULL THEN NULL WHEN looked_on IS NULL THEN ''" \
  " ELSE date (looked_on, '+' || every_days || ' days') END"

#define LIST_SQL \
  "SELECT id FROM place WHERE " FOOTHOLD_SHOWN ("place") " ORDER BY every_days IS NULL, " NEXT_LOOK ", folded, id"

/* Two narrow indexes walked once, and the judgement of each that is found looked at. */
#define NAMES_IT \
  "SELECT o.id, o.state FROM opportunity AS o INDEXED BY opportunity_by_place WHERE o.place_id = :place" \
  " AND " FOOTHOLD_SHOWN ("o")
#define LIES_AT_IT \
  "SELECT o.id, o.state FROM place AS p CROSS JOIN opportunity AS o INDEXED BY opportunity_by_url" \
  " WHERE p.id = :place AND o.place_id IS NULL AND " FOOTHOLD_LIES_AT ("o", "p.host") " AND " FOOTHOLD_SHOWN ("o")
#define YIELD_SQL \
  "SELECT count (*), coalesce (sum (o.state IN ('shortlisted', 'applying')), 0), max (j.fit)" \
  " FROM (" NAMES_IT " UNION ALL " LIES_AT_IT ") AS o LEFT JOIN judgement AS j ON j.opportunity = o.id"

GArray *
foothold_place_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, LIST_SQL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
load_yield (FootholdDb *db, FootholdPlaceRow *row, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, YIELD_SQL);

  foothold_stmt_bind_int (stmt, "place", row->row.id);
  if (foothold_stmt_next (stmt))
    {
      row->found = foothold_stmt_int (stmt, 0);
      row->shortlisted = foothold_stmt_int (stmt, 1);
      row->fit = foothold_stmt_int (stmt, 2);
    }

  return foothold_stmt_finish (stmt, error);
}

GPtrArray *
foothold_place_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_row_load_in_order (db, &foothold_place_row_type, ids, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!load_yield (db, g_ptr_array_index (rows, i), error))
      return NULL;

  return g_steal_pointer (&rows);
}

void
foothold_place_mark_found (FootholdOpportunityRow *row, gint64 id, const char *name, const char *kind)
{
  if (id != 0)
    row->place_id = id;
  g_set_str (&row->place, name);
  /* where an address says it too, the person has said it */
  if (foothold_list_find (&foothold_sources, kind) != NULL && !g_str_equal (kind, "other"))
    g_set_str (&row->source, kind);
}

gboolean
foothold_place_delete (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE opportunity SET rev = rev + 1, place_id = NULL WHERE "
                                                        "place_id = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error) && foothold_row_delete (db, &foothold_place_row_type, id, error);
}

typedef struct
{
  FootholdRow *before, *after;
} Save;

static void
save_free (gpointer data)
{
  Save *self = data;

  g_clear_pointer (&self->before, foothold_row_unref);
  foothold_row_unref (self->after);
  g_free (self);
}

/* Two of one name could not be told apart where one is chosen. */
static gboolean
is_taken (FootholdDb *db, const FootholdPlaceRow *row, gboolean *taken, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT 1 FROM place WHERE folded = :folded AND (folded <> '' OR name = :name)"
                          " AND id <> :id AND " FOOTHOLD_SHOWN ("place"));
  g_autofree char *folded = foothold_fold_name (row->name);

  foothold_stmt_bind_text (stmt, "folded", folded);
  foothold_stmt_bind_text (stmt, "name", row->name);
  foothold_stmt_bind_int (stmt, "id", row->row.id);
  *taken = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gpointer
save (FootholdDb *db, gpointer data, GError **error)
{
  Save *self = data;
  gboolean taken;

  if (!is_taken (db, (FootholdPlaceRow *) self->after, &taken, error))
    return NULL;
  if (taken)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _ ("There is a place of this name already. Nothing was changed."));
      return NULL;
    }

  return GSIZE_TO_POINTER ((gsize) foothold_row_save (db, self->before, self->after, error));
}

void
foothold_place_save_async (FootholdStore *store,
                           const char *label,
                           FootholdPlaceRow *before,
                           FootholdPlaceRow *after,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Save *data = g_new0 (Save, 1);

  data->before = before != NULL ? foothold_row_ref (before) : NULL;
  data->after = foothold_row_ref (after);
  foothold_store_write_async (store, label, save, data, save_free, cancellable, callback, user_data);
}

/* Reader thread. The count comes back one larger: NULL would be an error. */
static gpointer
count_due (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT count (*) FROM place WHERE every_days IS NOT NULL AND " NEXT_LOOK
                          " <= :today AND " FOOTHOLD_SHOWN ("place"));
  gint64 n;

  foothold_stmt_bind_text (stmt, "today", data);
  n = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error) ? GSIZE_TO_POINTER ((gsize) n + 1) : NULL;
}

void
foothold_place_count_due_async (FootholdStore *store,
                                const char *today,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_place_count_due_async);
  g_task_set_task_data (task, g_strdup (today), g_free);
  foothold_store_push_read (store, task, count_due, NULL);
}
