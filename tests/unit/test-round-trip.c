// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>
#include <sys/stat.h>

#include "exchange-fixture.h"
#include "exchange/foothold-commands.h"
#include "exchange/foothold-sample.h"
#include "import-fixture.h"

#include "store/foothold-tag-store.h"

/*
 * Import → edit → undo → redo → export → import into an empty profile → export: the
 * second export is the first byte for byte. And what files become on their way to the preview.
 */

static GBytes *
saved_page (const char *name)
{
  g_autofree char *path = g_build_filename (FOOTHOLD_PAGES, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
edit (StoreFixture *self)
{
  g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_autoptr (FootholdDossier) dossier = NULL;
  g_autoptr (FootholdRow) after = NULL;
  FootholdOpportunityRow *row;

  g_assert_cmpuint (ids->len, >, 5);
  dossier = store_fixture_load (self, g_array_index (ids, gint64, 0));
  after = foothold_row_copy (dossier->opportunity);
  row = (FootholdOpportunityRow *) after;
  /* what breaks exporters: quotes, controls, other scripts, line ends, a currency without decimals */
  g_set_str (&row->title, "“Edited” \\ \"title\" Łódź Đà Nẵng 😀");
  g_set_str (&row->notes, "a\nb\tc\x01 \x7f <b>&amp;</b> {\"json\": [1]}\r\n");
  g_set_str (&row->currency, "JPY");
  g_set_str (&row->place, "A place of “its own”");
  row->pay_gross_min = 123456;
  row->pay_gross_max = 234567;
  row->minutes_min = 100;
  row->minutes_max = 2400;
  row->minutes_applying = 150;
  store_fixture_save_row (self, "Edit", dossier->opportunity, after);
  store_fixture_act (self, FOOTHOLD_ACTION_STAR, g_array_index (ids, gint64, 1), NULL, NULL);
  store_fixture_act (self, FOOTHOLD_ACTION_SET_STATE, g_array_index (ids, gint64, 2), "dropped", "Too far");
  {
    g_autoptr (GAsyncResult) result = NULL;

    foothold_store_tag_async (self->store, ids, "Đà Nẵng", TRUE, NULL, store_fixture_result_cb, &result);
    store_fixture_finish_write (self, &result);
  }
  store_fixture_act (self, FOOTHOLD_ACTION_ARCHIVE, g_array_index (ids, gint64, 3), NULL, NULL);
  store_fixture_act (self, FOOTHOLD_ACTION_DELETE, g_array_index (ids, gint64, 4), NULL, NULL);
}

static void
test_round_trip (StoreFixture *first, gconstpointer data)
{
  StoreFixture second = { 0 };
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (GBytes) sample = foothold_sample_load (today, NULL);
  g_autoptr (GBytes) page = saved_page ("posting-lodz.html");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  {
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (first, sample, "sample.json");

    g_assert_cmpint (exchange_fixture_merge (first, staging), >=, 50);
  }
  {
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (first, page, "posting-lodz.html");

    g_assert_cmpint (exchange_fixture_merge (first, staging), ==, 1);
  }
  edit (first);
  for (guint i = 0; i < 4; i++)
    exchange_fixture_step (first, FALSE);
  for (guint i = 0; i < 3; i++)
    exchange_fixture_step (first, TRUE);
  before = export_fixture_get (first, EXPORT_JSON);
  g_assert_nonnull (strstr (before, "Łódź"));

  store_fixture_set_up (&second, NULL);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (before, strlen (before));
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (&second, bytes, "export.json");
    FootholdStagedCounts counts = foothold_staging_get_counts (staging);

    g_assert_cmpuint (counts.n_problems, ==, 0);
    g_assert_cmpuint (counts.n_fields_left_out, ==, 0);
    g_assert_cmpuint (counts.n_same, ==, 0);
    exchange_fixture_merge (&second, staging);
  }
  after = export_fixture_get (&second, EXPORT_JSON);
  exchange_fixture_assert_same (before, after);

  /* once more into the same profile: everything is there already */
  {
    g_autoptr (GBytes) bytes = g_bytes_new (before, strlen (before));
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (&second, bytes, "export.json");
    FootholdStagedCounts counts = foothold_staging_get_counts (staging);

    g_assert_cmpuint (counts.n_new + counts.n_fills + counts.n_problems, ==, 0);
    g_assert_cmpuint (counts.n_same, >, 50);
  }
  store_fixture_tear_down (&second, NULL);
}

/* People with ids of their own are as many as there are ids, whatever they have in common. */
static void
test_alike_people (StoreFixture *first, gconstpointer data)
{
  static const char json[] =
    "{\"format\": \"foothold\", \"version\": 1, \"persons\": ["
    "{\"id\": \"1\", \"name\": \"Ann Berg\", \"mail\": \"office@nord.example\", \"notes\": \"designer\"},"
    "{\"id\": \"2\", \"name\": \"Bob Stein\", \"mail\": \"office@nord.example\"},"
    "{\"id\": \"3\", \"name\": \"Ann Berg\", \"mail\": \"office@nord.example\"}],"
    " \"conversations\": [{\"id\": \"21\", \"person\": \"2\", \"held_on\": \"2026-03-01\", \"channel\": \"phone\","
    " \"text\": \"with Bob\"}]}";
  StoreFixture second = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_all;

  for (guint i = 0; i < 2; i++)
    {
      StoreFixture *self = i == 0 ? first : &second;
      g_autoptr (GBytes) bytes =
        i == 0 ? g_bytes_new_static (json, strlen (json)) : g_bytes_new (before, strlen (before));
      g_autoptr (FootholdStaging) staging = NULL;
      g_autoptr (GPtrArray) people = NULL;

      if (i == 1)
        store_fixture_set_up (&second, NULL);
      staging = exchange_fixture_prepare_bytes (self, bytes, "export.json");
      people = foothold_staging_list_people (staging, 10, &n_all);
      g_assert_cmpuint (foothold_staging_get_counts (staging).others.n[FOOTHOLD_OTHER_PEOPLE], ==, 3);
      g_assert_cmpuint (n_all, ==, 3);
      exchange_fixture_merge (self, staging);
      *(i == 0 ? &before : &after) = export_fixture_get (self, EXPORT_JSON);
    }
  g_assert_nonnull (strstr (before, "Bob Stein"));
  g_assert_nonnull (strstr (before, "\"person\":\"2\""));
  exchange_fixture_assert_same (before, after);
  store_fixture_tear_down (&second, NULL);
}

static guint
count_people (StoreFixture *self)
{
  g_autofree char *json = export_fixture_get (self, EXPORT_JSON);
  char *at = strstr (json, "\"persons\":[");
  guint n = 0;

  g_assert_nonnull (at);
  at[strcspn (at + 11, "]") + 11] = '\0';
  while ((at = strstr (at + 1, "\"name\":")) != NULL)
    n++;
  return n;
}

/* Cards, one after another: how many people they are. */
static void
test_cards (StoreFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *card;
    guint n_new;
  } cards[] = {
    { "FN:Ann Berg\nEMAIL:office@nord.example\nNOTE:designer\n", 1 },
    { "FN:Bob Stein\nEMAIL:office@nord.example\nNOTE:bookkeeper\n", 2 },
    { "FN:Berg\\, Ann\nEMAIL:Office@nord.example\nTEL:1\n", 2 },
    { "FN:B. Stein\nEMAIL:office@nord.example\n", 2 },
    { "EMAIL:office@nord.example\n", 2 },
    { "FN:Dr. Ann M. Berg\nEMAIL:office@nord.example\n", 2 },
    { "FN:Ann Berg\nEMAIL:ann@nord.example\n", 3 },
    { "FN:Eve\nURL:https://nord.example/\n", 4 },
    { "FN:Ida\nURL:https://www.nord.example\n", 5 },
    { "FN:Ida\n", 5 },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  /* in one import */
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      StoreFixture empty = { 0 };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FootholdStaging) staging = NULL;

      g_string_append_printf (text, "BEGIN:VCARD\nVERSION:3.0\n%sEND:VCARD\n", cards[i].card);
      bytes = g_bytes_new (text->str, text->len);
      store_fixture_set_up (&empty, NULL);
      staging = exchange_fixture_prepare_bytes (&empty, bytes, "people.vcf");
      g_assert_cmpuint (foothold_staging_get_counts (staging).others.n[FOOTHOLD_OTHER_PEOPLE], ==, cards[i].n_new);
      exchange_fixture_merge (&empty, staging);
      g_assert_cmpuint (count_people (&empty), ==, cards[i].n_new);
      store_fixture_tear_down (&empty, NULL);
    }

  /* and one import after another */
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *one = g_strdup_printf ("BEGIN:VCARD\nVERSION:3.0\n%sEND:VCARD\n", cards[i].card);
      g_autoptr (GBytes) bytes = g_bytes_new (one, strlen (one));
      g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, "people.vcf");

      exchange_fixture_merge (self, staging);
      g_assert_cmpuint (count_people (self), ==, cards[i].n_new);
    }
}

/* Both tables read back as the rows they were made from. */
static void
test_table (StoreFixture *self, gconstpointer data)
{
  static const ExportKind kinds[] = { EXPORT_CSV, EXPORT_CSV_MACHINE };
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (GBytes) sample = foothold_sample_load (today, NULL);
  g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, sample, "sample.json");

  g_assert_cmpint (exchange_fixture_merge (self, staging), >=, 50);
  edit (self);
  {
    /* what the guard against formulas must not change */
    static const char *const notes[] = { "=1+1", "'=1+1", "''-x", "'plain'", " @x", "'" };
    g_autoptr (GArray) ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);

    for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
      {
        g_autoptr (FootholdDossier) dossier = store_fixture_load (self, g_array_index (ids, gint64, i + 3));
        g_autoptr (FootholdRow) after = foothold_row_copy (dossier->opportunity);

        g_set_str (&((FootholdOpportunityRow *) after)->notes, notes[i]);
        store_fixture_save_row (self, "Edit", dossier->opportunity, after);
      }
  }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *table = export_fixture_get (self, kinds[i]);
      g_autoptr (TestSink) sink = test_import (table, -1, "opportunities.csv");

      g_assert_cmpuint (sink->problems->len, ==, 0);
      g_assert_cmpuint (sink->dossiers->len, >=, 50);
      for (guint j = 0; j < sink->dossiers->len; j++)
        {
          const FootholdDossier *read = test_sink_dossier (sink, j);
          g_autoptr (FootholdDossier) there = store_fixture_load (self, read->opportunity->row.id);
          const FootholdRowType *type = &foothold_opportunity_row_type;

          for (guint k = 0; k < type->n_fields; k++)
            if (foothold_field_is_text (&type->fields[k]))
              g_assert_cmpstr (foothold_row_get_text (read->opportunity, &type->fields[k]), ==,
                               foothold_row_get_text (there->opportunity, &type->fields[k]));
            else if (strcmp (type->fields[k].name, "batch") != 0)
              g_assert_cmpint (foothold_row_get_int (read->opportunity, &type->fields[k]), ==,
                               foothold_row_get_int (there->opportunity, &type->fields[k]));
          g_assert_cmpuint (read->skills->len, ==, there->skills->len);
          g_assert_cmpuint (read->tags->len, ==, there->tags->len);
          g_assert_cmpuint (read->deliverables->len, ==, there->deliverables->len);
        }
    }
}

/* A library without opportunities: one step of undo takes it back whole, for good. */
static void
test_only_a_profile (StoreFixture *self, gconstpointer data)
{
  static const char library[] =
    "{\"format\":\"foothold\",\"version\":1,\"opportunities\":[],"
    "\"organisations\":[{\"id\":\"11\",\"name\":\"Host\"}],"
    "\"persons\":[{\"id\":\"12\",\"name\":\"Ada\",\"organisation_id\":\"11\"}],"
    "\"skills\":[{\"id\":\"13\",\"name\":\"Python\",\"level\":3,\"wanted\":true},{\"name\":\"python\"}],"
    "\"goals\":[{\"id\":\"15\",\"rank\":1,\"title\":\"Learn\"},{\"id\":\"16\",\"rank\":2,\"title\":\"Earn\"}],"
    "\"goal_targets\":[{\"id\":\"17\",\"goal\":\"15\",\"kind\":\"skill\",\"value\":\"Python\"}],"
    "\"wants\":[{\"id\":\"18\",\"position\":0,\"text\":\"Remote\"}],"
    "\"profile\":[{\"id\":\"1\",\"name\":\"Kim\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (library, strlen (library));
  g_autofree char *empty = export_fixture_get (self, EXPORT_JSON);
  g_autofree char *full = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, bytes, "library.json");
      const FootholdStagedCounts counts = foothold_staging_get_counts (staging);
      g_autofree char *words = foothold_others_describe (&counts.others, FALSE);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      /* what an undone import left hidden is not there */
      g_assert_cmpstr (words, ==, "your profile, 2 goals, 1 want, 1 skill, 1 organisation and 1 person");
      g_assert_cmpuint (counts.n_others, ==, 7);
      g_assert_cmpint (exchange_fixture_merge (self, staging), ==, 0);
      after = export_fixture_get (self, EXPORT_JSON);
      g_assert_nonnull (strstr (after, "\"level\":3"));
      if (full == NULL)
        full = g_steal_pointer (&after);
      else
        g_assert_cmpstr (after, ==, full);

      exchange_fixture_step (self, FALSE);
      undone = export_fixture_get (self, EXPORT_JSON);
      g_assert_cmpstr (undone, ==, empty);
      exchange_fixture_step (self, TRUE);
      redone = export_fixture_get (self, EXPORT_JSON);
      g_assert_cmpstr (redone, ==, full);
      exchange_fixture_step (self, FALSE);
    }

  /* a write drops what could be redone, and with it every row of the import */
  {
    g_autoptr (FootholdRow) row = foothold_row_new (&foothold_want_row_type);
    g_autofree char *after = NULL;

    ((FootholdWantRow *) row)->position = 0;
    ((FootholdWantRow *) row)->text = g_strdup ("Paid");
    store_fixture_save_row (self, "Add", NULL, row);
    exchange_fixture_step (self, FALSE);
    after = export_fixture_get (self, EXPORT_JSON);
    g_assert_cmpstr (after, ==, empty);
  }
}

static const char *
answered (StoreFixture *self, const char *title, const char *item)
{
  g_autoptr (GArray) ids = store_fixture_list (self, title, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  g_autoptr (FootholdDossier) dossier = NULL;

  g_assert_cmpuint (ids->len, ==, 1);
  dossier = store_fixture_load (self, g_array_index (ids, gint64, 0));
  for (guint i = 0; i < dossier->answers->len; i++)
    {
      const FootholdAnswerRow *answer = g_ptr_array_index (dossier->answers, i);

      if (g_str_equal (answer->item, item))
        return g_intern_string (answer->answer);
    }

  return NULL;
}

/* Two people want the same, each under an id of their own: an answer goes where its want goes. */
static void
test_answers_to_wants (StoreFixture *self, gconstpointer data)
{
  static const char mine[] = "{\"format\":\"foothold\",\"version\":1,\"opportunities\":[],"
                             "\"wants\":[{\"id\":\"101\",\"position\":0,\"text\":\"Remote\"},"
                             "{\"id\":\"102\",\"position\":1,\"text\":\"Read by somebody\"}]}";
  static const char theirs[] =
    "{\"format\":\"foothold\",\"version\":1,\"opportunities\":[{\"id\":\"201\",\"title\":\"Leaflet\",\"answers\":["
    "{\"id\":\"301\",\"item\":\"want/11\",\"answer\":\"yes\"},{\"id\":\"302\",\"item\":\"want/12\",\"answer\":\"no\"},"
    "{\"id\":\"303\",\"item\":\"want/13\",\"answer\":\"no\"},{\"id\":\"304\",\"item\":\"want/14\",\"answer\":\"yes\"},"
    "{\"id\":\"305\",\"item\":\"unpaid/training\",\"answer\":\"yes\"}]}],"
    "\"wants\":[{\"id\":\"11\",\"position\":0,\"text\":\"Read by "
    "somebody\"},{\"id\":\"12\",\"position\":1,\"text\":\"Short\"},"
    "{\"id\":\"13\",\"position\":2,\"text\":\"Remote\"},{\"id\":\"14\",\"position\":3,\"text\":\"Remote\"}]}";
  g_autoptr (GBytes) my_bytes = g_bytes_new_static (mine, strlen (mine));
  g_autoptr (GBytes) their_bytes = g_bytes_new_static (theirs, strlen (theirs));
  StoreFixture second = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  {
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, my_bytes, "mine.json");

    exchange_fixture_merge (self, staging);
  }
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (self, their_bytes, "theirs.json");

      g_assert_cmpint (exchange_fixture_merge (self, staging), ==, 1);
      g_assert_cmpstr (answered (self, "Leaflet", "want/102"), ==, "yes");
      g_assert_cmpstr (answered (self, "Leaflet", "want/12"), ==, "no");
      /* what two of theirs become is one of mine: the first answer counts */
      g_assert_cmpstr (answered (self, "Leaflet", "want/101"), ==, "no");
      g_assert_cmpstr (answered (self, "Leaflet", "want/11"), ==, NULL);
      g_assert_cmpstr (answered (self, "Leaflet", "unpaid/training"), ==, "yes");
      if (round == 0)
        exchange_fixture_step (self, FALSE);
    }

  before = export_fixture_get (self, EXPORT_JSON);
  store_fixture_set_up (&second, NULL);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (before, strlen (before));
    g_autoptr (FootholdStaging) staging = exchange_fixture_prepare_bytes (&second, bytes, "export.json");

    exchange_fixture_merge (&second, staging);
  }
  after = export_fixture_get (&second, EXPORT_JSON);
  g_assert_cmpstr (after, ==, before);
  store_fixture_tear_down (&second, NULL);
}

/* What is pasted where one looks was found there, unless it says otherwise itself. */
static void
test_found_at (StoreFixture *self, gconstpointer data)
{
  static const char text[] = "Poster for the spring fair\nCompany: Kulturhaus Gera\nHours: 8 hours\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  FootholdImportSource *source = foothold_import_source_new_for_bytes (bytes, NULL);
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (FootholdStaging) staging = NULL;
  g_autoptr (FootholdDossier) dossier = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  foothold_import_source_set_place (source, "Kulturhaus", "company");
  g_ptr_array_add (sources, source);
  staging = exchange_fixture_prepare (self, sources, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (exchange_fixture_merge (self, staging), ==, 1);
  ids = store_fixture_list (self, NULL, FOOTHOLD_ORDER_NEWEST, FOOTHOLD_SHOW_ALL);
  dossier = store_fixture_load (self, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (dossier->opportunity->title, ==, "Poster for the spring fair");
  g_assert_cmpstr (dossier->opportunity->place, ==, "Kulturhaus");
  g_assert_cmpint (dossier->opportunity->place_id, !=, GINT64_UNKNOWN);
}

/* A file of LinkedIn's export that no view holds is named, and is no problem. */
static void
test_left_out (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->dir, "linkedin", NULL);
  g_autofree char *saved = g_build_filename (folder, "Saved Jobs.csv", NULL);
  g_autofree char *other = g_build_filename (folder, "Positions.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (FootholdStaging) staging = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GVariant) preview = NULL;
  FootholdStagedCounts counts;
  guint n_left_out = 0;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (saved, "Saved Date,Job Url,Job Title,Company Name\n,,Scan,Acme\n", -1, NULL));
  g_assert_true (g_file_set_contents (other, "x", -1, NULL));
  g_ptr_array_add (sources, foothold_import_source_new_for_file (file));
  staging = exchange_fixture_prepare (self, sources, NULL, &error);
  g_assert_no_error (error);
  counts = foothold_staging_get_counts (staging);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_files_left_out, ==, 1);
  g_assert_cmpuint (counts.n_files_read, ==, 1);
  g_assert_cmpuint (counts.n_problems + counts.n_fields_left_out, ==, 0);

  entries = foothold_staging_list (staging, 0, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);

      if (entry->verdict != FOOTHOLD_VERDICT_LEFT_OUT)
        continue;
      n_left_out++;
      g_assert_cmpstr (entry->where, ==, "Positions.csv");
      g_assert_null (entry->field);
      g_assert_nonnull (entry->reason);
      g_assert_false (foothold_staging_set_wanted (staging, entry->n, TRUE, NULL));
    }
  g_assert_cmpuint (n_left_out, ==, 1);

  preview = g_variant_ref_sink (foothold_commands_preview (staging, &error));
  g_assert_no_error (error);
  g_assert_true (g_variant_is_of_type (preview, G_VARIANT_TYPE (FOOTHOLD_COMMANDS_PREVIEW_TYPE)));
}

/* Several files at once: the good come in, each bad one is a line with its name. */
static void
test_files (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->dir, "a folder", NULL);
  g_autofree char *missing = g_build_filename (self->dir, "missing.html", NULL);
  g_autofree char *pipe = g_build_filename (self->dir, "pipe.html", NULL);
  g_autofree char *pdf = g_build_filename (self->dir, "posting.html", NULL);
  g_autofree char *page = g_build_filename (FOOTHOLD_PAGES, "posting-leipzig.html", NULL);
  const char *paths[] = { page, folder, missing, pipe, pdf };
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (FootholdStaging) staging = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  FootholdStagedCounts counts;
  guint n_named = 0;

  g_mkdir (folder, 0700);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (pdf, "%PDF-1.7", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_ptr_array_add (sources, foothold_import_source_new_for_file (file));
    }

  staging = exchange_fixture_prepare (self, sources, NULL, &error);
  g_assert_no_error (error);
  counts = foothold_staging_get_counts (staging);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_problems, ==, 4);

  entries = foothold_staging_list (staging, 0, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);

      g_test_message ("%s: %s", entry->where, entry->reason != NULL ? entry->reason : entry->title);
      if (entry->verdict == FOOTHOLD_VERDICT_PROBLEM)
        for (guint j = 1; j < G_N_ELEMENTS (paths); j++)
          {
            g_autofree char *name = g_path_get_basename (paths[j]);

            n_named += strstr (entry->where, name) != NULL ? 1 : 0;
          }
    }
  g_assert_cmpuint (n_named, ==, 4);
}

/* A file that is too large for memory is read from a copy without a name; nothing of it is left. */
static void
test_large (StoreFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "large.json", NULL);
  g_autoptr (GString) json = g_string_new ("{\"format\":\"foothold\",\"version\":1,\"opportunities\":[");
  g_autofree char *filler = g_strnfill (60000, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr (FootholdStaging) staging = NULL;

  for (guint i = 1; i <= 400; i++)
    g_string_append_printf (json, "%s\n{\"id\":\"%u\",\"title\":\"T %u\",\"description\":\"%s\"}", i > 1 ? "," : "", i,
                            i, filler);
  g_string_append (json, "]}");
  g_assert_cmpuint (json->len, >, 16 * 1024 * 1024);
  g_assert_true (g_file_set_contents (path, json->str, (gssize) json->len, NULL));
  g_ptr_array_add (sources, foothold_import_source_new_for_file (file));
  staging = exchange_fixture_prepare (self, sources, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foothold_staging_get_counts (staging).n_new, ==, 400);
}

static void
test_cancelled (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) page = saved_page ("posting-lodz.html");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *sources = g_ptr_array_new ();

  g_cancellable_cancel (cancellable);
  g_ptr_array_add (sources, foothold_import_source_new_for_bytes (page, NULL));
  g_assert_null (exchange_fixture_prepare (self, sources, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/round-trip/bytes", StoreFixture, NULL, store_fixture_set_up, test_round_trip, store_fixture_tear_down);
  g_test_add ("/round-trip/alike-people", StoreFixture, NULL, store_fixture_set_up, test_alike_people,
              store_fixture_tear_down);
  g_test_add ("/round-trip/cards", StoreFixture, NULL, store_fixture_set_up, test_cards, store_fixture_tear_down);
  g_test_add ("/round-trip/table", StoreFixture, NULL, store_fixture_set_up, test_table, store_fixture_tear_down);
  g_test_add ("/round-trip/only-a-profile", StoreFixture, NULL, store_fixture_set_up, test_only_a_profile,
              store_fixture_tear_down);
  g_test_add ("/round-trip/answers-to-wants", StoreFixture, NULL, store_fixture_set_up, test_answers_to_wants,
              store_fixture_tear_down);
  g_test_add ("/prepare/found-at", StoreFixture, NULL, store_fixture_set_up, test_found_at, store_fixture_tear_down);
  g_test_add ("/prepare/left-out", StoreFixture, NULL, store_fixture_set_up, test_left_out, store_fixture_tear_down);
  g_test_add ("/prepare/files", StoreFixture, NULL, store_fixture_set_up, test_files, store_fixture_tear_down);
  g_test_add ("/prepare/large", StoreFixture, NULL, store_fixture_set_up, test_large, store_fixture_tear_down);
  g_test_add ("/prepare/cancelled", StoreFixture, NULL, store_fixture_set_up, test_cancelled, store_fixture_tear_down);
  return g_test_run ();
}
