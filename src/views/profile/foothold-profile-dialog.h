// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

#include <adwaita.h>

/* The person: who, where, how much time and for what pay, goals, wants, skills. Kept as it is typed, undone by Ctrl+Z.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PROFILE_DIALOG (foothold_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdProfileDialog, foothold_profile_dialog, FOOTHOLD, PROFILE_DIALOG, AdwPreferencesDialog)

AdwDialog *foothold_profile_dialog_new (FootholdStore *store);

G_END_DECLS
