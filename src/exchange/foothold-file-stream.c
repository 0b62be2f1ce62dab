/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-export"

#include "exchange/foothold-file-stream.h"

struct _FootholdFileStream
{
  GOutputStream parent_instance;

  FootholdFile *file;
};

G_DEFINE_FINAL_TYPE (FootholdFileStream, foothold_file_stream, G_TYPE_OUTPUT_STREAM)

static gssize
foothold_file_stream_write (GOutputStream *stream,
                            const void *buffer,
                            gsize count,
                            GCancellable *cancellable,
                            GError **error)
{
  FootholdFileStream *self = FOOTHOLD_FILE_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  return foothold_file_append (self->file, buffer, count, error) ? (gssize) count : -1;
}

static void
foothold_file_stream_class_init (FootholdFileStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = foothold_file_stream_write;
}

static void
foothold_file_stream_init (FootholdFileStream *self)
{
}

GOutputStream *
foothold_file_stream_new (FootholdFile *file)
{
  FootholdFileStream *self = g_object_new (FOOTHOLD_TYPE_FILE_STREAM, NULL);

  self->file = file;
  return G_OUTPUT_STREAM (self);
}
