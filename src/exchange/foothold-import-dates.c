// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-dates.h"

#include "exchange/foothold-import-csv.h"

FootholdImportDates
foothold_import_dates (const FootholdSink *sink)
{
  return (FootholdImportDates) {
    .asks = sink->answers != NULL,
    .order = sink->answers != NULL ? sink->answers->order : FOOTHOLD_DAY_ORDER_NONE,
  };
}

void
foothold_import_dates_clear (FootholdImportDates *self)
{
  for (guint i = 0; i < self->n_either; i++)
    g_free (self->either[i].text);
  self->n_either = 0;
}

static void
note (FootholdImportDates *self, const char *field, const char *text)
{
  for (guint i = 0; i < self->n_either; i++)
    if (g_str_equal (self->either[i].field, field))
      return;
  g_return_if_fail (self->n_either < FOOTHOLD_IMPORT_DATES_FIELDS);

  self->either[self->n_either].field = field;
  self->either[self->n_either++].text = g_strdup (text);
}

char *
foothold_import_dates_read (FootholdImportDates *self, const char *field, const char *text, gboolean *either)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  char *date = foothold_csv_read_date (clean, FOOTHOLD_DAY_ORDER_NONE);
  g_autofree char *as_day = date == NULL ? foothold_csv_read_date (clean, FOOTHOLD_DAY_ORDER_DAY) : NULL;

  *either = FALSE;
  if (as_day == NULL)
    return date;
  if (self->order == FOOTHOLD_DAY_ORDER_DAY || self->order == FOOTHOLD_DAY_ORDER_MONTH)
    {
      self->followed = TRUE;
      return foothold_csv_read_date (clean, self->order);
    }

  *either = TRUE;
  note (self, field, clean);
  return NULL;
}

void
foothold_import_dates_join (FootholdImportDates *self,
                            const FootholdImportDates *other,
                            const FootholdOpportunityRow *row)
{
  self->followed |= other->followed;
  for (guint i = 0; i < other->n_either; i++)
    {
      const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, other->either[i].field);

      if (!foothold_row_has_value (row, field))
        note (self, other->either[i].field, other->either[i].text);
    }
}

gboolean
foothold_import_dates_report (const FootholdImportDates *self,
                              const char *where,
                              const FootholdSink *sink,
                              GError **error)
{
  if (!self->asks || (self->n_either == 0 && !self->followed))
    return TRUE;
  return foothold_csv_report_order (self->n_either > 0 ? self->either[0].text : NULL, self->order, where, sink, error);
}
