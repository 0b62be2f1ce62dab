/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-seal"

#include "foothold-seal.h"
#include "foothold-db-header.h"
#include "foothold-file.h"
#include "foothold-patience.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <xxhash.h>
#ifdef HAVE_XXH_X86DISPATCH
/* The same hash, up to four times as fast: the names of its functions stand for others from here on. */
#include <xxh_x86dispatch.h>
#endif

/*
 * XXH3, not SHA-256. The seal guards against a disk that forgets, not against a person:
 * it lies beside the file, and who can write the one can write the other, whatever the
 * hash. It has to see every accidental change, which 128 well mixed bits do as surely
 * here as any (two files differ and agree once in 2^128), and every start waits for it:
 * at the speed of memory it takes a twentieth of quick_check, with SHA-256 an eighth on
 * processors that have instructions for that, and half on the others.
 */
#define HASH "xxh3-128-halves" /* of the first half of the file, then of the second */
#define HASH_LENGTH 64

/* Stays in the processor's cache between reading and hashing: larger pieces were slower. */
#define PIECE (256 * 1024)
#define PAGE 4096
#define GROUP "seal"

struct _FootholdSeal
{
  char *path;
  char *seal_path;
  int fd;
  gboolean fresh; /* there was no file to open */
  gboolean broken; /* no seal on the disk any more */
  gboolean outdated; /* found: there is no seal of this content */
  gboolean unchecked; /* found: there is one, of what was not checked */
};

typedef struct
{
  gint64 size;
  gint64 mtime_ns;
  char *hash;
  gboolean unchecked;
} Content;

static void
content_clear (Content *self)
{
  g_clear_pointer (&self->hash, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static int
open_file (const char *path)
{
  return open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
}

FootholdSeal *
foothold_seal_open (const char *path)
{
  FootholdSeal *self = g_new0 (FootholdSeal, 1);

  self->path = g_strdup (path);
  self->seal_path = g_strconcat (path, ".seal", NULL);
  self->fd = open_file (path);
  self->fresh = self->fd < 0 && errno == ENOENT;

  return self;
}

static gboolean
measure (int fd, Content *content)
{
  struct stat info;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;
  content->size = info.st_size;
  content->mtime_ns = (gint64) info.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info.st_mtim.tv_nsec;

  return TRUE;
}

static char *
hex_of (XXH128_hash_t sum)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", (guint64) sum.high64,
                          (guint64) sum.low64);
}

/* A stretch of the file, hashed by itself. */
typedef struct
{
  int fd;
  off_t from, to;
  gboolean patient;
  GCancellable *cancellable;
  XXH128_hash_t sum;
  GError *error;
} Part;

/* With pread: the place in the file is nobody's. */
static gboolean
hash_into (XXH3_state_t *state, guint8 *piece, Part *part)
{
  off_t offset = part->from;
  gssize n = 1;

  while (offset < part->to && n != 0)
    {
      n = pread (part->fd, piece, (gsize) MIN (PIECE, part->to - offset), offset);
      if (g_cancellable_set_error_if_cancelled (part->cancellable, &part->error))
        return FALSE;
      if (n < 0 && errno != EINTR)
        {
          foothold_db_set_error_errno (&part->error, errno, "read", "the database");
          return FALSE;
        }
      if (n > 0)
        {
          XXH3_128bits_update (state, piece, (gsize) n);
          offset += n;
        }
    }

  return TRUE;
}

static void
hash_part (Part *part)
{
  XXH3_state_t *state = XXH3_createState ();
  guint8 *piece = g_aligned_alloc (1, PIECE, PAGE);

  XXH3_128bits_reset (state);
  if (hash_into (state, piece, part))
    part->sum = XXH3_128bits_digest (state);
  g_aligned_free (piece);
  XXH3_freeState (state);
}

static gpointer
seal_thread (gpointer data)
{
  Part *part = data;

  if (part->patient)
    foothold_be_patient ();
  hash_part (part);

  return NULL;
}

/*
 * Half of the work is copying from the system's memory, which two threads do in little more than half the time.
 * @patient: both are threads of their own, since a thread never gets its rank back. Where there is no thread to be had,
 * the caller does it.
 */
static gboolean
hash (int fd, gboolean patient, Content *content, GCancellable *cancellable, GError **error)
{
  const off_t middle = content->size / 2 / PIECE * PIECE;
  Part parts[2] = { { .fd = fd, .to = middle, .patient = patient, .cancellable = cancellable },
                    { .fd = fd, .from = middle, .to = content->size, .patient = patient, .cancellable = cancellable } };
  g_autofree char *first = NULL, *second = NULL;
  GThread *threads[2] = { NULL, NULL };

  posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  if (middle > 0)
    threads[0] = g_thread_try_new ("seal", seal_thread, &parts[0], NULL);
  if (patient)
    threads[1] = g_thread_try_new ("seal", seal_thread, &parts[1], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (threads[i] == NULL)
      hash_part (&parts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);

  if (parts[0].error != NULL || parts[1].error != NULL)
    {
      g_propagate_error (error, parts[0].error != NULL ? parts[0].error : parts[1].error);
      if (parts[0].error != NULL)
        g_clear_error (&parts[1].error);
      return FALSE;
    }

  first = hex_of (parts[0].sum);
  second = hex_of (parts[1].sum);
  content->hash = g_strconcat (first, second, NULL);
  return TRUE;
}

/* A seal of another hash is none: the file is looked at by itself then. */
static gboolean
read_seal (const char *path, Content *content)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  content->size = g_key_file_get_int64 (file, GROUP, "size", NULL);
  content->mtime_ns = g_key_file_get_int64 (file, GROUP, "mtime-ns", NULL);
  content->hash = g_key_file_get_string (file, GROUP, HASH, NULL);
  content->unchecked = g_key_file_get_boolean (file, GROUP, "unchecked", NULL);

  return content->hash != NULL && strlen (content->hash) == HASH_LENGTH;
}

static gboolean
write_seal (const char *path, const Content *content, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize size;

  g_key_file_set_int64 (file, GROUP, "size", content->size);
  g_key_file_set_int64 (file, GROUP, "mtime-ns", content->mtime_ns);
  g_key_file_set_string (file, GROUP, HASH, content->hash);
  if (content->unchecked)
    g_key_file_set_boolean (file, GROUP, "unchecked", TRUE);
  text = g_key_file_to_data (file, &size, NULL);

  return foothold_file_write (path, text, size, error);
}

gboolean
foothold_seal_check (FootholdSeal *self, FootholdSealVerdict *verdict, GCancellable *cancellable, GError **error)
{
  g_auto (Content) sealed = { 0 };
  g_auto (Content) found = { 0 };

  self->outdated = TRUE;
  *verdict = self->fresh ? FOOTHOLD_SEAL_FRESH : FOOTHOLD_SEAL_NONE;
  if (self->fd < 0 || !read_seal (self->seal_path, &sealed) || !measure (self->fd, &found))
    return TRUE;
  if (found.size != sealed.size)
    {
      *verdict = found.mtime_ns == sealed.mtime_ns ? FOOTHOLD_SEAL_ROTTEN : FOOTHOLD_SEAL_CHANGED;
      return TRUE;
    }
  if (!hash (self->fd, TRUE, &found, cancellable, error))
    return FALSE;

  if (g_str_equal (found.hash, sealed.hash))
    {
      self->outdated = FALSE;
      self->unchecked = sealed.unchecked;
      *verdict = sealed.unchecked ? FOOTHOLD_SEAL_UNCHECKED : FOOTHOLD_SEAL_INTACT;
    }
  else
    *verdict = found.mtime_ns == sealed.mtime_ns ? FOOTHOLD_SEAL_ROTTEN : FOOTHOLD_SEAL_CHANGED;
  return TRUE;
}

gboolean
foothold_seal_break (FootholdSeal *self, GError **error)
{
  if (self->broken)
    return TRUE;

  self->broken = foothold_file_remove (self->seal_path, error);
  return self->broken;
}

void
foothold_seal_close (FootholdSeal *self, gboolean clean, gboolean checked)
{
  g_auto (Content) content = { 0 };
  g_autoptr (GError) error = NULL;
  struct stat info, held;
  gboolean same;

  /* A connection still open: neither hash nor close the file under it. */
  if (stat (self->path, &info) == 0 && foothold_db_open_files_has (info.st_dev, info.st_ino))
    {
      g_critical ("the seal is closed before the last connection");
      clean = FALSE;
    }

  if (self->fd < 0 && clean)
    self->fd = open_file (self->path);
  same = self->fd >= 0 && fstat (self->fd, &held) == 0 && stat (self->path, &info) == 0 && held.st_ino == info.st_ino
         && held.st_dev == info.st_dev;

  /* Untouched: the old seal is still right, or has at least seen more than one who did not look. */
  if (clean && same
      && (self->broken || self->outdated || (self->unchecked && checked)
          || !g_file_test (self->seal_path, G_FILE_TEST_EXISTS)))
    {
      content.unchecked = !checked;
      if (!measure (self->fd, &content) || !hash (self->fd, FALSE, &content, NULL, &error)
          || !write_seal (self->seal_path, &content, &error))
        g_message ("no seal: %s", error != NULL ? error->message : "unreadable");
    }

  g_clear_fd (&self->fd, NULL);
  g_free (self->seal_path);
  g_free (self->path);
  g_free (self);
}
