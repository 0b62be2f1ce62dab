// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-knowledge-menu.h"

#include "rules/foothold-facts.h"
#include "rules/foothold-lists.h"

#include <glib/gi18n.h>

GMenuModel *
foothold_knowledge_menu_new (gpointer field)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) unknown = g_menu_new ();
  g_autoptr (GMenu) stated = g_menu_new ();

  for (guint i = 0; i < foothold_knowledges.n_entries; i++)
    if (!g_str_equal (foothold_knowledges.entries[i].slug, "stated"))
      {
        g_autofree char *action = g_strdup_printf ("field.knowledge::%s", foothold_knowledges.entries[i].slug);

        g_menu_append (unknown, foothold_list_entry_name (&foothold_knowledges.entries[i]), action);
      }
  if (foothold_facts_may_be_none (field))
    g_menu_append (unknown, _ ("There is none"), "field.knowledge::none");
  for (guint i = 0; i < foothold_fact_sources.n_entries; i++)
    {
      g_autofree char *action = g_strdup_printf ("field.knowledge::%s", foothold_fact_sources.entries[i].slug);

      g_menu_append (stated, foothold_list_entry_name (&foothold_fact_sources.entries[i]), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (unknown));
  g_menu_append_section (menu, _ ("Stated By"), G_MENU_MODEL (stated));
  return G_MENU_MODEL (menu);
}
