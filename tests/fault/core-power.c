/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core-power.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xxhash.h>

#define SECTOR 512

/* A file as it is on the disk for certain, and what was written since its last sync. */
typedef struct
{
  GByteArray *durable;
  GPtrArray *pending; /* CoreOp, unowned */
} File;

typedef struct
{
  const char *from;
  const char *to;
  GRand *rand;
  GHashTable *files; /* id → File */
  GHashTable *names; /* path below from → id, for certain */
  GPtrArray *renaming; /* CoreOp of names since the last sync of their folder */
  GHashTable *state; /* path below to → GByteArray: what the current left behind */
  GHashTable *sound; /* gint64: the states that were found to be as they may be */
} Disk;

static void
file_free (gpointer data)
{
  File *self = data;

  g_byte_array_unref (self->durable);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static File *
disk_file (Disk *self, guint id)
{
  File *file = g_hash_table_lookup (self->files, GUINT_TO_POINTER (id));

  if (file == NULL)
    {
      file = g_new0 (File, 1);
      file->durable = g_byte_array_new ();
      file->pending = g_ptr_array_new ();
      g_hash_table_insert (self->files, GUINT_TO_POINTER (id), file);
    }

  return file;
}

static void
set_size (GByteArray *bytes, gsize size)
{
  gsize old = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > old)
    memset (bytes->data + old, 0, size - old);
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize size)
{
  if (offset + size > bytes->len)
    set_size (bytes, offset + size);
  memcpy (bytes->data + offset, data, size);
}

static void
apply (GByteArray *bytes, const CoreOp *op)
{
  if (op->kind == CORE_OP_WRITE)
    put (bytes, (gsize) op->offset, op->data, op->size);
  else
    set_size (bytes, (gsize) op->offset);
}

/* All of it, nothing, or some sectors, of which some are garbage. */
static void
apply_torn (Disk *self, GByteArray *bytes, const CoreOp *op)
{
  int fate = g_rand_int_range (self->rand, 0, 4);

  if (fate == 0 || (op->kind == CORE_OP_TRUNCATE && fate == 1))
    apply (bytes, op);
  if (fate <= 1 || op->kind == CORE_OP_TRUNCATE)
    return;

  for (gsize i = 0; i < op->size; i += SECTOR)
    {
      gsize n = MIN (SECTOR, op->size - i);
      int sector = g_rand_int_range (self->rand, 0, 8);

      if (sector < 4)
        put (bytes, (gsize) op->offset + i, op->data + i, n);
      else if (sector == 4)
        {
          guint8 garbage[SECTOR];

          for (gsize j = 0; j < n; j++)
            garbage[j] = (guint8) g_rand_int (self->rand);
          put (bytes, (gsize) op->offset + i, garbage, n);
        }
    }
}

static void
apply_name (GHashTable *names, const CoreOp *op)
{
  gpointer id;

  switch (op->kind)
    {
    case CORE_OP_LINK:
      g_hash_table_insert (names, g_strdup (op->path), GUINT_TO_POINTER (op->file));
      break;
    case CORE_OP_UNLINK:
      g_hash_table_remove (names, op->path);
      break;
    case CORE_OP_RENAME:
      id = g_hash_table_lookup (names, op->path);
      g_hash_table_remove (names, op->path);
      if (id != NULL)
        g_hash_table_insert (names, g_strdup (op->other), id);
      break;
    case CORE_OP_WRITE:
    case CORE_OP_TRUNCATE:
    case CORE_OP_SYNC:
    case CORE_OP_SYNC_DIR:
    case CORE_OP_ACK:
    default:
      break;
    }
}

/* A rename whose first name was itself not certain yet still brings the file along. */
static guint
file_behind (Disk *self, guint upto, const char *path)
{
  for (guint i = upto; i > 0; i--)
    {
      const CoreOp *op = g_ptr_array_index (self->renaming, i - 1);

      if (op->kind == CORE_OP_LINK && g_str_equal (op->path, path))
        return op->file;
      if (op->kind == CORE_OP_RENAME && g_str_equal (op->other, path))
        return file_behind (self, i - 1, op->path);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->names, path));
}

static gboolean
is_in (const char *path, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (parent, folder);
}

static void
take (Disk *self, const CoreOp *op)
{
  File *file;

  switch (op->kind)
    {
    case CORE_OP_WRITE:
    case CORE_OP_TRUNCATE:
      g_ptr_array_add (disk_file (self, op->file)->pending, (gpointer) op);
      break;
    case CORE_OP_SYNC:
      file = disk_file (self, op->file);
      for (guint i = 0; i < file->pending->len; i++)
        apply (file->durable, g_ptr_array_index (file->pending, i));
      g_ptr_array_set_size (file->pending, 0);
      break;
    case CORE_OP_LINK:
    case CORE_OP_UNLINK:
    case CORE_OP_RENAME:
      g_ptr_array_add (self->renaming, (gpointer) op);
      break;
    case CORE_OP_SYNC_DIR:
      for (guint i = 0; i < self->renaming->len;)
        {
          const CoreOp *name = g_ptr_array_index (self->renaming, i);

          if (is_in (name->path, op->path))
            {
              apply_name (self->names, name);
              g_ptr_array_remove_index (self->renaming, i);
            }
          else
            i++;
        }
      break;
    case CORE_OP_ACK:
    default:
      break;
    }
}

void
core_empty_folder (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          core_empty_folder (path);
          g_rmdir (path);
        }
      else
        g_unlink (path);
    }
}

static void
tear_file (Disk *self, const char *path, guint id)
{
  File *file = disk_file (self, id);
  GByteArray *bytes = g_byte_array_sized_new (file->durable->len);

  g_byte_array_append (bytes, file->durable->data, file->durable->len);
  for (guint i = 0; i < file->pending->len; i++)
    apply_torn (self, bytes, g_ptr_array_index (file->pending, i));
  g_hash_table_insert (self->state, g_strconcat (self->to, path + strlen (self->from), NULL), bytes);
}

static void
write_state (Disk *self)
{
  GHashTableIter iter;
  gpointer key, value;

  core_empty_folder (self->to);
  g_hash_table_iter_init (&iter, self->state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *target = key;
      const GByteArray *bytes = value;
      g_autofree char *folder = g_path_get_dirname (target);
      FILE *stream;

      g_mkdir_with_parents (folder, 0700);
      stream = fopen (target, "wb");
      if (stream == NULL || fwrite (bytes->data, 1, bytes->len, stream) != bytes->len)
        g_error ("%s: %s", target, g_strerror (errno));
      fclose (stream);
    }
}

/* Of all names and bytes, and of what was acknowledged by then. */
static gint64
state_key (Disk *self, gint64 acked)
{
  guint64 key = (guint64) acked;
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, self->state);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const GByteArray *bytes = value;

      /* the order of the names is nobody's */
      key += XXH3_64bits_withSeed (bytes->data, bytes->len, XXH3_64bits (path, strlen (path)));
    }

  return (gint64) key;
}

/* One of the states in which the current may leave the disk now. */
static void
build (Disk *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (names, g_strdup (key), value);
  for (guint i = 0; i < self->renaming->len; i++)
    {
      const CoreOp *op = g_ptr_array_index (self->renaming, i);

      if (g_rand_boolean (self->rand))
        continue;
      if (op->kind == CORE_OP_RENAME)
        {
          guint id = file_behind (self, i, op->path);

          g_hash_table_remove (names, op->path);
          if (id != 0)
            g_hash_table_insert (names, g_strdup (op->other), GUINT_TO_POINTER (id));
        }
      else
        apply_name (names, op);
    }

  g_hash_table_remove_all (self->state);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    tear_file (self, key, GPOINTER_TO_UINT (value));
}

CorePowerResult
core_power_play (GArray *ops,
                 const char *from,
                 const char *to,
                 guint n_states,
                 guint32 seed,
                 CorePowerCheck check,
                 gpointer user_data)
{
  CorePowerResult result = { 0 };
  Disk disk = { .from = from, .to = to, .rand = g_rand_new_with_seed (seed) };
  gint64 acked = 0;

  disk.files = g_hash_table_new_full (NULL, NULL, NULL, file_free);
  disk.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  disk.renaming = g_ptr_array_new ();
  disk.state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  disk.sound = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ops->len; i++)
    {
      const CoreOp *op = &g_array_index (ops, CoreOp, i);
      /* spread evenly over all the places where the current may go */
      guint wanted = (guint) ((guint64) n_states * (i + 1) / ops->len);

      take (&disk, op);
      if (op->kind == CORE_OP_ACK)
        acked = op->offset;
      for (; result.n_states < wanted; result.n_states++)
        {
          gint64 key;

          build (&disk);
          key = state_key (&disk, acked);
          /* the same bytes with the same promises: nothing else can come of them */
          if (g_hash_table_contains (disk.sound, &key))
            continue;
          result.n_different++;
          write_state (&disk);
          if (check (to, acked, user_data))
            g_hash_table_add (disk.sound, g_memdup2 (&key, sizeof key));
          else
            result.n_bad++;
        }
    }

  core_empty_folder (to);
  g_hash_table_unref (disk.files);
  g_hash_table_unref (disk.names);
  g_ptr_array_unref (disk.renaming);
  g_hash_table_unref (disk.state);
  g_hash_table_unref (disk.sound);
  g_rand_free (disk.rand);

  return result;
}
