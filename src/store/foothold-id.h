/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/*
 * The keys of all rows: 41 bits of milliseconds since 2020 and 22 random bits,
 * so that rows made on two machines never collide and still sort by the time
 * they were made. Within a millisecond, or when the clock goes backwards, they
 * are counted up.
 */

G_BEGIN_DECLS

/* 2020-01-01T00:00:00Z in UTC milliseconds */
#define FOOTHOLD_ID_EPOCH_MS G_GINT64_CONSTANT (1577836800000)

/* UTC milliseconds */
typedef gint64 (*FootholdClockFunc) (gpointer user_data);

/* A source of one's own, deterministic from its seed and its clock; for one thread. */
typedef struct
{
  FootholdClockFunc clock;
  gpointer clock_data;
  guint64 state;
  gint64 last;
} FootholdIdSource;

/* @clock: NULL is the real one */
void foothold_id_source_init (FootholdIdSource *self, guint64 seed, FootholdClockFunc clock, gpointer clock_data);
gint64 foothold_id_source_next (FootholdIdSource *self);

/* The process's own source; any thread. */
gint64 foothold_id_next (void);
/* UTC milliseconds at which @id was made. */
gint64 foothold_id_get_instant (gint64 id);
/* UTC milliseconds by the wall clock. */
gint64 foothold_now_ms (void);

G_END_DECLS
