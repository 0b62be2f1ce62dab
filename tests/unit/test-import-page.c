// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import-fixture.h"

/* Saved pages as they come: wrapped, broken, in every character set, with and without a posting. */

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"
#define PAGE(head, body) "<!DOCTYPE html><html><head><title>Jobs</title>" head "</head><body>" body "</body></html>"
#define ONE "{\"@type\":\"JobPosting\",\"title\":\"Scan\"}"

static void
test_wrapped (void)
{
  static const char *const pages[] = {
    PAGE (LD (ONE), ""),
    PAGE ("", LD (ONE)),
    PAGE (LD ("<!-- " ONE " -->"), ""),
    PAGE (LD ("<![CDATA[" ONE "]]>"), ""),
    PAGE (LD ("//<![CDATA[\n" ONE "\n//]]>"), ""),
    PAGE (LD ("/*<![CDATA[*/" ONE "/*]]>*/"), ""),
    PAGE ("<!-- " LD (ONE) " -->", ""),
    PAGE (LD ("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\"}," ONE "]}"), ""),
    PAGE (LD ("[{\"@type\":\"WebSite\"}," ONE "]"), ""),
    PAGE (LD ("{\"@type\":\"WebPage\",\"mainEntity\":" ONE "}"), ""),
    PAGE (LD ("{\"@type\":[\"Thing\",\"JobPosting\"],\"title\":\"Scan\"}"), ""),
    PAGE (LD ("{\"@type\":\"https://schema.org/JobPosting\",\"title\":\"Scan\"}"), ""),
    PAGE (LD ("{\"@type\":\"schema:JobPosting\",\"schema:title\":\"Scan\"}"), ""),
    PAGE (LD ("{\"broken\": ") LD (ONE), ""),
    PAGE (LD ("not json at all") LD ("") LD (ONE), ""),
    PAGE (LD (ONE ";"), ""),
    PAGE (LD ("{\"@type\":\"JobPosting\",\"title\":\"Scan\",}"), ""),
    PAGE (LD ("{\"@type\":\"JobPosting\",\"title\":\"Sc\\u0061n\",\"x\":1e999,\"y\":[1,2,]}"), ""),
    PAGE (LD ("{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Scan&quot;}"), ""),
    PAGE ("<script type='application/ld+json; charset=utf-8'>" ONE "</script>", ""),
    PAGE ("<SCRIPT TYPE=\"Application/LD+JSON\">" ONE "</SCRIPT>", ""),
    "<script type=application/ld+json>" ONE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (TestSink) sink = NULL;

      g_test_message ("%s", pages[i]);
      sink = test_import (pages[i], -1, "page.html");
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Scan");
      g_assert_cmpint (test_sink_opportunity (sink, 0)->unread, ==, 0);
      g_assert_cmpint (sink->progress, >, 0);
    }
}

static void
test_broken_block_is_said (void)
{
  g_autoptr (TestSink) sink = test_import (PAGE (LD ("{\n\n\"a\" 1}") LD (ONE), ""), -1, NULL);

  g_assert_true (test_sink_says (sink, NULL, "Line 3"));
  g_assert_true (test_sink_says (sink, NULL, "Data block 1"));
}

static void
test_raw_controls (void)
{
  g_autoptr (TestSink) sink = test_import (PAGE (LD ("{\"@type\":\"JobPosting\",\"title\":\"Sc\tan\",\"description\":"
                                                     "\"<p>One\n\ttwo</p>\r\n<p>\x01Three</p>\"}"),
                                                 ""),
                                           -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Sc an");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->description, ==, "One two\n\nThree");
}

static void
test_double_escaped (void)
{
  g_autoptr (TestSink) sink = test_import (PAGE (LD ("{\"@type\":\"JobPosting\",\"title\":\"R&amp;amp;D\","
                                                     "\"description\":\"&lt;p&gt;One&lt;/p&gt;&lt;ul&gt;"
                                                     "&lt;li&gt;a &amp;amp; b&lt;/li&gt;&lt;/ul&gt;\"}"),
                                                 ""),
                                           -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (sink, 0)->description, ==, "One\n\n- a & b");
}

static void
test_references (void)
{
  g_autoptr (TestSink) sink =
    test_import (PAGE (LD ("{\"@graph\":[{\"@id\":\"#org\",\"@type\":\"Organization\",\"name\":\"Acme\"},"
                           "{\"@type\":\"JobPosting\",\"title\":\"Scan\",\"hiringOrganization\":{\"@id\":\"#org\"},"
                           "\"jobLocation\":{\"@id\":\"#place\"}}]}")
                         LD ("{\"@id\":\"#place\",\"@type\":\"Place\",\"address\":{\"@id\":\"#address\"}}")
                           LD ("{\"@id\":\"#address\",\"@type\":\"PostalAddress\",\"addressLocality\":\"Bonn\"}"),
                       ""),
                 -1, NULL);

  g_assert_cmpstr (test_sink_opportunity (sink, 0)->organisation, ==, "Acme");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->location, ==, "Bonn");
}

/* A node that refers to itself, and two that refer to each other, end. */
static void
test_circles (void)
{
  g_autoptr (TestSink) sink = test_import (PAGE (LD ("{\"@graph\":[{\"@id\":\"#a\",\"address\":{\"@id\":\"#b\"}},{\"@"
                                                     "id\":\"#b\",\"address\":{\"@id\":\"#a\"}},"
                                                     "{\"@type\":\"JobPosting\",\"@id\":\"#c\",\"title\":\"Scan\","
                                                     "\"hiringOrganization\":{\"@id\":\"#c\"},"
                                                     "\"jobLocation\":{\"@id\":\"#a\"}}]}"),
                                                 ""),
                                           -1, NULL);

  g_assert_cmpuint (sink->dossiers->len, ==, 1);
}

static void
test_several (void)
{
  g_autoptr (TestSink) sink =
    test_import (PAGE ("<link rel=canonical href=https://jobs.example/list>" LD (
                         "[{\"@type\":\"JobPosting\",\"title\":\"One\",\"url\":\"https://jobs.example/1\"},"
                         "{\"@type\":\"JobPosting\",\"title\":\"Two\"},{\"@type\":\"JobPosting\"},"
                         "{\"@type\":\"JobPosting\",\"title\":\"Two\"},{\"@id\":\"#x\",\"@type\":\"JobPosting\","
                         "\"title\":\"Three\"},"
                         "{\"@id\":\"#x\",\"@type\":\"JobPosting\",\"title\":\"Three\",\"industry\":\"Media\"}]"),
                       ""),
                 -1, "jobs.html");

  g_assert_cmpuint (sink->dossiers->len, ==, 3);
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "One");
  g_assert_cmpstr (test_sink_opportunity (sink, 1)->title, ==, "Two");
  /* the page's address is not that of any of several */
  g_assert_null (test_sink_opportunity (sink, 1)->url);
  g_assert_cmpstr (test_sink_opportunity (sink, 2)->industry, ==, "media");
  g_assert_true (test_sink_says (sink, NULL, "no title"));
}

static void
test_unread (void)
{
  g_autoptr (TestSink) sink =
    test_import (PAGE ("<meta property=og:url content=\"https://jobs.example/7\"><script>var x = 1;</script>",
                       "<nav>Home</nav><h1>Flyer for a fair</h1><p>About 10 hours, 200 €.</p>"),
                 -1, "/home/me/Flyer.htm");
  FootholdDossier *dossier = test_sink_dossier (sink, 0);
  const FootholdOpportunityRow *row = dossier->opportunity;

  g_assert_cmpint (row->unread, ==, 1);
  g_assert_cmpstr (row->title, ==, "Jobs");
  g_assert_cmpstr (row->description, ==, "## Flyer for a fair\n\nAbout 10 hours, 200 €.");
  g_assert_cmpstr (row->url, ==, "https://jobs.example/7");
  g_assert_cmpstr (row->fact_source, ==, "page");
  g_assert_cmpuint (dossier->facts->len, ==, 0);
  g_assert_null (row->apply_window);
  g_assert_cmpint (row->pay_gross_min, ==, GINT64_UNKNOWN);
  g_assert_cmpint (row->minutes_min, ==, GINT64_UNKNOWN);
  g_assert_cmpstr (((FootholdAttachmentRow *) g_ptr_array_index (dossier->attachments, 0))->name, ==, "Flyer.htm");
  g_assert_true (test_sink_says (sink, FOOTHOLD_NOT_READ, "Only the title"));

  /* it stays one, however often it is opened, until something of it is known */
  dossier->opportunity->unread = 0;
  g_assert_true (foothold_dossier_is_unread (dossier));
  foothold_dossier_add_fact (dossier, "minutes_min", "not-said", NULL);
  g_assert_false (foothold_dossier_is_unread (dossier));
  g_ptr_array_set_size (dossier->facts, 0);
  dossier->opportunity->location = g_strdup ("Jena");
  g_assert_false (foothold_dossier_is_unread (dossier));
  g_clear_pointer (&dossier->opportunity->location, g_free);
  foothold_dossier_add_skill (dossier, "Layout");
  g_assert_false (foothold_dossier_is_unread (dossier));
  g_ptr_array_set_size (dossier->skills, 0);
  g_assert_true (foothold_dossier_is_unread (dossier));
  g_set_str (&dossier->opportunity->fact_source, "typed");
  g_assert_false (foothold_dossier_is_unread (dossier));
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *head, *url;
  } cases[] = {
    { "<link rel=\"canonical\" href=\"https://a.example/1\"><meta property=\"og:url\" content=\"https://b.example\">",
      "https://a.example/1" },
    { "<meta property=\"og:url\" content=\"https://b.example/x\">", "https://b.example/x" },
    { "<!-- saved from url=(0021)https://c.example/y -->", "https://c.example/y" },
    { "<!-- saved from url=(0021)https://c.example/y --><link rel=canonical href=https://a.example>",
      "https://a.example" },
    { "<link rel=\"canonical\" href=\"javascript:alert(1)\">", NULL },
    { "<link rel=\"canonical\" href=\"/relative\">", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf (PAGE ("%s" LD (ONE), ""), cases[i].head);
      g_autoptr (TestSink) sink = test_import (page, -1, NULL);

      g_test_message ("%s", cases[i].head);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->url, ==, cases[i].url);
    }
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *charset, *meta, *bom, *title;
  } cases[] = {
    { "UTF-8", "", "", "Grüße aus Łódź" },
    { "UTF-8", "", "\xef\xbb\xbf", "Grüße aus Łódź" },
    { "UTF-16LE", "", "\xff\xfe", "Grüße aus Đà Nẵng" },
    { "UTF-16BE", "", "\xfe\xff", "Grüße aus Đà Nẵng" },
    { "UTF-16LE", "", "", "Grüße" },
    { "WINDOWS-1252", "", "", "Grüße – 20 €" },
    { "WINDOWS-1252", "<meta charset=iso-8859-1>", "", "Grüße – 20 €" },
    { "ISO-8859-2", "<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-2\">", "", "Praca: Łódź" },
    { "WINDOWS-1250", "<meta charset=\"windows-1250\">", "", "Praca: Łódź" },
    { "SHIFT_JIS", "<meta charset=\"Shift_JIS\">", "", "表示の仕事" },
    { "EUC-JP", "<meta charset='euc-jp'>", "", "短期インターン" },
    { "GB18030", "<meta charset=gb2312>", "", "实习" },
    { "EUC-KR", "<meta charset=euc-kr>", "", "인턴" },
    { "WINDOWS-1258", "<meta charset=windows-1258>", "", "Công ty" },
    { "UTF-8", "<meta charset=x-no-such-set>", "", "Grüße" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page =
        g_strdup_printf ("<!DOCTYPE html><html><head>%s" LD ("{\"@type\":\"JobPosting\",\"title\":\"%s\"}") "</head></"
                                                                                                            "html>",
                         cases[i].meta, cases[i].title);
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *encoded = g_convert (page, -1, cases[i].charset, "UTF-8", NULL, &length, &error);
      g_autoptr (GString) bytes = g_string_new (cases[i].bom);
      g_autoptr (TestSink) sink = NULL;

      g_assert_no_error (error);
      g_string_append_len (bytes, encoded, (gssize) length);
      g_test_message ("%s %s", cases[i].charset, cases[i].meta);
      sink = test_import (bytes->str, (gssize) bytes->len, "page.html");
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, cases[i].title);
      g_assert_cmpuint (sink->problems->len, ==, 0);
    }
}

/* Bytes that are no character become a sign and a line in the report; the page is imported. */
static void
test_broken_bytes (void)
{
  const char page[] = "<meta charset=utf-8><title>Gr\xfc\xdf"
                      "e</title><p>Text\0 more";
  g_autoptr (TestSink) sink = test_import (page, sizeof page - 1, NULL);

  g_assert_cmpuint (sink->dossiers->len, ==, 1);
  g_assert_true (g_utf8_validate (test_sink_opportunity (sink, 0)->title, -1, NULL));
  g_assert_true (test_sink_says (sink, "description", "characters"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *says;
  } cases[] = {
    { "", 0, "empty" },
    { "%PDF-1.7 ...", 12, "PDF" },
    { "SQLite format 3\0....", 20, "database" },
    { "bplist00....", 12, "Safari" },
    { "\x89PNG\r\n\x1a\n....", 12, "picture" },
    { "BEGIN:VCALENDAR\n", 16, "calendar" },
    { "word\x01\x02", 6, "neither a web page" },
    { "<html><head></head><body></body></html>", 39, "no text" },
    { "\0\0\0\0\0\0\0\0", 8, "neither" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = test_sink_new ();
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_false (foothold_import_bytes (bytes, "file", &sink->sink, NULL, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "Nothing was imported"));
      g_assert_cmpuint (sink->dossiers->len, ==, 0);
    }
}

static void
test_too_large (void)
{
  g_autofree char *data = g_strnfill (17 * 1024 * 1024, 'x');
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (data, "<html>", 6);
  bytes = g_bytes_new_take (g_steal_pointer (&data), 17 * 1024 * 1024);
  g_assert_false (foothold_import_bytes (bytes, "file", &sink->sink, NULL, &error));
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE);
}

/* A type is told by content: HTML under a name that says JSON, text before the first tag. */
static void
test_sniff (void)
{
  static const struct
  {
    const char *text;
    FootholdFormat format;
  } cases[] = {
    { "  <!DOCTYPE HTML><html>", FOOTHOLD_FORMAT_PAGE },
    { "<?xml version=\"1.0\"?><html xmlns=\"x\">", FOOTHOLD_FORMAT_PAGE },
    { "Some words first\n<div class=\"x\">", FOOTHOLD_FORMAT_PAGE },
    { "<!-- c --><p>x", FOOTHOLD_FORMAT_PAGE },
    { " {\"format\":1}", FOOTHOLD_FORMAT_JSON },
    { "\xef\xbb\xbf[1]", FOOTHOLD_FORMAT_JSON },
    { "a < b and c > d", FOOTHOLD_FORMAT_TEXT },
    { "Role,Company\nA,B\n", FOOTHOLD_FORMAT_CSV },
    { "PK\x03\x04", FOOTHOLD_FORMAT_ZIP },
    { "MIME-Version: 1.0\nContent-Type: multipart/related\n\n", FOOTHOLD_FORMAT_MHTML },
    { "<data><row/></data>", FOOTHOLD_FORMAT_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (foothold_import_sniff (bytes), ==, cases[i].format);
    }
}

/* A block below more elements than the parser goes down is found all the same. */
static void
test_deep (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (TestSink) sink = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (page, "<div>");
  g_string_append (page, LD (ONE));
  sink = test_import (page->str, (gssize) page->len, NULL);
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Scan");
}

static void
test_cancelled (void)
{
  g_autoptr (TestSink) sink = test_sink_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE (LD (ONE), ""), strlen (PAGE (LD (ONE), "")));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (foothold_import_bytes (bytes, NULL, &sink->sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (sink->dossiers->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-page/wrapped", test_wrapped);
  g_test_add_func ("/import-page/broken-block-is-said", test_broken_block_is_said);
  g_test_add_func ("/import-page/raw-controls", test_raw_controls);
  g_test_add_func ("/import-page/double-escaped", test_double_escaped);
  g_test_add_func ("/import-page/references", test_references);
  g_test_add_func ("/import-page/circles", test_circles);
  g_test_add_func ("/import-page/several", test_several);
  g_test_add_func ("/import-page/unread", test_unread);
  g_test_add_func ("/import-page/addresses", test_addresses);
  g_test_add_func ("/import-page/charsets", test_charsets);
  g_test_add_func ("/import-page/broken-bytes", test_broken_bytes);
  g_test_add_func ("/import-page/refused", test_refused);
  g_test_add_func ("/import-page/too-large", test_too_large);
  g_test_add_func ("/import-page/sniff", test_sniff);
  g_test_add_func ("/import-page/deep", test_deep);
  g_test_add_func ("/import-page/cancelled", test_cancelled);
  return g_test_run ();
}
