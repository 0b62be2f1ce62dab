// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-store.h"

/* Where applications stand in their columns, and what a move does to them. Writer thread, inside a transaction. */

G_BEGIN_DECLS

/* Between two that nothing was put between: room for twenty halvings. */
#define FOOTHOLD_APPLICATION_STEP (G_GINT64_CONSTANT (1) << 20)

/*
 * Makes room for @n applications in the column @stage above @above, as foothold_applications_move_async() has it; what
 * stands there is counted anew where there is none. @without: NULL, or a JSON array of ids that are about to leave.
 * *@positions: @n of them, rising.
 */
gboolean foothold_application_make_room (FootholdDb *db,
                                         gint64 stage,
                                         gint64 above,
                                         const char *without,
                                         guint n,
                                         gint64 *positions,
                                         GError **error);

/* The move of one, without its position: state, what follows from it, and history. *@stage as in, or the column that
 * shows the state where it was 0. @accepting: the gate was passed. */
gboolean foothold_application_enter (FootholdDb *db,
                                     gint64 id,
                                     gint64 *stage,
                                     const char *state,
                                     const char *reason,
                                     gboolean accepting,
                                     GError **error);

G_END_DECLS
