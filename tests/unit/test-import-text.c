// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-import-answers.h"
#include "exchange/foothold-limits.h"
#include "import-fixture.h"

/* Pasted text: what is found by which rule, and what is left alone. */

#define NO GINT64_UNKNOWN

static void
test_table (void)
{
  static const struct
  {
    const char *text, *title, *organisation, *url, *apply_by, *currency;
    gint64 min, minutes;
    gboolean unread;
  } cases[] = {
    { "Just a note.", "Just a note.", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    { "\n\n## Market scan\nText", "Market scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    { "---\n**Market scan\nText", "Market scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    /* an ordinal and a dash are the writer's own */
    { "1. Assistent\nOrganisation: 1. FC Köln\nHours: 20", "1. Assistent", "1. FC Köln", NULL, NULL, NULL, NO, 1200,
      FALSE },
    { "- Market scan\nText", "- Market scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    /* names and values */
    { "Job Title: Market scan\nCompany: Acme\nDeadline: 1 December 2026\nSalary: 20 €/h\nHours: 10-20 hours",
      "Market scan", "Acme", NULL, "2026-12-01", "EUR", 2000, 600, FALSE },
    { "**Stelle:** Umfrage\n- Firma: Nordlicht\n- Bewerbungsfrist: 01.12.2026\n", "Umfrage", "Nordlicht", NULL,
      "2026-12-01", NULL, NO, NO, FALSE },
    /* a number alone, where its name says of what */
    { "Scan\nHours: 20\n", "Scan", NULL, NULL, NULL, NULL, NO, 1200, FALSE },
    { "Scan\n- Estimated hours: 10-15", "Scan", NULL, NULL, NULL, NULL, NO, 600, FALSE },
    { "Scan\nStunden: ca. 12,5", "Scan", NULL, NULL, NULL, NULL, NO, 750, FALSE },
    { "Scan\nHours: 0\nDuration: 6", "Scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    { "Scan\nHours: 20 per week", "Scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    { "Scan\nHours: 20+", "Scan", NULL, NULL, NULL, NULL, NO, 1200, FALSE },
    { "Scan\nFrist: 31. Dezember 2026", "Scan", NULL, NULL, "2026-12-31", NULL, NO, NO, FALSE },
    /* Vietnamese, where the day comes first and "giờ" is an hour of work or of the clock */
    { "Viết bài blog\nCông ty: Cà phê Đồng Nai\nThù lao: 3.500.000 đồng\nThời gian: 20 giờ\n"
      "Hạn nộp hồ sơ: 05/01/2027\nLàm việc từ xa",
      "Viết bài blog", "Cà phê Đồng Nai", NULL, "2027-01-05", "VND", 3500000, 1200, FALSE },
    { "• Vị trí: Khảo sát\nHạn chót: ngày 31 tháng 12 năm 2026", "Khảo sát", NULL, NULL, "2026-12-31", NULL, NO, NO,
      FALSE },
    { "Khảo sát\nTrả 500.000đ cho khoảng 15 giờ. Nộp hồ sơ trước ngày 4/3/2027.", "Khảo sát", NULL, NULL, "2027-03-04",
      "VND", 500000, 900, FALSE },
    { "Khảo sát\nHọp lúc 8 giờ sáng. Hợp đồng 3 tháng, 5 đồng nghiệp. 20 giờ mỗi tuần.", "Khảo sát", NULL, NULL, NULL,
      NULL, NO, NO, TRUE },
    { "Khảo sát\nThời gian: 8 giờ - 17 giờ\nLương: 3,5 triệu đồng", "Khảo sát", NULL, NULL, NULL, "VND", 3500000, NO,
      FALSE },
    { "Khảo sát\nTrả 3 triệu đồng cho khoảng 15 giờ.", "Khảo sát", NULL, NULL, NULL, "VND", 3000000, 900, FALSE },
    /* a day that cannot be a month */
    { "Scan\nDeadline: 23/4/2027", "Scan", NULL, NULL, "2027-04-23", NULL, NO, NO, FALSE },
    { "Scan\nApply by 4/23/2027.", "Scan", NULL, NULL, "2027-04-23", NULL, NO, NO, FALSE },
    /* a value that is none */
    { "Scan\nDeadline: soon\nSalary: competitive\nHours: flexible", "Scan", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    /* the one of its kind, in sentences */
    { "Market scan\nWe pay 400 EUR for about 20 hours of work. Apply by December 1, 2026 at https://jobs.example/1.",
      "Market scan", NULL, "https://jobs.example/1", "2026-12-01", "EUR", 40000, 1200, FALSE },
    { "Umfrage\nRund 15 Stunden, 18,50 € pro Stunde. Bewerbungsschluss ist der 01.12.2026.", "Umfrage", NULL, NULL,
      "2026-12-01", "EUR", 1850, 900, FALSE },
    /* two of a kind are none; the same twice is one */
    { "Scan\nEither 400 € or 600 €, 10 hours or 20 hours, https://a.example/1 https://a.example/2", "Scan", NULL, NULL,
      NULL, NULL, NO, NO, TRUE },
    { "Scan\nApply by 2026-12-01. Deadline: 2026-12-02x. Apply before 2026-12-03", "Scan", NULL, NULL, NULL, NULL, NO,
      NO, TRUE },
    { "Scan\n400 € it is. Yes, 400 €!", "Scan", NULL, NULL, NULL, "EUR", 40000, NO, FALSE },
    /* numbers that say something else */
    { "Scan\nWe answer within 48 hours. 20 hours per week. 15 h/week. Open 24 hours a day.", "Scan", NULL, NULL, NULL,
      NULL, NO, NO, TRUE },
    /* an organisation only where the text names it again */
    { "Scan at Acme\nAcme looks for you.", "Scan", "Acme", NULL, NULL, NULL, NO, NO, FALSE },
    { "Looking at Data\nText", "Looking at Data", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    { "Working at home\nat home and at home", "Working at home", NULL, NULL, NULL, NULL, NO, NO, TRUE },
    /* an address alone */
    { "https://jobs.example/scan\n", "Posting on jobs.example", NULL, "https://jobs.example/scan", NULL, NULL, NO, NO,
      FALSE },
    { "https://jobs.example/de/market-scan-20-hours-123.html?ref=x", "Market scan 20 hours", NULL,
      "https://jobs.example/de/market-scan-20-hours-123.html?ref=x", NULL, NULL, NO, NO, FALSE },
    { "See (https://jobs.example/a).", "See (https://jobs.example/a).", NULL, "https://jobs.example/a", NULL, NULL, NO,
      NO, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_import (cases[i].text, -1, NULL);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%u: %s", i, cases[i].text);
      g_assert_cmpstr (row->title, ==, cases[i].title);
      g_assert_cmpstr (row->organisation, ==, cases[i].organisation);
      g_assert_cmpstr (row->url, ==, cases[i].url);
      g_assert_cmpstr (row->apply_by, ==, cases[i].apply_by);
      g_assert_cmpstr (row->currency, ==, cases[i].currency);
      g_assert_cmpint (row->pay_gross_min, ==, cases[i].min);
      g_assert_cmpint (row->minutes_min, ==, cases[i].minutes);
      g_assert_cmpint (row->unread, ==, cases[i].unread);
      g_assert_cmpuint (sink->problems->len, ==, 0);
    }
}

/* What stands around an amount in a sentence says which fact it is. */
static void
test_pay_around (void)
{
  static const struct
  {
    const char *text;
    gint64 min, max, net;
  } cases[] = {
    { "Scan\nYou get 500 € netto for it.", NO, NO, 50000 },          { "Scan\nWe pay up to 500 EUR.", NO, 50000, NO },
    { "Scan\nWir zahlen bis zu 500 € netto.", NO, NO, NO },          { "Scan\nWir zahlen ab 500 €.", 50000, NO, NO },
    { "Scan\nWe pay 500 EUR plus travel costs.", 50000, 50000, NO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_import (cases[i].text, -1, NULL);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (row->pay_gross_min, ==, cases[i].min);
      g_assert_cmpint (row->pay_gross_max, ==, cases[i].max);
      g_assert_cmpint (row->pay_net, ==, cases[i].net);
    }
}

/* Amounts that are something else. */
static void
test_no_pay (void)
{
  static const char *const texts[] = {
    "Scan\nThe registration fee is 50 EUR.",
    "Scan\nOur company raised $5 million in 2024.",
    "Scan\nOur team processes $2,000,000 worth of orders.",
    "Scan\nStartgebühr: 50 €",
    "Scan\nNotre loyer est de 900 € par an",
    "Scan\nA $50 gift card is raffled among applicants",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TestSink) sink = test_import (texts[i], -1, NULL);

      g_test_message ("%s", texts[i]);
      g_assert_null (test_sink_opportunity (sink, 0)->currency);
    }
}

/* What a pay is for is taken where the text says it, and left open where it does not. */
static void
test_pay (void)
{
  static const struct
  {
    const char *text, *kind, *period;
  } cases[] = {
    { "Scan\nCompensation: 25 USD/hour", "hourly", "hour" },
    { "Scan\nHourly rate: 25 USD", "hourly", "hour" },
    { "Scan\nFee: 500 EUR", "fixed", "project" },
    { "Scan\nPay: 500 EUR flat", "fixed", "project" },
    { "Scan\nThere is a fee of 500 EUR for you.", "fixed", "project" },
    { "Scan\nWe pay $500 total.", "fixed", "project" },
    { "Scan\nRund 15 Stunden, 18,50 € pro Stunde.", "hourly", "hour" },
    { "Scan\nWe pay 800 EUR a week.", NULL, "week" },
    { "Scan\nWe pay 500 EUR.", NULL, NULL },
    { "Scan\nCompensation: 500 EUR", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_import (cases[i].text, -1, NULL);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%u: %s", i, cases[i].text);
      g_assert_cmpint (row->pay_gross_min, >, 0);
      g_assert_cmpstr (row->pay_kind, ==, cases[i].kind);
      g_assert_cmpstr (row->pay_period, ==, cases[i].period);
    }
}

/* A date that may be two is asked for where somebody can answer, and read as they say; else it is said that it stays.
 */
static void
test_dates (void)
{
  static const char *const texts[] = { "Scan\nDeadline: 3/4/2027\n", "Scan\nPlease apply by 3/4/2027, at noon.\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TestSink) nobody = test_import (texts[i], -1, NULL);
      g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_test_message ("%s", texts[i]);
      g_assert_null (test_sink_opportunity (nobody, 0)->apply_by);
      g_assert_cmpuint (nobody->problems->len, ==, 1);
      g_assert_true (test_sink_says (nobody, "apply_by", "“3/4/2027”"));
      g_assert_true (test_sink_says (nobody, "apply_by", "stays in the text"));
      for (FootholdDayOrder order = FOOTHOLD_DAY_ORDER_NONE; order <= FOOTHOLD_DAY_ORDER_MONTH; order++)
        {
          g_autoptr (TestSink) sink = test_sink_new ();
          g_autoptr (GError) error = NULL;

          answers->order = order;
          sink->sink.answers = answers;
          g_assert_true (foothold_import_bytes (bytes, NULL, &sink->sink, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (test_sink_opportunity (sink, 0)->apply_by, ==,
                           order == FOOTHOLD_DAY_ORDER_NONE  ? NULL
                           : order == FOOTHOLD_DAY_ORDER_DAY ? "2027-04-03"
                                                             : "2027-03-04");
          g_assert_cmpuint (sink->problems->len, ==, 1);
          g_assert_true (test_sink_says (sink,
                                         order == FOOTHOLD_DAY_ORDER_NONE ? FOOTHOLD_ASKS_DATES
                                                                          : FOOTHOLD_ANSWERED_DATES,
                                         "first in"));
        }
    }

  for (guint i = 0; i < 3; i++)
    {
      static const char *const deadlines[] = { "31.02.2027", "31 February 2027", "Dienstag, 30. Februar 2027" };
      g_autofree char *text = g_strconcat ("Scan\nDeadline: ", deadlines[i], NULL);
      g_autoptr (TestSink) odd = test_import (text, -1, NULL);

      g_assert_null (test_sink_opportunity (odd, 0)->apply_by);
      g_assert_cmpuint (odd->problems->len, ==, 1);
      g_assert_true (test_sink_says (odd, "apply_by", "not a possible date"));
    }
}

/* A comma of a currency with three decimals divides or groups. */
static void
test_amounts (void)
{
  g_autoptr (TestSink) two = test_import ("Scan\nPay: 1,500 KWD", -1, NULL);
  g_autoptr (TestSink) one = test_import ("Scan\nPay: TND 4.500", -1, NULL);

  g_assert_null (test_sink_opportunity (two, 0)->currency);
  g_assert_cmpuint (two->problems->len, ==, 1);
  g_assert_true (test_sink_says (two, "pay_gross_min", "“1,500 KWD” can be two amounts"));
  g_assert_cmpint (test_sink_opportunity (one, 0)->pay_gross_min, ==, 4500);
  g_assert_cmpuint (one->problems->len, ==, 0);
}

/* The text is kept word for word, and each fact says where it is from. */
static void
test_kept (void)
{
  g_autoptr (TestSink) spaced = test_import ("Scan\r\n\r\n  * indented & <not> a tag\r\n", -1, NULL);
  g_autoptr (TestSink) file = test_import ("Scan\nPlace", -1, "scan.txt");
  g_autoptr (TestSink) pasted = test_import ("Scan\nPlace", -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (file, 0)->fact_source, ==, "file");
  g_assert_cmpstr (test_sink_opportunity (pasted, 0)->fact_source, ==, "page");
  g_assert_cmpstr (test_sink_opportunity (pasted, 0)->description, ==, "Scan\nPlace");
  g_assert_cmpstr (test_sink_opportunity (spaced, 0)->description, ==, "Scan\n\n  * indented & <not> a tag");
}

/* Of an address alone nothing is read and nothing is kept but what it says itself. */
static void
test_link (void)
{
  g_autoptr (TestSink) web = test_import ("https://jobs.example/market-scan", -1, NULL);
  g_autoptr (TestSink) linkedin =
    test_import (" https://de.linkedin.com/jobs/view/market-scan-4011223344 \n", -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (web, 0)->source, ==, "web");
  g_assert_null (test_sink_opportunity (web, 0)->description);
  g_assert_cmpstr (test_sink_opportunity (linkedin, 0)->source, ==, "linkedin");
  g_assert_cmpstr (test_sink_opportunity (linkedin, 0)->title, ==, "Market scan");
}

static void
test_mail (void)
{
  g_autoptr (TestSink) sink = test_import ("Von: Ines\nBetreff: Umfrage\n\n  Hallo,\n\nwir suchen …", -1, NULL);
  const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

  g_assert_cmpstr (row->fact_source, ==, "mail");
  g_assert_cmpstr (row->source, ==, "mail");
  g_assert_cmpstr (row->description, ==, "Von: Ines\nBetreff: Umfrage\n\n  Hallo,\n\nwir suchen …");
}

static void
test_caps (void)
{
  g_autoptr (GString) text = g_string_new ("Scan\n");
  g_autoptr (TestSink) sink = NULL;
  g_autoptr (TestSink) none = test_sink_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < FOOTHOLD_LIMIT_LONG_TEXT + 100)
    g_string_append (text, "many words, ");
  sink = test_import (text->str, (gssize) text->len, NULL);
  g_assert_true (test_sink_says (sink, "description", "too long"));

  g_string_set_size (text, FOOTHOLD_LIMIT_PASTED + 1);
  memset (text->str, 'x', text->len);
  bytes = g_bytes_new (text->str, text->len);
  g_assert_false (foothold_import_bytes (bytes, NULL, &none->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-text/table", test_table);
  g_test_add_func ("/import-text/pay", test_pay);
  g_test_add_func ("/import-text/no-pay", test_no_pay);
  g_test_add_func ("/import-text/pay-around", test_pay_around);
  g_test_add_func ("/import-text/dates", test_dates);
  g_test_add_func ("/import-text/amounts", test_amounts);
  g_test_add_func ("/import-text/kept", test_kept);
  g_test_add_func ("/import-text/link", test_link);
  g_test_add_func ("/import-text/mail", test_mail);
  g_test_add_func ("/import-text/caps", test_caps);
  return g_test_run ();
}
