// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-mime.h"
#include "fuzz-sink.h"
#include "fuzz.h"

/* Pages packed as messages: every part lies inside the file, nothing grows when it is decoded. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (FootholdMimePart) message = foothold_mime_part_new (text, size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  gboolean ok;

  if (message != NULL)
    {
      g_autoptr (GPtrArray) parts = foothold_mime_part_leaves (message);

      for (guint i = 0; i < parts->len; i++)
        {
          const FootholdMimePart *part = g_ptr_array_index (parts, i);
          g_autoptr (GByteArray) decoded = foothold_mime_part_decode (part);

          g_assert_true (part->body >= text && part->body + part->length <= text + size);
          g_assert_cmpuint (decoded->len, <=, part->length);
        }
    }
  ok = foothold_import_mhtml (bytes, size % 2 == 0 ? "page.mht" : NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);

  return 0;
}
