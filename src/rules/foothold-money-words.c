// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "rules/foothold-money-words.h"

#include <limits.h>
#include <locale.h>
#include <string.h>

#include "rules/foothold-money.h"

/* Where a locale does not group, seven digits in a row still are not read: a narrow space, from five digits on. */
#define NARROW_SPACE "\u202f"
#define FROM_DIGITS 5

/* The digits of @whole with the groups of @grouping, from the right. */
static void
append_grouped (GString *text, const char *whole, const char *separator, const char *grouping)
{
  g_autofree gboolean *before = g_new0 (gboolean, strlen (whole) + 1);
  const char *group = grouping;
  gsize at = strlen (whole);

  /* CHAR_MAX ends the groups, the end of the list repeats its last */
  while (*group > 0 && *group != CHAR_MAX && at > (gsize) *group)
    {
      at -= (gsize) *group;
      before[at] = TRUE;
      if (group[1] != 0)
        group++;
    }

  for (gsize i = 0; whole[i] != '\0'; i++)
    {
      if (before[i])
        g_string_append (text, separator);
      g_string_append_c (text, whole[i]);
    }
}

char *
foothold_money_in_style (gint64 minor, const char *currency, const FootholdNumberStyle *style)
{
  g_autofree char *plain = foothold_money_to_text (minor, currency);
  g_autoptr (GString) text = g_string_new (NULL);
  char *decimals, *whole;

  if (plain == NULL)
    return NULL;
  whole = plain;
  if (*whole == '-')
    {
      g_string_append_c (text, '-');
      whole++;
    }
  decimals = strchr (whole, '.');
  if (decimals != NULL)
    *decimals++ = '\0';

  if (*style->separator != '\0')
    append_grouped (text, whole, style->separator, style->grouping);
  else if (strlen (whole) >= FROM_DIGITS)
    append_grouped (text, whole, NARROW_SPACE, "\3");
  else
    g_string_append (text, whole);
  if (decimals != NULL && strspn (decimals, "0") < strlen (decimals))
    g_string_append_printf (text, "%s%s", style->point, decimals);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
foothold_money_for_people (gint64 minor, const char *currency)
{
  const struct lconv *locale = localeconv ();
  g_autofree char *point = g_locale_to_utf8 (locale->decimal_point, -1, NULL, NULL, NULL);
  g_autofree char *separator = g_locale_to_utf8 (locale->thousands_sep, -1, NULL, NULL, NULL);
  const FootholdNumberStyle style = { .point = point != NULL ? point : ".",
                                      .separator = separator != NULL ? separator : "",
                                      .grouping = locale->grouping };

  return foothold_money_in_style (minor, currency, &style);
}

char *
foothold_money_to_edit (gint64 minor, const char *currency, const char *point)
{
  g_autofree char *text = foothold_money_to_text (minor, currency);
  char *decimals = text != NULL ? strchr (text, '.') : NULL;

  if (decimals == NULL)
    return g_steal_pointer (&text);
  *decimals++ = '\0';
  if (strspn (decimals, "0") == strlen (decimals))
    return g_steal_pointer (&text);
  return g_strconcat (text, point, decimals, NULL);
}

char *
foothold_money_for_typing (gint64 minor, const char *currency)
{
  g_autofree char *point = g_locale_to_utf8 (localeconv ()->decimal_point, -1, NULL, NULL, NULL);

  return foothold_money_to_edit (minor, currency, point != NULL ? point : ".");
}

const char *
foothold_pay_kind_of_period (const char *period)
{
  if (g_strcmp0 (period, "hour") == 0)
    return "hourly";
  return g_strcmp0 (period, "project") == 0 ? "fixed" : NULL;
}

const char *
foothold_pay_period_of_name (const char *name)
{
  g_autofree char *said = name != NULL ? g_strconcat (name, ": 1", NULL) : NULL;
  FootholdPay pay;

  return foothold_pay_parse (said, FOOTHOLD_NO_CURRENCY, NULL, &pay) ? pay.period : NULL;
}
