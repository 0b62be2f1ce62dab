/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* foothold list: the applications and what is due, as the board of stages and Today have them. Reads only; takes no
 * lock. */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foothold-cli-command.h"
#include "exchange/foothold-export.h"
#include "rules/foothold-application-states.h"
#include "store/foothold-application-list.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-due-list.h"
#include "store/foothold-id.h"
#include "store/foothold-paths.h"
#include "store/foothold-schema.h"

/* What is due of each application, in its order: id → FootholdDueEntry of @due. (transfer full) */
static GHashTable *
sort_out (GPtrArray *due)
{
  GHashTable *sorted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < due->len; i++)
    {
      FootholdDueEntry *entry = g_ptr_array_index (due, i);
      GPtrArray *own = g_hash_table_lookup (sorted, &entry->application);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (sorted, g_memdup2 (&entry->application, sizeof entry->application), own);
        }
      g_ptr_array_add (own, entry);
    }

  return sorted;
}

/* What a person would do something about: not what is further away than a week, or put off. What has no date, an offer,
 * waits for the person all the same. */
static gboolean
is_near (const FootholdDueEntry *entry)
{
  return entry->when.group == FOOTHOLD_DUE_OVERDUE || entry->when.group == FOOTHOLD_DUE_TODAY
         || entry->when.group == FOOTHOLD_DUE_WEEK || entry->when.group == FOOTHOLD_DUE_NEVER;
}

/* "Interview 2026-12-04 at 10:00", "Follow up (2026-11-20)". (transfer full) */
static char *
due_text (const FootholdDueEntry *entry)
{
  const char *time = *entry->when.time != '\0' ? entry->when.time : NULL;
  char day[16] = "";
  g_autofree char *sentence = NULL;

  if (g_date_valid (&entry->when.day))
    g_date_strftime (day, sizeof day, "%Y-%m-%d", &entry->when.day);
  sentence = foothold_due_entry_sentence (entry, *day != '\0' ? day : NULL, time);
  if (*day == '\0' || strstr (sentence, day) != NULL)
    return g_steal_pointer (&sentence);

  return g_strdup_printf ("%s (%s)", sentence, day);
}

/* What is done with it next, where that is not among what is due. */
static char *
step_text (const FootholdApplicationRow *row, gboolean is_due)
{
  if (row->next_step == NULL || is_due)
    return NULL;
  if (row->next_step_on == NULL)
    return g_strdup (row->next_step);

  return g_strdup_printf ("%s (%s)", row->next_step, row->next_step_on);
}

static void
print_row (const FootholdApplicationRow *row, GPtrArray *due, guint width)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_autofree char *title = foothold_cli_plain (row->title, width);
  g_autofree char *joined = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *step = NULL;
  g_auto (GStrv) all = NULL;
  gboolean step_is_due = FALSE;

  if (row->organisation != NULL)
    g_strv_builder_add (facts, row->organisation);
  g_strv_builder_add (facts, foothold_list_name (&foothold_application_states, row->state));
  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (due, i);

      if (!is_near (entry))
        continue;
      step_is_due = step_is_due || entry->kind == FOOTHOLD_DUE_NEXT_STEP;
      g_strv_builder_take (facts, due_text (entry));
    }
  step = step_text (row, step_is_due);
  if (step != NULL)
    g_strv_builder_add (facts, step);

  all = g_strv_builder_end (facts);
  joined = g_strjoinv (" · ", all);
  plain = foothold_cli_plain (joined, width > 4 ? width - 4 : 0);
  g_print ("%s\n    %s\n", title, plain);
}

static void
add_due_ids (GArray *ids, GHashTable *seen, GPtrArray *due, gboolean dated)
{
  for (guint i = 0; i < due->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (due, i);

      if (entry->application != 0 && is_near (entry) && (entry->when.group != FOOTHOLD_DUE_NEVER) == dated
          && g_hash_table_add (seen, g_memdup2 (&entry->application, sizeof entry->application)))
        g_array_append_val (ids, entry->application);
    }
}

/* Those of which something is due, what comes first first, what has no date last. (transfer full) */
static GArray *
due_ids (GPtrArray *due)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_due_ids (ids, seen, due, TRUE);
  add_due_ids (ids, seen, due, FALSE);
  return ids;
}

static gboolean
list (gboolean only_due, gboolean as_json, GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (FootholdDb) db = foothold_schema_open_read_only (dir, error);
  g_autoptr (FootholdQuery) query = foothold_query_new (NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);
  g_autoptr (GPtrArray) due = db != NULL ? foothold_due_list_load (db, foothold_now_ms (), NULL, error) : NULL;
  g_autoptr (GHashTable) sorted = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (due == NULL)
    return FALSE;
  sorted = sort_out (due);
  query->application_order = FOOTHOLD_APPLICATION_ORDER_BOARD;
  ids = only_due ? due_ids (due) : foothold_application_list_ids (db, query, error);
  rows = ids != NULL ? foothold_application_load_rows (db, ids, error) : NULL;
  if (rows == NULL)
    return FALSE;

  if (as_json)
    {
      g_autoptr (GOutputStream) out = foothold_cli_stdout ();

      return foothold_export_json_applications (db, rows, sorted, out, NULL, error);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdApplicationRow *row = g_ptr_array_index (rows, i);

      print_row (row, g_hash_table_lookup (sorted, &row->row.id), foothold_cli_terminal_width ());
    }
  if (rows->len == 0)
    g_printerr ("%s\n", only_due ? _ ("Nothing is due.") : _ ("There are no applications."));
  return TRUE;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  gboolean due = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_NONE, &due,
      N_ ("Only those of which something is due: overdue, today or within a week, in that order; then offers without a "
          "date"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json,
      N_ ("Print an array of objects, each as “export json” writes it, with “title”, “organisation” and “due”"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!foothold_cli_parse (command, argc, argv, entries, &rest, &status))
    return status;
  if (g_strcmp0 (rest[0], "applications") != 0 || rest[1] != NULL)
    return foothold_cli_wrong_use (command, _ ("Say “applications”."));

  return list (due, as_json, &error) ? FOOTHOLD_CLI_DONE : foothold_cli_failed (error);
}

const FootholdCliCommand foothold_cli_list = {
  .name = "list",
  .parameters = N_ ("applications"),
  .summary = N_ ("List your applications: where they stand, what comes next and what is due"),
  .description = N_ ("In the order of the board; archived ones are left out. An empty list is no failure."),
  .run = run,
};
