/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The table for a spreadsheet. Every value passes csv_text(), which quotes always
 * and keeps a spreadsheet from taking a stranger's text for a formula (R16).
 *
 * The table begins with a byte order mark: Excel takes a file without one for the
 * old code page of the machine and garbles every name that is not English, and
 * LibreOffice knows by it, without asking, that this is UTF-8. A program that
 * reads the table asks for the machine's kind, which has neither mark nor guard.
 */

#define G_LOG_DOMAIN "foothold-export-csv"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-export-writer.h"
#include "exchange/foothold-export.h"
#include "exchange/foothold-field-key.h"
#include "store/foothold-dump-table.h"
#include "store/foothold-dump.h"

#define FIRST_FIELD 2 /* columns before the fields: id, rev */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define JOINT "; "

/* What a spreadsheet may begin a formula with, or drop before it looks: the plain signs and their full-width kin. */
static gboolean
begins_formula (gunichar c)
{
  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d: /* ＝ */
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff20: /* ＠ */
    case 0xfe62: /* ﹢ */
    case 0xfe63: /* ﹣ */
    case 0xfe66: /* ﹦ */
    case 0xfe6b: /* ﹫ */
    case 0x2212: /* − */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Spaces of any width, and what has no width at all. */
static gboolean
is_blank (gunichar c)
{
  return !begins_formula (c) && (g_unichar_isspace (c) || g_unichar_iszerowidth (c) || g_unichar_iscntrl (c));
}

gboolean
foothold_export_csv_needs_guard (const char *text)
{
  /* A letter or a digit, as nearly always. */
  if (g_ascii_isalnum (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      /* a text with a guard of its own gets one more, so that a reader takes off ours and not its */
      if (!is_blank (c) && c != '\'')
        return begins_formula (c);
    }

  return FALSE;
}

/* One field, whatever is in it: quoted, quotes doubled, guarded. */
static void
csv_text (FootholdExportWriter *writer, const char *text, gboolean machine)
{
  const gsize length = strlen (text);
  g_autofree char *valid = foothold_export_is_utf8 (text, length) ? NULL : g_utf8_make_valid (text, -1);
  const char *run = valid != NULL ? valid : text;
  const char *end = run + (valid != NULL ? strlen (valid) : length);
  const char *quote;

  foothold_export_writer_add_literal (writer, "\"");
  if (!machine && foothold_export_csv_needs_guard (run))
    foothold_export_writer_add_literal (writer, "'");
  while ((quote = memchr (run, '"', (gsize) (end - run))) != NULL)
    {
      foothold_export_writer_add (writer, run, (gsize) (quote - run) + 1);
      foothold_export_writer_add_literal (writer, "\"");
      run = quote + 1;
    }
  foothold_export_writer_add (writer, run, (gsize) (end - run));
  foothold_export_writer_add_literal (writer, "\"");
}

/* A number, which holds nothing of anybody's. NULL in the row is an empty field. */
static void
csv_number (FootholdExportWriter *writer, FootholdFieldKind kind, gint64 value, const char *currency)
{
  foothold_export_writer_add_literal (writer, "\"");
  if (value != GINT64_UNKNOWN)
    switch (kind)
      {
      case FOOTHOLD_FIELD_BOOL:
        if (value)
          foothold_export_writer_add_literal (writer, "true");
        else
          foothold_export_writer_add_literal (writer, "false");
        break;
      case FOOTHOLD_FIELD_INSTANT:
        foothold_export_writer_add_instant (writer, value);
        break;
      case FOOTHOLD_FIELD_MINUTES:
        foothold_export_writer_add_hours (writer, value);
        break;
      case FOOTHOLD_FIELD_MONEY:
        foothold_export_writer_add_money (writer, value, currency);
        break;
      case FOOTHOLD_FIELD_INT:
      case FOOTHOLD_FIELD_ID:
        foothold_export_writer_add_int (writer, value);
        break;
      case FOOTHOLD_FIELD_TEXT:
      case FOOTHOLD_FIELD_DATE:
      case FOOTHOLD_FIELD_SLUG:
      default:
        g_assert_not_reached ();
      }
  foothold_export_writer_add_literal (writer, "\"");
}

static gboolean
is_column (const FootholdField *field)
{
  return !g_str_equal (field->name, "batch");
}

static void
add_header (FootholdExportWriter *writer, const FootholdRowType *type)
{
  foothold_export_writer_add_literal (writer, "\"id\"");
  for (guint i = 0; i < type->n_fields; i++)
    if (is_column (&type->fields[i]))
      {
        g_autofree char *name = foothold_field_key (&type->fields[i]);

        foothold_export_writer_add_literal (writer, ",\"");
        foothold_export_writer_add (writer, name, strlen (name));
        foothold_export_writer_add_literal (writer, "\"");
      }
  foothold_export_writer_add_literal (writer, ",\"skills\",\"tags\",\"deliverables\"\r\n");
}

/* Names of the children of one opportunity, read beside it: both go up by id. */
typedef struct
{
  FootholdStmt *stmt;
  guint opportunity_column;
  guint name_column;
  gboolean on_row;
  GString *joined;
} Names;

static void
names_init (Names *self, FootholdStmt *stmt, guint opportunity_column, guint name_column)
{
  *self = (Names) { stmt, opportunity_column, name_column, foothold_stmt_next (stmt), g_string_new (NULL) };
}

static void
names_clear (Names *self)
{
  g_clear_pointer (&self->stmt, foothold_stmt_release);
  if (self->joined != NULL)
    g_string_free (g_steal_pointer (&self->joined), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static const char *
names_of (Names *self, gint64 id)
{
  g_string_truncate (self->joined, 0);
  while (self->on_row && foothold_stmt_int (self->stmt, self->opportunity_column) < id)
    self->on_row = foothold_stmt_next (self->stmt);
  while (self->on_row && foothold_stmt_int (self->stmt, self->opportunity_column) == id)
    {
      if (self->joined->len > 0)
        g_string_append (self->joined, JOINT);
      g_string_append (self->joined, foothold_stmt_text (self->stmt, self->name_column));
      self->on_row = foothold_stmt_next (self->stmt);
    }

  return self->joined->str;
}

static gboolean
is_text (FootholdFieldKind kind)
{
  return kind == FOOTHOLD_FIELD_TEXT || kind == FOOTHOLD_FIELD_DATE || kind == FOOTHOLD_FIELD_SLUG;
}

static guint
column_of (const FootholdRowType *type, const char *name)
{
  return (guint) (foothold_row_type_find (type, name) - type->fields) + FIRST_FIELD;
}

/* The fields that are written, found once: there are many rows. */
typedef struct
{
  guint n;
  guint *numbers; /* in the statement */
  FootholdFieldKind *kinds;
  guint currency; /* the number of that one */
} Columns;

static void
columns_init (Columns *self, const FootholdRowType *type)
{
  *self = (Columns) { 0, g_new (guint, type->n_fields), g_new (FootholdFieldKind, type->n_fields),
                      column_of (type, "currency") };
  for (guint i = 0; i < type->n_fields; i++)
    if (is_column (&type->fields[i]))
      {
        self->numbers[self->n] = i + FIRST_FIELD;
        self->kinds[self->n++] = type->fields[i].kind;
      }
}

static void
columns_clear (Columns *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->kinds, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static void
add_row (FootholdExportWriter *writer, const Columns *columns, FootholdStmt *stmt, gboolean machine)
{
  foothold_export_writer_add_literal (writer, "\"");
  foothold_export_writer_add_int (writer, foothold_stmt_int (stmt, 0));
  foothold_export_writer_add_literal (writer, "\"");
  for (guint i = 0; i < columns->n; i++)
    {
      const guint n = columns->numbers[i];
      const FootholdFieldKind kind = columns->kinds[i];

      if (foothold_stmt_is_null (stmt, n))
        {
          foothold_export_writer_add_literal (writer, ",\"\"");
          continue;
        }
      foothold_export_writer_add_literal (writer, ",");
      if (is_text (kind))
        csv_text (writer, foothold_stmt_text (stmt, n), machine);
      else
        csv_number (writer, kind, foothold_stmt_int (stmt, n),
                    kind == FOOTHOLD_FIELD_MONEY ? foothold_stmt_text (stmt, columns->currency) : NULL);
    }
}

static gboolean
write_opportunities (FootholdDb *db, GOutputStream *out, gboolean machine, GCancellable *cancellable, GError **error)
{
  const FootholdFamily *family = &foothold_opportunity_family;
  const FootholdRowType *type = family->type;
  g_autoptr (FootholdStmt) stmt = foothold_dump_rows (db, type);
  g_auto (Columns) columns = { 0 };
  g_auto (FootholdExportWriter) writer = { NULL };
  g_auto (Names) skills = { NULL };
  g_auto (Names) tags = { NULL };
  g_auto (Names) deliverables = { NULL };

  names_init (&skills, foothold_dump_part (db, family, FOOTHOLD_PART_OPPORTUNITY_SKILLS), 0, 1);
  names_init (&tags, foothold_dump_part (db, family, FOOTHOLD_PART_OPPORTUNITY_TAGS), 0, 1);
  names_init (&deliverables, foothold_dump_part (db, family, FOOTHOLD_PART_OPPORTUNITY_DELIVERABLES),
              column_of (&foothold_deliverable_row_type, "opportunity"),
              column_of (&foothold_deliverable_row_type, "title"));

  columns_init (&columns, type);
  foothold_export_writer_init (&writer, out, cancellable);
  if (!machine)
    foothold_export_writer_add_literal (&writer, BYTE_ORDER_MARK);
  add_header (&writer, type);
  while (writer.error == NULL && foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      add_row (&writer, &columns, stmt, machine);
      foothold_export_writer_add_literal (&writer, ",");
      csv_text (&writer, names_of (&skills, id), machine);
      foothold_export_writer_add_literal (&writer, ",");
      csv_text (&writer, names_of (&tags, id), machine);
      foothold_export_writer_add_literal (&writer, ",");
      csv_text (&writer, names_of (&deliverables, id), machine);
      foothold_export_writer_add_literal (&writer, "\r\n");
      foothold_export_writer_flush_some (&writer);
    }

  return foothold_stmt_finish (stmt, error) && foothold_stmt_finish (skills.stmt, error)
         && foothold_stmt_finish (tags.stmt, error) && foothold_stmt_finish (deliverables.stmt, error)
         && foothold_export_writer_finish (&writer, error);
}

static gboolean
write_table (FootholdDb *db,
             const FootholdDumpTable *table,
             GOutputStream *out,
             gboolean machine,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_table (db, table);
  g_auto (FootholdExportWriter) writer = { NULL };

  foothold_export_writer_init (&writer, out, cancellable);
  if (!machine)
    foothold_export_writer_add_literal (&writer, BYTE_ORDER_MARK);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        foothold_export_writer_add_literal (&writer, ",");
      csv_text (&writer, table->columns[i].name, machine);
    }
  foothold_export_writer_add_literal (&writer, "\r\n");
  while (writer.error == NULL && foothold_stmt_next (stmt))
    {
      for (guint i = 0; i < table->n_columns; i++)
        {
          const char *text;

          if (i > 0)
            foothold_export_writer_add_literal (&writer, ",");
          if (!is_text (table->columns[i].kind))
            {
              csv_number (&writer, table->columns[i].kind, foothold_stmt_int (stmt, i), NULL);
              continue;
            }
          text = foothold_stmt_text (stmt, i);
          csv_text (&writer, text != NULL ? text : "", machine);
        }
      foothold_export_writer_add_literal (&writer, "\r\n");
      foothold_export_writer_flush_some (&writer);
    }

  return foothold_stmt_finish (stmt, error) && foothold_export_writer_finish (&writer, error);
}

static const FootholdListEntry tables[] = {
  [FOOTHOLD_EXPORT_OPPORTUNITIES] = { "opportunities", N_ ("Opportunities"), NULL },
  [FOOTHOLD_EXPORT_APPLICATIONS] = { "applications", N_ ("Applications"), NULL },
  [FOOTHOLD_EXPORT_HISTORY] = { "history", N_ ("History of Applications"), NULL },
  [FOOTHOLD_EXPORT_PEOPLE] = { "people", N_ ("People"), NULL },
  [FOOTHOLD_EXPORT_STORIES] = { "stories", N_ ("Stories"), NULL },
};

const FootholdList foothold_export_tables = { "table", tables, G_N_ELEMENTS (tables) };

gboolean
foothold_export_csv (FootholdDb *db,
                     FootholdExportTable table,
                     GOutputStream *out,
                     gboolean machine,
                     GCancellable *cancellable,
                     GError **error)
{
  switch (table)
    {
    case FOOTHOLD_EXPORT_OPPORTUNITIES:
      return write_opportunities (db, out, machine, cancellable, error);
    case FOOTHOLD_EXPORT_APPLICATIONS:
      return write_table (db, &foothold_dump_applications, out, machine, cancellable, error);
    case FOOTHOLD_EXPORT_HISTORY:
      return write_table (db, &foothold_dump_application_history, out, machine, cancellable, error);
    case FOOTHOLD_EXPORT_PEOPLE:
      return write_table (db, &foothold_dump_people, out, machine, cancellable, error);
    case FOOTHOLD_EXPORT_STORIES:
      return write_table (db, &foothold_dump_stories, out, machine, cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

char *
foothold_export_csv_cells (GPtrArray *cells, guint n_columns)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_auto (FootholdExportWriter) writer = { NULL };
  gsize length;
  char *text;

  foothold_export_writer_init (&writer, out, NULL);
  for (guint i = 0; i < cells->len; i++)
    {
      csv_text (&writer, g_ptr_array_index (cells, i), FALSE);
      if ((i + 1) % n_columns == 0)
        foothold_export_writer_add_literal (&writer, "\r\n");
      else
        foothold_export_writer_add_literal (&writer, ",");
    }
  foothold_export_writer_add (&writer, "", 1);
  /* memory takes it all */
  foothold_export_writer_finish (&writer, NULL);
  g_output_stream_close (out, NULL, NULL);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out));
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));
  g_assert (length > 0 && text[length - 1] == '\0');
  return text;
}
