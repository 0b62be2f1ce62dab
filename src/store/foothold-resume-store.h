// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-store.h"

/* The résumé that is kept with an application, held beside the skills that are asked for. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_RESUME_NONE, /* none is kept */
  FOOTHOLD_RESUME_UNREAD, /* one is, as what is not read (PDF), or its bytes are not there */
  FOOTHOLD_RESUME_READ,
} FootholdResumeState;

typedef struct
{
  FootholdResumeState state;
  char *name; /* of the file; NULL where none is kept */
  GPtrArray *gaps; /* char *: the asked skills that it does not name, in order; empty unless it was read */
} FootholdResume;

void foothold_resume_free (FootholdResume *self);

/* Of the files of the role “resume” the last one that is plain text or Markdown, else the last one. A file of more than
 * a million bytes is not read. */
void foothold_resume_load_async (FootholdStore *store,
                                 gint64 application,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
FootholdResume *foothold_resume_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdResume, foothold_resume_free)

G_END_DECLS
