/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "foothold-staging.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "rules/foothold-field-words.h"
#include "store/foothold-dossier-pack.h"
#include "store/foothold-fold.h"
#include "store/foothold-spool.h"
#include "store/foothold-staging-private.h"

/*
 * The records go to a spool; their offsets and verdicts are all that stays in
 * memory: 100,000 entries need a few megabytes.
 */

typedef struct
{
  goffset offset;
  guint32 length;
  guint32 head; /* bytes of it that a list shows and a comparison needs */
  guint8 kind;
  guint8 verdict;
  guint8 wanted;
  gint64 match;
  char *reason; /* of a match; a problem's is in the file */
} Entry;

enum
{
  KIND_DOSSIER,
  KIND_PROBLEM,
  KIND_FIELD_PROBLEM,
  KIND_NOT_READ,
  KIND_LEFT_OUT,
  KIND_ROW,
};

struct _FootholdStaging
{
  gatomicrefcount ref_count;
  GMutex mutex; /* the main thread lists while a worker compares */
  FootholdSpool *spool; /* the records */
  GByteArray *record; /* one being made */
  GArray *entries; /* Entry, what a person sees */
  GArray *rows; /* Entry */
  GPtrArray *types; /* FootholdRowType of each row */
  FootholdOthers others; /* of the rows */
  FootholdSink sink;
  GCancellable *cancellable;
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->reason);
}

/* The record that was made, of which the first @head bytes are read for lists. */
static gboolean
append_record (FootholdStaging *self, GArray *entries, guint8 kind, guint head, GError **error)
{
  Entry entry = { .kind = kind, .head = head };
  gboolean ok;

  g_mutex_lock (&self->mutex);
  entry.offset = foothold_spool_tell (self->spool);
  entry.length = self->record->len;
  entry.verdict = kind == KIND_DOSSIER    ? FOOTHOLD_VERDICT_NEW
                  : kind == KIND_LEFT_OUT ? FOOTHOLD_VERDICT_LEFT_OUT
                                          : FOOTHOLD_VERDICT_PROBLEM;
  entry.wanted = kind == KIND_DOSSIER;
  g_array_append_val (entries, entry);
  ok = foothold_spool_append (self->spool, self->record->data, self->record->len, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/* The first @length bytes of a record; @self locked. */
static guint8 *
read_bytes (FootholdStaging *self, const Entry *entry, gsize length, FootholdUnpack *unpack, GError **error)
{
  guint8 *bytes = foothold_spool_read (self->spool, entry->offset, length, error);

  if (bytes == NULL)
    return NULL;

  unpack->at = bytes;
  unpack->end = bytes + length;
  unpack->failed = FALSE;
  return bytes;
}

static guint8 *
read_record (FootholdStaging *self, const Entry *entry, FootholdUnpack *unpack, GError **error)
{
  return read_bytes (self, entry, entry->length, unpack, error);
}

static gboolean
check_cancelled (FootholdStaging *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Keys, and what a list shows, stand first, so that neither reads the rest. */
#define N_KEYS 5

static gboolean
take_dossier (gpointer user_data, FootholdDossier *taken, GError **error)
{
  FootholdStaging *self = user_data;
  g_autoptr (FootholdDossier) dossier = taken;
  const FootholdOpportunityRow *row = dossier->opportunity;
  g_autofree char *id = NULL;
  g_autofree char *url_key = row->url != NULL ? foothold_fold_url (row->url) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *organisation = row->organisation != NULL ? foothold_fold_name (row->organisation) : NULL;
  g_autofree char *place = row->location != NULL ? foothold_fold_name (row->location) : NULL;
  guint head;

  if (!check_cancelled (self, error))
    return FALSE;
  if (row->title == NULL || *row->title == '\0')
    return self->sink.problem (self, dossier->where, NULL, _ ("It has no title."), error);

  title = foothold_fold_name (row->title);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, row->row.id);
  g_byte_array_set_size (self->record, 0);
  foothold_pack_text (self->record, id);
  foothold_pack_text (self->record, url_key);
  foothold_pack_text (self->record, title);
  foothold_pack_text (self->record, organisation);
  foothold_pack_text (self->record, place);
  foothold_pack_text (self->record, dossier->where);
  foothold_pack_text (self->record, row->title);
  foothold_pack_text (self->record, row->organisation);
  head = self->record->len;
  foothold_pack_dossier (self->record, dossier);
  return append_record (self, self->entries, KIND_DOSSIER, head, error);
}

static gboolean
take_row (gpointer user_data, FootholdRow *taken, GError **error)
{
  FootholdStaging *self = user_data;
  g_autoptr (FootholdRow) row = taken;

  if (!check_cancelled (self, error))
    return FALSE;

  g_byte_array_set_size (self->record, 0);
  foothold_pack_row (self->record, row);
  g_ptr_array_add (self->types, (gpointer) row->type);
  return append_record (self, self->rows, KIND_ROW, 0, error);
}

static gboolean
take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  FootholdStaging *self = user_data;
  const gboolean is_file = g_strcmp0 (field, FOOTHOLD_LEFT_OUT) == 0;
  const guint8 kind = field == NULL                            ? KIND_PROBLEM
                      : is_file                                ? KIND_LEFT_OUT
                      : g_str_equal (field, FOOTHOLD_NOT_READ) ? KIND_NOT_READ
                                                               : KIND_FIELD_PROBLEM;

  if (!check_cancelled (self, error))
    return FALSE;

  g_byte_array_set_size (self->record, 0);
  foothold_pack_text (self->record, where);
  foothold_pack_text (self->record, is_file ? NULL : field);
  foothold_pack_text (self->record, reason);
  return append_record (self, self->entries, kind, self->record->len, error);
}

FootholdStaging *
foothold_staging_new (const char *dir, GError **error)
{
  g_autoptr (FootholdSpool) spool = foothold_spool_new (dir, error);
  FootholdStaging *self;

  if (spool == NULL)
    return NULL;

  self = g_new0 (FootholdStaging, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->spool = g_steal_pointer (&spool);
  self->record = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->types = g_ptr_array_new ();
  self->sink = (FootholdSink) { self, take_dossier, take_row, take_problem, NULL };
  return self;
}

FootholdStaging *
foothold_staging_ref (FootholdStaging *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_staging_unref (FootholdStaging *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  foothold_spool_free (self->spool);
  g_byte_array_unref (self->record);
  g_array_unref (self->entries);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->types);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

const FootholdSink *
foothold_staging_get_sink (FootholdStaging *self)
{
  return &self->sink;
}

void
foothold_staging_set_cancellable (FootholdStaging *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

GCancellable *
foothold_staging_get_cancellable (FootholdStaging *self)
{
  return self->cancellable;
}

FootholdStagedCounts
foothold_staging_get_counts (FootholdStaging *self)
{
  FootholdStagedCounts counts = { 0 };

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->kind == KIND_FIELD_PROBLEM)
        counts.n_fields_left_out++;
      else if (entry->kind == KIND_NOT_READ)
        counts.n_not_read++;
      else if (entry->kind == KIND_LEFT_OUT)
        counts.n_files_left_out++;
      else if (entry->kind == KIND_PROBLEM)
        counts.n_problems++;
      else if (entry->verdict == FOOTHOLD_VERDICT_NEW)
        counts.n_new++;
      else if (entry->verdict == FOOTHOLD_VERDICT_FILLS)
        counts.n_fills++;
      else if (entry->verdict == FOOTHOLD_VERDICT_SAME)
        counts.n_same++;
      else
        counts.n_problems++;
    }
  counts.others = self->others;
  counts.n_others = foothold_others_sum (&self->others);
  g_mutex_unlock (&self->mutex);

  return counts;
}

void
foothold_staging_set_others (FootholdStaging *self, const FootholdOthers *others)
{
  g_mutex_lock (&self->mutex);
  self->others = *others;
  g_mutex_unlock (&self->mutex);
}

static void
staged_entry_free (gpointer data)
{
  FootholdStagedEntry *self = data;

  g_free (self->where);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self->field);
  g_free (self->reason);
  g_free (self);
}

static FootholdStagedEntry *
staged_entry_new (FootholdStaging *self, guint n, GError **error)
{
  const Entry *entry = &g_array_index (self->entries, Entry, n);
  FootholdUnpack unpack;
  /* without what may be long: the texts, the saved page */
  g_autofree guint8 *bytes = read_bytes (self, entry, entry->head, &unpack, error);
  FootholdStagedEntry *staged;

  if (bytes == NULL)
    return NULL;

  staged = g_new0 (FootholdStagedEntry, 1);
  staged->n = n;
  staged->verdict = entry->verdict;
  staged->wanted = entry->wanted;
  staged->match = entry->match;
  staged->not_read = entry->kind == KIND_NOT_READ;
  if (entry->kind == KIND_DOSSIER)
    {
      staged->reason = g_strdup (entry->reason);
      for (guint i = 0; i < N_KEYS; i++)
        g_free (foothold_unpack_text (&unpack));
      staged->where = foothold_unpack_text (&unpack);
      staged->title = foothold_unpack_text (&unpack);
      staged->organisation = foothold_unpack_text (&unpack);
    }
  else
    {
      g_autofree char *field = NULL;

      staged->where = foothold_unpack_text (&unpack);
      field = foothold_unpack_text (&unpack);
      staged->field = field != NULL ? g_strdup (foothold_field_title (field)) : NULL;
      staged->reason = foothold_unpack_text (&unpack);
    }

  return staged;
}

/* Up to @limit entries from *@next on, which moves past them; those that are @shown, or all. */
static GPtrArray *
list_entries (FootholdStaging *self, guint *next, guint limit, gboolean (*shown) (const Entry *entry), GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (staged_entry_free);
  gboolean ok = TRUE;

  g_mutex_lock (&self->mutex);
  for (; ok && list->len < limit && *next < self->entries->len; (*next)++)
    if (shown == NULL || shown (&g_array_index (self->entries, Entry, *next)))
      {
        FootholdStagedEntry *staged = staged_entry_new (self, *next, error);

        ok = staged != NULL;
        if (ok)
          g_ptr_array_add (list, staged);
      }
  g_mutex_unlock (&self->mutex);

  return ok ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
foothold_staging_list (FootholdStaging *self, guint first, guint limit, GError **error)
{
  return list_entries (self, &first, limit, NULL, error);
}

static gboolean
is_noted (const Entry *entry)
{
  return entry->kind != KIND_DOSSIER || entry->reason != NULL;
}

GPtrArray *
foothold_staging_list_noted (FootholdStaging *self, guint *next, guint limit, GError **error)
{
  return list_entries (self, next, limit, is_noted, error);
}

static gboolean
can_want (const Entry *entry)
{
  return entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS;
}

guint
foothold_staging_set_all_wanted (FootholdStaging *self, gboolean wanted)
{
  guint n = 0;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (!can_want (entry))
        continue;
      entry->wanted = wanted;
      n += wanted ? 1 : 0;
    }
  g_mutex_unlock (&self->mutex);

  return n;
}

gboolean
foothold_staging_set_wanted (FootholdStaging *self, guint n, gboolean wanted, GError **error)
{
  gboolean ok;
  Entry *entry;

  g_return_val_if_fail (n < self->entries->len, FALSE);

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, Entry, n);
  ok = can_want (entry);
  if (ok)
    entry->wanted = wanted;
  g_mutex_unlock (&self->mutex);

  if (!ok)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("This entry brings nothing to import."));
  return ok;
}

guint
foothold_staging_get_n_entries (FootholdStaging *self)
{
  return self->entries->len;
}

guint
foothold_staging_get_n_rows (FootholdStaging *self)
{
  return self->rows->len;
}

FootholdVerdict
foothold_staging_get_verdict (FootholdStaging *self, guint n, gboolean *wanted, gint64 *match)
{
  FootholdVerdict verdict;
  const Entry *entry;

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, Entry, n);
  verdict = entry->verdict;
  *wanted = entry->wanted;
  *match = entry->match;
  g_mutex_unlock (&self->mutex);

  return verdict;
}

void
foothold_staging_set_verdict (FootholdStaging *self, guint n, FootholdVerdict verdict, gint64 match, const char *reason)
{
  Entry *entry;

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, Entry, n);
  entry->verdict = verdict;
  entry->match = match;
  entry->wanted = verdict == FOOTHOLD_VERDICT_NEW || verdict == FOOTHOLD_VERDICT_FILLS;
  g_set_str (&entry->reason, reason);
  g_mutex_unlock (&self->mutex);
}

gboolean
foothold_staging_read_keys (FootholdStaging *self,
                            guint n,
                            gint64 *id,
                            char **url_key,
                            char **folded_title,
                            char **folded_organisation,
                            char **folded_place,
                            GError **error)
{
  const Entry *entry;
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;
  g_autofree char *id_text = NULL;

  *id = 0;
  *url_key = *folded_title = *folded_organisation = *folded_place = NULL;
  g_mutex_lock (&self->mutex);
  if (g_array_index (self->entries, Entry, n).kind != KIND_DOSSIER)
    {
      g_mutex_unlock (&self->mutex);
      return TRUE;
    }
  entry = &g_array_index (self->entries, Entry, n);
  bytes = read_bytes (self, entry, entry->head, &unpack, error);
  g_mutex_unlock (&self->mutex);
  if (bytes == NULL)
    return FALSE;

  id_text = foothold_unpack_text (&unpack);
  *id = id_text != NULL ? g_ascii_strtoll (id_text, NULL, 10) : 0;
  *url_key = foothold_unpack_text (&unpack);
  *folded_title = foothold_unpack_text (&unpack);
  *folded_organisation = foothold_unpack_text (&unpack);
  *folded_place = foothold_unpack_text (&unpack);
  return TRUE;
}

FootholdDossier *
foothold_staging_read (FootholdStaging *self, guint n, GError **error)
{
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;
  FootholdDossier *dossier;
  guint32 head;

  g_mutex_lock (&self->mutex);
  if (g_array_index (self->entries, Entry, n).kind != KIND_DOSSIER)
    {
      g_mutex_unlock (&self->mutex);
      return NULL;
    }
  bytes = read_record (self, &g_array_index (self->entries, Entry, n), &unpack, error);
  head = g_array_index (self->entries, Entry, n).head;
  g_mutex_unlock (&self->mutex);
  if (bytes == NULL)
    return NULL;

  unpack.at += head;
  dossier = foothold_unpack_dossier (&unpack);
  if (dossier == NULL)
    foothold_spool_fail (error, EIO);
  return dossier;
}

gsize
foothold_staging_get_size (FootholdStaging *self, guint n)
{
  gsize size;

  g_mutex_lock (&self->mutex);
  size = g_array_index (self->entries, Entry, n).length;
  g_mutex_unlock (&self->mutex);

  return size;
}

const FootholdRowType *
foothold_staging_get_row_type (FootholdStaging *self, guint n)
{
  return g_ptr_array_index (self->types, n);
}

FootholdRow *
foothold_staging_read_row (FootholdStaging *self, guint n, GError **error)
{
  FootholdUnpack unpack;
  g_autofree guint8 *bytes = NULL;

  g_mutex_lock (&self->mutex);
  bytes = read_record (self, &g_array_index (self->rows, Entry, n), &unpack, error);
  g_mutex_unlock (&self->mutex);

  return bytes != NULL ? foothold_unpack_row (&unpack, g_ptr_array_index (self->types, n)) : NULL;
}
