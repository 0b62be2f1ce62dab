// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-csv.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-linkedin.h"
#include "exchange/foothold-vcard.h"

/*
 * What a file is, by its content. What is not read here is known by name, so that
 * the sentence can say what to do instead of "unknown format".
 */

G_DEFINE_QUARK (foothold-import-error-quark, foothold_import_error)

/* How far into a file its tags are looked for. */
#define LOOK_AHEAD (64 * 1024)

static gboolean
begins (const char *data, gsize length, gsize offset, const char *magic, gsize n)
{
  return length >= offset + n && memcmp (data + offset, magic, n) == 0;
}

#define PICTURE \
  N_ ("This is a picture. Nothing was imported. Save the posting as a web page, or type what it shows into a new " \
      "opportunity.")
#define COMPRESSED N_ ("This file is compressed. Nothing was imported. Unpack it and import what is inside.")
#define SAFARI \
  N_ ("This is a web archive of Safari. Nothing was imported. Save the page as “Page Source” and import that, or " \
      "copy its text and paste it on the board.")

/* A web archive of Safari comes as a property list in XML too. */
static gboolean
is_xml_archive (const char *data, gsize length)
{
  const gsize n = MIN (length, 4096);

  return begins (data, length, 0, "<?xml", 5) && g_strstr_len (data, (gssize) n, "<plist") != NULL
         && g_strstr_len (data, (gssize) n, "WebMainResource") != NULL;
}

/* A sentence for a file that is something else, or NULL. */
static const char *
other_format (const char *data, gsize length)
{
  static const struct
  {
    gsize offset;
    const char *magic;
    gsize n;
    const char *sentence;
  } table[] = {
    { 0, "%PDF-", 5,
      N_ ("This is a PDF. Nothing was imported. Copy its text and paste it on the board, or save the posting as a web "
          "page.") },
    { 0, "SQLite format 3", 15,
      N_ ("This is a database. Nothing was imported. A backup of Foothold is brought back with Restore, not with "
          "Import.") },
    { 0, "bplist00", 8, SAFARI },
    { 0, "BEGIN:VCALENDAR", 15,
      N_ ("This is a calendar. Nothing was imported. Foothold reads postings; busy times cannot be imported yet.") },
    { 0, "\x89PNG", 4, PICTURE },
    { 0, "\xff\xd8\xff", 3, PICTURE },
    { 0, "GIF8", 4, PICTURE },
    { 8, "WEBP", 4, PICTURE },
    { 0, "II*\0", 4, PICTURE },
    { 0, "MM\0*", 4, PICTURE },
    { 4, "ftypheic", 8, PICTURE },
    { 4, "ftypmif1", 8, PICTURE },
    { 4, "ftypavif", 8, PICTURE },
    { 0, "<svg", 4, PICTURE },
    { 0, "\x1f\x8b", 2, COMPRESSED },
    { 0, "7z\xbc\xaf\x27\x1c", 6, COMPRESSED },
    { 0, "Rar!\x1a\x07", 6, COMPRESSED },
    { 0,
      "\xfd"
      "7zXZ",
      5, COMPRESSED },
    { 0, "\x28\xb5\x2f\xfd", 4, COMPRESSED },
    { 0, "BZh", 3, COMPRESSED },
    { 257, "ustar", 5, COMPRESSED },
    { 0, "\xd0\xcf\x11\xe0", 4,
      N_ ("This is an office document. Nothing was imported. Copy its text into a new opportunity.") },
    { 0, "{\\rtf", 5, N_ ("This is an office document. Nothing was imported. Copy its text into a new opportunity.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (begins (data, length, table[i].offset, table[i].magic, table[i].n))
      return _ (table[i].sentence);

  return is_xml_archive (data, length) ? _ (SAFARI) : NULL;
}

static gboolean
is_tag (const char *at, const char *end)
{
  static const char *const names[] = { "!doctype", "html",    "head",  "body",   "script", "div",    "p",    "h1",
                                       "h2",       "h3",      "title", "meta",   "link",   "table",  "span", "article",
                                       "main",     "section", "ul",    "ol",     "a",      "br",     "b",    "strong",
                                       "em",       "i",       "style", "header", "img",    "iframe", "pre" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize n = strlen (names[i]);

      if ((gsize) (end - at) > n + 1 && g_ascii_strncasecmp (at + 1, names[i], n) == 0
          && (g_ascii_isspace (at[n + 1]) || at[n + 1] == '>' || at[n + 1] == '/'))
        return TRUE;
    }

  return FALSE;
}

/* How much of the beginning is whole lines, so that no character is cut. */
static gsize
whole_lines (const char *data, gsize length)
{
  gsize n = MIN (length, LOOK_AHEAD);

  while (n < length && n > 0 && data[n - 1] != '\n')
    n--;
  return n > 0 ? n : MIN (length, LOOK_AHEAD);
}

static gboolean
is_table (const char *data, gsize length, const char *said)
{
  g_autofree char *text = NULL;
  const char *charset;
  gboolean lossy;

  text = foothold_csv_decode (data, length, said, &charset, &length, &lossy);
  return foothold_csv_is_table (text, length);
}

FootholdFormat
foothold_import_sniff_as (GBytes *bytes, const char *charset)
{
  gsize length, text_length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  const char *at, *end;
  gboolean lossy;

  if (length == 0 || other_format (data, length) != NULL)
    return FOOTHOLD_FORMAT_UNKNOWN;
  if (begins (data, length, 0, "PK\x03\x04", 4) || begins (data, length, 0, "PK\x05\x06", 4))
    return FOOTHOLD_FORMAT_ZIP;
  if (foothold_import_is_mhtml (data, length))
    return FOOTHOLD_FORMAT_MHTML;

  text = foothold_charset_to_utf8 (data, MIN (length, LOOK_AHEAD), &text_length, &lossy);
  end = text + text_length;
  for (at = text; at < end && g_ascii_isspace (*at); at++)
    ;
  if (at < end && (*at == '{' || *at == '['))
    return FOOTHOLD_FORMAT_JSON;

  if (foothold_vcard_is (at, (gsize) (end - at)))
    return FOOTHOLD_FORMAT_VCARD;
  if (at < end && *at != '<' && is_table (data, whole_lines (data, length), charset))
    return FOOTHOLD_FORMAT_CSV;

  for (at = text; (at = memchr (at, '<', (gsize) (end - at))) != NULL; at++)
    if (is_tag (at, end))
      return FOOTHOLD_FORMAT_PAGE;

  return foothold_import_is_text (data, whole_lines (data, length), charset) ? FOOTHOLD_FORMAT_TEXT
                                                                             : FOOTHOLD_FORMAT_UNKNOWN;
}

FootholdFormat
foothold_import_sniff (GBytes *bytes)
{
  return foothold_import_sniff_as (bytes, NULL);
}

gboolean
foothold_import_says_all_as_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (length > 0 ? data : "", MIN (length, FOOTHOLD_LIMIT_URL));

  return foothold_import_is_link (text) || foothold_import_sniff (bytes) == FOOTHOLD_FORMAT_CSV;
}

static void
set_unknown (GError **error, const char *data, gsize length)
{
  const char *sentence = other_format (data, length);

  if (length == 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The file is empty. Nothing was imported."));
      return;
    }
  if (sentence == NULL)
    sentence =
      _ ("This is neither a web page, a table, JSON nor text. Nothing was imported. Save the posting as a web page, or "
         "copy its text and paste it on the board.");
  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE, sentence);
}

gboolean
foothold_import_bytes (GBytes *bytes,
                       const char *name,
                       const FootholdSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (foothold_linkedin_is_skills (bytes, name))
    return foothold_linkedin_import_skills (bytes, sink, cancellable, error);
  switch (foothold_import_sniff_as (bytes, foothold_import_answers_get_charset (sink->answers)))
    {
    case FOOTHOLD_FORMAT_PAGE:
      return foothold_import_page (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_MHTML:
      return foothold_import_mhtml (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_JSON:
      return foothold_import_json (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_ZIP:
      return foothold_import_zip (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_VCARD:
      return foothold_import_vcard (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_TEXT:
      return foothold_import_text (bytes, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_CSV:
      return foothold_import_csv (bytes, NULL, name, sink, cancellable, error);
    case FOOTHOLD_FORMAT_UNKNOWN:
    default:
      set_unknown (error, data, length);
      return FALSE;
    }
}
