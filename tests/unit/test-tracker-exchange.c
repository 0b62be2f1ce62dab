// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Applications, their columns and the people behind them leave and come back whole. */

#include "tracker-fixture.h"

#include "store/foothold-application-dossier.h"
#include "store/foothold-application-store.h"
#include "store/foothold-attachment.h"
#include "store/foothold-checklist-template.h"
#include "store/foothold-generate.h"

/* ---- a profile with something of everything ---- */

static gint64
start (StoreFixture *self, gint64 opportunity)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

static void
move (StoreFixture *self, gint64 id, const char *state)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (ids, id);
  foothold_applications_move_async (self->store, ids, 0, FOOTHOLD_APPLICATION_TOP, state, "Because", NULL,
                                    store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static gint64
add_person (StoreFixture *self, gint64 opportunity, gint64 application, gint64 interview)
{
  MAKE (Person, person, person);
  MAKE (PersonContact, person_contact, contact);
  MAKE (Conversation, conversation, conversation);
  gint64 id;

  person->name = g_strdup ("Ada \"Countess\" Nowak");
  person->job_title = g_strdup ("Head of Łódź");
  person->reference = g_strdup ("yes");
  person->reference_until = g_strdup ("2027-12-31");
  person->every_days = 90;
  person->met_how = g_strdup ("At a fair");
  person->archived_at = 5;
  id = store_fixture_save_row (self, "Add", NULL, person);
  contact->person = id;
  contact->kind = g_strdup ("mail");
  contact->label = g_strdup ("at home");
  contact->value = g_strdup ("ada@example.org");
  store_fixture_save_row (self, "Add", NULL, contact);
  for (guint i = 0; i < 3; i++)
    {
      MAKE (PersonLink, person_link, link);

      link->person = id;
      link->opportunity = i == 0 ? opportunity : GINT64_UNKNOWN;
      link->application = i == 1 ? application : GINT64_UNKNOWN;
      link->interview = i == 2 ? interview : GINT64_UNKNOWN;
      store_fixture_save_row (self, "Add", NULL, link);
    }
  conversation->person = id;
  conversation->application = application;
  conversation->held_on = g_strdup ("2026-11-03");
  conversation->channel = g_strdup ("phone");
  conversation->text = g_strdup ("Wants\na second draft");
  store_fixture_save_row (self, "Add", NULL, conversation);
  return id;
}

static void
attach (StoreFixture *self, gint64 id)
{
  g_autofree char *path = g_build_filename (self->dir, "my résumé.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7 of mine", -1, NULL));
  foothold_application_attach_async (self->store, id, file, "resume", NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

/* A story that answers a question, and what is to be asked. */
static void
tell (StoreFixture *self, gint64 application)
{
  MAKE (Story, story, story);
  MAKE (InterviewStory, interview_story, told);
  MAKE (HostQuestion, host_question, question);

  story->created_at = 21;
  story->title = g_strdup ("The bees");
  story->situation = g_strdup ("A garden,\nfull of them");
  story->result = g_strdup ("40 kg of honey");
  story->skill = g_strdup ("Writing");
  told->story = store_fixture_save_row (self, "Add", NULL, story);
  told->application = application;
  told->question = g_strdup ("general/proud");
  told->text = g_strdup ("Which result?");
  store_fixture_save_row (self, "Add", NULL, told);
  question->application = application;
  question->position = 0;
  question->item = g_strdup ("clarity/goal");
  question->text = g_strdup ("What is it for?");
  question->asked_on = g_strdup ("2026-11-21");
  store_fixture_save_row (self, "Add", NULL, question);
}

static gint64
fill (StoreFixture *self)
{
  g_autoptr (FootholdDossier) first = store_fixture_dossier ("Survey of bees", "Łódź Labs");
  g_autoptr (FootholdDossier) second = store_fixture_dossier ("Logo", "Acme");
  g_autoptr (FootholdDossier) third = store_fixture_dossier ("Guide", "Acme");
  const gint64 opportunities[] = { store_fixture_save_dossier (self, "Add", first),
                                   store_fixture_save_dossier (self, "Add", second),
                                   store_fixture_save_dossier (self, "Add", third) };
  const gint64 id = start (self, opportunities[0]);
  gint64 other, interview_id, person;
  g_autoptr (GAsyncResult) result = NULL;

  change_columns (self);
  other = start (self, opportunities[1]);
  move (self, other, "submitted");
  move (self, other, "offer");
  foothold_application_accept_async (self->store, other, "They always pay", NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  start (self, opportunities[2]);

  move (self, id, "submitted");
  move (self, id, "interview");
  for (guint i = 0; i < 2; i++)
    {
      MAKE (ApplicationAnswer, application_answer, answer);

      answer->application = id;
      answer->position = 1 - i;
      answer->question = g_strdup (i == 0 ? "Why you?" : "Why bees?");
      answer->answer = i == 0 ? NULL : g_strdup ("Zzyzx, they said");
      store_fixture_save_row (self, "Add", NULL, answer);
    }
  {
    MAKE (Interview, interview, interview);
    MAKE (FollowUp, follow_up, follow_up);

    interview->application = id;
    interview->meets_on = g_strdup ("2026-12-04");
    interview->meets_time = g_strdup ("10:30");
    interview->meets_zone = g_strdup ("Europe/Warsaw");
    interview->minutes = 45;
    interview->kind = g_strdup ("video");
    interview_id = store_fixture_save_row (self, "Add", NULL, interview);
    follow_up->application = id;
    follow_up->sent_on = g_strdup ("2026-11-20");
    follow_up->text = g_strdup ("Hello?");
    store_fixture_save_row (self, "Add", NULL, follow_up);
  }
  tell (self, id);
  attach (self, id);
  person = add_person (self, opportunities[0], id, interview_id);
  {
    MAKE (Outreach, outreach, outreach);
    g_autoptr (GAsyncResult) kept = NULL;

    outreach->state = g_strdup ("asked");
    outreach->created_at = 17;
    outreach->person_id = person;
    outreach->through_id = person;
    outreach->asked = g_strdup ("Whether they need a map");
    outreach->asked_on = g_strdup ("2026-11-01");
    outreach->opportunity = opportunities[2];
    store_fixture_save_row (self, "Add", NULL, outreach);
    foothold_checklist_template_keep_async (self->store, id, NULL, store_fixture_result_cb, &kept);
    store_fixture_finish_write (self, &kept);
  }
  return id;
}

#define COUNTS \
  "SELECT (SELECT count (*) FROM application) || '/' || (SELECT count (*) FROM application_history) || '/'" \
  " || (SELECT count (*) FROM application_answer) || '/' || (SELECT count (*) FROM application_file) || '/'" \
  " || (SELECT count (*) FROM interview) || '/' || (SELECT count (*) FROM follow_up) || '/'" \
  " || (SELECT count (*) FROM person_contact) || '/' || (SELECT count (*) FROM person_link) || '/'" \
  " || (SELECT count (*) FROM conversation) || '/' || (SELECT count (*) FROM outreach) || '/'" \
  " || (SELECT count (*) FROM engagement) || '/' || (SELECT count (*) FROM engagement_deliverable) || '/'" \
  " || (SELECT count (*) FROM story) || '/' || (SELECT count (*) FROM interview_story) || '/'" \
  " || (SELECT count (*) FROM host_question)"

/* ---- there and back ---- */

static void
test_bytes (StoreFixture *self, gconstpointer data)
{
  StoreFixture second = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FootholdStagedCounts counts;

  fill (self);
  assert_sql (self, COUNTS, "3/8/2/1/1/1/1/3/1/1/1/1/1/1/1");
  before = export_fixture_get (self, EXPORT_JSON);
  g_assert_null (strstr (before, "\"application\":\"1\""));

  store_fixture_set_up (&second, NULL);
  counts = exchange_fixture_import (&second, before, "export.json");
  g_assert_cmpuint (counts.n_problems + counts.n_fields_left_out + counts.n_same + counts.others.n_same, ==, 0);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_APPLICATIONS], ==, 3);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_COLUMNS], ==, 4);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_PEOPLE], ==, 1);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_CONVERSATIONS], ==, 1);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_OUTREACH], ==, 1);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_ENGAGEMENTS], ==, 1);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_CHECKLIST], ==, 6);
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_STORIES], ==, 2);
  after = export_fixture_get (&second, EXPORT_JSON);
  exchange_fixture_assert_same (before, after);
  assert_sql (&second, COUNTS, "3/8/2/1/1/1/1/3/1/1/1/1/1/1/1");

  /* an answer, a follow-up and the name of somebody linked are found */
  assert_sql (&second, "SELECT count (*) FROM application_search WHERE application_search MATCH 'zzyzx hello ada lodz'",
              "1");
  assert_sql (&second, "SELECT count (*) FROM application_search WHERE application_search MATCH 'logo'", "1");
  /* and what was said in a conversation about it */
  assert_sql (&second, "SELECT count (*) FROM application_search WHERE application_search MATCH 'wants second draft'",
              "1");
  /* the same question is known again */
  assert_sql (&second, "SELECT folded FROM application_answer ORDER BY position", "why bees?,why you?");

  /* once more into the same profile: everything is there already */
  {
    g_autofree char *again = NULL;

    counts = exchange_fixture_import (&second, before, "export.json");
    g_assert_cmpuint (counts.n_new + counts.n_fills + counts.n_problems + counts.n_others, ==, 0);
    g_assert_cmpuint (counts.others.n_same, >=, 8);
    again = export_fixture_get (&second, EXPORT_JSON);
    exchange_fixture_assert_same (before, again);
  }
  store_fixture_tear_down (&second, NULL);
}

/* One step takes back all of it, columns among it, and another brings it again; after a write nothing of it is left. */
static void
test_undo (StoreFixture *self, gconstpointer data)
{
  StoreFixture second = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  g_autofree char *before = NULL;

  fill (self);
  text = export_fixture_get (self, EXPORT_JSON);
  store_fixture_set_up (&second, NULL);
  empty = export_fixture_get (&second, EXPORT_JSON);
  before = digest (&second);
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      exchange_fixture_import (&second, text, "export.json");
      g_clear_pointer (&full, g_free);
      full = export_fixture_get (&second, EXPORT_JSON);
      exchange_fixture_assert_same (text, full);
      exchange_fixture_step (&second, FALSE);
      undone = export_fixture_get (&second, EXPORT_JSON);
      exchange_fixture_assert_same (empty, undone);
      exchange_fixture_step (&second, TRUE);
      redone = export_fixture_get (&second, EXPORT_JSON);
      exchange_fixture_assert_same (full, redone);
      exchange_fixture_step (&second, FALSE);
    }

  {
    MAKE (Want, want, want);

    want->position = 0;
    want->text = g_strdup ("Paid");
    store_fixture_save_row (&second, "Add", NULL, want);
    exchange_fixture_step (&second, FALSE);
    wait_for_sql (&second, "SELECT count (*) FROM import_batch", "0");
    assert_sql (&second, COUNTS, "0/0/0/0/0/0/0/0/0/0/0/0/0/0/0");
    assert_sql (&second, "SELECT count (*) FROM application_search WHERE application_search MATCH 'logo'", "0");
    assert_sql (&second, "SELECT count (*) FROM person", "0");
  }
  {
    g_autofree char *after = digest (&second);

    g_assert_cmpstr (before, ==, after);
  }
  store_fixture_tear_down (&second, NULL);
}

/* ---- what is there already ---- */

static void
test_fills (StoreFixture *self, gconstpointer data)
{
  static const char first[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"A\"}],\"persons\":[{\"id\":\"21\",\"name\":\"Kim\"}],"
         "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"submitted\",\"notes\":\"Mine\","
         "\"answers\":[{\"id\":\"32\",\"question\":\"Why?\"}]}]");
  static const char second[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"A\"}],\"persons\":[{\"id\":\"21\",\"name\":\"Kim\"}],"
         "\"applications\":[{\"id\":\"31\",\"opportunity\":\"11\",\"state\":\"offer\",\"notes\":\"Theirs\","
         "\"sent_on\":\"2026-11-01\",\"archived_at\":\"2026-11-01T00:00:00.000Z\","
         "\"answers\":[{\"id\":\"33\",\"question\":\"Who?\"}],\"history\":[{\"id\":\"34\",\"to_state\":\"offer\"}],"
         "\"interviews\":[{\"id\":\"32\",\"place\":\"Lab\"}]}],"
         "\"person_contacts\":[{\"id\":\"51\",\"person\":\"21\",\"kind\":\"mail\",\"value\":\"a@b\"},"
         "{\"id\":\"52\",\"person\":\"21\",\"kind\":\"phone\",\"value\":\"1\"}],"
         "\"person_links\":[{\"id\":\"61\",\"person\":\"21\",\"application\":\"31\"}]");
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  FootholdStagedCounts counts;

  exchange_fixture_import (self, first, "first.json");
  before = digest (self);
  counts = exchange_fixture_import (self, second, "second.json");
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_APPLICATIONS], ==, 1);
  /* who gains three things is one */
  g_assert_cmpuint (counts.others.n[FOOTHOLD_OTHER_KNOWN_PEOPLE], ==, 1);
  assert_sql (self, "SELECT state || notes || sent_on || coalesce (archived_at, '-') FROM application",
              "submittedMine2026-11-01-");
  assert_sql (self, "SELECT question FROM application_answer", "Why?");
  assert_sql (self, "SELECT place FROM interview", "Lab");
  assert_sql (self, "SELECT count (*) FROM application_history", "0");
  assert_sql (self, "SELECT count (*) FROM person_contact", "2");
  assert_sql (self, "SELECT rowid FROM application_search WHERE application_search MATCH 'kim lab'", "31");
  exchange_fixture_step (self, FALSE);
  undone = digest (self);
  g_assert_cmpstr (before, ==, undone);
}

/* ---- many ---- */

static gint64
generate (StoreFixture *self, guint n)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_written;

  foothold_store_generate_async (self->store, n, 3, NULL, NULL, NULL, store_fixture_result_cb, &first);
  g_assert_cmpint (foothold_store_generate_finish (self->store, store_fixture_wait (&first), &error), ==, n);
  g_assert_no_error (error);
  foothold_store_generate_applications_async (self->store, n, 3, NULL, NULL, NULL, store_fixture_result_cb, &second);
  n_written = foothold_store_generate_finish (self->store, store_fixture_wait (&second), &error);
  g_assert_no_error (error);
  return n_written;
}

/* In several slices; and where ids of what is nested are taken, it gets others, and what points there follows. */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  StoreFixture second = { 0 };
  StoreFixture third = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  static const char taking[] =
    OWN ("\"opportunities\":[{\"id\":\"11\",\"title\":\"Before\"}],\"applications\":[{\"id\":\"12\",\"opportunity\":"
         "\"11\",\"interviews\":[{\"id\":\"777\"}]}]");
  static const char taken[] =
    OWN ("\"opportunities\":[{\"id\":\"21\",\"title\":\"After\"}],\"persons\":[{\"id\":\"22\",\"name\":\"Kim\"}],"
         "\"applications\":[{\"id\":\"23\",\"opportunity\":\"21\",\"interviews\":[{\"id\":\"777\",\"place\":\"Lab\"}]}]"
         ","
         "\"person_links\":[{\"id\":\"24\",\"person\":\"22\",\"interview\":\"777\"}]");

  g_assert_cmpint (generate (self, 450), ==, 450);
  before = export_fixture_get (self, EXPORT_JSON);
  store_fixture_set_up (&second, NULL);
  exchange_fixture_import (&second, before, "export.json");
  after = export_fixture_get (&second, EXPORT_JSON);
  exchange_fixture_assert_same (before, after);
  assert_sql (&second,
              "SELECT count (*) FROM application AS a WHERE NOT EXISTS (SELECT 1 FROM application_search WHERE"
              " rowid = a.id)",
              "0");
  store_fixture_tear_down (&second, NULL);

  store_fixture_set_up (&third, NULL);
  exchange_fixture_import (&third, taking, "taking.json");
  exchange_fixture_import (&third, taken, "taken.json");
  assert_sql (&third, "SELECT count (*) FROM interview WHERE id = 777 AND application = 12", "1");
  assert_sql (&third, "SELECT i.place FROM person_link AS l JOIN interview AS i ON i.id = l.interview", "Lab");
  store_fixture_tear_down (&third, NULL);
}

static void
cancel_soon (gdouble fraction, gpointer user_data)
{
  if (fraction > 0.7)
    g_cancellable_cancel (user_data);
}

/* Stopped among the applications: nothing of it is left. */
static void
test_stopped (StoreFixture *self, gconstpointer data)
{
  StoreFixture second = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  generate (self, 450);
  text = export_fixture_get (self, EXPORT_JSON);
  bytes = g_bytes_new (text, strlen (text));
  store_fixture_set_up (&second, NULL);
  before = digest (&second);
  {
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (&second, bytes, "export.json");

    foothold_store_merge_async (second.store, staging, "export.json", cancel_soon, cancellable, cancellable,
                                store_fixture_result_cb, &result);
    foothold_store_merge_finish (second.store, store_fixture_wait (&result), &error);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  wait_for_sql (&second, "SELECT count (*) FROM import_batch", "0");
  assert_sql (&second, COUNTS, "0/0/0/0/0/0/0/0/0/0/0/0/0/0/0");
  after = digest (&second);
  g_assert_cmpstr (before, ==, after);
  store_fixture_tear_down (&second, NULL);
}

/* ---- files ---- */

static gpointer
sweep_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_attachment_sweep (db, data, error) ? GINT_TO_POINTER (1) : NULL;
}

/* What was sent is kept as long as an application names it, or could again. */
static void
test_files (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Survey", "Acme");
  const gint64 id = start (self, store_fixture_save_dossier (self, "Add", dossier));
  g_autofree char *sha256 = NULL;
  g_autofree char *path = NULL;
  static const char *const unnaming[] = {
    NULL,
    "DELETE FROM application_file",
    "DELETE FROM change",
  };

  attach (self, id);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.7 of mine", -1);
  path = foothold_attachment_path (self->dir, sha256);
  for (guint i = 0; i < G_N_ELEMENTS (unnaming); i++)
    {
      g_autofree char *database = g_build_filename (self->dir, "foothold.db", NULL);
      g_autoptr (GError) error = NULL;

      store_fixture_close (self);
      {
        g_autoptr (FootholdDb) db = foothold_db_open (database, FOOTHOLD_DB_READ_WRITE, &error);

        g_assert_no_error (error);
        g_assert_true (unnaming[i] == NULL || foothold_db_exec (db, unnaming[i], &error));
        g_assert_nonnull (sweep_job (db, self->dir, &error));
        g_assert_no_error (error);
      }
      /* the last time nothing names it any more */
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (i + 1 < G_N_ELEMENTS (unnaming)));
      store_fixture_open (self);
    }
}

#define FOUND(word) "SELECT count (*) FROM application_search WHERE application_search MATCH '" word "'"

/* An application is found by who was spoken with about it, by their name of today. */
static void
test_said_by (StoreFixture *self, gconstpointer data)
{
  MAKE (Person, person, person);
  MAKE (Conversation, conversation, conversation);
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Survey", "Acme");

  person->name = g_strdup ("Quill");
  conversation->application = start (self, store_fixture_save_dossier (self, "Add", dossier));
  conversation->person = person_made->id = store_fixture_save_row (self, "Add", NULL, person);
  conversation->held_on = g_strdup ("2026-11-03");
  assert_sql (self, FOUND ("quill"), "0");
  store_fixture_save_row (self, "Add", NULL, conversation);
  assert_sql (self, FOUND ("quill"), "1");

  {
    g_autoptr (FootholdRow) renamed = foothold_row_copy (person_made);

    g_set_str (&((FootholdPersonRow *) renamed)->name, "Feather");
    store_fixture_save_row (self, "Edit", person_made, renamed);
  }
  assert_sql (self, FOUND ("quill"), "0");
  assert_sql (self, FOUND ("feather"), "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/tracker-exchange/bytes", test_bytes);
  ADD ("/tracker-exchange/said-by", test_said_by);
  ADD ("/tracker-exchange/undo", test_undo);
  ADD ("/tracker-exchange/fills", test_fills);
  ADD ("/tracker-exchange/many", test_many);
  ADD ("/tracker-exchange/stopped", test_stopped);
  ADD ("/tracker-exchange/files", test_files);
  return g_test_run ();
}
