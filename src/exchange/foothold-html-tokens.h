// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* The pieces of HTML: tags, references, what is neither. Shared by the files that make text of it; nobody else. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_HTML_TAG_OTHER, /* inline or unknown: no trace */
  FOOTHOLD_HTML_TAG_BREAK,
  FOOTHOLD_HTML_TAG_LINE, /* on a line of its own: div, tr */
  FOOTHOLD_HTML_TAG_PARAGRAPH, /* with an empty line around it */
  FOOTHOLD_HTML_TAG_HEADING,
  FOOTHOLD_HTML_TAG_LIST,
  FOOTHOLD_HTML_TAG_NUMBERED,
  FOOTHOLD_HTML_TAG_ITEM,
  FOOTHOLD_HTML_TAG_CELL,
  FOOTHOLD_HTML_TAG_LINK,
  FOOTHOLD_HTML_TAG_PRE,
  FOOTHOLD_HTML_TAG_HIDDEN, /* what is inside is no text of the page: script, style */
  FOOTHOLD_HTML_TAG_FURNITURE, /* likewise, in whole pages: nav, form */
} FootholdHtmlTagKind;

typedef struct
{
  char name[16]; /* lower case, cut */
  gboolean closing;
  const char *href; /* its value, raw, or NULL */
  gsize href_length;
} FootholdHtmlTag;

FootholdHtmlTagKind foothold_html_tag_kind (const char *name);
/* Past the tag at @at ("<" and a letter, or "</" and a letter); NULL when it never closes before another begins. */
const char *foothold_html_scan_tag (const char *at, const char *end, FootholdHtmlTag *tag);
gboolean foothold_html_starts_tag (const char *at, const char *end);
/* Past a comment, doctype, CDATA section or processing instruction; @end where it never closes. */
const char *foothold_html_skip_declaration (const char *at, const char *end);
/* The character of the reference at @at ("&"), and past it; 0 when it is none. */
gunichar foothold_html_scan_reference (const char *at, const char *end, const char **after);
/* Past the end of an element whose content is no markup; @end where it never closes. */
const char *foothold_html_skip_raw (const char *at, const char *end, const char *name);
/* The next tag of HTML, a known name that is closed, or the next comment; NULL for none. */
const char *foothold_html_find_tag (const char *at, const char *end);
gboolean foothold_html_holds_references (const char *text, const char *end);
/* A tag whose brackets are still escaped: the text was escaped more often than it was read. */
gboolean foothold_html_holds_escaped_tag (const char *text, const char *end);

G_END_DECLS
