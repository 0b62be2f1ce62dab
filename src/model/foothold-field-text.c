// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-field-text.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"
#include "rules/foothold-zone.h"
#include "store/foothold-opportunity-currency.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Blank is unknown everywhere; only a title cannot be. */

static const FootholdField *
find_field (gconstpointer row, const char *name)
{
  const FootholdField *field = foothold_row_type_find (((const FootholdRow *) row)->type, name);

  g_assert (field != NULL);
  return field;
}

static char *
flag_to_text (gint64 flag)
{
  if (flag == GINT64_UNKNOWN)
    return g_strdup ("");
  return g_strdup (flag == 1 ? "yes" : "no");
}

/* Without the no-break spaces of the formatted one: people edit it. */
static char *
hours_to_text (const FootholdOpportunityRow *row)
{
  g_autofree char *low = row->minutes_min != GINT64_UNKNOWN ? foothold_hours_to_text (row->minutes_min) : NULL;
  g_autofree char *high = row->minutes_max != GINT64_UNKNOWN ? foothold_hours_to_text (row->minutes_max) : NULL;

  if (low == NULL && high == NULL)
    return g_strdup ("");
  if (low == NULL || high == NULL)
    return low != NULL ? g_strdup_printf ("%s+", low) : g_strdup_printf ("0–%s", high);
  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  return g_strdup_printf ("%s–%s", low, high);
}

static char *
money_to_text (gint64 minor, const char *currency)
{
  g_autofree char *amount = NULL;

  if (minor == GINT64_UNKNOWN)
    return g_strdup ("");

  amount = foothold_money_for_typing (minor, currency);
  return currency != NULL ? g_strdup_printf ("%s %s", amount, currency) : g_steal_pointer (&amount);
}

/* All that the one row of it says, so that nothing of it is hidden where it is edited. */
static char *
fee_to_text (const FootholdOpportunityRow *row)
{
  const gint64 low = row->pay_gross_min != GINT64_UNKNOWN ? row->pay_gross_min : row->pay_gross_max;
  const gint64 high = row->pay_gross_max != GINT64_UNKNOWN ? row->pay_gross_max : row->pay_gross_min;
  const char *period = row->pay_period == NULL && g_strcmp0 (row->pay_kind, "hourly") == 0 ? "hour" : row->pay_period;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *range = NULL;

  if (low == GINT64_UNKNOWN)
    return g_strdup (g_strcmp0 (row->pay_kind, "unpaid") == 0 ? _ ("unpaid") : "");

  from = foothold_money_for_typing (low, row->currency);
  to = money_to_text (high, row->currency);
  if (row->pay_gross_min == GINT64_UNKNOWN || row->pay_gross_max == GINT64_UNKNOWN)
    range = foothold_format_one_end (row->pay_gross_min != GINT64_UNKNOWN, to);
  else
    range = low != high ? g_strdup_printf ("%s–%s", from, to) : g_strdup (to);
  return foothold_format_period (range, period);
}

char *
foothold_field_to_text (gconstpointer row, const char *name, FootholdEntryKind kind)
{
  const FootholdField *field = find_field (row, name);

  switch (kind)
    {
    case FOOTHOLD_ENTRY_LINE:
    case FOOTHOLD_ENTRY_LINES:
    case FOOTHOLD_ENTRY_CHOICE:
    case FOOTHOLD_ENTRY_TIME:
      {
        const char *text = foothold_row_get_text (row, field);

        return g_strdup (text != NULL ? text : "");
      }
    case FOOTHOLD_ENTRY_ZONE:
      {
        const char *zone = foothold_row_get_text (row, field);

        return zone != NULL ? foothold_zone_to_text (zone) : g_strdup ("");
      }
    case FOOTHOLD_ENTRY_DATE:
      {
        const char *iso = foothold_row_get_text (row, field);

        return iso != NULL ? foothold_format_date_full (iso) : g_strdup ("");
      }
    case FOOTHOLD_ENTRY_FLAG:
      return flag_to_text (foothold_row_get_int (row, field));
    case FOOTHOLD_ENTRY_HOURS:
      return hours_to_text (row);
    case FOOTHOLD_ENTRY_EFFORT:
      {
        const gint64 minutes = foothold_row_get_int (row, field);

        return minutes == GINT64_UNKNOWN ? g_strdup ("") : foothold_hours_to_text (minutes);
      }
    case FOOTHOLD_ENTRY_MONEY:
      return money_to_text (foothold_row_get_int (row, field), ((const FootholdOpportunityRow *) row)->currency);
    case FOOTHOLD_ENTRY_FEE:
      return fee_to_text (row);
    case FOOTHOLD_ENTRY_NUMBER:
      {
        const gint64 number = foothold_row_get_int (row, field);

        return number == GINT64_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
      }
    default:
      g_assert_not_reached ();
    }
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

static gboolean
set_date (gpointer row, const FootholdField *field, const char *text, GError **error)
{
  const char *old = foothold_row_get_text (row, field);
  g_autofree char *shown = old != NULL ? foothold_format_date_full (old) : NULL;
  g_autofree char *iso = NULL;
  /* one applies by a day to come */
  const gboolean ahead = g_str_equal (field->name, "apply_by");

  /* Left as it was shown, in whatever language. */
  if (g_strcmp0 (shown, text) == 0)
    return TRUE;
  if (!(ahead ? foothold_parse_date_ahead : foothold_parse_date) (text, NULL, &iso, error))
    return FALSE;

  foothold_row_set_text (row, field, iso);
  /* only an opportunity has such a field */
  if (ahead && iso != NULL)
    g_set_str (&((FootholdOpportunityRow *) row)->apply_window, "date");
  return TRUE;
}

/*
 * One currency holds for all amounts of an opportunity: naming another must not make another amount out of those that
 * are not typed. @own: the fields that are.
 */
static gboolean
set_currency (FootholdOpportunityRow *row, const char *currency, const char *const *own, GError **error)
{
  if (currency == NULL || g_strcmp0 (currency, row->currency) == 0)
    return TRUE;

  for (guint i = 0; i < foothold_opportunity_row_type.n_fields && row->currency != NULL; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];

      if (field->kind == FOOTHOLD_FIELD_MONEY && !g_strv_contains (own, field->name)
          && foothold_row_has_value (row, field))
        {
          /* Translators: a currency, such as EUR */
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The other amounts here are in %s. Write this one in it too, or change the currency first."),
                       row->currency);
          return FALSE;
        }
    }

  return foothold_opportunity_set_currency (row, currency, own, error);
}

static gboolean
set_hours (FootholdOpportunityRow *row, const char *text, GError **error)
{
  /* shown as a range that begins with 0 */
  const gboolean from_unknown = row->minutes_min == GINT64_UNKNOWN && row->minutes_max != GINT64_UNKNOWN;

  if (!foothold_parse_hours (text, &row->minutes_min, &row->minutes_max, error))
    return FALSE;

  if (from_unknown && row->minutes_min == 0 && row->minutes_max != GINT64_UNKNOWN && row->minutes_max > 0)
    row->minutes_min = GINT64_UNKNOWN;
  return TRUE;
}

static gboolean
set_zone (gpointer row, const FootholdField *field, const char *text, GError **error)
{
  const char *old = foothold_row_get_text (row, field);
  g_autofree char *shown = old != NULL ? foothold_zone_to_text (old) : NULL;
  g_autofree char *zone = text != NULL ? foothold_zone_parse (text) : NULL;

  /* left as it was shown: another name of the same zone would be a change that nobody made */
  if (text != NULL && g_strcmp0 (shown, text) == 0 && foothold_zone_is_name (old))
    return TRUE;
  if (text != NULL && zone == NULL)
    return refuse (error, _ ("Write a time zone like “Europe/Berlin”, “CET” or “UTC+2”."));

  foothold_row_set_text (row, field, zone);
  return TRUE;
}

static gboolean
set_money (FootholdOpportunityRow *row, const FootholdField *field, const char *text, GError **error)
{
  g_autofree char *currency = NULL;
  gint64 minor;

  if (!foothold_parse_money (text, row->currency, &minor, &currency, error)
      || !set_currency (row, currency, (const char *const[]) { field->name, NULL }, error))
    return FALSE;

  foothold_row_set_int (row, field, minor);
  return TRUE;
}

/* The kind follows from what a fee is for, where it is none that says more. */
static void
set_fee_period (FootholdOpportunityRow *row, const char *period)
{
  const gboolean plain = row->pay_kind == NULL || g_str_equal (row->pay_kind, "unknown")
                         || g_str_equal (row->pay_kind, "fixed") || g_str_equal (row->pay_kind, "hourly")
                         || g_str_equal (row->pay_kind, "unpaid");

  if (period == NULL && plain && row->pay_period == NULL && g_strcmp0 (row->pay_kind, "hourly") != 0)
    period = "project";
  if (period == NULL)
    return;

  g_set_str (&row->pay_period, period);
  if (plain)
    g_set_str (&row->pay_kind, foothold_pay_kind_of_period (period));
}

static gboolean
set_fee (FootholdOpportunityRow *row, const char *text, GError **error)
{
  static const char *const own[] = { "pay_gross_min", "pay_gross_max", NULL };
  static const char *const own_net[] = { "pay_net", NULL };
  g_autofree char *shown = fee_to_text (row);
  FootholdFee fee;

  /* Left as it was shown, in whatever language. */
  if (g_str_equal (shown, text))
    return TRUE;
  if (!foothold_parse_fee (text, row->currency, &fee, error)
      || !set_currency (row, *fee.currency != '\0' ? fee.currency : NULL, fee.net ? own_net : own, error))
    return FALSE;

  /* what is net stands beside; of the gross it says nothing */
  if (fee.net)
    {
      row->pay_net = fee.min;
      set_fee_period (row, fee.period);
      return TRUE;
    }
  row->pay_gross_min = fee.min;
  row->pay_gross_max = fee.max;
  if (fee.unpaid || (fee.min == GINT64_UNKNOWN && fee.max == GINT64_UNKNOWN))
    {
      if (fee.unpaid || g_strcmp0 (row->pay_kind, "unpaid") == 0)
        g_set_str (&row->pay_kind, fee.unpaid ? "unpaid" : NULL);
      if (fee.unpaid)
        g_clear_pointer (&row->pay_period, g_free);
      return TRUE;
    }
  if (g_strcmp0 (row->pay_kind, "unpaid") == 0)
    g_clear_pointer (&row->pay_period, g_free);
  set_fee_period (row, fee.period);
  return TRUE;
}

gboolean
foothold_field_from_text (gpointer row, const char *name, FootholdEntryKind kind, const char *text, GError **error)
{
  const FootholdField *field = find_field (row, name);
  g_autofree char *clean = kind == FOOTHOLD_ENTRY_LINES ? g_strdup (text) : g_strstrip (g_strdup (text));
  g_autofree char *blank_test = g_strstrip (g_strdup (clean));
  const char *value = *blank_test != '\0' ? clean : NULL;

  switch (kind)
    {
    case FOOTHOLD_ENTRY_LINE:
    case FOOTHOLD_ENTRY_LINES:
    case FOOTHOLD_ENTRY_CHOICE:
      if (value == NULL && (field->flags & FOOTHOLD_FIELD_REQUIRED))
        return refuse (error, _ ("This cannot be empty. What was there before is kept."));
      if (((FootholdRow *) row)->type == &foothold_opportunity_row_type && g_str_equal (name, "currency"))
        return foothold_opportunity_set_currency (row, value, NULL, error);
      foothold_row_set_text (row, field, value);
      return TRUE;
    case FOOTHOLD_ENTRY_DATE:
      return set_date (row, field, clean, error);
    case FOOTHOLD_ENTRY_TIME:
      {
        g_autofree char *time = NULL;

        if (!foothold_parse_time (clean, &time, error))
          return FALSE;
        foothold_row_set_text (row, field, time);
        return TRUE;
      }
    case FOOTHOLD_ENTRY_ZONE:
      return set_zone (row, field, value, error);
    case FOOTHOLD_ENTRY_FLAG:
      foothold_row_set_int (row, field, value == NULL ? GINT64_UNKNOWN : g_str_equal (value, "yes"));
      return TRUE;
    case FOOTHOLD_ENTRY_HOURS:
      return set_hours (row, clean, error);
    case FOOTHOLD_ENTRY_EFFORT:
      {
        gint64 minutes = GINT64_UNKNOWN;

        if (value != NULL && !foothold_hours_from_text (value, &minutes))
          return refuse (error, _ ("Write a number of hours, such as “2”, “2.5” or “2:30”."));
        foothold_row_set_int (row, field, minutes);
        return TRUE;
      }
    case FOOTHOLD_ENTRY_MONEY:
      return set_money (row, field, clean, error);
    case FOOTHOLD_ENTRY_FEE:
      return set_fee (row, clean, error);
    case FOOTHOLD_ENTRY_NUMBER:
      {
        guint64 number;

        if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 0, 999, &number, NULL))
          return refuse (error, _ ("Write a whole number, such as “2”."));
        foothold_row_set_int (row, field, value == NULL ? GINT64_UNKNOWN : (gint64) number);
        return TRUE;
      }
    default:
      g_assert_not_reached ();
    }
}

static char *
say_int (const FootholdOpportunityRow *row, const FootholdField *field)
{
  const gint64 value = foothold_row_get_int (row, field);

  if (value == GINT64_UNKNOWN)
    return NULL;
  if (field->kind == FOOTHOLD_FIELD_MONEY)
    return foothold_format_money (value, row->currency);
  if (field->kind == FOOTHOLD_FIELD_BOOL)
    return g_strdup (value == 1 ? _ ("Yes") : _ ("No"));

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

char *
foothold_field_say (const FootholdOpportunityRow *row, const char *name)
{
  const FootholdField *field = find_field (row, name);
  const char *text;

  if (field->kind == FOOTHOLD_FIELD_MINUTES)
    return foothold_format_hours (row->minutes_min, row->minutes_max);
  if (!foothold_field_is_text (field))
    return say_int (row, field);

  text = foothold_row_get_text (row, field);
  if (text == NULL)
    return NULL;
  return field->kind == FOOTHOLD_FIELD_DATE ? foothold_format_date_full (text)
                                            : g_strdup (foothold_field_slug_name (name, text));
}
