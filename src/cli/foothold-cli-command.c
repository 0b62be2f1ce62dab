/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The common part of the subcommands: see the header. */

#define G_LOG_DOMAIN "foothold-cli"

#include "cli/foothold-cli-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define ELLIPSIS "…"

/* GOption's own help ends the process; ours comes back, so that the caller decides. */
static gboolean
note_help (const char *option_name, const char *value, gpointer data, GError **error)
{
  gboolean *wanted = data;

  *wanted = TRUE;
  return TRUE;
}

gboolean
foothold_cli_parse (const FootholdCliCommand *command,
                    int argc,
                    char **argv,
                    const GOptionEntry *entries,
                    char ***rest,
                    int *status)
{
  g_autofree char *parameters = command->parameters != NULL ? g_strdup (_ (command->parameters)) : g_strdup ("");
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  g_auto (GStrv) remaining = NULL;
  g_autofree char *program = g_strconcat ("foothold ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  /* The group owns &help for the time of this call only; no destroy function. */
  GOptionGroup *group = g_option_group_new ("main", NULL, NULL, &help, NULL);
  const GOptionEntry own[] = {
    { "help", 'h', G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, note_help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &remaining, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (i == 0 ? program : argv[i]);
  if (entries != NULL)
    g_option_group_add_entries (group, entries);
  g_option_group_add_entries (group, own);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));

  /* g_get_prgname () is what the help begins with. */
  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      *status = foothold_cli_wrong_use (command, error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *status = FOOTHOLD_CLI_DONE;
      return FALSE;
    }

  *rest = remaining != NULL ? g_steal_pointer (&remaining) : g_new0 (char *, 1);
  return TRUE;
}

int
foothold_cli_wrong_use (const FootholdCliCommand *command, const char *message)
{
  g_autofree char *plain = foothold_cli_plain (message, 0);

  g_printerr ("foothold %s: %s\n", command->name, plain);
  /* Translators: %s is the name of a command, such as “import”; the command to type stays as it is. */
  g_printerr (_ ("“foothold %s --help” shows how to use it.\n"), command->name);
  return FOOTHOLD_CLI_WRONG_USE;
}

int
foothold_cli_failed_with (const char *sentence)
{
  g_autofree char *plain = foothold_cli_plain (sentence, 0);

  g_printerr ("foothold: %s\n", plain);
  return FOOTHOLD_CLI_FAILED;
}

int
foothold_cli_failed (const GError *error)
{
  return foothold_cli_failed_with (error->message);
}

static gboolean
needs_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f || c == 0x2028 || c == 0x2029
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static guint
char_columns (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
foothold_cli_columns (const char *text)
{
  guint columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    columns += char_columns (g_utf8_get_char (p));

  return columns;
}

/* Cuts @text so that it and an ellipsis fit into @width columns. */
static void
ellipsize (GString *text, guint width)
{
  guint columns = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      columns += char_columns (g_utf8_get_char (p));
      if (columns > width - 1)
        {
          g_string_truncate (text, (gsize) (p - text->str));
          g_string_append (text, ELLIPSIS);
          return;
        }
    }
}

char *
foothold_cli_plain (const char *text, guint width)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == '\r')
        g_string_append_c (plain, ' ');
      else if (needs_escape (c))
        g_string_append_printf (plain, "\\u%04x", c);
      else
        g_string_append_unichar (plain, c);
    }
  if (width > 0 && foothold_cli_columns (plain->str) > width)
    ellipsize (plain, width);

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

guint
foothold_cli_terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO))
    return 0;

  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

GOutputStream *
foothold_cli_stdout (void)
{
  return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
}
