// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-query.h"
#include "store/foothold-store.h"

/*
 * Outreach: hosts that advertise nothing, whom one asks all the same. Idea, asked, talking, and then yes, no or no
 * answer; a yes becomes an opportunity. Each _async is one entry of undo and finishes with
 * foothold_store_write_finish().
 */

G_BEGIN_DECLS

/*
 * The ids (gint64) that @query asks for, for a windowed list, with words as foothold_person_list_ids () has them. Its
 * orders: FOOTHOLD_ORDER_TITLE is by state, FOOTHOLD_ORDER_DEADLINE by the day on which to ask again,
 * FOOTHOLD_ORDER_NEWEST the latest first. It shows FOOTHOLD_SHOW_OPEN, what is under way; FOOTHOLD_SHOW_ARCHIVED, what
 * was answered or never will be; or all.
 */
GArray *foothold_outreach_list_ids (FootholdDb *db, const FootholdQuery *query, GError **error);
/* The rows (FootholdOutreachRow) in the order of @ids; those that are gone are left out. */
GPtrArray *foothold_outreach_load_rows (FootholdDb *db, GArray *ids, GError **error);
/* One of them. NULL with G_IO_ERROR_NOT_FOUND where it is gone. Finish with foothold_outreach_load_finish (). */
void foothold_outreach_load_async (FootholdStore *store,
                                   gint64 id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) */
FootholdOutreachRow *foothold_outreach_load_finish (FootholdStore *store, GAsyncResult *result, GError **error);

/* Inside a write: as foothold_row_save () for outreach, which calls it. Whom and what it names is found or made; what
 * nothing names any more goes. */
gint64 foothold_outreach_save (FootholdDb *db,
                               const FootholdOutreachRow *before,
                               const FootholdOutreachRow *after,
                               GError **error);
/* Inside a write. The people and the organisation stay where anything else is known of them. */
gboolean foothold_outreach_delete (FootholdDb *db, gint64 id, GError **error);

/* When to ask again whoever was asked on @day (ISO) and says nothing: after as many days as an application waits.
 * (transfer full): NULL where that is no day */
char *foothold_outreach_again_after (const char *day);
/* Puts it into @state (a slug of foothold_outreach_states); what is asked now was asked today, where no day is known,
 * and comes back when foothold_outreach_again_after () says. */
void foothold_outreach_set_state_async (FootholdStore *store,
                                        gint64 id,
                                        const char *state,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/*
 * The answer is yes: an opportunity called @title is made of it, with the organisation, whom one asked as its
 * supervisor, and what was asked in its notes. The result is the id of the opportunity.
 */
void foothold_outreach_yes_async (FootholdStore *store,
                                  gint64 id,
                                  const char *title,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
