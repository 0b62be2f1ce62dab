// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-appraisal-pages.h"

#include "views/board/foothold-answer-row.h"
#include "views/board/foothold-check-row.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

static FootholdAnswer
answer_of (const FootholdAppraisal *appraisal, const FootholdRuleFile *rules, const FootholdRuleItem *item)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", rules->kind, item->id);

  return foothold_case_answer (appraisal->given, name);
}

static char *
said_words (const FootholdAppraisal *appraisal, const FootholdRuleFile *rules)
{
  g_autofree char *source = foothold_rule_source_words (rules);
  g_autofree char *answered = NULL;
  guint n = 0;

  for (guint i = 0; i < rules->items->len; i++)
    n += answer_of (appraisal, rules, g_ptr_array_index (rules->items, i)) != FOOTHOLD_ANSWER_UNKNOWN;
  answered =
    g_strdup_printf (ngettext ("%u of %u answered", "%u of %u answered", rules->items->len), n, rules->items->len);
  return g_strdup_printf ("%s · %s", answered, source);
}

static GtkWidget *
question_row (const FootholdAppraisal *appraisal, const FootholdRuleFile *rules, const FootholdRuleItem *item)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", rules->kind, item->id);
  g_autofree char *detail =
    item->why != NULL ? g_strdup_printf ("%s %s", item->question, item->why) : g_strdup (item->question);

  return foothold_answer_row_new (item->name, detail, name, answer_of (appraisal, rules, item));
}

/* Folded, because each is asked once in the life of an opportunity. */
static void
add_rules (GtkListBox *list, const char *title, const FootholdAppraisal *appraisal, const FootholdRuleFile *rules)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *said = said_words (appraisal, rules);
  g_autofree char *shown = foothold_text_visible (said, FALSE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), shown);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < rules->items->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              question_row (appraisal, rules, g_ptr_array_index (rules->items, i)));
  gtk_list_box_append (list, row);
}

void
foothold_asked_group_add (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const gboolean unpaid = g_strcmp0 (appraisal->given->opportunity->pay_kind, "unpaid") == 0;
  g_autoptr (GString) description = g_string_new (_ ("Nothing here is decided for you."));
  GtkListBox *list;

  if (profile == NULL || profile->country == NULL)
    g_string_append_printf (description, " %s", _ ("Your profile names no country: these are the general questions."));
  else if (appraisal->also_asked_rules->country == NULL
           || (unpaid && !appraisal->unpaid_general && appraisal->unpaid_rules->country == NULL))
    g_string_append_printf (description, " %s",
                            _ ("There are no rules for your country here: these are the general questions."));
  gtk_box_append (box, foothold_check_group_new (_ ("Also Worth Asking"), description->str, &list));
  if (unpaid)
    add_rules (list, _ ("Unpaid work"), appraisal, appraisal->unpaid_rules);
  add_rules (list, _ ("Does it suit as a project?"), appraisal, appraisal->suitability_rules);
  add_rules (list, _ ("Before you begin"), appraisal, appraisal->also_asked_rules);
}
