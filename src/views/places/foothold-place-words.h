// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/* What is said of a place to look. Pure functions, @today given; all texts are (transfer full). */

G_BEGIN_DECLS

/* "Look again today", "Look again in 3 days", "Never looked"; *@due: it is time to. */
char *foothold_place_due_words (const FootholdPlaceRow *row, const GDate *today, gboolean *due);
/* "every day", "every 2 weeks", "every 10 days", "no rhythm". */
char *foothold_place_rhythm_words (gint64 every_days);
/* "looked today", "looked 4 days ago"; NULL for never. */
char *foothold_place_looked_words (const char *looked_on, const GDate *today);
/* "Nothing found yet", "7 found", "7 found · 4 shortlisted · best fit 0.45". */
char *foothold_place_yield_words (const FootholdPlaceRow *row);

/* Where the person is, now. */
void foothold_place_today (GDate *today);
/* Its address begins a page of the web; else NULL. (transfer full) */
char *foothold_place_host (const FootholdPlaceRow *row);

G_END_DECLS
