// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-reminders"

#include "foothold-reminders.h"

#include "model/foothold-reminding.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-due-store.h"
#include "store/foothold-id.h"

#include <glib/gi18n.h>
#include <string.h>

/* The timer stands still while the machine sleeps: it looks again within the hour. */
#define LONGEST_MS (3600 * 1000)
/* Many changes in a row are looked at once. */
#define DELAY_MS 500

struct _FootholdReminders
{
  GObject parent_instance;

  GApplication *application;
  FootholdStore *store;
  GSettings *settings;
  FootholdNowFunc now_func;
  GHashTable *shown; /* char *: ids of the notifications that are there */
  GPtrArray *plan; /* FootholdReminder, as of the last look */
  GQueue asked; /* GVariant: actions that came before the first look */
  GCancellable *cancellable; /* of the question under way */
  gboolean again;
  guint timer;
};

static guint open_signal;

G_DEFINE_FINAL_TYPE (FootholdReminders, foothold_reminders, G_TYPE_OBJECT)

static gboolean
is_on (FootholdReminders *self)
{
  return g_settings_get_boolean (self->settings, "reminders");
}

/* ---- the notifications ---- */

static void
withdraw (FootholdReminders *self, const char *id)
{
  g_application_withdraw_notification (self->application, id);
}

static void
send (FootholdReminders *self, const FootholdReminder *reminder)
{
  g_autoptr (GNotification) notification = g_notification_new (reminder->title);
  g_autoptr (GVariant) id = g_variant_ref_sink (g_variant_new_string (reminder->id));

  g_notification_set_body (notification, reminder->body);
  g_notification_set_default_action_and_target_value (notification, "app.open-due", id);
  g_notification_add_button_with_target_value (notification, C_ ("button", "Open"), "app.open-due", id);
  if (reminder->can_wait && !foothold_store_get_read_only (self->store))
    g_notification_add_button_with_target_value (notification, _ ("Snooze until Tomorrow"), "app.snooze-due", id);
  g_application_send_notification (self->application, reminder->id, notification);
}

static gboolean
is_known (const char *const *known, const FootholdReminder *reminder)
{
  for (guint i = 0; i < reminder->marks->len; i++)
    if (!g_strv_contains (known, g_ptr_array_index (reminder->marks, i)))
      return FALSE;

  return TRUE;
}

/* What was shown before, in whatever session, may still be there. */
static void
take_known (FootholdReminders *self, const char *const *known)
{
  for (guint i = 0; known[i] != NULL; i++)
    {
      g_autofree char *mark = g_strdup (known[i]);
      char *end = strchr (mark, '/');

      if (end != NULL)
        *end = '\0';
      g_hash_table_add (self->shown, g_strconcat (FOOTHOLD_REMINDER_ID, mark, NULL));
      g_hash_table_add (self->shown, g_strdup (FOOTHOLD_REMINDER_SEVERAL));
    }
}

/* Shows what is new, withdraws what is not there any more, and remembers the rest, also for the next start. */
static void
follow_plan (FootholdReminders *self)
{
  g_auto (GStrv) known = g_settings_get_strv (self->settings, "reminded");
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) remembered = NULL;
  GHashTableIter iter;
  gpointer id;

  take_known (self, (const char *const *) known);
  for (guint i = 0; i < self->plan->len; i++)
    {
      const FootholdReminder *reminder = g_ptr_array_index (self->plan, i);

      g_hash_table_add (planned, reminder->id);
      if (!is_known ((const char *const *) known, reminder))
        {
          send (self, reminder);
          g_hash_table_add (self->shown, g_strdup (reminder->id));
        }
      for (guint k = 0; k < reminder->marks->len; k++)
        g_strv_builder_add (marks, g_ptr_array_index (reminder->marks, k));
    }

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (planned, id))
      {
        withdraw (self, id);
        g_hash_table_iter_remove (&iter);
      }

  remembered = g_strv_builder_end (marks);
  if (!g_strv_equal ((const char *const *) known, (const char *const *) remembered))
    g_settings_set_strv (self->settings, "reminded", (const char *const *) remembered);
}

static void
withdraw_all (FootholdReminders *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    withdraw (self, id);
  g_hash_table_remove_all (self->shown);
}

/* ---- looking ---- */

static void look (FootholdReminders *self);
static void act (FootholdReminders *self, const char *action, const char *id);

static gboolean
timer_cb (gpointer user_data)
{
  FootholdReminders *self = user_data;

  self->timer = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
look_in (FootholdReminders *self, gint64 milliseconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (is_on (self))
    self->timer = g_timeout_add ((guint) MIN (milliseconds, LONGEST_MS), timer_cb, self);
}

static void
act_late (FootholdReminders *self)
{
  GVariant *asked;

  while ((asked = g_queue_pop_head (&self->asked)) != NULL)
    {
      const char *action, *id;

      g_variant_get (asked, "(&s&s)", &action, &id);
      act (self, action, id);
      g_variant_unref (asked);
    }
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdReminders) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = foothold_due_list_load_finish (FOOTHOLD_STORE (source), result, &error);
  gint64 now;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (entries == NULL)
    {
      /* the window says what is the matter with the data; there is always a next time */
      g_debug ("nothing is reminded of: %s", error->message);
      look_in (self, LONGEST_MS);
      return;
    }

  now = self->now_func ();
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = foothold_reminders_plan (entries, now, NULL);
  if (is_on (self))
    follow_plan (self);
  look_in (self, foothold_reminders_wait (now, NULL));
  act_late (self);
  if (self->again)
    look (self);
}

static void
look (FootholdReminders *self)
{
  self->again = self->cancellable != NULL;
  if (self->again)
    return;

  self->cancellable = g_cancellable_new ();
  foothold_due_list_load_async (self->store, self->now_func (), self->cancellable, looked_cb, g_object_ref (self));
}

void
foothold_reminders_tick (FootholdReminders *self)
{
  g_return_if_fail (FOOTHOLD_IS_REMINDERS (self));

  if (is_on (self))
    look (self);
}

static void
changed_cb (FootholdReminders *self)
{
  look_in (self, DELAY_MS);
}

static void
switched_cb (FootholdReminders *self)
{
  if (is_on (self))
    {
      look (self);
      return;
    }

  g_clear_handle_id (&self->timer, g_source_remove);
  withdraw_all (self);
  g_settings_reset (self->settings, "reminded");
}

/* ---- what is done about one ---- */

static void
snoozed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* whoever watches over the data as a whole hears of it */
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (error != NULL)
    g_debug ("nothing is put off: %s", error->message);
}

static void
snooze (FootholdReminders *self, FootholdDueEntry *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  char iso[FOOTHOLD_DAY_SIZE];
  GDate day;

  if (!foothold_rhythm_day_of_instant (self->now_func (), NULL, &day))
    return;
  g_date_add_days (&day, 1);
  foothold_rhythm_write_day (&day, iso);
  g_ptr_array_add (entries, entry);
  foothold_due_snooze_async (self->store, entries, iso, NULL, snoozed_cb, NULL);
}

static FootholdReminder *
find (FootholdReminders *self, const char *id)
{
  for (guint i = 0; i < self->plan->len; i++)
    if (g_str_equal (((FootholdReminder *) g_ptr_array_index (self->plan, i))->id, id))
      return g_ptr_array_index (self->plan, i);

  return NULL;
}

static void
act (FootholdReminders *self, const char *action, const char *id)
{
  FootholdReminder *reminder;

  /* the program was started by it: nothing was looked at yet */
  if (self->plan == NULL)
    {
      g_queue_push_tail (&self->asked, g_variant_ref_sink (g_variant_new ("(ss)", action, id)));
      look (self);
      return;
    }

  reminder = find (self, id);
  if (g_str_equal (action, "open-due"))
    g_signal_emit (self, open_signal, 0, reminder != NULL ? reminder->entry : NULL);
  else if (reminder != NULL && reminder->entry != NULL && reminder->can_wait)
    snooze (self, reminder->entry);
}

static void
action_cb (GSimpleAction *action, GVariant *parameter, FootholdReminders *self)
{
  act (self, g_action_get_name (G_ACTION (action)), g_variant_get_string (parameter, NULL));
}

/* ---- the object ---- */

static const char *const actions[] = { "open-due", "snooze-due" };

FootholdReminders *
foothold_reminders_new (GApplication *application, FootholdStore *store, GSettings *settings, FootholdNowFunc now)
{
  FootholdReminders *self = g_object_new (FOOTHOLD_TYPE_REMINDERS, NULL);

  self->application = application;
  g_object_add_weak_pointer (G_OBJECT (application), (gpointer *) &self->application);
  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->now_func = now != NULL ? now : foothold_now_ms;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i], G_VARIANT_TYPE_STRING);

      g_signal_connect_object (action, "activate", G_CALLBACK (action_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
    }
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminders", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  if (is_on (self))
    look (self);
  return self;
}

static void
foothold_reminders_dispose (GObject *object)
{
  FootholdReminders *self = FOOTHOLD_REMINDERS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (gsize i = 0; self->application != NULL && i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i]);
  if (self->application != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->application), (gpointer *) &self->application);
  self->application = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (foothold_reminders_parent_class)->dispose (object);
}

static void
foothold_reminders_finalize (GObject *object)
{
  FootholdReminders *self = FOOTHOLD_REMINDERS (object);

  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_queue_clear_full (&self->asked, (GDestroyNotify) g_variant_unref);

  G_OBJECT_CLASS (foothold_reminders_parent_class)->finalize (object);
}

static void
foothold_reminders_class_init (FootholdRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_reminders_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_reminders_finalize;

  open_signal = g_signal_new ("open", FOOTHOLD_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_POINTER);
}

static void
foothold_reminders_init (FootholdReminders *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
