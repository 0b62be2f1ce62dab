// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of backups. It only reads a folder; the work is the store's. */

#define G_LOG_DOMAIN "foothold-backups"

#include "foothold-backups-dialog.h"

#include "model/foothold-format.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdBackupsDialog
{
  AdwDialog parent_instance;
  FootholdStore *store;
  char *dir;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FootholdBackupsDialog, foothold_backups_dialog, ADW_TYPE_DIALOG)

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *reason, *text;
} reasons[] = {
  { "session", N_ ("While working") },
  { "import", N_ ("Before an import") },
  { "migration", N_ ("Before an update") },
  { "restore", N_ ("Before a restore") },
  { "delete", N_ ("Before a large deletion") },
  { "manual", N_ ("Made by you") },
  { "salvage", N_ ("Salvaged from a damaged file") },
};

static const char *
reason_text (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].reason, reason) == 0)
      return _ (reasons[i].text);
  return _ ("Backup");
}

static void
restore_clicked (GtkWidget *button, FootholdBackupsDialog *self)
{
  g_signal_emit (self, signals[RESTORE], 0, g_object_get_data (G_OBJECT (button), "path"),
                 g_object_get_data (G_OBJECT (button), "when"));
}

static GtkWidget *
make_row (FootholdBackupsDialog *self, const FootholdBackup *backup)
{
  g_autofree char *title = foothold_format_instant (backup->made_at, NULL, TRUE);
  g_autofree char *when = foothold_format_instant (backup->made_at, NULL, FALSE);
  g_autofree char *size = g_format_size ((guint64) MAX (backup->size, 0));
  /* Translators: why a backup was made and how large it is, "Before an import · 1.2 MB" */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), reason_text (backup->reason), size);
  g_autofree char *name = g_strdup_printf (_ ("Restore the backup of %s"), when);
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The label within would win, and all rows' buttons be called the same. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_object_set_data_full (G_OBJECT (button), "when", g_strdup (when), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill (FootholdBackupsDialog *self)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (self->dir, NULL);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (backups, i)));
  gtk_stack_set_visible_child_name (self->stack, backups == NULL || backups->len == 0 ? "empty" : "list");
}

static void
made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foothold_store_backup_finish (FOOTHOLD_STORE (source), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", TRUE);
  adw_toast_overlay_add_toast (self->toast_overlay,
                               foothold_toast_new (path != NULL ? _ ("Backup made") : error->message));
  fill (self);
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdBackupsDialog *self = FOOTHOLD_BACKUPS_DIALOG (widget);
  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  foothold_store_backup_async (self->store, NULL, made, g_object_ref (self));
}

void
foothold_backups_dialog_set_busy (FootholdBackupsDialog *self, gboolean busy)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
  if (busy)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  else
    fill (self);
}

AdwDialog *
foothold_backups_dialog_new (FootholdStore *store, const char *dir)
{
  FootholdBackupsDialog *self = g_object_new (FOOTHOLD_TYPE_BACKUPS_DIALOG, NULL);
  g_set_object (&self->store, store);
  self->dir = g_strdup (dir);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make",
                                 store != NULL && !foothold_store_get_read_only (store));
  fill (self);
  return ADW_DIALOG (self);
}

static void
foothold_backups_dialog_dispose (GObject *object)
{
  FootholdBackupsDialog *self = FOOTHOLD_BACKUPS_DIALOG (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_BACKUPS_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foothold_backups_dialog_parent_class)->dispose (object);
}

static void
foothold_backups_dialog_finalize (GObject *object)
{
  g_free (FOOTHOLD_BACKUPS_DIALOG (object)->dir);
  G_OBJECT_CLASS (foothold_backups_dialog_parent_class)->finalize (object);
}

static void
foothold_backups_dialog_class_init (FootholdBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "restore");
  G_OBJECT_CLASS (klass)->dispose = foothold_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_backups_dialog_finalize;
  signals[RESTORE] = g_signal_new ("restore", FOOTHOLD_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdBackupsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdBackupsDialog, list);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make);
}

static void
foothold_backups_dialog_init (FootholdBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
}
