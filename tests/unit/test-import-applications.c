// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Applications and people of tables in the database: one step of undo, nothing doubled, nothing overwritten. */

#include "exchange/foothold-csv-look.h"
#include "tracker-fixture.h"

#define APPLICATIONS \
  "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And " \
  "Answers\n"
#define CONNECTIONS "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

static const char jobs[] = APPLICATIONS
  "03 Mar 2025,jobs@acme.example,555 0100,Acme,Market scan,https://acme.example/1,v4.pdf,Q: May you? A: Yes.\n"
  "04 Apr 2025,jobs@acme.example,555 0100,Acme,Menu cards,https://acme.example/2,v4.pdf,Q: May you? A: Yes.\n";

static FootholdStagedCounts
preview (StoreFixture *self, const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, name);

  return foothold_staging_get_counts (staging);
}

static void
assert_nothing_new (const FootholdStagedCounts *counts)
{
  g_assert_cmpuint (counts->n_new + counts->n_fills + counts->n_others + counts->n_applications, ==, 0);
}

/* ---- LinkedIn's applications ---- */

static void
test_applications (StoreFixture *self, gconstpointer data)
{
  g_autofree char *before = export_fixture_get (self, EXPORT_JSON);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  FootholdStagedCounts counts = exchange_fixture_import (self, jobs, "Job Applications.csv");

  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpuint (counts.n_applications, ==, 2);
  assert_sql (self,
              "SELECT o.title || '/' || a.state || '/' || a.sent_on || '/' || a.channel || '/' || a.resume_version"
              " || '/' || s.preset FROM application AS a JOIN opportunity AS o ON o.id = a.opportunity"
              " JOIN stage AS s ON s.id = a.stage ORDER BY o.title",
              "Market scan/submitted/2025-03-03/portal/v4.pdf/sent,Menu cards/submitted/2025-04-04/portal/v4.pdf/sent");
  assert_sql (self, "SELECT question || answer FROM application_answer", "May you?Yes.,May you?Yes.");
  assert_sql (self, "SELECT actor || date (at / 1000, 'unixepoch') || to_state FROM application_history ORDER BY at",
              "import2025-03-03submitted,import2025-04-04submitted");
  /* one recruiter for both */
  assert_sql (self,
              "SELECT p.name || '/' || p.phone || '/' || g.name || '/' || count (l.id) FROM person AS p JOIN"
              " organisation AS g ON g.id = p.organisation_id JOIN person_link AS l ON l.person = p.id",
              "jobs@acme.example/555 0100/Acme/2");
  assert_sql (self, "SELECT count (*) FROM organisation", "1");
  done = export_fixture_get (self, EXPORT_JSON);

  counts = preview (self, jobs, "Job Applications.csv");
  assert_nothing_new (&counts);
  g_assert_cmpuint (counts.n_same, ==, 2);

  exchange_fixture_step (self, FALSE);
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (before, undone);
  exchange_fixture_step (self, TRUE);
  redone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (done, redone);
}

/* One that was undone goes for good, with all that hangs on it, once something else is done. */
static void
test_pruned (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Other", "Beta");

  exchange_fixture_import (self, jobs, "Job Applications.csv");
  exchange_fixture_step (self, FALSE);
  assert_sql (self, "SELECT count (*) FROM application", "2");
  store_fixture_save_dossier (self, "Add", dossier);
  exchange_fixture_import (self, CONNECTIONS "Ada,K.,,,Acme,,12 Mar 2024\n", "Connections.csv");
  wait_for_sql (self, "SELECT count (*) FROM import_batch", "1");
  assert_sql (self, "SELECT count (*) FROM application", "0");
  assert_sql (self, "SELECT count (*) FROM application_history", "0");
  assert_sql (self, "SELECT count (*) FROM application_answer", "0");
  assert_sql (self, "SELECT count (*) FROM person_link", "0");
  assert_sql (self, "SELECT name FROM person", "Ada K.");
  assert_sql (self, "SELECT title FROM opportunity", "Other");
  assert_sql (self, "SELECT count (*) FROM application_search WHERE application_search MATCH 'market'", "0");
}

/* What is saved already gets its application, what has one keeps it. */
static void
test_there_already (StoreFixture *self, gconstpointer data)
{
  static const char saved[] = "Saved Date,Job Url,Job Title,Company Name\n"
                              "01 Feb 2025,https://acme.example/1,Market scan,Acme\n";
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  FootholdStagedCounts counts;

  exchange_fixture_import (self, saved, "Saved Jobs.csv");
  before = export_fixture_get (self, EXPORT_JSON);
  counts = exchange_fixture_import (self, jobs, "Job Applications.csv");
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_fills, ==, 1);
  g_assert_cmpuint (counts.n_applications, ==, 2);
  assert_sql (self, "SELECT count (*) FROM opportunity", "2");
  assert_sql (self, "SELECT count (*) FROM application", "2");
  assert_sql (self, "SELECT count (*) FROM person", "1");
  assert_sql (self, "SELECT count (*) FROM person_link", "2");
  exchange_fixture_step (self, FALSE);
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (before, undone);
}

/* ---- people ---- */

static void
add_person (StoreFixture *self, const char *name, const char *mail, const char *url, const char *notes)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);

  ((FootholdPersonRow *) row)->name = g_strdup (name);
  ((FootholdPersonRow *) row)->mail = g_strdup (mail);
  ((FootholdPersonRow *) row)->url = g_strdup (url);
  ((FootholdPersonRow *) row)->notes = g_strdup (notes);
  store_fixture_save_row (self, "Add", NULL, row);
}

static void
test_people (StoreFixture *self, gconstpointer data)
{
  static const char connections[] = CONNECTIONS
    /* by mail, by address, by name alone where nothing speaks against it */
    "Ada,K.,https://www.linkedin.com/in/ada,ADA@example.org,Acme,Editor,12 Mar 2024\n"
    "Bo,Lind,https://linkedin.com/in/bo/,,Beta,,12 Mar 2024\n"
    "Cy,Ng,https://www.linkedin.com/in/cy,,Gamma,,12 Mar 2024\n"
    /* one name, three people: two organisations, and two pages */
    "Kim,Lee,https://www.linkedin.com/in/kim1,,Acme,,12 Mar 2024\n"
    "Kim,Lee,https://www.linkedin.com/in/kim2,,Beta,,12 Mar 2024\n"
    "Kim,Lee,https://www.linkedin.com/in/kim3,,Beta,,12 Mar 2024\n"
    /* and one of them again */
    "Kim,Lee,,,beta,,12 Mar 2024\n";
  g_autofree char *before = NULL;
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  FootholdStagedCounts counts;

  add_person (self, "Ada Kowalska", "ada@example.org", NULL, "mine");
  add_person (self, "Bo L.", NULL, "https://www.linkedin.com/in/bo", NULL);
  add_person (self, "Cy Ng", NULL, NULL, NULL);
  before = export_fixture_get (self, EXPORT_JSON);
  counts = preview (self, connections, "Connections.csv");
  g_assert_cmpuint (counts.n_others, ==, 6);
  counts = exchange_fixture_import (self, connections, "Connections.csv");
  assert_sql (self, "SELECT count (*) FROM person", "6");
  assert_sql (self,
              "SELECT p.name || '/' || coalesce (g.name, '-') || '/' || coalesce (p.job_title, '-') || '/' ||"
              " coalesce (p.met_on, '-') || '/' || coalesce (p.notes, '-') FROM person AS p LEFT JOIN organisation AS g"
              " ON g.id = p.organisation_id WHERE p.name NOT LIKE 'Kim%' ORDER BY p.name",
              "Ada Kowalska/Acme/Editor/2024-03-12/mine,Bo L./Beta/-/2024-03-12/-,Cy Ng/Gamma/-/2024-03-12/-");
  done = export_fixture_get (self, EXPORT_JSON);

  counts = preview (self, connections, "Connections.csv");
  assert_nothing_new (&counts);
  exchange_fixture_import (self, connections, "Connections.csv");
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (done, undone);
  exchange_fixture_step (self, FALSE);
  exchange_fixture_step (self, FALSE);
  g_clear_pointer (&undone, g_free);
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (before, undone);
  exchange_fixture_step (self, TRUE);
  redone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (done, redone);
}

/* ---- what is asked ---- */

static void
test_question (StoreFixture *self, gconstpointer data)
{
  static const char table[] = APPLICATIONS "3/4/25,,,Acme,Scan,https://acme.example/1,,\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (FootholdStaging) open = exchange_fixture_prepare_bytes (self, bytes, "Job Applications.csv");
  g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();

  g_assert_cmpuint (foothold_staging_get_counts (open).n_asks, ==, 1);
  g_assert_true (says (open, "Job Applications.csv", "“3/4/25”"));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FootholdStaging) told = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GPtrArray *sources = g_ptr_array_new ();

      g_ptr_array_add (sources, foothold_import_source_new_for_bytes (bytes, "Job Applications.csv"));
      g_assert_true (foothold_import_answers_set_dates (answers, i == 0 ? "day-first" : "month-first"));
      foothold_exchange_prepare_async (self->store, sources, NULL, answers, NULL, NULL, NULL, store_fixture_result_cb,
                                       &result);
      told = foothold_exchange_prepare_finish (self->store, store_fixture_wait (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (foothold_staging_get_counts (told).n_asks, ==, 0);
      g_assert_cmpuint (foothold_staging_get_counts (told).n_answered, ==, 1);
      exchange_fixture_merge (self, told);
      assert_sql (self, "SELECT sent_on FROM application", i == 0 ? "2025-04-03" : "2025-03-04");
      exchange_fixture_step (self, FALSE);
    }
}

/* ---- a tracker ---- */

static void
test_tracker (StoreFixture *self, gconstpointer data)
{
  static const char table[] = "Company,Role,Status,Date Applied,Contact Email\n"
                              "Acme,Scan,Interview,23/04/2026,ada@acme.example\n"
                              "Beta,Write,Saved,,\n"
                              "Gamma,Read,Rejected,24/04/2026,\n";
  FootholdStagedCounts counts = exchange_fixture_import (self, table, "jobs.csv");

  g_assert_cmpuint (counts.n_new, ==, 3);
  g_assert_cmpuint (counts.n_applications, ==, 2);
  assert_sql (self,
              "SELECT o.title || '/' || o.state || '/' || coalesce (a.state || a.sent_on, '-') FROM opportunity AS o"
              " LEFT JOIN application AS a ON a.opportunity = o.id ORDER BY o.title",
              "Read/applying/declined2026-04-24,Scan/applying/interview2026-04-23,Write/spotted/-");
  assert_sql (self,
              "SELECT to_state || date (at / 1000, 'unixepoch') FROM application_history ORDER BY application, seq",
              "submitted2026-04-23,interview2026-04-23,submitted2026-04-24,declined2026-04-24");
  /* whom an application names is found with it */
  assert_sql (self, "SELECT count (*) FROM application_search WHERE application_search MATCH 'ada'", "1");
}

/* Two applications to one host for what it calls the same are two, and known when the table comes again. */
static void
test_two_of_one_title (StoreFixture *self, gconstpointer data)
{
#define HEAD "Company,Role,Status,Date Applied,Link,Notes\n"
  static const struct
  {
    const char *table;
    guint n_new;
  } cases[] = {
    /* two pages of one site */
    { HEAD "\"A, Inc.\",Same,Applied,2026-11-01,https://x.example/job?id=1,\n"
           "\"A, Inc.\",Same,Rejected,2026/11/03,https://x.example/job?id=2,Wrote late\n",
      2 },
    { HEAD "A,Same,Applied,2026-11-01,https://x.example/job?id=1,\nA,Same,Applied,2026-11-01,"
           "https://x.example/job?id=2,Other\n",
      2 },
    /* one page, and how one came there */
    { HEAD "A,Same,Applied,2026-11-01,https://x.example/job?id=1&ref=mail,\nA,Same,Applied,2026-11-01,"
           "https://x.example/job?id=1&ref=web&utm_source=y,\n",
      1 },
    /* one page, or none, and applied twice */
    { HEAD "A,Same,Applied,2026-11-01,https://x.example/1,\nA,Same,Applied,2026-11-03,https://x.example/1,Again\n", 2 },
    { HEAD "A,Same,Applied,2026-11-01,,\nA,Same,Rejected,2026-11-03,,Again\nA,Same,Rejected,2026-11-03,,\n", 2 },
    { HEAD "A,Same,Applied,2026-11-01,,\nA,Same,Rejected,2026-11-01,,Again\n", 2 },
    /* saved before it was applied for */
    { HEAD "A,Same,Saved,,,\nA,Same,Applied,2026-11-01,,First\nA,Same,Applied,2026-11-03,,Again\n", 2 },
    /* two lists, of which one is further */
    { HEAD "A,Same,Applied,2026-11-01,https://x.example/1,\nA,Same,Rejected,2026-11-01,https://y.example/2,\n", 1 },
    { HEAD "A,Same,Applied,2026-11-01,,\nA,Same,Applied,,,\n", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = export_fixture_get (self, EXPORT_JSON);
      g_autofree char *n_new = g_strdup_printf ("%u", cases[i].n_new);
      g_autofree char *undone = NULL;
      FootholdStagedCounts counts = exchange_fixture_import (self, cases[i].table, "jobs.csv");

      g_test_message ("%s", cases[i].table);
      g_assert_cmpuint (counts.n_new, ==, cases[i].n_new);
      assert_sql (self, "SELECT count (*) FROM application", n_new);
      assert_sql (self, "SELECT count (*) FROM organisation", "1");
      if (i == 0)
        assert_sql (self, "SELECT state || sent_on FROM application ORDER BY sent_on",
                    "submitted2026-11-01,declined2026-11-03");

      counts = preview (self, cases[i].table, "jobs.csv");
      assert_nothing_new (&counts);

      exchange_fixture_step (self, FALSE);
      undone = export_fixture_get (self, EXPORT_JSON);
      exchange_fixture_assert_same (before, undone);
    }
#undef HEAD
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/import-applications/linkedin", test_applications);
  ADD ("/import-applications/pruned", test_pruned);
  ADD ("/import-applications/there-already", test_there_already);
  ADD ("/import-applications/people", test_people);
  ADD ("/import-applications/question", test_question);
  ADD ("/import-applications/tracker", test_tracker);
  ADD ("/import-applications/two-of-one-title", test_two_of_one_title);
  return g_test_run ();
}
