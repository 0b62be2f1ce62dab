// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "widgets/foothold-wrapped-entry.h"

/* The entry that wraps: one line whatever comes in, except what was stored otherwise. */

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), text, -1);
}

static void
assert_text (GtkWidget *entry, const char *expected)
{
  g_autofree char *text = foothold_wrapped_entry_dup_text (FOOTHOLD_WRAPPED_ENTRY (entry));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_line (void)
{
  GtkWidget *entry = g_object_ref_sink (foothold_wrapped_entry_new (FALSE));
  guint n_activated = 0;
  guint n_changed = 0;

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (count_cb), &n_activated);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (count_cb), &n_changed);
  type (entry, "Menu\ncards\r\n");
  assert_text (entry, "Menu cards");
  g_assert_cmpuint (n_changed, ==, 1);

  type (entry, "\n");
  assert_text (entry, "Menu cards");
  while (n_activated == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_activated, ==, 1);

  /* What is stored is shown as it is, and the same again is no change. */
  foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (entry), "two\nlines");
  assert_text (entry, "two\nlines");
  n_changed = 0;
  foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (entry), "two\nlines");
  g_assert_cmpuint (n_changed, ==, 0);
  g_object_unref (entry);
}

static void
test_lines (void)
{
  GtkWidget *entry = g_object_ref_sink (foothold_wrapped_entry_new (TRUE));

  type (entry, "Menu\n");
  type (entry, "\n");
  assert_text (entry, "Menu\n\n");
  g_object_unref (entry);
}

static int
start_of (GtkTextView *view)
{
  GtkTextIter start;
  GdkRectangle place;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  gtk_text_view_get_iter_location (view, &start, &place);
  return place.x;
}

static void
assert_side (gboolean lines, const char *text, GtkTextDirection direction, gboolean right)
{
  GtkWidget *entry = foothold_wrapped_entry_new (lines);
  GtkWidget *window = widget_fixture_window (entry, 400, 200);
  int x;

  gtk_widget_set_direction (entry, direction);
  foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (entry), text);
  WAIT_FOR (gtk_widget_get_width (entry) > 300);
  widget_fixture_paint (window);
  /* A text from right to left begins at its right end. */
  x = start_of (GTK_TEXT_VIEW (entry));
  if ((x > gtk_widget_get_width (entry) / 2) != right)
    g_error ("“%s” begins at %d of %d", text, x, gtk_widget_get_width (entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Text stands where the title above it begins, whatever its own direction is; paragraphs have a side of their own. */
static void
test_side (void)
{
  for (gboolean lines = FALSE; lines <= TRUE; lines++)
    {
      assert_side (lines, "Menu", GTK_TEXT_DIR_LTR, FALSE);
      assert_side (lines, "12", GTK_TEXT_DIR_LTR, FALSE);
      assert_side (lines, "", GTK_TEXT_DIR_LTR, FALSE);
      assert_side (lines, "תפריט", GTK_TEXT_DIR_LTR, FALSE);
      assert_side (lines, "Menu", GTK_TEXT_DIR_RTL, TRUE);
      assert_side (lines, "2026-05-01", GTK_TEXT_DIR_RTL, TRUE);
      assert_side (lines, "", GTK_TEXT_DIR_RTL, TRUE);
      assert_side (lines, "תפריט", GTK_TEXT_DIR_RTL, TRUE);
    }
  assert_side (TRUE, "Menu\nLunch", GTK_TEXT_DIR_RTL, FALSE);
  assert_side (TRUE, "תפריט\nתפריט", GTK_TEXT_DIR_LTR, TRUE);
}

/* Built and measured on a page that is not shown yet; shown, it is as high as its one line. */
static void
test_hidden_page (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (window, "Line");
  GtkWidget *entry;
  int line_height;

  pango_layout_get_pixel_size (line, NULL, &line_height);
  gtk_box_append (GTK_BOX (page), foothold_wrapped_row_new ("Want 1", &entry));
  foothold_wrapped_entry_set_text (FOOTHOLD_WRAPPED_ENTRY (entry), "Somebody who reads my work");
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("First"));
  gtk_stack_add_child (GTK_STACK (stack), page);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (stack) == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_stack_set_visible_child (GTK_STACK (stack), page);
  while (gtk_widget_get_width (entry) < 400 || gtk_widget_get_height (entry) >= 2 * line_height)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  g_test_add_func ("/wrapped-entry/line", test_line);
  g_test_add_func ("/wrapped-entry/lines", test_lines);
  g_test_add_func ("/wrapped-entry/side", test_side);
  g_test_add_func ("/wrapped-entry/hidden-page", test_hidden_page);

  return g_test_run ();
}
