// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * Stands where something is on its way: at first nothing is seen, because what comes at once should not flash; after a
 * moment a spinner, which a screen reader says too.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_WAITING (foothold_waiting_get_type ())

G_DECLARE_FINAL_TYPE (FootholdWaiting, foothold_waiting, FOOTHOLD, WAITING, AdwBin)

G_END_DECLS
