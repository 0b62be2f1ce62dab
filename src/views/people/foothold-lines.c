// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-lines.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "rules/foothold-lists.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

void
foothold_lines_clear (GtkListBox *list, guint n_fixed)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n_fixed)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
foothold_lines_add_button (GtkListBox *list, const char *title, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (list, row);
}

/* ---- what opens something ---- */

typedef struct
{
  const char *action;
  gint64 id;
} Link;

static void
activated_cb (GtkWidget *row)
{
  const Link *link = g_object_get_data (G_OBJECT (row), "link");

  gtk_widget_activate_action (row, link->action, "x", link->id);
}

GtkWidget *
foothold_lines_link_new (const char *title, const char *subtitle, const char *icon_name, const char *action, gint64 id)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  const Link link = { action, id };

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "link", g_memdup2 (&link, sizeof link), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  return row;
}

/* How they have to do with it, in words. */
static char *
describe_tie (const FootholdTie *tie, const char *named)
{
  g_autoptr (GString) parts = g_string_new (tie->organisation);
  g_autofree char *day = tie->meets_on != NULL ? foothold_format_date (tie->meets_on, NULL) : NULL;

  if (tie->interview != 0 && day != NULL)
    {
      /* Translators: %s is a day, "Thu 3 Dec" */
      g_autofree char *words = g_strdup_printf (_ ("Interview %s"), day);

      foothold_people_append_part (parts, words);
    }
  else if (tie->link == 0)
    foothold_people_append_part (parts, named);
  else
    foothold_people_append_part (parts, tie->interview != 0     ? _ ("Interview")
                                        : tie->application != 0 ? _ ("Application")
                                                                : _ ("Opportunity"));
  foothold_people_append_part (parts, tie->application != 0
                                        ? foothold_list_name (&foothold_application_states, tie->state)
                                        : foothold_field_slug_name ("state", tie->state));
  return g_string_free_and_steal (g_steal_pointer (&parts));
}

GtkWidget *
foothold_lines_tie_new (const FootholdTie *tie, const char *named)
{
  g_autofree char *subtitle = describe_tie (tie, named);
  const gboolean applied = tie->application != 0;

  return foothold_lines_link_new (tie->title, subtitle, applied ? "foothold-apply-symbolic" : "foothold-board-symbolic",
                                  applied ? "win.open-application" : "win.open-opportunity",
                                  applied ? tie->application : tie->opportunity);
}
