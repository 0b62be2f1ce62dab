// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-import-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-limits.h"
#include "exchange/foothold-linkedin.h"

/* A folder: walked without recursion, its files known by their names inside it. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static guint
depth_of (const char *name)
{
  guint n = 0;

  for (; *name != '\0'; name++)
    n += *name == '/' ? 1 : 0;
  return n;
}

/* The regular files below @folder by their names, "Jobs/Saved Jobs.csv", in order. */
static GPtrArray *
list_files (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GQueue) open = g_queue_new ();
  guint n = 0;

  for (char *within = g_strdup (""); within != NULL; within = g_queue_pop_head (open))
    {
      g_autofree char *owned = within;
      g_autoptr (GFile) dir = *within != '\0' ? g_file_resolve_relative_path (folder, within) : g_object_ref (folder);
      g_autoptr (GFileEnumerator) children =
        g_file_enumerate_children (dir, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
      GFileInfo *info;

      while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, cancellable, error) && info != NULL)
        {
          g_autofree char *name = g_strconcat (within, *within != '\0' ? "/" : "", g_file_info_get_name (info), NULL);

          if (++n > FOOTHOLD_LIMIT_ZIP_ENTRIES)
            {
              g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_TOO_LARGE,
                                   _ ("The folder has too many files. Nothing was imported. Choose the files inside "
                                      "it."));
              break;
            }
          if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
            g_ptr_array_add (names, g_steal_pointer (&name));
          else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                   && depth_of (name) < FOOTHOLD_LIMIT_FOLDER_DEPTH)
            g_queue_push_tail (open, g_steal_pointer (&name));
        }
      if (*error != NULL)
        {
          g_queue_clear_full (open, g_free);
          return NULL;
        }
    }

  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* Whether one of the files is LinkedIn's by its name and its row of names. */
static gboolean
has_linkedin_file (GFile *folder,
                   GPtrArray *names,
                   FootholdFolderRead read,
                   gpointer user_data,
                   GCancellable *cancellable)
{
  const gboolean alone = foothold_linkedin_count_files (names) == 1;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *shown = g_filename_display_name (name);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, name);
      g_autoptr (GBytes) bytes = foothold_linkedin_is_name (shown) ? read (file, user_data, cancellable, NULL) : NULL;

      if (bytes != NULL && foothold_linkedin_is_file (bytes, shown, alone))
        return TRUE;
    }

  return FALSE;
}

gboolean
foothold_import_folder (GFile *folder,
                        FootholdFolderRead read,
                        gpointer user_data,
                        const FootholdSink *sink,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GPtrArray) names = list_files (folder, cancellable, &own);
  guint n_taken = 0;

  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (!foothold_linkedin_is_export (names) && !has_linkedin_file (folder, names, read, user_data, cancellable))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                           _ ("This is a folder. Nothing was imported. Choose the files inside it."));
      return FALSE;
    }

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *shown = g_filename_display_name (name);
      g_autoptr (GFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (foothold_linkedin_part_of_file (shown) != FOOTHOLD_LINKEDIN_OTHER)
        {
          file = g_file_resolve_relative_path (folder, name);
          bytes = read (file, user_data, cancellable, &own);
        }
      if (own != NULL && own->domain != FOOTHOLD_IMPORT_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      if (own != NULL ? !sink->problem (sink->user_data, shown, NULL, own->message, error)
                      : !foothold_linkedin_take_file (bytes, shown, sink, cancellable, &n_taken, error))
        return FALSE;
      g_clear_error (&own);
    }

  if (n_taken == 0)
    foothold_linkedin_set_empty (error);
  return n_taken > 0;
}
