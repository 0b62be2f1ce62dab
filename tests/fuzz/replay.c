// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gio/gio.h>

#include "fuzz.h"

/*
 * Runs a fuzz target over the seeds without a fuzzer, so that every build tries it:
 * each file as it is, each of its first lengths, and each with single bytes changed.
 */

#define SMALL 4096

static void
run (const char *contents, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (contents, size);

  /* a copy of exactly this size, so that a read past its end is seen */
  LLVMFuzzerTestOneInput (copy, size);
}

static void
run_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  run (contents, size);
  for (gsize n = 0; n < size; n += MAX (1, size / 200))
    run (contents, n);
  for (guint i = 0; i < 200 && size > 0 && size <= SMALL; i++)
    {
      const gsize at = (gsize) g_test_rand_int_range (0, (gint32) size);
      const char before = contents[at];

      contents[at] = (char) g_test_rand_int_range (0, 256);
      run (contents, size);
      contents[at] = before;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *seeds;

  g_test_init (&argc, &argv, NULL);
  seeds = argc > 1 ? argv[1] : NULL;
  g_assert_nonnull (seeds);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *test = g_strconcat ("/seeds/", name, NULL);
          char *path = g_build_filename (argv[i], name, NULL);

          if (g_file_test (path, G_FILE_TEST_IS_DIR))
            {
              g_free (path);
              continue;
            }
          g_ptr_array_add (paths, path);
          g_test_add_data_func (test, path, run_file);
        }
    }
  g_assert_cmpuint (paths->len, >, 0);

  return g_test_run ();
}
