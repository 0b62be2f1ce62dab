/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/foothold-money.h"

/* From terms to words for a chip, and changing the text by a term. */

static char *
day_to_text (gint64 julian)
{
  GDate date;
  char text[64];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  /* Translators: a date on a small label, as strftime writes it. */
  g_date_strftime (text, sizeof text, C_ ("date on a filter", "%-e %b %Y"), &date);
  return g_strdup (text);
}

static char *
point_to_text (const FootholdFilterTerm *term, gint64 value, const FootholdFilterContext *context)
{
  const char *currency = term->currency != NULL ? term->currency : context->currency;
  g_autofree char *number = NULL;

  switch (foothold_filter_keys[term->key].kind)
    {
    case FOOTHOLD_FILTER_DAY_AHEAD:
    case FOOTHOLD_FILTER_DAY_BACK:
      return day_to_text (value);
    case FOOTHOLD_FILTER_MONEY:
      number = foothold_money_to_text (value, currency);
      /* “20”, as one types it */
      if (strchr (number, '.') != NULL && strspn (strchr (number, '.'), ".0") == strlen (strchr (number, '.')))
        *strchr (number, '.') = '\0';
      return currency != NULL ? g_strdup_printf ("%s %s", number, currency) : g_steal_pointer (&number);
    case FOOTHOLD_FILTER_TIME:
      number = foothold_hours_to_text (value);
      return g_strdup_printf (C_ ("hours", "%s h"), number);
    case FOOTHOLD_FILTER_SHARE:
      return g_strdup_printf ("%.2f", (double) value / FOOTHOLD_FILTER_WHOLE);
    case FOOTHOLD_FILTER_LIST:
    case FOOTHOLD_FILTER_NAME:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
range_to_text (const FootholdFilterTerm *term, const FootholdFilterContext *context)
{
  const gboolean days = foothold_filter_keys[term->key].kind >= FOOTHOLD_FILTER_DAY_AHEAD;
  /* said as it was typed: nobody thinks of the minute or the cent above */
  const gboolean strict = term->strict && !days;
  const gint64 step = strict ? 1 : 0;
  g_autofree char *from = term->min != FOOTHOLD_FILTER_LEAST ? point_to_text (term, term->min - step, context) : NULL;
  g_autofree char *to = term->max != FOOTHOLD_FILTER_MOST ? point_to_text (term, term->max + step, context) : NULL;

  if (from == NULL && to == NULL)
    return g_strdup ("");
  if (to == NULL)
    return days     ? g_strdup_printf (C_ ("from a day on", "from %s"), from)
           : strict ? g_strdup_printf (C_ ("more than", "> %s"), from)
                    : g_strdup_printf (C_ ("at least", "≥ %s"), from);
  if (from == NULL && strict)
    return g_strdup_printf (C_ ("less than", "< %s"), to);
  if (from == NULL)
    return days ? g_strdup_printf (C_ ("up to a day", "until %s"), to) : g_strdup_printf (C_ ("at most", "≤ %s"), to);
  if (term->min == term->max)
    return g_steal_pointer (&from);
  return g_strdup_printf (C_ ("range", "%s – %s"), from, to);
}

static char *
values_to_text (const FootholdFilterTerm *term, const FootholdFilterContext *context)
{
  const FootholdList *list = foothold_filter_keys[term->key].list;
  char *all = NULL;

  for (guint i = 0; term->values[i] != NULL; i++)
    {
      const char *name =
        list != NULL ? foothold_filter_slug_name (list, context->own_terms, term->values[i]) : term->values[i];
      g_autofree char *before = all;

      all = before != NULL ? g_strdup_printf (C_ ("alternatives", "%s or %s"), before, name) : g_strdup (name);
    }

  return all;
}

char *
foothold_filter_term_words (const FootholdFilterTerm *term, const FootholdFilterContext *context)
{
  g_autofree char *value = term->unknown                          ? g_strdup (C_ ("a fact", "unknown"))
                           : foothold_filter_is_range (term->key) ? range_to_text (term, context)
                                                                  : values_to_text (term, context);
  /* a mark and a mode say by themselves what they are about */
  const gboolean bare = !term->unknown && (term->key == FOOTHOLD_FILTER_IS || term->key == FOOTHOLD_FILTER_MODE);
  g_autofree char *words =
    bare ? g_strdup (value) : g_strdup_printf (C_ ("filter", "%s: %s"), foothold_filter_key_title (term->key), value);

  return term->negated ? g_strdup_printf (C_ ("filter", "Not %s"), words) : g_steal_pointer (&words);
}

char *
foothold_filter_without (const char *text, const FootholdFilterTerm *term)
{
  g_autofree char *before = g_strchomp (g_strndup (text, term->start));
  const char *after = text + term->end;

  while (*after != '\0' && g_unichar_isspace (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);

  return g_strconcat (before, *before != '\0' && *after != '\0' ? " " : "", after, NULL);
}

static gboolean
needs_quotes (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) || *p == ',')
      return TRUE;

  return FALSE;
}

char *
foothold_filter_with (const char *text, FootholdFilterKey key, const char *value)
{
  g_autofree char *before = g_strchomp (g_strdup (text != NULL ? text : ""));
  const char *quote = needs_quotes (value) ? "\"" : "";

  return g_strconcat (before, *before != '\0' ? " " : "", foothold_filter_key_name (key), ":", quote, value, quote,
                      NULL);
}
