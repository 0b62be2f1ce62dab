// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "rules/foothold-worth.h"

/* A question that only the person answers: yes, no, or not known. */

G_BEGIN_DECLS

/*
 * @detail may be NULL. What is chosen goes to the action “opportunity.answer” under @item ("want/ID",
 * "suitability/finite"), which undo takes back.
 */
GtkWidget *foothold_answer_row_new (const char *title, const char *detail, const char *item, FootholdAnswer answer);

G_END_DECLS
