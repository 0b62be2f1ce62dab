// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Text made into a page; everything of it is escaped, so that no letter of it is read as markup. */

#define G_LOG_DOMAIN "foothold-text-page"

#include "foothold-text-page.h"

#include "exchange/foothold-import.h"
#include "exchange/foothold-limits.h"

#include <string.h>

/* A title is a line, not a paragraph. */
#define TITLE_LENGTH 160

static gboolean
is_address (const char *text)
{
  return (g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0)
         && strpbrk (text, " \t\r\n<>\"") == NULL;
}

/* "jobs.example.org/posting/12" for an address: what one recognises it by. */
static const char *
skip_scheme (const char *address)
{
  const char *mark = strstr (address, "://");
  return mark == NULL ? address : mark + 3;
}

static char *
dup_title (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= TITLE_LENGTH)
    return g_markup_escape_text (line, -1);
  g_autofree char *start = g_utf8_substring (line, 0, TITLE_LENGTH - 1);
  g_autofree char *cut = g_strconcat (start, "…", NULL);
  return g_markup_escape_text (cut, -1);
}

GBytes *
foothold_text_page_wrap (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  if (foothold_import_sniff (bytes) != FOOTHOLD_FORMAT_UNKNOWN || !g_utf8_validate (data, (gssize) size, NULL))
    return g_bytes_ref (bytes);

  g_autofree char *text = g_strstrip (g_strndup (data, size));
  if (*text == '\0')
    return g_bytes_ref (bytes);
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><html><head><meta charset=\"utf-8\">");
  if (is_address (text))
    {
      g_autofree char *address = g_markup_escape_text (text, -1);
      g_autofree char *title = dup_title (skip_scheme (text));
      g_string_append_printf (page, "<title>%s</title><link rel=\"canonical\" href=\"%s\"></head><body><p>%s</p>",
                              title, address, address);
    }
  else
    {
      g_autofree char *title = dup_title (text);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_string_append_printf (page, "<title>%s</title></head><body>", title);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autofree char *line = g_markup_escape_text (lines[i], -1);
          g_string_append_printf (page, "<p>%s</p>\n", line);
        }
    }
  g_string_append (page, "</body></html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&page));
}

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
