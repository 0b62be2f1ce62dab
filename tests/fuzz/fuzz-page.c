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

  foothold_import_sniff (bytes);
  if (!foothold_import_page (bytes, "page.html", &fuzz_sink, NULL, &error))
    g_assert_nonnull (error);

  return 0;
}
