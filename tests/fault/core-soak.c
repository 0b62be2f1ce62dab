/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs that run.py kills, starves and sends against each other. */

#include "core.h"

#include "sqlite/foothold-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What lies in the folder after whatever happened: recovers, checks, says "found COUNTER DIGEST". */
static int
say_found (const char *dir)
{
  g_autofree char *path = core_db_path (dir);
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  FootholdDbHeader header;
  guint n_backups, n_sound = core_count_backups (dir, &n_backups);

  core_say ("backups %u %u", n_sound, n_backups);
  if (!foothold_backup_resume_restore (path, &error) || !foothold_db_header_read (path, 0, &header, &error))
    return core_fail (error);
  if (header.kind == FOOTHOLD_DB_HEADER_MISSING)
    {
      core_say ("found 0 -");
      return 0;
    }

  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  if (db == NULL || !core_check (db, dir, &error) || (digest = core_digest (db, FALSE, &error)) == NULL)
    return core_fail (error);
  g_clear_pointer (&db, foothold_db_close);
  if (!core_mix_check (dir, &error))
    return core_fail (error);
  core_say ("found %u %s", core_change_counter (path), digest);

  return 0;
}

static const char *const folders[] = { ".", "attachments", "backups" };

/* Paths of what looks temporary. */
static GPtrArray *
list_temporary (const char *dir)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (dir, folders[i], NULL);
      g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
      const char *name;

      while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
        if (name[0] == '.' || strstr (name, ".restoring") != NULL)
          g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }

  return paths;
}

/* Those of @before that are still there. */
static void
say_strays (GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    if (g_file_test (g_ptr_array_index (before, i), G_FILE_TEST_EXISTS))
      core_say ("stray %s", (char *) g_ptr_array_index (before, i));
}

int
core_verb_check (int argc, char **argv)
{
  return say_found (argv[1]);
}

int
core_verb_soak (int argc, char **argv)
{
  const char *dir = argv[1];
  gint64 n = core_option (argc, argv, "--n", G_MAXINT32);
  gboolean only_backups = core_has_option (argc, argv, "--only-backups");
  gint64 start;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) temporary = NULL;
  CoreWork *work;

  if (say_found (dir) != 0)
    return 3;

  temporary = list_temporary (dir);
  core_io_watch (dir);
  start = g_get_monotonic_time ();
  work = core_work_open (dir, (guint32) core_option (argc, argv, "--seed", 1), &error);
  if (work == NULL)
    return core_fail (error);
  core_say ("open %" G_GINT64_FORMAT, (g_get_monotonic_time () - start) / 1000);
  say_strays (temporary);

  for (gint64 i = 0; i < n; i++)
    {
      g_autofree char *line = NULL;
      gboolean ok;

      /* the sabotage: says so before it is so */
      if (core_sabotaged ("early-ack"))
        core_say ("ack %" G_GINT64_FORMAT " early", 1000000 + i);
      ok = only_backups ? core_work_add (work, "Added", &error) && core_work_backup (work, &error)
                            && core_work_store_backup (work, NULL, &error)
                        : core_work_act (work, CORE_ACTIONS_ALL, &error);

      line = ok ? core_work_counter_and_digest (work, &error) : NULL;
      if (line == NULL)
        return core_fail (error);
      core_say ("ack %s", line);
    }
  core_work_close (work);
  core_say ("calls %u", core_io_count ());

  return 0;
}

static gboolean
has_title (FootholdDb *db, const char *title)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT 1 FROM opportunity WHERE title = :title");

  foothold_stmt_bind_text (stmt, "title", title);

  return foothold_stmt_next (stmt);
}

/*
 * Adds a few opportunities while calls fail, then looks, with the disk well again,
 * whether exactly those that were acknowledged are there.
 */
int
core_verb_write_n (int argc, char **argv)
{
  const char *dir = argv[1];
  const char *run = core_has_option (argc, argv, "--again") ? "again" : "first";
  gint64 n = core_option (argc, argv, "--n", 3);
  g_autofree char *path = core_db_path (dir);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  gboolean acked[64] = { FALSE };
  guint n_lost = 0, n_extra = 0, n_acked = 0;
  CoreWork *work;

  core_io_watch (dir);
  work = core_work_open (dir, 7, &error);
  if (work == NULL)
    core_say ("not opened: %s", error->message);
  g_clear_error (&error);
  for (gint64 i = 0; i < MIN (n, 64); i++)
    {
      char *title = g_strdup_printf ("%s %" G_GINT64_FORMAT, run, i);

      g_ptr_array_add (titles, title);
      acked[i] = work != NULL && core_work_add (work, title, &error);
      /* the sabotages: called done although it failed; tried again as if nothing had been */
      if (!acked[i] && core_sabotaged ("ack-failed"))
        acked[i] = TRUE;
      if (!acked[i] && work != NULL && core_sabotaged ("retry"))
        {
          g_clear_error (&error);
          acked[i] = core_work_add (work, title, &error);
        }
      n_acked += acked[i];
      if (acked[i])
        core_say ("acked %s", title);
      if (error != NULL)
        core_say ("failed %s: %s", title, error->message);
      g_clear_error (&error);
    }
  if (work != NULL)
    core_work_close (work);
  core_say ("calls %u", core_io_count ());
  core_io_heal ();

  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  if (db == NULL || !core_check (db, dir, &error))
    return core_fail (error);
  for (guint i = 0; i < titles->len; i++)
    {
      gboolean there = has_title (db, g_ptr_array_index (titles, i));

      n_lost += acked[i] && !there;
      n_extra += !acked[i] && there;
    }
  core_say ("saves %u reopened %u", core_count_saves (), core_count_reopened ());
  core_say ("result acked %u lost %u extra %u", n_acked, n_lost, n_extra);

  return n_lost + n_extra > 0;
}

int
core_verb_open (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  CoreWork *work = core_work_open (argv[1], 1, &error);
  g_autofree char *digest = NULL;

  core_say ("took %" G_GINT64_FORMAT, (g_get_monotonic_time () - start) / 1000);
  if (work == NULL)
    return core_fail (error);
  core_say ("opened read-only %d", foothold_store_get_read_only (work->store));
  digest = core_work_digest (work, FALSE, &error);
  if (digest == NULL)
    return core_fail (error);
  core_say ("digest %s", digest);
  if (core_has_option (argc, argv, "--write"))
    {
      gboolean written = core_work_add (work, "Written", &error);

      core_say ("written %d", written);
      if (!written)
        core_fail (error);
    }
  core_work_close (work);

  return 0;
}

int
core_verb_own (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CoreWork *work = core_work_open (argv[1], 1, &error);
  char byte;

  if (work == NULL)
    return core_fail (error);
  core_say ("owner");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    ;
  core_work_close (work);

  return 0;
}

static gboolean
insert_want (FootholdDb *db, gpointer data, GError **error)
{
  g_autoptr (FootholdStmt) stmt = NULL;

  stmt = foothold_db_stmt (db, "INSERT INTO want (id, position, text) VALUES (:id, :id, 'hammered')");
  foothold_stmt_bind_int (stmt, "id", *(gint64 *) data);

  return foothold_stmt_exec (stmt, error);
}

/* Without the lock, against another of its kind: SQLite's own locks must hold. */
int
core_verb_hammer (int argc, char **argv)
{
  g_autofree char *path = core_db_path (argv[1]);
  gint64 base = core_option (argc, argv, "--id", 1) * 1000000;
  gint64 n = core_option (argc, argv, "--n", 200);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);

  if (db == NULL)
    return core_fail (error);
  for (gint64 i = 0; i < n; i++)
    {
      gint64 id = base + i;

      while (!foothold_db_write (db, insert_want, &id, &error))
        {
          if (!g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_BUSY))
            return core_fail (error);
          g_clear_error (&error);
        }
    }
  core_say ("hammered %" G_GINT64_FORMAT, n);

  return 0;
}

/* On a disk that a file named "filler" fills together with what is added. */
int
core_verb_full (int argc, char **argv)
{
  const char *dir = argv[1];
  g_autofree char *filler = g_build_filename (dir, "filler", NULL);
  g_autofree char *path = core_db_path (dir);
  g_autofree char *long_title = g_strnfill (4000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  g_autoptr (GPtrArray) temporary = NULL;
  CoreWork *work;
  gint64 start, before = 0, n_acked = 0, found;
  guint n_backups;
  gboolean full;

  work = core_work_open (dir, 3, &error);
  if (work == NULL)
    return core_fail (error);
  do
    start = g_get_monotonic_time ();
  while (core_work_add (work, long_title, &error) && ++n_acked < 5000);
  full = g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FULL);
  n_acked += core_sabotaged ("ack-failed");
  core_say ("full %d after %" G_GINT64_FORMAT " in %" G_GINT64_FORMAT " ms: %s", full, n_acked,
            (g_get_monotonic_time () - start) / 1000, error != NULL ? error->message : "-");
  g_clear_error (&error);

  if (core_work_backup (work, &error))
    core_say ("backup on a full disk");
  else
    core_say ("no backup: %s", error->message);
  g_clear_error (&error);
  if (core_work_export (work, &error))
    core_say ("export on a full disk");
  else
    core_say ("no export: %s", error->message);
  g_clear_error (&error);
  core_say ("backups left %u", (core_count_backups (dir, &n_backups), n_backups));
  temporary = list_temporary (dir);
  say_strays (temporary);
  if (!core_mix_check (dir, &error))
    core_say ("stray part: %s", error->message);
  g_clear_error (&error);

  g_unlink (filler);
  if (core_work_add (work, "After space", &error))
    n_acked++;
  else
    core_fail (error);
  core_work_close (work);

  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  if (db == NULL || !core_check (db, dir, &error)
      || !foothold_db_query_int (db, "SELECT count (*) FROM opportunity", &found, &error))
    return core_fail (error);
  core_say ("result acked %" G_GINT64_FORMAT " found %" G_GINT64_FORMAT, n_acked, found - before);

  return full && found == n_acked ? 0 : 1;
}

/* Puts a backup back, to be killed on the way. */
int
core_verb_restore (int argc, char **argv)
{
  const char *dir = argv[1];
  g_autofree char *path = core_db_path (dir);
  g_autofree char *aside = g_strconcat (path, ".replaced", NULL);
  g_autofree char *backup = g_build_filename (dir, "backups", "core-0.db", NULL);
  g_autoptr (GError) error = NULL;

  core_io_watch (dir);
  if (!foothold_backup_resume_restore (path, &error) || !foothold_backup_restore (backup, path, aside, &error))
    return core_fail (error);
  core_say ("calls %u", core_io_count ());

  return 0;
}
