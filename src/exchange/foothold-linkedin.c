// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-linkedin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Its tables are told by their rows of names: positions one held and people one knows have a
 * company and a title too, and are no opportunities.
 */

static const struct
{
  const char *name;
  const char *columns; /* some that it has, "|" between them */
  gboolean saved_jobs;
} tables[] = {
  { "Saved Jobs", "Saved Date|Job Url|Job Title|Company Name", TRUE },
  { "Job Applications", "Application Date|Job Title|Company Name|Question And Answers", FALSE },
  { "Job Applicant Saved Answers", "Question|Answer", FALSE },
  { "Job Seeker Preferences", "Locations|Job Titles|Open To Recruiters", FALSE },
  { "Connections", "First Name|Last Name|Connected On", FALSE },
  { "Positions", "Company Name|Title|Started On|Finished On", FALSE },
  { "Projects", "Title|Description|Url|Started On|Finished On", FALSE },
  { "Education", "School Name|Degree Name", FALSE },
  { "Profile", "First Name|Last Name|Headline|Summary", FALSE },
  { "Invitations", "From|To|Sent At|Direction", FALSE },
  { "Messages", "CONVERSATION ID|FROM|TO|CONTENT", FALSE },
  { "Recommendations", "First Name|Last Name|Company|Job Title|Text", FALSE },
};

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
foothold_linkedin_table (GPtrArray *cells, gboolean *saved_jobs)
{
  *saved_jobs = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i].columns, "|", -1);
      gboolean all = TRUE;

      for (guint j = 0; columns[j] != NULL && all; j++)
        all = has_column (cells, columns[j]);
      if (all)
        {
          *saved_jobs = tables[i].saved_jobs;
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

gboolean
foothold_linkedin_is_saved_jobs (const char *name)
{
  const char *last = last_part (name);

  return g_str_has_prefix (last, "Saved Jobs") && g_str_has_suffix (last, ".csv");
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

      if (foothold_linkedin_is_saved_jobs (name))
        return TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        n += strcmp (last_part (name), known[j]) == 0 ? 1 : 0;
    }

  return n >= 2;
}

gboolean
foothold_linkedin_leave_out (const char *name, const FootholdSink *sink, GError **error)
{
  return sink->problem (sink->user_data, name, FOOTHOLD_LEFT_OUT,
                        _ ("No view of Foothold holds this file of LinkedIn’s; it was left out."), error);
}

void
foothold_linkedin_set_empty (GError **error)
{
  g_set_error_literal (error, FOOTHOLD_IMPORT_ERROR, FOOTHOLD_IMPORT_ERROR_EMPTY,
                       _ ("This is an export of LinkedIn’s without saved jobs (Jobs/Saved Jobs.csv). Nothing was "
                          "imported. Ask LinkedIn for the larger archive."));
}
