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
  [COLUMN_MARK] = { "mark", N_ ("Selected"), NULL, 3, FALSE, TRUE, FALSE, FALSE },
  [COLUMN_STAR] = { "star", N_ ("Star"), NULL, 4, FALSE, TRUE, TRUE, FALSE },
  [COLUMN_TITLE] = { "title", N_ ("Title"), "title", 16, TRUE, TRUE, TRUE, FALSE },
  [COLUMN_HOST] = { "host", N_ ("Organisation"), NULL, 11, TRUE, FALSE, TRUE, FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), NULL, 12, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_FIT] = { "fit", N_ ("Fit"), "fit", 11, FALSE, FALSE, TRUE, TRUE },
  [COLUMN_HOURS] = { "hours", N_ ("Hours"), "hours", 8, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_PAY] = { "pay", N_ ("Fee"), NULL, 12, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_RATE] = { "rate", N_ ("Pay an Hour"), "rate", 14, FALSE, FALSE, FALSE, TRUE },
  [COLUMN_DEADLINE] = { "deadline", N_ ("Apply By"), "deadline", 14, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_MODE] = { "mode", N_ ("Work Mode"), NULL, 11, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_AREA] = { "area", N_ ("Area"), NULL, 18, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_ADDED] = { "added", N_ ("Added"), "newest", 12, FALSE, FALSE, FALSE, TRUE },
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
                                     "single-line-mode", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      if (i == COLUMN_FIT || i == COLUMN_HOURS || i == COLUMN_PAY || i == COLUMN_RATE)
        gtk_widget_add_css_class (self->cells[i], "numeric");
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}
