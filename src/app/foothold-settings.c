// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Finds the schema (installed, or beside a program run from its build folder) and the backend. */

#define G_LOG_DOMAIN "foothold-settings"

#include "foothold-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#define SETTINGS_PATH "/io/github/foothold_app/Foothold/"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  if (installed != NULL)
    {
      GSettingsSchema *schema = g_settings_schema_source_lookup (installed, FOOTHOLD_APP_ID, TRUE);
      if (schema != NULL)
        return schema;
    }

  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (program == NULL)
    return NULL;
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *data = g_build_filename (folder, "..", "data", NULL);
  g_autoptr (GSettingsSchemaSource) beside = g_settings_schema_source_new_from_directory (data, installed, FALSE, NULL);
  return beside == NULL ? NULL : g_settings_schema_source_lookup (beside, FOOTHOLD_APP_ID, FALSE);
}

GSettings *
foothold_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  if (schema == NULL)
    {
      g_message ("The settings schema %s is not installed: the window remembers nothing.", FOOTHOLD_APP_ID);
      return NULL;
    }
  g_autoptr (GSettingsBackend) backend = NULL;
  const char *dir = g_getenv ("FOOTHOLD_DATA_DIR");
  if (dir != NULL && *dir != '\0')
    {
      g_autofree char *path = g_build_filename (dir, "settings.ini", NULL);
      backend = g_keyfile_settings_backend_new (path, SETTINGS_PATH, "window");
    }
  return g_settings_new_full (schema, backend, NULL);
}
