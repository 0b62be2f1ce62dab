// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fcntl.h>
#include <unistd.h>

#include "store-fixture.h"

/* Going back to a backup does not ask: what was there becomes one too, or it does not happen. */

static GBytes *
read_file (const char *path)
{
  char *bytes;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* Where what is there cannot be kept, it stays; where it cannot be read, nobody can. */
static void
test_before_restore (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *folder = g_build_filename (self->dir, "backups", NULL);
  g_autofree char *moved = g_build_filename (self->dir, "elsewhere", NULL);
  g_autofree char *name = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *present = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  foothold_store_backup_async (self->store, NULL, store_fixture_result_cb, &result);
  made = foothold_store_backup_finish (self->store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  store_fixture_close (self);
  before = read_file (path);

  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  name = g_path_get_basename (made);
  backup = g_build_filename (moved, name, NULL);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (foothold_store_restore (self->dir, backup, &present, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (present);
  after = read_file (path);
  g_assert_true (g_bytes_equal (after, before));
  g_assert_cmpint (g_unlink (folder), ==, 0);

  fd = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, "rot", 3, 4096 * 3), ==, 3);
  close (fd);
  g_assert_true (foothold_store_restore (self->dir, backup, &present, &error));
  g_assert_no_error (error);
  g_assert_null (present);
  store_fixture_open (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/restore/before", StoreFixture, NULL, store_fixture_set_up, test_before_restore,
              store_fixture_tear_down);
  return g_test_run ();
}
