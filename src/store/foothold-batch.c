/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-batch"

#include "foothold-batch.h"

#include "sqlite/foothold-changeset.h"
#include "store/foothold-id.h"
#include "store/foothold-judgements.h"
#include "store/foothold-row-sql.h"

/* Deleting goes in slices so that other writes run between them; a kill in the middle is taken up at the next start. */

/* Opportunities of one slice; with their children about FOOTHOLD_BATCH_SLICE rows and more. */
#define SLICE_OPPORTUNITIES (FOOTHOLD_BATCH_SLICE / 5)

gint64
foothold_batch_begin (FootholdDb *db, const char *label, const char *source_name, GError **error)
{
  const gint64 id = foothold_id_next ();
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "INSERT INTO import_batch (id, started_at, label, source_name, state)"
                          " VALUES (:id, :started_at, :label, :source_name, 'running')");

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_int (stmt, "started_at", foothold_now_ms ());
  foothold_stmt_bind_text (stmt, "label", label);
  foothold_stmt_bind_text (stmt, "source_name", source_name);
  return foothold_stmt_exec (stmt, error) ? id : 0;
}

gboolean
foothold_batch_set_done (FootholdDb *db, gint64 batch, gint64 n_rows, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE import_batch SET state = 'done', n_rows = :n_rows, rev = rev + 1 WHERE id = :id");

  foothold_stmt_bind_int (stmt, "id", batch);
  foothold_stmt_bind_int (stmt, "n_rows", n_rows);
  return foothold_stmt_exec (stmt, error) && foothold_judgements_expect (db, error);
}

/* Nothing else has been written since: an import changes other rows in one go, at its end. */
static gboolean
take_back_recorded (FootholdDb *db, GError **error)
{
  for (;;)
    {
      g_autoptr (GBytes) changeset = NULL;
      gint64 seq = 0;

      {
        g_autoptr (FootholdStmt) stmt =
          foothold_db_stmt (db, "SELECT seq, changeset FROM change"
                                " WHERE batch IN (SELECT id FROM import_batch WHERE state = 'running')"
                                " ORDER BY seq DESC LIMIT 1");

        if (foothold_stmt_next (stmt))
          {
            seq = foothold_stmt_int (stmt, 0);
            changeset = foothold_stmt_blob (stmt, 1);
          }
        if (!foothold_stmt_finish (stmt, error))
          return FALSE;
      }
      if (seq == 0)
        return TRUE;
      if (changeset != NULL && !foothold_db_apply_changes (db, changeset, TRUE, error))
        return FALSE;

      {
        g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "DELETE FROM change WHERE seq = :seq");

        foothold_stmt_bind_int (stmt, "seq", seq);
        if (!foothold_stmt_exec (stmt, error))
          return FALSE;
      }
    }
}

static gboolean
recover_func (FootholdDb *db, gpointer data, GError **error)
{
  return take_back_recorded (db, error)
         && foothold_db_exec (db, "UPDATE import_batch SET state = 'deleting' WHERE state = 'running'", error);
}

gboolean
foothold_batch_has_unfinished (FootholdDb *db, gboolean *unfinished, GError **error)
{
  gint64 n;

  if (!foothold_db_query_int (db, "SELECT count (*) FROM import_batch WHERE state = 'running'", &n, error))
    return FALSE;

  *unfinished = n > 0;
  return TRUE;
}

gboolean
foothold_batch_recover (FootholdDb *db, GError **error)
{
  gboolean unfinished;

  return foothold_batch_has_unfinished (db, &unfinished, error)
         && (!unfinished || foothold_db_write (db, recover_func, NULL, error));
}

gboolean
foothold_batch_needs_deleting (FootholdDb *db, gboolean *needs, GError **error)
{
  gint64 n;

  if (!foothold_db_query_int (db, "SELECT count (*) FROM import_batch WHERE state = 'deleting'", &n, error))
    return FALSE;

  *needs = n > 0;
  return TRUE;
}

static gboolean
delete_opportunities (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    /* the index first: with its row gone from it, deleting the links finds nothing to index again */
    "DELETE FROM opportunity_skill WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM deliverable WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM fact WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM opportunity_history WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM attachment WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM opportunity_tag WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM answer WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM judgement WHERE opportunity IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM opportunity WHERE id IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM opportunity_search WHERE rowid IN (SELECT value FROM json_each (:ids))",
    "DELETE FROM opportunity_search_short WHERE rowid IN (SELECT value FROM json_each (:ids))",
  };

  return foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error);
}

/* What others use by now stays, and is an ordinary row from here on. */
static const char *const named_sqls[] = {
  "DELETE FROM person WHERE batch = :batch AND NOT EXISTS (SELECT 1 FROM opportunity WHERE supervisor_id = person.id)",
  "UPDATE person SET batch = NULL WHERE batch = :batch",
  "DELETE FROM organisation WHERE batch = :batch"
  " AND NOT EXISTS (SELECT 1 FROM opportunity WHERE organisation_id = organisation.id)"
  " AND NOT EXISTS (SELECT 1 FROM person WHERE organisation_id = organisation.id)",
  "UPDATE organisation SET batch = NULL WHERE batch = :batch",
  "DELETE FROM place WHERE batch = :batch AND NOT EXISTS (SELECT 1 FROM opportunity WHERE place_id = place.id)",
  "UPDATE place SET batch = NULL WHERE batch = :batch",
  "DELETE FROM skill WHERE batch = :batch AND level IS NULL AND wanted = 0 AND evidence IS NULL"
  " AND NOT EXISTS (SELECT 1 FROM opportunity_skill WHERE skill = skill.id)",
  "UPDATE skill SET batch = NULL WHERE batch = :batch",
  "UPDATE fact SET batch = NULL WHERE batch = :batch",
  "UPDATE answer SET batch = NULL WHERE batch = :batch",
  "UPDATE attachment SET batch = NULL WHERE batch = :batch",
  "UPDATE opportunity SET batch = NULL WHERE batch = :batch",
  "DELETE FROM change WHERE batch = :batch",
  "DELETE FROM import_batch WHERE id = :batch",
};

static gboolean
delete_func (FootholdDb *db, gpointer data, GError **error)
{
  gboolean *more = data;
  gint64 batch;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!foothold_db_query_int (db, "SELECT id FROM import_batch WHERE state = 'deleting' ORDER BY id LIMIT 1", &batch,
                              error))
    return FALSE;
  *more = batch != G_MININT64;
  if (!*more)
    return TRUE;

  {
    g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT id FROM opportunity WHERE batch = :batch LIMIT :n");

    foothold_stmt_bind_int (stmt, "batch", batch);
    foothold_stmt_bind_int (stmt, "n", SLICE_OPPORTUNITIES);
    while (foothold_stmt_next (stmt))
      {
        const gint64 id = foothold_stmt_int (stmt, 0);

        g_array_append_val (ids, id);
      }
    if (!foothold_stmt_finish (stmt, error))
      return FALSE;
  }
  if (ids->len > 0)
    return delete_opportunities (db, ids, error);

  for (guint i = 0; i < G_N_ELEMENTS (named_sqls); i++)
    {
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, named_sqls[i]);

      foothold_stmt_bind_int (stmt, "batch", batch);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foothold_batch_delete_slice (FootholdDb *db, gboolean *more, GError **error)
{
  return foothold_db_write_untriggered (db, delete_func, more, error);
}
