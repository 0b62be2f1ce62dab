/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "rules/foothold-warning-signs.h"
#include "rules/foothold-worth.h"
#include "store/foothold-generate.h"
#include "store/foothold-staging.h"

/* The judgements that lists order by stay right, whatever changes, and however much. */

#define UNJUDGED GINT64_UNKNOWN

static FootholdOpportunityRow *
load_row (StoreFixture *self, gint64 id)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

  return foothold_row_ref (dossier->opportunity);
}

static gint64
fit_of (StoreFixture *self, gint64 id)
{
  g_autoptr (FootholdRow) row = (FootholdRow *) load_row (self, id);

  return ((FootholdOpportunityRow *) row)->fit;
}

/* The low end, in ten-thousandths. */
static gint64
low_of (StoreFixture *self, gint64 id)
{
  const gint64 fit = fit_of (self, id);

  return fit != UNJUDGED ? fit / 10001 : UNJUDGED;
}

#define WAIT_UNTIL(condition) \
  G_STMT_START \
  { \
    const gint64 wait_end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        g_main_context_iteration (NULL, FALSE); \
        g_assert_cmpint (g_get_monotonic_time (), <, wait_end); \
      } \
  } \
  G_STMT_END

static void
step (StoreFixture *self, gboolean redo)
{
  g_autofree char *label = store_fixture_step (self, redo);
}

static gpointer
count_unjudged (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  foothold_db_query_int (db,
                         "SELECT count (*) FROM opportunity AS o, judging AS g LEFT JOIN judgement AS j ON "
                         "j.opportunity = o.id WHERE j.generation IS NOT g.generation",
                         &n, error);
  return GSIZE_TO_POINTER ((gsize) n);
}

static gpointer
count_judgements (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n;

  foothold_db_query_int (db, "SELECT count (*) FROM judgement", &n, error);
  return GSIZE_TO_POINTER ((gsize) n);
}

static gsize
read_number (StoreFixture *self, FootholdDbFunc func)
{
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  foothold_store_push_read (self->store, task, func, NULL);
  return GPOINTER_TO_SIZE (g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), NULL));
}

#define n_unjudged(self) read_number (self, count_unjudged)

static gint64
add (StoreFixture *self, const char *title, const char *area)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();

  dossier->opportunity->title = g_strdup (title);
  dossier->opportunity->area = g_strdup (area);
  return store_fixture_save_dossier (self, "Add Opportunity", dossier);
}

static void
set_field (StoreFixture *self, gint64 id, const char *field, gint64 value)
{
  g_autoptr (FootholdRow) before = (FootholdRow *) load_row (self, id);
  g_autoptr (FootholdRow) after = foothold_row_copy (before);

  foothold_row_set_int (after, foothold_row_type_find (&foothold_opportunity_row_type, field), value);
  store_fixture_save_row (self, "Change", before, after);
}

static gint64
add_goal (StoreFixture *self, const char *area)
{
  g_autoptr (FootholdRow) goal = foothold_row_new (&foothold_goal_row_type);
  g_autoptr (FootholdRow) target = foothold_row_new (&foothold_goal_target_row_type);
  gint64 id;

  ((FootholdGoalRow *) goal)->rank = 1;
  ((FootholdGoalRow *) goal)->title = g_strdup ("Analyst");
  id = store_fixture_save_row (self, "Add Goal", NULL, goal);
  ((FootholdGoalTargetRow *) target)->goal = id;
  ((FootholdGoalTargetRow *) target)->kind = g_strdup ("area");
  ((FootholdGoalTargetRow *) target)->value = g_strdup (area);
  store_fixture_save_row (self, "Add Target", NULL, target);
  return id;
}

/* What a person changes is judged in the same commit: one announcement, and it names the row. */
static void
test_at_once (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Map the Cycle Routes", NULL);
  g_autoptr (FootholdRow) row = (FootholdRow *) load_row (self, id);

  g_assert_cmpint (((FootholdOpportunityRow *) row)->fit, ==, UNJUDGED);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->known, ==, 0);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->asked, ==, 8);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->clarity, ==, 0);

  self->n_changed = 0;
  set_field (self, id, "feedback", 1);
  g_assert_true (foothold_changes_has (self->changes, "judgement", id));
  /* learning 0.20, of which 0.35 / 0.60 count */
  g_assert_cmpint (low_of (self, id), ==, 1167);
  g_assert_cmpuint (n_unjudged (self), ==, 0);

  step (self, FALSE);
  g_assert_cmpint (fit_of (self, id), ==, UNJUDGED);
  step (self, TRUE);
  g_assert_cmpint (low_of (self, id), ==, 1167);
  g_assert_cmpuint (self->n_changed, ==, 3);
}

/* Every field that is a fact can change a judgement, so each of them is watched. */
static gpointer
check_trigger (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT sql FROM sqlite_master WHERE name = 'judgement_opportunity_update'");
  const FootholdRowType *type = &foothold_opportunity_row_type;
  g_auto (GStrv) columns = NULL;
  const char *from, *to;

  g_assert_true (foothold_stmt_next (stmt));
  from = strstr (foothold_stmt_text (stmt, 0), "UPDATE OF ") + strlen ("UPDATE OF ");
  to = strstr (from, "ON opportunity");
  g_assert_nonnull (to);
  {
    g_autofree char *list = g_strndup (from, (gsize) (to - from));

    columns = g_strsplit_set (list, ", \n", -1);
  }
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & FOOTHOLD_FIELD_BRIEF)
      {
        g_autofree char *column = type->fields[i].flags & FOOTHOLD_FIELD_JOINED
                                    ? g_strconcat (type->fields[i].name, "_id", NULL)
                                    : g_strdup (type->fields[i].name);

        g_test_message ("%s", column);
        g_assert_true (g_strv_contains ((const char *const *) columns, column));
      }
  for (guint i = 0; foothold_warning_sign_fields[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) columns, foothold_warning_sign_fields[i]));
  foothold_stmt_finish (stmt, NULL);
  return NULL;
}

static void
test_fields (StoreFixture *self, gconstpointer data)
{
  read_number (self, check_trigger);
}

/* Skills, deliverables, facts and answers; and what is deleted leaves nothing behind. */
static void
test_children (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Map the Cycle Routes", "research");
  g_autoptr (FootholdRow) answer = foothold_row_new (&foothold_answer_row_type);
  g_autoptr (FootholdRow) row = NULL;
  g_autoptr (FootholdRow) later = NULL;

  {
    g_autoptr (FootholdDossier) dossier = store_fixture_load (self, id);

    foothold_dossier_add_skill (dossier, "SQL");
    foothold_dossier_add_deliverable (dossier, "Map", "It prints", NULL);
    store_fixture_save_dossier (self, "Change", dossier);
  }
  row = (FootholdRow *) load_row (self, id);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->skills_asked, ==, 1);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->clarity, ==, 19); /* 3 of 16 */

  ((FootholdAnswerRow *) answer)->opportunity = id;
  ((FootholdAnswerRow *) answer)->item = g_strdup ("warning-signs/no-conversation");
  ((FootholdAnswerRow *) answer)->answer = g_strdup ("yes");
  store_fixture_save_row (self, "Answer", NULL, answer);
  later = (FootholdRow *) load_row (self, id);
  g_assert_cmpint (((FootholdOpportunityRow *) later)->warnings, ==, 1);

  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, id, NULL, NULL);
  g_assert_cmpuint (read_number (self, count_judgements), ==, 0);
  step (self, FALSE);
  {
    g_autoptr (FootholdRow) back = (FootholdRow *) load_row (self, id);

    g_assert_cmpint (((FootholdOpportunityRow *) back)->warnings, ==, 1);
    g_assert_cmpint (((FootholdOpportunityRow *) back)->clarity, ==, 19);
  }
  step (self, TRUE);
  g_assert_cmpuint (read_number (self, count_judgements), ==, 0);
}

/* A goal, a skill's level, a weight: all are judged anew, and lists hear of it once. */
static void
test_all (StoreFixture *self, gconstpointer data)
{
  const gint64 fits = add (self, "Count Bicycles", "data-analysis"), other = add (self, "Paint a Door", "design");
  g_autoptr (FootholdRow) weight = foothold_row_new (&foothold_weight_row_type);

  add_goal (self, "data-analysis");
  WAIT_UNTIL (n_unjudged (self) == 0 && low_of (self, fits) == 1800); /* 0.40 × 0.45 */
  g_assert_cmpint (fit_of (self, other), ==, (gint64) 0 * 10001 + 8200); /* its area is known, and fits none */

  ((FootholdWeightRow *) weight)->part = g_strdup ("goal-match");
  ((FootholdWeightRow *) weight)->permille = 0;
  store_fixture_save_row (self, "Change Weight", NULL, weight);
  WAIT_UNTIL (n_unjudged (self) == 0 && fit_of (self, fits) == UNJUDGED);

  step (self, FALSE);
  WAIT_UNTIL (n_unjudged (self) == 0 && low_of (self, fits) == 1800);
  step (self, FALSE);
  step (self, FALSE);
  WAIT_UNTIL (n_unjudged (self) == 0 && fit_of (self, fits) == UNJUDGED);
}

static gint64
generate (StoreFixture *self, guint64 n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_done;

  foothold_store_generate_async (self->store, n, 1, NULL, NULL, NULL, store_fixture_result_cb, &result);
  n_done = foothold_store_generate_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return n_done;
}

typedef struct
{
  guint n;
} Announced;

static void
judged_cb (FootholdStore *store, const FootholdChanges *changes, Announced *announced)
{
  if (foothold_changes_has_table (changes, "judgement") && !foothold_changes_has_table (changes, "opportunity"))
    announced->n++;
}

/* The surest first, then what may be better; of which nothing is known, last. The filter goes by the low end. */
static void
test_order (StoreFixture *self, gconstpointer data)
{
  const gint64 nothing = add (self, "Nothing Known", NULL), sure = add (self, "Sure", NULL),
               maybe = add (self, "Maybe", NULL), low = add (self, "Low", NULL);
  g_autoptr (GArray) ordered = NULL;
  g_autoptr (GArray) reversed = NULL;
  g_autoptr (GArray) filtered = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) unknown = NULL;

  set_field (self, sure, "feedback", 1);
  set_field (self, sure, "reference", 0);
  set_field (self, sure, "introduction", 0);
  set_field (self, maybe, "feedback", 1);
  set_field (self, low, "reference", 0);
  set_field (self, low, "introduction", 0);
  ordered = store_fixture_list (self, "", FOOTHOLD_ORDER_FIT, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (ordered->len, ==, 4);
  g_assert_cmpint (g_array_index (ordered, gint64, 0), ==, maybe);
  g_assert_cmpint (g_array_index (ordered, gint64, 1), ==, sure);
  g_assert_cmpint (g_array_index (ordered, gint64, 2), ==, low);
  g_assert_cmpint (g_array_index (ordered, gint64, 3), ==, nothing);

  reversed = store_fixture_list_reversed (self, "", FOOTHOLD_ORDER_FIT, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (reversed->len, ==, 4);
  g_assert_cmpint (g_array_index (reversed, gint64, 0), ==, low);
  g_assert_cmpint (g_array_index (reversed, gint64, 2), ==, maybe);
  g_assert_cmpint (g_array_index (reversed, gint64, 3), ==, nothing);

  filtered = store_fixture_list (self, "fit:>0.1", FOOTHOLD_ORDER_FIT, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (filtered->len, ==, 2);
  rest = store_fixture_list (self, "fit:<11.67%", FOOTHOLD_ORDER_FIT, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (rest->len, ==, 3);
  unknown = store_fixture_list (self, "fit:?", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN);
  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_cmpint (g_array_index (unknown, gint64, 0), ==, nothing);
}

/* Many, in slices: announced once; a write in the middle of it is right, and judged; closing in the middle loses none.
 */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  Announced announced = { 0 };
  gint64 id;

  g_assert_cmpint (generate (self, 2500), ==, 2500);
  store_fixture_close (self);
  store_fixture_open (self);
  g_signal_connect (self->store, "changed", G_CALLBACK (judged_cb), &announced);
  g_assert_cmpuint (n_unjudged (self), >, 0);
  id = add (self, "In the Middle", "design");
  set_field (self, id, "feedback", 1);
  g_assert_cmpint (low_of (self, id), ==, 1167);
  WAIT_UNTIL (announced.n == 1);
  g_assert_cmpuint (n_unjudged (self), ==, 0);
  g_assert_cmpint (low_of (self, id), ==, 1167);

  /* All of them once more, and a goal on top of it while that is under way. */
  add_goal (self, "design");
  add_goal (self, "content");
  WAIT_UNTIL (n_unjudged (self) == 0);
  WAIT_UNTIL (announced.n >= 2);
  g_assert_cmpint (low_of (self, id), >=, 1800);
}

/* Many rows changed by one action are left to the sweep. */
static void
test_bulk (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  gint64 last = 0;

  for (guint i = 0; i < 100; i++)
    {
      last = add (self, "Count Bicycles", "design");
      g_array_append_val (ids, last);
    }
  set_field (self, last, "feedback", 1);
  foothold_store_act_async (self->store, FOOTHOLD_ACTION_DELETE, ids, NULL, NULL, NULL, store_fixture_result_cb,
                            &result);
  store_fixture_finish_write (self, &result);
  g_assert_cmpuint (read_number (self, count_judgements), ==, 0);
  step (self, FALSE);
  WAIT_UNTIL (n_unjudged (self) == 0);
  g_assert_cmpint (low_of (self, last), ==, 1167);
}

static gpointer
compare_job (FootholdDb *db, gpointer data, GError **error)
{
  return GINT_TO_POINTER (foothold_staging_compare (data, db, error));
}

static void
import (StoreFixture *self, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStaging) staging = foothold_staging_new (self->dir, &error);
  const FootholdSink *sink = foothold_staging_get_sink (staging);
  g_autoptr (GAsyncResult) compared = NULL;
  g_autoptr (GAsyncResult) merged = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &compared);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Study %u", i);

      g_assert_true (sink->take_dossier (sink->user_data, store_fixture_dossier (title, "Łódź Labs"), &error));
    }
  g_task_set_task_data (task, foothold_staging_ref (staging), (GDestroyNotify) foothold_staging_unref);
  foothold_store_push_read (self->store, task, compare_job, NULL);
  g_task_propagate_pointer (G_TASK (store_fixture_wait (&compared)), &error);
  g_assert_no_error (error);
  foothold_store_merge_async (self->store, staging, "test.json", NULL, NULL, NULL, store_fixture_result_cb, &merged);
  g_assert_cmpint (foothold_store_merge_finish (self->store, store_fixture_wait (&merged), &error), ==, n);
  g_assert_no_error (error);
}

/* An import is judged when it is in; undone and redone it keeps its judgements, deleted for good it leaves none. */
static void
test_import (StoreFixture *self, gconstpointer data)
{
  const gint64 mine = add (self, "Mine", "design");

  import (self, 70);
  WAIT_UNTIL (n_unjudged (self) == 0);
  g_assert_cmpuint (read_number (self, count_judgements), ==, 71);
  step (self, FALSE);
  WAIT_UNTIL (n_unjudged (self) == 0);
  step (self, TRUE);
  WAIT_UNTIL (n_unjudged (self) == 0);
  g_assert_cmpuint (read_number (self, count_judgements), ==, 71);
  step (self, FALSE);
  set_field (self, mine, "feedback", 1);
  WAIT_UNTIL (read_number (self, count_judgements) == 1);
}

static gpointer
forget_rules (FootholdDb *db, gpointer data, GError **error)
{
  foothold_db_exec (db, "UPDATE judging SET rules = 'of another time'; UPDATE judgement SET fit = 1", error);
  return GINT_TO_POINTER (1);
}

/* A version with other rules judges all anew. */
static void
test_rules (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Count Bicycles", "design");
  g_autoptr (GAsyncResult) result = NULL;

  set_field (self, id, "feedback", 1);
  foothold_store_write_async (self->store, NULL, forget_rules, NULL, NULL, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
  store_fixture_close (self);
  store_fixture_open (self);
  WAIT_UNTIL (low_of (self, id) == 1167);
  g_assert_cmpuint (n_unjudged (self), ==, 0);
}

/* A charity may answer from any address: what kind of host it is counts for all of its opportunities, and no others. */
static void
test_host (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  g_autoptr (FootholdRow) row = NULL;
  g_autoptr (FootholdRow) host = foothold_row_new (&foothold_organisation_row_type);
  g_autoptr (FootholdRow) charity = NULL;
  const gint64 other = add (self, "Count Bicycles", NULL);
  gint64 id;

  ((FootholdOrganisationRow *) host)->name = g_strdup ("Velo");
  host->id = store_fixture_save_row (self, "Add", NULL, host);
  dossier->opportunity->title = g_strdup ("Map the Cycle Routes");
  dossier->opportunity->organisation = g_strdup ("Velo");
  dossier->opportunity->description = g_strdup ("Write to velo@gmail.com.");
  id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  row = (FootholdRow *) load_row (self, id);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->organisation_id, ==, host->id);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->warnings, ==, 1);

  charity = foothold_row_copy (host);
  ((FootholdOrganisationRow *) charity)->type = g_strdup ("non-profit");
  store_fixture_save_row (self, "Edit", host, charity);
  g_assert_true (foothold_changes_has (self->changes, "judgement", id));
  g_assert_false (foothold_changes_has (self->changes, "judgement", other));
  g_assert_cmpuint (n_unjudged (self), ==, 0);
  foothold_row_unref (g_steal_pointer (&row));
  row = (FootholdRow *) load_row (self, id);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->warnings, ==, 0);

  step (self, FALSE);
  foothold_row_unref (g_steal_pointer (&row));
  row = (FootholdRow *) load_row (self, id);
  g_assert_cmpint (((FootholdOpportunityRow *) row)->warnings, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/judging/at-once", StoreFixture, NULL, store_fixture_set_up_quick, test_at_once,
              store_fixture_tear_down);
  g_test_add ("/store/judging/fields", StoreFixture, NULL, store_fixture_set_up_quick, test_fields,
              store_fixture_tear_down);
  g_test_add ("/store/judging/children", StoreFixture, NULL, store_fixture_set_up_quick, test_children,
              store_fixture_tear_down);
  g_test_add ("/store/judging/all", StoreFixture, NULL, store_fixture_set_up_quick, test_all, store_fixture_tear_down);
  g_test_add ("/store/judging/order", StoreFixture, NULL, store_fixture_set_up_quick, test_order,
              store_fixture_tear_down);
  g_test_add ("/store/judging/many", StoreFixture, NULL, store_fixture_set_up_quick, test_many,
              store_fixture_tear_down);
  g_test_add ("/store/judging/bulk", StoreFixture, NULL, store_fixture_set_up_quick, test_bulk,
              store_fixture_tear_down);
  g_test_add ("/store/judging/import", StoreFixture, NULL, store_fixture_set_up_quick, test_import,
              store_fixture_tear_down);
  g_test_add ("/store/judging/host", StoreFixture, NULL, store_fixture_set_up_quick, test_host,
              store_fixture_tear_down);
  g_test_add ("/store/judging/rules", StoreFixture, NULL, store_fixture_set_up_quick, test_rules,
              store_fixture_tear_down);
  return g_test_run ();
}
