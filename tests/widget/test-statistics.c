// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget-fixture.h"

#include "exchange/foothold-export.h"
#include "rules/foothold-dates.h"
#include "views/statistics/foothold-proof-words.h"
#include "views/statistics/foothold-statistics-words.h"
#include "views/today/foothold-today-deeds.h"
#include "views/today/foothold-today-words.h"
#include "widgets/foothold-table-print.h"

#include <glib/gstdio.h>

/* How figures, the proof of search and what is due are said. */

static FootholdReplyFigures *
figures_new (const char *key, guint sent, guint answered, guint n_replies, double median)
{
  FootholdReplyFigures *figures = g_new0 (FootholdReplyFigures, 1);

  figures->key = g_strdup (key);
  figures->reached[FOOTHOLD_FUNNEL_SUBMITTED] = sent;
  figures->reached[FOOTHOLD_FUNNEL_ANSWERED] = answered;
  figures->rate = sent > 0 ? (double) answered / sent : 0;
  figures->n_replies = n_replies;
  figures->median_days = median;
  return figures;
}

static GPtrArray *
groups_new (FootholdReplyFigures *one, FootholdReplyFigures *other)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_reply_figures_free);

  g_ptr_array_add (groups, one);
  if (other != NULL)
    g_ptr_array_add (groups, other);
  return groups;
}

static char *
take (char *text, char **owned)
{
  g_free (*owned);
  *owned = text;
  return text;
}

static void
test_figures (void)
{
  FootholdReplyReport *report = g_new0 (FootholdReplyReport, 1);
  g_autofree FootholdReplyFigures *all = figures_new (NULL, 30, 12, 11, 7.5);
  g_autofree FootholdReplyFigures *none = figures_new (NULL, 0, 0, 0, 0);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *table = NULL;
  guint n_columns;

  g_assert_cmpstr (take (foothold_statistics_rate (all), &text), ==, "40 %");
  g_assert_cmpstr (take (foothold_statistics_rate (none), &text), ==, "–");
  g_assert_cmpstr (take (foothold_statistics_median (all), &text), ==, "7.5");
  g_assert_cmpstr (take (foothold_statistics_median (none), &text), ==, "–");
  all->median_days = 8;
  g_assert_cmpstr (take (foothold_statistics_median (all), &text), ==, "8");
  g_assert_cmpstr (take (foothold_statistics_rate_words (all), &text), ==, "12 of 30 were answered by a person");
  g_assert_cmpstr (take (foothold_statistics_group_name (FOOTHOLD_BY_SOURCE, NULL), &text), ==, "not known");
  g_assert_cmpstr (take (foothold_statistics_group_name (FOOTHOLD_BY_AREA, "Beekeeping"), &text), ==, "Beekeeping");
  g_assert_cmpstr (take (foothold_statistics_group_name (FOOTHOLD_BY_ORGANISATION, "other"), &text), ==, "other");

  report->all = *all;
  report->by_source = groups_new (figures_new ("portal", 20, 10, 10, 8), figures_new (NULL, 10, 2, 1, 3));
  report->by_organisation = groups_new (figures_new ("=Acme", 20, 10, 0, 0), NULL);
  report->by_area = groups_new (figures_new ("other", 20, 10, 10, 8), NULL);
  cells = foothold_statistics_cells (report, &n_columns);
  g_assert_cmpuint (n_columns, ==, 10);
  g_assert_cmpuint (cells->len, ==, n_columns * 6);
  g_assert_cmpstr (g_ptr_array_index (cells, n_columns + 7), ==, "0.4");
  /* what is not known is nothing, never 0; and no host makes a formula */
  g_assert_cmpstr (g_ptr_array_index (cells, 5 * n_columns - 1), ==, "");
  table = foothold_export_csv_cells (cells, n_columns);
  g_assert_nonnull (strstr (table, "\"'=Acme\""));
  foothold_reply_report_free (report);
}

static FootholdProof *
proof_new (guint n)
{
  FootholdProof *proof = g_new0 (FootholdProof, 1);

  proof->from = g_strdup ("2026-11-01");
  proof->to = g_strdup ("2026-11-30");
  proof->lines = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      FootholdProofLine *line = g_new0 (FootholdProofLine, 1);
      FootholdProofStep *step = g_new0 (FootholdProofStep, 2);

      line->day = g_strdup ("2026-11-03");
      line->title = g_strdup_printf ("Work %u, with a name that takes more than one line of a narrow column", i);
      line->organisation = i % 2 == 0 ? g_strdup ("Acme") : NULL;
      line->channel = g_strdup ("mail");
      line->state = g_strdup ("declined");
      line->steps = g_ptr_array_new ();
      step[0] = (FootholdProofStep) { (char *) "submitted", (char *) "2026-11-03" };
      step[1] = (FootholdProofStep) { (char *) "declined", (char *) "2026-11-20" };
      g_ptr_array_add (line->steps, &step[0]);
      g_ptr_array_add (line->steps, &step[1]);
      g_ptr_array_add (proof->lines, line);
    }
  return proof;
}

/* Its steps are of constant words. */
static void
proof_free (FootholdProof *proof)
{
  for (guint i = 0; i < proof->lines->len; i++)
    {
      FootholdProofLine *line = g_ptr_array_index (proof->lines, i);

      g_free (g_ptr_array_index (line->steps, 0));
      g_ptr_array_unref (line->steps);
      g_free (line->day);
      g_free (line->title);
      g_free (line->organisation);
      g_free (line->channel);
      g_free (line->state);
      g_free (line);
    }
  foothold_proof_free (proof);
}

static int
print (const FootholdProof *proof, const char *path)
{
  const char *const intro[] = { "Proof of Search", "November", NULL };
  g_autoptr (GPtrArray) cells = foothold_proof_paper_cells (proof);
  g_autoptr (GtkPrintOperation) operation = foothold_table_print_new (&(FootholdTablePrint) {
    .job_name = "Proof of Search",
    .cells = cells,
    .n_columns = FOOTHOLD_PROOF_COLUMNS,
    .intro = intro,
    .landscape = TRUE,
  });
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_object_get (operation, "n-pages", &n_pages, NULL);
  return n_pages;
}

static void
test_proof (void)
{
  FootholdProof *some = proof_new (2), *many = proof_new (200), *none = proof_new (0);
  g_autoptr (GPtrArray) paper = foothold_proof_paper_cells (some);
  guint n_columns;
  g_autoptr (GPtrArray) table = foothold_proof_table_cells (some, &n_columns);
  g_autofree char *dir = g_dir_make_tmp ("foothold-proof-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "proof.pdf", NULL);

  g_assert_cmpuint (paper->len, ==, 3 * FOOTHOLD_PROOF_COLUMNS);
  g_assert_cmpstr (g_ptr_array_index (paper, 2 * FOOTHOLD_PROOF_COLUMNS - 1), ==,
                   "Submitted 3 Nov 2026, Declined by Host 20 Nov 2026");
  g_assert_cmpstr (g_ptr_array_index (table, 2 * n_columns - 1), ==,
                   "Submitted 2026-11-03; Declined by Host 2026-11-20");
  g_assert_cmpint (print (some, path), ==, 1);
  g_assert_cmpint (print (many, path), >, 5);
  g_assert_cmpint (print (none, path), ==, 1);
  g_unlink (path);
  g_rmdir (dir);
  proof_free (some);
  proof_free (many);
  proof_free (none);
}

/* ---- Today ---- */

static FootholdDueEntry
entry_of (FootholdDueKind kind, const char *date, const char *time, const char *zone, const char *now)
{
  FootholdDueEntry entry = { .kind = kind };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const FootholdDueItem item = { kind, date, time, zone, NULL };
  gint64 at;

  g_assert_true (foothold_instant_from_text (now, &at));
  foothold_due_look (&item, at, utc, &entry.when);
  return entry;
}

static void
test_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 28, 9, 0, 0); /* a Saturday */
  FootholdDueEntry interview =
    entry_of (FOOTHOLD_DUE_INTERVIEW, "2026-11-29", "10:00", NULL, "2026-11-28T09:00:00.000Z");
  FootholdDueEntry offer = entry_of (FOOTHOLD_DUE_OFFER_ANSWER, "2026-12-03", NULL, NULL, "2026-11-28T09:00:00.000Z");
  FootholdDueEntry silent = entry_of (FOOTHOLD_DUE_FOLLOW_UP, "2026-11-25", NULL, NULL, "2026-11-28T09:00:00.000Z");
  FootholdDueEntry undated = { .kind = FOOTHOLD_DUE_OFFER_ANSWER };
  g_autofree char *text = NULL;
  const char *label;
  gboolean urgent;

  interview.application = offer.application = silent.application = undated.application = 1;
  silent.title = (char *) "Logo";
  silent.organisation = (char *) "Acme";
  silent.silent_days = 13;
  g_assert_cmpstr (take (foothold_today_what (&interview, now), &text), ==, "Interview tomorrow at 10:00");
  g_assert_cmpstr (take (foothold_today_what (&offer, now), &text), ==, "Answer the offer by Thu 3 Dec");
  g_assert_cmpstr (take (foothold_today_what (&undated, now), &text), ==, "Answer the offer");
  g_assert_cmpstr (take (foothold_today_when (&silent, now, &urgent), &text), ==, "3 days ago");
  g_assert_true (urgent);
  g_assert_cmpstr (take (foothold_today_when (&offer, now, &urgent), &text), ==, "in 5 days");
  g_assert_false (urgent);
  g_assert_null (take (foothold_today_when (&undated, now, &urgent), &text));
  g_assert_cmpstr (take (foothold_today_when_full (&interview), &text), ==, "Sunday, 29 November 2026, 10:00");
  g_assert_cmpstr (take (foothold_today_whom (&silent), &text), ==, "Logo, Acme\u00a0· 13 days of silence");
  g_assert_cmpstr (take (foothold_today_summary (2, 3), &text), ==, "2 overdue\u00a0· 3 today");
  g_assert_cmpstr (take (foothold_today_summary (0, 1), &text), ==, "1 today");
  g_assert_null (take (foothold_today_summary (0, 0), &text));
  g_assert_cmpstr (take (foothold_today_iso (now, 1), &text), ==, "2026-11-29");
  g_assert_cmpstr (take (foothold_today_next_week (now), &text), ==, "2026-11-30");

  g_assert_cmpstr (foothold_today_deed_of (&silent, &label), ==, "due.follow-up");
  g_assert_cmpstr (foothold_today_deed_of (&offer, &label), ==, "due.open");
  g_assert_true (foothold_today_deed_is_possible ("due.no-answer", &silent));
  g_assert_false (foothold_today_deed_is_possible ("due.done", &silent));
  g_assert_false (foothold_today_deed_is_possible ("due.wake", &silent));
  g_assert_true (foothold_today_deed_is_possible ("due.snooze-week", &offer));
  /* what lapses today is not put out of sight */
  offer.when.group = FOOTHOLD_DUE_TODAY;
  g_assert_false (foothold_today_deed_is_possible ("due.snooze-week", &offer));
  offer.when.group = FOOTHOLD_DUE_SNOOZED;
  g_assert_true (foothold_today_deed_is_possible ("due.wake", &offer));
}

/* By the calendar, where a night is 25 hours long. */
static void
test_days (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) late = g_date_time_new (berlin, 2026, 10, 24, 23, 30, 0);
  g_autoptr (GDateTime) monday = g_date_time_new (berlin, 2026, 10, 26, 0, 0, 0);
  g_autofree char *text = NULL;

  g_assert_cmpstr (take (foothold_today_iso (late, 1), &text), ==, "2026-10-25");
  g_assert_cmpstr (take (foothold_today_iso (late, 3), &text), ==, "2026-10-27");
  g_assert_cmpstr (take (foothold_today_next_week (late), &text), ==, "2026-10-26");
  g_assert_cmpstr (take (foothold_today_next_week (monday), &text), ==, "2026-11-02");
}

int
main (int argc, char **argv)
{
  widget_fixture_init (&argc, &argv);

  g_test_add_func ("/statistics/figures", test_figures);
  g_test_add_func ("/statistics/proof", test_proof);
  g_test_add_func ("/today/words", test_today);
  g_test_add_func ("/today/days", test_days);

  return g_test_run ();
}
