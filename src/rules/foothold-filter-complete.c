/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the word that is being typed can go on. */

typedef struct
{
  const char *text; /* all of it */
  gsize start, end; /* the bytes that are replaced */
  gboolean negated;
  GPtrArray *found;
  guint limit;
} Completing;

static void
completion_free (gpointer completion)
{
  FootholdFilterCompletion *self = completion;

  g_free (self->text);
  g_free (self->piece);
  g_free (self->words);
  g_free (self);
}

/* Whether @piece is what stands there: nothing to go on to. */
static gboolean
is_typed (Completing *self, const char *piece)
{
  const gsize start = self->start + (self->negated ? 1 : 0);

  return strlen (piece) == self->end - start && strncmp (self->text + start, piece, self->end - start) == 0;
}

/* @more: typing goes on right behind the piece; else behind a space. */
static void
add (Completing *self, const char *piece, gboolean more, char *words)
{
  FootholdFilterCompletion *completion;
  g_autofree char *before = g_strndup (self->text, self->start);
  const char *after = self->text + self->end;
  g_autofree char *head = g_strconcat (before, self->negated ? "-" : "", piece, NULL);

  if (is_typed (self, piece))
    {
      g_free (words);
      return;
    }

  while (*after == ' ')
    after++;
  completion = g_new0 (FootholdFilterCompletion, 1);
  completion->piece = g_strdup (piece);
  completion->words = words;
  completion->text = g_strconcat (head, more ? "" : " ", after, NULL);
  completion->cursor = (guint) g_utf8_strlen (head, -1) + (more ? 0 : 1);
  g_ptr_array_add (self->found, completion);
}

static gboolean
begins (const char *name, const char *folded_beginning)
{
  g_autofree char *folded = foothold_list_fold (name);

  return folded != NULL && g_str_has_prefix (folded, folded_beginning);
}

static void
complete_keys (Completing *self, const char *word)
{
  g_autofree char *folded = foothold_list_fold (word);

  for (FootholdFilterKey key = 0; key < FOOTHOLD_FILTER_N_KEYS && self->found->len < self->limit; key++)
    {
      g_autofree char *piece = g_strconcat (foothold_filter_local_name (key), ":", NULL);

      if (begins (foothold_filter_keys[key].name, folded) || begins (foothold_filter_local_name (key), folded))
        add (self, piece, TRUE, g_strdup (foothold_filter_key_title (key)));
    }
}

static char *
write_piece (FootholdFilterKey key, const char *value)
{
  const gboolean quoted = strpbrk (value, " ,") != NULL;

  return g_strconcat (foothold_filter_local_name (key), ":", quoted ? "\"" : "", value, quoted ? "\"" : "", NULL);
}

static void
add_value (Completing *self, FootholdFilterKey key, const char *value, const char *name)
{
  g_autofree char *piece = write_piece (key, value);

  add (self, piece, FALSE, g_strdup_printf (C_ ("filter", "%s: %s"), foothold_filter_key_title (key), name));
}

static void
complete_slugs (Completing *self, FootholdFilterKey key, const char *wanted, const GPtrArray *own)
{
  const FootholdList *list = foothold_filter_keys[key].list;

  for (guint i = 0; i < list->n_entries && self->found->len < self->limit; i++)
    {
      const char *name = foothold_list_entry_name (&list->entries[i]);

      if (begins (list->entries[i].slug, wanted) || begins (name, wanted))
        add_value (self, key, list->entries[i].slug, name);
    }
  for (guint i = 0; own != NULL && i < own->len && self->found->len < self->limit; i++)
    {
      const FootholdFilterOwnTerm *term = g_ptr_array_index (own, i);

      if (strcmp (term->list, list->id) == 0 && (begins (term->slug, wanted) || begins (term->name, wanted)))
        add_value (self, key, term->slug, term->name);
    }
}

/* What a range may look like, where nothing is typed yet. */
static void
suggest_ranges (Completing *self, FootholdFilterKey key)
{
  static const char *const ahead[] = { "today", "<1w", "<2w", "?", NULL };
  static const char *const back[] = { "today", "<1w", "<1m", "?", NULL };
  static const char *const money[] = { ">15", ">20", "15..25", "?", NULL };
  static const char *const hours[] = { "<10", "5..15", "<40", "?", NULL };
  static const char *const shares[] = { ">0.4", ">0.6", ">0.8", "?", NULL };
  static const char *const *const suggestions[] = {
    [FOOTHOLD_FILTER_TIME] = hours,      [FOOTHOLD_FILTER_MONEY] = money,   [FOOTHOLD_FILTER_SHARE] = shares,
    [FOOTHOLD_FILTER_DAY_AHEAD] = ahead, [FOOTHOLD_FILTER_DAY_BACK] = back,
  };
  const char *const *values = suggestions[foothold_filter_keys[key].kind];

  for (guint i = 0; values[i] != NULL && self->found->len < self->limit; i++)
    add_value (self, key, values[i], strcmp (values[i], "?") == 0 ? C_ ("a fact", "unknown") : values[i]);
}

static void
complete_names (Completing *self, FootholdFilterKey key, const char *wanted, const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL && self->found->len < self->limit; i++)
    if (begins (names[i], wanted))
      add_value (self, key, names[i], names[i]);
}

static char *
without_quotes (const char *start, const char *end)
{
  GString *out = g_string_new (NULL);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!foothold_filter_is_quote (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

GPtrArray *
foothold_filter_complete (const char *text,
                          guint cursor,
                          const FootholdFilterContext *context,
                          FootholdFilterNamesFunc names,
                          gpointer user_data,
                          guint limit)
{
  Completing self = { .text = text, .limit = limit };
  FootholdFilterPiece piece;
  const char *at = text;
  const char *here = g_utf8_offset_to_pointer (text, MIN ((glong) cursor, g_utf8_strlen (text, -1)));

  self.found = g_ptr_array_new_with_free_func (completion_free);
  while (foothold_filter_next_piece (&at, &piece))
    {
      if (here < piece.start || here > piece.end)
        continue;

      self.start = (gsize) (piece.start - text);
      self.end = (gsize) (piece.end - text);
      self.negated = piece.negated;
      piece.key = foothold_filter_meant_key (piece.key, context);
      if (piece.value == NULL)
        {
          const char *start = piece.start + (piece.negated ? 1 : 0);
          g_autofree char *word = g_strndup (start, (gsize) (piece.end - start));

          if (!foothold_filter_is_quote (g_utf8_get_char (word)))
            complete_keys (&self, word);
        }
      else if (piece.key < FOOTHOLD_FILTER_N_KEYS && here >= piece.value)
        {
          g_autofree char *typed = without_quotes (piece.value, piece.end);
          g_autofree char *wanted = foothold_list_fold (typed);

          if (foothold_filter_is_range (piece.key))
            {
              if (*typed == '\0')
                suggest_ranges (&self, piece.key);
            }
          else if (foothold_filter_keys[piece.key].list != NULL)
            {
              complete_slugs (&self, piece.key, wanted, context->own_terms);
            }
          else if (names != NULL)
            {
              complete_names (&self, piece.key, wanted, names (piece.key, user_data));
            }
        }
      break;
    }

  return self.found;
}
