/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-bulk"

#include "foothold-bulk.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-states.h"
#include "store/foothold-application-store.h"
#include "store/foothold-id.h"
#include "store/foothold-name-store.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-rows.h"

#define THESE "(SELECT value FROM json_each (:ids))"

gboolean
foothold_history_add (FootholdDb *db,
                      gint64 id,
                      const char *from,
                      const char *to,
                      const char *actor,
                      const char *reason,
                      GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "INSERT INTO opportunity_history (id, seq, opportunity, at, actor, from_state, to_state, reason)"
                      " SELECT :id, coalesce (max (seq), 0) + 1, :opportunity, :at, :actor, :from, :to, :reason"
                      " FROM opportunity_history WHERE opportunity = :opportunity");

  foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
  foothold_stmt_bind_int (stmt, "opportunity", id);
  foothold_stmt_bind_int (stmt, "at", foothold_now_ms ());
  foothold_stmt_bind_text (stmt, "actor", actor);
  foothold_stmt_bind_text (stmt, "from", from);
  foothold_stmt_bind_text (stmt, "to", to);
  foothold_stmt_bind_text (stmt, "reason", reason);
  return foothold_stmt_exec (stmt, error);
}

static void
set_gone (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This opportunity is not there any more."));
}

/* ---- states ---- */

/* One that is among @ids, with its state, where that is to change. */
typedef struct
{
  gint64 id;
  const char *from; /* interned */
} Move;

/* What the guard says against @state, the first; counts how many it keeps. */
static FootholdStateVerdict
check_moves (FootholdDb *db,
             const char *ids,
             const char *state,
             const char *actor,
             const char *reason,
             guint *n_kept,
             guint *n_there,
             GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db,
                      "SELECT origin, state, count (*) FROM opportunity WHERE id IN " THESE " GROUP BY origin, state");
  FootholdStateVerdict first = FOOTHOLD_STATE_ALLOWED;

  *n_kept = *n_there = 0;
  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      const FootholdStateVerdict verdict =
        foothold_state_check (foothold_stmt_text (stmt, 0), foothold_stmt_text (stmt, 1), state, actor, reason);

      *n_there += (guint) foothold_stmt_int (stmt, 2);
      if (verdict == FOOTHOLD_STATE_ALLOWED)
        continue;
      *n_kept += (guint) foothold_stmt_int (stmt, 2);
      if (first == FOOTHOLD_STATE_ALLOWED)
        first = verdict;
    }

  foothold_stmt_finish (stmt, error);
  return first;
}

/* Those whose state is not @state yet. (transfer full): Move */
static GArray *
list_moves (FootholdDb *db, const char *ids, const char *state, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id, state FROM opportunity WHERE state <> :state AND id IN " THESE);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));

  foothold_stmt_bind_text (stmt, "state", state);
  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      const Move move = { foothold_stmt_int (stmt, 0), g_intern_string (foothold_stmt_text (stmt, 1)) };

      g_array_append_val (moves, move);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&moves) : NULL;
}

static void
set_refused (FootholdStateVerdict verdict, guint n_kept, guint n_there, GError **error)
{
  if (n_there == 1 || verdict != FOOTHOLD_STATE_NOT_HERE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, foothold_state_sentence (verdict));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 ngettext ("%u of them has ended already: open it again first. Nothing was changed.",
                           "%u of them have ended already: open them again first. Nothing was changed.", n_kept),
                 n_kept);
}

gboolean
foothold_bulk_set_state (FootholdDb *db,
                         GArray *ids,
                         const char *state,
                         const char *actor,
                         const char *reason,
                         GError **error)
{
  g_autofree char *json = foothold_ids_to_json (ids);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GArray) moves = NULL;
  FootholdStateVerdict verdict;
  guint n_kept, n_there;

  verdict = check_moves (db, json, state, actor, reason, &n_kept, &n_there, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (n_there == 0)
    {
      set_gone (error);
      return FALSE;
    }
  if (verdict != FOOTHOLD_STATE_ALLOWED)
    {
      set_refused (verdict, n_kept, n_there, error);
      return FALSE;
    }

  moves = list_moves (db, json, state, error);
  if (moves == NULL)
    return FALSE;
  for (guint i = 0; i < moves->len; i++)
    {
      const Move *move = &g_array_index (moves, Move, i);

      if (!foothold_history_add (db, move->id, move->from, state, actor, reason, error))
        return FALSE;
    }

  {
    g_autoptr (FootholdStmt) stmt =
      foothold_db_stmt (db,
                        "UPDATE opportunity SET rev = rev + 1, state = :state WHERE state <> :state AND id IN " THESE);

    foothold_stmt_bind_text (stmt, "state", state);
    foothold_stmt_bind_text (stmt, "ids", json);
    return foothold_stmt_exec (stmt, error);
  }
}

/* ---- opening again ---- */

/* Each with where it stood before it ended; one for which an application runs is applied for, whatever it was. */
#define STOOD_SQL \
  "SELECT o.id, iif (EXISTS (SELECT 1 FROM application AS a WHERE a.opportunity = o.id AND a.archived_at IS NULL AND" \
  " a.state NOT IN ('accepted', 'declined', 'withdrawn', 'offer-declined') AND " FOOTHOLD_SHOWN ( \
    "a") "), 'applying'," \
         " coalesce ((SELECT h.from_state FROM opportunity_history AS h WHERE h.opportunity = o.id AND h.to_state = " \
         "o.state" \
         " AND h.from_state NOT IN ('dropped', 'expired') ORDER BY h.seq DESC LIMIT 1), 'spotted'))" \
         " FROM opportunity AS o WHERE o.state IN ('dropped', 'expired') AND o.id IN " THESE " ORDER BY 2"

static gboolean
reopen (FootholdDb *db, GArray *ids, GError **error)
{
  g_autofree char *json = foothold_ids_to_json (ids);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, STOOD_SQL);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));

  foothold_stmt_bind_text (stmt, "ids", json);
  while (foothold_stmt_next (stmt))
    {
      const Move move = { foothold_stmt_int (stmt, 0), g_intern_string (foothold_stmt_text (stmt, 1)) };

      g_array_append_val (moves, move);
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  for (guint i = 0; i < moves->len;)
    {
      const char *state = g_array_index (moves, Move, i).from;
      g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (; i < moves->len && g_array_index (moves, Move, i).from == state; i++)
        g_array_append_val (alike, g_array_index (moves, Move, i).id);
      if (!foothold_bulk_set_state (db, alike, state, "me", NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- deleting ---- */

/* What @sql says of the ids: gint64. */
static GArray *
list_ids (FootholdDb *db, const char *sql, const char *ids, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  foothold_stmt_bind_text (stmt, "ids", ids);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (found, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
release_all (FootholdDb *db, const FootholdRowType *type, GArray *names, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    if (!foothold_name_release (db, type, g_array_index (names, gint64, i), error))
      return FALSE;

  return TRUE;
}

gboolean
foothold_bulk_delete (FootholdDb *db, GArray *ids, GError **error)
{
  static const char *const sqls[] = {
    /* the row first: with it gone from the search index, deleting its links finds nothing to index again */
    "DELETE FROM opportunity WHERE id IN " THESE,
    "DELETE FROM opportunity_skill WHERE opportunity IN " THESE,
    "DELETE FROM deliverable WHERE opportunity IN " THESE,
    "DELETE FROM fact WHERE opportunity IN " THESE,
    "DELETE FROM opportunity_history WHERE opportunity IN " THESE,
    "DELETE FROM attachment WHERE opportunity IN " THESE,
    "DELETE FROM opportunity_tag WHERE opportunity IN " THESE,
    "DELETE FROM answer WHERE opportunity IN " THESE,
    "DELETE FROM judgement WHERE opportunity IN " THESE,
    "DELETE FROM person_link WHERE opportunity IN " THESE,
    "DELETE FROM engagement_deliverable WHERE engagement IN (SELECT id FROM engagement WHERE opportunity IN " THESE ")",
    "DELETE FROM engagement WHERE opportunity IN " THESE,
    "UPDATE outreach SET rev = rev + 1, opportunity = NULL WHERE opportunity IN " THESE,
  };
  g_autofree char *json = foothold_ids_to_json (ids);
  g_autoptr (GArray) there = list_ids (db, "SELECT id FROM opportunity WHERE id IN " THESE " LIMIT 1", json, error);
  g_autoptr (GArray) skills = NULL, organisations = NULL, persons = NULL, applications = NULL;

  if (there == NULL)
    return FALSE;
  if (there->len == 0)
    {
      set_gone (error);
      return FALSE;
    }
  skills = list_ids (db, "SELECT DISTINCT skill FROM opportunity_skill WHERE opportunity IN " THESE, json, error);
  organisations = skills != NULL ? list_ids (db,
                                             "SELECT DISTINCT organisation_id FROM opportunity"
                                             " WHERE organisation_id IS NOT NULL AND id IN " THESE,
                                             json, error)
                                 : NULL;
  persons = organisations != NULL ? list_ids (db,
                                              "SELECT DISTINCT supervisor_id FROM opportunity"
                                              " WHERE supervisor_id IS NOT NULL AND id IN " THESE,
                                              json, error)
                                  : NULL;

  applications =
    persons != NULL ? list_ids (db, "SELECT id FROM application WHERE opportunity IN " THESE, json, error) : NULL;

  return applications != NULL && foothold_db_exec (db, "PRAGMA defer_foreign_keys = ON", error)
         && foothold_application_delete (db, applications, error)
         && foothold_ids_exec (db, sqls, G_N_ELEMENTS (sqls), ids, error)
         && release_all (db, &foothold_skill_row_type, skills, error)
         && release_all (db, &foothold_organisation_row_type, organisations, error)
         && release_all (db, &foothold_person_row_type, persons, error);
}

/* ---- marks ---- */

gboolean
foothold_bulk_act (FootholdDb *db,
                   FootholdAction action,
                   GArray *ids,
                   const char *state,
                   const char *reason,
                   GError **error)
{
  static const char *const mark_sqls[] = {
    [FOOTHOLD_ACTION_STAR] = "UPDATE opportunity SET rev = rev + 1, starred = 1 WHERE starred = 0 AND id IN " THESE,
    [FOOTHOLD_ACTION_UNSTAR] = "UPDATE opportunity SET rev = rev + 1, starred = 0 WHERE starred = 1 AND id IN " THESE,
    [FOOTHOLD_ACTION_UNARCHIVE] =
      "UPDATE opportunity SET rev = rev + 1, archived_at = NULL WHERE archived_at IS NOT NULL AND id IN " THESE,
  };

  switch (action)
    {
    case FOOTHOLD_ACTION_STAR:
    case FOOTHOLD_ACTION_UNSTAR:
    case FOOTHOLD_ACTION_UNARCHIVE:
      return foothold_ids_exec (db, &mark_sqls[action], 1, ids, error);
    case FOOTHOLD_ACTION_ARCHIVE:
      {
        g_autofree char *json = foothold_ids_to_json (ids);
        g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE opportunity SET rev = rev + 1, archived_at = "
                                                              ":now WHERE archived_at IS NULL AND id IN " THESE);

        foothold_stmt_bind_text (stmt, "ids", json);
        foothold_stmt_bind_int (stmt, "now", foothold_now_ms ());
        return foothold_stmt_exec (stmt, error);
      }
    case FOOTHOLD_ACTION_STILL_OPEN:
      {
        g_autofree char *json = foothold_ids_to_json (ids);
        g_autoptr (GDateTime) now = g_date_time_new_now_local ();
        g_autofree char *today = g_date_time_format (now, "%F");
        g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "UPDATE opportunity SET rev = rev + 1, seen_open_on = "
                                                              ":today WHERE id IN " THESE);

        foothold_stmt_bind_text (stmt, "ids", json);
        foothold_stmt_bind_text (stmt, "today", today);
        return foothold_stmt_exec (stmt, error);
      }
    case FOOTHOLD_ACTION_SET_STATE:
      return foothold_bulk_set_state (db, ids, state, "me", reason, error);
    case FOOTHOLD_ACTION_REOPEN:
      return reopen (db, ids, error);
    case FOOTHOLD_ACTION_DELETE:
      return foothold_bulk_delete (db, ids, error);
    default:
      g_assert_not_reached ();
    }
}
