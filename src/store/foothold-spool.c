/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "foothold-spool.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sqlite/foothold-db-error.h"
#include "sqlite/foothold-file.h"

#define BUFFER_BYTES (256 * 1024)

struct _FootholdSpool
{
  int fd;
  goffset size; /* of what is in the file */
  GByteArray *buffer; /* what comes after it */
};

FootholdSpool *
foothold_spool_new (const char *dir, GError **error)
{
  const int fd = foothold_file_open_nameless (dir, error);
  FootholdSpool *self;

  if (fd < 0)
    return NULL;

  self = g_new0 (FootholdSpool, 1);
  self->fd = fd;
  self->buffer = g_byte_array_new ();
  return self;
}

void
foothold_spool_free (FootholdSpool *self)
{
  g_close (self->fd, NULL);
  g_byte_array_unref (self->buffer);
  g_free (self);
}

gboolean
foothold_spool_fail (GError **error, int saved_errno)
{
  g_set_error (error, FOOTHOLD_DB_ERROR, foothold_db_error_from_errno (saved_errno),
               _ ("What is to be imported could not be kept beside the data: %s. Nothing was changed."),
               g_strerror (saved_errno));
  return FALSE;
}

goffset
foothold_spool_tell (const FootholdSpool *self)
{
  return self->size + self->buffer->len;
}

static gboolean
flush (FootholdSpool *self, GError **error)
{
  gsize done = 0;

  while (done < self->buffer->len)
    {
      const ssize_t n =
        pwrite (self->fd, self->buffer->data + done, self->buffer->len - done, self->size + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return foothold_spool_fail (error, errno);
      done += (gsize) n;
    }

  self->size += (goffset) done;
  g_byte_array_set_size (self->buffer, 0);
  return TRUE;
}

gboolean
foothold_spool_append (FootholdSpool *self, const guint8 *bytes, guint length, GError **error)
{
  g_byte_array_append (self->buffer, bytes, length);
  return self->buffer->len <= BUFFER_BYTES || flush (self, error);
}

guint8 *
foothold_spool_read (FootholdSpool *self, goffset offset, gsize length, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (MAX (length, 1));
  gsize done = 0;

  if (!flush (self, error))
    return NULL;
  while (done < length)
    {
      const ssize_t n = pread (self->fd, bytes + done, length - done, offset + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          foothold_spool_fail (error, n < 0 ? errno : EIO);
          return NULL;
        }
      done += (gsize) n;
    }

  return g_steal_pointer (&bytes);
}
