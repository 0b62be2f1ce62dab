/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The command line of Foothold: the subcommands of the one installed program,
 * without a display and without a GtkApplication (DESIGN §2). main() asks
 * foothold_cli_wants() before it makes the application.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command ends with. */
enum
{
  FOOTHOLD_CLI_DONE = 0,
  FOOTHOLD_CLI_FAILED = 1, /* it did not work; one sentence on standard error says why */
  FOOTHOLD_CLI_WRONG_USE = 2,
};

/**
 * foothold_cli_wants:
 * @argv: as main() got it
 *
 * Whether these arguments are for the command line: a subcommand, "--version",
 * "--help", or a first word that is neither an option, nor a file, nor an address
 * (a mistyped command, which is answered, not shown in a window).
 */
gboolean foothold_cli_wants (int argc, char **argv);

/**
 * foothold_cli_run:
 * @argv: as main() got it; left as it is
 *
 * Runs the subcommand on this thread. The locale is set and the text domain bound.
 *
 * Returns: the exit status: FOOTHOLD_CLI_DONE, _FAILED or _WRONG_USE
 */
int foothold_cli_run (int argc, char **argv);

G_END_DECLS
