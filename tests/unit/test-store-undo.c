/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "digest-fixture.h"
#include "store/foothold-undo.h"

/*
 * Undo is exact: after any actions, undoing them one by one leads through the very
 * states they led through, redoing leads back, and both survive closing.
 */

#define N_ACTIONS 1000
#define CHECK_EVERY 100

static gint64
random_id (StoreFixture *self, GRand *random)
{
  g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

  return ids->len > 0 ? g_array_index (ids, gint64, g_rand_int_range (random, 0, (gint32) ids->len)) : 0;
}

static void
random_edit (StoreFixture *self, GRand *random, gint64 id)
{
  static const char *const organisations[] = { "Łódź Labs", "lodz LABS", "Danang Data", "Acme", NULL };
  static const char *const skills[] = { "Python", "Writing", "UX", "Statistics" };
  g_autoptr (FootholdDossier) before = store_fixture_load (self, id);
  g_autoptr (FootholdRow) copy = foothold_row_copy (before->opportunity);
  FootholdOpportunityRow *row = (FootholdOpportunityRow *) copy;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      g_set_str (&row->organisation, organisations[g_rand_int_range (random, 0, G_N_ELEMENTS (organisations))]);
      break;
    case 1:
      g_free (row->title);
      row->title = g_strdup_printf ("Study %u", g_rand_int_range (random, 0, 1000));
      break;
    case 2:
      row->pay_net = g_rand_boolean (random) ? g_rand_int_range (random, 0, 100000) : GINT64_UNKNOWN;
      break;
    case 3:
      g_set_str (&row->supervisor, g_rand_boolean (random) ? "Ana Pérez" : NULL);
      break;
    case 4:
      g_set_str (&row->description, g_rand_boolean (random) ? "A study of prices" : NULL);
      break;
    default:
      g_ptr_array_set_size (before->skills, 0);
      for (guint i = 0; i < 2; i++)
        foothold_dossier_add_skill (before, skills[g_rand_int_range (random, 0, G_N_ELEMENTS (skills))]);
      g_ptr_array_set_size (before->deliverables, g_rand_int_range (random, 0, (gint32) before->deliverables->len + 1));
      foothold_dossier_add_deliverable (before, "Slides", NULL, NULL);
      store_fixture_save_dossier (self, "Edit", before);
      return;
    }
  store_fixture_save_row (self, "Edit", before->opportunity, row);
}

static void
random_action (StoreFixture *self, GRand *random)
{
  static const char *const states[] = { "evaluating", "shortlisted", "dropped", "spotted" };
  const gint64 id = random_id (self, random);
  const int action = g_rand_int_range (random, 0, 10);

  if (id == 0 || action < 3)
    {
      g_autofree char *title = g_strdup_printf ("Study %u", g_rand_int_range (random, 0, 1000));
      g_autoptr (FootholdDossier) dossier =
        store_fixture_dossier (title, g_rand_boolean (random) ? "Łódź Labs" : "Danang Data");

      store_fixture_save_dossier (self, "Add", dossier);
    }
  else if (action < 7)
    random_edit (self, random, id);
  else if (action == 7)
    {
      g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);
      const char *state = states[g_rand_int_range (random, 0, G_N_ELEMENTS (states))];

      if (g_str_equal (dossier->opportunity->state, "dropped"))
        state = "spotted";
      else if (g_str_equal (state, "spotted"))
        state = "dropped";
      store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, id, state, "because");
    }
  else if (action == 8)
    store_fixture_act (self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  else
    store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
}

static void
test_random (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT));
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint depth = 0;

  /* a write that changes nothing is no entry: the depth is counted, not assumed */
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      if (i % CHECK_EVERY == 0)
        {
          g_ptr_array_add (digests, digest (self));
          g_array_append_val (depths, depth);
        }
      self->n_changed = 0;
      random_action (self, random);
      depth += self->n_changed;
    }
  g_ptr_array_add (digests, digest (self));
  g_array_append_val (depths, depth);
  g_assert_cmpuint (depth, >, N_ACTIONS / 2);

  store_fixture_close (self);
  store_fixture_open (self);
  g_assert_nonnull (foothold_store_get_undo_label (self->store));

  for (guint i = digests->len - 1; i > 0; i--)
    {
      g_autofree char *now = NULL;

      while (depth > g_array_index (depths, guint, i - 1))
        {
          g_free (store_fixture_step (self, FALSE));
          depth--;
        }
      now = digest (self);
      g_assert_cmpstr (now, ==, g_ptr_array_index (digests, i - 1));
    }
  g_assert_null (foothold_store_get_undo_label (self->store));
  g_assert_nonnull (foothold_store_get_redo_label (self->store));

  for (guint i = 1; i < digests->len; i++)
    {
      g_autofree char *now = NULL;

      while (depth < g_array_index (depths, guint, i))
        {
          g_free (store_fixture_step (self, TRUE));
          depth++;
        }
      now = digest (self);
      g_assert_cmpstr (now, ==, g_ptr_array_index (digests, i));
    }
  g_assert_null (foothold_store_get_redo_label (self->store));
}

static void
test_labels (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *undone = NULL;

  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, id, "dropped", "Too far away");
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Drop Opportunity");
  g_assert_null (foothold_store_get_redo_label (self->store));

  undone = store_fixture_step (self, FALSE);
  g_assert_cmpstr (undone, ==, "Drop Opportunity");
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Add Opportunity");
  g_assert_cmpstr (foothold_store_get_redo_label (self->store), ==, "Drop Opportunity");

  /* a new action leaves nothing to redo */
  store_fixture_act (self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  g_assert_null (foothold_store_get_redo_label (self->store));
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Star Opportunity");
}

static void
test_nothing (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &result);
  g_assert_null (foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gpointer
fail_job (FootholdDb *db, gpointer data, GError **error)
{
  if (!foothold_db_exec (db, "UPDATE opportunity SET title = 'changed'", error))
    return NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return NULL;
}

/* A write that fails leaves no trace: not in the rows, not on the stack, not announced. */
static void
test_rollback (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  before = digest (self);
  self->n_changed = 0;
  foothold_store_write_async (self->store, "Fail", fail_job, NULL, NULL, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);

  after = digest (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Add Opportunity");
}

/* Hours stand in two columns; what is known of them is one fact, and one step back. */
static void
test_hours (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Menu cards", "Canteen");
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (FootholdDossier) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  dossier->opportunity->minutes_min = 300;
  dossier->opportunity->minutes_max = 480;
  id = store_fixture_save_dossier (self, "Add", dossier);
  foothold_store_set_fact_async (self->store, id, "minutes_min", "not-said", NULL, NULL, store_fixture_result_cb,
                                 &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  after = store_fixture_load (self, id);
  g_assert_true (after->opportunity->minutes_min == GINT64_UNKNOWN);
  g_assert_true (after->opportunity->minutes_max == GINT64_UNKNOWN);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "minutes_min", NULL), ==, "not-said");
  g_assert_cmpstr (foothold_dossier_knowledge (after, "minutes_max", NULL), ==, "not-said");

  foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &undone);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&undone), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
  back = store_fixture_load (self, id);
  g_assert_cmpint (back->opportunity->minutes_min, ==, 300);
  g_assert_cmpint (back->opportunity->minutes_max, ==, 480);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Add");
}

static const char *
knowledge_of (StoreFixture *self, gint64 id, const char *field, const char **source)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

  return foothold_dossier_knowledge (dossier, field, source);
}

static void
set_fact (StoreFixture *self, gint64 id, const char *field, const char *knowledge, const char *source)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foothold_store_set_fact_async (self->store, id, field, knowledge, source, NULL, store_fixture_result_cb, &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
}

/* That nobody supervises takes the name away, keeps its source, and goes with what is typed or not known again. */
static void
test_none (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Menu cards", "Canteen");
  g_autoptr (FootholdDossier) after = NULL;
  const char *source;
  gint64 id;

  g_set_str (&dossier->opportunity->supervisor, "Ada");
  id = store_fixture_save_dossier (self, "Add", dossier);
  set_fact (self, id, "resources", "stated", "mail");
  g_assert_cmpstr (knowledge_of (self, id, "resources", NULL), ==, "not-looked-at");
  set_fact (self, id, "supervisor", "none", NULL);
  after = store_fixture_load (self, id);
  g_assert_null (after->opportunity->supervisor);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "supervisor", &source), ==, "none");
  g_assert_cmpstr (source, ==, "typed");
  /* from where the rest comes from, too */
  set_fact (self, id, "supervisor", "stated", "page");
  g_assert_cmpstr (knowledge_of (self, id, "supervisor", &source), ==, "none");
  g_assert_cmpstr (source, ==, "page");
  set_fact (self, id, "supervisor", "not-said", NULL);
  g_assert_cmpstr (knowledge_of (self, id, "supervisor", NULL), ==, "not-said");
  set_fact (self, id, "supervisor", "none", NULL);
  set_fact (self, id, "supervisor", "not-looked-at", NULL);
  g_assert_cmpstr (knowledge_of (self, id, "supervisor", NULL), ==, "not-looked-at");
}

static void
save_objective (StoreFixture *self, gint64 id, const char *objective, gboolean more)
{
  g_autoptr (FootholdDossier) before = store_fixture_load (self, id);
  g_autoptr (FootholdRow) after = foothold_row_copy (before->opportunity);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&((FootholdOpportunityRow *) after)->objective, objective);
  if (more)
    foothold_store_save_row_again_async (self->store, "Edit Objective", before->opportunity, after, NULL,
                                         store_fixture_result_cb, &result);
  else
    foothold_store_save_row_async (self->store, "Edit Objective", before->opportunity, after, NULL,
                                   store_fixture_result_cb, &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
}

/* What was kept while it was typed and then taken back leaves no entry, and the rows exactly as the entry below it made
 * them. */
/* Without its currency an amount still reads as it did, says whence it comes, and is not another one. */
static void
test_currency (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Menu cards", "Canteen");
  g_autoptr (FootholdDossier) after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *source;
  gint64 id;

  g_set_str (&dossier->opportunity->currency, "KWD");
  dossier->opportunity->pay_gross_min = 600000;
  id = store_fixture_save_dossier (self, "Add", dossier);
  set_fact (self, id, "pay_gross_min", "stated", "mail");
  set_fact (self, id, "currency", "not-said", NULL);
  after = store_fixture_load (self, id);
  g_assert_null (after->opportunity->currency);
  g_assert_cmpint (after->opportunity->pay_gross_min, ==, 60000);
  g_assert_cmpstr (foothold_dossier_knowledge (after, "currency", NULL), ==, "not-said");
  g_assert_cmpstr (foothold_dossier_knowledge (after, "pay_gross_min", &source), ==, "stated");
  g_assert_cmpstr (source, ==, "mail");

  g_free (store_fixture_step (self, FALSE));
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, id);
  g_assert_cmpstr (after->opportunity->currency, ==, "KWD");
  g_assert_cmpint (after->opportunity->pay_gross_min, ==, 600000);

  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, id);
  {
    g_autoptr (FootholdRow) odd = foothold_row_copy (after->opportunity);

    ((FootholdOpportunityRow *) odd)->pay_gross_min = 600005;
    store_fixture_save_row (self, "Edit", after->opportunity, odd);
  }
  foothold_store_set_fact_async (self->store, id, "currency", "not-looked-at", NULL, NULL, store_fixture_result_cb,
                                 &result);
  g_assert_false (foothold_store_write_finish (self->store, store_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_pointer (&after, foothold_dossier_unref);
  after = store_fixture_load (self, id);
  g_assert_cmpstr (after->opportunity->currency, ==, "KWD");
  g_assert_cmpint (after->opportunity->pay_gross_min, ==, 600005);
}

static void
test_taken_back (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Menu cards", "Canteen");
  const gint64 id = store_fixture_save_dossier (self, "Add", dossier);
  g_autofree char *added = digest (self);
  g_autofree char *starred = NULL;
  g_autofree char *taken_back = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  store_fixture_act (self, FOOTHOLD_ACTION_STAR, id, NULL, NULL);
  starred = digest (self);

  save_objective (self, id, "One", FALSE);
  save_objective (self, id, "One leaf", TRUE);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Edit Objective");
  save_objective (self, id, NULL, TRUE);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Star Opportunity");
  g_assert_null (foothold_store_get_redo_label (self->store));
  taken_back = digest (self);
  g_assert_cmpstr (taken_back, ==, starred);

  undo_label = store_fixture_step (self, FALSE);
  undone = digest (self);
  g_assert_cmpstr (undone, ==, added);
  redo_label = store_fixture_step (self, TRUE);
  redone = digest (self);
  g_assert_cmpstr (redone, ==, starred);
  g_assert_cmpstr (undo_label, ==, redo_label);
}

/* Taken back in part it is an entry still. */
static void
test_taken_back_in_part (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Menu cards", "Canteen");
  g_autoptr (FootholdDossier) left = NULL;
  const gint64 id = store_fixture_save_dossier (self, "Add", dossier);

  save_objective (self, id, "One leaf", FALSE);
  save_objective (self, id, "One", TRUE);
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Edit Objective");
  left = store_fixture_load (self, id);
  g_assert_cmpstr (left->opportunity->objective, ==, "One");
  g_free (store_fixture_step (self, FALSE));
  g_assert_cmpstr (foothold_store_get_undo_label (self->store), ==, "Add");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/undo/labels", test_labels);
  ADD ("/store/undo/nothing", test_nothing);
  ADD ("/store/undo/hours", test_hours);
  ADD ("/store/undo/none", test_none);
  ADD ("/store/undo/currency", test_currency);
  ADD ("/store/undo/rollback", test_rollback);
  ADD ("/store/undo/taken-back", test_taken_back);
  ADD ("/store/undo/taken-back-in-part", test_taken_back_in_part);
  g_test_add ("/store/undo/random", StoreFixture, NULL, store_fixture_set_up_quick, test_random,
              store_fixture_tear_down);

  return g_test_run ();
}
