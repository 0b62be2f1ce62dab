/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold salvage: what can still be read of a damaged file becomes a backup, which “restore” then puts in place. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>

#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "store/foothold-paths.h"
#include "store/foothold-salvage-data.h"

static void
print_report (const FootholdSalvageReport *report)
{
  g_autofree char *path = foothold_cli_plain (report->backup, 0);

  for (guint i = 0; i < report->tables->len; i++)
    {
      const FootholdSalvageTable *table = g_ptr_array_index (report->tables, i);
      g_autofree char *kept = g_strdup_printf ("%" G_GINT64_FORMAT, table->kept);
      g_autofree char *lost = table->lost < 0 ? g_strdup (C_ ("lost rows", "an unknown number"))
                                              : g_strdup_printf ("%" G_GINT64_FORMAT, table->lost);

      /* Translators: a table of the database, how many rows of it could be read, and how many are lost */
      g_print (_ ("%s: %s kept, %s lost\n"), table->name, kept, lost);
    }
  g_print ("%s\n", path);
  g_printerr ("%s\n",
              _ ("This is now the newest backup; nothing else was changed. “foothold restore” puts it in place."));
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_auto (GStrv) rest = NULL;
  g_autoptr (FootholdSalvageReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!foothold_cli_parse (command, argc, argv, NULL, &rest, &status))
    return status;
  if (rest[0] != NULL && rest[1] != NULL)
    return foothold_cli_wrong_use (command, _ ("Name one file, or none for the data itself."));

  report = foothold_salvage_data (dir, rest[0], foothold_cli_cancellable (), &error);
  if (report == NULL)
    return foothold_cli_failed (error);
  print_report (report);
  return FOOTHOLD_CLI_DONE;
}

const FootholdCliCommand foothold_cli_salvage = {
  .name = "salvage",
  .parameters = N_ ("[FILE]"),
  .summary = N_ ("Make a backup of what can still be read of a damaged file"),
  .description =
    N_ ("FILE is a damaged data file or backup; without it, the data itself is read, which must not be open. A sound "
        "backup is the better way back: “foothold backup --list” shows them. The damaged file is left as it is."),
  .run = run,
};
