// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-judging"

#include <string.h>

#include "store/foothold-judging.h"

/* The rows of one opportunity as facts: columns by the field table, children as the rules name them. */

G_STATIC_ASSERT (GINT64_UNKNOWN == FOOTHOLD_FACT_UNKNOWN);

/* Asked for some sixty times an opportunity, for 100,000 of them. */
static const FootholdField *
find_column (const char *name)
{
  static gsize once;
  static GHashTable *columns;

  if (g_once_init_enter (&once))
    {
      columns = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
        g_hash_table_insert (columns, (gpointer) foothold_opportunity_row_type.fields[i].name,
                             (gpointer) &foothold_opportunity_row_type.fields[i]);
      g_once_init_leave (&once, 1);
    }

  return g_hash_table_lookup (columns, name);
}

/* What the fact row says, or NULL: without a value it is all that is known. */
static const char *
said_of (const FootholdCase *self, const char *field)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const FootholdFactRow *fact = g_ptr_array_index (self->facts, i);

      if (g_str_equal (fact->field, field))
        return fact->knowledge;
    }

  return NULL;
}

static gboolean
has_column (const FootholdCase *self, const FootholdField *column)
{
  return foothold_field_is_text (column) ? foothold_row_get_text (self->opportunity, column) != NULL
                                         : foothold_row_get_int (self->opportunity, column) != GINT64_UNKNOWN;
}

/* Each deliverable says when it is done; one of them has a date. */
static gboolean
has_child (const FootholdCase *self, const char *field)
{
  const gboolean each = g_str_equal (field, "acceptance");

  if (g_str_equal (field, "skills"))
    return self->skills->len > 0;
  if (g_str_equal (field, "deliverables"))
    return self->deliverables->len > 0;

  for (guint i = 0; i < self->deliverables->len; i++)
    {
      const FootholdDeliverableRow *row = g_ptr_array_index (self->deliverables, i);
      const gboolean said = each ? row->acceptance != NULL : row->due_on != NULL;

      if (said != each)
        return said;
    }
  return each && self->deliverables->len > 0;
}

static gboolean
is_child (const char *field)
{
  return g_strv_contains (foothold_fact_children, field);
}

FootholdAnswer
foothold_case_answer (const FootholdCase *self, const char *item)
{
  const FootholdAnswerRow *row = self->answers != NULL ? foothold_dossier_find_answer (self->answers, item) : NULL;

  if (row == NULL)
    return FOOTHOLD_ANSWER_UNKNOWN;
  return g_str_equal (row->answer, "yes") ? FOOTHOLD_ANSWER_YES : FOOTHOLD_ANSWER_NO;
}

char *
foothold_want_item (const FootholdWantRow *want)
{
  return g_strdup_printf ("want/%" G_GINT64_FORMAT, want->row.id);
}

FootholdAnswer
foothold_case_want (const FootholdCase *self, const FootholdWantRow *want)
{
  g_autofree char *item = NULL;

  if (self->answers == NULL || self->answers->len == 0)
    return FOOTHOLD_ANSWER_UNKNOWN;

  item = foothold_want_item (want);
  return foothold_case_answer (self, item);
}

static FootholdKnowledge
get_knowledge (const FootholdFacts *facts, const char *field)
{
  const FootholdCase *self = facts->data;
  const FootholdField *column = find_column (field);
  const char *said;
  gboolean stated;

  if (column != NULL)
    stated = has_column (self, column);
  else if (is_child (field))
    stated = has_child (self, field);
  else
    stated = foothold_case_answer (self, field) != FOOTHOLD_ANSWER_UNKNOWN;

  if (stated)
    return FOOTHOLD_FACT_STATED;
  said = said_of (self, field);
  if (g_strcmp0 (said, "stated") == 0 && foothold_facts_may_be_none (field))
    return FOOTHOLD_FACT_STATED;
  return g_strcmp0 (said, "not-said") == 0 ? FOOTHOLD_FACT_NOT_SAID : FOOTHOLD_FACT_NOT_LOOKED_AT;
}

static const char *
get_text (const FootholdFacts *facts, const char *field)
{
  const FootholdCase *self = facts->data;
  const FootholdField *column = find_column (field);

  return column != NULL && foothold_field_is_text (column) ? foothold_row_get_text (self->opportunity, column) : NULL;
}

static gint64
get_number (const FootholdFacts *facts, const char *field)
{
  const FootholdCase *self = facts->data;
  const FootholdField *column = find_column (field);

  if (column != NULL)
    return foothold_field_is_text (column) ? FOOTHOLD_FACT_UNKNOWN : foothold_row_get_int (self->opportunity, column);

  switch (foothold_case_answer (self, field))
    {
    case FOOTHOLD_ANSWER_YES:
      return 1;
    case FOOTHOLD_ANSWER_NO:
      return 0;
    case FOOTHOLD_ANSWER_UNKNOWN:
    default:
      return FOOTHOLD_FACT_UNKNOWN;
    }
}

FootholdFacts
foothold_case_get_facts (const FootholdCase *self)
{
  return (FootholdFacts) { get_knowledge, get_text, get_number, self };
}

FootholdCase
foothold_case_of (const FootholdDossier *dossier, GPtrArray *answers, const char *organisation_type)
{
  return (FootholdCase) {
    .opportunity = dossier->opportunity,
    .deliverables = dossier->deliverables,
    .skills = dossier->skills,
    .facts = dossier->facts,
    .answers = answers,
    .organisation_type = organisation_type,
  };
}
