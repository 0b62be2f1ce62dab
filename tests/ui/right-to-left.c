// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Preloaded for pictures and tests: turns the whole interface from right to left, as Hebrew and Arabic have it, without
 * needing their translations. GTK sets the direction from the language when it starts; this asks again from the first
 * turn of the main loop.
 */

#include <gtk/gtk.h>

static gboolean
turn (gpointer user_data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
setup (void)
{
  if (g_getenv ("FOOTHOLD_RIGHT_TO_LEFT") != NULL)
    g_idle_add_full (G_PRIORITY_HIGH, turn, NULL, NULL);
}
