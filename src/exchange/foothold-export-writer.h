/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the exporters write with: bytes are gathered and go to the stream in large
 * pieces, so that a file of any size takes the same little memory. The first error
 * sticks and shows in finish. One thread.
 */

#pragma once

#include <gio/gio.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  GOutputStream *out;
  GCancellable *cancellable;
  GString *buffer;
  GError *error;
} FootholdExportWriter;

void foothold_export_writer_init (FootholdExportWriter *self, GOutputStream *out, GCancellable *cancellable);
void foothold_export_writer_clear (FootholdExportWriter *self);
/* Hands on what is gathered; cheap to call often: it does nothing below a few hundred kilobytes. */
void foothold_export_writer_flush_some (FootholdExportWriter *self);
gboolean foothold_export_writer_finish (FootholdExportWriter *self, GError **error);

/* Called a hundred times a row, mostly with a few constant bytes: a copy, not a call. */
static inline void
foothold_export_writer_add (FootholdExportWriter *self, const char *bytes, gsize length)
{
  GString *buffer = self->buffer;

  if (G_UNLIKELY (length >= buffer->allocated_len - buffer->len))
    g_string_append_len (buffer, bytes, (gssize) length);
  else
    {
      memcpy (buffer->str + buffer->len, bytes, length);
      buffer->len += length;
    }
}

/* Whether @text, of @length bytes, is UTF-8. The database holds nothing else, but something else may have written to
 * it.
 */
gboolean foothold_export_is_utf8 (const char *text, gsize length);

/* Decimal digits. */
void foothold_export_writer_add_int (FootholdExportWriter *self, gint64 value);
/* "2026-11-22T19:08:27.123Z". @instant: UTC milliseconds, the years 0 to 9999 */
void foothold_export_writer_add_instant (FootholdExportWriter *self, gint64 instant);
/* Decimal hours without trailing zeros: "7.5". @minutes: not unknown */
void foothold_export_writer_add_hours (FootholdExportWriter *self, gint64 minutes);
/* Decimal text with the decimals of @currency: "600.00". @minor: not unknown; @currency: NULL is two decimals */
void foothold_export_writer_add_money (FootholdExportWriter *self, gint64 minor, const char *currency);

#define foothold_export_writer_add_literal(self, text) foothold_export_writer_add ((self), (text), sizeof (text) - 1)

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FootholdExportWriter, foothold_export_writer_clear)

G_END_DECLS
