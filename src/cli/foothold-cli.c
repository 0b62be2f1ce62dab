/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the subcommand; says what there is. */

#define G_LOG_DOMAIN "foothold-cli"

#include "cli/foothold-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli/foothold-cli-command.h"

static const FootholdCliCommand *const commands[] = {
  /* in the order of the help */
  &foothold_cli_import, &foothold_cli_search,  &foothold_cli_list,    &foothold_cli_export,   &foothold_cli_check,
  &foothold_cli_backup, &foothold_cli_restore, &foothold_cli_salvage, &foothold_cli_generate, NULL, /* the end */
};

static const FootholdCliCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static gboolean
is_help (const char *argument)
{
  return g_str_equal (argument, "--help") || g_str_equal (argument, "-h") || g_str_equal (argument, "help");
}

/* A word that can only be meant as a command: no option, no address, no path, and no file of that name. */
static gboolean
looks_like_command (const char *argument)
{
  return argument[0] != '-' && argument[0] != '\0' && strpbrk (argument, "/:.") == NULL
         && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

/* An option that the window does not have, or NULL. GApplication's own are left to it. */
static const char *
wrong_option (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (argv[i][0] == '-' && argv[i][1] != '\0' && !g_str_equal (argv[i], "--sample")
        && !g_str_has_prefix (argv[i], "--gapplication-") && !g_str_has_prefix (argv[i], "--help-"))
      return argv[i];

  return NULL;
}

gboolean
foothold_cli_wants (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;

  return is_help (argv[1]) || g_str_equal (argv[1], "--version") || find_command (argv[1]) != NULL
         || looks_like_command (argv[1]) || wrong_option (argc, argv) != NULL;
}

static void
print_help (void)
{
  guint width = 0;

  for (guint i = 0; commands[i] != NULL; i++)
    width = MAX (width, (guint) strlen (commands[i]->name));

  g_print ("%s\n", _ ("Usage:"));
  g_print ("  foothold [%s]\n", _ ("FILE…"));
  g_print ("  foothold %s\n\n", _ ("COMMAND [OPTION…] …"));
  g_print ("%s\n\n", _ ("Without a command the window opens, and files are shown there before they are imported."));
  g_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; commands[i] != NULL; i++)
    g_print ("  %-*s  %s\n", (int) width, commands[i]->name, _ (commands[i]->summary));
  g_print ("\n%s\n", _ ("Options:"));
  g_print ("  %-*s  %s\n", (int) width + 2, "--help", _ ("Show this help; after a command, the help of that command"));
  g_print ("  %-*s  %s\n", (int) width + 2, "--version", _ ("Show the version"));
  g_print ("\n%s\n",
           _ ("Exit status: 0 done, 1 it did not work, 2 wrong use. FOOTHOLD_DATA_DIR names another data folder."));
}

/* A full disk behind “>” is no success. */
static int
end (int status)
{
  if (status != FOOTHOLD_CLI_DONE || (fflush (stdout) == 0 && ferror (stdout) == 0))
    return status;

  return foothold_cli_failed_with (_ ("The output could not be written."));
}

int
foothold_cli_run (int argc, char **argv)
{
  const FootholdCliCommand *command;

  g_return_val_if_fail (argc >= 2, FOOTHOLD_CLI_WRONG_USE);

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("Foothold %s\n", FOOTHOLD_VERSION);
      return FOOTHOLD_CLI_DONE;
    }

  command = find_command (argv[1]);
  if (is_help (argv[1]))
    {
      command = argc > 2 ? find_command (argv[2]) : NULL;
      if (command != NULL)
        return command->run (command, 2, (char *[]) { (char *) command->name, (char *) "--help", NULL });
      if (argc == 2)
        {
          print_help ();
          return FOOTHOLD_CLI_DONE;
        }
    }
  else if (command != NULL)
    return end (command->run (command, argc - 1, argv + 1));

  if (!is_help (argv[1]) && wrong_option (argc, argv) != NULL)
    {
      g_autofree char *option = foothold_cli_plain (wrong_option (argc, argv), 60);

      /* Translators: %s is what was typed, as in “--verbose”. */
      g_printerr (_ ("foothold: There is no option “%s”.\n"), option);
      g_printerr ("%s\n", _ ("“foothold --help” lists the commands."));
      return FOOTHOLD_CLI_WRONG_USE;
    }

  {
    g_autofree char *word = foothold_cli_plain (argv[is_help (argv[1]) ? 2 : 1], 60);

    /* Translators: %s is what was typed as the first word after “foothold”. */
    g_printerr (_ ("foothold: There is no command or file “%s”.\n"), word);
    g_printerr ("%s\n", _ ("“foothold --help” lists the commands."));
  }
  return FOOTHOLD_CLI_WRONG_USE;
}
