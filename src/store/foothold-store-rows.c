// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Several rows in one write; the SQL is that of every single row. */

#define G_LOG_DOMAIN "foothold-store"

#include "store/foothold-store-rows.h"

#include "store/foothold-id.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-organisation-store.h"
#include "store/foothold-outreach-store.h"
#include "store/foothold-person-store.h"
#include "store/foothold-row-sql.h"

struct _FootholdRowEdits
{
  GArray *edits;
};

typedef struct
{
  FootholdRow *before, *after;
} Edit;

static void
edit_clear (gpointer data)
{
  Edit *edit = data;
  g_clear_pointer (&edit->before, foothold_row_unref);
  g_clear_pointer (&edit->after, foothold_row_unref);
}

FootholdRowEdits *
foothold_row_edits_new (void)
{
  FootholdRowEdits *self = g_new0 (FootholdRowEdits, 1);
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, edit_clear);
  return self;
}

void
foothold_row_edits_free (FootholdRowEdits *self)
{
  g_array_unref (self->edits);
  g_free (self);
}

void
foothold_row_edits_add (FootholdRowEdits *self, gpointer before, gpointer after)
{
  g_return_if_fail (before != NULL || after != NULL);
  Edit edit = { before == NULL ? NULL : foothold_row_ref (before), after == NULL ? NULL : foothold_row_ref (after) };
  g_array_append_val (self->edits, edit);
}

gboolean
foothold_row_edits_is_empty (FootholdRowEdits *self)
{
  return self->edits->len == 0;
}

gint64
foothold_row_save (FootholdDb *db, gpointer before, gpointer after, GError **error)
{
  const FootholdRow *row = after;
  gint64 id = row->id;

  /* What is typed is stated: an opportunity keeps its facts. */
  if (row->type == &foothold_opportunity_row_type)
    return foothold_opportunity_save (db, before, after, error);
  if (row->type == &foothold_person_row_type)
    return foothold_person_save (db, before, after, error);
  if (row->type == &foothold_outreach_row_type)
    return foothold_outreach_save (db, before, after, error);
  if (row->type == &foothold_organisation_row_type)
    return foothold_organisation_save (db, before, after, error);
  if (before != NULL)
    return foothold_row_update (db, before, row, error) ? id : 0;

  if (row->type == &foothold_profile_row_type)
    id = 1; /* there is one person */
  else if (id == 0)
    id = foothold_id_next ();
  return foothold_row_insert (db, row, id, error) ? id : 0;
}

/* Writer thread. */
static gpointer
save_rows (FootholdDb *db, gpointer data, GError **error)
{
  FootholdRowEdits *self = data;
  gint64 first = 0;

  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);
      gint64 id = edit->after != NULL ? edit->after->id : edit->before->id;
      if (edit->after != NULL)
        id = foothold_row_save (db, edit->before, edit->after, error);
      else if (!foothold_row_delete (db, edit->before->type, id, error))
        id = 0;
      if (id == 0)
        return NULL;
      if (first == 0)
        first = id;
    }
  return GSIZE_TO_POINTER ((gsize) first);
}

static void
edits_free (gpointer data)
{
  foothold_row_edits_free (data);
}

void
foothold_store_save_rows_async (FootholdStore *self,
                                const char *label,
                                FootholdRowEdits *edits,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  foothold_store_write_async (self, label, save_rows, edits, edits_free, cancellable, callback, user_data);
}
