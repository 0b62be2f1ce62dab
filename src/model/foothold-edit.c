// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-edit.h"

#include "model/foothold-fields.h"
#include "store/foothold-rows.h"
#include "store/foothold-store-rows.h"

/*
 * Two rows: what the database has (base) and what the person sees (row). One
 * save is under way at a time, so that they arrive in order; each saves what
 * differs. Fields are few and compared by value: nothing is marked dirty.
 */

struct _FootholdEdit
{
  GObject parent_instance;

  FootholdStore *store;
  FootholdRow *base;
  FootholdRow *row;
  FootholdRow *under_way; /* what the running save will have saved */
  FootholdRow *brought; /* comes with the next save, or with the running one */
  gboolean bringing; /* with the running one */
  FootholdRow *start; /* what was there before the entry of its saves */
  char *field; /* edited last */
  char *label; /* of the undo entry that its saves make */
  gboolean begun; /* that entry is there: more joins it */
  gboolean left; /* the next key begins another */
  gboolean begins; /* the running save makes that entry */
  gboolean retries; /* the running save is not the person's doing */
  guint timeout;
  guint retry;
  gboolean again; /* save once more when the running one is done */
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdEdit, foothold_edit, G_TYPE_OBJECT)

static void
set_row (FootholdRow **where, gpointer row)
{
  FootholdRow *old = *where;

  *where = row != NULL ? foothold_row_ref (row) : NULL;
  g_clear_pointer (&old, foothold_row_unref);
}

static gboolean
same_value (const FootholdRow *a, const FootholdRow *b, const FootholdField *field)
{
  if (foothold_field_is_text (field))
    return g_strcmp0 (foothold_row_get_text (a, field), foothold_row_get_text (b, field)) == 0;
  return foothold_row_get_int (a, field) == foothold_row_get_int (b, field);
}

static void
copy_value (FootholdRow *to, const FootholdRow *from, const FootholdField *field)
{
  if (foothold_field_is_text (field))
    foothold_row_set_text (to, field, foothold_row_get_text (from, field));
  else
    foothold_row_set_int (to, field, foothold_row_get_int (from, field));
}

static gboolean
retry_cb (gpointer user_data)
{
  FootholdEdit *self = user_data;

  self->retry = 0;
  foothold_edit_retry (self);

  return G_SOURCE_REMOVE;
}

/* Room may come back, a disk may answer again: then what was typed is kept without another key. */
static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FULL)
         || g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_IO)
         || g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BUSY);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdEdit) self = user_data;
  g_autoptr (FootholdRow) wanted = g_steal_pointer (&self->under_way);
  g_autoptr (GError) error = NULL;
  const gboolean again = self->again;

  const gboolean bringing = self->bringing;

  self->again = FALSE;
  self->bringing = FALSE;
  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    {
      if (self->begins)
        self->begun = FALSE;
      /* The source holds the edit: what its page has left behind is kept too. */
      if (self->retry == 0 && may_pass (error))
        self->retry = g_timeout_add_full (G_PRIORITY_DEFAULT, FOOTHOLD_EDIT_RETRY_MS, retry_cb, g_object_ref (self),
                                          g_object_unref);
      if (!self->retries || again)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  /* The store keeps no entry where all was taken back; what is typed next must not join the one below it. */
  if (foothold_row_equal (wanted, self->start))
    self->begun = FALSE;
  set_row (&self->base, wanted);
  if (bringing)
    set_row (&self->brought, NULL);
  g_clear_handle_id (&self->retry, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  if (again)
    foothold_edit_save (self);
}

void
foothold_edit_save (FootholdEdit *self)
{
  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->under_way != NULL)
    {
      self->again = TRUE;
      return;
    }
  if (foothold_row_equal (self->row, self->base))
    return;

  self->retries = FALSE;
  self->begins = !self->begun;
  if (self->begins)
    set_row (&self->start, self->base);
  set_row (&self->under_way, self->row);
  self->bringing = self->brought != NULL;
  if (self->bringing)
    {
      FootholdRowEdits *edits = foothold_row_edits_new ();

      foothold_row_edits_add (edits, NULL, self->brought);
      foothold_row_edits_add (edits, self->base, self->row);
      foothold_store_save_rows_async (self->store, self->label, edits, NULL, saved_cb, g_object_ref (self));
    }
  else if (self->begun)
    foothold_store_save_row_again_async (self->store, self->label, self->base, self->row, NULL, saved_cb,
                                         g_object_ref (self));
  else
    foothold_store_save_row_async (self->store, self->label, self->base, self->row, NULL, saved_cb,
                                   g_object_ref (self));
  self->begun = TRUE;
}

void
foothold_edit_finish (FootholdEdit *self)
{
  g_autoptr (FootholdRow) before = NULL;

  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  if (self->under_way == NULL)
    {
      foothold_edit_save (self);
      return;
    }
  if (foothold_row_equal (self->row, self->under_way))
    return;

  /* The running save may fail or not: whatever differs from either is written. */
  before = foothold_row_copy (self->base);
  for (guint i = 0; i < before->type->n_fields; i++)
    if (same_value (self->row, self->base, &before->type->fields[i]))
      copy_value (before, self->under_way, &before->type->fields[i]);
  self->again = FALSE;
  foothold_store_save_row_again_async (self->store, self->label, before, self->row, NULL, NULL, NULL);
}

void
foothold_edit_retry (FootholdEdit *self)
{
  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  if (self->under_way != NULL)
    return;
  foothold_edit_save (self);
  self->retries = TRUE;
}

void
foothold_edit_leave (FootholdEdit *self)
{
  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  foothold_edit_save (self);
  self->left = TRUE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  FootholdEdit *self = user_data;

  self->timeout = 0;
  foothold_edit_save (self);

  return G_SOURCE_REMOVE;
}

/* What a person calls the row. */
static const char *
get_name (const FootholdRow *row)
{
  const FootholdField *field = foothold_row_type_find (row->type, "title");

  if (field == NULL)
    field = foothold_row_type_find (row->type, "name");
  return field != NULL && foothold_row_get_text (row, field) != NULL ? foothold_row_get_text (row, field) : "";
}

void
foothold_edit_take (FootholdEdit *self, const char *field, gpointer row)
{
  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  /* Another field begins, or the same anew: what was typed before is an entry of its own. */
  if (self->left || g_strcmp0 (self->field, field) != 0)
    {
      foothold_edit_save (self);
      g_set_str (&self->field, field);
      g_clear_pointer (&self->label, g_free);
      self->label = foothold_field_edit_label (field, get_name (self->base));
      self->begun = FALSE;
      self->left = FALSE;
    }

  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = row;
  if (self->timeout == 0 && !foothold_row_equal (self->row, self->base))
    self->timeout = g_timeout_add (FOOTHOLD_EDIT_KEEP_MS, timeout_cb, self);
}

void
foothold_edit_rebase (FootholdEdit *self, gpointer row)
{
  g_autoptr (FootholdRow) merged = NULL;
  FootholdRow *fresh = row;

  g_return_if_fail (FOOTHOLD_IS_EDIT (self));
  g_return_if_fail (fresh != NULL && fresh->id == self->base->id);

  merged = foothold_row_copy (fresh);
  for (guint i = 0; i < fresh->type->n_fields; i++)
    if (!same_value (self->row, self->base, &fresh->type->fields[i]))
      copy_value (merged, self->row, &fresh->type->fields[i]);
  set_row (&self->base, fresh);
  set_row (&self->row, merged);
}

void
foothold_edit_give_up (FootholdEdit *self, const char *column)
{
  g_autoptr (FootholdRow) kept = NULL;

  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  kept = foothold_row_copy (self->row);
  copy_value (kept, self->base, foothold_row_type_find (kept->type, column));
  set_row (&self->row, kept);
  foothold_edit_save (self);
}

void
foothold_edit_bring (FootholdEdit *self, gpointer row)
{
  g_return_if_fail (FOOTHOLD_IS_EDIT (self));

  if (row == NULL)
    return;
  foothold_edit_leave (self);
  g_clear_pointer (&self->brought, foothold_row_unref);
  self->brought = row;
}

gboolean
foothold_edit_is_pending (FootholdEdit *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_EDIT (self), FALSE);

  return self->under_way != NULL || !foothold_row_equal (self->row, self->base);
}

gpointer
foothold_edit_peek_row (FootholdEdit *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_EDIT (self), NULL);

  return self->row;
}

gpointer
foothold_edit_copy_row (FootholdEdit *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_EDIT (self), NULL);

  return foothold_row_copy (self->row);
}

FootholdEdit *
foothold_edit_new (FootholdStore *store, gpointer row)
{
  FootholdEdit *self;

  g_return_val_if_fail (FOOTHOLD_IS_STORE (store), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (FOOTHOLD_TYPE_EDIT, NULL);
  self->store = g_object_ref (store);
  self->base = foothold_row_ref (row);
  self->row = foothold_row_ref (row);

  return self;
}

static void
foothold_edit_dispose (GObject *object)
{
  FootholdEdit *self = FOOTHOLD_EDIT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_edit_parent_class)->dispose (object);
}

static void
foothold_edit_finalize (GObject *object)
{
  FootholdEdit *self = FOOTHOLD_EDIT (object);

  g_clear_pointer (&self->base, foothold_row_unref);
  g_clear_pointer (&self->row, foothold_row_unref);
  g_clear_pointer (&self->under_way, foothold_row_unref);
  g_clear_pointer (&self->brought, foothold_row_unref);
  g_clear_pointer (&self->start, foothold_row_unref);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (foothold_edit_parent_class)->finalize (object);
}

static void
foothold_edit_class_init (FootholdEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_edit_dispose;
  object_class->finalize = foothold_edit_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", FOOTHOLD_TYPE_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", FOOTHOLD_TYPE_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_edit_init (FootholdEdit *self)
{
}
