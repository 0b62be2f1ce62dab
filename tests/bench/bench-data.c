/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-data.h"

void
foothold_bench_take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
foothold_bench_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

FootholdStore *
foothold_bench_open_store (const char *dir)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FootholdStore *store;

  foothold_store_open_async (dir, NULL, foothold_bench_take_result, &result);
  store = foothold_store_open_finish (foothold_bench_wait (&result), &error);
  if (store == NULL)
    g_error ("Cannot open the store: %s", error->message);

  return store;
}

void
foothold_bench_close_store (FootholdStore **store)
{
  foothold_store_close (*store);
  g_clear_object (store);
}

void
foothold_bench_remove_folder (const char *dir)
{
  const char *argv[] = { "rm", "-rf", dir, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}
