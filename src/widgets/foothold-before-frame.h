// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* A question that follows typing. */

G_BEGIN_DECLS

/*
 * Calls @func just before the next frame, which shows the letter that was typed: its answer stands in the same one, and
 * letters that come together (a word pasted over another) are one question. *@source: 0 while no call is to come; @func
 * sets it to 0 again, and whoever owns it removes it where it is over sooner.
 */
void foothold_before_frame (guint *source, GSourceFunc func, gpointer user_data);

G_END_DECLS
