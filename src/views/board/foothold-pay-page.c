// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-appraisal-pages.h"

#include "model/foothold-format-pay.h"
#include "model/foothold-format.h"
#include "rules/foothold-lists.h"
#include "store/foothold-rows.h"
#include "views/board/foothold-check-row.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

static void
fill_facts (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdFacts facts = foothold_case_get_facts (appraisal->given);
  const FootholdPaymentFacts *payment = &appraisal->payment;
  g_autoptr (GString) said = g_string_new (NULL);
  GtkListBox *list;

  g_string_append_printf (said, ngettext ("%u of %u known.", "%u of %u known.", payment->checks->len), payment->n_known,
                          payment->checks->len);
  if (payment->n_gates_missing > 0)
    {
      g_string_append_c (said, ' ');
      g_string_append_printf (said,
                              ngettext ("%u that you should know before you accept is missing.",
                                        "%u that you should know before you accept are missing.",
                                        payment->n_gates_missing),
                              payment->n_gates_missing);
    }
  gtk_box_append (box, foothold_check_group_new (_ ("Payment Facts"), said->str, &list));
  for (guint i = 0; i < payment->checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (payment->checks, FootholdCheck, i);
      const gboolean missing = check->knowledge != FOOTHOLD_FACT_STATED;
      g_autofree char *detail = missing && check->item->gate
                                  /* Translators: of a payment fact, before its question to the host */
                                  ? g_strdup_printf (_ ("needed before accepting · %s"), check->item->question)
                                  : g_strdup (missing ? check->item->question : NULL);

      gtk_list_box_append (list, foothold_check_row_new (check->item->name, detail, check->knowledge,
                                                         foothold_check_field (check->item, &facts)));
    }
}

static const char *
verdict_words (FootholdFloorVerdict verdict)
{
  switch (verdict)
    {
    case FOOTHOLD_FLOOR_BELOW:
      return _ ("This pays less");
    case FOOTHOLD_FLOOR_PARTLY:
      return _ ("This may pay less");
    case FOOTHOLD_FLOOR_AS_LISTED:
      return _ ("This pays as much, if nothing goes off that is not known yet");
    case FOOTHOLD_FLOOR_ABOVE:
      return _ ("This pays as much or more");
    case FOOTHOLD_FLOOR_UNKNOWN:
    default:
      return _ ("Cannot be compared: an amount or the hours are missing");
    }
}

/* How @rate stands to @floor an hour, and what is missing where that cannot be said. (transfer full) */
static char *
floor_words (const FootholdAppraisal *appraisal, const FootholdAmounts *rate, gint64 floor, const char *floor_currency)
{
  const char *currency = appraisal->given->opportunity->currency;
  const FootholdConversion *conversion = foothold_exchange_rates_find (appraisal->exchange, currency, floor_currency);

  if (currency != NULL && conversion == NULL && g_strcmp0 (currency, floor_currency) != 0)
    /* Translators: two currencies */
    return g_strdup_printf (_ ("Cannot be compared: your profile has no rate of exchange from %s to %s"), currency,
                            floor_currency);

  return g_strdup (verdict_words (foothold_pay_against_floor (rate, appraisal->rates.caveats, currency, floor,
                                                              floor_currency, conversion)));
}

/* @amounts in the person's own currency, where that is another and there is a rate. (transfer full) */
static char *
in_own_currency (const FootholdAppraisal *appraisal, const FootholdAmounts *amounts)
{
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const char *currency = appraisal->given->opportunity->currency;
  const char *own = profile == NULL ? NULL : profile->currency != NULL ? profile->currency : profile->floor_currency;

  return foothold_format_converted (amounts, currency, own,
                                    foothold_exchange_rates_find (appraisal->exchange, currency, own));
}

/* Those of @parts that are there, a line each. (transfer full), NULL for none */
static char *
in_lines (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s\n%s", first, second);
}

static GtkWidget *
amount_row (const char *title, const char *subtitle, const char *amount)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (NULL);

  foothold_label_set_text (GTK_LABEL (label), amount != NULL ? amount : FOOTHOLD_UNKNOWN_TEXT);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* A row of @list that leads to one's own profile. */
static void
append_profile_row (GtkListBox *list, GtkWidget *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.profile");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (list, row);
}

char *
foothold_own_floor_words (const FootholdAppraisal *appraisal)
{
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const FootholdPayRates *rates = &appraisal->rates;
  const gboolean has_real = rates->real.lo != FOOTHOLD_FACT_UNKNOWN || rates->real.hi != FOOTHOLD_FACT_UNKNOWN;

  if (profile == NULL || profile->floor == GINT64_UNKNOWN)
    return g_strdup (_ ("Not set yet; it is in your profile"));
  return floor_words (appraisal, has_real ? &rates->real : &rates->listed, profile->floor, profile->floor_currency);
}

static void
add_own_floor (GtkListBox *list, const FootholdAppraisal *appraisal)
{
  const FootholdProfileRow *profile = (const FootholdProfileRow *) appraisal->profile;
  const gboolean has_floor = profile != NULL && profile->floor != GINT64_UNKNOWN;
  g_autofree char *amount = has_floor ? foothold_format_money (profile->floor, profile->floor_currency) : NULL;
  g_autofree char *verdict = foothold_own_floor_words (appraisal);

  append_profile_row (list, amount_row (_ ("The least you work for"), verdict, amount));
}

static void
add_overrun (GtkListBox *list, const FootholdAppraisal *appraisal)
{
  const gint64 permille = appraisal->pay.overrun_permille;
  /* Translators: how long the person's own work takes: "125 % of the estimate" */
  g_autofree char *amount = permille != FOOTHOLD_FACT_UNKNOWN
                              ? g_strdup_printf (_ ("%.4g\u00a0%% of the estimate"), (double) permille / 10)
                              : NULL;

  append_profile_row (list, amount_row (_ ("Time your work usually takes"),
                                        amount != NULL ? _ ("Stated · by you, in your profile")
                                                       : _ ("Not set yet; it is in your profile"),
                                        amount));
}

/* What keeps the real rate from being known. (transfer full), NULL for nothing of the person's */
static char *
missing_words (const FootholdAppraisal *appraisal)
{
  const gboolean overrun = appraisal->pay.overrun_permille == FOOTHOLD_FACT_UNKNOWN;
  const gboolean applying = appraisal->pay.applying_minutes == FOOTHOLD_FACT_UNKNOWN;

  if (overrun && applying)
    return g_strdup (_ ("Missing: the time your work usually takes, and the hours spent on applying."));
  if (overrun)
    return g_strdup (_ ("Missing: the time your work usually takes."));
  return applying ? g_strdup (_ ("Missing: the hours spent on applying.")) : NULL;
}

static void
fill_rates (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const FootholdPayRates *rates = &appraisal->rates;
  const char *currency = appraisal->given->opportunity->currency;
  g_autofree char *listed = foothold_format_amounts (&rates->listed, currency);
  g_autofree char *real = foothold_format_amounts (&rates->real, currency);
  g_autofree char *whole = foothold_format_amounts (&rates->whole, currency);
  g_autofree char *costs = rates->n_costs_known > 0 ? foothold_format_money (rates->costs, currency) : NULL;
  g_autofree char *costs_known =
    g_strdup_printf (ngettext ("%u of %u kind known: fees, travel, equipment, software",
                               "%u of %u kinds known: fees, travel, equipment, software", FOOTHOLD_PAY_N_COSTS),
                     rates->n_costs_known, FOOTHOLD_PAY_N_COSTS);
  g_autoptr (GString) caveats = g_string_new (_ ("Pay less your own costs, by the estimated hours."));
  g_autofree char *missing = missing_words (appraisal);
  g_autofree char *listed_own = in_own_currency (appraisal, &rates->listed);
  g_autofree char *real_own = in_own_currency (appraisal, &rates->real);
  g_autofree char *whole_own = in_own_currency (appraisal, &rates->whole);
  g_autofree char *listed_said = NULL;
  g_autofree char *real_said =
    in_lines (real_own,
              missing != NULL ? missing : _ ("By the time your work takes, and the hours spent on applying."));
  g_autofree char *whole_said = in_lines (whole_own, rates->unpaid ? _ ("Unpaid") : NULL);
  GtkListBox *list;
  GtkWidget *row;

  if (rates->caveats & FOOTHOLD_PAY_GROSS_ONLY)
    g_string_append_printf (caveats, " %s", _ ("What a platform keeps is not known."));
  if (rates->caveats & FOOTHOLD_PAY_COSTS_UNKNOWN)
    g_string_append_printf (caveats, " %s", _ ("Not all costs are known."));
  listed_said = in_lines (listed_own, caveats->str);
  gtk_box_append (box, foothold_check_group_new (_ ("What It Brings"), NULL, &list));
  gtk_list_box_append (list, amount_row (_ ("An hour, as listed"), listed_said, listed));
  gtk_list_box_append (list, amount_row (_ ("An hour, really"), real_said, real));
  gtk_list_box_append (list, amount_row (_ ("The whole work"), whole_said, whole));
  row = amount_row (_ ("Your own costs"), costs_known, costs);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "opportunity.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "cost_fees");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-down-symbolic"));
  gtk_list_box_append (list, row);
  add_overrun (list, appraisal);
  add_own_floor (list, appraisal);
}

/* References to compare with, each with its source, country and date: those in a currency that can be compared. */
static void
fill_references (GtkBox *box, const FootholdAppraisal *appraisal)
{
  const char *currency = appraisal->given->opportunity->currency;

  for (guint i = 0; i < appraisal->floors->len; i++)
    {
      const FootholdRuleFile *file = g_ptr_array_index (appraisal->floors, i);
      const char *theirs =
        file->items->len > 0 ? ((const FootholdRuleItem *) g_ptr_array_index (file->items, 0))->currency : NULL;
      /* Translators: a country and what follows from there: "What others pay: United States" */
      g_autofree char *title =
        g_strdup_printf (_ ("What Others Pay: %s"), foothold_list_name (&foothold_countries, file->country));
      g_autofree char *source = foothold_rule_source_words (file);
      const FootholdConversion *conversion = foothold_exchange_rates_find (appraisal->exchange, currency, theirs);
      GtkListBox *list;

      if (theirs == NULL || (g_strcmp0 (theirs, currency) != 0 && conversion == NULL))
        continue;
      gtk_box_append (box, foothold_check_group_new (title, source, &list));
      for (guint j = 0; j < file->items->len; j++)
        {
          const FootholdRuleItem *item = g_ptr_array_index (file->items, j);
          const gint64 floor = foothold_pay_reference_floor (item);
          g_autofree char *money = foothold_format_money (floor, item->currency);
          g_autofree char *amount = g_strdup_printf (_ ("%s an hour"), money);
          g_autofree char *verdict = floor_words (appraisal, &appraisal->rates.listed, floor, item->currency);
          g_autofree char *converted =
            foothold_format_converted (&appraisal->rates.listed, currency, item->currency, conversion);
          g_autofree char *said = in_lines (verdict, converted);

          gtk_list_box_append (list, amount_row (item->name, said, amount));
        }
    }
}

void
foothold_pay_page_fill (GtkBox *box, const FootholdAppraisal *appraisal)
{
  foothold_box_clear (box);
  fill_rates (box, appraisal);
}

void
foothold_pay_page_fill_below (GtkBox *box, const FootholdAppraisal *appraisal)
{
  foothold_box_clear (box);
  fill_facts (box, appraisal);
  fill_references (box, appraisal);
}
