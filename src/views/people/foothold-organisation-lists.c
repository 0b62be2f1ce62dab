// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-organisation-lists.h"

#include "rules/foothold-lists.h"
#include "views/board/foothold-check-row.h"
#include "views/people/foothold-lines.h"
#include "views/people/foothold-outreach-card.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* Of what was asked, as much as makes a title. */
#define TITLE_LENGTH 80

typedef GtkWidget *(*MakeFunc) (gconstpointer item);

static void
append_rest (GtkListBox *list, gint64 n)
{
  g_autofree char *words =
    /* Translators: at the end of a list that shows only some */
    g_strdup_printf (ngettext ("And %u more", "And %u more", (gulong) n), (guint) n);

  gtk_list_box_append (list, foothold_action_row_new (words, NULL));
}

/* @n: how many there are; @add: what adds one, or NULL. */
static void
show (GtkListBox *list, GPtrArray *items, gint64 n, MakeFunc make, const char *add_label, const char *add)
{
  FootholdRowsState *state = foothold_rows_state_take (GTK_WIDGET (list));

  foothold_lines_clear (list, 0);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (list, make (g_ptr_array_index (items, i)));
  if (n > items->len)
    append_rest (list, n - items->len);
  if (add != NULL)
    foothold_lines_add_button (list, add_label, add);
  foothold_rows_state_give (state, GTK_WIDGET (list));
}

static GtkWidget *
make_person (gconstpointer item)
{
  const FootholdPersonRow *row = item;
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *contact = NULL;
  GDate today;

  foothold_people_today (&today);
  contact = foothold_person_contact_words (row, &today);
  foothold_people_append_part (parts, row->job_title);
  foothold_people_append_part (parts, foothold_list_name (&foothold_person_roles, row->role));
  foothold_people_append_part (parts, contact);
  return foothold_lines_link_new (row->name, parts->str, "foothold-person-symbolic", "win.open-person", row->row.id);
}

void
foothold_organisation_lists_show_people (GtkListBox *list, const FootholdOrganisationDossier *dossier)
{
  show (list, dossier->people, dossier->organisation->people, make_person, _ ("Add _Person Here…"),
        "organisation.add-person");
}

static GtkWidget *
make_tie (gconstpointer item)
{
  return foothold_lines_tie_new (item, NULL);
}

void
foothold_organisation_lists_show_opportunities (GtkListBox *list, const FootholdOrganisationDossier *dossier)
{
  show (list, dossier->opportunities, dossier->organisation->opportunities, make_tie, NULL, NULL);
}

void
foothold_organisation_lists_show_applications (GtkListBox *list, const FootholdOrganisationDossier *dossier)
{
  show (list, dossier->applications, dossier->organisation->applications, make_tie, NULL, NULL);
}

static GtkWidget *
make_outreach (gconstpointer item)
{
  const FootholdOutreachRow *row = item;
  g_autofree char *asked = row->asked != NULL ? foothold_text_short (row->asked, TITLE_LENGTH) : NULL;
  g_autoptr (GString) parts = g_string_new (foothold_list_name (&foothold_outreach_states, row->state));
  g_autofree char *again = NULL;
  gboolean due;
  GDate today;

  foothold_people_today (&today);
  again = foothold_outreach_again_words (row, &today, &due);
  foothold_people_append_part (parts, row->person);
  foothold_people_append_part (parts, again);
  return foothold_lines_link_new (asked != NULL ? asked : _ ("Outreach"), parts->str, "foothold-conversation-symbolic",
                                  "people.open-outreach", row->row.id);
}

void
foothold_organisation_lists_show_outreach (GtkListBox *list, const FootholdOrganisationDossier *dossier)
{
  show (list, dossier->outreach, dossier->organisation->asked, make_outreach, _ ("_Ask This Host…"),
        "organisation.ask");
}
