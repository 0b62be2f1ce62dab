// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-funnel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define GAP 12 /* between a text and the bar */
#define LEAST_BAR 120 /* of the longest; with less room the texts stand above */
#define BAR_LINES 1.5 /* height of a bar in lines of text, and of what is between two */
#define BETWEEN_LINES 0.6
#define RADIUS 4
#define BETWEEN_ALPHA 0.22f

typedef struct
{
  char *name;
  char *number;
  double share; /* of the first */
} Bar;

struct _FootholdFunnel
{
  GtkWidget parent_instance;

  GArray *bars;
  char *title;
};

G_DEFINE_FINAL_TYPE (FootholdFunnel, foothold_funnel, GTK_TYPE_WIDGET)

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->number);
}

/* ---- measures ---- */

typedef struct
{
  int line; /* height of a line of text */
  int names, numbers; /* widths */
  gboolean beside; /* the texts stand beside the bars */
} Sizes;

static void
text_size (GtkWidget *widget, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int own_width, own_height;

  pango_layout_get_pixel_size (layout, &own_width, &own_height);
  *width = MAX (*width, own_width);
  *height = MAX (*height, own_height);
}

/* @width: -1 where nobody knows yet. */
static void
take_sizes (FootholdFunnel *self, int width, Sizes *sizes)
{
  *sizes = (Sizes) { 0 };
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);

      text_size (GTK_WIDGET (self), bar->name, &sizes->names, &sizes->line);
      text_size (GTK_WIDGET (self), bar->number, &sizes->numbers, &sizes->line);
    }
  sizes->beside = width < 0 || width >= sizes->names + sizes->numbers + 2 * GAP + LEAST_BAR;
}

static double
step_height (const Sizes *sizes)
{
  return (BAR_LINES + BETWEEN_LINES + (sizes->beside ? 0 : 1)) * sizes->line;
}

static void
foothold_funnel_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FootholdFunnel *self = FOOTHOLD_FUNNEL (widget);
  Sizes sizes;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      take_sizes (self, -1, &sizes);
      *minimum = MAX (sizes.names + GAP + sizes.numbers, LEAST_BAR);
      *natural = MAX (*minimum, sizes.names + sizes.numbers + 2 * GAP + 3 * LEAST_BAR);
      return;
    }

  take_sizes (self, for_size, &sizes);
  *minimum = *natural = (int) (MAX (0, self->bars->len * step_height (&sizes) - BETWEEN_LINES * sizes.line) + 0.5);
}

static GtkSizeRequestMode
foothold_funnel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- drawing ---- */

/* What is drawn from the left is mirrored as a whole; text is placed by its own width. */
typedef struct
{
  GtkSnapshot *snapshot;
  double width; /* of the widget */
  gboolean mirrored;
  GdkRGBA text, accent;
} Pen;

static void
draw_text (FootholdFunnel *self, Pen *pen, const char *text, double x, double y, double box, gboolean at_end)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (at_end)
    x += box - width;
  if (pen->mirrored)
    x = pen->width - x - width;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->text);
  gtk_snapshot_restore (pen->snapshot);
}

/* A bar is in the middle of its room: the same in both directions. */
static void
draw_bar (Pen *pen, double middle, double y, double length, double height)
{
  const double x = (pen->mirrored ? pen->width - middle : middle) - length / 2;
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) length, (float) height),
                                   MIN (RADIUS, (float) length / 2));
  gtk_snapshot_push_rounded_clip (pen->snapshot, &rect);
  gtk_snapshot_append_color (pen->snapshot, &pen->accent, &rect.bounds);
  gtk_snapshot_pop (pen->snapshot);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_snapshot_append_border (pen->snapshot, &rect, (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { pen->text, pen->text, pen->text, pen->text });
}

static void
draw_between (Pen *pen, double middle, double y, double from, double to, double height)
{
  const float x = (float) (pen->mirrored ? pen->width - middle : middle);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA pale = pen->accent;

  gsk_path_builder_move_to (builder, x - (float) from / 2, (float) y);
  gsk_path_builder_line_to (builder, x + (float) from / 2, (float) y);
  gsk_path_builder_line_to (builder, x + (float) to / 2, (float) (y + height));
  gsk_path_builder_line_to (builder, x - (float) to / 2, (float) (y + height));
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  pale.alpha *= BETWEEN_ALPHA;
  gtk_snapshot_append_fill (pen->snapshot, path, GSK_FILL_RULE_WINDING, &pale);
}

/* A number that is not 0 is seen. */
static double
length_of (const Bar *bar, double room)
{
  return bar->share > 0 ? MAX (bar->share * room, 2) : 1;
}

static void
foothold_funnel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FootholdFunnel *self = FOOTHOLD_FUNNEL (widget);
  const int width = gtk_widget_get_width (widget);
  Pen pen = { .snapshot = snapshot, .width = width, .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  g_autofree GdkRGBA *accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  double room, begins, y = 0;
  Sizes sizes;

  take_sizes (self, width, &sizes);
  gtk_widget_get_color (widget, &pen.text);
  pen.accent = *accent;
  begins = sizes.beside ? sizes.names + GAP : 0;
  room = sizes.beside ? width - sizes.names - sizes.numbers - 2 * GAP : width;

  for (guint i = 0; i < self->bars->len; i++, y += step_height (&sizes))
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      const double height = BAR_LINES * sizes.line;
      const double top = y + (sizes.beside ? 0 : sizes.line);
      const double text_y = sizes.beside ? y + (height - sizes.line) / 2 : y;

      draw_text (self, &pen, bar->name, 0, text_y, sizes.names, FALSE);
      draw_text (self, &pen, bar->number, width - sizes.numbers, text_y, sizes.numbers, TRUE);
      draw_bar (&pen, begins + room / 2, top, length_of (bar, room), height);
      if (sizes.beside && i + 1 < self->bars->len)
        draw_between (&pen, begins + room / 2, top + height, length_of (bar, room),
                      length_of (&g_array_index (self->bars, Bar, i + 1), room), BETWEEN_LINES * sizes.line);
    }
}

/* ---- the object ---- */

/* All of it in one sentence: who cannot see the bars reads the table for more. */
static void
say (FootholdFunnel *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? ", " : "", bar->name, bar->number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  g_string_free (text, TRUE);
}

void
foothold_funnel_set_bars (FootholdFunnel *self, const FootholdFunnelBar *bars, guint n_bars)
{
  g_return_if_fail (FOOTHOLD_IS_FUNNEL (self));

  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      const double share = bars[0].n > 0 ? (double) bars[i].n / bars[0].n : 0;
      const Bar bar = {
        .name = g_strdup (bars[i].name),
        /* Translators: how many, and how many of a hundred: "12 · 40 %" */
        .number = g_strdup_printf (_ ("%1$'u · %2$.0f %%"), bars[i].n, share * 100),
        .share = share,
      };

      g_array_append_val (self->bars, bar);
    }
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
foothold_funnel_new (const char *title)
{
  FootholdFunnel *self = g_object_new (FOOTHOLD_TYPE_FUNNEL, NULL);

  self->title = g_strdup (title);
  say (self);
  return GTK_WIDGET (self);
}

static void
foothold_funnel_finalize (GObject *object)
{
  FootholdFunnel *self = FOOTHOLD_FUNNEL (object);

  g_array_unref (self->bars);
  g_free (self->title);

  G_OBJECT_CLASS (foothold_funnel_parent_class)->finalize (object);
}

static void
foothold_funnel_class_init (FootholdFunnelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foothold_funnel_finalize;
  widget_class->measure = foothold_funnel_measure;
  widget_class->get_request_mode = foothold_funnel_get_request_mode;
  widget_class->snapshot = foothold_funnel_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
foothold_funnel_init (FootholdFunnel *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, bar_clear);
  for (gsize i = 0; i < 3; i++)
    g_signal_connect_object (style,
                             ((const char *[]) { "notify::accent-color", "notify::dark", "notify::high-contrast" })[i],
                             G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
