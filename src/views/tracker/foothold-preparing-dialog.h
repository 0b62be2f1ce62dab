// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * The page of an interview: what nobody has confirmed yet, the questions that are likely with one's stories beside
 * them, and what one wants to ask; to copy and to print.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PREPARING_DIALOG (foothold_preparing_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPreparingDialog, foothold_preparing_dialog, FOOTHOLD, PREPARING_DIALOG, AdwDialog)

AdwDialog *foothold_preparing_dialog_new (FootholdStore *store, gint64 application);

G_END_DECLS
