// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* Which of the skills that are asked for a résumé does not name; pure. */

G_BEGIN_DECLS

/*
 * @skills (ends with NULL) and @resume are folded as in a search, so that case, accents and runs of space do not
 * count. A skill is named where each of its words stands in the résumé as a word: "go" is not found in "good", "c++"
 * is found in "c++," and not in "c". (element-type guint): the places in @skills of those that are not. (transfer full)
 */
GArray *foothold_resume_gaps (const char *const *skills, const char *resume);

G_END_DECLS
