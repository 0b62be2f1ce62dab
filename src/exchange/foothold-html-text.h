// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_HTML_FRAGMENT = 0,
  FOOTHOLD_HTML_WHOLE_PAGE = 1 << 0, /* leaves out menus, forms, headers and footers too */
  FOOTHOLD_HTML_BARE_START = 1 << 1, /* a heading or a list at the very beginning gets no mark */
} FootholdHtmlFlags;

/*
 * What a piece of HTML says, as plain text in the manner of Markdown: paragraphs
 * apart by an empty line, lists as "- " and "1. ", headings as "## ", links as
 * their text with the address behind it. Text that holds no HTML comes back as it is
 * (line ends and blanks put in order). HTML that was escaped once or twice too
 * often is read as what was meant. The result holds no tags, no control characters but
 * "\n", and no blanks at its ends; it is "" where there is nothing to read.
 * @html: valid UTF-8. (transfer full)
 */
char *foothold_html_to_text (const char *html, gssize length, FootholdHtmlFlags flags);

/* The same on one line: titles and names. What begins as an item of a list or as a heading gets no mark; what was
 * written as "1. " or "- " stays. (transfer full) */
char *foothold_html_to_line (const char *html, gssize length);

/* Cuts @text to at most @max bytes between characters; TRUE when something was cut. */
gboolean foothold_text_truncate (char *text, gsize max);

G_END_DECLS
