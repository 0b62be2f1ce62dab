// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-application-store"

#include "store/foothold-application-store.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-states.h"
#include "store/foothold-application-move.h"
#include "store/foothold-bulk.h"
#include "store/foothold-checklist-template.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"
#include "store/foothold-stage-store.h"

#define THESE "(SELECT value FROM json_each (:ids))"
#define DONE(id) GSIZE_TO_POINTER ((gsize) (id))

G_DEFINE_QUARK (foothold-application-error-quark, foothold_application_error)

gboolean
foothold_application_is_word_of_host (const char *state)
{
  static const char *const words[] = {
    "acknowledged", "under-review", "shortlisted", "interview", "offer", "declined", NULL,
  };

  return g_strv_contains (words, state);
}

gboolean
foothold_application_is_before_reply (const char *state)
{
  static const char *const before[] = { "draft", "submitted", "acknowledged", NULL };

  return g_strv_contains (before, state);
}

gboolean
foothold_application_add_history (FootholdDb *db,
                                  gint64 id,
                                  gint64 at,
                                  const char *from,
                                  const char *to,
                                  const char *actor,
                                  const char *reason,
                                  GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "INSERT INTO application_history (id, seq, application, at, actor, from_state, to_state, reason)"
                      " SELECT :id, coalesce (max (seq), 0) + 1, :application, :at, :actor, :from, :to, :reason"
                      " FROM application_history WHERE application = :application");

  foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
  foothold_stmt_bind_int (stmt, "application", id);
  foothold_stmt_bind_int (stmt, "at", at);
  foothold_stmt_bind_text (stmt, "actor", actor);
  foothold_stmt_bind_text (stmt, "from", from);
  foothold_stmt_bind_text (stmt, "to", to);
  foothold_stmt_bind_text (stmt, "reason", reason);
  return foothold_stmt_exec (stmt, error);
}

gboolean
foothold_application_state_before (FootholdDb *db, gint64 id, char **before, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "SELECT h.from_state FROM application_history AS h JOIN application AS a ON a.id = h.application"
                      " WHERE h.application = :id AND h.to_state = a.state AND h.from_state IS NOT a.state ORDER BY "
                      "h.seq DESC LIMIT 1");

  foothold_stmt_bind_int (stmt, "id", id);
  *before = foothold_stmt_next (stmt) ? g_strdup (foothold_stmt_text (stmt, 0)) : NULL;
  return foothold_stmt_finish (stmt, error);
}

/* ---- starting ---- */

/* 0 without an error: none. */
static gboolean
find_open (FootholdDb *db, gint64 opportunity, gint64 *id, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "SELECT id FROM application WHERE opportunity = :opportunity AND archived_at IS NULL AND state"
                      " NOT IN ('accepted', 'declined', 'withdrawn', 'offer-declined') AND (batch IS NULL OR batch"
                      " NOT IN (SELECT id FROM import_batch WHERE state <> 'done')) ORDER BY id DESC LIMIT 1");

  foothold_stmt_bind_int (stmt, "opportunity", opportunity);
  *id = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error);
}

/* Reader thread. The id comes back one larger: NULL would be an error. */
static gpointer
find_any (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (
    db,
    "SELECT id FROM application WHERE opportunity = :opportunity AND (batch IS NULL OR batch NOT IN (SELECT id FROM"
    " import_batch WHERE state <> 'done')) ORDER BY state IN ('accepted', 'declined', 'withdrawn', 'offer-declined'),"
    " archived_at IS NOT NULL, id DESC LIMIT 1");
  gint64 id;

  foothold_stmt_bind_int (stmt, "opportunity", *(const gint64 *) data);
  id = foothold_stmt_next (stmt) ? foothold_stmt_int (stmt, 0) : 0;
  return foothold_stmt_finish (stmt, error) ? GSIZE_TO_POINTER ((gsize) id + 1) : NULL;
}

void
foothold_application_find_async (FootholdStore *store,
                                 gint64 opportunity,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_application_find_async);
  g_task_set_task_data (task, g_memdup2 (&opportunity, sizeof opportunity), g_free);
  foothold_store_push_read (store, task, find_any, NULL);
}

gint64
foothold_application_find_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  gpointer found;

  g_return_val_if_fail (g_task_is_valid (result, store), 0);

  found = g_task_propagate_pointer (G_TASK (result), error);
  return found != NULL ? (gint64) GPOINTER_TO_SIZE (found) - 1 : 0;
}

/* The opportunity is applied for, where its states let it be; one that was dropped or has expired is opened again. */
static gboolean
mark_applying (FootholdDb *db, gint64 opportunity, GError **error)
{
  g_autoptr (FootholdRow) loaded = foothold_row_load_id (db, &foothold_opportunity_row_type, opportunity, error);
  const FootholdOpportunityRow *row = (gconstpointer) loaded;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row == NULL)
    return FALSE;
  g_array_append_val (ids, opportunity);
  if (g_strcmp0 (row->origin, "found") != 0 || g_strcmp0 (row->state, "applying") == 0)
    return TRUE;
  if (foothold_state_check (row->origin, row->state, "applying", "me", NULL) != FOOTHOLD_STATE_ALLOWED
      && !foothold_bulk_set_state (db, ids, "evaluating", "me", NULL, error))
    return FALSE;

  return foothold_bulk_set_state (db, ids, "applying", "me", NULL, error);
}

static void
set_gone (GError **error)
{
  g_set_error_literal (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE,
                       _ ("This is not there any more."));
}

gint64
foothold_application_start (FootholdDb *db, gint64 opportunity, GError **error)
{
  g_autoptr (FootholdStageSet) stages = NULL;
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_row_type);
  FootholdApplicationRow *row = (gpointer) made;
  gint64 id;

  if (!find_open (db, opportunity, &id, error))
    return 0;
  if (id != 0)
    return id;

  stages = foothold_stage_set_load (db, error);
  if (stages == NULL)
    return 0;
  id = foothold_id_next ();
  row->opportunity = opportunity;
  g_set_str (&row->state, "draft");
  row->stage = foothold_stage_set_place (stages, 0, "draft");
  row->created_at = foothold_now_ms ();
  if (!foothold_application_make_room (db, row->stage, FOOTHOLD_APPLICATION_TOP, NULL, 1, &row->position, error)
      || !mark_applying (db, opportunity, error) || !foothold_row_insert (db, made, id, error)
      || !foothold_application_add_history (db, id, row->created_at, NULL, "draft", "me", NULL, error)
      || !foothold_checklist_template_apply (db, id, error))
    return 0;

  return id;
}

static gpointer
start (FootholdDb *db, gpointer data, GError **error)
{
  GArray *opportunities = data;
  gint64 first = 0;

  for (guint i = 0; i < opportunities->len; i++)
    {
      const gint64 id = foothold_application_start (db, g_array_index (opportunities, gint64, i), error);

      if (id == 0)
        {
          if (error != NULL && *error == NULL)
            set_gone (error);
          return NULL;
        }
      if (first == 0)
        first = id;
    }

  return DONE (first);
}

static void
array_unref (gpointer data)
{
  g_array_unref (data);
}

/* Writes @func with a copy of @ids. @label: (transfer full) */
static void
write_ids (FootholdStore *store,
           char *label,
           FootholdDbFunc func,
           GArray *ids,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  foothold_store_write_async (store, label, func, g_array_copy (ids), array_unref, cancellable, callback, user_data);
  g_free (label);
}

void
foothold_applications_start_async (FootholdStore *store,
                                   GArray *opportunities,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const guint n = opportunities->len;

  write_ids (store, g_strdup_printf (ngettext ("Start Application", "Start %u Applications", n), n), start,
             opportunities, cancellable, callback, user_data);
}

/* ---- deleting ---- */

gboolean
foothold_application_delete (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    /* the row first: with it gone, deleting what belongs to it finds nothing to index again */
    "DELETE FROM application WHERE id IN " THESE,
    "DELETE FROM application_history WHERE application IN " THESE,
    "DELETE FROM application_answer WHERE application IN " THESE,
    "DELETE FROM application_file WHERE application IN " THESE,
    "DELETE FROM checklist_item WHERE application IN " THESE,
    "DELETE FROM person_link WHERE interview IN (SELECT id FROM interview WHERE application IN " THESE ")",
    "DELETE FROM interview WHERE application IN " THESE,
    "DELETE FROM follow_up WHERE application IN " THESE,
    "DELETE FROM interview_story WHERE application IN " THESE,
    "DELETE FROM host_question WHERE application IN " THESE,
    "DELETE FROM person_link WHERE application IN " THESE,
    "UPDATE conversation SET rev = rev + 1, application = NULL WHERE application IN " THESE,
    "UPDATE engagement SET rev = rev + 1, application = NULL WHERE application IN " THESE,
  };

  return foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error);
}

gboolean
foothold_interview_delete (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "DELETE FROM person_link WHERE interview = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error) && foothold_row_delete (db, &foothold_interview_row_type, id, error);
}

static gpointer
delete_all (FootholdDb *db, gpointer data, GError **error)
{
  if (!foothold_db_exec (db, "PRAGMA defer_foreign_keys = ON", error) || !foothold_application_delete (db, data, error))
    return NULL;

  return DONE (1);
}

void
foothold_applications_delete_async (FootholdStore *store,
                                    GArray *ids,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  write_ids (store, g_strdup_printf (ngettext ("Delete Application", "Delete %u Applications", ids->len), ids->len),
             delete_all, ids, cancellable, callback, user_data);
}

/* ---- marks ---- */

typedef struct
{
  GArray *ids;
  char *day, *text;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *self = data;

  g_array_unref (self->ids);
  g_free (self->day);
  g_free (self->text);
  g_free (self);
}

static Mark *
mark_new (GArray *ids, const char *day, const char *text)
{
  Mark *self = g_new0 (Mark, 1);

  self->ids = g_array_copy (ids);
  self->day = g_strdup (day);
  self->text = g_strdup (text);
  return self;
}

static gpointer
archive_all (FootholdDb *db, gpointer data, GError **error)
{
  g_autofree char *json = foothold_ids_to_json (data);
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, archived_at = :now WHERE archived_at IS NULL AND id"
                          " IN " THESE);

  foothold_stmt_bind_text (stmt, "ids", json);
  foothold_stmt_bind_int (stmt, "now", foothold_now_ms ());
  return foothold_stmt_exec (stmt, error) ? DONE (1) : NULL;
}

static gpointer
unarchive_all (FootholdDb *db, gpointer data, GError **error)
{
  static const char *const sql =
    "UPDATE application SET rev = rev + 1, archived_at = NULL WHERE archived_at IS NOT NULL"
    " AND id IN " THESE;

  return foothold_ids_exec (db, &sql, 1, data, error) ? DONE (1) : NULL;
}

void
foothold_applications_archive_async (FootholdStore *store,
                                     GArray *ids,
                                     gboolean archive,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const guint n = ids->len;
  char *label = archive ? g_strdup_printf (ngettext ("Archive Application", "Archive %u Applications", n), n)
                        : g_strdup_printf (ngettext ("Unarchive Application", "Unarchive %u Applications", n), n);

  write_ids (store, label, archive ? archive_all : unarchive_all, ids, cancellable, callback, user_data);
}

static gpointer
snooze_all (FootholdDb *db, gpointer data, GError **error)
{
  const Mark *self = data;
  g_autofree char *json = foothold_ids_to_json (self->ids);
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "UPDATE application SET rev = rev + 1, snoozed_until = :day WHERE snoozed_until IS NOT :day"
                          " AND id IN " THESE);

  foothold_stmt_bind_text (stmt, "ids", json);
  foothold_stmt_bind_text (stmt, "day", self->day);
  return foothold_stmt_exec (stmt, error) ? DONE (1) : NULL;
}

void
foothold_applications_snooze_async (FootholdStore *store,
                                    GArray *ids,
                                    const char *until,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  foothold_store_write_async (store, until != NULL ? _ ("Snooze") : _ ("End Snooze"), snooze_all,
                              mark_new (ids, until, NULL), mark_free, cancellable, callback, user_data);
}

static gpointer
follow_up_all (FootholdDb *db, gpointer data, GError **error)
{
  static const char *const drafts_sql = "DELETE FROM follow_up WHERE sent_on IS NULL AND application IN " THESE;
  const Mark *self = data;

  /* what was begun of it is sent now */
  if (self->text != NULL && !foothold_ids_exec (db, &drafts_sql, 1, self->ids, error))
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_follow_up_row_type);
      FootholdFollowUpRow *row = (gpointer) made;

      row->application = g_array_index (self->ids, gint64, i);
      g_set_str (&row->sent_on, self->day);
      g_set_str (&row->text, self->text);
      if (!foothold_row_insert (db, made, foothold_id_next (), error))
        return NULL;
    }

  return DONE (1);
}

void
foothold_applications_follow_up_async (FootholdStore *store,
                                       GArray *ids,
                                       const char *day,
                                       const char *text,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *label =
    g_strdup_printf (ngettext ("Follow Up on Application", "Follow Up on %u Applications", ids->len), ids->len);

  foothold_store_write_async (store, label, follow_up_all, mark_new (ids, day, text), mark_free, cancellable, callback,
                              user_data);
}
