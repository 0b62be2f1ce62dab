/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-saved-search"

#include "foothold-saved-search.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-id.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"

static gpointer
add (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdRow) copy = foothold_row_copy (data);
  const gint64 id = foothold_id_next ();

  if (!foothold_db_query_int (db, "SELECT coalesce (max (position) + 1, 0) FROM saved_search",
                              &((FootholdSavedSearchRow *) copy)->position, error)
      || !foothold_row_insert (db, copy, id, error))
    return NULL;

  return GSIZE_TO_POINTER ((gsize) id);
}

void
foothold_saved_search_add_async (FootholdStore *store,
                                 const char *name,
                                 const char *text,
                                 const char *list_order,
                                 gboolean list_reversed,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  FootholdRow *row = foothold_row_new (&foothold_saved_search_row_type);
  FootholdSavedSearchRow *search = (FootholdSavedSearchRow *) row;

  search->name = g_strdup (name);
  search->text = g_strdup (text);
  search->list_order = g_strdup (list_order);
  search->list_reversed = list_reversed ? 1 : GINT64_UNKNOWN;
  foothold_store_write_async (store, _ ("Save Search"), add, row, foothold_row_unref, cancellable, callback, user_data);
}

typedef struct
{
  gint64 id;
  int step;
} Move;

static gboolean
put_at (FootholdDb *db, const FootholdRow *row, guint position, GError **error)
{
  g_autoptr (FootholdRow) after = foothold_row_copy (row);

  ((FootholdSavedSearchRow *) after)->position = position;
  return foothold_row_update (db, row, after, error);
}

/* All get the number of their place: an import may have brought two with the same. */
static gpointer
move (FootholdDb *db, gpointer data, GError **error)
{
  const Move *self = data;
  g_autoptr (GPtrArray) rows = foothold_row_load_all (db, &foothold_saved_search_row_type, error);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const int other = (int) i + self->step;

      if (((FootholdRow *) rows->pdata[i])->id != self->id || other < 0 || other >= (int) rows->len)
        continue;

      {
        gpointer row = rows->pdata[i];

        rows->pdata[i] = rows->pdata[other];
        rows->pdata[other] = row;
        break;
      }
    }
  for (guint i = 0; i < rows->len; i++)
    if (!put_at (db, rows->pdata[i], i, error))
      return NULL;

  return GSIZE_TO_POINTER ((gsize) self->id);
}

void
foothold_saved_search_move_async (FootholdStore *store,
                                  gint64 id,
                                  int step,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Move *data = g_new (Move, 1);

  *data = (Move) { id, step };
  foothold_store_write_async (store, _ ("Move Search"), move, data, g_free, cancellable, callback, user_data);
}

static void
counts_free (gpointer counts)
{
  g_array_unref (counts);
}

/* Reader thread. */
static gpointer
count (FootholdDb *db, gpointer data, GError **error)
{
  char **texts = data;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      guint n;

      if (!foothold_opportunity_list_count (db, texts[i], FOOTHOLD_SHOW_OPEN, &n, error))
        return NULL;
      g_array_append_val (counts, n);
    }

  return g_steal_pointer (&counts);
}

static void
texts_free (gpointer texts)
{
  g_strfreev (texts);
}

void
foothold_saved_search_count_async (FootholdStore *store,
                                   const char *const *texts,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_saved_search_count_async);
  g_task_set_task_data (task, g_strdupv ((char **) texts), texts_free);
  foothold_store_push_read (store, task, count, counts_free);
}

GArray *
foothold_saved_search_count_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
