// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "exchange/foothold-import-folder.h"
#include "exchange/foothold-limits.h"
#include "import-fixture.h"

/* LinkedIn's export, as a ZIP, a folder and single tables. */

#define SAVED "Saved Date,Job Url,Job Title,Company Name\n\"1/5/26, 9:12 AM\",https://example.com/1,Scan,Acme\n"

typedef struct
{
  const char *name, *text;
  guint type; /* AE_IFREG where 0 */
} Entry;

static GBytes *
make_zip (const Entry *entries, guint n)
{
  struct archive *archive = archive_write_new ();
  const gsize size = 8 * FOOTHOLD_LIMIT_MIB;
  guint8 *data = g_malloc (size);
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, data, size, &used);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      const gsize length = entries[i].text != NULL ? strlen (entries[i].text) : 0;

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_filetype (entry, entries[i].type != 0 ? entries[i].type : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      if (entries[i].type == AE_IFLNK)
        archive_entry_set_symlink (entry, "/etc/passwd");
      archive_entry_set_size (entry, entries[i].type == 0 ? (gint64) length : 0);
      archive_write_header (archive, entry);
      if (entries[i].type == 0 && length > 0)
        archive_write_data (archive, entries[i].text, length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

static void
check_saved (TestSink *sink)
{
  const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

  g_assert_cmpuint (sink->dossiers->len, ==, 1);
  g_assert_cmpstr (row->title, ==, "Scan");
  g_assert_cmpstr (row->organisation, ==, "Acme");
  g_assert_cmpstr (row->url, ==, "https://example.com/1");
  g_assert_cmpstr (row->source, ==, "linkedin");
  /* the month first: the 5th of January */
  g_assert_cmpint (row->created_at, ==, 1767614400000);
}

static void
test_zip (void)
{
  static const Entry entries[] = {
    { "Jobs/", NULL, AE_IFDIR },      { "Jobs/Saved Jobs.csv", SAVED, 0 },      { "Connections.csv", "x", 0 },
    { "../../etc/Łódź.csv", "x", 0 }, { "Saved Jobs.csv.lnk", NULL, AE_IFLNK },
  };
  g_autoptr (GBytes) bytes = make_zip (entries, G_N_ELEMENTS (entries));
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (foothold_import_sniff (bytes), ==, FOOTHOLD_FORMAT_ZIP);
  foothold_import_bytes (bytes, "export.zip", &sink->sink, NULL, &error);
  g_assert_no_error (error);
  test_sink_print (sink);
  check_saved (sink);
  g_assert_cmpuint (sink->problems->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (sink->problems, 0),
                                   "Jobs/Saved Jobs.csv | file-read | Each job"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (sink->problems, 1), "Connections.csv |  | Its columns are not"));
  g_assert_nonnull (strstr (g_ptr_array_index (sink->problems, 2), " | left-out | No view"));
}

/* A job that was saved and applied for comes with its application, wherever that stands in the archive. */
static void
test_applications_first (void)
{
  static const Entry entries[] = {
    { "Jobs/Saved Jobs.csv", SAVED, 0 },
    { "Jobs/Job Applications_1.csv",
      "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And "
      "Answers\n03 Mar 2026,,,Acme,Scan,https://example.com/1,,\n",
      0 },
    { "Skills.csv", "Name\nBookbinding\n", 0 },
  };
  g_autoptr (GBytes) bytes = make_zip (entries, G_N_ELEMENTS (entries));
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;

  foothold_import_bytes (bytes, "export.zip", &sink->sink, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sink->dossiers->len, ==, 2);
  g_assert_cmpuint (test_sink_dossier (sink, 0)->applications->len, ==, 1);
  g_assert_cmpuint (test_sink_dossier (sink, 1)->applications->len, ==, 0);
  g_assert_cmpuint (sink->rows->len, ==, 1);
  g_assert_cmpuint (sink->problems->len, ==, 3);
}

static void
test_refused (void)
{
  g_autofree char *large = g_strnfill (2 * FOOTHOLD_LIMIT_MIB, ' ');
  const struct
  {
    Entry entries[3];
    guint n, n_problems;
    const char *says;
  } cases[] = {
    { { { "a.html", "<p>", 0 } }, 1, 0, "no export of LinkedIn" },
    { { { "[Content_Types].xml", "x", 0 }, { "word/document.xml", "x", 0 } }, 2, 0, "office document" },
    { { { "Connections.csv", "x", 0 }, { "Profile.csv", "x", 0 } }, 2, 2, "without jobs" },
    { { { "Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name\n", 0 } }, 1, 1, "without jobs" },
    /* a bomb: two MiB of nothing in two KiB */
    { { { "Jobs/Saved Jobs.csv", large, 0 } }, 1, 1, "without jobs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_zip (cases[i].entries, cases[i].n);
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
      g_test_message ("%s", error->message);
      test_sink_print (sink);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was imported"));
      g_assert_cmpuint (sink->problems->len, ==, cases[i].n_problems);
    }
  {
    g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\x03\x04zipzipzip", 13);
    g_autoptr (TestSink) sink = test_sink_new ();
    g_autoptr (GError) error = NULL;

    g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
    g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_DAMAGED);
  }
}

/* Who asks LinkedIn for some of the data only gets an archive with one file. */
static void
test_one_file (void)
{
  static const struct
  {
    Entry entries[2];
    guint n;
    const char *says; /* NULL: it is read */
  } cases[] = {
    { { { "Connections.csv",
          "Notes:\n\"When exporting your connection data, you may notice some are missing.\"\n\n"
          "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,B,,,Acme,Head,03 Mar 2026\n",
          0 } },
      1,
      NULL },
    { { { "Jobs/", NULL, AE_IFDIR },
        { "Jobs/Job Applications.csv",
          "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And "
          "Answers\n03 Mar 2026,,,Acme,Scan,https://example.com/1,,\n",
          0 } },
      2,
      NULL },
    { { { "Skills.csv", "Name\nBookbinding\n", 0 }, { "__MACOSX/._Skills.csv", "x", 0 } }, 2, NULL },
    /* one of LinkedIn's, and nothing for us in it */
    { { { "Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nA,B,C,D,Oct 2022,\n", 0 } },
      1,
      "without jobs" },
    /* somebody else's of the same name */
    { { { "Skills.csv", "Name\nFire\n", 0 }, { "Monsters.csv", "Name\nDragon\n", 0 } }, 2, "no export of LinkedIn" },
    { { { "Skills.csv", "Name,Level\nFire,3\n", 0 } }, 1, "no export of LinkedIn" },
    { { { "Connections.csv", "Line,From,To\nS1,Mitte,Zoo\nS2,Mitte,Tegel\n", 0 } }, 1, "no export of LinkedIn" },
    { { { "Projects.csv", "Title,Budget\nRoof,3000\n", 0 } }, 1, "no export of LinkedIn" },
    { { { "people.csv", "First Name,Last Name,Connected On\nAda,B,03 Mar 2026\n", 0 } }, 1, "no export of LinkedIn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_zip (cases[i].entries, cases[i].n);
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (GError) error = NULL;
      const gboolean ok = foothold_import_bytes (bytes, "export.zip", &sink->sink, NULL, &error);

      g_test_message ("%s: %s", cases[i].entries[0].name, error != NULL ? error->message : "read");
      test_sink_print (sink);
      g_assert_cmpint (ok, ==, cases[i].says == NULL);
      if (ok)
        g_assert_cmpuint (sink->dossiers->len + sink->rows->len, ==, 1);
      else
        g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* Titles and companies of what one did are no opportunities, and each says why. */
static void
test_single (void)
{
  static const struct
  {
    const char *text, *says;
  } others[] = {
    { "Company Name,Title,Description,Location,Started On,Finished On\nA,B,C,D,Oct 2022,\n", "“Positions”" },
    { "Title,Description,Url,Started On,Finished On\nA,B,https://x.example,Oct 2022,\n", "“Projects”" },
    { "School Name,Start Date,End Date,Notes,Degree Name,Activities\nA,2008,2012,,BSc,\n", "no place for schools" },
    { "First Name,Last Name,Maiden Name,Headline,Summary\nA,B,,C,D\n", "Your profile in Foothold" },
    { "Locations,Industries,Job Titles,Open To Recruiters\nA,B,C,true\n", "goals and wants" },
    { "Question,Answer\nWhy do you want to work here?,I like it.\nWhen?,\"Now, or in 2 weeks\"\n",
      "belong to no application" },
  };
  g_autoptr (TestSink) sink = test_import (SAVED, -1, "Saved Jobs.csv");

  check_saved (sink);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i].text, strlen (others[i].text));
      g_autoptr (TestSink) other = test_sink_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (foothold_import_bytes (bytes, NULL, &other->sink, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, others[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was imported"));
    }
}

static GBytes *
read_plain (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
test_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("foothold-linkedin-XXXXXX", NULL);
  g_autofree char *jobs = g_build_filename (path, "Jobs", NULL);
  g_autofree char *saved = g_build_filename (jobs, "Saved Jobs.csv", NULL);
  g_autofree char *other = g_build_filename (path, "Profile.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (TestSink) none = test_sink_new ();
  g_autoptr (TestSink) people = test_sink_new ();
  g_autofree char *connections = g_build_filename (path, "Connections.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir (jobs, 0700);
  g_file_set_contents (saved, SAVED, -1, NULL);
  g_file_set_contents (other, "x", -1, NULL);
  foothold_import_folder (folder, read_plain, NULL, &sink->sink, NULL, &error);
  g_assert_no_error (error);
  check_saved (sink);
  g_assert_cmpuint (sink->problems->len, ==, 2);
  g_assert_true (test_sink_says (sink, FOOTHOLD_FILE_READ, "Each job becomes"));
  g_assert_true (test_sink_says (sink, FOOTHOLD_LEFT_OUT, "Your profile in Foothold"));

  g_unlink (saved);
  g_assert_false (foothold_import_folder (folder, read_plain, NULL, &none->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE);
  g_clear_error (&error);
  /* alone as LinkedIn makes it, where only this was asked for */
  g_file_set_contents (other, "First Name,Last Name,Maiden Name,Headline,Summary\nA,B,,C,D\n", -1, NULL);
  g_assert_false (foothold_import_folder (folder, read_plain, NULL, &none->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  g_file_set_contents (connections, "First Name,Last Name,Connected On\nAda,B,03 Mar 2026\n", -1, NULL);
  foothold_import_folder (folder, read_plain, NULL, &people->sink, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->rows->len, ==, 1);
  g_unlink (connections);
  g_unlink (other);
  g_rmdir (jobs);
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linkedin/zip", test_zip);
  g_test_add_func ("/linkedin/applications-first", test_applications_first);
  g_test_add_func ("/linkedin/one-file", test_one_file);
  g_test_add_func ("/linkedin/refused", test_refused);
  g_test_add_func ("/linkedin/single", test_single);
  g_test_add_func ("/linkedin/folder", test_folder);
  return g_test_run ();
}
