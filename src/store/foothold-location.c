// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-location"

#include "store/foothold-location.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Sync tools leave a mark in the folder they carry; the folder itself or one above it has it. */

typedef struct
{
  const char *mark;
  const char *tool;
} Mark;

static const Mark marks[] = {
  { ".dropbox", "Dropbox" },
  { ".dropbox.cache", "Dropbox" },
  { ".stfolder", "Syncthing" },
  { ".owncloudsync.log", "ownCloud" },
  { ".nextcloudsync.log", "Nextcloud" },
  { ".sync_journal.db", "Nextcloud" },
  { "._sync_journal.db", "Nextcloud" },
  { ".megaignore", "MEGA" },
  { ".insync-trash", "Insync" },
  { ".csync_journal.db", "Nextcloud" },
};

static const char *
find_tool (const char *dir)
{
  g_autofree char *folder = g_canonicalize_filename (dir, NULL);

  for (;;)
    {
      g_autofree char *above = g_path_get_dirname (folder);

      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          g_autofree char *path = g_build_filename (folder, marks[i].mark, NULL);

          if (g_file_test (path, G_FILE_TEST_EXISTS))
            return marks[i].tool;
        }
      if (g_str_equal (above, folder))
        return NULL;
      g_free (folder);
      folder = g_steal_pointer (&above);
    }
}

/* Of the folder, or of the nearest above it that is there. */
static gboolean
is_remote (const char *dir)
{
  g_autoptr (GFile) file = g_file_new_for_path (dir);

  while (file != NULL)
    {
      g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
      GFile *parent;

      if (info != NULL)
        return g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
      parent = g_file_get_parent (file);
      g_object_unref (file);
      file = parent;
    }

  return FALSE;
}

char *
foothold_location_dup_warning (const char *dir)
{
  const char *tool = find_tool (dir);

  if (tool != NULL)
    /* Translators: %s is a program such as Dropbox or Syncthing */
    return g_strdup_printf (_ ("Your data lies in a folder that %s carries to other devices, and two devices at once "
                               "can "
                               "damage it. Keep it elsewhere, and let %s carry the backups."),
                            tool, tool);
  if (is_remote (dir))
    return g_strdup (_ ("Your data lies on a disk of another machine, where a broken connection can damage it. Keep it "
                        "on "
                        "a disk of this one."));

  return NULL;
}
