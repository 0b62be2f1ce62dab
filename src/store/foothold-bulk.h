/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-store.h"

/*
 * The same done to one opportunity or to a hundred thousand: by sets, not row by row. For the writer thread, inside a
 * write. All or none: one that may not change its state keeps the others where they are. Those that are gone meanwhile
 * are left out; G_IO_ERROR_NOT_FOUND where that is all of them. @ids: gint64.
 */

G_BEGIN_DECLS

gboolean foothold_bulk_act (FootholdDb *db,
                            FootholdAction action,
                            GArray *ids,
                            const char *state,
                            const char *reason,
                            GError **error);
/*
 * @actor: "me", "clock", "host"; one history row for each whose state changes.
 */
gboolean foothold_bulk_set_state (FootholdDb *db,
                                  GArray *ids,
                                  const char *state,
                                  const char *actor,
                                  const char *reason,
                                  GError **error);
/* With all that hangs on them, and the names that only they used. */
gboolean foothold_bulk_delete (FootholdDb *db, GArray *ids, GError **error);

/* One row of the history of @id. */
gboolean foothold_history_add (FootholdDb *db,
                               gint64 id,
                               const char *from,
                               const char *to,
                               const char *actor,
                               const char *reason,
                               GError **error);

G_END_DECLS
