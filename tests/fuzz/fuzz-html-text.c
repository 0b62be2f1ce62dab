// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-html-text.h"
#include "fuzz.h"

/* HTML to text: valid, without controls, without tags, never longer than its pieces can make it. */

static void
check (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *at = text; *at != '\0'; at++)
    g_assert_true ((guchar) *at >= 0x20 || *at == '\n');
  g_assert_null (strstr (text, "<script>"));
  g_assert_null (strstr (text, "<p>"));
  g_assert_false (g_ascii_isspace (*text) && *text != '\0');
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize length;
  gboolean lossy;
  g_autofree char *html = foothold_charset_to_utf8 ((const char *) data, size, &length, &lossy);
  g_autofree char *text = foothold_html_to_text (html, (gssize) length, FOOTHOLD_HTML_FRAGMENT);
  g_autofree char *page = foothold_html_to_text (html, (gssize) length, FOOTHOLD_HTML_WHOLE_PAGE);
  g_autofree char *line = foothold_html_to_line (html, (gssize) length);

  g_assert_true (strlen (html) == length && g_utf8_validate (html, -1, NULL));
  check (text);
  check (page);
  check (line);
  g_assert_null (strchr (line, '\n'));
  foothold_text_truncate (text, size % 64);
  g_assert_true (g_utf8_validate (text, -1, NULL) && strlen (text) <= MAX (size % 64, strlen (text) > 64 ? 0 : 64));

  return 0;
}
