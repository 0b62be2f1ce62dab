// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The people of an import by name, with who of them is known. Everything in it is a stranger's text. */

#define G_LOG_DOMAIN "foothold-import-people"

#include "foothold-import-people.h"

#include "widgets/foothold-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Enough to see whom it brings; each of them is on the page of people afterwards. */
#define PEOPLE_SHOWN 100

static const char *
verdict_of (const FootholdStagedPerson *person)
{
  return person->verdict == FOOTHOLD_VERDICT_NEW     ? _ ("New")
         : person->verdict == FOOTHOLD_VERDICT_FILLS ? _ ("Fills gaps")
                                                     : _ ("Already there");
}

static GtkWidget *
row_new (const char *name, const char *organisation)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = foothold_text_visible (name, FALSE);
  g_autofree char *subtitle = organisation != NULL ? foothold_text_visible (organisation, FALSE) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
person_row_new (const FootholdStagedPerson *person)
{
  GtkWidget *row = row_new (person->name, person->organisation);
  GtkWidget *verdict = gtk_label_new (verdict_of (person));

  gtk_widget_set_valign (verdict, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (verdict, "pill-label");
  if (person->verdict != FOOTHOLD_VERDICT_SAME)
    gtk_widget_add_css_class (verdict, person->verdict == FOOTHOLD_VERDICT_NEW ? "success" : "accent");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), verdict);
  return row;
}

void
foothold_import_people_show (GtkListBox *list, FootholdStaging *staging)
{
  guint n_all;
  g_autoptr (GPtrArray) people = foothold_staging_list_people (staging, PEOPLE_SHOWN, &n_all);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (list, person_row_new (g_ptr_array_index (people, i)));
  if (n_all > people->len)
    {
      const guint n = n_all - people->len;
      /* Translators: the last line of a list of people that shows only the first of them */
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

      gtk_list_box_append (list, row_new (more, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (list), people->len > 0);
}
