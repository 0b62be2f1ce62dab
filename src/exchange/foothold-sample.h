// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * The sample data: one student's semester, written by us, for people who look
 * around before they start and for the demo. It is an export like any other,
 * except that its dates are counted from today, so that its deadlines are always
 * near: "+12d" is a date, "-3d 14:05" an instant.
 */

G_BEGIN_DECLS

#define FOOTHOLD_SAMPLE_RESOURCE "/io/github/foothold_app/Foothold/sample/sample.json"

/*
 * Returns: (transfer full): @source with each counted date replaced by the date it means, and each
 * counted instant by UTC text. A pure function; what is no such date stays as it is, byte for byte.
 * @today: "now" of the person; its calendar date and its zone count, its time does not.
 */
GBytes *foothold_sample_resolve (GBytes *source, GDateTime *today);

/* Returns: (transfer full): the shipped sample as a valid export, ready for foothold_import_json(), or NULL with
 * @error. */
GBytes *foothold_sample_load (GDateTime *today, GError **error);

G_END_DECLS
