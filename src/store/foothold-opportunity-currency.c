/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-opportunity-currency"

#include "foothold-opportunity-currency.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rules/foothold-money.h"

static gboolean
is_amount (const FootholdOpportunityRow *row, const FootholdField *field, const char *const *but)
{
  return field->kind == FOOTHOLD_FIELD_MONEY && foothold_row_has_value (row, field)
         && (but == NULL || !g_strv_contains (but, field->name));
}

/* @minor with @to decimals instead of @from; FALSE where that is another amount. */
static gboolean
rescale (gint64 minor, guint from, guint to, gint64 *scaled)
{
  for (; from < to; from++)
    if (__builtin_mul_overflow (minor, 10, &minor))
      return FALSE;
  for (; from > to; from--)
    {
      if (minor % 10 != 0)
        return FALSE;
      minor /= 10;
    }

  *scaled = minor;
  return minor != GINT64_UNKNOWN;
}

gboolean
foothold_opportunity_set_currency (FootholdOpportunityRow *row,
                                   const char *currency,
                                   const char *const *but,
                                   GError **error)
{
  const guint from = foothold_currency_exponent (row->currency);
  const guint to = foothold_currency_exponent (currency);
  gint64 scaled;

  /* all of them or none */
  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];

      if (is_amount (row, field, but) && !rescale (foothold_row_get_int (row, field), from, to, &scaled))
        {
          g_autofree char *amount = foothold_money_to_text (foothold_row_get_int (row, field), row->currency);

          /* Translators: an amount of money, such as 12.50 */
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("“%s” cannot be written in the new currency. Change that amount first; nothing was changed."),
                       amount);
          return FALSE;
        }
    }

  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];

      if (is_amount (row, field, but) && rescale (foothold_row_get_int (row, field), from, to, &scaled))
        foothold_row_set_int (row, field, scaled);
    }
  g_set_str (&row->currency, currency);
  return TRUE;
}
