// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-follow-up.h"

/* The first draft of a follow-up: whatever is known, it reads as one mail. */

static void
test_cases (void)
{
  static const struct
  {
    FootholdFollowUpFacts facts; /* title, organisation, contact, sender, sent, interviewed, asked */
    const char *subject, *begins, *ends;
  } cases[] = {
    { { "Logo design", "Acme", "Mara Lind", "Linh Nguyen", "3 Nov 2026" },
      "My application for “Logo design”",
      "Dear Mara Lind,\n\nI applied for “Logo design” at Acme on 3 Nov 2026. I am still very interested in it.",
      "\n\nKind regards\nLinh Nguyen\n" },
    { { "Logo design", NULL, NULL, NULL, NULL },
      "My application for “Logo design”",
      "Hello,\n\nI applied for “Logo design” some time ago. I am still",
      "\n\nKind regards\n" },
    { { "Survey", "Acme", "", "", "3 Nov 2026", "12 Nov 2026" },
      "My application for “Survey”",
      "Hello,\n\nThank you again for talking with me about “Survey” at Acme on 12 Nov 2026. I am still",
      "Kind regards\n" },
    { { "Survey", NULL, "Mara", NULL, "3 Nov 2026", "12 Nov 2026", "20 Nov 2026" },
      "My application for “Survey”",
      "Dear Mara,\n\nI am writing again about my application for “Survey”, of which I last asked on 20 Nov 2026. I am",
      "Kind regards\n" },
    /* a title must not begin a header of its own */
    { { "Logo\r\nBcc: all@example.org\n\n design", " A\tcme ", "Mara\nLind", "L\nN" },
      "My application for “Logo Bcc: all@example.org design”",
      "Dear Mara Lind,\n\nI applied for “Logo Bcc: all@example.org design” at A cme some time ago.",
      "Kind regards\nL N\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *subject = NULL;
      g_autofree char *body = NULL;

      foothold_follow_up_write (&cases[i].facts, &subject, &body);
      g_assert_cmpstr (subject, ==, cases[i].subject);
      if (!g_str_has_prefix (body, cases[i].begins) || !g_str_has_suffix (body, cases[i].ends))
        g_error ("case %zu:\n%s", i, body);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/follow-up/cases", test_cases);

  return g_test_run ();
}
