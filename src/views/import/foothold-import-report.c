// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an import says before and after: counts, and the report, read from its staging file. */

#define G_LOG_DOMAIN "foothold-import-report"

#include "foothold-import-report.h"

#include "store/foothold-job.h"
#include "widgets/foothold-file-saving.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

#define CHUNK 256

static void
append_count (GString *text, const char *count)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
}

char *
foothold_import_summary (FootholdStagedCounts counts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gboolean none = counts.n_new + counts.n_fills + counts.n_same == 0;
  const guint n_same = counts.n_same + (none ? foothold_others_same_people (&counts.others) : 0);
  g_autofree char *new_text = g_strdup_printf (ngettext ("%u new", "%u new", counts.n_new), counts.n_new);
  g_autofree char *fills = g_strdup_printf (ngettext ("%u fills gaps", "%u fill gaps", counts.n_fills), counts.n_fills);
  g_autofree char *same = g_strdup_printf (ngettext ("%u already there", "%u already there", n_same), n_same);
  g_autofree char *problems =
    g_strdup_printf (ngettext ("%u cannot be imported", "%u cannot be imported", counts.n_problems), counts.n_problems);
  g_autofree char *fields =
    g_strdup_printf (ngettext ("%u field is left out", "%u fields are left out", counts.n_fields_left_out),
                     counts.n_fields_left_out);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file left out", "%u files left out", counts.n_files_left_out),
                                            counts.n_files_left_out);
  g_autofree char *applications =
    g_strdup_printf (ngettext ("%u application", "%u applications", counts.n_applications), counts.n_applications);
  g_autofree char *others = foothold_others_describe (&counts.others, none);
  /* without opportunities it begins with what comes instead */
  if (none && others != NULL)
    append_count (text, others);
  if (counts.n_new > 0)
    append_count (text, new_text);
  if (counts.n_fills > 0)
    append_count (text, fills);
  if (counts.n_applications > 0)
    append_count (text, applications);
  if (n_same > 0)
    append_count (text, same);
  if (counts.n_problems > 0)
    append_count (text, problems);
  if (counts.n_fields_left_out > 0)
    append_count (text, fields);
  if (counts.n_files_left_out > 0)
    append_count (text, files);
  if (others != NULL && !none)
    append_count (text, others);
  if (text->len == 0)
    g_string_append (text, counts.others.n_same > 0 ? _ ("Everything in it is there already")
                                                    : _ ("There is nothing in it to import"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Something that is no posting at all is told as what it is, not as a list of one problem. */
char *
foothold_import_report_only_problem (FootholdStaging *staging)
{
  FootholdStagedCounts counts = foothold_staging_get_counts (staging);
  if (counts.n_problems != 1 || counts.n_new + counts.n_fills + counts.n_same + counts.n_others > 0)
    return NULL;
  /* what was left out beside it stands before it */
  for (guint next = 0;;)
    {
      g_autoptr (GPtrArray) entries = foothold_staging_list_noted (staging, &next, CHUNK, NULL);
      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);
          if (entry->verdict == FOOTHOLD_VERDICT_PROBLEM && entry->field == NULL)
            return g_strdup (entry->reason);
        }
      if (entries == NULL || entries->len < CHUNK)
        return NULL;
    }
}

/* Of one posting the preview has said everything: one key less to press. */
gboolean
foothold_import_report_is_worth (FootholdStagedCounts counts)
{
  return counts.n_problems > 0 || counts.n_files_left_out > 0
         || (counts.n_fields_left_out > 0 && counts.n_new + counts.n_fills > 1);
}

char *
foothold_import_report_describe (FootholdStaging *staging)
{
  FootholdStagedCounts counts = foothold_staging_get_counts (staging);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  if (counts.n_problems > 0)
    g_strv_builder_take (sentences, g_strdup_printf (ngettext ("%u entry could not be imported.",
                                                               "%u entries could not be imported.", counts.n_problems),
                                                     counts.n_problems));
  if (counts.n_fields_left_out > 0)
    g_strv_builder_take (sentences, g_strdup_printf (ngettext ("%u field could not be understood and was left out.",
                                                               "%u fields could not be understood and were left out.",
                                                               counts.n_fields_left_out),
                                                     counts.n_fields_left_out));
  if (counts.n_files_left_out > 0)
    g_strv_builder_take (sentences, g_strdup_printf (ngettext ("%u file that no view of Foothold holds was left out.",
                                                               "%u files that no view of Foothold holds were left out.",
                                                               counts.n_files_left_out),
                                                     counts.n_files_left_out));
  g_strv_builder_add (sentences, _ ("The report says where each of them is, and why."));
  parts = g_strv_builder_end (sentences);
  return g_strjoinv (" ", parts);
}

static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *visible = foothold_text_visible (cell == NULL ? "" : cell, FALSE);
  g_strdelimit (visible, "\t", ' ');
  g_string_append (text, visible);
}

char *
foothold_import_report_text (FootholdStaging *staging, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint next = 0;;)
    {
      g_autoptr (GPtrArray) entries = foothold_staging_list_noted (staging, &next, CHUNK, error);
      if (entries == NULL)
        return NULL;
      for (guint i = 0; i < entries->len; i++)
        {
          const FootholdStagedEntry *entry = g_ptr_array_index (entries, i);
          const char *cells[] = { entry->where, entry->title, entry->field };
          for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
            {
              append_cell (text, cells[j]);
              g_string_append_c (text, '\t');
            }
          append_cell (text, entry->reason);
          g_string_append_c (text, '\n');
        }
      if (entries->len < CHUNK)
        return g_string_free_and_steal (g_steal_pointer (&text));
    }
}

/* On a thread: a report may be long. */
static void
make_text (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *text = foothold_import_report_text (data, &error);
  if (text != NULL)
    g_task_return_pointer (task, g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
text_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  if (bytes != NULL)
    foothold_file_save (from, _ ("Save Report"), _ ("Import report.tsv"), bytes, _ ("Report saved"));
  else
    foothold_file_say_not_saved (from, error);
}

void
foothold_import_report_save (FootholdStaging *staging, GtkWidget *from)
{
  g_autoptr (GTask) making = g_task_new (NULL, NULL, text_made, g_object_ref (from));
  g_task_set_source_tag (making, foothold_import_report_save);
  g_task_set_task_data (making, foothold_staging_ref (staging), (GDestroyNotify) foothold_staging_unref);
  foothold_job_run (making, make_text);
}
