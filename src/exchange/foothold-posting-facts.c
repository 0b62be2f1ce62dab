// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-posting-reading.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"

/*
 * Where the work is and what it pays: the two facts that pages write in every
 * way there is. Only what is certain is deduced: an amount by the hour is hourly
 * pay, an amount a month says nothing about its kind.
 */

/* --- place --- */

/* Adds a part to "Łódź, Łódzkie" unless it stands there. */
static void
add_part (GString *place, const char *part)
{
  if (part == NULL || *part == '\0' || strstr (place->str, part) != NULL)
    return;

  if (place->len > 0)
    g_string_append (place, ", ");
  g_string_append (place, part);
}

/* The country a node names: a code, a name, an object. *@code is a static slug or NULL; returns the text. */
static char *
read_country (FootholdPostingReading *self, JsonNode *node, const char **code)
{
  char *text = foothold_posting_line (self, node);
  const FootholdListEntry *entry = foothold_list_lookup (&foothold_countries, text);

  *code = entry != NULL ? entry->slug : NULL;
  return text;
}

/* One place: a text, an address, or a Place that has one. */
static char *
read_one_place (FootholdPostingReading *self, JsonNode *node, const char **country)
{
  static const char *const parts[] = { "addressLocality", "addressRegion" };
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *country_text = NULL;
  JsonNode *address;
  JsonObject *object;

  *country = NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      char *text = foothold_posting_line (self, node);
      const FootholdListEntry *entry = foothold_list_lookup (&foothold_countries, text);

      *country = entry != NULL ? entry->slug : NULL;
      return text;
    }

  object = json_node_get_object (node);
  address = foothold_json_ld_get (self->ld, object, "address");
  if (address != NULL && JSON_NODE_HOLDS_ARRAY (address))
    address = foothold_json_ld_resolve (self->ld, json_array_get_element (json_node_get_array (address), 0));
  if (address != NULL && JSON_NODE_HOLDS_OBJECT (address))
    object = json_node_get_object (address);
  else if (address != NULL)
    {
      g_autofree char *text = foothold_posting_line (self, address);

      add_part (place, text);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = foothold_posting_line (self, foothold_json_ld_get (self->ld, object, parts[i]));

      add_part (place, text);
    }
  country_text = read_country (self, foothold_json_ld_get (self->ld, object, "addressCountry"), country);
  if (place->len == 0)
    {
      g_autofree char *street = foothold_posting_line (self, foothold_json_ld_get (self->ld, object, "streetAddress"));
      g_autofree char *name =
        foothold_posting_line (self, foothold_json_ld_get (self->ld, json_node_get_object (node), "name"));
      g_autofree char *code = foothold_posting_line (self, foothold_json_ld_get (self->ld, object, "postalCode"));

      add_part (place, name != NULL ? name : street);
      add_part (place, place->len == 0 ? code : NULL);
      if (*country == NULL && foothold_json_ld_is_a (json_node_get_object (node), "Country") && name != NULL)
        {
          const FootholdListEntry *entry = foothold_list_lookup (&foothold_countries, name);

          *country = entry != NULL ? entry->slug : NULL;
        }
    }
  if (*country == NULL)
    add_part (place, country_text);
  else if (place->len == 0)
    add_part (place, foothold_list_name (&foothold_countries, *country));

  return place->len > 0 ? g_string_free_and_steal (g_steal_pointer (&place)) : NULL;
}

static void
read_work_mode (FootholdPostingReading *self)
{
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, "jobLocationType"));

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *text = foothold_posting_term (self, g_ptr_array_index (elements, i));
      const FootholdListEntry *entry = foothold_list_lookup (&foothold_work_modes, text);

      if (text == NULL)
        continue;
      if (entry == NULL)
        foothold_posting_bad_value (self, "work_mode", _ ("“%s” is not a known mode of work; it was left out."), text);
      else if (self->row->work_mode == NULL)
        self->row->work_mode = g_strdup (entry->slug);
      else if (!g_str_equal (self->row->work_mode, entry->slug))
        g_set_str (&self->row->work_mode, "hybrid");
    }
}

void
foothold_posting_read_place (FootholdPostingReading *self)
{
  JsonNode *node = foothold_posting_get (self, "jobLocation");
  g_autoptr (GPtrArray) elements = foothold_posting_elements (self, node);
  g_autoptr (GString) places = g_string_new (NULL);
  const char *country = NULL;
  gboolean one_country = TRUE;

  read_work_mode (self);
  for (guint i = 0; i < elements->len; i++)
    {
      const char *here;
      g_autofree char *place = read_one_place (self, g_ptr_array_index (elements, i), &here);

      if (country != NULL && here != NULL && !g_str_equal (country, here))
        one_country = FALSE;
      if (here != NULL)
        country = here;
      if (place == NULL || strstr (places->str, place) != NULL)
        continue;
      if (places->len > 0)
        g_string_append (places, "; ");
      g_string_append (places, place);
    }

  if (places->len > 0)
    {
      const FootholdListEntry *mode = foothold_list_lookup (&foothold_work_modes, places->str);

      /* "Remote" is no place */
      if (mode != NULL && g_str_equal (mode->slug, "remote"))
        {
          if (self->row->work_mode == NULL)
            self->row->work_mode = g_strdup ("remote");
        }
      else
        self->row->location = g_strdup (places->str);
    }
  if (one_country && country != NULL)
    self->row->country = g_strdup (country);
  if (node != NULL && places->len == 0 && country == NULL)
    foothold_posting_problem (self, "location", _ ("The place could not be read."));
}

/* --- pay --- */

typedef struct
{
  const char *period; /* slug, or NULL */
  char *currency; /* as the posting names it, resolved to a code; or NULL */
  gint64 min, max;
} Salary;

static gboolean
is_given (gint64 amount)
{
  return amount != GINT64_UNKNOWN;
}

/* A unit of time: text ("HOUR"), code (UN/CEFACT "HUR", "ANN") or duration ("P1Y"). */
static const char *
read_period (FootholdPostingReading *self, JsonObject *object)
{
  static const char *const names[] = { "unitText", "unitCode", "duration", "referenceQuantity", "billingDuration" };
  static const struct
  {
    const char *text, *slug;
  } codes[] = {
    { "HUR", "hour" },  { "DAY", "day" }, { "WEE", "week" }, { "MON", "month" }, { "ANN", "year" },
    { "PT1H", "hour" }, { "P1D", "day" }, { "P1W", "week" }, { "P1M", "month" }, { "P1Y", "year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = foothold_json_ld_get (self->ld, object, names[i]);
      g_autofree char *text = foothold_posting_term (self, node);
      const FootholdListEntry *entry;

      if (text == NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        if (g_ascii_strcasecmp (text, codes[j].text) == 0)
          return codes[j].slug;
      entry = foothold_list_lookup (&foothold_pay_periods, text);
      if (entry != NULL)
        return entry->slug;
      if (i == 0)
        foothold_posting_bad_value (self, "pay_period", _ ("“%s” is not a known period of pay; it was left out."),
                                    text);
    }

  return NULL;
}

/* A currency that an object names, or what is known already. */
static void
take_currency (FootholdPostingReading *self, JsonObject *object, Salary *salary)
{
  static const char *const names[] = { "currency", "priceCurrency", "salaryCurrency" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = foothold_posting_line (self, foothold_json_ld_get (self->ld, object, names[i]));
      const char *code = foothold_currency_lookup (text);
      FootholdPay pay;

      if (text == NULL)
        continue;
      if (code == NULL)
        {
          /* a sign that the country explains */
          g_autofree char *one = g_strconcat ("1 ", text, NULL);

          if (foothold_pay_parse (one, NULL, self->row->country, &pay))
            code = foothold_currency_lookup (pay.currency);
        }
      if (code != NULL)
        {
          g_set_str (&salary->currency, code);
          return;
        }
      foothold_posting_bad_value (self, "currency", _ ("“%s” is not a known currency."), text);
    }
}

/* "5.0E7", as programs write a large number, with all its digits: "50000000.00". NULL for any other text and what is no
 * amount. (transfer full) */
static char *
write_out (const char *text)
{
  char digits[32];
  char *rest;
  double value;

  if (!g_ascii_isdigit (*text) || strpbrk (text, "eE") == NULL || strspn (text, "0123456789.eE+-") != strlen (text))
    return NULL;
  value = g_ascii_strtod (text, &rest);
  if (*rest != '\0' || !(value < (double) FOOTHOLD_MONEY_LIMIT))
    return NULL;

  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

/* One amount, a number or a text; unknown where it is neither. A range in a text fills both. */
static void
take_amount (FootholdPostingReading *self, JsonNode *node, Salary *salary, gint64 *min, gint64 *max)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  FootholdPay pay;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return;
  text = foothold_posting_line (self, node);
  if (text == NULL)
    return;

  number = write_out (text);
  if (number != NULL)
    g_set_str (&text, number);
  /* a number of JSON has a point for its decimals, whatever follows it; a text may mean anything */
  if (json_node_get_value_type (node) == G_TYPE_STRING && number == NULL)
    {
      if (!foothold_pay_parse (text, salary->currency, self->row->country, &pay))
        {
          const FootholdListEntry *kind = foothold_list_lookup (&foothold_pay_kinds, text);

          if (kind != NULL && self->row->pay_kind == NULL)
            self->row->pay_kind = g_strdup (kind->slug);
          else if (strpbrk (text, "123456789") != NULL && salary->currency == NULL)
            foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” has no currency; it was left out."), text);
          else
            foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” is not an amount; it was left out."), text);
          return;
        }
      if (pay.either)
        {
          foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” can be two amounts; it was left out."), text);
          return;
        }
      if (pay.net && pay.min != pay.max)
        {
          foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” is not an amount; it was left out."), text);
          return;
        }
      if (salary->currency == NULL)
        salary->currency = g_strdup (pay.currency);
      if (!g_str_equal (salary->currency, pay.currency))
        {
          g_set_str (&salary->currency, pay.currency);
        }
      if (salary->period == NULL)
        salary->period = pay.period;
      if (pay.net)
        {
          self->row->pay_net = pay.min;
          return;
        }
      *min = pay.min;
      *max = pay.max;
      return;
    }

  if (salary->currency == NULL)
    {
      foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” has no currency; it was left out."), text);
      return;
    }
  {
    /* three decimals would be read as thousands: one more makes them decimals */
    g_autofree char *exact =
      strchr (text, '.') != NULL && strchr (text, 'e') == NULL ? g_strconcat (text, "0", NULL) : g_strdup (text);
    gint64 amount;

    if (strlen (exact) >= 5 && exact[strlen (exact) - 4] == '.')
      {
        char *longer = g_strconcat (exact, "0", NULL);

        g_free (exact);
        exact = longer;
      }
    if (foothold_money_parse (exact, -1, salary->currency, &amount))
      *min = *max = amount;
    else
      foothold_posting_bad_value (self, "pay_gross_min", _ ("“%s” is not an amount; it was left out."), text);
  }
}

/* Amounts of an object under a pair of names. */
static void
take_range (FootholdPostingReading *self, JsonObject *object, const char *low, const char *high, Salary *salary)
{
  gint64 ignored = GINT64_UNKNOWN;

  if (!is_given (salary->min))
    take_amount (self, foothold_json_ld_get (self->ld, object, low), salary, &salary->min, &ignored);
  ignored = GINT64_UNKNOWN;
  if (!is_given (salary->max))
    take_amount (self, foothold_json_ld_get (self->ld, object, high), salary, &ignored, &salary->max);
}

/* MonetaryAmount, QuantitativeValue, PriceSpecification, a distribution: whatever of them is there. */
static void
take_salary_object (FootholdPostingReading *self, JsonObject *object, Salary *salary)
{
  JsonNode *value = foothold_json_ld_get (self->ld, object, "value");

  take_currency (self, object, salary);
  if (salary->period == NULL)
    salary->period = read_period (self, object);
  take_range (self, object, "minValue", "maxValue", salary);
  take_range (self, object, "minPrice", "maxPrice", salary);
  if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
    {
      JsonObject *inner = json_node_get_object (value);

      take_currency (self, inner, salary);
      if (salary->period == NULL)
        salary->period = read_period (self, inner);
      take_range (self, inner, "minValue", "maxValue", salary);
      value = foothold_json_ld_get (self->ld, inner, "value");
    }
  if (!is_given (salary->min) && !is_given (salary->max))
    take_amount (self, value, salary, &salary->min, &salary->max);
  if (!is_given (salary->min) && !is_given (salary->max))
    take_amount (self, foothold_json_ld_get (self->ld, object, "price"), salary, &salary->min, &salary->max);
  if (!is_given (salary->min) && !is_given (salary->max))
    take_range (self, object, "percentile10", "percentile90", salary);
  if (!is_given (salary->min) && !is_given (salary->max))
    take_amount (self, foothold_json_ld_get (self->ld, object, "median"), salary, &salary->min, &salary->max);
}

static void
keep_salary (FootholdPostingReading *self, Salary *salary)
{
  FootholdOpportunityRow *row = self->row;

  /* programs write 0 where they know nothing; nobody means to pay it */
  if (salary->min == 0)
    salary->min = GINT64_UNKNOWN;
  if (salary->max == 0)
    salary->max = GINT64_UNKNOWN;
  if (!is_given (salary->min) && !is_given (salary->max))
    {
      foothold_posting_problem (self, "pay_gross_min", _ ("An amount of 0 says nothing; it was left out."));
      return;
    }
  if (is_given (salary->min) && is_given (salary->max) && salary->min > salary->max)
    {
      const gint64 swap = salary->min;

      salary->min = salary->max;
      salary->max = swap;
    }

  row->pay_gross_min = salary->min;
  row->pay_gross_max = salary->max;
  g_set_str (&row->currency, salary->currency);
  g_set_str (&row->pay_period, salary->period);
  if (row->pay_kind == NULL)
    row->pay_kind = g_strdup (foothold_pay_kind_of_period (salary->period));
}

void
foothold_posting_read_pay (FootholdPostingReading *self)
{
  static const char *const names[] = { "baseSalary", "estimatedSalary" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) elements = foothold_posting_elements (self, foothold_posting_get (self, names[i]));

      for (guint j = 0; j < elements->len; j++)
        {
          JsonNode *node = g_ptr_array_index (elements, j);
          Salary salary = { .min = GINT64_UNKNOWN, .max = GINT64_UNKNOWN };

          take_currency (self, self->posting, &salary);
          if (JSON_NODE_HOLDS_OBJECT (node))
            take_salary_object (self, json_node_get_object (node), &salary);
          else
            take_amount (self, node, &salary, &salary.min, &salary.max);
          if (is_given (salary.min) || is_given (salary.max))
            keep_salary (self, &salary);
          g_free (salary.currency);
          if (is_given (self->row->pay_gross_min) || is_given (self->row->pay_gross_max))
            return;
        }
    }

  /* no amount, but the currency of one to come */
  {
    Salary salary = { 0 };

    take_currency (self, self->posting, &salary);
    self->row->currency = salary.currency;
  }
}
