// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preparing/letter", test_letter);
  g_test_add_func ("/preparing/resume", test_resume);

  return g_test_run ();
}
