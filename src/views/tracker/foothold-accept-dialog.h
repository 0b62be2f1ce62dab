// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * Accepting an offer: what is agreed, the four payment facts that one should know first, and where they are missing the
 * reason why one accepts all the same. The engagement begins with it.
 */

G_BEGIN_DECLS

/* Presents it over @parent for the application @application; the toast comes from the window around that. */
void foothold_accept_dialog_present (GtkWidget *parent, FootholdStore *store, gint64 application);

G_END_DECLS
