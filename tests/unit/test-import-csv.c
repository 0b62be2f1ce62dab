// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-limits.h"
#include "import-fixture.h"
#include "store/foothold-dump-table.h"

/* Tables: what a look finds, what a row becomes, what is asked and what is reported. */

static FootholdCsvLook *
look_at (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (GError) error = NULL;
  FootholdCsvLook *look = foothold_csv_look (bytes, NULL, &error);

  g_assert_no_error (error);
  return look;
}

#define LOOK(text) look_at (text, sizeof text - 1)

/* Character sets, delimiters, rows of names, what stands above them: each is told by looking. */
static void
test_look (void)
{
#define T(text) text, sizeof text - 1
  static const struct
  {
    const char *text;
    gsize length;
    const char *charset;
    char delimiter;
    guint header_line, n_rows, n_ragged;
    const char *mapping;
  } cases[] = {
    { T ("Company,Role,Link\nAcme,Scan,https://a.example/1\n"), "UTF-8", ',', 1, 1, 0, "1 organisation title url" },
    { T ("\xef\xbb\xbfRole;Employer;Salary\r\nScan;Acme;20 €\r\n"), "UTF-8", ';', 1, 1, 0, "1 title organisation pay" },
    { T ("Stelle;Firma;W\xe4hrung\nPr\xfc"
         "fung;M\xfcller;EUR\n"),
      "Windows-1252", ';', 1, 1, 0, "1 title organisation currency" },
    { T ("\xff\xfeR\0o\0l\0e\0\t\0C\0o\0m\0p\0a\0n\0y\0\n\0S\0\t\0A\0"), "UTF-16", '\t', 1, 1, 0,
      "1 title organisation" },
    { T ("R\0o\0l\0e\0,\0C\0o\0m\0p\0a\0n\0y\0\n\0S\0,\0A\0"), "UTF-16", ',', 1, 1, 0, "1 title organisation" },
    { T ("sep=|\nTitle|Stage|Mine\nScan|Saved|x\n"), "UTF-8", '|', 2, 1, 0, "1 title state extra" },
    { T ("Notes:\n\"Two\nlines, with, commas\"\n\nJob Title,Company Name\nScan,Acme\nWrite,Acme,more\nRead\n"), "UTF-8",
      ',', 5, 3, 2, "1 title organisation" },
    { T ("Stanowisko;Firma;Stawka\nBadanie;\xaf"
         "abka nad Wis\xb3\xb9;1 200 z\xb3\n"),
      "Windows-1250", ';', 1, 1, 0, "1 title organisation pay" },
    { T ("Titel;Firma;Lohn\nPr\xfc"
         "fung 30 m\xb3;M\xfcller;\xa3"
         "500\n"),
      "Windows-1252", ';', 1, 1, 0, "1 title organisation pay" },
    /* in other languages */
    { T ("Intitulé du poste;Entreprise;Lieu;Date limite\nÉtude;Acme;Lyon;2027-01-05\n"), "UTF-8", ';', 1, 1, 0,
      "1 title organisation location apply_by" },
    { T ("Puesto,Empresa,Fecha límite,Notas\nEncuesta,Acme,2027-01-05,x\n"), "UTF-8", ',', 1, 1, 0,
      "1 title organisation apply_by notes" },
    { T ("Stanowisko;Pracodawca;Wynagrodzenie;Uwagi\nAnkieta;Acme;30 zł;x\n"), "UTF-8", ';', 1, 1, 0,
      "1 title organisation pay notes" },
    { T ("Vị trí,Công ty,Hạn nộp,Ghi chú\nKhảo sát,Acme,2027-01-05,x\n"), "UTF-8", ',', 1, 1, 0,
      "1 title organisation apply_by notes" },
    /* no row of names; an address tells itself */
    { T ("Scan 5 pages,Acme,https://a.example/1\nWrite 2,Acme,https://a.example/2\n"), "UTF-8", ',', 0, 2, 0,
      "1 - - url" },
    { T ("a,b,c\n1,\"x\ny\",\"say \"\"hi\"\"\"\n"), "UTF-8", ',', 1, 1, 0, "1 extra extra extra" },
    /* the same field twice: the first has it */
    { T ("Opportunity,Position,Title,Firma,Organisation\nA,B,C,D,E\n"), "UTF-8", ',', 1, 1, 0,
      "1 extra extra title extra organisation" },
    { T ("Title,Position,Applied On\nA,B,23/4/2026\n"), "UTF-8", ',', 1, 1, 0, "1 title extra applied_on/day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdCsvLook) look = look_at (cases[i].text, cases[i].length);
      g_autofree char *mapping = foothold_csv_look_mapping_to_text (look, NULL);

      g_test_message ("%u: %s", i, mapping);
      g_assert_cmpstr (look->charset, ==, cases[i].charset);
      g_assert_cmpint (look->delimiter, ==, cases[i].delimiter);
      g_assert_cmpuint (look->header_line, ==, cases[i].header_line);
      g_assert_cmpuint (look->n_rows, ==, cases[i].n_rows);
      g_assert_cmpuint (look->n_ragged, ==, cases[i].n_ragged);
      g_assert_cmpstr (mapping, ==, cases[i].mapping);
      g_assert_false (look->lossy);
      g_assert_cmpuint (look->samples->len, ==, cases[i].n_rows);
    }
}

static void
test_rows (void)
{
  g_autoptr (TestSink) sink =
    test_import ("Company,Job Title,Job URL,Stage,Salary,Deadline,Date Applied,Date "
                 "Saved,Location,Hours,Skills,Source,Notes,Priority\n"
                 "\"Acme, Inc.\",Market "
                 "scan,https://acme.example/1,Interviewing,$20-25/h,2026-12-01,23/04/2026,3/5/2026,Remote,"
                 "10-20 hours,\"Excel, Python\",Indeed,\"Two\nlines\",high\n"
                 "Beta,Write,not a link,Wishlist,2000,rolling,,,Berlin,15,,A friend,,\n",
                 -1, "jobs.csv");
  const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

  g_assert_cmpuint (sink->dossiers->len, ==, 2);
  g_assert_cmpstr (row->title, ==, "Market scan");
  g_assert_cmpstr (row->organisation, ==, "Acme, Inc.");
  g_assert_cmpstr (row->url, ==, "https://acme.example/1");
  g_assert_cmpstr (row->state, ==, "applying");
  g_assert_cmpstr (row->apply_by, ==, "2026-12-01");
  g_assert_cmpstr (row->apply_window, ==, "date");
  g_assert_cmpstr (row->work_mode, ==, "remote");
  g_assert_cmpstr (row->location, ==, NULL);
  g_assert_cmpint (row->minutes_min, ==, 600);
  g_assert_cmpint (row->minutes_max, ==, 1200);
  g_assert_cmpstr (row->source, ==, "portal");
  g_assert_cmpstr (row->fact_source, ==, "file");
  g_assert_cmpint (row->pay_gross_min, ==, 2000);
  g_assert_cmpint (row->pay_gross_max, ==, 2500);
  g_assert_cmpstr (row->currency, ==, "USD");
  g_assert_cmpstr (row->pay_kind, ==, "hourly");
  /* an ambiguous date is asked for, an amount in nobody's currency is none; both are kept */
  g_assert_true (test_sink_says (sink, "saved_on", "day or month"));
  g_assert_cmpstr (row->notes, ==, "Date Saved: 3/5/2026\nTwo\nlines\nPriority: high");
  g_assert_cmpuint (test_sink_dossier (sink, 0)->applications->len, ==, 1);
  g_assert_cmpuint (test_sink_dossier (sink, 1)->applications->len, ==, 0);
  g_assert_cmpuint (test_sink_dossier (sink, 0)->skills->len, ==, 2);

  row = test_sink_opportunity (sink, 1);
  g_assert_cmpstr (test_sink_dossier (sink, 1)->where, ==, "line 4");
  g_assert_cmpstr (row->state, ==, "spotted");
  g_assert_cmpstr (row->apply_window, ==, "rolling");
  g_assert_cmpstr (row->location, ==, "Berlin");
  g_assert_cmpint (row->minutes_min, ==, 900);
  g_assert_cmpstr (row->url, ==, NULL);
  g_assert_true (test_sink_says (sink, "url", "kept in the notes"));
  g_assert_true (test_sink_says (sink, "pay_gross_min", "no currency"));
  g_assert_nonnull (strstr (row->notes, "Salary: 2000"));
}

/* What a pay is for is taken where the cell or the head of its column says it. */
static void
test_pay (void)
{
  static const struct
  {
    const char *head, *cell, *kind, *period;
  } cases[] = {
    { "Pay", "$500 total", "fixed", "project" },   { "Pay", "Fee 500 EUR", "fixed", "project" },
    { "Fee", "500 EUR", "fixed", "project" },      { "Hourly rate", "25 EUR", "hourly", "hour" },
    { "Fee", "25 EUR/h", "hourly", "hour" },       { "Pay", "500 EUR", NULL, NULL },
    { "Salary", "2000 EUR/month", NULL, "month" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Company,Job Title,%s\nAcme,Scan,%s\n", cases[i].head, cases[i].cell);
      g_autoptr (TestSink) sink = test_import (text, -1, "jobs.csv");
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s: %s", cases[i].head, cases[i].cell);
      g_assert_cmpint (row->pay_gross_min, >, 0);
      g_assert_cmpstr (row->pay_kind, ==, cases[i].kind);
      g_assert_cmpstr (row->pay_period, ==, cases[i].period);
    }
}

/* German, with semicolons and a comma for the decimals. */
static void
test_german (void)
{
  g_autoptr (TestSink) sink =
    test_import ("Unternehmen;Stelle;Status;Bewerbungsfrist;Vergütung;Währung;Land;Ort;Stunden\n"
                 "Nordlicht;Umfrage;Beworben;01.12.2026;18,50;EUR;Deutschland;Kiel;7,5\n",
                 -1, "stellen.csv");
  const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

  g_assert_cmpstr (row->title, ==, "Umfrage");
  g_assert_cmpstr (row->state, ==, "applying");
  g_assert_cmpstr (row->apply_by, ==, "2026-12-01");
  g_assert_cmpint (row->pay_gross_min, ==, 1850);
  g_assert_cmpstr (row->currency, ==, "EUR");
  g_assert_cmpstr (row->country, ==, "DE");
  g_assert_cmpint (row->minutes_min, ==, 450);
}

/* The order of day and month: by all rows, else asked; the answer, and one that is remembered, are followed. */
static void
test_day_order (void)
{
  static const struct
  {
    const char *rows;
    FootholdDayOrder order;
    const char *first; /* deadline of the first row */
  } cases[] = {
    { "A,3/4/2026\nB,23/4/2026\n", FOOTHOLD_DAY_ORDER_DAY, "2026-04-03" },
    { "A,3/4/2026\nB,4/23/2026\n", FOOTHOLD_DAY_ORDER_MONTH, "2026-03-04" },
    { "A,3-4-26\nB,23-4-26\n", FOOTHOLD_DAY_ORDER_DAY, "2026-04-03" },
    { "A,3/4/2026\nB,5/6/2026\n", FOOTHOLD_DAY_ORDER_ASK, NULL },
    { "A,3/4/2026\nB,23/4/2026\nC,4/23/2026\n", FOOTHOLD_DAY_ORDER_ASK, NULL },
    { "A,4/4/2026\nB,5/5/2026\n", FOOTHOLD_DAY_ORDER_NONE, "2026-04-04" },
    { "A,2026-04-03\nB,Apr 5 2026\n", FOOTHOLD_DAY_ORDER_NONE, "2026-04-03" },
    { "A,31.12.26\nB,3.4.2026\n", FOOTHOLD_DAY_ORDER_NONE, "2026-12-31" },
    { "A,3.4.26\nB,5.6.26\n", FOOTHOLD_DAY_ORDER_NONE, "2026-04-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("Role,Deadline\n", cases[i].rows, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (FootholdCsvLook) look = foothold_csv_look (bytes, NULL, NULL);
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (TestSink) answered = test_sink_new ();
      FootholdCsvColumn *column = g_ptr_array_index (look->columns, 1);

      g_test_message ("%s", cases[i].rows);
      g_assert_cmpint (column->order, ==, cases[i].order);
      g_assert_cmpint (foothold_csv_look_has_question (look), ==, cases[i].order == FOOTHOLD_DAY_ORDER_ASK);
      g_assert_true (foothold_import_csv (bytes, look, NULL, &sink->sink, NULL, NULL));
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_by, ==, cases[i].first);
      if (cases[i].order != FOOTHOLD_DAY_ORDER_ASK)
        continue;
      g_assert_true (foothold_csv_look_take_mapping (look, "1 title apply_by/month"));
      g_assert_false (foothold_csv_look_has_question (look));
      g_assert_true (foothold_import_csv (bytes, look, NULL, &answered->sink, NULL, NULL));
      g_assert_cmpstr (test_sink_opportunity (answered, 0)->apply_by, ==, "2026-03-04");
    }
}

static void
test_mapping (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("What,Who,When\nScan,Acme,1 May 2026\n", 34);
  g_autoptr (FootholdCsvLook) look = foothold_csv_look (bytes, NULL, NULL);
  g_autoptr (FootholdCsvLook) again = foothold_csv_look (bytes, NULL, NULL);
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_false (foothold_import_csv (bytes, look, NULL, &sink->sink, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Nothing was imported"));
  foothold_csv_look_set_field (look, 0, "title");
  foothold_csv_look_set_field (look, 1, "organisation");
  foothold_csv_look_set_field (look, 2, "title");
  foothold_csv_look_set_field (look, 0, "title");
  g_assert_null (((FootholdCsvColumn *) g_ptr_array_index (look->columns, 2))->field);
  text = foothold_csv_look_mapping_to_text (look, NULL);
  g_assert_cmpstr (text, ==, "1 title organisation -");

  g_assert_cmpstr (again->signature, ==, look->signature);
  g_assert_false (foothold_csv_look_take_mapping (again, "1 title organisation"));
  g_assert_false (foothold_csv_look_take_mapping (again, "1 title organisation nonsense"));
  g_assert_false (foothold_csv_look_take_mapping (again, "2 title organisation -"));
  g_assert_true (foothold_csv_look_take_mapping (again, text));
  g_assert_true (foothold_import_csv (bytes, again, NULL, &sink->sink, NULL, NULL));
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Scan");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->organisation, ==, "Acme");
  g_assert_true (test_sink_says (sink, "When", "left out"));
}

/* Our own tables that are no opportunities say what to do instead. */
static void
test_own_others (void)
{
  static const FootholdDumpTable *const tables[] = { &foothold_dump_applications, &foothold_dump_application_history,
                                                     &foothold_dump_people, &foothold_dump_stories };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GString) text = g_string_new ("\xef\xbb\xbf");
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < tables[i]->n_columns; j++)
        g_string_append_printf (text, "%s\"%s\"", j > 0 ? "," : "", tables[i]->columns[j].name);
      g_string_append (text, "\r\n\"1734567890123456789\",\"A\",\"B\",\"C\"\r\n");
      bytes = g_bytes_new (text->str, text->len);
      g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
      g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE);
      g_assert_nonnull (strstr (error->message, "as JSON"));
      g_assert_cmpuint (sink->dossiers->len, ==, 0);
    }
}

/* Without names of columns nothing can be told by itself; whoever is asked can say it. */
static void
test_nameless (void)
{
  static const char text[] = "Logo redesign,Acme,https://x.example/1,20,2026-12-24\n"
                             "Banner ad,Globex,https://x.example/2,10,2026-12-31\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FootholdCsvLook) look = foothold_csv_look (bytes, NULL, NULL);
  g_autoptr (TestSink) none = test_sink_new ();
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (foothold_import_bytes (bytes, "jobs.csv", &none->sink, NULL, &error));
  g_assert_nonnull (strstr (error->message, "such as Title and Organisation"));
  g_assert_cmpuint (none->dossiers->len, ==, 0);

  g_assert_cmpuint (look->header_line, ==, 0);
  g_assert_cmpuint (look->n_rows, ==, 2);
  g_assert_true (foothold_csv_look_take_mapping (look, "1 title organisation url hours apply_by"));
  g_assert_true (foothold_import_csv (bytes, look, NULL, &sink->sink, NULL, NULL));
  g_assert_cmpuint (sink->dossiers->len, ==, 2);
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Logo redesign");
  g_assert_cmpstr (test_sink_opportunity (sink, 1)->apply_by, ==, "2026-12-31");
  g_assert_cmpint (test_sink_opportunity (sink, 1)->minutes_max, ==, 600);
}

/* A column of hours holds more than numbers; what is none is kept and said. */
static void
test_hours (void)
{
  static const struct
  {
    const char *head, *cell;
    gint64 min, max;
    gboolean said;
  } cases[] = {
    { "Hours", "10-20", 600, 1200, FALSE },
    { "Hours", "10–20", 600, 1200, FALSE },
    { "Hours", "10-20 h", 600, 1200, FALSE },
    { "Hours", "ca. 15", 900, 900, FALSE },
    { "Hours", "20+", 1200, GINT64_UNKNOWN, FALSE },
    { "Hours", "20", 1200, 1200, FALSE },
    { "Hours", "12:30", 750, 750, FALSE },
    { "Effort", "20", 1200, 1200, FALSE },
    { "Effort", "10-20", GINT64_UNKNOWN, GINT64_UNKNOWN, TRUE },
    { "Hours", "20 per week", GINT64_UNKNOWN, GINT64_UNKNOWN, TRUE },
    { "Hours", "flexible", GINT64_UNKNOWN, GINT64_UNKNOWN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Role;%s\nScan;%s\n", cases[i].head, cases[i].cell);
      g_autoptr (TestSink) sink = test_import (text, -1, NULL);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", text);
      g_assert_cmpint (row->minutes_min, ==, cases[i].min);
      g_assert_cmpint (row->minutes_max, ==, cases[i].max);
      g_assert_cmpint (row->notes == NULL, ==, cases[i].min != GINT64_UNKNOWN);
      g_assert_cmpuint (sink->problems->len, ==, cases[i].said ? 1 : 0);
    }
}

/* What is wrong is said by its line. */
static void
test_reports (void)
{
  static const struct
  {
    const char *text, *problem;
    guint n;
  } cases[] = {
    { "Role,Company\nA\nB,C\n", "line 2 | cells | The row has 1 cells", 2 },
    { "Role,Company\nA,B,C\n", "line 2 | cells | The row has 3 cells", 1 },
    { "Role,Company\n,B\nC,D\n", "line 2 |  | The row has no title", 1 },
    { "Role,Company\nA,\"B\nC,D\n", "never closes", 2 },
    { "Role,Deadline\nA,31.02.2026\n", "line 2 | apply_by | “31.02.2026” is not a possible date", 1 },
    { "Role,Pay\nA,\"1,500 KWD\"\n", "line 2 | pay_gross_min | “1,500 KWD” can be two amounts", 1 },
    { "Role,Pay\nA,30.125 KWD\n", NULL, 1 },
    { "Role,Company\r\rA,B\r", NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_import (cases[i].text, -1, NULL);

      g_assert_cmpuint (sink->dossiers->len, ==, cases[i].n);
      if (cases[i].problem == NULL)
        g_assert_cmpuint (sink->problems->len, ==, 0);
      else
        g_assert_nonnull (strstr (g_ptr_array_index (sink->problems, sink->problems->len - 1), cases[i].problem));
    }
}

static void
test_is_table (void)
{
  static const struct
  {
    const char *text;
    gboolean is;
  } cases[] = {
    { "Role,Company\nA,B\n", TRUE },
    { "Role,Company\n", TRUE },
    { "a,b,c\n1,2,3\n", TRUE },
    { "What,Who,Prio\nScan,Acme,Jena\nWrite,Lindner,Gera\n", TRUE },
    /* without names, by its shape */
    { "What,Who,Prio\nScan,Acme,Jena\n", TRUE },
    { "Logo redesign,Acme,https://x.example/1,20,2026-12-24\nBanner ad,Globex,https://x.example/2,10,2026-12-31\n",
      TRUE },
    { "Spalte1;Spalte2;Spalte3\nA;Un;2027-01-02\n", TRUE },
    { "Logo redesign,Acme,https://x.example/1\n", FALSE },
    { "Scan;Acme\nWrite;Beta\n", FALSE },
    { "Scan,Acme,Jena\nWrite,Beta\n", FALSE },
    { "Ines, Jo, Kim\nwe write, draw, scan\n", FALSE },
    { "Soon, maybe, or not\nWe look for someone, who writes, well\nand draws, too\n", FALSE },
    { "Dear all,\nwe look for someone, soon, who writes 5 pages.\n", FALSE },
    { "Market scan\nAcme\n20 hours, 400 €\n", FALSE },
    { "Title: Market scan\nCompany: Acme\n", FALSE },
    { "a < b and c > d", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (foothold_csv_is_table (cases[i].text, strlen (cases[i].text)), ==, cases[i].is);
    }
}

static void
test_caps (void)
{
  g_autoptr (GString) text = g_string_new ("Role");
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < FOOTHOLD_LIMIT_CSV_COLUMNS + 10; i++)
    g_string_append (text, ",Company");
  g_string_append (text, "\nA,");
  for (guint i = 0; i < FOOTHOLD_LIMIT_LONG_TEXT + 10; i++)
    g_string_append_c (text, 'x');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_true (foothold_import_csv (bytes, NULL, NULL, &sink->sink, NULL, NULL));
  g_assert_true (test_sink_says (sink, "cells", "too long"));
  g_assert_true (test_sink_says (sink, "organisation", "too long"));
  g_assert_cmpuint (strlen (test_sink_opportunity (sink, 0)->organisation), <=, FOOTHOLD_LIMIT_TITLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-csv/look", test_look);
  g_test_add_func ("/import-csv/rows", test_rows);
  g_test_add_func ("/import-csv/pay", test_pay);
  g_test_add_func ("/import-csv/german", test_german);
  g_test_add_func ("/import-csv/day-order", test_day_order);
  g_test_add_func ("/import-csv/mapping", test_mapping);
  g_test_add_func ("/import-csv/own-others", test_own_others);
  g_test_add_func ("/import-csv/nameless", test_nameless);
  g_test_add_func ("/import-csv/hours", test_hours);
  g_test_add_func ("/import-csv/reports", test_reports);
  g_test_add_func ("/import-csv/is-table", test_is_table);
  g_test_add_func ("/import-csv/caps", test_caps);
  return g_test_run ();
}
