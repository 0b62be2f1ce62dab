// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-due-list.h"

/* What is said of a line of the due list. Pure functions, @now given (NULL: the clock); all texts are (transfer full).
 */

G_BEGIN_DECLS

/* "Answer the offer by Thu 3 Dec", "Interview tomorrow at 10:00", "Send the slides". */
char *foothold_today_what (const FootholdDueEntry *entry, GDateTime *now);
/* "today", "3 days ago", "in 5 days"; NULL without a date. *@urgent: it is overdue, or of today. */
char *foothold_today_when (const FootholdDueEntry *entry, GDateTime *now, gboolean *urgent);
/* "Thursday, 3 December 2026, 10:00"; NULL without a date. */
char *foothold_today_when_full (const FootholdDueEntry *entry);
/* For whom, and how long they have been silent: "Logo design, Acme · 12 days of silence". */
char *foothold_today_whom (const FootholdDueEntry *entry);
/* The heading of a group. */
const char *foothold_today_group (FootholdDueGroup group);
/* "2 overdue · 3 today"; NULL where nothing is. */
char *foothold_today_summary (guint n_overdue, guint n_today);

/* The day of @now (NULL: the clock) in so many days: ISO. */
char *foothold_today_iso (GDateTime *now, int days);
/* The Monday after the day of @now, ISO. */
char *foothold_today_next_week (GDateTime *now);

G_END_DECLS
