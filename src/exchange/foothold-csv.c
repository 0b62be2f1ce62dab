// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-csv.h"

#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"

/*
 * RFC 4180 as programs write it: any line end, quotes only where a cell begins, doubled
 * inside, and whatever follows a closing one still of the cell.
 */

/* After so many quotes that never close, a quote is a character: each look for its end reads the rest of the text. */
#define OPEN_QUOTES 8

void
foothold_csv_reader_init (FootholdCsvReader *self, const char *text, gsize length, char delimiter)
{
  *self = (FootholdCsvReader) { .at = text, .end = text + length, .delimiter = delimiter, .next_line = 1 };
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

void
foothold_csv_reader_clear (FootholdCsvReader *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

static gboolean
ends_cell (const FootholdCsvReader *self, const char *at)
{
  return at == self->end || *at == self->delimiter || *at == '\n' || *at == '\r';
}

/* Past the closing quote of the cell at @at, its text in @cell; NULL where it never closes. */
static const char *
read_quoted (const FootholdCsvReader *self, const char *at, GString *cell)
{
  for (at++; at < self->end;)
    {
      const char *quote = memchr (at, '"', (gsize) (self->end - at));

      if (quote == NULL)
        break;
      if (cell->len <= FOOTHOLD_LIMIT_LONG_TEXT)
        g_string_append_len (cell, at, quote - at);
      if (quote + 1 == self->end || quote[1] != '"')
        return quote + 1;
      g_string_append_c (cell, '"');
      at = quote + 2;
    }

  return NULL;
}

static guint
count_lines (const char *at, const char *end)
{
  guint n = 0;

  for (; at < end; at++)
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
      n++;
  return n;
}

static void
read_cell (FootholdCsvReader *self)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *start = self->at;
  const char *at = start;

  if (at < self->end && *at == '"' && self->n_open < OPEN_QUOTES)
    {
      at = read_quoted (self, start, cell);
      if (at == NULL)
        {
          self->n_open++;
          g_string_truncate (cell, 0);
          at = start;
        }
      else
        self->next_line += count_lines (start, at);
    }
  start = at;
  while (!ends_cell (self, at))
    at++;
  g_string_append_len (cell, start, at - start);
  self->at = at;

  if (cell->len > FOOTHOLD_LIMIT_LONG_TEXT)
    {
      foothold_text_truncate (cell->str, FOOTHOLD_LIMIT_LONG_TEXT);
      self->cut = TRUE;
    }
  if (self->cells->len < FOOTHOLD_LIMIT_CSV_COLUMNS)
    g_ptr_array_add (self->cells, g_strdup (cell->str));
  else
    self->cut = TRUE;
}

gboolean
foothold_csv_reader_next (FootholdCsvReader *self)
{
  while (self->at < self->end)
    {
      g_ptr_array_set_size (self->cells, 0);
      self->cut = FALSE;
      self->line = self->next_line;
      for (;;)
        {
          read_cell (self);
          if (self->at == self->end || *self->at != self->delimiter)
            break;
          self->at++;
        }
      if (self->at < self->end)
        {
          self->at += *self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n' ? 2 : 1;
          self->next_line++;
        }
      if (self->cells->len > 1 || *(const char *) g_ptr_array_index (self->cells, 0) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* "LE" or "BE" where every other byte of the beginning is 0, else NULL. */
static const char *
guess_utf16 (const char *data, gsize size)
{
  const gsize n = MIN (size, 4096) / 2;
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < n; i++)
    {
      even += data[2 * i] == '\0' ? 1 : 0;
      odd += data[2 * i + 1] == '\0' ? 1 : 0;
    }
  if (n >= 4 && odd > n / 2 && even < n / 10)
    return "\xff\xfe";
  if (n >= 4 && even > n / 2 && odd < n / 10)
    return "\xfe\xff";

  return NULL;
}

static gboolean
is_letter (const char *data, gsize size, gsize at)
{
  return at < size && (g_ascii_isalpha (data[at]) || (guchar) data[at] >= 0xc0);
}

/* Letters of Polish, Czech or Hungarian inside of words where western Europe has signs: "Wis³a", "¯aba", "z³". */
static gboolean
looks_central_european (const char *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      const gboolean before = i > 0 && is_letter (data, size, i - 1), after = is_letter (data, size, i + 1);

      switch ((guchar) data[i])
        {
        case 0xb3: /* ł */
          if (before && (after || g_ascii_tolower (data[i - 1]) == 'z'))
            return TRUE;
          break;
        case 0xb9: /* ą */
        case 0xbf: /* ż */
        case 0x9f: /* ź */
          if (before && after)
            return TRUE;
          break;
        case 0xa3: /* Ł */
        case 0xa5: /* Ą */
        case 0xaf: /* Ż */
        case 0x8f: /* Ź */
          if (after && !before)
            return TRUE;
          break;
        default:
          break;
        }
    }

  return FALSE;
}

char *
foothold_csv_decode (const char *data,
                     gsize size,
                     const char *charset,
                     const char **found,
                     gsize *length,
                     gboolean *lossy)
{
  const gboolean is_utf16 = charset != NULL && strcmp (charset, "UTF-16") == 0;
  const char *mark;

  if (charset != NULL && !is_utf16)
    {
      *found = g_intern_string (charset);
      return foothold_charset_decode (data, size, charset, length, lossy);
    }
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      *found = "UTF-16";
      return foothold_charset_to_utf8 (data, size, length, lossy);
    }
  mark = guess_utf16 (data, size);
  if (mark == NULL && is_utf16)
    mark = "\xff\xfe";
  if (mark != NULL)
    {
      g_autoptr (GString) marked = g_string_new_len (mark, 2);

      g_string_append_len (marked, data, (gssize) size);
      *found = "UTF-16";
      return foothold_charset_to_utf8 (marked->str, marked->len, length, lossy);
    }

  *found = g_utf8_validate_len (data, size, NULL) ? "UTF-8"
           : looks_central_european (data, size)  ? "Windows-1250"
                                                  : "Windows-1252";
  return foothold_charset_decode (data, size, *found, length, lossy);
}
