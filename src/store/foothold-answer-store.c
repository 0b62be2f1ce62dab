// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-answer-store"

#include "foothold-answer-store.h"

#include "store/foothold-id.h"

typedef struct
{
  gint64 opportunity;
  char *item;
  const char *answer; /* static, or NULL */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->item);
  g_free (self);
}

static FootholdStmt *
bound (FootholdDb *db, const char *sql, const Answer *answer)
{
  FootholdStmt *stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "opportunity", answer->opportunity);
  foothold_stmt_bind_text (stmt, "item", answer->item);
  return stmt;
}

/* Writer thread. */
static gpointer
put_answer (FootholdDb *db, gpointer data, GError **error)
{
  const Answer *answer = data;
  g_autoptr (FootholdStmt) stmt = NULL;

  if (answer->answer == NULL)
    {
      stmt = bound (db, "DELETE FROM answer WHERE opportunity = :opportunity AND item = :item", answer);
    }
  else
    {
      stmt = bound (db,
                    "INSERT INTO answer (id, opportunity, item, answer, source)"
                    " VALUES (:id, :opportunity, :item, :answer, 'typed')"
                    " ON CONFLICT (opportunity, item) DO UPDATE SET answer = excluded.answer, source = 'typed',"
                    " rev = rev + 1 WHERE answer <> excluded.answer",
                    answer);
      foothold_stmt_bind_int (stmt, "id", foothold_id_next ());
      foothold_stmt_bind_text (stmt, "answer", answer->answer);
    }

  return foothold_stmt_exec (stmt, error) ? GSIZE_TO_POINTER (answer->opportunity) : NULL;
}

void
foothold_store_set_answer_async (FootholdStore *self,
                                 const char *label,
                                 gint64 opportunity,
                                 const char *item,
                                 const char *answer,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Answer *data;

  g_return_if_fail (FOOTHOLD_IS_STORE (self));
  g_return_if_fail (item != NULL && *item != '\0');

  data = g_new0 (Answer, 1);
  data->opportunity = opportunity;
  data->item = g_strdup (item);
  data->answer = g_intern_string (answer);
  foothold_store_write_async (self, label, put_answer, data, answer_free, cancellable, callback, user_data);
}
