/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The teeth of F20 and F21: names may occur twice, or everything is let through. The latter
 * is the fuzzer's tooth (F14) too: its importer then reads what is not JSON.
 */

#include "exchange/foothold-json-guard.h"

gboolean __real_foothold_json_guard (const char *data,
                                     gsize length,
                                     FootholdJsonFlags flags,
                                     FootholdJsonProgress progress,
                                     gpointer user_data,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean __wrap_foothold_json_guard (const char *data,
                                     gsize length,
                                     FootholdJsonFlags flags,
                                     FootholdJsonProgress progress,
                                     gpointer user_data,
                                     GCancellable *cancellable,
                                     GError **error);

gboolean
__wrap_foothold_json_guard (const char *data,
                            gsize length,
                            FootholdJsonFlags flags,
                            FootholdJsonProgress progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  const char *sabotage = g_getenv ("TEST_SABOTAGE");

  /* the first input of a fuzzer is empty: something has to be made up to be found */
  if (g_strcmp0 (sabotage, "all-pass") == 0 && length > 0)
    return TRUE;
  if (g_strcmp0 (sabotage, "twins-pass") == 0)
    flags |= FOOTHOLD_JSON_DUPLICATES;

  return __real_foothold_json_guard (data, length, flags, progress, user_data, cancellable, error);
}
