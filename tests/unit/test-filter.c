/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/foothold-filter.h"

#include <string.h>

/* What is typed above the list: terms, words that are left, sentences for what is not understood. */

static const FootholdFilterOwnTerm falconry = { "area", "own-falconry", "Falconry" };

static void
context_init (FootholdFilterContext *context, GPtrArray *own)
{
  *context = (FootholdFilterContext) { .currency = "EUR", .own_terms = own };
  g_date_clear (&context->today, 1);
  g_date_set_dmy (&context->today, 28, 11, 2026);
}

static void
test_example (void)
{
  FootholdFilterContext context;
  g_autoptr (FootholdFilter) filter = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  context_init (&context, NULL);
  filter = foothold_filter_parse (
    "pay:>20 remote skill:python dashboards area:data due:<2w hours:5..15 is:starred source:linkedin", &context);
  g_assert_null (foothold_filter_get_problem (filter));
  g_assert_cmpstr (filter->text, ==, "dashboards");
  for (guint i = 0; i < filter->terms->len; i++)
    {
      g_autofree char *words = foothold_filter_term_words (g_ptr_array_index (filter->terms, i), &context);

      g_string_append_printf (all, "%s; ", words);
    }
  g_assert_cmpstr (all->str, ==,
                   "Pay an Hour: > 20 EUR; Remote; Skill: python; Area: Data Entry and Clean-Up or Data Analysis; "
                   "Apply By: 28 Nov 2026 – 11 Dec 2026; Hours: 5 h – 15 h; Starred; Found Through: LinkedIn; ");
}

static void
test_ranges (void)
{
  const gint64 today = 739948; /* 28 November 2026 as GDate counts */
  const struct
  {
    const char *text;
    gint64 min, max;
  } cases[] = {
    { "pay:20", 2000, 2000 },
    { "pay:>=20", 2000, FOOTHOLD_FILTER_MOST },
    { "pay:≥20", 2000, FOOTHOLD_FILTER_MOST },
    { "pay:<12.50", FOOTHOLD_FILTER_LEAST, 1249 },
    { "pay:<12,50", FOOTHOLD_FILTER_LEAST, 1249 },
    { "pay:>3000jpy", 3001, FOOTHOLD_FILTER_MOST },
    { "pay:€15..€20", 1500, 2000 },
    { "pay:15-20", 1500, 2000 },
    { "pay:15–20eur", 1500, 2000 },
    { "pay:20..15", 1500, 2000 },
    { "hours:5..15", 300, 900 },
    { "hours:<7.5h", FOOTHOLD_FILTER_LEAST, 449 },
    { "hours:..10", FOOTHOLD_FILTER_LEAST, 600 },
    { "hours:10..", 600, FOOTHOLD_FILTER_MOST },
    { "fit:>0.6", 6000, FOOTHOLD_FILTER_MOST },
    { "fit:<=,25", FOOTHOLD_FILTER_LEAST, 2500 },
    { "fit:40%..0,8125", 4000, 8125 },
    { "fit:1", 10000, 10000 },
    { "due:today", today, today },
    { "due:<2w", today, today + 13 },
    { "due:<=2w", today, today + 14 },
    { "due:2w", today, today + 14 },
    { "due:>1m", today + 31, FOOTHOLD_FILTER_MOST },
    { "due:<tomorrow", FOOTHOLD_FILTER_LEAST, today },
    { "due:2026-12-01..2026-12-24", today + 3, today + 26 },
    { "due:>2026-12-01", today + 4, FOOTHOLD_FILTER_MOST },
    { "posted:<2w", today - 13, today },
    { "posted:>2w", FOOTHOLD_FILTER_LEAST, today - 15 },
    { "added:1w..4w", today - 28, today - 7 },
  };
  FootholdFilterContext context;

  context_init (&context, NULL);
  g_assert_cmpint (g_date_get_julian (&context.today), ==, today);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdFilter) filter = foothold_filter_parse (cases[i].text, &context);
      const FootholdFilterTerm *term;

      if (filter->terms->len != 1)
        g_error ("%s: %s", cases[i].text, foothold_filter_get_problem (filter));
      term = g_ptr_array_index (filter->terms, 0);
      if (term->min != cases[i].min || term->max != cases[i].max)
        g_error ("%s: %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, cases[i].text, term->min, term->max);
    }
}

static void
test_values (void)
{
  const struct
  {
    const char *text, *values, *rest;
    gboolean negated, unknown;
  } cases[] = {
    { "remote", "remote", "", FALSE, FALSE },
    { "-remote", "remote", "", TRUE, FALSE },
    { "On-site", "on-site", "", FALSE, FALSE },
    { "AREA:design", "design", "", FALSE, FALSE },
    { "-area:design,data", "design|data-entry|data-analysis", "", TRUE, FALSE },
    { "area:falcon", "own-falconry", "", FALSE, FALSE },
    { "skill:\"Google Sheets\"", "Google Sheets", "", FALSE, FALSE },
    { "skill:“Google Sheets”,sql survey", "Google Sheets|sql", "survey", FALSE, FALSE },
    { "country:Germany", "DE", "", FALSE, FALSE },
    { "hours:?", "", "", FALSE, TRUE },
    { "paid:unpaid", "unpaid", "", FALSE, FALSE },
    { "is:starred,unread", "starred|unread", "", FALSE, FALSE },
  };
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  FootholdFilterContext context;

  g_ptr_array_add (own, (gpointer) &falconry);
  context_init (&context, own);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdFilter) filter = foothold_filter_parse (cases[i].text, &context);
      const FootholdFilterTerm *term;
      g_autofree char *values = NULL;

      if (filter->terms->len != 1)
        g_error ("%s: %s", cases[i].text, foothold_filter_get_problem (filter));
      term = g_ptr_array_index (filter->terms, 0);
      values = term->values != NULL ? g_strjoinv ("|", term->values) : g_strdup ("");
      g_assert_cmpstr (values, ==, cases[i].values);
      g_assert_cmpstr (filter->text, ==, cases[i].rest);
      g_assert_cmpint (term->negated, ==, cases[i].negated);
      g_assert_cmpint (term->unknown, ==, cases[i].unknown);
    }
}

/* What is no term stays a search, what looks like one and is wrong gets a sentence. */
static void
test_left_over (void)
{
  const struct
  {
    const char *text, *rest, *problem;
  } cases[] = {
    { "", "", NULL },
    { "  da  nang ", "da nang", NULL },
    { "\"remote sensing\"", "\"remote sensing\"", NULL },
    { "https://example.org/a:b", "https://example.org/a:b", NULL },
    { "Re: offer", "Re: offer", NULL },
    { "- x -", "- x -", NULL },
    { ":x", ":x", NULL },
    { "pay:lots", "", "“lots” is no pay: write >20, 15..25 or >20eur" },
    { "pay:>20usd..30eur", "", "“>20usd..30eur” is no pay: write >20, 15..25 or >20eur" },
    { "due:<0x", "", "“<0x” is no date: write <2w, today or 2026-12-01..2026-12-24" },
    { "due:2026-02-30", "", "“2026-02-30” is no date: write <2w, today or 2026-12-01..2026-12-24" },
    { "hours:..", "", "“..” is no number of hours: write <20 or 5..15" },
    { "mode:nowhere maps", "maps", "“mode:” does not know “nowhere”; it knows remote, hybrid, on-site" },
    { "is:?", "", NULL },
    { "skills:python maps", "maps", "No filter is called “skills”. Did you mean “skill:”?" },
    { "-hour:5", "", "No filter is called “hour”. Did you mean “hours:”?" },
    { "deadline:<2w", "",
      "No filter is called “deadline”. A deadline is asked for with “due:”, money with “pay:”, time with “hours:”." },
    { "9:30", "9:30", NULL },
    { "area:", "", "Something is missing behind “area:”" },
    { "country:Atlantis", "", "“Atlantis” is no country: its name or its two letters are understood" },
  };
  FootholdFilterContext context;

  context_init (&context, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FootholdFilter) filter = foothold_filter_parse (cases[i].text, &context);

      g_assert_cmpuint (filter->terms->len, ==, 0);
      g_assert_cmpstr (filter->text, ==, cases[i].rest);
      if (cases[i].problem != NULL)
        g_assert_cmpstr (foothold_filter_get_problem (filter), ==, cases[i].problem);
    }
}

/* A chip's × takes away its own words and nothing else. */
static void
test_change_text (void)
{
  static const char text[] = "maps  remote due:<2w  survey";
  FootholdFilterContext context;
  g_autoptr (FootholdFilter) filter = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *with = NULL;
  g_autofree char *quoted = NULL;

  context_init (&context, NULL);
  filter = foothold_filter_parse (text, &context);
  first = foothold_filter_without (text, g_ptr_array_index (filter->terms, 0));
  second = foothold_filter_without (text, g_ptr_array_index (filter->terms, 1));
  with = foothold_filter_with ("maps ", FOOTHOLD_FILTER_AREA, "design");
  quoted = foothold_filter_with (NULL, FOOTHOLD_FILTER_SKILL, "Google Sheets");
  g_assert_cmpstr (first, ==, "maps due:<2w  survey");
  g_assert_cmpstr (second, ==, "maps  remote survey");
  g_assert_cmpstr (with, ==, "maps area:design");
  g_assert_cmpstr (quoted, ==, "skill:\"Google Sheets\"");
}

static const char *const *
skill_names (FootholdFilterKey key, gpointer user_data)
{
  static const char *const names[] = { "Python", "Phở cooking", "SQL", NULL };

  return key == FOOTHOLD_FILTER_SKILL ? names : NULL;
}

static void
test_complete (void)
{
  const struct
  {
    const char *text;
    guint cursor, n, at;
    const char *piece, *whole, *words;
  } cases[] = {
    { "ar", 2, 1, 0, "area:", "area:", "Area" },
    { "maps area:d now", 11, 3, 1, "area:data-analysis", "maps area:data-analysis now", "Area: Data Analysis" },
    { "area:falc", 9, 1, 0, "area:own-falconry", "area:own-falconry ", "Area: Falconry" },
    { "skill:p", 7, 2, 1, "skill:\"Phở cooking\"", "skill:\"Phở cooking\" ", "Skill: Phở cooking" },
    { "-is:star", 8, 1, 0, "is:starred", "-is:starred ", "Mark: Starred" },
    { "due:", 4, 4, 2, "due:<2w", "due:<2w ", "Apply By: <2w" },
    { "\"area", 5, 0, 0, NULL, NULL, NULL },
    { "is:starred", 10, 0, 0, NULL, NULL, NULL }, /* nothing to go on to */
    { "-skill:\"Phở cooking\" a", 15, 0, 0, NULL, NULL, NULL },
    { "area:d maps", 11, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  FootholdFilterContext context;

  g_ptr_array_add (own, (gpointer) &falconry);
  context_init (&context, own);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found =
        foothold_filter_complete (cases[i].text, cases[i].cursor, &context, skill_names, NULL, 8);
      const FootholdFilterCompletion *completion;

      if (found->len != cases[i].n)
        g_error ("%s: %u", cases[i].text, found->len);
      if (cases[i].n == 0)
        continue;
      completion = g_ptr_array_index (found, cases[i].at);
      g_assert_cmpstr (completion->piece, ==, cases[i].piece);
      g_assert_cmpstr (completion->text, ==, cases[i].whole);
      g_assert_cmpstr (completion->words, ==, cases[i].words);
      g_assert_cmpuint (completion->cursor, <=, g_utf8_strlen (completion->text, -1));
    }
}

/* Any text is read without harm, and every term says where it stands. */
static void
test_random (void)
{
  static const char *const bits[] = { "pay:", "area:", "-", "\"", " ", "remote", "<", "..",  "2w",
                                      "?",    ",",     "“", "đ",  ":", "9",      "=", "is:", "due:" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261128);
  FootholdFilterContext context;

  context_init (&context, NULL);
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (FootholdFilter) filter = NULL;
      g_autoptr (GPtrArray) found = NULL;
      const gint n = g_rand_int_range (rand, 0, 12);

      for (gint i = 0; i < n; i++)
        g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
      filter = foothold_filter_parse (text->str, &context);
      for (guint i = 0; i < filter->terms->len; i++)
        {
          const FootholdFilterTerm *term = g_ptr_array_index (filter->terms, i);
          g_autofree char *words = foothold_filter_term_words (term, &context);
          g_autofree char *without = foothold_filter_without (text->str, term);

          g_assert_cmpuint (term->start, <, term->end);
          g_assert_cmpuint (term->end, <=, text->len);
          g_assert_true (term->min <= term->max || term->min == FOOTHOLD_FILTER_LEAST
                         || term->max == FOOTHOLD_FILTER_MOST || term->min == term->max + 1);
          g_assert_cmpuint (strlen (without), <, text->len);
        }
      found = foothold_filter_complete (text->str, (guint) g_rand_int_range (rand, 0, 20), &context, NULL, NULL, 5);
      g_assert_cmpuint (found->len, <=, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/example", test_example);
  g_test_add_func ("/filter/ranges", test_ranges);
  g_test_add_func ("/filter/values", test_values);
  g_test_add_func ("/filter/left-over", test_left_over);
  g_test_add_func ("/filter/change-text", test_change_text);
  g_test_add_func ("/filter/complete", test_complete);
  g_test_add_func ("/filter/random", test_random);

  return g_test_run ();
}
