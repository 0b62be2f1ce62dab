// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/foothold-session.h"

#include <adwaita.h>

/* Preferences: how it looks, and where the data and its backups are. Everything applies at once. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PREFERENCES (foothold_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FootholdPreferences, foothold_preferences, FOOTHOLD, PREFERENCES, AdwPreferencesDialog)

/* @settings: (nullable): without it the appearance holds until the program ends. */
AdwDialog *foothold_preferences_new (GSettings *settings, FootholdSession *session);

G_END_DECLS
