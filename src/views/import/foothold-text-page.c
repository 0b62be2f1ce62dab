// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What another program sends, read into memory up to a limit. */

#define G_LOG_DOMAIN "foothold-text-page"

#include "foothold-text-page.h"

#include "exchange/foothold-limits.h"

/* It grows in powers of two, as the limit is one. */
static gpointer
grow (gpointer memory, gsize size)
{
  return size <= FOOTHOLD_LIMIT_PASTED ? g_try_realloc (memory, size) : NULL;
}

static void
spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)),
                           (GDestroyNotify) g_bytes_unref);
}

void
foothold_text_page_read_async (GInputStream *stream, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new (NULL, 0, grow, g_free);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, foothold_text_page_read_async);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced, task);
}

GBytes *
foothold_text_page_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
