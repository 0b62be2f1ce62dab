/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "foothold-id.h"

/* Makes keys of rows without asking anyone; see the header for their shape. */

#define RANDOM_BITS 22
#define RANDOM_MASK ((G_GINT64_CONSTANT (1) << RANDOM_BITS) - 1)

/* splitmix64: any seed is a good seed, and the sequence is the same everywhere. */
static guint64
next_random (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

gint64
foothold_now_ms (void)
{
  return g_get_real_time () / 1000;
}

void
foothold_id_source_init (FootholdIdSource *self, guint64 seed, FootholdClockFunc clock, gpointer clock_data)
{
  self->clock = clock;
  self->clock_data = clock_data;
  self->state = seed;
  self->last = 0;
}

gint64
foothold_id_source_next (FootholdIdSource *self)
{
  const gint64 now = self->clock != NULL ? self->clock (self->clock_data) : foothold_now_ms ();
  /* a clock set before 2020 must not make negative keys */
  const gint64 ms = MAX (now - FOOTHOLD_ID_EPOCH_MS, 1);
  const gint64 id = (ms << RANDOM_BITS) | ((gint64) (next_random (&self->state) >> 8) & RANDOM_MASK);

  self->last = ms > self->last >> RANDOM_BITS ? id : self->last + 1;
  return self->last;
}

gint64
foothold_id_next (void)
{
  static GMutex mutex;
  static FootholdIdSource source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (source.last == 0)
    foothold_id_source_init (&source, ((guint64) g_random_int () << 32) | g_random_int (), NULL, NULL);

  return foothold_id_source_next (&source);
}

gint64
foothold_id_get_instant (gint64 id)
{
  return (id >> RANDOM_BITS) + FOOTHOLD_ID_EPOCH_MS;
}
