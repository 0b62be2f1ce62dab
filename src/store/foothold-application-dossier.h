// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/* One application with everything that belongs to it, and the writes that its page needs beside those of single rows.
 */

G_BEGIN_DECLS

/* Immutable once it is loaded; any thread. */
typedef struct
{
  gatomicrefcount ref_count;
  FootholdApplicationRow *application;
  GPtrArray *history; /* FootholdApplicationHistoryRow, in order */
  GPtrArray *answers; /* FootholdApplicationAnswerRow, in order */
  GPtrArray *earlier; /* for each of them, what was answered to the same question last elsewhere: char * or NULL */
  GPtrArray *files; /* FootholdApplicationFileRow */
  GPtrArray *checklist; /* FootholdChecklistItemRow, in order */
  GPtrArray *interviews; /* FootholdInterviewRow, by day */
  GPtrArray *follow_ups; /* FootholdFollowUpRow, by day */
  GPtrArray *links; /* FootholdPersonLinkRow of the application */
  GPtrArray *people; /* for each of them its FootholdPersonRow */
  GPtrArray *interview_links; /* FootholdPersonLinkRow of its interviews */
  GPtrArray *interview_people; /* for each of them its FootholdPersonRow */
  GPtrArray *skills; /* FootholdSkillRow that the opportunity asks for, in order */
  gint64 engagement; /* the id of what came of it, or 0 */
} FootholdApplicationDossier;

FootholdApplicationDossier *foothold_application_dossier_ref (FootholdApplicationDossier *self);
void foothold_application_dossier_unref (FootholdApplicationDossier *self);
/* Who takes part in an interview of it. (element-type FootholdPersonRow) (transfer container) */
GPtrArray *foothold_application_dossier_get_people (const FootholdApplicationDossier *self, gint64 interview);
/* An error where nothing has that id. Any thread that owns the connection. */
FootholdApplicationDossier *foothold_application_dossier_load (FootholdDb *db, gint64 id, GError **error);
void foothold_application_dossier_load_async (FootholdStore *store,
                                              gint64 id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
FootholdApplicationDossier *foothold_application_dossier_load_finish (FootholdStore *store,
                                                                      GAsyncResult *result,
                                                                      GError **error);

/* Keeps the exact bytes of @file under their hash, and that they were sent with the application. @role: a slug of
 * application_file. Finish with foothold_store_write_finish(). */
void foothold_application_attach_async (FootholdStore *store,
                                        gint64 id,
                                        GFile *file,
                                        const char *role,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* The id of who is called @name and has to do with @application, as foothold_name_resolve_person() has it. Writer
 * thread, inside a transaction. */
gint64 foothold_application_resolve_person (FootholdDb *db, gint64 application, const char *name, GError **error);
/* Somebody who has to do with it: found or made by the name. Likewise. */
void foothold_application_link_person_async (FootholdStore *store,
                                             gint64 id,
                                             const char *name,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdApplicationDossier, foothold_application_dossier_unref)

G_END_DECLS
