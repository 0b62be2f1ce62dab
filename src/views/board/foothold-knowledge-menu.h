// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a fact may be known, each choice the action “field.knowledge” with its slug; @field: of the opportunity, what a
 * menu button gives that asks for it. (transfer full) */
GMenuModel *foothold_knowledge_menu_new (gpointer field);

G_END_DECLS
