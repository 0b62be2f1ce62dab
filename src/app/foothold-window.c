// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The window follows the session: opening, first start, the views, or why the data cannot be opened. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "store/foothold-location.h"
#include "views/board/foothold-board-view.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FootholdWindow, foothold_window, ADW_TYPE_APPLICATION_WINDOW)

static void
store_changed (FootholdWindow *self, const FootholdChanges *changes)
{
  self->told = FOOTHOLD_DB_ERROR_FAILED;
  foothold_window_count_waiting (self);
  if (self->searches != NULL && foothold_changes_has_table (changes, "saved_search"))
    foothold_window_load_searches (self);
  else
    foothold_window_count_searches (self);
}

static void
read_only_changed (FootholdWindow *self)
{
  foothold_window_update_actions (self);
  foothold_window_update_banner (self);
}

/*
 * One alert a reason. A full disk is the reason of all else and takes the place of what is said; nothing takes its
 * place. Who has closed the alert reads about the next change that is refused in a toast of the view that asked.
 */
static void
say_refused (FootholdWindow *self, const GError *error)
{
  FootholdDbError reason = (FootholdDbError) error->code;
  gboolean full = reason == FOOTHOLD_DB_ERROR_FULL;
  if (self->alert != NULL || reason != self->told)
    foothold_toaster_told (self->toast_overlay, error);
  if (reason == self->told || (self->alert != NULL && !full))
    return;
  if (self->alert != NULL)
    adw_dialog_force_close (self->alert);
  g_clear_weak_pointer (&self->alert);

  g_autofree char *sentence = foothold_text_visible (error->message, FALSE);
  AdwDialog *alert = adw_alert_dialog_new (foothold_trouble_get_title (foothold_trouble_get (reason)), NULL);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (alert), sentence);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  g_set_weak_pointer (&self->alert, alert);
  self->told = reason;
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* Errors that concern the data as a whole; the view that asked says what became of its change. */
static void
store_refused (FootholdWindow *self, const GError *error)
{
  const FootholdTrouble *trouble = foothold_trouble_of (error);

  if (g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MOVED))
    {
      self->moved = TRUE;
      foothold_toaster_told (self->toast_overlay, error);
      foothold_window_update_banner (self);
    }
  else if (trouble != NULL && trouble->alerts)
    {
      say_refused (self, error);
    }
}

static void
profile_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foothold_store_load_rows_finish (FOOTHOLD_STORE (source), result, &error);

  if (FOOTHOLD_STORE (source) != self->store)
    return;
  /* A first start is one without a profile. If reading fails the views will say so where it shows. */
  if (rows != NULL && rows->len == 0 && !foothold_store_get_read_only (self->store)
      && !foothold_session_is_sample (self->session))
    foothold_window_show_welcome (self);
  else if (foothold_session_is_sample (self->session) && rows != NULL && rows->len == 0)
    foothold_window_fill_sample (self);
  else
    foothold_window_show_board (self);
}

/* Asking the file system may take long where it is another machine's. */
static void
look_at_location (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, foothold_location_dup_warning (task_data), g_free);
}

static void
location_looked_at (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (source);
  g_autofree char *warning = g_task_propagate_pointer (G_TASK (result), NULL);
  if (warning == NULL || self->store == NULL)
    return;
  g_set_str (&self->location_warning, warning);
  foothold_window_update_banner (self);
}

/* Once for each place: who has read it need not read it at every start. */
static void
watch_location (FootholdWindow *self)
{
  const char *dir = foothold_session_get_dir (self->session);
  g_autofree char *known = self->settings == NULL ? NULL : g_settings_get_string (self->settings, "known-location");
  if (foothold_session_is_sample (self->session) || g_strcmp0 (known, dir) == 0)
    return;
  g_autoptr (GTask) task = g_task_new (self, self->opening, location_looked_at, NULL);
  g_task_set_source_tag (task, watch_location);
  g_task_set_task_data (task, g_strdup (dir), g_free);
  g_task_run_in_thread (task, look_at_location);
}

static void
set_store (FootholdWindow *self, FootholdStore *store)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_set_object (&self->store, store);
  self->moved = FALSE;
  self->told = FOOTHOLD_DB_ERROR_FAILED;
  g_clear_pointer (&self->location_warning, g_free);
  g_signal_group_set_target (self->store_signals, store);
  foothold_window_update_actions (self);
  foothold_window_update_banner (self);
  if (store == NULL)
    return;
  self->opening = g_cancellable_new ();
  watch_location (self);
  foothold_store_load_rows_async (store, &foothold_profile_row_type, self->opening, profile_loaded,
                                  g_object_ref (self));
}

static void
session_changed (FootholdWindow *self)
{
  switch (foothold_session_get_state (self->session))
    {
    case FOOTHOLD_SESSION_CLOSED:
      foothold_window_drop_pages (self);
      set_store (self, NULL);
      break;
    case FOOTHOLD_SESSION_OPENING:
      foothold_window_show_loading (self);
      break;
    case FOOTHOLD_SESSION_OPEN:
      if (self->painted)
        set_store (self, foothold_session_get_store (self->session));
      break;
    case FOOTHOLD_SESSION_FAILED:
      foothold_window_show_trouble (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A window that stands there at once, then what is in it: nothing is built before the first frame that is not in it. */
static void
first_frame_painted (FootholdWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_painted, self);
  self->painted = TRUE;
  if (foothold_session_get_state (self->session) == FOOTHOLD_SESSION_OPEN)
    session_changed (self);
}

static void
foothold_window_realize (GtkWidget *widget)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (widget);
  GTK_WIDGET_CLASS (foothold_window_parent_class)->realize (widget);
  if (!self->painted)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (first_frame_painted), self,
                             G_CONNECT_SWAPPED);
}

void
foothold_window_flush (FootholdWindow *self)
{
  foothold_window_save_state (self);
  /* Editors save when they lose the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->board != NULL)
    foothold_board_view_flush (FOOTHOLD_BOARD_VIEW (self->board));
}

static gboolean
foothold_window_close_request (GtkWindow *window)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (window);
  foothold_window_flush (self);
  return GTK_WINDOW_CLASS (foothold_window_parent_class)->close_request (window);
}

FootholdWindow *
foothold_window_new (GtkApplication *application, FootholdSession *session, GSettings *settings)
{
  FootholdWindow *self = g_object_new (FOOTHOLD_TYPE_WINDOW, "application", application, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->settings, settings);
  foothold_window_init_state (self);
  foothold_window_init_navigation (self);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  session_changed (self);
  return self;
}

static void
foothold_window_dispose (GObject *object)
{
  FootholdWindow *self = FOOTHOLD_WINDOW (object);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_handle_id (&self->waiting_timeout, g_source_remove);
  g_clear_weak_pointer (&self->alert);
  g_clear_object (&self->clock);
  foothold_window_drop_searches (self);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->open_files, g_ptr_array_unref);
  g_clear_pointer (&self->location_warning, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_WINDOW);
  g_clear_pointer (&self->made_pages, g_hash_table_unref);
  G_OBJECT_CLASS (foothold_window_parent_class)->dispose (object);
}

static void
foothold_window_class_init (FootholdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = foothold_window_dispose;
  widget_class->realize = foothold_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = foothold_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foothold_app/Foothold/ui/foothold-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdWindow, loading_revealer);
  foothold_window_install_actions (widget_class);
  foothold_window_install_restore (widget_class);
  foothold_window_install_navigation (widget_class);
  foothold_window_install_pages (widget_class);
}

static void
foothold_window_init (FootholdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_menu (self->menu_button, G_MENU_MODEL (self->primary_menu));
  self->open_files = g_ptr_array_new_with_free_func (g_object_unref);
  self->store_signals = g_signal_group_new (FOOTHOLD_TYPE_STORE);
  g_signal_group_connect_object (self->store_signals, "changed", G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->store_signals, "notify::read-only", G_CALLBACK (read_only_changed), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->store_signals, "refused", G_CALLBACK (store_refused), self, G_CONNECT_SWAPPED);
  foothold_window_init_actions (self);
  foothold_window_init_ways_in (self);
}
