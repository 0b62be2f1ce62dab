// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-salvage-data.h"
#include "store/foothold-store.h"

/*
 * Which data the program has open: the person's own, or the sample data, which
 * lives in a folder of its own so that nothing of it can mix with what is real.
 * The window follows "state"; nobody else opens or closes a store.
 */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_SESSION_CLOSED,
  FOOTHOLD_SESSION_OPENING,
  FOOTHOLD_SESSION_OPEN,
  FOOTHOLD_SESSION_FAILED,
} FootholdSessionState;

#define FOOTHOLD_TYPE_SESSION_STATE (foothold_session_state_get_type ())
GType foothold_session_state_get_type (void);

#define FOOTHOLD_TYPE_SESSION (foothold_session_get_type ())
G_DECLARE_FINAL_TYPE (FootholdSession, foothold_session, FOOTHOLD, SESSION, GObject)

/* @dir: the person's own data directory; the sample data goes into a folder "sample" within it. */
FootholdSession *foothold_session_new (const char *dir);

FootholdSessionState foothold_session_get_state (FootholdSession *self);
/* (transfer none) (nullable): only in FOOTHOLD_SESSION_OPEN. */
FootholdStore *foothold_session_get_store (FootholdSession *self);
/* (transfer none) (nullable): why opening failed; only in FOOTHOLD_SESSION_FAILED. */
const GError *foothold_session_get_error (FootholdSession *self);
/* The directory that is open, or that could not be opened. */
const char *foothold_session_get_dir (FootholdSession *self);
gboolean foothold_session_is_sample (FootholdSession *self);

/* Closes what is open and opens the person's own data or the sample; "state" tells when it is there. */
void foothold_session_open (FootholdSession *self, gboolean sample);
/*
 * Puts @backup in place of the data of the open directory and opens it again; also where
 * opening had failed. The result: FALSE with what happened; then the data is open as it was.
 * @before: (out) (transfer full): the backup that was made of what was there; NULL where it could not be read.
 */
void foothold_session_restore_async (FootholdSession *self,
                                     const char *backup,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean foothold_session_restore_finish (FootholdSession *self, GAsyncResult *result, char **before, GError **error);
/* Makes a backup of what can be read of a file that could not be opened, and leaves the file as it is. */
void foothold_session_salvage_async (FootholdSession *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
FootholdSalvageReport *foothold_session_salvage_finish (FootholdSession *self, GAsyncResult *result, GError **error);
/* Waits until everything acknowledged is on the disk and the file is sealed. */
void foothold_session_close (FootholdSession *self);
/*
 * Closes for good, before the program ends: waits for a store that is being opened and for every job, so that no
 * thread runs on while exit() takes the program apart. Lets the main context run.
 */
void foothold_session_end (FootholdSession *self);

G_END_DECLS
