// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-answer-row.h"

#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

#define UNKNOWN "unknown"

static void
answer_chosen_cb (AdwToggleGroup *toggles, GParamSpec *pspec, gpointer user_data)
{
  const char *item = g_object_get_data (G_OBJECT (toggles), "item");
  const char *title = g_object_get_data (G_OBJECT (toggles), "title");
  const char *chosen = adw_toggle_group_get_active_name (toggles);
  g_autofree char *short_title = foothold_text_short (title, 40);
  /* Translators: of the undo entry: what was answered, “Answer “Friendly people”” */
  g_autofree char *label = g_strdup_printf (_ ("Answer “%s”"), short_title);

  gtk_widget_activate_action (GTK_WIDGET (toggles), "opportunity.answer", "(sss)", item,
                              g_str_equal (chosen, UNKNOWN) ? "" : chosen, label);
}

static void
add_choice (AdwToggleGroup *toggles, const char *name, const char *label, const char *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (toggles, toggle);
}

GtkWidget *
foothold_answer_row_new (const char *title, const char *detail, const char *item, FootholdAnswer answer)
{
  GtkWidget *row = foothold_action_row_new (title, detail);
  GtkWidget *toggles = adw_toggle_group_new ();

  add_choice (ADW_TOGGLE_GROUP (toggles), "yes", _ ("Yes"), _ ("What you know says yes"));
  add_choice (ADW_TOGGLE_GROUP (toggles), "no", _ ("No"), _ ("What you know says no"));
  add_choice (ADW_TOGGLE_GROUP (toggles), UNKNOWN, "?", _ ("You do not know"));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggles), answer == FOOTHOLD_ANSWER_YES  ? "yes"
                                                                : answer == FOOTHOLD_ANSWER_NO ? "no"
                                                                                               : UNKNOWN);
  gtk_widget_set_valign (toggles, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (toggles), "item", g_strdup (item), g_free);
  g_object_set_data_full (G_OBJECT (toggles), "title", g_strdup (title), g_free);
  g_signal_connect (toggles, "notify::active-name", G_CALLBACK (answer_chosen_cb), NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggles);
  return row;
}
