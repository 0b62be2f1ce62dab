/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-clock.h"

#include "store/foothold-expiry.h"
#include "store/foothold-id.h"

/* The timer stands still while the machine sleeps: it looks again within the hour. */
#define LONGEST_S 3600

struct _FootholdClock
{
  GObject parent_instance;

  FootholdStore *store;
  FootholdNowFunc now;
  GDate day;
  GCancellable *cancellable;
  guint timer;
};

static guint day_changed_signal;

G_DEFINE_FINAL_TYPE (FootholdClock, foothold_clock, G_TYPE_OBJECT)

static void
expired_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* Whoever watches over the data as a whole hears of it: nobody asked for this write. */
  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    g_debug ("nothing expires: %s", error->message);
}

static gboolean
timer_cb (gpointer user_data)
{
  FootholdClock *self = user_data;

  self->timer = 0;
  foothold_clock_tick (self);
  return G_SOURCE_REMOVE;
}

void
foothold_clock_tick (FootholdClock *self)
{
  g_autoptr (GDateTime) now = NULL;
  GDate today;
  gint64 instant;
  guint seconds;

  g_return_if_fail (FOOTHOLD_IS_CLOCK (self));

  instant = self->now ();
  now = g_date_time_new_from_unix_local (instant / 1000);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  if (!g_date_valid (&self->day) || g_date_compare (&self->day, &today) != 0)
    {
      const gboolean first = !g_date_valid (&self->day);

      self->day = today;
      if (!foothold_store_get_read_only (self->store))
        foothold_store_expire_async (self->store, instant, self->cancellable, expired_cb, NULL);
      if (!first)
        g_signal_emit (self, day_changed_signal, 0);
    }

  /* A second into the new day, wherever that begins. */
  seconds =
    24 * 3600 + 1
    - (guint) (g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now));
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (MIN (seconds, LONGEST_S), timer_cb, self);
}

FootholdClock *
foothold_clock_new (FootholdStore *store, FootholdNowFunc now)
{
  FootholdClock *self = g_object_new (FOOTHOLD_TYPE_CLOCK, NULL);

  self->store = g_object_ref (store);
  self->now = now != NULL ? now : foothold_now_ms;
  foothold_clock_tick (self);
  return self;
}

static void
foothold_clock_dispose (GObject *object)
{
  FootholdClock *self = FOOTHOLD_CLOCK (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_clock_parent_class)->dispose (object);
}

static void
foothold_clock_class_init (FootholdClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_clock_dispose;

  day_changed_signal =
    g_signal_new ("day-changed", FOOTHOLD_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_clock_init (FootholdClock *self)
{
  g_date_clear (&self->day, 1);
  self->cancellable = g_cancellable_new ();
}
