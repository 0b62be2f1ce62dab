// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How the window was left: size, sidebar, view. What is open in a view is kept by the navigation. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include "views/board/foothold-board-view.h"

void
foothold_window_init_state (FootholdWindow *self)
{
  if (self->settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1180, 760);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_overlay_split_view_set_show_sidebar (self->split_view, g_settings_get_boolean (self->settings, "sidebar-shown"));
}

void
foothold_window_save_state (FootholdWindow *self)
{
  if (self->settings == NULL)
    return;
  int width, height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized && width >= 360 && height >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  /* A narrow window hides the sidebar by itself; that says nothing about what the person wants. */
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    g_settings_set_boolean (self->settings, "sidebar-shown",
                            adw_overlay_split_view_get_show_sidebar (self->split_view));
  /* A saved search belongs to the data, not to the settings. */
  const char *view = foothold_window_get_view (self);
  g_settings_set_string (self->settings, "view", foothold_window_is_search (view) ? "board" : view);
  if (self->board != NULL && !foothold_session_is_sample (self->session))
    g_settings_set_int64 (self->settings, "opportunity",
                          foothold_board_view_get_opened (FOOTHOLD_BOARD_VIEW (self->board)));
}
