// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-import-csv.h"

/* What each column is, and each word of the column of states: proposed by the look, changed by a person, remembered as
 * text; and what is left to be asked. */

gboolean
foothold_csv_field_is_repeatable (const char *field)
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
  const int other =
    entry != NULL && !foothold_csv_field_is_repeatable (entry->slug) ? foothold_csv_look_find (self, entry->slug) : -1;

  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (field == NULL || entry != NULL);

  if (other >= 0)
    ((FootholdCsvColumn *) g_ptr_array_index (self->columns, (guint) other))->field = NULL;
  ((FootholdCsvColumn *) g_ptr_array_index (self->columns, column))->field = entry != NULL ? entry->slug : NULL;
  ((FootholdCsvColumn *) g_ptr_array_index (self->columns, column))->chosen = TRUE;
}

/* The only column that is called so, or -1. */
static int
find_header (const FootholdCsvLook *self, const char *header)
{
  int found = -1;

  for (guint i = 0; *header != '\0' && i < self->columns->len; i++)
    if (strcmp (((FootholdCsvColumn *) g_ptr_array_index (self->columns, i))->header, header) == 0)
      {
        if (found >= 0)
          return -1;
        found = (int) i;
      }

  return found;
}

/* The column of @self that is the @n-th of @before, or -1. */
static int
find_same_column (const FootholdCsvLook *self, const FootholdCsvLook *before, guint n)
{
  const char *header = ((FootholdCsvColumn *) g_ptr_array_index (before->columns, n))->header;
  const int named = find_header (before, header) >= 0 ? find_header (self, header) : -1;

  if (named >= 0 || self->columns->len != before->columns->len)
    return named;
  /* what has another name now is where it was, unless that one was elsewhere */
  header = ((FootholdCsvColumn *) g_ptr_array_index (self->columns, n))->header;
  return find_header (self, header) >= 0 && find_header (before, header) >= 0 ? -1 : (int) n;
}

void
foothold_csv_look_carry (FootholdCsvLook *self, const FootholdCsvLook *before)
{
  GHashTableIter iter;
  gpointer word, slug;

  for (guint i = 0; i < before->columns->len; i++)
    {
      const FootholdCsvColumn *old = g_ptr_array_index (before->columns, i);
      const int n = find_same_column (self, before, i);
      FootholdCsvColumn *column = n >= 0 ? g_ptr_array_index (self->columns, (guint) n) : NULL;

      if (column != NULL && old->chosen)
        foothold_csv_look_set_field (self, (guint) n, old->field);
      if (column != NULL && column->order == FOOTHOLD_DAY_ORDER_ASK
          && (old->order == FOOTHOLD_DAY_ORDER_DAY || old->order == FOOTHOLD_DAY_ORDER_MONTH))
        column->order = old->order;
    }
  g_hash_table_iter_init (&iter, before->stages);
  while (g_hash_table_iter_next (&iter, &word, &slug))
    g_hash_table_replace (self->stages, g_strdup (word), slug);
}

static gboolean
is_date (const char *field)
{
  return g_str_has_suffix (field, "_on") || strcmp (field, "apply_by") == 0;
}

/* The first column of dates that waits to be told its order, or NULL. */
static const FootholdCsvColumn *
find_question (const FootholdCsvLook *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (self->columns, i);

      if (column->order != FOOTHOLD_DAY_ORDER_ASK)
        continue;
      if (self->part == FOOTHOLD_LINKEDIN_CONNECTIONS || (column->field != NULL && is_date (column->field)))
        return column;
    }
  return NULL;
}

gboolean
foothold_csv_look_has_question (const FootholdCsvLook *self)
{
  return find_question (self) != NULL;
}

gboolean
foothold_csv_report_order (const char *either,
                           FootholdDayOrder order,
                           const char *where,
                           const FootholdSink *sink,
                           GError **error)
{
  g_autofree char *asked = NULL;

  if (either == NULL)
    return sink->problem (sink->user_data, where, FOOTHOLD_ANSWERED_DATES,
                          order == FOOTHOLD_DAY_ORDER_DAY ? _ ("The day comes first in its dates, as you said.")
                                                          : _ ("The month comes first in its dates, as you said."),
                          error);

  /* Translators: a date of a file such as “3/4/2026” */
  asked = g_strdup_printf (_ ("Whether day or month comes first in “%s” is told by none of its dates."), either);
  return sink->problem (sink->user_data, where, FOOTHOLD_ASKS_DATES, asked, error);
}

gboolean
foothold_csv_look_settle (FootholdCsvLook *self, const char *name, const FootholdSink *sink, GError **error)
{
  const FootholdImportAnswers *answers = sink->answers;
  const FootholdCsvColumn *question;
  GHashTableIter iter;
  gpointer word, slug;

  if (answers == NULL || self->own)
    return TRUE;
  g_hash_table_iter_init (&iter, answers->stages);
  while (g_hash_table_iter_next (&iter, &word, &slug))
    g_hash_table_replace (self->stages, g_strdup (word), slug);
  for (guint i = 0; i < self->columns->len && answers->order != FOOTHOLD_DAY_ORDER_NONE; i++)
    {
      FootholdCsvColumn *column = g_ptr_array_index (self->columns, i);

      if (column->order == FOOTHOLD_DAY_ORDER_ASK)
        {
          column->order = answers->order;
          self->told_order = TRUE;
        }
    }

  question = find_question (self);
  if (question == NULL && !self->told_order)
    return TRUE;
  return foothold_csv_report_order (question != NULL ? question->either : NULL, answers->order, name, sink, error);
}

/* --- the mapping as text: "1 title state apply_by/day - charset=UTF-16 delimiter=; header=3 stage:Wunsch=opportunity"
 * ---
 */

/* What may stand behind the columns. */
#define CHARSET "charset="
#define DELIMITER "delimiter="
#define HEADER "header="
#define STAGE "stage:"

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_stages (const FootholdCsvLook *self, GString *text)
{
  g_autoptr (GPtrArray) words = g_hash_table_get_keys_as_ptr_array (self->stages);

  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *slug = g_hash_table_lookup (self->stages, word);
      g_autofree char *escaped = g_uri_escape_string (word, NULL, FALSE);

      g_string_append_printf (text, " " STAGE "%s=%s", escaped, slug != NULL ? slug : "-");
    }
}

char *
foothold_csv_look_mapping_to_text (const FootholdCsvLook *self, const FootholdCsvHints *hints)
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
  if (hints != NULL && hints->charset != NULL)
    g_string_append_printf (text, " " CHARSET "%s", hints->charset);
  /* a tab would be read as space between words */
  if (hints != NULL && hints->delimiter != '\0')
    g_string_append_printf (text, " " DELIMITER "%d", hints->delimiter);
  if (hints != NULL && hints->header_line >= 0)
    g_string_append_printf (text, " " HEADER "%d", hints->header_line);
  append_stages (self, text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

FootholdCsvHints
foothold_csv_hints_from_text (const char *text)
{
  FootholdCsvHints hints = FOOTHOLD_CSV_NO_HINTS;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (words[i], CHARSET))
        for (guint j = 0; foothold_csv_charsets[j] != NULL; j++)
          if (strcmp (words[i] + strlen (CHARSET), foothold_csv_charsets[j]) == 0)
            hints.charset = foothold_csv_charsets[j];
      if (g_str_has_prefix (words[i], DELIMITER))
        {
          const int c = atoi (words[i] + strlen (DELIMITER));

          if (c > 0 && c < 128 && strchr (FOOTHOLD_CSV_DELIMITERS, c) != NULL)
            hints.delimiter = (char) c;
        }
      if (g_str_has_prefix (words[i], HEADER) && g_ascii_isdigit (words[i][strlen (HEADER)]))
        hints.header_line = CLAMP (atoi (words[i] + strlen (HEADER)), 0, 1000000);
    }

  return hints;
}

static gboolean
is_column_word (const char *word)
{
  g_autofree char *field = g_strndup (word, strcspn (word, "/"));

  return strcmp (field, "-") == 0 || foothold_list_find (&foothold_csv_fields, field) != NULL;
}

static void
take_column (FootholdCsvColumn *column, const char *word)
{
  g_autofree char *field = g_strndup (word, strcspn (word, "/"));
  const FootholdListEntry *entry = foothold_list_find (&foothold_csv_fields, field);

  column->field = entry != NULL ? entry->slug : NULL;
  column->confidence = 100;
  column->chosen = TRUE;
  /* what the rows tell of themselves counts more than what those of another day did */
  if (column->order == FOOTHOLD_DAY_ORDER_ASK && g_str_has_suffix (word, "/day"))
    column->order = FOOTHOLD_DAY_ORDER_DAY;
  else if (column->order == FOOTHOLD_DAY_ORDER_ASK && g_str_has_suffix (word, "/month"))
    column->order = FOOTHOLD_DAY_ORDER_MONTH;
}

static void
take_stage (FootholdCsvLook *self, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *word = equals != NULL ? g_uri_unescape_segment (text, equals, NULL) : NULL;
  const FootholdListEntry *entry = equals != NULL ? foothold_list_find (&foothold_csv_stages, equals + 1) : NULL;

  if (word != NULL && g_utf8_validate (word, -1, NULL) && (entry != NULL || strcmp (equals + 1, "-") == 0))
    g_hash_table_replace (self->stages, g_steal_pointer (&word), entry != NULL ? (gpointer) entry->slug : NULL);
}

gboolean
foothold_csv_look_take_mapping (FootholdCsvLook *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const guint n = g_strv_length (words);

  if (n < self->columns->len + 1 || strcmp (words[0], "1") != 0)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (i <= self->columns->len ? !is_column_word (words[i]) : strpbrk (words[i], "=") == NULL)
      return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    take_column (g_ptr_array_index (self->columns, i), words[i + 1]);
  for (guint i = self->columns->len + 1; i < n; i++)
    if (g_str_has_prefix (words[i], STAGE))
      take_stage (self, words[i] + strlen (STAGE));

  return TRUE;
}
