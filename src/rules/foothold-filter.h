/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-lists.h"

/*
 * What a person types above a list, read into terms and the words that are left
 * for the search: “pay:>20 remote skill:python area:data due:<2w hours:5..15
 * is:starred source:linkedin”.
 *
 * A term is KEY:VALUE, with “-” before it for “not”. Values with spaces stand in
 * quotes; several with commas between are alternatives. Numbers and dates take
 * “>”, “<”, “>=”, “<=” and “FROM..TO”; “?” asks for what is not known. The words
 * remote, hybrid and on-site are terms by themselves. A web address is no term. Keys and values are
 * understood in English and in the language of the session; what is kept (a saved
 * search) is the text itself, so that “due:<2w” means two weeks from the day it is asked.
 */

G_BEGIN_DECLS

typedef enum
{
  /* one of a list, or a name */
  FOOTHOLD_FILTER_AREA,
  FOOTHOLD_FILTER_INDUSTRY,
  FOOTHOLD_FILTER_KIND,
  FOOTHOLD_FILTER_MODE,
  FOOTHOLD_FILTER_PAID,
  FOOTHOLD_FILTER_SOURCE,
  FOOTHOLD_FILTER_STATE,
  FOOTHOLD_FILTER_SKILL,
  FOOTHOLD_FILTER_TAG,
  FOOTHOLD_FILTER_HOST,
  FOOTHOLD_FILTER_PLACE,
  FOOTHOLD_FILTER_COUNTRY,
  FOOTHOLD_FILTER_IS,
  FOOTHOLD_FILTER_APPLICATION, /* the state of an application */
  FOOTHOLD_FILTER_CHANNEL, /* by which it was sent */
  /* a range of integers */
  FOOTHOLD_FILTER_PAY, /* minor units an hour */
  FOOTHOLD_FILTER_HOURS, /* minutes */
  FOOTHOLD_FILTER_FIT, /* ten-thousandths, of the low end */
  /* a range of days */
  FOOTHOLD_FILTER_DUE,
  FOOTHOLD_FILTER_POSTED,
  FOOTHOLD_FILTER_STARTS,
  FOOTHOLD_FILTER_ADDED,
  FOOTHOLD_FILTER_SENT, /* an application */
  FOOTHOLD_FILTER_NEXT, /* the next step of one */
  FOOTHOLD_FILTER_N_KEYS
} FootholdFilterKey;

/* An end of a range that is open. */
#define FOOTHOLD_FILTER_LEAST G_MININT64
#define FOOTHOLD_FILTER_MOST G_MAXINT64

typedef struct
{
  FootholdFilterKey key;
  gboolean negated;
  gboolean unknown; /* “?”: what is not known; values and range are then empty */
  char *
    *values; /* slugs of the list (NULL-ended), or the words as typed for skill, tag, host and place; NULL for ranges */
  gint64 min, max; /* inclusive, in the unit of the key; days are Julian day numbers as GDate counts them */
  gboolean strict; /* what was typed is the next number outside the range: “>20” */
  const char *currency; /* of PAY where it was said, static; else NULL: the person's own */
  guint start, end; /* the bytes of the text that it was read from */
} FootholdFilterTerm;

/* What stands in the text and is not understood. */
typedef struct
{
  guint start, end;
  char *sentence; /* for a person, translated */
} FootholdFilterProblem;

typedef struct
{
  GPtrArray *terms; /* FootholdFilterTerm */
  GPtrArray *problems; /* FootholdFilterProblem */
  char *text; /* the words that are left, as typed; "" for none */
} FootholdFilter;

/* What reading depends on besides the text. */
typedef struct
{
  GDate today;
  const char *currency; /* the person's own, for the decimals of “pay:>12.50”; or NULL */
  const GPtrArray *own_terms; /* FootholdFilterOwnTerm: areas and industries the person added; or NULL */
  gboolean of_applications; /* it stands above applications: “state:” is theirs */
} FootholdFilterContext;

typedef struct
{
  const char *list, *slug, *name; /* as in the table “term” */
} FootholdFilterOwnTerm;

/* Never fails: what is not understood is a problem, and no term. @text: NULL is "". */
FootholdFilter *foothold_filter_parse (const char *text, const FootholdFilterContext *context);
void foothold_filter_free (FootholdFilter *self);

/* The first problem's sentence, or NULL. */
const char *foothold_filter_get_problem (const FootholdFilter *self);

/* Whether @text begins with a filter that says “not”: “-area:data”, “-remote”; any bytes. */
gboolean foothold_filter_begins_with_not (const char *text);

/* For a chip: “Pay over 20 an hour”, “Not: Remote”. (transfer full) */
char *foothold_filter_term_words (const FootholdFilterTerm *term, const FootholdFilterContext *context);

/* @text without what @term was read from and without the space around that. (transfer full) */
char *foothold_filter_without (const char *text, const FootholdFilterTerm *term);
/* @text with “key:value” in it: quoted where that is needed, beside what is there. (transfer full) */
char *foothold_filter_with (const char *text, FootholdFilterKey key, const char *value);

/* The name of a key as it is typed, English: what exports and saved searches use. */
const char *foothold_filter_key_name (FootholdFilterKey key);
/* What a key is about, translated: “Pay an hour”. */
const char *foothold_filter_key_title (FootholdFilterKey key);
/* The list a key's values come from, or NULL. */
const FootholdList *foothold_filter_key_list (FootholdFilterKey key);

/* Whether @key is about days. */
gboolean foothold_filter_is_day (FootholdFilterKey key);

/* One way to go on with what is being typed. */
typedef struct
{
  char *text; /* the whole new text */
  guint cursor; /* where typing goes on, in characters */
  char *piece; /* what is put in: “area:data-analysis” */
  char *words; /* what it means, translated: “Area: Data Analysis” */
} FootholdFilterCompletion;

/*
 * How the word at @cursor (characters) can go on: keys for a beginning of one, values behind a “:”.
 * @names: for skill, tag, host and place, the names there are for a key; or NULL. At most @limit.
 * FootholdFilterCompletion.
 */
typedef const char *const *(*FootholdFilterNamesFunc) (FootholdFilterKey key, gpointer user_data);
GPtrArray *foothold_filter_complete (const char *text,
                                     guint cursor,
                                     const FootholdFilterContext *context,
                                     FootholdFilterNamesFunc names,
                                     gpointer user_data,
                                     guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdFilter, foothold_filter_free)

G_END_DECLS
