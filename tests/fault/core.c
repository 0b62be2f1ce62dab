/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The program of the fault tests: the real store without a window. Each verb does one
 * thing and prints what happened in lines that run.py reads. It is never installed.
 */

#include "core.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} Verb;

static const Verb verbs[] = {
  { "attachments", core_verb_attachments },
  { "backups", core_verb_backups },
  { "check", core_verb_check },
  { "cuts", core_verb_cuts },
  { "flips", core_verb_flips },
  { "full", core_verb_full },
  { "hammer", core_verb_hammer },
  { "migrate", core_verb_migrate },
  { "moved", core_verb_moved },
  { "open", core_verb_open },
  { "own", core_verb_own },
  { "power", core_verb_power },
  { "power-files", core_verb_power_files },
  { "restore", core_verb_restore },
  { "soak", core_verb_soak },
  { "undo", core_verb_undo },
  { "write-n", core_verb_write_n },
};

void
core_say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
  fflush (stdout);
}

int
core_fail (GError *error)
{
  core_say ("error %s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  return 1;
}

gint64
core_option (int argc, char **argv, const char *name, gint64 otherwise)
{
  for (int i = 1; i + 1 < argc; i++)
    if (g_str_equal (argv[i], name))
      return g_ascii_strtoll (argv[i + 1], NULL, 10);

  return otherwise;
}

gboolean
core_has_option (int argc, char **argv, const char *name)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;

  return FALSE;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  for (guint i = 0; argc >= 3 && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name))
      {
        core_sabotage_start (argv[2]);
        return verbs[i].run (argc - 1, argv + 1);
      }

  fprintf (stderr, "usage: core VERB DIR [OPTION VALUE]…\n");
  return 2;
}
