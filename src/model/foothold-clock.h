/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/foothold-store.h"

/*
 * What happens because time passes, as long as the data is open: at once, and whenever a day begins, also after the
 * machine has slept. Lets opportunities expire.
 *
 * Signal: "day-changed": what is said in days from today is out of date.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_CLOCK (foothold_clock_get_type ())

G_DECLARE_FINAL_TYPE (FootholdClock, foothold_clock, FOOTHOLD, CLOCK, GObject)

/* UTC milliseconds. */
typedef gint64 (*FootholdNowFunc) (void);

/* @now: NULL is the real time. Nothing is written to a store that is read-only. */
FootholdClock *foothold_clock_new (FootholdStore *store, FootholdNowFunc now);
/* Looks at the time now; what its timer does. */
void foothold_clock_tick (FootholdClock *self);

G_END_DECLS
