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

/* What an importer gives is packed and appended to the staging file. */

/* A @record that was made, of which the first @head bytes are read for lists. */
static gboolean
append_record (FootholdStaging *self,
               GArray *entries,
               guint8 kind,
               const GByteArray *record,
               guint head,
               gint64 id,
               GError **error)
{
  FootholdStagingEntry entry = { .kind = kind, .head = head, .id = id, .found = self->comparing };
  gboolean ok;

  g_mutex_lock (&self->mutex);
  entry.offset = foothold_spool_tell (self->spool);
  entry.length = record->len;
  entry.verdict = kind == FOOTHOLD_STAGING_DOSSIER    ? FOOTHOLD_VERDICT_NEW
                  : kind == FOOTHOLD_STAGING_LEFT_OUT ? FOOTHOLD_VERDICT_LEFT_OUT
                  : kind == FOOTHOLD_STAGING_READ     ? FOOTHOLD_VERDICT_READ
                                                      : FOOTHOLD_VERDICT_PROBLEM;
  entry.wanted = kind == FOOTHOLD_STAGING_DOSSIER;
  g_array_append_val (entries, entry);
  ok = foothold_spool_append (self->spool, record->data, record->len, error);
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

FootholdOpportunityRow *
foothold_staging_unpack_facts (FootholdUnpack *unpack)
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

void
foothold_packed_free (FootholdPacked *self)
{
  g_clear_pointer (&self->record, g_byte_array_unref);
  g_free (self->where);
  g_free (self);
}

/* More than most need, so that a record seldom grows. */
#define RECORD_BYTES 4096

/* Any thread: looks at nothing but the dossier. */
static FootholdPacked *
pack (gpointer user_data, FootholdDossier *taken)
{
  g_autoptr (FootholdDossier) dossier = taken;
  const FootholdOpportunityRow *row = dossier->opportunity;
  const FootholdNest *nest = dossier->applications->len > 0 ? g_ptr_array_index (dossier->applications, 0) : NULL;
  const FootholdApplicationRow *application = nest != NULL ? (const FootholdApplicationRow *) nest->row : NULL;
  g_autofree char *url_key = NULL;
  g_autofree char *title = NULL;
  g_autofree char *organisation = NULL;
  g_autofree char *place = NULL;
  FootholdPacked *packed = g_new0 (FootholdPacked, 1);

  if (row->title == NULL || *row->title == '\0')
    {
      packed->where = g_strdup (dossier->where);
      return packed;
    }

  url_key = row->url != NULL ? foothold_fold_url (row->url) : NULL;
  title = foothold_fold_name (row->title);
  organisation = row->organisation != NULL ? foothold_fold_name (row->organisation) : NULL;
  place = row->location != NULL ? foothold_fold_name (row->location) : NULL;

  packed->record = g_byte_array_sized_new (RECORD_BYTES);
  packed->id = row->row.id;
  packed->brings = nest != NULL;
  foothold_pack_text (packed->record, url_key);
  foothold_pack_text (packed->record, title);
  foothold_pack_text (packed->record, organisation);
  foothold_pack_text (packed->record, place);
  foothold_pack_text (packed->record, dossier->where);
  foothold_pack_text (packed->record, row->title);
  foothold_pack_text (packed->record, row->organisation);
  foothold_pack_text (packed->record, application != NULL ? application->state : NULL);
  foothold_pack_text (packed->record, application != NULL ? application->sent_on : NULL);
  pack_facts (packed->record, row);
  packed->head = packed->record->len;
  foothold_pack_dossier (packed->record, dossier);

  return packed;
}

static gboolean
append_dossier (FootholdStaging *self, const FootholdPacked *packed, GError **error)
{
  if (!append_record (self, self->entries, FOOTHOLD_STAGING_DOSSIER, packed->record, packed->head, packed->id, error))
    return FALSE;

  g_mutex_lock (&self->mutex);
  {
    FootholdStagingEntry *entry = &g_array_index (self->entries, FootholdStagingEntry, self->entries->len - 1);

    entry->brings = entry->applies = packed->brings;
  }
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
take_packed (gpointer user_data, FootholdPacked *packed, GError **error)
{
  FootholdStaging *self = user_data;
  gboolean ok = check_cancelled (self, error);

  if (ok && packed->record == NULL)
    ok = self->sink.problem (self, packed->where, NULL, _ ("It has no title."), error);
  else if (ok)
    ok = append_dossier (self, packed, error);

  foothold_packed_free (packed);
  return ok;
}

static gboolean
take_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  return take_packed (user_data, pack (user_data, dossier), error);
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
  if (!append_record (self, self->rows, FOOTHOLD_STAGING_ROW, self->record, 0, row->id, error))
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
  return append_record (self, self->nests, FOOTHOLD_STAGING_NEST, self->record, 0, nest->row->id, error);
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
  return append_record (self, self->entries, kind, self->record, self->record->len, 0, error);
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

void
foothold_staging_make_sink (FootholdStaging *self)
{
  self->sink = (FootholdSink) {
    .user_data = self,
    .take_dossier = take_dossier,
    .take_row = take_row,
    .problem = take_problem,
    .take_nest = take_nest,
    .pack = pack,
    .take_packed = take_packed,
  };
}
