// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-row-dialog.h"

#include "views/board/foothold-field-entry.h"
#include "views/board/foothold-field-row.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-unsaved.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

struct _FootholdRowDialog
{
  AdwDialog parent_instance;

  GtkBox *content;
  GtkListBox *box;
  GtkLabel *hint;
  GtkButton *remove;
  GtkButton *save;

  FootholdStore *store;
  const FootholdRowDialogSpec *spec;
  FootholdRow *row; /* before it was edited */
  FootholdFieldRow **rows; /* one a field */
  char *shown; /* what stood in the entries at first */
  GtkWidget *extra; /* or NULL */
  FootholdRowSaveFunc save_func; /* with it */
  gboolean busy;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdRowDialog, foothold_row_dialog, ADW_TYPE_DIALOG)

static gboolean
is_new (FootholdRowDialog *self)
{
  return self->row->id == 0;
}

static gboolean
refuse (FootholdRowDialog *self, guint i, const char *sentence)
{
  foothold_field_row_set_error (self->rows[i], sentence);
  foothold_field_row_edit (self->rows[i]);
  return FALSE;
}

static gboolean
read_field (FootholdRowDialog *self, guint i, FootholdRow *row)
{
  const FootholdRowDialogField *field = &self->spec->fields[i];
  g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;

  if (*stripped == '\0' && field->wanted != NULL)
    return refuse (self, i, _ (field->wanted));
  if (!foothold_field_from_text (row, field->column, field->kind, text, &error))
    return refuse (self, i, error->message);
  return TRUE;
}

/* FALSE when an entry cannot be read; that one says why. */
static gboolean
read_form (FootholdRowDialog *self, FootholdRow *row)
{
  for (guint i = 0; i < self->spec->n_fields; i++)
    if (!read_field (self, i, row))
      return FALSE;

  return TRUE;
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdRowDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const gint64 id = foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);

  self->busy = FALSE;
  if (error != NULL)
    {
      refuse (self, 0, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, is_new (self));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdRowDialog *self = FOOTHOLD_ROW_DIALOG (widget);
  g_autoptr (FootholdRow) after = foothold_row_copy (self->row);
  const char *label;

  if (self->busy || !read_form (self, after))
    return;

  self->busy = TRUE;
  label = is_new (self) ? _ (self->spec->add_label) : _ (self->spec->edit_label);
  if (self->save_func != NULL)
    self->save_func (self->store, label, is_new (self) ? NULL : self->row, after, written_cb, g_object_ref (self),
                     self->extra);
  else
    foothold_store_save_row_async (self->store, label, is_new (self) ? NULL : self->row, after, NULL, written_cb,
                                   g_object_ref (self));
}

static void
deleted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdRowDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  self->busy = FALSE;
  if (error != NULL)
    {
      refuse (self, 0, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_DELETED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdRowDialog *self = FOOTHOLD_ROW_DIALOG (widget);

  if (self->busy || is_new (self))
    return;

  self->busy = TRUE;
  foothold_store_delete_row_async (self->store, _ (self->spec->delete_label), self->row, NULL, deleted_cb,
                                   g_object_ref (self));
}

/* Enter in an entry of one line saves; on a button or in a text of several lines it does what it does there. */
static gboolean
key_cb (FootholdRowDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, FOOTHOLD_TYPE_FIELD_ENTRY) : NULL;

  if (!enter || !FOOTHOLD_IS_WRAPPED_ENTRY (focus)
      || (entry != NULL && foothold_field_entry_is_completing (FOOTHOLD_FIELD_ENTRY (entry)))
      || (!foothold_wrapped_entry_is_line (FOOTHOLD_WRAPPED_ENTRY (focus)) && !(modifiers & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "row.save", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
help_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  foothold_help_show (widget, FOOTHOLD_ROW_DIALOG (widget)->spec->help);
  return GDK_EVENT_STOP;
}

/* What cannot be read yet stays as it was. */
static void
update_note (FootholdRowDialog *self)
{
  g_autoptr (FootholdRow) typed = NULL;
  g_autofree char *note = NULL;

  if (self->spec->note != NULL)
    {
      typed = foothold_row_copy (self->row);
      for (guint i = 0; i < self->spec->n_fields; i++)
        {
          const FootholdRowDialogField *field = &self->spec->fields[i];
          g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);

          foothold_field_from_text (typed, field->column, field->kind, text, NULL);
        }
      note = self->spec->note (typed);
    }
  if (note == NULL && is_new (self) && self->spec->hint != NULL)
    note = g_strdup (_ (self->spec->hint));
  gtk_label_set_text (self->hint, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), note != NULL);
}

static void
add_rows (FootholdRowDialog *self)
{
  self->rows = g_new0 (FootholdFieldRow *, self->spec->n_fields);
  for (guint i = 0; i < self->spec->n_fields; i++)
    {
      const FootholdRowDialogField *field = &self->spec->fields[i];
      g_autofree char *text = foothold_field_to_text (self->row, field->column, field->kind);

      self->rows[i] = FOOTHOLD_FIELD_ROW (foothold_field_row_new (field->field, field->kind));
      foothold_field_row_hide_knowledge (self->rows[i], FALSE);
      foothold_field_row_load (self->rows[i], text, "not-looked-at", NULL);
      if (self->spec->note != NULL)
        g_signal_connect_object (self->rows[i], "typed", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->box, GTK_WIDGET (self->rows[i]));
    }
}

/* All that stands in the entries, to tell whether it is what stood there. (transfer full) */
static char *
dup_typed (FootholdRowDialog *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < self->spec->n_fields; i++)
    g_strv_builder_take (texts, foothold_field_row_dup_text (self->rows[i]));
  parts = g_strv_builder_end (texts);
  return g_strjoinv ("\x1f", parts);
}

static gboolean
is_unsaved (gpointer dialog)
{
  FootholdRowDialog *self = dialog;
  g_autofree char *typed = dup_typed (self);

  return !g_str_equal (typed, self->shown);
}

static const FootholdUnsaved unsaved = {
  .is_unsaved = is_unsaved,
  .title = N_ ("Keep What You Typed?"),
  .text = N_ ("What you typed is not saved yet."),
  .keep_label = N_ ("_Save"),
  .keep_action = "row.save",
};

AdwDialog *
foothold_row_dialog_new (FootholdStore *store, const FootholdRowDialogSpec *spec, gpointer row)
{
  FootholdRowDialog *self = g_object_new (FOOTHOLD_TYPE_ROW_DIALOG, NULL);
  const char *title;

  self->store = g_object_ref (store);
  self->spec = spec;
  self->row = foothold_row_ref (row);
  add_rows (self);
  title = is_new (self) ? _ (spec->add_title) : _ (spec->edit_title);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->remove), !is_new (self));
  if (!is_new (self))
    gtk_button_set_label (self->save, _ ("_Save"));
  update_note (self);
  self->shown = dup_typed (self);
  foothold_unsaved_guard (ADW_DIALOG (self), &unsaved);
  return ADW_DIALOG (self);
}

void
foothold_row_dialog_set_extra (FootholdRowDialog *self, GtkWidget *extra, FootholdRowSaveFunc func)
{
  g_return_if_fail (FOOTHOLD_IS_ROW_DIALOG (self));

  self->extra = extra;
  self->save_func = func;
  gtk_box_insert_child_after (self->content, extra, GTK_WIDGET (self->hint));
}

static void
foothold_row_dialog_dispose (GObject *object)
{
  FootholdRowDialog *self = FOOTHOLD_ROW_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_ROW_DIALOG);

  G_OBJECT_CLASS (foothold_row_dialog_parent_class)->dispose (object);
}

static void
foothold_row_dialog_finalize (GObject *object)
{
  FootholdRowDialog *self = FOOTHOLD_ROW_DIALOG (object);

  g_clear_pointer (&self->row, foothold_row_unref);
  g_clear_pointer (&self->rows, g_free);
  g_free (self->shown);

  G_OBJECT_CLASS (foothold_row_dialog_parent_class)->finalize (object);
}

static void
foothold_row_dialog_class_init (FootholdRowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_row_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_row_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", FOOTHOLD_TYPE_ROW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[SIGNAL_DELETED] =
    g_signal_new ("deleted", FOOTHOLD_TYPE_ROW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdRowDialog, content);
  gtk_widget_class_bind_template_child (widget_class, FootholdRowDialog, box);
  gtk_widget_class_bind_template_child (widget_class, FootholdRowDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, FootholdRowDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, FootholdRowDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "row.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, help_cb, NULL);
}

static void
foothold_row_dialog_init (FootholdRowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
