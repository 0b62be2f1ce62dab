// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/*
 * Where the window's own state is kept: the desktop's settings, or a keyfile in
 * FOOTHOLD_DATA_DIR when that is set, so that a test, a demo and one's own
 * window never change one another (DESIGN §2).
 */

G_BEGIN_DECLS

/*
 * Returns: (transfer full) (nullable): NULL where the schema is not installed; the window
 * then starts with its defaults and remembers nothing.
 */
GSettings *foothold_settings_new (void);

G_END_DECLS
