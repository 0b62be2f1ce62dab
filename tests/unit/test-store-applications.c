// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application-fixture.h"
#include "store/foothold-person-merge.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-stage-store.h"

/* Applications in their columns: beginning, moving, the guards, and that undo takes back all of it. */

static void
test_life (StoreFixture *self, gconstpointer data)
{
  const gint64 opportunity = add_opportunity (self, "Survey");
  g_autofree char *before = digest (self);
  g_autofree char *after = NULL;
  const gint64 id = start (self, opportunity);

  assert_column (self, 1, NULL, "Survey:draft");
  assert_sql (self, "SELECT count (*) FROM opportunity WHERE state = 'applying'", "1");
  assert_sql (self, "SELECT count (*) > 3 FROM checklist_item", "1");
  /* begun twice is one, and nothing to undo */
  g_assert_cmpint (start (self, opportunity), ==, id);

  move (self, id, 2, FOOTHOLD_APPLICATION_TOP, NULL);
  assert_column (self, 1, NULL, "");
  assert_column (self, 2, NULL, "Survey:submitted");
  assert_sql (self, "SELECT sent_on IS NOT NULL AND heard_on IS NULL FROM application", "1");
  move (self, id, 3, FOOTHOLD_APPLICATION_TOP, NULL);
  assert_column (self, 3, NULL, "Survey:interview");
  assert_sql (self, "SELECT heard_on IS NOT NULL FROM application", "1");
  move (self, id, 0, 0, "shortlisted");
  assert_column (self, 3, NULL, "Survey:shortlisted");
  /* to another place of its column: nothing changes but that, and here not even that */
  move (self, id, 3, FOOTHOLD_APPLICATION_TOP, NULL);
  assert_column (self, 3, NULL, "Survey:shortlisted");
  assert_sql (self, "SELECT count (*) FROM application_history", "4");

  for (guint i = 0; i < 4; i++)
    undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);
}

/* Who says that a draft has an interview did not say when it was sent. */
static void
test_sent_some_day (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));

  move (self, id, 0, 0, "interview");
  assert_sql (self, "SELECT sent_on IS NULL AND heard_on IS NOT NULL FROM application", "1");
}

static void
test_guards (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autoptr (GError) error = NULL;

  /* nobody declines what was not sent */
  g_assert_false (try_move (self, id, 0, 0, "declined", &error));
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_REFUSED);
  g_clear_error (&error);
  assert_column (self, 1, NULL, "Survey:draft");

  move (self, id, 4, 0, NULL);
  assert_column (self, 4, NULL, "Survey:offer");
  /* accepting asks more than a move can say */
  g_assert_false (try_move (self, id, 5, 0, NULL, &error));
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_ACCEPT);
  assert_column (self, 4, NULL, "Survey:offer");
}

/* Put at the top, at the end and between, a thousand times into the same gap. */
static void
test_places (StoreFixture *self, gconstpointer data)
{
  gint64 ids[4];
  const char *const titles[] = { "A", "B", "C", "D" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = start (self, add_opportunity (self, titles[i]));
  assert_column (self, 1, NULL, "D:draft C:draft B:draft A:draft");
  move (self, ids[0], 1, FOOTHOLD_APPLICATION_TOP, NULL);
  assert_column (self, 1, NULL, "A:draft D:draft C:draft B:draft");
  move (self, ids[3], 1, FOOTHOLD_APPLICATION_END, NULL);
  assert_column (self, 1, NULL, "A:draft C:draft B:draft D:draft");
  move (self, ids[3], 1, ids[1], NULL);
  assert_column (self, 1, NULL, "A:draft C:draft D:draft B:draft");
  /* right above itself is where it is */
  move (self, ids[3], 1, ids[3], NULL);
  assert_column (self, 1, NULL, "A:draft C:draft D:draft B:draft");

  for (guint i = 0; i < 40; i++)
    {
      move (self, ids[i % 2 == 0 ? 2 : 3], 1, ids[1], NULL);
      assert_column (self, 1, NULL, i % 2 == 0 ? "A:draft D:draft C:draft B:draft" : "A:draft C:draft D:draft B:draft");
    }
}

static void
test_search (StoreFixture *self, gconstpointer data)
{
  const gint64 survey = start (self, add_opportunity (self, "Survey"));

  start (self, add_opportunity (self, "Logo"));
  move (self, survey, 2, 0, NULL);
  assert_column (self, 0, "surv", "Survey:submitted");
  assert_column (self, 0, "lodz", "Logo:draft Survey:submitted");
  assert_column (self, 0, "state:draft", "Logo:draft");
  assert_column (self, 0, "-state:draft", "Survey:submitted");
  assert_column (self, 0, "sent:today", "Survey:submitted");
  assert_column (self, 0, "sent:?", "Logo:draft");
  assert_column (self, 0, "host:labs state:draft", "Logo:draft");
  assert_column (self, 2, "logo", "");
}

/* ---- orders ---- */

/* Reader thread. */
static gpointer
load_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  g_array_append_vals (ids, data, 1);
  rows = foothold_application_load_rows (db, ids, error);
  return rows != NULL && rows->len == 1 ? foothold_row_ref (g_ptr_array_index (rows, 0)) : NULL;
}

typedef struct
{
  const char *state, *sent_on, *heard_on, *next_step_on, *offer_by;
} Dates;

static void
set_dates (StoreFixture *self, gint64 id, const Dates *dates)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  g_autoptr (FootholdRow) before = NULL;
  g_autoptr (FootholdRow) after = NULL;
  FootholdApplicationRow *row;

  g_task_set_task_data (task, &id, NULL);
  foothold_store_push_read (self->store, task, load_job, (GDestroyNotify) foothold_row_unref);
  before = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  after = foothold_row_copy (before);
  row = (gpointer) after;
  g_set_str (&row->state, dates->state);
  g_set_str (&row->sent_on, dates->sent_on);
  g_set_str (&row->heard_on, dates->heard_on);
  g_set_str (&row->next_step_on, dates->next_step_on);
  g_set_str (&row->offer_by, dates->offer_by);
  store_fixture_save_row (self, "Edit", before, after);
}

/* Noted today and set right: a later word keeps that day. What was moved by mistake and back takes its day along. */
static void
test_heard (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  move (self, id, 2, 0, NULL);
  set_dates (self, id, &(Dates) { "submitted", "2020-01-05", NULL, NULL, NULL });
  move (self, id, 3, 0, NULL);
  assert_sql (self, "SELECT heard_on > '2020-12-31' FROM application", "1");
  move (self, id, 2, 0, NULL);
  assert_column (self, 2, NULL, "Survey:submitted");
  assert_sql (self, "SELECT heard_on IS NULL FROM application", "1");
  /* a receipt stands again, and what the person wrote stays */
  move (self, id, 0, 0, "acknowledged");
  move (self, id, 3, 0, NULL);
  move (self, id, 0, 0, "acknowledged");
  assert_sql (self, "SELECT heard_on > '2020-12-31' FROM application", "1");
  move (self, id, 3, 0, NULL);
  set_dates (self, id, &(Dates) { "interview", "2020-01-05", "2020-01-09", NULL, NULL });
  move (self, id, 2, 0, NULL);
  assert_sql (self, "SELECT heard_on = '2020-01-09' FROM application", "1");

  move (self, id, 3, 0, NULL);
  set_dates (self, id, &(Dates) { "interview", "2020-01-05", "2020-01-09", NULL, NULL });
  before = digest (self);
  move (self, id, 4, 0, NULL);
  assert_sql (self, "SELECT heard_on > '2020-12-31' FROM application", "1");
  /* with its moves: four to Talking, two receipts */
  assert_sql (self,
              "SELECT sum (to_state = 'interview') * 10 + count (*) FROM application_history WHERE at < 1600000000000",
              "46");
  undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);
}

static char *
state_before (StoreFixture *self, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  g_autoptr (FootholdRow) row = NULL;

  g_task_set_task_data (task, &id, NULL);
  foothold_store_push_read (self->store, task, load_job, (GDestroyNotify) foothold_row_unref);
  row = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return g_strdup (((FootholdApplicationRow *) row)->state_before);
}

/* What has ended knows to which state it opens again, which is all that its menu may offer. */
static void
test_ended (StoreFixture *self, gconstpointer data)
{
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  g_autofree char *open = NULL;
  g_autofree char *ended = NULL;
  g_autoptr (GError) error = NULL;

  move (self, id, 0, 0, "under-review");
  open = state_before (self, id);
  g_assert_null (open);
  move (self, id, 0, 0, "declined");
  ended = state_before (self, id);
  g_assert_cmpstr (ended, ==, "under-review");
  g_assert_false (try_move (self, id, 0, 0, "shortlisted", &error));
  g_assert_error (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_REFUSED);
  move (self, id, 0, 0, ended);
  assert_column (self, 2, NULL, "Survey:under-review");
}

typedef struct
{
  FootholdApplicationOrder order;
  gboolean reversed;
} Ordered;

/* Reader thread: the first letters of the titles. */
static gpointer
order_job (FootholdDb *db, gpointer data, GError **error)
{
  const Ordered *asked = data;
  FootholdQuery query = { .show = FOOTHOLD_SHOW_ALL, .application_order = asked->order, .reversed = asked->reversed };
  g_autoptr (GArray) ids = foothold_application_list_ids (db, &query, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_application_load_rows (db, ids, error) : NULL;
  GString *letters = g_string_new (NULL);

  g_assert_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_c (letters, ((const FootholdApplicationRow *) g_ptr_array_index (rows, i))->title[0]);
  return g_string_free (letters, FALSE);
}

/* The table: each order, and the other way round with what is unknown last all the same. */
static void
test_orders (StoreFixture *self, gconstpointer data)
{
  static const char *const titles[] = { "A", "B", "C", "D", "E" };
  static const Dates dates[] = {
    { "draft", NULL, NULL, "2026-05-02", NULL },
    { "submitted", "2026-03-03", NULL, NULL, NULL },
    { "acknowledged", "2026-02-01", "2026-04-04", "2026-05-01", NULL },
    { "offer", "2026-01-01", "2026-04-05", NULL, "2026-05-09" },
    { "declined", "2026-02-20", NULL, "2026-05-03", NULL },
  };
  static const struct
  {
    FootholdApplicationOrder order;
    const char *forwards, *backwards;
  } cases[] = {
    { FOOTHOLD_APPLICATION_ORDER_TITLE, "ABCDE", "EDCBA" },
    { FOOTHOLD_APPLICATION_ORDER_ORGANISATION, "ABCDE", "EDCBA" },
    { FOOTHOLD_APPLICATION_ORDER_NEWEST, "EDCBA", "ABCDE" },
    { FOOTHOLD_APPLICATION_ORDER_SENT, "BECDA", "DCEBA" },
    { FOOTHOLD_APPLICATION_ORDER_NEXT, "CAEBD", "EACDB" },
    /* neither what ended nor what waits for the person is silent */
    { FOOTHOLD_APPLICATION_ORDER_SILENCE, "BCADE", "CBEDA" },
    { FOOTHOLD_APPLICATION_ORDER_DEADLINE, "DABCE", "DECBA" },
    { FOOTHOLD_APPLICATION_ORDER_STATE, "ABCDE", "EDCBA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    set_dates (self, start (self, add_opportunity (self, titles[i])), &dates[i]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Ordered forwards = { cases[i].order, FALSE };
      Ordered backwards = { cases[i].order, TRUE };
      g_autofree char *there = read_now (self, order_job, &forwards);
      g_autofree char *back = read_now (self, order_job, &backwards);

      g_test_message ("order %u", cases[i].order);
      g_assert_cmpstr (there, ==, cases[i].forwards);
      g_assert_cmpstr (back, ==, cases[i].backwards);
    }
}

static void
add_interview (StoreFixture *self, gint64 application, const char *meets_on)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_interview_row_type);
  FootholdInterviewRow *row = (gpointer) made;

  row->application = application;
  g_set_str (&row->meets_on, meets_on);
  store_fixture_save_row (self, "Add", NULL, made);
}

/* An interview that was held is a word of the host, and one ahead ends the silence. */
static void
test_order_of_silence (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    Dates dates;
    const char *meets_on;
  } cases[] = {
    { "A", { "submitted", "2026-03-03", NULL, NULL, NULL }, NULL },
    { "B", { "interview", "2026-01-15", "2026-01-20", NULL, NULL }, "2026-03-20" },
    { "C", { "interview", "2026-01-01", NULL, NULL, NULL }, "9990-01-01" },
    { "D", { "acknowledged", "2026-02-01", "2026-04-04", NULL, NULL }, NULL },
    { "E", { "submitted", "2026-01-02", NULL, NULL, NULL }, "9990-01-01" },
    { "F", { "shortlisted", "2026-01-03", NULL, NULL, NULL }, "9990-01-01" },
    /* nobody knows when it was sent: it was noted just now */
    { "G", { "under-review", NULL, NULL, NULL, NULL }, NULL },
  };
  Ordered longest_first = { FOOTHOLD_APPLICATION_ORDER_SILENCE, FALSE };
  g_autofree char *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 id = start (self, add_opportunity (self, cases[i].title));

      set_dates (self, id, &cases[i].dates);
      if (cases[i].meets_on != NULL)
        add_interview (self, id, cases[i].meets_on);
    }

  order = read_now (self, order_job, &longest_first);
  g_assert_cmpstr (order, ==, "ABDGCEF");
}

/* ---- columns ---- */

static FootholdStageSet *
load_stages (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStageSet *set;

  foothold_stage_set_load_async (self->store, NULL, store_fixture_result_cb, &result);
  set = foothold_stage_set_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return set;
}

static gboolean
save_stages (StoreFixture *self, GPtrArray *rows, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_stages_save_async (self->store, rows, NULL, store_fixture_result_cb, &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error) != 0;
}

static void
test_columns (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdStageSet) set = load_stages (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_row_unref);
  const gint64 id = start (self, add_opportunity (self, "Survey"));
  FootholdStageRow *phone = foothold_row_new (&foothold_stage_row_type);
  FootholdStageRow *talking;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpuint (foothold_stage_set_get_n (set), ==, FOOTHOLD_N_STAGES);
  for (guint i = 0; i < FOOTHOLD_N_STAGES; i++)
    {
      g_assert_cmpstr (foothold_stage_set_get (set, i)->id, ==, foothold_default_stages[i].id);
      g_assert_cmpint (foothold_stage_set_get (set, i)->kind, ==, foothold_default_stages[i].kind);
      g_assert_true (g_strv_equal (foothold_stage_set_get (set, i)->states, foothold_default_stages[i].states));
      g_ptr_array_add (rows, foothold_row_copy (foothold_stage_set_get_row (set, i)));
    }
  move (self, id, 3, 0, NULL);
  before = digest (self);

  /* interviews get a column of their own, before the one they were in */
  talking = g_ptr_array_index (rows, 2);
  g_set_str (&talking->states, "shortlisted");
  g_set_str (&phone->name, "Interviews");
  g_set_str (&phone->kind, "open");
  g_set_str (&phone->states, "interview");
  phone->collapsed = 0;
  g_ptr_array_insert (rows, 2, phone);
  g_assert_true (save_stages (self, rows, &error));
  g_assert_no_error (error);
  assert_column (self, 3, NULL, "");
  assert_sql (self, "SELECT name = 'Interviews' FROM stage JOIN application ON application.stage = stage.id", "1");

  /* a state that no column holds is refused, and nothing changes */
  g_ptr_array_remove_index (rows, 0);
  g_assert_false (save_stages (self, rows, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);

  undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);
  assert_column (self, 3, NULL, "Survey:interview");
}

static void
test_delete (StoreFixture *self, gconstpointer data)
{
  const gint64 opportunity = add_opportunity (self, "Survey");
  const gint64 id = start (self, opportunity);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) acted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = digest (self);
  g_array_append_val (ids, id);
  foothold_applications_delete_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  assert_sql (self, "SELECT (SELECT count (*) FROM checklist_item) + (SELECT count (*) FROM application_history)", "0");
  undo (self);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);

  /* with its opportunity */
  g_array_index (ids, gint64, 0) = opportunity;
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_DELETE, ids, NULL, NULL, NULL, store_fixture_result_cb,
                            &acted);
  foothold_store_write_finish (self->store, store_fixture_wait (&acted), &error);
  g_assert_no_error (error);
  assert_sql (self, "SELECT count (*) FROM application", "0");
  undo (self);
  g_free (after);
  after = digest (self);
  g_assert_cmpstr (before, ==, after);
}

/* Reader thread. */
static gpointer
first_link_job (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 id = ask (db, "SELECT min (id) FROM person_link");

  return g_memdup2 (&id, sizeof id);
}

/* Who is linked to an application finds it, under the name of whom they were merged into too. */
static void
test_merged_people (StoreFixture *self, gconstpointer data)
{
  static const char *const nothing[] = { NULL };
  static const char *const names[] = { "Ada Lovelace", "Quintus" };
  const gint64 survey = start (self, add_opportunity (self, "Survey"));
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_person_link_row_type);
  g_autoptr (GAsyncResult) result = NULL;
  gint64 people[2], link;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FootholdRow) person = foothold_row_new (&foothold_person_row_type);

      ((FootholdPersonRow *) person)->name = g_strdup (names[i]);
      people[i] = store_fixture_save_row (self, "Add", NULL, person);
    }
  ((FootholdPersonLinkRow *) made)->person = people[1];
  ((FootholdPersonLinkRow *) made)->application = survey;
  link = store_fixture_save_row (self, "Add", NULL, made);
  assert_column (self, 0, "quintus", "Survey:draft");
  assert_column (self, 0, "lovelace", "");

  foothold_people_merge_async (self->store, people[0], people[1], nothing, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  assert_column (self, 0, "lovelace", "Survey:draft");

  undo (self);
  assert_column (self, 0, "lovelace", "");
  assert_column (self, 0, "quintus", "Survey:draft");
  {
    g_autofree gint64 *there = read_now (self, first_link_job, NULL);

    g_assert_cmpint (*there, ==, link);
  }
  g_free (store_fixture_step (self, TRUE));
  assert_column (self, 0, "lovelace", "Survey:draft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/applications/" name, StoreFixture, NULL, store_fixture_set_up_quick, func, \
              store_fixture_tear_down)
  ADD ("life", test_life);
  ADD ("guards", test_guards);
  ADD ("sent-some-day", test_sent_some_day);
  ADD ("ended", test_ended);
  ADD ("places", test_places);
  ADD ("search", test_search);
  ADD ("merged-people", test_merged_people);
  ADD ("orders", test_orders);
  ADD ("orders/silence", test_order_of_silence);
  ADD ("heard", test_heard);
  ADD ("columns", test_columns);
  ADD ("delete", test_delete);
#undef ADD

  return g_test_run ();
}
