// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-print.h"

#include "model/foothold-format.h"

#include <glib/gi18n.h>

#define FONT "Sans 9"
#define GAP 4 /* points around the text of a cell */
#define MOST_LINES 12 /* of a cell: who wants to read all of a long text opens the opportunity */
#define NAME_SHARE 0.2 /* of the width */
#define SIGN 7 /* width of the sign of a line that differs, before its name */
#define FOOT 18 /* points below the table for the number of the page */

typedef struct
{
  GPtrArray *cells; /* char *, a row of n_columns after the other; the first row are the heads */
  guint n_columns; /* the last says whether the line differs, and is no column of paper */
  GArray *pages; /* guint: the first row of each */
} Print;

static void
print_free (Print *self)
{
  g_ptr_array_unref (self->cells);
  g_array_unref (self->pages);
  g_free (self);
}

static guint
n_rows (Print *self)
{
  return self->cells->len / self->n_columns;
}

static gboolean
differs (Print *self, guint row)
{
  return row > 0 && g_str_equal (g_ptr_array_index (self->cells, (row + 1) * self->n_columns - 1), _ ("Yes"));
}

static double
column_width (Print *self, guint column, double width)
{
  return column == 0 ? width * NAME_SHARE : width * (1 - NAME_SHARE) / (self->n_columns - 2);
}

/* (transfer full) */
static PangoLayout *
layout_cell (Print *self, GtkPrintContext *context, guint row, guint column)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const char *text = g_ptr_array_index (self->cells, row * self->n_columns + column);

  if (row == 0 || (column == 0 && differs (self, row)))
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_width (layout, (int) ((column_width (self, column, gtk_print_context_get_width (context)) - 2 * GAP
                                          - (column == 0 ? SIGN + GAP : 0))
                                         * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static double
row_height (Print *self, GtkPrintContext *context, guint row)
{
  double height = 0;

  for (guint column = 0; column + 1 < self->n_columns; column++)
    {
      g_autoptr (PangoLayout) layout = layout_cell (self, context, row, column);
      int layout_height;

      pango_layout_get_size (layout, NULL, &layout_height);
      height = MAX (height, (double) layout_height / PANGO_SCALE + 2 * GAP);
    }

  return height;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *self)
{
  const double page = gtk_print_context_get_height (context) - FOOT;
  const double head = row_height (self, context, 0);
  double y = page;

  g_array_set_size (self->pages, 0);
  for (guint row = 1; row < n_rows (self); row++)
    {
      const double height = row_height (self, context, row);

      if (self->pages->len == 0 || y + height > page)
        {
          g_array_append_val (self->pages, row);
          y = head;
        }
      y += height;
    }
  gtk_print_operation_set_n_pages (operation, MAX (1, (int) self->pages->len));
}

/* Drawn, because not every font has it. */
static void
draw_sign (cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, 3);
  cairo_line_to (cr, SIGN, 3);
  cairo_move_to (cr, 0, 6);
  cairo_line_to (cr, SIGN, 6);
  cairo_move_to (cr, SIGN - 2, 0);
  cairo_line_to (cr, 2, 9);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_row (Print *self, GtkPrintContext *context, guint row, double y, double height)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const double width = gtk_print_context_get_width (context);
  const gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  double x = 0;

  for (guint column = 0; column + 1 < self->n_columns; column++)
    {
      g_autoptr (PangoLayout) layout = layout_cell (self, context, row, column);
      const double own = column_width (self, column, width);

      cairo_save (cr);
      cairo_rectangle (cr, rtl ? width - x - own : x, y, own, height);
      cairo_clip (cr);
      if (column == 0 && differs (self, row))
        draw_sign (cr, rtl ? width - GAP - SIGN : GAP, y + GAP + 2);
      cairo_move_to (cr, (rtl ? width - x - own : x) + GAP + (column == 0 && !rtl ? SIGN + GAP : 0), y + GAP);
      pango_cairo_show_layout (cr, layout);
      cairo_restore (cr);
      x += own;
    }
  cairo_set_line_width (cr, row == 0 ? 1 : 0.4);
  cairo_move_to (cr, 0, y + height);
  cairo_line_to (cr, width, y + height);
  cairo_stroke (cr);
}

static void
draw_number (Print *self, GtkPrintContext *context, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *date = foothold_format_date_full (today);
  /* Translators: below a printed page: the day, the number of the page, of how many */
  g_autofree char *text = g_strdup_printf (_ ("%s · Page %d of %d"), date, page + 1, MAX (1, (int) self->pages->len));

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOT + GAP);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *self)
{
  const guint first = page < (int) self->pages->len ? g_array_index (self->pages, guint, page) : n_rows (self);
  const guint end = page + 1 < (int) self->pages->len ? g_array_index (self->pages, guint, page + 1) : n_rows (self);
  double y = row_height (self, context, 0);

  draw_row (self, context, 0, 0, y);
  for (guint row = first; row < end; row++)
    {
      const double height = row_height (self, context, row);

      draw_row (self, context, row, y, height);
      y += height;
    }
  draw_number (self, context, page);
}

GtkPrintOperation *
foothold_comparison_print_new (const FootholdComparison *comparison, gboolean only_differences)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *self = g_new0 (Print, 1);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  self->cells = foothold_comparison_to_cells (comparison, only_differences, &self->n_columns);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  /* columns want width */
  gtk_page_setup_set_orientation (setup,
                                  comparison->n > 2 ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Comparison"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "print", self, (GDestroyNotify) print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  return operation;
}
