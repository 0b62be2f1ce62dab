// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What each kind of trouble is called, and what helps, says the table of the errors. */

#define G_LOG_DOMAIN "foothold-trouble"

#include "foothold-trouble-page.h"

#include "store/foothold-paths.h"
#include "store/foothold-store.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdTroublePage
{
  AdwBin parent_instance;
  char *dir;
  AdwStatusPage *status_page;
  GtkStack *stack;
  GtkWidget *restore_button, *salvage_button, *retry_button, *copy_button;
};

G_DEFINE_FINAL_TYPE (FootholdTroublePage, foothold_trouble_page, ADW_TYPE_BIN)

enum
{
  RETRY,
  RESTORE,
  SALVAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
copy_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTroublePage) self = user_data;
  g_autoptr (GError) error = NULL;
  if (g_file_copy_finish (G_FILE (source), result, &error))
    foothold_toast (GTK_WIDGET (self), _ ("Copy saved"), FALSE);
  else
    foothold_toast_error (GTK_WIDGET (self), error);
}

static void
copy_place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdTroublePage) self = user_data;
  g_autoptr (GFile) place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (place == NULL)
    return;
  /* Nothing of ours has the file open here: opening it is what failed. */
  g_autofree char *path = foothold_paths_dup_database (self->dir);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_file_copy_async (file, place, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, copy_saved,
                     g_object_ref (self));
}

static void
save_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, "foothold-copy.db");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, copy_place_chosen,
                        g_object_ref (widget));
}

static void
retry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[RETRY], 0);
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[RESTORE], 0);
}

static void
salvage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SALVAGE], 0);
}

void
foothold_trouble_page_set_busy (FootholdTroublePage *self, gboolean busy)
{
  gtk_stack_set_visible_child_name (self->stack, busy ? "busy" : "trouble");
}

static gboolean
has_backups (const char *dir)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, NULL);
  return backups != NULL && backups->len > 0;
}

/* The first that helps is what most people want. */
static void
suggest_first (FootholdTroublePage *self)
{
  GtkWidget *ways[] = { self->restore_button, self->salvage_button, self->retry_button, self->copy_button };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (gtk_widget_get_visible (ways[i]))
      {
        gtk_widget_add_css_class (ways[i], "suggested-action");
        return;
      }
}

GtkWidget *
foothold_trouble_page_new (const GError *error, const char *dir)
{
  FootholdTroublePage *self = g_object_new (FOOTHOLD_TYPE_TROUBLE_PAGE, NULL);
  const FootholdTrouble *trouble = foothold_trouble_of (error);
  const char *title = trouble != NULL ? foothold_trouble_get_title (trouble) : _ ("Your Data Could Not Be Opened");
  FootholdHelps helps = trouble != NULL ? trouble->helps : FOOTHOLD_HELPS_RETRY | FOOTHOLD_HELPS_RESTORE;

  self->dir = g_strdup (dir);
  g_autofree char *sentence = foothold_text_visible (foothold_trouble_opening (error), FALSE);
  g_autofree char *whole = NULL;
  if ((helps & FOOTHOLD_HELPS_RESTORE) != 0 && !has_backups (dir))
    {
      helps &= ~(guint) FOOTHOLD_HELPS_RESTORE;
      whole = g_strdup_printf ("%s\n%s", sentence, _ ("There is no backup yet."));
    }
  else if ((helps & FOOTHOLD_HELPS_RESTORE) != 0)
    whole = g_strdup_printf ("%s\n%s", sentence, _ ("There are backups: going back to one keeps this file beside it."));
  g_autofree char *plain = g_markup_escape_text (whole != NULL ? whole : sentence, -1);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, plain);
  gtk_widget_set_visible (self->restore_button, (helps & FOOTHOLD_HELPS_RESTORE) != 0);
  gtk_widget_set_visible (self->salvage_button, (helps & FOOTHOLD_HELPS_SALVAGE) != 0);
  gtk_widget_set_visible (self->retry_button, (helps & FOOTHOLD_HELPS_RETRY) != 0);
  gtk_widget_set_visible (self->copy_button, (helps & FOOTHOLD_HELPS_COPY) != 0);
  suggest_first (self);
  return GTK_WIDGET (self);
}

static void
foothold_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (foothold_trouble_page_parent_class)->dispose (object);
}

static void
foothold_trouble_page_finalize (GObject *object)
{
  g_free (FOOTHOLD_TROUBLE_PAGE (object)->dir);
  G_OBJECT_CLASS (foothold_trouble_page_parent_class)->finalize (object);
}

static void
foothold_trouble_page_class_init (FootholdTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = foothold_trouble_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_trouble_page_finalize;
  signals[RETRY] =
    g_signal_new ("retry", FOOTHOLD_TYPE_TROUBLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTORE] =
    g_signal_new ("restore", FOOTHOLD_TYPE_TROUBLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SALVAGE] =
    g_signal_new ("salvage", FOOTHOLD_TYPE_TROUBLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdTroublePage, copy_button);
  gtk_widget_class_install_action (widget_class, "trouble.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "trouble.salvage", NULL, salvage);
  gtk_widget_class_install_action (widget_class, "trouble.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "trouble.save-copy", NULL, save_copy);
}

static void
foothold_trouble_page_init (FootholdTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
