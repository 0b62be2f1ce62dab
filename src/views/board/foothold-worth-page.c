// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-appraisal-pages.h"

#include "model/foothold-format.h"
#include "rules/foothold-field-words.h"
#include "views/board/foothold-answer-row.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-load-words.h"
#include "views/board/foothold-page-part.h"
#include "views/board/foothold-score-row.h"
#include "views/board/foothold-triage-group.h"
#include "widgets/foothold-range-bar.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/*
 * While an opportunity is only spotted, three facts stand here, and what warns of it; the rest opens when
 * somebody evaluates it, which is the page's own next step. Who may not change anything sees all of it.
 */

/* The room of the arrow that the scores have, with its space: the overall bar stands above theirs. */
#define ARROW_ROOM 25

#define FOOTHOLD_TYPE_WORTH_PART (foothold_worth_part_get_type ())
G_DECLARE_FINAL_TYPE (FootholdWorthPart, foothold_worth_part, FOOTHOLD, WORTH_PART, GtkBox)

struct _FootholdWorthPart
{
  GtkBox parent_instance;

  GtkWidget *triage;
  GtkWidget *judged; /* the group of scores */
  GtkWidget *overall, *overall_bar;
  GtkWidget *no_goal;
  GtkWidget *scores[FOOTHOLD_WORTH_N_SCORES]; /* FootholdScoreRow */
  GtkWidget *wants, *gates, *warnings, *asked; /* made anew with each judgement */
  gboolean open; /* somebody began to evaluate, or cannot */
  gboolean says; /* shows a judgement */
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdWorthPart,
                               foothold_worth_part,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static GtkWidget *
button_row (const char *title, const char *icon, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
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

  foothold_box_clear (box);
  if (wants->len == 0)
    return;

  gtk_box_append (box, foothold_check_group_new (_ ("What You Want From a Workplace"),
                                                 _ ("Is it so here? Answer by what you have seen or been told, not by "
                                                    "hope."),
                                                 &list));
  for (guint i = 0; i < wants->len; i++)
    gtk_list_box_append (list, want_row (appraisal->given, g_ptr_array_index (wants, i)));
}

/* Pay and load stand beside the scores, each by itself: good pay makes work no better a lesson, and a full week no
 * worse. */

/* A row that leads to @action; "opportunity.reveal" with the field @target. */
static GtkWidget *
gate_row (const char *title, const char *subtitle, const char *amount, const char *action, const char *target)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (NULL);

  foothold_label_set_text (GTK_LABEL (label), amount != NULL ? amount : FOOTHOLD_UNKNOWN_TEXT);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}

static GtkWidget *
pay_row (const FootholdAppraisal *appraisal)
{
  const FootholdPayRates *rates = &appraisal->rates;
  const gboolean real = rates->real.lo != FOOTHOLD_FACT_UNKNOWN || rates->real.hi != FOOTHOLD_FACT_UNKNOWN;
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const gboolean has_floor = profile != NULL && profile->floor != GINT64_UNKNOWN;
  g_autofree char *amount =
    foothold_format_amounts (real ? &rates->real : &rates->listed, appraisal->given->opportunity->currency);
  g_autofree char *verdict = foothold_own_floor_words (appraisal);
  g_autofree char *least = has_floor ? foothold_format_money (profile->floor, profile->floor_currency) : NULL;
  /* Translators: the first %s is an amount of money, the second a sentence: “The least you work for: €15. This pays as
   * much or more” */
  g_autofree char *subtitle = has_floor ? g_strdup_printf (_ ("The least you work for: %s. %s"), least, verdict)
                                        : g_strdup_printf ("%s: %s", _ ("The least you work for"), verdict);

  return gate_row (real ? _ ("An hour, really") : _ ("An hour, as listed"), subtitle, amount, "opportunity.reveal",
                   "pay_net");
}

static GtkWidget *
load_row (const FootholdAppraisal *appraisal)
{
  g_autofree char *amount = NULL;
  const char *missing;
  g_autofree char *words = foothold_load_words (appraisal, &amount, &missing);

  return amount != NULL ? gate_row (_ ("Your week, if you accept"), words, amount, "win.profile", NULL)
                        : gate_row (_ ("Your week, if you accept"), words, NULL, "opportunity.reveal",
                                    missing != NULL ? missing : "end_on");
}

static void
fill_gates (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdOpportunityRow *row = appraisal->given->opportunity;
  const char *size = foothold_format_size_sentence (row->minutes_min, row->minutes_max);
  g_autofree char *hours = foothold_format_hours (row->minutes_min, row->minutes_max);
  GtkListBox *list;

  foothold_box_clear (box);
  gtk_box_append (box, foothold_check_group_new (_ ("Pay and Time"),
                                                 _ ("They are no part of the scores: each decides by itself."), &list));
  gtk_list_box_append (list, pay_row (appraisal));
  gtk_list_box_append (list, load_row (appraisal));
  if (size != NULL)
    gtk_list_box_append (list, gate_row (_ ("Size of the work"), size, hours, "opportunity.reveal", "minutes_min"));
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

  foothold_box_clear (box);
  if (warnings == NULL || warnings->len == 0)
    return;

  source = foothold_rule_source_words (rules);
  description = g_strdup_printf ("%s %s", _ ("Reasons to ask, no verdict."), source);
  gtk_box_append (box, foothold_check_group_new (_ ("Warning Signs"), description, &list));
  for (guint i = 0; i < warnings->len; i++)
    gtk_list_box_append (list, warning_row (&g_array_index (warnings, FootholdWarning, i)));
}

static void
fill_asked (GtkBox *box, const FootholdAppraisal *appraisal)
{
  foothold_box_clear (box);
  foothold_asked_group_add (box, appraisal);
}

/* Fills @box, one of the four that are made anew; what was open in it and the keys stay. */
static void
refill (GtkWidget *box, FootholdPageFill fill, const FootholdAppraisal *appraisal)
{
  FootholdRowsState *state = foothold_rows_state_take (box);

  fill (GTK_BOX (box), appraisal);
  foothold_rows_state_give (state, box);
}

static gboolean
has_any (GtkWidget *box)
{
  return gtk_widget_get_first_child (box) != NULL;
}

static void
update_visible (FootholdWorthPart *self)
{
  gtk_widget_set_visible (self->triage, !self->open);
  gtk_widget_set_visible (self->judged, self->open && self->says);
  gtk_widget_set_visible (self->gates, self->open && self->says);
  gtk_widget_set_visible (self->wants, self->open && has_any (self->wants));
  gtk_widget_set_visible (self->warnings, has_any (self->warnings));
  gtk_widget_set_visible (self->asked, self->open && has_any (self->asked));
}

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdWorthPart *self = FOOTHOLD_WORTH_PART (part);

  self->open = foothold_store_get_read_only (store) || g_strcmp0 (dossier->opportunity->state, "spotted") != 0
               || g_strcmp0 (dossier->opportunity->origin, "found") != 0;
  foothold_page_part_load (FOOTHOLD_PAGE_PART (self->triage), store, dossier);
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    foothold_page_part_load (FOOTHOLD_PAGE_PART (self->scores[score]), store, dossier);
  update_visible (self);
}

static void
judge (FootholdPagePart *part, const FootholdAppraisal *appraisal)
{
  FootholdWorthPart *self = FOOTHOLD_WORTH_PART (part);
  const FootholdWorth *worth = &appraisal->judgement.worth;
  g_autofree char *known = foothold_worth_known_words (&worth->overall);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->judged), known);
  gtk_widget_set_visible (self->overall, worth->has_overall);
  foothold_range_bar_set_range (FOOTHOLD_RANGE_BAR (self->overall_bar), worth->overall.lo, worth->overall.hi);
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    foothold_page_part_judge (FOOTHOLD_PAGE_PART (self->scores[score]), appraisal);
  gtk_widget_set_visible (self->no_goal, !worth->has_goal);
  gtk_widget_set_visible (self->scores[FOOTHOLD_WORTH_ALIGNMENT], worth->has_goal);
  refill (self->gates, fill_gates, appraisal);
  refill (self->wants, fill_wants, appraisal);
  refill (self->warnings, fill_warnings, appraisal);
  refill (self->asked, fill_asked, appraisal);
  self->says = TRUE;
  update_visible (self);
}

static void
foreach_row (FootholdPagePart *part, GFunc func, gpointer user_data)
{
  FootholdWorthPart *self = FOOTHOLD_WORTH_PART (part);

  if (!self->open)
    foothold_page_part_foreach (FOOTHOLD_PAGE_PART (self->triage), func, user_data);
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES && self->open; score++)
    foothold_page_part_foreach (FOOTHOLD_PAGE_PART (self->scores[score]), func, user_data);
}

/* The score that has the keys comes first: skills count in two of them. */
static gboolean
reveal_in_scores (FootholdWorthPart *self, const char *field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, self->scores[score])
        && foothold_page_part_reveal (FOOTHOLD_PAGE_PART (self->scores[score]), field))
      return TRUE;
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    if (foothold_page_part_reveal (FOOTHOLD_PAGE_PART (self->scores[score]), field))
      return TRUE;

  return FALSE;
}

static gboolean
reveal (FootholdPagePart *part, const char *field)
{
  FootholdWorthPart *self = FOOTHOLD_WORTH_PART (part);

  if (!self->open)
    return foothold_page_part_reveal (FOOTHOLD_PAGE_PART (self->triage), field);
  if (!g_str_equal (field, "wants"))
    return reveal_in_scores (self, field);

  /* Who has none yet finds where they are kept. */
  if (!gtk_widget_child_focus (self->wants, GTK_DIR_TAB_FORWARD))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.profile", NULL);
  return TRUE;
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
  iface->judge = judge;
  iface->foreach = foreach_row;
  iface->reveal = reveal;
}

static void
row_added_cb (FootholdWorthPart *self, FootholdFieldRow *row)
{
  g_signal_emit_by_name (self, "row-added", row);
}

static void
list_added_cb (FootholdWorthPart *self, GtkWidget *list)
{
  g_signal_emit_by_name (self, "list-added", list);
}

static void
edited_cb (FootholdWorthPart *self, FootholdDossier *changed, const char *label)
{
  g_signal_emit_by_name (self, "edited", changed, label);
}

static void
pass_on (FootholdWorthPart *self, GtkWidget *part)
{
  g_signal_connect_object (part, "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "list-added", G_CALLBACK (list_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

static void
make_scores (FootholdWorthPart *self)
{
  GtkListBox *list;

  self->judged = foothold_check_group_new (_ ("Is It Worth It?"), NULL, &list);
  self->overall =
    foothold_action_row_new (_ ("Fit"),
                             _ ("Each end of the bar is what may turn out; what is not known makes it longer"));
  self->overall_bar = foothold_range_bar_new (_ ("Fit"));
  gtk_widget_set_valign (self->overall_bar, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->overall_bar, ARROW_ROOM);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->overall), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->overall), self->overall_bar);
  gtk_list_box_append (list, self->overall);
  self->no_goal = button_row (_ ("Set One Goal to See the Alignment"), "foothold-goal-symbolic", "win.profile");
  gtk_list_box_append (list, self->no_goal);
  for (guint score = 0; score < FOOTHOLD_WORTH_N_SCORES; score++)
    {
      self->scores[score] = foothold_score_row_new (score);
      pass_on (self, self->scores[score]);
      gtk_list_box_append (list, self->scores[score]);
    }
  gtk_list_box_append (list, button_row (_ ("What Counts…"), "foothold-sort-symbolic", "opportunity.weights"));
}

static GtkWidget *
add_box (FootholdWorthPart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (self), box);
  return box;
}

static void
foothold_worth_part_class_init (FootholdWorthPartClass *klass)
{
}

static void
foothold_worth_part_init (FootholdWorthPart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->triage = foothold_triage_group_new ();
  pass_on (self, self->triage);
  gtk_box_append (GTK_BOX (self), self->triage);
  make_scores (self);
  gtk_box_append (GTK_BOX (self), self->judged);
  self->wants = add_box (self);
  self->gates = add_box (self);
  self->warnings = add_box (self);
  self->asked = add_box (self);
}

GtkWidget *
foothold_worth_part_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_WORTH_PART, NULL);
}
