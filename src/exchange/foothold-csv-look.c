// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-csv-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-linkedin.h"
#include "store/foothold-rows.h"

/*
 * What a table is made of, found by looking at it: the delimiter that gives even rows and known
 * names, the row of names, the order of day and month by all rows of a column.
 */

/* Records in which the row of names is looked for, and by which the delimiter is judged. */
#define HEADER_WITHIN 20
#define JUDGED 50
#define SAMPLES 5
#define HEADER_LENGTH 80

static void
column_free (FootholdCsvColumn *column)
{
  g_free (column->header);
  g_free (column);
}

void
foothold_csv_look_free (FootholdCsvLook *self)
{
  g_free (self->preamble);
  g_free (self->signature);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/* --- the row of names --- */

static const char *
field_of_header (const char *cell)
{
  g_autofree char *name = g_strstrip (g_strdup (cell));
  const FootholdListEntry *entry;

  /* "Deadline:", "Company *" */
  for (gsize n = strlen (name); n > 0 && strchr (":*?# ", name[n - 1]) != NULL; n--)
    name[n - 1] = '\0';
  if (*name == '\0' || strlen (name) > HEADER_LENGTH)
    return NULL;

  entry = foothold_list_lookup (&foothold_csv_fields, name);
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
      const char *field = field_of_header (g_ptr_array_index (cells, i));
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

static gboolean
has_digit (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (strpbrk (g_ptr_array_index (cells, i), "0123456789") != NULL)
      return TRUE;

  return FALSE;
}

typedef struct
{
  char delimiter;
  guint n; /* records judged */
  guint columns; /* the most frequent number of cells */
  guint even; /* records that have it */
  guint n_fields; /* known names in the row of names */
  guint header; /* its record, from 1; 0: none */
  guint header_cells;
  guint n_wide; /* records from there on with more than one cell */
} Shape;

static Shape
judge (const char *text, gsize length, char delimiter)
{
  g_auto (FootholdCsvReader) reader;
  guint counts[JUDGED] = { 0 };
  Shape shape = { .delimiter = delimiter };
  gboolean names = FALSE, digits = FALSE;

  foothold_csv_reader_init (&reader, text, length, delimiter);
  while (shape.n < JUDGED && foothold_csv_reader_next (&reader))
    {
      if (shape.n < HEADER_WITHIN)
        {
          const guint n = count_fields (reader.cells);

          if (n > shape.n_fields)
            {
              shape.n_fields = n;
              shape.header = shape.n + 1;
            }
        }
      if (shape.n == 0)
        names = looks_like_names (reader.cells);
      else
        digits = digits || has_digit (reader.cells);
      counts[shape.n++] = reader.cells->len;
    }
  /* one known word alone may stand in any text: a row of names has two, or is the only row of one column */
  if (shape.n_fields == 1 && shape.header != 1)
    shape.n_fields = shape.header = 0;
  if (shape.header == 0 && names && digits)
    shape.header = 1;
  shape.header_cells = shape.header > 0 ? counts[shape.header - 1] : 0;
  for (guint i = MAX (shape.header, 1) - 1; i < shape.n; i++)
    shape.n_wide += counts[i] > 1 ? 1 : 0;

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

  return shape;
}

static guint
score (const Shape *shape)
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

static Shape
find_shape (const char *text, gsize length)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  Shape best = { 0 };
  char given;
  const gsize skip = separator_line (text, length, &given);

  if (skip > 0 && strchr (",;\t|", given) != NULL)
    return judge (text + skip, length - skip, given);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      const Shape shape = judge (text, length, delimiters[i]);

      if (i == 0 || score (&shape) > score (&best))
        best = shape;
    }

  return best;
}

gboolean
foothold_csv_is_table (const char *text, gsize length)
{
  const Shape shape = find_shape (text, length);

  if (shape.columns < 2 || shape.header == 0)
    return FALSE;
  if (shape.n_fields >= 2)
    return shape.n_fields * 4 >= shape.header_cells && shape.n_wide * 2 > shape.n - shape.header + 1;

  return shape.n >= 2 && shape.even == shape.n;
}

/* --- our own export --- */

static gboolean
is_own_column (const char *name)
{
  static const char *const more[] = { "id", "hours_min", "hours_max", "skills", "deliverables" };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (strcmp (name, more[i]) == 0)
      return TRUE;

  return foothold_row_type_find (&foothold_opportunity_row_type, name) != NULL;
}

static gboolean
is_own (GPtrArray *cells)
{
  if (cells->len < 10 || strcmp (g_ptr_array_index (cells, 0), "id") != 0)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    if (!is_own_column (g_ptr_array_index (cells, i)))
      return FALSE;

  return TRUE;
}

/* --- columns --- */

typedef struct
{
  gboolean day, month, either; /* "23/4/2026", "4/23/2026", "3/4/2026" */
  guint n, n_urls;
} Evidence;

/* "3/4/2026", "03-04-26", with or without a time behind; the first two numbers. */
static gboolean
is_short_date (const char *cell, int *first, int *second)
{
  int numbers[3] = { 0 };
  guint digits[3] = { 0 };
  char separator = '\0';

  while (g_ascii_isspace (*cell))
    cell++;
  for (guint i = 0; i < 3; i++)
    {
      for (; g_ascii_isdigit (*cell); cell++)
        if (digits[i]++ < 5)
          numbers[i] = numbers[i] * 10 + (*cell - '0');
      if (i == 2)
        break;
      if (digits[i] < 1 || digits[i] > 2 || (*cell != '/' && *cell != '-') || (i == 1 && *cell != separator))
        return FALSE;
      separator = *cell++;
    }
  *first = numbers[0];
  *second = numbers[1];

  return (digits[2] == 2 || digits[2] == 4) && (*cell == '\0' || g_ascii_isspace (*cell) || *cell == ',');
}

static void
note_cell (Evidence *evidence, const char *cell)
{
  int first, second;

  if (*cell == '\0')
    return;
  evidence->n++;
  if (g_ascii_strncasecmp (cell, "http://", 7) == 0 || g_ascii_strncasecmp (cell, "https://", 8) == 0)
    evidence->n_urls++;
  if (!is_short_date (cell, &first, &second))
    return;
  if (first > 12)
    evidence->day = TRUE;
  else if (second > 12)
    evidence->month = TRUE;
  else if (first != second)
    evidence->either = TRUE;
}

static FootholdDayOrder
order_of (const Evidence *evidence)
{
  if (evidence->day && evidence->month)
    return FOOTHOLD_DAY_ORDER_ASK;
  if (evidence->day)
    return FOOTHOLD_DAY_ORDER_DAY;
  if (evidence->month)
    return FOOTHOLD_DAY_ORDER_MONTH;
  return evidence->either ? FOOTHOLD_DAY_ORDER_ASK : FOOTHOLD_DAY_ORDER_NONE;
}

static gboolean
is_repeatable (const char *field)
{
  static const char *const names[] = { "extra", "notes", "skills", "deliverables", "contacts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (field, names[i]) == 0)
      return TRUE;

  return FALSE;
}

int
foothold_csv_look_find (const FootholdCsvLook *self, const char *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (((FootholdCsvColumn *) g_ptr_array_index (self->columns, i))->field, field) == 0)
      return (int) i;

  return -1;
}

void
foothold_csv_look_set_field (FootholdCsvLook *self, guint column, const char *field)
{
  const FootholdListEntry *entry = field != NULL ? foothold_list_find (&foothold_csv_fields, field) : NULL;
  const int other = entry != NULL && !is_repeatable (entry->slug) ? foothold_csv_look_find (self, entry->slug) : -1;

  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (field == NULL || entry != NULL);

  if (other >= 0)
    ((FootholdCsvColumn *) g_ptr_array_index (self->columns, (guint) other))->field = NULL;
  ((FootholdCsvColumn *) g_ptr_array_index (self->columns, column))->field = entry != NULL ? entry->slug : NULL;
}

static void
propose (FootholdCsvLook *self, guint n, const Evidence *evidence)
{
  FootholdCsvColumn *column = g_ptr_array_index (self->columns, n);
  const char *field = field_of_header (column->header);

  column->order = order_of (evidence);
  /* LinkedIn writes the month first, in every language */
  if (self->saved_jobs && column->order == FOOTHOLD_DAY_ORDER_ASK && !(evidence->day && evidence->month))
    column->order = FOOTHOLD_DAY_ORDER_MONTH;
  if (field != NULL && (is_repeatable (field) || foothold_csv_look_find (self, field) < 0))
    {
      column->field = field;
      column->confidence = 90;
    }
  else if (evidence->n > 0 && evidence->n_urls == evidence->n && foothold_csv_look_find (self, "url") < 0)
    {
      column->field = "url";
      column->confidence = 60;
    }
  else if (*column->header != '\0')
    {
      /* nothing that somebody wrote is lost */
      column->field = "extra";
      column->confidence = 10;
    }
}

gboolean
foothold_csv_look_has_question (const FootholdCsvLook *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (self->columns, i);

      if (column->order == FOOTHOLD_DAY_ORDER_ASK && column->field != NULL && g_str_has_suffix (column->field, "_on"))
        return TRUE;
      if (column->order == FOOTHOLD_DAY_ORDER_ASK && g_strcmp0 (column->field, "apply_by") == 0)
        return TRUE;
    }

  return FALSE;
}

/* --- looking --- */

static void
add_sample (FootholdCsvLook *self, GPtrArray *cells)
{
  char **row = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    row[i] = g_strdup (i < cells->len ? g_ptr_array_index (cells, i) : "");
  g_ptr_array_add (self->samples, row);
}

static void
set_columns (FootholdCsvLook *self, GPtrArray *names, guint n)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      FootholdCsvColumn *column = g_new0 (FootholdCsvColumn, 1);

      column->header =
        names != NULL && i < names->len ? g_strstrip (g_strdup (g_ptr_array_index (names, i))) : g_strdup ("");
      g_string_append_printf (joined, "%s\x1f", column->header);
      g_ptr_array_add (self->columns, column);
    }
  self->signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined->str, (gssize) joined->len);
}

static gboolean
look_through (FootholdCsvLook *self, const char *text, gsize length, const Shape *shape, GError **error)
{
  g_auto (FootholdCsvReader) reader;
  g_autoptr (GString) preamble = g_string_new (NULL);
  g_autofree Evidence *evidence = g_new0 (Evidence, FOOTHOLD_LIMIT_CSV_COLUMNS);

  foothold_csv_reader_init (&reader, text, length, shape->delimiter);
  for (guint n = 1; foothold_csv_reader_next (&reader); n++)
    {
      if (n < shape->header)
        {
          for (guint i = 0; i < reader.cells->len && preamble->len < FOOTHOLD_LIMIT_TEXT; i++)
            g_string_append_printf (preamble, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (reader.cells, i));
          g_string_append_c (preamble, '\n');
          continue;
        }
      if (n == shape->header)
        {
          self->header_line = reader.line;
          self->own = is_own (reader.cells);
          self->linkedin = foothold_linkedin_table (reader.cells, &self->saved_jobs);
          set_columns (self, reader.cells, reader.cells->len);
          continue;
        }
      if (self->columns->len == 0)
        set_columns (self, NULL, shape->columns);
      if (self->n_rows == 0)
        self->first_line = reader.line;
      if (++self->n_rows > FOOTHOLD_LIMIT_ENTRIES)
        {
          g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                               _ ("The table has more than a million rows. Nothing was imported."));
          return FALSE;
        }
      self->n_ragged += reader.cells->len != self->columns->len ? 1 : 0;
      if (self->samples->len < SAMPLES)
        add_sample (self, reader.cells);
      for (guint i = 0; i < MIN (reader.cells->len, self->columns->len); i++)
        note_cell (&evidence[i], g_ptr_array_index (reader.cells, i));
    }

  for (guint i = 0; i < self->columns->len; i++)
    propose (self, i, &evidence[i]);
  if (preamble->len > 0)
    self->preamble = g_strchomp (g_string_free_and_steal (g_steal_pointer (&preamble)));
  return TRUE;
}

FootholdCsvLook *
foothold_csv_look (GBytes *bytes, const char *charset, GError **error)
{
  gsize size, length, skip;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (FootholdCsvLook) self = g_new0 (FootholdCsvLook, 1);
  g_autofree char *text = NULL;
  Shape shape;
  char given;

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (size > FOOTHOLD_LIMIT_CSV_FILE)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The table is larger than %d MiB. Nothing was imported. Divide it into several files."),
                   FOOTHOLD_LIMIT_CSV_FILE / FOOTHOLD_LIMIT_MIB);
      return NULL;
    }

  text = foothold_csv_decode (data, size, charset, &self->charset, &length, &self->lossy);
  shape = find_shape (text, length);
  self->delimiter = shape.delimiter;
  self->guarded = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  skip = separator_line (text, length, &given);
  if (!look_through (self, text + skip, length - skip, &shape, error))
    return NULL;
  if (skip > 0)
    {
      self->header_line += self->header_line > 0 ? 1 : 0;
      self->first_line += self->first_line > 0 ? 1 : 0;
    }
  if (self->columns->len == 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The table is empty. Nothing was imported."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* --- the mapping as text: "1 title organisation apply_by/day -" --- */

char *
foothold_csv_look_mapping_to_text (const FootholdCsvLook *self)
{
  g_autoptr (GString) text = g_string_new ("1");

  for (guint i = 0; i < self->columns->len; i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (self->columns, i);

      g_string_append_printf (text, " %s%s", column->field != NULL ? column->field : "-",
                              column->order == FOOTHOLD_DAY_ORDER_DAY     ? "/day"
                              : column->order == FOOTHOLD_DAY_ORDER_MONTH ? "/month"
                                                                          : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

gboolean
foothold_csv_look_take_mapping (FootholdCsvLook *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_length (words) != self->columns->len + 1 || strcmp (words[0], "1") != 0)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *field = g_strndup (words[i + 1], strcspn (words[i + 1], "/"));

      if (strcmp (field, "-") != 0 && foothold_list_find (&foothold_csv_fields, field) == NULL)
        return FALSE;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      FootholdCsvColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *field = g_strndup (words[i + 1], strcspn (words[i + 1], "/"));
      const FootholdListEntry *entry = foothold_list_find (&foothold_csv_fields, field);

      column->field = entry != NULL ? entry->slug : NULL;
      column->confidence = 100;
      /* what the rows tell of themselves counts more than what those of another day did */
      if (column->order == FOOTHOLD_DAY_ORDER_ASK && g_str_has_suffix (words[i + 1], "/day"))
        column->order = FOOTHOLD_DAY_ORDER_DAY;
      else if (column->order == FOOTHOLD_DAY_ORDER_ASK && g_str_has_suffix (words[i + 1], "/month"))
        column->order = FOOTHOLD_DAY_ORDER_MONTH;
    }

  return TRUE;
}
