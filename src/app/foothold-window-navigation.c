// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The sidebar and what it shows. Views are built when they are first needed, never before the first frame. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "store/foothold-waiting.h"
#include "views/board/foothold-board-view.h"
#include "views/restore/foothold-trouble-page.h"
#include "views/welcome/foothold-welcome-view.h"

#include <glib/gi18n.h>

/* What takes longer than this gets a spinner; anything shorter would only flicker. */
#define LOADING_PATIENCE_MS 200
/* Many changes in a row are counted once. */
#define WAITING_DELAY_MS 250
/* An application window that ends within a week wants a decision. */
#define WAITING_DAYS 7

static const struct
{
  const char *view, *show, *title, *icon_name;
  gboolean nested;
} views[] = {
  { "board", "open", N_ ("Board"), "foothold-board-symbolic", FALSE },
  { "starred", "starred", N_ ("Starred"), "foothold-star-symbolic", TRUE },
  { "dropped", "dropped", N_ ("Dropped"), "foothold-drop-symbolic", TRUE },
  { "archived", "archived", N_ ("Archived"), "foothold-archive-symbolic", TRUE },
};

const char *
foothold_window_get_view (FootholdWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sidebar);
  return row == NULL ? "board" : foothold_sidebar_row_get_view (FOOTHOLD_SIDEBAR_ROW (row));
}

FootholdSidebarRow *
foothold_window_find_row (FootholdWindow *self, const char *view)
{
  GtkListBoxRow *row;

  for (int i = 0; self->sidebar != NULL && (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_strcmp0 (foothold_sidebar_row_get_view (FOOTHOLD_SIDEBAR_ROW (row)), view) == 0)
      return FOOTHOLD_SIDEBAR_ROW (row);

  return NULL;
}

void
foothold_window_show_view (FootholdWindow *self, const char *view)
{
  FootholdSidebarRow *row = foothold_window_find_row (self, view);

  if (row != NULL)
    gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (row));
}

int
foothold_window_get_searches_position (FootholdWindow *self)
{
  FootholdSidebarRow *last = foothold_window_find_row (self, views[G_N_ELEMENTS (views) - 1].view);

  return last != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (last)) + 1 : 0;
}

void
foothold_window_show_board_page (FootholdWindow *self)
{
  if (self->board != NULL)
    gtk_stack_set_visible_child (self->view_stack, self->board);
}

static void
row_selected (FootholdWindow *self)
{
  /* The list deselects while it is taken apart. */
  if (self->sidebar == NULL || self->board == NULL || self->filling)
    return;
  const char *view = foothold_window_get_view (self);
  if (foothold_window_is_page (view))
    {
      foothold_window_show_page (self, view);
      return;
    }
  foothold_window_show_board_page (self);
  if (foothold_window_is_search (view))
    {
      self->searching = TRUE;
      foothold_window_open_search (self, view);
      return;
    }
  /* The words of a saved search leave with it. */
  if (self->searching)
    foothold_board_view_search (FOOTHOLD_BOARD_VIEW (self->board), "");
  self->searching = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].view, view))
      g_object_set (self->board, "show", views[i].show, NULL);
}

static void
row_activated (FootholdWindow *self)
{
  /* Where the sidebar lies over the view it has done its work: the keys go on in what was chosen. */
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    return;
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (foothold_window_is_page (foothold_window_get_view (self)))
    foothold_window_show_page (self, foothold_window_get_view (self));
  else if (self->board != NULL)
    foothold_board_view_show_list (FOOTHOLD_BOARD_VIEW (self->board));
}

/* The board can be asked to show something else by itself ("All" in its menu): the sidebar then follows. */
static void
board_show_changed (FootholdWindow *self)
{
  g_autofree char *show = NULL;
  g_object_get (self->board, "show", &show, NULL);
  if (foothold_window_is_page (foothold_window_get_view (self)))
    return;
  if (foothold_window_is_search (foothold_window_get_view (self)) && g_strcmp0 (show, "open") == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].show, show) == 0)
      foothold_window_show_view (self, views[i].view);
}

static void
board_opened (FootholdWindow *self)
{
  if (foothold_window_is_page (foothold_window_get_view (self)))
    foothold_window_show_view (self, "board");
}

/* Counting what waits */

static void
waiting_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWindow) self = user_data;
  gssize n = foothold_store_count_waiting_finish (FOOTHOLD_STORE (source), result, NULL);
  FootholdSidebarRow *row = foothold_window_find_row (self, "board");
  if (n >= 0 && row != NULL && FOOTHOLD_STORE (source) == self->store)
    foothold_sidebar_row_set_waiting (row, (guint) n);
}

static gboolean
count_waiting (gpointer user_data)
{
  FootholdWindow *self = user_data;
  self->waiting_timeout = 0;
  if (self->store == NULL)
    return G_SOURCE_REMOVE;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) end = g_date_time_add_days (now, WAITING_DAYS);
  g_autofree char *first = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *last = g_date_time_format (end, "%Y-%m-%d");
  foothold_store_count_waiting_async (self->store, first, last, NULL, waiting_counted, g_object_ref (self));
  foothold_window_count_in_pages (self);
  return G_SOURCE_REMOVE;
}

void
foothold_window_count_waiting (FootholdWindow *self)
{
  if (self->waiting_timeout == 0)
    self->waiting_timeout = g_timeout_add (WAITING_DELAY_MS, count_waiting, self);
}

/* Pages */

static gboolean
loading_takes_long (gpointer user_data)
{
  FootholdWindow *self = user_data;
  self->loading_timeout = 0;
  gtk_revealer_set_reveal_child (self->loading_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

void
foothold_window_show_loading (FootholdWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "main");
  gtk_stack_set_visible_child_name (self->view_stack, "loading");
  if (self->loading_timeout == 0)
    self->loading_timeout = g_timeout_add (LOADING_PATIENCE_MS, loading_takes_long, self);
}

static void
loading_done (FootholdWindow *self)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->loading_revealer, FALSE);
}

/* The icon has the bar where the sidebar is; the theme turns only icons that it has a second of. */
static void
show_sidebar_side (GtkWidget *button)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), gtk_widget_get_direction (button) == GTK_TEXT_DIR_RTL
                                                   ? "foothold-sidebar-end-symbolic"
                                                   : "foothold-sidebar-symbolic");
}

GtkWidget *
foothold_window_new_sidebar_button (FootholdWindow *self)
{
  GtkWidget *button = gtk_button_new ();
  g_signal_connect (button, "direction-changed", G_CALLBACK (show_sidebar_side), NULL);
  show_sidebar_side (button);
  gtk_widget_set_tooltip_text (button, _ ("Show Sidebar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show Sidebar"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.toggle-sidebar");
  g_object_bind_property (self->split_view, "show-sidebar", button, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return button;
}

static void
day_changed (FootholdWindow *self)
{
  foothold_window_count_waiting (self);
  foothold_window_count_searches (self);
  if (self->board != NULL)
    foothold_board_view_begin_day (FOOTHOLD_BOARD_VIEW (self->board));
  foothold_window_begin_day_in_pages (self);
}

void
foothold_window_show_board (FootholdWindow *self)
{
  loading_done (self);
  if (self->board == NULL)
    {
      FootholdBoardView *board = FOOTHOLD_BOARD_VIEW (foothold_board_view_new (self->store));
      self->board = GTK_WIDGET (board);
      adw_header_bar_pack_start (foothold_board_view_get_header_bar (board), foothold_window_new_sidebar_button (self));
      if (self->settings != NULL)
        {
          /* Where settings cannot be written the board must not be locked for it. */
          g_settings_bind (self->settings, "reversed-orders", board, "reversed-orders",
                           G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
          g_settings_bind (self->settings, "order", board, "order",
                           G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
          g_settings_bind (self->settings, "columns", board, "columns",
                           G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
          g_settings_bind (self->settings, "table", board, "table",
                           G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
        }
      g_autofree char *opened = foothold_window_dup_opened (self, "board");
      if (opened != NULL)
        foothold_board_view_open (board, g_ascii_strtoll (opened, NULL, 10));
      gtk_stack_add_named (self->view_stack, self->board, "board");
      row_selected (self);
      g_signal_connect_object (board, "notify::show", G_CALLBACK (board_show_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (board, "posting-pasted", G_CALLBACK (foothold_window_paste_found), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (board, "opened", G_CALLBACK (board_opened), self, G_CONNECT_SWAPPED);
    }
  /* Nothing is left behind that would have to fade. */
  if (!foothold_window_is_page (foothold_window_get_view (self)))
    gtk_stack_set_visible_child_full (self->view_stack, "board", GTK_STACK_TRANSITION_TYPE_NONE);
  gtk_stack_set_visible_child_name (self->pages, "main");
  foothold_window_update_actions (self);
  foothold_window_count_waiting (self);
  foothold_window_load_searches (self);
  if (self->clock == NULL)
    {
      self->clock = foothold_clock_new (self->store, NULL);
      g_signal_connect_object (self->clock, "day-changed", G_CALLBACK (day_changed), self, G_CONNECT_SWAPPED);
    }
  if (self->add_asked)
    {
      self->add_asked = FALSE;
      foothold_board_view_add (FOOTHOLD_BOARD_VIEW (self->board));
    }
  foothold_window_open_asked_due (self);
  foothold_window_import_pending (self);
}

static void
welcome_finished (FootholdWindow *self)
{
  foothold_window_show_board (self);
}

static void
welcome_sample (FootholdWindow *self)
{
  foothold_session_open (self->session, TRUE);
}

void
foothold_window_show_welcome (FootholdWindow *self)
{
  loading_done (self);
  if (self->welcome == NULL)
    {
      self->welcome = foothold_welcome_view_new (self->store);
      g_signal_connect_object (self->welcome, "finished", G_CALLBACK (welcome_finished), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->welcome, "sample", G_CALLBACK (welcome_sample), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, self->welcome, "welcome");
    }
  gtk_stack_set_visible_child (self->pages, self->welcome);
}

static void
trouble_retry (FootholdWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reopen", NULL);
}

static void
trouble_restore (FootholdWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.backups", NULL);
}

static void
trouble_salvage (FootholdWindow *self)
{
  foothold_window_salvage (self);
}

void
foothold_window_show_trouble (FootholdWindow *self)
{
  loading_done (self);
  g_return_if_fail (self->trouble == NULL);
  self->trouble =
    foothold_trouble_page_new (foothold_session_get_error (self->session), foothold_session_get_dir (self->session));
  g_signal_connect_object (self->trouble, "retry", G_CALLBACK (trouble_retry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "salvage", G_CALLBACK (trouble_salvage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trouble, "restore", G_CALLBACK (trouble_restore), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, self->trouble, "trouble");
  gtk_stack_set_visible_child (self->pages, self->trouble);
}

void
foothold_window_drop_pages (FootholdWindow *self)
{
  g_clear_object (&self->clock);
  foothold_window_drop_searches (self);
  gtk_stack_set_visible_child_name (self->pages, "main");
  gtk_stack_set_visible_child_name (self->view_stack, "loading");
  if (self->board != NULL)
    {
      foothold_board_view_flush (FOOTHOLD_BOARD_VIEW (self->board));
      gtk_stack_remove (self->view_stack, self->board);
    }
  self->board = NULL;
  foothold_window_drop_made_pages (self);
  if (self->welcome != NULL)
    gtk_stack_remove (self->pages, self->welcome);
  self->welcome = NULL;
  if (self->trouble != NULL)
    gtk_stack_remove (self->pages, self->trouble);
  self->trouble = NULL;
}

/* The banner says what lasts: sample data, write-protected data, a file that was moved away, a place that is risky. */

static void
banner_clicked (FootholdWindow *self)
{
  if (self->moved)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  else if (self->store != NULL && foothold_store_get_read_only (self->store))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reopen", NULL);
  else if (foothold_session_is_sample (self->session))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-own", NULL);
  else if (self->location_warning != NULL)
    {
      g_clear_pointer (&self->location_warning, g_free);
      if (self->settings != NULL)
        g_settings_set_string (self->settings, "known-location", foothold_session_get_dir (self->session));
      foothold_window_update_banner (self);
    }
}

/* Most windows never have one. */
static void
ensure_banner (FootholdWindow *self)
{
  if (self->banner != NULL)
    return;

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (banner_clicked), self, G_CONNECT_SWAPPED);
  adw_toolbar_view_add_bottom_bar (self->frame, GTK_WIDGET (self->banner));
}

static gboolean
is_main_page (FootholdWindow *self)
{
  return gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->split_view);
}

void
foothold_window_update_banner (FootholdWindow *self)
{
  const char *title = NULL, *button = NULL;
  if (self->moved)
    {
      title = foothold_trouble_get_banner (foothold_trouble_get (FOOTHOLD_DB_ERROR_MOVED));
      button = _ ("_Save a Copy…");
    }
  else if (self->store != NULL && foothold_store_get_read_only (self->store))
    {
      title = foothold_trouble_get_banner (foothold_trouble_get (FOOTHOLD_DB_ERROR_READ_ONLY));
      button = _ ("_Try Again");
    }
  else if (foothold_session_is_sample (self->session))
    {
      title = _ ("You are looking at sample data");
      button = _ ("Start My _Own");
    }
  else if (self->location_warning != NULL)
    {
      title = self->location_warning;
      button = _ ("_Got It");
    }
  if (title == NULL && self->banner == NULL)
    return;
  ensure_banner (self);
  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, title != NULL && is_main_page (self));
}

void
foothold_window_add_opportunity (FootholdWindow *self)
{
  if (self->board != NULL && is_main_page (self))
    {
      if (foothold_window_is_page (foothold_window_get_view (self)))
        foothold_window_show_view (self, "board");
      foothold_board_view_add (FOOTHOLD_BOARD_VIEW (self->board));
    }
  else
    self->add_asked = TRUE;
}

static void
page_changed (FootholdWindow *self)
{
  if (self->session != NULL)
    foothold_window_update_banner (self);
}

void
foothold_window_init_navigation (FootholdWindow *self)
{
  self->made_pages = g_hash_table_new (g_str_hash, g_str_equal);
  foothold_window_add_page_rows (self, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_list_box_append (self->sidebar, foothold_sidebar_row_new (views[i].view, _ (views[i].title), views[i].icon_name,
                                                                  views[i].nested));
  foothold_window_add_page_rows (self, FALSE);
  g_autofree char *view = self->settings == NULL ? g_strdup ("board") : g_settings_get_string (self->settings, "view");
  foothold_window_show_view (self, view);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (page_changed), self, G_CONNECT_SWAPPED);
}

void
foothold_window_install_navigation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}
