// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * The facts of one opportunity as rules see them: a few questions that whoever
 * holds the facts answers, so that a rule needs no store and a test no database.
 *
 * A field is named as in the field table of the opportunity, or it is one of
 * foothold_fact_children. What a person answered to an item of a rule file that no
 * field holds is asked for as "KIND/ID": "unpaid/training".
 */

G_BEGIN_DECLS

/* A number that is not known, as in rows; never 0. */
#define FOOTHOLD_FACT_UNKNOWN G_MININT64

typedef enum
{
  FOOTHOLD_FACT_NOT_LOOKED_AT,
  FOOTHOLD_FACT_NOT_SAID, /* somebody looked, and the posting does not say */
  FOOTHOLD_FACT_STATED,
} FootholdKnowledge;

/* Yes, no, or unknown, which is what a struct of zeros says. */
typedef enum
{
  FOOTHOLD_ANSWER_UNKNOWN,
  FOOTHOLD_ANSWER_NO,
  FOOTHOLD_ANSWER_YES,
} FootholdAnswer;

typedef struct _FootholdFacts FootholdFacts;
struct _FootholdFacts
{
  FootholdKnowledge (*knowledge) (const FootholdFacts *facts, const char *field);
  /* The text, slug or date, or NULL. */
  const char *(*text) (const FootholdFacts *facts, const char *field);
  /* The number (minutes, minor units, 0 or 1), or FOOTHOLD_FACT_UNKNOWN. */
  gint64 (*number) (const FootholdFacts *facts, const char *field);
  gconstpointer data;
};

/*
 * What belongs to an opportunity without being a column of it: "deliverables" and
 * "skills" are stated when there is one, "acceptance" when each deliverable says when
 * it is done, "due_on" when one of them has a date. Ends with NULL.
 */
extern const char *const foothold_fact_children[];

/* How @field is known. The slug "unknown", which some lists have, is a posting that does not say. */
FootholdKnowledge foothold_facts_knowledge (const FootholdFacts *facts, const char *field);
/*
 * Whether of @field, a text about help, one can state that there is none: that nobody supervises is as good an answer
 * as a name. Such a fact is stated and has no text.
 */
gboolean foothold_facts_may_be_none (const char *field);
/* Yes where a text is stated, no where it is stated that there is none. */
FootholdAnswer foothold_facts_is_there (const FootholdFacts *facts, const char *field);
/* The text, slug or date where it is stated, else NULL. */
const char *foothold_facts_text (const FootholdFacts *facts, const char *field);
/* The number where it is stated, else FOOTHOLD_FACT_UNKNOWN. */
gint64 foothold_facts_number (const FootholdFacts *facts, const char *field);
/* A number as yes (not 0) or no. */
FootholdAnswer foothold_facts_answer (const FootholdFacts *facts, const char *field);

G_END_DECLS
