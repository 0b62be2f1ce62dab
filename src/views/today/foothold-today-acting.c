// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-acting.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-application-store.h"
#include "store/foothold-due-store.h"
#include "views/today/foothold-follow-up-dialog.h"
#include "views/today/foothold-snooze-dialog.h"
#include "views/today/foothold-today-deeds.h"
#include "views/today/foothold-today-words.h"
#include "views/tracker/foothold-preparing-dialog.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SOME_DAYS 3
/* So much of a name stands in a toast. */
#define NAME_LENGTH 40

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_due_entry_unref);
}

static GPtrArray *
those_possible (const char *action, GPtrArray *entries)
{
  GPtrArray *possible = entries_new ();

  for (guint i = 0; i < entries->len; i++)
    if (foothold_today_deed_is_possible (action, g_ptr_array_index (entries, i)))
      g_ptr_array_add (possible, foothold_due_entry_ref (g_ptr_array_index (entries, i)));

  return possible;
}

static char *
dup_name (const FootholdDueEntry *entry)
{
  g_autofree char *subject = foothold_due_entry_subject (entry);

  return foothold_text_short (subject, NAME_LENGTH);
}

/* What lapses, and an interview, is back on its own day at the latest. (transfer full): NULL when it may wait longer */
static char *
dup_back_before (const FootholdDueEntry *entry, const char *until)
{
  char iso[FOOTHOLD_DAY_SIZE];

  if (foothold_due_may_wait (entry->kind) || !g_date_valid (&entry->when.day))
    return NULL;
  foothold_rhythm_write_day (&entry->when.day, iso);
  return strcmp (iso, until) < 0 ? g_strdup (iso) : NULL;
}

static void
snooze (GtkWidget *from, FootholdStore *store, GPtrArray *entries, const char *until)
{
  g_autofree char *before = entries->len == 1 ? dup_back_before (g_ptr_array_index (entries, 0), until) : NULL;
  g_autofree char *day = foothold_format_date_said (before != NULL ? before : until, NULL);
  char *said;

  if (entries->len == 1)
    {
      g_autofree char *name = dup_name (g_ptr_array_index (entries, 0));

      said = before != NULL
               /* Translators: whom or what, a day: "tomorrow", "Thu 3 Dec" */
               ? g_strdup_printf (_ ("“%1$s” snoozed until %2$s, when it is due"), name, day)
               /* Translators: whom or what, a day: "tomorrow", "Thu 3 Dec" */
               : g_strdup_printf (_ ("“%1$s” snoozed until %2$s"), name, day);
    }
  else
    /* Translators: how many, a day: "tomorrow", "Thu 3 Dec" */
    said = g_strdup_printf (ngettext ("%1$u snoozed until %2$s", "%1$u snoozed until %2$s", entries->len), entries->len,
                            day);
  foothold_due_snooze_async (store, entries, until, NULL, foothold_saying_cb, foothold_saying_new (from, said));
}

/* What a dialog that asks for a day holds on to. */
typedef struct
{
  FootholdStore *store;
  GPtrArray *entries;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->store);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
chosen_cb (GtkWidget *from, const char *until, gpointer user_data)
{
  const Asked *asked = user_data;

  snooze (from, asked->store, asked->entries, until);
}

static void
ask_day (GtkWidget *from, FootholdStore *store, GPtrArray *entries)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->store = g_object_ref (store);
  asked->entries = g_ptr_array_ref (entries);
  foothold_snooze_dialog_ask (from, chosen_cb, asked, asked_free);
}

static void
wake (GtkWidget *from, FootholdStore *store, GPtrArray *entries)
{
  foothold_due_snooze_async (store, entries, NULL, NULL, foothold_saying_cb,
                             foothold_saying_new (from, g_strdup (_ ("Snooze ended"))));
}

static void
finish (GtkWidget *from, FootholdStore *store, GPtrArray *entries)
{
  g_autofree char *today = foothold_today_iso (NULL, 0);
  const FootholdDueEntry *first = g_ptr_array_index (entries, 0);
  g_autofree char *name = dup_name (first);
  char *said;

  if (entries->len > 1)
    said = g_strdup_printf (ngettext ("%u done", "%u done", entries->len), entries->len);
  else if (first->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH)
    said = g_strdup_printf (_ ("Talked with “%s” today"), name);
  else if (first->outreach != 0)
    said = g_strdup_printf (_ ("“%s” asked today"), name);
  else
    said = g_strdup_printf (_ ("Done for “%s”"), name);
  foothold_due_done_async (store, entries, today, NULL, foothold_saying_cb, foothold_saying_new (from, said));
}

static GArray *
applications_of (GPtrArray *entries)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, ((FootholdDueEntry *) g_ptr_array_index (entries, i))->application);

  return ids;
}

static void
set_no_answer (GtkWidget *from, FootholdStore *store, GPtrArray *entries)
{
  g_autoptr (GArray) ids = applications_of (entries);
  char *said;

  if (entries->len == 1)
    {
      g_autofree char *name = dup_name (g_ptr_array_index (entries, 0));

      said = g_strdup_printf (_ ("“%s” set to No Answer"), name);
    }
  else
    said = g_strdup_printf (ngettext ("%u set to No Answer", "%u set to No Answer", entries->len), entries->len);
  foothold_applications_move_async (store, ids, 0, FOOTHOLD_APPLICATION_TOP, "no-answer", NULL, NULL,
                                    foothold_saying_cb, foothold_saying_new (from, said));
}

static void
open_one (GtkWidget *from, const FootholdDueEntry *entry)
{
  if (entry->application != 0)
    gtk_widget_activate_action (from, "win.open-application", "x", entry->application);
  else if (entry->outreach != 0)
    gtk_widget_activate_action (from, "win.open-outreach", "x", entry->outreach);
  else if (entry->person != 0)
    gtk_widget_activate_action (from, "win.open-person", "x", entry->person);
  else
    gtk_widget_activate_action (from, "win.open-opportunity", "x", entry->opportunity);
}

gboolean
foothold_today_do (GtkWidget *from, FootholdStore *store, const char *action, GPtrArray *entries)
{
  const char *label;
  const char *deed = entries->len == 1 && g_str_equal (action, "due.act")
                       ? foothold_today_deed_of (g_ptr_array_index (entries, 0), &label)
                       : action;
  g_autoptr (GPtrArray) possible = those_possible (deed, entries);
  g_autofree char *until = NULL;

  if (possible->len == 0)
    return FALSE;

  if (g_str_equal (deed, "due.snooze-tomorrow"))
    until = foothold_today_iso (NULL, 1);
  else if (g_str_equal (deed, "due.snooze-days"))
    until = foothold_today_iso (NULL, SOME_DAYS);
  else if (g_str_equal (deed, "due.snooze-week"))
    until = foothold_today_next_week (NULL);

  if (until != NULL)
    snooze (from, store, possible, until);
  else if (g_str_equal (deed, "due.snooze-date"))
    ask_day (from, store, possible);
  else if (g_str_equal (deed, "due.wake"))
    wake (from, store, possible);
  else if (g_str_equal (deed, "due.done"))
    finish (from, store, possible);
  else if (g_str_equal (deed, "due.no-answer"))
    set_no_answer (from, store, possible);
  else if (g_str_equal (deed, "due.follow-up"))
    adw_dialog_present (foothold_follow_up_dialog_new (from, store,
                                                       ((FootholdDueEntry *) g_ptr_array_index (possible, 0))
                                                         ->application),
                        from);
  else if (g_str_equal (deed, "due.prepare"))
    adw_dialog_present (foothold_preparing_dialog_new (store, ((FootholdDueEntry *) g_ptr_array_index (possible, 0))
                                                                ->application),
                        from);
  else
    open_one (from, g_ptr_array_index (possible, 0));
  return TRUE;
}
