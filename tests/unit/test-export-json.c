/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON export says what the database holds, in the format's words, and the same data gives the same bytes. */

#include <json-glib/json-glib.h>

#include "export-fixture.h"

/* Whatever a posting may hold: quotes, controls, characters above the first plane, what looks like JSON. */
#define NASTY "\"quoted\" \\back\\ \n\r\t\b\f \x01\x1f\x7f </script> Đà Nẵng \xf0\x9f\x8e\x93 \xe2\x80\xa8 {\"a\":null}"

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static JsonObject *
first_of (JsonObject *root, const char *name)
{
  JsonArray *array = json_object_get_array_member (root, name);

  g_assert_cmpuint (json_array_get_length (array), >, 0);
  return json_array_get_object_element (array, 0);
}

static FootholdDossier *
full_dossier (void)
{
  FootholdDossier *dossier = store_fixture_dossier (NASTY, "Łódź Labs");
  FootholdOpportunityRow *row = dossier->opportunity;
  g_autoptr (GBytes) page = g_bytes_new_static ("<p>Hello</p>", 12);

  g_set_str (&row->supervisor, "Ada Nowak");
  g_set_str (&row->currency, "EUR");
  g_set_str (&row->pay_kind, "fixed");
  g_set_str (&row->apply_by, "2026-12-01");
  row->pay_gross_min = 60000;
  row->pay_net = 5;
  row->minutes_max = 100;
  row->check_ins = 0;
  row->feedback = 1;
  row->reference = 0;
  row->starred = 1;
  row->created_at = G_GINT64_CONSTANT (1795374507123);
  foothold_dossier_add_page (dossier, "page.html", "text/html", page);
  return dossier;
}

#define STAGE(id, preset, kind, states, position) \
  "{\"id\":\"" #id "\",\"position\":" #position ",\"preset\":\"" preset "\",\"name\":null,\"kind\":\"" kind \
  "\",\"states\":\"" states "\",\"card_limit\":null,\"collapsed\":false}"

/* The columns of the tracker are there from the beginning. */
static void
test_empty (StoreFixture *self, gconstpointer data)
{
  g_autofree char *text = export_fixture_get (self, EXPORT_JSON);

  g_assert_cmpstr (text, ==,
                   "{\"format\":\"foothold\",\n\"version\":1,\n\"opportunities\":[],\n\"organisations\":[],"
                   "\n\"persons\":[],\n"
                   "\"skills\":[],\n\"goals\":[],\n\"goal_targets\":[],\n\"wants\":[],\n\"terms\":[],\n"
                   "\"weights\":[],\n\"exchange_rates\":[],\n\"saved_searches\":[],\n\"places\":[],\n\"profile\":[],\n"
                   "\"stages\":[\n" STAGE (1, "preparing", "open", "draft", 0) ",\n" STAGE (
                     2, "sent", "waiting", "submitted acknowledged under-review",
                     1) ",\n" STAGE (3, "talking", "open", "interview shortlisted",
                                     2) ",\n" STAGE (4, "offer", "open", "offer",
                                                     3) ",\n" STAGE (5, "done", "won",
                                                                     "accepted declined offer-declined withdrawn "
                                                                     "no-answer",
                                                                     4) "\n],\n\"applications\":[],\n\"checklist_"
                                                                        "template\":[],\n\"person_contacts\":[],\n"
                                                                        "\"person_links\":[],\n\"conversations\":[],"
                                                                        "\n\"outreach\":[],\n\"engagements\":[],\n"
                                                                        "\"stories\":[],\n\"interview_stories\":"
                                                                        "[],\n"
                                                                        "\"files\":[]\n}\n");
}

static void
test_values (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = full_dossier ();
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autofree char *id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *text = export_fixture_get (self, EXPORT_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (parser, text);
  JsonObject *o = first_of (root, "opportunities");
  JsonObject *child;
  JsonObject *file;
  g_autofree guchar *bytes = NULL;
  gsize n_bytes;

  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "foothold");
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (o, "id"), ==, id_text);
  g_assert_cmpstr (json_object_get_string_member (o, "title"), ==, NASTY);
  g_assert_cmpstr (json_object_get_string_member (o, "organisation"), ==, "Łódź Labs");
  g_assert_cmpstr (json_object_get_string_member (o, "supervisor"), ==, "Ada Nowak");
  g_assert_cmpstr (json_object_get_string_member (o, "pay_gross_min"), ==, "600.00");
  g_assert_cmpstr (json_object_get_string_member (o, "pay_net"), ==, "0.05");
  g_assert_true (json_object_get_null_member (o, "pay_gross_max"));
  g_assert_cmpint (json_object_get_int_member (o, "hours_min"), ==, 10);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (o, "hours_max"), 1.6667, 1e-9);
  g_assert_cmpstr (json_object_get_string_member (o, "created_at"), ==, "2026-11-22T19:08:27.123Z");
  g_assert_cmpstr (json_object_get_string_member (o, "apply_by"), ==, "2026-12-01");
  g_assert_cmpint (json_object_get_int_member (o, "check_ins"), ==, 0);
  g_assert_true (json_object_get_boolean_member (o, "starred"));
  g_assert_true (json_object_get_boolean_member (o, "feedback"));
  g_assert_false (json_object_get_boolean_member (o, "reference"));
  g_assert_true (json_object_get_null_member (o, "introduction"));
  g_assert_false (json_object_has_member (o, "batch"));
  g_assert_false (json_object_has_member (o, "rev"));
  g_assert_false (json_object_has_member (o, "minutes_min"));

  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (o, "skills"), 0), ==, "Writing");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (o, "skills"), 1), ==, "Data analysis");
  child = first_of (o, "deliverables");
  g_assert_cmpstr (json_object_get_string_member (child, "due_on"), ==, "2026-12-01");
  g_assert_false (json_object_has_member (child, "position"));
  g_assert_false (json_object_has_member (child, "opportunity"));
  child = first_of (o, "facts");
  g_assert_cmpstr (json_object_get_string_member (child, "field"), ==, "currency");
  child = first_of (o, "attachments");
  file = first_of (root, "files");
  g_assert_cmpstr (json_object_get_string_member (child, "sha256"), ==, json_object_get_string_member (file, "sha256"));
  bytes = g_base64_decode (json_object_get_string_member (file, "data"), &n_bytes);
  g_assert_cmpmem (bytes, n_bytes, "<p>Hello</p>", 12);

  /* Every key of the list is there. */
  {
    static const char *const keys[] = {
      "title",     "organisation", "description",  "url",           "source",        "area",    "skills",
      "work_mode", "location",     "posted_on",    "apply_by",      "start_on",      "end_on",  "hours_min",
      "hours_max", "pay_kind",     "pay_period",   "pay_gross_min", "pay_gross_max", "pay_net", "currency",
      "state",     "starred",      "deliverables", "facts",
    };

    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      g_assert_true (json_object_has_member (o, keys[i]));
  }
}

/* Children belong to their own opportunity, also where some have none; order is by id. */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *some = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ExportJob job = { .kind = EXPORT_SOME, .ids = ids };
  JsonArray *array;
  gint64 last = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("Work %u", i);
      g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
      gint64 id;

      g_set_str (&dossier->opportunity->title, title);
      for (guint j = 0; j < i % 4; j++)
        {
          g_autofree char *child = g_strdup_printf ("%u/%u", i, j);

          foothold_dossier_add_deliverable (dossier, child, NULL, NULL);
          foothold_dossier_add_skill (dossier, child);
        }
      id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
      g_array_prepend_val (ids, id);
    }

  text = export_fixture_get (self, EXPORT_JSON);
  array = json_object_get_array_member (parse (parser, text), "opportunities");
  g_assert_cmpuint (json_array_get_length (array), ==, 50);
  for (guint i = 0; i < 50; i++)
    {
      JsonObject *o = json_array_get_object_element (array, i);
      JsonArray *deliverables = json_object_get_array_member (o, "deliverables");
      JsonArray *skills = json_object_get_array_member (o, "skills");
      const gint64 id = g_ascii_strtoll (json_object_get_string_member (o, "id"), NULL, 10);

      g_assert_cmpint (id, >, last);
      last = id;
      g_assert_cmpuint (json_array_get_length (deliverables), ==, i % 4);
      g_assert_cmpuint (json_array_get_length (skills), ==, i % 4);
      for (guint j = 0; j < i % 4; j++)
        {
          g_autofree char *child = g_strdup_printf ("%u/%u", i, j);

          g_assert_cmpstr (json_array_get_string_element (skills, j), ==, child);
          g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (deliverables, j), "title"), ==,
                           child);
        }
    }

  /* A search prints the same objects, in the order it found them. */
  some = export_fixture_run (self, &job);
  {
    g_auto (GStrv) lines = g_strsplit (some, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, 53);
    for (guint i = 1; i <= 50; i++)
      {
        if (g_str_has_suffix (lines[i], ","))
          lines[i][strlen (lines[i]) - 1] = '\0';
        g_assert_nonnull (strstr (text, lines[i]));
      }
  }
  json_parser_load_from_data (parser, some, -1, NULL);
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, 50);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0), "title"), ==, "Work 49");
}

static gpointer
hide_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_exec (db,
                           "INSERT INTO import_batch (id, started_at, label, state) VALUES (7, 0, 'Import of 1', "
                           "'hidden'),"
                           " (8, 0, 'Import of 1', 'done');"
                           "UPDATE opportunity SET batch = 7 WHERE title = 'Hidden';"
                           "UPDATE opportunity SET batch = 8 WHERE title = 'Shown';"
                           "UPDATE organisation SET batch = 7",
                           error)
           ? GINT_TO_POINTER (1)
           : NULL;
}

/* What an undone import brought is not there, save an organisation that something else names. */
static void
test_hidden (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) shown = store_fixture_dossier ("Shown", "Named by both");
  g_autoptr (FootholdDossier) hidden = store_fixture_dossier ("Hidden", "Named by both");
  g_autoptr (FootholdDossier) other = store_fixture_dossier ("Hidden", "Named by the hidden one");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  JsonObject *root;

  store_fixture_save_dossier (self, "Add Opportunity", shown);
  store_fixture_save_dossier (self, "Add Opportunity", hidden);
  store_fixture_save_dossier (self, "Add Opportunity", other);
  foothold_store_write_async (self->store, NULL, hide_job, NULL, NULL, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);

  text = export_fixture_get (self, EXPORT_JSON);
  root = parse (parser, text);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "opportunities")), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (first_of (root, "opportunities"), "title"), ==, "Shown");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "organisations")), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (first_of (root, "organisations"), "name"), ==, "Named by both");

  csv = export_fixture_get (self, EXPORT_CSV);
  g_assert_null (strstr (csv, "Hidden"));
  g_assert_nonnull (strstr (csv, "Shown"));
}

/* Bytes that went missing, or are not what they were, are null, are counted, and do not stop the rest. */
static void
test_missing_file (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = full_dossier ();
  const gint64 id = store_fixture_save_dossier (self, "Add Opportunity", dossier);
  g_autoptr (FootholdDossier) loaded = store_fixture_load (self, id);
  const FootholdAttachmentRow *attachment = g_ptr_array_index (loaded->attachments, 0);
  g_autofree char *path = g_build_filename (self->dir, "attachments", attachment->sha256, NULL);
  ExportJob job = { .kind = EXPORT_JSON, .dir = self->dir };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *damaged = NULL;
  g_autofree char *missing = NULL;

  g_chmod (path, 0600);
  g_assert_true (g_file_set_contents (path, "<p>Hellp</p>", 12, NULL));
  damaged = export_fixture_run (self, &job);
  g_assert_cmpuint (job.n_missing, ==, 1);
  g_assert_true (json_object_get_null_member (first_of (parse (parser, damaged), "files"), "data"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  missing = export_fixture_run (self, &job);
  g_assert_cmpuint (job.n_missing, ==, 1);
  g_assert_cmpstr (missing, ==, damaged);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/export-json/empty", test_empty);
  ADD ("/export-json/values", test_values);
  ADD ("/export-json/many", test_many);
  ADD ("/export-json/hidden", test_hidden);
  ADD ("/export-json/missing-file", test_missing_file);
  return g_test_run ();
}
