/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Window and command line find the same data and the same name on the bus, before and after the folder is made. */

#include <glib/gstdio.h>
#include <unistd.h>

#include "store/foothold-paths.h"

static void
test_own (void)
{
  g_autofree char *dir = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_unsetenv ("FOOTHOLD_DATA_DIR");
  dir = foothold_paths_dup_data_dir ();
  name = foothold_paths_dup_bus_name ();
  path = foothold_paths_dup_object_path (name);
  g_assert_true (g_path_is_absolute (dir));
  g_assert_true (g_str_has_suffix (dir, "/foothold"));
  g_assert_cmpstr (name, ==, "io.github.foothold_app.Foothold");
  g_assert_cmpstr (path, ==, "/io/github/foothold_app/Foothold");
}

static void
test_chosen (void)
{
  g_autofree char *root = g_dir_make_tmp ("foothold-paths-XXXXXX", NULL);
  g_autofree char *dir = g_build_filename (root, "real", "data", NULL);
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autofree char *link = g_build_filename (root, "link", NULL);
  g_autofree char *through_link = g_build_filename (link, "data", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *got = NULL;

  g_setenv ("FOOTHOLD_DATA_DIR", dir, TRUE);
  before = foothold_paths_dup_bus_name ();
  g_assert_true (g_regex_match_simple ("^io\\.github\\.foothold_app\\.Foothold\\.p[0-9a-f]{8}$", before, 0, 0));
  got = foothold_paths_dup_data_dir ();
  g_assert_cmpstr (got, ==, dir);

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_cmpint (symlink (parent, link), ==, 0);
  after = foothold_paths_dup_bus_name ();
  g_assert_cmpstr (after, ==, before);
  g_setenv ("FOOTHOLD_DATA_DIR", through_link, TRUE);
  linked = foothold_paths_dup_bus_name ();
  g_assert_cmpstr (linked, ==, before);

  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/own", test_own);
  g_test_add_func ("/paths/chosen", test_chosen);
  return g_test_run ();
}
