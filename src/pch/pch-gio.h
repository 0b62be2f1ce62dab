/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read once for all sources of a library below the window: half of what compiling one of them takes is reading GLib's
 * headers. It stands for no include of a source: builds for use have none of it (./dev run), and find one that is
 * missing.
 */
#include <gio/gio.h>

/* Each source names its own. */
#undef G_LOG_DOMAIN
