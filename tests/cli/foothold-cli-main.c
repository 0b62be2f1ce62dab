/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The command line alone, without GTK: what the tests run a thousand times where
 * the installed program would load the window's libraries.
 */

#include <locale.h>

#include "cli/foothold-cli.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");

  if (!foothold_cli_wants (argc, argv))
    {
      g_printerr ("foothold-cli: a command, please\n");
      return FOOTHOLD_CLI_WRONG_USE;
    }

  return foothold_cli_run (argc, argv);
}
