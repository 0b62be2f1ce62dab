// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-table-print.h"

#include "model/foothold-format.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define FONT "Sans 9"
#define LARGE_FONT "Sans Bold 14"
#define GAP 4 /* points around the text of a cell */
#define MOST_LINES 12 /* of a cell */
#define MOST_LINES_WHOLE 45 /* of one that is to be read on paper alone */
#define SIGN 7 /* width of the sign of a row that is marked, before its name */
#define FOOT 18 /* points below the table for the number of the page */

typedef struct
{
  GPtrArray *cells;
  guint n_columns;
  double *shares;
  char **intro; /* or NULL */
  gboolean *marked; /* or NULL */
  gboolean whole;
  GArray *pages; /* guint: the first row of each */
} Print;

static void
print_free (Print *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->shares);
  g_strfreev (self->intro);
  g_free (self->marked);
  g_array_unref (self->pages);
  g_free (self);
}

static guint
n_rows (Print *self)
{
  return self->cells->len / self->n_columns;
}

static gboolean
is_marked (Print *self, guint row)
{
  return row > 0 && self->marked != NULL && self->marked[row];
}

/* The room that signs take: none in a table without marks. */
static double
sign_room (Print *self, guint column)
{
  return column == 0 && self->marked != NULL ? SIGN + GAP : 0;
}

/* (transfer full) */
static PangoLayout *
layout_new (GtkPrintContext *context, const char *font_name, const char *text, double width, gboolean bold)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (font_name);

  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* (transfer full) */
static PangoLayout *
layout_cell (Print *self, GtkPrintContext *context, guint row, guint column)
{
  const double width = self->shares[column] * gtk_print_context_get_width (context);
  PangoLayout *layout =
    layout_new (context, FONT, g_ptr_array_index (self->cells, row * self->n_columns + column),
                width - 2 * GAP - sign_room (self, column), row == 0 || (column == 0 && is_marked (self, row)));

  /* who wants to read all of a long text opens what it is about */
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, self->whole ? -MOST_LINES_WHOLE : -MOST_LINES);
  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
row_height (Print *self, GtkPrintContext *context, guint row)
{
  double height = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autoptr (PangoLayout) layout = layout_cell (self, context, row, column);

      height = MAX (height, layout_height (layout) + 2 * GAP);
    }

  return height;
}

/* Draws the lines above the table where @draw; how high they are. */
static double
intro (Print *self, GtkPrintContext *context, gboolean draw)
{
  double y = 0;

  for (guint i = 0; self->intro != NULL && self->intro[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout =
        layout_new (context, i == 0 ? LARGE_FONT : FONT, self->intro[i], gtk_print_context_get_width (context), FALSE);

      if (draw)
        {
          cairo_t *cr = gtk_print_context_get_cairo_context (context);

          cairo_move_to (cr, 0, y);
          pango_cairo_show_layout (cr, layout);
        }
      y += layout_height (layout) + GAP;
    }

  return y > 0 ? y + 2 * GAP : 0;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *self)
{
  const double page = gtk_print_context_get_height (context) - FOOT;
  const double head = row_height (self, context, 0);
  double y = page;
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF)
    {
      g_autofree char *title = NULL;

      g_object_get (operation, "job-name", &title, NULL);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
    }
  g_array_set_size (self->pages, 0);
  for (guint row = 1; row < n_rows (self); row++)
    {
      const double height = row_height (self, context, row);

      if (self->pages->len == 0 || y + height > page)
        {
          y = head + (self->pages->len == 0 ? intro (self, context, FALSE) : 0);
          g_array_append_val (self->pages, row);
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

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autoptr (PangoLayout) layout = layout_cell (self, context, row, column);
      const double own = self->shares[column] * width;

      cairo_save (cr);
      cairo_rectangle (cr, rtl ? width - x - own : x, y, own, height);
      cairo_clip (cr);
      if (column == 0 && is_marked (self, row))
        draw_sign (cr, rtl ? width - GAP - SIGN : GAP, y + GAP + 2);
      cairo_move_to (cr, (rtl ? width - x - own : x) + GAP + (rtl ? 0 : sign_room (self, column)), y + GAP);
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
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *date = foothold_format_date_full (today);
  /* Translators: below a printed page: the day, the number of the page, of how many */
  g_autofree char *text = g_strdup_printf (_ ("%s · Page %d of %d"), date, page + 1, MAX (1, (int) self->pages->len));
  g_autoptr (PangoLayout) layout = layout_new (context, FONT, text, gtk_print_context_get_width (context), FALSE);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOT + GAP);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *self)
{
  const guint first = page < (int) self->pages->len ? g_array_index (self->pages, guint, page) : n_rows (self);
  const guint end = page + 1 < (int) self->pages->len ? g_array_index (self->pages, guint, page + 1) : n_rows (self);
  double y = page == 0 ? intro (self, context, TRUE) : 0;
  double height = row_height (self, context, 0);

  draw_row (self, context, 0, y, height);
  y += height;
  for (guint row = first; row < end; row++)
    {
      height = row_height (self, context, row);
      draw_row (self, context, row, y, height);
      y += height;
    }
  draw_number (self, context, page);
}

GtkPrintOperation *
foothold_table_print_new (const FootholdTablePrint *table)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *self = g_new0 (Print, 1);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  self->cells = g_ptr_array_ref (table->cells);
  self->n_columns = table->n_columns;
  self->shares = g_new (double, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    self->shares[i] = table->shares != NULL ? table->shares[i] : 1.0 / table->n_columns;
  self->intro = g_strdupv ((char **) table->intro);
  if (table->marked != NULL)
    self->marked = g_memdup2 (table->marked, n_rows (self) * sizeof *table->marked);
  self->whole = table->whole;
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_page_setup_set_orientation (setup,
                                  table->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* offered for a file in place of a printer; else it is "output" */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, table->job_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, table->job_name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "print", self, (GDestroyNotify) print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  return operation;
}
