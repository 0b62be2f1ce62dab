// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * What every widget test needs: the window around a widget, waiting for a
 * condition instead of for a time, and a picture to look at where
 * FOOTHOLD_TEST_SHOTS names a folder (FOOTHOLD_TEST_RTL and FOOTHOLD_TEST_LARGE: how).
 */

/* A condition that does not come true in this time never will. */
#define WAIT_LIMIT_US (20 * G_USEC_PER_SEC)

#define WAIT_FOR(condition) \
  G_STMT_START \
  { \
    const gint64 wait_until = g_get_monotonic_time () + WAIT_LIMIT_US; \
    guint wait_wake = g_timeout_add (10, widget_fixture_wake_cb, NULL); \
    while (!(condition)) \
      { \
        g_main_context_iteration (NULL, TRUE); \
        if (g_get_monotonic_time () > wait_until) \
          g_error ("Waited too long for %s", #condition); \
      } \
    g_source_remove (wait_wake); \
  } \
  G_STMT_END

static inline gboolean
widget_fixture_wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What the application does for its widgets: style sheet and icons. */
static inline void
widget_fixture_init (int *argc, char ***argv)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  if (g_getenv ("FOOTHOLD_TEST_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("FOOTHOLD_TEST_LARGE") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/foothold_app/Foothold/icons");
  gtk_css_provider_load_from_resource (style, "/io/github/foothold_app/Foothold/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (style);
}

/* A window with a toast overlay around @child, as the program has; shown. */
static inline GtkWidget *
widget_fixture_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_width (child) > 0);

  return window;
}

static inline void
widget_fixture_painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until the next frame is on the screen. */
static inline void
widget_fixture_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (widget_fixture_painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  WAIT_FOR (painted);
  g_signal_handler_disconnect (clock, handler);
}

/* What @widget looks like, alone; (transfer full). */
static inline GdkTexture *
widget_fixture_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot;

  for (int i = 0; i < 3; i++)
    widget_fixture_paint (widget);
  paintable = gtk_widget_paintable_new (widget);
  for (int i = 0; i < 3; i++)
    widget_fixture_paint (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                           (float) gtk_widget_get_height (widget)));
}

static inline void
widget_fixture_shot (GtkWidget *window, const char *name)
{
  const char *dir = g_getenv ("FOOTHOLD_TEST_SHOTS");
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;

  if (dir == NULL)
    return;

  texture = widget_fixture_picture (window);
  file = g_strdup_printf ("%s/%s.png", dir, name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

/* The first descendant of @type for which @matches is TRUE (or any), depth first. */
static inline GtkWidget *
widget_fixture_find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = widget_fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* All descendants of @type, depth first. */
static inline void
widget_fixture_collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    widget_fixture_collect (child, type, found);
}
