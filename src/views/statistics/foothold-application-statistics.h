// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * Who answers one's applications, and how soon: response rate, median reply, the funnel from submitted to accepted, and
 * the same by source, organisation and area. A page of an AdwNavigationView, inside an AdwToastOverlay; read while it
 * is shown, and anew when something changed.
 *
 * Actions: "statistics.save".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_STATISTICS (foothold_application_statistics_get_type ())

G_DECLARE_FINAL_TYPE (FootholdApplicationStatistics,
                      foothold_application_statistics,
                      FOOTHOLD,
                      APPLICATION_STATISTICS,
                      AdwNavigationPage)

AdwNavigationPage *foothold_application_statistics_new (FootholdStore *store);

G_END_DECLS
