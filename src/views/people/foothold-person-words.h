// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/* What is said of a person in a line. Pure functions, @today given; all texts are (transfer full). */

G_BEGIN_DECLS

/* "@parts · @part"; a part that is NULL or empty is left out. */
void foothold_people_append_part (GString *parts, const char *part);

/* "Team Lead · Acme · Mentor"; NULL where nothing is known. */
char *foothold_person_subtitle (const FootholdPersonRow *row);
/* "Last contact today", "Last contact 4 days ago". */
char *foothold_people_contact_words (const GDate *day, const GDate *today);
/* The same of a person, and "No contact yet". */
char *foothold_person_contact_words (const FootholdPersonRow *row, const GDate *today);
/* "Call her, Thu 3 Dec", "Next step tomorrow"; NULL for none. *@due: its day is today or has passed. */
char *foothold_person_step_words (const FootholdPersonRow *row, const GDate *today, gboolean *due);

typedef enum
{
  FOOTHOLD_REFERENCE_UNKNOWN,
  FOOTHOLD_REFERENCE_ASKED,
  FOOTHOLD_REFERENCE_GIVEN,
  FOOTHOLD_REFERENCE_EXPIRED,
  FOOTHOLD_REFERENCE_REFUSED,
} FootholdReference;

/* Whether they may be named as a reference on @today: the day until which they may is the last. */
FootholdReference foothold_person_reference (const FootholdPersonRow *row, const GDate *today);
/* "Reference until 3 Dec 2026", "Reference expired 1 Nov 2026"; NULL where nothing is known. */
char *foothold_person_reference_words (const FootholdPersonRow *row, const GDate *today);

/* Where the person at the desk is, now. */
void foothold_people_today (GDate *today);

G_END_DECLS
