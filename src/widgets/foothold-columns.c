/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-columns.h"

#include <glib/gi18n.h>

/* Between columns, and before the first and after the last. */
#define GAP 12

struct _FootholdColumns
{
  GObject parent_instance;

  const FootholdColumn *columns;
  guint n;
  gboolean *shown;
  int *heads; /* digits that a head takes more than its column has; NULL: nobody asked for that */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FootholdColumns, foothold_columns, G_TYPE_OBJECT)

FootholdColumns *
foothold_columns_new (const FootholdColumn *columns, guint n)
{
  FootholdColumns *self = g_object_new (FOOTHOLD_TYPE_COLUMNS, NULL);

  self->columns = columns;
  self->n = n;
  self->shown = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    self->shown[i] = columns[i].shown;
  return self;
}

/* Heads are bold, and letters wider than digits. */
#define HEAD_MORE 2

void
foothold_columns_fit_heads (FootholdColumns *self)
{
  g_return_if_fail (FOOTHOLD_IS_COLUMNS (self));

  if (self->heads != NULL)
    return;

  self->heads = g_new0 (int, self->n);
  for (guint i = 0; i < self->n; i++)
    if (!self->columns[i].grows)
      self->heads[i] =
        MAX ((int) g_utf8_strlen (_ (self->columns[i].title), -1) + HEAD_MORE - self->columns[i].digits, 0);
}

guint
foothold_columns_get_n (FootholdColumns *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_COLUMNS (self), 0);

  return self->n;
}

const FootholdColumn *
foothold_columns_get (FootholdColumns *self, guint i)
{
  g_return_val_if_fail (FOOTHOLD_IS_COLUMNS (self) && i < self->n, NULL);

  return &self->columns[i];
}

gboolean
foothold_columns_is_shown (FootholdColumns *self, guint i)
{
  g_return_val_if_fail (FOOTHOLD_IS_COLUMNS (self) && i < self->n, FALSE);

  return self->shown[i];
}

static void
set_shown (FootholdColumns *self, guint i, gboolean shown)
{
  if (self->shown[i] == shown)
    return;

  self->shown[i] = shown;
  g_signal_emit (self, changed_signal, 0);
}

void
foothold_columns_set_needed (FootholdColumns *self, guint i, gboolean needed)
{
  g_return_if_fail (FOOTHOLD_IS_COLUMNS (self) && i < self->n && self->columns[i].fixed);

  set_shown (self, i, needed);
}

void
foothold_columns_set_shown (FootholdColumns *self, guint i, gboolean shown)
{
  g_return_if_fail (FOOTHOLD_IS_COLUMNS (self) && i < self->n);

  if (!self->columns[i].fixed)
    set_shown (self, i, shown);
}

char **
foothold_columns_dup_names (FootholdColumns *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (FOOTHOLD_IS_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n; i++)
    if (self->shown[i] || self->columns[i].fixed)
      g_strv_builder_add (names, self->columns[i].name);
  return g_strv_builder_end (names);
}

void
foothold_columns_set_names (FootholdColumns *self, const char *const *names)
{
  gboolean any = FALSE;

  g_return_if_fail (FOOTHOLD_IS_COLUMNS (self));

  for (guint i = 0; i < self->n; i++)
    {
      gboolean shown = self->columns[i].shown;

      if (self->columns[i].fixed)
        continue;
      if (names != NULL && names[0] != NULL)
        shown = g_strv_contains (names, self->columns[i].name);
      any = any || self->shown[i] != shown;
      self->shown[i] = shown;
    }
  if (any)
    g_signal_emit (self, changed_signal, 0);
}

static void
foothold_columns_finalize (GObject *object)
{
  FootholdColumns *self = FOOTHOLD_COLUMNS (object);

  g_free (self->shown);
  g_free (self->heads);

  G_OBJECT_CLASS (foothold_columns_parent_class)->finalize (object);
}

static void
foothold_columns_class_init (FootholdColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_columns_finalize;

  changed_signal =
    g_signal_new ("changed", FOOTHOLD_TYPE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_columns_init (FootholdColumns *self)
{
}

/* ---- where the children stand ---- */

struct _FootholdColumnLayout
{
  GtkLayoutManager parent_instance;

  FootholdColumns *columns;
};

G_DEFINE_FINAL_TYPE (FootholdColumnLayout, foothold_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
digit_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* @n_grow: (out): how many columns share what is left. */
static int
least_width (FootholdColumns *columns, int digit, guint *n_grow)
{
  int width = GAP;

  *n_grow = 0;
  for (guint i = 0; i < columns->n; i++)
    if (columns->shown[i])
      {
        width += columns->columns[i].digits * digit + GAP;
        *n_grow += columns->columns[i].grows ? 1 : 0;
      }
  return width;
}

static void
foothold_column_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  FootholdColumnLayout *self = FOOTHOLD_COLUMN_LAYOUT (manager);
  guint n_grow, i = 0;
  gboolean lined = FALSE;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = least_width (self->columns, digit_width (widget), &n_grow);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < self->columns->n;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int least, wanted;

      /* as high as their font, whatever stands in them: one speaks for all, and none is laid out twice */
      if (GTK_IS_LABEL (child) && gtk_label_get_single_line_mode (GTK_LABEL (child)))
        {
          if (lined)
            continue;
          lined = TRUE;
        }
      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

/* What all heads take more than their columns have, where those that grow keep as much again; 0 where there is no room.
 */
static int
room_for_heads (FootholdColumns *columns, int digit, int left)
{
  int width = 0;

  for (guint i = 0; columns->heads != NULL && i < columns->n; i++)
    width += columns->shown[i] ? columns->heads[i] * digit : 0;
  return width <= left / 2 ? width : 0;
}

static void
foothold_column_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FootholdColumnLayout *self = FOOTHOLD_COLUMN_LAYOUT (manager);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int digit = digit_width (widget);
  guint n_grow, i = 0;
  int left = width - least_width (self->columns, digit, &n_grow);
  const int heads = room_for_heads (self->columns, digit, left);
  int x = GAP;

  left -= heads;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < self->columns->n;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      const FootholdColumn *column = &self->columns->columns[i];
      int own = (column->digits + (heads > 0 ? self->columns->heads[i] : 0)) * digit;

      gtk_widget_set_child_visible (child, self->columns->shown[i]);
      if (!self->columns->shown[i])
        continue;
      if (column->grows && n_grow > 0 && left > 0)
        {
          const int share = left / (int) n_grow--;

          own += share;
          left -= share;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - own : x, 0, own, height }, -1);
      x += own + GAP;
    }
}

static void
layout_changed_cb (FootholdColumnLayout *self)
{
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

GtkLayoutManager *
foothold_column_layout_new (FootholdColumns *columns)
{
  FootholdColumnLayout *self = g_object_new (FOOTHOLD_TYPE_COLUMN_LAYOUT, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_LAYOUT_MANAGER (self);
}

static void
foothold_column_layout_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_COLUMN_LAYOUT (object)->columns);

  G_OBJECT_CLASS (foothold_column_layout_parent_class)->dispose (object);
}

static void
foothold_column_layout_class_init (FootholdColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_column_layout_dispose;
  layout_class->measure = foothold_column_layout_measure;
  layout_class->allocate = foothold_column_layout_allocate;
}

static void
foothold_column_layout_init (FootholdColumnLayout *self)
{
}
