// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-due-list.h"

/*
 * What a person does with lines of the due list, whatever they are about: each call is one transaction and one entry of
 * undo, and finishes with foothold_store_write_finish(). @entries: FootholdDueEntry; kept.
 */

G_BEGIN_DECLS

/* Asks nothing about them before @until (ISO; NULL: from now on again). */
void foothold_due_snooze_async (FootholdStore *store,
                                GPtrArray *entries,
                                const char *until,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Whether foothold_due_done_async() has anything to do about @entry. */
gboolean foothold_due_can_be_done (const FootholdDueEntry *entry);
/*
 * They were done on @day (ISO): a next step is there no more, one talked with a person, a host was asked. Those that
 * cannot be done so stay as they are.
 */
void foothold_due_done_async (FootholdStore *store,
                              GPtrArray *entries,
                              const char *day,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

G_END_DECLS
