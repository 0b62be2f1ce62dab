// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/* What somebody pastes or drops, as bytes for the import. */

G_BEGIN_DECLS

/**
 * foothold_text_page_read_async:
 * @stream: what another program sends, however long it goes on; closed at the end
 *
 * Reads at most FOOTHOLD_LIMIT_PASTED bytes into memory; more fail with G_IO_ERROR_NO_SPACE.
 */
void foothold_text_page_read_async (GInputStream *stream, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): */
GBytes *foothold_text_page_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
