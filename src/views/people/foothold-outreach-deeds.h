// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"

#include <gtk/gtk.h>

/*
 * What can be done about a host that advertises nothing: "outreach.ask", "outreach.talk", "outreach.yes",
 * "outreach.no", "outreach.no-answer", "outreach.reopen", "outreach.open-opportunity", "outreach.open-organisation", on
 * its card and on its page.
 */

G_BEGIN_DECLS

/* The actions for a widget that hands them on. */
void foothold_outreach_deeds_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc func);
gboolean foothold_outreach_deed_is_possible (const char *action, const FootholdOutreachRow *row, gboolean writable);
/* Enables those of @widget that are possible. @row: NULL for none. */
void foothold_outreach_deeds_update (GtkWidget *widget, const FootholdOutreachRow *row, gboolean writable);
/* All of them, and "outreach.delete". (transfer full) */
GMenuModel *foothold_outreach_deeds_menu (void);

G_END_DECLS
