// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz-sink.h"
#include "fuzz.h"

/* LinkedIn's export as a ZIP: whatever the archive claims, caps hold and nothing outside it is touched. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  const gboolean ok = foothold_import_zip (bytes, NULL, &sink, NULL, &error);

  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
