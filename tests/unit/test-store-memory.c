// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sqlite3.h>
#include <string.h>

#include "store-fixture.h"
#include "store/foothold-generate.h"
#include "store/foothold-salvage-data.h"
#include "store/foothold-staging.h"

/*
 * Every action, with one of SQLite's allocations failing, each in turn: the data is as before and an error says so, or
 * as after and none does; and the store goes on working.
 */

/* The further, the more are left out: the many of the end repeat what the first do. */
#define SPREAD 12

static sqlite3_mem_methods real_memory;
static gint left; /* the allocation that fails; 0: none */
static gint n_failed;

static gboolean
fails (void)
{
  if (g_atomic_int_get (&left) <= 0 || !g_atomic_int_dec_and_test (&left))
    return FALSE;
  g_atomic_int_inc (&n_failed);
  return TRUE;
}

static void *
memory_malloc (int size)
{
  return fails () ? NULL : real_memory.xMalloc (size);
}

static void *
memory_realloc (void *memory, int size)
{
  return fails () ? NULL : real_memory.xRealloc (memory, size);
}

static void
stand_between (void)
{
  sqlite3_mem_methods ours;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  ours = real_memory;
  ours.xMalloc = memory_malloc;
  ours.xRealloc = memory_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &ours), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

/* ---- What the data is ---- */

static void
add_table (FootholdDb *db, GString *digest, const char *table)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  /* statements are kept by their text for as long as the connection lives */
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));

  while (foothold_stmt_next (stmt))
    for (guint i = 0; i < foothold_stmt_n_columns (stmt); i++)
      {
        g_autoptr (GBytes) value = foothold_stmt_blob (stmt, i);

        g_checksum_update (sum, (const guchar *) "|", 1);
        if (value != NULL)
          g_checksum_update (sum, g_bytes_get_data (value, NULL), (gssize) g_bytes_get_size (value));
      }
  g_assert_true (foothold_stmt_finish (stmt, NULL));
  g_string_append_printf (digest, "%s %s\n", table, g_checksum_get_string (sum));
}

static gpointer
digest_job (FootholdDb *db, gpointer data, GError **error)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name");

  while (foothold_stmt_next (stmt))
    g_ptr_array_add (tables, g_strdup (foothold_stmt_text (stmt, 0)));
  g_assert_true (foothold_stmt_finish (stmt, NULL));
  for (guint i = 0; i < tables->len; i++)
    add_table (db, text, g_ptr_array_index (tables, i));
  g_assert_cmpuint (tables->len, >, 10);

  return g_string_free (text, FALSE);
}

/* A line for each table. */
static char *
digest (StoreFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);
  char *text;

  foothold_store_push_read (self->store, task, digest_job, g_free);
  text = g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error);
  g_assert_no_error (error);
  return text;
}

static gpointer
settled_job (FootholdDb *db, gpointer data, GError **error)
{
  gint64 n = -1;

  foothold_db_query_int (db, "SELECT count (*) FROM import_batch WHERE state = 'deleting'", &n, error);
  return GINT_TO_POINTER (n == 0);
}

/* What an import that failed has written is out of sight at once, and taken away behind the next writes. */
static void
settle (StoreFixture *self)
{
  for (gboolean settled = FALSE; !settled;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GTask *task = g_task_new (self->store, NULL, store_fixture_result_cb, &result);

      foothold_store_push_read (self->store, task, settled_job, NULL);
      settled = GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (store_fixture_wait (&result)), &error));
      g_assert_no_error (error);
    }
}

/* The names of the tables that are not as they were; those of the search index say the same in many ways. */
static char *
changed_tables (const char *before, const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; old[i] != NULL && new[i] != NULL; i++)
    if (!g_str_equal (old[i], new[i]) && !g_str_has_prefix (new[i], "opportunity_search"))
      g_string_append_printf (names, "%.*s ", (int) strcspn (new[i], " "), new[i]);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

/* ---- The actions ---- */

typedef struct
{
  StoreFixture store;
  gint64 id; /* of the first opportunity */
  FootholdDossier *dossier; /* as it was before */
} Memory;

static gboolean
finish (Memory *self, GAsyncResult **result, GError **error)
{
  return foothold_store_write_finish (self->store.store, store_fixture_wait (result), error) != 0;
}

static gboolean
save_dossier (Memory *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Flyer", "Open Pantry");

  foothold_store_save_dossier_async (self->store.store, "Add Opportunity", dossier, NULL, store_fixture_result_cb,
                                     &result);
  return finish (self, &result, error);
}

static gboolean
save_row (Memory *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FootholdRow) after = foothold_row_copy (self->dossier->opportunity);

  g_set_str (&((FootholdOpportunityRow *) after)->organisation, "Another House");
  g_set_str (&((FootholdOpportunityRow *) after)->location, "Jena");
  foothold_store_save_row_async (self->store.store, "Change Place", self->dossier->opportunity, after, NULL,
                                 store_fixture_result_cb, &result);
  return finish (self, &result, error);
}

static gboolean
act (Memory *self, FootholdAction action, const char *state, const char *reason, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, self->id);
  foothold_store_act_async (self->store.store, action, ids, state, reason, NULL, store_fixture_result_cb, &result);
  return finish (self, &result, error);
}

static gboolean
drop (Memory *self, GError **error)
{
  return act (self, FOOTHOLD_ACTION_SET_STATE, "dropped", "pay", error);
}

static gboolean
delete_one (Memory *self, GError **error)
{
  return act (self, FOOTHOLD_ACTION_DELETE, NULL, NULL, error);
}

static gboolean
set_fact (Memory *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_set_fact_async (self->store.store, self->id, "location", "not-said", NULL, NULL,
                                 store_fixture_result_cb, &result);
  return finish (self, &result, error);
}

static gboolean
step (Memory *self, gboolean redo, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  if (redo)
    foothold_store_redo_async (self->store.store, NULL, store_fixture_result_cb, &result);
  else
    foothold_store_undo_async (self->store.store, NULL, store_fixture_result_cb, &result);
  label = foothold_store_undo_finish (self->store.store, store_fixture_wait (&result), error);
  return label != NULL;
}

static gboolean
undo (Memory *self, GError **error)
{
  return step (self, FALSE, error);
}

static gboolean
redo (Memory *self, GError **error)
{
  return step (self, TRUE, error);
}

static gboolean
generate (Memory *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foothold_store_generate_async (self->store.store, 10, 7, NULL, NULL, NULL, store_fixture_result_cb, &result);
  return foothold_store_generate_finish (self->store.store, store_fixture_wait (&result), error) > 0;
}

static gpointer
compare_job (FootholdDb *db, gpointer data, GError **error)
{
  return GINT_TO_POINTER (foothold_staging_compare (data, db, error));
}

/* Of three postings: one that is there already and says more, one new, one of a new organisation. */
static gboolean
import (Memory *self, GError **error)
{
  static const char *const titles[] = { "Market Study", "Poster", "Survey" };
  g_autoptr (FootholdStaging) staging = foothold_staging_new (self->store.dir, error);
  const FootholdSink *sink = staging != NULL ? foothold_staging_get_sink (staging) : NULL;
  g_autoptr (GAsyncResult) compared = NULL;
  g_autoptr (GAsyncResult) merged = NULL;
  GTask *task;

  for (guint i = 0; sink != NULL && i < G_N_ELEMENTS (titles); i++)
    {
      FootholdDossier *dossier = store_fixture_dossier (titles[i], i == 2 ? "Danang Data" : "Łódź Labs");

      g_set_str (&dossier->opportunity->tools, "Paper");
      if (!sink->take_dossier (sink->user_data, dossier, error))
        return FALSE;
    }
  if (sink == NULL)
    return FALSE;

  task = g_task_new (self->store.store, NULL, store_fixture_result_cb, &compared);
  g_task_set_task_data (task, foothold_staging_ref (staging), (GDestroyNotify) foothold_staging_unref);
  foothold_store_push_read (self->store.store, task, compare_job, NULL);
  if (g_task_propagate_pointer (G_TASK (store_fixture_wait (&compared)), error) == NULL)
    return FALSE;
  foothold_store_merge_async (self->store.store, staging, "test.json", NULL, NULL, NULL, store_fixture_result_cb,
                              &merged);
  return foothold_store_merge_finish (self->store.store, store_fixture_wait (&merged), error) != 0;
}

static void
before_undo (Memory *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (delete_one (self, &error));
  g_assert_no_error (error);
}

static void
before_redo (Memory *self)
{
  before_undo (self);
  g_assert_true (undo (self, NULL));
}

typedef struct
{
  const char *name;
  void (*prepare) (Memory *self);
  gboolean (*run) (Memory *self, GError **error);
  gboolean sliced; /* what failed goes on where it stopped */
} Action;

static const Action actions[] = {
  { "save-dossier", NULL, save_dossier }, { "save-row", NULL, save_row },       { "drop", NULL, drop },
  { "delete", NULL, delete_one },         { "set-fact", NULL, set_fact },       { "undo", before_undo, undo },
  { "redo", before_redo, redo },          { "generate", NULL, generate, TRUE }, { "import", NULL, import },
};

/* With a backup behind it, so that the writes that are watched make none. */
static void
begin (Memory *self, const Action *action)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GPtrArray) backups = NULL;

  store_fixture_set_up_quick (&self->store, NULL);
  self->id = store_fixture_save_dossier (&self->store, "Add Opportunity", dossier);
  store_fixture_act (&self->store, FOOTHOLD_ACTION_STAR, self->id, NULL, NULL);
  backups = store_fixture_wait_backups (&self->store, 1);
  if (action->prepare != NULL)
    action->prepare (self);
  else
    self->dossier = store_fixture_load (&self->store, self->id);
}

static void
end (Memory *self)
{
  store_fixture_tear_down (&self->store, NULL);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  memset (self, 0, sizeof *self);
}

static void
test_action (gconstpointer data)
{
  const Action *action = data;
  Memory self = { 0 };
  guint n_errors = 0, n = 1;
  gboolean failed = TRUE;

  begin (&self, action);
  for (; failed; n += 1 + n / (action->sliced ? 2 : SPREAD))
    {
      g_autofree char *before = digest (&self.store);
      g_autofree char *after = NULL;
      g_autofree char *changed = NULL;
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_atomic_int_set (&n_failed, 0);
      g_atomic_int_set (&left, (gint) n);
      ok = action->run (&self, &error);
      g_atomic_int_set (&left, 0);
      failed = g_atomic_int_get (&n_failed) > 0;
      settle (&self.store);
      after = digest (&self.store);
      changed = changed_tables (before, after);

      if (ok != (error == NULL) || (ok ? *changed == '\0' : !action->sliced && *changed != '\0')
          || foothold_store_get_damaged (self.store.store))
        g_error ("%s, allocation %u: %s, changed: %s; %s", action->name, n, ok ? "done" : "not done", changed,
                 error != NULL ? error->message : "no error");
      if (!ok)
        {
          n_errors++;
          g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MEMORY);
          if (!action->sliced)
            continue;
        }
      end (&self);
      begin (&self, action);
    }
  g_test_message ("%u allocations, %u errors", n, n_errors);
  g_assert_cmpuint (n_errors, >, 10);
  end (&self);
}

/* ---- Around the store ---- */

/* Opening is watched elsewhere. */
static gboolean
back_up (const char *dir, GError **error)
{
  StoreFixture self = { .dir = (char *) dir };
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = NULL;
  const gint armed = g_atomic_int_get (&left);

  g_atomic_int_set (&left, 0);
  store_fixture_open (&self);
  store_fixture_wait_checked (&self);
  g_atomic_int_set (&left, armed);
  foothold_store_backup_async (self.store, NULL, store_fixture_result_cb, &result);
  path = foothold_store_backup_finish (self.store, store_fixture_wait (&result), error);
  g_atomic_int_set (&left, 0);
  g_assert_false (foothold_store_get_damaged (self.store));
  store_fixture_close (&self);
  if (self.changes != NULL)
    g_boxed_free (FOOTHOLD_TYPE_CHANGES, self.changes);
  return path != NULL;
}

static gboolean
salvage (const char *dir, GError **error)
{
  FootholdSalvageReport *report = foothold_salvage_data (dir, NULL, NULL, error);
  const gboolean ok = report != NULL;

  g_assert_true (!ok || report->n_opportunities == 1);
  g_clear_pointer (&report, foothold_salvage_report_free);
  return ok;
}

static gboolean
restore (const char *dir, GError **error)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, NULL);
  const FootholdBackup *oldest = g_ptr_array_index (backups, backups->len - 1);
  g_autofree char *before = NULL;
  const gboolean ok = foothold_store_restore (dir, oldest->path, &before, error);

  g_assert_true (ok == (before != NULL));
  return ok;
}

typedef struct
{
  const char *name;
  const char *reason; /* of the backup that it makes */
  gboolean (*run) (const char *dir, GError **error);
} Around;

static const Around arounds[] = { { "backup", "manual", back_up },
                                  { "salvage", "salvage", salvage },
                                  { "restore", "restore", restore } };

static GBytes *
read_database (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "foothold.db", NULL);
  char *bytes;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* When the newest of @reason was made. */
static void
get_newest (const char *dir, const char *reason, gint64 *newest)
{
  g_autoptr (GPtrArray) backups = foothold_store_list_backups (dir, NULL);

  *newest = 0;
  for (guint i = backups->len; i-- > 0;)
    {
      const FootholdBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_equal (backup->reason, reason))
        *newest = backup->made_at;
    }
}

/* One more backup, or an error; then the data stays as it is, to the byte. */
static void
test_around (gconstpointer data)
{
  const Around *around = data;
  Memory self = { 0 };
  guint n_errors = 0, n = 1;
  gboolean failed = TRUE;

  begin (&self, &actions[0]);
  store_fixture_close (&self.store);
  for (; failed; n += 1 + n / 4)
    {
      gint64 newest_before, newest_after;
      g_autoptr (GBytes) before = read_database (self.store.dir);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean ok;

      get_newest (self.store.dir, around->reason, &newest_before);
      g_atomic_int_set (&n_failed, 0);
      g_atomic_int_set (&left, (gint) n);
      ok = around->run (self.store.dir, &error);
      g_atomic_int_set (&left, 0);
      failed = g_atomic_int_get (&n_failed) > 0;
      after = read_database (self.store.dir);

      get_newest (self.store.dir, around->reason, &newest_after);

      if (ok != (error == NULL) || (!ok && !g_bytes_equal (before, after)) || (ok && newest_after <= newest_before))
        g_error ("%s, allocation %u: %s, %s backup; %s", around->name, n, ok ? "done" : "not done",
                 newest_after > newest_before ? "a" : "no", error != NULL ? error->message : "no error");
      n_errors += ok ? 0 : 1;
    }
  g_test_message ("%u allocations, %u errors", n, n_errors);
  g_assert_cmpuint (n_errors, >, 5);
  end (&self);
}

/* A file that is made, and one that is opened: an error and another try helps, or it is open. */
static void
test_open (gconstpointer data)
{
  const gboolean fresh = data != NULL;
  Memory self = { 0 };
  guint n_errors = 0, n = 1;
  gboolean failed = TRUE;

  begin (&self, &actions[0]);
  for (; failed; n += 1 + n / 2)
    {
      g_autoptr (GError) error = NULL;

      store_fixture_close (&self.store);
      if (fresh)
        {
          store_fixture_remove_tree (self.store.dir);
          g_assert_cmpint (g_mkdir (self.store.dir, 0700), ==, 0);
        }
      g_atomic_int_set (&n_failed, 0);
      g_atomic_int_set (&left, (gint) n);
      self.store.store = store_fixture_try_open (self.store.dir, &error);
      g_atomic_int_set (&left, 0);
      failed = g_atomic_int_get (&n_failed) > 0;
      g_assert_true ((self.store.store != NULL) == (error == NULL));
      if (error != NULL)
        {
          n_errors++;
          g_assert_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MEMORY);
          store_fixture_open (&self.store);
        }
      store_fixture_wait_checked (&self.store);
      g_assert_false (foothold_store_get_damaged (self.store.store));
      g_free (digest (&self.store));
    }
  g_test_message ("%u allocations, %u errors", n, n_errors);
  g_assert_cmpuint (n_errors, >, 5);
  end (&self);
}

int
main (int argc, char **argv)
{
  stand_between ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *path = g_strconcat ("/store-memory/", actions[i].name, NULL);

      g_test_add_data_func (path, &actions[i], test_action);
    }

  for (guint i = 0; i < G_N_ELEMENTS (arounds); i++)
    {
      g_autofree char *path = g_strconcat ("/store-memory/", arounds[i].name, NULL);

      g_test_add_data_func (path, &arounds[i], test_around);
    }
  g_test_add_data_func ("/store-memory/open", NULL, test_open);
  g_test_add_data_func ("/store-memory/make", GINT_TO_POINTER (TRUE), test_open);

  return g_test_run ();
}
