// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/foothold-profile.h"

#include <gtk/gtk.h>

/* The rates of exchange of the profile, and the line that adds one. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RATES_GROUP (foothold_rates_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdRatesGroup, foothold_rates_group, FOOTHOLD, RATES_GROUP, GtkBox)

/* Shows those of @profile; the rows of those that stay are kept, with what is open and focused in them. */
void foothold_rates_group_update (FootholdRatesGroup *self, FootholdProfile *profile);
/* Keeps what is being typed. */
void foothold_rates_group_commit (FootholdRatesGroup *self);

G_END_DECLS
