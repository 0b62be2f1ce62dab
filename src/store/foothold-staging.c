/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include "store/foothold-staging-records.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-field-words.h"
#include "store/foothold-application-rows.h"
#include "store/foothold-dossier-pack.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-staging-private.h"

static void
entry_clear (gpointer data)
{
  g_free (((FootholdStagingEntry *) data)->reason);
}

/* The record that was made, of which the first @head bytes are read for lists. */
static gboolean
append_record (FootholdStaging *self, GArray *entries, guint8 kind, guint head, gint64 id, GError **error)
{
  FootholdStagingEntry entry = { .kind = kind, .head = head, .id = id };
  gboolean ok;

  g_mutex_lock (&self->mutex);
  entry.offset = foothold_spool_tell (self->spool);
  entry.length = self->record->len;
  entry.verdict = kind == FOOTHOLD_STAGING_DOSSIER    ? FOOTHOLD_VERDICT_NEW
                  : kind == FOOTHOLD_STAGING_LEFT_OUT ? FOOTHOLD_VERDICT_LEFT_OUT
                  : kind == FOOTHOLD_STAGING_READ     ? FOOTHOLD_VERDICT_READ
                                                      : FOOTHOLD_VERDICT_PROBLEM;
  entry.wanted = kind == FOOTHOLD_STAGING_DOSSIER;
  g_array_append_val (entries, entry);
  ok = foothold_spool_append (self->spool, self->record->data, self->record->len, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

static gboolean
check_cancelled (FootholdStaging *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* What a list shows of an entry besides its name. */
static const char *const shown_fields[] = { "work_mode",     "location",     "minutes_min", "minutes_max",
                                            "pay_kind",      "pay_period",   "currency",    "pay_gross_min",
                                            "pay_gross_max", "apply_window", "apply_by",    "apply_by_time",
                                            "apply_by_zone" };

/* Found once: an import may have a hundred thousand entries. */
static const FootholdField *const *
find_shown (void)
{
  static const FootholdField *fields[G_N_ELEMENTS (shown_fields)];
  static gsize found;

  if (g_once_init_enter (&found))
    {
      for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
        fields[i] = foothold_row_type_find (&foothold_opportunity_row_type, shown_fields[i]);
      g_once_init_leave (&found, 1);
    }

  return fields;
}

static void
pack_facts (GByteArray *out, const FootholdOpportunityRow *row)
{
  const FootholdField *const *fields = find_shown ();

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      const FootholdField *field = fields[i];
      g_autofree char *number = NULL;

      if (!foothold_field_is_text (field) && foothold_row_has_value (row, field))
        number = g_strdup_printf ("%" G_GINT64_FORMAT, foothold_row_get_int (row, field));
      foothold_pack_text (out, foothold_field_is_text (field) ? foothold_row_get_text (row, field) : number);
    }
}

static FootholdOpportunityRow *
unpack_facts (FootholdUnpack *unpack)
{
  FootholdOpportunityRow *row = foothold_row_new (&foothold_opportunity_row_type);
  const FootholdField *const *fields = find_shown ();

  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      const FootholdField *field = fields[i];
      g_autofree char *text = foothold_unpack_text (unpack);

      if (text != NULL && foothold_field_is_text (field))
        foothold_row_set_text (row, field, text);
      else if (text != NULL)
        foothold_row_set_int (row, field, g_ascii_strtoll (text, NULL, 10));
    }

  return row;
}

static gboolean
take_dossier (gpointer user_data, FootholdDossier *taken, GError **error)
{
  FootholdStaging *self = user_data;
  g_autoptr (FootholdDossier) dossier = taken;
  const FootholdOpportunityRow *row = dossier->opportunity;
  const FootholdNest *nest = dossier->applications->len > 0 ? g_ptr_array_index (dossier->applications, 0) : NULL;
  const FootholdApplicationRow *application = nest != NULL ? (const FootholdApplicationRow *) nest->row : NULL;
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
  g_byte_array_set_size (self->record, 0);
  foothold_pack_text (self->record, url_key);
  foothold_pack_text (self->record, title);
  foothold_pack_text (self->record, organisation);
  foothold_pack_text (self->record, place);
  foothold_pack_text (self->record, dossier->where);
  foothold_pack_text (self->record, row->title);
  foothold_pack_text (self->record, row->organisation);
  foothold_pack_text (self->record, application != NULL ? application->state : NULL);
  foothold_pack_text (self->record, application != NULL ? application->sent_on : NULL);
  pack_facts (self->record, row);
  head = self->record->len;
  foothold_pack_dossier (self->record, dossier);
  if (!append_record (self, self->entries, FOOTHOLD_STAGING_DOSSIER, head, row->row.id, error))
    return FALSE;

  g_mutex_lock (&self->mutex);
  {
    FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, self->entries->len - 1);

    entry->brings = entry->applies = nest != NULL;
  }
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
take_row (gpointer user_data, FootholdRow *taken, GError **error)
{
  FootholdStaging *self = user_data;
  g_autoptr (FootholdRow) row = taken;

  /* anything else would be left out later without a word */
  g_assert (foothold_family_of_rows (row->type) != NULL);
  if (!check_cancelled (self, error))
    return FALSE;

  g_byte_array_set_size (self->record, 0);
  foothold_pack_row (self->record, row);
  g_ptr_array_add (self->types, (gpointer) row->type);
  if (!append_record (self, self->rows, FOOTHOLD_STAGING_ROW, 0, row->id, error))
    return FALSE;

  g_mutex_lock (&self->mutex);
  /* what a reader makes is younger than the staging, and older than now */
  g_array_index (self->rows, FootholdStagingEntry, self->rows->len - 1).own =
    row->id != 0 && (row->id < self->first_id || row->id > foothold_id_next ());
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
take_nest (gpointer user_data, FootholdNest *taken, GError **error)
{
  FootholdStaging *self = user_data;
  g_autoptr (FootholdNest) nest = taken;

  if (!check_cancelled (self, error))
    return FALSE;

  g_byte_array_set_size (self->record, 0);
  foothold_pack_nest (self->record, nest);
  g_ptr_array_add (self->families, (gpointer) nest->family);
  return append_record (self, self->nests, FOOTHOLD_STAGING_NEST, 0, nest->row->id, error);
}

/* What a line of a report is, by what stands for its field. */
static guint8
kind_of (const char *field)
{
  static const struct
  {
    const char *field;
    guint8 kind;
  } kinds[] = {
    { FOOTHOLD_LEFT_OUT, FOOTHOLD_STAGING_LEFT_OUT },       { FOOTHOLD_FILE_READ, FOOTHOLD_STAGING_READ },
    { FOOTHOLD_NOT_READ, FOOTHOLD_STAGING_NOT_READ },       { FOOTHOLD_ASKS_DATES, FOOTHOLD_STAGING_ASKS },
    { FOOTHOLD_ANSWERED_DATES, FOOTHOLD_STAGING_ANSWERED },
  };

  for (guint i = 0; field != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].field, field))
      return kinds[i].kind;

  return field != NULL ? FOOTHOLD_STAGING_FIELD_PROBLEM : FOOTHOLD_STAGING_PROBLEM;
}

static gboolean
append_problem (FootholdStaging *self,
                guint8 kind,
                const char *where,
                const char *field,
                const char *reason,
                GError **error)
{
  g_byte_array_set_size (self->record, 0);
  foothold_pack_text (self->record, where);
  foothold_pack_text (self->record, field);
  foothold_pack_text (self->record, reason);
  return append_record (self, self->entries, kind, self->record->len, 0, error);
}

static gboolean
take_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  FootholdStaging *self = user_data;
  const guint8 kind = kind_of (field);
  const gboolean is_file = kind == FOOTHOLD_STAGING_LEFT_OUT || kind == FOOTHOLD_STAGING_READ;

  if (!check_cancelled (self, error))
    return FALSE;
  if (kind == FOOTHOLD_STAGING_FIELD_PROBLEM && !foothold_staging_note_alike (self, where, field, reason))
    return TRUE;

  return append_problem (self, kind, where, is_file ? NULL : field, reason, error);
}

gboolean
foothold_staging_sum_up (FootholdStaging *self, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->alike->len; i++)
    {
      const FootholdAlikeNotes *notes = g_ptr_array_index (self->alike, i);
      const guint n = notes->n > FOOTHOLD_STAGING_NAMED ? notes->n - FOOTHOLD_STAGING_NAMED : 0;
      g_autofree char *where = NULL;
      g_autofree char *reason = NULL;

      if (n == 0)
        continue;
      where = g_strcmp0 (notes->first, notes->last) == 0 ? g_strdup (notes->last)
                                                         : g_strdup_printf ("%s – %s", notes->first, notes->last);
      /* Translators: of many lines of a report that say the same of different values; the last %s is the whole
       * sentence of one of them */
      reason = g_strdup_printf (ngettext ("And %u more like these. The last one: %s",
                                          "And %u more like these. The last one: %s", n),
                                n, notes->reason);
      ok = append_problem (self, FOOTHOLD_STAGING_FIELD_PROBLEM, where, notes->field, reason, error);
      if (ok)
        {
          g_mutex_lock (&self->mutex);
          g_array_index (self->entries, FootholdStagingEntry, self->entries->len - 1).times = n;
          g_mutex_unlock (&self->mutex);
        }
    }
  g_ptr_array_set_size (self->alike, 0);

  return ok;
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
  self->first_id = foothold_id_next ();
  self->record = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  self->types = g_ptr_array_new ();
  self->nests = g_array_new (FALSE, FALSE, sizeof (FootholdStagingEntry));
  self->families = g_ptr_array_new ();
  self->alike = g_ptr_array_new_with_free_func (foothold_alike_notes_free);
  self->sink = (FootholdSink) { self, take_dossier, take_row, take_problem, NULL, take_nest, NULL };
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

  foothold_staging_forget_people (self);
  foothold_spool_free (self->spool);
  g_byte_array_unref (self->record);
  g_array_unref (self->entries);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->types);
  g_array_unref (self->nests);
  g_ptr_array_unref (self->families);
  g_ptr_array_unref (self->alike);
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

static gboolean
can_want (const FootholdStagingEntry *entry)
{
  return entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS;
}

FootholdStagedCounts
foothold_staging_get_counts (FootholdStaging *self)
{
  FootholdStagedCounts counts = { 0 };

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, i);

      if (entry->kind == FOOTHOLD_STAGING_FIELD_PROBLEM)
        counts.n_fields_left_out += MAX (entry->times, 1);
      else if (entry->kind == FOOTHOLD_STAGING_NOT_READ)
        counts.n_not_read++;
      else if (entry->kind == FOOTHOLD_STAGING_LEFT_OUT)
        counts.n_files_left_out++;
      else if (entry->kind == FOOTHOLD_STAGING_READ)
        counts.n_files_read++;
      else if (entry->kind == FOOTHOLD_STAGING_ASKS)
        counts.n_asks++;
      else if (entry->kind == FOOTHOLD_STAGING_ANSWERED)
        counts.n_answered++;
      else if (entry->kind == FOOTHOLD_STAGING_PROBLEM)
        counts.n_problems++;
      else if (entry->verdict == FOOTHOLD_VERDICT_NEW)
        counts.n_new++;
      else if (entry->verdict == FOOTHOLD_VERDICT_FILLS)
        counts.n_fills++;
      else if (entry->verdict == FOOTHOLD_VERDICT_SAME)
        counts.n_same++;
      else
        counts.n_problems++;
      counts.n_wanted += entry->wanted && can_want (entry);
      if (entry->applies && (entry->verdict == FOOTHOLD_VERDICT_NEW || entry->verdict == FOOTHOLD_VERDICT_FILLS))
        {
          counts.n_applications++;
          counts.n_applications_wanted += entry->wanted;
        }
    }
  counts.n_entries = self->entries->len;
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
  g_free (self->application);
  g_clear_pointer (&self->facts, foothold_row_unref);
  g_free (self->field);
  g_free (self->reason);
  g_free (self);
}

static FootholdStagedEntry *
staged_entry_new (FootholdStaging *self, guint n, GError **error)
{
  const FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  FootholdUnpack unpack;
  /* without what may be long: the texts, the saved page */
  g_autofree guint8 *bytes = foothold_staging_read_bytes (self, entry, entry->head, &unpack, error);
  FootholdStagedEntry *staged;

  if (bytes == NULL)
    return NULL;

  staged = g_new0 (FootholdStagedEntry, 1);
  staged->n = n;
  staged->verdict = entry->verdict;
  staged->wanted = entry->wanted;
  staged->match = entry->match;
  staged->not_read = entry->kind == FOOTHOLD_STAGING_NOT_READ;
  staged->asks = entry->kind == FOOTHOLD_STAGING_ASKS || entry->kind == FOOTHOLD_STAGING_ANSWERED;
  if (entry->kind == FOOTHOLD_STAGING_DOSSIER)
    {
      staged->reason = g_strdup (entry->reason);
      for (guint i = 0; i < FOOTHOLD_STAGING_N_KEYS; i++)
        g_free (foothold_unpack_text (&unpack));
      staged->where = foothold_unpack_text (&unpack);
      staged->title = foothold_unpack_text (&unpack);
      staged->organisation = foothold_unpack_text (&unpack);
      staged->application = foothold_unpack_text (&unpack);
      if (!entry->applies)
        g_clear_pointer (&staged->application, g_free);
      g_free (foothold_unpack_text (&unpack)); /* when it was sent: a key, see foothold_staging_read_keys */
      staged->facts = unpack_facts (&unpack);
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
list_entries (FootholdStaging *self,
              guint *next,
              guint limit,
              gboolean (*shown) (const FootholdStagingEntry *entry),
              GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (staged_entry_free);
  gboolean ok = TRUE;

  g_mutex_lock (&self->mutex);
  for (; ok && list->len < limit && *next < self->entries->len; (*next)++)
    if (shown == NULL || shown (&g_array_index (self->entries, FootholdStagingEntry, *next)))
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
is_noted (const FootholdStagingEntry *entry)
{
  return entry->kind != FOOTHOLD_STAGING_DOSSIER || entry->reason != NULL;
}

GPtrArray *
foothold_staging_list_noted (FootholdStaging *self, guint *next, guint limit, GError **error)
{
  return list_entries (self, next, limit, is_noted, error);
}

guint
foothold_staging_set_all_wanted (FootholdStaging *self, gboolean wanted)
{
  guint n = 0;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->entries->len; i++)
    {
      FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, i);

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
  FootholdStagingEntry *entry;

  g_return_val_if_fail (n < self->entries->len, FALSE);

  g_mutex_lock (&self->mutex);
  entry = &g_array_index (self->entries, FootholdStagingEntry, n);
  ok = can_want (entry);
  if (ok)
    entry->wanted = wanted;
  if (ok && wanted && entry->into != 0)
    g_array_index (self->entries, FootholdStagingEntry, entry->into - 1).wanted = TRUE;
  for (guint i = 0; ok && !wanted && i < self->entries->len; i++)
    if (g_array_index (self->entries, FootholdStagingEntry, i).into == n + 1)
      g_array_index (self->entries, FootholdStagingEntry, i).wanted = FALSE;
  g_mutex_unlock (&self->mutex);

  if (!ok)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("This entry brings nothing to import."));
  return ok;
}
