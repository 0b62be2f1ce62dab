// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tracker/foothold-application-item.h"

/*
 * An application in its column: what for, at whom, the next step with its date, and how long the host has been silent.
 * It can be dragged: what travels is its id (int64).
 *
 * Actions besides those of an item: "application.move-up", "application.move-down" (in its column).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_CARD (foothold_application_card_get_type ())

G_DECLARE_FINAL_TYPE (FootholdApplicationCard,
                      foothold_application_card,
                      FOOTHOLD,
                      APPLICATION_CARD,
                      FootholdApplicationItem)

G_END_DECLS
