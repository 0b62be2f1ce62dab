// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-line.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

enum
{
  COLUMN_MARK,
  COLUMN_STAR,
  COLUMN_TITLE,
  COLUMN_HOST,
  COLUMN_STATE,
  COLUMN_FIT,
  COLUMN_HOURS,
  COLUMN_PAY,
  COLUMN_RATE,
  COLUMN_DEADLINE,
  COLUMN_MODE,
  COLUMN_AREA,
  COLUMN_ADDED,
  N_COLUMNS
};

static const FootholdColumn columns[N_COLUMNS] = {
  [COLUMN_MARK] = { "mark", N_ ("Selected"), NULL, 3, FALSE, TRUE, FALSE },
  [COLUMN_STAR] = { "star", N_ ("Star"), NULL, 4, FALSE, TRUE, TRUE },
  [COLUMN_TITLE] = { "title", N_ ("Title"), "title", 16, TRUE, TRUE, TRUE },
  [COLUMN_HOST] = { "host", N_ ("Organisation"), NULL, 11, TRUE, FALSE, TRUE },
  [COLUMN_STATE] = { "state", N_ ("State"), NULL, 12, FALSE, FALSE, FALSE },
  [COLUMN_FIT] = { "fit", N_ ("Fit"), "fit", 11, FALSE, FALSE, TRUE },
  [COLUMN_HOURS] = { "hours", N_ ("Hours"), "hours", 8, FALSE, FALSE, TRUE },
  [COLUMN_PAY] = { "pay", N_ ("Pay"), NULL, 12, FALSE, FALSE, TRUE },
  [COLUMN_RATE] = { "rate", N_ ("Pay an Hour"), "rate", 14, FALSE, FALSE, FALSE },
  [COLUMN_DEADLINE] = { "deadline", N_ ("Apply By"), "deadline", 14, FALSE, FALSE, TRUE },
  [COLUMN_MODE] = { "mode", N_ ("Work Mode"), NULL, 11, FALSE, FALSE, FALSE },
  [COLUMN_AREA] = { "area", N_ ("Area"), NULL, 18, FALSE, FALSE, FALSE },
  [COLUMN_ADDED] = { "added", N_ ("Added"), "newest", 12, FALSE, FALSE, FALSE },
};

/* There as long as a line, a head or a board uses them. */
static FootholdColumns *shared_columns;

FootholdColumns *
foothold_opportunity_line_ref_columns (void)
{
  if (shared_columns != NULL)
    return g_object_ref (shared_columns);

  shared_columns = foothold_columns_new (columns, N_COLUMNS);
  g_object_add_weak_pointer (G_OBJECT (shared_columns), (gpointer *) &shared_columns);
  return shared_columns;
}

FootholdColumns *
foothold_opportunity_line_get_columns (void)
{
  return shared_columns;
}

void
foothold_opportunity_line_show_marks (gboolean shown)
{
  if (shared_columns != NULL)
    foothold_columns_set_needed (shared_columns, COLUMN_MARK, shown);
}

/* ---- a line ---- */

struct _FootholdOpportunityLine
{
  FootholdOpportunityItem parent_instance;

  GtkWidget *cells[N_COLUMNS]; /* a check mark, a star, then labels */
};

G_DEFINE_FINAL_TYPE (FootholdOpportunityLine, foothold_opportunity_line, FOOTHOLD_TYPE_OPPORTUNITY_ITEM)

static void
put (FootholdOpportunityLine *self, guint column, const char *text)
{
  foothold_label_set_text (GTK_LABEL (self->cells[column]), text != NULL ? text : FOOTHOLD_UNKNOWN_TEXT);
}

static void
put_taken (FootholdOpportunityLine *self, guint column, char *text)
{
  put (self, column, text);
  g_free (text);
}

/* NULL where nothing is known. */
static char *
dup_fit (const FootholdOpportunityRow *row)
{
  double lo, hi;

  return foothold_read_fit (row, &lo, &hi) ? foothold_format_range (lo, hi) : NULL;
}

static void
name_line (FootholdOpportunityLine *self, const FootholdOpportunityRow *row)
{
  GString *name = g_string_new (row->title);

  if (row->starred == 1)
    g_string_append_printf (name, ", %s", _ ("starred"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static void
foothold_opportunity_line_show (FootholdOpportunityItem *item, const FootholdOpportunityRow *row)
{
  FootholdOpportunityLine *self = FOOTHOLD_OPPORTUNITY_LINE (item);
  gboolean urgent;

  for (guint i = COLUMN_STAR; i < N_COLUMNS; i++)
    gtk_widget_set_opacity (self->cells[i], row != NULL ? 1 : 0);
  if (row == NULL)
    return;

  foothold_opportunity_item_show_star (GTK_TOGGLE_BUTTON (self->cells[COLUMN_STAR]), row);

  put (self, COLUMN_TITLE, row->title);
  put (self, COLUMN_HOST, row->organisation);
  put (self, COLUMN_STATE,
       row->archived_at != GINT64_UNKNOWN ? _ ("Archived") : foothold_field_slug_name ("state", row->state));
  put_taken (self, COLUMN_FIT, dup_fit (row));
  put_taken (self, COLUMN_HOURS, foothold_format_hours (row->minutes_min, row->minutes_max));
  put_taken (self, COLUMN_PAY, foothold_format_pay (row));
  put_taken (self, COLUMN_RATE, foothold_format_rate (row));
  put_taken (self, COLUMN_DEADLINE, foothold_format_deadline (row, NULL, &urgent));
  put (self, COLUMN_MODE, foothold_field_slug_name ("work_mode", row->work_mode));
  put (self, COLUMN_AREA, foothold_field_slug_name ("area", row->area));
  put_taken (self, COLUMN_ADDED, foothold_format_instant (row->created_at, NULL, FALSE));
  if (row->unread == 1)
    gtk_widget_add_css_class (self->cells[COLUMN_TITLE], "heading");
  else
    gtk_widget_remove_css_class (self->cells[COLUMN_TITLE], "heading");
  name_line (self, row);
}

static void
foothold_opportunity_line_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdOpportunityLine *self = FOOTHOLD_OPPORTUNITY_LINE (row);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->cells[COLUMN_MARK]), marked);
  FOOTHOLD_RECYCLER_ROW_CLASS (foothold_opportunity_line_parent_class)->show_mark (row, picking, marked);
}

static void
foothold_opportunity_line_class_init (FootholdOpportunityLineClass *klass)
{
  FOOTHOLD_OPPORTUNITY_ITEM_CLASS (klass)->show = foothold_opportunity_line_show;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_opportunity_line_show_mark;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foothold_opportunity_line_init (FootholdOpportunityLine *self)
{
  g_autoptr (FootholdColumns) all = foothold_opportunity_line_ref_columns ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), foothold_column_layout_new (all));
  gtk_widget_add_css_class (GTK_WIDGET (self), "opportunity-line");

  /* Shows what the line's own state says already. */
  self->cells[COLUMN_MARK] = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "can-target", FALSE, "can-focus", FALSE, NULL);
  gtk_widget_set_parent (self->cells[COLUMN_MARK], GTK_WIDGET (self));
  self->cells[COLUMN_STAR] =
    g_object_new (GTK_TYPE_TOGGLE_BUTTON, "focusable", FALSE, "focus-on-click", FALSE, "has-tooltip", TRUE, NULL);
  gtk_widget_add_css_class (self->cells[COLUMN_STAR], "flat");
  gtk_widget_add_css_class (self->cells[COLUMN_STAR], "plain-button");
  gtk_widget_add_css_class (self->cells[COLUMN_STAR], "star-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[COLUMN_STAR]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Star"),
                                  -1);
  foothold_opportunity_item_connect_star (FOOTHOLD_OPPORTUNITY_ITEM (self),
                                          GTK_TOGGLE_BUTTON (self->cells[COLUMN_STAR]));
  gtk_widget_set_parent (self->cells[COLUMN_STAR], GTK_WIDGET (self));
  for (guint i = COLUMN_TITLE; i < N_COLUMNS; i++)
    {
      self->cells[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "xalign", 0.0,
                                     "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      if (i == COLUMN_FIT || i == COLUMN_HOURS || i == COLUMN_PAY || i == COLUMN_RATE)
        gtk_widget_add_css_class (self->cells[i], "numeric");
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}

/* ---- the head ---- */

struct _FootholdLineHead
{
  GtkWidget parent_instance;

  GtkWidget *heads[N_COLUMNS];
  GtkWidget *arrows[N_COLUMNS]; /* NULL where nothing is ordered by it */
  guint ordered; /* the column of the order */
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (FootholdLineHead, foothold_line_head, GTK_TYPE_WIDGET)

/* What is most stands first, unless that is reversed. */
static gboolean
falls (guint column)
{
  return column == COLUMN_FIT || column == COLUMN_RATE || column == COLUMN_ADDED;
}

/* The property of the head is what is meant for it; the bus of GTK 4.18 passes on only what the button says. */
static void
show_sort (FootholdLineHead *self, guint i, GtkAccessibleSort sort)
{
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_widget_get_first_child (self->heads[i]));

  gtk_widget_set_visible (self->arrows[i], sort != GTK_ACCESSIBLE_SORT_NONE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]),
                                sort == GTK_ACCESSIBLE_SORT_DESCENDING ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
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

  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->arrows[i] != NULL)
      {
        const gboolean is = g_strcmp0 (columns[i].order, order) == 0;
        const gboolean descending = falls (i) != reversed;

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

  /* Translators: %s is the head of a column, such as “Hours”. */
  said = g_strdup_printf (self->descending ? _ ("Sorted by %s, descending") : _ ("Sorted by %s, ascending"),
                          _ (columns[self->ordered].title));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A button inside what is told as the head: the bus of GTK 4.18 has no role for the head itself. */
static GtkWidget *
make_button (FootholdLineHead *self, guint i, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *button = gtk_button_new ();

  self->arrows[i] = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->arrows[i]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  /* without padding: the head stands where its column begins */
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plain-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "board.sort");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", columns[i].order);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (columns[i].title), -1);
  return button;
}

static GtkWidget *
make_head (FootholdLineHead *self, guint i)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  GtkWidget *label = gtk_label_new (i == COLUMN_MARK || i == COLUMN_STAR ? NULL : _ (columns[i].title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (columns[i].title), -1);
  gtk_box_append (GTK_BOX (head), columns[i].order != NULL ? make_button (self, i, label) : label);
  return head;
}

static void
foothold_line_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foothold_line_head_parent_class)->dispose (object);
}

static void
foothold_line_head_class_init (FootholdLineHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_line_head_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foothold_line_head_init (FootholdLineHead *self)
{
  g_autoptr (FootholdColumns) all = foothold_opportunity_line_ref_columns ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), foothold_column_layout_new (all));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->heads[i] = make_head (self, i);
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
    }
  foothold_line_head_set_order (self, "newest", FALSE);
}
