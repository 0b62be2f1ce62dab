// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-toaster.h"

/* What is said at the lower edge can be read to its end, however narrow the window. */

#define SENTENCE "“offer.html” could not be read: line 12 has no closing quotation mark, and nothing was imported"

typedef struct
{
  GtkWidget *child;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->child = gtk_label_new ("");
  fixture->window = widget_fixture_window (fixture->child, GPOINTER_TO_INT (data), 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
say_error (Fixture *fixture)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, SENTENCE);

  foothold_toast_error (fixture->child, error);
}

static GtkWidget *
title (Fixture *fixture)
{
  return widget_fixture_find (fixture->window, FOOTHOLD_TYPE_TOAST_TITLE);
}

/* The toast's own, not the one that closes it; NULL: it has none. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0
      && gtk_widget_get_visible (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  say_error (fixture);
  WAIT_FOR (title (fixture) != NULL && gtk_widget_get_width (title (fixture)) > 0);
  widget_fixture_paint (fixture->window);
  g_assert_null (find_button (fixture->window, "Show _All"));
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  say_error (fixture);
  WAIT_FOR (find_button (fixture->window, "Show _All") != NULL);
  widget_fixture_shot (fixture->window, "toast-cut");

  gtk_widget_activate (find_button (fixture->window, "Show _All"));
  WAIT_FOR (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==, SENTENCE);
  widget_fixture_shot (fixture->window, "toast-whole");
  adw_dialog_force_close (dialog);
}

/* The one button a toast can have is Undo here. */
static void
test_cut_with_undo (Fixture *fixture, gconstpointer data)
{
  foothold_toast (fixture->child, SENTENCE, TRUE);
  WAIT_FOR (title (fixture) != NULL && gtk_widget_get_tooltip_text (title (fixture)) != NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (title (fixture)), ==, SENTENCE);
  g_assert_nonnull (find_button (fixture->window, "_Undo"));
  g_assert_null (find_button (fixture->window, "Show _All"));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);

#define ADD(path, width, test) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)
  ADD ("/toast/whole", 1200, test_whole);
  ADD ("/toast/cut", 360, test_cut);
  ADD ("/toast/cut-with-undo", 360, test_cut_with_undo);

  return g_test_run ();
}
