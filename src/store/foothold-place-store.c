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

/* One narrow index walked, and the judgement of each that is found looked at. */
#define YIELD_OF(index) \
  "SELECT count (*), coalesce (sum (o.state IN ('shortlisted', 'applying')), 0), max (j.fit)" \
  " FROM opportunity AS o INDEXED BY " index \
  " LEFT JOIN judgement AS j ON j.opportunity = o.id WHERE " FOOTHOLD_SHOWN ("o") " AND "
#define NAMES_IT_SQL YIELD_OF ("opportunity_by_place") "o.place_id = :place"
#define LIES_AT_SQL YIELD_OF ("opportunity_by_url") "o.place_id IS NULL AND " FOOTHOLD_LIES_AT ("o", ":host")

/* What was found: found is how many, shortlisted of these, fit of the best. */
typedef struct
{
  gint64 found, shortlisted, fit;
} Yield;

/* Many places of one host have what lies there in common: it is counted once, until something changes. */
typedef struct
{
  FootholdDbState state;
  GHashTable *by_host; /* char * → Yield */
} Kept;

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

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_hash_table_unref (self->by_host);
  g_free (self);
}

/* (transfer none): what was counted of hosts since the last change. */
static Kept *
get_kept (FootholdDb *db, GError **error)
{
  static const char key[] = "foothold-place-yields";
  Kept *self = foothold_db_get_data (db, key);
  FootholdDbState state;

  if (!foothold_db_get_state (db, &state, error))
    return NULL;
  if (self != NULL && foothold_db_state_equal (&self->state, &state))
    return self;

  self = g_new0 (Kept, 1);
  self->state = state;
  self->by_host = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  foothold_db_set_data (db, key, self, kept_free);
  return self;
}

static gboolean
take_yield (FootholdStmt *stmt, Yield *yield, GError **error)
{
  if (foothold_stmt_next (stmt))
    *yield = (Yield) { foothold_stmt_int (stmt, 0), foothold_stmt_int (stmt, 1), foothold_stmt_int (stmt, 2) };

  return foothold_stmt_finish (stmt, error);
}

static gboolean
count_host (FootholdDb *db, Kept *kept, const char *host, Yield *yield, GError **error)
{
  const Yield *known = g_hash_table_lookup (kept->by_host, host);

  if (known == NULL)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, LIES_AT_SQL);

      foothold_stmt_bind_text (stmt, "host", host);
      if (!take_yield (stmt, yield, error))
        return FALSE;
      g_hash_table_insert (kept->by_host, g_strdup (host), g_memdup2 (yield, sizeof *yield));
      return TRUE;
    }

  *yield = *known;
  return TRUE;
}

static gboolean
load_yield (FootholdDb *db, Kept *kept, FootholdPlaceRow *row, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, NAMES_IT_SQL);
  g_autofree char *host = row->url != NULL ? foothold_fold_host (row->url) : NULL;
  Yield named = { 0, 0, GINT64_UNKNOWN }, lying = { 0, 0, GINT64_UNKNOWN };

  foothold_stmt_bind_int (stmt, "place", row->row.id);
  if (!take_yield (stmt, &named, error) || (host != NULL && !count_host (db, kept, host, &lying, error)))
    return FALSE;

  row->found = named.found + lying.found;
  row->shortlisted = named.shortlisted + lying.shortlisted;
  /* what is not known is less than anything */
  row->fit = MAX (named.fit, lying.fit);
  return TRUE;
}

GPtrArray *
foothold_place_load_rows (FootholdDb *db, GArray *ids, GError **error)
{
  Kept *kept = get_kept (db, error);
  g_autoptr (GPtrArray) rows =
    kept != NULL ? foothold_row_load_in_order (db, &foothold_place_row_type, ids, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!load_yield (db, kept, g_ptr_array_index (rows, i), error))
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
