// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which format, where to, and waiting for it; the writing is exchange's. */

#define G_LOG_DOMAIN "foothold-export-dialog"

#include "foothold-export-dialog.h"

#include "exchange/foothold-export-file.h"
#include "widgets/foothold-help.h"

#include <glib/gi18n.h>

struct _FootholdExportDialog
{
  AdwDialog parent_instance;
  FootholdStore *store;
  GCancellable *cancellable;
  GFile *target;
  GtkStack *stack;
  GtkCheckButton *json_check, *csv_check, *vcard_check;
  AdwComboRow *table_row;
  AdwSwitchRow *machine_row;
  GtkWidget *json_row, *csv_row, *vcard_row, *export_button;
};

G_DEFINE_FINAL_TYPE (FootholdExportDialog, foothold_export_dialog, ADW_TYPE_DIALOG)

enum
{
  EXPORTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FootholdExportFormat
get_format (FootholdExportDialog *self)
{
  if (gtk_check_button_get_active (self->json_check))
    return FOOTHOLD_EXPORT_JSON;
  if (gtk_check_button_get_active (self->vcard_check))
    return FOOTHOLD_EXPORT_VCARD;
  return adw_switch_row_get_active (self->machine_row) ? FOOTHOLD_EXPORT_CSV_MACHINE : FOOTHOLD_EXPORT_CSV;
}

static FootholdExportTable
get_table (FootholdExportDialog *self)
{
  return (FootholdExportTable) adw_combo_row_get_selected (self->table_row);
}

static void
exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_missing = 0;
  gboolean done = foothold_export_finish (FOOTHOLD_STORE (source), result, &n_missing, &error);

  adw_dialog_force_close (ADW_DIALOG (self));
  if (done)
    g_signal_emit (self, signals[EXPORTED], 0, self->target, n_missing);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdExportDialog) self = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (target == NULL)
    return;
  g_set_object (&self->target, target);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  foothold_export_async (self->store, get_format (self), get_table (self), target, self->cancellable, exported,
                         g_object_ref (self));
}

static void
start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdExportDialog *self = FOOTHOLD_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  const FootholdExportTable table = get_table (self);
  /* each table has a name of its own, so that one does not take the place of another */
  const gboolean named = gtk_check_button_get_active (self->csv_check) && table != FOOTHOLD_EXPORT_OPPORTUNITIES;
  g_autofree char *name =
    g_strdup_printf ("foothold-%s%s%s.%s", named ? foothold_export_tables.entries[table].slug : "", named ? "-" : "",
                     day, foothold_export_format_get_suffix (get_format (self)));
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, target_chosen, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (FOOTHOLD_EXPORT_DIALOG (widget)->cancellable);
}

static void
foothold_export_dialog_close_attempt (AdwDialog *dialog)
{
  cancel (GTK_WIDGET (dialog), NULL, NULL);
}

AdwDialog *
foothold_export_dialog_new (FootholdStore *store)
{
  FootholdExportDialog *self = g_object_new (FOOTHOLD_TYPE_EXPORT_DIALOG, NULL);
  self->store = g_object_ref (store);
  return ADW_DIALOG (self);
}

static void
foothold_export_dialog_dispose (GObject *object)
{
  FootholdExportDialog *self = FOOTHOLD_EXPORT_DIALOG (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (foothold_export_dialog_parent_class)->dispose (object);
}

static void
foothold_export_dialog_finalize (GObject *object)
{
  g_clear_object (&FOOTHOLD_EXPORT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (foothold_export_dialog_parent_class)->finalize (object);
}

static void
foothold_export_dialog_class_init (FootholdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "exporting");
  G_OBJECT_CLASS (klass)->dispose = foothold_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = foothold_export_dialog_close_attempt;
  signals[EXPORTED] = g_signal_new ("exported", FOOTHOLD_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", FOOTHOLD_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, json_check);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, csv_check);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, vcard_check);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, machine_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, json_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, csv_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, vcard_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdExportDialog, export_button);
  gtk_widget_class_install_action (widget_class, "export.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
}

static void
foothold_export_dialog_init (FootholdExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);
  for (guint i = 0; i < foothold_export_tables.n_entries; i++)
    gtk_string_list_append (tables, foothold_list_entry_name (&foothold_export_tables.entries[i]));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (tables));
  GtkWidget *rows[] = { self->json_row, self->csv_row, self->vcard_row };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i])), -1);
}
