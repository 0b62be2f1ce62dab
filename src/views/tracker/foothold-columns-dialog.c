// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-columns-dialog.h"

#include "views/tracker/foothold-column-editor.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdColumnsDialog
{
  AdwDialog parent_instance;

  AdwBanner *banner;
  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group;

  FootholdStore *store;
  GPtrArray *editors; /* FootholdColumnEditor, in order */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdColumnsDialog, foothold_columns_dialog, ADW_TYPE_DIALOG)

/* The columns as they are typed. (transfer full): FootholdStageRow */
static GPtrArray *
collect (FootholdColumnsDialog *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_row_unref);

  for (guint i = 0; i < self->editors->len; i++)
    g_ptr_array_add (rows, foothold_column_editor_dup_row (g_ptr_array_index (self->editors, i)));
  return rows;
}

/* What keeps it from being saved is said at once. */
static void
check (FootholdColumnsDialog *self)
{
  g_autoptr (GPtrArray) rows = collect (self);
  g_autoptr (FootholdStageSet) set = foothold_stage_set_new (rows);
  g_autofree char *sentence = NULL;
  const gboolean good =
    foothold_stages_check (foothold_stage_set_get_stages (set), rows->len, &sentence) == FOOTHOLD_STAGES_GOOD;

  if (!good)
    adw_banner_set_title (self->banner, sentence);
  adw_banner_set_revealed (self->banner, !good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.save", good);
  for (guint i = 0; i < self->editors->len; i++)
    foothold_column_editor_set_place (g_ptr_array_index (self->editors, i), i, self->editors->len);
}

/* The rows stand in the group in the order of the array. */
static void
put_in_order (FootholdColumnsDialog *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      g_autoptr (GtkWidget) row = g_object_ref (g_ptr_array_index (self->editors, i));

      adw_preferences_group_remove (self->group, row);
      adw_preferences_group_add (self->group, row);
    }
}

static void
asked (FootholdColumnEditor *editor, const char *what, FootholdColumnsDialog *self)
{
  guint at;

  if (!g_ptr_array_find (self->editors, editor, &at))
    return;
  if (g_str_equal (what, "remove"))
    {
      g_ptr_array_remove_index (self->editors, at);
      adw_preferences_group_remove (self->group, GTK_WIDGET (editor));
      if (self->editors->len > 0)
        gtk_widget_grab_focus (g_ptr_array_index (self->editors, MIN (at, self->editors->len - 1)));
    }
  else
    {
      const guint to = g_str_equal (what, "up") ? at - 1 : at + 1;
      gpointer moved = self->editors->pdata[at];

      if (to >= self->editors->len)
        return;
      self->editors->pdata[at] = self->editors->pdata[to];
      self->editors->pdata[to] = moved;
      put_in_order (self);
      gtk_widget_grab_focus (GTK_WIDGET (editor));
    }
  check (self);
}

static FootholdColumnEditor *
add_editor (FootholdColumnsDialog *self, const FootholdStageRow *row, const char *name)
{
  FootholdColumnEditor *editor = FOOTHOLD_COLUMN_EDITOR (foothold_column_editor_new (row, name));

  g_ptr_array_add (self->editors, editor);
  g_signal_connect_object (editor, "edited", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "asked", G_CALLBACK (asked), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->group, GTK_WIDGET (editor));
  return editor;
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdColumnsDialog *self = FOOTHOLD_COLUMNS_DIALOG (widget);
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_stage_row_type);
  FootholdStageRow *row = (gpointer) made;
  FootholdColumnEditor *editor;

  g_set_str (&row->kind, "open");
  row->collapsed = 0;
  editor = add_editor (self, row, "");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (editor), TRUE);
  foothold_column_editor_begin (editor);
  check (self);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdColumnsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error) == 0)
    {
      foothold_toast_error (GTK_WIDGET (self->toasts), error);
      return;
    }

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdColumnsDialog *self = FOOTHOLD_COLUMNS_DIALOG (widget);
  g_autoptr (GPtrArray) rows = collect (self);

  foothold_stages_save_async (self->store, rows, NULL, saved, g_object_ref (self));
}

AdwDialog *
foothold_columns_dialog_new (FootholdStore *store, FootholdStageSet *stages)
{
  FootholdColumnsDialog *self = g_object_new (FOOTHOLD_TYPE_COLUMNS_DIALOG, NULL);

  self->store = g_object_ref (store);
  for (guint i = 0; i < foothold_stage_set_get_n (stages); i++)
    add_editor (self, foothold_stage_set_get_row (stages, i), foothold_stage_name (foothold_stage_set_get (stages, i)));
  check (self);
  return ADW_DIALOG (self);
}

static void
foothold_columns_dialog_dispose (GObject *object)
{
  FootholdColumnsDialog *self = FOOTHOLD_COLUMNS_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_COLUMNS_DIALOG);

  G_OBJECT_CLASS (foothold_columns_dialog_parent_class)->dispose (object);
}

static void
foothold_columns_dialog_class_init (FootholdColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "applications");
  G_OBJECT_CLASS (klass)->dispose = foothold_columns_dialog_dispose;

  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", FOOTHOLD_TYPE_COLUMNS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnsDialog, group);
  gtk_widget_class_install_action (widget_class, "columns.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "columns.save", NULL, save_cb);
}

static void
foothold_columns_dialog_init (FootholdColumnsDialog *self)
{
  self->editors = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toasts);
}
