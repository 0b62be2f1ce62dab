/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the subcommands share: how a command is described, its
 * options read, its failures said and a stranger's text put on a terminal.
 */

#pragma once

#include <gio/gio.h>

#include "cli/foothold-cli.h"

G_BEGIN_DECLS

typedef struct _FootholdCliCommand FootholdCliCommand;

struct _FootholdCliCommand
{
  const char *name;
  const char *parameters; /* N_("FILE…"), or NULL */
  const char *summary; /* N_("Bring in saved pages and JSON files") */
  const char *description; /* N_(…): the lines below the options, or NULL */
  /* @argv[0] is the name of the command. */
  int (*run) (const FootholdCliCommand *command, int argc, char **argv);
};

extern const FootholdCliCommand foothold_cli_import;
extern const FootholdCliCommand foothold_cli_search;
extern const FootholdCliCommand foothold_cli_list;
extern const FootholdCliCommand foothold_cli_export;
extern const FootholdCliCommand foothold_cli_check;
extern const FootholdCliCommand foothold_cli_backup;
extern const FootholdCliCommand foothold_cli_restore;
extern const FootholdCliCommand foothold_cli_salvage;
extern const FootholdCliCommand foothold_cli_generate;

/**
 * foothold_cli_parse:
 * @entries: the command's own options, without the remaining arguments
 * @rest: (out): what is no option, after "--" too; free with g_strfreev()
 * @status: (out): what to end with when FALSE comes back
 *
 * Returns: FALSE when the command is over: help was asked for, or the options are wrong (which is said)
 */
gboolean foothold_cli_parse (const FootholdCliCommand *command,
                             int argc,
                             char **argv,
                             const GOptionEntry *entries,
                             char ***rest,
                             int *status);

/* Says @message and where the help is; FOOTHOLD_CLI_WRONG_USE. */
int foothold_cli_wrong_use (const FootholdCliCommand *command, const char *message);
/* Says the error's sentence on standard error; FOOTHOLD_CLI_FAILED. */
int foothold_cli_failed (const GError *error);
/* Says a sentence on standard error; FOOTHOLD_CLI_FAILED. */
int foothold_cli_failed_with (const char *sentence);

/**
 * foothold_cli_plain:
 * @text: (nullable): anything
 * @width: columns to cut it to, with an ellipsis; 0 leaves it as long as it is
 *
 * A stranger's text for a terminal: one line, control and direction characters
 * as visible escapes (R17), so that no title can move the cursor.
 *
 * Returns: (transfer full): never NULL
 */
char *foothold_cli_plain (const char *text, guint width);
/* The columns @text takes on a terminal. */
guint foothold_cli_columns (const char *text);
/* The width of the terminal, or 0 where standard output is none. */
guint foothold_cli_terminal_width (void);

/* Standard output as a stream; closing it flushes and reports a full disk, and leaves the descriptor open. */
GOutputStream *foothold_cli_stdout (void);

G_END_DECLS
