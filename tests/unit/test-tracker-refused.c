// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What of applications in a file does not come in, and why; and whose columns count. */

#include "tracker-fixture.h"

/* ---- what is left out ---- */

static void
test_left_out (StoreFixture *self, gconstpointer data)
{
  static const char text[] = OWN (
    "\"opportunities\":[{\"id\":\"11\",\"title\":\"Here\"}],\"persons\":[{\"id\":\"21\",\"name\":\"Kim\"}],"
    "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"offer\",\"interviews\":[{\"id\":\"32\"}]},"
    "{\"id\":\"41\",\"opportunity\":\"99\",\"state\":\"offer\"},{\"id\":\"42\",\"state\":\"offer\"}],"
    "\"person_contacts\":[{\"id\":\"51\",\"person\":\"99\",\"kind\":\"mail\",\"value\":\"a@b\"}],"
    "\"person_links\":[{\"id\":\"61\",\"person\":\"21\",\"interview\":\"32\"},{\"id\":\"62\",\"person\":\"99\","
    "\"application\":\"31\"},{\"id\":\"63\",\"person\":\"21\",\"application\":\"41\"},{\"id\":\"64\",\"person\":\"21\","
    "\"application\":\"31\",\"opportunity\":\"11\"}],"
    "\"conversations\":[{\"id\":\"71\",\"person\":\"21\",\"application\":\"41\",\"held_on\":\"2026-11-01\"},"
    "{\"id\":\"72\",\"person\":\"21\"}],"
    "\"outreach\":[{\"id\":\"81\",\"organisation\":\"A new one\",\"person\":\"Kim\",\"asked\":\"x\"}],"
    "\"engagements\":[{\"id\":\"91\",\"opportunity\":\"99\",\"title\":\"T\"},{\"id\":\"92\",\"opportunity\":\"11\","
    "\"application\":\"41\",\"title\":\"T\",\"hours\":12.5}]");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, "some.json");

  g_assert_true (says (staging, "Entry 2 of “applications”", "Its opportunity is neither in the file nor here"));
  g_assert_true (says (staging, "Entry 3 of “applications”", "Its opportunity is neither in the file nor here"));
  g_assert_true (says (staging, "Entry 1 of “person_contacts”", "The person whom it belongs to"));
  g_assert_true (says (staging, "Entry 2 of “person_links”", "The person whom it belongs to"));
  g_assert_true (says (staging, "Entry 3 of “person_links”", "What it belongs to is neither"));
  g_assert_true (says (staging, "Entry 4 of “person_links”", "to more than one"));
  g_assert_true (says (staging, "Entry 1 of “conversations”", "What it names is neither"));
  g_assert_true (says (staging, "Entry 2 of “conversations”", "It has no"));
  g_assert_true (says (staging, "Entry 1 of “engagements”", "Its opportunity is neither"));
  g_assert_true (says (staging, "Entry 2 of “engagements”", "What it names is neither"));

  exchange_fixture_merge (self, staging);
  assert_sql (self, "SELECT id FROM application", "31");
  assert_sql (self, "SELECT id FROM person_link", "61");
  assert_sql (self, "SELECT id || coalesce (application, '-') FROM conversation", "71-");
  assert_sql (self, "SELECT id || coalesce (application, '-') || minutes FROM engagement", "92-750");
  assert_sql (self,
              "SELECT g.name || p.name FROM outreach AS u JOIN organisation AS g ON g.id = u.organisation_id"
              " JOIN person AS p ON p.id = u.person_id",
              "A new oneKim");
  assert_sql (self, "SELECT count (*) FROM person_contact", "0");
}

/* What no table would take is said row by row, and costs no more than itself. */
static void
test_no_values (StoreFixture *self, gconstpointer data)
{
  static const char text[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"Here\"}],"
         "\"stages\":[{\"id\":\"900\",\"name\":\"X\",\"states\":\"draft nonsense\"}],"
         "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"nonsense\",\"channel\":\"pigeon\","
         "\"sent_on\":\"yesterday\",\"offer_by_time\":\"25:00\",\"position\":-4194304,\"batch\":\"5\",\"colour\":"
         "\"red\","
         "\"history\":[{\"to_state\":\"applied\"},{\"to_state\":\"submitted\",\"actor\":\"ghost\"}],"
         "\"interviews\":[{\"minutes\":0,\"kind\":\"seance\",\"meets_on\":\"2026-13-01\",\"meets_time\":\"9\"}],"
         "\"checklist\":[{\"done_on\":\"2026-11-01\"},{\"text\":\"Read\",\"application\":\"77\"}],"
         "\"files\":[{\"name\":\"a.pdf\",\"sha256\":\"0\"},{\"name\":\"b.pdf\",\"sha256\":"
         "\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"}]}]");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, "some.json");
  static const char *const words[] = {
    "\"draft nonsense\" is not a value",
    "\"nonsense\" is not a value",
    "\"pigeon\" is not a value",
    "\"yesterday\" is not a value",
    "\"25:00\" is not a value",
    "\"applied\" is not a value",
    "\"ghost\" is not a value",
    "0 is not a value",
    "\"seance\" is not a value",
    "\"2026-13-01\" is not a value",
    "\"9\" is not a value",
    "“b.pdf” is not in the export",
    "no field of this name",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (says (staging, NULL, words[i]));
  exchange_fixture_merge (self, staging);
  assert_sql (self,
              "SELECT state || stage || position || coalesce (channel, '-') || coalesce (sent_on, '-') FROM"
              " application",
              "draft1-4194304--");
  assert_sql (self, "SELECT to_state || actor || (at = (SELECT created_at FROM application)) FROM application_history",
              "submittedimport1");
  assert_sql (self, "SELECT application || text FROM checklist_item", "31Read");
  assert_sql (self, "SELECT coalesce (minutes, '-') || coalesce (kind, '-') FROM interview", "--");
  assert_sql (self, "SELECT count (*) FROM application_file", "0");
  assert_sql (self, "SELECT count (*) FROM stage", "5");
}

/* ---- columns ---- */

/* Somebody's own columns are kept; what is not among them comes after them. */
static void
test_columns (StoreFixture *self, gconstpointer data)
{
  static const char text[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"A\"},{\"id\":\"12\",\"title\":\"B\"},{\"id\":\"13\",\"title\":"
         "\"C\"},"
         "{\"id\":\"14\",\"title\":\"D\"}],"
         "\"stages\":[{\"id\":\"1\",\"position\":0,\"preset\":\"preparing\",\"name\":\"Mine\",\"kind\":\"open\","
         "\"states\":\"draft\"},"
         "{\"id\":\"901\",\"position\":1,\"name\":\"On the PHONE\",\"kind\":\"open\",\"states\":\"shortlisted "
         "interview\"},"
         "{\"id\":\"902\",\"position\":2,\"name\":\"Rest\",\"kind\":\"lost\",\"states\":\"submitted acknowledged "
         "under-review"
         " accepted declined offer-declined withdrawn no-answer\"},"
         "{\"id\":\"903\",\"position\":3,\"name\":\"Offer\",\"kind\":\"open\",\"states\":\"offer\"}],"
         "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"draft\",\"stage\":\"1\"},"
         "{\"id\":\"32\",\"opportunity\":\"12\",\"state\":\"interview\",\"stage\":\"901\"},"
         "{\"id\":\"33\",\"opportunity\":\"13\",\"state\":\"declined\",\"stage\":\"902\",\"position\":77},"
         "{\"id\":\"34\",\"opportunity\":\"14\",\"state\":\"offer\",\"stage\":\"903\"}]");
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  change_columns (self);
  before = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_import (self, text, "theirs.json");
  assert_sql (self, "SELECT coalesce (name, preset) FROM stage ORDER BY position",
              "Zu schreiben,On the phone,sent,offer,done,Rest");
  assert_sql (self,
              "SELECT coalesce (s.name, s.preset) FROM application AS a JOIN stage AS s ON s.id = a.stage ORDER"
              " BY a.id",
              "Zu schreiben,On the phone,Rest,offer");
  assert_sql (self, "SELECT position FROM application WHERE id = 33", "77");
  exchange_fixture_step (self, FALSE);
  undone = export_fixture_get (self, EXPORT_JSON);
  exchange_fixture_assert_same (before, undone);
}

/* Columns that do not show everything are no columns. */
static void
test_no_columns (StoreFixture *self, gconstpointer data)
{
  static const char text[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"A\"}],"
         "\"stages\":[{\"id\":\"901\",\"name\":\"All\",\"kind\":\"open\",\"states\":\"draft submitted\"}],"
         "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"offer\",\"stage\":\"901\"}]");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, "some.json");

  g_assert_true (says (staging, NULL, "do not show every application"));
  exchange_fixture_merge (self, staging);
  assert_sql (self, "SELECT preset FROM stage ORDER BY position", "preparing,sent,talking,offer,done");
  assert_sql (self, "SELECT stage FROM application", "4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/tracker-refused/left-out", test_left_out);
  ADD ("/tracker-refused/no-values", test_no_values);
  ADD ("/tracker-refused/columns", test_columns);
  ADD ("/tracker-refused/no-columns", test_no_columns);
  return g_test_run ();
}
