// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* The desktop is asked whether Foothold may go on without a window, and begin with the session: the background portal.
 */

G_BEGIN_DECLS

/*
 * @parent: what the desktop's question stands over. @on: FALSE takes back what was allowed. @reason: said by the
 * desktop to the person, translated. The answer may take as long as the person does.
 */
void foothold_background_request_async (GtkWindow *parent,
                                        gboolean on,
                                        const char *reason,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Whether it is allowed. FALSE with @error where this desktop cannot be asked. */
gboolean foothold_background_request_finish (GAsyncResult *result, GError **error);

G_END_DECLS
