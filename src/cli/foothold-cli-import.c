/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * foothold import: shows what files would bring, asks on a terminal, and brings it.
 * The preview goes to standard output, questions and failures to standard error.
 */

#define G_LOG_DOMAIN "foothold-cli"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/foothold-cli-client.h"
#include "cli/foothold-cli-command.h"
#include "cli/foothold-cli-session.h"
#include "exchange/foothold-commands.h"
#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-limits.h"
#include "exchange/foothold-prepare.h"
#include "rules/foothold-application-states.h"

typedef struct
{
  guint n_new, n_same, n_fills, n_problems, n_fields_left_out, n_files_left_out, n_asks, n_applications;
  FootholdOthers others;
} Counts;

static Counts
counts_of (GVariant *preview)
{
  Counts counts = { 0 };
  g_autoptr (GVariant) others = g_variant_get_child_value (preview, 1);

  g_variant_get_child (preview, 0, "(uuuuuuuuu)", &counts.n_new, &counts.n_same, &counts.n_fills, &counts.n_problems,
                       &counts.n_fields_left_out, &counts.n_files_left_out, &counts.others.n_same, &counts.n_asks,
                       &counts.n_applications);
  for (guint i = 0; i < MIN (g_variant_n_children (others), FOOTHOLD_N_OTHERS); i++)
    g_variant_get_child (others, i, "u", &counts.others.n[i]);
  return counts;
}

/* ---- The preview ---- */

static const char *
verdict_word (FootholdVerdict verdict, gboolean is_field)
{
  switch (verdict)
    {
    case FOOTHOLD_VERDICT_NEW:
      return C_ ("import", "new");
    case FOOTHOLD_VERDICT_SAME:
      return C_ ("import", "same");
    case FOOTHOLD_VERDICT_FILLS:
      return C_ ("import", "fills");
    case FOOTHOLD_VERDICT_PROBLEM:
      return is_field ? C_ ("import", "note") : C_ ("import", "skipped");
    case FOOTHOLD_VERDICT_LEFT_OUT:
      return C_ ("import", "left out");
    case FOOTHOLD_VERDICT_READ:
      return C_ ("import", "read");
    default:
      return "?";
    }
}

static guint
verdict_width (void)
{
  guint width = 0;

  for (guint i = FOOTHOLD_VERDICT_NEW; i <= FOOTHOLD_VERDICT_READ; i++)
    width = MAX (width, foothold_cli_columns (verdict_word ((FootholdVerdict) i, FALSE)));

  return MAX (width, foothold_cli_columns (verdict_word (FOOTHOLD_VERDICT_PROBLEM, TRUE)));
}

/* What does not come in, and a whole file, is told by where it stands and why. */
static gboolean
stays_out (FootholdVerdict verdict)
{
  return verdict == FOOTHOLD_VERDICT_PROBLEM || verdict == FOOTHOLD_VERDICT_LEFT_OUT
         || verdict == FOOTHOLD_VERDICT_READ;
}

/* "A Title — Its Host", "Posting 2: hours: Not a number." */
static char *
entry_text (FootholdVerdict verdict,
            const char *where,
            const char *title,
            const char *organisation,
            const char *application,
            const char *field,
            const char *reason)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (stays_out (verdict) && *where != '\0')
    g_string_append_printf (text, "%s: ", where);
  if (*title != '\0')
    g_string_append (text, title);
  if (*organisation != '\0')
    g_string_append_printf (text, " — %s", organisation);
  if (*application != '\0')
    g_string_append_printf (text, " · %s", foothold_list_name (&foothold_application_states, application));
  if (*field != '\0')
    g_string_append_printf (text, "%s%s", *title != '\0' ? " · " : "", field);
  if (*reason != '\0')
    g_string_append_printf (text, "%s%s", *title != '\0' || *field != '\0' ? ": " : "", reason);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
print_entries (GVariant *entries)
{
  const guint width = verdict_width ();
  const guint terminal = foothold_cli_terminal_width ();
  GVariantIter iter;
  guint32 verdict;
  const char *where, *title, *organisation, *application, *field, *reason;

  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "(u&s&s&s&s&s&s)", &verdict, &where, &title, &organisation, &application, &field,
                              &reason))
    {
      const char *word = verdict_word ((FootholdVerdict) verdict, *field != '\0');
      g_autofree char *text =
        entry_text ((FootholdVerdict) verdict, where, title, organisation, application, field, reason);
      /* A reason is worth a second line; a title can be cut. */
      const guint room = terminal > width + 20 && !stays_out ((FootholdVerdict) verdict) ? terminal - width - 4 : 0;
      g_autofree char *plain = foothold_cli_plain (text, room);

      g_print ("  %s%*s  %s\n", word, (int) (width - foothold_cli_columns (word)), "", plain);
    }
}

/* Without opportunities it begins with what comes instead. */
static void
print_counts (const Counts *counts)
{
  const guint n_all = counts->n_new + counts->n_same + counts->n_fills;
  const gboolean none = n_all == 0 && foothold_others_sum (&counts->others) > 0;
  const guint n_same = counts->n_same + (none ? foothold_others_same_people (&counts->others) : 0);
  g_autofree char *others = foothold_others_describe (&counts->others, none);

  if (none)
    g_print ("%s", others);
  else
    g_print (ngettext ("%u new opportunity", "%u new opportunities", counts->n_new), counts->n_new);
  if (counts->n_applications > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u application", "%u applications", counts->n_applications), counts->n_applications);
    }
  if (counts->n_fills > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u fills in what was open", "%u fill in what was open", counts->n_fills), counts->n_fills);
    }
  if (n_same > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u is there already", "%u are there already", n_same), n_same);
    }
  if (counts->n_problems > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u cannot be imported", "%u cannot be imported", counts->n_problems), counts->n_problems);
    }
  if (counts->n_fields_left_out > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u field left out", "%u fields left out", counts->n_fields_left_out),
               counts->n_fields_left_out);
    }
  if (counts->n_files_left_out > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u file left out", "%u files left out", counts->n_files_left_out), counts->n_files_left_out);
    }
  if (others != NULL && !none)
    g_print ("; %s", others);
  g_print ("\n");
  if (n_all > FOOTHOLD_COMMANDS_PREVIEW_ENTRIES)
    g_print (_ ("Only the first %d are listed.\n"), FOOTHOLD_COMMANDS_PREVIEW_ENTRIES);
}

static void
print_preview (GVariant *preview)
{
  g_autoptr (GVariant) entries = g_variant_get_child_value (preview, 2);
  const Counts counts = counts_of (preview);

  print_entries (entries);
  print_counts (&counts);
}

/* ---- The question ---- */

static gboolean
can_ask (void)
{
  return isatty (STDIN_FILENO) && isatty (STDOUT_FILENO);
}

/* Anything but a clear yes is a no. */
static gboolean
ask (const Counts *counts)
{
  char answer[64];
  const guint n = counts->n_new + counts->n_fills;

  /* Translators: the letter that says yes is the first of the word below. */
  if (n > 0)
    g_print (ngettext ("Import %u? [y/N] ", "Import these %u? [y/N] ", n), n);
  else
    g_print (_ ("Import it? [y/N] "));
  fflush (stdout);
  if (fgets (answer, sizeof answer, stdin) == NULL)
    {
      g_print ("\n");
      return FALSE;
    }

  g_strstrip (answer);
  /* Translators: the answers that mean yes, with "|" between them; keep y and yes. */
  {
    g_auto (GStrv) yes = g_strsplit (_ ("y|yes"), "|", -1);
    g_autofree char *folded = g_utf8_validate (answer, -1, NULL) ? g_utf8_casefold (answer, -1) : g_strdup ("");

    return g_strv_contains ((const char *const *) yes, folded);
  }
}

/* What to do after the preview: TRUE brings it in; otherwise @status ends the command. */
static gboolean
decide (const Counts *counts, gboolean yes, int *status)
{
  *status = FOOTHOLD_CLI_FAILED;
  if (counts->n_asks > 0)
    {
      foothold_cli_failed_with (_ ("Whether day or month comes first in the dates cannot be told from them. Nothing "
                                   "was "
                                   "changed. Add --dates=day-first or --dates=month-first."));
      return FALSE;
    }
  if (counts->n_new + counts->n_fills + foothold_others_sum (&counts->others) == 0)
    {
      if (counts->n_same + counts->others.n_same > 0)
        foothold_cli_failed_with (_ ("Everything in it that can be imported is there already. Nothing was changed."));
      else
        foothold_cli_failed_with (_ ("There was nothing that can be imported. Nothing was changed."));
      return FALSE;
    }
  if (yes)
    return TRUE;
  if (!can_ask ())
    {
      foothold_cli_failed_with (_ ("This was a preview; nothing was changed. Add --yes to import."));
      return FALSE;
    }
  if (!ask (counts))
    {
      foothold_cli_failed_with (_ ("Nothing was changed."));
      return FALSE;
    }

  return TRUE;
}

static int
done (const Counts *counts, gint64 n_imported)
{
  g_autofree char *imported = foothold_others_describe_imported (&counts->others, n_imported, counts->n_applications);

  g_print ("%s.\n", imported);
  return FOOTHOLD_CLI_DONE;
}

static int
failed (const GError *error)
{
  foothold_cli_progress (1);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return foothold_cli_failed_with (_ ("Stopped. Nothing was changed."));
  return foothold_cli_failed (error);
}

/* ---- Here ---- */

static void
progress_cb (gdouble fraction, gpointer user_data)
{
  foothold_cli_progress (fraction);
}

/* What cannot be read is a line of the preview, so that the other files still come in. */
static GPtrArray *
make_sources (GPtrArray *inputs)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < inputs->len; i++)
    {
      const FootholdCliInput *input = g_ptr_array_index (inputs, i);
      g_autoptr (GFile) file = g_file_new_for_path (input->path);

      g_ptr_array_add (sources, input->fd >= 0 ? foothold_import_source_new_for_fd (dup (input->fd), input->name)
                                               : foothold_import_source_new_for_file (file));
    }

  return sources;
}

static FootholdStaging *
prepare (FootholdStore *store,
         GPtrArray *inputs,
         const FootholdImportAnswers *answers,
         char **source_name,
         GError **error)
{
  GPtrArray *sources = make_sources (inputs);
  g_autoptr (GAsyncResult) result = NULL;
  FootholdStaging *staging;

  if (sources->len == 1)
    *source_name = g_strdup (foothold_import_source_get_name (g_ptr_array_index (sources, 0)));
  foothold_exchange_prepare_async (store, sources, NULL, answers, progress_cb, NULL, foothold_cli_cancellable (),
                                   foothold_cli_result_cb, &result);
  staging = foothold_exchange_prepare_finish (store, foothold_cli_wait (&result), error);
  foothold_cli_progress (1);
  return staging;
}

static int
import_here (FootholdStore *store, GPtrArray *inputs, const FootholdImportAnswers *answers, gboolean yes)
{
  g_autofree char *source_name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStaging) staging = prepare (store, inputs, answers, &source_name, &error);
  g_autoptr (GVariant) preview = staging != NULL ? foothold_commands_preview (staging, &error) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Counts counts;
  gint64 n_imported;
  int status;

  if (preview == NULL)
    return failed (error);
  g_variant_ref_sink (preview);
  print_preview (preview);
  counts = counts_of (preview);
  if (!decide (&counts, yes, &status))
    return status;

  foothold_store_merge_async (store, staging, source_name, progress_cb, NULL, foothold_cli_cancellable (),
                              foothold_cli_result_cb, &result);
  n_imported = foothold_store_merge_finish (store, foothold_cli_wait (&result), &error);
  foothold_cli_progress (1);
  if (error != NULL)
    return failed (error);

  status = done (&counts, n_imported);
  /* So that the next command finds by fit what this one brought; a window would do it at its leisure. */
  while (foothold_store_is_busy_aside (store) && !g_cancellable_is_cancelled (foothold_cli_cancellable ()))
    g_main_context_iteration (NULL, TRUE);
  return status;
}

/* ---- In the window ---- */

static int
import_there (GPtrArray *inputs, const FootholdImportAnswers *answers, gboolean yes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) preview = NULL;
  g_autoptr (GVariant) second = NULL;
  Counts counts;
  gint64 n_imported;
  int status;

  if (!foothold_cli_client_import (inputs, answers, yes, &preview, &n_imported, &error))
    return failed (error);
  print_preview (preview);
  counts = counts_of (preview);
  if (!decide (&counts, yes, &status))
    return status;
  if (!yes && !foothold_cli_client_import (inputs, answers, TRUE, &second, &n_imported, &error))
    return failed (error);

  return done (&counts, n_imported);
}

static int
import (const char *const *names, const FootholdImportAnswers *answers, gboolean yes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inputs = foothold_cli_inputs (names, &error);
  FootholdStore *store;
  int status;

  if (inputs == NULL)
    return foothold_cli_failed (error);
  store = foothold_cli_open_store (&error);
  if (store == NULL)
    return g_error_matches (error, FOOTHOLD_DB_ERROR, FOOTHOLD_DB_ERROR_LOCKED) ? import_there (inputs, answers, yes)
                                                                                : foothold_cli_failed (error);

  status = import_here (store, inputs, answers, yes);
  foothold_cli_close_store (store);
  return status;
}

static int
run (const FootholdCliCommand *command, int argc, char **argv)
{
  gboolean yes = FALSE;
  g_autofree char *dates = NULL;
  g_autofree char *charset = NULL;
  g_auto (GStrv) stages = NULL;
  const GOptionEntry entries[] = {
    { "charset", 0, 0, G_OPTION_ARG_STRING, &charset,
      N_ ("The character set in which tables and text are written, where looking at them does not tell"),
      /* Translators: what stands for the value of --charset in the help of a command */
      N_ ("NAME") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &dates,
      N_ ("Which comes first in dates such as 3/4/2026, where the file does not tell: day-first, month-first"),
      /* Translators: what stands for the value of --dates in the help of a command */
      N_ ("ORDER") },
    { "stage", 0, 0, G_OPTION_ARG_STRING_ARRAY, &stages,
      N_ ("What a word in a table’s column of stages means: a state of an application, or “opportunity” for none"),
      /* Translators: what stands for the value of --stage in the help of a command */
      N_ ("WORD=STATE") },
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("Import without asking"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
  int status;

  if (!foothold_cli_parse (command, argc, argv, entries, &files, &status))
    return status;
  if (dates != NULL && !foothold_import_answers_set_dates (answers, dates))
    return foothold_cli_wrong_use (command, _ ("Dates are --dates=day-first or --dates=month-first."));
  if (charset != NULL && !foothold_import_answers_set_charset (answers, charset))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) foothold_csv_charsets);
      /* Translators: %s is a list of the names that may stand behind the sign */
      g_autofree char *message = g_strdup_printf (_ ("A character set is --charset=NAME, with one of: %s."), names);

      return foothold_cli_wrong_use (command, message);
    }
  for (guint i = 0; stages != NULL && stages[i] != NULL; i++)
    if (!foothold_import_answers_add_stage (answers, stages[i]))
      {
        g_autofree char *slugs = foothold_list_slugs (&foothold_csv_stages);
        /* Translators: %s is a list of the words that may stand behind the sign */
        g_autofree char *message = g_strdup_printf (_ ("A stage is --stage=WORD=STATE, with one of: %s."), slugs);

        return foothold_cli_wrong_use (command, message);
      }
  if (files[0] == NULL)
    return foothold_cli_wrong_use (command, _ ("Name at least one file; “-” is standard input."));
  if (g_strv_length (files) > FOOTHOLD_LIMIT_SOURCES)
    {
      g_autofree char *message = g_strdup_printf (_ ("An import takes at most %d files."), FOOTHOLD_LIMIT_SOURCES);

      return foothold_cli_wrong_use (command, message);
    }

  return import ((const char *const *) files, answers, yes);
}

const FootholdCliCommand foothold_cli_import = {
  .name = "import",
  .parameters = N_ ("FILE…"),
  .summary = N_ ("Bring in web pages, tables, LinkedIn’s export, text and JSON"),
  .description =
    N_ ("Shows what would come in, and asks on a terminal. Without --yes and without a terminal nothing is "
        "changed and the exit status is 1. The same where a file does not tell whether day or month comes first and "
        "--dates does not say it. What is skipped is listed with its reason and is no failure; "
        "when nothing comes in, because nothing can be read or all of it is there already, the exit status "
        "is 1. Put “--” before a file whose name begins with “-”."),
  .run = run,
};
