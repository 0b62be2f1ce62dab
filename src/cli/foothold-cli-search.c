/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * foothold search: everything that is kept, archived and dropped too, because on
 * a command line one looks for something one remembers. The newest first.
 */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foothold-cli-command.h"
#include "exchange/foothold-export.h"
#include "rules/foothold-filter.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-money-words.h"
#include "rules/foothold-money.h"
#include "store/foothold-expiry.h"
#include "store/foothold-filter-hits.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-paths.h"
#include "store/foothold-schema.h"

#define CHUNK 64 /* rows in memory at a time */

static char *
effort_text (gint64 value, const char *unused)
{
  return foothold_hours_to_text (value);
}

/* "10–12", "10" where both are one, "≥ 10" or "≤ 12" where one is unknown, NULL where both are. */
static char *
range_text (gint64 low, gint64 high, char *(*to_text) (gint64 value, const char *currency), const char *currency)
{
  g_autofree char *from = low != GINT64_UNKNOWN ? to_text (low, currency) : NULL;
  g_autofree char *to = high != GINT64_UNKNOWN ? to_text (high, currency) : NULL;

  if (from != NULL && to != NULL && high != low)
    return g_strdup_printf ("%s–%s", from, to);
  if (from != NULL)
    return to != NULL ? g_steal_pointer (&from) : g_strdup_printf ("≥ %s", from);
  return to != NULL ? g_strdup_printf ("≤ %s", to) : NULL;
}

/* As a card says it: gross, and net where nothing else is known. */
static char *
pay_text (const FootholdOpportunityRow *row)
{
  const gboolean net = row->pay_gross_min == GINT64_UNKNOWN && row->pay_gross_max == GINT64_UNKNOWN;
  g_autofree char *money = range_text (net ? row->pay_net : row->pay_gross_min, net ? row->pay_net : row->pay_gross_max,
                                       foothold_money_for_people, row->currency);
  const char *period = row->pay_period != NULL && !g_str_equal (row->pay_period, "project")
                         ? foothold_list_name (&foothold_pay_periods, row->pay_period)
                         : NULL;

  if (money != NULL)
    return g_strconcat (money, row->currency != NULL ? " " : "", row->currency != NULL ? row->currency : "",
                        period != NULL ? " / " : NULL, period, NULL);
  if (g_strcmp0 (row->pay_kind, "unpaid") == 0)
    return g_strdup (foothold_list_name (&foothold_pay_kinds, row->pay_kind));
  return NULL;
}

/* "apply by 2026-12-01 · 10 h · 600 EUR · dropped": only what is known. */
static char *
facts_text (const FootholdOpportunityRow *row)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *pay = pay_text (row);
  g_autofree char *hours = range_text (row->minutes_min, row->minutes_max, effort_text, NULL);

  if (foothold_expiry_get_date (row) != NULL)
    /* Translators: %s is a date, as in “apply by 2026-12-01” */
    g_strv_builder_take (facts, g_strdup_printf (_ ("apply by %s"), row->apply_by));
  if (hours != NULL)
    /* Translators: %s is a number of hours, or two as in “10–12” */
    g_strv_builder_take (facts, g_strdup_printf (_ ("%s h"), hours));
  if (pay != NULL)
    g_strv_builder_add (facts, pay);
  if (g_strcmp0 (row->state, "spotted") != 0)
    g_strv_builder_add (facts, foothold_list_name (&foothold_found_states, row->state));
  if (row->archived_at != GINT64_UNKNOWN)
    g_strv_builder_add (facts, _ ("archived"));

  all = g_strv_builder_end (facts);
  return g_strjoinv (" · ", all);
}

static void
print_row (const FootholdOpportunityRow *row, guint width)
{
  g_autofree char *title = foothold_cli_plain (row->title, width);
  g_autofree char *facts = facts_text (row);
  g_autofree char *second = row->organisation == NULL ? g_strdup (facts)
                            : *facts == '\0'          ? g_strdup (row->organisation)
                                                      : g_strconcat (row->organisation, " · ", facts, NULL);
  g_autofree char *plain = foothold_cli_plain (second, width > 4 ? width - 4 : 0);

  g_print ("%s\n", title);
  if (*plain != '\0')
    g_print ("    %s\n", plain);
}

static gboolean
print_rows (FootholdDb *db, GArray *ids, GError **error)
{
  const guint width = foothold_cli_terminal_width ();

  for (guint first = 0; first < ids->len; first += CHUNK)
    {
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) rows = NULL;

      g_array_append_vals (some, &g_array_index (ids, gint64, first), MIN (CHUNK, ids->len - first));
      rows = foothold_opportunity_load_rows (db, some, error);
      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        print_row (g_ptr_array_index (rows, i), width);
    }

  return TRUE;
}

/* *@problem: the sentence about a filter of @text that is not understood; a list without it would answer another
 * question. */
static gboolean
find_problem (FootholdDb *db, const char *text, char **problem, GError **error)
{
  const FootholdFilterContext *context = foothold_filter_load_context (db, error);
  g_autoptr (FootholdFilter) filter = context != NULL ? foothold_filter_parse (text, context) : NULL;

  if (filter != NULL)
    *problem = g_strdup (foothold_filter_get_problem (filter));
  return filter != NULL;
}

/* FALSE with an error, or with *@problem where a filter is not understood. */
static gboolean
search (const char *text, gboolean as_json, char **problem, GError **error)
{
  g_autofree char *dir = foothold_paths_dup_data_dir ();
  g_autoptr (FootholdDb) db = foothold_schema_open_read_only (dir, error);
  g_autoptr (FootholdQuery) query = foothold_query_new (text, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_autoptr (GArray) ids = NULL;

  if (db == NULL || !find_problem (db, text, problem, error) || *problem != NULL)
    return FALSE;
  ids = foothold_opportunity_list_ids (db, query, error);
  if (ids == NULL)
    return FALSE;

  if (as_json)
    {
      g_autoptr (GOutputStream) out = foothold_cli_stdout ();

      return foothold_export_json_some (db, ids, out, NULL, error);
    }
  if (!print_rows (db, ids, error))
    return FALSE;
  if (ids->len == 0)
    g_printerr ("%s\n", _ ("Nothing found."));
  return TRUE;
}

/* A filter may begin with “-” as an option does: what says “not” goes behind a “--”, where nothing is an option. */
static GPtrArray *
part_filters (int argc, char **argv)
{
  GPtrArray *arguments = g_ptr_array_new ();
  int n = 0;

  while (n < argc && !g_str_equal (argv[n], "--"))
    n++;
  for (int i = 0; i < n; i++)
    if (!foothold_filter_begins_with_not (argv[i]))
      g_ptr_array_add (arguments, argv[i]);
  g_ptr_array_add (arguments, (gpointer) "--");
  for (int i = 0; i < n; i++)
    if (foothold_filter_begins_with_not (argv[i]))
      g_ptr_array_add (arguments, argv[i]);
  for (int i = n + 1; i < argc; i++)
    g_ptr_array_add (arguments, argv[i]);

  return arguments;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print an array of objects, each as “export json” writes it"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) arguments = part_filters (argc, argv);
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!foothold_cli_parse (command, (int) arguments->len, (char **) arguments->pdata, entries, &words, &status))
    return status;
  if (words[0] == NULL)
    return foothold_cli_wrong_use (command, _ ("Say what to look for."));

  text = g_strjoinv (" ", words);
  if (!g_utf8_validate (text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (text, -1);

      g_free (text);
      text = valid;
    }
  if (search (text, as_json, &problem, &error))
    return FOOTHOLD_CLI_DONE;
  return problem != NULL ? foothold_cli_wrong_use (command, problem) : foothold_cli_failed (error);
}

const FootholdCliCommand foothold_cli_search = {
  .name = "search",
  .parameters = N_ ("QUERY"),
  .summary = N_ ("Find opportunities by title, organisation, text and skills"),
  .description =
    N_ ("Every word must be there, as the beginning of a word; accents make no difference. "
        "An empty QUERY lists everything. Finding nothing is no failure.\n"
        "Filters such as area:data, pay:>20 or -is:starred work as in the window; “--” goes before any other "
        "word that begins with “-”."),
  .run = run,
};
