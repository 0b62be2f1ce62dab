/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-filter.h"

/* What the files of the filter share: one table of keys, and how a text falls into pieces. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_FILTER_LIST, /* slugs of a list */
  FOOTHOLD_FILTER_NAME, /* words that are compared without regard to case and accents */
  FOOTHOLD_FILTER_TIME, /* hours, kept as minutes */
  FOOTHOLD_FILTER_MONEY, /* kept as minor units */
  FOOTHOLD_FILTER_SHARE, /* 0 to 1, kept as ten-thousandths */
  FOOTHOLD_FILTER_DAY_AHEAD, /* “2w” is two weeks from today */
  FOOTHOLD_FILTER_DAY_BACK, /* “2w” is two weeks ago */
} FootholdFilterKind;

/* The 1 of a share. */
#define FOOTHOLD_FILTER_WHOLE 10000

typedef struct
{
  const char *name; /* English: what is kept */
  const char *local; /* as it is typed in the language of the session, marked with a context */
  const char *title; /* marked */
  FootholdFilterKind kind;
  const FootholdList *list;
} FootholdFilterKeyInfo;

extern const FootholdFilterKeyInfo foothold_filter_keys[FOOTHOLD_FILTER_N_KEYS];
/* What “is:” knows. */
extern const FootholdList foothold_filter_marks;

/* The key a person typed, FOOTHOLD_FILTER_N_KEYS for none. */
FootholdFilterKey foothold_filter_find_key (const char *text, gsize length);
/* What a key means there: above applications “state:” is that of an application. */
FootholdFilterKey foothold_filter_meant_key (FootholdFilterKey key, const FootholdFilterContext *context);
/* The name of @key in the language of the session, static. */
const char *foothold_filter_local_name (FootholdFilterKey key);
gboolean foothold_filter_is_range (FootholdFilterKey key);

/* The quotes people's keyboards make. */
gboolean foothold_filter_is_quote (gunichar c);

/* One piece between spaces; quotes keep spaces together. */
typedef struct
{
  const char *start, *end; /* the whole piece, with “-” and key */
  const char *value; /* behind the “:”, or NULL where there is none */
  FootholdFilterKey key; /* of a known one before the “:”; else FOOTHOLD_FILTER_N_KEYS */
  gboolean negated;
} FootholdFilterPiece;

/* The next piece from *@at on, which moves behind it. FALSE at the end. */
gboolean foothold_filter_next_piece (const char **at, FootholdFilterPiece *piece);

/*
 * The slugs of @list that @text means: an exact one, or all that have a word beginning with it.
 * @own: as in the context. NULL for none. (transfer full)
 */
char **foothold_filter_find_slugs (const FootholdList *list, const GPtrArray *own, const char *text);
/* The name of @slug, one's own too. */
const char *foothold_filter_slug_name (const FootholdList *list, const GPtrArray *own, const char *slug);

/*
 * “>20”, “5..15”, “<2w”, “2026-12-01” as @term's range. FALSE where @text is none of that kind.
 */
gboolean foothold_filter_read_range (FootholdFilterTerm *term, const char *text, const FootholdFilterContext *context);

void foothold_filter_term_free (gpointer term);

G_END_DECLS
