/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-tag-store"

#include "foothold-tag-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"

GPtrArray *
foothold_tags_load (FootholdDb *db, gint64 opportunity, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT name FROM opportunity_tag WHERE opportunity = :id ORDER BY position, id");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  foothold_stmt_bind_int (stmt, "id", opportunity);
  while (foothold_stmt_next (stmt))
    g_ptr_array_add (names, g_strdup (foothold_stmt_text (stmt, 0)));

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&names) : NULL;
}

/* Below those that are there; nothing where it is one of them. */
static gboolean
add_tag (FootholdDb *db, gint64 opportunity, const char *name, const char *folded, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "INSERT INTO opportunity_tag (id, opportunity, position, name, folded)"
                      " SELECT :id, o.id, (SELECT coalesce (max (position) + 1, 0) FROM opportunity_tag"
                      " WHERE opportunity = o.id), :name, :folded FROM opportunity AS o WHERE o.id = :opportunity"
                      " AND NOT EXISTS (SELECT 1 FROM opportunity_tag WHERE opportunity = o.id AND folded = :folded)");

  foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  foothold_stmt_bind_text (stmt, "name", name);
  foothold_stmt_bind_text (stmt, "folded", folded);
  return foothold_stmt_exec (stmt, error);
}

static gboolean
remove_tag (FootholdDb *db, const char *ids, const char *folded, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "DELETE FROM opportunity_tag WHERE folded = :folded AND "
                                                        "opportunity IN (SELECT value FROM json_each (:ids))");

  foothold_stmt_bind_text (stmt, "folded", folded);
  foothold_stmt_bind_text (stmt, "ids", ids);
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_tags_save (FootholdDb *db, gint64 opportunity, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) old = foothold_tags_load (db, opportunity, error);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *ids = g_strdup_printf ("[%" G_GINT64_FORMAT "]", opportunity);

  if (old == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      char *folded = foothold_fold_name (names->pdata[i]);

      if (*folded == '\0' || !g_hash_table_add (wanted, folded))
        {
          if (*folded == '\0')
            g_free (folded);
          continue;
        }
      if (!add_tag (db, opportunity, names->pdata[i], folded, error))
        return FALSE;
    }
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *folded = foothold_fold_name (old->pdata[i]);

      if (!g_hash_table_contains (wanted, folded) && !remove_tag (db, ids, folded, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  GArray *ids;
  char *name;
  gboolean tagged;
} Tagging;

static void
tagging_free (gpointer data)
{
  Tagging *self = data;

  g_array_unref (self->ids);
  g_free (self->name);
  g_free (self);
}

static gpointer
tag (FootholdDb *db, gpointer data, GError **error)
{
  Tagging *self = data;
  g_autofree char *folded = foothold_fold_name (self->name);

  if (*folded == '\0' || self->ids->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A tag needs a letter or a digit. Nothing was changed."));
      return NULL;
    }
  if (!self->tagged)
    {
      g_autofree char *json = foothold_ids_to_json (self->ids);

      if (!remove_tag (db, json, folded, error))
        return NULL;
    }
  for (guint i = 0; self->tagged && i < self->ids->len; i++)
    if (!add_tag (db, g_array_index (self->ids, gint64, i), self->name, folded, error))
      return NULL;

  return GSIZE_TO_POINTER ((gsize) g_array_index (self->ids, gint64, 0));
}

void
foothold_store_tag_async (FootholdStore *self,
                          GArray *ids,
                          const char *name,
                          gboolean tagged,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Tagging *data = g_new0 (Tagging, 1);
  const guint n = ids->len;
  g_autofree char *label = tagged ? g_strdup_printf (ngettext ("Tag Opportunity", "Tag %u Opportunities", n), n)
                                  : g_strdup_printf (ngettext ("Remove Tag", "Remove Tag from %u Opportunities", n), n);

  data->ids = g_array_copy (ids);
  data->name = g_strdup (name);
  data->tagged = tagged;
  foothold_store_write_async (self, label, tag, data, tagging_free, cancellable, callback, user_data);
}
