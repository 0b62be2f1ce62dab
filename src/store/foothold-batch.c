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

/* Opportunities or applications of one slice; with their children about FOOTHOLD_BATCH_SLICE rows and more. */
#define SLICE_ROWS (FOOTHOLD_BATCH_SLICE / 5)

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

#define THESE "(SELECT value FROM json_each (:ids))"

/*
 * What goes, in this order: what belongs to something before that, whatever the import it came with, so that nothing is
 * left pointing at what is gone. What such rows have without a batch was recorded, and was taken back before.
 */
static const struct
{
  const char *find_sql;
  const char *sqls[14];
} doomed[] = {
  { "SELECT id FROM engagement WHERE batch IN (SELECT id FROM import_batch WHERE state = 'deleting') LIMIT :n",
    { "DELETE FROM engagement_deliverable WHERE engagement IN " THESE, "DELETE FROM engagement WHERE id IN " THESE } },
  { "SELECT id FROM outreach WHERE batch IN (SELECT id FROM import_batch WHERE state = 'deleting') LIMIT :n",
    { "DELETE FROM outreach WHERE id IN " THESE } },
  { "SELECT id FROM application WHERE batch IN (SELECT id FROM import_batch WHERE state = 'deleting') LIMIT :n",
    { "DELETE FROM person_link WHERE application IN " THESE
      " OR interview IN (SELECT id FROM interview WHERE application IN " THESE ")",
      "UPDATE conversation SET application = NULL WHERE application IN " THESE,
      "UPDATE engagement SET application = NULL WHERE application IN " THESE,
      "DELETE FROM application_history WHERE application IN " THESE,
      "DELETE FROM application_answer WHERE application IN " THESE,
      "DELETE FROM application_file WHERE application IN " THESE,
      "DELETE FROM checklist_item WHERE application IN " THESE, "DELETE FROM interview WHERE application IN " THESE,
      "DELETE FROM follow_up WHERE application IN " THESE, "DELETE FROM interview_story WHERE application IN " THESE,
      "DELETE FROM host_question WHERE application IN " THESE, "DELETE FROM application WHERE id IN " THESE,
      "DELETE FROM application_search WHERE rowid IN " THESE } },
  { "SELECT id FROM opportunity WHERE batch IN (SELECT id FROM import_batch WHERE state = 'deleting') LIMIT :n",
    { "DELETE FROM opportunity_skill WHERE opportunity IN " THESE,
      "DELETE FROM deliverable WHERE opportunity IN " THESE, "DELETE FROM fact WHERE opportunity IN " THESE,
      "DELETE FROM opportunity_history WHERE opportunity IN " THESE,
      "DELETE FROM attachment WHERE opportunity IN " THESE, "DELETE FROM opportunity_tag WHERE opportunity IN " THESE,
      "DELETE FROM answer WHERE opportunity IN " THESE, "DELETE FROM judgement WHERE opportunity IN " THESE,
      "DELETE FROM opportunity WHERE id IN " THESE, "DELETE FROM opportunity_search WHERE rowid IN " THESE,
      "DELETE FROM opportunity_search_short WHERE rowid IN " THESE } },
};

/* What others use by now stays, and is an ordinary row from here on. */
static const char *const named_sqls[] = {
  "DELETE FROM person WHERE batch = :batch AND NOT EXISTS (SELECT 1 FROM opportunity WHERE supervisor_id = person.id)"
  " AND NOT EXISTS (SELECT 1 FROM person_link AS l WHERE l.person = person.id)"
  " AND NOT EXISTS (SELECT 1 FROM person_contact AS c WHERE c.person = person.id)"
  " AND NOT EXISTS (SELECT 1 FROM conversation AS c WHERE c.person = person.id)"
  " AND NOT EXISTS (SELECT 1 FROM outreach WHERE person.id IN (person_id, through_id))",
  "UPDATE person SET batch = NULL WHERE batch = :batch",
  "DELETE FROM organisation WHERE batch = :batch"
  " AND NOT EXISTS (SELECT 1 FROM opportunity WHERE organisation_id = organisation.id)"
  " AND NOT EXISTS (SELECT 1 FROM person WHERE organisation_id = organisation.id)"
  " AND NOT EXISTS (SELECT 1 FROM outreach WHERE organisation_id = organisation.id)",
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

/* One slice of the first kind that has any; *@deleted: whether there was one. */
static gboolean
delete_some (FootholdDb *db, gboolean *deleted, GError **error)
{
  *deleted = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (doomed) && !*deleted; i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, doomed[i].find_sql);
      guint n = 0;

      foothold_stmt_bind_int (stmt, "n", SLICE_ROWS);
      while (foothold_stmt_next (stmt))
        {
          const gint64 id = foothold_stmt_int (stmt, 0);

          g_array_append_val (ids, id);
        }
      while (doomed[i].sqls[n] != NULL)
        n++;
      *deleted = ids->len > 0;
      if (!foothold_stmt_finish (stmt, error) || (*deleted && !foothold_ids_exec (db, doomed[i].sqls, n, ids, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_func (FootholdDb *db, gpointer data, GError **error)
{
  gboolean *more = data;
  gboolean deleted;
  gint64 batch;

  if (!foothold_db_query_int (db, "SELECT id FROM import_batch WHERE state = 'deleting' ORDER BY id LIMIT 1", &batch,
                              error))
    return FALSE;
  *more = batch != G_MININT64;
  if (!*more)
    return TRUE;
  if (!delete_some (db, &deleted, error))
    return FALSE;
  if (deleted)
    return TRUE;

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
