/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reading: a text falls into pieces, a piece is a term, a problem, or left for the search. */

void
foothold_filter_term_free (gpointer term)
{
  FootholdFilterTerm *self = term;

  g_strfreev (self->values);
  g_free (self);
}

static void
problem_free (gpointer problem)
{
  FootholdFilterProblem *self = problem;

  g_free (self->sentence);
  g_free (self);
}

void
foothold_filter_free (FootholdFilter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->problems);
  g_free (self->text);
  g_free (self);
}

const char *
foothold_filter_get_problem (const FootholdFilter *self)
{
  const FootholdFilterProblem *first = self->problems->len > 0 ? g_ptr_array_index (self->problems, 0) : NULL;

  return first != NULL ? first->sentence : NULL;
}

gboolean
foothold_filter_is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x00ab || c == 0x00bb;
}

gboolean
foothold_filter_next_piece (const char **at, FootholdFilterPiece *piece)
{
  const char *p = *at;
  const char *word;
  gboolean quoted = FALSE;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return FALSE;

  *piece = (FootholdFilterPiece) { .start = p, .key = FOOTHOLD_FILTER_N_KEYS };
  piece->negated = *p == '-' && p[1] != '\0' && !g_unichar_isspace (g_utf8_get_char (p + 1));
  word = piece->negated ? p + 1 : p;
  for (p = word; *p != '\0' && (quoted || !g_unichar_isspace (g_utf8_get_char (p))); p = g_utf8_next_char (p))
    {
      if (foothold_filter_is_quote (g_utf8_get_char (p)))
        quoted = !quoted;
      else if (*p == ':' && piece->value == NULL && !quoted && p > word)
        {
          piece->value = p + 1;
          piece->key = foothold_filter_find_key (word, (gsize) (p - word));
        }
    }

  piece->end = p;
  *at = p;
  return TRUE;
}

/* @length bytes of @text without quotes. */
static char *
unquote (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!foothold_filter_is_quote (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_strstrip (g_string_free (out, FALSE));
}

/* “a,"b, c"”: what stands between commas outside of quotes. */
static char **
split_values (const char *text, gsize length)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  const char *start = text;
  gboolean quoted = FALSE;

  for (const char *p = text; p <= text + length; p = g_utf8_next_char (p))
    {
      if (p < text + length && foothold_filter_is_quote (g_utf8_get_char (p)))
        quoted = !quoted;
      if (p == text + length || (*p == ',' && !quoted))
        {
          char *value = unquote (start, (gsize) (p - start));

          if (*value != '\0')
            g_strv_builder_take (values, value);
          else
            g_free (value);
          start = p + 1;
        }
      if (p == text + length)
        break;
    }

  return g_strv_builder_end (values);
}

/* @said: how it was written: of applications "state:" is the key of theirs. */
static char *
explain_list (FootholdFilterKey key, FootholdFilterKey said, const char *value)
{
  const FootholdList *list = foothold_filter_keys[key].list;
  g_autofree char *slugs = NULL;

  /* a list of all countries helps nobody */
  if (list == &foothold_countries)
    return g_strdup_printf (_ ("“%s” is no country: its name or its two letters are understood"), value);

  slugs = foothold_list_slugs (list);
  return g_strdup_printf (_ ("“%s:” does not know “%s”; it knows %s"), foothold_filter_local_name (said), value, slugs);
}

static char *
explain_range (FootholdFilterKey key, const char *value)
{
  switch (foothold_filter_keys[key].kind)
    {
    case FOOTHOLD_FILTER_DAY_AHEAD:
    case FOOTHOLD_FILTER_DAY_BACK:
      return g_strdup_printf (_ ("“%s” is no date: write <2w, today or 2026-12-01..2026-12-24"), value);
    case FOOTHOLD_FILTER_MONEY:
      return g_strdup_printf (_ ("“%s” is no pay: write >20, 15..25 or >20eur"), value);
    case FOOTHOLD_FILTER_TIME:
      return g_strdup_printf (_ ("“%s” is no number of hours: write <20 or 5..15"), value);
    case FOOTHOLD_FILTER_SHARE:
      return g_strdup_printf (_ ("“%s” is no number from 0 to 1: write >0.6 or 0.4..0.8"), value);
    case FOOTHOLD_FILTER_LIST:
    case FOOTHOLD_FILTER_NAME:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The values of a list that the alternatives mean; NULL and *@bad for one that means none. */
static char **
read_slugs (FootholdFilterKey key, char **values, const FootholdFilterContext *context, const char **bad)
{
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) found = foothold_filter_find_slugs (foothold_filter_keys[key].list, context->own_terms, values[i]);

      if (found == NULL)
        {
          *bad = values[i];
          return NULL;
        }
      g_strv_builder_addv (slugs, (const char **) found);
    }

  return g_strv_builder_end (slugs);
}

/* FALSE with a sentence where the value is not understood. */
static gboolean
read_value (FootholdFilterTerm *term,
            const char *value,
            gsize length,
            const FootholdFilterContext *context,
            char **sentence)
{
  g_auto (GStrv) values = split_values (value, length);
  const char *bad = NULL;

  if (values[0] == NULL)
    {
      *sentence = g_strdup_printf (_ ("Something is missing behind “%s:”"), foothold_filter_local_name (term->key));
      return FALSE;
    }
  if (strcmp (values[0], "?") == 0 && values[1] == NULL && term->key != FOOTHOLD_FILTER_IS)
    {
      term->unknown = TRUE;
      return TRUE;
    }

  if (foothold_filter_is_range (term->key))
    {
      g_autofree char *text = unquote (value, length);

      if (foothold_filter_read_range (term, text, context))
        return TRUE;
      *sentence = explain_range (term->key, text);
      return FALSE;
    }
  if (foothold_filter_keys[term->key].kind == FOOTHOLD_FILTER_NAME)
    {
      term->values = g_steal_pointer (&values);
      return TRUE;
    }

  term->values = read_slugs (term->key, values, context, &bad);
  if (term->values == NULL)
    *sentence =
      explain_list (term->key,
                    term->key == FOOTHOLD_FILTER_APPLICATION && context->of_applications ? FOOTHOLD_FILTER_STATE
                                                                                         : term->key,
                    bad);
  return term->values != NULL;
}

static FootholdFilterTerm *
term_new (const FootholdFilterPiece *piece, const char *text, FootholdFilterKey key)
{
  FootholdFilterTerm *term = g_new0 (FootholdFilterTerm, 1);

  term->key = key;
  term->negated = piece->negated;
  term->min = FOOTHOLD_FILTER_LEAST;
  term->max = FOOTHOLD_FILTER_MOST;
  term->start = (guint) (piece->start - text);
  term->end = (guint) (piece->end - text);
  return term;
}

static void
add_problem (FootholdFilter *self, const FootholdFilterPiece *piece, const char *text, char *sentence)
{
  FootholdFilterProblem *problem = g_new0 (FootholdFilterProblem, 1);

  problem->start = (guint) (piece->start - text);
  problem->end = (guint) (piece->end - text);
  problem->sentence = sentence;
  g_ptr_array_add (self->problems, problem);
}

/* “remote” by itself; in quotes it is a word to search for. */
static const FootholdListEntry *
find_bare_mode (const FootholdFilterPiece *piece)
{
  const char *start = piece->start + (piece->negated ? 1 : 0);
  g_autofree char *word = g_strndup (start, (gsize) (piece->end - start));

  for (guint i = 0; i < foothold_work_modes.n_entries; i++)
    {
      const FootholdListEntry *entry = &foothold_work_modes.entries[i];
      g_autofree char *typed = g_utf8_casefold (word, -1);
      g_autofree char *name = g_utf8_casefold (foothold_list_entry_name (entry), -1);

      if (strcmp (typed, entry->slug) == 0 || strcmp (typed, name) == 0)
        return entry;
    }

  return NULL;
}

gboolean
foothold_filter_begins_with_not (const char *text)
{
  FootholdFilterPiece piece;

  return *text == '-' && g_utf8_validate (text, -1, NULL) && foothold_filter_next_piece (&text, &piece) && piece.negated
         && (piece.key < FOOTHOLD_FILTER_N_KEYS || (piece.value == NULL && find_bare_mode (&piece) != NULL));
}

/* What to say of a key that there is not, where nothing but a filter can be meant; else NULL: “Re: offer” and
 * “https://…” are words. (transfer full) */
static char *
say_wrong_key (const FootholdFilterPiece *piece)
{
  const char *start = piece->start + (piece->negated ? 1 : 0);
  const char *value = piece->value;
  g_autofree char *word = NULL;
  g_autofree char *other = NULL;
  FootholdFilterKey near;

  if (value == NULL || value == piece->end)
    return NULL;

  word = g_strndup (start, (gsize) (value - start) - 1);
  /* one of several, or the other way round: “skills:python”, “hour:5” */
  other = g_str_has_suffix (word, "s") ? g_strndup (word, strlen (word) - 1) : g_strconcat (word, "s", NULL);
  near = foothold_filter_find_key (other, strlen (other));
  if (near < FOOTHOLD_FILTER_N_KEYS)
    /* Translators: both are words that are typed before a colon */
    return g_strdup_printf (_ ("No filter is called “%s”. Did you mean “%s:”?"), word, other);
  if (*value == '<' || *value == '>' || g_str_has_prefix (value, "≥") || g_str_has_prefix (value, "≤"))
    /* Translators: leave the words in quotation marks that end in a colon as they are */
    return g_strdup_printf (_ ("No filter is called “%s”. A deadline is asked for with “due:”, money with “pay:”, time "
                               "with “hours:”."),
                            word);
  return NULL;
}

static void
read_piece (FootholdFilter *self,
            const FootholdFilterPiece *piece,
            const char *text,
            const FootholdFilterContext *context,
            GString *rest)
{
  const FootholdListEntry *mode = piece->value == NULL ? find_bare_mode (piece) : NULL;

  if (mode != NULL)
    {
      FootholdFilterTerm *term = term_new (piece, text, FOOTHOLD_FILTER_MODE);
      const char *const values[] = { mode->slug, NULL };

      term->values = g_strdupv ((char **) values);
      g_ptr_array_add (self->terms, term);
    }
  else if (piece->key < FOOTHOLD_FILTER_N_KEYS)
    {
      FootholdFilterTerm *term = term_new (piece, text, foothold_filter_meant_key (piece->key, context));
      char *sentence = NULL;

      if (read_value (term, piece->value, (gsize) (piece->end - piece->value), context, &sentence))
        {
          g_ptr_array_add (self->terms, term);
        }
      else
        {
          foothold_filter_term_free (term);
          add_problem (self, piece, text, sentence);
        }
    }
  else
    {
      char *sentence = say_wrong_key (piece);

      if (sentence != NULL)
        {
          add_problem (self, piece, text, sentence);
          return;
        }
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append_len (rest, piece->start, piece->end - piece->start);
    }
}

FootholdFilter *
foothold_filter_parse (const char *text, const FootholdFilterContext *context)
{
  FootholdFilter *self = g_new0 (FootholdFilter, 1);
  GString *rest = g_string_new (NULL);
  FootholdFilterPiece piece;
  const char *at;

  g_return_val_if_fail (text == NULL || g_utf8_validate (text, -1, NULL), NULL);

  self->terms = g_ptr_array_new_with_free_func (foothold_filter_term_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  at = text != NULL ? text : "";
  while (foothold_filter_next_piece (&at, &piece))
    read_piece (self, &piece, text, context, rest);
  self->text = g_string_free (rest, FALSE);

  return self;
}
