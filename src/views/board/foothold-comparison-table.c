// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-table.h"

#include "views/board/foothold-comparison-line.h"

#include <glib/gi18n.h>

/*
 * The lines are as wide as the table, which lies in a viewport. What is to stay is put where the viewport stands and
 * drawn last: the head in here, the names in their lines.
 */

struct _FootholdComparisonTable
{
  GtkWidget parent_instance;

  GtkWidget *head; /* the last child */
  GPtrArray *lines; /* of FootholdComparisonLine, groups too */
  guint current; /* the line that Tab comes to */
  FootholdComparisonColumns columns;
  guint n;
  GtkAdjustment *across, *down; /* of the viewport */
};

G_DEFINE_FINAL_TYPE (FootholdComparisonTable, foothold_comparison_table, GTK_TYPE_WIDGET)

static FootholdComparisonLine *
line_at (FootholdComparisonTable *self, guint i)
{
  return g_ptr_array_index (self->lines, i);
}

static gboolean
is_rtl (FootholdComparisonTable *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* ---- sizes ---- */

static void
measure_columns (FootholdComparisonTable *self, FootholdComparisonColumns *least, FootholdComparisonColumns *best)
{
  *least = *best = (FootholdComparisonColumns) { 0, 0, 0 };
  if (self->head != NULL)
    foothold_comparison_line_measure_columns (FOOTHOLD_COMPARISON_LINE (self->head), least, best);
  for (guint i = 0; i < self->lines->len; i++)
    if (foothold_comparison_line_get_id (line_at (self, i)) != NULL)
      foothold_comparison_line_measure_columns (line_at (self, i), least, best);
}

/* Names get what they would like where all columns have what they need, the columns the rest. */
static void
set_columns (FootholdComparisonTable *self, int width)
{
  FootholdComparisonColumns least, best;
  int spare;

  measure_columns (self, &least, &best);
  spare = MAX (0, width - least.name - (int) self->n * least.column);
  self->columns.name = least.name + MIN (spare / 3, best.name - least.name);
  self->columns.column = self->n > 0 ? MAX (least.column, (width - self->columns.name) / (int) self->n) : 0;
}

static GtkSizeRequestMode
foothold_comparison_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
height_of (GtkWidget *line)
{
  int height;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
foothold_comparison_table_measure (GtkWidget *widget,
                                   GtkOrientation orientation,
                                   int for_size,
                                   int *minimum,
                                   int *natural,
                                   int *minimum_baseline,
                                   int *natural_baseline)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (widget);
  FootholdComparisonColumns least, best;

  measure_columns (self, &least, &best);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least.name + (int) self->n * least.column;
      *natural = best.name + (int) self->n * best.column;
      return;
    }

  set_columns (self, for_size >= 0 ? for_size : best.name + (int) self->n * best.column);
  *minimum = self->head != NULL ? height_of (self->head) : 0;
  for (guint i = 0; i < self->lines->len; i++)
    *minimum += height_of (g_ptr_array_index (self->lines, i));
  *natural = *minimum;
}

static void
foothold_comparison_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (widget);
  int y = 0;

  if (self->head == NULL)
    return;

  set_columns (self, width);
  self->columns.shift = 0;
  if (self->across != NULL)
    {
      const int value = (int) gtk_adjustment_get_value (self->across);

      self->columns.shift = is_rtl (self) ? width - value - (int) gtk_adjustment_get_page_size (self->across) : value;
      self->columns.shift = CLAMP (self->columns.shift, 0, MAX (0, width - self->columns.name));
    }
  y = height_of (self->head);
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);
      const int line_height = height_of (line);

      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, y, width, line_height }, -1);
      y += line_height;
    }
  gtk_widget_size_allocate (self->head,
                            &(GtkAllocation) { 0, self->down != NULL ? (int) gtk_adjustment_get_value (self->down) : 0,
                                               width, height_of (self->head) },
                            -1);
}

/* ---- what is in view ---- */

static void
scrolled_cb (FootholdComparisonTable *self)
{
  /* where a line's own place stays the same, its name's does not */
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_queue_allocate (g_ptr_array_index (self->lines, i));
  if (self->head != NULL)
    gtk_widget_queue_allocate (self->head);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
follow (FootholdComparisonTable *self, GtkAdjustment **held, GtkAdjustment *adjustment)
{
  if (*held != NULL)
    g_signal_handlers_disconnect_by_data (*held, self);
  g_set_object (held, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
foothold_comparison_table_root (GtkWidget *widget)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (foothold_comparison_table_parent_class)->root (widget);
  if (viewport == NULL)
    return;
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  follow (self, &self->across, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)));
  follow (self, &self->down, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
}

static void
foothold_comparison_table_unroot (GtkWidget *widget)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (widget);

  follow (self, &self->across, NULL);
  follow (self, &self->down, NULL);
  GTK_WIDGET_CLASS (foothold_comparison_table_parent_class)->unroot (widget);
}

static void
reveal_line (FootholdComparisonTable *self, GtkWidget *line)
{
  graphene_rect_t bounds;
  const double head = gtk_widget_get_height (self->head);

  /* before it has a place there is nothing to bring into view */
  if (self->down == NULL || head == 0 || !gtk_widget_compute_bounds (line, GTK_WIDGET (self), &bounds))
    return;
  /* the group's name comes along with its first line */
  if (line == g_ptr_array_index (self->lines, MIN (1, self->lines->len - 1)))
    gtk_adjustment_set_value (self->down, 0);
  else if (bounds.origin.y - head < gtk_adjustment_get_value (self->down))
    gtk_adjustment_set_value (self->down, bounds.origin.y - head);
  else if (bounds.origin.y + bounds.size.height
           > gtk_adjustment_get_value (self->down) + gtk_adjustment_get_page_size (self->down))
    gtk_adjustment_set_value (self->down,
                              bounds.origin.y + bounds.size.height - gtk_adjustment_get_page_size (self->down));
}

/* Brings column @i beside the names. */
static void
reveal_column (FootholdComparisonTable *self, guint i)
{
  const int start = self->columns.name + (int) i * self->columns.column;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int page, shift = self->columns.shift;

  if (self->across == NULL)
    return;
  page = (int) gtk_adjustment_get_page_size (self->across);
  if (start - self->columns.name < shift || page < self->columns.name + self->columns.column)
    shift = start - self->columns.name;
  else if (start + self->columns.column > shift + page)
    shift = start + self->columns.column - page;
  gtk_adjustment_set_value (self->across, is_rtl (self) ? width - shift - page : shift);
}

static void
entered_head_cb (GtkEventController *controller, FootholdComparisonTable *self)
{
  GtkWidget *head = gtk_event_controller_get_widget (controller);

  reveal_column (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (head), "column")));
}

static void
entered_line_cb (GtkEventController *controller, FootholdComparisonTable *self)
{
  reveal_line (self, gtk_event_controller_get_widget (controller));
}

/* ---- keys ---- */

/* Tab comes to one line, the one that had the focus last. */
static void
set_current (FootholdComparisonTable *self, guint current)
{
  self->current = current;
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (self->lines, i), i == current);
}

static gboolean
go_to (FootholdComparisonTable *self, int from, int step)
{
  for (int i = from; i >= 0 && i < (int) self->lines->len; i += step)
    if (foothold_comparison_line_get_id (line_at (self, (guint) i)) != NULL)
      {
        set_current (self, (guint) i);
        /* also where it has the focus already and was scrolled away */
        reveal_line (self, g_ptr_array_index (self->lines, (guint) i));
        return gtk_widget_grab_focus (g_ptr_array_index (self->lines, (guint) i));
      }

  return FALSE;
}

/* The first column that is seen whole, and the one after it in the direction of @step. */
static void
go_sideways (FootholdComparisonTable *self, int step)
{
  const int seen = self->columns.column > 0 ? self->columns.shift / self->columns.column : 0;
  const gboolean partly = self->columns.column > 0 && self->columns.shift % self->columns.column != 0;
  const int next = step > 0 ? seen + 1 : partly ? seen : seen - 1;
  const int shift = CLAMP (next, 0, (int) self->n - 1) * self->columns.column;

  if (self->across != NULL)
    gtk_adjustment_set_value (self->across, is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - shift
                                                              - gtk_adjustment_get_page_size (self->across)
                                                          : shift);
}

static gboolean
key_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state, FootholdComparisonTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->lines->len == 0 || focus != g_ptr_array_index (self->lines, self->current)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
      go_to (self, (int) self->current + 1, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      /* above the first line are the heads */
      if (!go_to (self, (int) self->current - 1, -1))
        gtk_widget_child_focus (self->head, GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      go_to (self, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      go_to (self, (int) self->lines->len - 1, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      go_sideways (self, (key == GDK_KEY_Right) != is_rtl (self) ? 1 : -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- filling ---- */

void
foothold_comparison_table_set_heads (FootholdComparisonTable *self, GtkWidget *const *heads, guint n)
{
  g_return_if_fail (FOOTHOLD_IS_COMPARISON_TABLE (self));

  g_clear_pointer (&self->head, gtk_widget_unparent);
  self->n = n;
  self->head = foothold_comparison_line_new_heads (heads, n);
  foothold_comparison_line_set_columns (FOOTHOLD_COMPARISON_LINE (self->head), &self->columns);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      GtkEventController *controller = gtk_event_controller_focus_new ();

      g_object_set_data (G_OBJECT (heads[i]), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (controller, "enter", G_CALLBACK (entered_head_cb), self, 0);
      gtk_widget_add_controller (heads[i], controller);
    }
}

static void
add_line (FootholdComparisonTable *self, GtkWidget *line)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  foothold_comparison_line_set_columns (FOOTHOLD_COMPARISON_LINE (line), &self->columns);
  g_signal_connect_object (controller, "enter", G_CALLBACK (entered_line_cb), self, 0);
  gtk_widget_add_controller (line, controller);
  /* before the head, which lies over them */
  gtk_widget_insert_before (line, GTK_WIDGET (self), self->head);
  g_ptr_array_add (self->lines, line);
}

static void
clear_lines (FootholdComparisonTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
}

static guint
find_line (FootholdComparisonTable *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->lines->len; i++)
    if (g_strcmp0 (foothold_comparison_line_get_id (line_at (self, i)), id) == 0)
      return i;
  for (guint i = 0; i < self->lines->len; i++)
    if (foothold_comparison_line_get_id (line_at (self, i)) != NULL)
      return i;

  return 0;
}

void
foothold_comparison_table_show (FootholdComparisonTable *self,
                                const FootholdComparison *comparison,
                                gboolean only_differences)
{
  const char *id;
  const char *group = NULL;
  gboolean focused;

  g_return_if_fail (FOOTHOLD_IS_COMPARISON_TABLE (self));
  g_return_if_fail (comparison->n == self->n);

  id = self->lines->len > 0 ? foothold_comparison_line_get_id (line_at (self, self->current)) : NULL;
  focused = self->lines->len > 0 && gtk_widget_is_focus (g_ptr_array_index (self->lines, self->current));
  clear_lines (self);
  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const FootholdComparedLine *line = &g_array_index (comparison->lines, FootholdComparedLine, i);

      if (only_differences && !line->differs)
        continue;
      if (line->group != group)
        add_line (self, foothold_comparison_line_new_group (line->group));
      group = line->group;
      add_line (self, foothold_comparison_line_new (comparison, line));
    }
  set_current (self, find_line (self, id));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The keys come to a line, not to the buttons above it. */
static gboolean
foothold_comparison_table_grab_focus (GtkWidget *widget)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (widget);

  return self->lines->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->lines, self->current));
}

static void
foothold_comparison_table_dispose (GObject *object)
{
  FootholdComparisonTable *self = FOOTHOLD_COMPARISON_TABLE (object);

  clear_lines (self);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_object (&self->across);
  g_clear_object (&self->down);

  G_OBJECT_CLASS (foothold_comparison_table_parent_class)->dispose (object);
}

static void
foothold_comparison_table_finalize (GObject *object)
{
  g_ptr_array_unref (FOOTHOLD_COMPARISON_TABLE (object)->lines);

  G_OBJECT_CLASS (foothold_comparison_table_parent_class)->finalize (object);
}

static void
foothold_comparison_table_class_init (FootholdComparisonTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_comparison_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_comparison_table_finalize;
  widget_class->get_request_mode = foothold_comparison_table_get_request_mode;
  widget_class->measure = foothold_comparison_table_measure;
  widget_class->size_allocate = foothold_comparison_table_size_allocate;
  widget_class->grab_focus = foothold_comparison_table_grab_focus;
  widget_class->root = foothold_comparison_table_root;
  widget_class->unroot = foothold_comparison_table_unroot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
foothold_comparison_table_init (FootholdComparisonTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lines = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
