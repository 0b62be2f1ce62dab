// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "exchange/foothold-export-writer.h"
#include "exchange/foothold-export.h"
#include "exchange/foothold-vcard.h"
#include "store/foothold-person-store.h"
#include "store/foothold-row-sql.h"

/* Card by card; what hangs on one is read when it is its turn. */

static gboolean
write_card (FootholdDb *db, FootholdExportWriter *writer, gint64 id, GError **error)
{
  g_autoptr (FootholdRow) person = foothold_row_load_id (db, &foothold_person_row_type, id, error);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GString) card = NULL;

  if (person == NULL)
    return *error == NULL;
  contacts = foothold_row_load_owned (db, &foothold_person_contact_row_type, "person", id, error);
  if (contacts == NULL)
    return FALSE;

  card = g_string_new (NULL);
  foothold_vcard_append (card, (FootholdPersonRow *) person, contacts);
  foothold_export_writer_add (writer, card->str, card->len);
  foothold_export_writer_flush_some (writer);
  return TRUE;
}

gboolean
foothold_export_vcard (FootholdDb *db, GArray *ids, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdQuery) everybody = foothold_query_new (NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL);
  g_autoptr (GArray) all = ids != NULL ? g_array_ref (ids) : foothold_person_list_ids (db, everybody, error);
  g_auto (FootholdExportWriter) writer = { NULL };
  g_autoptr (GError) own = NULL;

  if (all == NULL)
    return FALSE;

  foothold_export_writer_init (&writer, out, cancellable);
  for (guint i = 0; i < all->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    else if (!write_card (db, &writer, g_array_index (all, gint64, i), &own))
      {
        g_propagate_error (error, g_steal_pointer (&own));
        return FALSE;
      }

  return foothold_export_writer_finish (&writer, error);
}
