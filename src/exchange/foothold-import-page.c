// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import-page.h"
#include "exchange/foothold-json-ld.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-page-postings.h"

/*
 * A saved web page. The postings it carries as data become opportunities; a page
 * without any becomes one *unread posting*: its title and text, and every fact
 * not looked at, because nobody has. Either way the page itself is kept.
 */

/* A name for the kept page: the file's, else one that its title gives. */
static char *
page_name (const char *name, const char *title)
{
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
  char *made;

  if (base != NULL && *base != '\0' && *base != '.' && *base != '/' && g_utf8_validate (base, -1, NULL))
    {
      foothold_text_truncate (base, FOOTHOLD_LIMIT_FILE_NAME);
      return g_steal_pointer (&base);
    }

  made = g_strdup (title != NULL && *title != '\0' ? title : "page");
  g_strdelimit (made, "/\\:*?\"<>|\n", '-');
  foothold_text_truncate (made, 100);
  base = g_strconcat (made, ".html", NULL);
  g_free (made);

  return g_steal_pointer (&base);
}

static gboolean
report (const FootholdSink *sink, const char *where, const char *field, const char *reason, GError **error)
{
  return sink->problem (sink->user_data, where, field, reason, error);
}

/* Reads all blocks into @ld. A broken one is reported and does not keep a good one from being read. */
static gboolean
read_blocks (FootholdJsonLd *ld, GPtrArray *blocks, const FootholdSink *sink, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const char *text = g_ptr_array_index (blocks, i);
      g_autoptr (GError) broken = NULL;
      g_autofree char *where = NULL;
      g_autofree char *reason = NULL;

      if (foothold_json_ld_add_block (ld, text, strlen (text), &broken)
          || g_error_matches (broken, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY))
        continue;

      /* Translators: a page may carry several blocks of data for machines; this is one by its number */
      where = g_strdup_printf (_ ("Data block %u"), i + 1);
      reason = g_strdup_printf (_ ("The block could not be read. %s"), broken->message);
      if (!report (sink, where, NULL, reason, error))
        return FALSE;
    }

  return TRUE;
}

/* The title that is left when the page has none: the first line of its text, which is no heading of a text then. */
static char *
fallback_title (const char *html, gsize length, FootholdHtmlFlags flags)
{
  char *title = foothold_html_to_text (html, (gssize) length, flags | FOOTHOLD_HTML_BARE_START);

  title[strcspn (title, "\n")] = '\0';
  foothold_text_truncate (title, 200);
  return title;
}

/* The page's attributes say it too, or more of it: they fill what the ways before them left open. */
static gboolean
read_markup (FootholdPagePostings *postings, const FootholdPageHead *head, GCancellable *cancellable, GError **error)
{
  JsonNode *const ways[] = { head->microdata, head->rdfa };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i] != NULL)
      {
        g_autoptr (FootholdJsonLd) ld = foothold_json_ld_new ();

        foothold_json_ld_add_node (ld, ways[i]);
        if (!foothold_page_postings_read (postings, ld, cancellable, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
take_unread (const FootholdPageHead *head,
             const char *html,
             gsize length,
             GBytes *bytes,
             const char *name,
             const FootholdSink *sink,
             GError **error)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  FootholdHtmlFlags flags = FOOTHOLD_HTML_WHOLE_PAGE;
  g_autofree char *text = foothold_html_to_text (html, (gssize) length, flags);
  g_autofree char *title = g_strdup (head->title);
  g_autofree char *file_name = NULL;
  FootholdOpportunityRow *row = dossier->opportunity;

  /* a page that is all form and menu by its tags still has its text */
  if (*text == '\0')
    {
      g_free (text);
      flags = FOOTHOLD_HTML_FRAGMENT;
      text = foothold_html_to_text (html, (gssize) length, flags);
    }
  if (title == NULL && *text != '\0')
    title = fallback_title (html, length, flags);
  if (title == NULL || *title == '\0')
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The page has no posting and no text that could be read. Nothing was imported. "
                              "Save the page once it shows fully, or paste its text into a new opportunity."));
      return FALSE;
    }

  file_name = page_name (name, title);
  dossier->where = g_strdup (_ ("The page"));
  row->origin = g_strdup ("found");
  row->kind = g_strdup ("micro-internship");
  row->state = g_strdup ("spotted");
  row->source = g_strdup ("web");
  row->fact_source = g_strdup ("page");
  row->unread = 1;
  row->url = g_strdup (head->url);
  if (foothold_text_truncate (text, FOOTHOLD_LIMIT_LONG_TEXT)
      && !report (sink, dossier->where, "description", _ ("The text was too long and was cut."), error))
    return FALSE;
  foothold_text_truncate (title, FOOTHOLD_LIMIT_TITLE);
  row->title = g_steal_pointer (&title);
  row->description = *text != '\0' ? g_steal_pointer (&text) : NULL;
  foothold_dossier_add_page (dossier, file_name, "text/html", bytes);

  return sink->take_dossier (sink->user_data, g_steal_pointer (&dossier), error)
         && report (sink, _ ("The page"), FOOTHOLD_NOT_READ,
                    _ ("Only the title and the text were taken. Fill in hours, fee and deadline yourself."), error);
}

gboolean
foothold_import_page (GBytes *bytes,
                      const char *name,
                      const FootholdSink *sink,
                      GCancellable *cancellable,
                      GError **error)
{
  return foothold_import_page_from (bytes, name, NULL, sink, cancellable, error);
}

gboolean
foothold_import_page_from (GBytes *bytes,
                           const char *name,
                           const char *url,
                           const FootholdSink *sink,
                           GCancellable *cancellable,
                           GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *html = NULL;
  g_autoptr (FootholdPageHead) head = NULL;
  g_autoptr (FootholdJsonLd) ld = foothold_json_ld_new ();
  g_autoptr (FootholdPagePostings) postings = NULL;
  gboolean lossy;

  if (size > FOOTHOLD_LIMIT_PAGE)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The page is larger than %d MiB. Nothing was imported. Save it again as “web page, HTML only”."),
                   FOOTHOLD_LIMIT_PAGE / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }
  if (size == 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The file is empty. Nothing was imported."));
      return FALSE;
    }

  html = foothold_charset_to_utf8 (data, size, &length, &lossy);
  if (length > FOOTHOLD_LIMIT_PAGE)
    length = (gsize) (g_utf8_find_prev_char (html, html + FOOTHOLD_LIMIT_PAGE) - html);
  if (lossy && !report (sink, NULL, "description", _ ("Some characters of the page could not be read."), error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  head = foothold_page_head_new (html, length);
  foothold_page_head_offer_url (head, url);
  postings = foothold_page_postings_new (head, sink);
  if (!read_blocks (ld, head->scripts, sink, error) || !foothold_page_postings_read (postings, ld, cancellable, error)
      || !read_markup (postings, head, cancellable, error))
    return FALSE;

  /* postings that the parser did not show: a block inside a comment, or deeper than it goes */
  if (foothold_page_postings_get_n (postings) == 0)
    {
      g_autoptr (GPtrArray) hidden = foothold_page_hidden_scripts (html, length);

      if (hidden->len > head->scripts->len)
        {
          g_autoptr (FootholdJsonLd) more = foothold_json_ld_new ();

          if (!read_blocks (more, hidden, sink, error)
              || !foothold_page_postings_read (postings, more, cancellable, error))
            return FALSE;
        }
    }
  if (foothold_page_postings_get_n (postings) > 0)
    {
      g_autofree char *file_name = page_name (name, head->title);

      if (!foothold_page_postings_give (postings, bytes, file_name, error))
        return FALSE;
    }
  else if (!take_unread (head, html, length, bytes, name, sink, error))
    return FALSE;

  if (sink->progress != NULL)
    sink->progress (sink->user_data, size, size);
  return TRUE;
}
