// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-linkedin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/foothold-csv-look.h"

/*
 * Its tables are told by their rows of names: positions one held and people one knows have a
 * company and a title too, and are no opportunities.
 */

static const struct
{
  const char *name;
  const char *columns; /* some that it has, "|" between them; NULL: it is told by its file's name alone */
  FootholdLinkedinPart part;
  const char *sentence; /* what comes of it, or why it is left out */
} tables[] = {
  { "Saved Jobs", "Saved Date|Job Url|Job Title|Company Name", FOOTHOLD_LINKEDIN_SAVED_JOBS,
    N_ ("Each job becomes an opportunity.") },
  { "Job Applications", "Application Date|Job Title|Company Name|Question And Answers", FOOTHOLD_LINKEDIN_APPLICATIONS,
    N_ ("Each line becomes an application with its opportunity.") },
  { "Job Applicant Saved Answers", "Question|Answer", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("These answers belong to no application, and Foothold keeps answers with the application they were given "
        "for.") },
  { "Job Seeker Preferences", "Locations|Job Titles|Open To Recruiters", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("What you look for is said in Foothold by goals and wants, and this has neither.") },
  { "Connections", "First Name|Last Name|Connected On", FOOTHOLD_LINKEDIN_CONNECTIONS,
    N_ ("Each connection becomes a person.") },
  { "Positions", "Company Name|Title|Started On|Finished On", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("Positions that you held are no opportunities, and Foothold keeps no résumé yet.") },
  { "Projects", "Title|Description|Url|Started On|Finished On", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("Projects that you did elsewhere are no opportunities, and Foothold keeps no résumé yet.") },
  { "Education", "School Name|Degree Name", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("Foothold keeps no résumé yet, so there is no place for schools and degrees.") },
  { "Profile", "First Name|Last Name|Headline|Summary", FOOTHOLD_LINKEDIN_OTHER,
    N_ ("Your profile in Foothold has other facts: your hours, your floor and your goals.") },
  { "Skills", NULL, FOOTHOLD_LINKEDIN_SKILLS, N_ ("Each name becomes a skill without a level.") },
  { "Invitations", "From|To|Sent At|Direction", FOOTHOLD_LINKEDIN_OTHER, NULL },
  { "Messages", "CONVERSATION ID|FROM|TO|CONTENT", FOOTHOLD_LINKEDIN_OTHER, NULL },
  { "Recommendations", "First Name|Last Name|Company|Job Title|Text", FOOTHOLD_LINKEDIN_OTHER, NULL },
};

#define NO_VIEW N_ ("No view of Foothold holds this file of LinkedIn’s.")

static gboolean
has_column (GPtrArray *cells, const char *name)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (g_ptr_array_index (cells, i)));

      if (g_ascii_strcasecmp (cell, name) == 0)
        return TRUE;
    }

  return FALSE;
}

const char *
foothold_linkedin_table (GPtrArray *cells, FootholdLinkedinPart *part)
{
  *part = FOOTHOLD_LINKEDIN_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) columns = tables[i].columns != NULL ? g_strsplit (tables[i].columns, "|", -1) : NULL;
      gboolean all = columns != NULL;

      for (guint j = 0; all && columns[j] != NULL; j++)
        all = has_column (cells, columns[j]);
      if (all)
        {
          *part = tables[i].part;
          return tables[i].name;
        }
    }

  return NULL;
}

static const char *
last_part (const char *name)
{
  const char *slash = strrchr (name, '/');

  return slash != NULL ? slash + 1 : name;
}

/* The number of the table that has this file: "Saved Jobs.csv", and "Saved Jobs_1.csv" where one is not enough; or -1.
 */
static int
table_of_file (const char *name)
{
  const char *last = last_part (name);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const gsize n = strlen (tables[i].name);

      if (g_ascii_strncasecmp (last, tables[i].name, n) == 0 && g_str_has_suffix (last + n, ".csv")
          && strspn (last + n, " _-()0123456789") == strlen (last + n) - strlen (".csv"))
        return (int) i;
    }

  return -1;
}

FootholdLinkedinPart
foothold_linkedin_part_of_file (const char *name)
{
  const int n = table_of_file (name);

  return n >= 0 ? tables[n].part : FOOTHOLD_LINKEDIN_OTHER;
}

gboolean
foothold_linkedin_is_export (GPtrArray *names)
{
  static const char *const known[] = {
    "Connections.csv", "Profile.csv",  "Positions.csv",        "Education.csv",   "Skills.csv",
    "Languages.csv",   "messages.csv", "Job Applications.csv", "Invitations.csv", "Job Seeker Preferences.csv"
  };
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (foothold_linkedin_part_of_file (name) == FOOTHOLD_LINKEDIN_SAVED_JOBS)
        return TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        n += strcmp (last_part (name), known[j]) == 0 ? 1 : 0;
    }

  return n >= 2;
}

gboolean
foothold_linkedin_is_name (const char *name)
{
  return table_of_file (name) >= 0;
}

guint
foothold_linkedin_count_files (GPtrArray *names)
{
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      n += *last_part (name) != '.' && !g_str_has_prefix (name, "__MACOSX/") ? 1 : 0;
    }

  return n;
}

gboolean
foothold_linkedin_is_file (GBytes *bytes, const char *name, gboolean alone)
{
  const int n = table_of_file (name);
  g_autoptr (FootholdCsvLook) look = NULL;

  if (n < 0)
    return FALSE;
  if (tables[n].part == FOOTHOLD_LINKEDIN_SKILLS)
    return alone && foothold_linkedin_is_skills (bytes, name);

  look = foothold_csv_look (bytes, NULL, NULL);
  return look != NULL && g_strcmp0 (look->linkedin, tables[n].name) == 0;
}

void
foothold_linkedin_set_refused (const char *table, GError **error)
{
  const char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, table) == 0)
      sentence = tables[i].sentence;
  g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
               /* Translators: the first %s is the name of a file, the second a sentence that says why */
               _ ("This is “%s” of LinkedIn’s export. %s Nothing was imported."), table,
               _ (sentence != NULL ? sentence : NO_VIEW));
}

static gboolean
read_table (GBytes *bytes, const char *name, const FootholdSink *sink, GCancellable *cancellable, GError **error)
{
  const char *sentence = _ (tables[table_of_file (name)].sentence);
  g_autoptr (FootholdCsvLook) look = NULL;

  if (foothold_linkedin_part_of_file (name) == FOOTHOLD_LINKEDIN_SKILLS)
    return sink->problem (sink->user_data, name, FOOTHOLD_FILE_READ, sentence, error)
           && foothold_linkedin_import_skills (bytes, sink, cancellable, error);

  look = foothold_csv_look_told (bytes, sink->answers, error);
  if (look == NULL)
    return FALSE;
  if (look->part == FOOTHOLD_LINKEDIN_OTHER)
    {
      foothold_linkedin_set_refused (look->linkedin, error);
      return FALSE;
    }
  if (look->part != foothold_linkedin_part_of_file (name))
    {
      g_set_error (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_UNKNOWN_TYPE,
                   /* Translators: %s is the name of one of LinkedIn's tables */
                   _ ("Its columns are not those of “%s” of LinkedIn’s export. Nothing was imported."),
                   tables[table_of_file (name)].name);
      return FALSE;
    }
  if (look->n_rows == 0)
    {
      g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                           _ ("The table has no rows. Nothing was imported."));
      return FALSE;
    }

  return sink->problem (sink->user_data, name, FOOTHOLD_FILE_READ, sentence, error)
         && foothold_csv_look_settle (look, name, sink, error)
         && foothold_import_csv (bytes, look, name, sink, cancellable, error);
}

gboolean
foothold_linkedin_take_file (GBytes *bytes,
                             const char *name,
                             const FootholdSink *sink,
                             GCancellable *cancellable,
                             guint *n_taken,
                             GError **error)
{
  g_autoptr (GError) own = NULL;
  const int n = table_of_file (name);
  FootholdSink quiet = *sink;

  /* what a file tells of its own progress would go back with each file */
  quiet.progress = NULL;
  if (bytes == NULL)
    return sink->problem (sink->user_data, name, FOOTHOLD_LEFT_OUT,
                          _ (n >= 0 && tables[n].sentence != NULL ? tables[n].sentence : NO_VIEW), error);
  if (read_table (bytes, name, &quiet, cancellable, &own))
    {
      (*n_taken)++;
      return TRUE;
    }
  if (own->domain != FOOTHOLD_IMPORT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }

  return sink->problem (sink->user_data, name, NULL, own->message, error);
}

void
foothold_linkedin_set_empty (GError **error)
{
  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                       _ ("This is an export of LinkedIn’s without jobs, applications, connections or skills. Nothing "
                          "was imported. Ask LinkedIn for the larger archive."));
}
