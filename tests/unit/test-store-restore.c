// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fcntl.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/foothold-attachment.h"

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

/* What a restore has set aside can be put back, so the files that it alone names stay; and all of them where it cannot
 * be read. */
static void
test_set_aside (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdDossier) dossier = store_fixture_dossier ("Market Study", "Łódź Labs");
  g_autoptr (GBytes) page = g_bytes_new_static ("<p>Hello</p>", 12);
  g_autoptr (GBytes) stray = g_bytes_new_static ("stray", 5);
  g_autofree char *path = g_build_filename (self->dir, "foothold.db", NULL);
  g_autofree char *aside = g_strconcat (path, ".replaced-20261122T190827123Z", NULL);
  g_autofree char *other = g_strconcat (path, ".replaced-20261123T190827123Z", NULL);
  g_autofree char *held = NULL, *held_path = NULL, *loose = NULL, *loose_path = NULL;
  g_autoptr (GError) error = NULL;

  held = foothold_attachment_store_bytes (self->dir, page, &error);
  g_assert_no_error (error);
  held_path = foothold_attachment_path (self->dir, held);
  foothold_dossier_add_page (dossier, "page.html", "text/html", page);
  store_fixture_save_dossier (self, "Add Opportunity", dossier);
  store_fixture_close (self);
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  loose = foothold_attachment_store_bytes (self->dir, stray, &error);
  g_assert_no_error (error);
  loose_path = foothold_attachment_path (self->dir, loose);
  g_assert_true (g_file_set_contents (other, "no database", -1, &error));

  store_fixture_open (self);
  store_fixture_wait_checked (self);
  store_fixture_close (self);
  g_assert_true (g_file_test (held_path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (loose_path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (other), ==, 0);
  store_fixture_open (self);
  store_fixture_wait_checked (self);
  store_fixture_close (self);
  g_assert_true (g_file_test (held_path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (loose_path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (aside), ==, 0);
  store_fixture_open (self);
  store_fixture_wait_checked (self);
  g_assert_false (g_file_test (held_path, G_FILE_TEST_EXISTS));
}

/* A person who keeps nothing but people, stories or places has something to lose too. */
static void
test_worth_keeping (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_story_row_type);
  g_autoptr (FootholdRow) skill = foothold_row_new (&foothold_skill_row_type);
  g_autoptr (FootholdRow) wanted = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  ((FootholdSkillRow *) skill)->name = g_strdup ("Writing");
  skill->id = store_fixture_save_row (self, "Add Skill", NULL, skill);
  store_fixture_close (self);
  store_fixture_open (self);
  wanted = foothold_row_copy (skill);
  ((FootholdSkillRow *) wanted)->wanted = 1;
  store_fixture_save_row (self, "Change Skill", skill, wanted);
  store_fixture_close (self);
  backups = foothold_store_list_backups (self->dir, NULL);
  g_assert_cmpuint (backups->len, ==, 0);

  store_fixture_open (self);
  ((FootholdStoryRow *) row)->title = g_strdup ("The day the map was wrong");
  store_fixture_save_row (self, "Add Story", NULL, row);
  g_ptr_array_unref (store_fixture_wait_backups (self, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/restore/before", StoreFixture, NULL, store_fixture_set_up, test_before_restore,
              store_fixture_tear_down);
  g_test_add ("/store/restore/set-aside", StoreFixture, NULL, store_fixture_set_up, test_set_aside,
              store_fixture_tear_down);
  g_test_add ("/store/restore/worth-keeping", StoreFixture, NULL, store_fixture_set_up, test_worth_keeping,
              store_fixture_tear_down);
  return g_test_run ();
}
