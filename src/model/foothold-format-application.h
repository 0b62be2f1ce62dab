// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/foothold-silence.h"
#include "store/foothold-application-rows.h"

/* How an application is said to a person; as model/foothold-format.h. @now: NULL is the clock. */

G_BEGIN_DECLS

/* The clock of its silence; FOOTHOLD_SILENCE_NONE where it does not wait for its host. @patience: in
 * days, as foothold_silence_patience () has it. */
void foothold_application_look (const FootholdApplicationRow *row,
                                guint patience,
                                GDateTime *now,
                                FootholdSilenceClock *clock);

/* "silent for 12 days"; NULL where that is nothing to speak of: not sent, today, or somebody else's turn. */
char *foothold_format_silence (const FootholdSilenceClock *clock);

/* The interview that comes next, of the row's: FALSE where none is ahead. @day: ISO, @time and @zone: "" where unknown;
 * all (out) (transfer full). */
gboolean foothold_application_next_interview (const FootholdApplicationRow *row,
                                              GDateTime *now,
                                              char **day,
                                              char **time,
                                              char **zone);

/*
 * What has a date and cannot wait: "Interview tomorrow at 10:00", "Answer the offer by Thu 3 Dec", "Send the
 * application by …" of a draft; NULL for none. *@urgent: it is overdue, or three days or fewer are left.
 */
char *foothold_format_application_due (const FootholdApplicationRow *row, GDateTime *now, gboolean *urgent);

/*
 * "Send the portfolio", with *@day "Thu 3 Dec" or NULL apart: where there is not room for both, the day has to be seen.
 * Of a day alone "Next step Thu 3 Dec"; NULL where neither is known. *@overdue: its day has passed.
 */
char *foothold_format_next_step (const char *next_step,
                                 const char *next_step_on,
                                 GDateTime *now,
                                 gboolean *overdue,
                                 char **day);
/* The same of an application: one that has ended asks for no step any more. */
char *foothold_format_application_step (const FootholdApplicationRow *row,
                                        GDateTime *now,
                                        gboolean *overdue,
                                        char **day);

/*
 * Where the person's own clock shows something else then: "10:30 in Europe/Paris, 09:30 here", with its day where that
 * is another. NULL where it does not, and while one of the three is unknown (NULL). @local NULL is this machine's zone.
 */
char *foothold_format_own_time (const char *day, const char *time, const char *zone, GTimeZone *local);

G_END_DECLS
