// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * What the page of one opportunity, application, person or host says in place of what cannot be read: in one sentence
 * what happened, with a way to try again. Nothing is less than that: “Nothing Selected” would be untrue.
 */

G_BEGIN_DECLS

/* Asks once more for what could not be read. */
typedef void (*FootholdPageFailureRetry) (gpointer page);

/*
 * @states: what the page has one of at a time; it gets one more when it is first needed. @framed: whether that one has
 * a header bar of its own, as the others have. @page: the widget that @retry is called with.
 */
void foothold_page_failure_show (GtkStack *states,
                                 gboolean framed,
                                 const GError *error,
                                 FootholdPageFailureRetry retry,
                                 gpointer page);
/* @name of @states is shown. Where the keys were on what asks to try again, they go on there. */
void foothold_page_failure_end (GtkStack *states, const char *name);

G_END_DECLS
