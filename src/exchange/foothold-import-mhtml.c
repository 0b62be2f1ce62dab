// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-import-page.h"
#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-mime.h"

/*
 * A web page that a browser packed into one file, with its pictures and frames. The
 * page is unpacked and read as any other; it alone is kept, as HTML that every browser shows.
 */

gboolean
foothold_import_is_mhtml (const char *data, gsize length)
{
  g_autoptr (FootholdMimePart) message = NULL;

  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  message = foothold_mime_part_new (data, MIN (length, FOOTHOLD_LIMIT_MIME_HEAD));
  return message != NULL
         && (g_str_equal (message->type, "multipart/related")
             || (g_str_equal (message->type, "text/html") && message->is_mime));
}

static gboolean
is_html (const FootholdMimePart *part)
{
  return g_str_equal (part->type, "text/html") || g_str_equal (part->type, "application/xhtml+xml");
}

/* The part that is the page: the one the head names by id or address, else the first that is one. */
static guint
find_root (const FootholdMimePart *message, GPtrArray *parts)
{
  g_autofree char *start = NULL;
  const char *address = message->page != NULL ? message->page : message->location;
  guint first = G_MAXUINT, named = G_MAXUINT;

  if (message->start != NULL)
    {
      start = g_strdup (*message->start == '<' ? message->start + 1 : message->start);
      start[strcspn (start, ">")] = '\0';
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const FootholdMimePart *part = g_ptr_array_index (parts, i);

      if (!is_html (part))
        continue;
      if (start != NULL && g_strcmp0 (part->id, start) == 0)
        return i;
      if (named == G_MAXUINT && address != NULL && g_strcmp0 (part->location, address) == 0)
        named = i;
      if (first == G_MAXUINT)
        first = i;
    }

  return named != G_MAXUINT ? named : first;
}

/* The page of @part in UTF-8, with a mark that says so whatever the page itself says; NULL where it is too large. */
static GBytes *
unpack (const FootholdMimePart *part)
{
  g_autoptr (GByteArray) raw = NULL;
  g_autofree char *text = NULL;
  GString *page;
  gsize length;
  gboolean lossy;

  /* Base64 and quoted-printable make no more bytes than they are written with, at most three for one */
  if (part->length > (gsize) FOOTHOLD_LIMIT_PAGE * 3)
    return NULL;
  raw = foothold_mime_part_decode (part);
  text = foothold_charset_decode ((const char *) raw->data, raw->len, part->charset, &length, &lossy);
  page = g_string_sized_new (length + 4);
  g_string_append (page, "\xef\xbb\xbf");
  g_string_append_len (page, text, (gssize) length);

  return page->len <= FOOTHOLD_LIMIT_PAGE ? g_string_free_to_bytes (page) : (g_string_free (page, TRUE), NULL);
}

static gboolean
describes_posting (GBytes *page)
{
  gsize length;
  const char *data = g_bytes_get_data (page, &length);

  return g_strstr_len (data, (gssize) length, "JobPosting") != NULL;
}

/* The page, or the first of its frames that describes a posting where the page itself does not. */
static GBytes *
choose_page (GPtrArray *parts, guint root)
{
  GBytes *page = unpack (g_ptr_array_index (parts, root));
  guint n = 0;

  if (page == NULL || describes_posting (page))
    return page;

  for (guint i = 0; i < parts->len && n < FOOTHOLD_LIMIT_MIME_FRAMES; i++)
    {
      const FootholdMimePart *part = g_ptr_array_index (parts, i);
      GBytes *frame;

      if (i == root || !is_html (part))
        continue;
      n++;
      frame = unpack (part);
      if (frame != NULL && describes_posting (frame))
        {
          g_bytes_unref (page);
          return frame;
        }
      g_clear_pointer (&frame, g_bytes_unref);
    }

  return page;
}

/* "job.mhtml" is kept as "job.html". */
static char *
html_name (const char *name)
{
  static const char *const suffixes[] = { ".mhtml", ".mht", ".eml" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - strlen (suffixes[i]));

        return g_strconcat (stem, ".html", NULL);
      }

  return g_strdup (name);
}

gboolean
foothold_import_mhtml (GBytes *bytes,
                       const char *name,
                       const FootholdSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (FootholdMimePart) message = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autofree char *page_name = html_name (name);
  const char *url;
  guint root;

  if (length > FOOTHOLD_LIMIT_MHTML)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The page is larger than %d MiB. Nothing was imported. Save it again as “web page, HTML only”."),
                   FOOTHOLD_LIMIT_MHTML / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  message = foothold_mime_part_new (data, length);
  parts = message != NULL ? foothold_mime_part_leaves (message) : NULL;
  root = parts != NULL ? find_root (message, parts) : G_MAXUINT;
  if (root == G_MAXUINT)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED,
                           _ ("This is a web page packed into one MHTML file, but there is no page in it. Nothing was "
                              "imported. Save it again as “web page, complete” or “HTML only”."));
      return FALSE;
    }

  page = choose_page (parts, root);
  if (page == NULL)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The page is larger than %d MiB. Nothing was imported. Save it again as “web page, HTML only”."),
                   FOOTHOLD_LIMIT_PAGE / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }
  url = message->page != NULL ? message->page : ((FootholdMimePart *) g_ptr_array_index (parts, root))->location;
  return foothold_import_page_from (page, page_name, url, sink, cancellable, error);
}
