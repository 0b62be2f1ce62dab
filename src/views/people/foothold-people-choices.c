// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-choices.h"

#include <glib/gi18n.h>

static GMenuModel *
make_choices (const FootholdPeopleChoice *choices, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (; choices->name != NULL; choices++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices->label), NULL);

      g_menu_item_set_action_and_target (item, action, "s", choices->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
foothold_people_choices_menu (const FootholdPeopleChoice *orders, const FootholdPeopleChoice *shows)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) order_menu = make_choices (orders, "people.order");
  g_autoptr (GMenuModel) show_menu = make_choices (shows, "people.show");

  g_menu_append_section (menu, _ ("Order"), order_menu);
  if (g_menu_model_get_n_items (show_menu) > 1)
    g_menu_append_section (menu, _ ("Show"), show_menu);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

gboolean
foothold_people_choices_choose (const FootholdPeopleChoice *choices, const char *name, guint *chosen)
{
  for (guint i = 0; choices[i].name != NULL; i++)
    if (g_strcmp0 (choices[i].name, name) == 0)
      {
        const gboolean other = *chosen != i;

        *chosen = i;
        return other;
      }

  return FALSE;
}

void
foothold_people_choices_add_button (GtkBox *box, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button;

  if (label == NULL)
    return;
  button = gtk_button_new_with_mnemonic (_ (label));
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}
