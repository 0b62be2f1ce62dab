// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-reply-figures.h"
#include "store/foothold-store.h"

/*
 * Who answered one's own applications, and when: read from their history, the first time that each step was reached.
 * What is a draft was not sent, and rows of an import that is not shown are not counted; what is archived is. An
 * interview that is noted was reached when it was noted, or held where that was before.
 */

G_BEGIN_DECLS

/* How many days of silence are an answer by one's own replies, as foothold_silence_patience () has it. @local: where
 * the person is, NULL for this machine's zone. 0 on error. */
guint foothold_reply_patience_load (FootholdDb *db, GTimeZone *local, GError **error);

/* All that the statistics say. Immutable. */
typedef struct
{
  FootholdReplyFigures all;
  GPtrArray *by_source, *by_organisation, *by_area; /* FootholdReplyFigures; keys: slugs, and the names
                                                            of organisations and of areas that a person added */
} FootholdReplyReport;

/* Any thread that owns the connection. (transfer full) */
FootholdReplyReport *foothold_reply_report_load (FootholdDb *db, GTimeZone *local, GError **error);
void foothold_reply_report_free (FootholdReplyReport *self);

void foothold_reply_report_load_async (FootholdStore *store,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
FootholdReplyReport *foothold_reply_report_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdReplyReport, foothold_reply_report_free)

G_END_DECLS
