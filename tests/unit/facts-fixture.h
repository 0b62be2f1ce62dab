// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-facts.h"

/* Facts from a table: a field with a text, a number, or NULL and FOOTHOLD_FACT_UNKNOWN for what the posting does not
 * say. */

typedef struct
{
  const char *field;
  const char *text;
  gint64 number;
} Fact;

#define TEXT(field, text) { field, text, FOOTHOLD_FACT_UNKNOWN }
#define NUMBER(field, number) { field, NULL, number }
#define NOT_SAID(field) { field, NULL, FOOTHOLD_FACT_UNKNOWN }
/* Stated: there is none. */
#define NONE(field) { field, NULL, 0 }
#define END { NULL, NULL, 0 }

static inline const Fact *
find_fact (const FootholdFacts *facts, const char *field)
{
  for (const Fact *fact = facts->data; fact->field != NULL; fact++)
    if (g_str_equal (fact->field, field))
      return fact;

  return NULL;
}

static FootholdKnowledge
fact_knowledge (const FootholdFacts *facts, const char *field)
{
  const Fact *fact = find_fact (facts, field);

  if (fact == NULL)
    return FOOTHOLD_FACT_NOT_LOOKED_AT;

  return fact->text == NULL && fact->number == FOOTHOLD_FACT_UNKNOWN ? FOOTHOLD_FACT_NOT_SAID : FOOTHOLD_FACT_STATED;
}

static const char *
fact_text (const FootholdFacts *facts, const char *field)
{
  const Fact *fact = find_fact (facts, field);

  return fact != NULL ? fact->text : NULL;
}

static gint64
fact_number (const FootholdFacts *facts, const char *field)
{
  const Fact *fact = find_fact (facts, field);

  return fact != NULL ? fact->number : FOOTHOLD_FACT_UNKNOWN;
}

/* @table ends with END and stays where it is. */
static inline FootholdFacts
facts_of (const Fact *table)
{
  return (FootholdFacts) { fact_knowledge, fact_text, fact_number, table };
}
