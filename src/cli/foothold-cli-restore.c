/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold restore: back to a backup. What is there now is set aside, not removed. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foothold-cli-client.h"
#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "store/foothold-paths.h"
#include "store/foothold-store.h"

/* A path, or the name of one of our own backups. */
static char *
find_backup (const char *dir, const char *word)
{
  g_autofree char *own = g_build_filename (dir, "backups", word, NULL);

  if (!g_file_test (word, G_FILE_TEST_EXISTS) && g_path_is_absolute (own) && strchr (word, G_DIR_SEPARATOR) == NULL
      && g_file_test (own, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&own);
  return g_canonicalize_filename (word, NULL);
}

static gboolean
restore (const char *word, GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autofree char *backup = find_backup (dir, word);
  g_autoptr (GError) local_error = NULL;

  if (foothold_store_restore (dir, backup, NULL, &local_error))
    return TRUE;
  if (g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED))
    return foothold_cli_client_restore (backup, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!foothold_cli_parse (command, argc, argv, NULL, &rest, &status))
    return status;
  if (rest[0] == NULL || rest[1] != NULL)
    return foothold_cli_wrong_use (command, _ ("Name one backup; “foothold backup --list” shows them."));

  if (!restore (rest[0], &error))
    return foothold_cli_failed (error);
  g_print ("%s\n",
           _ ("Restored. What was there before is kept beside it, under a name that ends in “.replaced-” and the "
              "time."));
  return FOOTHOLD_CLI_DONE;
}

const FootholdCliCommand foothold_cli_restore = {
  .name = "restore",
  .parameters = N_ ("FILE"),
  .summary = N_ ("Go back to a backup"),
  .description =
    N_ ("FILE is a backup, by its path or its name; it is checked first. What is there now is set aside, never "
        "removed."),
  .run = run,
};
