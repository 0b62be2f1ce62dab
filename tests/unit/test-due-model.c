// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "list-model-watch.h"
#include "store-fixture.h"

#include "model/foothold-due-model.h"
#include "rules/foothold-dates.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-application-store.h"
#include "store/foothold-due-store.h"
#include "store/foothold-follow-up-store.h"
#include "store/foothold-proof-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

/* The due list of the main thread follows what is done, tells the smallest difference, and each deed is one undo. */

static gint64 now_ms;

static gint64
now (void)
{
  return now_ms;
}

static void
set_now (const char *text)
{
  g_assert_true (foothold_instant_from_text (text, &now_ms));
}

static gint64
add_person (StoreFixture *fixture, const char *name, const char *step_on)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  FootholdPersonRow *person = (FootholdPersonRow *) row;

  person->name = g_strdup (name);
  person->next_step = g_strdup ("Call");
  person->next_step_on = g_strdup (step_on);
  return store_fixture_save_row (fixture, "Add", NULL, row);
}

static gint64
add_heard (StoreFixture *fixture, const char *title, const char *sent_on, const char *heard_on)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, "Acme");
  const gint64 opportunity = store_fixture_save_dossier (fixture, "Add", dossier);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdRow) before = foothold_row_new (&foothold_application_row_type);
  g_autoptr (FootholdRow) after = NULL;
  gint64 id;

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (fixture->store, ids, NULL, store_fixture_result_cb, &result);
  id = store_fixture_finish_write (fixture, &result);
  before->id = id;
  after = foothold_row_copy (before);
  g_set_str (&((FootholdApplicationRow *) after)->state, "submitted");
  g_set_str (&((FootholdApplicationRow *) after)->sent_on, sent_on);
  g_set_str (&((FootholdApplicationRow *) after)->heard_on, heard_on);
  store_fixture_save_row (fixture, "Send", before, after);
  return id;
}

static gint64
add_application (StoreFixture *fixture, const char *title, const char *sent_on)
{
  return add_heard (fixture, title, sent_on, NULL);
}

static void
loaded_cb (FootholdDueModel *model, guint *n)
{
  ++*n;
}

/* Until what the store just did is shown. */
static void
wait_loaded (FootholdDueModel *model)
{
  guint n = 0;
  const gulong handler = g_signal_connect (model, "loaded", G_CALLBACK (loaded_cb), &n);

  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (model, handler);
}

/* "[overdue 1] Ana [today 2] Ben Cleo [later 4-]" */
static void
assert_shown (FootholdDueModel *model, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_headings = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (FootholdDueLine) line = g_list_model_get_item (G_LIST_MODEL (model), i);
      const FootholdDueEntry *entry = foothold_due_line_peek (line);

      g_assert_cmpuint (foothold_due_model_count_headings (model, i), ==, n_headings);
      n_headings += entry == NULL;
      if (i > 0)
        g_string_append_c (text, ' ');
      if (entry != NULL)
        {
          g_string_append (text, entry->title != NULL ? entry->title : entry->name);
          g_assert_cmpint (foothold_due_model_get_key (model, i), ==, foothold_due_entry_get_key (entry));
          g_assert_cmpuint (foothold_due_model_find_line (model, line), ==, i);
          g_assert_true (foothold_due_model_peek_key (model, foothold_due_model_get_key (model, i)) == entry);
        }
      else
        {
          g_string_append_printf (text, "[%s %u%s]",
                                  foothold_due_groups.entries[foothold_due_line_get_group (line)].slug,
                                  foothold_due_line_get_n (line), foothold_due_line_get_folded (line) ? "-" : "");
          g_assert_cmpint (foothold_due_model_get_key (model, i), ==, 0);
          g_assert_cmpuint (foothold_due_model_find_line (model, line), ==, i);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
undo (StoreFixture *fixture, FootholdDueModel *model, const char *label)
{
  g_autofree char *undone = store_fixture_step (fixture, FALSE);

  g_assert_cmpstr (undone, ==, label);
  wait_loaded (model);
}

static void
test_splices (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdDueModel) model = NULL;
  g_auto (ListModelWatch) watch = { NULL };
  g_autoptr (FootholdDueLine) line = NULL;

  set_now ("2026-11-28T12:00:00.000Z");
  add_person (fixture, "Ana", "2026-11-20");
  add_person (fixture, "Cleo", "2026-11-28");
  add_person (fixture, "Late", "2027-03-01");
  model = foothold_due_model_new (fixture->store, now);
  g_assert_true (foothold_due_model_get_loading (model));
  wait_loaded (model);
  g_assert_false (foothold_due_model_get_loading (model));
  assert_shown (model, "[overdue 1] Ana [today 1] Cleo [later 1-]");
  g_assert_cmpstr (foothold_due_model_peek_next (model)->name, ==, "Late");

  list_model_watch_init (&watch, G_LIST_MODEL (model));
  line = g_list_model_get_item (G_LIST_MODEL (model), 3);
  add_person (fixture, "Ben", "2026-11-28");
  wait_loaded (model);
  assert_changes (&watch, "3+1");
  assert_shown (model, "[overdue 1] Ana [today 2] Ben Cleo [later 1-]");
  g_assert_cmpuint (foothold_due_model_find_line (model, line), ==, 4);

  foothold_due_model_set_folded (model, FOOTHOLD_DUE_LATER, FALSE);
  assert_changes (&watch, "6+1");
  assert_shown (model, "[overdue 1] Ana [today 2] Ben Cleo [later 1] Late");
  foothold_due_model_set_folded (model, FOOTHOLD_DUE_OVERDUE, TRUE);
  assert_changes (&watch, "1-1");

  /* midnight: the same lines in another group */
  set_now ("2026-11-29T00:00:01.000Z");
  foothold_due_model_begin_day (model);
  wait_loaded (model);
  foothold_due_model_set_folded (model, FOOTHOLD_DUE_OVERDUE, FALSE);
  assert_shown (model, "[overdue 3] Ana Ben Cleo [later 1] Late");
  g_assert_cmpuint (foothold_due_model_find_line (model, line), ==, 3);
}

static GPtrArray *
entries_of (FootholdDueModel *model)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_due_entry_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      FootholdDueEntry *entry = foothold_due_model_peek_key (model, foothold_due_model_get_key (model, i));

      if (entry != NULL)
        g_ptr_array_add (entries, foothold_due_entry_ref (entry));
    }
  return entries;
}

static void
test_deeds (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FootholdDueModel) model = NULL;
  g_autoptr (FootholdRow) before = foothold_row_new (&foothold_application_row_type);
  g_autoptr (FootholdRow) after = NULL;
  gint64 id;

  set_now ("2026-11-28T12:00:00.000Z");
  add_person (fixture, "Ana", "2026-11-20");
  id = add_application (fixture, "Logo", "2026-11-01");
  before->id = id;
  after = foothold_row_copy (before);
  g_set_str (&((FootholdApplicationRow *) after)->next_step, "Send samples");
  g_set_str (&((FootholdApplicationRow *) after)->next_step_on, "2026-11-28");
  store_fixture_save_row (fixture, "Step", before, after);
  {
    g_autoptr (FootholdRow) row = foothold_row_new (&foothold_outreach_row_type);
    FootholdOutreachRow *outreach = (FootholdOutreachRow *) row;

    outreach->state = g_strdup ("idea");
    outreach->created_at = 0;
    outreach->organisation = g_strdup ("Museum");
    outreach->again_on = g_strdup ("2026-11-25");
    store_fixture_save_row (fixture, "Outreach", NULL, row);
  }
  {
    g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
    FootholdPersonRow *person = (FootholdPersonRow *) row;

    person->name = g_strdup ("Zoe");
    person->every_days = 7;
    person->created_at = now_ms - 7 * G_GINT64_CONSTANT (86400000);
    store_fixture_save_row (fixture, "Add", NULL, row);
  }

  model = foothold_due_model_new (fixture->store, now);
  wait_loaded (model);
  g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_OVERDUE), ==, 3);
  g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_TODAY), ==, 2);

  /* all that can be done at once, and one undo for it; the follow-up stays */
  {
    g_autoptr (GPtrArray) entries = entries_of (model);
    g_autoptr (GAsyncResult) result = NULL;

    g_assert_cmpuint (entries->len, ==, 5);
    foothold_due_done_async (fixture->store, entries, "2026-11-28", NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (fixture, &result);
    wait_loaded (model);
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_OVERDUE), ==, 1);
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_TODAY), ==, 0);
    undo (fixture, model, "Finish 4 Next Steps. What was sent stays sent");
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_OVERDUE), ==, 3);
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_TODAY), ==, 2);
  }

  /* the same put off; an application sleeps as a whole */
  {
    g_autoptr (GPtrArray) entries = entries_of (model);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GAsyncResult) woken = NULL;

    foothold_due_snooze_async (fixture->store, entries, "2026-12-01", NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (fixture, &result);
    wait_loaded (model);
    assert_shown (model, "[snoozed 5-]");
    foothold_due_snooze_async (fixture->store, entries, NULL, NULL, store_fixture_result_cb, &woken);
    store_fixture_finish_write (fixture, &woken);
    wait_loaded (model);
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_SNOOZED), ==, 0);
    undo (fixture, model, "End Snooze");
    undo (fixture, model, "Snooze");
    g_assert_cmpuint (foothold_due_model_get_n_in (model, FOOTHOLD_DUE_OVERDUE), ==, 3);
  }
}

static FootholdFollowUp *
load_follow_up (StoreFixture *fixture, gint64 application)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdFollowUp *follow_up;

  foothold_follow_up_load_async (fixture->store, application, "2026-11-28", NULL, store_fixture_result_cb, &result);
  follow_up = foothold_follow_up_load_finish (fixture->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return follow_up;
}

static void
keep (StoreFixture *fixture, gint64 application, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_follow_up_keep_async (fixture->store, application, text, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (fixture, &result);
}

/* What was begun is kept, and sent with what it became; whom to write to is who has most to do with it. */
static void
test_draft (StoreFixture *fixture, gconstpointer data)
{
  const gint64 id = add_application (fixture, "Logo", "2026-11-01");
  const gint64 stranger = add_person (fixture, "Stranger", NULL), mara = add_person (fixture, "Mara", NULL);
  g_autoptr (FootholdFollowUp) first = load_follow_up (fixture, id);
  g_autoptr (FootholdFollowUp) begun = NULL;
  g_autoptr (FootholdFollowUp) sent = NULL;
  g_autoptr (FootholdFollowUp) undone = NULL;
  g_autoptr (FootholdFollowUp) gone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;

  g_assert_cmpstr (first->title, ==, "Logo");
  g_assert_cmpstr (first->organisation, ==, "Acme");
  g_assert_cmpstr (first->sent_on, ==, "2026-11-01");
  g_assert_null (first->draft);
  g_assert_null (first->contact);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_link_row_type);
      FootholdPersonLinkRow *link = (FootholdPersonLinkRow *) row;

      link->person = i == 0 ? stranger : mara;
      link->application = i == 1 ? id : GINT64_UNKNOWN;
      if (i == 0)
        {
          g_autoptr (GArray) all = store_fixture_list (fixture, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

          link->opportunity = g_array_index (all, gint64, 0);
        }
      store_fixture_save_row (fixture, "Link", NULL, row);
    }
  keep (fixture, id, "Dear M");
  keep (fixture, id, "Dear Mara");
  begun = load_follow_up (fixture, id);
  g_assert_cmpstr (begun->draft, ==, "Dear Mara");
  g_assert_cmpstr (begun->contact, ==, "Mara");

  g_array_append_val (ids, id);
  foothold_applications_follow_up_async (fixture->store, ids, "2026-11-28", "Dear Mara, hello", NULL,
                                         store_fixture_result_cb, &result);
  store_fixture_finish_write (fixture, &result);
  sent = load_follow_up (fixture, id);
  g_assert_null (sent->draft);
  g_assert_cmpstr (sent->asked_on, ==, "2026-11-28");

  label = store_fixture_step (fixture, FALSE);
  g_assert_cmpstr (label, ==, "Follow Up on Application. What was sent stays sent");
  undone = load_follow_up (fixture, id);
  g_assert_cmpstr (undone->draft, ==, "Dear Mara");
  g_assert_null (undone->asked_on);
  keep (fixture, id, NULL);
  gone = load_follow_up (fixture, 12345);
  g_assert_null (gone);
}

static FootholdProof *
load_proof (StoreFixture *fixture, const char *from, const char *to)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdProof *proof;

  foothold_proof_load_async (fixture->store, from, to, NULL, store_fixture_result_cb, &result);
  proof = foothold_proof_load_finish (fixture->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return proof;
}

static void
add_step (StoreFixture *fixture, gint64 application, gint64 seq, const char *at, const char *state)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_application_history_row_type);
  FootholdApplicationHistoryRow *step = (FootholdApplicationHistoryRow *) row;

  step->application = application;
  step->seq = seq;
  g_assert_true (foothold_instant_from_text (at, &step->at));
  step->actor = g_strdup ("me");
  step->to_state = g_strdup (state);
  store_fixture_save_row (fixture, "Step", NULL, row);
}

/* What was sent in the time, or of which there was news in it, by days where the person is. */
static void
test_proof (StoreFixture *fixture, gconstpointer data)
{
  const gint64 before = add_application (fixture, "Before", "2026-10-20");
  const gint64 news = add_application (fixture, "News", "2026-10-21");
  const gint64 within = add_application (fixture, "Within", "2026-11-01");
  const gint64 corrected = add_heard (fixture, "Corrected", "2026-09-20", "2026-10-05");
  g_autoptr (FootholdProof) november = NULL;
  g_autoptr (FootholdProof) october = NULL;
  g_autoptr (FootholdProof) never = NULL;
  const FootholdProofLine *line;
  const FootholdProofStep *step;

  add_application (fixture, "After", "2026-12-01");
  add_step (fixture, before, 10, "2026-10-31T23:59:59.999Z", "declined");
  add_step (fixture, news, 10, "2026-11-01T00:00:00.000Z", "interview");
  add_step (fixture, within, 10, "2026-12-24T12:00:00.000Z", "declined");

  /* noted in December, and said to have been in October */
  add_step (fixture, corrected, 10, "2026-12-24T12:00:00.000Z", "interview");

  november = load_proof (fixture, "2026-11-01", "2026-11-30");
  g_assert_cmpuint (november->lines->len, ==, 2);
  line = g_ptr_array_index (november->lines, 0);
  g_assert_cmpstr (line->title, ==, "News");
  g_assert_cmpstr (line->day, ==, "2026-10-21");
  step = g_ptr_array_index (line->steps, line->steps->len - 1);
  g_assert_cmpstr (step->state, ==, "interview");
  g_assert_cmpstr (step->day, ==, "2026-11-01");
  line = g_ptr_array_index (november->lines, 1);
  g_assert_cmpstr (line->title, ==, "Within");
  /* all of its story, also what came later */
  step = g_ptr_array_index (line->steps, line->steps->len - 1);
  g_assert_cmpstr (step->day, ==, "2026-12-24");

  october = load_proof (fixture, "2026-10-01", "2026-10-31");
  g_assert_cmpuint (october->lines->len, ==, 3);
  for (guint i = 0; i < october->lines->len; i++)
    {
      line = g_ptr_array_index (october->lines, i);
      step = g_ptr_array_index (line->steps, line->steps->len - 1);
      if (g_str_equal (line->title, "Corrected"))
        g_assert_cmpstr (step->day, ==, "2026-10-05");
    }
  never = load_proof (fixture, "no day", "2026-10-31");
  g_assert_cmpuint (never->lines->len, ==, 0);
}

#define TEST(path, function) \
  g_test_add ("/due-model/" path, StoreFixture, NULL, store_fixture_set_up_quick, function, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  /* days are told apart where the person is */
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  TEST ("splices", test_splices);
  TEST ("deeds", test_deeds);
  TEST ("draft", test_draft);
  TEST ("proof", test_proof);

  return g_test_run ();
}
