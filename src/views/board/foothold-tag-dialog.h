/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/* Asks for a tag, with those in use that begin as it does, and gives it to one or many opportunities or takes it away.
 */

G_BEGIN_DECLS

/* @ids: gint64 */
void foothold_tag_dialog_ask (GtkWidget *parent, FootholdStore *store, GArray *ids);

G_END_DECLS
