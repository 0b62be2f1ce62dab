/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-file"

#include "foothold-file.h"
#include "foothold-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PIECE (64 * 1024)
/* Bytes between two hints to write. */
#define WRITE_AHEAD (4 * 1024 * 1024)
#define TEMPORARY_PREFIX ".foothold-"
#define TEMPORARY_SUFFIX ".tmp"

struct _FootholdFile
{
  char *folder;
  char *temporary; /* NULL while the file has no name */
  int fd;
  FootholdDigest *digest; /* NULL: nobody asks */
  guint64 size;
  guint64 started; /* of it, on the way to the disk */
};

static gboolean
fail (GError **error, const char *what, const char *path)
{
  foothold_db_set_error_errno (error, errno, what, path);
  return FALSE;
}

char *
foothold_file_temporary_name (const char *folder)
{
  g_autofree char *name =
    g_strdup_printf (TEMPORARY_PREFIX "%08x%08x" TEMPORARY_SUFFIX, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* Without a name where the file system can do that; else *@name (transfer full) is the one it has. -1 with errno. */
static int
open_new (const char *folder, char **name)
{
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      g_autofree char *temporary = foothold_file_temporary_name (folder);

      fd = open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (fd >= 0)
        *name = g_steal_pointer (&temporary);
    }

  return fd;
}

int
foothold_file_open_nameless (const char *folder, GError **error)
{
  g_autofree char *name = NULL;
  const int fd = open_new (folder, &name);

  if (fd < 0)
    fail (error, "make a file in", folder);
  if (name != NULL)
    unlink (name);

  return fd;
}

FootholdFile *
foothold_file_new (const char *folder, GError **error)
{
  g_autoptr (FootholdFile) self = g_new0 (FootholdFile, 1);

  self->folder = g_strdup (folder);
  self->digest = foothold_digest_new ();
  self->fd = open_new (folder, &self->temporary);
  if (self->fd >= 0)
    return g_steal_pointer (&self);

  fail (error, "make a file in", folder);
  return NULL;
}

void
foothold_file_free (FootholdFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->digest, foothold_digest_free);
  g_free (self->folder);
  g_free (self);
}

void
foothold_file_skip_hash (FootholdFile *self)
{
  g_return_if_fail (self->size == 0);

  g_clear_pointer (&self->digest, foothold_digest_free);
}

/* A large file goes to the disk while it is made, so that the sync at its end waits for little. Only a hint. */
static void
start_writing (FootholdFile *self)
{
#ifdef SYNC_FILE_RANGE_WRITE
  if (self->size - self->started < WRITE_AHEAD)
    return;

  sync_file_range (self->fd, (off_t) self->started, (off_t) (self->size - self->started), SYNC_FILE_RANGE_WRITE);
  self->started = self->size;
#endif
}

gboolean
foothold_file_append (FootholdFile *self, const void *data, gsize size, GError **error)
{
  const guint8 *bytes = data;

  for (gsize done = 0; done < size;)
    {
      gssize n = write (self->fd, bytes + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error, "write in", self->folder);
      done += (gsize) n;
    }
  if (self->digest != NULL)
    foothold_digest_update (self->digest, bytes, size);
  self->size += size;
  start_writing (self);

  return TRUE;
}

gboolean
foothold_file_append_stream (FootholdFile *self,
                             GInputStream *stream,
                             guint64 limit,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE, cancellable, error)) > 0)
    {
      if (limit > 0 && self->size + (guint64) n > limit)
        {
          g_autofree char *most = g_format_size (limit);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _ ("The file is larger than %s, so it was not taken in."), most);
          return FALSE;
        }
      if (!foothold_file_append (self, piece, (gsize) n, error))
        return FALSE;
    }

  return n == 0;
}

guint64
foothold_file_get_size (FootholdFile *self)
{
  return self->size;
}

const char *
foothold_file_get_sha256 (FootholdFile *self)
{
  return self->digest != NULL ? foothold_digest_get_hex (self->digest) : NULL;
}

static gboolean
link_to (FootholdFile *self, const char *path)
{
  char source[64];

  g_snprintf (source, sizeof source, "/proc/self/fd/%d", self->fd);

  return linkat (AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

/* A nameless file cannot replace another: it gets a temporary name first, unless the place is free. */
static gboolean
put_in_place (FootholdFile *self, const char *path)
{
  if (self->temporary == NULL)
    {
      if (link_to (self, path))
        return TRUE;
      if (errno != EEXIST)
        return FALSE;
      self->temporary = foothold_file_temporary_name (self->folder);
      if (!link_to (self, self->temporary))
        return FALSE;
    }
  if (rename (self->temporary, path) != 0)
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

gboolean
foothold_file_commit (FootholdFile *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (fsync (self->fd) != 0)
    return fail (error, "sync", path);
  if (!put_in_place (self, path))
    return fail (error, "name", path);

  return foothold_file_sync_folder (self->folder, error);
}

gboolean
foothold_file_write (const char *path, const void *data, gsize size, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (FootholdFile) file = foothold_file_new (folder, error);

  return file != NULL && foothold_file_append (file, data, size, error) && foothold_file_commit (file, name, error);
}

gboolean
foothold_file_sync_folder (const char *folder, GError **error)
{
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return (fd >= 0 && fsync (fd) == 0) || fail (error, "sync", folder);
}

gboolean
foothold_file_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *from_folder = g_path_get_dirname (from);
  g_autofree char *to_folder = g_path_get_dirname (to);

  if (rename (from, to) != 0)
    return fail (error, "rename", from);

  return foothold_file_sync_folder (to_folder, error)
         && (g_str_equal (from_folder, to_folder) || foothold_file_sync_folder (from_folder, error));
}

gboolean
foothold_file_remove (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (unlink (path) != 0)
    return errno == ENOENT || fail (error, "remove", path);

  return foothold_file_sync_folder (folder, error);
}

void
foothold_file_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, TEMPORARY_PREFIX)
        && (g_str_has_suffix (name, TEMPORARY_SUFFIX) || g_str_has_suffix (name, TEMPORARY_SUFFIX "-journal")))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        unlink (path);
      }
}

char *
foothold_file_hash (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (FootholdDigest) digest = foothold_digest_new ();
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize n = 0;

  if (fd >= 0)
    while ((n = read (fd, piece, PIECE)) > 0 || (n < 0 && errno == EINTR))
      {
        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return NULL;
        if (n > 0)
          foothold_digest_update (digest, piece, (gsize) n);
      }
  if (fd >= 0 && n == 0)
    return g_strdup (foothold_digest_get_hex (digest));

  fail (error, "read", path);
  return NULL;
}
