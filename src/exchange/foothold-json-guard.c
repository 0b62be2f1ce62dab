// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foothold-import.h"
#include "foothold-limits.h"

/* One pass over the bytes with a stack of our own; nothing is built but the names of the open objects. */

/* Whole numbers beyond this are not the same in every reader. */
#define SAFE_INTEGER G_GINT64_CONSTANT (9007199254740992)
/* How often progress is told and cancelling noticed. */
#define STEP (256 * 1024)
/* From so many bytes on a thread more is worth its start. */
#define LARGE (1024 * 1024)

typedef struct
{
  const char *at;
  gsize length;
  guint32 hash;
} Key;

typedef struct
{
  gboolean is_object;
  GArray *keys; /* Key; NULL until the first object on this level */
  guint64 met[4]; /* a bit for the lowest byte of each key's hash: most keys need no look at the others */
} Level;

typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_KEY,
  WANT_KEY_OR_END,
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING,
} Want;

typedef struct
{
  const char *data, *at, *end;
  FootholdJsonFlags flags;
  Level levels[FOOTHOLD_LIMIT_JSON_DEPTH];
  guint depth;
  GPtrArray *unescaped; /* names that had escapes, as long as the scan lasts */
  GError **error;
} Guard;

guint
foothold_json_line (const char *data, const char *at)
{
  guint line = 1;

  for (const char *p = data; p < at && (p = memchr (p, '\n', (gsize) (at - p))) != NULL; p++)
    line++;

  return line;
}

/* Sets the error to @sentence, which has one %u for the line of @at. Always FALSE. */
G_GNUC_PRINTF (3, 0)
static gboolean
refuse (Guard *guard, const char *at, const char *sentence)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (guard->error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED, sentence,
               foothold_json_line (guard->data, MIN (at, guard->end)));
#pragma GCC diagnostic pop
  G_GNUC_END_IGNORE_DEPRECATIONS
  return FALSE;
}

static gboolean
hex4 (const char *at, const char *end, guint *value)
{
  if (end - at < 4)
    return FALSE;

  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *value = *value * 16 + (guint) g_ascii_xdigit_value (at[i]);
    }

  return TRUE;
}

/* Past one escape; @guard->at is at its backslash. */
static gboolean
scan_escape (Guard *guard)
{
  const char *start = guard->at;
  guint value, low;

  if (guard->end - start < 2)
    return refuse (guard, start, _ ("Line %u: a text does not end."));
  if (start[1] != 'u')
    {
      if (start[1] == '\0' || strchr ("\"\\/bfnrt", start[1]) == NULL)
        return refuse (guard, start, _ ("Line %u: a text has an escape that JSON does not know."));
      guard->at += 2;
      return TRUE;
    }

  if (!hex4 (start + 2, guard->end, &value))
    return refuse (guard, start, _ ("Line %u: a text has an escape that JSON does not know."));
  if (value == 0)
    return refuse (guard, start, _ ("Line %u: a text has a zero character in it."));
  guard->at += 6;
  if (value >= 0xdc00 && value <= 0xdfff)
    return refuse (guard, start, _ ("Line %u: a text has half a character in it."));
  if (value >= 0xd800 && value <= 0xdbff)
    {
      if (guard->end - guard->at < 6 || guard->at[0] != '\\' || guard->at[1] != 'u'
          || !hex4 (guard->at + 2, guard->end, &low) || low < 0xdc00 || low > 0xdfff)
        return refuse (guard, start, _ ("Line %u: a text has half a character in it."));
      guard->at += 6;
    }

  return TRUE;
}

/*
 * From @at to the next eight bytes that hold a quote, a backslash or a control
 * character, or to the last few before @end: a text is mostly letters. What is looked
 * for becomes 0, and taking one from each byte sets the top bit of those that were 0
 * (and at times of one above: the caller looks at each of the eight again).
 */
static const char *
skip_plain (const char *at, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones * 0x80;

  while (end - at >= 8)
    {
      guint64 word, quote, backslash;

      memcpy (&word, at, sizeof word);
      quote = word ^ (ones * '"');
      backslash = word ^ (ones * '\\');
      if (((((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((word - ones * 0x20) & ~word)) & tops)
          != 0)
        break;
      at += 8;
    }

  return at;
}

/* Past a string; @guard->at is at its opening quote. */
static gboolean
scan_string (Guard *guard, gboolean *has_escapes)
{
  const char *start = guard->at++;
  const char *looked = guard->at; /* the eight bytes before it were looked at one by one */

  *has_escapes = FALSE;
  while (guard->at < guard->end)
    {
      guchar c;

      if (guard->at >= looked)
        {
          guard->at = skip_plain (guard->at, guard->end);
          if (guard->at >= guard->end)
            break;
          looked = guard->at + MIN (guard->end - guard->at, 8);
        }

      c = (guchar) *guard->at;
      if (c == '"')
        {
          guard->at++;
          return TRUE;
        }
      if (c < 0x20)
        return refuse (guard, guard->at, _ ("Line %u: a text has a control character or a line break in it."));
      if (c == '\\')
        {
          *has_escapes = TRUE;
          if (!scan_escape (guard))
            return FALSE;
        }
      else
        guard->at++;
    }

  return refuse (guard, start, _ ("Line %u: a text does not end."));
}

static gboolean
scan_number (Guard *guard)
{
  const char *start = guard->at;
  const char *at = start;
  const char *const end = guard->end;
  gboolean whole = TRUE;

  if (at < end && *at == '-')
    at++;
  if (at < end && *at == '0')
    at++;
  else if (at < end && g_ascii_isdigit (*at))
    while (at < end && g_ascii_isdigit (*at))
      at++;
  else
    return refuse (guard, start, _ ("Line %u: this is not JSON."));
  if (at < end && *at == '.')
    {
      whole = FALSE;
      at++;
      if (at >= end || !g_ascii_isdigit (*at))
        return refuse (guard, start, _ ("Line %u: this is not a number that JSON knows."));
      while (at < end && g_ascii_isdigit (*at))
        at++;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      whole = FALSE;
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      if (at >= end || !g_ascii_isdigit (*at))
        return refuse (guard, start, _ ("Line %u: this is not a number that JSON knows."));
      while (at < end && g_ascii_isdigit (*at))
        at++;
    }
  if (at < end && (g_ascii_isalnum (*at) || *at == '.'))
    return refuse (guard, start, _ ("Line %u: this is not a number that JSON knows."));

  {
    char digits[64];
    const gsize n = (gsize) (at - start);
    gboolean fits = n < sizeof digits;

    if (fits)
      {
        memcpy (digits, start, n);
        digits[n] = '\0';
        if (whole)
          {
            gint64 value;

            fits = g_ascii_string_to_signed (digits, 10, -SAFE_INTEGER, SAFE_INTEGER, &value, NULL);
          }
        else
          {
            const double value = g_ascii_strtod (digits, NULL);

            fits = value < G_MAXDOUBLE && value > -G_MAXDOUBLE;
          }
      }
    if (!fits)
      return refuse (guard, start, _ ("Line %u: a number is too large to be read exactly."));
  }

  guard->at = at;
  return TRUE;
}

static gboolean
scan_word (Guard *guard)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize n = strlen (words[i]);

      if ((gsize) (guard->end - guard->at) >= n && memcmp (guard->at, words[i], n) == 0)
        {
          guard->at += n;
          return TRUE;
        }
    }

  return refuse (guard, guard->at, _ ("Line %u: this is not JSON."));
}

/* The name between @start and @end with its escapes resolved, kept by the guard. */
static void
resolve_key (Guard *guard, const char *start, const char *end, Key *key)
{
  GString *plain = g_string_sized_new ((gsize) (end - start));

  while (start < end)
    {
      guint value = 0xfffd;
      guint low = 0;

      if (*start != '\\')
        {
          g_string_append_c (plain, *start++);
          continue;
        }
      if (start[1] != 'u')
        {
          static const char from[] = "bfnrt";
          static const char to[] = "\b\f\n\r\t";
          const char *place = strchr (from, start[1]);

          g_string_append_c (plain, place != NULL ? to[place - from] : start[1]);
          start += 2;
          continue;
        }
      hex4 (start + 2, end, &value);
      start += 6;
      if (value >= 0xd800 && value <= 0xdbff && hex4 (start + 2, end, &low))
        {
          value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
          start += 6;
        }
      g_string_append_unichar (plain, value);
    }

  key->length = plain->len;
  key->at = g_string_free_and_steal (plain);
  g_ptr_array_add (guard->unescaped, (gpointer) key->at);
}

static gboolean
take_key (Guard *guard)
{
  Level *level = &guard->levels[guard->depth - 1];
  const char *start = guard->at;
  gboolean has_escapes;
  guint64 *met, bit;
  Key key;

  if (!scan_string (guard, &has_escapes))
    return FALSE;

  key.at = start + 1;
  key.length = (gsize) (guard->at - start) - 2;
  if (key.length > FOOTHOLD_LIMIT_JSON_KEY)
    return refuse (guard, start, _ ("Line %u: a name is too long."));
  if (has_escapes)
    resolve_key (guard, start + 1, guard->at - 1, &key);

  key.hash = 5381;
  for (gsize i = 0; i < key.length; i++)
    key.hash = key.hash * 33 + (guchar) key.at[i];
  met = &level->met[key.hash % G_N_ELEMENTS (level->met)];
  bit = G_GUINT64_CONSTANT (1) << (key.hash / G_N_ELEMENTS (level->met) % 64);

  for (guint i = 0; (*met & bit) != 0 && i < level->keys->len; i++)
    {
      const Key *other = &g_array_index (level->keys, Key, i);

      if (other->hash == key.hash && other->length == key.length && memcmp (other->at, key.at, key.length) == 0)
        return (guard->flags & FOOTHOLD_JSON_DUPLICATES) != 0
               || refuse (guard, start, _ ("Line %u: a name occurs twice in one object."));
    }
  if (level->keys->len >= FOOTHOLD_LIMIT_JSON_KEYS)
    return refuse (guard, start, _ ("Line %u: an object has too many names."));

  *met |= bit;
  g_array_append_val (level->keys, key);
  return TRUE;
}

static gboolean
open_level (Guard *guard, gboolean is_object)
{
  Level *level;

  if (guard->depth == FOOTHOLD_LIMIT_JSON_DEPTH)
    return refuse (guard, guard->at, _ ("Line %u: objects lie too deep inside each other."));

  level = &guard->levels[guard->depth++];
  level->is_object = is_object;
  if (is_object)
    {
      if (level->keys == NULL)
        level->keys = g_array_new (FALSE, FALSE, sizeof (Key));
      g_array_set_size (level->keys, 0);
      memset (level->met, 0, sizeof level->met);
    }
  guard->at++;
  return TRUE;
}

/* One step: takes what is at @guard->at, which is no blank, and says what has to come then. */
static gboolean
take (Guard *guard, Want *want)
{
  const char c = *guard->at;
  const gboolean is_value = *want == WANT_VALUE || *want == WANT_VALUE_OR_END;
  gboolean has_escapes;

  if ((c == ']' && (*want == WANT_VALUE_OR_END || *want == WANT_COMMA_OR_END))
      || (c == '}' && (*want == WANT_KEY_OR_END || *want == WANT_COMMA_OR_END)))
    {
      if (guard->levels[guard->depth - 1].is_object != (c == '}'))
        return refuse (guard, guard->at, _ ("Line %u: a bracket does not match."));
      guard->at++;
      guard->depth--;
      *want = guard->depth == 0 ? WANT_NOTHING : WANT_COMMA_OR_END;
      return TRUE;
    }
  if (is_value && (c == '{' || c == '['))
    {
      *want = c == '{' ? WANT_KEY_OR_END : WANT_VALUE_OR_END;
      return open_level (guard, c == '{');
    }
  if (is_value)
    {
      *want = guard->depth == 0 ? WANT_NOTHING : WANT_COMMA_OR_END;
      if (c == '"')
        return scan_string (guard, &has_escapes);
      if (c == '-' || g_ascii_isdigit (c))
        return scan_number (guard);
      return scan_word (guard);
    }
  if (c == '"' && (*want == WANT_KEY || *want == WANT_KEY_OR_END))
    {
      *want = WANT_COLON;
      return take_key (guard);
    }
  if (c == ':' && *want == WANT_COLON)
    {
      *want = WANT_VALUE;
      guard->at++;
      return TRUE;
    }
  if (c == ',' && *want == WANT_COMMA_OR_END)
    {
      *want = guard->levels[guard->depth - 1].is_object ? WANT_KEY : WANT_VALUE;
      guard->at++;
      return TRUE;
    }

  return refuse (guard, guard->at, _ ("Line %u: this is not JSON."));
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static gboolean
scan (Guard *guard, FootholdJsonProgress progress, gpointer user_data, GCancellable *cancellable)
{
  const char *next = guard->at + STEP;
  Want want = WANT_VALUE;

  while (guard->at < guard->end)
    {
      if (is_blank (*guard->at))
        {
          guard->at++;
          continue;
        }
      if (guard->at >= next)
        {
          next = guard->at + STEP;
          if (g_cancellable_set_error_if_cancelled (cancellable, guard->error))
            return FALSE;
          if (progress != NULL)
            progress (user_data, (gsize) (guard->at - guard->data));
        }
      if (!take (guard, &want))
        return FALSE;
    }
  if (want != WANT_NOTHING)
    return refuse (guard, guard->end, _ ("Line %u: the file ends too early."));

  return TRUE;
}

/* Where the bytes stop being UTF-8. */
typedef struct
{
  const char *data;
  gsize length;
  gboolean ok;
  const char *valid;
} Encoding;

static gpointer
check_encoding (gpointer data)
{
  Encoding *self = data;

  self->ok = g_utf8_validate_len (self->data, self->length, &self->valid);
  return NULL;
}

gboolean
foothold_json_guard (const char *data,
                     gsize length,
                     FootholdJsonFlags flags,
                     FootholdJsonProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) own = NULL;
  Guard guard = { .data = data, .at = data, .end = length > 0 ? data + length : data, .flags = flags, .error = &own };
  Encoding encoding = { data, length, FALSE, data };
  GThread *thread = NULL;
  gboolean ok;

  /* no bytes may come without an address */
  if (length == 0)
    {
      guard.error = error;
      return refuse (&guard, guard.at, _ ("Line %u: the file ends too early."));
    }
  /* the grammar looks at bytes alone, so the two need not wait for each other */
  if (length >= LARGE)
    thread = g_thread_try_new ("json-encoding", check_encoding, &encoding, NULL);
  if (thread == NULL)
    check_encoding (&encoding);

  guard.unescaped = g_ptr_array_new_with_free_func (g_free);
  ok = (thread != NULL || encoding.ok) && scan (&guard, progress, user_data, cancellable);
  g_clear_pointer (&thread, g_thread_join);
  if (!encoding.ok && !g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&own);
      ok = refuse (&guard, encoding.valid, _ ("Line %u: the text is not UTF-8."));
    }
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&own));

  g_ptr_array_unref (guard.unescaped);
  for (guint i = 0; i < FOOTHOLD_LIMIT_JSON_DEPTH; i++)
    if (guard.levels[i].keys != NULL)
      g_array_unref (guard.levels[i].keys);

  return ok;
}

const char *
foothold_json_skip_blanks (const char *at, const char *end)
{
  while (at < end && is_blank (*at))
    at++;

  return at;
}

/* The quote that ends a string, from behind the one that begins it; @end where there is none. */
static const char *
end_of_string (const char *at, const char *end)
{
  const char *start = at;

  /* long strings are most of a file: look for quotes, then whether an odd number of backslashes is before */
  for (; at < end && (at = memchr (at, '"', (gsize) (end - at))) != NULL; at++)
    {
      gsize n = 0;

      while (at - n > start && at[-1 - (gssize) n] == '\\')
        n++;
      if (n % 2 == 0)
        return at;
    }

  return end;
}

const char *
foothold_json_skip_value (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '"')
        {
          at = end_of_string (at + 1, end);
          if (at >= end)
            return end;
        }
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      else
        {
          if (depth > 0)
            continue;
          while (at < end && !is_blank (*at) && *at != ',' && *at != ']' && *at != '}')
            at++;
          return at;
        }
      if (depth == 0)
        return at + 1;
    }

  return end;
}
