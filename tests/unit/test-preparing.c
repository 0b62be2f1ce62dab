// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "rules/foothold-interview.h"
#include "rules/foothold-letter.h"
#include "rules/foothold-resume-gaps.h"

/* What one writes before an application goes out and before an interview: the letter and what the résumé lacks. */

static void
test_letter (void)
{
  static const FootholdLetterSkill skills[] = {
    { "Figma", "redesigned the flyers of\nthe chess club" },
    { "Research", NULL },
    { "Excel", "  " },
    { "Writing", "two articles in the student paper" },
  };
  static const struct
  {
    FootholdLetterFacts facts; /* title, organisation, contact, sender, skills */
    const char *subject, *body;
  } cases[] = {
    { { "Logo design", "Acme", "Mara Lind", "Linh Nguyen", skills, 4 },
      "Application for “Logo design”",
      "Dear Mara Lind,\n\nI would like to apply for “Logo design” at Acme. This is what I bring to it:\n\n"
      "• Figma: redesigned the flyers of the chess club\n• Writing: two articles in the student paper\n\n"
      "I would be glad to tell you more, and to hear what matters most to you in this work.\n\n"
      "Kind regards\nLinh Nguyen\n" },
    /* nothing is claimed that nothing shows */
    { { "Logo\r\nBcc: all@example.org", NULL, NULL, NULL, skills + 1, 2 },
      "Application for “Logo Bcc: all@example.org”",
      "Hello,\n\nI would like to apply for “Logo Bcc: all@example.org”.\n\n"
      "I would be glad to tell you more, and to hear what matters most to you in this work.\n\nKind regards\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *subject = NULL;
      g_autofree char *body = NULL;

      foothold_letter_write (&cases[i].facts, &subject, &body);
      g_assert_cmpstr (subject, ==, cases[i].subject);
      g_assert_cmpstr (body, ==, cases[i].body);
    }
}

static void
test_resume (void)
{
  static const char *const skills[] = { "data analysis", "go", "c++", "c", "python", "łódź", "…", "ms-excel", NULL };
  static const struct
  {
    const char *resume, *gaps;
  } cases[] = {
    { "", "0 1 2 3 4 5 6 7" },
    { "analysis of survey data, in python", "1 2 3 5 6 7" },
    { "good at c++, ms excel and łódź…", "0 1 3 4" },
    { "c: a little. go.", "0 2 4 5 6 7" },
    { "c# and pythonic", "0 1 2 3 4 5 6 7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) gaps = foothold_resume_gaps (skills, cases[i].resume);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < gaps->len; k++)
        g_string_append_printf (text, "%s%u", k > 0 ? " " : "", g_array_index (gaps, guint, k));
      g_assert_cmpstr (text->str, ==, cases[i].gaps);
    }
}

static const FootholdLikelyQuestion *
find_question (GPtrArray *questions, const char *key)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((FootholdLikelyQuestion *) g_ptr_array_index (questions, i))->key, key))
      return g_ptr_array_index (questions, i);

  return NULL;
}

static void
test_questions (void)
{
  static const char *const english[] = { "C", NULL };
  static const char *const skills[] = { "Python", "{skill}", NULL };
  static const char *const folded[] = { "python", "{skill}", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdRuleFile) rules = foothold_rule_file_find ("interview", NULL, english, &error);
  g_autoptr (GPtrArray) general = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const FootholdLikelyQuestion *question;

  g_assert_no_error (error);
  general = foothold_interview_questions (rules, NULL, none, none);
  all = foothold_interview_questions (rules, "software", skills, folded);
  g_assert_cmpuint (general->len, ==, 9);
  g_assert_cmpuint (all->len, ==, 9 + 2 + 2);
  g_assert_cmpstr (((FootholdLikelyQuestion *) g_ptr_array_index (all, 0))->key, ==, "general/about-you");
  g_assert_nonnull (find_question (all, "area/software-bug"));
  g_assert_null (find_question (all, "area/design-brief"));
  question = find_question (all, "skill/python");
  g_assert_cmpstr (question->text, ==, "Can you tell us about a time you used Python?");
  g_assert_cmpstr (question->skill, ==, "Python");
  g_assert_cmpuint (strlen (question->hint), >, 10);
  /* what is filled in is not looked into again */
  g_assert_cmpstr (find_question (all, "skill/{skill}")->text, ==, "Can you tell us about a time you used {skill}?");
}

static void
test_open (void)
{
  static const struct
  {
    FootholdInterviewFacts facts; /* day, time, zone, kind, place, url, people */
    const char *open;
  } cases[] = {
    { { NULL }, "DTWP" },
    { { "2026-12-03", "14:00", NULL, NULL, NULL, NULL, 0 }, "WP" },
    { { "2026-12-03", "14:00", NULL, "video", NULL, NULL, 1 }, "ZL" },
    { { "2026-12-03", "14:00", "Europe/Warsaw", "phone", "+48 1", NULL, 1 }, "" },
    { { "2026-12-03", NULL, NULL, "on-site", NULL, "https://example.org", 2 }, "TO" },
    { { "2026-12-03", "09:00", NULL, "on-site", "Main Street 1", NULL, 2 }, "" },
    { { "2026-12-03", "09:00", NULL, "task", NULL, NULL, 0 }, "" },
    { { NULL, NULL, NULL, "other", "Café", NULL, 0 }, "DTP" },
  };
  static const char letters[] = "DTZOLWP";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) open = foothold_interview_open (&cases[i].facts);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < open->len; k++)
        g_string_append_c (text, letters[g_array_index (open, FootholdInterviewOpen, k)]);
      g_assert_cmpstr (text->str, ==, cases[i].open);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preparing/letter", test_letter);
  g_test_add_func ("/preparing/resume", test_resume);
  g_test_add_func ("/preparing/questions", test_questions);
  g_test_add_func ("/preparing/open", test_open);

  return g_test_run ();
}
