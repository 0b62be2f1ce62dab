/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names below are defined here for all libraries: no redirection to other names, no inline checks. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "core-io.h"

#include "core-sabotage.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int __open_2 (const char *path, int flags);
int __open64_2 (const char *path, int flags);

#define REAL(name) ((__typeof__ (&name)) real (#name))

static char *watched; /* a folder with its slash */
static gsize watched_length;
static gint count;
static gint fail_at, fail_on, fail_errno, fail_reads, die_at;

static GMutex ops_mutex;
static GArray *ops;
static gboolean deaf_to_syncs;
static GHashTable *files; /* inode → id */
static guint n_files;

static void *
real (const char *name)
{
  return dlsym (RTLD_NEXT, name);
}

static int
env_int (const char *name, int otherwise)
{
  const char *value = getenv (name);

  return value != NULL ? atoi (value) : otherwise;
}

void
core_io_watch (const char *dir)
{
  char resolved[PATH_MAX];

  fail_at = env_int ("CORE_FAIL_AT", 0);
  fail_on = env_int ("CORE_FAIL_ON", 0);
  fail_errno = env_int ("CORE_FAIL_ERRNO", EIO);
  fail_reads = env_int ("CORE_FAIL_READS", 0);
  die_at = env_int ("CORE_DIE_AT", 0);
  g_atomic_int_set (&count, 0);
  g_free (watched);
  watched = g_strconcat (realpath (dir, resolved), "/", NULL);
  watched_length = strlen (watched);
}

void
core_io_unwatch (void)
{
  watched_length = 0;
}

guint
core_io_count (void)
{
  return (guint) g_atomic_int_get (&count);
}

void
core_io_heal (void)
{
  fail_at = 0;
  die_at = 0;
}

static gboolean
is_watched (const char *path)
{
  return watched_length > 0 && path != NULL
         && (strncmp (path, watched, watched_length) == 0
             || (strlen (path) == watched_length - 1 && strncmp (path, watched, watched_length - 1) == 0));
}

static gboolean
path_of (int fd, char *path)
{
  char link[64];
  ssize_t n;

  if (watched_length == 0 || fd < 0)
    return FALSE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, PATH_MAX - 1);
  if (n <= 0)
    return FALSE;
  path[n] = '\0';

  return is_watched (path);
}

/* One call that may fail. TRUE: it does, errno is set. */
static gboolean
trip (void)
{
  int n = g_atomic_int_add (&count, 1) + 1;

  if (die_at > 0 && n == die_at)
    kill (getpid (), SIGKILL);
  if (fail_at > 0 && (n == fail_at || (fail_on && n > fail_at)))
    {
      errno = fail_errno;
      return TRUE;
    }

  return FALSE;
}

static gboolean
trip_fd (int fd)
{
  char path[PATH_MAX];
  int saved = errno;

  if (!path_of (fd, path))
    {
      errno = saved;
      return FALSE;
    }
  errno = saved;
  return trip ();
}

static CoreOp *
note (CoreOpKind kind)
{
  g_array_append_val (ops, ((CoreOp) { .kind = kind }));
  return &g_array_index (ops, CoreOp, ops->len - 1);
}

static guint
file_of_inode (ino_t inode, gboolean fresh)
{
  gpointer id = fresh ? NULL : g_hash_table_lookup (files, GSIZE_TO_POINTER (inode));

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (++n_files);
      g_hash_table_insert (files, GSIZE_TO_POINTER (inode), id);
    }

  return GPOINTER_TO_UINT (id);
}

static guint
file_of_fd (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 ? file_of_inode (info.st_ino, FALSE) : 0;
}

void
core_io_record (gboolean deaf)
{
  deaf_to_syncs = deaf;
  files = g_hash_table_new (NULL, NULL);
  ops = g_array_new (FALSE, FALSE, sizeof (CoreOp));
}

void
core_io_ack (gint64 n)
{
  g_mutex_lock (&ops_mutex);
  note (CORE_OP_ACK)->offset = n;
  g_mutex_unlock (&ops_mutex);
}

GArray *
core_io_get_ops (void)
{
  return ops;
}

void
core_io_clear_ops (void)
{
  for (guint i = 0; ops != NULL && i < ops->len; i++)
    {
      CoreOp *op = &g_array_index (ops, CoreOp, i);

      g_free (op->data);
      g_free (op->path);
      g_free (op->other);
    }
  g_clear_pointer (&ops, g_array_unref);
  g_clear_pointer (&files, g_hash_table_unref);
}

static void
note_data (int fd, const void *data, ssize_t size, gint64 offset)
{
  char path[PATH_MAX];
  CoreOp *op;

  if (ops == NULL || size <= 0 || !path_of (fd, path))
    return;
  g_mutex_lock (&ops_mutex);
  op = note (CORE_OP_WRITE);
  op->file = file_of_fd (fd);
  op->offset = offset;
  op->data = g_memdup2 (data, (gsize) size);
  op->size = (gsize) size;
  g_mutex_unlock (&ops_mutex);
}

static void
note_truncate (int fd, gint64 size)
{
  char path[PATH_MAX];
  CoreOp *op;

  if (ops == NULL || !path_of (fd, path))
    return;
  g_mutex_lock (&ops_mutex);
  op = note (CORE_OP_TRUNCATE);
  op->file = file_of_fd (fd);
  op->offset = size;
  g_mutex_unlock (&ops_mutex);
}

static void
note_sync (int fd)
{
  char path[PATH_MAX];
  struct stat info;
  CoreOp *op;

  if (ops == NULL || deaf_to_syncs || !path_of (fd, path) || fstat (fd, &info) != 0)
    return;
  g_mutex_lock (&ops_mutex);
  if (S_ISDIR (info.st_mode))
    {
      op = note (CORE_OP_SYNC_DIR);
      op->path = g_strdup (path);
    }
  else
    {
      op = note (CORE_OP_SYNC);
      op->file = file_of_fd (fd);
    }
  g_mutex_unlock (&ops_mutex);
}

static void
note_link (const char *path, ino_t inode, gboolean fresh)
{
  CoreOp *op;

  if (ops == NULL || !is_watched (path))
    return;
  g_mutex_lock (&ops_mutex);
  op = note (CORE_OP_LINK);
  op->path = g_strdup (path);
  op->file = file_of_inode (inode, fresh);
  g_mutex_unlock (&ops_mutex);
}

static void
note_names (CoreOpKind kind, const char *path, const char *other)
{
  CoreOp *op;

  if (ops == NULL || !is_watched (path))
    return;
  g_mutex_lock (&ops_mutex);
  op = note (kind);
  op->path = g_strdup (path);
  op->other = g_strdup (other);
  g_mutex_unlock (&ops_mutex);
}

static int
open_any (int at, const char *path, int flags, mode_t mode)
{
  gboolean watching = path[0] == '/' && is_watched (path);
  gboolean makes = watching && (flags & O_CREAT) != 0 && access (path, F_OK) != 0;
  gboolean changes = (flags & (O_CREAT | O_TRUNC | O_DIRECTORY)) != 0 || (flags & O_ACCMODE) != O_RDONLY || fail_reads;
  struct stat info;
  int fd;

  if (watching && changes && trip ())
    return -1;
  fd = REAL (openat) (at, path, flags, mode);
  if (fd >= 0 && makes && core_sabotaged ("loose-modes"))
    fchmod (fd, 0644);
  if (fd < 0 || !watching || ops == NULL || fstat (fd, &info) != 0)
    return fd;

  if (makes)
    note_link (path, info.st_ino, TRUE);
  else if ((flags & O_TMPFILE) == O_TMPFILE)
    {
      g_mutex_lock (&ops_mutex);
      file_of_inode (info.st_ino, TRUE);
      g_mutex_unlock (&ops_mutex);
    }
  else if (flags & O_TRUNC)
    note_truncate (fd, 0);

  return fd;
}

#define OPEN_BODY(at) \
  mode_t mode = 0; \
  va_list arguments; \
  va_start (arguments, flags); \
  if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) \
    mode = va_arg (arguments, mode_t); \
  va_end (arguments); \
  return open_any (at, path, flags, mode)

int
open (const char *path, int flags, ...)
{
  OPEN_BODY (AT_FDCWD);
}

int
open64 (const char *path, int flags, ...)
{
  OPEN_BODY (AT_FDCWD);
}

int
openat (int at, const char *path, int flags, ...)
{
  OPEN_BODY (at);
}

int
openat64 (int at, const char *path, int flags, ...)
{
  OPEN_BODY (at);
}

int
__open_2 (const char *path, int flags)
{
  return open_any (AT_FDCWD, path, flags, 0);
}

int
__open64_2 (const char *path, int flags)
{
  return open_any (AT_FDCWD, path, flags, 0);
}

ssize_t
write (int fd, const void *data, size_t size)
{
  off_t before;
  ssize_t n;

  if (trip_fd (fd))
    return -1;
  before = ops != NULL ? lseek (fd, 0, SEEK_CUR) : 0;
  n = REAL (write) (fd, data, size);
  note_data (fd, data, n, before);

  return n;
}

static ssize_t
pwrite_any (int fd, const void *data, size_t size, gint64 offset)
{
  ssize_t n;

  if (trip_fd (fd))
    return -1;
  n = REAL (pwrite) (fd, data, size, offset);
  note_data (fd, data, n, offset);

  return n;
}

ssize_t
pwrite (int fd, const void *data, size_t size, off_t offset)
{
  return pwrite_any (fd, data, size, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t size, off64_t offset)
{
  return pwrite_any (fd, data, size, offset);
}

ssize_t
pread (int fd, void *data, size_t size, off_t offset)
{
  return fail_reads && trip_fd (fd) ? -1 : REAL (pread) (fd, data, size, offset);
}

ssize_t
pread64 (int fd, void *data, size_t size, off64_t offset)
{
  return fail_reads && trip_fd (fd) ? -1 : REAL (pread64) (fd, data, size, offset);
}

int
ftruncate (int fd, off_t size)
{
  int rc = trip_fd (fd) ? -1 : REAL (ftruncate) (fd, size);

  if (rc == 0)
    note_truncate (fd, size);
  return rc;
}

int
ftruncate64 (int fd, off64_t size)
{
  return ftruncate (fd, size);
}

int
fsync (int fd)
{
  int rc = trip_fd (fd) ? -1 : REAL (fsync) (fd);

  if (rc == 0)
    note_sync (fd);
  return rc;
}

int
fdatasync (int fd)
{
  int rc = trip_fd (fd) ? -1 : REAL (fdatasync) (fd);

  if (rc == 0)
    note_sync (fd);
  return rc;
}

int
unlink (const char *path)
{
  /* the sabotage: what has a temporary name stays */
  gboolean stays = strstr (path, "/.foothold") != NULL && core_sabotaged ("keeps-parts");
  int rc = is_watched (path) && access (path, F_OK) == 0 && trip () ? -1 : stays ? 0 : REAL (unlink) (path);

  if (rc == 0)
    note_names (CORE_OP_UNLINK, path, NULL);
  return rc;
}

int
rename (const char *from, const char *to)
{
  int rc = is_watched (to) && trip () ? -1 : REAL (rename) (from, to);

  if (rc == 0)
    note_names (CORE_OP_RENAME, from, to);
  return rc;
}

static int
link_any (int from_at, const char *from, int to_at, const char *to, int flags)
{
  int rc = is_watched (to) && trip () ? -1 : REAL (linkat) (from_at, from, to_at, to, flags);
  struct stat info;

  if (rc == 0 && stat (to, &info) == 0)
    note_link (to, info.st_ino, FALSE);
  return rc;
}

int
linkat (int from_at, const char *from, int to_at, const char *to, int flags)
{
  return link_any (from_at, from, to_at, to, flags);
}

int
link (const char *from, const char *to)
{
  return link_any (AT_FDCWD, from, AT_FDCWD, to, 0);
}
