// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-warning-signs.h"

#include <string.h>

#include "rules/foothold-phrases.h"

const char *const foothold_warning_sign_checks[] = { "fee", "nothing-guaranteed", "private-mail", NULL };

const char *const foothold_warning_sign_fields[] = {
  "description",  "context",   "objective",   "scope",       "timeline",   "support",
  "support_time", "contacts",  "meetings",    "pay_trigger", "pay_method", "pay_paperwork",
  "pay_measure",  "equipment", "eligibility", "look_back",   NULL,
};
#define N_FIELDS (G_N_ELEMENTS (foothold_warning_sign_fields) - 1)

/* A fee that one pays oneself. The cost of a platform would be in the net amount. */
static gboolean
see_fee (const FootholdFacts *facts, FootholdWarning *warning)
{
  const gint64 fees = foothold_facts_number (facts, "cost_fees");

  warning->field = "cost_fees";
  return fees != FOOTHOLD_FACT_UNKNOWN && fees > 0;
}

/* Paid by results: nothing is guaranteed, or the posting leaves it open. Nobody having looked is no sign. */
static gboolean
see_nothing_guaranteed (const FootholdFacts *facts, FootholdWarning *warning)
{
  warning->field = "pay_guaranteed";
  return g_strcmp0 (foothold_facts_text (facts, "pay_kind"), "results") == 0
         && (foothold_facts_knowledge (facts, "pay_guaranteed") == FOOTHOLD_FACT_NOT_SAID
             || foothold_facts_number (facts, "pay_guaranteed") == 0);
}

static gboolean
is_domain_char (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '-';
}

/* An address at one of the domains that anybody can have. */
static gboolean
find_private_mail (const FootholdRuleFile *file, const char *text, gsize *start, gsize *end)
{
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      const char *from = at, *to = at + 1;
      g_autofree char *domain = NULL;

      while (from > text && (is_domain_char (from[-1]) || strchr ("_+", from[-1]) != NULL))
        from--;
      while (is_domain_char (*to))
        to++;
      while (to > at + 1 && to[-1] == '.')
        to--;
      domain = g_ascii_strdown (at + 1, to - (at + 1));
      if (from == at || !g_strv_contains ((const char *const *) file->private_domains, domain))
        continue;
      *start = (gsize) (from - text);
      *end = (gsize) (to - text);

      return TRUE;
    }

  return FALSE;
}

/* A named organisation that answers under a private address. People, clubs and charities often have no other. */
static gboolean
see_private_mail (const FootholdRuleFile *file,
                  const FootholdFacts *facts,
                  const char *organisation_type,
                  FootholdWarning *warning)
{
  if (foothold_facts_text (facts, "organisation") == NULL || g_strcmp0 (organisation_type, "person") == 0
      || g_strcmp0 (organisation_type, "non-profit") == 0 || g_strcmp0 (organisation_type, "other") == 0)
    return FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = foothold_facts_text (facts, foothold_warning_sign_fields[i]);

      warning->field = foothold_warning_sign_fields[i];
      if (text != NULL && find_private_mail (file, text, &warning->start, &warning->end))
        return TRUE;
    }

  return FALSE;
}

static gboolean
see_checks (const FootholdRuleFile *file,
            const FootholdFacts *facts,
            const char *organisation_type,
            FootholdWarning *warning)
{
  for (guint i = 0; warning->item->checks != NULL && warning->item->checks[i] != NULL; i++)
    {
      const char *check = warning->item->checks[i];

      if ((g_str_equal (check, "fee") && see_fee (facts, warning))
          || (g_str_equal (check, "nothing-guaranteed") && see_nothing_guaranteed (facts, warning))
          || (g_str_equal (check, "private-mail") && see_private_mail (file, facts, organisation_type, warning)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
see_words (const FootholdRuleFile *file, FootholdPhraseText *const *texts, FootholdWarning *warning)
{
  const GPtrArray *patterns = warning->item->patterns;

  for (guint i = 0; patterns != NULL && i < N_FIELDS; i++)
    for (guint j = 0; texts[i] != NULL && j < patterns->len; j++)
      if (foothold_phrase_text_find (texts[i], g_ptr_array_index (patterns, j), file->negations, &warning->start,
                                     &warning->end))
        {
          warning->field = foothold_warning_sign_fields[i];
          return TRUE;
        }

  return FALSE;
}

static gboolean
is_harmless (const FootholdRuleItem *item, const FootholdFacts *facts)
{
  for (guint i = 0; item->unless_stated != NULL && item->unless_stated[i] != NULL; i++)
    if (foothold_facts_knowledge (facts, item->unless_stated[i]) == FOOTHOLD_FACT_STATED)
      return TRUE;

  return FALSE;
}

GArray *
foothold_warning_signs_see (const FootholdRuleFile *file, const FootholdFacts *facts, const char *organisation_type)
{
  GArray *warnings = g_array_new (FALSE, FALSE, sizeof (FootholdWarning));
  FootholdPhraseText *texts[N_FIELDS] = { NULL };

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = foothold_facts_text (facts, foothold_warning_sign_fields[i]);

      texts[i] = text != NULL ? foothold_phrase_text_new (text) : NULL;
    }
  for (guint i = 0; i < file->items->len; i++)
    {
      FootholdWarning warning = { .item = g_ptr_array_index (file->items, i) };

      if (see_checks (file, facts, organisation_type, &warning)
          || (!is_harmless (warning.item, facts) && see_words (file, texts, &warning)))
        g_array_append_val (warnings, warning);
    }
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&texts[i], foothold_phrase_text_free);

  return warnings;
}

gboolean
foothold_warning_sign_is_for_person (const FootholdRuleItem *item)
{
  return item->checks == NULL && item->patterns == NULL;
}
