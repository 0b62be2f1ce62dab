// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest-fixture.h"
#include "exchange-fixture.h"

#include "store/foothold-stage-store.h"

/* What the tests of applications on their way in and out ask, and columns that somebody has changed. */

#define OWN(rest) "{\"format\":\"foothold\",\"version\":1," rest "}"

#define MAKE(Type, lower, variable) \
  g_autoptr (FootholdRow) variable##_made = foothold_row_new (&foothold_##lower##_row_type); \
  Foothold##Type##Row *variable = (gpointer) variable##_made

static inline gpointer
ask_job (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, data);
  GString *text = g_string_new (NULL);

  while (foothold_stmt_next (stmt))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", foothold_stmt_text (stmt, 0));
  if (foothold_stmt_finish (stmt, error))
    return g_string_free_and_steal (text);

  g_string_free (text, TRUE);
  return NULL;
}

/* The first column of all rows, with "," between them. (transfer full) */
static inline char *
ask (StoreFixture *self, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

  g_task_set_task_data (task, (gpointer) sql, NULL);
  foothold_store_push_read (self->store, task, ask_job, g_free);
  text = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return text;
}

static inline void
assert_sql (StoreFixture *self, const char *sql, const char *expected)
{
  g_autofree char *text = ask (self, sql);

  g_test_message ("%s", sql);
  g_assert_cmpstr (text, ==, expected);
}

/* Until it is so, which the store brings about by itself. */
static inline void
wait_for_sql (StoreFixture *self, const char *sql, const char *expected)
{
  for (;;)
    {
      g_autofree char *text = ask (self, sql);

      if (g_strcmp0 (text, expected) == 0)
        return;
      store_fixture_wait_checked (self);
    }
}

/* Whether the preview says @words of something. */
static inline gboolean
says (FootholdStaging *staging, const char *where, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = foothold_staging_list (staging, 0, 1000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);

      if (entry->reason != NULL && strstr (entry->reason, words) != NULL
          && (where == NULL || (entry->where != NULL && strstr (entry->where, where) != NULL)))
        return TRUE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);

      g_test_message ("%s | %s | %s", entry->where, entry->field, entry->reason);
    }

  return FALSE;
}

/* The columns: one renamed, two exchanged, one added and one gone. */
static inline void
change_columns (StoreFixture *self)
{
  static const struct
  {
    gint64 id;
    const char *preset, *name, *kind, *states;
  } columns[] = {
    { 1, "preparing", "Zu schreiben", "open", "draft" },
    { 0, NULL, "On the phone", "open", "shortlisted interview" },
    { 2, "sent", NULL, "waiting", "submitted acknowledged under-review" },
    { 4, "offer", NULL, "open", "offer" },
    { 5, "done", NULL, "won", "accepted declined offer-declined withdrawn no-answer" },
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (foothold_row_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      FootholdStageRow *row = foothold_row_new (&foothold_stage_row_type);

      row->row.id = columns[i].id;
      g_set_str (&row->preset, columns[i].preset);
      g_set_str (&row->name, columns[i].name);
      g_set_str (&row->kind, columns[i].kind);
      g_set_str (&row->states, columns[i].states);
      row->card_limit = columns[i].id == 2 ? 7 : GINT64_UNKNOWN;
      row->collapsed = columns[i].id == 5;
      g_ptr_array_add (rows, row);
    }
  foothold_stages_save_async (self->store, rows, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}
