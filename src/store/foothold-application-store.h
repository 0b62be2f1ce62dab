// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-application-states.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-store.h"

/*
 * What a person does with applications. Functions without _async are for the writer thread, inside a transaction; each
 * of the others is one transaction and one entry of undo, and finishes with foothold_store_write_finish(). What the
 * guards refuse is an error of FOOTHOLD_APPLICATION_ERROR with one sentence for the person, and nothing was changed.
 */

G_BEGIN_DECLS

#define FOOTHOLD_APPLICATION_ERROR (foothold_application_error_quark ())
GQuark foothold_application_error_quark (void);
typedef enum
{
  FOOTHOLD_APPLICATION_ERROR_REFUSED, /* by foothold_application_check() */
  FOOTHOLD_APPLICATION_ERROR_ACCEPT, /* accepting is asked for apart: foothold_application_accept_async() */
  FOOTHOLD_APPLICATION_ERROR_WANTS_REASON, /* payment facts are missing, and no reason was given */
  FOOTHOLD_APPLICATION_ERROR_GONE,
} FootholdApplicationError;

/*
 * Begins an application for each of @opportunities (gint64): a draft at the top of its column, with the checklist of
 * the template, and the opportunity goes to "applying". One that has an application which has not ended keeps that.
 * The result is the id of the first.
 */
void foothold_applications_start_async (FootholdStore *store,
                                        GArray *opportunities,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/* For foothold_applications_move_async(): at the top of the column, at its end, or, of any other id, right above that
 * application. */
#define FOOTHOLD_APPLICATION_TOP G_GINT64_CONSTANT (-1)
#define FOOTHOLD_APPLICATION_END G_GINT64_CONSTANT (0)

/*
 * Moves @ids (gint64, in the order they shall stand) into the column @stage, above @above, and into @state: NULL is
 * what foothold_stage_enter() says. @stage 0 is the column that shows @state, at its top where that is another than
 * now. Of several, those that may not move stay where they are; where none may, that is the error. A state that the
 * host brings counts as a word of the host's today; "submitted" is sent today where no day is known.
 */
void foothold_applications_move_async (FootholdStore *store,
                                       GArray *ids,
                                       gint64 stage,
                                       gint64 above,
                                       const char *state,
                                       const char *reason,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/*
 * How that went; foothold_store_write_finish() does for who moved one. *@n_moved: how many are where they were wanted
 * now; those that were asked for and stayed are the rest. *@refused: why the first of those stayed, a sentence, or NULL
 * where all went. Either may be NULL. FALSE with an error where nothing was written; then they are 0 and NULL.
 */
gboolean foothold_applications_move_finish (FootholdStore *store,
                                            GAsyncResult *result,
                                            guint *n_moved,
                                            char **refused,
                                            GError **error);

/*
 * Accepts the offer: the payment facts gate it, or @reason (why without them) does; then the engagement begins with
 * the deliverables that the brief names; one that the application has already is taken up again. The result is the
 * engagement's id.
 */
void foothold_application_accept_async (FootholdStore *store,
                                        gint64 id,
                                        const char *reason,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/* With all that belongs to them; an engagement stays. */
void foothold_applications_delete_async (FootholdStore *store,
                                         GArray *ids,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* Puts them out of the way, or back: a mark beside any state. */
void foothold_applications_archive_async (FootholdStore *store,
                                          GArray *ids,
                                          gboolean archive,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* Asks nothing of the person before @until (ISO; NULL ends it). */
void foothold_applications_snooze_async (FootholdStore *store,
                                         GArray *ids,
                                         const char *until,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* A follow-up to each of @ids was sent on @day (ISO). @text: what was written, of one; NULL for none. */
void foothold_applications_follow_up_async (FootholdStore *store,
                                            GArray *ids,
                                            const char *day,
                                            const char *text,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

/* The application for @opportunity that has not ended, else the last one; 0 for none, and with an error. */
void foothold_application_find_async (FootholdStore *store,
                                      gint64 opportunity,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gint64 foothold_application_find_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/* The id of the application; the one that is there where one has not ended. 0 on error. */
gint64 foothold_application_start (FootholdDb *db, gint64 opportunity, GError **error);
/* Into the history: seq follows the last. @at: UTC milliseconds. */
gboolean foothold_application_add_history (FootholdDb *db,
                                           gint64 id,
                                           gint64 at,
                                           const char *from,
                                           const char *to,
                                           const char *actor,
                                           const char *reason,
                                           GError **error);
/* The state before the one it is in, of its history; *@before NULL where nobody knows. (transfer full) */
gboolean foothold_application_state_before (FootholdDb *db, gint64 id, char **before, GError **error);
/* Puts @ids (a JSON array) at the end of the column @stage, in that order; no state changes. */
gboolean foothold_application_append_to (FootholdDb *db, gint64 stage, const char *ids, GError **error);
/* Deletes @ids (gint64) and what belongs to them. Foreign keys have to be deferred. */
gboolean foothold_application_delete (FootholdDb *db, GArray *ids, GError **error);

/* One interview, and that people were there. */
gboolean foothold_interview_delete (FootholdDb *db, gint64 id, GError **error);

/* What the host says and nobody else: acknowledged, under review, shortlisted, interview, offer, declined. */
gboolean foothold_application_is_word_of_host (const char *state);
/* Whether in this state nobody has answered yet: a draft, sent, or with a receipt. */
gboolean foothold_application_is_before_reply (const char *state);

G_END_DECLS
