// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv.h"
#include "exchange/foothold-limits.h"

/* A table row by row into the sink, following what a look found or a person said. */

static gboolean
report (const FootholdSink *sink, const char *where, const char *field, const char *reason, GError **error)
{
  return sink->problem (sink->user_data, where, field, reason, error);
}

/* Whether any cell holds more than blanks. */
static gboolean
has_text (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    for (const char *at = g_ptr_array_index (cells, i); *at != '\0'; at++)
      if (!g_ascii_isspace (*at))
        return TRUE;

  return FALSE;
}

static gboolean
report_shape (const FootholdCsvLook *look,
              const FootholdCsvReader *reader,
              const char *where,
              const FootholdSink *sink,
              GError **error)
{
  g_autofree char *reason = NULL;

  if (reader->cut && !report (sink, where, "cells", _ ("The row was too long and was cut."), error))
    return FALSE;
  if (reader->cells->len == look->columns->len)
    return TRUE;

  reason = g_strdup_printf (reader->cells->len < look->columns->len
                              ? _ ("The row has %u cells and the table %u columns; what is missing is unknown.")
                              : _ ("The row has %u cells and the table %u columns; what is too much was left out."),
                            reader->cells->len, look->columns->len);
  return report (sink, where, "cells", reason, error);
}

static gboolean
report_columns (const FootholdCsvLook *look, const FootholdSink *sink, GError **error)
{
  if (look->lossy && !report (sink, NULL, "cells", _ ("Some characters of the table could not be read."), error))
    return FALSE;
  for (guint i = 0; i < look->columns->len && !look->own && look->part != FOOTHOLD_LINKEDIN_CONNECTIONS; i++)
    {
      const FootholdCsvColumn *column = g_ptr_array_index (look->columns, i);

      if (column->field == NULL
          && !report (sink, NULL, *column->header != '\0' ? column->header : "cells",
                      _ ("The column has no field here; it was left out."), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_row (const FootholdCsvLook *look, GPtrArray *cells, const char *where, const FootholdSink *sink, GError **error)
{
  FootholdDossier *dossier = NULL;

  if (look->part == FOOTHOLD_LINKEDIN_CONNECTIONS)
    return foothold_linkedin_connection_read (look, cells, where, sink, error);

  return (look->own ? foothold_csv_own_row_read (look, cells, where, sink, &dossier, error)
                    : foothold_csv_row_read (look, cells, where, sink, &dossier, error))
         && (dossier == NULL || sink->take_dossier (sink->user_data, dossier, error));
}

gboolean
foothold_import_csv (GBytes *bytes,
                     const FootholdCsvLook *look,
                     const char *name,
                     const FootholdSink *sink,
                     GCancellable *cancellable,
                     GError **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (FootholdCsvLook) own_look = look == NULL ? foothold_csv_look_told (bytes, sink->answers, error) : NULL;
  g_autofree char *text = NULL;
  g_auto (FootholdCsvReader) reader = { NULL };
  const char *charset;
  gboolean lossy;

  if (look == NULL)
    look = own_look;
  if (look == NULL)
    return FALSE;
  /* it has titles and companies, but of what one did; a person may still say what its columns are */
  if (own_look != NULL && look->part == FOOTHOLD_LINKEDIN_OTHER)
    {
      foothold_linkedin_set_refused (look->linkedin, error);
      return FALSE;
    }
  if (own_look != NULL && !foothold_csv_look_settle (own_look, name, sink, error))
    return FALSE;
  if (!look->own && look->part != FOOTHOLD_LINKEDIN_CONNECTIONS && foothold_csv_look_find (look, "title") < 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                           look->header_line == 0
                             ? _ ("This is a table, but none of its columns has a name that is known. Nothing was "
                                  "imported. Give the columns names such as Title and Organisation in the first row, "
                                  "or "
                                  "import the file in the window and choose there what they are.")
                             : _ ("This is a table, but no column of it is called title, role or position. Nothing was "
                                  "imported. Choose its columns in the window, or name them in the first row."));
      return FALSE;
    }
  if (look->n_rows == 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The table has no rows. Nothing was imported."));
      return FALSE;
    }
  if (!report_columns (look, sink, error))
    return FALSE;

  text = foothold_csv_decode (data, size, look->charset, &charset, &length, &lossy);
  foothold_csv_reader_init (&reader, text, length, look->delimiter);
  while (foothold_csv_reader_next (&reader))
    {
      g_autofree char *where = NULL;

      if (reader.line < look->first_line || !has_text (reader.cells))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      where = g_strdup_printf (_ ("line %u"), reader.line);
      if (!report_shape (look, &reader, where, sink, error))
        return FALSE;
      if (!read_row (look, reader.cells, where, sink, error))
        return FALSE;
      if (sink->progress != NULL)
        sink->progress (sink->user_data, (gsize) (reader.at - text), length);
    }

  return reader.n_open == 0
         || report (sink, NULL, "cells", _ ("A quote in the table never closes; it was taken as a character."), error);
}
