// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

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
  /* what a person may say of it, right or wrong */
  const FootholdCsvHints hints = {
    size % 7 == 6 ? foothold_csv_charsets[size % 9] : NULL,
    size % 5 == 4 ? FOOTHOLD_CSV_DELIMITERS[size % strlen (FOOTHOLD_CSV_DELIMITERS)] : '\0',
    size % 3 == 2 ? (int) (size % 23) : -1,
  };
  g_autoptr (FootholdCsvLook) look = foothold_csv_look (bytes, size % 11 == 10 ? NULL : &hints, &error);
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
  for (guint i = 0; foothold_csv_look_stage_words (look) != NULL && i < foothold_csv_look_stage_words (look)->len; i++)
    {
      const char *word = g_ptr_array_index (foothold_csv_look_stage_words (look), i);
      const char *meaning = i % 2 == 0 ? "shortlisted" : NULL;

      foothold_csv_look_set_stage (look, word, meaning);
      g_assert_cmpstr (foothold_csv_look_get_stage (look, word), ==, meaning);
    }
  {
    g_autofree char *mapping = foothold_csv_look_mapping_to_text (look, &hints);
    g_autofree char *again = NULL;
    const FootholdCsvHints same = foothold_csv_hints_from_text (mapping);

    g_assert_cmpstr (same.charset, ==, hints.charset);
    g_assert_cmpint (same.delimiter, ==, hints.delimiter);
    g_assert_cmpint (same.header_line, ==, hints.header_line);
    g_assert_true (foothold_csv_look_take_mapping (look, mapping));
    again = foothold_csv_look_mapping_to_text (look, &same);
    g_assert_cmpstr (mapping, ==, again);
  }
  {
    g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
    FootholdSink asking = sink;

    answers->order = size % 4 == 3 ? FOOTHOLD_DAY_ORDER_NONE : (FootholdDayOrder) (1 + size % 2);
    asking.answers = answers;
    g_assert_true (foothold_csv_look_settle (look, NULL, &asking, &error) ? error == NULL : state.failed);
    g_assert_true (look->own || answers->order == FOOTHOLD_DAY_ORDER_NONE || !foothold_csv_look_has_question (look));
    if (error != NULL)
      return 0;
  }
  ok = foothold_import_csv (bytes, look, NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
