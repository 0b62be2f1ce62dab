/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-db"

#include "foothold-ids.h"

#include <string.h>

#include "foothold-db-private.h"

/* ---- the aggregate ---- */

typedef struct
{
  GArray *ids; /* NULL until there is one */
  gint64 last;
} Gathered;

static void
gather_step (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Gathered *self = sqlite3_aggregate_context (context, sizeof (Gathered));
  const gint64 id = sqlite3_value_int64 (values[0]);

  if (self == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }
  if (self->ids == NULL)
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, id);
}

static void
gather_final (sqlite3_context *context)
{
  Gathered *self = sqlite3_aggregate_context (context, 0);
  gsize n;
  char *data;

  if (self == NULL || self->ids == NULL)
    return;

  n = self->ids->len * sizeof (gint64);
  data = g_array_free (g_steal_pointer (&self->ids), FALSE);
  sqlite3_result_blob64 (context, data, n, g_free);
}

gboolean
foothold_ids_register (FootholdDb *db, GError **error)
{
  const int rc = sqlite3_create_function_v2 (db->handle, "foothold_ids", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL,
                                             gather_step, gather_final, NULL);

  if (rc != SQLITE_OK)
    foothold_db_fail (db, rc, error);
  return rc == SQLITE_OK;
}

/* ---- what it gathered ---- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* Indexes give them in order as a rule, and once; no rule says so. */
static void
put_in_order (GArray *ids)
{
  guint n = 0;

  for (guint i = 1; i < ids->len; i++)
    if (g_array_index (ids, gint64, i - 1) >= g_array_index (ids, gint64, i))
      {
        g_array_sort (ids, compare_ids);
        break;
      }
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

GArray *
foothold_stmt_ids (FootholdStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (foothold_stmt_next (stmt))
    {
      const void *data = sqlite3_column_blob (stmt->handle, 0);

      if (data != NULL)
        g_array_append_vals (ids, data, (guint) sqlite3_column_bytes (stmt->handle, 0) / sizeof (gint64));
    }
  if (!foothold_stmt_finish (stmt, error))
    return NULL;

  put_in_order (ids);
  return g_steal_pointer (&ids);
}

/* ---- sets ---- */

GArray *
foothold_ids_intersect (GArray *a, GArray *b)
{
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MIN (a->len, b->len));
  guint j = 0;

  for (guint i = 0; i < a->len; i++)
    {
      const gint64 id = g_array_index (a, gint64, i);

      while (j < b->len && g_array_index (b, gint64, j) < id)
        j++;
      if (j < b->len && g_array_index (b, gint64, j) == id)
        g_array_append_val (out, id);
    }

  return out;
}

GArray *
foothold_ids_unite (GArray *a, GArray *b)
{
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (gint64), a->len + b->len);
  guint i = 0, j = 0;

  while (i < a->len || j < b->len)
    {
      const gint64 left = i < a->len ? g_array_index (a, gint64, i) : G_MAXINT64;
      const gint64 right = j < b->len ? g_array_index (b, gint64, j) : G_MAXINT64;
      const gint64 id = MIN (left, right);

      g_array_append_val (out, id);
      i += left == id && i < a->len;
      j += right == id && j < b->len;
    }

  return out;
}

GArray *
foothold_ids_without (GArray *a, GArray *b)
{
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (gint64), a->len);
  guint j = 0;

  for (guint i = 0; i < a->len; i++)
    {
      const gint64 id = g_array_index (a, gint64, i);

      while (j < b->len && g_array_index (b, gint64, j) < id)
        j++;
      if (j == b->len || g_array_index (b, gint64, j) != id)
        g_array_append_val (out, id);
    }

  return out;
}

/* A bit for each id from the first of @set to its last, while that is not much more than the ids themselves. */
#define BITS_AN_ID 64

GArray *
foothold_ids_keep (GArray *ids, GArray *set)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MIN (ids->len, set->len));
  const gint64 first = set->len > 0 ? g_array_index (set, gint64, 0) : 0;
  const guint64 span = set->len > 0 ? (guint64) g_array_index (set, gint64, set->len - 1) - (guint64) first + 1 : 0;
  g_autofree guint8 *bits = NULL;

  if (span != 0 && span / BITS_AN_ID <= (guint64) set->len + ids->len)
    {
      bits = g_malloc0 (span / 8 + 1);
      for (guint i = 0; i < set->len; i++)
        {
          const guint64 at = (guint64) g_array_index (set, gint64, i) - (guint64) first;

          bits[at / 8] |= (guint8) (1 << at % 8);
        }
    }
  for (guint i = 0; i < ids->len && set->len > 0; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      const guint64 at = (guint64) id - (guint64) first;

      if (bits != NULL ? id >= first && at < span && (bits[at / 8] >> at % 8 & 1) != 0
                       : g_array_binary_search (set, &id, compare_ids, NULL))
        g_array_append_val (kept, id);
    }

  return kept;
}
