/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold backup: a checked copy now, or the list of those there are. Reads only; takes no lock. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>

#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "store/foothold-backups.h"
#include "store/foothold-guard.h"
#include "store/foothold-paths.h"
#include "store/foothold-schema.h"

static char *
make_backup (GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (FootholdDb) db = NULL;

  /* a copy of damaged data would be the newest of the backups, and offered first */
  if (!foothold_guard_look (dir, foothold_cli_cancellable (), error))
    return NULL;
  db = foothold_schema_open_read_only (dir, error);
  return db != NULL ? foothold_backups_make (db, dir, "manual", foothold_cli_cancellable (), error) : NULL;
}

static gboolean
list_backups (GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, error);

  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const FootholdBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->made_at / 1000);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *when = g_date_time_format (local, "%Y-%m-%d %H:%M");
      g_autofree char *size = g_format_size ((guint64) backup->size);
      g_autofree char *path = foothold_cli_plain (backup->path, 0);

      g_print ("%s  %s  %s\n", when, size, path);
    }
  if (backups->len == 0)
    g_printerr ("%s\n", _ ("There are no backups yet."));
  return TRUE;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_ ("List the backups there are, the newest first"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!foothold_cli_parse (command, argc, argv, entries, &rest, &status))
    return status;
  if (rest[0] != NULL)
    return foothold_cli_wrong_use (command, _ ("This command takes no arguments."));
  if (list)
    return list_backups (&error) ? FOOTHOLD_CLI_DONE : foothold_cli_failed (error);

  path = make_backup (&error);
  if (path == NULL)
    return foothold_cli_failed (error);
  plain = foothold_cli_plain (path, 0);
  g_print ("%s\n", plain);
  return FOOTHOLD_CLI_DONE;
}

const FootholdCliCommand foothold_cli_backup = {
  .name = "backup",
  .summary = N_ ("Make a backup now, checked from end to end, and print where it is"),
  .description =
    N_ ("Foothold makes backups by itself; this is one more. Older ones are thinned out. Attached files are not "
        "in it: they are never changed."),
  .run = run,
};
