// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-charset.h"
#include "exchange/foothold-csv.h"
#include "exchange/foothold-html-text.h"
#include "exchange/foothold-import-csv.h"
#include "exchange/foothold-limits.h"
#include "store/foothold-id.h"

/* Of LinkedIn's export: the people one is connected with, and the skills one named. */

#define MET_ON "Connected On"

/* The cell under @name, in whatever case, as one line; NULL where there is none or nothing in it. (transfer full) */
static char *
dup_cell (const FootholdCsvLook *look, GPtrArray *cells, const char *name)
{
  for (guint i = 0; i < MIN (cells->len, look->columns->len); i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (look->columns, i);
      g_autofree char *text = NULL;

      if (g_ascii_strcasecmp (column->header, name) != 0)
        continue;
      text = foothold_html_to_line (g_ptr_array_index (cells, i), -1);
      foothold_text_truncate (text, FOOTHOLD_LIMIT_TITLE);
      return *text != '\0' ? g_steal_pointer (&text) : NULL;
    }

  return NULL;
}

static char *
dup_name (const FootholdCsvLook *look, GPtrArray *cells)
{
  g_autofree char *first = dup_cell (look, cells, "First Name");
  g_autofree char *last = dup_cell (look, cells, "Last Name");

  if (first == NULL || last == NULL)
    return g_strdup (first != NULL ? first : last);
  return g_strconcat (first, " ", last, NULL);
}

/* By the order of its column, which may have been asked for. */
static FootholdDayOrder
date_order (const FootholdCsvLook *look)
{
  for (guint i = 0; i < look->columns->len; i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (look->columns, i);

      if (g_ascii_strcasecmp (column->header, MET_ON) == 0)
        return column->order;
    }

  return FOOTHOLD_DAY_ORDER_NONE;
}

static gboolean
take_date (const FootholdCsvLook *look,
           GPtrArray *cells,
           FootholdPersonRow *person,
           const char *where,
           const FootholdSink *sink,
           GError **error)
{
  g_autofree char *text = dup_cell (look, cells, MET_ON);
  g_autofree char *reason = NULL;

  if (text == NULL)
    return TRUE;
  person->met_on = foothold_csv_read_date (text, date_order (look));
  if (person->met_on != NULL)
    return TRUE;

  reason = date_order (look) == FOOTHOLD_DAY_ORDER_ASK && strspn (text, "0123456789/-") == strlen (text)
             ? g_strdup_printf (_ ("Whether day or month comes first in “%s” is not known; it was left out."), text)
             : g_strdup_printf (_ ("“%s” is not a possible date; it was left out."), text);
  return sink->problem (sink->user_data, where, "met_on", reason, error);
}

gboolean
foothold_linkedin_connection_read (const FootholdCsvLook *look,
                                   GPtrArray *cells,
                                   const char *where,
                                   const FootholdSink *sink,
                                   GError **error)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  FootholdPersonRow *person = (FootholdPersonRow *) row;

  person->name = dup_name (look, cells);
  /* who closed the account is a line without a name */
  if (person->name == NULL)
    return sink->problem (sink->user_data, where, NULL, _ ("The row has no name, so it was left out."), error);
  if (!take_date (look, cells, person, where, sink, error))
    return FALSE;

  person->row.id = foothold_id_next ();
  person->url = dup_cell (look, cells, "URL");
  person->mail = dup_cell (look, cells, "Email Address");
  person->organisation = dup_cell (look, cells, "Company");
  person->job_title = dup_cell (look, cells, "Position");
  person->met_how = g_strdup ("LinkedIn");
  return sink->take_row (sink->user_data, g_steal_pointer (&row), error);
}

/* --- skills --- */

/* Skills.csv is one column: too little to be told by what is in it. */
gboolean
foothold_linkedin_is_skills (GBytes *bytes, const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const gsize skip = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  return name != NULL && foothold_linkedin_part_of_file (name) == FOOTHOLD_LINKEDIN_SKILLS && size > skip + 4
         && g_ascii_strncasecmp (data + skip, "name", 4) == 0 && strchr ("\r\n", data[skip + 4]) != NULL;
}

gboolean
foothold_linkedin_import_skills (GBytes *bytes, const FootholdSink *sink, GCancellable *cancellable, GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *charset;
  gboolean lossy;
  guint n = 0;
  g_autofree char *text = NULL;
  g_auto (FootholdCsvReader) reader = { NULL };

  if (size > FOOTHOLD_LIMIT_CSV_FILE)
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                   _ ("The table is larger than %d MiB. Nothing was imported. Divide it into several files."),
                   FOOTHOLD_LIMIT_CSV_FILE / FOOTHOLD_LIMIT_MIB);
      return FALSE;
    }

  text =
    foothold_csv_decode (data, size, foothold_import_answers_get_charset (sink->answers), &charset, &length, &lossy);
  foothold_csv_reader_init (&reader, text, length, ',');
  while (foothold_csv_reader_next (&reader))
    {
      g_autofree char *name =
        reader.cells->len > 0 ? foothold_html_to_line (g_ptr_array_index (reader.cells, 0), -1) : g_strdup ("");
      FootholdSkillRow *skill;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (reader.line == 1 || *name == '\0')
        continue;
      if (++n > FOOTHOLD_LIMIT_ENTRIES)
        break;
      foothold_text_truncate (name, FOOTHOLD_LIMIT_SKILL_NAME);
      skill = foothold_row_new (&foothold_skill_row_type);
      skill->row.id = foothold_id_next ();
      skill->name = g_steal_pointer (&name);
      if (!sink->take_row (sink->user_data, &skill->row, error))
        return FALSE;
    }
  if (n > 0)
    return TRUE;

  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                       _ ("The table has no rows. Nothing was imported."));
  return FALSE;
}
