// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-csv-look.h"
#include "fuzz-sink.h"
#include "fuzz.h"

/* Tables: a look is consistent, its mapping reads back, and the import follows it, whatever the columns are said to be.
 */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdCsvLook) look = foothold_csv_look (bytes, size % 7 == 6 ? "windows-1252" : NULL, &error);
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  gboolean ok;

  if (look == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  for (guint i = 0; i < look->samples->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (look->samples, i)), ==, look->columns->len);
  /* every column is something, so that every way a cell is read is taken */
  if (size % 2 == 1)
    for (guint i = 0; i < look->columns->len; i++)
      foothold_csv_look_set_field (look, i,
                                   foothold_csv_fields.entries[(i + size / 2) % foothold_csv_fields.n_entries].slug);
  {
    g_autofree char *mapping = foothold_csv_look_mapping_to_text (look);
    g_autofree char *again = NULL;

    g_assert_true (foothold_csv_look_take_mapping (look, mapping));
    again = foothold_csv_look_mapping_to_text (look);
    g_assert_cmpstr (mapping, ==, again);
  }
  ok = foothold_import_csv (bytes, look, NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
