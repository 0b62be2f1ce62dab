// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest-fixture.h"
#include "store-fixture.h"
#include "store/foothold-application-list.h"
#include "store/foothold-application-store.h"

/* Applications begun and moved, and what one asks about them afterwards. */

static inline gint64
add_opportunity (StoreFixture *self, const char *title)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *row = (gpointer) made;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_set_str (&row->origin, "found");
  g_set_str (&row->kind, "micro-internship");
  g_set_str (&row->state, "spotted");
  g_set_str (&row->fact_source, "typed");
  g_set_str (&row->title, title);
  g_set_str (&row->organisation, "Łódź Labs");
  row->starred = row->unread = 0;
  row->created_at = 1;
  foothold_store_save_row_async (self->store, "Add", NULL, made, NULL, store_fixture_result_cb, &result);
  id = foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return id;
}

static inline gint64
start (StoreFixture *self, gint64 opportunity)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_array_append_val (ids, opportunity);
  foothold_applications_start_async (self->store, ids, NULL, store_fixture_result_cb, &result);
  id = foothold_store_write_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return id;
}

static inline gboolean
try_move (StoreFixture *self, gint64 id, gint64 stage, gint64 above, const char *state, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (ids, id);
  foothold_applications_move_async (self->store, ids, stage, above, state, NULL, NULL, store_fixture_result_cb,
                                    &result);
  return foothold_store_write_finish (self->store, store_fixture_wait (&result), error) != 0;
}

static inline void
move (StoreFixture *self, gint64 id, gint64 stage, gint64 above, const char *state)
{
  g_autoptr (GError) error = NULL;

  try_move (self, id, stage, above, state, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 stage;
  const char *text;
} Asked;

/* Reader thread: "Title:state Title:state" of a column, in its order. */
static inline gpointer
list_job (FootholdDb *db, gpointer data, GError **error)
{
  const Asked *asked = data;
  FootholdQuery query = { .text = (char *) asked->text, .stage = asked->stage };
  g_autoptr (GArray) ids = foothold_application_list_ids (db, &query, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? foothold_application_load_rows (db, ids, error) : NULL;
  GString *words = g_string_new (NULL);

  g_assert_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdApplicationRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (words, "%s%s:%s", i > 0 ? " " : "", row->title, row->state);
    }
  return g_string_free (words, FALSE);
}

static inline gpointer
read_now (StoreFixture *self, FootholdDbFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  gpointer got;

  g_task_set_task_data (task, data, NULL);
  foothold_store_push_read (self->store, task, func, g_free);
  got = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return got;
}

static inline void
assert_column (StoreFixture *self, gint64 stage, const char *text, const char *expected)
{
  Asked asked = { stage, text };
  g_autofree char *got = read_now (self, list_job, &asked);

  g_assert_cmpstr (got, ==, expected);
}

static inline void
undo (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static inline gint64
ask (FootholdDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  foothold_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline gpointer
ask_job (FootholdDb *db, gpointer data, GError **error)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ask (db, data));
}

static inline void
assert_sql (StoreFixture *self, const char *sql, const char *expected)
{
  g_autofree char *got = read_now (self, ask_job, (gpointer) sql);

  g_assert_cmpstr (got, ==, expected);
}
