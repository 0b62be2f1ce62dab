/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that generate share: the state of it, and how choices are made. */

#pragma once

#include "store/foothold-generate-words.h"
#include "store/foothold-generate.h"
#include "store/foothold-id.h"

G_BEGIN_DECLS

#define FOOTHOLD_GENERATE_MINUTE_MS G_GINT64_CONSTANT (60000)
#define FOOTHOLD_GENERATE_DAY_MS (1440 * FOOTHOLD_GENERATE_MINUTE_MS)

struct _FootholdGenerator
{
  guint64 seed;
  guint64 n; /* of the next opportunity, from 0 */
  guint64 state; /* of the choices */
  gint64 now; /* UTC milliseconds: when the current one was found */
  FootholdIdSource ids;
  /* what the current one is about */
  guint land;
  const char *topic;
};

/* splitmix64, as the ids use it. */
static inline guint64
foothold_generate_mix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline guint
foothold_generate_below (guint64 *state, guint n)
{
  return (guint) (foothold_generate_mix (state) % n);
}

/* True once in @n times on average. */
static inline gboolean
foothold_generate_once_in (guint64 *state, guint n)
{
  return foothold_generate_below (state, n) == 0;
}

static inline const char *
foothold_generate_pick (guint64 *state, const char *const *words)
{
  return words[foothold_generate_below (state, g_strv_length ((char **) words))];
}

/* @sentence with {t}, {o} and {c} in their places. (transfer full) */
char *foothold_generate_fill (const char *sentence, const char *topic, const char *host, const char *city);

G_END_DECLS
