// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* What a follow-up on an application is written from, and what was written of it and not sent yet. */

G_BEGIN_DECLS

typedef struct
{
  gint64 application;
  char *title, *organisation; /* of the opportunity */
  char *sent_on; /* ISO, or NULL; as the two below */
  char *interviewed_on; /* the last interview until today */
  char *asked_on; /* the last follow-up */
  char *contact, *mail; /* of a person that it has to do with, or NULL */
  char *sender; /* the person's own name, or NULL */
  char *draft; /* a text that was begun, or NULL */
  char *statement; /* that the application has already, or NULL */
} FootholdFollowUp;

void foothold_follow_up_free (FootholdFollowUp *self);

/* @today: ISO. NULL and no error where the application is gone. */
void foothold_follow_up_load_async (FootholdStore *store,
                                    gint64 application,
                                    const char *today,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
FootholdFollowUp *foothold_follow_up_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/* Keeps @text for the next time; NULL: there is none any more. Finish with foothold_store_write_finish(). */
void foothold_follow_up_keep_async (FootholdStore *store,
                                    gint64 application,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdFollowUp, foothold_follow_up_free)

G_END_DECLS
