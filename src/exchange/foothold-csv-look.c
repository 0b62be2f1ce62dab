// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-csv-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv-shape.h"
#include "exchange/foothold-csv.h"
#include "exchange/foothold-export.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-linkedin.h"
#include "store/foothold-dump-table.h"
#include "store/foothold-rows.h"

/*
 * What a table is made of, found by looking at it: its columns, the order of day and month by
 * all rows of a column, the words that a column repeats.
 */

#define SAMPLES 5
/* More different words than this, or longer ones, are no stages. */
#define VALUES 24
#define VALUE_LENGTH 60
/* As much of a row as tells it from others. */
#define HEAD_LENGTH 120

static void
column_free (FootholdCsvColumn *column)
{
  g_free (column->header);
  g_free (column->either);
  g_clear_pointer (&column->values, g_ptr_array_unref);
  g_free (column);
}

static void
head_free (FootholdCsvHead *head)
{
  g_free (head->text);
  g_free (head);
}

void
foothold_csv_look_free (FootholdCsvLook *self)
{
  g_free (self->preamble);
  g_free (self->signature);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->samples);
  g_ptr_array_unref (self->heads);
  g_hash_table_unref (self->stages);
  g_free (self);
}

/* --- our own export --- */

static gboolean
is_own_column (const char *name)
{
  static const char *const more[] = {
    "id", "hours_min", "hours_max", "hours_applying", "skills", "tags", "deliverables"
  };

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

/* A table that is for looking at elsewhere: what stands in it is told from several records, and none can be made of it.
 */
static gboolean
refuse_own_other (GPtrArray *cells, GError **error)
{
  static const struct
  {
    const FootholdDumpTable *table;
    FootholdExportTable name;
  } others[] = {
    { &foothold_dump_applications, FOOTHOLD_EXPORT_APPLICATIONS },
    { &foothold_dump_application_history, FOOTHOLD_EXPORT_HISTORY },
    { &foothold_dump_people, FOOTHOLD_EXPORT_PEOPLE },
    { &foothold_dump_stories, FOOTHOLD_EXPORT_STORIES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint n = 0;

      while (n < MIN (cells->len, others[i].table->n_columns)
             && strcmp (g_ptr_array_index (cells, n), others[i].table->columns[n].name) == 0)
        n++;
      if (n < others[i].table->n_columns || n < cells->len)
        continue;
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                   /* Translators: %s is the name of a table, such as “People” */
                   _ ("This is Foothold’s own table “%s”, which is made for spreadsheets and cannot come back. Nothing "
                      "was imported. Export everything as JSON, or contacts as vCard, and import that."),
                   foothold_list_name (&foothold_export_tables, foothold_export_tables.entries[others[i].name].slug));
      return TRUE;
    }

  return FALSE;
}

/* --- columns --- */

typedef struct
{
  gboolean day, month, either; /* "23/4/2026", "4/23/2026", "3/4/2026" */
  guint n, n_urls;
  char first_either[32];
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
    {
      if (!evidence->either)
        g_strlcpy (evidence->first_either, cell, sizeof evidence->first_either);
      evidence->either = TRUE;
    }
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

/* Which different words the column has, until they are too many. */
static void
note_value (FootholdCsvColumn *column, const char *cell)
{
  g_autofree char *word = column->values != NULL ? g_strstrip (g_strdup (cell)) : NULL;

  if (word == NULL || *word == '\0')
    return;
  for (guint i = 0; i < column->values->len; i++)
    if (strcmp (g_ptr_array_index (column->values, i), word) == 0)
      return;
  if (column->values->len == VALUES || strlen (word) > VALUE_LENGTH)
    g_clear_pointer (&column->values, g_ptr_array_unref);
  else
    g_ptr_array_add (column->values, g_steal_pointer (&word));
}

/* Whether a column that has the very name of @field is there besides @column, which is only called something like it.
 */
static gboolean
is_another (const FootholdCsvLook *self, const FootholdCsvColumn *column, const char *field)
{
  if (g_ascii_strcasecmp (column->header, field) == 0)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (g_ascii_strcasecmp (((const FootholdCsvColumn *) g_ptr_array_index (self->columns, i))->header, field) == 0)
      return TRUE;

  return FALSE;
}

static void
propose (FootholdCsvLook *self, guint n, const Evidence *evidence)
{
  FootholdCsvColumn *column = g_ptr_array_index (self->columns, n);
  const char *field = foothold_csv_field_of_header (column->header);

  column->order = order_of (evidence);
  if (column->order == FOOTHOLD_DAY_ORDER_ASK)
    /* of rows that contradict each other there may be none */
    column->either = evidence->either ? g_utf8_make_valid (evidence->first_either, -1) : g_strdup (column->header);
  /* LinkedIn writes the month first, in every language */
  if (self->part == FOOTHOLD_LINKEDIN_SAVED_JOBS && column->order == FOOTHOLD_DAY_ORDER_ASK
      && !(evidence->day && evidence->month))
    column->order = FOOTHOLD_DAY_ORDER_MONTH;
  /* a person is no opportunity, and read by names alone */
  if (self->part == FOOTHOLD_LINKEDIN_CONNECTIONS)
    return;
  if (field != NULL
      && (foothold_csv_field_is_repeatable (field)
          || (foothold_csv_look_find (self, field) < 0 && !is_another (self, column, field))))
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
      column->values = g_ptr_array_new_with_free_func (g_free);
      g_string_append_printf (joined, "%s\x1f", column->header);
      g_ptr_array_add (self->columns, column);
    }
  self->signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined->str, (gssize) joined->len);
}

/* The beginnings of the first records, so that a person can say which of them is the row of names. */
static void
add_head (FootholdCsvLook *self, guint line, GPtrArray *cells)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FootholdCsvHead *head;

  for (guint i = 0; i < cells->len && text->len < HEAD_LENGTH; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", (char *) g_ptr_array_index (cells, i));
  head = g_new (FootholdCsvHead, 1);
  head->line = line;
  head->text = foothold_html_to_line (text->str, -1);
  foothold_text_truncate (head->text, HEAD_LENGTH);
  g_ptr_array_add (self->heads, head);
}

static gboolean
look_through (FootholdCsvLook *self, const char *text, gsize length, const FootholdCsvShape *shape, GError **error)
{
  g_auto (FootholdCsvReader) reader;
  g_autoptr (GString) preamble = g_string_new (NULL);
  g_autofree Evidence *evidence = g_new0 (Evidence, FOOTHOLD_LIMIT_CSV_COLUMNS);

  foothold_csv_reader_init (&reader, text, length, shape->delimiter);
  for (guint n = 1; foothold_csv_reader_next (&reader); n++)
    {
      if (n <= FOOTHOLD_CSV_HEADER_WITHIN)
        add_head (self, reader.line + (shape->skip > 0 ? 1 : 0), reader.cells);
      if (n < shape->header)
        {
          for (guint i = 0; i < reader.cells->len && preamble->len < FOOTHOLD_LIMIT_TEXT; i++)
            g_string_append_printf (preamble, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (reader.cells, i));
          g_string_append_c (preamble, '\n');
          continue;
        }
      if (n == shape->header)
        {
          if (refuse_own_other (reader.cells, error))
            return FALSE;
          self->header_line = reader.line;
          self->own = is_own (reader.cells);
          self->linkedin = foothold_linkedin_table (reader.cells, &self->part);
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
        {
          note_cell (&evidence[i], g_ptr_array_index (reader.cells, i));
          note_value (g_ptr_array_index (self->columns, i), g_ptr_array_index (reader.cells, i));
        }
    }

  for (guint i = 0; i < self->columns->len; i++)
    propose (self, i, &evidence[i]);
  if (preamble->len > 0)
    self->preamble = g_strchomp (g_string_free_and_steal (g_steal_pointer (&preamble)));
  return TRUE;
}

FootholdCsvLook *
foothold_csv_look (GBytes *bytes, const FootholdCsvHints *hints, GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (FootholdCsvLook) self = g_new0 (FootholdCsvLook, 1);
  g_autofree char *text = NULL;
  FootholdCsvShape shape;

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (size > FOOTHOLD_LIMIT_CSV_FILE)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The table is larger than %d MiB. Nothing was imported. Divide it into several files."),
                   FOOTHOLD_LIMIT_CSV_FILE / FOOTHOLD_LIMIT_MIB);
      return NULL;
    }

  text = foothold_csv_decode (data, size, hints != NULL ? hints->charset : NULL, &self->charset, &length, &self->lossy);
  shape = foothold_csv_shape_find (text, length, hints);
  self->delimiter = shape.delimiter;
  self->guarded = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  if (!look_through (self, text + shape.skip, length - shape.skip, &shape, error))
    return NULL;
  if (shape.skip > 0)
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

FootholdCsvLook *
foothold_csv_look_told (GBytes *bytes, const FootholdImportAnswers *answers, GError **error)
{
  FootholdCsvHints hints = FOOTHOLD_CSV_NO_HINTS;

  hints.charset = foothold_import_answers_get_charset (answers);
  return foothold_csv_look (bytes, &hints, error);
}
