// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-deeds.h"

#include "store/foothold-due-store.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *action, *label;
  guint key; /* 0: none */
  gboolean writes;
} deeds[] = {
  { "due.follow-up", N_ ("_Follow Up…"), GDK_KEY_f, TRUE },
  { "due.no-answer", N_ ("_No Answer"), GDK_KEY_n, TRUE },
  { "due.done", N_ ("_Done"), GDK_KEY_d, TRUE },
  { "due.prepare", N_ ("_Prepare Interview…"), GDK_KEY_p, FALSE },
  { "due.open", N_ ("_Open"), GDK_KEY_o, FALSE },
  { "due.snooze-tomorrow", N_ ("Snooze until _Tomorrow"), GDK_KEY_s, TRUE },
  { "due.snooze-days", N_ ("Snooze for Th_ree Days"), 0, TRUE },
  { "due.snooze-week", N_ ("Snooze until Next _Week"), 0, TRUE },
  { "due.snooze-date", N_ ("Snooze until a D_ate…"), 0, TRUE },
  { "due.wake", N_ ("_End Snooze"), 0, TRUE },
};

static gboolean
is_snooze (const char *action)
{
  return g_str_has_prefix (action, "due.snooze-");
}

static gboolean
is_silent (const FootholdDueEntry *entry)
{
  return entry->kind == FOOTHOLD_DUE_FOLLOW_UP || entry->kind == FOOTHOLD_DUE_NO_ANSWER;
}

/* What lapses, and an interview, is back on its day at the latest (rules/foothold-due.h). */
static gboolean
can_be_put_off (const FootholdDueEntry *entry)
{
  switch (entry->kind)
    {
    case FOOTHOLD_DUE_INTERVIEW:
    case FOOTHOLD_DUE_OFFER_ANSWER:
    case FOOTHOLD_DUE_APPLY_BY:
      if (entry->application == 0)
        return FALSE; /* an opportunity's own, which goes when it is dropped or applied for */
      return entry->when.group != FOOTHOLD_DUE_OVERDUE && entry->when.group != FOOTHOLD_DUE_TODAY;
    case FOOTHOLD_DUE_FOLLOW_UP:
    case FOOTHOLD_DUE_NO_ANSWER:
    case FOOTHOLD_DUE_NEXT_STEP:
    case FOOTHOLD_DUE_KEEP_IN_TOUCH:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

const char *
foothold_today_deed_of (const FootholdDueEntry *entry, const char **label)
{
  switch (entry->kind)
    {
    case FOOTHOLD_DUE_FOLLOW_UP:
      *label = _ ("Follow Up…");
      return "due.follow-up";
    case FOOTHOLD_DUE_NO_ANSWER:
      *label = _ ("No Answer");
      return "due.no-answer";
    case FOOTHOLD_DUE_NEXT_STEP:
      *label = entry->outreach != 0 ? C_ ("a host was", "Asked") : C_ ("a step is", "Done");
      return "due.done";
    case FOOTHOLD_DUE_KEEP_IN_TOUCH:
      *label = _ ("Talked Today");
      return "due.done";
    case FOOTHOLD_DUE_OFFER_ANSWER:
      *label = _ ("Answer…");
      return "due.open";
    case FOOTHOLD_DUE_INTERVIEW:
      *label = _ ("Prepare…");
      return "due.prepare";
    case FOOTHOLD_DUE_APPLY_BY:
      *label = C_ ("button", "Open");
      return "due.open";
    default:
      g_assert_not_reached ();
    }
}

gboolean
foothold_today_deed_is_possible (const char *action, const FootholdDueEntry *entry)
{
  const char *label;

  if (g_str_equal (action, "due.act"))
    action = foothold_today_deed_of (entry, &label);
  if (g_str_equal (action, "due.follow-up") || g_str_equal (action, "due.no-answer"))
    return is_silent (entry);
  if (g_str_equal (action, "due.done"))
    return foothold_due_can_be_done (entry);
  if (g_str_equal (action, "due.prepare"))
    return entry->kind == FOOTHOLD_DUE_INTERVIEW && entry->application != 0;
  if (g_str_equal (action, "due.open"))
    return entry->application != 0 || entry->outreach != 0 || entry->person != 0 || entry->opportunity != 0;
  if (g_str_equal (action, "due.wake"))
    return entry->when.group == FOOTHOLD_DUE_SNOOZED;
  return can_be_put_off (entry);
}

static gboolean
writes (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].action, action))
      return deeds[i].writes;

  return FALSE;
}

void
foothold_today_deeds_update (GtkWidget *widget, const FootholdDueEntry *entry, gboolean read_only)
{
  const char *label;
  const char *act = entry != NULL ? foothold_today_deed_of (entry, &label) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (widget, deeds[i].action,
                                   entry != NULL && foothold_today_deed_is_possible (deeds[i].action, entry)
                                     && !(deeds[i].writes && read_only));
  gtk_widget_action_set_enabled (widget, "due.act",
                                 act != NULL && foothold_today_deed_is_possible (act, entry)
                                   && !(writes (act) && read_only));
}

void
foothold_today_deeds_update_many (GtkWidget *widget, GPtrArray *entries, gboolean read_only)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      /* a mail is written to one, and one is opened */
      const gboolean one = g_str_equal (deeds[i].action, "due.follow-up") || g_str_equal (deeds[i].action, "due.open")
                           || g_str_equal (deeds[i].action, "due.prepare");
      gboolean possible = FALSE;

      for (guint at = 0; !one && !possible && at < entries->len; at++)
        possible = foothold_today_deed_is_possible (deeds[i].action, g_ptr_array_index (entries, at));
      gtk_widget_action_set_enabled (widget, deeds[i].action, possible && !(deeds[i].writes && read_only));
    }
  gtk_widget_action_set_enabled (widget, "due.act", FALSE);
}

static const char *
label_of (gsize deed, const FootholdDueEntry *entry)
{
  if (!g_str_equal (deeds[deed].action, "due.done"))
    return _ (deeds[deed].label);
  if (entry->kind == FOOTHOLD_DUE_KEEP_IN_TOUCH)
    return _ ("Tal_ked Today");
  return entry->outreach != 0 ? C_ ("a host was", "Aske_d") : _ (deeds[deed].label);
}

GMenuModel *
foothold_today_deeds_menu (const FootholdDueEntry *entry)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      const gboolean later = is_snooze (deeds[i].action) || g_str_equal (deeds[i].action, "due.wake");

      if (foothold_today_deed_is_possible (deeds[i].action, entry))
        g_menu_append (later ? second : first, label_of (i, entry), deeds[i].action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

GMenuModel *
foothold_today_deeds_snooze_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (is_snooze (deeds[i].action))
      g_menu_append (menu, _ (deeds[i].label), deeds[i].action);

  return G_MENU_MODEL (menu);
}

void
foothold_today_deeds_install (GtkWidgetClass *widget_class, FootholdDeedFunc func, gboolean keys)
{
  gtk_widget_class_install_action (widget_class, "due.act", NULL, func);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, func);
      if (keys && deeds[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, deeds[i].key, 0, deeds[i].action, NULL);
    }
}
