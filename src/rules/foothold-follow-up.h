// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* The first draft of a follow-up, in the person's own voice and the language of the session; pure. */

G_BEGIN_DECLS

/* Of the texts all but the title may be NULL: it is not known, or was not. */
typedef struct
{
  const char *title; /* of the opportunity */
  const char *organisation;
  const char *contact; /* whom to greet */
  const char *sender; /* the person */
  const char *sent_on; /* days as they are written in a mail: "3 Nov 2026" */
  const char *interviewed_on; /* the last time they talked about it */
  const char *asked_on; /* the last follow-up */
} FootholdFollowUpFacts;

/* Both are (transfer full); the subject is one line, whatever the title has in it. */
void foothold_follow_up_write (const FootholdFollowUpFacts *facts, char **subject, char **body);

G_END_DECLS
