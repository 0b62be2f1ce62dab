/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold export: everything as JSON, one table, or the people as contact cards. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>

#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "exchange/foothold-export-copy.h"
#include "exchange/foothold-export-file.h"
#include "store/foothold-guard.h"
#include "store/foothold-paths.h"
#include "store/foothold-schema.h"

static gboolean export (FootholdExportFormat format,
                        FootholdExportTable table,
                        const char *output,
                        guint *n_missing,
                        GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (FootholdDb) db = NULL;
  g_autoptr (FootholdDb) copy = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GError) damage = NULL;
  GCancellable *cancellable = foothold_cli_cancellable ();

  /* said, and gone on with: to take out what can be read is what is left to do */
  if (!foothold_guard_look (dir, cancellable, &damage))
    g_printerr ("foothold: %s\n", damage->message);
  db = foothold_schema_open_read_only (dir, error);
  if (db == NULL)
    return FALSE;
  copy = foothold_export_open (g_steal_pointer (&db), dir, cancellable, error);
  if (copy == NULL)
    return FALSE;

  if (output != NULL)
    return foothold_export_to_path (copy, format, table, dir, output, n_missing, cancellable, error);
  out = foothold_cli_stdout ();
  return foothold_export_stream (copy, format, table, dir, out, n_missing, cancellable, error);
}

static gboolean
parse_format (const char *word, gboolean machine, FootholdExportFormat *format)
{
  if (g_strcmp0 (word, "json") == 0)
    *format = FOOTHOLD_EXPORT_JSON;
  else if (g_strcmp0 (word, "csv") == 0)
    *format = machine ? FOOTHOLD_EXPORT_CSV_MACHINE : FOOTHOLD_EXPORT_CSV;
  else if (g_strcmp0 (word, "vcard") == 0)
    *format = FOOTHOLD_EXPORT_VCARD;
  else
    return FALSE;

  return TRUE;
}

/* The table of CSV, opportunities where none is named. */
static gboolean
parse_table (const char *word, FootholdExportTable *table)
{
  const FootholdListEntry *entry = word != NULL ? foothold_list_find (&foothold_export_tables, word) : NULL;

  *table =
    entry != NULL ? (FootholdExportTable) (entry - foothold_export_tables.entries) : FOOTHOLD_EXPORT_OPPORTUNITIES;
  return word == NULL || entry != NULL;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  g_autofree char *output = NULL;
  gboolean machine = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write to FILE, all of it or nothing, instead of standard output"), N_ ("FILE") },
    { "machine", 0, 0, G_OPTION_ARG_NONE, &machine,
      N_ ("CSV for a program: without the apostrophe before what looks like a formula, and without a byte order mark"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  FootholdExportFormat format;
  FootholdExportTable table;
  gboolean is_csv;
  guint n_missing = 0;
  int status;

  if (!foothold_cli_parse (command, argc, argv, entries, &rest, &status))
    return status;
  if (!parse_format (rest[0], machine, &format))
    return foothold_cli_wrong_use (command, _ ("Say “json”, “csv” or “vcard”."));
  is_csv = format == FOOTHOLD_EXPORT_CSV || format == FOOTHOLD_EXPORT_CSV_MACHINE;
  if (rest[1] != NULL && !is_csv)
    return foothold_cli_wrong_use (command, _ ("Only “csv” takes the name of a table."));
  if (!parse_table (rest[1], &table) || (rest[1] != NULL && rest[2] != NULL))
    {
      g_autofree char *tables = foothold_list_slugs (&foothold_export_tables);
      /* Translators: %s is a list of words to type: “opportunities, applications, history, people, stories” */
      g_autofree char *sentence = g_strdup_printf (_ ("After “csv” there may be one of: %s."), tables);

      return foothold_cli_wrong_use (command, sentence);
    }
  if (machine && !is_csv)
    return foothold_cli_wrong_use (command, _ ("--machine is for “csv”."));
  if (output != NULL && *output == '\0')
    return foothold_cli_wrong_use (command, _ ("Say which file to write to."));

  if (!export (format, table, g_strcmp0 (output, "-") == 0 ? NULL : output, &n_missing, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return foothold_cli_failed_with (_ ("Stopped. The export is not complete."));
      return foothold_cli_failed (error);
    }
  if (n_missing > 0)
    g_printerr (ngettext ("foothold: %u attached file could not be read; the export says so in its place.\n",
                          "foothold: %u attached files could not be read; the export says so in their place.\n",
                          n_missing),
                n_missing);
  return FOOTHOLD_CLI_DONE;
}

const FootholdCliCommand foothold_cli_export = {
  .name = "export",
  .parameters = N_ ("json|csv|vcard [TABLE]"),
  .summary = N_ ("Write everything as JSON, one table as CSV, or the people as contact cards"),
  .description =
    N_ ("The JSON can be imported again, ids and attached files included. TABLE is, of csv, “opportunities” (as "
        "without "
        "it), “applications”, “history” (of the applications), “people” or “stories” (told in interviews); it begins "
        "with a byte order mark, so that "
        "spreadsheets read every letter. Contact cards (vCard 4.0) are for the address book of a phone "
        "or a mail program."),
  .run = run,
};
