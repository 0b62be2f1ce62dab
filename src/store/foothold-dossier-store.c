/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-dossier-store"

#include <glib/gi18n-lib.h>

#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-opportunity-store.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-tag-store.h"

/* The children of an opportunity: loading them all, and making what is stored equal to a dossier. */

static GPtrArray *
load_skills (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT s.name FROM opportunity_skill AS os JOIN skill AS s ON s.id = os.skill"
                          " WHERE os.opportunity = :id ORDER BY os.position, os.id");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  foothold_stmt_bind_int (stmt, "id", id);
  while (foothold_stmt_next (stmt))
    g_ptr_array_add (names, g_strdup (foothold_stmt_text (stmt, 0)));

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&names) : NULL;
}

static gboolean
take_array (GPtrArray **target, GPtrArray *array)
{
  if (array == NULL)
    return FALSE;

  g_ptr_array_unref (*target);
  *target = array;
  return TRUE;
}

FootholdDossier *
foothold_dossier_load (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdDossier) self = foothold_dossier_new ();
  g_autoptr (GError) local_error = NULL;
  FootholdOpportunityRow *row = foothold_row_load_id (db, &foothold_opportunity_row_type, id, &local_error);

  if (row == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This opportunity is not there any more."));
      return NULL;
    }
  foothold_row_unref (self->opportunity);
  self->opportunity = row;

  if (!take_array (&self->deliverables,
                   foothold_row_load_owned (db, &foothold_deliverable_row_type, "opportunity", id, error))
      || !take_array (&self->skills, load_skills (db, id, error))
      || !take_array (&self->tags, foothold_tags_load (db, id, error))
      || !take_array (&self->facts, foothold_row_load_owned (db, &foothold_fact_row_type, "opportunity", id, error))
      || !take_array (&self->answers, foothold_row_load_owned (db, &foothold_answer_row_type, "opportunity", id, error))
      || !take_array (&self->history,
                      foothold_row_load_owned (db, &foothold_history_row_type, "opportunity", id, error))
      || !take_array (&self->attachments,
                      foothold_row_load_owned (db, &foothold_attachment_row_type, "opportunity", id, error)))
    return NULL;
  g_ptr_array_set_size (self->pages, (int) self->attachments->len);

  return g_steal_pointer (&self);
}

static FootholdRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      if (row->id == id)
        return row;
    }

  return NULL;
}

/* Deletes those of @old that are not in @new_rows, updates the others, inserts the rest. */
static gboolean
save_rows (FootholdDb *db, GPtrArray *old, GPtrArray *new_rows, GError **error)
{
  for (guint i = 0; i < old->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (old, i);

      if (find_row (new_rows, row->id) == NULL && !foothold_row_delete (db, row->type, row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < new_rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (new_rows, i);
      FootholdRow *before = row->id != 0 ? find_row (old, row->id) : NULL;

      if (before != NULL ? !foothold_row_update (db, before, row, error)
                         : !foothold_row_insert (db, row, row->id != 0 ? row->id : foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

/* Copies of @rows that belong to @id and, where they have places, stand in this order. */
GPtrArray *
foothold_dossier_adopt_rows (GPtrArray *rows, gint64 id, gint64 batch)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *copy = foothold_row_copy (g_ptr_array_index (rows, i));
      const FootholdField *position = foothold_row_type_find (copy->type, "position");
      const FootholdField *seq = foothold_row_type_find (copy->type, "seq");
      const FootholdField *batch_field = foothold_row_type_find (copy->type, "batch");

      foothold_row_set_int (copy, foothold_row_type_find (copy->type, "opportunity"), id);
      if (position != NULL)
        foothold_row_set_int (copy, position, i);
      if (seq != NULL && foothold_row_get_int (copy, seq) == 0)
        foothold_row_set_int (copy, seq, i + 1);
      if (batch_field != NULL && foothold_row_get_int (copy, batch_field) == GINT64_UNKNOWN)
        foothold_row_set_int (copy, batch_field, batch);
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

static const FootholdFactRow *
find_fact (GPtrArray *facts, const char *field)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const FootholdFactRow *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->field, field))
        return fact;
    }

  return NULL;
}

/*
 * Only what the dossier says otherwise than @old is written: the row's own save
 * has already kept the facts of the fields it changed.
 */
static gboolean
update_facts (FootholdDb *db, gint64 id, GPtrArray *old, GPtrArray *facts, GError **error)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const FootholdFactRow *fact = g_ptr_array_index (facts, i);
      const FootholdFactRow *before = find_fact (old, fact->field);

      if ((before == NULL || g_strcmp0 (before->knowledge, fact->knowledge) != 0
           || g_strcmp0 (before->source, fact->source) != 0)
          && !foothold_fact_put (db, id, fact->field, fact->knowledge, fact->source, error))
        return FALSE;
    }
  for (guint i = 0; i < old->len; i++)
    {
      const FootholdFactRow *fact = g_ptr_array_index (old, i);

      if (find_fact (facts, fact->field) == NULL && !foothold_fact_remove (db, id, fact->field, error))
        return FALSE;
    }

  return TRUE;
}

/* History is only ever added to. */
static gboolean
insert_missing (FootholdDb *db, GPtrArray *old, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);

      if ((row->id == 0 || find_row (old, row->id) == NULL)
          && !foothold_row_insert (db, row, row->id != 0 ? row->id : foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

/*
 * Of an opportunity that is there: only what an import brings to what nobody answered. Answers are given and taken back
 * one by one, and a page that does not know the newest must not undo it.
 */
static gboolean
add_answers (FootholdDb *db, GPtrArray *old, GPtrArray *answers, GError **error)
{
  for (guint i = 0; i < answers->len; i++)
    {
      FootholdAnswerRow *answer = g_ptr_array_index (answers, i);

      if (answer->row.id == 0 && foothold_dossier_find_answer (old, answer->item) == NULL
          && !foothold_row_insert (db, &answer->row, foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
link_skill (FootholdDb *db, gint64 opportunity, gint64 skill, guint position, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "INSERT INTO opportunity_skill (id, opportunity, position, skill)"
                          " VALUES (:id, :opportunity, :position, :skill)"
                          " ON CONFLICT (opportunity, skill) DO UPDATE SET position = excluded.position, rev = rev + 1"
                          " WHERE position <> excluded.position");

  foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  foothold_stmt_bind_int (stmt, "position", position);
  foothold_stmt_bind_int (stmt, "skill", skill);
  return foothold_stmt_exec (stmt, error);
}

static gboolean
unlink_skill (FootholdDb *db, gint64 opportunity, const char *name, GError **error)
{
  const gint64 skill = foothold_name_resolve (db, &foothold_skill_row_type, name, GINT64_UNKNOWN, error);
  g_autoptr (FootholdStmt) stmt = NULL;

  if (skill == 0)
    return FALSE;

  stmt = foothold_db_stmt (db, "DELETE FROM opportunity_skill WHERE opportunity = :opportunity AND skill = :skill");
  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  foothold_stmt_bind_int (stmt, "skill", skill);
  return foothold_stmt_exec (stmt, error) && foothold_name_release (db, &foothold_skill_row_type, skill, error);
}

static gboolean
save_skills (FootholdDb *db, gint64 id, GPtrArray *old, GPtrArray *names, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint position = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      char *folded = foothold_fold_name (name);
      gint64 skill;

      if (*folded == '\0' || !g_hash_table_add (seen, folded))
        {
          if (*folded == '\0')
            g_free (folded);
          continue;
        }
      skill = foothold_name_resolve (db, &foothold_skill_row_type, name, GINT64_UNKNOWN, error);
      if (skill == 0 || !link_skill (db, id, skill, position++, error))
        return FALSE;
    }
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *folded = foothold_fold_name (g_ptr_array_index (old, i));

      if (!g_hash_table_contains (seen, folded) && !unlink_skill (db, id, g_ptr_array_index (old, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Bytes first, durably, then the row (R10). */
gboolean
foothold_dossier_store_pages (const FootholdDossier *dossier, GPtrArray *attachments, const char *dir, GError **error)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      FootholdAttachmentRow *row = g_ptr_array_index (attachments, i);

      if (row->added_at == 0)
        row->added_at = foothold_now_ms ();
      if (row->role == NULL)
        row->role = g_strdup ("file");
    }

  return foothold_nest_store_files (attachments, dossier->pages, dir, error);
}

gint64
foothold_dossier_save (FootholdDb *db, const FootholdDossier *dossier, const char *dir, GError **error)
{
  return foothold_dossier_save_from (db, dossier, dir, "typed", error);
}

gint64
foothold_dossier_save_from (FootholdDb *db,
                            const FootholdDossier *dossier,
                            const char *dir,
                            const char *source,
                            GError **error)
{
  const gint64 batch = dossier->opportunity->batch;
  g_autoptr (FootholdDossier) old = NULL;
  g_autoptr (GPtrArray) deliverables = NULL, facts = NULL, answers = NULL, history = NULL, attachments = NULL;
  gint64 id = dossier->opportunity->row.id;
  gboolean is_new;

  if (id != 0)
    {
      g_autoptr (GError) local_error = NULL;

      old = foothold_dossier_load (db, id, &local_error);
      if (old == NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return 0;
        }
    }
  id = foothold_opportunity_save_from (db, old != NULL ? old->opportunity : NULL, dossier->opportunity, source, error);
  if (id == 0)
    return 0;
  is_new = old == NULL;
  if (is_new)
    old = foothold_dossier_new ();

  deliverables = foothold_dossier_adopt_rows (dossier->deliverables, id, batch);
  facts = foothold_dossier_adopt_rows (dossier->facts, id, batch);
  answers = foothold_dossier_adopt_rows (dossier->answers, id, batch);
  history = foothold_dossier_adopt_rows (dossier->history, id, batch);
  attachments = foothold_dossier_adopt_rows (dossier->attachments, id, batch);
  if (!foothold_dossier_store_pages (dossier, attachments, dir, error)
      || !save_rows (db, old->deliverables, deliverables, error)
      || !(is_new ? save_rows (db, old->facts, facts, error) : update_facts (db, id, old->facts, facts, error))
      || !(is_new ? save_rows (db, old->answers, answers, error) : add_answers (db, old->answers, answers, error))
      || !insert_missing (db, old->history, history, error) || !save_rows (db, old->attachments, attachments, error)
      || !save_skills (db, id, old->skills, dossier->skills, error)
      || !foothold_tags_save (db, id, dossier->tags, error))
    return 0;

  return id;
}
