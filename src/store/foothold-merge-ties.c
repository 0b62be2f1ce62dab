// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-merge-ties"

#include "store/foothold-merge-ties.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-merge-rows.h"
#include "store/foothold-row-sql.h"

/* How one is recognised whose id is not here. */
typedef struct
{
  const FootholdRowType *type;
  FootholdOther other;
  gboolean nameless_only; /* two that carry ids are two, however alike they look */
  const char *find_sql;
  const char *fields[5];
} Recognise;

#define SEEN " AND (batch IS NULL OR batch IN (SELECT id FROM import_batch WHERE state = 'done')) ORDER BY id LIMIT 1"

static const Recognise recognise[] = {
  { &foothold_application_row_type,
    FOOTHOLD_OTHER_APPLICATIONS,
    TRUE,
    "SELECT id FROM application WHERE opportunity = :opportunity" SEEN,
    { "opportunity" } },
  { &foothold_engagement_row_type,
    FOOTHOLD_OTHER_ENGAGEMENTS,
    TRUE,
    "SELECT id FROM engagement WHERE opportunity = :opportunity AND title = :title" SEEN,
    { "opportunity", "title" } },
  { &foothold_outreach_row_type,
    FOOTHOLD_OTHER_OUTREACH,
    TRUE,
    "SELECT id FROM outreach WHERE organisation_id IS :organisation_id AND person_id IS :person_id"
    " AND asked IS :asked" SEEN,
    { "organisation_id", "person_id", "asked" } },
  { &foothold_person_contact_row_type,
    FOOTHOLD_OTHER_PEOPLE,
    FALSE,
    "SELECT id FROM person_contact WHERE person = :person AND kind = :kind AND value = :value ORDER BY id LIMIT 1",
    { "person", "kind", "value" } },
  { &foothold_person_link_row_type,
    FOOTHOLD_OTHER_PEOPLE,
    FALSE,
    "SELECT id FROM person_link WHERE person = :person AND opportunity IS :opportunity AND application IS :application"
    " AND interview IS :interview ORDER BY id LIMIT 1",
    { "person", "opportunity", "application", "interview" } },
  { &foothold_conversation_row_type,
    FOOTHOLD_OTHER_CONVERSATIONS,
    FALSE,
    "SELECT id FROM conversation WHERE person = :person AND held_on = :held_on AND text IS :text ORDER BY id LIMIT 1",
    { "person", "held_on", "text" } },
  { &foothold_story_row_type,
    FOOTHOLD_OTHER_STORIES,
    FALSE,
    "SELECT id FROM story WHERE title = :title AND situation IS :situation AND action IS :action ORDER BY id LIMIT 1",
    { "title", "situation", "action" } },
  { &foothold_interview_story_row_type,
    FOOTHOLD_OTHER_STORIES,
    FALSE,
    "SELECT id FROM interview_story WHERE application = :application AND question = :question ORDER BY id LIMIT 1",
    { "application", "question" } },
};

static const Recognise *
recognise_of (const FootholdRowType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognise); i++)
    if (recognise[i].type == type)
      return &recognise[i];

  g_assert_not_reached ();
}

FootholdOther
foothold_merge_other_of (const FootholdRowType *type)
{
  return recognise_of (type)->other;
}

static const char *
sentence_of (const FootholdField *field)
{
  if (g_str_equal (field->name, "person"))
    return _ ("The person whom it belongs to is neither in the file nor here, so it was left out.");
  if (g_str_equal (field->name, "opportunity"))
    return _ ("Its opportunity is neither in the file nor here, so it was left out.");
  return _ ("What it belongs to is neither in the file nor here, so it was left out.");
}

static gboolean
report (const FootholdSink *sink, const FootholdNest *nest, const char *field, const char *sentence, GError **error)
{
  return sink == NULL || sink->problem (sink->user_data, nest->where, field, sentence, error);
}

/* How many things it belongs to, of which there has to be one. */
static guint
count_ties (const FootholdRow *row)
{
  const FootholdPersonLinkRow *link = (const FootholdPersonLinkRow *) row;

  if (row->type != &foothold_person_link_row_type)
    return 1;
  return (guint) (link->opportunity != GINT64_UNKNOWN) + (guint) (link->application != GINT64_UNKNOWN)
         + (guint) (link->interview != GINT64_UNKNOWN);
}

gboolean
foothold_merge_tie (FootholdMergeMap *map,
                    FootholdDb *db,
                    FootholdNest *nest,
                    const FootholdSink *sink,
                    gboolean *tied,
                    GError **error)
{
  FootholdRow *row = nest->row;
  guint n_ties;

  *tied = FALSE;
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const FootholdField *field = &row->type->fields[i];
      const FootholdRowType *type = foothold_merge_map_reference (field);
      const gint64 id = type != NULL ? foothold_row_get_int (row, field) : GINT64_UNKNOWN;
      gint64 here;

      if (type == NULL)
        continue;
      if (!foothold_merge_map_resolve (map, db, type, id, &here, error))
        return FALSE;
      if (here == GINT64_UNKNOWN && field->flags & FOOTHOLD_FIELD_REQUIRED)
        return report (sink, nest, NULL, sentence_of (field), error);
      if (here == GINT64_UNKNOWN && id != GINT64_UNKNOWN && row->type != &foothold_person_link_row_type
          && !report (sink, nest, field->name, _ ("What it names is neither in the file nor here."), error))
        return FALSE;
      foothold_row_set_int (row, field, here);
    }

  n_ties = count_ties (row);
  *tied = n_ties == 1 && foothold_merge_is_whole (row);
  return *tied
         || report (sink, nest, NULL,
                    n_ties > 1 ? _ ("It belongs to more than one thing, so it was left out.")
                               : _ ("What it belongs to is neither in the file nor here, so it was left out."),
                    error);
}

gboolean
foothold_merge_find (FootholdMergeMap *map, FootholdDb *db, const FootholdRow *row, gint64 *id, GError **error)
{
  const Recognise *how = recognise_of (row->type);
  gboolean is_here = FALSE;
  g_autoptr (FootholdStmt) stmt = NULL;

  *id = 0;
  if (row->id != 0 && !foothold_merge_map_is_here (map, db, row->type, row->id, &is_here, error))
    return FALSE;
  if (is_here)
    {
      *id = row->id;
      return TRUE;
    }
  if (row->id != 0 && how->nameless_only)
    return TRUE;

  stmt = foothold_db_stmt (db, how->find_sql);
  for (guint i = 0; how->fields[i] != NULL; i++)
    {
      const FootholdField *field = foothold_row_type_find (row->type, how->fields[i]);

      if (foothold_field_is_text (field))
        foothold_stmt_bind_text (stmt, field->name, foothold_row_get_text (row, field));
      else
        foothold_stmt_bind_int (stmt, field->name, foothold_row_get_int (row, field));
    }
  if (foothold_stmt_next (stmt))
    *id = foothold_stmt_int (stmt, 0);
  return foothold_stmt_finish (stmt, error);
}

gboolean
foothold_merge_brings_application (FootholdDb *db,
                                   const FootholdDossier *dossier,
                                   gint64 opportunity,
                                   gboolean *brings,
                                   GError **error)
{
  g_autoptr (FootholdStmt) stmt = NULL;

  *brings = dossier->applications->len > 0;
  if (!*brings)
    return TRUE;

  stmt = foothold_db_stmt (db, "SELECT id FROM application WHERE opportunity = :opportunity" SEEN);
  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  *brings = !foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}
