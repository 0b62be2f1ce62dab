// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/*
 * The three facts that decide whether a closer look is worth the time: hours, fee with what an hour brings, and
 * deadline, each changed where it stands. The step that follows is the page's own, below it. A FootholdPagePart.
 */

G_BEGIN_DECLS

GtkWidget *foothold_triage_group_new (void);

G_END_DECLS
