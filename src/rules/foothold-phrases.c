// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-phrases.h"

#include <string.h>

/* A posting has hundreds of words; what is longer is looked at up to here. */
#define MOST_WORDS 20000
/* Farther apart than this, words of a sentence have nothing to do with each other. */
#define NEAR 12
/* So many words before a find may negate it, up to a comma. */
#define BEFORE 8

typedef struct
{
  char *folded;
  gsize start, end;
  guint sentence;
  gboolean after_comma;
} Word;

/* Most patterns have no word in common with a text: told by the first two bytes of its words, they are not looked for.
 */
#define N_BEGINNINGS 1024

struct _FootholdPhraseText
{
  GArray *words; /* of Word */
  guint64 beginnings[N_BEGINNINGS / 64]; /* bits: that of each word's beginning is set */
};

static guint
hash_beginning (const char *word)
{
  return (guint) ((guchar) word[0] * 31 + (guchar) word[1]) % N_BEGINNINGS;
}

static char *
fold (const char *text, gssize length)
{
  g_autofree char *composed = NULL;
  gssize n_ascii = 0;

  while (n_ascii != length && text[n_ascii] != '\0' && (guchar) text[n_ascii] < 0x80)
    n_ascii++;
  /* most words: the same at a tenth of the cost */
  if (n_ascii == length || text[n_ascii] == '\0')
    return g_ascii_strdown (text, n_ascii);

  composed = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  return composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");
}

GPtrArray *
foothold_phrases_group (const char *const *phrases)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_autofree char *folded = fold (phrases[i], -1);
      GStrv words = g_strsplit (g_strstrip (folded), " ", -1);

      g_ptr_array_add (group, words);
      for (guint j = 0; j == 0 || words[j] != NULL; j++)
        if (words[j] == NULL || *words[j] == '\0' || *words[j] == '*')
          return NULL;
    }

  return g_steal_pointer (&group);
}

GPtrArray *
foothold_phrases_pattern (const char *const *groups)
{
  g_autoptr (GPtrArray) pattern = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) phrases = g_strsplit (groups[i], "|", -1);
      GPtrArray *group = foothold_phrases_group ((const char *const *) phrases);

      if (group == NULL)
        return NULL;
      g_ptr_array_add (pattern, group);
    }

  return g_steal_pointer (&pattern);
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

/* Letters and digits, and the apostrophe of "don’t". */
static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/* A stop ends a sentence before a space or the end ("gmail.com" goes on); a line or a bullet always does. */
static gboolean
ends_sentence (gunichar c, const char *after)
{
  if (c == '\n' || c == 0x2022 || c == 0x2028 || c == 0x2029)
    return TRUE;

  return (c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026)
         && (*after == '\0' || g_unichar_isspace (g_utf8_get_char (after)));
}

FootholdPhraseText *
foothold_phrase_text_new (const char *text)
{
  FootholdPhraseText *self = g_new0 (FootholdPhraseText, 1);
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *from = valid != NULL ? valid : text;
  guint sentence = 0;
  gboolean comma = FALSE;

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  for (const char *at = from; *at != '\0' && self->words->len < MOST_WORDS;)
    {
      const gunichar c = g_utf8_get_char (at);
      const char *begin = at;

      if (!is_word (c))
        {
          at = g_utf8_next_char (at);
          comma = comma || c == ',';
          if (ends_sentence (c, at))
            sentence++;
          continue;
        }
      while (*at != '\0' && is_word (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      {
        const Word word = { fold (begin, at - begin), (gsize) (begin - from), (gsize) (at - from), sentence, comma };

        g_array_append_val (self->words, word);
        self->beginnings[hash_beginning (word.folded) / 64] |= G_GUINT64_CONSTANT (1)
                                                               << (hash_beginning (word.folded) % 64);
      }
      comma = FALSE;
    }

  return self;
}

void
foothold_phrase_text_free (FootholdPhraseText *self)
{
  g_array_unref (self->words);
  g_free (self);
}

static const Word *
word_at (const FootholdPhraseText *self, guint i)
{
  return &g_array_index (self->words, Word, i);
}

static gboolean
word_is (const char *word, const char *wanted)
{
  const gsize length = strlen (wanted);

  return wanted[length - 1] == '*' ? strncmp (word, wanted, length - 1) == 0 : strcmp (word, wanted) == 0;
}

/* FALSE: no phrase of @group is in the text, for none of their first words is. */
static gboolean
may_have (const FootholdPhraseText *self, const GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    {
      const char *first = ((GStrv) g_ptr_array_index (group, i))[0];
      const guint hash = hash_beginning (first);

      if (first[1] == '*' || (self->beginnings[hash / 64] & (G_GUINT64_CONSTANT (1) << (hash % 64))) != 0)
        return TRUE;
    }

  return FALSE;
}

/* How many words a phrase of @group covers from the word @at on; 0 is none. */
static guint
group_matches (const FootholdPhraseText *self, guint at, const GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    {
      GStrv phrase = g_ptr_array_index (group, i);
      guint n = 0;

      while (phrase[n] != NULL && at + n < self->words->len
             && word_at (self, at + n)->sentence == word_at (self, at)->sentence
             && word_is (word_at (self, at + n)->folded, phrase[n]))
        n++;
      if (phrase[n] == NULL)
        return n;
    }

  return 0;
}

/* The words of one find: which they are, as positions from the first to the last. */
typedef struct
{
  guint first, last;
  guint64 covered; /* bits from the word NEAR before the anchor on */
} Find;

static void
cover (Find *find, guint base, guint at, guint n)
{
  find->first = MIN (find->first, at);
  find->last = MAX (find->last, at + n - 1);
  for (guint i = at; i < at + n && i - base < 64; i++)
    find->covered |= G_GUINT64_CONSTANT (1) << (i - base);
}

static gboolean
is_covered (const Find *find, guint base, guint i)
{
  return i >= base && i - base < 64 && (find->covered & (G_GUINT64_CONSTANT (1) << (i - base))) != 0;
}

/* A find whose own words say no ("no interview") means it; else one of these words before or among its own turns it
 * round. */
static gboolean
is_negated (const FootholdPhraseText *self, const Find *find, guint base, const GPtrArray *negations)
{
  guint from = find->first;

  for (guint i = find->first; i <= find->last; i++)
    if (is_covered (find, base, i) && group_matches (self, i, negations) > 0)
      return FALSE;

  while (from > 0 && find->first - from < BEFORE && !word_at (self, from)->after_comma
         && word_at (self, from - 1)->sentence == word_at (self, from)->sentence)
    from--;
  for (guint i = from; i <= find->last; i++)
    if (group_matches (self, i, negations) > 0)
      return TRUE;

  return FALSE;
}

/* Whether every other group has a phrase near the word @anchor, where the first has its own of @n words. */
static gboolean
complete_find (const FootholdPhraseText *self, const GPtrArray *pattern, guint anchor, guint n, guint base, Find *find)
{
  *find = (Find) { anchor, anchor, 0 };
  cover (find, base, anchor, n);
  for (guint group = 1; group < pattern->len; group++)
    {
      gboolean found = FALSE;

      for (guint i = base; !found && i < self->words->len && i <= anchor + NEAR; i++)
        {
          const guint covered = word_at (self, i)->sentence == word_at (self, anchor)->sentence
                                  ? group_matches (self, i, g_ptr_array_index (pattern, group))
                                  : 0;

          found = covered > 0;
          if (found)
            cover (find, base, i, covered);
        }
      if (!found)
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_phrase_text_find (const FootholdPhraseText *self,
                           const GPtrArray *pattern,
                           const GPtrArray *negations,
                           gsize *start,
                           gsize *end)
{
  for (guint group = 0; group < pattern->len; group++)
    if (!may_have (self, g_ptr_array_index (pattern, group)))
      return FALSE;

  for (guint anchor = 0; anchor < self->words->len; anchor++)
    {
      const guint n = group_matches (self, anchor, g_ptr_array_index (pattern, 0));
      const guint base = anchor > NEAR ? anchor - NEAR : 0;
      Find find;

      if (n == 0 || !complete_find (self, pattern, anchor, n, base, &find) || is_negated (self, &find, base, negations))
        continue;
      *start = word_at (self, find.first)->start;
      *end = word_at (self, find.last)->end;

      return TRUE;
    }

  return FALSE;
}
