// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-money.h"

#include <string.h>

#include "foothold-lists.h"

/*
 * Amounts: exact decimal arithmetic on 64-bit integers, every step checked. A
 * text that does not fit is refused, never clamped.
 */

static const gint64 powers[] = { 1, 10, 100, 1000 };

char *
foothold_money_to_text (gint64 minor, const char *currency)
{
  const guint exponent = foothold_currency_exponent (currency);
  const guint64 amount = minor < 0 ? -(guint64) minor : (guint64) minor;
  const guint64 unit = (guint64) powers[exponent];

  if (minor == FOOTHOLD_MONEY_UNKNOWN)
    return NULL;
  if (exponent == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, minor);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, minor < 0 ? "-" : "", amount / unit,
                          (int) exponent, amount % unit);
}

/* Adds a digit at the end of @value; FALSE when it would pass the limit for any currency. */
static gboolean
push_digit (gint64 *value, char digit)
{
  if (*value > FOOTHOLD_MONEY_LIMIT * 1000 / 10)
    return FALSE;

  *value = *value * 10 + (digit - '0');
  return TRUE;
}

gboolean
foothold_money_from_text (const char *text, const char *currency, gint64 *minor)
{
  const guint exponent = foothold_currency_exponent (currency);
  const gboolean negative = text != NULL && *text == '-';
  const char *at = negative ? text + 1 : text;
  gint64 value = 0;
  guint decimals = 0;

  if (at == NULL || !g_ascii_isdigit (*at))
    return FALSE;

  for (; g_ascii_isdigit (*at); at++)
    if (!push_digit (&value, *at))
      return FALSE;

  if (*at == '.')
    {
      if (!g_ascii_isdigit (at[1]))
        return FALSE;
      for (at++; g_ascii_isdigit (*at); at++)
        {
          if (decimals >= exponent && *at != '0')
            return FALSE;
          if (decimals < exponent && !push_digit (&value, *at))
            return FALSE;
          decimals = MIN (decimals + 1, exponent);
        }
    }
  if (*at != '\0')
    return FALSE;

  for (; decimals < exponent; decimals++)
    if (!push_digit (&value, '0'))
      return FALSE;
  if (value > FOOTHOLD_MONEY_LIMIT * powers[exponent])
    return FALSE;

  *minor = negative ? -value : value;
  return TRUE;
}

/* One character that may stand between groups of three digits, or 0: its length in bytes. */
static gsize
group_space (const char *at, const char *end)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      const gsize n = strlen (spaces[i]);

      if ((gsize) (end - at) > n + 2 && memcmp (at, spaces[i], n) == 0 && g_ascii_isdigit (at[n])
          && g_ascii_isdigit (at[n + 1]) && g_ascii_isdigit (at[n + 2])
          && ((gsize) (end - at) == n + 3 || !g_ascii_isdigit (at[n + 3])))
        return n;
    }

  return 0;
}

typedef struct
{
  char digits[64]; /* digits, '.' and ',' only: spaces of groups taken out */
  gsize n;
} Number;

/* Reads the longest thing at @at that can be one number. Returns where it ends, or NULL for none. */
static const char *
scan_number (const char *at, const char *end, Number *number)
{
  number->n = 0;
  if (at >= end || !g_ascii_isdigit (*at))
    return NULL;

  while (at < end && number->n < sizeof number->digits - 1)
    {
      gsize n;

      if (g_ascii_isdigit (*at))
        number->digits[number->n++] = *at++;
      else if ((*at == '.' || *at == ',') && at + 1 < end && g_ascii_isdigit (at[1]))
        number->digits[number->n++] = *at++;
      else if ((n = group_space (at, end)) > 0)
        at += n;
      else
        break;
    }
  number->digits[number->n] = '\0';

  return number->n < sizeof number->digits - 1 ? at : NULL;
}

/*
 * Which of the separators is the decimal point: the last one when both kinds
 * occur; a kind that occurs twice groups; a single one groups when exactly three digits follow and one to three
 * other than "0" stand before it, unless the currency has three decimals.
 */
static const char *
decimal_point (const char *digits, guint exponent)
{
  const char *dot = strrchr (digits, '.');
  const char *comma = strrchr (digits, ',');
  const char *last = dot == NULL || (comma != NULL && comma > dot) ? comma : dot;

  if (last == NULL || (dot != NULL && comma != NULL))
    return last;
  if (strchr (digits, *last) != last)
    return NULL;
  if (exponent != 3 && strlen (last + 1) == 3 && last - digits <= 3 && *digits != '0')
    return NULL;

  return last;
}

/* "1,500" of a currency with three decimals: one and a half, or as many write it, one thousand and five hundred. */
static gboolean
is_either (const char *digits, guint exponent)
{
  const char *point = decimal_point (digits, exponent);

  return point != NULL && *point == ',' && decimal_point (digits, 0) == NULL;
}

/* The number times ten to the power of @scale in minor units, rounded half up. */
static gboolean
number_to_minor (const Number *number, const char *currency, guint scale, gint64 *minor)
{
  const guint exponent = foothold_currency_exponent (currency) + scale;
  const char *point = decimal_point (number->digits, foothold_currency_exponent (currency));
  gint64 value = 0;
  guint decimals = 0;

  for (const char *at = number->digits; *at != '\0'; at++)
    {
      const gboolean after = point != NULL && at > point;

      if (!g_ascii_isdigit (*at))
        continue;
      if (after && decimals >= exponent)
        {
          value += decimals == exponent && *at >= '5' ? 1 : 0;
          break;
        }
      if (!push_digit (&value, *at))
        return FALSE;
      decimals += after ? 1 : 0;
    }
  for (; decimals < exponent; decimals++)
    if (!push_digit (&value, '0'))
      return FALSE;

  if (value > FOOTHOLD_MONEY_LIMIT * powers[foothold_currency_exponent (currency)])
    return FALSE;
  *minor = value;
  return TRUE;
}

/* "12k", "12 K", "3 triệu": by how many powers of ten the number before *@at counts, and past it. 0: it does not. */
static guint
skip_scale (const char **at, const char *end)
{
  static const struct
  {
    const char *words;
    guint powers;
  } scales[] = {
    { " k thousand tsd tys tis nghìn ngàn ", 3 },
    { " lakh lac ", 5 },
    { " million mio mln triệu tr ", 6 },
    { " crore ", 7 },
    { " tỷ tỉ ", 9 },
  };
  const char *start = *at;
  const char *past;
  g_autofree char *lower = NULL;
  g_autofree char *word = NULL;
  g_autofree char *composed = NULL;

  if (start < end && *start == ' ')
    start++;
  for (past = start;
       past < end && (g_unichar_isalpha (g_utf8_get_char (past)) || g_unichar_ismark (g_utf8_get_char (past)));)
    past = g_utf8_next_char (past);
  if (past == start || past - start > 16 || (past < end && g_ascii_isdigit (*past)))
    return 0;

  lower = g_utf8_strdown (start, past - start);
  composed = g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  word = g_strconcat (" ", composed, " ", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (strstr (scales[i].words, word) != NULL)
      {
        *at = past < end && *past == '.' && scales[i].powers == 3 ? past + 1 : past;
        return scales[i].powers;
      }

  return 0;
}

gboolean
foothold_money_parse (const char *text, gssize length, const char *currency, gint64 *minor)
{
  const char *end;
  guint scale;
  Number number;

  if (text == NULL)
    return FALSE;
  end = text + (length < 0 ? (gssize) strlen (text) : length);
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;

  text = scan_number (text, end, &number);
  if (text == NULL)
    return FALSE;
  scale = skip_scale (&text, end);

  return text == end && number_to_minor (&number, currency, scale, minor);
}

char *
foothold_hours_to_text (gint64 minutes)
{
  gint64 parts;
  char decimals[5];
  gsize n = 4;

  if (minutes < 0)
    return NULL;

  /* ten-thousandths of an hour, rounded; the reverse finds the same minute, since half a minute is 83 of them */
  parts = (minutes % 60 * 10000 + 30) / 60;
  g_snprintf (decimals, sizeof decimals, "%04d", (int) parts);
  while (n > 0 && decimals[n - 1] == '0')
    n--;

  return n == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, minutes / 60)
                : g_strdup_printf ("%" G_GINT64_FORMAT ".%.*s", minutes / 60, (int) n, decimals);
}

gboolean
foothold_hours_from_text (const char *text, gint64 *minutes)
{
  gint64 hours = 0;
  gint64 fraction = 0;
  gint64 scale = 1;

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;

  for (; g_ascii_isdigit (*text); text++)
    {
      hours = hours * 10 + (*text - '0');
      if (hours > 1000000)
        return FALSE;
    }
  if (*text == ':')
    {
      if (!g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]) || text[3] != '\0' || text[1] > '5')
        return FALSE;
      *minutes = hours * 60 + (text[1] - '0') * 10 + (text[2] - '0');
      return TRUE;
    }
  if (*text == '.' || *text == ',')
    {
      text++;
      if (!g_ascii_isdigit (*text))
        return FALSE;
      for (; g_ascii_isdigit (*text); text++)
        if (scale < 1000000000)
          {
            fraction = fraction * 10 + (*text - '0');
            scale *= 10;
          }
    }
  if (*text != '\0')
    return FALSE;

  *minutes = hours * 60 + (fraction * 60 + scale / 2) / scale;
  return TRUE;
}

/* --- what a sentence says about pay --- */

/* Signs and words whose currency only the country tells. The first is meant where there is no country. */
static const char *
ambiguous_currency (const char *word, const char *country)
{
  static const struct
  {
    const char *word;
    const char *codes;
  } table[] = {
    { "$", "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP BRL" },
    { "kr", "SEK NOK DKK ISK" },
    { "kr.", "DKK NOK SEK ISK" },
  };
  const char *local = foothold_currency_of_country (country);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_ascii_strcasecmp (word, table[i].word) == 0)
      {
        if (local != NULL && strstr (table[i].codes, local) != NULL)
          return local;
        return *word == '$' ? "USD" : NULL;
      }

  return NULL;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (word, *words) == 0 || strcmp (word, *words) == 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  FootholdPay *pay;
  const char *country;
  Number numbers[2];
  guint scales[2]; /* powers of ten that they count in */
  guint n_numbers;
  gboolean joined; /* a word that makes a range stood after the first number */
  gboolean per; /* a "/" or "per" was the last word */
  gboolean fresh; /* the last thing read was a number that may be the amount */
  gboolean spare; /* the last thing read was one too many */
  guint n_spare; /* numbers nobody knows what to do with: "2 x 250 €" */
  int bound; /* -1 "from 500", 1 "up to 500" */
  gboolean whole; /* a word said that it is for the whole */
  gboolean unpaid; /* a word said that there is none: what stands there is for something else */
  const char *found; /* the currency the text names */
  gboolean by_sign; /* by one that other currencies have too: a code says more */
  guint n_signs; /* how often one is named */
} Reading;

/* Takes @word (a run of letters, or one sign). */
static void
take_word (Reading *reading, const char *word)
{
  static const char *const range_words[] = { "-",    "–",   "—", "−",   "to",    "bis", "do", "đến", "until",
                                             "and",  "und", "à", "a",   "~",     "et",  "y",  "e",   "or",
                                             "oder", "ou",  "o", "lub", "hasta", "tới", NULL };
  static const char *const per_words[] = { "/",   "per", "pro",  "an",  "a", "je",  "na", "za",
                                           "par", "por", "each", "mỗi", "p", "the", NULL };
  static const char *const up_words[] = { "up",    "max",   "maximum", "maximal", "bis",   "do",    "höchstens", "tối",
                                          "jusqu", "hasta", "<",       "≤",       "under", "below", NULL };
  static const char *const from_words[] = { "from",   "ab",    "od",  "min", "minimum", "mindestens", "từ", "starting",
                                            "partir", "desde", "dès", ">",   "≥",       "over",       NULL };
  static const char *const unit_words[] = { "h",      "hr",      "hrs",      "hour",  "hours",  "std",     "stunden",
                                            "stunde", "days",    "tage",     "week",  "weeks",  "woche",   "wochen",
                                            "months", "monate",  "day",      "godz",  "giờ",    "godzin",  "month",
                                            "monat",  "jour",    "jours",    "heure", "heures", "semaine", "semaines",
                                            "día",    "días",    "hora",     "horas", "semana", "semanas", "dni",
                                            "dzień",  "tygodni", "tygodnie", "ngày",  "tuần",   "tháng",   NULL };
  static const char *const whole_words[] = { "fee",        "honorar",   "pauschale",  "pauschalbetrag", "festpreis",
                                             "festbetrag", "insgesamt", "altogether", "gesamt",         NULL };
  static const char *const net_words[] = { "net", "netto", "nett", "neto", "nets", "nette", NULL };
  static const char *const unpaid_words[] = { "unpaid",    "unbezahlt", "unbezahlte", "unentgeltlich", "ehrenamtlich",
                                              "volunteer", "bénévole",  "niepłatne",  "niepłatny",     NULL };
  const gboolean fresh = reading->fresh, spare = reading->spare;
  const gboolean per = reading->per;
  const char *currency = foothold_currency_lookup (word);
  const char *signed_currency = ambiguous_currency (word, reading->country);
  const FootholdListEntry *period = NULL;

  reading->fresh = reading->spare = FALSE;
  if (signed_currency != NULL)
    currency = signed_currency;
  else if (currency != NULL && strlen (word) == 1 && g_ascii_isalpha (*word) && !fresh)
    currency = NULL;
  if (currency != NULL && !per)
    {
      reading->n_signs++;
      if (reading->found == NULL || (reading->by_sign && signed_currency == NULL))
        {
          reading->found = currency;
          reading->by_sign = signed_currency != NULL;
        }
      return;
    }

  /* one letter is a period only after "/" ("600 € for 30 h" says nothing about an hour's pay) */
  if (per || g_utf8_strlen (word, -1) > 3)
    period = foothold_list_lookup (&foothold_pay_periods, word);
  if (period != NULL && (per || !(fresh || spare) || !is_one_of (word, unit_words)))
    {
      /* "fixed" may stand before what it is for */
      if (reading->pay->period == NULL || (per && g_str_equal (reading->pay->period, "project")))
        reading->pay->period = period->slug;
      reading->per = FALSE;
      return;
    }
  /* a number of hours, weeks, pieces, a share: no money */
  if (!per && (is_one_of (word, unit_words) || *word == '%'))
    {
      if (fresh && reading->n_numbers > 0)
        reading->n_numbers--;
      else if (spare)
        reading->n_spare--;
      if (fresh || spare)
        return;
    }

  reading->whole = reading->whole || is_one_of (word, whole_words);
  reading->pay->net = reading->pay->net || is_one_of (word, net_words);
  reading->unpaid = reading->unpaid || is_one_of (word, unpaid_words);
  reading->per = is_one_of (word, per_words);
  if (reading->n_numbers == 0)
    {
      if (is_one_of (word, up_words))
        reading->bound = 1;
      else if (is_one_of (word, from_words))
        reading->bound = -1;
    }
  else if (reading->n_numbers == 1 && is_one_of (word, range_words))
    reading->joined = TRUE;
  else if (*word == '+')
    reading->bound = -1;
}

static gboolean
finish_pay (Reading *reading, const char *currency)
{
  FootholdPay *pay = reading->pay;
  const char *code = reading->found != NULL ? reading->found : currency;
  gint64 amounts[2] = { FOOTHOLD_MONEY_UNKNOWN, FOOTHOLD_MONEY_UNKNOWN };

  if (reading->n_numbers == 0 || reading->n_spare > 0 || reading->unpaid || code == NULL || strlen (code) != 3)
    return FALSE;

  /* "20-25k" means both, "$500-$1k" does not */
  if (reading->n_numbers == 2 && reading->n_signs < 2 && reading->scales[0] == 0
      && strlen (reading->numbers[0].digits) <= 3)
    reading->scales[0] = reading->scales[1];
  for (guint i = 0; i < reading->n_numbers; i++)
    {
      if (!number_to_minor (&reading->numbers[i], code, reading->scales[i], &amounts[i]))
        return FALSE;
      pay->either |= is_either (reading->numbers[i].digits, foothold_currency_exponent (code));
    }

  if (pay->period == NULL && reading->whole)
    pay->period = "project";
  g_strlcpy (pay->currency, code, sizeof pay->currency);
  if (reading->n_numbers == 2)
    {
      pay->min = MIN (amounts[0], amounts[1]);
      pay->max = MAX (amounts[0], amounts[1]);
    }
  else
    {
      pay->min = reading->bound > 0 ? FOOTHOLD_MONEY_UNKNOWN : amounts[0];
      pay->max = reading->bound < 0 ? FOOTHOLD_MONEY_UNKNOWN : amounts[0];
    }

  return TRUE;
}

gboolean
foothold_pay_parse (const char *text, const char *currency, const char *country, FootholdPay *pay)
{
  Reading reading = { .pay = pay, .country = country };
  const char *end;

  *pay = (FootholdPay) { .min = FOOTHOLD_MONEY_UNKNOWN, .max = FOOTHOLD_MONEY_UNKNOWN };
  if (text == NULL || strlen (text) > 1000 || !g_utf8_validate (text, -1, &end))
    return FALSE;

  for (end = text + strlen (text); text < end;)
    {
      const char *start = text;
      Number number;
      char word[64];

      if (g_ascii_isspace (*text))
        {
          text++;
          continue;
        }
      /* nobody pays less than nothing */
      if (*text == '-' && reading.n_numbers == 0 && g_ascii_isdigit (text[1]))
        return FALSE;
      if (g_ascii_isdigit (*text))
        {
          /* two numbers are a range only with a word between that says so, or a "/" and a currency behind: "500/600 €"
           */
          const gboolean wanted =
            reading.n_numbers == 0
            || (reading.n_numbers == 1 && reading.n_spare == 0 && (reading.joined || reading.per));

          text = scan_number (text, end, &number);
          if (text == NULL)
            return FALSE;
          if (wanted)
            {
              reading.scales[reading.n_numbers] = skip_scale (&text, end);
              reading.numbers[reading.n_numbers++] = number;
            }
          else
            {
              skip_scale (&text, end);
              reading.n_spare++;
            }
          reading.fresh = wanted;
          reading.spare = !wanted;
          reading.per = FALSE;
          continue;
        }

      if (g_unichar_isalpha (g_utf8_get_char (text)))
        {
          while (text < end
                 && (g_unichar_isalpha (g_utf8_get_char (text)) || g_unichar_ismark (g_utf8_get_char (text))))
            text = g_utf8_next_char (text);
          /* "US$", "C$", "kr.", "Kč" stay one word with their sign */
          if (text < end && *text == '$' && text - start <= 3)
            text++;
        }
      else
        text = g_utf8_next_char (text);

      if ((gsize) (text - start) < sizeof word)
        {
          memcpy (word, start, (gsize) (text - start));
          word[text - start] = '\0';
          take_word (&reading, word);
        }
    }

  return finish_pay (&reading, currency);
}
