/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold generate: many invented opportunities and applications, for trying out and for measuring. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>

#include "cli/foothold-cli-client.h"
#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "store/foothold-generate.h"

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  foothold_cli_progress ((double) done / (double) total);
}

static gint64
generate_here (FootholdStore *store, gboolean applications, guint64 n_rows, guint64 seed, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GCancellable *cancellable = foothold_cli_cancellable ();

  if (applications)
    foothold_store_generate_applications_async (store, n_rows, seed, progress_cb, NULL, cancellable,
                                                foothold_cli_result_cb, &result);
  else
    foothold_store_generate_async (store, n_rows, seed, progress_cb, NULL, cancellable, foothold_cli_result_cb,
                                   &result);
  return foothold_store_generate_finish (store, foothold_cli_wait (&result), error);
}

/* Here, or in the window where that has the data open (@store NULL). -1 on error. */
static gint64
generate_some (FootholdStore *store, gboolean applications, guint64 n_rows, guint64 seed, GError **error)
{
  return store != NULL ? generate_here (store, applications, n_rows, seed, error)
                       : foothold_cli_client_generate (applications, n_rows, seed, error);
}

static int
generate (guint64 n_rows, guint64 n_applications, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  FootholdStore *store = foothold_cli_open_store (&error);
  gint64 n_written, n_applied = 0;

  if (store == NULL && !g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED))
    return foothold_cli_failed (error);

  g_clear_error (&error);
  n_written = generate_some (store, FALSE, n_rows, seed, &error);
  if (error == NULL && n_applications > 0)
    n_applied = generate_some (store, TRUE, n_applications, seed, &error);
  if (store != NULL)
    foothold_cli_close_store (store);
  if (error != NULL)
    {
      foothold_cli_progress (1);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return foothold_cli_failed_with (_ ("Stopped. What was generated so far is kept."));
      return foothold_cli_failed (error);
    }

  /* At most ten million; a format of 64 bits is a macro, and xgettext sees no further than that. */
  g_print (ngettext ("%u opportunity generated.\n", "%u opportunities generated.\n", (gulong) n_written),
           (guint) n_written);
  if (n_applications > 0)
    g_print (ngettext ("%u application generated.\n", "%u applications generated.\n", (gulong) n_applied),
             (guint) n_applied);
  if ((guint64) n_written < n_rows || (guint64) n_applied < n_applications)
    g_print ("%s\n", _ ("The others of this seed were there already."));
  return FOOTHOLD_CLI_DONE;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  gint64 n_rows = -1;
  gint64 n_applications = 0;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_INT64, &n_rows, N_ ("How many (at most 10 million)"), N_ ("N") },
    { "applications", 0, 0, G_OPTION_ARG_INT64, &n_applications,
      N_ ("For how many of them there is an application, with its history and the people behind it"), N_ ("M") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same seed gives the same opportunities; 1 if it is left out"),
      N_ ("S") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  int status;

  if (!foothold_cli_parse (command, argc, argv, entries, &rest, &status))
    return status;
  if (rest[0] != NULL)
    return foothold_cli_wrong_use (command, _ ("This command takes no arguments."));
  if (n_rows < 1 || n_rows > FOOTHOLD_GENERATE_MAX_ROWS)
    return foothold_cli_wrong_use (command, _ ("Say how many with --rows, from 1 to 10000000."));
  if (n_applications < 0 || n_applications > n_rows)
    return foothold_cli_wrong_use (command, _ ("Say how many --applications, from 0 to the number of --rows."));

  return generate ((guint64) n_rows, (guint64) n_applications, (guint64) seed);
}

const FootholdCliCommand foothold_cli_generate = {
  .name = "generate",
  .summary = N_ ("Add many invented opportunities, for trying out"),
  .description = N_ ("They cannot be told from your own afterwards: set FOOTHOLD_DATA_DIR to another folder first."),
  .run = run,
};
