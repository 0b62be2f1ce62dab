/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Damage at rest (F10, F11) and backups (F29), in one process for speed. */

#include "core.h"

#include "foothold-core-resources.h"
#include "sqlite/foothold-backup.h"
#include "sqlite/foothold-file.h"
#include "sqlite/foothold-migration.h"
#include "sqlite/foothold-salvage.h"
#include "sqlite/foothold-seal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE 4096

typedef struct
{
  char *dir;
  char *path;
  guint8 *bytes; /* as they were closed */
  gsize size;
  struct stat info;
  GRand *rand;
  GHashTable *rows; /* "TABLE ID" → the row's values as text */
  GHashTable *counts; /* table → how many rows */
} Base;

/* A folder somebody worked in and closed cleanly, its file sealed. */
static gboolean
base_init (Base *self, const char *dir, gint64 n_actions, GError **error)
{
  CoreWork *work = core_work_open (dir, 11, error);
  g_autofree char *seal_path = NULL;

  if (work == NULL)
    return FALSE;
  for (gint64 i = 0; i < n_actions; i++)
    if (!core_work_act (work, CORE_ACTIONS_SINGLE, error))
      return FALSE;
  core_work_close (work);

  self->dir = g_strdup (dir);
  self->path = core_db_path (dir);
  seal_path = g_strconcat (self->path, ".seal", NULL);
  if (!g_file_test (seal_path, G_FILE_TEST_EXISTS))
    foothold_seal_close (foothold_seal_open (self->path), TRUE, TRUE);
  self->rand = g_rand_new_with_seed (5);

  return stat (self->path, &self->info) == 0
         && g_file_get_contents (self->path, (char **) &self->bytes, &self->size, error);
}

static void
base_clear (Base *self)
{
  g_free (self->dir);
  g_free (self->path);
  g_free (self->bytes);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
}

/* Writes @bytes over the file and gives it back its time, as a bad disk would. */
static void
put_bytes (Base *self, const guint8 *bytes, gsize size)
{
  struct timespec times[2] = { self->info.st_atim, self->info.st_mtim };
  int fd = open (self->path, O_WRONLY | O_TRUNC | O_CLOEXEC);

  if (fd < 0 || write (fd, bytes, size) != (gssize) size || futimens (fd, times) != 0)
    g_error ("cannot damage %s", self->path);
  close (fd);
}

static FootholdSealVerdict
verdict (Base *self)
{
  FootholdSeal *seal = foothold_seal_open (self->path);
  FootholdSealVerdict result = FOOTHOLD_SEAL_FRESH;

  if (!foothold_seal_check (seal, &result, NULL, NULL))
    result = FOOTHOLD_SEAL_ROTTEN;
  foothold_seal_close (seal, FALSE, FALSE);

  return result;
}

static gboolean
quick_check_sees (Base *self)
{
  g_autoptr (FootholdDb) db = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, NULL);

  return db == NULL || !foothold_db_check (db, FALSE, NULL);
}

/* The store on the damaged file: it must say so, refuse to write, and leave every byte as it is. */
static gboolean
store_refuses (Base *self)
{
  g_autoptr (GError) error = NULL;
  CoreWork *work = core_work_open (self->dir, 1, &error);
  gboolean refused = work == NULL || !core_work_add (work, "Never", &error);

  if (work != NULL)
    {
      refused = refused && foothold_store_get_damaged (work->store);
      core_work_close (work);
    }

  return refused && verdict (self) == FOOTHOLD_SEAL_ROTTEN;
}

int
core_verb_flips (int argc, char **argv)
{
  gint64 n = core_option (argc, argv, "--n", 500);
  g_autoptr (GError) error = NULL;
  Base base = { 0 };
  gint64 n_noticed = 0, n_by_check = 0, n_kept = 0, n_opened = 0, n_refused = 0;

  if (!base_init (&base, argv[1], 80, &error))
    return core_fail (error);
  for (gint64 i = 0; i < n; i++)
    {
      gsize place = (gsize) g_rand_int_range (base.rand, 0, (gint32) base.size);
      guint8 bit = (guint8) (1 << g_rand_int_range (base.rand, 0, 8));
      g_autofree guint8 *after = NULL;
      gsize after_size;

      base.bytes[place] ^= bit;
      put_bytes (&base, base.bytes, base.size);
      n_noticed += verdict (&base) == FOOTHOLD_SEAL_ROTTEN;
      n_by_check += i % 10 == 0 && quick_check_sees (&base);
      if (i % 10 == 0)
        {
          n_opened++;
          n_refused += store_refuses (&base);
        }
      if (g_file_get_contents (base.path, (char **) &after, &after_size, NULL))
        n_kept += after_size == base.size && memcmp (after, base.bytes, after_size) == 0;
      base.bytes[place] ^= bit;
    }
  put_bytes (&base, base.bytes, base.size);
  core_say ("flips %" G_GINT64_FORMAT " noticed %" G_GINT64_FORMAT " kept %" G_GINT64_FORMAT " opened %" G_GINT64_FORMAT
            " refused %" G_GINT64_FORMAT " by quick_check alone %.1f%% intact again %d",
            n, n_noticed, n_kept, n_opened, n_refused, 100.0 * (double) n_by_check / (double) MAX (1, n / 10),
            verdict (&base) == FOOTHOLD_SEAL_INTACT);
  base_clear (&base);

  return 0;
}

/* Every attachment with one bit flipped is refused by the store that reads it. */
int
core_verb_attachments (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (argv[1], "attachments", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) entries = NULL;
  CoreWork *work = core_work_open (argv[1], 4, &error);
  const char *name;
  guint n = 0, n_sound = 0, n_refused = 0;

  for (guint i = 0; work != NULL && i < 60; i++)
    if (!core_work_act (work, CORE_ACTIONS_SINGLE, &error))
      return core_fail (error);
  if (work == NULL)
    return core_fail (error);

  entries = g_dir_open (folder, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (strlen (name) != 64 || !g_file_get_contents (path, &bytes, &size, NULL) || size == 0)
        continue;
      n++;
      n_sound += core_work_load_attachment (work, name, NULL);
      bytes[size / 2] ^= 4;
      g_chmod (path, 0600);
      if (!g_file_set_contents (path, bytes, (gssize) size, &error))
        return core_fail (error);
      n_refused += !core_work_load_attachment (work, name, NULL);
    }
  core_work_close (work);
  core_say ("attachments %u sound %u refused %u", n, n_sound, n_refused);

  return 0;
}

static void
damage (Base *self, int kind, guint8 *bytes, gsize *size)
{
  gsize page = (gsize) g_rand_int_range (self->rand, 0, (gint32) (self->size / PAGE)) * PAGE;

  switch (kind)
    {
    case 0:
      *size = (gsize) g_rand_int_range (self->rand, 0, (gint32) self->size);
      break;
    case 1:
      memset (bytes + page, 0, PAGE);
      break;
    default:
      page += (gsize) g_rand_int_range (self->rand, 0, PAGE / 512) * 512;
      for (gsize i = 0; i < 512; i++)
        bytes[page + i] = (guint8) g_rand_int (self->rand);
      break;
    }
}

/*
 * Every row of every table of ours but the undo stack, whose changes are bytes that show no damage: whoever takes
 * over what was salvaged empties it; and but the judgements, which are made anew. A value that is a reference is left
 * out of @rows: salvage may forget it.
 */
static gboolean
read_rows (FootholdDb *db, GHashTable *rows, GHashTable *counts, GError **error)
{
  g_autoptr (FootholdStmt) tables =
    foothold_db_stmt (db, "SELECT name, (SELECT group_concat ('quote (\"' || name || '\")', '||'',''||') "
                          "  FROM pragma_table_info (l.name) AS c "
                          "  WHERE c.name NOT IN (SELECT \"from\" FROM pragma_foreign_key_list (l.name))) "
                          "FROM pragma_table_list AS l WHERE schema = 'main' AND type = 'table' "
                          "AND name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name <> 'change' AND name NOT LIKE 'judg%' "
                          "ORDER BY name");

  while (foothold_stmt_next (tables))
    {
      const char *table = foothold_stmt_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT rowid, %s FROM \"%s\"", foothold_stmt_text (tables, 1), table);
      g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, g_intern_string (sql));
      guint n = 0;

      for (; foothold_stmt_next (stmt); n++)
        g_hash_table_insert (rows, g_strdup_printf ("%s %" G_GINT64_FORMAT, table, foothold_stmt_int (stmt, 0)),
                             g_strdup (foothold_stmt_text (stmt, 1)));
      if (!foothold_stmt_finish (stmt, error))
        return FALSE;
      g_hash_table_insert (counts, g_strdup (table), GUINT_TO_POINTER (n));
    }

  return foothold_stmt_finish (tables, error);
}

static GHashTable *
new_table (GDestroyNotify destroy)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, destroy);
}

static gboolean
remember_rows (Base *self, GError **error)
{
  g_autoptr (FootholdDb) db = foothold_db_open (self->path, FOOTHOLD_DB_READ_ONLY, error);

  self->rows = new_table (g_free);
  self->counts = new_table (NULL);

  return db != NULL && read_rows (db, self->rows, self->counts, error);
}

typedef struct
{
  gint64 kept, altered, misreported;
} Salvaged;

/* What came out against what was there: values row by row, and what the report says of each table. */
static gboolean
compare_rows (Base *self, FootholdDb *into, GPtrArray *report, Salvaged *found, GError **error)
{
  g_autoptr (GHashTable) rows = new_table (g_free);
  g_autoptr (GHashTable) counts = new_table (NULL);
  guint n_left_out = 0;
  GHashTableIter iter;
  gpointer key, value;

  if (!read_rows (into, rows, counts, error))
    return FALSE;
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (self->rows, key), value) != 0 && found->altered++ == 0)
      core_say ("altered %s: %.100s | was %.100s", (char *) key, (char *) value,
                (char *) g_hash_table_lookup (self->rows, key));
  for (guint i = 0; i < report->len; i++)
    {
      const FootholdSalvaged *line = g_ptr_array_index (report, i);
      gint64 kept = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->table));
      gint64 before = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, line->table));

      if (g_str_equal (line->table, "change") || g_str_has_prefix (line->table, "judg"))
        {
          n_left_out++;
          continue;
        }
      found->kept += kept;
      if ((line->kept != kept || (line->lost >= 0 && kept + line->lost != before)) && found->misreported++ == 0)
        core_say ("misreported %s: kept %" G_GINT64_FORMAT " lost %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                  ", %" G_GINT64_FORMAT " are there",
                  line->table, line->kept, line->lost, before, kept);
    }
  found->misreported += report->len != g_hash_table_size (self->counts) + n_left_out;

  return TRUE;
}

/* Into a fresh file; nothing in the original changes. */
static gboolean
salvage (Base *self, const FootholdMigration *steps, guint n_steps, Salvaged *found, GError **error)
{
  g_autofree char *path = g_build_filename (self->dir, "salvaged.db", NULL);
  g_autofree char *before = foothold_file_hash (self->path, NULL, NULL);
  g_autofree char *after = NULL;
  g_autoptr (FootholdDb) into = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, error);
  g_autoptr (GPtrArray) report = NULL;
  gboolean ok;

  ok = into != NULL && foothold_db_migrate (into, steps, n_steps, NULL, NULL, error)
       && foothold_salvage (self->path, into, &report, NULL, error) && foothold_db_check (into, TRUE, error)
       && compare_rows (self, into, report, found, error);
  g_clear_pointer (&into, foothold_db_close);
  g_unlink (path);
  after = foothold_file_hash (self->path, NULL, NULL);
  if (ok && !g_str_equal (before, after))
    {
      g_set_error_literal (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "the original was changed");
      ok = FALSE;
    }

  return ok;
}

int
core_verb_cuts (int argc, char **argv)
{
  static const char *const names[] = { "cut", "zeroed", "garbage" };
  gint64 n = core_option (argc, argv, "--n", 300);
  g_autoptr (GError) error = NULL;
  gint64 n_noticed[3] = { 0 }, n_all[3] = { 0 }, n_salvaged[3] = { 0 };
  Salvaged whole = { 0 }, found[3] = { 0 };
  guint n_steps;
  const FootholdMigration *steps = core_mix_get_steps (&n_steps);
  Base base = { 0 };

  if (!base_init (&base, argv[1], 80, &error) || !remember_rows (&base, &error))
    return core_fail (error);
  /* from a whole file everything comes out as it was; the last of the steps belongs to a later program */
  if (!salvage (&base, steps, n_steps - 1, &whole, &error))
    return core_fail (error);
  core_say ("whole kept %" G_GINT64_FORMAT " of %u altered %" G_GINT64_FORMAT " misreported %" G_GINT64_FORMAT,
            whole.kept, g_hash_table_size (base.rows), whole.altered, whole.misreported);

  for (gint64 i = 0; i < n; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (base.bytes, base.size);
      gsize size = base.size;
      int kind = (int) (i % 3);

      damage (&base, kind, bytes, &size);
      if (size == base.size && memcmp (bytes, base.bytes, size) == 0)
        continue;
      put_bytes (&base, bytes, size);
      n_all[kind]++;
      n_noticed[kind] += verdict (&base) == FOOTHOLD_SEAL_ROTTEN;
      if (i % 5 != 0 || size == 0)
        continue;
      if (!salvage (&base, steps, n_steps - 1, &found[kind], &error))
        return core_fail (error);
      n_salvaged[kind]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    core_say ("%s %" G_GINT64_FORMAT " noticed %" G_GINT64_FORMAT " salvaged %" G_GINT64_FORMAT
              " kept %" G_GINT64_FORMAT "%% altered %" G_GINT64_FORMAT " misreported %" G_GINT64_FORMAT,
              names[i], n_all[i], n_noticed[i], n_salvaged[i],
              found[i].kept * 100 / MAX (1, n_salvaged[i] * whole.kept), found[i].altered, found[i].misreported);
  base_clear (&base);

  return 0;
}

/* Backup, restore elsewhere, compare: bytes with the backup, content with the source. */
static gboolean
compare_restored (CoreWork *work, const char *other, guint *n_equal, GError **error)
{
  g_autofree char *path = core_db_path (other);
  g_autofree char *backup = NULL;
  g_autofree char *expected = NULL, *found = NULL, *backup_hash = NULL, *hash = NULL;
  g_autoptr (FootholdDb) db = NULL;

  if (!core_work_store_backup (work, &backup, error) || !foothold_store_restore (other, backup, NULL, error))
    return FALSE;
  backup_hash = foothold_file_hash (backup, NULL, error);
  hash = foothold_file_hash (path, NULL, error);
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, error);
  expected = core_work_digest (work, FALSE, error);
  found = db != NULL ? core_digest (db, FALSE, error) : NULL;
  *n_equal += g_strcmp0 (expected, found) == 0 && found != NULL && g_strcmp0 (backup_hash, hash) == 0;

  return found != NULL;
}

int
core_verb_backups (int argc, char **argv)
{
  gint64 n = core_option (argc, argv, "--n", 100);
  g_autofree char *source = g_build_filename (argv[1], "source", NULL);
  g_autofree char *other = g_build_filename (argv[1], "other", NULL);
  g_autoptr (GError) error = NULL;
  guint n_equal = 0;
  CoreWork *work;

  g_mkdir_with_parents (source, 0700);
  g_mkdir_with_parents (other, 0700);
  work = core_work_open (source, 21, &error);
  for (gint64 i = 0; work != NULL && i < n; i++)
    if (!core_work_act (work, CORE_ACTIONS_SINGLE, &error) || !core_work_act (work, CORE_ACTIONS_SINGLE, &error)
        || !compare_restored (work, other, &n_equal, &error))
      break;
  if (error != NULL)
    return core_fail (error);
  core_work_close (work);
  core_say ("backups %" G_GINT64_FORMAT " equal %u", n, n_equal);

  return n_equal == n ? 0 : 1;
}
