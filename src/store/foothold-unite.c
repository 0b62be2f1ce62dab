/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-unite"

#include "foothold-unite.h"

#include "store/foothold-fill.h"
#include "store/foothold-fold.h"

#include <string.h>

/* Pure: dossiers in, one out. */

#define MOST_TOGETHER 16

/* What means nothing without the rest of its line is chosen with it. */
static const char *const together[][MOST_TOGETHER] = {
  { "organisation", "organisation_id" },
  { "supervisor", "supervisor_id" },
  { "place", "place_id" },
  { "apply_window", "apply_by", "apply_by_time", "apply_by_zone" },
  { "minutes_min", "minutes_max" },
  { "pay_kind", "pay_period", "currency", "pay_gross_min", "pay_gross_max", "pay_net" },
};

/* Amounts in two currencies belong to them; in one they are known each by itself. */
static const char *const other_money[] = { "pay_guaranteed", "pay_cap",        "cost_fees",
                                           "cost_travel",    "cost_equipment", "cost_software" };

/* What is no choice: it is united, or it is the kept one's. */
static const char *const no_choice[] = { "origin",     "starred", "unread", "archived_at",
                                         "created_at", "notes",   "batch",  "fact_source" };

static const FootholdField *
find_field (const char *name)
{
  const FootholdField *field = foothold_row_type_find (&foothold_opportunity_row_type, name);

  g_assert (field != NULL);
  return field;
}

static const FootholdOpportunityRow *
row_of (GPtrArray *dossiers, guint i)
{
  return ((const FootholdDossier *) g_ptr_array_index (dossiers, i))->opportunity;
}

static gboolean
has (const char *const *names, gsize n, const char *name)
{
  for (gsize i = 0; i < n && names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return TRUE;

  return FALSE;
}

/* Whether all who speak of money speak of the same. */
static gboolean
is_one_currency (GPtrArray *dossiers)
{
  const FootholdOpportunityRow *first = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const FootholdOpportunityRow *row = row_of (dossiers, i);

      if (!foothold_fill_knows_money (row) && row->currency == NULL)
        continue;
      if (first != NULL && g_strcmp0 (first->currency, row->currency) != 0)
        return FALSE;
      first = row;
    }

  return TRUE;
}

/* The line of fields that are chosen together, or NULL. */
static const char *const *
line_of (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (together); i++)
    if (has (together[i], MOST_TOGETHER, field))
      return together[i];

  return NULL;
}

const char **
foothold_unite_fields (GPtrArray *dossiers, const char *field)
{
  const char *const *line = line_of (field);
  GPtrArray *fields = g_ptr_array_new ();

  for (gsize i = 0; line != NULL && i < MOST_TOGETHER && line[i] != NULL; i++)
    g_ptr_array_add (fields, (gpointer) line[i]);
  if (line == NULL)
    g_ptr_array_add (fields, (gpointer) field);
  if (g_str_equal (field, "pay_kind") && !is_one_currency (dossiers))
    for (gsize i = 0; i < G_N_ELEMENTS (other_money); i++)
      g_ptr_array_add (fields, (gpointer) other_money[i]);
  g_ptr_array_add (fields, NULL);
  return (const char **) g_ptr_array_free (fields, FALSE);
}

static gboolean
knows_any (const FootholdOpportunityRow *row, const char *const *fields)
{
  for (; *fields != NULL; fields++)
    if (foothold_row_has_value (row, find_field (*fields)))
      return TRUE;

  return FALSE;
}

static gboolean
same_all (const FootholdOpportunityRow *a, const FootholdOpportunityRow *b, const char *const *fields)
{
  for (; *fields != NULL; fields++)
    if (!foothold_row_same_value (a, b, find_field (*fields)))
      return FALSE;

  return TRUE;
}

gboolean
foothold_unite_knows (GPtrArray *dossiers, guint dossier, const char *field)
{
  g_autofree const char **fields = foothold_unite_fields (dossiers, field);

  return knows_any (row_of (dossiers, dossier), fields);
}

/* Of two that were added in the same moment the later id. */
static gboolean
is_newer (const FootholdOpportunityRow *row, const FootholdOpportunityRow *other)
{
  return row->created_at != other->created_at ? row->created_at > other->created_at : row->row.id > other->row.id;
}

static int
state_rank (const char *state)
{
  static const char *const ranks[] = { "expired", "dropped", "spotted", "evaluating", "shortlisted", "applying" };

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (ranks[i], state) == 0)
      return (int) i;

  return -1;
}

/* A group is a guess where the first thing that is known of it is one. */
static gboolean
is_guess (const FootholdDossier *dossier, const char *const *fields)
{
  for (; *fields != NULL; fields++)
    {
      const FootholdField *field = find_field (*fields);
      const char *source;

      if (!foothold_row_has_value (dossier->opportunity, field))
        continue;
      foothold_dossier_knowledge (dossier, *fields, &source);
      return field->flags & FOOTHOLD_FIELD_BRIEF && g_strcmp0 (source, "guess") == 0;
    }

  return FALSE;
}

static void
choose_state (GPtrArray *dossiers, FootholdUniteDifference *difference)
{
  difference->why = FOOTHOLD_UNITE_FURTHER;
  for (guint i = 1; i < dossiers->len; i++)
    if (state_rank (row_of (dossiers, i)->state) > state_rank (row_of (dossiers, difference->chosen)->state))
      difference->chosen = i;
}

static void
choose (GPtrArray *dossiers, const char *const *fields, FootholdUniteDifference *difference)
{
  gint64 best = -1, known = -1;
  gboolean two_say = FALSE, only_guesses = TRUE, any_guess = FALSE, two_certain = FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    if (knows_any (row_of (dossiers, i), fields))
      {
        const gboolean guess = is_guess (g_ptr_array_index (dossiers, i), fields);

        two_say = two_say || (known >= 0 && !same_all (row_of (dossiers, (guint) known), row_of (dossiers, i), fields));
        known = i;
        any_guess = any_guess || guess;
        only_guesses = only_guesses && guess;
      }
  for (guint i = 0; i < dossiers->len; i++)
    {
      if (!knows_any (row_of (dossiers, i), fields)
          || (!only_guesses && is_guess (g_ptr_array_index (dossiers, i), fields)))
        continue;
      two_certain =
        two_certain || (best >= 0 && !same_all (row_of (dossiers, (guint) best), row_of (dossiers, i), fields));
      if (best < 0 || is_newer (row_of (dossiers, i), row_of (dossiers, (guint) best)))
        best = i;
    }

  difference->chosen = (guint) best;
  if (!two_say)
    difference->why = FOOTHOLD_UNITE_ONLY_ONE;
  else
    difference->why = any_guess && !only_guesses && !two_certain ? FOOTHOLD_UNITE_NO_GUESS : FOOTHOLD_UNITE_NEWER;
}

GArray *
foothold_unite_differences (GPtrArray *dossiers)
{
  const gboolean one_currency = is_one_currency (dossiers);
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (FootholdUniteDifference));

  for (guint i = 0; i < foothold_opportunity_row_type.n_fields; i++)
    {
      FootholdUniteDifference difference = { foothold_opportunity_row_type.fields[i].name, 0, 0 };
      const char *const *line = line_of (difference.field);
      g_autofree const char **fields = NULL;
      gboolean differs = FALSE;

      /* of those that are chosen together the first stands for all */
      if (has (no_choice, G_N_ELEMENTS (no_choice), difference.field)
          || (line != NULL && !g_str_equal (line[0], difference.field))
          || (!one_currency && has (other_money, G_N_ELEMENTS (other_money), difference.field)))
        continue;
      fields = foothold_unite_fields (dossiers, difference.field);
      for (guint j = 1; j < dossiers->len; j++)
        differs = differs || !same_all (row_of (dossiers, 0), row_of (dossiers, j), fields);
      if (!differs)
        continue;
      if (g_str_equal (difference.field, "state"))
        choose_state (dossiers, &difference);
      else
        choose (dossiers, fields, &difference);
      g_array_append_val (differences, difference);
    }

  return differences;
}

guint
foothold_unite_kept (GPtrArray *dossiers)
{
  guint kept = 0;

  for (guint i = 1; i < dossiers->len; i++)
    if (is_newer (row_of (dossiers, kept), row_of (dossiers, i)))
      kept = i;

  return kept;
}

/* ---- what hangs on them ---- */

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const FootholdDossier *one = *(const FootholdDossier *const *) a;
  const FootholdDossier *other = *(const FootholdDossier *const *) b;

  return is_newer (one->opportunity, other->opportunity) ? -1 : 1;
}

/* @notes and what of @more does not stand in them yet. (transfer full) */
static char *
add_notes (const char *notes, const char *more)
{
  if (notes == NULL || more == NULL)
    return g_strdup (notes != NULL ? notes : more);
  if (strstr (notes, more) != NULL)
    return g_strdup (notes);
  return strstr (more, notes) != NULL ? g_strdup (more) : g_strdup_printf ("%s\n\n%s", notes, more);
}

static void
unite_marks (FootholdOpportunityRow *row, const FootholdOpportunityRow *other)
{
  g_autofree char *notes = add_notes (row->notes, other->notes);

  row->starred = MAX (row->starred, other->starred);
  row->unread = MIN (row->unread, other->unread);
  /* one that is not put away is to be seen */
  row->archived_at = row->archived_at == GINT64_UNKNOWN || other->archived_at == GINT64_UNKNOWN
                       ? GINT64_UNKNOWN
                       : MAX (row->archived_at, other->archived_at);
  row->created_at = MIN (row->created_at, other->created_at);
  g_set_str (&row->notes, notes);
}

static void
unite_names (GPtrArray *names, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (!foothold_dossier_names_have (names, g_ptr_array_index (others, i)))
      g_ptr_array_add (names, g_strdup (g_ptr_array_index (others, i)));
}

/* One that is called the same is the same; what it does not say the other may. */
static void
unite_deliverable (GPtrArray *rows, const FootholdDeliverableRow *other)
{
  g_autofree char *folded = foothold_fold_name (other->title);

  for (guint i = 0; i < rows->len; i++)
    {
      FootholdDeliverableRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = foothold_fold_name (row->title);

      if (!g_str_equal (title, folded))
        continue;
      row = foothold_row_copy (row);
      if (row->acceptance == NULL)
        row->acceptance = g_strdup (other->acceptance);
      if (row->due_on == NULL)
        row->due_on = g_strdup (other->due_on);
      foothold_row_unref (g_ptr_array_index (rows, i));
      g_ptr_array_index (rows, i) = row;
      return;
    }

  g_ptr_array_add (rows, foothold_row_ref ((gpointer) other));
}

static gboolean
has_file (GPtrArray *attachments, const FootholdAttachmentRow *file)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      const FootholdAttachmentRow *other = g_ptr_array_index (attachments, i);

      if (g_strcmp0 (file->sha256, other->sha256) == 0 && g_strcmp0 (file->role, other->role) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_history (gconstpointer a, gconstpointer b)
{
  const FootholdHistoryRow *one = *(const FootholdHistoryRow *const *) a;
  const FootholdHistoryRow *other = *(const FootholdHistoryRow *const *) b;

  /* seq orders what one opportunity went through, also where the clock went back: g_ptr_array_sort () is stable */
  if (one->opportunity == other->opportunity)
    return one->seq < other->seq ? -1 : one->seq > other->seq;
  return one->at < other->at ? -1 : one->at > other->at;
}

static void
number_history (GPtrArray *history)
{
  g_ptr_array_sort (history, compare_history);
  for (guint i = 0; i < history->len; i++)
    {
      FootholdHistoryRow *row = foothold_row_copy (g_ptr_array_index (history, i));

      row->seq = i + 1;
      foothold_row_unref (g_ptr_array_index (history, i));
      g_ptr_array_index (history, i) = row;
    }
}

static void
unite_children (FootholdDossier *united, const FootholdDossier *other)
{
  for (guint i = 0; i < other->deliverables->len; i++)
    unite_deliverable (united->deliverables, g_ptr_array_index (other->deliverables, i));
  for (guint i = 0; i < other->attachments->len; i++)
    if (!has_file (united->attachments, g_ptr_array_index (other->attachments, i)))
      g_ptr_array_add (united->attachments, foothold_row_ref (g_ptr_array_index (other->attachments, i)));
  g_ptr_array_set_size (united->pages, (int) united->attachments->len);
  for (guint i = 0; i < other->history->len; i++)
    g_ptr_array_add (united->history, foothold_row_ref (g_ptr_array_index (other->history, i)));
  unite_names (united->skills, other->skills);
  unite_names (united->tags, other->tags);
}

static void
unite_answers (FootholdDossier *united, GPtrArray *newest_first)
{
  g_ptr_array_set_size (united->answers, 0);
  for (guint i = 0; i < newest_first->len; i++)
    {
      const FootholdDossier *dossier = g_ptr_array_index (newest_first, i);

      for (guint j = 0; j < dossier->answers->len; j++)
        {
          FootholdAnswerRow *answer = g_ptr_array_index (dossier->answers, j);

          if (foothold_dossier_find_answer (united->answers, answer->item) == NULL)
            g_ptr_array_add (united->answers, foothold_row_ref (answer));
        }
    }
}

/* The currency of an amount that came from another one than what else is said of pay. */
static void
repair_currency (FootholdDossier *united, GPtrArray *dossiers)
{
  for (guint i = 0;
       i < dossiers->len && united->opportunity->currency == NULL && foothold_fill_knows_money (united->opportunity);
       i++)
    if (row_of (dossiers, i)->currency != NULL)
      foothold_fill_take (united, g_ptr_array_index (dossiers, i), find_field ("currency"));
}

FootholdDossier *
foothold_unite (GPtrArray *dossiers, GArray *differences)
{
  const FootholdDossier *kept = g_ptr_array_index (dossiers, foothold_unite_kept (dossiers));
  FootholdDossier *united = foothold_dossier_copy (kept);
  g_autoptr (GPtrArray) newest_first = g_ptr_array_new ();

  for (guint i = 0; i < dossiers->len; i++)
    g_ptr_array_add (newest_first, g_ptr_array_index (dossiers, i));
  g_ptr_array_sort (newest_first, compare_newest);
  for (guint i = 0; i < newest_first->len; i++)
    {
      const FootholdDossier *other = g_ptr_array_index (newest_first, i);

      if (other == kept)
        continue;
      unite_children (united, other);
      unite_marks (united->opportunity, other->opportunity);
      /* what nobody states, but one knows that the posting does not say it; the rest is chosen below */
      {
        FootholdDossier *filled = foothold_fill (united, other, NULL);

        if (filled != NULL)
          {
            foothold_dossier_unref (united);
            united = filled;
          }
      }
    }
  unite_answers (united, newest_first);
  number_history (united->history);
  for (guint i = 0; i < differences->len; i++)
    {
      const FootholdUniteDifference *difference = &g_array_index (differences, FootholdUniteDifference, i);
      g_autofree const char **fields = foothold_unite_fields (dossiers, difference->field);

      for (guint j = 0; fields[j] != NULL; j++)
        foothold_fill_take (united, g_ptr_array_index (dossiers, difference->chosen), find_field (fields[j]));
    }
  repair_currency (united, dossiers);

  return united;
}
