// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/foothold-profile.h"

#include <adwaita.h>

/* A rate of exchange that the person typed, and the day it is of. Action: rate.remove. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RATE_ITEM (foothold_rate_item_get_type ())
G_DECLARE_FINAL_TYPE (FootholdRateItem, foothold_rate_item, FOOTHOLD, RATE_ITEM, AdwExpanderRow)

GtkWidget *foothold_rate_item_new (FootholdProfile *profile, gint64 id);
gint64 foothold_rate_item_get_id (FootholdRateItem *self);
void foothold_rate_item_update (FootholdRateItem *self, FootholdExchangeRateRow *row);
/* Keeps what is being typed. */
void foothold_rate_item_commit (FootholdRateItem *self);

G_END_DECLS
