// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-store"

#include "foothold-exchange-rates.h"

#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

FootholdExchangeRates *
foothold_exchange_rates_load (FootholdDb *db, GError **error)
{
  GPtrArray *rows = foothold_row_load_all (db, &foothold_exchange_rate_row_type, error);
  FootholdExchangeRates *self;

  if (rows == NULL)
    return NULL;

  self = g_new0 (FootholdExchangeRates, 1);
  self->rows = rows;
  self->conversions = g_array_new (FALSE, FALSE, sizeof (FootholdConversion));
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdExchangeRateRow *row = g_ptr_array_index (rows, i);
      const FootholdConversion conversion = { row->from_currency, row->to_currency, row->micro, row->typed_on };

      g_array_append_val (self->conversions, conversion);
    }

  return self;
}

void
foothold_exchange_rates_free (FootholdExchangeRates *self)
{
  g_array_unref (self->conversions);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const FootholdConversion *
foothold_exchange_rates_find (const FootholdExchangeRates *self, const char *from, const char *to)
{
  return foothold_exchange_find ((const FootholdConversion *) (gpointer) self->conversions->data,
                                 self->conversions->len, from, to);
}
