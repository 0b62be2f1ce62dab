// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "exchange/foothold-import.h"

/* Whole pages as browsers save them, in four languages: what a person sees on the page is what comes in. */

static gboolean
take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  g_ptr_array_add (user_data, dossier);
  return TRUE;
}

static gboolean
take_row (gpointer user_data, FootholdRow *row, GError **error)
{
  foothold_row_unref (row);
  return TRUE;
}

static gboolean
take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  g_test_message ("%s: %s: %s", where, field != NULL ? field : "entry", reason);
  return TRUE;
}

/* Returns: (transfer full): the dossiers of the page, each of them with the page attached. */
static GPtrArray *
import_page (const char *name)
{
  g_autofree char *path = g_build_filename (FOOTHOLD_PAGES, name, NULL);
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_dossier_unref);
  const FootholdSink sink = {
    .user_data = dossiers,
    .take_dossier = take_dossier,
    .take_row = take_row,
    .problem = take_problem,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, size);
  g_assert_cmpint (foothold_import_sniff (bytes), ==, FOOTHOLD_FORMAT_PAGE);
  foothold_import_bytes (bytes, name, &sink, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < dossiers->len; i++)
    {
      FootholdDossier *dossier = dossiers->pdata[i];

      g_assert_cmpuint (dossier->attachments->len, ==, 1);
      g_assert_cmpstr (dossier->opportunity->fact_source, ==, "page");
      g_assert_false (dossier->opportunity->unread);
      /* Plain text or Markdown, whatever the page had. */
      g_assert_nonnull (dossier->opportunity->description);
      g_assert_null (strstr (dossier->opportunity->description, "<p>"));
      g_assert_null (strstr (dossier->opportunity->description, "&lt;"));
    }

  return g_steal_pointer (&dossiers);
}

static gboolean
has_skill (FootholdDossier *dossier, const char *name)
{
  for (guint i = 0; i < dossier->skills->len; i++)
    if (g_str_equal (dossier->skills->pdata[i], name))
      return TRUE;

  return FALSE;
}

static void
test_da_nang (void)
{
  g_autoptr (GPtrArray) dossiers = import_page ("posting-da-nang.html");
  FootholdDossier *dossier;
  FootholdOpportunityRow *row;

  g_assert_cmpuint (dossiers->len, ==, 1);
  dossier = dossiers->pdata[0];
  row = dossier->opportunity;
  g_assert_cmpstr (row->title, ==, "Phân tích dữ liệu xe buýt Đà Nẵng (dự án ngắn)");
  g_assert_cmpstr (row->organisation, ==, "Trung tâm Đô thị Sông Cẩm");
  g_assert_cmpstr (row->work_mode, ==, "remote");
  g_assert_cmpstr (row->posted_on, ==, "2026-11-16");
  g_assert_cmpstr (row->apply_by, ==, "2026-12-10");
  g_assert_cmpstr (row->currency, ==, "VND");
  g_assert_cmpint (row->pay_gross_min, ==, 7500000);
  g_assert_cmpstr (row->pay_period, ==, "project");
  g_assert_true (has_skill (dossier, "Tiếng Việt"));
}

static void
test_leipzig (void)
{
  g_autoptr (GPtrArray) dossiers = import_page ("posting-leipzig.html");
  FootholdOpportunityRow *row;

  g_assert_cmpuint (dossiers->len, ==, 1);
  row = ((FootholdDossier *) dossiers->pdata[0])->opportunity;
  g_assert_cmpstr (row->title, ==, "Kurzprojekt: Wärmebilder von Altbauten auswerten");
  g_assert_cmpstr (row->organisation, ==, "Stadtwerke Lindenau");
  g_assert_nonnull (strstr (row->location, "Leipzig"));
  g_assert_cmpstr (row->country, ==, "DE");
  g_assert_cmpstr (row->apply_by, ==, "2026-12-04");
  g_assert_cmpstr (row->currency, ==, "EUR");
  g_assert_cmpint (row->pay_gross_min, ==, 1800);
  g_assert_cmpint (row->pay_gross_max, ==, 2000);
  g_assert_cmpstr (row->pay_period, ==, "hour");
  g_assert_nonnull (strstr (row->description, "Wärmebrücke"));
}

static void
test_lodz (void)
{
  g_autoptr (GPtrArray) dossiers = import_page ("posting-lodz.html");
  FootholdOpportunityRow *row;

  g_assert_cmpuint (dossiers->len, ==, 1);
  row = ((FootholdDossier *) dossiers->pdata[0])->opportunity;
  g_assert_cmpstr (row->title, ==, "Opis zdjęć z fabryki – mikrostaż");
  g_assert_cmpstr (row->organisation, ==, "Archiwum Przędzalni");
  g_assert_cmpstr (row->work_mode, ==, "remote");
  g_assert_nonnull (strstr (row->location, "Łódź"));
  /* A year that will never come is no deadline. */
  g_assert_null (row->apply_by);
  g_assert_cmpint (row->pay_gross_min, ==, 90000);
  g_assert_cmpint (row->pay_gross_max, ==, 110000);
}

static void
test_remote (void)
{
  g_autoptr (GPtrArray) dossiers = import_page ("posting-remote.html");
  FootholdOpportunityRow *first, *second;

  g_assert_cmpuint (dossiers->len, ==, 2);
  first = ((FootholdDossier *) dossiers->pdata[0])->opportunity;
  second = ((FootholdDossier *) dossiers->pdata[1])->opportunity;
  g_assert_cmpstr (first->title, ==, "Rewrite an onboarding guide for volunteers");
  g_assert_cmpstr (first->organisation, ==, "Harbour Watch");
  g_assert_cmpstr (first->apply_by, ==, "2026-12-03");
  g_assert_cmpint (first->pay_gross_min, ==, 42000);
  g_assert_cmpstr (first->url, ==, "https://projects.tasktrail.example.com/p/50610-onboarding");
  g_assert_cmpstr (second->title, ==, "Collect prices of 200 spare parts");
  g_assert_cmpstr (second->organisation, ==, "Second Spin Repairs");
  g_assert_null (second->apply_by);
  g_assert_cmpint (second->pay_gross_min, ==, 1500);
  g_assert_cmpstr (second->pay_period, ==, "hour");
  g_assert_cmpstr (second->pay_kind, ==, "hourly");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-pages/da-nang", test_da_nang);
  g_test_add_func ("/saved-pages/leipzig", test_leipzig);
  g_test_add_func ("/saved-pages/lodz", test_lodz);
  g_test_add_func ("/saved-pages/remote", test_remote);
  return g_test_run ();
}
