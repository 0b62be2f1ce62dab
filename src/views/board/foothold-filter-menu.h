/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rules/foothold-filter.h"

G_BEGIN_DECLS

/*
 * A menu of everything that can be filtered by, for those who click: a submenu a key, an item a value, whose action is
 * @action with “key:value” as its target. @own_terms: as in FootholdFilterContext. (transfer full)
 */
GMenuModel *foothold_filter_menu_new (const char *action, const GPtrArray *own_terms);

G_END_DECLS
