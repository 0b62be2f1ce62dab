/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/foothold-pay-rate.h"
#include "store/foothold-rows.h"

/*
 * How values are said to a person, and read back from what a person types. All
 * strings are translated and (transfer full); an unknown value is "–" where a
 * place must be filled and NULL where it may be left out.
 */

G_BEGIN_DECLS

/* What stands for a value nobody knows. */
#define FOOTHOLD_UNKNOWN_TEXT "–"

/* Days from today to the ISO date, negative in the past; FALSE when @iso is no date. @now NULL is the clock. */
gboolean foothold_days_until (const char *iso, GDateTime *now, int *days);

/* "today", "in 6 days", "Thu 3 Dec", "3 Dec 2027". */
char *foothold_format_date (const char *iso, GDateTime *now);
/* The same within a sentence, where a distance does not fit: "today", "tomorrow", "yesterday", "Thu 3 Dec". */
char *foothold_format_date_said (const char *iso, GDateTime *now);
/* "1 Nov 2026", however near. */
char *foothold_format_day (const char *iso);
/* "Thursday, 3 December 2026": for tooltips and the screen reader. */
char *foothold_format_date_full (const char *iso);
/*
 * "today, 14:05", "yesterday, 14:05", "Thu 19 Nov, 14:05", "3 Dec 2025, 14:05" in the person's zone, of UTC
 * milliseconds. @begins: it begins a line, "Today, 14:05".
 */
char *foothold_format_instant (gint64 milliseconds, GDateTime *now, gboolean begins);

/*
 * What a card says of the deadline: "due in 6 days", "due today", "closed 3 days
 * ago", "rolling", "still open?"; NULL when nothing is known. @urgent: three days or fewer are left.
 */
char *foothold_format_deadline (const FootholdOpportunityRow *row, GDateTime *now, gboolean *urgent);

/* "600 USD", "12.50 EUR", with the locale's separators; NULL when unknown. */
char *foothold_format_money (gint64 minor, const char *currency);
/* "from 600 USD", "up to 600 USD": @money is the least, or the most. */
char *foothold_format_one_end (gboolean least, const char *money);
/* @money for @period, a slug or NULL: "20–25 USD an hour". */
char *foothold_format_period (const char *money, const char *period);
/* "600 USD", "20–25 USD an hour", "unpaid"; NULL when nothing is known. */
char *foothold_format_pay (const FootholdOpportunityRow *row);
/*
 * What an hour brings, as the page “Pay” says it of the listed rate: "≈ 20–30/h", "≈ 20–30 USD/h" where that is not the
 * person's own currency, "from 8/h" where one end is not known; NULL where none is.
 */
char *foothold_format_rate (const FootholdOpportunityRow *row);
/* The same beside foothold_format_pay (): NULL too where that says it already, of work that is paid by the hour. */
char *foothold_format_rate_beside (const FootholdOpportunityRow *row);

/* "18 USD to 20 USD", "at least 18 USD"; NULL when unknown. */
char *foothold_format_amounts (const FootholdAmounts *amounts, const char *currency);

/* A score from 0 to 1: "0.42–0.81", "0.62" where both print alike, "–" where it may be anything. */
char *foothold_format_range (double lo, double hi);
/* The same for the screen reader: "0.42 to 0.81", "0.62", "not known yet". */
char *foothold_format_range_spoken (double lo, double hi);
/* Whether a range prints as one number. */
gboolean foothold_format_range_is_one (double lo, double hi);

/* How an opportunity is judged: FALSE, and 0 to 1, where it is not yet or nothing is known. */
gboolean foothold_read_fit (const FootholdOpportunityRow *row, double *lo, double *hi);
/* "5 of 10 facts known"; "Clarity 63"; "2 warnings"; "3 of 5 skills". NULL until it was judged, and for none. */
char *foothold_format_known (const FootholdOpportunityRow *row);
char *foothold_format_clarity (const FootholdOpportunityRow *row);
char *foothold_format_warnings (const FootholdOpportunityRow *row);
char *foothold_format_skills (const FootholdOpportunityRow *row);

/* "5–8 h", "7.5 h", "from 5 h", "up to 8 h"; NULL when both are unknown. */
char *foothold_format_hours (gint64 minutes_min, gint64 minutes_max);
/* The same, and where it is no usual size, that: "60 h · long". */
char *foothold_format_size (gint64 minutes_min, gint64 minutes_max);
/* The same as a sentence; NULL for a usual size and one that is not known. */
const char *foothold_format_size_sentence (gint64 minutes_min, gint64 minutes_max);
/* Hours a week as one plans them: "7–10 h". */
char *foothold_format_week (gint64 few, gint64 many);
/* "5-8", "5 to 8 h", "7.5", "7:30", "5+"; FALSE with one sentence in @error otherwise. Blank is unknown. */
gboolean foothold_parse_hours (const char *text, gint64 *minutes_min, gint64 *minutes_max, GError **error);

/* ISO, "3.12.2026", "3 Dec 2026", "today", "tomorrow", "6" (days from now); blank gives NULL. */
gboolean foothold_parse_date (const char *text, GDateTime *now, char **iso, GError **error);
/* The same of a day to come: "31 Dec" and "31.12." without a year are the next such day. */
gboolean foothold_parse_date_ahead (const char *text, GDateTime *now, char **iso, GError **error);
/* "17:00", "1700", "17"; blank gives NULL. */
gboolean foothold_parse_time (const char *text, char **time, GError **error);
/* One amount, with or without a currency ("600", "600 USD", "1.200,50 €"); @currency is the one known, *found the one
 * named or NULL. */
gboolean foothold_parse_money (const char *text, const char *currency, gint64 *minor, char **found, GError **error);

typedef struct
{
  gboolean unpaid;
  gboolean net; /* the one amount is said to be net */
  gint64 min, max; /* alike for one amount; one is unknown after "from" and "up to" */
  char currency[4]; /* "" where none is known */
  const char *period; /* slug, or NULL where nothing is said */
} FootholdFee;

/* What is paid: "600", "600 USD", "20–25 EUR/h", "800 EUR a week", "unpaid"; @currency is the one known. Blank is
 * unknown. */
gboolean foothold_parse_fee (const char *text, const char *currency, FootholdFee *fee, GError **error);

G_END_DECLS
