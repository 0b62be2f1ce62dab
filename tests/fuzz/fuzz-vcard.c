// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-vcard.h"
#include "fuzz-sink.h"
#include "fuzz.h"

/* Contact cards: rows come out as they have to be, and what is written of them is read back as the same. */

typedef struct
{
  GString *out;
  guint n;
} Written;

static gboolean
write_card (const FootholdVcard *card, gpointer user_data, GError **error)
{
  Written *written = user_data;

  written->n++;
  if (card->person->name != NULL)
    foothold_vcard_append (written->out, card->person, card->contacts);
  return TRUE;
}

static gboolean
check_card (const FootholdVcard *card, gpointer user_data, GError **error)
{
  guint *n = user_data;

  g_assert_true (card->ended);
  g_assert_true (card->is_person);
  g_assert_nonnull (card->person->name);
  (*n)++;
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  Written written = { g_string_new (NULL), 0 };
  FuzzSink state = fuzz_sink_for (size);
  const FootholdSink sink = FUZZ_SINK (state);
  guint n = 0;
  gboolean ok;

  foothold_vcard_is ((const char *) data, size);
  foothold_vcard_read (text, strlen (text), write_card, &written, NULL);
  g_assert_true (g_utf8_validate (written.out->str, -1, NULL));
  foothold_vcard_read (written.out->str, written.out->len, check_card, &n, NULL);
  g_assert_cmpuint (n, <=, written.n);
  g_string_free (written.out, TRUE);

  ok = foothold_import_vcard (bytes, NULL, &sink, NULL, &error);
  g_assert_true (ok ? error == NULL && !state.failed : error != NULL);
  return 0;
}
