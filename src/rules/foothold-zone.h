// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Time zones by their IANA names, and as people write them: "UTC+2" is two hours ahead. GLib reads such a text as POSIX
 * has it in TZ, where it is two hours behind, so nothing but names goes there.
 */

G_BEGIN_DECLS

/* Whether this could be such a name, which another machine knows. */
gboolean foothold_zone_is_name (const char *text);
/* A zone this machine knows by its IANA name: "Europe/Berlin", "Etc/GMT-7", "UTC". */
gboolean foothold_zone_is_valid (const char *text);
/* The zone, or NULL where there is none. (transfer full) */
GTimeZone *foothold_zone_find (const char *text);

/*
 * What a person wrote, as an IANA name: such a name itself, an abbreviation that one part of the world has ("CET"), or
 * hours ahead of UTC: whole ones ("UTC+2", "GMT-03:00", "+2"), which Etc has with the sign turned round, and those
 * that one place has all the year ("+5:30"). NULL for everything else.
 * (transfer full)
 */
char *foothold_zone_parse (const char *text);

/* As a person reads it: "UTC+2" of "Etc/GMT-2", and any other as it is. (transfer full) */
char *foothold_zone_to_text (const char *zone);

G_END_DECLS
