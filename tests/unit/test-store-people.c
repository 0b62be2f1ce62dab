// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store-fixture.h"
#include "store/foothold-application-dossier.h"
#include "store/foothold-application-store.h"
#include "store/foothold-outreach-store.h"
#include "store/foothold-person-merge.h"
#include "store/foothold-person-store.h"

/* People: their order, what finds them, what goes with them, and that two become one without a loss. */

static FootholdPersonRow *
person_new (const char *name, const char *organisation)
{
  FootholdPersonRow *row = foothold_row_new (&foothold_person_row_type);

  row->name = g_strdup (name);
  row->organisation = g_strdup (organisation);
  return row;
}

/* @row: (transfer full) */
static gint64
save_new (StoreFixture *self, gpointer row)
{
  g_autoptr (FootholdRow) after = row;

  return store_fixture_save_row (self, "Add", NULL, after);
}

static gint64
add (StoreFixture *self, const char *name, const char *organisation)
{
  return save_new (self, person_new (name, organisation));
}

static gint64
talk (StoreFixture *self, gint64 person, const char *day, const char *text)
{
  FootholdConversationRow *row = foothold_row_new (&foothold_conversation_row_type);

  row->person = person;
  row->held_on = g_strdup (day);
  row->channel = g_strdup ("phone");
  row->text = g_strdup (text);
  return save_new (self, row);
}

static gint64
add_contact (StoreFixture *self, gint64 person, const char *kind, const char *value)
{
  FootholdPersonContactRow *row = foothold_row_new (&foothold_person_contact_row_type);

  row->person = person;
  row->kind = g_strdup (kind);
  row->value = g_strdup (value);
  return save_new (self, row);
}

static gint64
tie (StoreFixture *self, gint64 person, gint64 opportunity, gint64 application)
{
  FootholdPersonLinkRow *row = foothold_row_new (&foothold_person_link_row_type);

  row->person = person;
  if (opportunity != 0)
    row->opportunity = opportunity;
  if (application != 0)
    row->application = application;
  return save_new (self, row);
}

static FootholdPersonDossier *
try_load (StoreFixture *self, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_person_dossier_load_async (self->store, id, NULL, store_fixture_result_cb, &result);
  return foothold_person_dossier_load_finish (self->store, store_fixture_wait (&result), error);
}

static FootholdPersonDossier *
load (StoreFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FootholdPersonDossier *dossier = try_load (self, id, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Reader thread. */
static gpointer
names_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = foothold_person_list_ids (db, data, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_person_load_rows (db, ids, error) : NULL;
  GString *text;

  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", ((FootholdPersonRow *) rows->pdata[i])->name);
  return g_string_free_and_steal (text);
}

static void
assert_names (StoreFixture *self, const char *text, FootholdOrder order, FootholdShow show, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, foothold_query_new (text, order, show), (GDestroyNotify) foothold_query_free);
  foothold_store_push_read (self->store, task, names_job, g_free);
  names = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, expected);
}

static void
step (StoreFixture *self, gboolean redo, const char *label)
{
  g_autofree char *said = store_fixture_step (self, redo);

  g_assert_cmpstr (said, ==, label);
}

static void
act (StoreFixture *self,
     gint64 id,
     void (*func) (FootholdStore *, GArray *, GCancellable *, GAsyncReadyCallback, gpointer))
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  func (self->store, ids, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
archive (StoreFixture *self, gint64 id, gboolean away)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  foothold_people_archive_async (self->store, ids, away, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static void
merge (StoreFixture *self, gint64 kept, gint64 gone, const char *const *from_gone)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_people_merge_async (self->store, kept, gone, from_gone, NULL, store_fixture_result_cb, &result);
  g_assert_cmpint (store_fixture_finish_write (self, &result), ==, kept);
}

static gint64
apply (StoreFixture *self, gint64 opportunity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

/* ---- the cases ---- */

static void
test_order (StoreFixture *self, gconstpointer data)
{
  const gint64 zofia = add (self, "Zofia", NULL);
  const gint64 amir = add (self, "Amir", NULL);
  g_autoptr (FootholdRow) before = NULL;
  g_autoptr (FootholdRow) after = NULL;

  add (self, "Łucja", NULL);
  talk (self, zofia, "2026-11-01", "Coffee");
  talk (self, amir, "2026-11-09", "Call");
  talk (self, amir, "2026-03-01", "Fair");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Amir,Łucja,Zofia");
  assert_names (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN, "Amir,Zofia,Łucja");

  {
    g_autoptr (FootholdPersonDossier) dossier = load (self, zofia);

    before = foothold_row_ref (dossier->person);
    after = foothold_row_copy (before);
    g_set_str (&((FootholdPersonRow *) after)->next_step, "Send the slides");
    g_set_str (&((FootholdPersonRow *) after)->next_step_on, "2026-12-01");
    store_fixture_save_row (self, "Edit", before, after);
  }
  assert_names (self, NULL, FOOTHOLD_ORDER_DEADLINE, FOOTHOLD_SHOW_OPEN, "Zofia,Amir,Łucja");
}

static void
test_search (StoreFixture *self, gconstpointer data)
{
  const gint64 luc = add (self, "Łucja Wójcik", "Ærø Labs");
  const gint64 dan = add (self, "Dan Brown", NULL);

  talk (self, dan, "2026-10-10", "He knows someone at the Straße office");
  add_contact (self, luc, "message", "@lucja-w");
  assert_names (self, "lucja wojcik", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Łucja Wójcik");
  assert_names (self, "WOJ  luc", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Łucja Wójcik");
  assert_names (self, "aero", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Łucja Wójcik");
  assert_names (self, "strasse", FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_OPEN, "Dan Brown");
  assert_names (self, "@lucja", FOOTHOLD_ORDER_DEADLINE, FOOTHOLD_SHOW_OPEN, "Łucja Wójcik");
  assert_names (self, "dan wojcik", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "");
  assert_names (self, "  ", FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Dan Brown,Łucja Wójcik");
}

static void
test_save (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Ada", "Acme");
  g_autoptr (FootholdPersonDossier) first = load (self, id);
  g_autoptr (FootholdPersonDossier) second = NULL;
  g_autoptr (FootholdPersonDossier) third = NULL;
  g_autoptr (FootholdRow) after = foothold_row_copy (first->person);

  g_assert_cmpint (first->person->created_at, >, 0);
  g_assert_cmpint (first->person->organisation_id, !=, GINT64_UNKNOWN);
  g_assert_null (first->person->contacted_on);

  /* another organisation: the one that nobody names goes */
  g_set_str (&((FootholdPersonRow *) after)->organisation, "Globex");
  store_fixture_save_row (self, "Edit", first->person, after);
  second = load (self, id);
  g_assert_cmpstr (second->person->organisation, ==, "Globex");
  g_assert_cmpint (second->person->organisation_id, !=, first->person->organisation_id);

  /* another spelling: the same one */
  g_clear_pointer (&after, foothold_row_unref);
  after = foothold_row_copy (second->person);
  g_set_str (&((FootholdPersonRow *) after)->organisation, "GLOBEX");
  store_fixture_save_row (self, "Edit", second->person, after);
  third = load (self, id);
  g_assert_cmpstr (third->person->organisation, ==, "GLOBEX");
  g_assert_cmpint (third->person->organisation_id, ==, second->person->organisation_id);
}

static void
test_dossier (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) opportunity = store_fixture_dossier ("Map Cycle Routes", "Velo");
  g_autoptr (FootholdPersonDossier) dossier = NULL;
  gint64 id, job;

  g_set_str (&opportunity->opportunity->supervisor, "Mai Trần");
  job = store_fixture_save_dossier (self, "Add", opportunity);
  {
    g_autoptr (FootholdDossier) stored = store_fixture_load (self, job);

    id = stored->opportunity->supervisor_id;
  }
  tie (self, id, 0, apply (self, job));
  talk (self, id, "2026-11-01", "First");
  talk (self, id, "2026-11-03", "Second");
  add_contact (self, id, "phone", "+49 1");

  dossier = load (self, id);
  g_assert_cmpstr (dossier->person->name, ==, "Mai Trần");
  g_assert_cmpstr (dossier->person->contacted_on, ==, "2026-11-03");
  g_assert_cmpuint (dossier->contacts->len, ==, 1);
  g_assert_cmpuint (dossier->conversations->len, ==, 2);
  g_assert_cmpstr (((FootholdConversationRow *) dossier->conversations->pdata[0])->text, ==, "Second");
  g_assert_cmpuint (dossier->ties->len, ==, 2);
  {
    const FootholdTie *as_supervisor = dossier->ties->pdata[0];
    const FootholdTie *of_application = dossier->ties->pdata[1];

    g_assert_cmpint (as_supervisor->link, ==, 0);
    g_assert_cmpstr (as_supervisor->organisation, ==, "Velo");
    g_assert_cmpstr (as_supervisor->state, ==, "applying");
    g_assert_cmpint (of_application->link, !=, 0);
    g_assert_cmpint (of_application->opportunity, ==, job);
    g_assert_cmpstr (of_application->state, ==, "draft");
  }
}

static void
test_delete (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) opportunity = store_fixture_dossier ("Map Cycle Routes", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id, job;

  g_set_str (&opportunity->opportunity->supervisor, "Mai");
  job = store_fixture_save_dossier (self, "Add", opportunity);
  {
    g_autoptr (FootholdDossier) stored = store_fixture_load (self, job);

    id = stored->opportunity->supervisor_id;
  }
  tie (self, id, job, 0);
  talk (self, id, "2026-11-03", "Second");
  add_contact (self, id, "phone", "+49 1");

  act (self, id, foothold_people_delete_async);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL, "");
  g_assert_null (try_load (self, id, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  {
    g_autoptr (FootholdDossier) stored = store_fixture_load (self, job);

    g_assert_null (stored->opportunity->supervisor);
  }

  step (self, FALSE, "Delete Person");
  {
    g_autoptr (FootholdPersonDossier) dossier = load (self, id);

    g_assert_cmpuint (dossier->contacts->len, ==, 1);
    g_assert_cmpuint (dossier->conversations->len, ==, 1);
    g_assert_cmpuint (dossier->ties->len, ==, 2);
  }
}

static void
test_archive (StoreFixture *self, gconstpointer data)
{
  const gint64 id = add (self, "Ada", NULL);

  add (self, "Bob", NULL);
  archive (self, id, TRUE);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Bob");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ARCHIVED, "Ada");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL, "Ada,Bob");
  archive (self, id, FALSE);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Ada,Bob");
  step (self, FALSE, "Unarchive Person");
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_OPEN, "Bob");
}

static gint64
supervisor_of (StoreFixture *self, const char *organisation, const char *name)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Survey", organisation);
  g_autoptr (FootholdDossier) saved = NULL;

  dossier->opportunity->supervisor = g_strdup (name);
  saved = store_fixture_load (self, store_fixture_save_dossier (self, "Add", dossier));
  return saved->opportunity->supervisor_id;
}

static gint64
asked_of (StoreFixture *self, const char *organisation, const char *name)
{
  FootholdOutreachRow *row = foothold_row_new (&foothold_outreach_row_type);
  gint64 id;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FootholdRow) loaded = NULL;

  row->organisation = g_strdup (organisation);
  row->person = g_strdup (name);
  id = save_new (self, row);
  foothold_outreach_load_async (self->store, id, NULL, store_fixture_result_cb, &result);
  loaded = (FootholdRow *) foothold_outreach_load_finish (self->store, store_fixture_wait (&result), NULL);
  return ((FootholdOutreachRow *) loaded)->person_id;
}

static gint64
linked_to (StoreFixture *self, const char *organisation, const char *name)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Survey", organisation);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const gint64 opportunity = store_fixture_save_dossier (self, "Add", dossier);

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &begun);
  foothold_application_link_person_async (self->store, store_fixture_finish_write (self, &begun), name, NULL,
                                          store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

/* Two who are called the same are told by where they work. */
static void
test_namesakes (StoreFixture *self, gconstpointer data)
{
  const gint64 first = add (self, "Anna Schmidt", "Amber");
  const gint64 second = supervisor_of (self, "Basalt", "Anna Schmidt");
  const gint64 third = asked_of (self, "Chalk", "Anna Schmidt");
  const gint64 nowhere = add (self, "Ben Cole", NULL);

  g_assert_cmpint (supervisor_of (self, "Amber", "anna schmidt"), ==, first);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpint (third, !=, first);
  g_assert_cmpint (third, !=, second);
  g_assert_cmpint (supervisor_of (self, "Basalt", "Anna Schmidt"), ==, second);
  g_assert_cmpint (linked_to (self, "Basalt", "Anna Schmidt"), ==, second);
  g_assert_cmpint (asked_of (self, "Chalk", "Anna Schmidt"), ==, third);
  /* of another firm and tied to this one by hand: another spelling of the name makes nobody new */
  {
    g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Poster", "Amber");
    g_autoptr (FootholdDossier) saved = NULL;
    g_autoptr (FootholdDossier) spelled = NULL;
    g_autoptr (FootholdRow) after = NULL;
    gint64 id;

    dossier->opportunity->supervisor_id = second;
    id = store_fixture_save_dossier (self, "Add", dossier);
    saved = store_fixture_load (self, id);
    after = foothold_row_copy (&saved->opportunity->row);
    g_set_str (&((FootholdOpportunityRow *) after)->supervisor, "Anna SCHMIDT");
    store_fixture_save_row (self, "Edit", saved->opportunity, after);
    spelled = store_fixture_load (self, id);
    g_assert_cmpint (spelled->opportunity->supervisor_id, ==, second);
    g_assert_cmpstr (spelled->opportunity->supervisor, ==, "Anna SCHMIDT");
  }
  /* who nobody knows where may be the one; so may the first, where nobody knows of which host it is */
  g_assert_cmpint (supervisor_of (self, "Basalt", "Ben Cole"), ==, nowhere);
  g_assert_cmpint (supervisor_of (self, NULL, "Anna Schmidt"), ==, first);
}

static void
test_merge_rows (void)
{
  static const char *const from_gone[] = { "job_title", NULL };
  g_autoptr (FootholdRow) kept_row = (FootholdRow *) person_new ("Ada Lovelace", "Acme");
  g_autoptr (FootholdRow) gone_row = (FootholdRow *) person_new ("A. Lovelace", "Acme");
  FootholdPersonRow *kept = (FootholdPersonRow *) kept_row, *gone = (FootholdPersonRow *) gone_row;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (FootholdRow) merged_row = NULL;
  const FootholdPersonRow *merged;

  kept->mail = g_strdup ("ada@acme.example");
  gone->mail = g_strdup ("ada@home.example");
  kept->job_title = g_strdup ("Analyst");
  gone->job_title = g_strdup ("Lead");
  kept->next_step = g_strdup ("Call");
  gone->next_step = g_strdup ("Write");
  gone->next_step_on = g_strdup ("2026-12-03");
  kept->phone = g_strdup ("+44 1");
  gone->phone = g_strdup ("0044-(0)1");
  kept->url = g_strdup ("https://ada.example/");
  gone->url = g_strdup ("http://www.ada.example");
  gone->reference = g_strdup ("yes");
  gone->reference_until = g_strdup ("2027-01-01");
  kept->notes = g_strdup ("Kept");
  gone->notes = g_strdup ("Gone");
  kept->created_at = 20;
  gone->created_at = 10;
  kept->archived_at = 30;

  differences = foothold_person_merge_differences (kept, gone);
  g_assert_cmpuint (differences->len, ==, 4);
  g_assert_cmpstr (differences->pdata[0], ==, "name");
  g_assert_cmpstr (differences->pdata[1], ==, "job_title");
  g_assert_cmpstr (differences->pdata[2], ==, "mail");
  g_assert_cmpstr (differences->pdata[3], ==, "next_step");

  merged_row = (FootholdRow *) foothold_person_merge (kept, gone, from_gone, &contacts);
  merged = (FootholdPersonRow *) merged_row;
  g_assert_cmpstr (merged->name, ==, "Ada Lovelace");
  g_assert_cmpstr (merged->job_title, ==, "Lead");
  g_assert_cmpstr (merged->phone, ==, "+44 1");
  g_assert_cmpstr (merged->next_step, ==, "Call");
  g_assert_null (merged->next_step_on);
  g_assert_cmpstr (merged->reference, ==, "yes");
  g_assert_cmpstr (merged->reference_until, ==, "2027-01-01");
  g_assert_cmpint (merged->created_at, ==, 10);
  g_assert_cmpint (merged->archived_at, ==, GINT64_UNKNOWN);
  g_assert_cmpstr (merged->notes, ==,
                   "Kept\n\nGone\n\nName: A. Lovelace\nJob title: Analyst\nNext step: Write (2026-12-03)");
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (((FootholdPersonContactRow *) contacts->pdata[0])->kind, ==, "mail");
  g_assert_cmpstr (((FootholdPersonContactRow *) contacts->pdata[0])->value, ==, "ada@home.example");
}

static void
test_merge (StoreFixture *self, gconstpointer data)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (FootholdDossier) opportunity = store_fixture_dossier ("Map Cycle Routes", NULL);
  g_autoptr (FootholdPersonDossier) merged = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 kept = add (self, "Ada Lovelace", NULL);
  gint64 gone, job;

  g_set_str (&opportunity->opportunity->supervisor, "A. Lovelace");
  job = store_fixture_save_dossier (self, "Add", opportunity);
  {
    g_autoptr (FootholdDossier) stored = store_fixture_load (self, job);

    gone = stored->opportunity->supervisor_id;
  }
  tie (self, kept, job, 0);
  tie (self, gone, job, 0);
  talk (self, kept, "2026-11-01", "First");
  talk (self, gone, "2026-11-03", "Second");
  add_contact (self, kept, "phone", "+44 1");
  add_contact (self, gone, "phone", "+44  1");
  add_contact (self, gone, "phone", "+44 2");

  merge (self, kept, gone, nothing);
  merged = load (self, kept);
  g_assert_null (try_load (self, gone, &error));
  g_assert_cmpuint (merged->conversations->len, ==, 2);
  g_assert_cmpuint (merged->contacts->len, ==, 2);
  g_assert_cmpuint (merged->ties->len, ==, 2);
  g_assert_cmpstr (merged->person->notes, ==, "Name: A. Lovelace");
  {
    g_autoptr (FootholdDossier) stored = store_fixture_load (self, job);

    g_assert_cmpint (stored->opportunity->supervisor_id, ==, kept);
  }

  step (self, FALSE, "Merge of 2 People");
  {
    g_autoptr (FootholdPersonDossier) first = load (self, kept);
    g_autoptr (FootholdPersonDossier) second = load (self, gone);

    g_assert_cmpuint (first->conversations->len, ==, 1);
    g_assert_cmpuint (first->contacts->len, ==, 1);
    g_assert_cmpuint (second->conversations->len, ==, 1);
    g_assert_cmpuint (second->contacts->len, ==, 2);
    g_assert_cmpuint (second->ties->len, ==, 2);
    g_assert_null (first->person->notes);
  }
}

#define CASE(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* Of whom only the name is known: a person who was added stays when nothing names them any more; who came with a
 * posting goes with it. */
static void
test_only_named (StoreFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Ada", "Bob" };
  gint64 jobs[G_N_ELEMENTS (names)];

  add (self, "Ada", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FootholdDossier) opportunity = store_fixture_dossier ("Map Cycle Routes", NULL);

      g_set_str (&opportunity->opportunity->supervisor, names[i]);
      jobs[i] = store_fixture_save_dossier (self, "Add", opportunity);
    }
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL, "Ada,Bob");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    store_fixture_act (self, FOOTHOLD_ACTION_DELETE, jobs[i], NULL, NULL);
  assert_names (self, NULL, FOOTHOLD_ORDER_TITLE, FOOTHOLD_SHOW_ALL, "Ada");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CASE ("/people/order", test_order);
  CASE ("/people/search", test_search);
  CASE ("/people/save", test_save);
  CASE ("/people/dossier", test_dossier);
  CASE ("/people/delete", test_delete);
  CASE ("/people/archive", test_archive);
  CASE ("/people/only-named", test_only_named);
  CASE ("/people/namesakes", test_namesakes);
  g_test_add_func ("/people/merge-rows", test_merge_rows);
  CASE ("/people/merge", test_merge);
  return g_test_run ();
}
