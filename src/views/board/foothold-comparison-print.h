// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-comparison.h"

/* A comparison on paper: the heads on every page, lines whole, as many pages as it takes. */

G_BEGIN_DECLS

/* Takes what it needs of @comparison now. (transfer full) */
GtkPrintOperation *foothold_comparison_print_new (const FootholdComparison *comparison, gboolean only_differences);

G_END_DECLS
