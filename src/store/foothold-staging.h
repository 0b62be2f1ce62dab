/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-others.h"
#include "store/foothold-store.h"

/*
 * An import on its way in. Importers write into a staging file beside the
 * database (not into it), the store compares it with what is there, the person
 * sees the preview and decides, then it is merged in slices of at most 500 rows
 * under one batch. Cancelling at any point changes nothing.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_VERDICT_NEW,
  FOOTHOLD_VERDICT_SAME, /* already there, equal: skipped */
  FOOTHOLD_VERDICT_FILLS, /* already there, or earlier in the import; fills facts that are not stated, overwrites
                             nothing */
  FOOTHOLD_VERDICT_PROBLEM, /* cannot be imported: see reason */
  FOOTHOLD_VERDICT_LEFT_OUT, /* a file that no view holds: no problem, see FOOTHOLD_LEFT_OUT */
  FOOTHOLD_VERDICT_READ, /* a file that is read: what comes of it is listed or counted besides */
} FootholdVerdict;

typedef struct
{
  guint n; /* place in the staging file, from 0 */
  FootholdVerdict verdict;
  gboolean wanted; /* ticked; only NEW and FILLS can be */
  char *where, *title, *organisation;
  char *application; /* the state of the application that comes with it; or NULL */
  FootholdOpportunityRow *facts; /* the first ones that it says: hours, pay, deadline, where; the rest of it is empty */
  char *field; /* of a problem: what a person calls it, or the name in the file; or NULL */
  char *reason; /* of a problem or a match, a sentence; or NULL */
  gboolean not_read; /* no problem but a note: see FOOTHOLD_NOT_READ */
  gboolean asks; /* a question about dates, answered or open: see FOOTHOLD_ASKS_DATES */
  gint64 match; /* the opportunity that is there already, or 0 */
} FootholdStagedEntry;

typedef struct
{
  guint n_entries; /* lines of the list; one may stand for many fields left out */
  guint n_new, n_same, n_fills, n_problems;
  guint n_fields_left_out; /* problems of single fields: the entry itself is imported */
  guint n_files_left_out; /* that no view holds; no problems */
  guint n_files_read; /* of an export of several */
  guint n_not_read; /* notes that a page was taken as a text */
  guint n_asks; /* questions that are open: nothing may be merged before they are answered */
  guint n_answered;
  guint n_wanted; /* ticked */
  guint n_applications; /* that come with what is new or fills */
  guint n_applications_wanted; /* of them, with what is ticked */
  guint n_others; /* the sum of others */
  FootholdOthers others; /* what comes in besides, ticked or not */
} FootholdStagedCounts;

typedef struct _FootholdStaging FootholdStaging;

/* Makes the staging file; any thread, one at a time. */
FootholdStaging *foothold_staging_new (const char *dir, GError **error);
FootholdStaging *foothold_staging_ref (FootholdStaging *self);
/* The last reference removes the file. */
void foothold_staging_unref (FootholdStaging *self);
/* The sink that writes into it, valid as long as @self. */
const FootholdSink *foothold_staging_get_sink (FootholdStaging *self);
void foothold_staging_set_cancellable (FootholdStaging *self, GCancellable *cancellable);

/* Compares with the database (reader thread). After it the counts and entries are right. */
gboolean foothold_staging_compare (FootholdStaging *self, FootholdDb *db, GError **error);
/* The same where the database was written to since, by whomever (reader thread); what was not ticked stays so.
 * *@changed: whether it was. Nothing where it was never compared. */
gboolean foothold_staging_compare_again (FootholdStaging *self, FootholdDb *db, gboolean *changed, GError **error);
FootholdStagedCounts foothold_staging_get_counts (FootholdStaging *self);
/* GPtrArray of FootholdStagedEntry, @limit from @first on. */
GPtrArray *foothold_staging_list (FootholdStaging *self, guint first, guint limit, GError **error);
/* The same of those alone that are a problem, left out or have a reason, from *@next on, which moves on. Fewer than
 * @limit: the end. */
GPtrArray *foothold_staging_list_noted (FootholdStaging *self, guint *next, guint limit, GError **error);
/* Somebody whom the import brings, NEW, FILLS or SAME. */
typedef struct
{
  FootholdVerdict verdict;
  char *name, *organisation; /* or NULL */
} FootholdStagedPerson;

/* GPtrArray of FootholdStagedPerson, at most @limit: who is new, who learns something, who is there already. @n_all:
 * how many there are. After comparing. */
GPtrArray *foothold_staging_list_people (FootholdStaging *self, guint limit, guint *n_all);
/* What fills an entry of the import comes with that one: it is not ticked without it. */
gboolean foothold_staging_set_wanted (FootholdStaging *self, guint n, gboolean wanted, GError **error);
/* All that can be ticked; returns how many are then. */
guint foothold_staging_set_all_wanted (FootholdStaging *self, gboolean wanted);

typedef void (*FootholdProgressFunc) (gdouble fraction, gpointer user_data);

/* @label: "Import of 40". progress is called on the main thread. The result is how many opportunities came in. */
void foothold_store_merge_async (FootholdStore *self,
                                 FootholdStaging *staging,
                                 const char *source_name,
                                 FootholdProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gint64 foothold_store_merge_finish (FootholdStore *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdStaging, foothold_staging_unref)

G_END_DECLS
