/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-db-header"

#include "foothold-db-header.h"
#include "foothold-trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER_SIZE 100
#define VERSION_OFFSET 60
#define APPLICATION_OFFSET 68

typedef struct
{
  guint64 device;
  guint64 inode;
  guint count;
} OpenFile;

static GRecMutex open_files_mutex;
static GArray *open_files; /* OpenFile; a handful at most */

static OpenFile *
find_open_file (guint64 device, guint64 inode)
{
  for (guint i = 0; open_files != NULL && i < open_files->len; i++)
    {
      OpenFile *file = &g_array_index (open_files, OpenFile, i);

      if (file->device == device && file->inode == inode)
        return file;
    }

  return NULL;
}

void
foothold_db_open_files_lock (void)
{
  g_rec_mutex_lock (&open_files_mutex);
}

void
foothold_db_open_files_unlock (void)
{
  g_rec_mutex_unlock (&open_files_mutex);
}

void
foothold_db_open_files_add (guint64 device, guint64 inode)
{
  OpenFile *file;

  foothold_db_open_files_lock ();
  file = find_open_file (device, inode);
  if (open_files == NULL)
    open_files = g_array_new (FALSE, FALSE, sizeof (OpenFile));
  if (file == NULL)
    {
      g_array_append_val (open_files, ((OpenFile) { device, inode, 1 }));
    }
  else
    file->count++;
  foothold_db_open_files_unlock ();
}

void
foothold_db_open_files_remove (guint64 device, guint64 inode)
{
  OpenFile *file;

  foothold_db_open_files_lock ();
  file = find_open_file (device, inode);
  if (file != NULL && --file->count == 0)
    g_array_remove_index_fast (open_files, (guint) (file - (OpenFile *) (void *) open_files->data));
  if (open_files != NULL && open_files->len == 0)
    g_clear_pointer (&open_files, g_array_unref);
  foothold_db_open_files_unlock ();
}

gboolean
foothold_db_open_files_has (guint64 device, guint64 inode)
{
  gboolean has;

  foothold_db_open_files_lock ();
  has = find_open_file (device, inode) != NULL;
  foothold_db_open_files_unlock ();

  return has;
}

static guint32
read_uint32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Reads up to HEADER_SIZE bytes; -1 on error. */
static gssize
read_start (int fd, guint8 *bytes)
{
  gsize got = 0;

  while (got < HEADER_SIZE)
    {
      gssize n = pread (fd, bytes + got, HEADER_SIZE - got, (off_t) got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      got += (gsize) n;
    }

  return (gssize) got;
}

/* A power cut may leave any bytes on the first page as long as a journal says what was there before. */
static gboolean
has_journal (const char *path)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofd int fd = open (journal, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  guint8 bytes[HEADER_SIZE] = { 0 };

  return fd >= 0 && read_start (fd, bytes) >= (gssize) sizeof magic && memcmp (bytes, magic, sizeof magic) == 0;
}

static gboolean
check_bytes (const char *path, const guint8 *bytes, gsize size, guint newest, FootholdDbHeader *header, GError **error)
{
  guint32 application;

  if (size < HEADER_SIZE || memcmp (bytes, "SQLite format 3", 16) != 0)
    {
      if (has_journal (path))
        {
          header->kind = FOOTHOLD_DB_HEADER_UNFINISHED;
          return TRUE;
        }
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_NOT_A_DATABASE, "no SQLite header");
      return FALSE;
    }

  application = read_uint32 (bytes + APPLICATION_OFFSET);
  header->version = read_uint32 (bytes + VERSION_OFFSET);
  if (application != FOOTHOLD_DB_APPLICATION_ID)
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_FOREIGN, "other application id");
      return FALSE;
    }
  if (newest != 0 && header->version > newest)
    {
      foothold_trouble_set_newer (error, header->version, newest);
      return FALSE;
    }

  header->kind = FOOTHOLD_DB_HEADER_OURS;
  return TRUE;
}

static gboolean
read_locked (const char *path, guint newest, FootholdDbHeader *header, GError **error)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  g_autofd int fd = -1;
  struct stat info;
  gssize size;

  if (lstat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      foothold_db_set_error_errno (error, errno, "look at", path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_NOT_A_DATABASE, "not a regular file");
      return FALSE;
    }
  if (find_open_file (info.st_dev, info.st_ino) != NULL)
    {
      header->kind = FOOTHOLD_DB_HEADER_OURS;
      return TRUE;
    }

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      foothold_db_set_error_errno (error, errno, "open", path);
      return FALSE;
    }
  size = read_start (fd, bytes);
  if (size < 0)
    {
      foothold_db_set_error_errno (error, errno, "read", path);
      return FALSE;
    }
  if (size == 0)
    {
      header->kind = FOOTHOLD_DB_HEADER_EMPTY;
      return TRUE;
    }

  return check_bytes (path, bytes, (gsize) size, newest, header, error);
}

gboolean
foothold_db_header_read (const char *path, guint newest, FootholdDbHeader *header, GError **error)
{
  FootholdDbHeader found = { FOOTHOLD_DB_HEADER_MISSING, 0 };
  gboolean ok;

  foothold_db_open_files_lock ();
  ok = read_locked (path, newest, &found, error);
  foothold_db_open_files_unlock ();
  if (header != NULL)
    *header = found;

  return ok;
}
