/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How JSON spells texts and ids, and how the arrays of our export are laid out in lines. */

#define G_LOG_DOMAIN "foothold-export-json"

#include "exchange/foothold-export-json-text.h"

/* What a byte becomes inside a string: 0 itself, 1 \u00XX, else the letter after the backslash. */
static const char escapes[256] = {
  1, 1, 1, 1, 1, 1, 1, 1, 'b', 't', 'n', 1, 'f',         'r',           1,          1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1,   1,   1,   1, ['"'] = '"', ['\\'] = '\\', [0x7f] = 1,
};

static void
add_string (FootholdExportWriter *writer, const char *text)
{
  static const char hex[] = "0123456789abcdef";
  const char *run = text;
  const char *p;
  guchar high = 0;

  foothold_export_writer_add_literal (writer, "\"");
  for (p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      high |= c;
      if (G_LIKELY (escapes[c] == 0))
        continue;

      foothold_export_writer_add (writer, run, (gsize) (p - run));
      run = p + 1;
      if (escapes[c] == 1)
        foothold_export_writer_add (writer, (char[]) { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] }, 6);
      else
        foothold_export_writer_add (writer, (char[]) { '\\', escapes[c] }, 2);
    }
  foothold_export_writer_add (writer, run, (gsize) (p - run));
  foothold_export_writer_add_literal (writer, "\"");
}

void
foothold_export_json_add_text (FootholdExportWriter *writer, const char *text)
{
  if (G_LIKELY (foothold_export_is_utf8 (text, strlen (text))))
    add_string (writer, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      add_string (writer, valid);
    }
}

void
foothold_export_json_add_id (FootholdExportWriter *writer, gint64 id)
{
  foothold_export_writer_add_literal (writer, "\"");
  foothold_export_writer_add_int (writer, id);
  foothold_export_writer_add_literal (writer, "\"");
}

void
foothold_export_json_begin_array (FootholdExportWriter *writer, const char *name)
{
  foothold_export_writer_add_literal (writer, ",\n\"");
  foothold_export_writer_add (writer, name, strlen (name));
  foothold_export_writer_add_literal (writer, "\":[");
}

/* A line of its own for each object of the outer arrays. */
void
foothold_export_json_next_line (FootholdExportWriter *writer, gboolean *first)
{
  if (*first)
    foothold_export_writer_add_literal (writer, "\n");
  else
    foothold_export_writer_add_literal (writer, ",\n");
  *first = FALSE;
}

void
foothold_export_json_end_array (FootholdExportWriter *writer, gboolean empty)
{
  if (empty)
    foothold_export_writer_add_literal (writer, "]");
  else
    foothold_export_writer_add_literal (writer, "\n]");
}
