// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <json-glib/json-glib.h>

#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-import-folder.h"
#include "import-fixture.h"

/*
 * Files that nobody here wrote (FOOTHOLD_CORPUS, else ../shared/corpus beside the
 * sources): each is imported, or refused for a stated reason. Skipped where there are none.
 */

typedef struct
{
  guint n_files, n_imported, n_unread, n_refused, n_postings;
} Counts;

static char *
corpus (const char *folder)
{
  const char *given = g_getenv ("FOOTHOLD_CORPUS");
  g_autofree char *beside = g_build_filename (FOOTHOLD_SOURCE, "..", "shared", "corpus", folder, NULL);

  return given != NULL ? g_build_filename (given, folder, NULL) : g_steal_pointer (&beside);
}

static void
import_file (const char *path, Counts *counts)
{
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  counts->n_files++;
  if (foothold_import_bytes (bytes, name, &sink->sink, NULL, &error))
    {
      g_assert_cmpuint (sink->dossiers->len + sink->rows->len, >, 0);
      if (sink->dossiers->len > 0 && test_sink_opportunity (sink, 0)->unread)
        counts->n_unread++;
      else
        counts->n_imported++;
      for (guint i = 0; i < sink->dossiers->len; i++)
        {
          const FootholdOpportunityRow *row = test_sink_opportunity (sink, i);

          counts->n_postings += row->unread ? 0 : 1;
          g_test_message ("%s: %s “%s”", name, row->unread ? "unread posting" : "posting", row->title);
          g_assert_true (row->title != NULL && *row->title != '\0');
        }
    }
  else
    {
      counts->n_refused++;
      g_test_message ("%s: refused: %s", name, error->message);
      g_assert_cmpuint (error->domain, ==, FOOTHOLD_IMPORT_ERROR);
      g_assert_nonnull (strstr (error->message, "Nothing was imported"));
      g_assert_cmpuint (sink->dossiers->len, ==, 0);
    }
  test_sink_print (sink);
}

static gboolean
import_folder (const char *folder, Counts *counts)
{
  g_autofree char *path = corpus (folder);
  g_autoptr (GQueue) open = g_queue_new ();

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *reason = g_strdup_printf ("there is no %s here", path);

      g_test_skip (reason);
      return FALSE;
    }

  g_queue_push_tail (open, g_strdup (path));
  while (!g_queue_is_empty (open))
    {
      g_autofree char *next = g_queue_pop_head (open);
      g_autoptr (GDir) dir = g_dir_open (next, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (next, name, NULL);

          if (g_file_test (child, G_FILE_TEST_IS_DIR))
            g_queue_push_tail (open, g_steal_pointer (&child));
          else
            import_file (child, counts);
        }
    }
  g_test_message ("%s: %u files, %u with postings (%u of them), %u unread postings, %u refused", folder,
                  counts->n_files, counts->n_imported, counts->n_postings, counts->n_unread, counts->n_refused);
  return TRUE;
}

/* Every file of schema.org's own examples has data that says JobPosting. */
static void
test_job_postings (void)
{
  Counts counts = { 0 };

  if (!import_folder ("jobposting", &counts))
    return;

  g_assert_cmpuint (counts.n_files, >=, 6);
  g_assert_cmpuint (counts.n_imported, ==, counts.n_files);
  g_assert_cmpuint (counts.n_postings, >=, 9);
}

/* JSON-LD in pages, none of it a posting: read without harm, kept as unread or refused as empty. */
static void
test_json_ld (void)
{
  Counts counts = { 0 };

  if (!import_folder ("jsonld-html", &counts))
    return;

  g_assert_cmpuint (counts.n_files, >=, 90);
  g_assert_cmpuint (counts.n_postings, ==, 0);
  g_assert_cmpuint (counts.n_unread + counts.n_refused, ==, counts.n_files);
}

/* Everything of @contents from @begin up to @end, or NULL. */
static char *
cut (const char *contents, const char *begin, const char *end)
{
  const char *at = strstr (contents, begin);
  const char *stop = at != NULL ? strstr (at, end) : NULL;

  return stop != NULL ? g_strndup (at + strlen (begin), (gsize) (stop - at) - strlen (begin)) : NULL;
}

/* The example that is given in all three ways says the same in each. */
static void
test_three_ways (void)
{
  static const char *const sections[][2] = { { "MICRODATA:", "RDFA:" },
                                             { "RDFA:", "JSON:" },
                                             { "JSON:", "</script>" } };
  g_autofree char *path = corpus ("jobposting/schemaorg/eg-0028.txt");
  g_autofree char *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("there is no example here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *section = cut (contents, sections[i][0], sections[i][1]);
      g_autofree char *page = g_strconcat ("<html><body>", section, i == 2 ? "</script>" : "", "</body></html>", NULL);
      g_autoptr (TestSink) sink = test_import (page, -1, "page.html");
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", sections[i][0]);
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_false (row->unread);
      g_assert_cmpstr (row->title, ==, "Software Engineer");
      g_assert_cmpstr (row->organisation, ==, i < 2 ? "ABC Company Inc." : NULL);
      g_assert_cmpstr (row->location, ==, "Kirkland, WA");
      g_assert_cmpstr (row->posted_on, ==, "2011-10-31");
      g_assert_cmpint (row->pay_gross_min, ==, 10000000);
      g_assert_cmpstr (row->currency, ==, "USD");
      g_assert_cmpstr (row->industry, ==, "software");
      g_assert_nonnull (strstr (row->description, "VeteranCommit"));
      g_assert_nonnull (strstr (row->description, "to develop in-house tools."));
      g_assert_nonnull (strstr (row->scope, "Build tools according to specifications"));
      g_assert_nonnull (strstr (row->eligibility, "Learns quickly."));
    }

  /* and all three together say what one of them leaves out */
  {
    g_autofree char *page = g_strconcat ("<html><body>", contents, "</body></html>", NULL);
    g_autoptr (TestSink) sink = test_import (page, -1, "page.html");

    g_assert_cmpuint (sink->dossiers->len, ==, 1);
    g_assert_cmpstr (test_sink_opportunity (sink, 0)->organisation, ==, "ABC Company Inc.");
  }
}

/* Each table says what its twin in JSON says, and is then refused, since none of its columns is a title. */
static void
test_csv_spectrum (void)
{
  static const char *const names[] = { "comma_in_quotes",
                                       "empty",
                                       "empty_crlf",
                                       "escaped_quotes",
                                       "json",
                                       "newlines",
                                       "newlines_crlf",
                                       "quotes_and_newlines",
                                       "simple",
                                       "simple_crlf",
                                       "utf8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *csv = g_strdup_printf ("csv-spectrum/csvs/%s.csv", names[i]);
      g_autofree char *twin = g_strdup_printf ("csv-spectrum/json/%s.json", names[i]);
      g_autofree char *csv_path = corpus (csv);
      g_autofree char *twin_path = corpus (twin);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (FootholdCsvLook) look = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      JsonArray *rows;
      char *contents;
      gsize length;
      Counts counts = { 0 };

      if (!g_file_get_contents (csv_path, &contents, &length, NULL))
        {
          g_test_skip ("there are no tables here");
          return;
        }
      bytes = g_bytes_new_take (contents, length);
      look = foothold_csv_look (bytes, NULL, &error);
      g_assert_no_error (error);
      json_parser_load_from_file (parser, twin_path, &error);
      g_assert_no_error (error);
      rows = json_node_get_array (json_parser_get_root (parser));

      g_test_message ("%s", names[i]);
      g_assert_cmpuint (look->header_line, ==, 1);
      g_assert_cmpuint (look->n_rows, ==, json_array_get_length (rows));
      for (guint j = 0; j < look->n_rows; j++)
        {
          JsonObject *row = json_array_get_object_element (rows, j);
          char **cells = g_ptr_array_index (look->samples, j);

          g_assert_cmpuint (json_object_get_size (row), ==, look->columns->len);
          for (guint k = 0; k < look->columns->len; k++)
            g_assert_cmpstr (cells[k], ==,
                             json_object_get_string_member (row,
                                                            ((FootholdCsvColumn *) look->columns->pdata[k])->header));
        }
      import_file (csv_path, &counts);
      g_assert_cmpuint (counts.n_refused, ==, 1);
    }
}

static guint
count_people (TestSink *sink)
{
  guint n = 0;

  for (guint i = 0; i < sink->rows->len; i++)
    n += ((FootholdRow *) g_ptr_array_index (sink->rows, i))->type == &foothold_person_row_type ? 1 : 0;
  return n;
}

static guint
count_applications (TestSink *sink)
{
  guint n = 0;

  for (guint i = 0; i < sink->dossiers->len; i++)
    n += test_sink_dossier (sink, i)->applications->len;
  return n;
}

/* The export as a ZIP and each of its tables alone: jobs, applications, people and skills come in, everything else is
 * refused or left out by name. */
static void
test_linkedin (void)
{
  Counts counts = { 0 };
  g_autofree char *path = corpus ("linkedin/sample_export.zip");
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!import_folder ("linkedin", &counts))
    return;
  g_assert_cmpuint (counts.n_files, >=, 11);
  g_assert_cmpuint (counts.n_imported, ==, 5);
  g_assert_cmpuint (counts.n_unread, ==, 0);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  foothold_import_bytes (bytes, "export.zip", &sink->sink, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sink->dossiers->len, ==, 33);
  g_assert_cmpuint (count_applications (sink), ==, 25);
  g_assert_cmpuint (count_people (sink), ==, 2000);
  g_assert_cmpuint (sink->rows->len, ==, 2060);
  /* each file is named once, four of them as read; and its people met two hundred years ago, which no date here says */
  g_assert_cmpuint (sink->problems->len, ==, 45 + 2000);
  g_assert_true (test_sink_says (sink, FOOTHOLD_FILE_READ, "Jobs/Job Applications.csv"));
  g_assert_true (test_sink_says (sink, FOOTHOLD_LEFT_OUT, "Positions.csv"));
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Editor");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->source, ==, "linkedin");
}

/* Cards of phones and mail programs: everybody in them comes in, and pictures are left out by name. */
static void
test_vcards (void)
{
  static const struct
  {
    const char *name;
    guint n_people, n_problems;
    const char *first, *organisation, *mail;
  } files[] = {
    /* one of its organisations ends in half a character, which is said */
    { "John_Doe_ANDROID.vcf", 6, 7, "john.doe@company.com", NULL, "john.doe@company.com" },
    { "John_Doe_EVOLUTION.vcf", 1, 1, "Mr. John Richter, James Doe Sr.", "IBM", "john.doe@ibm.com" },
    { "John_Doe_GMAIL.vcf", 1, 1, "Mr. John Richter, James Doe Sr.", "IBM", "john.doe@ibm.com" },
    { "John_Doe_IPHONE.vcf", 1, 1, "Mr. John Richter James Doe Sr.", "IBM", "john.doe@ibm.com" },
    { "John_Doe_MS_OUTLOOK.vcf", 1, 1, "Mr. John Richter James Doe Sr.", "IBM", "john.doe@ibm.cm" },
    { "rfc6350-example.vcf", 1, 1, "Simon Perreault", "Viagenie", "simon.perreault@viagenie.ca" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("vcard/", files[i].name, NULL);
      g_autofree char *path = corpus (name);
      g_autoptr (TestSink) sink = NULL;
      g_autofree char *contents = NULL;
      const FootholdPersonRow *person;
      gsize length;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        {
          g_test_skip ("there are no cards here");
          return;
        }
      g_test_message ("%s", files[i].name);
      sink = test_import (contents, (gssize) length, files[i].name);
      person = g_ptr_array_index (sink->rows, 0);
      g_assert_cmpstr (person->name, ==, files[i].first);
      g_assert_cmpstr (person->organisation, ==, files[i].organisation);
      g_assert_cmpstr (person->mail, ==, files[i].mail);
      g_assert_cmpuint (count_people (sink), ==, files[i].n_people);
      g_assert_cmpuint (sink->problems->len, ==, files[i].n_problems);
    }
}

static GBytes *
read_plain (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return g_file_load_bytes (file, cancellable, NULL, error);
}

/* The same export as the folder that it unpacks to: every other file is left out by its name, and why. */
static void
test_linkedin_folder (void)
{
  g_autofree char *path = corpus ("linkedin/sample_export");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there is no export here");
      return;
    }
  foothold_import_folder (folder, read_plain, NULL, &sink->sink, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sink->dossiers->len; i++)
    g_test_message ("posting “%s”", test_sink_opportunity (sink, i)->title);
  test_sink_print (sink);
  g_assert_cmpuint (sink->dossiers->len, ==, 33);
  g_assert_cmpuint (count_people (sink), ==, 2000);
  g_assert_true (test_sink_says (sink, FOOTHOLD_FILE_READ, "Connections.csv"));
  g_assert_true (test_sink_says (sink, FOOTHOLD_FILE_READ, "Jobs/Job Applications.csv"));
  g_assert_true (test_sink_says (sink, FOOTHOLD_LEFT_OUT, "Education.csv"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/jobposting", test_job_postings);
  g_test_add_func ("/corpus/three-ways", test_three_ways);
  g_test_add_func ("/corpus/csv-spectrum", test_csv_spectrum);
  g_test_add_func ("/corpus/linkedin", test_linkedin);
  g_test_add_func ("/corpus/linkedin-folder", test_linkedin_folder);
  g_test_add_func ("/corpus/vcard", test_vcards);
  g_test_add_func ("/corpus/jsonld-html", test_json_ld);
  return g_test_run ();
}
