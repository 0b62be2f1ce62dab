// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store-fixture.h"
#include "store/foothold-application-store.h"
#include "store/foothold-organisation-store.h"

/* Organisations: what finds them, what is counted of them, and that none is lost while anything is known of it. */

/* @row: (transfer full) */
static gint64
save_new (StoreFixture *self, gpointer row)
{
  g_autoptr (FootholdRow) after = row;

  return store_fixture_save_row (self, "Add", NULL, after);
}

static gint64
add_person (StoreFixture *self, const char *name, const char *organisation)
{
  FootholdPersonRow *row = foothold_row_new (&foothold_person_row_type);

  row->name = g_strdup (name);
  row->organisation = g_strdup (organisation);
  return save_new (self, row);
}

static void
talk (StoreFixture *self, gint64 person, const char *day)
{
  FootholdConversationRow *row = foothold_row_new (&foothold_conversation_row_type);

  row->person = person;
  row->held_on = g_strdup (day);
  save_new (self, row);
}

static gint64
add_opportunity (StoreFixture *self, const char *title, const char *organisation)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier (title, organisation);

  return store_fixture_save_dossier (self, "Add", dossier);
}

static void
apply (StoreFixture *self, gint64 opportunity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

/* Reader thread: the id of the one called so, 0 for none. */
static gpointer
find_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT id FROM organisation WHERE name = :name");
  gint64 id = 0;

  foothold_stmt_bind_text (stmt, "name", data);
  if (foothold_stmt_next (stmt))
    id = foothold_stmt_int (stmt, 0);
  foothold_stmt_finish (stmt, NULL);
  return GSIZE_TO_POINTER ((gsize) id);
}

static gint64
find (StoreFixture *self, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, g_strdup (name), g_free);
  foothold_store_push_read (self->store, task, find_job, NULL);
  return (gint64) GPOINTER_TO_SIZE (g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), NULL));
}

static FootholdOrganisationDossier *
load (StoreFixture *self, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdOrganisationDossier *dossier;

  foothold_organisation_dossier_load_async (self->store, find (self, name), NULL, store_fixture_result_cb, &result);
  dossier = foothold_organisation_dossier_load_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return dossier;
}

/* Sets one text of the one called @name; the error is what became of it. */
static void
set_text (StoreFixture *self, const char *name, const char *field, const char *value, GError **error)
{
  g_autoptr (FootholdOrganisationDossier) dossier = load (self, name);
  g_autoptr (FootholdRow) after = foothold_row_copy (dossier->organisation);
  g_autoptr (GAsyncResult) result = NULL;

  foothold_row_set_text (after, foothold_row_type_find (&foothold_organisation_row_type, field), value);
  foothold_store_save_row_async (self->store, "Edit", dossier->organisation, after, NULL, store_fixture_result_cb,
                                 &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), error);
}

static void
set (StoreFixture *self, const char *name, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  set_text (self, name, field, value, &error);
  g_assert_no_error (error);
}

static void delete (StoreFixture *self, const char *name, GError **error)
{
  g_autoptr (FootholdOrganisationDossier) dossier = load (self, name);
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_delete_row_async (self->store, "Delete", dossier->organisation, NULL, store_fixture_result_cb,
                                   &result);
  foothold_store_write_finish (self->store, store_fixture_wait (&result), error);
}

/* Reader thread. */
static gpointer
names_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = foothold_organisation_list_ids (db, data, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_organisation_load_rows (db, ids, error) : NULL;
  GString *text;

  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", ((FootholdOrganisationRow *) rows->pdata[i])->name);
  return g_string_free_and_steal (text);
}

static void
assert_names (StoreFixture *self, const char *text, FootholdOrder order, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, foothold_query_new (text, order, FOOTHOLD_SHOW_ALL),
                        (GDestroyNotify) foothold_query_free);
  foothold_store_push_read (self->store, task, names_job, g_free);
  names = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_list (StoreFixture *self, gconstpointer data)
{
  FootholdTermRow *term = foothold_row_new (&foothold_term_row_type);

  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "");
  add_opportunity (self, "Map", "Zinc");
  add_opportunity (self, "Count", "Łódź Labs");
  add_opportunity (self, "Draw", "Łódź Labs");
  talk (self, add_person (self, "Ada", "Amber"), "2026-11-02");
  talk (self, add_person (self, "Bob", "Zinc"), "2026-11-01");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "Amber,Łódź Labs,Zinc");
  assert_names (self, NULL, FOOTHOLD_ORDER_NEWEST, "Amber,Zinc,Łódź Labs");
  assert_names (self, NULL, FOOTHOLD_ORDER_FIT, "Łódź Labs,Zinc,Amber");

  term->list = g_strdup ("industry");
  term->slug = g_strdup ("mobility");
  term->name = g_strdup ("Bicycles and Trams");
  save_new (self, term);
  set (self, "Zinc", "industry", "mobility");
  set (self, "Amber", "industry", "software");
  set (self, "Amber", "country", "VN");
  set (self, "Łódź Labs", "notes", "Met at the fair");
  set (self, "Łódź Labs", "url", "https://labs.example.org/");
  assert_names (self, "lodz", FOOTHOLD_ORDER_TITLE, "Łódź Labs");
  assert_names (self, "labs.example", FOOTHOLD_ORDER_TITLE, "Łódź Labs");
  assert_names (self, "fair MET", FOOTHOLD_ORDER_NEWEST, "Łódź Labs");
  assert_names (self, "trams", FOOTHOLD_ORDER_FIT, "Zinc");
  assert_names (self, "software vietnam", FOOTHOLD_ORDER_TITLE, "Amber");
  assert_names (self, "nowhere", FOOTHOLD_ORDER_TITLE, "");
}

static void
test_dossier (StoreFixture *self, gconstpointer data)
{
  const gint64 job = add_opportunity (self, "Map", "Zinc");
  FootholdOutreachRow *outreach = foothold_row_new (&foothold_outreach_row_type);
  g_autoptr (FootholdOrganisationDossier) dossier = NULL;
  GDate day;

  add_opportunity (self, "Count", "Zinc");
  add_opportunity (self, "Draw", "Amber");
  apply (self, job);
  talk (self, add_person (self, "Ada", "Zinc"), "2026-10-30");
  outreach->organisation = g_strdup ("Zinc");
  outreach->asked = g_strdup ("A poster");
  outreach->asked_on = g_strdup ("2026-11-05");
  save_new (self, outreach);

  dossier = load (self, "Zinc");
  g_assert_cmpint (dossier->organisation->opportunities, ==, 2);
  g_assert_cmpint (dossier->organisation->applications, ==, 1);
  g_assert_cmpint (dossier->organisation->people, ==, 1);
  g_assert_cmpint (dossier->organisation->asked, ==, 1);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) dossier->organisation->contacted);
  g_assert_cmpint (g_date_get_day (&day), ==, 5);
  g_assert_cmpint (g_date_get_month (&day), ==, 11);
  g_assert_cmpuint (dossier->people->len, ==, 1);
  g_assert_cmpuint (dossier->outreach->len, ==, 1);
  g_assert_cmpuint (dossier->opportunities->len, ==, 2);
  g_assert_cmpstr (((FootholdTie *) dossier->opportunities->pdata[0])->title, ==, "Count");
  g_assert_cmpuint (dossier->applications->len, ==, 1);
  g_assert_cmpint (((FootholdTie *) dossier->applications->pdata[0])->opportunity, ==, job);
  g_assert_cmpstr (((FootholdTie *) dossier->applications->pdata[0])->state, ==, "draft");
}

/* Renamed in one step; what names it follows, and a name that is taken is refused. */
static void
test_rename (StoreFixture *self, gconstpointer data)
{
  const gint64 job = add_opportunity (self, "Map", "Zinc");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  add_opportunity (self, "Count", "Łódź Labs");
  set (self, "Zinc", "name", "ZINC");
  set (self, "ZINC", "name", "Zink & Sons");
  {
    g_autoptr (FootholdDossier) dossier = store_fixture_load (self, job);

    g_assert_cmpstr (dossier->opportunity->organisation, ==, "Zink & Sons");
  }
  set_text (self, "Zink & Sons", "name", "lodz LABS", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "Łódź Labs,Zink & Sons");
  label = store_fixture_step (self, FALSE);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "Łódź Labs,ZINC");
}

/* A name alone goes with what named it; of which more is known stays, and can then be deleted. */
static void
test_stays (StoreFixture *self, gconstpointer data)
{
  const gint64 bare = add_opportunity (self, "Map", "Bare");
  const gint64 known = add_opportunity (self, "Count", "Known");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  set (self, "Known", "type", "company");
  delete (self, "Known", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, bare, NULL, NULL);
  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, known, NULL, NULL);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "Known");

  delete (self, "Known", &error);
  g_assert_no_error (error);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, "");
  label = store_fixture_step (self, FALSE);
  g_assert_cmpstr (label, ==, "Delete");
  {
    g_autoptr (FootholdOrganisationDossier) dossier = load (self, "Known");

    g_assert_cmpstr (dossier->organisation->type, ==, "company");
  }
}

#define CASE(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CASE ("/organisations/list", test_list);
  CASE ("/organisations/dossier", test_dossier);
  CASE ("/organisations/rename", test_rename);
  CASE ("/organisations/stays", test_stays);
  return g_test_run ();
}
