// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import.h"

/* LinkedIn's export of one's own data: which of its files we have a use for, and what the others are. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_LINKEDIN_NONE, /* not of its export */
  FOOTHOLD_LINKEDIN_SAVED_JOBS, /* opportunities */
  FOOTHOLD_LINKEDIN_APPLICATIONS, /* applications with their opportunities */
  FOOTHOLD_LINKEDIN_CONNECTIONS, /* people */
  FOOTHOLD_LINKEDIN_SKILLS,
  FOOTHOLD_LINKEDIN_OTHER, /* what no view holds */
} FootholdLinkedinPart;

/* Whether these are the files of one: GPtrArray of char *, names with "/" between folders. */
gboolean foothold_linkedin_is_export (GPtrArray *names);
/*
 * Who chooses some of the data only gets an archive with one file. Whether @bytes is a file of LinkedIn's by its name
 * and its row of names; @alone: it is the only file, by which alone a list with the one column "Name" is LinkedIn's.
 */
gboolean foothold_linkedin_is_file (GBytes *bytes, const char *name, gboolean alone);
/* Whether a file of this name may be one. */
gboolean foothold_linkedin_is_name (const char *name);
/* How many of these names are of files that a person put there, and no program of the system. */
guint foothold_linkedin_count_files (GPtrArray *names);
/* What a file of the export is by its name, "Jobs/Saved Jobs.csv", wherever it lies; OTHER for any other. */
FootholdLinkedinPart foothold_linkedin_part_of_file (const char *name);
/*
 * One file of the export that we have a use for (@bytes), or any other (NULL), which is named as left out with the
 * reason. What is wrong with a file is its problem; *@n_taken counts those that are read. FALSE when the sink fails, or
 * when it was cancelled.
 */
gboolean foothold_linkedin_take_file (GBytes *bytes,
                                      const char *name,
                                      const FootholdSink *sink,
                                      GCancellable *cancellable,
                                      guint *n_taken,
                                      GError **error);
/* Sets the error that such an export has nothing for us. */
void foothold_linkedin_set_empty (GError **error);

/*
 * Which of LinkedIn's tables has this row of names, as LinkedIn calls it, or NULL for any
 * other table. *@part: what we make of it.
 */
const char *foothold_linkedin_table (GPtrArray *cells, FootholdLinkedinPart *part);
/* Sets the error that @table, as LinkedIn calls it, is not imported, and why. */
void foothold_linkedin_set_refused (const char *table, GError **error);

/* Its list of skills, told by the name of the file and its first line; and the skills into the sink. */
gboolean foothold_linkedin_is_skills (GBytes *bytes, const char *name);
gboolean foothold_linkedin_import_skills (GBytes *bytes,
                                          const FootholdSink *sink,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
