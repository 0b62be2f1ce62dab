/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-line-head.h"

#include <glib/gi18n.h>

struct _FootholdLineHead
{
  GtkWidget parent_instance;

  FootholdColumns *columns;
  GPtrArray *heads; /* GtkWidget, one a column */
  GPtrArray *arrows; /* NULL where nothing is ordered by it */
  guint ordered; /* the column of the order */
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (FootholdLineHead, foothold_line_head, GTK_TYPE_WIDGET)

/* The property of the head is what is meant for it; the bus of GTK 4.18 passes on only what the button says. */
static void
show_sort (FootholdLineHead *self, guint i, GtkAccessibleSort sort)
{
  GtkWidget *head = g_ptr_array_index (self->heads, i);
  GtkWidget *arrow = g_ptr_array_index (self->arrows, i);
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_widget_get_first_child (head));

  gtk_widget_set_visible (arrow, sort != GTK_ACCESSIBLE_SORT_NONE);
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow),
                                sort == GTK_ACCESSIBLE_SORT_DESCENDING ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
  if (sort == GTK_ACCESSIBLE_SORT_NONE)
    gtk_accessible_reset_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    sort == GTK_ACCESSIBLE_SORT_DESCENDING ? _ ("Sorted, Descending")
                                                                           : _ ("Sorted, Ascending"),
                                    -1);
}

void
foothold_line_head_set_order (FootholdLineHead *self, const char *order, gboolean reversed)
{
  g_return_if_fail (FOOTHOLD_IS_LINE_HEAD (self));

  for (guint i = 0; i < self->arrows->len; i++)
    if (g_ptr_array_index (self->arrows, i) != NULL)
      {
        const FootholdColumn *column = foothold_columns_get (self->columns, i);
        const gboolean is = g_strcmp0 (column->order, order) == 0;
        const gboolean descending = column->falls != reversed;

        show_sort (self, i,
                   !is          ? GTK_ACCESSIBLE_SORT_NONE
                   : descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                                : GTK_ACCESSIBLE_SORT_ASCENDING);
        if (is)
          {
            self->ordered = i;
            self->descending = descending;
          }
      }
}

void
foothold_line_head_announce (FootholdLineHead *self)
{
  g_autofree char *said = NULL;

  g_return_if_fail (FOOTHOLD_IS_LINE_HEAD (self));
  g_return_if_fail (self->columns != NULL);

  /* Translators: %s is the head of a column, such as “Hours”. */
  said = g_strdup_printf (self->descending ? _ ("Sorted by %s, descending") : _ ("Sorted by %s, ascending"),
                          _ (foothold_columns_get (self->columns, self->ordered)->title));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A button inside what is told as the head: the bus of GTK 4.18 has no role for the head itself. */
static GtkWidget *
make_button (const FootholdColumn *column, GtkWidget *label, GtkWidget *arrow, const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  /* without padding: the head stands where its column begins */
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plain-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", column->order);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->title), -1);
  return button;
}

static void
add_head (FootholdLineHead *self, const FootholdColumn *column, const char *action)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  /* what is always there and nothing is ordered by, a mark, is known by sight */
  GtkWidget *label = gtk_label_new (column->fixed && column->order == NULL ? NULL : _ (column->title));
  GtkWidget *arrow = column->order != NULL ? gtk_image_new () : NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->title), -1);
  gtk_box_append (GTK_BOX (head), arrow != NULL ? make_button (column, label, arrow, action) : label);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  g_ptr_array_add (self->heads, head);
  g_ptr_array_add (self->arrows, arrow);
}

void
foothold_line_head_set_columns (FootholdLineHead *self, FootholdColumns *columns, const char *action)
{
  g_return_if_fail (FOOTHOLD_IS_LINE_HEAD (self));
  g_return_if_fail (self->columns == NULL);

  self->columns = g_object_ref (columns);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), foothold_column_layout_new (columns));
  for (guint i = 0; i < foothold_columns_get_n (columns); i++)
    add_head (self, foothold_columns_get (columns, i), action);
}

static void
foothold_line_head_dispose (GObject *object)
{
  FootholdLineHead *self = FOOTHOLD_LINE_HEAD (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->arrows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (foothold_line_head_parent_class)->dispose (object);
}

static void
foothold_line_head_finalize (GObject *object)
{
  FootholdLineHead *self = FOOTHOLD_LINE_HEAD (object);

  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->arrows);

  G_OBJECT_CLASS (foothold_line_head_parent_class)->finalize (object);
}

static void
foothold_line_head_class_init (FootholdLineHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_line_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_line_head_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foothold_line_head_init (FootholdLineHead *self)
{
  self->heads = g_ptr_array_new ();
  self->arrows = g_ptr_array_new ();
}
