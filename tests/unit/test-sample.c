// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-sample.h"
#include "import-fixture.h"
#include "store/foothold-judging.h"

/* Counted dates become dates and instants, and nothing else in the file changes. */

#define SAMPLE_OPPORTUNITIES 60

static char *
resolve (const char *text, GDateTime *today)
{
  g_autoptr (GBytes) source = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) bytes = foothold_sample_resolve (source, today);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_resolves (GDateTime *today, const char *text, const char *expected)
{
  g_autofree char *resolved = resolve (text, today);

  g_assert_cmpstr (resolved, ==, expected);
}

static void
test_dates (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 ("2026-12-30T23:50:00Z", NULL);

  assert_resolves (today, "[\"+0d\", \"+3d\", \"-30d\"]", "[\"2026-12-30\", \"2027-01-02\", \"2026-11-30\"]");
  assert_resolves (today, "{\"at\": \"-1d 08:05\"}", "{\"at\": \"2026-12-29T08:05:00.000Z\"}");
}

/* An instant is a time of the person's own day, written in UTC. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) today = g_date_time_new (zone, 2026, 11, 22, 3, 0, 0);

  assert_resolves (today, "\"+0d\"", "\"2026-11-22\"");
  assert_resolves (today, "\"-1d 02:30\"", "\"2026-11-20T19:30:00.000Z\"");
}

/* Clocks change at 02:00 that night; a time that does not exist must not lose the row. */
static void
test_clock_change (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Warsaw");
  g_autoptr (GDateTime) today = NULL;
  g_autofree char *resolved = NULL;

  if (zone == NULL)
    {
      g_test_skip ("no time zone data here");
      return;
    }
  today = g_date_time_new (zone, 2026, 3, 30, 12, 0, 0);
  resolved = resolve ("\"-1d 02:30\"", today);
  g_assert_true (g_str_has_prefix (resolved, "\"2026-03-29T"));
  g_assert_true (g_str_has_suffix (resolved, "Z\""));
}

static void
test_leaves_alone (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  static const char *const texts[] = {
    "",
    "{}",
    "\"d\"",
    "\"+d\"",
    "\"+3\"",
    "\"+3d \"",
    "\"+3d 1:00\"",
    "\"+3d 10:00:00\"",
    "\"+3d 99:00\"",
    "\" +3d\"",
    "\"+123456d\"",
    "\"in +3d\"",
    "\"say \\\"+3d\\\" twice\"",
    "\"ends with a backslash \\\\\", 1",
    "+3d",
    "\"never closed +3d",
    "\"+3d\\",
    "\"Łódź, Đà Nẵng\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_resolves (today, texts[i], texts[i]);
}

static void
check_strings (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        check_strings (l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_strings (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      /* None is left over. */
      g_assert_false ((text[0] == '+' || text[0] == '-') && g_ascii_isdigit (text[1]) && strchr (text, 'd') != NULL);
    }
}

/* The shipped file is whole: about a semester's worth, every kind of answer somewhere, no date of it far away. */
static void
test_shipped (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_sample_load (today, &error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pays = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *root;
  JsonArray *opportunities;

  g_assert_no_error (error);
  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  check_strings (json_parser_get_root (parser));

  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "foothold");
  opportunities = json_object_get_array_member (root, "opportunities");
  g_assert_cmpuint (json_array_get_length (opportunities), >=, SAMPLE_OPPORTUNITIES);
  for (guint i = 0; i < json_array_get_length (opportunities); i++)
    {
      JsonObject *opportunity = json_array_get_object_element (opportunities, i);
      const char *created = json_object_get_string_member (opportunity, "created_at");
      g_autoptr (GDateTime) created_at = g_date_time_new_from_iso8601 (created, NULL);

      g_assert_nonnull (created_at);
      g_assert_cmpint (g_date_time_compare (created_at, today), <, 0);
      g_hash_table_add (states, (gpointer) json_object_get_string_member (opportunity, "state"));
      if (!json_object_get_null_member (opportunity, "pay_kind"))
        g_hash_table_add (pays, (gpointer) json_object_get_string_member (opportunity, "pay_kind"));
    }
  g_assert_cmpuint (g_hash_table_size (states), ==, 6);
  g_assert_cmpuint (g_hash_table_size (pays), ==, 6);
}

typedef struct
{
  guint n_opportunities, n_rows, n_nests;
} Counts;

static gboolean
count_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  ((Counts *) user_data)->n_opportunities++;
  foothold_dossier_unref (dossier);
  return TRUE;
}

static gboolean
count_row (gpointer user_data, FootholdRow *row, GError **error)
{
  ((Counts *) user_data)->n_rows++;
  foothold_row_unref (row);
  return TRUE;
}

static gboolean
count_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  ((Counts *) user_data)->n_nests++;
  foothold_nest_free (nest);
  return TRUE;
}

static gboolean
refuse_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s: %s", where, field != NULL ? field : "entry",
               reason);
  return FALSE;
}

/* The importer of our own format has nothing to complain about. */
static void
test_imports (void)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  Counts counts = { 0 };
  const FootholdSink sink = {
    .user_data = &counts,
    .take_dossier = count_dossier,
    .take_row = count_row,
    .take_nest = count_nest,
    .problem = refuse_problem,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_sample_load (today, &error);

  g_assert_no_error (error);
  foothold_import_bytes (bytes, "sample.json", &sink, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_opportunities, >=, SAMPLE_OPPORTUNITIES);
  g_assert_cmpuint (counts.n_rows, >=, SAMPLE_OPPORTUNITIES);
  g_assert_cmpuint (counts.n_nests, >=, 7); /* applications */
}

/* ---- the spread: whoever looks at it first sees every kind of answer ---- */

#define N_STEPS 5

typedef struct
{
  guint n, paid, unpaid, pay_unknown;
  guint past, soon, weeks, far, no_deadline;
  guint tagged, answered, warned;
  guint clarity[N_STEPS]; /* fifths of 100 */
  guint low[N_STEPS], high[N_STEPS]; /* fifths of the overall range's ends */
} Spread;

/* Rows of one kind, in their order. (transfer container) */
static GPtrArray *
rows_of (TestSink *sink, const FootholdRowType *type)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < sink->rows->len; i++)
    if (((FootholdRow *) g_ptr_array_index (sink->rows, i))->type == type)
      g_ptr_array_add (rows, g_ptr_array_index (sink->rows, i));
  return rows;
}

static FootholdJudge *
judge_of (TestSink *sink)
{
  g_autoptr (GPtrArray) goals = rows_of (sink, &foothold_goal_row_type);
  g_autoptr (GPtrArray) targets = rows_of (sink, &foothold_goal_target_row_type);
  g_autoptr (GPtrArray) wants = rows_of (sink, &foothold_want_row_type);
  g_autoptr (GPtrArray) skills = rows_of (sink, &foothold_skill_row_type);
  g_autoptr (GPtrArray) weights = rows_of (sink, &foothold_weight_row_type);
  g_autoptr (GPtrArray) profile = rows_of (sink, &foothold_profile_row_type);
  g_autoptr (GError) error = NULL;
  FootholdJudge *judge =
    foothold_judge_new (goals, targets, wants, skills, weights, g_ptr_array_index (profile, 0), &error);

  g_assert_no_error (error);
  return judge;
}

static guint
step_of (double share)
{
  return MIN ((guint) (share * N_STEPS), N_STEPS - 1);
}

static void
count_deadline (Spread *spread, const FootholdOpportunityRow *row, const GDate *today)
{
  GDate day;
  int days;

  if (row->apply_by == NULL)
    {
      spread->no_deadline++;
      return;
    }
  g_date_set_parse (&day, row->apply_by);
  days = g_date_days_between (today, &day);
  spread->past += days < 0 ? 1 : 0;
  spread->soon += days >= 0 && days <= 3 ? 1 : 0;
  spread->weeks += days > 3 && days <= 30 ? 1 : 0;
  spread->far += days > 30 ? 1 : 0;
}

static void
count_one (Spread *spread, FootholdJudge *judge, const FootholdDossier *dossier, const GDate *today)
{
  const FootholdOpportunityRow *row = dossier->opportunity;
  const FootholdCase given = foothold_case_of (dossier, dossier->answers, NULL);
  g_auto (FootholdJudgement) judgement = { 0 };

  foothold_judge_case (judge, &given, &judgement);
  spread->n++;
  if (row->pay_kind == NULL || g_str_equal (row->pay_kind, "unknown"))
    spread->pay_unknown++;
  else if (g_str_equal (row->pay_kind, "unpaid"))
    spread->unpaid++;
  else
    spread->paid++;
  count_deadline (spread, row, today);
  spread->tagged += dossier->tags->len > 0 ? 1 : 0;
  spread->answered += dossier->answers->len > 0 ? 1 : 0;
  spread->warned += judgement.warnings->len > 0 ? 1 : 0;
  spread->clarity[step_of (judgement.clarity.score / 100.0)]++;
  g_assert_true (judgement.worth.has_overall);
  spread->low[step_of (judgement.worth.overall.lo)]++;
  spread->high[step_of (judgement.worth.overall.hi)]++;
  g_test_message ("%3u %.2f–%.2f %s", judgement.clarity.score, judgement.worth.overall.lo, judgement.worth.overall.hi,
                  row->title);
}

static void
tell_steps (const char *what, const guint *steps)
{
  g_test_message ("%s, in fifths: %u %u %u %u %u", what, steps[0], steps[1], steps[2], steps[3], steps[4]);
}

static void
test_spread (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foothold_sample_load (now, &error);
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (FootholdJudge) judge = NULL;
  Spread spread = { 0 };
  GDate today;

  g_assert_no_error (error);
  foothold_import_bytes (bytes, "sample.json", &sink->sink, NULL, &error);
  g_assert_no_error (error);
  judge = judge_of (sink);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  for (guint i = 0; i < sink->dossiers->len; i++)
    count_one (&spread, judge, test_sink_dossier (sink, i), &today);

  g_test_message ("%u: %u paid, %u unpaid, of %u nobody knows; deadlines: %u past, %u soon, %u in weeks, %u far, %u "
                  "none;"
                  " %u tagged, %u answered, %u with warning signs",
                  spread.n, spread.paid, spread.unpaid, spread.pay_unknown, spread.past, spread.soon, spread.weeks,
                  spread.far, spread.no_deadline, spread.tagged, spread.answered, spread.warned);
  tell_steps ("clarity", spread.clarity);
  tell_steps ("low end", spread.low);
  tell_steps ("high end", spread.high);
  g_assert_cmpuint (spread.paid, >=, 40);
  g_assert_cmpuint (spread.unpaid, >=, 5);
  g_assert_cmpuint (spread.pay_unknown, >=, 5);
  g_assert_cmpuint (spread.past, >=, 4);
  g_assert_cmpuint (spread.soon, >=, 5);
  g_assert_cmpuint (spread.weeks, >=, 20);
  g_assert_cmpuint (spread.far, >=, 3);
  g_assert_cmpuint (spread.no_deadline, >=, 10);
  g_assert_cmpuint (spread.tagged, >=, 20);
  g_assert_cmpuint (spread.answered, >=, 15);
  g_assert_cmpuint (spread.warned, >=, 3);
  for (guint i = 0; i < N_STEPS; i++)
    g_assert_cmpuint (spread.clarity[i], >=, 4);
  /* what fits badly for certain, what may fit and nobody knows, and what fits well for certain */
  g_assert_cmpuint (spread.low[0], >=, 10);
  g_assert_cmpuint (spread.low[N_STEPS - 2] + spread.low[N_STEPS - 1], >=, 8);
  g_assert_cmpuint (spread.high[1] + spread.high[2], >=, 5);
  g_assert_cmpuint (spread.high[N_STEPS - 1], >=, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/dates", test_dates);
  g_test_add_func ("/sample/zone", test_zone);
  g_test_add_func ("/sample/clock-change", test_clock_change);
  g_test_add_func ("/sample/leaves-alone", test_leaves_alone);
  g_test_add_func ("/sample/shipped", test_shipped);
  g_test_add_func ("/sample/imports", test_imports);
  g_test_add_func ("/sample/spread", test_spread);
  return g_test_run ();
}
