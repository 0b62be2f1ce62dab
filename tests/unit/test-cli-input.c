// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What comes by a pipe is kept in a file without a name, up to a limit. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/foothold-cli-session.h"
#include "exchange/foothold-import.h"

#define LIMIT 1000

/* The descriptor of what @n bytes by a pipe became. */
static int
spool (gsize n, GError **error)
{
  g_autofree char *text = g_strnfill (n, 'x');
  g_autofd int out = -1;
  int ends[2];

  /* so few that the pipe holds them */
  g_assert_cmpint (pipe (ends), ==, 0);
  out = ends[0];
  g_assert_cmpint (write (ends[1], text, n), ==, (gssize) n);
  close (ends[1]);
  return foothold_cli_spool (out, LIMIT, error);
}

static void
test_within (void)
{
  static const gsize lengths[] = { 0, 1, LIMIT };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofd int fd = spool (lengths[i], &error);
      char bytes[LIMIT + 1];

      g_assert_no_error (error);
      g_assert_cmpint (pread (fd, bytes, sizeof bytes, 0), ==, (gssize) lengths[i]);
    }
}

static void
test_beyond (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (spool (LIMIT + 1, &error), ==, -1);
  g_assert_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "Nothing was imported"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/input/within", test_within);
  g_test_add_func ("/cli/input/beyond", test_beyond);
  return g_test_run ();
}
