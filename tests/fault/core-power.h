/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Power cuts: from the recorded calls, the folder is built as a disk may show it
 * after the current went away at any of them. What was synced is there; of the
 * rest each sector, each size and each name is there or not, some sectors garbage.
 */

#pragma once

#include "core-io.h"

G_BEGIN_DECLS

/* @acked: how many actions were acknowledged before the cut. TRUE where the folder @dir is as it may be. */
typedef gboolean (*CorePowerCheck) (const char *dir, gint64 acked, gpointer user_data);

typedef struct
{
  guint n_states;
  guint n_different; /* of these by what is on the disk; each of them was checked */
  guint n_bad;
} CorePowerResult;

/**
 * core_power_play:
 * @ops: as recorded below @from
 * @to: an empty folder the states are built in, one after another
 */
CorePowerResult core_power_play (GArray *ops,
                                 const char *from,
                                 const char *to,
                                 guint n_states,
                                 guint32 seed,
                                 CorePowerCheck check,
                                 gpointer user_data);

void core_empty_folder (const char *dir);

G_END_DECLS
