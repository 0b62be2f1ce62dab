/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/*
 * What time does to an opportunity: found ones that nobody is applying for expire when their deadline has passed.
 * Rolling windows and unknown ones never do; a rolling one asks now and then whether it is still open. That is no
 * action of the person's: it gets a row of the history by the clock and no entry to undo. It is part of the newest
 * entry there is, so that the entries below still fit.
 */

G_BEGIN_DECLS

/* @now: UTC milliseconds. Finish with foothold_store_write_finish (): how many expired. */
void foothold_store_expire_async (FootholdStore *self,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Whether the deadline of @row has passed at @now; a rolling window, an unknown one and no date have not. */
gboolean foothold_expiry_is_due (const FootholdOpportunityRow *row, gint64 now);
/* The day until when one can apply, NULL where none counts: one that a window had before it rolled says nothing any
 * more.
 */
const char *foothold_expiry_get_date (const FootholdOpportunityRow *row);
/* So many days after a rolling window was found or last seen open it asks. */
#define FOOTHOLD_ROLLING_DAYS 30
/* Whether @row, found and open, with a rolling window, asks at @now (UTC milliseconds); *@days (may be NULL): since
 * when nobody looked. */
gboolean foothold_expiry_asks (const FootholdOpportunityRow *row, gint64 now, int *days);
/* The state an expired @id had before; "spotted" where the history does not say. (transfer full), NULL with an error.
 */
char *foothold_expiry_state_before (FootholdDb *db, gint64 id, GError **error);

G_END_DECLS
