// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-text-pay.h"

#include <string.h>

gboolean
foothold_text_pay_is_whole (const char *text, const char *amount)
{
  g_autofree char *escaped = g_regex_escape_string (amount, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<!application |registration |participation |entry |platform |service "
                                              ")\\b(?:fee|total|honorar|festpreis|pauschale?"
                                              "|insgesamt)\\s{0,3}(?:is|of|von|:|=)?\\s{0,3}%s|%s\\s{0,3}(?:in "
                                              ")?(?:total|altogether|flat|fixed|lump sum|fee|honorar|"
                                              "pauschal|insgesamt)\\b",
                                              escaped, escaped);

  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

gboolean
foothold_text_pay_is_other (const char *text, const char *amount)
{
  g_autoptr (GRegex) others =
    g_regex_new ("\\b(?:rais(?:ed|es|ing)|funding|revenue|turnover|umsatz|invest\\pL*|million(?:en|s)?|mio|mln|billion|"
                 "worth|savings|rent|loyer|miete|alquiler|czynsz|gift|voucher|gutschein|raffl\\pL*|verlos\\pL*|deposit|"
                 "kaution|\\pL*gebühr(?:en)?|discount|rabatt|tickets?|kostet|"
                 "(?:application|registration|participation|entry|platform|service|membership) fee)\\b",
                 G_REGEX_CASELESS, 0, NULL);
  const char *at = strstr (text, amount);
  const char *start = at, *end;
  g_autofree char *sentence = NULL;

  if (at == NULL)
    return FALSE;
  while (start > text && strchr ("\n!?", start[-1]) == NULL
         && !(start[-1] == ' ' && start - text > 1 && start[-2] == '.'))
    start--;
  for (end = at + strlen (amount); *end != '\0' && strchr ("\n!?", *end) == NULL && !(*end == '.' && end[1] == ' ');)
    end++;
  sentence = g_strndup (start, (gsize) (end - start));
  return g_regex_match (others, sentence, 0, NULL);
}
