// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-due-list"

#include "store/foothold-due-list.h"

#include <glib/gi18n-lib.h>

#include "rules/foothold-rhythm.h"
#include "store/foothold-due-sources.h"

/* ---- one line ---- */

FootholdDueEntry *
foothold_due_entry_ref (FootholdDueEntry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foothold_due_entry_unref (FootholdDueEntry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->organisation);
  g_free (self->name);
  g_free (self->step);
  g_free (self->state);
  g_free (self);
}

/* Ids are random in their lower bits, so that room for the kind can be made at the upper end. */
gint64
foothold_due_entry_get_key (const FootholdDueEntry *self)
{
  const gint64 id = self->interview != 0     ? self->interview
                    : self->application != 0 ? self->application
                    : self->outreach != 0    ? self->outreach
                    : self->person != 0      ? self->person
                                             : self->opportunity;

  return (gint64) ((((guint64) id << 3) | (guint64) self->kind) & G_MAXINT64);
}

static void
entry_unref (gpointer data)
{
  foothold_due_entry_unref (data);
}

char *
foothold_due_entry_sentence (const FootholdDueEntry *self, const char *day, const char *time)
{
  if (self->outreach != 0)
    return g_strdup (g_strcmp0 (self->state, "idea") == 0 ? _ ("Ask for the first time") : _ ("Ask again"));
  if (self->kind == FOOTHOLD_DUE_NEXT_STEP && self->step != NULL)
    return g_strdup (self->step);
  return foothold_due_sentence (self->kind, day, time);
}

char *
foothold_due_entry_subject (const FootholdDueEntry *self)
{
  const char *first = self->title != NULL ? self->title : self->name;

  if (first == NULL)
    return g_strdup (self->organisation != NULL ? self->organisation : "");
  if (self->organisation == NULL)
    return g_strdup (first);
  /* Translators: what something is for: an opportunity or a person, and the organisation */
  return g_strdup_printf (_ ("%1$s, %2$s"), first, self->organisation);
}

/* ---- the list ---- */

/* An offer wants its answer, also where nobody said by when. */
static gboolean
asks_without_day (FootholdDueWalk *walk, const FootholdDueItem *item, FootholdDueWhen *when)
{
  GDate snoozed;

  if (item->kind != FOOTHOLD_DUE_OFFER_ANSWER)
    return FALSE;

  if (foothold_rhythm_read_day (item->snoozed_until, &snoozed) && g_date_compare (&snoozed, &walk->today) > 0)
    {
      when->group = FOOTHOLD_DUE_SNOOZED;
      when->day = snoozed;
      when->days = g_date_days_between (&walk->today, &snoozed);
    }
  return TRUE;
}

FootholdDueEntry *
foothold_due_walk_add (FootholdDueWalk *walk, const FootholdDueItem *item)
{
  FootholdDueWhen when;
  FootholdDueEntry *entry;

  foothold_due_look (item, walk->now, walk->local, &when);
  if (when.group == FOOTHOLD_DUE_NEVER && !asks_without_day (walk, item, &when))
    return NULL;

  entry = g_new0 (FootholdDueEntry, 1);
  g_atomic_ref_count_init (&entry->ref_count);
  entry->kind = item->kind;
  entry->when = when;
  g_ptr_array_add (walk->entries, entry);
  return entry;
}

static int
compare_ids (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const FootholdDueEntry *one = *(FootholdDueEntry *const *) a, *other = *(FootholdDueEntry *const *) b;
  int order = foothold_due_compare (one->kind, &one->when, other->kind, &other->when);

  if (order == 0)
    order = g_strcmp0 (one->organisation, other->organisation);
  if (order == 0)
    order = g_strcmp0 (one->title != NULL ? one->title : one->name, other->title != NULL ? other->title : other->name);
  if (order == 0)
    order = compare_ids (one->application, other->application);
  if (order == 0)
    order = compare_ids (one->person, other->person);
  if (order == 0)
    order = compare_ids (one->outreach, other->outreach);
  if (order == 0)
    order = compare_ids (one->opportunity, other->opportunity);
  return order != 0 ? order : compare_ids (one->interview, other->interview);
}

static GPtrArray *
walk_all (FootholdDb *db, gint64 now, GTimeZone *local, gboolean named, GError **error)
{
  g_autoptr (GTimeZone) zone = local != NULL ? g_time_zone_ref (local) : g_time_zone_new_local ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_unref);
  FootholdDueWalk walk = { .db = db, .now = now, .local = zone, .named = named, .entries = entries };

  if (!foothold_rhythm_day_of_instant (now, zone, &walk.today))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("The clock of this machine shows no day of the calendar. Set it, and try again."));
      return NULL;
    }
  if (!foothold_due_walk_applications (&walk, error) || !foothold_due_walk_opportunities (&walk, error)
      || !foothold_due_walk_people (&walk, error) || !foothold_due_walk_outreach (&walk, error))
    return NULL;

  return g_steal_pointer (&entries);
}

GPtrArray *
foothold_due_list_load (FootholdDb *db, gint64 now, GTimeZone *local, GError **error)
{
  GPtrArray *entries = walk_all (db, now, local, TRUE, error);

  if (entries != NULL)
    g_ptr_array_sort (entries, compare_entries);
  return entries;
}

gint64
foothold_due_list_count (FootholdDb *db, gint64 now, GTimeZone *local, GError **error)
{
  g_autoptr (GPtrArray) entries = walk_all (db, now, local, FALSE, error);
  gint64 n = 0;

  if (entries == NULL)
    return -1;

  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (entries, i);

      if (entry->when.group == FOOTHOLD_DUE_OVERDUE || entry->when.group == FOOTHOLD_DUE_TODAY)
        n++;
    }

  return n;
}

/* ---- for the main thread ---- */

static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_due_list_load (db, *(const gint64 *) data, NULL, error);
}

static void
entries_unref (gpointer data)
{
  g_ptr_array_unref (data);
}

/* (transfer full): a task about @now. */
static GTask *
task_new (FootholdStore *store,
          gint64 now,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  return task;
}

void
foothold_due_list_load_async (FootholdStore *store,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = task_new (store, now, foothold_due_list_load_async, cancellable, callback, user_data);

  foothold_store_push_read (store, task, load, entries_unref);
}

GPtrArray *
foothold_due_list_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reader thread. The count comes back one larger: NULL would be an error. */
static gpointer
count (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 n = foothold_due_list_count (db, *(const gint64 *) data, NULL, error);

  return n >= 0 ? GSIZE_TO_POINTER ((gsize) n + 1) : NULL;
}

void
foothold_due_list_count_async (FootholdStore *store,
                               gint64 now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = task_new (store, now, foothold_due_list_count_async, cancellable, callback, user_data);

  foothold_store_push_read (store, task, count, NULL);
}
