// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-appraisal-pages.h"

#include "views/board/foothold-check-row.h"

#include <glib/gi18n.h>

static void
add_checks (GtkListBox *list, const FootholdAppraisal *appraisal, gboolean stated)
{
  const FootholdFacts facts = foothold_case_get_facts (appraisal->given);
  GArray *checks = appraisal->judgement.clarity.checks;

  for (guint i = 0; i < checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (checks, FootholdCheck, i);

      if ((check->knowledge == FOOTHOLD_FACT_STATED) == stated)
        gtk_list_box_append (list,
                             foothold_check_row_new (check->item->name, stated ? NULL : check->item->question,
                                                     check->knowledge, foothold_check_field (check->item, &facts)));
    }
}

static void
add_group (GtkBox *box, const FootholdAppraisal *appraisal, gboolean stated)
{
  const FootholdClarity *clarity = &appraisal->judgement.clarity;
  const guint n = stated ? clarity->n_known : clarity->checks->len - clarity->n_known;
  GtkListBox *list;

  if (n == 0)
    return;

  gtk_box_append (box, foothold_check_group_new (stated ? _ ("What Is Clear") : _ ("What Is Missing"), NULL, &list));
  add_checks (list, appraisal, stated);
}

void
foothold_clarity_page_fill (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdRuleFile *rules = foothold_judge_get_clarity_rules (appraisal->judge);
  const FootholdClarity *clarity = &appraisal->judgement.clarity;
  /* Translators: how clear a brief is: "Clarity: 63 of 100" */
  g_autofree char *title = g_strdup_printf (_ ("Clarity: %u of 100"), clarity->score);
  g_autofree char *source = foothold_rule_source_words (rules);
  GtkListBox *list;
  GtkWidget *ask;

  foothold_box_clear (box);
  gtk_box_append (box, foothold_check_group_new (title, source, &list));
  ask = adw_button_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (ask), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (ask), _ ("_Ask the Host…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (ask), "foothold-mail-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "opportunity.ask-host");
  gtk_list_box_append (list, ask);

  /* Where little is clear, the questions are what one came for. */
  add_group (box, appraisal, !clarity->questions_first);
  add_group (box, appraisal, clarity->questions_first);
}
