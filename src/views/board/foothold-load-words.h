// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-appraisal.h"

G_BEGIN_DECLS

/* What the person's week would be like with it: "Leaves room in your week. With 1 other project …", or what is missing.
 * *@amount: "10–12 h of your 20 h", NULL while the load is not known. *@missing: the first field that keeps it from
 * being known, or NULL. (transfer full), both strings */
char *foothold_load_words (const FootholdAppraisal *appraisal, char **amount, const char **missing);

G_END_DECLS
