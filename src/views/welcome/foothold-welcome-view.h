// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/foothold-store.h"

#include <adwaita.h>

/*
 * The first start: which side the person is on, then the few facts that make
 * judging possible, guessed from the language settings. Actions: welcome.student,
 * welcome.manager, welcome.both, welcome.start, welcome.sample.
 *
 * Signals: "finished": the profile is stored; "sample": the person wants to look around first.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_WELCOME_VIEW (foothold_welcome_view_get_type ())
G_DECLARE_FINAL_TYPE (FootholdWelcomeView, foothold_welcome_view, FOOTHOLD, WELCOME_VIEW, AdwBin)

GtkWidget *foothold_welcome_view_new (FootholdStore *store);

/* "DE" for "de_DE.UTF-8", or NULL where the locale names no country. (transfer full) */
char *foothold_welcome_guess_country (const char *const *languages);

G_END_DECLS
