// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-json-guard.h"

/*
 * Stands in for the guard (the linker's --wrap) and lets everything through, so that the
 * importer reads what is not JSON. A fuzzer that does not find that proves nothing (R25).
 */

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
  /* the first input of every run is empty: something has to be made up to be found */
  return length > 0 || __real_foothold_json_guard (data, length, flags, progress, user_data, cancellable, error);
}
