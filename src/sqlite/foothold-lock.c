/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-lock"

#include "foothold-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _FootholdLock
{
  int fd;
};

FootholdLock *
foothold_lock_take (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
  FootholdLock *self;
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      foothold_db_set_error_errno (error, fd < 0 ? errno : ENOTDIR, "open", path);
      return NULL;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EWOULDBLOCK)
        foothold_db_set_error_code (error, FOOTHOLD_DB_ERROR_LOCKED, "held by another");
      else
        foothold_db_set_error_errno (error, errno, "lock", path);
      return NULL;
    }

  self = g_new0 (FootholdLock, 1);
  self->fd = g_steal_fd (&fd);

  return self;
}

void
foothold_lock_free (FootholdLock *self)
{
  g_clear_fd (&self->fd, NULL);
  g_free (self);
}
