// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-outreach-deeds.h"

#include "views/people/foothold-outreach-card.h"

#include <glib/gi18n.h>

static const struct
{
  const char *action, *label;
} deeds[] = {
  { "outreach.ask", N_ ("_Asked Today") },
  { "outreach.talk", N_ ("_They Answered") },
  { "outreach.yes", N_ ("_Yes: Add Opportunity…") },
  { "outreach.no", N_ ("_No") },
  { "outreach.no-answer", N_ ("No Ans_wer") },
  { "outreach.reopen", N_ ("_Reopen") },
  { "outreach.open-opportunity", N_ ("Open the _Opportunity") },
  { "outreach.open-organisation", N_ ("Open Organi_sation") },
};

void
foothold_outreach_deeds_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, func);
}

gboolean
foothold_outreach_deed_is_possible (const char *action, const FootholdOutreachRow *row, gboolean writable)
{
  const gboolean open = foothold_outreach_is_open (row);
  const gboolean asked = open && !g_str_equal (row->state, "idea");

  if (g_str_equal (action, "outreach.open-opportunity"))
    return row->opportunity != GINT64_UNKNOWN;
  if (g_str_equal (action, "outreach.open-organisation"))
    return row->organisation_id != GINT64_UNKNOWN;
  if (!writable)
    return FALSE;
  if (g_str_equal (action, "outreach.ask"))
    return open && !asked;
  if (g_str_equal (action, "outreach.talk"))
    return open && !g_str_equal (row->state, "talking");
  if (g_str_equal (action, "outreach.yes"))
    return open;
  if (g_str_equal (action, "outreach.reopen"))
    return !open;
  return asked;
}

void
foothold_outreach_deeds_update (GtkWidget *widget, const FootholdOutreachRow *row, gboolean writable)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (widget, deeds[i].action,
                                   row != NULL && foothold_outreach_deed_is_possible (deeds[i].action, row, writable));
}

GMenuModel *
foothold_outreach_deeds_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    g_menu_append (states, _ (deeds[i].label), deeds[i].action);
  g_menu_append (end, _ ("_Delete"), "outreach.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
