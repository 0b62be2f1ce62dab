// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-merge-map"

#include "store/foothold-merge-map.h"

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"

struct _FootholdMergeMap
{
  gint64 batch;
  GHashTable *known; /* Known, of itself */
};

/* A row of the import and what it is here. Ids of two tables may be the same in a file that somebody wrote. */
typedef struct
{
  const FootholdRowType *type;
  gint64 id;
  gint64 here;
} Known;

static guint
known_hash (gconstpointer data)
{
  const Known *known = data;

  return g_int64_hash (&known->id) ^ g_direct_hash (known->type);
}

static gboolean
known_equal (gconstpointer a, gconstpointer b)
{
  const Known *left = a;
  const Known *right = b;

  return left->id == right->id && left->type == right->type;
}

/* What a field that holds an id points at. */
static const struct
{
  const char *field;
  const FootholdRowType *type;
} references[] = {
  { "organisation_id", &foothold_organisation_row_type },
  { "supervisor_id", &foothold_person_row_type },
  { "person_id", &foothold_person_row_type },
  { "through_id", &foothold_person_row_type },
  { "person", &foothold_person_row_type },
  { "place_id", &foothold_place_row_type },
  { "goal", &foothold_goal_row_type },
  { "opportunity", &foothold_opportunity_row_type },
  { "application", &foothold_application_row_type },
  { "interview", &foothold_interview_row_type },
  { "story", &foothold_story_row_type },
};

FootholdMergeMap *
foothold_merge_map_new (gint64 batch)
{
  FootholdMergeMap *self = g_new0 (FootholdMergeMap, 1);

  self->batch = batch;
  self->known = g_hash_table_new_full (known_hash, known_equal, g_free, NULL);
  return self;
}

void
foothold_merge_map_free (FootholdMergeMap *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

const FootholdRowType *
foothold_merge_map_reference (const FootholdField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (references) && field->kind == FOOTHOLD_FIELD_ID; i++)
    if (g_str_equal (references[i].field, field->name))
      return references[i].type;

  return NULL;
}

gint64
foothold_merge_map_get (FootholdMergeMap *self, const FootholdRowType *type, gint64 id)
{
  const Known wanted = { type, id, 0 };
  const Known *known = g_hash_table_lookup (self->known, &wanted);

  return known != NULL ? known->here : GINT64_UNKNOWN;
}

void
foothold_merge_map_remember (FootholdMergeMap *self, const FootholdRowType *type, gint64 id, gint64 here)
{
  const Known known = { type, id, here };

  if (id != 0 && id != GINT64_UNKNOWN)
    g_hash_table_add (self->known, g_memdup2 (&known, sizeof known));
}

gboolean
foothold_merge_map_is_here (FootholdMergeMap *self,
                            FootholdDb *db,
                            const FootholdRowType *type,
                            gint64 id,
                            gboolean *is_here,
                            GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (FootholdStmt) stmt = NULL;
  const gboolean has_batch = foothold_row_type_find (type, "batch") != NULL;

  g_string_printf (sql, "SELECT 1 FROM %s WHERE id = :id", type->table);
  if (has_batch)
    g_string_append (sql, " AND (batch IS NULL OR batch = :batch"
                          " OR batch IN (SELECT id FROM import_batch WHERE state = 'done'))");
  stmt = foothold_db_stmt (db, g_intern_string (sql->str));
  foothold_stmt_bind_int (stmt, "id", id);
  if (has_batch)
    foothold_stmt_bind_int (stmt, "batch", self->batch);
  *is_here = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

gboolean
foothold_merge_map_resolve (FootholdMergeMap *self,
                            FootholdDb *db,
                            const FootholdRowType *type,
                            gint64 id,
                            gint64 *here,
                            GError **error)
{
  gboolean is_here = FALSE;

  *here = id != GINT64_UNKNOWN && id != 0 ? foothold_merge_map_get (self, type, id) : GINT64_UNKNOWN;
  if (*here != GINT64_UNKNOWN || id == GINT64_UNKNOWN || id == 0)
    return TRUE;
  if (!foothold_merge_map_is_here (self, db, type, id, &is_here, error))
    return FALSE;

  if (is_here)
    *here = id;
  return TRUE;
}
