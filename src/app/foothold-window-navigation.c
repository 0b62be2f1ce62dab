// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The sidebar and what it shows. Views are built when they are first needed, never before the first frame. */

#define G_LOG_DOMAIN "foothold-window"

#include "foothold-window-private.h"

#include <glib/gi18n.h>

/* What takes longer than this gets a spinner; anything shorter would only flicker. */
#define LOADING_PATIENCE_MS 200

static const struct
{
  const char *view, *title, *icon_name;
  gboolean nested;
} views[] = {
  { "board", N_ ("Board"), "foothold-board-symbolic", FALSE },
    { "starred", N_ ("Starred"), "foothold-star-symbolic", TRUE },
      { "dropped", N_ ("Dropped"), "foothold-drop-symbolic", TRUE },
        { "archived", N_ ("Archived"), "foothold-archive-symbolic", TRUE },
      };

const char *
foothold_window_get_view (FootholdWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sidebar);
  return row == NULL ? "board" : foothold_sidebar_row_get_view (FOOTHOLD_SIDEBAR_ROW (row));
}

void
foothold_window_show_view (FootholdWindow *self, const char *view)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].view, view))
      gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, i));
}

static void
row_selected (FootholdWindow *self)
{
  /* The list deselects while it is taken apart. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  foothold_window_update_banner (self);
}

static void
row_activated (FootholdWindow *self)
{
  /* Where the sidebar lies over the view it has done its work. */
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

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

void
foothold_window_show_board (FootholdWindow *self)
{
  loading_done (self);
  gtk_stack_set_visible_child_name (self->pages, "main");
}

void
foothold_window_drop_pages (FootholdWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "main");
  gtk_stack_set_visible_child_name (self->view_stack, "loading");
  if (self->board != NULL)
    gtk_stack_remove (self->view_stack, self->board);
  self->board = NULL;
  if (self->welcome != NULL)
    gtk_stack_remove (self->pages, self->welcome);
  self->welcome = NULL;
  if (self->trouble != NULL)
    gtk_stack_remove (self->pages, self->trouble);
  self->trouble = NULL;
}

void
foothold_window_init_navigation (FootholdWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_list_box_append (self->sidebar, foothold_sidebar_row_new (views[i].view, _ (views[i].title), views[i].icon_name,
                                                                                   views[i].nested));
  g_autofree char *view = self->settings == NULL ? g_strdup ("board") : g_settings_get_string (self->settings, "view");
  foothold_window_show_view (self, view);
}

void
foothold_window_install_navigation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

void
foothold_window_show_welcome (FootholdWindow *self)
{
  foothold_window_show_board (self);
}

void
foothold_window_show_trouble (FootholdWindow *self)
{
  loading_done (self);
  gtk_stack_set_visible_child_name (self->pages, "main");
}

void
foothold_window_update_banner (FootholdWindow *self)
{
  gboolean read_only = self->store != NULL && foothold_store_get_read_only (self->store);
  adw_banner_set_title (self->banner, _("This data can only be read: the file or its folder is write-protected"));
  adw_banner_set_revealed (self->banner, read_only);
}

void
foothold_window_add_opportunity (FootholdWindow *self)
{
  foothold_window_show_view (self, "board");
}
