// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-merge-nests"

#include "store/foothold-merge-nests.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-batch.h"
#include "store/foothold-id.h"
#include "store/foothold-merge-ties.h"
#include "store/foothold-name-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-staging-private.h"

/* With what is nested in them about FOOTHOLD_BATCH_SLICE rows and more. */
#define SLICE_NESTS (FOOTHOLD_BATCH_SLICE / 5)

/* What became of one so far. */
typedef enum
{
  PENDING,
  DONE,
  HERE, /* it is to be filled */
} Outcome;

struct _FootholdMergeNests
{
  FootholdStaging *staging;
  FootholdMergeRows *rows;
  FootholdMergeMap *map; /* of @rows */
  FootholdMergeStages *stages;
  gint64 batch;
  char *dir;
  GByteArray *outcomes; /* Outcome of each */
  guint next, marked;
  gboolean knows_opportunities;
  GArray *applications; /* ids that the index does not know yet */
};

FootholdMergeNests *
foothold_merge_nests_new (FootholdStaging *staging,
                          FootholdMergeRows *rows,
                          gint64 batch,
                          const char *dir,
                          GError **error)
{
  FootholdMergeStages *stages = foothold_merge_stages_new (staging, error);
  FootholdMergeNests *self;

  if (stages == NULL)
    return NULL;

  self = g_new0 (FootholdMergeNests, 1);
  self->staging = foothold_staging_ref (staging);
  self->rows = rows;
  self->map = foothold_merge_rows_get_map (rows);
  self->stages = stages;
  self->batch = batch;
  self->dir = g_strdup (dir);
  self->outcomes = g_byte_array_new ();
  g_byte_array_set_size (self->outcomes, foothold_staging_get_n_nests (staging));
  for (guint i = 0; i < self->outcomes->len; i++)
    self->outcomes->data[i] = PENDING;
  self->applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
foothold_merge_nests_free (FootholdMergeNests *self)
{
  foothold_staging_unref (self->staging);
  foothold_merge_stages_free (self->stages);
  g_byte_array_unref (self->outcomes);
  g_array_unref (self->applications);
  g_free (self->dir);
  g_free (self);
}

guint
foothold_merge_nests_get_n_left (FootholdMergeNests *self)
{
  return self->outcomes->len - self->next;
}

void
foothold_merge_nests_mark (FootholdMergeNests *self)
{
  self->marked = self->next;
  foothold_merge_people_mark (foothold_merge_rows_get_people (self->rows));
  g_array_set_size (self->applications, 0);
}

void
foothold_merge_nests_return (FootholdMergeNests *self)
{
  for (guint i = self->marked; i < self->next; i++)
    self->outcomes->data[i] = PENDING;
  self->next = self->marked;
  foothold_merge_people_return (foothold_merge_rows_get_people (self->rows));
  g_array_set_size (self->applications, 0);
}

/* Where the opportunities of the import are: those that come, and those that are here under another id. */
static void
know_opportunities (FootholdMergeNests *self)
{
  const guint n = foothold_staging_get_n_entries (self->staging);

  if (self->knows_opportunities || self->outcomes->len == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = foothold_staging_get_id (self->staging, i);
      gboolean wanted;
      gint64 match;
      const FootholdVerdict verdict = foothold_staging_get_verdict (self->staging, i, &wanted, &match);

      if (id != 0 && (match != 0 || (verdict == FOOTHOLD_VERDICT_NEW && wanted)))
        foothold_merge_map_remember (self->map, &foothold_opportunity_row_type, id, match != 0 ? match : id);
    }
  self->knows_opportunities = TRUE;
}

static gboolean
tie (FootholdMergeNests *self, FootholdDb *db, FootholdNest *nest, gboolean *tied, GError **error)
{
  /* what is left out is said once, to who looks */
  return foothold_merge_tie (self->map, db, nest, self->batch == 0 ? foothold_staging_get_sink (self->staging) : NULL,
                             tied, error);
}

/* ---- a new one ---- */

static gboolean
name_one (FootholdMergeNests *self,
          FootholdDb *db,
          const FootholdRowType *type,
          const char *name,
          gint64 organisation,
          gint64 *id,
          GError **error)
{
  if (*id != GINT64_UNKNOWN || name == NULL || *name == '\0')
    return TRUE;

  *id = type == &foothold_person_row_type
          ? foothold_name_resolve_person (db, name, organisation, GINT64_UNKNOWN, self->batch, error)
          : foothold_name_resolve (db, type, name, self->batch, error);
  return *id != 0;
}

/* Of a file that names them without saying who they are. */
static gboolean
name_them (FootholdMergeNests *self, FootholdDb *db, FootholdRow *row, GError **error)
{
  FootholdOutreachRow *outreach = (FootholdOutreachRow *) row;

  return row->type != &foothold_outreach_row_type
         || (name_one (self, db, &foothold_organisation_row_type, outreach->organisation, GINT64_UNKNOWN,
                       &outreach->organisation_id, error)
             && name_one (self, db, &foothold_person_row_type, outreach->person, outreach->organisation_id,
                          &outreach->person_id, error)
             && name_one (self, db, &foothold_person_row_type, outreach->through, GINT64_UNKNOWN, &outreach->through_id,
                          error));
}

static gint64 *
instant_of (FootholdRow *row, const char *name)
{
  const FootholdField *field = foothold_row_type_find (row->type, name);

  return field != NULL ? &G_STRUCT_MEMBER (gint64, row, field->offset) : NULL;
}

/* @batch: GINT64_UNKNOWN where it is recorded */
static void
complete (FootholdMergeNests *self, FootholdNest *nest, gint64 batch)
{
  FootholdRow *row = nest->row;
  gint64 *created_at = instant_of (row, "created_at");
  const FootholdField *batch_field = foothold_row_type_find (row->type, "batch");

  if (row->id == 0)
    row->id = foothold_id_next ();
  if (created_at != NULL && *created_at == 0)
    *created_at = foothold_now_ms ();
  if (batch_field != NULL)
    foothold_row_set_int (row, batch_field, batch);
  if (row->type == &foothold_application_row_type)
    {
      FootholdApplicationRow *application = (FootholdApplicationRow *) row;

      application->stage = foothold_merge_stages_place (self->stages, row->id, application->stage, application->state);
    }
  for (guint i = 0; i < nest->family->n_parts; i++)
    foothold_nest_adopt (nest->parts[i], nest->family->owner, row->id,
                         created_at != NULL ? *created_at : foothold_now_ms ());
}

typedef struct
{
  FootholdNest *nest;
  gboolean fresh;
} Insert;

static gboolean
insert_func (FootholdDb *db, gpointer data, GError **error)
{
  Insert *self = data;

  return foothold_nest_insert (db, self->nest, self->fresh, error);
}

static gboolean
insert_carefully (FootholdDb *db, FootholdNest *nest, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  Insert insert = { nest, FALSE };

  if (foothold_db_write (db, insert_func, &insert, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  insert.fresh = TRUE;
  return foothold_db_write (db, insert_func, &insert, error);
}

static gboolean
has_files (const FootholdRowType *type)
{
  return type == &foothold_application_file_row_type;
}

static gboolean
store_files (FootholdMergeNests *self, FootholdNest *nest, GError **error)
{
  for (guint i = 0; i < nest->family->n_parts; i++)
    if (has_files (nest->family->parts[i].type)
        && !foothold_nest_store_files (nest->parts[i], nest->bytes, self->dir, error))
      return FALSE;

  return TRUE;
}

/* The ids of what is nested, in one list: what may be pointed at. */
static GArray *
nested_ids (const FootholdNest *nest)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < nest->family->n_parts; i++)
    for (guint k = 0; k < nest->parts[i]->len; k++)
      g_array_append_val (ids, ((FootholdRow *) g_ptr_array_index (nest->parts[i], k))->id);

  return ids;
}

static void
remember_nested (FootholdMergeNests *self, const FootholdNest *nest, GArray *before)
{
  guint n = 0;

  for (guint i = 0; i < nest->family->n_parts; i++)
    for (guint k = 0; k < nest->parts[i]->len; k++, n++)
      if (nest->family->parts[i].type == &foothold_interview_row_type)
        foothold_merge_map_remember (self->map, nest->family->parts[i].type, g_array_index (before, gint64, n),
                                     ((FootholdRow *) g_ptr_array_index (nest->parts[i], k))->id);
}

/* @batch as for complete() */
static gboolean
insert_new (FootholdMergeNests *self,
            FootholdDb *db,
            FootholdNest *nest,
            gint64 batch,
            gboolean careful,
            GError **error)
{
  const gint64 id = nest->row->id;
  g_autoptr (GArray) before = nested_ids (nest);

  if (!name_them (self, db, nest->row, error))
    return FALSE;
  complete (self, nest, batch);
  if (!store_files (self, nest, error)
      || !(careful ? insert_carefully (db, nest, error) : foothold_nest_insert (db, nest, FALSE, error)))
    return FALSE;

  foothold_merge_map_remember (self->map, nest->row->type, id, nest->row->id);
  remember_nested (self, nest, before);
  if (nest->row->type == &foothold_application_row_type)
    g_array_append_val (self->applications, nest->row->id);
  return TRUE;
}

static gboolean
carries_batch (const FootholdNest *nest)
{
  return foothold_row_type_find (nest->row->type, "batch") != NULL;
}

static gboolean
take_one (FootholdMergeNests *self, FootholdDb *db, guint n, gboolean careful, GError **error)
{
  g_autoptr (FootholdNest) nest = foothold_staging_read_nest (self->staging, n, error);
  gboolean tied;
  gint64 here;

  if (nest == NULL)
    return FALSE;
  if (!carries_batch (nest))
    return TRUE;
  if (!tie (self, db, nest, &tied, error) || (tied && !foothold_merge_find (self->map, db, nest->row, &here, error)))
    return FALSE;

  self->outcomes->data[n] = tied && here != 0 ? HERE : DONE;
  if (tied && here != 0)
    foothold_merge_map_remember (self->map, nest->row->type, nest->row->id, here);
  return !tied || here != 0 || insert_new (self, db, nest, self->batch, careful, error);
}

gboolean
foothold_merge_nests_slice (FootholdMergeNests *self, FootholdDb *db, gboolean careful, gboolean *more, GError **error)
{
  know_opportunities (self);
  if (!foothold_merge_stages_look (self->stages, db, error))
    return FALSE;
  for (guint n = 0; n < SLICE_NESTS && self->next < self->outcomes->len; n++, self->next++)
    if (!take_one (self, db, self->next, careful, error))
      return FALSE;

  *more = self->next < self->outcomes->len;
  return TRUE;
}

gboolean
foothold_merge_nests_index (FootholdMergeNests *self, FootholdDb *db, GError **error)
{
  return self->applications->len == 0 || foothold_search_insert_applications (db, self->applications, error);
}

gboolean
foothold_merge_nests_apply (FootholdMergeNests *self,
                            FootholdDb *db,
                            const FootholdDossier *dossier,
                            gint64 opportunity,
                            gboolean recorded,
                            GError **error)
{
  GPtrArray *nests = dossier->applications;

  if (nests->len > 0 && !foothold_merge_stages_look (self->stages, db, error))
    return FALSE;
  for (guint i = 0; i < nests->len; i++)
    {
      FootholdNest *nest = g_ptr_array_index (nests, i);

      ((FootholdApplicationRow *) nest->row)->opportunity = opportunity;
      if (!insert_new (self, db, nest, recorded ? GINT64_UNKNOWN : self->batch, FALSE, error)
          || !foothold_merge_people_link (foothold_merge_rows_get_people (self->rows), db, dossier->people,
                                          nest->row->id, recorded, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- one that is here ---- */

static gboolean
has_any (FootholdDb *db, const FootholdFamily *family, guint part, gint64 id, gboolean *any, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM %s WHERE %s = :id LIMIT 1", family->parts[part].type->table, family->owner);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));

  foothold_stmt_bind_int (stmt, "id", id);
  *any = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

/* The lists that are empty here and not in @nest; bit by bit. What happened is nothing to be filled in. */
static gboolean
find_empty (FootholdDb *db, const FootholdNest *nest, gint64 id, guint *empty, GError **error)
{
  *empty = 0;
  for (guint i = 0; i < nest->family->n_parts; i++)
    {
      gboolean any;

      if (nest->parts[i]->len == 0 || nest->family->parts[i].type == &foothold_application_history_row_type)
        continue;
      if (!has_any (db, nest->family, i, id, &any, error))
        return FALSE;
      if (!any)
        *empty |= 1u << i;
    }

  return TRUE;
}

static gboolean
insert_parts (FootholdDb *db, gpointer data, GError **error)
{
  Insert *insert = data;
  FootholdNest *nest = insert->nest;

  for (guint i = 0; i < nest->family->n_parts; i++)
    for (guint k = 0; k < nest->parts[i]->len; k++)
      {
        FootholdRow *row = g_ptr_array_index (nest->parts[i], k);

        if (row->id == 0 || insert->fresh)
          row->id = foothold_id_next ();
        if (!foothold_row_insert (db, row, row->id, error))
          return FALSE;
      }

  return TRUE;
}

/* @nest keeps only what is to be inserted. */
static gboolean
fill_parts (FootholdMergeNests *self, FootholdDb *db, FootholdNest *nest, gint64 id, guint empty, GError **error)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GError) local_error = NULL;
  Insert insert = { nest, FALSE };

  for (guint i = 0; i < nest->family->n_parts; i++)
    if (!(empty & (1u << i)))
      g_ptr_array_set_size (nest->parts[i], 0);
    else
      foothold_nest_adopt (nest->parts[i], nest->family->owner, id, foothold_now_ms ());
  before = nested_ids (nest);
  if (!store_files (self, nest, error))
    return FALSE;
  if (!foothold_db_write (db, insert_parts, &insert, &local_error))
    {
      if (!g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      insert.fresh = TRUE;
      if (!foothold_db_write (db, insert_parts, &insert, error))
        return FALSE;
    }

  remember_nested (self, nest, before);
  return TRUE;
}

/* *@fills: whether @nest knows more than the row @id; with a batch it is told what it does not know. */
static gboolean
fill (FootholdMergeNests *self, FootholdDb *db, FootholdNest *nest, gint64 id, gboolean *fills, GError **error)
{
  g_autoptr (FootholdRow) here = NULL;
  g_autoptr (FootholdRow) after = NULL;
  guint empty;

  *fills = FALSE;
  here = foothold_row_load_id (db, nest->row->type, id, error);
  if (here == NULL)
    return FALSE;
  after = foothold_merge_fill (here, nest->row, 0);
  if (!find_empty (db, nest, id, &empty, error))
    return FALSE;

  *fills = empty != 0 || !foothold_row_equal (here, after);
  return self->batch == 0
         || (foothold_row_update (db, here, after, error)
             && (empty == 0 || fill_parts (self, db, nest, id, empty, error)));
}

static gboolean
end_one (FootholdMergeNests *self, FootholdDb *db, guint n, GError **error)
{
  g_autoptr (FootholdNest) nest = NULL;
  gboolean tied, fills;
  gint64 here;

  if (self->outcomes->data[n] == DONE)
    return TRUE;
  nest = foothold_staging_read_nest (self->staging, n, error);
  if (nest == NULL || !tie (self, db, nest, &tied, error))
    return FALSE;
  if (!tied)
    return TRUE;
  if (!foothold_merge_find (self->map, db, nest->row, &here, error))
    return FALSE;

  if (here == 0)
    return insert_new (self, db, nest, GINT64_UNKNOWN, TRUE, error);
  /* what points at it follows */
  foothold_merge_map_remember (self->map, nest->row->type, nest->row->id, here);
  return fill (self, db, nest, here, &fills, error);
}

gboolean
foothold_merge_nests_end (FootholdMergeNests *self, FootholdDb *db, GError **error)
{
  know_opportunities (self);
  if (!foothold_merge_stages_look (self->stages, db, error))
    return FALSE;
  for (guint n = 0; n < self->outcomes->len; n++)
    if (!end_one (self, db, n, error))
      return FALSE;
  if (!foothold_merge_people_end (foothold_merge_rows_get_people (self->rows), db, error))
    return FALSE;

  return foothold_merge_stages_write (self->stages, db, error);
}

/* ---- looking ---- */

static gboolean
count_one (FootholdMergeNests *self, FootholdDb *db, FootholdNest *nest, FootholdOthers *others, GError **error)
{
  const FootholdOther other = foothold_merge_other_of (nest->row->type);
  const FootholdField *person = foothold_row_type_find (nest->row->type, "person");
  gboolean tied, fills = TRUE, known = TRUE;
  gint64 here, id;

  if (!tie (self, db, nest, &tied, error))
    return FALSE;
  if (!tied)
    return TRUE;
  if (!foothold_merge_find (self->map, db, nest->row, &here, error)
      || (here != 0 && !fill (self, db, nest, here, &fills, error)))
    return FALSE;

  if (here == 0 || fills)
    {
      /* who learns three things is one, and who is new is counted as that */
      id = other == FOOTHOLD_OTHER_PEOPLE ? foothold_row_get_int (nest->row, person) : 0;
      if (id != 0 && !foothold_merge_map_is_here (self->map, db, &foothold_person_row_type, id, &known, error))
        return FALSE;
      if (id == 0)
        others->n[other]++;
      else if (known && foothold_merge_rows_count_learning (self->rows, id, others))
        others->n[FOOTHOLD_OTHER_KNOWN_PEOPLE]++;
    }
  else if (other != FOOTHOLD_OTHER_PEOPLE)
    others->n_same++;

  foothold_merge_map_remember (self->map, nest->row->type, nest->row->id, here != 0 ? here : nest->row->id);
  for (guint i = 0; i < nest->family->n_parts; i++)
    for (guint k = 0; k < nest->parts[i]->len; k++)
      {
        const FootholdRow *row = g_ptr_array_index (nest->parts[i], k);

        if (row->type == &foothold_interview_row_type)
          foothold_merge_map_remember (self->map, row->type, row->id, row->id);
      }
  return TRUE;
}

gboolean
foothold_merge_nests_count (FootholdMergeNests *self, FootholdDb *db, FootholdOthers *others, GError **error)
{
  const FootholdSink *sink = foothold_staging_get_sink (self->staging);
  const char *sentence;

  know_opportunities (self);
  if (!foothold_merge_stages_look (self->stages, db, error))
    return FALSE;
  others->n[FOOTHOLD_OTHER_COLUMNS] = foothold_merge_stages_count (self->stages, &sentence);
  if (sentence != NULL && !sink->problem (sink->user_data, NULL, NULL, sentence, error))
    return FALSE;
  for (guint n = 0; n < self->outcomes->len; n++)
    {
      g_autoptr (FootholdNest) nest = NULL;

      if (g_cancellable_set_error_if_cancelled (foothold_staging_get_cancellable (self->staging), error))
        return FALSE;
      nest = foothold_staging_read_nest (self->staging, n, error);
      if (nest == NULL || !count_one (self, db, nest, others, error))
        return FALSE;
    }

  return TRUE;
}
