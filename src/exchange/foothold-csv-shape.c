// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-csv-shape.h"

#include <string.h>

#include "exchange/foothold-csv.h"
#include "exchange/foothold-linkedin.h"
#include "exchange/foothold-text-names.h"

/* The delimiter that gives even rows and known names, and the row of names. */

/* Records by which the delimiter is judged. */
#define JUDGED 50
#define HEADER_LENGTH 80

/* --- the row of names --- */

const char *
foothold_csv_field_of_header (const char *cell)
{
  g_autofree char *name = g_strstrip (g_strdup (cell));
  const FootholdListEntry *entry;
  gboolean day_first;

  /* "Deadline:", "Company *" */
  for (gsize n = strlen (name); n > 0 && strchr (":*?# ", name[n - 1]) != NULL; n--)
    name[n - 1] = '\0';
  if (*name == '\0' || strlen (name) > HEADER_LENGTH)
    return NULL;

  entry = foothold_text_names_lookup (name, &day_first);
  return entry != NULL && strcmp (entry->slug, "extra") != 0 ? entry->slug : NULL;
}

/* How many different fields the cells name. */
static guint
count_fields (GPtrArray *cells)
{
  const char *seen[64];
  guint n = 0;

  for (guint i = 0; i < cells->len && n < G_N_ELEMENTS (seen); i++)
    {
      const char *field = foothold_csv_field_of_header (g_ptr_array_index (cells, i));
      gboolean known = field == NULL;

      for (guint j = 0; j < n && !known; j++)
        known = seen[j] == field;
      if (!known)
        seen[n++] = field;
    }

  return n;
}

/* Short, different words in every cell and no digit anywhere: how names of columns look, whatever they are. */
static gboolean
looks_like_names (GPtrArray *cells)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (cells->len < 2)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (*cell == '\0' || strlen (cell) > HEADER_LENGTH || strpbrk (cell, "0123456789.!?@\n") != NULL
          || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }

  return TRUE;
}

/* As commas of a sentence are. */
static gboolean
is_spaced (GPtrArray *cells)
{
  for (guint i = 1; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) == ' ')
      return TRUE;

  return FALSE;
}

static gboolean
has_digit (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (strpbrk (g_ptr_array_index (cells, i), "0123456789") != NULL)
      return TRUE;

  return FALSE;
}

static FootholdCsvShape
judge (const char *text, gsize length, char delimiter, int header_line)
{
  g_auto (FootholdCsvReader) reader;
  guint counts[JUDGED] = { 0 };
  FootholdCsvShape shape = { .delimiter = delimiter };
  gboolean names = FALSE, digits = FALSE, linkedin = FALSE;
  FootholdLinkedinPart part;

  foothold_csv_reader_init (&reader, text, length, delimiter);
  while (shape.n < JUDGED && foothold_csv_reader_next (&reader))
    {
      if (header_line < 0 ? shape.n < FOOTHOLD_CSV_HEADER_WITHIN : reader.line == (guint) header_line)
        {
          const guint n = count_fields (reader.cells);

          if (n > shape.n_fields || header_line > 0)
            {
              shape.n_fields = n;
              shape.header = shape.n + 1;
            }
        }
      if (shape.n == 0)
        {
          names = looks_like_names (reader.cells);
          linkedin = foothold_linkedin_table (reader.cells, &part) != NULL;
        }
      shape.spaced = shape.spaced || is_spaced (reader.cells);
      if (shape.n > 0)
        digits = digits || has_digit (reader.cells);
      counts[shape.n++] = reader.cells->len;
    }
  for (guint i = 0; i < shape.n; i++)
    {
      guint even = 0;

      for (guint j = 0; j < shape.n; j++)
        even += counts[j] == counts[i] ? 1 : 0;
      if (even > shape.even || (even == shape.even && counts[i] > shape.columns))
        {
          shape.even = even;
          shape.columns = counts[i];
        }
    }

  /* one known word alone may stand in any text: a row of names has two, or is the only row of one column */
  if (header_line < 0 && shape.n_fields == 1 && shape.header != 1)
    shape.n_fields = shape.header = 0;
  /* names above numbers; or several rows of several words, evenly divided, which prose is not */
  if (header_line < 0 && shape.header == 0 && names
      && (digits || linkedin || (!shape.spaced && shape.columns >= 3 && shape.n >= 3 && shape.even == shape.n)))
    shape.header = 1;
  shape.header_cells = shape.header > 0 ? counts[shape.header - 1] : 0;
  for (guint i = MAX (shape.header, 1) - 1; i < shape.n; i++)
    shape.n_wide += counts[i] > 1 ? 1 : 0;

  return shape;
}

static guint
score (const FootholdCsvShape *shape)
{
  if (shape->n == 0 || shape->columns < 2)
    return shape->n_fields * 10;
  return shape->even * 100 / shape->n + shape->n_fields * 50 + MIN (shape->columns, 50);
}

/* "sep=;", the line that Excel takes for the delimiter; its length, or 0. */
static gsize
separator_line (const char *text, gsize length, char *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || (text[5] != '\n' && text[5] != '\r'))
    return 0;

  *delimiter = text[4];
  return text[5] == '\r' && length > 6 && text[6] == '\n' ? 7 : 6;
}

FootholdCsvShape
foothold_csv_shape_find (const char *text, gsize length, const FootholdCsvHints *hints)
{
  FootholdCsvShape best = { 0 };
  char given = '\0';
  const gsize skip = separator_line (text, length, &given);
  int header_line = hints != NULL ? hints->header_line : -1;

  /* what a person says is a line of the file, of which the first may be no record */
  if (skip > 0 && header_line > 0)
    header_line--;
  if (hints != NULL && hints->delimiter != '\0')
    given = hints->delimiter;
  if (given != '\0' && strchr (FOOTHOLD_CSV_DELIMITERS, given) != NULL)
    best = judge (text + skip, length - skip, given, header_line);
  else
    for (guint i = 0; i < strlen (FOOTHOLD_CSV_DELIMITERS); i++)
      {
        const FootholdCsvShape shape = judge (text + skip, length - skip, FOOTHOLD_CSV_DELIMITERS[i], header_line);

        if (i == 0 || score (&shape) > score (&best))
          best = shape;
      }
  best.skip = skip;

  return best;
}

gboolean
foothold_csv_is_table (const char *text, gsize length)
{
  const FootholdCsvShape shape = foothold_csv_shape_find (text, length, NULL);

  if (shape.columns < 2)
    return FALSE;
  /* without names it is one by its shape alone: a person says what its columns are */
  if (shape.header == 0)
    return shape.columns >= 3 && shape.n >= 2 && shape.even == shape.n && !shape.spaced;
  if (shape.n_fields >= 2)
    return shape.n_fields * 4 >= shape.header_cells && shape.n_wide * 2 > shape.n - shape.header + 1;

  return shape.n >= 2 && shape.even == shape.n;
}
