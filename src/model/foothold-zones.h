// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* The time zones that the system lists, for who begins to type one. */

G_BEGIN_DECLS

/*
 * How what is being typed can go on, at most @most: "new york", "york" and "america/n" go on to "America/New_York",
 * whatever the case. Cities that begin so come first. None where the system has no list, and where @typed is one
 * already. (transfer full): char *
 */
GPtrArray *foothold_zones_complete (const char *typed, guint most);

G_END_DECLS
