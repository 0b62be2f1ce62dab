// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-limits.h"
#include "import-fixture.h"

/* Our own export, and JobPosting objects in JSON files. */

static TestSink *
refused (const char *text, int code, const char *says)
{
  TestSink *sink = test_sink_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_false (foothold_import_bytes (bytes, "x.json", &sink->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, "othing was imported"));
  g_assert_cmpuint (sink->dossiers->len + sink->rows->len, ==, 0);
  return sink;
}

#define OWN(rest) "{\"format\":\"foothold\",\"version\":1," rest "}"
#define SHA_HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

/* Hours ahead of UTC, which GLib would read with the other sign, become the name of a zone; what could be none stays
 * out. */
static void
test_zones (void)
{
  static const struct
  {
    const char *written, *zone; /* zone NULL: left out */
  } cases[] = {
    { "Europe/Berlin", "Europe/Berlin" }, { "Etc/GMT-7", "Etc/GMT-7" }, { "UTC+2", "Etc/GMT-2" },
    { "UTC+5:30", "Asia/Kolkata" },       { "UTC+3:10", NULL },         { "my zone", NULL },
    { "Mars/Olympus", "Mars/Olympus" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (OWN ("\"opportunities\":[{\"title\":\"A\",\"apply_by\":\"2026-02-01\","
                                                    "\"apply_by_zone\":\"%s\"}]"),
                                               cases[i].written);
      g_autoptr (TestSink) sink = test_import (json, -1, "export.json");

      g_assert_cmpuint (sink->problems->len, ==, cases[i].zone == NULL);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_by_zone, ==, cases[i].zone);
    }
}

static void
test_own_whole (void)
{
  g_autoptr (TestSink) sink = test_import (
    OWN (
      "\"opportunities\":[{\"id\":\"1734567890123456789\",\"origin\":\"found\",\"kind\":\"freelance\",\"state\":"
      "\"dropped\","
      "\"starred\":true,\"unread\":false,\"archived_at\":\"2026-01-02T03:04:05.678Z\",\"created_at\":\"2026-01-01T00:"
      "00:00.000Z\","
      "\"title\":\"Łódź \\u0001 & <b>\",\"organisation\":\"Acme\",\"organisation_id\":\"7\",\"area\":\"my-own\","
      "\"pay_gross_min\":\"12.345\",\"pay_net\":\"0.001\",\"currency\":\"KWD\",\"hours_min\":1.6667,\"hours_max\":20,"
      "\"check_ins\":2,\"feedback\":false,\"reference\":null,\"apply_by\":\"2026-02-01\",\"apply_by_time\":\"23:59\","
      "\"apply_by_zone\":\"Europe/Berlin\",\"apply_window\":\"date\",\"fact_source\":\"mail\","
      "\"description\":\"a\\n\\n<p>b</p>\","
      "\"skills\":[\"Python\",\"SQL\"],"
      "\"deliverables\":[{\"id\":\"11\",\"title\":\"Report\",\"acceptance\":\"ten pages\",\"due_on\":\"2026-03-01\"}],"
      "\"facts\":[{\"id\":\"12\",\"field\":\"hours_min\",\"knowledge\":\"stated\",\"source\":\"guess\"},"
      "{\"id\":\"13\",\"field\":\"pay_due\",\"knowledge\":\"not-said\",\"source\":null}],"
      "\"history\":[{\"id\":\"14\",\"at\":\"2026-01-03T00:00:00.000Z\",\"actor\":\"me\",\"from_state\":\"spotted\","
      "\"to_state\":\"dropped\",\"reason\":\"far\"}],"
      "\"attachments\":[{\"id\":\"15\",\"added_at\":\"2026-01-03T00:00:00.000Z\",\"role\":\"page\",\"name\":\"p.html\","
      "\"media_type\":\"text/html\",\"size\":5,\"sha256\":\"" SHA_HELLO "\"}]}],"
      "\"organisations\":[{\"id\":\"7\",\"name\":\"Acme\",\"type\":\"company\"}],\"persons\":[{\"id\":\"8\",\"name\":"
      "\"Ines\",\"organisation_id\":\"7\"}],"
      "\"skills\":[{\"id\":\"9\",\"name\":\"Python\",\"level\":3,\"wanted\":true,\"evidence\":null}],"
      "\"goals\":[{\"id\":\"20\",\"rank\":1,\"title\":\"Data\"}],\"goal_targets\":[{\"id\":\"21\",\"goal\":\"20\","
      "\"kind\":\"area\",\"value\":\"research\"}],"
      "\"wants\":[{\"id\":\"22\",\"position\":0,\"text\":\"Quiet\"}],\"terms\":[{\"id\":\"23\",\"list\":\"area\","
      "\"slug\":\"my-own\",\"name\":\"My Own\"}],"
      "\"profile\":[{\"id\":\"1\",\"role\":\"both\",\"hours_per_week\":10.5,\"overrun_permille\":1250,\"floor\":\"15."
      "00\",\"floor_currency\":"
      "\"EUR\"}],"
      "\"files\":[{\"sha256\":\"" SHA_HELLO "\",\"size\":5,\"data\":\"aGVsbG8=\"}]"),
    -1, "export.json");
  const FootholdDossier *dossier = test_sink_dossier (sink, 0);
  const FootholdOpportunityRow *row = dossier->opportunity;
  const FootholdHistoryRow *history = g_ptr_array_index (dossier->history, 0);
  const FootholdFactRow *fact = g_ptr_array_index (dossier->facts, 0);
  const FootholdAttachmentRow *attachment = g_ptr_array_index (dossier->attachments, 0);

  g_assert_cmpuint (sink->problems->len, ==, 0);
  g_assert_cmpint (row->row.id, ==, 1734567890123456789);
  g_assert_cmpstr (row->title, ==, "Łódź \x01 & <b>");
  g_assert_cmpstr (row->description, ==, "a\n\n<p>b</p>");
  g_assert_cmpstr (row->state, ==, "dropped");
  g_assert_cmpint (row->starred, ==, 1);
  g_assert_cmpint (row->archived_at, ==, 1767323045678);
  g_assert_cmpint (row->organisation_id, ==, 7);
  g_assert_cmpint (row->pay_gross_min, ==, 12345);
  g_assert_cmpint (row->pay_net, ==, 1);
  g_assert_cmpint (row->minutes_min, ==, 100);
  g_assert_cmpint (row->minutes_max, ==, 1200);
  g_assert_cmpint (row->feedback, ==, 0);
  g_assert_cmpint (row->reference, ==, GINT64_UNKNOWN);
  g_assert_cmpint (row->pay_gross_max, ==, GINT64_UNKNOWN);
  g_assert_cmpstr (row->fact_source, ==, "mail");
  g_assert_cmpuint (dossier->skills->len, ==, 2);
  g_assert_cmpuint (dossier->deliverables->len, ==, 1);
  g_assert_cmpuint (dossier->facts->len, ==, 2);
  g_assert_cmpint (fact->row.id, ==, 12);
  g_assert_cmpstr (history->from_state, ==, "spotted");
  g_assert_cmpint (history->row.id, ==, 14);
  g_assert_cmpint (attachment->row.id, ==, 15);
  g_assert_cmpuint (g_bytes_get_size (g_ptr_array_index (dossier->pages, 0)), ==, 5);

  g_assert_cmpuint (sink->rows->len, ==, 8);
  for (guint i = 0; i < sink->rows->len; i++)
    {
      FootholdRow *other = g_ptr_array_index (sink->rows, i);

      g_assert_cmpint (other->id, >, 0);
      if (other->type == &foothold_profile_row_type)
        {
          g_assert_cmpint (((FootholdProfileRow *) other)->minutes_per_week, ==, 630);
          g_assert_cmpint (((FootholdProfileRow *) other)->overrun_permille, ==, 1250);
          g_assert_cmpint (((FootholdProfileRow *) other)->floor, ==, 1500);
        }
      if (other->type == &foothold_skill_row_type)
        g_assert_cmpint (((FootholdSkillRow *) other)->level, ==, 3);
      if (other->type == &foothold_goal_target_row_type)
        g_assert_cmpint (((FootholdGoalTargetRow *) other)->goal, ==, 20);
    }
}

static void
test_own_smallest (void)
{
  g_autoptr (TestSink) sink = test_import (OWN ("\"opportunities\":[{\"title\":\"T\"}]"), -1, NULL);
  g_autoptr (TestSink) none = test_import (OWN ("\"opportunities\":[]"), -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (sink, 0)->kind, ==, "micro-internship");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->state, ==, "spotted");
  g_assert_cmpint (test_sink_opportunity (sink, 0)->row.id, ==, 0);
  g_assert_cmpuint (none->dossiers->len, ==, 0);
}

/* One bad value costs one field, and is said with its line. */
static void
test_own_bad_values (void)
{
  static const struct
  {
    const char *member, *field;
  } cases[] = {
    { "\"id\":5", "id" },
    { "\"id\":\"0\"", "id" },
    { "\"id\":\"-5\"", "id" },
    { "\"id\":\"99999999999999999999\"", "id" },
    { "\"kind\":\"holiday\"", "kind" },
    { "\"state\":\"gone\"", "state" },
    { "\"pay_kind\":\"gold\"", "pay_kind" },
    { "\"work_mode\":7", "work_mode" },
    { "\"apply_by\":\"2026-02-30\"", "apply_by" },
    { "\"apply_by_time\":\"25:00\"", "apply_by_time" },
    { "\"currency\":\"euro\"", "currency" },
    { "\"currency\":\"JPY\",\"pay_net\":\"1.5\"", "pay_net" },
    { "\"pay_net\":\"lots\"", "pay_net" },
    { "\"hours_min\":-1", "minutes_min" },
    { "\"hours_min\":\"20\"", "minutes_min" },
    { "\"hours_min\":1e99", "minutes_min" },
    { "\"check_ins\":1.5", "check_ins" },
    { "\"starred\":1", "starred" },
    { "\"archived_at\":\"yesterday\"", "archived_at" },
    { "\"minutes_min\":60", "minutes_min" },
    { "\"batch\":\"1\"", "batch" },
    { "\"colour\":\"red\"", "colour" },
    { "\"skills\":[7]", "skills" },
    { "\"skills\":\"Python\"", "skills" },
    { "\"facts\":[{\"field\":\"nothing\"}]", "facts" },
    { "\"facts\":[{\"field\":\"area\"},{\"field\":\"area\"}]", "facts" },
    { "\"facts\":[{\"field\":\"area\",\"knowledge\":\"maybe\"}]", "knowledge" },
    { "\"history\":[{\"to_state\":\"nowhere\"}]", "to_state" },
    { "\"history\":[{}]", "history" },
    { "\"deliverables\":[7]", "deliverables" },
    { "\"attachments\":[{\"name\":\"a\",\"sha256\":\"" SHA_HELLO "\"}]", "attachments" },
    { "\"organisation\":[]", "organisation" },
    { "\"origin\":\"found\",\"state\":\"ready\"", "state" },
    { "\"origin\":\"written\",\"state\":\"spotted\"", "state" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (OWN ("\n\"opportunities\":[\n{\"title\":\"T\",%s}]"), cases[i].member);
      g_autoptr (TestSink) sink = NULL;

      g_test_message ("%s", cases[i].member);
      sink = test_import (json, -1, NULL);
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_true (test_sink_says (sink, cases[i].field, ""));
      /* what is said of a fact that is not understood makes none */
      g_assert_cmpuint (test_sink_dossier (sink, 0)->facts->len, ==, strstr (cases[i].member, "},{\"field\"") ? 1 : 0);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (sink->problems, 0), "Entry 1 of “opportunities”, line 3"));
    }
}

/* The two ends of a range, whichever stands first; silently, as with the pay of a posting. */
static void
test_own_ranges (void)
{
  g_autoptr (TestSink) sink =
    test_import (OWN ("\"opportunities\":[{\"title\":\"T\",\"hours_min\":40,\"hours_max\":10,\"currency\":\"EUR\","
                      "\"pay_gross_min\":\"25\",\"pay_gross_max\":\"20\"},{\"title\":\"U\",\"hours_min\":40}]"),
                 -1, NULL);
  const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

  g_assert_cmpuint (sink->problems->len, ==, 0);
  g_assert_cmpint (row->minutes_min, ==, 600);
  g_assert_cmpint (row->minutes_max, ==, 2400);
  g_assert_cmpint (row->pay_gross_min, ==, 2000);
  g_assert_cmpint (row->pay_gross_max, ==, 2500);
  g_assert_cmpint (test_sink_opportunity (sink, 1)->minutes_min, ==, 2400);
}

/* A title is cut to its cap and said; a posting's text is not. */
static void
test_own_caps (void)
{
  g_autofree char *title = g_strnfill (70000, 't');
  g_autofree char *json =
    g_strdup_printf (OWN ("\"opportunities\":[{\"title\":\"%s\",\"description\":\"%s\"}]"), title, title);
  g_autoptr (TestSink) sink = test_import (json, -1, NULL);

  g_assert_cmpuint (strlen (test_sink_opportunity (sink, 0)->title), ==, FOOTHOLD_LIMIT_TITLE);
  g_assert_cmpuint (strlen (test_sink_opportunity (sink, 0)->description), ==, 70000);
  g_assert_cmpuint (sink->problems->len, ==, 1);
  g_assert_true (test_sink_says (sink, "title", "too long"));
}

static void
test_own_left_out (void)
{
  g_autoptr (TestSink) sink =
    test_import (OWN ("\"opportunities\":[{\"organisation\":\"Acme\"},7,{\"title\":\"\"},{\"title\":\"Good\"}],"
                      "\"skills\":[{\"level\":9,\"name\":\"x\"},{}],\"extra\":[1]"),
                 -1, NULL);

  g_assert_cmpuint (sink->dossiers->len, ==, 1);
  g_assert_cmpuint (sink->rows->len, ==, 1);
  g_assert_true (test_sink_says (sink, NULL, "Entry 1 of “opportunities”, line 1"));
  g_assert_true (test_sink_says (sink, NULL, "not an object"));
  g_assert_true (test_sink_says (sink, "level", "9"));
  g_assert_true (test_sink_says (sink, "extra", "no list"));
}

/* Bytes that are not what their name says are not kept. */
static void
test_own_damaged_file (void)
{
  g_autoptr (TestSink) sink =
    test_import (OWN ("\"opportunities\":[{\"title\":\"T\",\"attachments\":[{\"name\":\"a\",\"sha256\":\"" SHA_HELLO
                      "\"}]}],"
                      "\"files\":[{\"sha256\":\"" SHA_HELLO "\",\"size\":5,\"data\":\"aGVsbG9v\"}]"),
                 -1, NULL);

  g_assert_cmpuint (test_sink_dossier (sink, 0)->attachments->len, ==, 0);
  g_assert_true (test_sink_says (sink, "attachments", "damaged"));
}

static void
test_refusals (void)
{
  g_autoptr (TestSink) newer = refused ("{\"format\":\"foothold\",\"version\":2,\"opportunities\":[{\"title\":\"T\"}]}",
                                        FOOTHOLD_IMPORT_ERROR_NEWER, "newer Foothold");
  g_autoptr (TestSink) unversioned = refused ("{\"format\":\"foothold\"}", FOOTHOLD_IMPORT_ERROR_DAMAGED, "version");
  g_autoptr (TestSink) twice =
    refused (OWN ("\n\"opportunities\":[{\"id\":\"5\",\"title\":\"T\"},\n{\"id\":\"5\",\"title\":\"U\"}]"),
             FOOTHOLD_IMPORT_ERROR_DAMAGED, "Line 3");
  g_autoptr (TestSink) no_list = refused (OWN ("\"opportunities\":{}"), FOOTHOLD_IMPORT_ERROR_DAMAGED, "not a list");
  g_autoptr (TestSink) cut =
    refused (OWN ("\"opportunities\":[{\"title\":\"T\"") "", FOOTHOLD_IMPORT_ERROR_DAMAGED, "Line 1");
  g_autoptr (TestSink) key_twice =
    refused (OWN ("\"opportunities\":[{\"title\":\"T\",\"title\":\"U\"}]"), FOOTHOLD_IMPORT_ERROR_DAMAGED, "twice");
  g_autoptr (TestSink) other = refused ("{\"a\":1}", FOOTHOLD_IMPORT_ERROR_EMPTY, "JobPosting");
  g_autoptr (TestSink) empty = refused ("[]", FOOTHOLD_IMPORT_ERROR_EMPTY, "JobPosting");

  g_assert_cmpuint (newer->problems->len, ==, 0);
  g_assert_cmpuint (unversioned->problems->len + twice->problems->len + no_list->problems->len + cut->problems->len
                      + key_twice->problems->len + other->problems->len + empty->problems->len,
                    ==, 0);
}

static void
test_postings (void)
{
  g_autoptr (TestSink) one =
    test_import ("{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"One\","
                 "\"hiringOrganization\":\"Acme\"}",
                 -1, "one.json");
  g_autoptr (TestSink) many =
    test_import ("[\n{\"@type\":\"JobPosting\",\"title\":\"One\",\"hiringOrganization\":{\"@id\":\"#o\"}},\n"
                 "{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Acme\"},\n"
                 "{\"title\":\"Two\",\"description\":\"no type\"},\n{\"@type\":\"JobPosting\"},7]",
                 -1, "many.json");

  g_assert_cmpstr (test_sink_opportunity (one, 0)->organisation, ==, "Acme");
  g_assert_cmpstr (test_sink_opportunity (one, 0)->fact_source, ==, "file");
  g_assert_cmpstr (test_sink_opportunity (one, 0)->source, ==, "import");
  g_assert_cmpuint (test_sink_dossier (one, 0)->attachments->len, ==, 0);

  g_assert_cmpuint (many->dossiers->len, ==, 2);
  g_assert_cmpstr (test_sink_opportunity (many, 0)->organisation, ==, "Acme");
  g_assert_cmpstr (test_sink_opportunity (many, 1)->title, ==, "Two");
  g_assert_true (test_sink_says (many, NULL, "Entry 4, line 5"));
  g_assert_true (test_sink_says (many, NULL, "Entry 5, line 5"));
}

/* Many objects are read one by one; cancelling ends it. */
static void
test_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"foothold\",\"version\":1,\"opportunities\":[");
  g_autoptr (TestSink) sink = NULL;
  g_autoptr (TestSink) cancelled = test_sink_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (json, "%s\n{\"id\":\"%u\",\"title\":\"Opportunity %u\"}", i > 1 ? "," : "", i, i);
  g_string_append (json, "]}");
  sink = test_import (json->str, (gssize) json->len, NULL);
  g_assert_cmpuint (sink->dossiers->len, ==, 20000);
  g_assert_cmpstr (test_sink_dossier (sink, 19999)->where, ==, "Entry 20000 of “opportunities”, line 20001");

  g_cancellable_cancel (cancellable);
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  g_assert_false (foothold_import_bytes (bytes, NULL, &cancelled->sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelled->dossiers->len, ==, 0);
}

typedef struct
{
  guint n_taken, stop_at;
  GCancellable *cancellable; /* cancelled at @stop_at, else the sink fails there */
} Stopping;

static gboolean
take_until_stop (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  Stopping *stopping = user_data;
  g_autofree char *title = g_strdup_printf ("Opportunity %u", ++stopping->n_taken);

  g_assert_cmpstr (dossier->opportunity->title, ==, title);
  foothold_dossier_unref (dossier);
  if (stopping->n_taken < stopping->stop_at)
    return TRUE;
  if (stopping->cancellable != NULL)
    {
      g_cancellable_cancel (stopping->cancellable);
      return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static gboolean
ignore_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  return TRUE;
}

/* However the entries are shared out while they are read: they come, and are complained of, in the file's order. */
static void
test_many_in_order (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"foothold\",\"version\":1,\"opportunities\":[");
  g_autoptr (TestSink) sink = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stopping failing = { .stop_at = 4321 };
  Stopping cancelling = { .stop_at = 4321, .cancellable = cancellable };
  const FootholdSink failing_sink = { &failing, take_until_stop, NULL, ignore_problem, NULL };
  const FootholdSink cancelling_sink = { &cancelling, take_until_stop, NULL, ignore_problem, NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf (json, "%s\n{\"title\":\"Opportunity %u\"%s}", i > 1 ? "," : "", i,
                            i % 7 == 0 ? ",\"kind\":\"holiday\"" : "");
  g_string_append (json, "]}");
  sink = test_import (json->str, (gssize) json->len, NULL);

  g_assert_cmpuint (sink->dossiers->len, ==, 10000);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Opportunity %u", i + 1);

      g_assert_cmpstr (test_sink_opportunity (sink, i)->title, ==, title);
    }
  g_assert_cmpuint (sink->problems->len, ==, 10000 / 7);
  for (guint i = 0; i < sink->problems->len; i++)
    {
      g_autofree char *where =
        g_strdup_printf ("Entry %u of “opportunities”, line %u | kind | ", (i + 1) * 7, (i + 1) * 7 + 1);

      g_assert_true (g_str_has_prefix (g_ptr_array_index (sink->problems, i), where));
    }

  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  g_assert_false (foothold_import_json (bytes, NULL, &failing_sink, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (failing.n_taken, ==, 4321);
  g_clear_error (&error);
  g_assert_false (foothold_import_json (bytes, NULL, &cancelling_sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelling.n_taken, <, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-json/own/whole", test_own_whole);
  g_test_add_func ("/import-json/own/zones", test_zones);
  g_test_add_func ("/import-json/own/smallest", test_own_smallest);
  g_test_add_func ("/import-json/own/bad-values", test_own_bad_values);
  g_test_add_func ("/import-json/own/ranges", test_own_ranges);
  g_test_add_func ("/import-json/own/caps", test_own_caps);
  g_test_add_func ("/import-json/own/left-out", test_own_left_out);
  g_test_add_func ("/import-json/own/damaged-file", test_own_damaged_file);
  g_test_add_func ("/import-json/refusals", test_refusals);
  g_test_add_func ("/import-json/postings", test_postings);
  g_test_add_func ("/import-json/many", test_many);
  g_test_add_func ("/import-json/many-in-order", test_many_in_order);
  return g_test_run ();
}
