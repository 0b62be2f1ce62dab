// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz-sink.h"
#include "fuzz.h"

/* Saved web pages: character sets, the parser's blocks, postings, the unread posting. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  /* what is neither page nor JSON is refused by name; as a page everything is read all the same */
  const gboolean known = foothold_import_sniff (bytes) != FOOTHOLD_FORMAT_UNKNOWN;
  gboolean ok = known || foothold_import_bytes (bytes, NULL, &sink, NULL, &error);

  g_assert_true (known || (!ok && error != NULL));
  g_clear_error (&error);
  ok = foothold_import_page (bytes, size % 2 == 0 ? "page.html" : NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
