// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-import-answers.h"
#include "import-fixture.h"

/* What each property of a JobPosting becomes. */

#define POSTING(rest) "{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"T\"," rest "}"
#define NO GINT64_UNKNOWN

static void
test_whole (void)
{
  g_autoptr (TestSink) sink = test_import_posting (
    "{\"@context\":\"https://schema.org/\",\"@type\":\"JobPosting\",\"title\":\"Competitor &amp; market scan\","
    "\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"Nordlicht "
    "GmbH\",\"sameAs\":\"https://nordlicht.example\"},"
    "\"description\":\"<p>Find five competitors.</p><ul><li>Price</li><li>Reach</li></ul>\","
    "\"datePosted\":\"2026-11-02\",\"validThrough\":\"2026-12-01T23:59:59+01:00\","
    "\"employmentType\":[\"INTERN\",\"PART_TIME\"],\"timeRequired\":\"PT20H\",\"jobStartDate\":\"2026-12-07\","
    "\"jobLocation\":{\"@type\":\"Place\",\"address\":{\"@type\":\"PostalAddress\",\"streetAddress\":\"Hafen 1\","
    "\"addressLocality\":\"Kiel\",\"addressRegion\":\"Schleswig-Holstein\",\"addressCountry\":\"DE\"}},"
    "\"jobLocationType\":\"TELECOMMUTE\",\"applicantLocationRequirements\":[{\"@type\":\"Country\",\"name\":"
    "\"Germany\"},"
    "{\"@type\":\"Country\",\"name\":\"Austria\"}],"
    "\"baseSalary\":{\"@type\":\"MonetaryAmount\",\"currency\":\"EUR\",\"value\":{\"@type\":\"QuantitativeValue\","
    "\"minValue\":18,\"maxValue\":22.5,\"unitText\":\"HOUR\"}},"
    "\"skills\":\"Excel, Market research, excel\",\"industry\":\"Computer "
    "Software\",\"occupationalCategory\":\"Marketing\","
    "\"responsibilities\":\"<p>Write ten pages.</p>\",\"qualifications\":\"Curious\","
    "\"educationRequirements\":{\"@type\":\"EducationalOccupationalCredential\",\"credentialCategory\":\"bachelor "
    "degree\"},"
    "\"experienceRequirements\":{\"@type\":\"OccupationalExperienceRequirements\",\"monthsOfExperience\":6},"
    "\"jobBenefits\":\"Coffee\",\"url\":\"https://jobs.example/1\","
    "\"identifier\":{\"@type\":\"PropertyValue\",\"name\":\"Nordlicht\",\"value\":\"NL-7\"},"
    "\"applicationContact\":{\"@type\":\"ContactPoint\",\"name\":\"Ines\",\"email\":\"ines@nordlicht.example\"}}");
  const FootholdDossier *dossier = test_sink_dossier (sink, 0);
  const FootholdOpportunityRow *row = dossier->opportunity;

  g_assert_cmpuint (sink->dossiers->len, ==, 1);
  g_assert_cmpuint (sink->problems->len, ==, 0);
  g_assert_cmpstr (row->title, ==, "Competitor & market scan");
  g_assert_cmpstr (row->organisation, ==, "Nordlicht GmbH");
  g_assert_true (g_str_has_prefix (row->description, "Find five competitors.\n\n- Price\n- Reach\n\nBenefits: Coffee"));
  g_assert_cmpstr (row->posted_on, ==, "2026-11-02");
  g_assert_cmpstr (row->apply_window, ==, "date");
  g_assert_cmpstr (row->apply_by, ==, "2026-12-01");
  g_assert_cmpstr (row->apply_by_time, ==, "23:59");
  g_assert_cmpstr (row->apply_by_zone, ==, "Etc/GMT-1");
  g_assert_cmpstr (row->start_on, ==, "2026-12-07");
  g_assert_cmpint (row->minutes_min, ==, 1200);
  g_assert_cmpint (row->minutes_max, ==, 1200);
  g_assert_cmpstr (row->kind, ==, "micro-internship");
  g_assert_cmpstr (row->location, ==, "Kiel, Schleswig-Holstein");
  g_assert_cmpstr (row->country, ==, "DE");
  g_assert_cmpstr (row->work_mode, ==, "remote");
  g_assert_cmpint (row->pay_gross_min, ==, 1800);
  g_assert_cmpint (row->pay_gross_max, ==, 2250);
  g_assert_cmpstr (row->currency, ==, "EUR");
  g_assert_cmpstr (row->pay_period, ==, "hour");
  g_assert_cmpstr (row->pay_kind, ==, "hourly");
  g_assert_cmpstr (row->industry, ==, "software");
  g_assert_cmpstr (row->area, ==, "marketing");
  g_assert_cmpstr (row->scope, ==, "Write ten pages.");
  g_assert_nonnull (strstr (row->eligibility, "Curious"));
  g_assert_nonnull (strstr (row->eligibility, "bachelor degree"));
  g_assert_nonnull (strstr (row->eligibility, "6 months"));
  g_assert_nonnull (strstr (row->eligibility, "Austria"));
  g_assert_cmpstr (row->contacts, ==, "Ines, ines@nordlicht.example");
  g_assert_cmpstr (row->url, ==, "https://jobs.example/1");
  g_assert_cmpstr (row->fact_source, ==, "page");
  g_assert_cmpstr (row->source, ==, "web");
  g_assert_cmpint (row->unread, ==, 0);
  g_assert_cmpuint (dossier->skills->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (dossier->skills, 0), ==, "Excel");
  g_assert_cmpuint (dossier->attachments->len, ==, 1);
  g_assert_cmpstr (((FootholdAttachmentRow *) g_ptr_array_index (dossier->attachments, 0))->role, ==, "page");
  g_assert_cmpstr (((FootholdAttachmentRow *) g_ptr_array_index (dossier->attachments, 0))->name, ==, "page.html");
  g_assert_nonnull (g_ptr_array_index (dossier->pages, 0));
}

static void
test_salaries (void)
{
  static const struct
  {
    const char *json;
    gint64 min, max;
    const char *currency, *period, *kind;
  } cases[] = {
    { "\"baseSalary\":600,\"salaryCurrency\":\"EUR\"", 60000, 60000, "EUR", NULL, NULL },
    { "\"baseSalary\":\"100000\",\"salaryCurrency\":\"USD\"", 10000000, 10000000, "USD", NULL, NULL },
    { "\"baseSalary\":\"20–25 $/h\"", 2000, 2500, "USD", "hour", "hourly" },
    { "\"baseSalary\":\"€ 1.200,50\"", 120050, 120050, "EUR", NULL, NULL },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":15.5,\"unitText\":\"HOUR\"}", 1550, 1550, "EUR", "hour",
      "hourly" },
    { "\"baseSalary\":{\"currency\":\"eur\",\"minValue\":\"500\",\"maxValue\":\"700\"}", 50000, 70000, "EUR", NULL,
      NULL },
    { "\"baseSalary\":{\"currency\":\"VND\",\"value\":{\"value\":3000000,\"unitText\":\"MONTH\"}}", 3000000, 3000000,
      "VND", "month", NULL },
    { "\"baseSalary\":{\"currency\":\"VND\",\"value\":{\"value\":\"5.0E7\",\"unitText\":\"MONTH\"}}", 50000000,
      50000000, "VND", "month", NULL },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"minValue\":12.345,\"unitText\":\"HOUR\"}}", 1235, NO, "USD",
      "hour", "hourly" },
    { "\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"maxValue\":30,\"unitCode\":\"HUR\"}}", NO, 3000, "USD", "hour",
      "hourly" },
    { "\"baseSalary\":{\"currency\":\"KWD\",\"value\":{\"value\":1.5,\"unitText\":\"DAY\"}}", 1500, 1500, "KWD", "day",
      NULL },
    { "\"baseSalary\":{\"currency\":\"KWD\",\"value\":\"30.125\"}", 30125, 30125, "KWD", NULL, NULL },
    { "\"baseSalary\":{\"currency\":\"KWD\",\"value\":30.125}", 30125, 30125, "KWD", NULL, NULL },
    { "\"baseSalary\":\"TND 4.500\"", 4500, 4500, "TND", NULL, NULL },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":\"18.500\"}", 1850000, 1850000, "EUR", NULL, NULL },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"value\":900,\"unitText\":\"PROJECT\"}}", 90000, 90000, "EUR",
      "project", "fixed" },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"value\":\"10 - 12\",\"unitText\":\"WEEK\"}}", 1000, 1200,
      "EUR", "week", NULL },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"minValue\":22,\"maxValue\":18,\"unitText\":\"YEAR\"}}", 1800,
      2200, "EUR", "year", NULL },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"minValue\":0,\"maxValue\":500}}", NO, 50000, "EUR", NULL,
      NULL },
    { "\"baseSalary\":[{\"currency\":\"EUR\",\"value\":700}]", 70000, 70000, "EUR", NULL, NULL },
    { "\"baseSalary\":{\"@type\":\"PriceSpecification\",\"price\":\"600\",\"priceCurrency\":\"PLN\"}", 60000, 60000,
      "PLN", NULL, NULL },
    { "\"estimatedSalary\":{\"@type\":\"MonetaryAmountDistribution\",\"currency\":\"USD\",\"duration\":\"P1Y\","
      "\"percentile10\":72000,\"percentile90\":140000}",
      7200000, 14000000, "USD", "year", NULL },
    { "\"baseSalary\":{\"currency\":\"$\",\"value\":20},\"jobLocation\":{\"address\":{\"addressCountry\":\"CA\"}}",
      2000, 2000, "CAD", NULL, NULL },
    { "\"baseSalary\":\"unpaid\"", NO, NO, NULL, NULL, "unpaid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpint (row->pay_gross_min, ==, cases[i].min);
      g_assert_cmpint (row->pay_gross_max, ==, cases[i].max);
      g_assert_cmpstr (row->currency, ==, cases[i].currency);
      g_assert_cmpstr (row->pay_period, ==, cases[i].period);
      g_assert_cmpstr (row->pay_kind, ==, cases[i].kind);
      g_assert_cmpuint (sink->problems->len, ==, 0);
    }
}

/* What cannot be read is left unknown, and said. */
static void
test_problems (void)
{
  static const struct
  {
    const char *json, *field, *says;
  } cases[] = {
    { "\"validThrough\":\"9999-12-31T23:59:59Z\"", "apply_by", "9999" },
    { "\"datePosted\":\"1970-01-01\"", "posted_on", "1970" },
    { "\"datePosted\":\"1. day of spring\"", "posted_on", "“1. day of spring”" },
    { "\"jobStartDate\":\"1/2/2026\"", "start_on", "1/2/2026" },
    { "\"baseSalary\":600", "pay_gross_min", "currency" },
    { "\"baseSalary\":\"Competitive\",\"salaryCurrency\":\"EUR\"", "pay_gross_min", "Competitive" },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":0}", "pay_gross_min", "0" },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":-5}", "pay_gross_min", "-5" },
    { "\"baseSalary\":\"1,500 KWD\"", "pay_gross_min", "“1,500 KWD” can be two amounts" },
    { "\"salaryCurrency\":\"Galleons\"", "currency", "Galleons" },
    { "\"baseSalary\":{\"currency\":\"EUR\",\"value\":{\"value\":5,\"unitText\":\"FORTNIGHT\"}}", "pay_period",
      "FORTNIGHT" },
    { "\"jobLocationType\":\"MOON\"", "work_mode", "MOON" },
    { "\"url\":\"javascript:alert(1)\"", "url", "javascript" },
    { "\"hiringOrganization\":{\"@type\":\"Organization\"}", "organisation", "no name" },
    { "\"jobLocation\":{\"@type\":\"Place\"}", "location", "place" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].json);
      g_assert_true (test_sink_says (sink, cases[i].field, cases[i].says));
      g_assert_null (row->apply_by);
      g_assert_null (row->posted_on);
      g_assert_null (row->start_on);
      g_assert_null (row->url);
      g_assert_true (row->pay_gross_min == NO || g_str_equal (cases[i].field, "pay_period"));
    }
}

static void
test_places_and_modes (void)
{
  static const struct
  {
    const char *json, *location, *country, *mode;
  } cases[] = {
    { "\"jobLocation\":\"Łódź, Poland\"", "Łódź, Poland", NULL, NULL },
    { "\"jobLocation\":{\"address\":\"Đà Nẵng\"}", "Đà Nẵng", NULL, NULL },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":\"Đà "
      "Nẵng\",\"addressCountry\":{\"@type\":\"Country\",\"name\":\"Việt Nam\"}}}",
      "Đà Nẵng", "VN", NULL },
    { "\"jobLocation\":[{\"address\":{\"addressLocality\":\"Bonn\",\"addressCountry\":\"DE\"}},{\"address\":{"
      "\"addressLocality\":\"Wien\",\"addressCountry\":\"AT\"}}]",
      "Bonn; Wien", NULL, NULL },
    { "\"jobLocation\":[{\"address\":{\"addressLocality\":\"Bonn\",\"addressCountry\":\"Germany\"}},{\"address\":{"
      "\"addressLocality\":\"Kiel\",\"addressCountry\":\"DE\"}}]",
      "Bonn; Kiel", "DE", NULL },
    { "\"jobLocation\":{\"address\":{\"addressCountry\":\"PL\"}},\"jobLocationType\":\"TELECOMMUTE\"", "Poland", "PL",
      "remote" },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":\"1. Bezirk, Wien\"}}", "1. Bezirk, Wien", NULL, NULL },
    { "\"jobLocation\":\"Remote\"", NULL, NULL, "remote" },
    { "\"jobLocationType\":[\"remote\",\"on-site\"]", NULL, NULL, "hybrid" },
    { "\"jobLocationType\":\"https://schema.org/TELECOMMUTE\"", NULL, NULL, "remote" },
    { "\"jobLocation\":{\"address\":{\"addressLocality\":\"Kirkland\",\"addressRegion\":\"WA\"}}", "Kirkland, WA", NULL,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (row->location, ==, cases[i].location);
      g_assert_cmpstr (row->country, ==, cases[i].country);
      g_assert_cmpstr (row->work_mode, ==, cases[i].mode);
    }
}

static void
test_kinds_hours_skills (void)
{
  static const struct
  {
    const char *json, *kind;
    gint64 min, max;
    guint n_skills;
  } cases[] = {
    { "\"employmentType\":\"INTERN\"", "internship", NO, NO, 0 },
    { "\"employmentType\":\"INTERN\",\"workHours\":\"10-20 hours\"", "micro-internship", 600, 1200, 0 },
    { "\"employmentType\":\"CONTRACTOR\"", "freelance", NO, NO, 0 },
    { "\"employmentType\":\"FULL_TIME\",\"workHours\":\"40 hours per week\"", "micro-internship", NO, NO, 0 },
    { "\"duration\":\"PT12H\"", "micro-internship", 720, 720, 0 },
    { "\"duration\":\"P2W\"", "micro-internship", NO, NO, 0 },
    { "\"duration\":\"10 days\"", "micro-internship", NO, NO, 0 },
    { "\"timeRequired\":\"P2D\"", "micro-internship", 960, 960, 0 },
    { "\"skills\":[\"Python\",{\"@type\":\"DefinedTerm\",\"name\":\"SQL\"}]", "micro-internship", NO, NO, 2 },
    { "\"skills\":\"<ul><li>Python</li><li>SQL</li></ul>\"", "micro-internship", NO, NO, 2 },
    { "\"skills\":\"You have worked with Python for several years and like it.\"", "micro-internship", NO, NO, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (row->kind, ==, cases[i].kind);
      g_assert_cmpint (row->minutes_min, ==, cases[i].min);
      g_assert_cmpint (row->minutes_max, ==, cases[i].max);
      g_assert_cmpuint (test_sink_dossier (sink, 0)->skills->len, ==, cases[i].n_skills);
      if (strstr (cases[i].json, "per week") != NULL)
        {
          g_assert_nonnull (strstr (row->timeline, "40 hours per week"));
          g_assert_nonnull (strstr (row->timeline, "FULL TIME"));
        }
      if (strstr (cases[i].json, "several years") != NULL)
        g_assert_nonnull (strstr (row->eligibility, "several years"));
    }
}

/* "At once" is no date, and not nothing. */
static void
test_starts (void)
{
  static const struct
  {
    const char *json, *start_on, *timeline;
  } cases[] = {
    { "\"jobImmediateStart\":true", NULL, "Start: immediately" },
    { "\"jobImmediateStart\":\"True\"", NULL, "Start: immediately" },
    { "\"jobImmediateStart\":\"https://schema.org/True\"", NULL, "Start: immediately" },
    { "\"jobImmediateStart\":[true]", NULL, "Start: immediately" },
    { "\"jobImmediateStart\":false", NULL, NULL },
    { "\"jobImmediateStart\":null", NULL, NULL },
    { "\"jobImmediateStart\":\"no\"", NULL, NULL },
    { "\"jobImmediateStart\":{\"a\":[]}", NULL, NULL },
    { "\"jobImmediateStart\":true,\"jobStartDate\":\"2026-12-07\"", "2026-12-07", "Start: immediately" },
    { "\"jobStartDate\":\"as soon as possible\"", NULL, "Start: as soon as possible" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (row->start_on, ==, cases[i].start_on);
      g_assert_cmpstr (row->timeline, ==, cases[i].timeline);
    }
}

/* A date that may be two is asked for once a file, and read as the answer says; one with a single reading is read. */
static void
test_day_order (void)
{
  static const char *const files[] = {
    "[" POSTING ("\"validThrough\":\"03/04/2027\",\"datePosted\":\"2027-01-02\"") "," POSTING (
      "\"url\":\"https://a.example/2\",\"validThrough\":\"03/24/2027\",\"jobStartDate\":\"3/4/2027\"") "]",
    "<!doctype html><title>P</title><script type=\"application/ld+json\">[" POSTING (
      "\"validThrough\":\"03/04/"
      "2027\",\"datePosted\":\"2027-01-"
      "02\"") "," POSTING ("\"url\":\"https://a.example/2\","
                           "\"validThrough\":\"03/24/2027\","
                           "\"jobStartDate\":\"3/4/2027\"") "]"
                                                            "</script>"
                                                            "<p>x",
  };
  static const struct
  {
    FootholdDayOrder order;
    const char *date, *field;
  } cases[] = {
    { FOOTHOLD_DAY_ORDER_NONE, NULL, FOOTHOLD_ASKS_DATES },
    { FOOTHOLD_DAY_ORDER_DAY, "2027-04-03", FOOTHOLD_ANSWERED_DATES },
    { FOOTHOLD_DAY_ORDER_MONTH, "2027-03-04", FOOTHOLD_ANSWERED_DATES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TestSink) nobody = test_import (files[i], -1, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));

      g_assert_cmpuint (nobody->problems->len, ==, 2);
      g_assert_true (test_sink_says (nobody, "apply_by", "“03/04/2027”"));
      g_assert_true (test_sink_says (nobody, "start_on", "“3/4/2027”"));
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
          g_autoptr (TestSink) sink = test_sink_new ();
          g_autoptr (GError) error = NULL;

          answers->order = cases[j].order;
          sink->sink.answers = answers;
          g_assert_true (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
          g_assert_no_error (error);
          test_sink_print (sink);
          g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_by, ==, cases[j].date);
          g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_window, ==, cases[j].date != NULL ? "date" : NULL);
          g_assert_cmpstr (test_sink_opportunity (sink, 1)->apply_by, ==, "2027-03-24");
          g_assert_cmpstr (test_sink_opportunity (sink, 1)->start_on, ==, cases[j].date);
          g_assert_cmpuint (sink->problems->len, ==, 1);
          g_assert_true (test_sink_says (sink, cases[j].field, "comes first in"));
        }
    }
}

/* What another way says with certainty is not asked for. */
static void
test_day_order_known (void)
{
  static const char page[] = "<!doctype html><title>P</title><script type=\"application/ld+json\">" POSTING (
    "\"validThrough\":\"2027-03-04\"") "</script><div itemscope itemtype=\"https://schema.org/JobPosting\"><b "
                                       "itemprop=title>T</b><b itemprop=validThrough>03/04/2027</b><b "
                                       "itemprop=datePosted>01/02/2027</b></div>";
  g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));

  sink->sink.answers = answers;
  g_assert_true (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, NULL));
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_by, ==, "2027-03-04");
  g_assert_cmpuint (sink->problems->len, ==, 1);
  g_assert_true (test_sink_says (sink, FOOTHOLD_ASKS_DATES, "“01/02/2027”"));
}

static void
test_organisations (void)
{
  static const struct
  {
    const char *json, *name;
  } cases[] = {
    { "\"hiringOrganization\":\"Acme\"", "Acme" },
    { "\"hiringOrganization\":[{\"name\":\"Acme\"},{\"name\":\"Other\"}]", "Acme" },
    { "\"hiringOrganization\":{\"@type\":\"Organization\",\"legalName\":\"Acme SE\"}", "Acme SE" },
    { "\"hiringOrganization\":\"https://www.acme.example/jobs\"", "acme.example" },
    { "\"hiringOrganization\":{\"name\":{\"@value\":\"Acme\",\"@language\":\"en\"}}", "Acme" },
    { "\"schema:hiringOrganization\":{\"schema:name\":\"Acme\"}", "Acme" },
    { "\"hiringOrganization\":{\"name\":\"<b>Acme</b> &amp; Sons\"}", "Acme & Sons" },
    { "\"hiringOrganization\":{\"name\":\"1. FC Köln\"}", "1. FC Köln" },
    { "\"hiringOrganization\":{\"name\":\"- Acme -\"}", "- Acme -" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (POSTING ("%s"), cases[i].json);
      g_autoptr (TestSink) sink = test_import_posting (json);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->organisation, ==, cases[i].name);
    }
}

static void
test_deadline_without_zone (void)
{
  g_autoptr (TestSink) date = test_import_posting (POSTING ("\"validThrough\":\"2026-12-01\""));
  g_autoptr (TestSink) midnight = test_import_posting (POSTING ("\"validThrough\":\"2026-12-01T00:00\""));
  g_autoptr (TestSink) time = test_import_posting (POSTING ("\"validThrough\":\"2026-12-01T18:00\""));
  g_autoptr (TestSink) none = test_import_posting (POSTING ("\"description\":\"x\""));

  g_assert_cmpstr (test_sink_opportunity (date, 0)->apply_by, ==, "2026-12-01");
  g_assert_null (test_sink_opportunity (date, 0)->apply_by_time);
  g_assert_null (test_sink_opportunity (midnight, 0)->apply_by_time);
  g_assert_cmpstr (test_sink_opportunity (time, 0)->apply_by_time, ==, "18:00");
  g_assert_null (test_sink_opportunity (time, 0)->apply_by_zone);
  g_assert_null (test_sink_opportunity (none, 0)->apply_window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job-posting/whole", test_whole);
  g_test_add_func ("/job-posting/salaries", test_salaries);
  g_test_add_func ("/job-posting/problems", test_problems);
  g_test_add_func ("/job-posting/places-and-modes", test_places_and_modes);
  g_test_add_func ("/job-posting/kinds-hours-skills", test_kinds_hours_skills);
  g_test_add_func ("/job-posting/starts", test_starts);
  g_test_add_func ("/job-posting/day-order", test_day_order);
  g_test_add_func ("/job-posting/day-order-known", test_day_order_known);
  g_test_add_func ("/job-posting/organisations", test_organisations);
  g_test_add_func ("/job-posting/deadline-without-zone", test_deadline_without_zone);
  return g_test_run ();
}
