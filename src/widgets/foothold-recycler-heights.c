// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler-private.h"

/* Where each row stands. All rows have one height and all headings another, so that this is a multiplication, and
 * what stands at a place is found in as many steps as the number of items has binary digits. */

static guint
count_headings (FootholdRecycler *self, guint position)
{
  return self->headings != NULL && self->model != NULL ? self->headings (self->model, position) : 0;
}

static int
heading_height (FootholdRecycler *self)
{
  return self->heading_height > 0 ? self->heading_height : assumed_height (self);
}

gboolean
foothold_recycler_is_heading (FootholdRecycler *self, guint position)
{
  return self->headings != NULL && count_headings (self, position + 1) > count_headings (self, position);
}

double
foothold_recycler_top_of (FootholdRecycler *self, guint position)
{
  const guint n = count_headings (self, position);

  return (double) (position - n) * assumed_height (self) + (double) n * heading_height (self);
}

int
foothold_recycler_height_of (FootholdRecycler *self, guint position)
{
  return foothold_recycler_is_heading (self, position) ? heading_height (self) : assumed_height (self);
}

guint
foothold_recycler_position_at (FootholdRecycler *self, double y)
{
  guint low = 0, high = count_items (self);

  if (y <= 0)
    return 0;
  if (self->headings == NULL)
    return (guint) MIN (y / assumed_height (self), (double) high);

  while (low < high)
    {
      const guint middle = low + (high - low + 1) / 2;

      if (foothold_recycler_top_of (self, middle) <= y)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

gboolean
foothold_recycler_measure_rows (FootholdRecycler *self, int width, int height)
{
  const gboolean measured = foothold_recycler_is_measured (self);
  const double value = scroll_value (self);
  const guint top = foothold_recycler_position_at (self, value);
  const double part =
    (value - foothold_recycler_top_of (self, top)) / foothold_recycler_height_of (self, top); /* of it, out of sight */
  int row_height = self->sizes_stale ? 0 : self->row_height;
  int heading_height = self->sizes_stale ? 0 : self->heading_height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int *highest = foothold_recycler_is_heading (self, foothold_recycler_row_get_position (row_at (self->rows, i)))
                       ? &heading_height
                       : &row_height;
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL,
                          NULL);
      *highest = MAX (*highest, natural);
    }

  if (self->rows->len == 0)
    return FALSE;
  self->sizes_stale = FALSE;
  if (row_height == self->row_height && heading_height == self->heading_height)
    return FALSE;

  self->row_height = row_height;
  self->heading_height = heading_height;
  /* What stands at the top stays there. */
  foothold_recycler_configure_vertical (self,
                                        measured ? foothold_recycler_top_of (self, top)
                                                     + part * foothold_recycler_height_of (self, top)
                                                 : value,
                                        height);
  return TRUE;
}
