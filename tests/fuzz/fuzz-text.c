// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz-sink.h"
#include "fuzz.h"

/* Pasted text: the rules look for facts in anything at all. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  gboolean ok;

  foothold_import_is_text ((const char *) data, size, NULL);
  ok = foothold_import_text (bytes, size % 2 == 0 ? "note.txt" : NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
