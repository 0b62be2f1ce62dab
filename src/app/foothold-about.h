// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/foothold-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The About dialog, from the metainfo file that stores read too. @session: for the debugging information. */
AdwDialog *foothold_about_new (FootholdSession *session);

G_END_DECLS
