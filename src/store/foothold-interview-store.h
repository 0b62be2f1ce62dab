// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-dossier.h"
#include "store/foothold-appraisal.h"

/* Interviews with the people who take part, and what one gets ready for them: stories, and what one wants to ask. */

G_BEGIN_DECLS

/* Everything that the page of an interview shows. Made on the reader thread, read on the main thread. */
typedef struct
{
  FootholdApplicationDossier *dossier;
  FootholdAppraisal *appraisal; /* of the opportunity: what the posting leaves open, and the payment facts */
  FootholdRuleFile *rules; /* which questions are likely */
  GPtrArray *folded; /* char *: the folded names of dossier->skills */
  GPtrArray *stories; /* FootholdStoryRow, all, by title */
  GPtrArray *chosen; /* FootholdInterviewStoryRow of this application */
  GPtrArray *elsewhere; /* FootholdInterviewStoryRow of others, the last one first */
  GPtrArray *host_questions; /* FootholdHostQuestionRow, in order */
} FootholdPreparation;

void foothold_preparation_free (FootholdPreparation *self);
/* The story that answers the question @key here; NULL for none. (transfer none) */
const FootholdStoryRow *foothold_preparation_find_story (const FootholdPreparation *self, const char *key);
/* What was told to the same question in another application last, else what is told of @skill (or NULL). NULL where
 * there is nothing. (transfer none) */
const FootholdStoryRow *foothold_preparation_offer_story (const FootholdPreparation *self,
                                                          const char *key,
                                                          const char *skill);

/* NULL with an error; also where the application is gone. */
void foothold_preparation_load_async (FootholdStore *store,
                                      gint64 application,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
FootholdPreparation *foothold_preparation_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/*
 * Writes down @after (a new story where @before is NULL) and lets it answer the question @key of @application, asked
 * as @text: one entry of undo. Finish with foothold_store_write_finish (): the id of the story.
 */
void foothold_story_save_async (FootholdStore *store,
                                gint64 application,
                                const char *key,
                                const char *text,
                                gpointer before,
                                gpointer after,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Lets a story that is there answer it; @story 0: none does. Likewise. */
void foothold_story_choose_async (FootholdStore *store,
                                  gint64 application,
                                  const char *key,
                                  const char *text,
                                  gint64 story,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Writer thread: one story, and where it is told. */
gboolean foothold_story_delete (FootholdDb *db, gint64 id, GError **error);

/*
 * Adds the interview @after, or changes it from @before, and lets exactly @people (FootholdPersonRow) take part; one
 * without an id is found or made by the name. One entry of undo, called @label. Finish with foothold_store_write_finish
 * (): the id of the interview.
 */
void foothold_interview_save_async (FootholdStore *store,
                                    const char *label,
                                    gpointer before,
                                    gpointer after,
                                    GPtrArray *people,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdPreparation, foothold_preparation_free)

G_END_DECLS
