// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* What one did to find work in a time: the applications that were sent in it, or of which there was news in it. */

G_BEGIN_DECLS

/* A state that an application reached, and when. */
typedef struct
{
  char *state; /* a slug of foothold_application_states */
  char *day; /* ISO, where the person is */
} FootholdProofStep;

/* One application. */
typedef struct
{
  char *day; /* on which it was sent, else of the first step; ISO */
  char *title, *organisation; /* of the opportunity; the second may be NULL */
  char *channel; /* a slug of foothold_application_channels, or NULL */
  char *state; /* the present one */
  GPtrArray *steps; /* FootholdProofStep, in the order of history; the draft is none */
} FootholdProofLine;

typedef struct
{
  char *from, *to; /* as they were asked for */
  char *name; /* the person's, or NULL */
  GPtrArray *lines; /* FootholdProofLine, by day, then by organisation */
} FootholdProof;

void foothold_proof_free (FootholdProof *self);

/*
 * @from, @to: ISO, both included. A draft that was never sent is not in it; what is archived is, and what an import
 * brought that is not shown is not. @local: NULL for this machine's zone. Any thread that owns the connection.
 * (transfer full)
 */
FootholdProof *foothold_proof_load (FootholdDb *db, const char *from, const char *to, GTimeZone *local, GError **error);

void foothold_proof_load_async (FootholdStore *store,
                                const char *from,
                                const char *to,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
FootholdProof *foothold_proof_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdProof, foothold_proof_free)

G_END_DECLS
