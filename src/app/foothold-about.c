// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* About Foothold. Name, summary, links and release notes have one source: the metainfo file in the resource. */

#define G_LOG_DOMAIN "foothold-about"

#include "foothold-about.h"

#include <glib/gi18n.h>

#define METAINFO "/io/github/foothold_app/Foothold/metainfo.xml"

static char *
debug_info (FootholdSession *session)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GdkDisplay *display = gdk_display_get_default ();
  return g_strdup_printf ("Foothold %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n%s\n%s\n%s\n",
                          FOOTHOLD_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version (), glib_major_version, glib_minor_version, glib_micro_version,
                          system == NULL ? "" : system, display == NULL ? "" : G_OBJECT_TYPE_NAME (display),
                          foothold_session_is_sample (session) ? "sample data" : "own data");
}

AdwDialog *
foothold_about_new (FootholdSession *session)
{
  AdwDialog *dialog = NULL;
  if (g_resources_get_info (METAINFO, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    dialog = adw_about_dialog_new_from_appdata (METAINFO, FOOTHOLD_VERSION);
  else
    dialog = adw_about_dialog_new ();

  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *info = debug_info (session);
  adw_about_dialog_set_application_name (about, _ ("Foothold"));
  adw_about_dialog_set_application_icon (about, FOOTHOLD_APP_ID);
  adw_about_dialog_set_version (about, FOOTHOLD_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Foothold authors"));
  adw_about_dialog_set_copyright (about, _ ("© 2026 The Foothold authors"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: your name, as it shall stand in the credits */
  const char *translators = _ ("translator-credits");
  if (!g_str_equal (translators, "translator-credits"))
    adw_about_dialog_set_translator_credits (about, translators);
  adw_about_dialog_set_debug_info (about, info);
  adw_about_dialog_set_debug_info_filename (about, "foothold-debug-info.txt");
  return dialog;
}
