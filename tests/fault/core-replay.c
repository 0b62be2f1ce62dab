/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Power cuts (F3, F4), undone thousands (F31) and moved files (F33): all in one process. */

#include "core.h"

#include "sqlite/foothold-file.h"
#include "sqlite/foothold-migration.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GPtrArray *digests; /* after each acknowledgement, from the opening on */
  guint n_unclean, n_lost, n_mixed;
} Known;

static gboolean
check_database (const char *dir, gint64 acked, gpointer user_data)
{
  Known *known = user_data;
  g_autofree char *path = core_db_path (dir);
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  gint64 found = -1;

  db = foothold_db_open (path,
                         g_file_test (path, G_FILE_TEST_EXISTS) || acked == 0 ? FOOTHOLD_DB_READ_WRITE
                                                                              : FOOTHOLD_DB_READ_ONLY,
                         &error);
  if (db == NULL || !core_check (db, dir, &error) || (digest = core_digest (db, FALSE, &error)) == NULL)
    {
      if (known->n_unclean++ == 0)
        core_say ("first unclean after %" G_GINT64_FORMAT ": %s", acked, error->message);
      return FALSE;
    }

  /* Before the first acknowledgement the file may be old or new, but not between: clean is enough. */
  if (acked == 0)
    return TRUE;
  for (gint64 i = MIN (acked + 1, known->digests->len - 1); i >= 0 && found < 0; i--)
    if (g_str_equal (g_ptr_array_index (known->digests, i), digest))
      found = i;
  if (found >= acked)
    return TRUE;
  if (found >= 0)
    known->n_lost++;
  else
    known->n_mixed++;

  return FALSE;
}

int
core_verb_power (int argc, char **argv)
{
  gint64 n_actions = core_option (argc, argv, "--actions", 60);
  g_autofree char *live = g_build_filename (argv[1], "live", NULL);
  g_autofree char *state = g_build_filename (argv[1], "state", NULL);
  g_autoptr (GError) error = NULL;
  Known known = { g_ptr_array_new_with_free_func (g_free), 0, 0, 0 };
  CorePowerResult result;
  CoreWork *work;
  gint64 start;
  guint n_ops;

  g_mkdir_with_parents (live, 0700);
  g_mkdir_with_parents (state, 0700);
  core_io_watch (live);
  core_io_record (core_sabotaged ("no-sync"));
  work = core_work_open (live, (guint32) core_option (argc, argv, "--seed", 1), &error);
  if (work == NULL)
    return core_fail (error);
  for (gint64 i = 0; i <= n_actions; i++)
    {
      char *digest;

      if (i > 0 && !core_work_act (work, CORE_ACTIONS_SINGLE, &error))
        return core_fail (error);
      digest = core_work_digest (work, FALSE, &error);
      if (digest == NULL)
        return core_fail (error);
      /* Before it counts: the state after action i + 1 is known while action i is the last acknowledged. */
      g_ptr_array_add (known.digests, digest);
      core_io_ack (i + 1);
    }
  core_work_close (work);
  core_io_unwatch ();

  /* digests[i] belongs to acknowledgement i + 1 */
  g_ptr_array_insert (known.digests, 0, g_strdup ("nothing yet"));
  n_ops = core_io_get_ops ()->len;
  start = g_get_monotonic_time ();
  result = core_power_play (core_io_get_ops (), live, state, (guint) core_option (argc, argv, "--states", 1000),
                            (guint32) core_option (argc, argv, "--seed", 1), check_database, &known);
  core_say ("actions %" G_GINT64_FORMAT
            " operations %u states %u different %u unclean %u lost %u mixed %u seconds %.1f",
            n_actions, n_ops, result.n_states, result.n_different, known.n_unclean, known.n_lost, known.n_mixed,
            (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  core_io_clear_ops ();
  core_empty_folder (live);
  g_ptr_array_unref (known.digests);

  return 0;
}

static char *
version_text (gint64 version)
{
  g_autofree char *middle = g_strnfill ((gsize) (version * 7919 % 9000), (char) ('a' + version % 26));

  return g_strdup_printf ("version %" G_GINT64_FORMAT "\n%s\nend", version, middle);
}

/* TRUE where @path holds exactly one of the versions @low … @high, or nothing where @low is 0. */
static gboolean
holds (const char *path, gint64 low, gint64 high)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return low <= 0;
  for (gint64 i = MAX (low, 1); i <= high; i++)
    {
      g_autofree char *expected = version_text (i);

      if (g_str_equal (expected, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_files (const char *dir, gint64 acked, gpointer user_data)
{
  gint64 n = *(gint64 *) user_data;
  g_autofree char *replaced = g_build_filename (dir, "export.json", NULL);

  if (!holds (replaced, acked, acked + 1))
    return FALSE;
  for (gint64 i = MAX (1, acked - 1); i <= MIN (n, acked + 1); i++)
    {
      g_autofree char *name = g_strdup_printf ("new-%" G_GINT64_FORMAT, i);
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (!holds (path, i <= acked ? i : 0, i) || (g_file_test (path, G_FILE_TEST_EXISTS) && !holds (path, i, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_version (const char *path, gint64 version, GError **error)
{
  g_autofree char *text = version_text (version);

  return foothold_file_write (path, text, strlen (text), error);
}

int
core_verb_power_files (int argc, char **argv)
{
  gint64 n = core_option (argc, argv, "--actions", 60);
  g_autofree char *live = g_build_filename (argv[1], "live", NULL);
  g_autofree char *state = g_build_filename (argv[1], "state", NULL);
  g_autofree char *replaced = g_build_filename (live, "export.json", NULL);
  g_autoptr (GError) error = NULL;
  CorePowerResult result;

  g_mkdir_with_parents (live, 0700);
  g_mkdir_with_parents (state, 0700);
  core_io_watch (live);
  core_io_record (FALSE);
  for (gint64 i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("new-%" G_GINT64_FORMAT, i);
      g_autofree char *path = g_build_filename (live, name, NULL);

      if (!write_version (replaced, i, &error) || !write_version (path, i, &error))
        return core_fail (error);
      core_io_ack (i);
    }
  core_io_unwatch ();

  result = core_power_play (core_io_get_ops (), live, state, (guint) core_option (argc, argv, "--states", 1000),
                            (guint32) core_option (argc, argv, "--seed", 1), check_files, &n);
  core_say ("operations %u states %u different %u partial %u", core_io_get_ops ()->len, result.n_states,
            result.n_different, result.n_bad);
  core_io_clear_ops ();
  core_empty_folder (live);

  return 0;
}

/* Goes one way through the stack, comparing with what was there at every hundredth and at the end. */
static gboolean
walk (CoreWork *work, gboolean redo, GPtrArray *digests, guint *place, guint *n_compared, GError **error)
{
  for (gboolean done = TRUE; done;)
    {
      g_autofree char *digest = NULL;
      gboolean at_end;

      if (!core_work_undo (work, redo, &done, error))
        return FALSE;
      if (done)
        *place = redo ? *place + 1 : *place - 1;
      if (*place >= digests->len)
        {
          g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "the stack is deeper than it was");
          return FALSE;
        }
      at_end =
        (redo ? foothold_store_get_redo_label (work->store) : foothold_store_get_undo_label (work->store)) == NULL;
      if (*place % 100 != 0 && !at_end)
        continue;

      digest = core_work_digest (work, TRUE, error);
      if (digest == NULL)
        return FALSE;
      *n_compared += 1;
      if (!g_str_equal (digest, g_ptr_array_index (digests, *place)))
        {
          g_set_error (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "%s differs at %u of %u",
                       redo ? "redo" : "undo", *place, digests->len - 1);
          return FALSE;
        }
    }

  return TRUE;
}

/* Random actions until the stack is @depth deep; digests[i] is what was there with i entries on it. */
static gboolean
fill_stack (CoreWork *work, guint depth, GPtrArray *digests, GError **error)
{
  guint n = 0;

  while (digests->len <= depth)
    {
      char *digest = core_work_digest (work, TRUE, error);

      if (digest == NULL || !core_work_undo_depth (work, &n, error))
        return FALSE;
      g_ptr_array_set_size (digests, (gint) n);
      g_ptr_array_add (digests, digest);
      if (!core_work_act (work, CORE_ACTIONS_SINGLE, error))
        return FALSE;
    }
  /* the last action may have taken one off or changed nothing: what is there now counts */
  if (!core_work_undo_depth (work, &n, error))
    return FALSE;
  g_ptr_array_set_size (digests, (gint) n);
  g_ptr_array_add (digests, core_work_digest (work, TRUE, error));

  /* what was taken back last can be done again: it belongs to the stack */
  while (foothold_store_get_redo_label (work->store) != NULL)
    {
      gboolean done;

      if (!core_work_undo (work, TRUE, &done, error))
        return FALSE;
      g_ptr_array_add (digests, core_work_digest (work, TRUE, error));
    }

  return TRUE;
}

int
core_verb_undo (int argc, char **argv)
{
  gint64 n = core_option (argc, argv, "--n", 1000);
  guint32 seed = (guint32) core_option (argc, argv, "--seed", 1);
  g_autoptr (GError) error = NULL;
  CoreWork *work = core_work_open (argv[1], seed, &error);
  guint n_compared = 0, n_undone = 0;

  while (work != NULL && error == NULL && n_undone < n)
    {
      g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
      guint place, top;

      if (!fill_stack (work, MIN (500, (guint) n), digests, &error))
        break;
      place = top = digests->len - 1;
      if (!walk (work, FALSE, digests, &place, &n_compared, &error))
        break;
      n_undone += top - place;

      /* the stack survives a restart */
      core_work_close (work);
      work = core_work_open (argv[1], ++seed, &error);
      if (work == NULL || !walk (work, TRUE, digests, &place, &n_compared, &error))
        break;
      if (place != top)
        g_set_error (&error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "redone to %u of %u", place, top);
      else if (!walk (work, FALSE, digests, &place, &n_compared, &error))
        break;
      if (place != 0)
        g_set_error (&error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_FAILED, "undone to %u only", place);
    }
  if (work != NULL)
    core_work_close (work);
  if (error != NULL)
    return core_fail (error);
  core_say ("undone %u compared %u", n_undone, n_compared);

  return 0;
}

static gboolean
expect_moved (CoreWork *work, const char *what)
{
  g_autoptr (GError) error = NULL;

  if (core_work_add (work, "Never", &error) || !g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_MOVED))
    {
      core_say ("%s: not noticed (%s)", what, error != NULL ? error->message : "written");
      return FALSE;
    }

  return TRUE;
}

/* Renamed, replaced, deleted while open: noticed before the next commit, nothing acknowledged lost. */
int
core_verb_moved (int argc, char **argv)
{
  static const char *const kinds[] = { "renamed", "replaced", "replaced by a folder" };
  g_autofree char *path = core_db_path (argv[1]);
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  gboolean ok = TRUE;
  guint n_noticed = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (GError) error = NULL;
      CoreWork *work = core_work_open (argv[1], 1, &error);

      if (work == NULL || !core_work_add (work, "Kept", &error))
        return core_fail (error);
      if (g_rename (path, away) != 0)
        return 1;
      if (kind == 1)
        g_file_set_contents (path, "SQLite format 3", -1, NULL);
      else if (kind == 2)
        g_mkdir (path, 0700);
      ok = expect_moved (work, kinds[kind]) && expect_moved (work, kinds[kind]) && ok;
      n_noticed += ok;
      g_remove (path);
      if (g_rename (away, path) != 0)
        return 1;
      /* back in its place, work goes on */
      if (!core_work_add (work, "Kept", &error))
        return core_fail (error);
      core_work_close (work);
    }

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (FootholdDb) db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
    gint64 found = 0;

    if (db == NULL || !core_check (db, argv[1], &error)
        || !foothold_db_query_int (db, "SELECT count (*) FROM opportunity WHERE title = 'Kept'", &found, &error))
      return core_fail (error);
    core_say ("noticed %u kept %" G_GINT64_FORMAT, n_noticed, found);
    ok = ok && found == 2 * (gint64) G_N_ELEMENTS (kinds);
  }

  /* deleted for good: what is edited afterwards is refused, not lost in silence */
  {
    g_autoptr (GError) error = NULL;
    CoreWork *work = core_work_open (argv[1], 1, &error);

    if (work == NULL)
      return core_fail (error);
    g_unlink (path);
    ok = expect_moved (work, "deleted") && ok;
    core_work_close (work);
  }

  return ok ? 0 : 1;
}

int
core_verb_migrate (int argc, char **argv)
{
  guint n_steps;
  const FootholdMigration *steps = core_mix_get_steps (&n_steps);
  g_autofree char *path = core_db_path (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdDb) db = NULL;
  g_autoptr (FootholdStmt) stmt = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", n_steps);
  guint version;

  core_io_watch (argv[1]);
  db = foothold_db_open (path, FOOTHOLD_DB_READ_WRITE, &error);
  if (db == NULL)
    return core_fail (error);
  /* the sabotage: the step in pieces instead of in one transaction */
  if (core_sabotaged ("migrate-apart") && !core_has_option (argc, argv, "--look")
      && (!steps[n_steps - 1].func (db, NULL, &error) || !foothold_db_exec (db, g_intern_string (set_version), &error)))
    return core_fail (error);
  if (!core_has_option (argc, argv, "--look")
      && !foothold_db_migrate (db, steps, n_steps, core_mix_keep_backup, argv[1], &error))
    return core_fail (error);
  if (!foothold_db_get_version (db, &version, &error) || !core_check (db, argv[1], &error))
    return core_fail (error);

  /* what both versions have, and the mark of the second where it belongs */
  stmt =
    foothold_db_stmt (db, "SELECT id || title || replace (coalesce (notes, ''), ' (brought up)', '') FROM opportunity "
                          "UNION ALL SELECT id || text FROM want UNION ALL SELECT id || title FROM goal ORDER BY 1");
  while (foothold_stmt_next (stmt))
    g_checksum_update (checksum, (const guchar *) foothold_stmt_text (stmt, 0), -1);
  if (!foothold_stmt_finish (stmt, &error))
    return core_fail (error);
  core_say ("version %u newest %u mapped %s calls %u", version, n_steps, g_checksum_get_string (checksum),
            core_io_count ());

  return 0;
}
