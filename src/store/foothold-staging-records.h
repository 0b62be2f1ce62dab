/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-dossier-pack.h"
#include "store/foothold-spool.h"
#include "store/foothold-staging.h"

/*
 * What an import is made of between file and database, for the two files that write and read it. The records go to a
 * spool; their offsets and verdicts are all that stays in memory: 100,000 entries need a few megabytes.
 */

G_BEGIN_DECLS

typedef struct
{
  goffset offset;
  guint32 length;
  guint32 head; /* bytes of it that a list shows and a comparison needs */
  guint8 kind;
  guint8 verdict;
  guint8 wanted;
  guint8 brings; /* an application */
  guint8 applies; /* and it is taken */
  guint8 found; /* a problem that comparing has found, which it finds again each time */
  guint8 own; /* @id stands in the file; else its reader gave it one for what belongs to it */
  gint64 id; /* in the file; 0 where it has none */
  gint64 match;
  guint32 into; /* the entry of this import whose gaps it fills, + 1; or 0 */
  guint32 times; /* how many problems of fields it stands for; or 0: one */
  char *reason; /* of a match; a problem's is in the file */
} FootholdStagingEntry;

struct _FootholdPacked
{
  GByteArray *record; /* keys and facts, then the dossier; NULL: it has no title */
  guint head; /* bytes of keys and facts */
  gint64 id; /* in the file; 0 where it has none */
  gboolean brings; /* an application */
  char *where; /* it was, of one without a title */
};

/* What is wrong with one field for one reason, whatever the value: so many are named, and the rest counted. */
#define FOOTHOLD_STAGING_NAMED 20

typedef struct
{
  char *field, *kind; /* the reason without the value */
  guint n;
  char *first, *last; /* where the rest begins and ends */
  char *reason; /* of the last one */
} FootholdAlikeNotes;

/* One more; whether it is named. @self: not locked. */
gboolean foothold_staging_note_alike (FootholdStaging *self, const char *where, const char *field, const char *reason);
void foothold_alike_notes_free (gpointer data);

enum
{
  FOOTHOLD_STAGING_DOSSIER,
  FOOTHOLD_STAGING_PROBLEM,
  FOOTHOLD_STAGING_FIELD_PROBLEM,
  FOOTHOLD_STAGING_NOT_READ,
  FOOTHOLD_STAGING_LEFT_OUT,
  FOOTHOLD_STAGING_READ,
  FOOTHOLD_STAGING_ASKS,
  FOOTHOLD_STAGING_ANSWERED,
  FOOTHOLD_STAGING_ROW,
  FOOTHOLD_STAGING_NEST,
};

struct _FootholdStaging
{
  gatomicrefcount ref_count;
  GMutex mutex; /* the main thread lists while a worker compares */
  FootholdSpool *spool; /* the records */
  gint64 first_id; /* before all that its readers make */
  GByteArray *record; /* one being made */
  GArray *entries; /* FootholdStagingEntry, what a person sees */
  GArray *rows; /* FootholdStagingEntry */
  GPtrArray *types; /* FootholdRowType of each row */
  GArray *nests; /* FootholdStagingEntry */
  GPtrArray *families; /* FootholdFamily of each nest */
  GPtrArray *alike; /* FootholdAlikeNotes, in the order in which they came up */
  GPtrArray *people[FOOTHOLD_VERDICT_FILLS + 1]; /* FootholdStagedPerson of each verdict, the first of them */
  guint n_people; /* all of them */
  FootholdOthers others; /* of the rows */
  gboolean comparing; /* what is noted now is found by that */
  gboolean is_compared;
  FootholdDbState compared; /* what the reader's database was like then */
  FootholdSink sink;
  GCancellable *cancellable;
};

/* Keys, and what a list shows, stand first in the record of a dossier, so that neither reads the rest. */
#define FOOTHOLD_STAGING_N_KEYS 4

/* Where importers put what they read: @self->sink. */
void foothold_staging_make_sink (FootholdStaging *self);
/* What a list shows of a dossier beside its names, which stands at the end of its record's head. (transfer full) */
FootholdOpportunityRow *foothold_staging_unpack_facts (FootholdUnpack *unpack);

/* The first @length bytes of a record; @self locked. (transfer full) */
guint8 *foothold_staging_read_bytes (FootholdStaging *self,
                                     const FootholdStagingEntry *entry,
                                     gsize length,
                                     FootholdUnpack *unpack,
                                     GError **error);

G_END_DECLS
