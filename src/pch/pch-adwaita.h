/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As pch-gio.h, for the libraries with widgets.
 */
#include <adwaita.h>

/* Each source names its own. */
#undef G_LOG_DOMAIN
