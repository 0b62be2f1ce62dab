// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-follow-up-store"

#include "store/foothold-follow-up-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-rows.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"

#define FACTS_SQL \
  "SELECT o.title, g.name, a.sent_on, (SELECT max (i.meets_on) FROM interview AS i WHERE i.application = a.id AND" \
  " i.meets_on <= :today), (SELECT max (f.sent_on) FROM follow_up AS f WHERE f.application = a.id)," \
  " (SELECT name FROM profile WHERE id = 1), (SELECT f.text FROM follow_up AS f WHERE f.application = a.id AND" \
  " f.sent_on IS NULL AND f.text IS NOT NULL ORDER BY f.id DESC LIMIT 1), a.statement FROM application AS a JOIN " \
  "opportunity AS o " \
  "ON" \
  " o.id = a.opportunity LEFT JOIN organisation AS g ON g.id = o.organisation_id WHERE a.id = :id"

/* Whom to write to: who has to do with the application before who has to do with the opportunity, and of these the one
 * whose address is known. */
#define CONTACT_SQL \
  "SELECT p.name, p.mail FROM (SELECT 1 AS rank, l.person AS person FROM person_link AS l WHERE l.application = :id" \
  " UNION ALL SELECT 2, o.supervisor_id FROM application AS a JOIN opportunity AS o ON o.id = a.opportunity WHERE" \
  " a.id = :id UNION ALL SELECT 3, l.person FROM application AS a JOIN person_link AS l ON l.opportunity =" \
  " a.opportunity WHERE a.id = :id) AS c JOIN person AS p ON p.id = c.person WHERE p.archived_at IS NULL" \
  " ORDER BY c.rank, p.mail IS NULL, p.id LIMIT 1"

void
foothold_follow_up_free (FootholdFollowUp *self)
{
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->sent_on);
  g_free (self->interviewed_on);
  g_free (self->asked_on);
  g_free (self->contact);
  g_free (self->mail);
  g_free (self->sender);
  g_free (self->draft);
  g_free (self->statement);
  g_free (self);
}

static void
follow_up_free (gpointer data)
{
  foothold_follow_up_free (data);
}

typedef struct
{
  gint64 application;
  char *text; /* a day, or what was written */
} Question;

static Question *
question_new (gint64 application, const char *text)
{
  Question *self = g_new0 (Question, 1);

  self->application = application;
  self->text = g_strdup (text);
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->text);
  g_free (self);
}

static gboolean
load_contact (FootholdDb *db, FootholdFollowUp *self, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, CONTACT_SQL);

  foothold_stmt_bind_int (stmt, "id", self->application);
  if (foothold_stmt_next (stmt))
    {
      self->contact = g_strdup (foothold_stmt_text (stmt, 0));
      self->mail = g_strdup (foothold_stmt_text (stmt, 1));
    }
  return foothold_stmt_finish (stmt, error);
}

static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (FootholdFollowUp) self = NULL;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, FACTS_SQL);

  foothold_stmt_bind_int (stmt, "id", question->application);
  foothold_stmt_bind_text (stmt, "today", question->text);
  if (foothold_stmt_next (stmt))
    {
      self = g_new0 (FootholdFollowUp, 1);
      self->application = question->application;
      self->title = g_strdup (foothold_stmt_text (stmt, 0));
      self->organisation = g_strdup (foothold_stmt_text (stmt, 1));
      self->sent_on = g_strdup (foothold_stmt_text (stmt, 2));
      self->interviewed_on = g_strdup (foothold_stmt_text (stmt, 3));
      self->asked_on = g_strdup (foothold_stmt_text (stmt, 4));
      self->sender = g_strdup (foothold_stmt_text (stmt, 5));
      self->draft = g_strdup (foothold_stmt_text (stmt, 6));
      self->statement = g_strdup (foothold_stmt_text (stmt, 7));
    }
  if (!foothold_stmt_finish (stmt, error) || (self != NULL && !load_contact (db, self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_follow_up_load_async (FootholdStore *store,
                               gint64 application,
                               const char *today,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_follow_up_load_async);
  g_task_set_task_data (task, question_new (application, today), question_free);
  foothold_store_push_read (store, task, load, follow_up_free);
}

FootholdFollowUp *
foothold_follow_up_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what was begun ---- */

static gpointer
keep (FootholdDb *db, gpointer data, GError **error)
{
  const Question *kept = data;
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "DELETE FROM follow_up WHERE application = :id AND sent_on IS"
                                                        " NULL");
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_follow_up_row_type);
  FootholdFollowUpRow *row = (gpointer) made;

  foothold_stmt_bind_int (stmt, "id", kept->application);
  row->application = kept->application;
  g_set_str (&row->text, kept->text);
  if (!foothold_stmt_exec (stmt, error)
      || (kept->text != NULL && !foothold_row_insert (db, made, foothold_id_next (), error)))
    return NULL;

  return GSIZE_TO_POINTER (1);
}

void
foothold_follow_up_keep_async (FootholdStore *store,
                               gint64 application,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  foothold_store_write_async (store, _ ("Write Follow-Up"), keep, question_new (application, text), question_free,
                              cancellable, callback, user_data);
}
