/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold check: is the data sound, and are the attached files what they were? Changes nothing, takes no lock. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>

#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "store/foothold-attachment.h"
#include "store/foothold-dump.h"
#include "store/foothold-guard.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-paths.h"
#include "store/foothold-schema.h"

typedef struct
{
  guint n_opportunities;
  guint n_files;
  guint n_damaged;
} Found;

/* Reading the names first keeps no statement open while files of any size are read. */
static GPtrArray *
list_files (FootholdDb *db, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_dump_files (db);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  while (foothold_stmt_next (stmt))
    g_ptr_array_add (hashes, g_strdup (foothold_stmt_text (stmt, 0)));

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&hashes) : NULL;
}

static gboolean
check_files (FootholdDb *db, const char *dir, Found *found, GError **error)
{
  g_autoptr (GPtrArray) hashes = list_files (db, error);

  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < hashes->len; i++)
    {
      const char *sha256 = g_ptr_array_index (hashes, i);
      const FootholdAttachmentState state = foothold_attachment_check (dir, sha256, foothold_cli_cancellable ());
      g_autofree char *path = foothold_attachment_path (dir, sha256);

      if (g_cancellable_set_error_if_cancelled (foothold_cli_cancellable (), error))
        return FALSE;
      if (state != FOOTHOLD_ATTACHMENT_SOUND)
        {
          found->n_damaged++;
          if (state == FOOTHOLD_ATTACHMENT_MISSING)
            g_printerr (_ ("foothold: The attached file “%s” is missing.\n"), path);
          else
            g_printerr (_ ("foothold: The attached file “%s” is damaged.\n"), path);
        }
      found->n_files++;
    }

  return TRUE;
}

static gboolean
check (Found *found, GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (FootholdDb) db = NULL;
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_autoptr (GArray) ids = NULL;

  /* SQLite's own check does not see a letter that is another one */
  if (!foothold_guard_look (dir, foothold_cli_cancellable (), error))
    return FALSE;
  db = foothold_schema_open_read_only (dir, error);
  if (db == NULL)
    return FALSE;
  foothold_db_set_cancellable (db, foothold_cli_cancellable ());
  if (!foothold_db_check (db, TRUE, error))
    return FALSE;
  ids = foothold_opportunity_list_ids (db, query, error);
  if (ids == NULL)
    return FALSE;
  found->n_opportunities = ids->len;
  return check_files (db, dir, found, error);
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *opportunities = NULL;
  g_autofree char *files = NULL;
  Found found = { 0 };
  int status;

  if (!foothold_cli_parse (command, argc, argv, NULL, &rest, &status))
    return status;
  if (rest[0] != NULL)
    return foothold_cli_wrong_use (command, _ ("This command takes no arguments."));

  if (!check (&found, &error))
    return foothold_cli_failed (error);
  if (found.n_damaged > 0)
    return foothold_cli_failed_with (_ ("Attached files are not what they were; everything else is sound. Restoring "
                                        "does not bring them back."));

  opportunities =
    g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", found.n_opportunities), found.n_opportunities);
  files = g_strdup_printf (ngettext ("%u attached file", "%u attached files", found.n_files), found.n_files);
  /* Translators: the first %s is “12 opportunities”, the second “3 attached files” */
  g_print (_ ("All is well: %s, %s.\n"), opportunities, files);
  return FOOTHOLD_CLI_DONE;
}

const FootholdCliCommand foothold_cli_check = {
  .name = "check",
  .summary = N_ ("Check the data and the attached files, without changing anything"),
  .run = run,
};
