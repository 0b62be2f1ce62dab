// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/comparison-fixture.h"
#include "widget-fixture.h"

#include "views/board/foothold-comparison-head.h"
#include "views/board/foothold-comparison-line.h"
#include "views/board/foothold-comparison-print.h"
#include "views/board/foothold-comparison-table.h"

/* The table of a comparison: what stays where it is scrolled, in both directions of reading, and what is printed. */

#define N 3

typedef struct
{
  StoreFixture store;
  FootholdComparison *comparison;
  GtkWidget *window;
  GtkScrolledWindow *scrolled;
  GtkWidget *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heads[N];
  GtkWidget *viewport;
  gint64 ids[N];

  store_fixture_set_up_quick (&fixture->store, NULL);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %u", i);
      g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, "<b>Lab</b>");

      dossier->opportunity->minutes_min = 60 * (i + 1);
      dossier->opportunity->eligibility = g_strdup (data);
      ids[i] = store_fixture_save_dossier (&fixture->store, "Add", dossier);
    }
  fixture->comparison = compare (&fixture->store, ids, N);

  fixture->table = g_object_new (FOOTHOLD_TYPE_COMPARISON_TABLE, NULL);
  for (guint i = 0; i < N; i++)
    {
      heads[i] = foothold_comparison_head_new (fixture->store.store);
      foothold_comparison_head_set_row (FOOTHOLD_COMPARISON_HEAD (heads[i]), fixture->comparison->rows[i]);
    }
  foothold_comparison_table_set_heads (FOOTHOLD_COMPARISON_TABLE (fixture->table), heads, N);
  foothold_comparison_table_show (FOOTHOLD_COMPARISON_TABLE (fixture->table), fixture->comparison, FALSE);
  viewport = gtk_viewport_new (NULL, NULL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), fixture->table);
  fixture->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (fixture->scrolled, viewport);
  fixture->window = widget_fixture_window (GTK_WIDGET (fixture->scrolled), 360, 400);
  widget_fixture_paint (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  foothold_comparison_free (fixture->comparison);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* The line that is about @id. */
static GtkWidget *
line_of (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  widget_fixture_collect (fixture->table, FOOTHOLD_TYPE_COMPARISON_LINE, lines);
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (foothold_comparison_line_get_id (g_ptr_array_index (lines, i)), id) == 0)
      return g_ptr_array_index (lines, i);

  return NULL;
}

static graphene_rect_t
bounds_of (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->scrolled), &bounds));
  return bounds;
}

static void
check_stays (Fixture *fixture)
{
  GtkWidget *line = line_of (fixture, "minutes_min");
  GtkWidget *name = gtk_widget_get_last_child (line);
  GtkWidget *cell = gtk_widget_get_first_child (line);
  GtkWidget *head = gtk_widget_get_last_child (fixture->table);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (fixture->scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (fixture->scrolled);
  const graphene_rect_t name_before = bounds_of (fixture, name);
  const graphene_rect_t cell_before = bounds_of (fixture, cell);
  const graphene_rect_t head_before = bounds_of (fixture, head);
  const double step = gtk_widget_get_direction (fixture->table) == GTK_TEXT_DIR_RTL ? -60 : 60;

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across) + 60);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + step);
  gtk_adjustment_set_value (down, 80);
  widget_fixture_paint (fixture->window);
  g_assert_cmpfloat (bounds_of (fixture, name).origin.x, ==, name_before.origin.x);
  g_assert_cmpfloat (bounds_of (fixture, name).origin.y, ==, name_before.origin.y - 80);
  g_assert_cmpfloat (bounds_of (fixture, cell).origin.x, ==, cell_before.origin.x - (float) step);
  g_assert_cmpfloat (bounds_of (fixture, head).origin.y, ==, head_before.origin.y);
}

static void
test_stays (Fixture *fixture, gconstpointer data)
{
  check_stays (fixture);
}

static void
set_up_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
}

static void
tear_down_rtl (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_stays_rtl (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (fixture->scrolled);
  GtkWidget *name = gtk_widget_get_last_child (line_of (fixture, "minutes_min"));

  /* reading begins at the right */
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across));
  widget_fixture_paint (fixture->window);
  g_assert_cmpfloat (bounds_of (fixture, name).origin.x, >, 180);
  check_stays (fixture);
}

/* What stands behind the name of a line, NULL for nothing. */
static const char *
sign_of (GtkWidget *line)
{
  GtkWidget *name = widget_fixture_find (gtk_widget_get_last_child (line), GTK_TYPE_LABEL);
  GtkWidget *sign = gtk_widget_get_next_sibling (name);

  return sign != NULL ? gtk_label_get_text (GTK_LABEL (sign)) : NULL;
}

/* A line that differs is told as that, and what strangers write is no markup. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = line_of (fixture, "minutes_min");

  g_assert_cmpstr (sign_of (line), ==, "≠");
  line = line_of (fixture, "organisation");
  g_assert_null (sign_of (line));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget_fixture_find (line, GTK_TYPE_LABEL))), ==, "<b>Lab</b>");
  foothold_comparison_table_show (FOOTHOLD_COMPARISON_TABLE (fixture->table), fixture->comparison, TRUE);
  g_assert_nonnull (line_of (fixture, "minutes_min"));
  g_assert_null (line_of (fixture, "organisation"));
}

/* ---- paper ---- */

static int
print (Fixture *fixture, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = foothold_comparison_print_new (fixture->comparison, FALSE);
  g_autofree char *path = g_build_filename (fixture->store.dir, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_object_get (operation, "n-pages", &n_pages, NULL);
  return n_pages;
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  /* some forty lines of one or two */
  g_assert_cmpint (print (fixture, "short.pdf"), >=, 2);
  g_assert_cmpint (print (fixture, "short.pdf"), <=, 4);
}

/* A text of any length fits on a page. */
static void
test_print_long (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (print (fixture, "long.pdf"), >=, 2);
  g_assert_cmpint (print (fixture, "long.pdf"), <=, 4);
}

int
main (int argc, char **argv)
{
  g_autofree char *words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  widget_fixture_init (&argc, &argv);
  for (guint i = 0; i < 300; i++)
    g_string_append (text, "enrolled at a university ");
  words = g_strdup (text->str);

#define ADD(path, data, up, func, down) g_test_add (path, Fixture, data, up, func, down)
  ADD ("/comparison-table/stays", "students", set_up, test_stays, tear_down);
  ADD ("/comparison-table/stays-rtl", "students", set_up_rtl, test_stays_rtl, tear_down_rtl);
  ADD ("/comparison-table/lines", "students", set_up, test_lines, tear_down);
  ADD ("/comparison-table/print", "students", set_up, test_print, tear_down);
  ADD ("/comparison-table/print-long", words, set_up, test_print_long, tear_down);

  return g_test_run ();
}
