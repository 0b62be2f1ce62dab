// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-exchange.h"

#include <string.h>

#include "rules/foothold-dates.h"
#include "rules/foothold-money.h"

#define MILLION G_GINT64_CONSTANT (1000000)
/* A million of one for one of another is a mistake; and products of two stay within 64 bits. */
#define MOST_MICRO (MILLION * MILLION)

__extension__ typedef __int128 Wide;

static gboolean
is (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

const FootholdConversion *
foothold_exchange_find (const FootholdConversion *all, guint n, const char *from, const char *to)
{
  const FootholdConversion *best = NULL;
  gboolean best_forward = FALSE;

  if (from == NULL || to == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const gboolean forward = is (all[i].from, from) && is (all[i].to, to);
      int newer;

      if (all[i].micro <= 0 || all[i].date == NULL || !foothold_date_is_valid (all[i].date)
          || (!forward && !(is (all[i].from, to) && is (all[i].to, from))))
        continue;
      newer = best != NULL ? strcmp (all[i].date, best->date) : 1;
      if (newer > 0 || (newer == 0 && forward && !best_forward))
        {
          best = &all[i];
          best_forward = forward;
        }
    }

  return best;
}

/* Digits with at most one separator before at most six decimals; past it at *@at. */
static gboolean
take_number (const char **at, gint64 *micro)
{
  gint64 value = 0;
  int decimals = -1;

  for (; g_ascii_isdigit (**at) || ((**at == '.' || **at == ',') && decimals < 0 && g_ascii_isdigit ((*at)[1]));
       (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        {
          decimals = 0;
          continue;
        }
      if (decimals == 6 || value > MOST_MICRO)
        return FALSE;
      value = value * 10 + g_ascii_digit_value (**at);
      decimals += decimals >= 0;
    }
  for (decimals = MAX (decimals, 0); decimals < 6; decimals++)
    {
      if (value > MOST_MICRO)
        return FALSE;
      value *= 10;
    }

  *micro = value;
  return value > 0 && value <= MOST_MICRO;
}

/* Letters, or a sign such as "€"; past it at *@at. */
static gboolean
take_currency (const char **at, char currency[4])
{
  const char *end = *at;
  g_autofree char *word = NULL;
  const char *code;

  while (*end != '\0' && !g_ascii_isdigit (*end) && !g_ascii_isspace (*end) && *end != '/' && *end != '=')
    end++;
  word = g_strndup (*at, (gsize) (end - *at));
  *at = end;
  code = foothold_currency_lookup (word);
  if (code == NULL)
    return FALSE;

  memcpy (currency, code, 4);
  return TRUE;
}

gboolean
foothold_exchange_parse (const char *text, FootholdTypedRate *rate)
{
  char currencies[2][4];
  gint64 numbers[2] = { MILLION, MILLION };
  gboolean given[2] = { FALSE, FALSE };
  guint n_currencies = 0;
  gboolean after = FALSE; /* past the sign between the two */
  g_autofree char *plain = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_NFKC);
  const gboolean has_sign = plain != NULL && strchr (plain, '=') != NULL;

  if (plain == NULL)
    return FALSE;
  for (const char *at = plain; *at != '\0';)
    if (g_ascii_isspace (*at) || *at == '/')
      at++;
    else if (*at == '=')
      {
        if (after || n_currencies != 1)
          return FALSE;
        after = TRUE;
        at++;
      }
    else if (g_ascii_isdigit (*at))
      {
        /* without a sign between them the number belongs to the second, wherever it stands */
        const guint side = (has_sign ? after : n_currencies > 0) ? 1 : 0;

        if (given[side] || !take_number (&at, &numbers[side]))
          return FALSE;
        given[side] = TRUE;
      }
    else if (n_currencies == 2 || !take_currency (&at, currencies[n_currencies++]))
      return FALSE;

  if (n_currencies != 2 || !given[1] || is (currencies[0], currencies[1]))
    return FALSE;

  memcpy (rate->from, currencies[0], 4);
  memcpy (rate->to, currencies[1], 4);
  rate->micro = (gint64) (((Wide) numbers[1] * MILLION * 2 + numbers[0]) / ((Wide) numbers[0] * 2));
  return rate->micro > 0 && rate->micro <= MOST_MICRO;
}

char *
foothold_exchange_micro_to_text (gint64 micro, const char *point)
{
  g_autofree char *decimals = g_strdup_printf ("%06" G_GINT64_FORMAT, micro % MILLION);
  gsize length = strlen (decimals);

  while (length > 0 && decimals[length - 1] == '0')
    decimals[--length] = '\0';
  return length > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%s%s", micro / MILLION, point, decimals)
                    : g_strdup_printf ("%" G_GINT64_FORMAT, micro / MILLION);
}
