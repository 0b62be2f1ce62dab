// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-line.h"

#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* What stands around the text of a cell. */
#define SIDE 9
#define ABOVE 6

struct _FootholdComparisonLine
{
  GtkWidget parent_instance;

  const char *id;
  const FootholdComparisonColumns *columns;
  GtkWidget *name; /* the last child, so that it is drawn over the cells that go under it */
  GtkWidget *cells[FOOTHOLD_COMPARED_MOST];
  guint n;
};

G_DEFINE_FINAL_TYPE (FootholdComparisonLine, foothold_comparison_line, GTK_TYPE_WIDGET)

const char *
foothold_comparison_line_get_id (FootholdComparisonLine *self)
{
  return self->id;
}

void
foothold_comparison_line_set_columns (FootholdComparisonLine *self, const FootholdComparisonColumns *columns)
{
  self->columns = columns;
}

static void
grow (GtkWidget *widget, int *least, int *best)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *least = MAX (*least, minimum);
  *best = MAX (*best, natural);
}

void
foothold_comparison_line_measure_columns (FootholdComparisonLine *self,
                                          FootholdComparisonColumns *least,
                                          FootholdComparisonColumns *best)
{
  grow (self->name, &least->name, &best->name);
  for (guint i = 0; i < self->n; i++)
    grow (self->cells[i], &least->column, &best->column);
}

static GtkSizeRequestMode
foothold_comparison_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foothold_comparison_line_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  FootholdComparisonLine *self = FOOTHOLD_COMPARISON_LINE (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = self->columns->name + (int) self->n * self->columns->column;
      return;
    }

  gtk_widget_measure (self->name, GTK_ORIENTATION_VERTICAL, self->n > 0 ? self->columns->name : -1, &height, NULL, NULL,
                      NULL);
  for (guint i = 0; i < self->n; i++)
    {
      int cell;

      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_VERTICAL, self->columns->column, &cell, NULL, NULL, NULL);
      height = MAX (height, cell);
    }
  *minimum = *natural = height + 1;
}

/* @x: from where reading begins. */
static void
place (GtkWidget *widget, GtkWidget *child, int x, int width, int whole, int height)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? whole - x - width : x, 0, width, height }, -1);
}

static void
foothold_comparison_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdComparisonLine *self = FOOTHOLD_COMPARISON_LINE (widget);
  const FootholdComparisonColumns *columns = self->columns;
  int name = columns->name;

  for (guint i = 0; i < self->n; i++)
    place (widget, self->cells[i], columns->name + (int) i * columns->column, columns->column, width, height - 1);
  if (self->n == 0)
    gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name, NULL, NULL);
  place (widget, self->name, columns->shift, name, width, height - 1);
}

static void
foothold_comparison_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FootholdComparisonLine *self = FOOTHOLD_COMPARISON_LINE (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color, faint;

  GTK_WIDGET_CLASS (foothold_comparison_line_parent_class)->snapshot (widget, snapshot);
  gtk_widget_get_color (widget, &color);
  faint = color;
  faint.alpha *= 0.2f;
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
  /* Where the name lies over a value, half a number does not look like a whole one. */
  if (self->n > 0 && self->columns->shift > 0)
    {
      const float edge = (float) (self->columns->shift + self->columns->name - 1);
      const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      gtk_snapshot_append_color (snapshot, &faint,
                                 &GRAPHENE_RECT_INIT (rtl ? width - edge - 1 : edge, 0, 1, height - 1));
    }
  if (gtk_widget_has_visible_focus (widget))
    {
      GskRoundedRect ring;
      const GdkRGBA colors[] = { color, color, color, color };

      gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (1, 1, width - 2, height - 3), 6);
      gtk_snapshot_append_border (snapshot, &ring, (const float[]) { 2, 2, 2, 2 }, colors);
    }
}

static void
foothold_comparison_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foothold_comparison_line_parent_class)->dispose (object);
}

static void
foothold_comparison_line_class_init (FootholdComparisonLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_comparison_line_dispose;
  widget_class->get_request_mode = foothold_comparison_line_get_request_mode;
  widget_class->measure = foothold_comparison_line_measure;
  widget_class->size_allocate = foothold_comparison_line_size_allocate;
  widget_class->snapshot = foothold_comparison_line_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foothold_comparison_line_init (FootholdComparisonLine *self)
{
}

/* ---- what stands in it ---- */

/* A box around @child with a cell's room and the ground that what goes under it needs; @role of a table. */
static GtkWidget *
cell_of (GtkWidget *child, GtkAccessibleRole role)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", role, NULL);

  gtk_widget_set_margin_start (child, SIDE);
  gtk_widget_set_margin_end (child, SIDE);
  gtk_widget_set_margin_top (child, ABOVE);
  gtk_widget_set_margin_bottom (child, ABOVE);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (cell), child);
  return cell;
}

static GtkWidget *
text_new (const char *text, int least, int best)
{
  GtkWidget *label = gtk_label_new (NULL);

  foothold_label_set_lines (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), least);
  gtk_label_set_max_width_chars (GTK_LABEL (label), best);
  return label;
}

static GtkWidget *
name_label (FootholdComparisonLine *self)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (self->name));
}

static void
add_name (FootholdComparisonLine *self, const char *name, gboolean differs, GtkAccessibleRole role)
{
  GtkWidget *label = text_new (name, 11, 22);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* words stay whole, so that the column is as wide as the longest */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (differs)
    {
      /* a word and no picture: it grows with the text and stands on its line */
      GtkWidget *sign =
        g_object_new (GTK_TYPE_LABEL, "label", "≠", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (sign, "heading");
      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (sign, _ ("They do not all say the same"));
      gtk_box_append (GTK_BOX (box), sign);
      gtk_widget_add_css_class (label, "heading");
    }
  self->name = cell_of (box, role);
  gtk_widget_add_css_class (self->name, "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
}

static void
add_cell (FootholdComparisonLine *self, GtkWidget *cell)
{
  self->cells[self->n++] = cell;
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}

static GtkWidget *
range_new (const FootholdComparedLine *line, const FootholdComparedValue *value)
{
  GtkWidget *bar = foothold_range_bar_new (line->name);

  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (bar), value->lo, value->hi);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static GtkWidget *
value_new (const FootholdComparedLine *line, const FootholdComparedValue *value)
{
  GtkWidget *label;

  if (line->drawn)
    return range_new (line, value);

  label = text_new (foothold_compared_value_get_text (value), 14, 40);
  gtk_label_set_lines (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, value->text != NULL ? "numeric" : "fact-source");
  return label;
}

/* What a screen reader says of the whole line. */
static void
name_line (FootholdComparisonLine *self, const FootholdComparison *comparison, const FootholdComparedLine *line)
{
  GString *name = g_string_new (line->name);

  if (line->differs)
    /* Translators: of a fact that is not the same in all that are compared */
    g_string_append_printf (name, ", %s", _ ("differs"));
  for (guint i = 0; i < comparison->n; i++)
    {
      const FootholdComparedValue *value = &line->values[i];

      g_string_append_printf (name, "; %s: %s", comparison->rows[i]->title,
                              value->text != NULL || value->not_said ? foothold_compared_value_get_text (value)
                                                                     : C_ ("fact", "unknown"));
    }
  g_string_replace (name, "\n", ", ", 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

GtkWidget *
foothold_comparison_line_new_heads (GtkWidget *const *heads, guint n)
{
  FootholdComparisonLine *self = g_object_new (FOOTHOLD_TYPE_COMPARISON_LINE, NULL);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = cell_of (heads[i], GTK_ACCESSIBLE_ROLE_GENERIC);

      gtk_widget_add_css_class (cell, "view");
      add_cell (self, cell);
    }
  add_name (self, _ ("Fact"), FALSE, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  /* it covers what goes under it, up to its edges */
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_add_css_class (name_label (self), "caption-heading");
  return GTK_WIDGET (self);
}

GtkWidget *
foothold_comparison_line_new_group (const char *name)
{
  FootholdComparisonLine *self = g_object_new (FOOTHOLD_TYPE_COMPARISON_LINE, NULL);

  add_name (self, name, FALSE, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_label_set_wrap (GTK_LABEL (name_label (self)), FALSE);
  gtk_widget_add_css_class (name_label (self), "caption-heading");
  gtk_widget_set_margin_top (self->name, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

GtkWidget *
foothold_comparison_line_new (const FootholdComparison *comparison, const FootholdComparedLine *line)
{
  FootholdComparisonLine *self = g_object_new (FOOTHOLD_TYPE_COMPARISON_LINE, NULL);

  self->id = line->id;
  for (guint i = 0; i < comparison->n; i++)
    add_cell (self, cell_of (value_new (line, &line->values[i]), GTK_ACCESSIBLE_ROLE_CELL));
  add_name (self, line->name, line->differs, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  name_line (self, comparison, line);
  return GTK_WIDGET (self);
}
