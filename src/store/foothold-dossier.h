/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-nest.h"

/*
 * A dossier is one opportunity with everything that hangs on it. Importers make
 * them, the store saves and loads them, exporters write them. Immutable once
 * shared, atomically counted, free to cross threads.
 */

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  FootholdOpportunityRow *opportunity;
  GPtrArray *deliverables; /* FootholdDeliverableRow, in order */
  GPtrArray *skills; /* char *, the names, in order */
  GPtrArray *tags; /* char *, the person's own words, in order */
  GPtrArray *facts; /* FootholdFactRow */
  GPtrArray *answers; /* FootholdAnswerRow: to what no field holds */
  GPtrArray *history; /* FootholdHistoryRow, oldest first */
  GPtrArray *attachments; /* FootholdAttachmentRow; without sha256 while the bytes are still in @pages */
  GPtrArray *pages; /* GBytes or NULL, one for each attachment: what an importer wants kept */
  GPtrArray *applications; /* FootholdNest: what a table of one's own applications says beside it; never loaded */
  GPtrArray *people; /* FootholdPersonRow: whom those applications name; never loaded */
  char *where; /* for reports: "Entry 3, line 12", "Posting 2"; NULL when loaded from the database */
} FootholdDossier;

FootholdDossier *foothold_dossier_new (void);
FootholdDossier *foothold_dossier_ref (FootholdDossier *self);
void foothold_dossier_unref (FootholdDossier *self);
/*
 * To change and save: lists of its own, and an opportunity and facts of its own; the other rows are shared. The bytes
 * of pages are not copied. (transfer full)
 */
FootholdDossier *foothold_dossier_copy (const FootholdDossier *self);

/* Its lists as foothold_opportunity_family has them; owned by @self. */
void foothold_dossier_get_parts (const FootholdDossier *self, GPtrArray *parts[FOOTHOLD_N_OPPORTUNITY_PARTS]);
/* An application of this opportunity, in the state of a draft, that comes and goes with it. (transfer none) */
FootholdNest *foothold_dossier_add_application (FootholdDossier *self);

/* Records that @field is stated with @source, or not said by the posting (knowledge "not-said", source NULL). */
void foothold_dossier_add_fact (FootholdDossier *self, const char *field, const char *knowledge, const char *source);
void foothold_dossier_add_deliverable (FootholdDossier *self,
                                       const char *title,
                                       const char *acceptance,
                                       const char *due_on);
void foothold_dossier_add_skill (FootholdDossier *self, const char *name);
void foothold_dossier_add_tag (FootholdDossier *self, const char *name);
/* Whether @names, skills or tags, have @name already, in whatever case. */
gboolean foothold_dossier_names_have (GPtrArray *names, const char *name);
/* The FootholdAnswerRow of @answers to @item, or NULL. (transfer none) */
gpointer foothold_dossier_find_answer (GPtrArray *answers, const char *item);
void foothold_dossier_add_page (FootholdDossier *self, const char *name, const char *media_type, GBytes *bytes);
/* "not-looked-at", "not-said" or "stated", and where from; both static strings. */
const char *foothold_dossier_knowledge (const FootholdDossier *self, const char *field, const char **source);
/*
 * A posting that was kept without any fact of it, however often it was opened since: nothing of its brief is stated
 * or known to be missing.
 */
gboolean foothold_dossier_is_unread (const FootholdDossier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdDossier, foothold_dossier_unref)

/* What stands for the field of a note: a page was taken as a text. */
#define FOOTHOLD_NOT_READ "not-read"
/* What stands for the field of a file of an export that no view holds: it is named, and nothing is wrong with it. */
#define FOOTHOLD_LEFT_OUT "left-out"
/* Likewise of a file of an export that is read: what comes of it. */
#define FOOTHOLD_FILE_READ "file-read"
/* What stands for the field of what a file leaves open, so that a person is asked; and of what the person answered. */
#define FOOTHOLD_ASKS_DATES "asks-dates"
#define FOOTHOLD_ANSWERED_DATES "answered-dates"

/* What a person said to that: exchange/foothold-import-answers.h. */
typedef struct _FootholdImportAnswers FootholdImportAnswers;

/* A dossier as a sink is going to keep it. */
typedef struct _FootholdPacked FootholdPacked;

/*
 * Where an importer puts what it reads, one at a time, so that no importer holds
 * a whole file's worth of rows. Each callback may fail the import (disk full,
 * cancelled); the importer then stops and returns that error.
 */
typedef struct
{
  gpointer user_data;
  /* @dossier: (transfer full) */
  gboolean (*take_dossier) (gpointer user_data, FootholdDossier *dossier, GError **error);
  /* @row: (transfer full): any other entity of our own export (organisation, person, goal, skill …) */
  gboolean (*take_row) (gpointer user_data, FootholdRow *row, GError **error);
  /* An entry that is left out, or a field of it that is (@field not NULL): where and why, in words for the person.
   * FOOTHOLD_NOT_READ as the field: nothing is left out, but only the title and the text were understood.
   * FOOTHOLD_LEFT_OUT as the field: a whole file that we have no use for; FOOTHOLD_FILE_READ: one that is read.
   * FOOTHOLD_ASKS_DATES: nothing is to be imported before somebody answered. */
  gboolean (*problem) (gpointer user_data, const char *where, const char *field, const char *reason, GError **error);
  /* Bytes read so far of all; may be NULL. */
  void (*progress) (gpointer user_data, gsize done, gsize total);
  /* @nest: (transfer full): an object that belongs to others: an application, a conversation */
  gboolean (*take_nest) (gpointer user_data, FootholdNest *nest, GError **error);
  /* What the person said so far; NULL: nobody is asked, what a file leaves open is left out with a note. */
  const FootholdImportAnswers *answers;
  /* For importers that read on several threads; NULL in sinks that are not helped by it. Called on each of those
   * threads: what take_packed is given in its turn, in place of @dossier. @dossier: (transfer full). (transfer full) */
  FootholdPacked *(*pack) (gpointer user_data, FootholdDossier *dossier);
  /* @packed: (transfer full) */
  gboolean (*take_packed) (gpointer user_data, FootholdPacked *packed, GError **error);
} FootholdSink;

void foothold_packed_free (FootholdPacked *self);

G_END_DECLS
