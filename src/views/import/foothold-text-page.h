// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/*
 * Plain text that somebody pastes or drops is a posting like any other, only
 * without marks: it becomes a page with its first line as the title, and a bare
 * address becomes a page that names it. So there is one way in for all of them,
 * with preview, duplicates and undo.
 */

G_BEGIN_DECLS

/* Returns: (transfer full): @bytes themselves where they are a page or JSON already, or no text at all. */
GBytes *foothold_text_page_wrap (GBytes *bytes);

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
