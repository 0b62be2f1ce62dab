// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How the window was left: size, sidebar, view, and what was open in each. */

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

/* What was open belongs to the person's own data; the sample begins afresh. */
static gboolean
keeps_opened (FootholdWindow *self)
{
  return self->settings != NULL && !foothold_session_is_sample (self->session);
}

char *
foothold_window_dup_opened (FootholdWindow *self, const char *view)
{
  g_autoptr (GVariant) all = keeps_opened (self) ? g_settings_get_value (self->settings, "opened") : NULL;
  char *opened = NULL;

  if (all != NULL)
    g_variant_lookup (all, view, "s", &opened);
  return opened;
}

/* (transfer full): NULL for nothing */
static char *
dup_board_opened (FootholdWindow *self)
{
  const gint64 id = foothold_board_view_get_opened (FOOTHOLD_BOARD_VIEW (self->board));

  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

/* Of a view that was not looked at this time what was open before stays. */
static void
save_opened (FootholdWindow *self)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "opened");
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter old;
  GHashTableIter iter;
  gpointer view, page, opened;

  g_variant_iter_init (&old, before);
  while (g_variant_iter_next (&old, "{ss}", &view, &opened))
    g_hash_table_insert (all, view, opened);
  if (self->board != NULL)
    g_hash_table_insert (all, g_strdup ("board"), dup_board_opened (self));
  g_hash_table_iter_init (&iter, self->made_pages);
  while (g_hash_table_iter_next (&iter, &view, &page))
    g_hash_table_insert (all, g_strdup (view), foothold_page_dup_opened (page));

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &view, &opened))
    if (opened != NULL)
      g_variant_builder_add (&builder, "{ss}", view, opened);
  g_settings_set_value (self->settings, "opened", g_variant_builder_end (&builder));
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
  if (keeps_opened (self))
    save_opened (self);
}
