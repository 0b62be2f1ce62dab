// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* The first draft of a letter of application, in the person's own voice and the language of the session; pure. */

G_BEGIN_DECLS

/* A skill that is asked for, and what shows that one has it. */
typedef struct
{
  const char *name;
  const char *evidence;
} FootholdLetterSkill;

/* Of the texts all but the title may be NULL: it is not known. */
typedef struct
{
  const char *title; /* of the opportunity */
  const char *organisation;
  const char *contact; /* whom to greet */
  const char *sender; /* the person */
  const FootholdLetterSkill *skills; /* those that go into it, in the order of the posting */
  guint n_skills;
} FootholdLetterFacts;

/* Both are (transfer full); the subject is one line. A skill without evidence is left out: nothing is claimed. */
void foothold_letter_write (const FootholdLetterFacts *facts, char **subject, char **body);

G_END_DECLS
