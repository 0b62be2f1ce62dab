// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A box would cut every pill a little when a list is narrow, and half a number is worse than none. Here a whole pill
 * goes before any other is cut: what an hour brings can be read on the page, what the whole pays and when it is due has
 * to be seen in the list. Where that is not enough, the widest gives way first.
 */

#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-pill-layout.h"

#define SPACING 6
#define LINE_SPACING 3
#define OPTIONAL_MOST 4

struct _FootholdPillLayout
{
  GtkLayoutManager parent_instance;
  GtkWidget *optional[OPTIONAL_MOST]; /* in the order in which they go */
  guint n_optional;
  gboolean wraps;
};

G_DEFINE_FINAL_TYPE (FootholdPillLayout, foothold_pill_layout, GTK_TYPE_LAYOUT_MANAGER)

void
foothold_pill_layout_add_optional (FootholdPillLayout *self, GtkWidget *child)
{
  g_return_if_fail (FOOTHOLD_IS_PILL_LAYOUT (self) && self->n_optional < OPTIONAL_MOST);

  self->optional[self->n_optional++] = child;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
foothold_pill_layout_set_wraps (FootholdPillLayout *self)
{
  g_return_if_fail (FOOTHOLD_IS_PILL_LAYOUT (self) && self->n_optional == 0);

  self->wraps = TRUE;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/* ---- lines of pills ---- */

/* How high the lines are together; @place: and each pill to its place. */
static int
flow (GtkWidget *widget, int width, gboolean place)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, given, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      given = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, given, NULL, &height, NULL, NULL);
      if (x > 0 && x + given > width)
        {
          y += line + LINE_SPACING;
          x = line = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - given : x, y, given, height }, -1);
      x += given + SPACING;
      line = MAX (line, height);
    }
  return y + line;
}

static GtkSizeRequestMode
foothold_pill_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return FOOTHOLD_PILL_LAYOUT (manager)->wraps ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* ---- one line ---- */

/* Whether @child is among the first @n_gone that go. */
static gboolean
is_gone (FootholdPillLayout *self, GtkWidget *child, guint n_gone)
{
  for (guint i = 0; i < n_gone; i++)
    if (self->optional[i] == child)
      return TRUE;

  return FALSE;
}

static void
foothold_pill_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  FootholdPillLayout *self = FOOTHOLD_PILL_LAYOUT (manager);

  *minimum = *natural = 0;
  if (self->wraps && orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }
      if (self->wraps)
        *minimum = MAX (*minimum, child_minimum);
      else if (!is_gone (self, child, self->n_optional))
        *minimum += child_minimum + (*minimum > 0 ? SPACING : 0);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
  *natural = MAX (*natural, *minimum);
}

/* How much all of them take without the first @n_gone optional ones, when none is wider than @cap. */
static int
add_up (FootholdPillLayout *self, GtkWidget *widget, guint n_gone, int cap)
{
  int wanted = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child) || is_gone (self, child, n_gone))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      wanted += MAX (minimum, MIN (natural, cap)) + (wanted > 0 ? SPACING : 0);
    }
  return wanted;
}

/* How wide the widest may be so that all others stay whole as long as they can. */
static int
find_cap (FootholdPillLayout *self, GtkWidget *widget, int width)
{
  int low = 0, high = width;

  while (low < high)
    {
      const int middle = (low + high + 1) / 2;

      if (add_up (self, widget, self->n_optional, middle) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static void
foothold_pill_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FootholdPillLayout *self = FOOTHOLD_PILL_LAYOUT (manager);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_gone = 0;
  int cap = G_MAXINT, at = 0;

  if (self->wraps)
    {
      flow (widget, width, TRUE);
      return;
    }
  while (n_gone < self->n_optional && add_up (self, widget, n_gone, G_MAXINT) > width)
    n_gone++;
  if (n_gone == self->n_optional && add_up (self, widget, n_gone, G_MAXINT) > width)
    cap = find_cap (self, widget, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, given;

      if (!gtk_widget_should_layout (child))
        continue;
      if (is_gone (self, child, self->n_optional))
        gtk_widget_set_child_visible (child, !is_gone (self, child, n_gone));
      if (is_gone (self, child, n_gone))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      given = MAX (minimum, MIN (natural, cap));
      gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - at - given : at, 0, given, height },
                                baseline);
      at += given + SPACING;
    }
}

static void
foothold_pill_layout_class_init (FootholdPillLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = foothold_pill_layout_get_request_mode;
  layout_class->measure = foothold_pill_layout_measure;
  layout_class->allocate = foothold_pill_layout_allocate;
}

static void
foothold_pill_layout_init (FootholdPillLayout *self)
{
}
