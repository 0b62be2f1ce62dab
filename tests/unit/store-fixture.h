/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>

#include "store/foothold-opportunity-store.h"
#include "store/foothold-store.h"

/* A store over real files in a folder of its own, and its asynchronous calls made to wait. */

typedef struct
{
  char *dir;
  FootholdStore *store;
  guint n_changed;
  FootholdChanges *changes; /* of the last commit */
} StoreFixture;

static inline void
store_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Runs the main context until the callback above has its result. */
static inline GAsyncResult *
store_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static inline void
store_fixture_changed_cb (FootholdStore *store, FootholdChanges *changes, StoreFixture *self)
{
  self->n_changed++;
  if (self->changes != NULL)
    g_boxed_free (FOOTHOLD_TYPE_CHANGES, self->changes);
  self->changes = g_boxed_copy (FOOTHOLD_TYPE_CHANGES, changes);
}

static inline FootholdStore *
store_fixture_try_open (const char *dir, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_open_async (dir, NULL, store_fixture_result_cb, &result);
  return foothold_store_open_finish (store_fixture_wait (&result), error);
}

static inline void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->store = store_fixture_try_open (self->dir, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
  g_signal_connect (self->store, "changed", G_CALLBACK (store_fixture_changed_cb), self);
}

static inline void
store_fixture_close (StoreFixture *self)
{
  if (self->store != NULL)
    foothold_store_close (self->store);
  g_clear_object (&self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("foothold-store-XXXXXX", NULL);
  store_fixture_open (self);
}

/* In memory where there is such a folder: for thousands of commits, whose syncs are not what is tested. */
static inline void
store_fixture_set_up_quick (StoreFixture *self, gconstpointer data)
{
  self->dir = g_strdup ("/dev/shm/foothold-store-XXXXXX");
  if (g_mkdtemp (self->dir) == NULL)
    {
      g_free (self->dir);
      self->dir = g_dir_make_tmp ("foothold-store-XXXXXX", NULL);
    }
  store_fixture_open (self);
}

static inline void
store_fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        store_fixture_remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static inline void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  store_fixture_close (self);
  if (self->changes != NULL)
    g_boxed_free (FOOTHOLD_TYPE_CHANGES, self->changes);
  store_fixture_remove_tree (self->dir);
  g_free (self->dir);
}

static inline gint64
store_fixture_finish_write (StoreFixture *self, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = foothold_store_write_finish (self->store, store_fixture_wait (result), &error);

  g_assert_no_error (error);
  return id;
}

static inline gint64
store_fixture_save_dossier (StoreFixture *self, const char *label, FootholdDossier *dossier)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_save_dossier_async (self->store, label, dossier, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

static inline gint64
store_fixture_save_row (StoreFixture *self, const char *label, gpointer before, gpointer after)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_save_row_async (self->store, label, before, after, NULL, store_fixture_result_cb, &result);
  return store_fixture_finish_write (self, &result);
}

static inline void
store_fixture_act (StoreFixture *self, FootholdAction action, gint64 id, const char *state, const char *reason)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  foothold_store_act_async (self->store, action, ids, state, reason, NULL, store_fixture_result_cb, &result);
  store_fixture_finish_write (self, &result);
}

static inline FootholdDossier *
store_fixture_load (StoreFixture *self, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdDossier *dossier;

  foothold_store_load_dossier_async (self->store, id, NULL, store_fixture_result_cb, &result);
  dossier = foothold_store_load_dossier_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return dossier;
}

static inline gpointer
store_fixture_list_job (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_opportunity_list_ids (db, data, error);
}

/* The ids of the answer; (transfer full). @query: (transfer full) */
static inline GArray *
store_fixture_list_query (StoreFixture *self, FootholdQuery *query)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  GArray *ids;

  g_task_set_task_data (task, query, (GDestroyNotify) foothold_query_free);
  foothold_store_push_read (self->store, task, store_fixture_list_job, (GDestroyNotify) g_array_unref);
  ids = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return ids;
}

static inline GArray *
store_fixture_list (StoreFixture *self, const char *text, FootholdOrder order, FootholdShow show)
{
  return store_fixture_list_query (self, foothold_query_new (text, order, show));
}

/* The same the other way round. */
static inline GArray *
store_fixture_list_reversed (StoreFixture *self, const char *text, FootholdOrder order, FootholdShow show)
{
  FootholdQuery *query = foothold_query_new (text, order, show);

  query->reversed = TRUE;
  return store_fixture_list_query (self, query);
}

static inline gpointer
store_fixture_nothing_job (FootholdDb *db, gpointer data, GError **error)
{
  return NULL;
}

/* Undo or redo. What was undone: (transfer full). */
static inline char *
store_fixture_step (StoreFixture *self, gboolean redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *label;

  if (redo)
    foothold_store_redo_async (self->store, NULL, store_fixture_result_cb, &result);
  else
    foothold_store_undo_async (self->store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return label;
}

/* The check after opening is the writer's first job: what comes after it comes after its end. */
static inline void
store_fixture_wait_checked (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_write_async (self->store, NULL, store_fixture_nothing_job, NULL, NULL, NULL, store_fixture_result_cb,
                              &result);
  store_fixture_finish_write (self, &result);
}

/* Until so many backups passed their check, which nobody waits for; (transfer full). */
static inline GPtrArray *
store_fixture_wait_backups (StoreFixture *self, guint n)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) backups = foothold_store_list_backups (self->dir, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (backups->len, <=, n);
      if (backups->len == n)
        return g_steal_pointer (&backups);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* One believable dossier. */
static inline FootholdDossier *
store_fixture_dossier (const char *title, const char *organisation)
{
  FootholdDossier *dossier = foothold_dossier_new ();

  dossier->opportunity->title = g_strdup (title);
  dossier->opportunity->organisation = g_strdup (organisation);
  dossier->opportunity->description = g_strdup ("Compare three competitors and write it up.");
  dossier->opportunity->fact_source = g_strdup ("page");
  dossier->opportunity->minutes_min = 600;
  foothold_dossier_add_deliverable (dossier, "Report", "Ten pages, sourced", "2026-12-01");
  foothold_dossier_add_skill (dossier, "Writing");
  foothold_dossier_add_skill (dossier, "Data analysis");
  foothold_dossier_add_fact (dossier, "currency", "not-said", NULL);
  return dossier;
}
