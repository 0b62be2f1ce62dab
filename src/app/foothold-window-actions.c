// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What can be asked of the window as a whole. What belongs to a view is an action of that view. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "app/foothold-about.h"
#include "app/foothold-preferences.h"
#include "store/foothold-save-copy.h"
#include "views/board/foothold-board-view.h"
#include "views/export/foothold-export-dialog.h"
#include "views/profile/foothold-profile-dialog.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>
#include <string.h>

/* Says what was undone or done again: @sentence has one %s for it. @undoable: whether the toast offers to undo that. */
G_GNUC_PRINTF (3, 0)
static void
tell_undone (FootholdWindow *self, GAsyncResult *result, const char *sentence, gboolean undoable)
{
  g_autoptr (FootholdStore) store = FOOTHOLD_STORE (g_async_result_get_source_object (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = foothold_store_undo_finish (store, result, &error);

  if (store != self->store)
    return;
  if (label != NULL)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *text = g_strdup_printf (sentence, label);
#pragma GCC diagnostic pop

      foothold_toast (GTK_WIDGET (self->overlay), text, undoable);
    }
  else if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self->overlay), error);
}

/* One action is undone at a time: a second Ctrl+Z while the first is on its way would ask for the same one. */
static void
undo_finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;

  /* Translators: said after an undo; %s is what was undone, as in "Drop 3 Opportunities" */
  tell_undone (self, result, _ ("Undone: %s"), FALSE);
}

static void
redo_finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;

  /* Translators: said after a redo; %s is what was done again, as in "Drop 3 Opportunities" */
  tell_undone (self, result, _ ("Done again: %s"), TRUE);
}

/* What is taken back now is done again before what the field with the focus took back itself before that. */
static void
forget_older (FootholdWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (GTK_IS_TEXT_VIEW (focus) && !gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus))))
    foothold_typing_forget (focus);
}

static void
undo_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (self->store == NULL || foothold_store_get_undo_label (self->store) == NULL)
    return;
  forget_older (self);
  foothold_store_undo_async (self->store, NULL, undo_finished, g_object_ref (self));
}

static void
redo_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (self->store == NULL || foothold_store_get_redo_label (self->store) == NULL)
    return;
  foothold_store_redo_async (self->store, NULL, redo_finished, g_object_ref (self));
}

static void
sidebar_toggled (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  gboolean shown = !adw_overlay_split_view_get_show_sidebar (self->split_view);
  adw_overlay_split_view_set_show_sidebar (self->split_view, shown);
  if (shown)
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

/* The menu is in the sidebar; where that is hidden it comes out first. */
static void
menu_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->split_view))
    return;
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

static void
preferences_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  adw_dialog_present (foothold_preferences_new (self->settings, self->session), widget);
}

static void
profile_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (self->store != NULL)
    adw_dialog_present (foothold_profile_dialog_new (self->store), widget);
}

/* What belongs to the board brings it. */
static void
show_board_for (FootholdWindow *self)
{
  if (foothold_window_is_page (foothold_window_get_view (self)))
    foothold_window_show_view (self, "board");
}

static void
search_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  FootholdPage *page = foothold_window_get_shown_page (self);

  if (self->board == NULL || (page != NULL && foothold_page_search (page)))
    return;
  show_board_for (self);
  gtk_widget_activate_action (self->board, "board.search", NULL);
}

/* One more of what is shown, wherever the keys are. */
static void
new_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  FootholdPage *page = foothold_window_get_shown_page (self);

  if (page == NULL || !foothold_page_add (page))
    foothold_window_add_opportunity (self);
}

/* Wherever the keys are, in the sidebar too. */
static void
layout_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  FootholdPage *page = foothold_window_get_shown_page (self);
  const gboolean table = g_str_equal (action, "win.table");

  if (self->board == NULL || (page != NULL && foothold_page_set_table (page, table)))
    return;
  show_board_for (self);
  g_object_set (self->board, "table", table, NULL);
}

/* What is picked, wherever the keys are. */
static void
picked_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (self->board != NULL)
    gtk_widget_activate_action (self->board, g_str_equal (action, "win.compare") ? "board.compare" : "board.merge",
                                NULL);
}

/* Leaving the sample: one's own data opens, with the first start if there was none yet. */
static void
start_own_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foothold_session_open (FOOTHOLD_WINDOW (widget)->session, FALSE);
}

/* What could not be opened, or only be read, may be better by now. */
static void
reopen_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdSession *session = FOOTHOLD_WINDOW (widget)->session;
  foothold_session_open (session, foothold_session_is_sample (session));
}

/* Export */

static void
folder_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    foothold_toast (GTK_WIDGET (FOOTHOLD_WINDOW (self)->overlay), _ ("No program on this computer can show folders"),
                    FALSE);
}

static void
open_folder_clicked (AdwToast *toast, FootholdWindow *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));
  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL, folder_shown, g_object_ref (self));
}

static void
exported (AdwDialog *dialog, GFile *file, guint n_missing, FootholdWindow *self)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text =
    n_missing == 0
      ? g_strdup_printf (_ ("Exported to “%s”"), name)
      : g_strdup_printf (ngettext ("Exported to “%s”; %u attached file was damaged and left out",
                                   "Exported to “%s”; %u attached files were damaged and left out", n_missing),
                         name, n_missing);
  AdwToast *toast = foothold_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Open Folder"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_folder_clicked), self, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
export_failed (FootholdWindow *self, const GError *error)
{
  foothold_toast_error (GTK_WIDGET (self->overlay), error);
}

static void
export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  if (self->store == NULL)
    return;
  AdwDialog *dialog = foothold_export_dialog_new (self->store);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported), self, 0);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (export_failed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* A copy of data whose file went away */

static void
copy_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  if (foothold_store_save_copy_finish (FOOTHOLD_STORE (source), result, &error))
    foothold_toast (GTK_WIDGET (self->overlay), _ ("Copy saved"), FALSE);
  else
    foothold_toast_error (GTK_WIDGET (self->overlay), error);
}

static void
copy_place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GFile) place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *path = place == NULL ? NULL : g_file_peek_path (place);
  if (path != NULL && self->store != NULL)
    foothold_store_save_copy_async (self->store, path, NULL, copy_saved, g_object_ref (self));
  else if (place != NULL)
    foothold_toast (GTK_WIDGET (self->overlay), _ ("A copy can only be saved in a folder on this computer"), FALSE);
}

static void
save_copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, "foothold-copy.db");
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, copy_place_chosen, g_object_ref (widget));
}

static void
about_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (foothold_about_new (FOOTHOLD_WINDOW (widget)->session), widget);
}

/* What leads on is to the left where one reads from right to left; the window says the arrow that one presses there. */
static void
mirror_arrows (GtkBuilder *builder)
{
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);

  for (GSList *item = objects; item != NULL; item = item->next)
    {
      const char *keys = GTK_IS_SHORTCUT_LABEL (item->data) ? gtk_shortcut_label_get_accelerator (item->data) : NULL;
      const char *from = keys != NULL && g_str_has_suffix (keys, ">Left") ? "Left" : "Right";
      g_autofree char *before = NULL;
      g_autofree char *mirrored = NULL;

      if (keys == NULL || !g_str_has_suffix (keys, from))
        continue;
      before = g_strndup (keys, strlen (keys) - strlen (from));
      mirrored = g_strconcat (before, g_str_equal (from, "Left") ? "Right" : "Left", NULL);
      gtk_shortcut_label_set_accelerator (item->data, mirrored);
    }
}

static void
shortcuts_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/foothold_app/Foothold/ui/shortcuts.ui");

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    mirror_arrows (builder);
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts_dialog")), widget);
}

static void
help_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const char *page = focus != NULL ? foothold_help_find_page (focus) : NULL;
  const char *shown = gtk_stack_get_visible_child (self->pages) == self->welcome && self->welcome != NULL
                        ? "first-start"
                      : self->trouble != NULL                        ? "restore"
                      : foothold_window_get_page_help (self) != NULL ? foothold_window_get_page_help (self)
                                                                     : "board";
  foothold_help_show (widget, page != NULL ? page : shown);
}

static void
import_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foothold_window_choose_files (FOOTHOLD_WINDOW (widget));
}

static void
import_folder_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foothold_window_choose_folder (FOOTHOLD_WINDOW (widget));
}

static void
paste_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foothold_window_paste (FOOTHOLD_WINDOW (widget));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* (nullable): what @get says of @store, for a menu */
static char *
dup_label (FootholdStore *store, const char *(*get) (FootholdStore *) )
{
  const char *label = store != NULL ? get (store) : NULL;

  return label != NULL ? foothold_menu_dup_label (label) : NULL;
}

static void
update_undo_menu (FootholdWindow *self)
{
  g_autofree char *undo = dup_label (self->store, foothold_store_get_undo_label);
  g_autofree char *redo = dup_label (self->store, foothold_store_get_redo_label);
  gboolean writable = self->store != NULL && !foothold_store_get_read_only (self->store);

  g_menu_remove_all (self->undo_section);
  /* Translators: %s is an action, as in "Drop 3 Opportunities" */
  g_autofree char *undo_text = undo == NULL ? g_strdup (_ ("_Undo")) : g_strdup_printf (_ ("_Undo %s"), undo);
  /* Translators: %s is an action, as in "Drop 3 Opportunities" */
  g_autofree char *redo_text = redo == NULL ? g_strdup (_ ("_Redo")) : g_strdup_printf (_ ("_Redo %s"), redo);
  append_item (self->undo_section, undo_text, "win.undo", "<Control>z");
  append_item (self->undo_section, redo_text, "win.redo", "<Shift><Control>z");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", writable && undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", writable && redo != NULL);
}

void
foothold_window_update_actions (FootholdWindow *self)
{
  gboolean open = self->store != NULL;
  gboolean writable = open && !foothold_store_get_read_only (self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.profile", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare", self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge", writable && self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cards", self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.table", self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-folder", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", open);
  update_undo_menu (self);
}

static void
undo_step_changed (FootholdWindow *self)
{
  foothold_toaster_forget_undo (GTK_WIDGET (self));
}

void
foothold_window_init_actions (FootholdWindow *self)
{
  g_signal_group_connect_object (self->store_signals, "notify::undo-label", G_CALLBACK (update_undo_menu), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->store_signals, "notify::redo-label", G_CALLBACK (update_undo_menu), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->store_signals, "notify::undo-step", G_CALLBACK (undo_step_changed), self,
                                 G_CONNECT_SWAPPED);
  foothold_window_update_actions (self);
}

void
foothold_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, sidebar_toggled);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_activated);
  gtk_widget_class_install_action (widget_class, "win.profile", NULL, profile_activated);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, picked_activated);
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, picked_activated);
  gtk_widget_class_install_action (widget_class, "win.cards", NULL, layout_activated);
  gtk_widget_class_install_action (widget_class, "win.table", NULL, layout_activated);
  gtk_widget_class_install_action (widget_class, "win.start-own", NULL, start_own_activated);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, reopen_activated);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_activated);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_activated);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_activated);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_activated);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder_activated);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_activated);

  /* Bindings of the class, not accelerators of the application: an entry with the focus takes these keys first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}
