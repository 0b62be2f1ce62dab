// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-emptiness.h"

#include <glib/gi18n.h>

/* The choice of @spec that shows @show. */
static guint
find_show (const FootholdPeopleListSpec *spec, FootholdShow show)
{
  guint at = 0;

  while (spec->shows[at].value != (guint) show)
    at++;
  return at;
}

void
foothold_people_emptiness_show (const FootholdPeopleEmptiness *self,
                                AdwStatusPage *page,
                                GtkWidget *add,
                                GtkButton *back)
{
  const FootholdPeopleListSpec *spec = self->spec;
  const FootholdShow show = spec->shows[self->show].value;
  const gboolean ended = show == FOOTHOLD_SHOW_ARCHIVED;
  /* a list that nothing leaves has no words for it */
  const gboolean hides = self->hides && spec->hidden_title != NULL;
  const char *icon = spec->empty_icon;
  const char *title = ended ? _ (spec->ended_title) : _ (spec->empty_title);
  const char *text = ended ? _ (spec->ended_text) : _ (spec->empty_text);
  const char *back_label = spec->back_label;
  guint to = 0; /* the choice of those at first */

  if (hides)
    {
      title = _ (spec->hidden_title);
      text = _ (spec->hidden_text);
      back_label = spec->hidden_label;
      to = find_show (spec, FOOTHOLD_SHOW_ARCHIVED);
    }
  if (self->searching)
    {
      icon = "system-search-symbolic";
      title = _ ("Nothing Found");
      text =
        show == FOOTHOLD_SHOW_ALL ? _ ("Try fewer or other words.") : _ ("Try fewer or other words, or show others.");
      to = find_show (spec, FOOTHOLD_SHOW_ALL);
    }

  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, text);
  gtk_widget_set_visible (add, !self->searching && !ended && !hides && !self->read_only);
  gtk_widget_set_visible (GTK_WIDGET (back), ended || hides || (self->searching && show != FOOTHOLD_SHOW_ALL));
  if (!gtk_widget_get_visible (GTK_WIDGET (back)))
    return;
  gtk_button_set_label (back, self->searching ? _ ("Search _Everywhere") : _ (back_label));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "s", spec->shows[to].name);
}
