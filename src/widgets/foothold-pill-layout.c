// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A box would cut every pill a little when a list is narrow, and half a number is worse than none. Here a whole pill
 * goes before any other is cut: what an hour brings can be read on the page, what the whole pays and when it is due has
 * to be seen in the list.
 */

#include "foothold-pill-layout.h"

#define SPACING 6

struct _FootholdPillLayout
{
  GtkLayoutManager parent_instance;
  GtkWidget *optional;
};

G_DEFINE_FINAL_TYPE (FootholdPillLayout, foothold_pill_layout, GTK_TYPE_LAYOUT_MANAGER)

void
foothold_pill_layout_set_optional (FootholdPillLayout *self, GtkWidget *child)
{
  g_return_if_fail (FOOTHOLD_IS_PILL_LAYOUT (self));

  self->optional = child;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
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
      if (child != self->optional)
        *minimum += child_minimum + (*minimum > 0 ? SPACING : 0);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
  *natural = MAX (*natural, *minimum);
}

/* How much all of them want, with or without the optional one, and how much of it they could do without. */
static int
add_up (FootholdPillLayout *self, GtkWidget *widget, gboolean with_optional, int *slack)
{
  int wanted = 0;

  *slack = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child) || (child == self->optional && !with_optional))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      wanted += natural + (wanted > 0 ? SPACING : 0);
      *slack += natural - minimum;
    }
  return wanted;
}

static void
foothold_pill_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FootholdPillLayout *self = FOOTHOLD_PILL_LAYOUT (manager);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int slack, at = 0;
  gboolean with_optional = add_up (self, widget, TRUE, &slack) <= width;
  int missing = with_optional ? 0 : MAX (0, add_up (self, widget, FALSE, &slack) - width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, given;

      if (!gtk_widget_should_layout (child))
        continue;
      if (child == self->optional)
        gtk_widget_set_child_visible (child, with_optional);
      if (child == self->optional && !with_optional)
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      given = slack > 0 ? MIN (missing, (missing * (natural - minimum) + slack - 1) / slack) : 0;
      missing -= given;
      slack -= natural - minimum;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { mirrored ? width - at - (natural - given) : at, 0, natural - given,
                                                   height },
                                baseline);
      at += natural - given + SPACING;
    }
}

static void
foothold_pill_layout_class_init (FootholdPillLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = foothold_pill_layout_measure;
  layout_class->allocate = foothold_pill_layout_allocate;
}

static void
foothold_pill_layout_init (FootholdPillLayout *self)
{
}
