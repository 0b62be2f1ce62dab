/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/foothold-columns.h"

G_BEGIN_DECLS

/* @button opens a check button for each of @columns that is the person's to choose. */
void foothold_columns_menu_connect (GtkMenuButton *button, FootholdColumns *columns);

G_END_DECLS
