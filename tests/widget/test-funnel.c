// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "widgets/foothold-figure-table.h"
#include "widgets/foothold-funnel.h"

/* The bars say their numbers, mirror themselves, and leave their texts room; the table beside them is one. */

static const FootholdFunnelBar bars[] = { { "Submitted", 40 }, { "Answered", 10 }, { "Accepted", 0 } };

static GtkWidget *
funnel_new (void)
{
  GtkWidget *funnel = foothold_funnel_new ("From submitted to accepted");

  foothold_funnel_set_bars (FOOTHOLD_FUNNEL (funnel), bars, G_N_ELEMENTS (bars));
  return funnel;
}

static void
test_says (void)
{
  /* a percent sign in the macro’s own text would be read as a format */
  static const char says[] = "Submitted: 40 · 100 %, Answered: 10 · 25 %, Accepted: 0 · 0 %";
  GtkWidget *funnel = g_object_ref_sink (funnel_new ());

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (funnel), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (funnel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "From submitted to accepted");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (funnel), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, says);
  g_object_unref (funnel);
}

/* With no room beside them the texts stand above, and it is higher. */
static void
test_room (void)
{
  GtkWidget *funnel = g_object_ref_sink (funnel_new ());
  int least, wide, narrow;

  gtk_widget_measure (funnel, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (funnel, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (funnel, GTK_ORIENTATION_VERTICAL, least, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 360);
  g_assert_cmpint (narrow, >, wide);
  g_object_unref (funnel);
}

/* The columns of the picture in which something of the accent colour is. */
static void
accent_extents (GtkWidget *funnel, int *first, int *last)
{
  g_autoptr (GdkTexture) texture = widget_fixture_picture (funnel);
  const int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof *pixels);
  *first = width;
  *last = -1;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint32 pixel = pixels[y * width + x];
        const int red = pixel >> 16 & 0xff, blue = pixel & 0xff;

        if (blue - red > 100)
          {
            *first = MIN (*first, x);
            *last = MAX (*last, x);
          }
      }
}

static void
test_mirrored (void)
{
  GtkWidget *funnel = funnel_new (), *window = widget_fixture_window (funnel, 600, 300);
  int first, last, mirrored_first, mirrored_last, width;

  widget_fixture_paint (funnel);
  accent_extents (funnel, &first, &last);
  width = gtk_widget_get_width (funnel);
  g_assert_cmpint (last - first, >, width / 3);
  gtk_widget_set_direction (funnel, GTK_TEXT_DIR_RTL);
  widget_fixture_paint (funnel);
  accent_extents (funnel, &mirrored_first, &mirrored_last);
  g_assert_cmpint (ABS (mirrored_first - (width - 1 - last)), <=, 2);
  g_assert_cmpint (ABS (mirrored_last - (width - 1 - first)), <=, 2);
  widget_fixture_shot (window, "funnel");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table (void)
{
  static const FootholdColumn columns[] = {
    { "name", "Name", NULL, 10, TRUE, TRUE, TRUE },
    { "number", "Number", NULL, 6, FALSE, TRUE, TRUE },
  };
  g_autoptr (FootholdColumns) set = foothold_columns_new (columns, G_N_ELEMENTS (columns));
  GtkWidget *table = g_object_ref_sink (foothold_figure_table_new (set, "Figures"));
  GtkWidget *head, *row, *cell;

  foothold_figure_table_add (table, (const char *const[]) { "<b>Acme</b>", "12" });
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_ROLE_TABLE);
  head = gtk_widget_get_first_child (table);
  row = gtk_widget_get_next_sibling (head);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_first_child (head)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  cell = gtk_widget_get_first_child (row);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "<b>Acme</b>");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_next_sibling (cell)), GTK_ACCESSIBLE_ROLE_CELL);
  foothold_figure_table_clear (table);
  g_assert_true (gtk_widget_get_first_child (table) == head);
  g_assert_null (gtk_widget_get_next_sibling (head));
  g_object_unref (table);
}

int
main (int argc, char **argv)
{
  widget_fixture_init (&argc, &argv);

  g_test_add_func ("/funnel/says", test_says);
  g_test_add_func ("/funnel/room", test_room);
  g_test_add_func ("/funnel/mirrored", test_mirrored);
  g_test_add_func ("/funnel/table", test_table);

  return g_test_run ();
}
