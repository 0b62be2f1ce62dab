// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

/*
 * The program as the desktop sees it: one process for one data directory, a
 * second start raises the window, files handed over are imported, and every way
 * of ending it (window closed, Ctrl+Q, logout, signal) closes and seals the data.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION (foothold_application_get_type ())
G_DECLARE_FINAL_TYPE (FootholdApplication, foothold_application, FOOTHOLD, APPLICATION, AdwApplication)

FootholdApplication *foothold_application_new (void);

G_END_DECLS
