// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-appraisal-pages.h"

#include "rules/foothold-field-words.h"
#include "views/board/foothold-answer-row.h"
#include "views/board/foothold-check-row.h"
#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name, *about;
} scores[FOOTHOLD_WORTH_N_SCORES] = {
  [FOOTHOLD_WORTH_ALIGNMENT] = { N_ ("Alignment"), N_ ("How well it fits your goals and wants") },
  [FOOTHOLD_WORTH_LEARNING] = { N_ ("Learning"), N_ ("What you can learn, and with whose help") },
  [FOOTHOLD_WORTH_GROWTH] = { N_ ("Growth"), N_ ("What it may lead to") },
};

static GtkWidget *
bar_of (const char *title, const FootholdRange *range)
{
  GtkWidget *bar = foothold_range_bar_new (title);

  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (bar), range->lo, range->hi);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 120, -1);
  return bar;
}

static char *
known_words (const FootholdRange *range)
{
  return g_strdup_printf (ngettext ("%u of %u fact known", "%u of %u facts known", range->n_asked), range->n_known,
                          range->n_asked);
}

static GtkWidget *
input_row (const FootholdWorthInput *input)
{
  const FootholdKnowledge unknown = input->not_said ? FOOTHOLD_FACT_NOT_SAID : FOOTHOLD_FACT_NOT_LOOKED_AT;
  const char *name = foothold_worth_input_name (input->id);
  /* Translators: how much one of several things counts: "counts 45 %" */
  g_autofree char *detail = g_strdup_printf (_ ("counts %.0f\u00a0%%"), input->weight * 100);
  GtkWidget *row = foothold_check_row_new (name, detail, input->known ? FOOTHOLD_FACT_STATED : unknown,
                                           foothold_worth_input_field (input->id));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar_of (name, &input->value));
  return row;
}

static GtkWidget *
score_row (const FootholdWorth *worth, FootholdWorthScore score)
{
  const FootholdRange *range = &worth->scores[score];
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *known = known_words (range);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", _ (scores[score].about), known);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (scores[score].name));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), bar_of (_ (scores[score].name), range));
  for (guint i = 0; i < worth->n_inputs; i++)
    if (worth->inputs[i].score == score)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), input_row (&worth->inputs[i]));

  return row;
}

static GtkWidget *
button_row (const char *title, const char *icon, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static void
fill_scores (GtkBox *box, const FootholdWorth *worth)
{
  g_autofree char *known = known_words (&worth->overall);
  GtkListBox *list;

  gtk_box_append (box, foothold_check_group_new (_ ("Is It Worth It?"), known, &list));
  if (worth->has_overall)
    {
      GtkWidget *row =
        foothold_action_row_new (_ ("Overall"),
                                 _ ("Each end of the bar is what may turn out; what is not known makes it longer"));

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar_of (_ ("Overall"), &worth->overall));
      gtk_list_box_append (list, row);
    }
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    gtk_list_box_append (list, score == FOOTHOLD_WORTH_ALIGNMENT && !worth->has_goal
                                 ? button_row (_ ("Set One Goal to See the Alignment"), "foothold-goal-symbolic",
                                               "win.profile")
                                 : score_row (worth, score));
  gtk_list_box_append (list, button_row (_ ("What Counts…"), "foothold-sort-symbolic", "opportunity.weights"));
}

/* A want, and whether evidence says that it is met here. */
static GtkWidget *
want_row (const FootholdCase *given, const FootholdWantRow *want)
{
  g_autofree char *item = foothold_want_item (want);

  return foothold_answer_row_new (want->text, NULL, item, foothold_case_want (given, want));
}

static void
fill_wants (GtkBox *box, const FootholdAppraisal *appraisal)
{
  GPtrArray *wants = foothold_judge_get_wants (appraisal->judge);
  GtkListBox *list;

  if (wants->len == 0)
    return;

  gtk_box_append (box, foothold_check_group_new (_ ("What You Want from a Workplace"),
                                                 _ ("Is it so here? Answer by what you have seen or been told, not by "
                                                    "hope."),
                                                 &list));
  for (guint i = 0; i < wants->len; i++)
    gtk_list_box_append (list, want_row (appraisal->given, g_ptr_array_index (wants, i)));
}

static void
no_sign_cb (GtkWidget *button, gpointer user_data)
{
  gtk_widget_activate_action (button, "opportunity.answer", "(sss)", g_object_get_data (G_OBJECT (button), "item"),
                              "no", _ ("Not a Warning Sign"));
}

static GtkWidget *
warning_row (const FootholdWarning *warning)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  GtkWidget *row, *button;

  if (warning->item->why != NULL)
    g_string_append (detail, warning->item->why);
  if (warning->field != NULL)
    {
      if (detail->len > 0)
        g_string_append_c (detail, ' ');
      /* Translators: where a warning sign was seen; the name of a field, "Seen in: Description" */
      g_string_append_printf (detail, _ ("Seen in: %s"), foothold_field_title (warning->field));
    }
  if (warning->item->question != NULL)
    g_string_append_printf (detail, " %s", warning->item->question);

  row = foothold_action_row_new (warning->item->name, detail->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("foothold-flag-symbolic"));
  button = gtk_button_new_with_label (_ ("Not a Sign Here"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  g_object_set_data_full (G_OBJECT (button), "item", g_strconcat ("warning-signs/", warning->item->id, NULL), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (no_sign_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_warnings (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdRuleFile *rules = foothold_judge_get_warning_rules (appraisal->judge);
  GArray *warnings = appraisal->judgement.warnings;
  g_autofree char *source = NULL;
  g_autofree char *description = NULL;
  GtkListBox *list;

  if (warnings == NULL || warnings->len == 0)
    return;

  source = foothold_rule_source_words (rules);
  description = g_strdup_printf ("%s %s", _ ("Reasons to ask, no verdict."), source);
  gtk_box_append (box, foothold_check_group_new (_ ("Warning Signs"), description, &list));
  for (guint i = 0; i < warnings->len; i++)
    gtk_list_box_append (list, warning_row (&g_array_index (warnings, FootholdWarning, i)));
}

void
foothold_worth_page_fill (GtkBox *box, const FootholdAppraisal *appraisal)
{
  foothold_box_clear (box);
  fill_scores (box, &appraisal->judgement.worth);
  fill_wants (box, appraisal);
  fill_warnings (box, appraisal);
  foothold_asked_group_add (box, appraisal);
}
