// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-limits.h"
#include "import-fixture.h"

/* Postings that a page describes with its attributes: microdata and RDFa, each case in both. */

#define NO GINT64_UNKNOWN

static TestSink *
import_body (const char *body)
{
  g_autofree char *page =
    g_strconcat ("<!doctype html><html><head><meta charset=utf-8><title>A page</title></head><body>", body,
                 "</body></html>", NULL);

  return test_import (page, -1, "page.html");
}

#define ORGANISATION_M "<div itemprop='hiringOrganization' itemscope itemtype='https://schema.org/Organization'>"
#define SALARY_M \
  "<div itemprop=baseSalary itemscope itemtype='https://schema.org/MonetaryAmount'>" \
  "<meta itemprop=currency content=EUR><div itemprop=value itemscope itemtype='https://schema.org/QuantitativeValue'>" \
  "<span itemprop=minValue>18</span> to <span itemprop=maxValue content='22.50'>22.50 €</span>" \
  "<meta itemprop=unitText content=HOUR></div></div>"
#define PLACE_M \
  "<span itemprop=jobLocation itemscope itemtype='http://schema.org/Place'><span itemprop=address itemscope " \
  "itemtype='http://schema.org/PostalAddress'><b itemprop=addressLocality>Kiel</b>, <i itemprop=addressCountry>DE" \
  "</i></span></span>"

static const char *const whole[] = {
  /* microdata */
  "<div itemscope itemtype='https://schema.org/JobPosting'><h1><a itemprop='title' href='/jobs/1'>Competitor &amp; "
  "market scan</a></h1>" ORGANISATION_M "<span itemprop=name>Nordlicht <b>GmbH</b></span></div>"
  "<div itemprop=description><p>Find five competitors.</p><ul><li>Price</li><li>Reach</li></ul></div>"
  "<time itemprop=datePosted datetime=2026-11-02>last week</time> "
  "<meta itemprop=validThrough content='Wed Dec 02 02:00:00 UTC 2026'>"
  "<link itemprop=employmentType href='https://schema.org/INTERN'><meta itemprop=timeRequired "
  "content=PT20H>" PLACE_M SALARY_M "<ol itemprop=responsibilities><li>Read</li><li>Write</li></ol><a itemprop=url "
  "href='https://jobs.example/1'>This job</a><span itemprop=skills>Excel, Market research</span></div>",
  /* RDFa */
  "<div vocab='https://schema.org/' typeof='JobPosting'><h1 property='title'>Competitor &amp; market scan</h1>"
  "<div property=hiringOrganization typeof=Organization><span property=name>Nordlicht <b>GmbH</b></span></div>"
  "<div property=description><p>Find five competitors.</p><ul><li>Price</li><li>Reach</li></ul></div>"
  "<time property=datePosted datetime=2026-11-02>last week</time> "
  "<meta property=validThrough content='Wed Dec 02 02:00:00 UTC 2026'>"
  "<link property=employmentType href='https://schema.org/INTERN'><meta property=timeRequired content=PT20H>"
  "<span property=jobLocation typeof=Place><span property=address typeof=PostalAddress><b "
  "property=addressLocality>Kiel</b>, <i property=addressCountry>DE</i></span></span>"
  "<div property=baseSalary typeof=MonetaryAmount><meta property=currency content=EUR><div property=value "
  "typeof=QuantitativeValue><span property=minValue>18</span> to <span property=maxValue content='22.50'>22.50 "
  "€</span><meta property=unitText content=HOUR></div></div><ol property=responsibilities><li>Read</li><li>Write</li>"
  "</ol><a property=url href='https://jobs.example/1'>This job</a><span property=skills>Excel, Market research</span>"
  "</div>",
  /* RDFa with a prefix of its own and the organisation elsewhere */
  "<div prefix='s: http://schema.org/ og: http://ogp.me/ns#'><div typeof='s:JobPosting'><meta property='og:title' "
  "content='No'><h1 property='s:title'>Competitor &amp; market scan</h1>"
  "<link property='s:hiringOrganization' typeof='s:Organization' resource='#host'>"
  "<div property='s:description'><p>Find five competitors.</p><ul><li>Price</li><li>Reach</li></ul></div>"
  "<time property='s:datePosted' datetime=2026-11-02>last week</time> "
  "<meta property='s:validThrough' content='Wed Dec 02 02:00:00 UTC 2026'>"
  "<link property='s:employmentType' href='https://schema.org/INTERN'><meta property='s:timeRequired' content=PT20H>"
  "<span property='s:jobLocation' typeof='s:Place'><span property='s:address' typeof='s:PostalAddress'><b "
  "property='s:addressLocality'>Kiel</b>, <i property='s:addressCountry'>DE</i></span></span>"
  "<div property='s:baseSalary' typeof='s:MonetaryAmount'><meta property='s:currency' content=EUR><div "
  "property='s:value' typeof='s:QuantitativeValue'><span property='s:minValue'>18</span> to <span "
  "property='s:maxValue' content='22.50'>22.50 €</span><meta property='s:unitText' content=HOUR></div></div><ol "
  "property='s:responsibilities'><li>Read</li><li>Write</li></ol><a property='s:url' "
  "href='https://jobs.example/1'>This job</a><span property='s:skills'>Excel, Market research</span></div></div>"
  "<footer resource='#host' typeof='s:Organization'><b property='s:name'>Nordlicht <b>GmbH</b></b></footer>",
};

static void
test_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autoptr (TestSink) sink = import_body (whole[i]);
      const FootholdDossier *dossier = test_sink_dossier (sink, 0);
      const FootholdOpportunityRow *row = dossier->opportunity;

      g_test_message ("%u", i);
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_cmpuint (sink->problems->len, ==, 0);
      g_assert_false (row->unread);
      g_assert_cmpstr (row->title, ==, "Competitor & market scan");
      g_assert_cmpstr (row->organisation, ==, "Nordlicht GmbH");
      g_assert_cmpstr (row->description, ==, "Find five competitors.\n\n- Price\n- Reach");
      g_assert_cmpstr (row->scope, ==, "1. Read\n2. Write");
      g_assert_cmpstr (row->posted_on, ==, "2026-11-02");
      g_assert_cmpstr (row->apply_by, ==, "2026-12-02");
      g_assert_cmpstr (row->apply_by_time, ==, "02:00");
      g_assert_cmpstr (row->apply_by_zone, ==, "Etc/UTC");
      g_assert_cmpstr (row->kind, ==, "micro-internship");
      g_assert_cmpint (row->minutes_min, ==, 1200);
      g_assert_cmpstr (row->location, ==, "Kiel");
      g_assert_cmpstr (row->country, ==, "DE");
      g_assert_cmpint (row->pay_gross_min, ==, 1800);
      g_assert_cmpint (row->pay_gross_max, ==, 2250);
      g_assert_cmpstr (row->currency, ==, "EUR");
      g_assert_cmpstr (row->pay_period, ==, "hour");
      g_assert_cmpstr (row->url, ==, "https://jobs.example/1");
      g_assert_cmpstr (row->fact_source, ==, "page");
      g_assert_cmpuint (dossier->skills->len, ==, 2);
      g_assert_cmpuint (dossier->attachments->len, ==, 1);
    }
}

#define JOB_M "<div itemscope itemtype='https://schema.org/JobPosting'>"

/* What each body's first posting is called and who offers it; and how many there are. */
static void
test_shapes (void)
{
  static const struct
  {
    const char *body, *title, *organisation;
    guint n;
  } cases[] = {
    /* several, and things that are none */
    { JOB_M "<b itemprop=title>One</b></div>" JOB_M "<b itemprop=title>Two</b></div><div itemscope itemtype="
            "'https://schema.org/Person'><b itemprop=name>No</b></div>",
      "One", NULL, 2 },
    { "<p vocab='http://schema.org/' typeof=JobPosting><b property=title>One</b></p><p vocab='http://schema.org/' "
      "typeof=JobPosting><b property=title>Two</b></p>",
      "One", NULL, 2 },
    /* itemref: a property, an item, a circle, the item itself, one that is not there */
    { JOB_M "</div><b id=t itemprop=title>No</b>"
            "<div itemscope itemtype='https://schema.org/JobPosting' itemref='t2 o x'></div><b id=t2 itemprop=title>Far"
            "</b><div id=o itemprop=hiringOrganization itemscope><i itemprop=name>Host</i></div>",
      /* the first has no title of its own; the page's is nobody's where there are two */
      "Far", "Host", 1 },
    { "<div id=a itemscope itemtype='https://schema.org/JobPosting' itemref='a b'><b itemprop=title>Round</b></div>"
      "<div id=b itemprop=hiringOrganization itemscope itemref=c><i itemprop=name>Host</i></div>"
      "<div id=c itemprop=makesOffer itemscope itemref=b></div>",
      "Round", "Host", 1 },
    /* one place for two */
    { "<div itemscope itemtype='https://schema.org/JobPosting' itemref=h><b itemprop=title>One</b></div><div itemscope "
      "itemtype='https://schema.org/JobPosting' itemref=h><b itemprop=title>Two</b></div>"
      "<div id=h itemprop=hiringOrganization itemscope><i itemprop=name>Host</i></div>",
      "One", "Host", 2 },
    /* a property inside a property's text */
    { JOB_M "<p itemprop=description>At <b itemprop=hiringOrganization>Acme</b> do <i itemprop='title name'>this"
            "</i>.</p></div>",
      "this", "Acme", 1 },
    /* an item inside another one's posting is not the posting's */
    { JOB_M "<b itemprop=title>Mine</b><div itemscope itemtype='https://schema.org/Person'><b itemprop=title>Dr</b>"
            "</div></div>",
      "Mine", NULL, 1 },
    /* an organisation that is a link */
    { JOB_M "<b itemprop=title>T</b><a itemprop=hiringOrganization href='https://acme.example'>Acme</a></div>", "T",
      "Acme", 1 },
    { JOB_M "<b itemprop=title>T</b><a itemprop=hiringOrganization href='https://www.acme.example'></a></div>", "T",
      "acme.example", 1 },
    /* upper case, no schema.org, several types */
    { "<DIV ITEMSCOPE ITEMTYPE='http://schema.org/Thing http://schema.org/JobPosting'><B ITEMPROP=title>T</B></DIV>",
      "T", NULL, 1 },
    /* the same in both ways and in JSON-LD is one; what the ways say differently is as the first has it */
    { "<div itemscope itemtype='https://schema.org/JobPosting' vocab='https://schema.org/' typeof=JobPosting><b "
      "itemprop=title property=title>Both</b></div>",
      "Both", NULL, 1 },
    { JOB_M "<b itemprop=title>Attributes</b></div><script type='application/ld+json'>{\"@type\":\"JobPosting\","
            "\"title\":\"Data\"}</script>",
      "Data", NULL, 1 },
    { JOB_M "<b itemprop=title>Attributes</b></div><script type='application/ld+json'>{\"@type\":\"JobPo</script>",
      "Attributes", NULL, 1 },
    /* RDFa: what is said of a resource elsewhere */
    { "<div vocab='https://schema.org/' resource='#j' typeof=JobPosting></div><div vocab='https://schema.org/'"
      " resource='#j'><b property=title>No type here</b></div>",
      "A page", NULL, 1 },
    /* names from elsewhere alone are none of ours */
    { "<div typeof='foaf:Person'><b property='foaf:name'>N</b></div><p>Text</p>", "A page", NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestSink) sink = import_body (cases[i].body);

      g_test_message ("%u: %s", i, cases[i].body);
      g_assert_cmpuint (sink->dossiers->len, ==, cases[i].n);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, cases[i].title);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->organisation, ==, cases[i].organisation);
      if (cases[i].n == 2)
        g_assert_cmpstr (test_sink_opportunity (sink, 1)->organisation, ==, cases[i].organisation);
    }
}

#define DATA(members) "<script type='application/ld+json'>{\"@type\":\"JobPosting\"," members "}</script>"

/* Two descriptions of one posting fill each other's gaps: first the data, then microdata, then RDFa. */
static void
test_ways (void)
{
  static const char *const more[] = {
    JOB_M "<b itemprop=title>Market scan</b>" ORGANISATION_M "<b itemprop=name>Nordlicht</b></div>" PLACE_M SALARY_M
          "<meta itemprop=validThrough content=2026-12-02><meta itemprop=employmentType content=INTERN>"
          "<p itemprop=description>Another text.</p><i itemprop=skills>Excel</i></div>",
    "<div vocab='https://schema.org/' typeof=JobPosting><b property=title>Market scan</b>"
    "<div property=hiringOrganization typeof=Organization><b property=name>Nordlicht</b></div>"
    "<span property=jobLocation typeof=Place><span property=address typeof=PostalAddress><b property=addressLocality>"
    "Kiel</b></span></span><div property=baseSalary typeof=MonetaryAmount><meta property=currency content=EUR><div "
    "property=value typeof=QuantitativeValue><b property=minValue>18</b><meta property=unitText content=HOUR></div>"
    "</div><meta property=validThrough content=2026-12-02><meta property=employmentType content=INTERN>"
    "<p property=description>Another text.</p><i property=skills>Excel</i></div>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autofree char *body =
        g_strconcat (DATA ("\"title\":\"Market Scan\",\"description\":\"The text.\",\"validThrough\":\"2026-02-31\""),
                     more[i], NULL);
      g_autoptr (TestSink) sink = import_body (body);
      const FootholdOpportunityRow *row = test_sink_opportunity (sink, 0);

      g_test_message ("%u", i);
      g_assert_cmpuint (sink->dossiers->len, ==, 1);
      g_assert_cmpstr (row->title, ==, "Market Scan");
      g_assert_cmpstr (row->description, ==, "The text.");
      g_assert_cmpstr (row->organisation, ==, "Nordlicht");
      g_assert_cmpstr (row->location, ==, "Kiel");
      g_assert_cmpstr (row->apply_by, ==, "2026-12-02");
      g_assert_cmpint (row->pay_gross_min, ==, 1800);
      g_assert_cmpstr (row->currency, ==, "EUR");
      g_assert_cmpstr (row->pay_period, ==, "hour");
      g_assert_cmpstr (row->kind, ==, "internship");
      g_assert_cmpuint (test_sink_dossier (sink, 0)->skills->len, ==, 1);
      g_assert_cmpuint (test_sink_dossier (sink, 0)->attachments->len, ==, 1);
      g_assert_cmpuint (test_sink_dossier (sink, 0)->pages->len, ==, 1);
      g_assert_cmpstr (test_sink_dossier (sink, 0)->where, ==, "Posting 1");
      /* the day that is none is said of the way that says it */
      g_assert_cmpuint (sink->problems->len, ==, 1);
      g_assert_true (test_sink_says (sink, "apply_by", "2026-02-31"));
    }
}

/* Of several, each finds its own; what only one way has comes too; what both say wrong is said once. */
static void
test_ways_of_several (void)
{
  g_autoptr (TestSink) sink =
    import_body (DATA ("\"title\":\"One\",\"jobLocation\":\"Kiel\",\"validThrough\":\"never\"")
                   DATA ("\"title\":\"One\",\"jobLocation\":\"Hue\"") DATA ("\"title\":\"Two\"") JOB_M
                 "<b itemprop=title>Three</b></div>" JOB_M "<b itemprop=title>two</b><b itemprop=jobLocation>Lodz</b>"
                 "</div>" JOB_M "<b itemprop=title>One</b><b itemprop=jobLocation>hue</b><i itemprop=skills>Excel</i>"
                 "</div>" JOB_M "<b itemprop=title>One</b><b itemprop=jobLocation>Kiel</b><i itemprop=skills>Python</i>"
                 "<meta itemprop=validThrough content=never></div>" JOB_M "</div>");
  static const struct
  {
    const char *title, *place, *skill;
  } expected[] = {
    { "One", "Kiel", "Python" },
    { "One", "Hue", "Excel" },
    { "Two", "Lodz", NULL },
    { "Three", NULL, NULL },
  };

  g_assert_cmpuint (sink->dossiers->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const FootholdDossier *dossier = test_sink_dossier (sink, i);

      g_assert_cmpstr (dossier->opportunity->title, ==, expected[i].title);
      g_assert_cmpstr (dossier->opportunity->location, ==, expected[i].place);
      g_assert_cmpuint (dossier->skills->len, ==, expected[i].skill != NULL ? 1 : 0);
      if (expected[i].skill != NULL)
        g_assert_cmpstr (g_ptr_array_index (dossier->skills, 0), ==, expected[i].skill);
    }
  g_assert_cmpuint (sink->problems->len, ==, 1);
}

/* An address without a site is told from the page's base, else from its address. */
static void
test_base (void)
{
  static const struct
  {
    const char *head, *href, *url;
  } cases[] = {
    { "<base target=_top><base href='https://jobs.example/de/'><base href='https://no.example/'>", "42.html",
      "https://jobs.example/de/42.html" },
    { "<base href='https://jobs.example/de/'>", "/42?a=1", "https://jobs.example/42?a=1" },
    { "<base href='/en/'><link rel=canonical href='https://jobs.example/list'>", "42", "https://jobs.example/en/42" },
    { "<link rel=canonical href='https://jobs.example/a/list'>", "42", "https://jobs.example/a/42" },
    { "<base href='https://jobs.example/de/'>", "https://other.example/1", "https://other.example/1" },
    { "<base href='https://jobs.example/de/'>", "javascript:apply()", NULL },
    { "<base href='javascript:x'>", "42", NULL },
    { "", "42", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<!doctype html><html><head><title>A page</title>%s</head><body>" JOB_M
                                               "<b itemprop=title>One</b><a itemprop=url href='%s'>x</a></div>" JOB_M
                                               "<b itemprop=title>Two</b></div></body></html>",
                                               cases[i].head, cases[i].href);
      g_autoptr (TestSink) sink = test_import (page, -1, "page.html");

      g_test_message ("%u", i);
      g_assert_cmpstr (test_sink_opportunity (sink, 0)->url, ==, cases[i].url);
      g_assert_cmpuint (sink->problems->len, ==, cases[i].url == NULL ? 1 : 0);
    }
}

/* What a page makes of references and nesting stays within the caps, and its one posting is read. */
static void
test_bounded (void)
{
  g_autoptr (GString) page = g_string_new (NULL);

  /* many items that all refer to one long part */
  for (guint i = 0; i < 2000; i++)
    g_string_append (page, "<div itemscope itemtype='https://schema.org/JobPosting' itemref=long></div>");
  g_string_append (page, "<div id=long>");
  for (guint i = 0; i < 3000; i++)
    g_string_append (page, "<b itemprop=skills>Word</b>");
  g_string_append (page, "<b itemprop=title>T</b></div>");
  {
    g_autoptr (TestSink) sink = import_body (page->str);

    g_assert_cmpuint (sink->dossiers->len, <=, FOOTHOLD_LIMIT_POSTINGS);
    g_assert_cmpuint (sink->dossiers->len, >, 0);
  }

  /* properties in each other's text, deeper than anybody writes */
  g_string_assign (page, JOB_M "<b itemprop=title>T</b>");
  for (guint i = 0; i < 200; i++)
    g_string_append (page, "<div itemprop=description>x");
  for (guint i = 0; i < 3000; i++)
    g_string_append (page, "long long text ");
  {
    g_autoptr (TestSink) sink = import_body (page->str);

    g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "T");
    g_assert_cmpuint (strlen (test_sink_opportunity (sink, 0)->description), <=, FOOTHOLD_LIMIT_LONG_TEXT);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-markup/whole", test_whole);
  g_test_add_func ("/page-markup/shapes", test_shapes);
  g_test_add_func ("/page-markup/ways", test_ways);
  g_test_add_func ("/page-markup/ways-of-several", test_ways_of_several);
  g_test_add_func ("/page-markup/base", test_base);
  g_test_add_func ("/page-markup/bounded", test_bounded);
  return g_test_run ();
}
