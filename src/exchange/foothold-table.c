// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-table.h"

#include <gio/gio.h>

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"
#include "store/foothold-job.h"

/* --- the memory --- */

#define GROUP "columns"
/* The oldest are forgotten. */
#define REMEMBERED 200

G_LOCK_DEFINE_STATIC (memory);

static char *
memory_path (const char *dir)
{
  return g_build_filename (dir, FOOTHOLD_TABLES_FILE, NULL);
}

static GKeyFile *
load_memory (const char *dir)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = memory_path (dir);

  /* one that is not there or cannot be read is an empty one */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static char *
recall (const char *dir, const char *key)
{
  g_autoptr (GKeyFile) file = NULL;

  G_LOCK (memory);
  file = load_memory (dir);
  G_UNLOCK (memory);
  return g_key_file_get_string (file, GROUP, key, NULL);
}

static gboolean
keep (const char *dir, GPtrArray *keys, GPtrArray *texts, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *path = memory_path (dir);
  g_autofree char *data = NULL;
  g_auto (GStrv) all = NULL;
  gsize length, n_all;
  gboolean kept;

  G_LOCK (memory);
  file = load_memory (dir);
  for (guint i = 0; i < keys->len; i++)
    {
      /* the latest stands last */
      g_key_file_remove_key (file, GROUP, g_ptr_array_index (keys, i), NULL);
      g_key_file_set_string (file, GROUP, g_ptr_array_index (keys, i), g_ptr_array_index (texts, i));
    }
  all = g_key_file_get_keys (file, GROUP, &n_all, NULL);
  for (gsize i = 0; i + REMEMBERED < n_all; i++)
    g_key_file_remove_key (file, GROUP, all[i], NULL);
  data = g_key_file_to_data (file, &length, NULL);
  kept = g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  G_UNLOCK (memory);

  return kept;
}

typedef struct
{
  char *dir;
  GPtrArray *keys, *texts;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->dir);
  g_ptr_array_unref (keeping->keys);
  g_ptr_array_unref (keeping->texts);
  g_free (keeping);
}

static void
keep_on_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Keeping *keeping = task_data;
  GError *error = NULL;

  if (keep (keeping->dir, keeping->keys, keeping->texts, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("What the columns of the table are was not kept: %s", error->message);
}

void
foothold_tables_remember (FootholdStore *store, GPtrArray *tables)
{
  Keeping *keeping = g_new0 (Keeping, 1);
  g_autoptr (GTask) task = g_task_new (store, NULL, kept, NULL);

  keeping->dir = g_strdup (foothold_store_get_dir (store));
  keeping->keys = g_ptr_array_new_with_free_func (g_free);
  keeping->texts = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, foothold_tables_remember);
  g_task_set_task_data (task, keeping, keeping_free);
  for (guint i = 0; i < tables->len; i++)
    {
      const FootholdTable *table = g_ptr_array_index (tables, i);

      if (table == NULL || foothold_table_is_known (table))
        continue;
      g_ptr_array_add (keeping->keys, g_strdup (table->key));
      g_ptr_array_add (keeping->texts, foothold_csv_look_mapping_to_text (table->look, &table->hints));
    }
  if (keeping->keys->len > 0)
    foothold_job_run (task, keep_on_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- tables --- */

static void
follow_memory (FootholdTable *self, const char *dir)
{
  g_autofree char *text = recall (dir, self->key);
  g_autoptr (FootholdCsvLook) look = NULL;
  FootholdCsvHints hints;

  if (text == NULL)
    return;
  hints = foothold_csv_hints_from_text (text);
  look = foothold_csv_look (self->bytes, &hints, NULL);
  if (look == NULL || !foothold_csv_look_take_mapping (look, text))
    return;

  foothold_csv_look_free (self->look);
  self->look = g_steal_pointer (&look);
  self->hints = hints;
  self->remembered = TRUE;
}

/* Without names a table is told from others of as many columns by how it begins. (transfer full) */
static char *
dup_key (const FootholdCsvLook *look)
{
  const FootholdCsvHead *first = look->heads->len > 0 ? g_ptr_array_index (look->heads, 0) : NULL;
  g_autofree char *begins = first != NULL ? g_strconcat (look->signature, first->text, NULL) : NULL;

  return look->header_line == 0 && begins != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, begins, -1)
                                                  : g_strdup (look->signature);
}

FootholdTable *
foothold_table_new (GBytes *bytes, const char *name, const char *dir, GError **error)
{
  FootholdCsvLook *look = foothold_csv_look (bytes, NULL, error);
  FootholdTable *self;

  if (look == NULL)
    return NULL;
  self = g_new0 (FootholdTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->look = look;
  self->hints = FOOTHOLD_CSV_NO_HINTS;
  self->key = dup_key (look);
  if (dir != NULL && !foothold_table_is_known (self))
    follow_memory (self, dir);

  return self;
}

FootholdTable *
foothold_table_ref (FootholdTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_table_unref (FootholdTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  foothold_csv_look_free (self->look);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->key);
  g_free (self);
}

gboolean
foothold_table_is_known (const FootholdTable *self)
{
  return self->look->own || self->look->part != FOOTHOLD_LINKEDIN_NONE;
}

/* --- looking again --- */

typedef struct
{
  GBytes *bytes;
  FootholdCsvHints hints;
} Again;

static void
again_free (gpointer data)
{
  Again *again = data;

  g_bytes_unref (again->bytes);
  g_free (again);
}

static void
clear_table (gpointer data)
{
  if (data != NULL)
    foothold_table_unref (data);
}

static void
look_free (gpointer data)
{
  foothold_csv_look_free (data);
}

static void
look_on_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Again *again = task_data;
  GError *error = NULL;
  FootholdCsvLook *look = foothold_csv_look (again->bytes, &again->hints, &error);

  if (look != NULL)
    g_task_return_pointer (task, look, look_free);
  else
    g_task_return_error (task, error);
}

void
foothold_table_look_again_async (FootholdTable *self,
                                 FootholdCsvHints hints,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Again *again = g_new0 (Again, 1);

  again->bytes = g_bytes_ref (self->bytes);
  again->hints = hints;
  g_task_set_source_tag (task, foothold_table_look_again_async);
  g_task_set_task_data (task, again, again_free);
  foothold_job_run (task, look_on_thread);
}

gboolean
foothold_table_look_again_finish (FootholdTable *self, GAsyncResult *result, GError **error)
{
  const Again *again = g_task_get_task_data (G_TASK (result));
  FootholdCsvLook *look = g_task_propagate_pointer (G_TASK (result), error);

  if (look == NULL)
    return FALSE;
  foothold_csv_look_carry (look, self->look);
  foothold_csv_look_free (self->look);
  self->look = look;
  self->hints = again->hints;
  self->remembered = FALSE;
  return TRUE;
}

/* --- which of several files are tables --- */

/* As much as tells a table: what the sniffer looks at, and the line it ends in. */
#define HEAD (80 * 1024)

typedef struct
{
  char *dir;
  GPtrArray *sources;
} Looking;

static void
looking_free (gpointer data)
{
  Looking *looking = data;

  g_free (looking->dir);
  g_ptr_array_unref (looking->sources);
  g_free (looking);
}

static FootholdTable *
look_at_source (const FootholdImportSource *source, const char *dir, GCancellable *cancellable)
{
  g_autoptr (GBytes) head = foothold_import_source_read_head (source, HEAD, cancellable, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FootholdTable) table = NULL;

  if (head == NULL || foothold_import_sniff (head) != FOOTHOLD_FORMAT_CSV)
    return NULL;
  bytes = foothold_import_source_read (source, dir, cancellable, NULL);
  if (bytes == NULL || foothold_import_sniff (bytes) != FOOTHOLD_FORMAT_CSV)
    return NULL;
  table = foothold_table_new (bytes, foothold_import_source_get_name (source), dir, NULL);

  return table != NULL && !foothold_table_is_known (table) && table->look->n_rows > 0 ? g_steal_pointer (&table) : NULL;
}

static void
look_at_sources (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Looking *looking = task_data;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (clear_table);

  for (guint i = 0; i < looking->sources->len; i++)
    {
      GError *error = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (tables, look_at_source (g_ptr_array_index (looking->sources, i), looking->dir, cancellable));
    }
  g_task_return_pointer (task, g_steal_pointer (&tables), (GDestroyNotify) g_ptr_array_unref);
}

void
foothold_exchange_look_async (FootholdStore *store,
                              GPtrArray *sources,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Looking *looking = g_new0 (Looking, 1);

  looking->dir = g_strdup (foothold_store_get_dir (store));
  looking->sources = sources;
  g_ptr_array_set_free_func (sources, (GDestroyNotify) foothold_import_source_free);
  g_task_set_source_tag (task, foothold_exchange_look_async);
  g_task_set_task_data (task, looking, looking_free);
  foothold_job_run (task, look_at_sources);
}

GPtrArray *
foothold_exchange_look_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
