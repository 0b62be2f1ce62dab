/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/*
 * What an import brings besides opportunities, counted and put into words: an
 * export of a library that holds a profile alone is worth importing, and the
 * person is told what would come in.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_OTHER_PROFILE, /* 0 or 1 */
  FOOTHOLD_OTHER_GOALS,
  FOOTHOLD_OTHER_WANTS,
  FOOTHOLD_OTHER_SKILLS,
  FOOTHOLD_OTHER_ORGANISATIONS,
  FOOTHOLD_OTHER_PEOPLE, /* new ones */
  FOOTHOLD_OTHER_KNOWN_PEOPLE, /* who are there already, and learn something */
  FOOTHOLD_OTHER_PLACES,
  FOOTHOLD_OTHER_TERMS,
  FOOTHOLD_OTHER_SEARCHES,
  FOOTHOLD_OTHER_WEIGHTS,
  FOOTHOLD_OTHER_RATES,
  FOOTHOLD_OTHER_APPLICATIONS,
  FOOTHOLD_OTHER_COLUMNS,
  FOOTHOLD_OTHER_CHECKLIST,
  FOOTHOLD_OTHER_CONVERSATIONS,
  FOOTHOLD_OTHER_OUTREACH,
  FOOTHOLD_OTHER_ENGAGEMENTS,
  FOOTHOLD_OTHER_STORIES,
  FOOTHOLD_N_OTHERS,
} FootholdOther;

/* Those that are new, and those that are there already and learn something. */
typedef struct
{
  guint n[FOOTHOLD_N_OTHERS];
  guint n_same; /* of any kind: there already, as they are */
} FootholdOthers;

guint foothold_others_sum (const FootholdOthers *self);
/* How many are there already, where nobody but people comes; 0 elsewhere, where it would not be clear what they are. */
guint foothold_others_same_people (const FootholdOthers *self);
/* "Your profile, 3 goals and 5 skills"; NULL when there are none. @begins: at the beginning of a sentence. */
char *foothold_others_describe (const FootholdOthers *self, gboolean begins);
/* What came in, all in one: "3 opportunities, 2 applications and 5 people imported"; of people alone with how many were
 * there already. @n_applications: those that came with the opportunities; others stand in @self. (transfer full) */
char *foothold_others_describe_imported (const FootholdOthers *self, gint64 n_opportunities, guint n_applications);

G_END_DECLS
