// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-checklist-template"

#include "store/foothold-checklist-template.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"

/* In the order one does them. */
static const char *const ours[] = {
  N_ ("Read the whole posting again"),        N_ ("Choose the résumé version that fits"),
  N_ ("Write why this project, and why you"), N_ ("Pick one or two samples of your work"),
  N_ ("Answer the host’s questions"),         N_ ("Let somebody else read it"),
};

GPtrArray *
foothold_checklist_template_load (FootholdDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_row_load_all (db, &foothold_checklist_template_row_type, error);

  if (rows == NULL || rows->len > 0)
    return g_steal_pointer (&rows);

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      FootholdChecklistTemplateRow *row = foothold_row_new (&foothold_checklist_template_row_type);

      row->position = i;
      g_set_str (&row->text, _ (ours[i]));
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

gboolean
foothold_checklist_template_apply (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = foothold_checklist_template_load (db, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdChecklistTemplateRow *from = g_ptr_array_index (rows, i);
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_checklist_item_row_type);
      FootholdChecklistItemRow *item = (gpointer) row;

      item->application = id;
      item->position = i;
      g_set_str (&item->text, from->text);
      if (!foothold_row_insert (db, row, foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
keep (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;
  g_autoptr (GPtrArray) items =
    foothold_row_load_owned (db, &foothold_checklist_item_row_type, "application", *id, error);

  if (items == NULL || !foothold_db_exec (db, "DELETE FROM checklist_template", error))
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const FootholdChecklistItemRow *item = g_ptr_array_index (items, i);
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_checklist_template_row_type);
      FootholdChecklistTemplateRow *template = (gpointer) row;

      template->position = i;
      g_set_str (&template->text, item->text);
      if (!foothold_row_insert (db, row, foothold_id_next (), error))
        return NULL;
    }

  return GSIZE_TO_POINTER (1);
}

void
foothold_checklist_template_keep_async (FootholdStore *store,
                                        gint64 id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  foothold_store_write_async (store, _ ("Change Checklist Template"), keep, g_memdup2 (&id, sizeof id), g_free,
                              cancellable, callback, user_data);
}
