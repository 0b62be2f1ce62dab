// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include <glib/gi18n-lib.h>

#include "exchange/foothold-import-row.h"
#include "exchange/foothold-json-import.h"
#include "exchange/foothold-limits.h"

/*
 * The objects of an export, read on two threads. An element is read without
 * anything but its own bytes, so a batch of them can be read anywhere; what came of it
 * is given to the sink on the caller's thread, in the order of the file.
 */

/* A batch takes about a millisecond, far longer than waking a thread for it. */
#define BATCH_ENTRIES 200
#define BATCH_BYTES (256 * 1024)
/* Not yet given to the sink, and so in memory, at most (one entry alone may be larger). */
#define AHEAD_BATCHES 6
#define AHEAD_BYTES (4 * 1024 * 1024)

/* What an element gave: one of the first four, or a problem. */
typedef struct
{
  FootholdDossier *dossier;
  FootholdPacked *packed;
  FootholdRow *row;
  FootholdNest *nest;
  char *where, *field, *reason;
} Event;

typedef struct
{
  guint first, end; /* elements */
  gsize length; /* bytes */
  FootholdJsonImport import; /* as at its first element; its sink writes down */
  const FootholdSink *target; /* that all of it goes to in the end */
  GArray *events; /* Event */
  gboolean done;
} Batch;

typedef struct
{
  FootholdJsonImport *import;
  GArray *elements; /* FootholdJsonSlice */
  const FootholdFamily *family;
  guint n_made; /* elements that are in a batch */

  GMutex mutex; /* of all below, and of the batches' done */
  GCond changed;
  GQueue waiting; /* Batch that nobody reads yet */
  GQueue order; /* Batch not yet given, as they lie in the file */
  gsize ahead; /* bytes of those */
  gboolean ended;
} Reading;

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_clear_pointer (&event->dossier, foothold_dossier_unref);
  g_clear_pointer (&event->packed, foothold_packed_free);
  g_clear_pointer (&event->row, foothold_row_unref);
  g_clear_pointer (&event->nest, foothold_nest_free);
  g_free (event->where);
  g_free (event->field);
  g_free (event->reason);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->events);
  g_free (batch);
}

static gboolean
note_dossier (gpointer user_data, FootholdDossier *dossier, GError **error)
{
  Batch *batch = user_data;
  Event event = { NULL };

  if (batch->target->pack != NULL)
    event.packed = batch->target->pack (batch->target->user_data, dossier);
  else
    event.dossier = dossier;
  g_array_append_val (batch->events, event);
  return TRUE;
}

static gboolean
note_row (gpointer user_data, FootholdRow *row, GError **error)
{
  const Event event = { .row = row };

  g_array_append_val (((Batch *) user_data)->events, event);
  return TRUE;
}

static gboolean
note_nest (gpointer user_data, FootholdNest *nest, GError **error)
{
  const Event event = { .nest = nest };

  g_array_append_val (((Batch *) user_data)->events, event);
  return TRUE;
}

static gboolean
note_problem (gpointer user_data, const char *where, const char *field, const char *reason, GError **error)
{
  const Event event = { .where = g_strdup (where), .field = g_strdup (field), .reason = g_strdup (reason) };

  g_array_append_val (((Batch *) user_data)->events, event);
  return TRUE;
}

/* On either thread. Nothing that is written down can fail. */
static void
read_batch (const Reading *reading, Batch *batch)
{
  const FootholdSink sink = { .user_data = batch,
                              .take_dossier = note_dossier,
                              .take_row = note_row,
                              .problem = note_problem,
                              .take_nest = note_nest };

  batch->import.sink = &sink;
  for (guint n = batch->first; n < batch->end; n++)
    {
      const FootholdJsonSlice element = g_array_index (reading->elements, FootholdJsonSlice, n);
      g_autofree char *where = foothold_json_import_where (&batch->import, reading->family->list, n, element);

      if (element.length > FOOTHOLD_LIMIT_JSON_OBJECT)
        note_problem (batch, where, NULL, _ ("It is too large, so it was left out."), NULL);
      else
        foothold_json_import_object (&batch->import, reading->family, element, where, NULL);
    }
  batch->import.sink = NULL;
}

static Batch *
make_batch (Reading *reading)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->first = batch->end = reading->n_made;
  batch->events = g_array_sized_new (FALSE, FALSE, sizeof (Event), BATCH_ENTRIES);
  g_array_set_clear_func (batch->events, event_clear);
  foothold_json_import_line (reading->import, g_array_index (reading->elements, FootholdJsonSlice, batch->first).at);
  batch->import = *reading->import;
  batch->target = reading->import->sink;
  while (batch->end < reading->elements->len && batch->end - batch->first < BATCH_ENTRIES
         && (batch->end == batch->first || batch->length < BATCH_BYTES))
    batch->length += g_array_index (reading->elements, FootholdJsonSlice, batch->end++).length;
  reading->n_made = batch->end;

  return batch;
}

/* @reading locked. */
static void
make_batches (Reading *reading)
{
  while (reading->n_made < reading->elements->len && reading->order.length < AHEAD_BATCHES
         && reading->ahead < AHEAD_BYTES)
    {
      Batch *batch = make_batch (reading);

      reading->ahead += batch->length;
      g_queue_push_tail (&reading->order, batch);
      g_queue_push_tail (&reading->waiting, batch);
      g_cond_broadcast (&reading->changed);
    }
}

/* @reading locked, and again on return. FALSE when nothing waits. */
static gboolean
read_next (Reading *reading)
{
  Batch *batch = g_queue_pop_head (&reading->waiting);

  if (batch == NULL)
    return FALSE;

  g_mutex_unlock (&reading->mutex);
  read_batch (reading, batch);
  g_mutex_lock (&reading->mutex);
  batch->done = TRUE;
  g_cond_broadcast (&reading->changed);
  return TRUE;
}

static gpointer
help_reading (gpointer data)
{
  Reading *reading = data;

  g_mutex_lock (&reading->mutex);
  while (!reading->ended)
    if (!read_next (reading))
      g_cond_wait (&reading->changed, &reading->mutex);
  g_mutex_unlock (&reading->mutex);

  return NULL;
}

/* The next batch of the file, read; NULL after the last. */
static Batch *
next_batch (Reading *reading)
{
  Batch *batch;

  g_mutex_lock (&reading->mutex);
  make_batches (reading);
  batch = g_queue_peek_head (&reading->order);
  while (batch != NULL && !batch->done)
    if (!read_next (reading))
      g_cond_wait (&reading->changed, &reading->mutex);
  if (batch != NULL)
    {
      g_queue_pop_head (&reading->order);
      reading->ahead -= batch->length;
    }
  g_mutex_unlock (&reading->mutex);

  return batch;
}

static gboolean
give_one (const FootholdSink *sink, Event *event, GError **error)
{
  if (event->dossier != NULL)
    return sink->take_dossier (sink->user_data, g_steal_pointer (&event->dossier), error);
  if (event->packed != NULL)
    return sink->take_packed (sink->user_data, g_steal_pointer (&event->packed), error);
  if (event->row != NULL)
    return sink->take_row (sink->user_data, g_steal_pointer (&event->row), error);
  if (event->nest != NULL)
    return sink->take_nest (sink->user_data, g_steal_pointer (&event->nest), error);

  return sink->problem (sink->user_data, event->where, event->field, event->reason, error);
}

/* What the batch gave goes to the sink. */
static gboolean
give (Reading *reading, Batch *batch, GError **error)
{
  if (!foothold_json_import_step (reading->import, batch->length, error))
    return FALSE;

  for (guint i = 0; i < batch->events->len; i++)
    if (!give_one (reading->import->sink, &g_array_index (batch->events, Event, i), error))
      return FALSE;

  return TRUE;
}

gboolean
foothold_json_import_objects (FootholdJsonImport *self, const FootholdFamily *family, GArray *elements, GError **error)
{
  Reading reading = { .import = self, .elements = elements, .family = family };
  GThread *helper = NULL;
  Batch *batch;
  gboolean ok = TRUE;

  g_mutex_init (&reading.mutex);
  g_cond_init (&reading.changed);
  /* where no thread is to be had, this one reads alone */
  if (elements->len > BATCH_ENTRIES)
    helper = g_thread_try_new ("foothold-import", help_reading, &reading, NULL);

  while (ok && (batch = next_batch (&reading)) != NULL)
    {
      ok = give (&reading, batch, error);
      batch_free (batch);
    }

  g_mutex_lock (&reading.mutex);
  reading.ended = TRUE;
  g_cond_broadcast (&reading.changed);
  g_mutex_unlock (&reading.mutex);
  g_clear_pointer (&helper, g_thread_join);
  g_queue_clear (&reading.waiting);
  g_queue_clear_full (&reading.order, batch_free);
  g_cond_clear (&reading.changed);
  g_mutex_clear (&reading.mutex);

  return ok;
}
