/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-staging"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/foothold-staging-private.h"
#include "store/foothold-staging-records.h"

/*
 * A column of two thousand dates that are none is one thing to say: the first few are named, so that one sees what is
 * meant, and the rest is one line that counts them.
 */

void
foothold_alike_notes_free (gpointer data)
{
  FootholdAlikeNotes *self = data;

  g_free (self->field);
  g_free (self->kind);
  g_free (self->first);
  g_free (self->last);
  g_free (self->reason);
  g_free (self);
}

/* Without what stands between quotation marks of whatever language. (transfer full) */
static char *
without_value (const char *reason)
{
  static const char *const marks[] = { "“", "”", "„", "«", "»", "‘", "’", "‚", "「", "」", "\"" };
  const char *first = NULL, *last = NULL;

  for (const char *at = reason; *at != '\0'; at = g_utf8_next_char (at))
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (g_str_has_prefix (at, marks[i]))
        {
          first = first != NULL ? first : at;
          last = at;
        }
  if (first == last)
    return g_strdup (reason);

  {
    g_autofree char *before = g_strndup (reason, (gsize) (first - reason));

    return g_strconcat (before, last, NULL);
  }
}

/* Too many kinds are no column's: those that come later are named each. */
#define KINDS 200

gboolean
foothold_staging_note_alike (FootholdStaging *self, const char *where, const char *field, const char *reason)
{
  g_autofree char *kind = without_value (reason);
  FootholdAlikeNotes *notes = NULL;

  for (guint i = 0; i < self->alike->len && notes == NULL; i++)
    {
      FootholdAlikeNotes *other = g_ptr_array_index (self->alike, i);

      if (strcmp (other->field, field) == 0 && strcmp (other->kind, kind) == 0)
        notes = other;
    }
  if (notes == NULL && self->alike->len >= KINDS)
    return TRUE;
  if (notes == NULL)
    {
      notes = g_new0 (FootholdAlikeNotes, 1);
      notes->field = g_strdup (field);
      notes->kind = g_steal_pointer (&kind);
      g_ptr_array_add (self->alike, notes);
    }
  if (++notes->n <= FOOTHOLD_STAGING_NAMED)
    return TRUE;

  if (notes->first == NULL)
    notes->first = g_strdup (where);
  g_set_str (&notes->last, where);
  g_set_str (&notes->reason, reason);
  return FALSE;
}

/* They stand after all that was read, whose places must not change. */
static void
forget_found (FootholdStaging *self)
{
  g_mutex_lock (&self->mutex);
  for (guint i = self->entries->len; i > 0; i--)
    if (g_array_index (self->entries, FootholdStagingEntry, i - 1).found)
      g_array_remove_index (self->entries, i - 1);
  g_mutex_unlock (&self->mutex);
}

gboolean
foothold_staging_begin_comparing (FootholdStaging *self, GError **error)
{
  forget_found (self);
  /* what was read is summed up by itself, and once */
  if (!foothold_staging_sum_up (self, error))
    return FALSE;

  self->comparing = TRUE;
  return TRUE;
}

gboolean
foothold_staging_end_comparing (FootholdStaging *self, gboolean ok, GError **error)
{
  ok = ok && foothold_staging_sum_up (self, error);
  g_ptr_array_set_size (self->alike, 0);
  self->comparing = FALSE;
  return ok;
}
