/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-paths"

#include "store/foothold-paths.h"

#include <stdlib.h>
#include <string.h>

#include "sqlite/foothold-digest.h"

static const char *
chosen_dir (void)
{
  const char *dir = g_getenv ("FOOTHOLD_DATA_DIR");

  return dir != NULL && *dir != '\0' ? dir : NULL;
}

char *
foothold_paths_dup_data_dir (void)
{
  const char *dir = chosen_dir ();

  return dir != NULL ? g_canonicalize_filename (dir, NULL)
                     : g_build_filename (g_get_user_data_dir (), "foothold", NULL);
}

char *
foothold_paths_dup_database (const char *dir)
{
  return g_build_filename (dir, FOOTHOLD_DATABASE_NAME, NULL);
}

/* Resolves what is there of @path; what is not there yet keeps its name. */
static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *parent = NULL;
  g_autofree char *name = NULL;
  g_autofree char *real_parent = NULL;

  if (real != NULL)
    {
      char *copy = g_strdup (real);

      free (real);
      return copy;
    }
  parent = g_path_get_dirname (path);
  if (g_str_equal (parent, path))
    return g_strdup (path);

  name = g_path_get_basename (path);
  real_parent = dup_real_path (parent);
  return g_build_filename (real_parent, name, NULL);
}

char *
foothold_paths_dup_bus_name (void)
{
  g_autofree char *path = NULL;
  g_autofree char *real = NULL;
  g_autofree char *hash = NULL;

  if (chosen_dir () == NULL)
    return g_strdup (FOOTHOLD_APP_ID);

  path = foothold_paths_dup_data_dir ();
  real = dup_real_path (path);
  hash = foothold_digest_of (real, strlen (real));
  return g_strdup_printf ("%s.p%.8s", FOOTHOLD_APP_ID, hash);
}

char *
foothold_paths_dup_object_path (const char *bus_name)
{
  char *path = g_strconcat ("/", bus_name, NULL);

  for (char *p = path; *p != '\0'; p++)
    if (*p == '.')
      *p = '/';
    else if (*p == '-')
      *p = '_';

  return path;
}
