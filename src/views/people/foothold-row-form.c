// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-row-form.h"

#include "model/foothold-edit.h"
#include "views/board/foothold-own-words.h"
#include "widgets/foothold-edit-return.h"
#include "widgets/foothold-toaster.h"

struct _FootholdRowForm
{
  GObject parent_instance;

  GtkWidget *page;
  const FootholdRowFormField *fields;
  guint n_fields;
  FootholdFieldRow **rows; /* one a field, of the page */
  FootholdRowFormCheck check;
  FootholdEdit *edit; /* of what is shown, or NULL */
  gboolean follows; /* the words of one's own */
};

G_DEFINE_FINAL_TYPE (FootholdRowForm, foothold_row_form, G_TYPE_OBJECT)

static guint
find_field (FootholdRowForm *self, FootholdFieldRow *row)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->rows[i] == row)
      return i;

  g_assert_not_reached ();
}

/* Reads the row's entry into the edit. FALSE where it cannot be read; the row says why when @say. */
static gboolean
take_row (FootholdRowForm *self, guint i, gboolean say)
{
  g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);
  g_autoptr (FootholdRow) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (self->edit == NULL)
    return FALSE;

  copy = foothold_edit_copy_row (self->edit);
  if (!foothold_field_from_text (copy, self->fields[i].column, self->fields[i].kind, text, &error)
      || (self->check != NULL && !self->check (copy, &error)))
    {
      if (say)
        foothold_field_row_set_error (self->rows[i], error->message);
      return FALSE;
    }

  foothold_edit_bring (self->edit, foothold_field_row_steal_word (self->rows[i]));
  foothold_edit_take (self->edit, self->fields[i].field, g_steal_pointer (&copy));
  return TRUE;
}

static void
row_typed_cb (FootholdRowForm *self, FootholdFieldRow *row)
{
  const guint i = find_field (self, row);

  if ((self->fields[i].kind == FOOTHOLD_ENTRY_LINE || self->fields[i].kind == FOOTHOLD_ENTRY_LINES)
      && !self->fields[i].whole)
    take_row (self, i, FALSE);
}

static void
row_committed_cb (FootholdRowForm *self, FootholdFieldRow *row)
{
  if (take_row (self, find_field (self, row), TRUE))
    foothold_edit_leave (self->edit);
}

/* Of a name that is taken the row says so, and nothing waits for it to be free. */
static void
failed_cb (FootholdRowForm *self, const GError *error, FootholdEdit *edit)
{
  if (edit == self->edit && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    for (guint i = 0; i < self->n_fields; i++)
      if (g_str_equal (self->fields[i].column, "name"))
        {
          foothold_field_row_set_error (self->rows[i], error->message);
          foothold_edit_give_up (edit, "name");
          return;
        }

  foothold_toast_error (self->page, error);
}

/* The lists that one may extend say what they were extended by. */
static void
follow_words (FootholdRowForm *self, FootholdStore *store)
{
  for (guint i = 0; i < self->n_fields && !self->follows; i++)
    foothold_own_words_follow (store, self->rows[i]);
  self->follows = TRUE;
}

FootholdFieldRow *
foothold_row_form_get_row (FootholdRowForm *self, guint i)
{
  g_return_val_if_fail (FOOTHOLD_IS_ROW_FORM (self) && i < self->n_fields, NULL);

  return self->rows[i];
}

gboolean
foothold_row_form_show (FootholdRowForm *self, FootholdStore *store, gpointer row)
{
  const gboolean other = self->edit == NULL;

  g_return_val_if_fail (FOOTHOLD_IS_ROW_FORM (self), FALSE);

  if (other)
    {
      self->edit = foothold_edit_new (store, row);
      foothold_edit_return_watch (self->edit, self->page);
      g_signal_connect_object (self->edit, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    foothold_edit_rebase (self->edit, row);

  follow_words (self, store);
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_autofree char *text = foothold_field_to_text (row, self->fields[i].column, self->fields[i].kind);

      foothold_field_row_load (self->rows[i], text, "not-looked-at", NULL);
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), !foothold_store_get_read_only (store));
    }
  return other;
}

void
foothold_row_form_flush (FootholdRowForm *self, gboolean ends)
{
  g_return_if_fail (FOOTHOLD_IS_ROW_FORM (self));

  if (self->edit == NULL)
    return;

  for (guint i = 0; i < self->n_fields; i++)
    if (foothold_field_row_is_dirty (self->rows[i]))
      take_row (self, i, FALSE);
  if (ends)
    foothold_edit_finish (self->edit);
  else
    foothold_edit_save (self->edit);
}

void
foothold_row_form_forget (FootholdRowForm *self)
{
  g_return_if_fail (FOOTHOLD_IS_ROW_FORM (self));

  foothold_row_form_flush (self, FALSE);
  g_clear_object (&self->edit);
}

FootholdRowForm *
foothold_row_form_new (GtkWidget *page,
                       const FootholdRowFormField *fields,
                       guint n_fields,
                       GtkListBox *const *lists,
                       FootholdRowFormCheck check)
{
  FootholdRowForm *self = g_object_new (FOOTHOLD_TYPE_ROW_FORM, NULL);

  self->page = page;
  self->fields = fields;
  self->n_fields = n_fields;
  self->check = check;
  self->rows = g_new0 (FootholdFieldRow *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      GtkWidget *row = foothold_field_row_new (fields[i].field, fields[i].kind);

      self->rows[i] = FOOTHOLD_FIELD_ROW (row);
      foothold_field_row_hide_knowledge (self->rows[i], FALSE);
      gtk_list_box_append (lists[fields[i].group], row);
      g_signal_connect_object (row, "typed", G_CALLBACK (row_typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "committed", G_CALLBACK (row_committed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

static void
foothold_row_form_finalize (GObject *object)
{
  FootholdRowForm *self = FOOTHOLD_ROW_FORM (object);

  g_clear_object (&self->edit);
  g_clear_pointer (&self->rows, g_free);

  G_OBJECT_CLASS (foothold_row_form_parent_class)->finalize (object);
}

static void
foothold_row_form_class_init (FootholdRowFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_row_form_finalize;
}

static void
foothold_row_form_init (FootholdRowForm *self)
{
}
