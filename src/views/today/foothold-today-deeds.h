// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-due-list.h"

/*
 * What can be done about a line of Today: one deed that fits its kind, and others beside it. Each is a class action
 * without a parameter, of the row and of the view; those of the row select it and are the view's.
 *
 * "due.act" (the one that fits), "due.follow-up", "due.no-answer", "due.done", "due.prepare", "due.open",
 * "due.snooze-tomorrow", "due.snooze-days", "due.snooze-week", "due.snooze-date", "due.wake".
 */

G_BEGIN_DECLS

typedef void (*FootholdDeedFunc) (GtkWidget *widget, const char *action_name, GVariant *parameter);

/* In a class_init: all of them run @func, and their keys are bound where @keys says so. */
void foothold_today_deeds_install (GtkWidgetClass *widget_class, FootholdDeedFunc func, gboolean keys);
/* Which of them are possible about @entry (NULL: none). */
void foothold_today_deeds_update (GtkWidget *widget, const FootholdDueEntry *entry, gboolean read_only);
/* The same about several: what is possible about one of them. @entries: FootholdDueEntry */
void foothold_today_deeds_update_many (GtkWidget *widget, GPtrArray *entries, gboolean read_only);
gboolean foothold_today_deed_is_possible (const char *action, const FootholdDueEntry *entry);
/* The one that fits, and what it is called on a button. */
const char *foothold_today_deed_of (const FootholdDueEntry *entry, const char **label);
/* All that are possible. (transfer full) */
GMenuModel *foothold_today_deeds_menu (const FootholdDueEntry *entry);
/* The ways to put something off. (transfer full) */
GMenuModel *foothold_today_deeds_snooze_menu (void);

G_END_DECLS
