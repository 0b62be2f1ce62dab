// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-clock.h"

/*
 * Reminders on the desktop, as long as the person has them switched on (the setting "reminders"): each once, with
 * buttons to open what it is about and to put it off; withdrawn when it is done or no longer due.
 *
 * Actions of the application: "app.open-due", "app.snooze-due" (string: a notification's id).
 * Signals: "open" (FootholdDueEntry or NULL): it is to be shown; NULL is all that is due.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_REMINDERS (foothold_reminders_get_type ())

G_DECLARE_FINAL_TYPE (FootholdReminders, foothold_reminders, FOOTHOLD, REMINDERS, GObject)

/* @now: NULL is the real time. */
FootholdReminders *foothold_reminders_new (GApplication *application,
                                           FootholdStore *store,
                                           GSettings *settings,
                                           FootholdNowFunc now);
/* Looks at the time now; what its timer does. */
void foothold_reminders_tick (FootholdReminders *self);

G_END_DECLS
