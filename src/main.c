// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One program, two faces: a subcommand runs without a display, everything else is the window. */

#include "app/foothold-application.h"
#include "cli/foothold-cli.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOOTHOLD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (foothold_cli_wants (argc, argv))
    return foothold_cli_run (argc, argv);
  g_autoptr (FootholdApplication) application = foothold_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
