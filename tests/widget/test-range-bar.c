// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "widgets/foothold-range-bar.h"

/* A range lies where its numbers say, from either side, and says them. */

typedef struct
{
  double lo, hi;
  const char *numbers, *label;
} Case;

static const Case cases[] = {
  { 0.42, 0.81, "0.42–0.81", "Alignment: 0.42 to 0.81" },
  { 0.62, 0.62, "0.62", "Alignment: 0.62" },
  { 0.6199, 0.6201, "0.62", "Alignment: 0.62" },
  { 0, 0, "0.00", "Alignment: 0.00" },
  { 1, 1, "1.00", "Alignment: 1.00" },
  { 0, 0.5, "0.00–0.50", "Alignment: 0.00 to 0.50" },
  { 0, 1, "–", "Alignment: not known yet" },
  { -3, 9, "–", "Alignment: not known yet" },
};

/* Children in the order they are drawn: scale, bar, numbers. */
static GtkWidget *
nth (GtkWidget *bar, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (bar);

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
bounds_of (GtkWidget *bar, guint n, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_compute_bounds (nth (bar, n), bar, bounds));
}

static void
check_case (GtkWidget *bar, const Case *test, gboolean mirrored)
{
  graphene_rect_t scale, fill;
  double dot, from, to;

  gtk_widget_set_direction (bar, mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (bar), test->lo, test->hi);
  widget_fixture_paint (bar);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (nth (bar, 2))), ==, test->numbers);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, test->label);

  bounds_of (bar, 0, &scale);
  bounds_of (bar, 1, &fill);
  dot = fill.size.height;
  g_assert_cmpfloat (dot, >=, 4);
  from = CLAMP (test->lo, 0, 1) * (scale.size.width - dot);
  to = CLAMP (test->hi, 0, 1) * (scale.size.width - dot) + dot;
  if (mirrored)
    {
      const double width = scale.size.width, old_from = from;

      from = width - to;
      to = width - old_from;
    }
  g_assert_cmpfloat_with_epsilon (fill.origin.x - scale.origin.x, from, 1.01);
  g_assert_cmpfloat_with_epsilon (fill.origin.x + fill.size.width - scale.origin.x, to, 1.01);
}

static void
test_ranges (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = foothold_range_bar_new ("Alignment");
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), bar);
  window = widget_fixture_window (box, 400, 200);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (bar)), ==, GTK_ACCESSIBLE_ROLE_METER);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        g_test_message ("%.4f to %.4f%s", cases[i].lo, cases[i].hi, mirrored ? ", right to left" : "");
        check_case (bar, &cases[i], mirrored);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Bars below each other share one scale, whatever their numbers; without numbers the scale has the room. */
static void
test_one_scale (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bars[G_N_ELEMENTS (cases)];
  graphene_rect_t first, scale;
  GtkWidget *window;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bars[i] = foothold_range_bar_new (NULL);
      foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (bars[i]), cases[i].lo, cases[i].hi);
      gtk_box_append (GTK_BOX (box), bars[i]);
    }
  window = widget_fixture_window (box, 300, 300);
  widget_fixture_paint (box);
  bounds_of (bars[0], 0, &first);
  for (gsize i = 1; i < G_N_ELEMENTS (cases); i++)
    {
      bounds_of (bars[i], 0, &scale);
      g_assert_cmpfloat_with_epsilon (scale.size.width, first.size.width, 0.01);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bars[0]), GTK_ACCESSIBLE_PROPERTY_LABEL, "0.42 to 0.81");
  widget_fixture_shot (window, "range-bars");

  g_object_set (bars[0], "show-numbers", FALSE, NULL);
  widget_fixture_paint (box);
  bounds_of (bars[0], 0, &scale);
  g_assert_cmpfloat_with_epsilon (scale.size.width, gtk_widget_get_width (bars[0]), 0.01);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* However little room there is beside words: a scale that gives way to them is another scale. */
static void
test_one_length (void)
{
  GtkWidget *bar = g_object_ref_sink (foothold_range_bar_new (NULL));
  int minimum, natural;

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  g_object_unref (bar);
}

/* Templates name the properties, in any order. */
static void
test_template (void)
{
  static const char ui[] =
    "<interface><object class=\"FootholdRangeBar\" id=\"bar\"><property name=\"hi\">0.8</property>"
    "<property name=\"lo\">0.25</property><property name=\"title\">Fit</property>"
    "<property name=\"show-numbers\">0</property></object></interface>";
  g_autoptr (GtkBuilder) builder = NULL;
  double lo, hi;
  gboolean show_numbers;

  g_type_ensure (FOOTHOLD_TYPE_RANGE_BAR);
  builder = gtk_builder_new_from_string (ui, -1);
  g_object_get (gtk_builder_get_object (builder, "bar"), "lo", &lo, "hi", &hi, "show-numbers", &show_numbers, NULL);
  g_assert_cmpfloat (lo, ==, 0.25);
  g_assert_cmpfloat (hi, ==, 0.8);
  g_assert_false (show_numbers);
}

int
main (int argc, char **argv)
{
  widget_fixture_init (&argc, &argv);
  g_test_add_func ("/range-bar/ranges", test_ranges);
  g_test_add_func ("/range-bar/one-scale", test_one_scale);
  g_test_add_func ("/range-bar/one-length", test_one_length);
  g_test_add_func ("/range-bar/template", test_template);
  return g_test_run ();
}
