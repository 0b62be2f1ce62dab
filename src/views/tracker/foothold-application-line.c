// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-line.h"

#include "model/foothold-fields.h"
#include "model/foothold-format-application.h"
#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

enum
{
  COLUMN_MARK,
  COLUMN_TITLE,
  COLUMN_HOST,
  COLUMN_STAGE,
  COLUMN_STATE,
  COLUMN_STEP,
  COLUMN_DEADLINE,
  COLUMN_SENT,
  COLUMN_SILENCE,
  COLUMN_CHANNEL,
  COLUMN_RESUME,
  COLUMN_SOURCE,
  COLUMN_AREA,
  COLUMN_ADDED,
  N_COLUMNS
};

static const FootholdColumn columns[N_COLUMNS] = {
  [COLUMN_MARK] = { "mark", N_ ("Selected"), NULL, 3, FALSE, TRUE, FALSE, FALSE },
  [COLUMN_TITLE] = { "title", N_ ("Title"), "title", 22, TRUE, TRUE, TRUE, FALSE },
  [COLUMN_HOST] = { "organisation", N_ ("Organisation"), "organisation", 16, TRUE, FALSE, TRUE, FALSE },
  [COLUMN_STAGE] = { "column", N_ ("Column"), "board", 11, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), "state", 15, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_STEP] = { "next", N_ ("Next Step"), "next", 16, TRUE, FALSE, TRUE, FALSE },
  [COLUMN_DEADLINE] = { "deadline", N_ ("Deadline"), "deadline", 11, FALSE, FALSE, TRUE, FALSE },
  [COLUMN_SENT] = { "sent", N_ ("Sent"), "sent", 11, FALSE, FALSE, TRUE, TRUE },
  [COLUMN_SILENCE] = { "silence", N_ ("Silence"), "silence", 9, FALSE, FALSE, TRUE, TRUE },
  [COLUMN_CHANNEL] = { "channel", N_ ("Sent By"), NULL, 14, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_RESUME] = { "resume", N_ ("Résumé Version"), NULL, 14, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_SOURCE] = { "source", N_ ("Source"), NULL, 16, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_AREA] = { "area", N_ ("Area"), NULL, 18, FALSE, FALSE, FALSE, FALSE },
  [COLUMN_ADDED] = { "added", N_ ("Added"), "newest", 16, FALSE, FALSE, FALSE, TRUE },
};

/* There as long as a line or a table uses them. */
static FootholdColumns *shared_columns;

FootholdColumns *
foothold_application_line_ref_columns (void)
{
  if (shared_columns != NULL)
    return g_object_ref (shared_columns);

  shared_columns = foothold_columns_new (columns, N_COLUMNS);
  g_object_add_weak_pointer (G_OBJECT (shared_columns), (gpointer *) &shared_columns);
  return shared_columns;
}

void
foothold_application_line_show_marks (gboolean shown)
{
  if (shared_columns != NULL)
    foothold_columns_set_needed (shared_columns, COLUMN_MARK, shown);
}

/* ---- a line ---- */

struct _FootholdApplicationLine
{
  FootholdApplicationItem parent_instance;

  GtkWidget *cells[N_COLUMNS]; /* a check mark, then labels */
};

G_DEFINE_FINAL_TYPE (FootholdApplicationLine, foothold_application_line, FOOTHOLD_TYPE_APPLICATION_ITEM)

static void
put (FootholdApplicationLine *self, guint column, const char *text)
{
  foothold_label_set_text (GTK_LABEL (self->cells[column]), text != NULL ? text : FOOTHOLD_UNKNOWN_TEXT);
}

static void
put_taken (FootholdApplicationLine *self, guint column, char *text)
{
  put (self, column, text);
  g_free (text);
}

/* What asks for attention has the colour too. */
static void
tint (FootholdApplicationLine *self, guint column, const char *style)
{
  static const char *const styles[] = { "accent", "warning", NULL };

  for (guint i = 0; styles[i] != NULL; i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (self->cells[column], styles[i]);
    else
      gtk_widget_remove_css_class (self->cells[column], styles[i]);
}

/* NULL where nothing has to be done until a day: of a draft it is that of the posting, of an offer that of its answer.
 */
static const char *
get_deadline (const FootholdApplicationRow *row)
{
  if (g_strcmp0 (row->state, "draft") == 0)
    return row->apply_by;
  return g_strcmp0 (row->state, "offer") == 0 ? row->offer_by : NULL;
}

static void
show_clocks (FootholdApplicationLine *self, const FootholdApplicationRow *row, guint patience)
{
  FootholdSilenceClock clock;
  gboolean overdue, urgent;
  g_autofree char *day = NULL;
  g_autofree char *step = foothold_format_application_step (row, NULL, &overdue, &day);
  g_autofree char *due = foothold_format_application_due (row, NULL, &urgent);

  foothold_application_look (row, patience, NULL, &clock);
  /* the day first: the column may be too narrow for both */
  put_taken (self, COLUMN_STEP, day != NULL ? g_strdup_printf ("%s · %s", day, step) : g_strdup (step));
  foothold_tooltip_set_text (self->cells[COLUMN_STEP], step);
  tint (self, COLUMN_STEP, overdue ? "warning" : NULL);
  put_taken (self, COLUMN_DEADLINE,
             get_deadline (row) != NULL ? foothold_format_date (get_deadline (row), NULL) : NULL);
  tint (self, COLUMN_DEADLINE, get_deadline (row) != NULL && urgent ? "warning" : NULL);
  put_taken (self, COLUMN_SENT, row->sent_on != NULL ? foothold_format_date (row->sent_on, NULL) : NULL);
  put_taken (self, COLUMN_SILENCE,
             clock.step != FOOTHOLD_SILENCE_NONE && clock.days > 0
               /* Translators: in a column “Silence”: for so long nothing was heard */
               ? g_strdup_printf (ngettext ("%'d day", "%'d days", (gulong) clock.days), clock.days)
               : NULL);
  tint (self, COLUMN_SILENCE,
        clock.step == FOOTHOLD_SILENCE_NO_ANSWER   ? "warning"
        : clock.step == FOOTHOLD_SILENCE_FOLLOW_UP ? "accent"
                                                   : NULL);
}

static void
foothold_application_line_show (FootholdApplicationItem *item, const FootholdApplicationRow *row)
{
  FootholdApplicationLine *self = FOOTHOLD_APPLICATION_LINE (item);
  GtkWidget *found = gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TRACKER_VIEW);
  FootholdTrackerView *view = found != NULL ? FOOTHOLD_TRACKER_VIEW (found) : NULL;

  for (guint i = COLUMN_TITLE; i < N_COLUMNS; i++)
    gtk_widget_set_opacity (self->cells[i], row != NULL ? 1 : 0);
  if (row == NULL)
    return;

  put (self, COLUMN_TITLE, row->title);
  put (self, COLUMN_HOST, row->organisation);
  put (self, COLUMN_STAGE, view != NULL ? foothold_tracker_view_get_stage_name (view, row->stage) : NULL);
  put (self, COLUMN_STATE,
       row->archived_at != GINT64_UNKNOWN ? _ ("Archived")
                                          : foothold_list_name (&foothold_application_states, row->state));
  show_clocks (self, row, foothold_tracker_view_find_patience (GTK_WIDGET (self)));
  put (self, COLUMN_CHANNEL,
       row->channel != NULL ? foothold_list_name (&foothold_application_channels, row->channel) : NULL);
  put (self, COLUMN_RESUME, row->resume_version);
  put (self, COLUMN_SOURCE, foothold_field_slug_name ("source", row->source));
  put (self, COLUMN_AREA, foothold_field_slug_name ("area", row->area));
  put_taken (self, COLUMN_ADDED, foothold_format_instant (row->created_at, NULL, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->title, -1);
}

static void
foothold_application_line_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (FOOTHOLD_APPLICATION_LINE (row)->cells[COLUMN_MARK]), marked);
}

static void
foothold_application_line_class_init (FootholdApplicationLineClass *klass)
{
  FOOTHOLD_APPLICATION_ITEM_CLASS (klass)->show = foothold_application_line_show;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_application_line_show_mark;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
foothold_application_line_init (FootholdApplicationLine *self)
{
  g_autoptr (FootholdColumns) all = foothold_application_line_ref_columns ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), foothold_column_layout_new (all));

  /* Shows what the line's own state says already. */
  self->cells[COLUMN_MARK] = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "can-target", FALSE, "can-focus", FALSE, NULL);
  gtk_widget_set_parent (self->cells[COLUMN_MARK], GTK_WIDGET (self));
  for (guint i = COLUMN_TITLE; i < N_COLUMNS; i++)
    {
      self->cells[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "xalign", 0.0,
                                     "single-line-mode", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      if (i == COLUMN_DEADLINE || i == COLUMN_SENT || i == COLUMN_SILENCE || i == COLUMN_ADDED)
        gtk_widget_add_css_class (self->cells[i], "numeric");
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}
