/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core-work.h"

#include "core-check.h"

#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-db-private.h"
#include "sqlite/foothold-migration.h"
#include "store/foothold-staging.h"

/* More are deleted again: a small database is checked more often in the same time. */
#define MANY 40

void
core_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

GAsyncResult *
core_wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

CoreWork *
core_work_open (const char *dir, guint32 seed, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  FootholdStore *store;
  CoreWork *self;

  foothold_store_open_async (dir, NULL, core_result_cb, &result);
  store = foothold_store_open_finish (core_wait_for (&result), error);
  if (store == NULL)
    return NULL;

  self = g_new0 (CoreWork, 1);
  self->dir = g_strdup (dir);
  self->store = store;
  self->rand = g_rand_new_with_seed (seed);

  return self;
}

void
core_work_close (CoreWork *self)
{
  foothold_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->store);
  g_rand_free (self->rand);
  g_free (self->dir);
  g_free (self);
}

static gpointer
read_ids (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id FROM opportunity WHERE batch IS NULL OR batch IN "
                          "(SELECT id FROM import_batch WHERE state = 'done') ORDER BY id");

  while (foothold_stmt_next (stmt))
    {
      gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return foothold_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

gpointer
core_work_read (CoreWork *self, FootholdDbFunc func, gpointer data, GDestroyNotify destroy, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GTask *task = g_task_new (self->store, NULL, core_result_cb, &result);

  g_task_set_task_data (task, data, NULL);
  foothold_store_push_read (self->store, task, func, destroy);

  return g_task_propagate_pointer (G_TASK (core_wait_for (&result)), error);
}

static gpointer
read_digest (FootholdDb *db, gpointer data, GError **error)
{
  return core_digest (db, GPOINTER_TO_INT (data), error);
}

char *
core_work_digest (CoreWork *self, gboolean undoable, GError **error)
{
  return core_work_read (self, read_digest, GINT_TO_POINTER (undoable), g_free, error);
}

static gpointer
read_undo_depth (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_db_query_int (db, "SELECT count (*) FROM change WHERE NOT undone", data, error) ? data : NULL;
}

gboolean
core_work_undo_depth (CoreWork *self, guint *depth, GError **error)
{
  gint64 n = 0;
  gboolean ok = core_work_read (self, read_undo_depth, &n, NULL, error) != NULL;

  *depth = (guint) n;
  return ok;
}

/* With SQLite's own descriptor: any other would drop the locks of this process. */
static gpointer
read_counter_and_digest (FootholdDb *db, gpointer data, GError **error)
{
  g_autofree char *digest = NULL;
  sqlite3_file *file = NULL;
  guint32 counter = 0;

  /* in one transaction: what is deleted behind the scenes must not come between the two */
  if (!foothold_db_exec (db, "BEGIN", error))
    return NULL;
  digest = core_digest (db, FALSE, error);
  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  file->pMethods->xRead (file, &counter, sizeof counter, 24);
  foothold_db_exec (db, "COMMIT", NULL);

  return digest != NULL ? g_strdup_printf ("%u %s", GUINT32_FROM_BE (counter), digest) : NULL;
}

char *
core_work_counter_and_digest (CoreWork *self, GError **error)
{
  return core_work_read (self, read_counter_and_digest, NULL, g_free, error);
}

/* One of those there, or 0. */
static gint64
any_id (CoreWork *self, guint *n, GError **error)
{
  g_autoptr (GArray) ids = core_work_read (self, read_ids, NULL, (GDestroyNotify) g_array_unref, error);

  *n = ids != NULL ? ids->len : 0;
  return *n > 0 ? g_array_index (ids, gint64, (guint) g_rand_int_range (self->rand, 0, (gint32) *n)) : 0;
}

static gboolean
add (CoreWork *self, const char *title, gboolean with_page, GError **error)
{
  static const char *const places[] = { "Łódź Labs", "Đà Nẵng Studio", "Straße 12 GmbH", "Acme" };
  g_autoptr (FootholdDossier) dossier = foothold_dossier_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_set_str (&dossier->opportunity->title, title);
  g_set_str (&dossier->opportunity->organisation, places[self->n % G_N_ELEMENTS (places)]);
  g_set_str (&dossier->opportunity->description, "Read the interviews, find what repeats, write it on two pages.");
  foothold_dossier_add_skill (dossier, self->n % 2 ? "Data analysis" : "Writing");
  foothold_dossier_add_deliverable (dossier, "A report", "two pages", "2026-12-01");
  if (with_page)
    {
      g_autofree char *text = g_strnfill ((gsize) g_rand_int_range (self->rand, 1, 20000), (char) ('a' + self->n % 26));
      g_autofree char *page = g_strdup_printf ("%u %s", self->n, text);
      g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

      foothold_dossier_add_page (dossier, "page.html", "text/html", bytes);
    }
  foothold_store_save_dossier_async (self->store, "Add Opportunity", dossier, NULL, core_result_cb, &result);

  return foothold_store_write_finish (self->store, core_wait_for (&result), error) != 0;
}

gboolean
core_work_add (CoreWork *self, const char *title, GError **error)
{
  self->n++;
  return add (self, title, FALSE, error);
}

static gboolean
edit (CoreWork *self, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) loaded = NULL, saved = NULL;
  g_autoptr (FootholdDossier) dossier = NULL;
  g_autoptr (FootholdRow) after = NULL;
  FootholdOpportunityRow *row;

  foothold_store_load_dossier_async (self->store, id, NULL, core_result_cb, &loaded);
  dossier = foothold_store_load_dossier_finish (self->store, core_wait_for (&loaded), error);
  if (dossier == NULL)
    return FALSE;
  after = foothold_row_copy (dossier->opportunity);
  row = (FootholdOpportunityRow *) after;
  g_free (row->notes);
  row->notes = g_strdup_printf ("Note %u: asked about the fee, they answer on Friday.", self->n);
  foothold_store_save_row_async (self->store, "Change Notes", dossier->opportunity, after, NULL, core_result_cb,
                                 &saved);

  return foothold_store_write_finish (self->store, core_wait_for (&saved), error) != 0;
}

static gboolean
act_on (CoreWork *self, FootholdAction action, gint64 id, const char *state, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (ids, id);
  foothold_store_act_async (self->store, action, ids, state, "too far away", NULL, core_result_cb, &result);

  return foothold_store_write_finish (self->store, core_wait_for (&result), error) != 0;
}

gboolean
core_work_load_attachment (CoreWork *self, const char *sha256, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  foothold_store_load_attachment_async (self->store, sha256, NULL, core_result_cb, &result);
  bytes = foothold_store_load_attachment_finish (self->store, core_wait_for (&result), error);

  return bytes != NULL;
}

gboolean
core_work_undo (CoreWork *self, gboolean redo, gboolean *done, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  *done = (redo ? foothold_store_get_redo_label (self->store) : foothold_store_get_undo_label (self->store)) != NULL;
  if (!*done)
    return TRUE;

  if (redo)
    foothold_store_redo_async (self->store, NULL, core_result_cb, &result);
  else
    foothold_store_undo_async (self->store, NULL, core_result_cb, &result);
  label = foothold_store_undo_finish (self->store, core_wait_for (&result), error);

  return label != NULL;
}

/* Through a connection of its own, as the store's writer would: copy, check, name. */
gboolean
core_work_backup (CoreWork *self, GError **error)
{
  g_autofree char *path = core_db_path (self->dir);
  g_autofree char *folder = g_build_filename (self->dir, "backups", NULL);
  g_autofree char *name = g_strdup_printf ("core-%u.db", self->n % 3);
  g_autofree char *kept = g_build_filename (folder, name, NULL);
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_ONLY, error);
  g_autofree char *copy = NULL;
  guint version;

  if (db == NULL || !foothold_db_get_version (db, &version, error))
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  copy = foothold_backup_copy (db, folder, NULL, error);

  return copy != NULL && foothold_backup_keep (copy, kept, version, NULL, NULL, error);
}

gboolean
core_work_store_backup (CoreWork *self, char **path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *made = NULL;

  foothold_store_backup_async (self->store, NULL, core_result_cb, &result);
  made = foothold_store_backup_finish (self->store, core_wait_for (&result), error);
  if (made == NULL)
    return FALSE;
  if (path != NULL)
    *path = g_steal_pointer (&made);

  return TRUE;
}

static gpointer
compare_staged (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_staging_compare (data, db, error) ? data : NULL;
}

/* @n dossiers through staging, comparing and merging in slices, as a file dropped on the window goes. */
gboolean
core_work_import (CoreWork *self, guint n, GError **error)
{
  g_autoptr (FootholdStaging) staging = foothold_staging_new (self->dir, error);
  const FootholdSink *sink = staging != NULL ? foothold_staging_get_sink (staging) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; sink != NULL && i < n; i++)
    {
      FootholdDossier *dossier = foothold_dossier_new ();

      dossier->opportunity->title = g_strdup_printf ("Imported %u of %u, %u", i, n, self->n);
      g_set_str (&dossier->opportunity->organisation, i % 2 ? "Łódź Labs" : "A firm of its own");
      foothold_dossier_add_skill (dossier, "Writing");
      if (i % 10 == 0)
        {
          g_autofree char *page = g_strdup_printf ("<p>%u of %u</p>", i, self->n);
          g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

          foothold_dossier_add_page (dossier, "page.html", "text/html", bytes);
        }
      if (!sink->take_dossier (sink->user_data, dossier, error))
        return FALSE;
    }
  if (staging == NULL || core_work_read (self, compare_staged, staging, NULL, error) == NULL)
    return FALSE;

  foothold_store_merge_async (self->store, staging, "core.json", NULL, NULL, NULL, core_result_cb, &result);

  return foothold_store_merge_finish (self->store, core_wait_for (&result), error) == n;
}

gboolean
core_work_act (CoreWork *self, CoreActions actions, GError **error)
{
  g_autofree char *title = g_strdup_printf ("Market study %u", ++self->n);
  g_autoptr (GError) local_error = NULL;
  guint n;
  gint64 id = any_id (self, &n, &local_error);
  gboolean ignored;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (id == 0)
    return add (self, title, FALSE, error);
  if (n > MANY)
    return act_on (self, FOOTHOLD_ACTION_DELETE, id, NULL, error);

  switch (g_rand_int_range (self->rand, 0, actions == CORE_ACTIONS_ALL ? 18 : 12))
    {
    case 0:
    case 1:
      return add (self, title, FALSE, error);
    case 2:
    case 3:
      return add (self, title, TRUE, error);
    case 4:
    case 5:
    case 6:
      return edit (self, id, error);
    case 7:
      return act_on (self, FOOTHOLD_ACTION_STAR, id, NULL, error);
    case 8:
      return act_on (self, FOOTHOLD_ACTION_SET_STATE, id, "dropped", error);
    case 9:
      return act_on (self, FOOTHOLD_ACTION_DELETE, id, NULL, error);
    case 10:
      return core_work_undo (self, FALSE, &ignored, error);
    case 11:
      return core_work_undo (self, TRUE, &ignored, error);
    case 12:
      return core_work_store_backup (self, NULL, error);
    case 13:
      return core_work_import (self, 12, error);
    case 14:
      return core_work_import_page (self, error);
    case 15:
      return core_work_export (self, error);
    case 16:
      return core_work_migrate (self, error);
    default:
      /* more than a slice, but seldom: they are deleted one by one again */
      return core_work_import (self, n < 15 ? 510 : 3, error);
    }
}
