/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Buffering and the spelling of numbers, alike in every format. */

#define G_LOG_DOMAIN "foothold-export"

#include "exchange/foothold-export-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/foothold-money.h"
#include "sqlite/foothold-db-error.h"

#define BUFFER_BYTES (256 * 1024)
#define SLACK_BYTES (64 * 1024)
#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

void
foothold_export_writer_init (FootholdExportWriter *self, GOutputStream *out, GCancellable *cancellable)
{
  *self = (FootholdExportWriter) { .out = out, .cancellable = cancellable };
  self->buffer = g_string_sized_new (BUFFER_BYTES + SLACK_BYTES);
}

void
foothold_export_writer_clear (FootholdExportWriter *self)
{
  if (self->buffer != NULL)
    g_string_free (g_steal_pointer (&self->buffer), TRUE);
  g_clear_error (&self->error);
}

/* What the stream says is the system's, about a descriptor. */
static void
say_unwritten (FootholdExportWriter *self)
{
  g_autoptr (GError) system = g_steal_pointer (&self->error);

  if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_steal_pointer (&system);
  else if (g_error_matches (system, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    foothold_db_set_error_code (&self->error, FOOTHOLD_DB_ERROR_FULL, NULL);
  else
    self->error = g_error_new (system->domain, system->code,
                               /* Translators: %s is what the system says, without a full stop */
                               _ ("The export could not be written (%s)."), system->message);
}

static void
flush_all (FootholdExportWriter *self)
{
  if (self->error == NULL
      && !g_output_stream_write_all (self->out, self->buffer->str, self->buffer->len, NULL, self->cancellable,
                                     &self->error))
    say_unwritten (self);
  g_string_truncate (self->buffer, 0);
}

void
foothold_export_writer_flush_some (FootholdExportWriter *self)
{
  if (self->buffer->len >= BUFFER_BYTES)
    flush_all (self);
}

gboolean
foothold_export_writer_finish (FootholdExportWriter *self, GError **error)
{
  flush_all (self);
  if (self->error == NULL && !g_output_stream_flush (self->out, self->cancellable, &self->error))
    say_unwritten (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* Eight bytes at a time up to the first that is not ASCII: most texts have none, or few. */
gboolean
foothold_export_is_utf8 (const char *text, gsize length)
{
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  gsize plain = 0;

  while (length - plain >= sizeof tops)
    {
      guint64 bytes;

      memcpy (&bytes, text + plain, sizeof bytes);
      if ((bytes & tops) != 0)
        break;
      plain += sizeof bytes;
    }

  return g_utf8_validate_len (text + plain, length - plain, NULL);
}

void
foothold_export_writer_add_int (FootholdExportWriter *self, gint64 value)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';

  foothold_export_writer_add (self, p, (gsize) (digits + sizeof digits - p));
}

/* @value with leading zeros, @width digits. */
static char *
put_digits (char *p, guint width, gint64 value)
{
  for (guint i = width; i-- > 0; value /= 10)
    p[i] = (char) ('0' + value % 10);

  return p + width;
}

void
foothold_export_writer_add_instant (FootholdExportWriter *self, gint64 instant)
{
  gint64 days = instant / MS_PER_DAY;
  gint64 rest = instant % MS_PER_DAY;
  gint64 era, day_of_era, year_of_era, day_of_year, month;
  char text[32];
  char *p = text;

  if (rest < 0)
    {
      rest += MS_PER_DAY;
      days--;
    }

  /* Days since 1970 to a date of the Gregorian calendar, counted from 1 March 0000 in eras of 400 years. */
  days += 719468;
  era = (days >= 0 ? days : days - 146096) / 146097;
  day_of_era = days - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month = (5 * day_of_year + 2) / 153;

  p = put_digits (p, 4, CLAMP (year_of_era + era * 400 + (month >= 10 ? 1 : 0), 0, 9999));
  *p++ = '-';
  p = put_digits (p, 2, month < 10 ? month + 3 : month - 9);
  *p++ = '-';
  p = put_digits (p, 2, day_of_year - (153 * month + 2) / 5 + 1);
  *p++ = 'T';
  p = put_digits (p, 2, rest / 3600000);
  *p++ = ':';
  p = put_digits (p, 2, rest / 60000 % 60);
  *p++ = ':';
  p = put_digits (p, 2, rest / 1000 % 60);
  *p++ = '.';
  p = put_digits (p, 3, rest % 1000);
  *p++ = 'Z';

  g_string_append_len (self->buffer, text, p - text);
}

void
foothold_export_writer_add_hours (FootholdExportWriter *self, gint64 minutes)
{
  if (minutes % 60 == 0)
    foothold_export_writer_add_int (self, minutes / 60);
  else
    {
      g_autofree char *text = foothold_hours_to_text (minutes);

      g_string_append (self->buffer, text);
    }
}

void
foothold_export_writer_add_money (FootholdExportWriter *self, gint64 minor, const char *currency)
{
  g_autofree char *text = foothold_money_to_text (minor, currency);

  g_string_append (self->buffer, text);
}
