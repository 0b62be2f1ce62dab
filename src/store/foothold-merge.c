/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-merge"

#include "foothold-merge.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-batch.h"
#include "store/foothold-fill.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-merge-nests.h"
#include "store/foothold-merge-ties.h"
#include "store/foothold-name-store.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-read-ahead.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-staging-private.h"
#include "store/foothold-tag-store.h"
#include "store/foothold-undo.h"

/*
 * New opportunities are inserted with triggers off, their words indexed by one
 * statement in the same transaction. Names found once are remembered, so that an
 * import of one organisation's postings looks for it once.
 */

struct _FootholdMerge
{
  gatomicrefcount ref_count;
  FootholdStaging *staging;
  char *dir;
  char *source_name;
  char *label;
  gint64 batch;
  guint n_wanted;
  guint next; /* entry to look at */
  gint64 n_done; /* opportunities in the database */
  gboolean bulk; /* the index is set for bulk */
  gboolean named; /* what has a name is in */
  FootholdMergeRows *rows;
  FootholdMergeNests *nests;
  FootholdReadAhead *ahead; /* stands at @next */
  GHashTable *
    names[4]; /* of organisations, people, skills, places, as they are written → gint64; 0 for a skill without a name */
};

enum
{
  ORGANISATIONS,
  PEOPLE,
  SKILLS,
  PLACES,
};

/* From here on the settings of the index pay for themselves. */
#define BULK_FROM 1000

FootholdMerge *
foothold_merge_new (FootholdStaging *staging, const char *dir, const char *source_name)
{
  FootholdMerge *self = g_new0 (FootholdMerge, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->staging = foothold_staging_ref (staging);
  self->dir = g_strdup (dir);
  self->source_name = g_strdup (source_name);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint n = 0; n < foothold_staging_get_n_entries (staging); n++)
    {
      gboolean wanted;
      gint64 match;

      foothold_staging_get_verdict (staging, n, &wanted, &match);
      self->n_wanted += wanted && !foothold_staging_is_filler (staging, n) ? 1 : 0;
    }
  /* Translators: what an import is called in “Undo Import of 40” */
  self->label = self->n_wanted > 0
                  ? g_strdup_printf (ngettext ("Import of %u", "Import of %u", self->n_wanted), self->n_wanted)
                  /* Translators: what an import without opportunities is called in “Undo Import” */
                  : g_strdup (C_ ("undo", "Import"));
  return self;
}

FootholdMerge *
foothold_merge_ref (FootholdMerge *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_merge_unref (FootholdMerge *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->ahead, foothold_read_ahead_free);
  foothold_staging_unref (self->staging);
  g_clear_pointer (&self->nests, foothold_merge_nests_free);
  g_clear_pointer (&self->rows, foothold_merge_rows_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_hash_table_unref (self->names[i]);
  g_free (self->dir);
  g_free (self->source_name);
  g_free (self->label);
  g_free (self);
}

const char *
foothold_merge_get_label (FootholdMerge *self)
{
  return self->label;
}

guint
foothold_merge_get_n_wanted (FootholdMerge *self)
{
  return self->n_wanted;
}

gint64
foothold_merge_get_n_done (FootholdMerge *self)
{
  return self->n_done;
}

gdouble
foothold_merge_get_fraction (FootholdMerge *self)
{
  const guint n_nests = foothold_staging_get_n_nests (self->staging);
  const guint n = foothold_staging_get_n_entries (self->staging) + n_nests;
  const guint n_left = self->nests != NULL ? foothold_merge_nests_get_n_left (self->nests) : n_nests;

  return n > 0 ? (gdouble) (self->next + n_nests - n_left) / n : 1;
}

static gboolean
begin_func (FootholdDb *db, gpointer data, GError **error)
{
  FootholdMerge *self = data;

  self->batch = foothold_batch_begin (db, self->label, self->source_name, error);
  return self->batch != 0 && (!self->bulk || foothold_search_begin_bulk (db, error));
}

static gboolean
drop_redo_func (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_undo_drop_redo (db, error);
}

gboolean
foothold_merge_begin (FootholdMerge *self, FootholdDb *db, GError **error)
{
  gboolean more = TRUE;

  /* rows of an undone import would stand in the way of the same ids */
  if (!foothold_db_write (db, drop_redo_func, NULL, error))
    return FALSE;
  while (more)
    if (!foothold_batch_delete_slice (db, &more, error))
      return FALSE;

  self->bulk = self->n_wanted + foothold_staging_get_n_nests (self->staging) >= BULK_FROM;
  if (!foothold_db_write (db, begin_func, self, error))
    return FALSE;

  self->rows = foothold_merge_rows_new (self->staging, self->batch);
  self->nests = foothold_merge_nests_new (self->staging, self->rows, self->batch, self->dir, error);
  if (self->nests == NULL)
    return FALSE;
  self->ahead = foothold_read_ahead_new (self->staging, 0);
  return TRUE;
}

/* What was made inside something that was rolled back is not there any more. */
static void
forget_names (FootholdMerge *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_hash_table_remove_all (self->names[i]);
  foothold_merge_people_forget (foothold_merge_rows_get_people (self->rows));
}

/* As foothold_name_resolve (), and remembered as it is written, people with the organisation. *@id is 0 for a skill
 * without a name. */
static gboolean
resolve (FootholdMerge *self,
         FootholdDb *db,
         guint kind,
         const char *name,
         gint64 organisation,
         gint64 *id,
         GError **error)
{
  static const FootholdRowType *const types[] = { &foothold_organisation_row_type, &foothold_person_row_type,
                                                  &foothold_skill_row_type, &foothold_place_row_type };
  g_autofree char *written =
    kind == PEOPLE ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", organisation, name) : g_strdup (name);
  const gint64 *known = g_hash_table_lookup (self->names[kind], written);
  g_autofree char *folded = NULL;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  folded = foothold_fold_name (name);
  *id = 0;
  if (kind != SKILLS || *folded != '\0')
    {
      *id = kind == PEOPLE ? foothold_name_resolve_person (db, name, organisation, GINT64_UNKNOWN, self->batch, error)
                           : foothold_name_resolve (db, types[kind], name, self->batch, error);
      if (*id == 0)
        return FALSE;
    }
  g_hash_table_insert (self->names[kind], g_steal_pointer (&written), g_memdup2 (id, sizeof *id));
  return TRUE;
}

static gboolean
insert_rows (FootholdDb *db, GPtrArray *rows, gboolean fresh_ids, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      if (!foothold_row_insert (db, row, row->id != 0 && !fresh_ids ? row->id : foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_skills (FootholdMerge *self, FootholdDb *db, gint64 id, GPtrArray *names, GError **error)
{
  guint position = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (FootholdStmt) stmt = NULL;
      gint64 skill;

      if (!resolve (self, db, SKILLS, g_ptr_array_index (names, i), GINT64_UNKNOWN, &skill, error))
        return FALSE;
      if (skill == 0)
        continue;
      stmt = foothold_db_stmt (db, "INSERT OR IGNORE INTO opportunity_skill (id, opportunity, position, skill)"
                                   " VALUES (:id, :opportunity, :position, :skill)");
      foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
      foothold_stmt_bind_int (stmt, "opportunity", id);
      foothold_stmt_bind_int (stmt, "position", position++);
      foothold_stmt_bind_int (stmt, "skill", skill);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* A name that is none leaves the field unknown. */
static gboolean
resolve_field (FootholdMerge *self,
               FootholdDb *db,
               guint kind,
               const char *name,
               gint64 organisation,
               gint64 *id,
               GError **error)
{
  gint64 found = 0;

  if (name != NULL && *name != '\0' && !resolve (self, db, kind, name, organisation, &found, error))
    return FALSE;
  if (found != 0)
    *id = found;
  return TRUE;
}

/* Resolves the names of the row and gives it its defaults. */
static gboolean
complete_row (FootholdMerge *self, FootholdDb *db, FootholdOpportunityRow *row, GError **error)
{
  FootholdMergeMap *map = foothold_merge_rows_get_map (self->rows);

  row->batch = self->batch;
  if (row->row.id == 0)
    row->row.id = foothold_id_next ();
  if (row->created_at == 0)
    row->created_at = foothold_now_ms ();
  if (row->origin == NULL)
    row->origin = g_strdup ("found");
  if (row->kind == NULL)
    row->kind = g_strdup ("micro-internship");
  if (row->state == NULL)
    row->state = g_strdup ("spotted");
  if (row->fact_source == NULL)
    row->fact_source = g_strdup ("file");

  row->organisation_id = foothold_merge_map_get (map, &foothold_organisation_row_type, row->organisation_id);
  row->supervisor_id = foothold_merge_map_get (map, &foothold_person_row_type, row->supervisor_id);
  if (row->organisation_id == GINT64_UNKNOWN
      && !resolve_field (self, db, ORGANISATIONS, row->organisation, GINT64_UNKNOWN, &row->organisation_id, error))
    return FALSE;

  row->place_id = foothold_merge_map_get (map, &foothold_place_row_type, row->place_id);
  if (row->place_id == GINT64_UNKNOWN
      && !resolve_field (self, db, PLACES, row->place, GINT64_UNKNOWN, &row->place_id, error))
    return FALSE;

  return row->supervisor_id != GINT64_UNKNOWN
         || resolve_field (self, db, PEOPLE, row->supervisor, row->organisation_id, &row->supervisor_id, error);
}

static gboolean
insert_children (FootholdMerge *self,
                 FootholdDb *db,
                 const FootholdDossier *dossier,
                 gint64 id,
                 gboolean fresh,
                 GError **error)
{
  g_autoptr (GPtrArray) deliverables = foothold_dossier_adopt_rows (dossier->deliverables, id, self->batch);
  g_autoptr (GPtrArray) facts = foothold_dossier_adopt_rows (dossier->facts, id, self->batch);
  g_autoptr (GPtrArray) answers = foothold_dossier_adopt_rows (dossier->answers, id, self->batch);
  g_autoptr (GPtrArray) history = foothold_dossier_adopt_rows (dossier->history, id, self->batch);
  g_autoptr (GPtrArray) attachments = foothold_dossier_adopt_rows (dossier->attachments, id, self->batch);

  foothold_merge_rows_map_answers (self->rows, answers);
  return foothold_dossier_store_pages (dossier, attachments, self->dir, error)
         && insert_rows (db, deliverables, fresh, error) && insert_rows (db, facts, fresh, error)
         && insert_rows (db, answers, fresh, error) && insert_rows (db, history, fresh, error)
         && insert_rows (db, attachments, fresh, error) && insert_skills (self, db, id, dossier->skills, error)
         && (dossier->tags->len == 0 || foothold_tags_save (db, id, dossier->tags, error))
         && foothold_merge_nests_apply (self->nests, db, dossier, id, FALSE, error);
}

typedef struct
{
  FootholdMerge *merge;
  const FootholdDossier *dossier;
  gint64 id;
  gboolean fresh;
} InsertChildren;

static gboolean
insert_children_func (FootholdDb *db, gpointer data, GError **error)
{
  InsertChildren *self = data;

  return insert_children (self->merge, db, self->dossier, self->id, self->fresh, error);
}

/* @careful: children whose keys are taken get others, which costs a savepoint. The row of @dossier is completed. */
static gboolean
insert_new (FootholdMerge *self,
            FootholdDb *db,
            FootholdDossier *dossier,
            gboolean careful,
            GArray *ids,
            GError **error)
{
  FootholdRow *row = &dossier->opportunity->row;
  const gboolean nameless = row->id == 0;
  g_autoptr (GError) local_error = NULL;
  InsertChildren insert = { self, dossier, 0, FALSE };

  if (!complete_row (self, db, dossier->opportunity, error) || !foothold_row_insert (db, row, row->id, error))
    return FALSE;

  insert.id = row->id;
  g_array_append_val (ids, row->id);
  self->n_done++;
  if (nameless || !careful)
    return insert_children (self, db, dossier, row->id, nameless, error);
  if (foothold_db_write (db, insert_children_func, &insert, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  forget_names (self);
  insert.fresh = TRUE;
  return foothold_db_write (db, insert_children_func, &insert, error);
}

typedef struct
{
  FootholdMerge *merge;
  gboolean careful;
  gboolean *more;
} Slice;

static gboolean
slice_func (FootholdDb *db, gpointer data, GError **error)
{
  Slice *slice = data;
  FootholdMerge *self = slice->merge;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *slice->more = TRUE;
  if (!self->named && !foothold_merge_rows_insert_named (self->rows, db, error))
    return FALSE;
  while (*slice->more && ids->len < FOOTHOLD_BATCH_SLICE)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (FootholdDossier) dossier = foothold_read_ahead_take (self->ahead, &self->next, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      *slice->more = dossier != NULL;
      if (dossier == NULL)
        break;
      if (!insert_new (self, db, dossier, slice->careful, ids, error))
        return FALSE;
      foothold_read_ahead_give_back (self->ahead, g_steal_pointer (&dossier));
    }

  if (ids->len > 0 && !foothold_search_insert (db, ids, error))
    return FALSE;
  /* what belongs to opportunities comes when all of them are in */
  if (!*slice->more && ids->len == 0
      && !foothold_merge_nests_slice (self->nests, db, slice->careful, slice->more, error))
    return FALSE;
  *slice->more = *slice->more || ids->len > 0;

  return foothold_merge_nests_index (self->nests, db, error);
}

/*
 * A slice whose children all keep their keys, as those of an export do, is written
 * as it is. Where one key is taken (a file that was not ours, or one edited by hand)
 * nothing of the slice is there, and it is written again, each opportunity by itself.
 */
gboolean
foothold_merge_slice (FootholdMerge *self, FootholdDb *db, gboolean *more, GError **error)
{
  Slice slice = { self, FALSE, more };
  g_autoptr (GError) local_error = NULL;
  const guint next = self->next;
  const gint64 n_done = self->n_done;
  gboolean ok;

  foothold_merge_nests_mark (self->nests);
  ok = foothold_db_write_untriggered (db, slice_func, &slice, &local_error);
  if (!ok && g_error_matches (local_error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_CONSTRAINT))
    {
      g_clear_error (&local_error);
      self->next = next;
      self->n_done = n_done;
      foothold_merge_nests_return (self->nests);
      foothold_read_ahead_free (self->ahead);
      self->ahead = foothold_read_ahead_new (self->staging, next);
      forget_names (self);
      slice.careful = TRUE;
      ok = foothold_db_write_untriggered (db, slice_func, &slice, &local_error);
    }
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local_error));
  self->named = self->named || ok;

  return ok;
}

typedef struct
{
  FootholdMerge *merge;
  guint *next;
  gboolean last;
} Fill;

/* One slice of what was there before; with the last the batch is shown. */
static gpointer
fill_func (FootholdDb *db, gpointer data, GError **error)
{
  Fill *fill = data;
  FootholdMerge *self = fill->merge;
  const guint n_entries = foothold_staging_get_n_entries (self->staging);
  guint n = 0;

  if (*fill->next == 0
      && (!foothold_merge_rows_insert_rest (self->rows, db, error)
          || !foothold_merge_nests_end (self->nests, db, error)))
    return NULL;
  for (; *fill->next < n_entries && n < FOOTHOLD_BATCH_SLICE; (*fill->next)++)
    {
      g_autoptr (FootholdDossier) here = NULL;
      g_autoptr (FootholdDossier) there = NULL;
      g_autoptr (FootholdDossier) filled = NULL;
      g_autoptr (GError) local_error = NULL;
      gboolean wanted, brings = FALSE;
      const char *source;
      gint64 match;

      if (foothold_staging_get_verdict (self->staging, *fill->next, &wanted, &match) != FOOTHOLD_VERDICT_FILLS
          || !wanted || foothold_staging_is_filler (self->staging, *fill->next))
        continue;
      there = foothold_staging_read (self->staging, *fill->next, error);
      here = there != NULL ? foothold_dossier_load (db, match, &local_error) : NULL;
      /* deleted since the preview: there is nothing to fill any more */
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        continue;
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      if (here == NULL)
        return NULL;
      foothold_merge_rows_map_answers (self->rows, there->answers);
      filled = foothold_fill (here, there, NULL);
      if (!foothold_merge_brings_application (db, there, match, &brings, error)
          || (brings && !foothold_merge_nests_apply (self->nests, db, there, match, TRUE, error)))
        return NULL;
      source = there->opportunity->fact_source != NULL ? there->opportunity->fact_source : "file";
      if (filled != NULL && foothold_dossier_save_from (db, filled, self->dir, source, error) == 0)
        return NULL;
      if (filled == NULL && !brings)
        continue;
      n++;
      self->n_done++;
    }

  fill->last = *fill->next >= n_entries;
  if (fill->last)
    foothold_batch_set_done (db, self->batch, self->n_done, error);
  return NULL;
}

static gboolean
end_bulk_func (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_search_end_bulk (db, error);
}

gboolean
foothold_merge_end (FootholdMerge *self, FootholdDb *db, GError **error)
{
  guint next = 0;
  Fill fill = { self, &next, FALSE };

  if (self->bulk && !foothold_db_write (db, end_bulk_func, NULL, error))
    return FALSE;
  self->bulk = FALSE;
  while (!fill.last)
    {
      const guint before = next;
      const gint64 n_before = self->n_done;

      if (foothold_undo_write (db, self->label, self->batch, fill_func, &fill, NULL, NULL, error))
        continue;
      next = before;
      self->n_done = n_before;
      return FALSE;
    }

  return TRUE;
}

gboolean
foothold_merge_abort (FootholdMerge *self, FootholdDb *db, GError **error)
{
  if (self->bulk && !foothold_db_write (db, end_bulk_func, NULL, error))
    return FALSE;
  self->bulk = FALSE;

  return foothold_batch_recover (db, error);
}
