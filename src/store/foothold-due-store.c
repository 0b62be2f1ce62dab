// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-due-store"

#include "store/foothold-due-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-rows.h"
#include "store/foothold-id.h"
#include "store/foothold-outreach-store.h"
#include "store/foothold-row-sql.h"

typedef struct
{
  GPtrArray *entries;
  char *day;
} Deed;

static Deed *
deed_new (GPtrArray *entries, const char *day)
{
  Deed *self = g_new0 (Deed, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_due_entry_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, foothold_due_entry_ref (g_ptr_array_index (entries, i)));
  self->day = g_strdup (day);
  return self;
}

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self->day);
  g_free (self);
}

/* @sql: about :id. */
static gboolean
update_id (FootholdDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error);
}

/* @sql: about :id and :day. */
static gboolean
update_id_day (FootholdDb *db, const char *sql, gint64 id, const char *day, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_text (stmt, "day", day);
  return foothold_stmt_exec (stmt, error);
}

/* Outreach has its own snooze, also where it is to a person. */
#define SNOOZE(table) \
  "UPDATE " table " SET rev = rev + 1, snoozed_until = :day WHERE id = :id AND snoozed_until IS NOT :day"

static gpointer
snooze_all (FootholdDb *db, gpointer data, GError **error)
{
  const Deed *self = data;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean done;

      if (entry->application != 0)
        done = update_id_day (db, SNOOZE ("application"), entry->application, self->day, error);
      else if (entry->outreach != 0)
        done = update_id_day (db, SNOOZE ("outreach"), entry->outreach, self->day, error);
      else if (entry->person != 0)
        done = update_id_day (db, SNOOZE ("person"), entry->person, self->day, error);
      else
        done = TRUE; /* the deadline of an opportunity is not put off */
      if (!done)
        return NULL;
    }

  return GSIZE_TO_POINTER (1);
}

void
foothold_due_snooze_async (FootholdStore *store,
                           GPtrArray *entries,
                           const char *until,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  foothold_store_write_async (store, until != NULL ? _ ("Snooze") : _ ("End Snooze"), snooze_all,
                              deed_new (entries, until), deed_free, cancellable, callback, user_data);
}

gboolean
foothold_due_can_be_done (const FootholdDueEntry *entry)
{
  return entry->kind == FOOTHOLD_DUE_NEXT_STEP || entry->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH;
}

static gboolean
talk (FootholdDb *db, gint64 person, const char *day, GError **error)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_conversation_row_type);
  FootholdConversationRow *row = (gpointer) made;

  row->person = person;
  g_set_str (&row->held_on, day);
  return foothold_row_insert (db, made, foothold_id_next (), error)
         && update_id_day (db, SNOOZE ("person"), person, NULL, error);
}

/* What was put off was done: the next time asks anew. */
#define END_STEP(table) \
  "UPDATE " table " SET rev = rev + 1, next_step = NULL, next_step_on = NULL, snoozed_until = NULL WHERE id = :id"
#define ASKED \
  "UPDATE outreach SET rev = rev + 1, state = iif (state = 'idea', 'asked', state), asked_on = :day, again_on = " \
  ":again," \
  " snoozed_until = NULL WHERE id = :id"

static gboolean
note_asked (FootholdDb *db, gint64 id, const char *day, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, ASKED);
  g_autofree char *again = foothold_outreach_again_after (day);

  foothold_stmt_bind_int (stmt, "id", id);
  foothold_stmt_bind_text (stmt, "day", day);
  foothold_stmt_bind_text (stmt, "again", again);
  return foothold_stmt_exec (stmt, error);
}

static gpointer
do_all (FootholdDb *db, gpointer data, GError **error)
{
  const Deed *self = data;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean done = TRUE;

      if (entry->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH)
        done = talk (db, entry->person, self->day, error);
      else if (entry->kind == FOOTHOLD_DUE_NEXT_STEP && entry->outreach != 0)
        done = note_asked (db, entry->outreach, self->day, error);
      else if (entry->kind == FOOTHOLD_DUE_NEXT_STEP && entry->application != 0)
        done = update_id (db, END_STEP ("application"), entry->application, error);
      else if (entry->kind == FOOTHOLD_DUE_NEXT_STEP)
        done = update_id (db, END_STEP ("person"), entry->person, error);
      if (!done)
        return NULL;
    }

  return GSIZE_TO_POINTER (1);
}

void
foothold_due_done_async (FootholdStore *store,
                         GPtrArray *entries,
                         const char *day,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const FootholdDueEntry *first = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += foothold_due_can_be_done (g_ptr_array_index (entries, i));
  if (entries->len == 1 && first->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH)
    label = g_strdup (_ ("Add Conversation"));
  else if (entries->len == 1 && first->outreach != 0)
    label = g_strdup (_ ("Ask Host"));
  else
    label = g_strdup_printf (ngettext ("Finish Next Step", "Finish %u Next Steps", n), n);
  foothold_store_write_async (store, label, do_all, deed_new (entries, day), deed_free, cancellable, callback,
                              user_data);
}
