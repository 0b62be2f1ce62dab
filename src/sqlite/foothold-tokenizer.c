/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-tokenizer"

#include "foothold-tokenizer.h"
#include "foothold-db-private.h"

#include <string.h>

/* Longer words are cut: nobody types more to find them. */
#define WORD_MAX 256

/* Letters without a decomposition, lower case: what unicode61 leaves as they are. */
static const char *
replacement (gunichar c)
{
  switch (c)
    {
    case 0x00df: /* ß */
    case 0x1e9e: /* ẞ */
      return "ss";
    case 0x00e6: /* æ */
    case 0x00c6:
      return "ae";
    case 0x00f0: /* ð */
    case 0x00d0:
    case 0x0111: /* đ */
    case 0x0110:
    case 0x0257: /* ɗ */
    case 0x018a:
      return "d";
    case 0x00f8: /* ø */
    case 0x00d8:
      return "o";
    case 0x00fe: /* þ */
    case 0x00de:
      return "th";
    case 0x0127: /* ħ */
    case 0x0126:
      return "h";
    case 0x0131: /* ı */
    case 0x0130:
      return "i";
    case 0x0138: /* ĸ */
      return "k";
    case 0x0142: /* ł */
    case 0x0141:
      return "l";
    case 0x014b: /* ŋ */
    case 0x014a:
      return "n";
    case 0x0153: /* œ */
    case 0x0152:
      return "oe";
    case 0x0167: /* ŧ */
    case 0x0166:
      return "t";
    case 0x017f: /* ſ */
      return "s";
    case 0x0180: /* ƀ */
    case 0x0253: /* ɓ */
    case 0x0181:
      return "b";
    case 0x0268: /* ɨ */
      return "i";
    case 0x0199: /* ƙ */
    case 0x0198:
      return "k";
    default:
      return NULL;
    }
}

/* The marks unicode61 drops; those that carry a vowel in other scripts stay. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff);
}

/* The letter under its accents, for those that unicode61 has no entry for ("ǿ"). */
static gunichar
base_letter (gunichar c)
{
  gunichar parts[8];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 1; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    if (!is_accent (parts[i]))
      return c;

  return n > 0 ? parts[0] : c;
}

static int (*inner_create) (void *, const char **, int, Fts5Tokenizer **);
static fts5_tokenizer inner;
static void *inner_data;
static gsize inner_once;

/* What passes through the inner tokenizer's callback. */
typedef struct
{
  void *context;
  int (*token) (void *context, int flags, const char *word, int size, int start, int end);
} Sink;

static int
fold_token (void *user_data, int flags, const char *word, int size, int start, int end)
{
  Sink *sink = user_data;
  char folded[WORD_MAX + 8];
  gsize length = 0;
  const char *p = word, *stop = word + size;

  while (p < stop && length < WORD_MAX)
    {
      gunichar c = g_utf8_get_char_validated (p, stop - p);
      const char *other = NULL;

      if (c < 0x80 || c == (gunichar) -1 || c == (gunichar) -2)
        {
          folded[length++] = *p++;
          continue;
        }
      c = base_letter (c);
      other = replacement (c);
      if (other != NULL)
        length += g_strlcpy (folded + length, other, sizeof folded - length);
      else
        length += (gsize) g_unichar_to_utf8 (c, folded + length);
      p = g_utf8_next_char (p);
    }

  return sink->token (sink->context, flags, folded, (int) length, start, end);
}

static int
tokenizer_create (void *user_data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  const char *ours[16] = { "remove_diacritics", "2" };
  int n = 2;

  for (int i = 0; i < n_arguments && n < (int) G_N_ELEMENTS (ours); i++)
    ours[n++] = arguments[i];

  return inner_create (inner_data, ours, n, tokenizer);
}

static void
tokenizer_delete (Fts5Tokenizer *tokenizer)
{
  inner.xDelete (tokenizer);
}

static int
tokenizer_tokenize (Fts5Tokenizer *tokenizer,
                    void *context,
                    int flags,
                    const char *text,
                    int size,
                    int (*token) (void *, int, const char *, int, int, int))
{
  Sink sink = { context, token };

  return inner.xTokenize (tokenizer, &sink, flags, text, size, fold_token);
}

/* FTS5 hands out its functions through a pointer bound to a statement. */
static int
find_api (sqlite3 *handle, fts5_api **api)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &stmt, NULL);

  *api = NULL;
  if (rc == SQLITE_OK)
    {
      sqlite3_bind_pointer (stmt, 1, (void *) api, "fts5_api_ptr", NULL);
      sqlite3_step (stmt);
    }
  sqlite3_finalize (stmt);

  return rc == SQLITE_OK && *api == NULL ? SQLITE_ERROR : rc;
}

gboolean
foothold_tokenizer_register (FootholdDb *db, GError **error)
{
  static fts5_tokenizer ours = { tokenizer_create, tokenizer_delete, tokenizer_tokenize };
  fts5_api *api;
  int rc = find_api (db->handle, &api);

  /* The same functions for every connection of the process. */
  if (rc == SQLITE_OK && g_once_init_enter (&inner_once))
    {
      rc = api->xFindTokenizer (api, "unicode61", &inner_data, &inner);
      inner_create = inner.xCreate;
      g_once_init_leave (&inner_once, 1);
    }
  if (rc == SQLITE_OK)
    rc = api->xCreateTokenizer (api, "foothold", NULL, &ours, NULL);
  if (rc == SQLITE_OK)
    return TRUE;

  foothold_db_fail (db, rc, error);
  return FALSE;
}

/* One character apart, its accents dropped, small. *@plain stays where only ASCII came of it. */
static void
fold_character (GString *folded, gunichar c, gboolean *gap, gboolean *plain)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      const char *other;

      if (is_accent (parts[i]))
        continue;
      if (g_unichar_isspace (parts[i]))
        {
          *gap = folded->len > 0;
          continue;
        }
      if (*gap)
        g_string_append_c (folded, ' ');
      *gap = FALSE;

      parts[i] = g_unichar_tolower (parts[i]);
      other = replacement (parts[i]);
      if (other != NULL)
        g_string_append (folded, other);
      else
        g_string_append_unichar (folded, parts[i]);
      *plain = *plain && (other != NULL || parts[i] < 0x80);
    }
}

/* Every name of an import passes here: what comes out as ASCII, as most do, is normal already. */
char *
foothold_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) folded = g_string_sized_new (strlen (valid));
  gboolean gap = FALSE;
  gboolean plain = TRUE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80)
        fold_character (folded, g_utf8_get_char (p), &gap, &plain);
      else if (g_ascii_isspace (*p))
        gap = folded->len > 0;
      else
        {
          if (gap)
            g_string_append_c (folded, ' ');
          gap = FALSE;
          g_string_append_c (folded, g_ascii_tolower (*p));
        }
    }

  return plain ? g_string_free_and_steal (g_steal_pointer (&folded))
               : g_utf8_normalize (folded->str, -1, G_NORMALIZE_ALL_COMPOSE);
}
