/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-fill"

#include "foothold-fill.h"

/* Pure: two dossiers in, one out. */

/* Not facts of the brief, but filled like them. */
static gboolean
is_fillable (const FootholdField *field)
{
  static const char *const names[] = { "url", "source", "place", "posted_on", "description", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (field->name, names[i]))
      return TRUE;

  return field->flags & FOOTHOLD_FIELD_BRIEF;
}

gboolean
foothold_fill_knows_money (const FootholdOpportunityRow *row)
{
  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];

      if (field->kind == FOOTHOLD_FIELD_MONEY && foothold_row_has_value (row, field))
        return TRUE;
    }

  return FALSE;
}

/* One end of a range that is known here stays on its side of the other that comes. */
static gboolean
keeps_order (const FootholdField *field, const FootholdOpportunityRow *here, const FootholdOpportunityRow *there)
{
  static const char *const ranges[][2] = { { "minutes_min", "minutes_max" }, { "pay_gross_min", "pay_gross_max" } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (guint end = 0; end < 2; end++)
      if (g_str_equal (field->name, ranges[i][end]))
        {
          const FootholdField *other = foothold_row_type_find (&foothold_opportunity_row_type, ranges[i][1 - end]);
          const gint64 known = foothold_row_get_int (here, other);
          const gint64 value = foothold_row_get_int (there, field);

          return known == GINT64_UNKNOWN || (end == 0 ? value <= known : known <= value);
        }

  return TRUE;
}

/* Until when one can apply is one fact of several fields: a day, or as long as they look for somebody; a window that
 * rolls has no day. */
static gboolean
fits_window (const FootholdField *field, const FootholdOpportunityRow *here, const FootholdOpportunityRow *there)
{
  const char *window = there->apply_window != NULL ? there->apply_window : there->apply_by != NULL ? "date" : NULL;

  if (here->apply_by != NULL)
    return window == NULL || g_str_equal (window, "date");
  if (g_strcmp0 (here->apply_window, "rolling") == 0 || g_strcmp0 (window, "rolling") == 0)
    return g_str_equal (field->name, "apply_window");
  return TRUE;
}

/* An amount means nothing without its currency and period, a time of day nothing without its date. */
static gboolean
fits (const FootholdField *field, const FootholdOpportunityRow *here, const FootholdOpportunityRow *there)
{
  if (!keeps_order (field, here, there))
    return FALSE;
  if (g_str_has_prefix (field->name, "apply_") && !fits_window (field, here, there))
    return FALSE;
  if (field->kind == FOOTHOLD_FIELD_MONEY)
    {
      if (here->currency != NULL ? g_strcmp0 (here->currency, there->currency) != 0 : foothold_fill_knows_money (here))
        return FALSE;
      if (g_str_has_prefix (field->name, "pay_gross"))
        return here->pay_period == NULL || g_strcmp0 (here->pay_period, there->pay_period) == 0;
    }
  if (g_str_equal (field->name, "currency") || g_str_equal (field->name, "pay_period"))
    return !foothold_fill_knows_money (here);
  if (g_str_equal (field->name, "apply_by_time") || g_str_equal (field->name, "apply_by_zone"))
    return here->apply_by == NULL || g_strcmp0 (here->apply_by, there->apply_by) == 0;

  return TRUE;
}

/* Keeps where a value comes from, where that is not where its opportunity comes from. */
static void
fill_fact (FootholdDossier *filled, const FootholdDossier *there, const FootholdField *field)
{
  const char *source = NULL;
  const char *knowledge;

  if (!(field->flags & FOOTHOLD_FIELD_BRIEF))
    return;

  knowledge = foothold_dossier_knowledge (there, field->name, &source);
  if (g_str_equal (knowledge, "none"))
    foothold_dossier_add_fact (filled, field->name, "stated", source);
  else if (g_str_equal (knowledge, "not-said")
           || (g_str_equal (knowledge, "stated") && g_strcmp0 (source, filled->opportunity->fact_source) != 0))
    foothold_dossier_add_fact (filled, field->name, knowledge, source);
  else
    for (guint i = filled->facts->len; i > 0; i--)
      if (g_str_equal (((FootholdFactRow *) g_ptr_array_index (filled->facts, i - 1))->field, field->name))
        g_ptr_array_remove_index (filled->facts, i - 1);
}

void
foothold_fill_take (FootholdDossier *filled, const FootholdDossier *there, const FootholdField *field)
{
  if (foothold_field_is_text (field))
    foothold_row_set_text (filled->opportunity, field, foothold_row_get_text (there->opportunity, field));
  else
    foothold_row_set_int (filled->opportunity, field, foothold_row_get_int (there->opportunity, field));
  fill_fact (filled, there, field);
}

/* What one states and the other does not, though neither has a value: not said, or that there is none. */
static gboolean
says_more (const char *here, const char *there)
{
  if (g_str_equal (there, "none"))
    return g_str_equal (here, "not-looked-at") || g_str_equal (here, "not-said");
  return g_str_equal (there, "not-said") && g_str_equal (here, "not-looked-at");
}

static gboolean
fill_fields (FootholdDossier *filled, const FootholdDossier *here, const FootholdDossier *there, gboolean *differs)
{
  gboolean any = FALSE;

  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      const FootholdField *field = &foothold_opportunity_row_type.fields[i];
      const gboolean brief = (field->flags & FOOTHOLD_FIELD_BRIEF) != 0;
      const char *knowledge = brief ? foothold_dossier_knowledge (here, field->name, NULL) : NULL;

      if (!is_fillable (field))
        continue;
      if (!foothold_row_has_value (there->opportunity, field))
        {
          if (brief && says_more (knowledge, foothold_dossier_knowledge (there, field->name, NULL)))
            {
              fill_fact (filled, there, field);
              any = TRUE;
            }
          continue;
        }
      if (foothold_row_has_value (here->opportunity, field) || g_strcmp0 (knowledge, "none") == 0
          || !fits (field, here->opportunity, there->opportunity))
        {
          *differs = *differs || !foothold_row_same_value (here->opportunity, there->opportunity, field);
          continue;
        }
      foothold_fill_take (filled, there, field);
      any = TRUE;
    }

  return any;
}

static gboolean
fill_children (FootholdDossier *filled, const FootholdDossier *here, const FootholdDossier *there, gboolean *differs)
{
  gboolean any = FALSE;

  if (here->deliverables->len == 0)
    for (guint i = 0; i < there->deliverables->len; i++)
      {
        const FootholdDeliverableRow *row = g_ptr_array_index (there->deliverables, i);

        foothold_dossier_add_deliverable (filled, row->title, row->acceptance, row->due_on);
        any = TRUE;
      }
  else
    *differs = *differs || (there->deliverables->len > 0 && there->deliverables->len != here->deliverables->len);

  if (here->tags->len == 0)
    for (guint i = 0; i < there->tags->len; i++)
      {
        foothold_dossier_add_tag (filled, g_ptr_array_index (there->tags, i));
        any = TRUE;
      }
  if (here->skills->len == 0)
    for (guint i = 0; i < there->skills->len; i++)
      {
        foothold_dossier_add_skill (filled, g_ptr_array_index (there->skills, i));
        any = TRUE;
      }

  return any;
}

/* One that a person gave is never another's to change. */
static gboolean
fill_answers (FootholdDossier *filled, const FootholdDossier *there, gboolean *differs)
{
  gboolean any = FALSE;

  for (guint i = 0; i < there->answers->len; i++)
    {
      const FootholdAnswerRow *answer = g_ptr_array_index (there->answers, i);
      const FootholdAnswerRow *here = foothold_dossier_find_answer (filled->answers, answer->item);
      FootholdAnswerRow *row;

      if (here != NULL)
        {
          *differs = *differs || !g_str_equal (here->answer, answer->answer);
          continue;
        }
      row = foothold_row_copy (answer);
      row->row.id = 0;
      g_ptr_array_add (filled->answers, row);
      any = TRUE;
    }

  return any;
}

FootholdDossier *
foothold_fill (const FootholdDossier *here, const FootholdDossier *there, gboolean *differs)
{
  g_autoptr (FootholdDossier) filled = foothold_dossier_copy (here);
  gboolean other = g_strcmp0 (here->opportunity->title, there->opportunity->title) != 0;
  gboolean any = fill_fields (filled, here, there, &other);

  any = fill_children (filled, here, there, &other) || any;
  any = fill_answers (filled, there, &other) || any;
  if (differs != NULL)
    *differs = other;
  if (!any)
    return NULL;

  /* the page that the new facts come from is kept with them; one of its own says nothing new */
  for (guint i = 0; i < there->attachments->len; i++)
    if (i < there->pages->len && g_ptr_array_index (there->pages, i) != NULL)
      {
        FootholdAttachmentRow *row = foothold_row_copy (g_ptr_array_index (there->attachments, i));

        row->row.id = 0;
        g_ptr_array_add (filled->attachments, row);
        g_ptr_array_add (filled->pages, g_bytes_ref (g_ptr_array_index (there->pages, i)));
      }

  return g_steal_pointer (&filled);
}

static gboolean
has_page (const FootholdDossier *dossier, guint before, GBytes *page)
{
  for (guint i = 0; i < before; i++)
    {
      GBytes *other = g_ptr_array_index (dossier->pages, i);

      if (other != NULL && g_bytes_equal (other, page))
        return TRUE;
    }

  return FALSE;
}

static void
swap_lists (GPtrArray **one, GPtrArray **other)
{
  GPtrArray *kept = *one;

  *one = *other;
  *other = kept;
}

gboolean
foothold_fill_into (FootholdDossier **dossier, const FootholdDossier *there, gboolean *differs)
{
  FootholdDossier *here = *dossier;
  FootholdDossier *filled = foothold_fill (here, there, differs);

  if (filled == NULL)
    return FALSE;

  filled->where = g_strdup (here->where);
  swap_lists (&filled->applications, &here->applications);
  swap_lists (&filled->people, &here->people);
  for (guint i = 0; i < MIN (here->pages->len, here->attachments->len); i++)
    if (g_ptr_array_index (here->pages, i) != NULL)
      g_ptr_array_index (filled->pages, i) = g_bytes_ref (g_ptr_array_index (here->pages, i));
  /* two postings of one page have that page once */
  for (guint i = filled->pages->len; i > here->attachments->len; i--)
    if (has_page (filled, i - 1, g_ptr_array_index (filled->pages, i - 1)))
      {
        g_ptr_array_remove_index (filled->pages, i - 1);
        g_ptr_array_remove_index (filled->attachments, i - 1);
      }
  if (filled->opportunity->unread)
    filled->opportunity->unread = foothold_dossier_is_unread (filled);

  *dossier = filled;
  foothold_dossier_unref (here);
  return TRUE;
}
