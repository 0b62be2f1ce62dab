// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench-drawn-row.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"

/* Three lines of text and a ground under each pill: the least that a drawn card must do. */

#define HEIGHT 92

struct _BenchDrawnRow
{
  GtkWidget parent_instance;

  FootholdOpportunity *item;
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *pills[3];
};

G_DEFINE_FINAL_TYPE (BenchDrawnRow, bench_drawn_row, GTK_TYPE_WIDGET)

static void
set_layout (BenchDrawnRow *self, PangoLayout **layout, const char *text)
{
  if (*layout == NULL)
    {
      *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_ellipsize (*layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (*layout, text != NULL ? text : "", -1);
}

void
bench_drawn_row_set_item (BenchDrawnRow *self, FootholdOpportunity *item)
{
  const FootholdOpportunityRow *row = foothold_opportunity_peek (item);
  g_autofree char *subtitle = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *pay = NULL;
  g_autofree char *deadline = NULL;
  gboolean urgent;

  if (!g_set_object (&self->item, item))
    return;

  subtitle = g_strjoin (" · ", row->organisation, foothold_field_slug_name ("work_mode", row->work_mode),
                        foothold_field_slug_name ("area", row->area), NULL);
  hours = foothold_format_hours (row->minutes_min, row->minutes_max);
  pay = foothold_format_pay (row);
  deadline = foothold_format_deadline (row, NULL, &urgent);
  set_layout (self, &self->title, row->title);
  set_layout (self, &self->subtitle, subtitle);
  set_layout (self, &self->pills[0], hours);
  set_layout (self, &self->pills[1], pay);
  set_layout (self, &self->pills[2], deadline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->title, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bench_drawn_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *mb,
                         int *nb)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
}

static void
draw (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, int width, const GdkRGBA *color)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
bench_drawn_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchDrawnRow *self = BENCH_DRAWN_ROW (widget);
  const int width = gtk_widget_get_width (widget) - 24;
  float x = 12;
  GdkRGBA color;

  if (self->title == NULL)
    return;

  gtk_widget_get_color (widget, &color);
  draw (snapshot, self->title, 12, 10, width, &color);
  draw (snapshot, self->subtitle, 12, 36, width, &color);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pills); i++)
    {
      GskRoundedRect ground;
      GdkRGBA shade = color;
      int w, h;

      pango_layout_set_width (self->pills[i], -1);
      pango_layout_get_pixel_size (self->pills[i], &w, &h);
      if (w == 0)
        continue;
      shade.alpha *= 0.08f;
      gsk_rounded_rect_init_from_rect (&ground, &GRAPHENE_RECT_INIT (x, 60, (float) w + 16, (float) h + 4), 12);
      gtk_snapshot_push_rounded_clip (snapshot, &ground);
      gtk_snapshot_append_color (snapshot, &shade, &ground.bounds);
      gtk_snapshot_pop (snapshot);
      draw (snapshot, self->pills[i], x + 8, 62, -1, &color);
      x += (float) w + 22;
    }
}

static void
bench_drawn_row_dispose (GObject *object)
{
  BenchDrawnRow *self = BENCH_DRAWN_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  for (gsize i = 0; i < G_N_ELEMENTS (self->pills); i++)
    g_clear_object (&self->pills[i]);

  G_OBJECT_CLASS (bench_drawn_row_parent_class)->dispose (object);
}

static void
bench_drawn_row_class_init (BenchDrawnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_drawn_row_dispose;
  GTK_WIDGET_CLASS (klass)->measure = bench_drawn_row_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_drawn_row_snapshot;
}

static void
bench_drawn_row_init (BenchDrawnRow *self)
{
}

GtkWidget *
bench_drawn_row_new (void)
{
  return g_object_new (BENCH_TYPE_DRAWN_ROW, NULL);
}
