/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-actions.h"

#include "store/foothold-expiry.h"
#include "views/board/foothold-drop-dialog.h"
#include "views/board/foothold-opportunity-deed.h"
#include "views/board/foothold-tag-dialog.h"
#include "widgets/foothold-link.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Each action is one deed; nothing here keeps state. */

G_DEFINE_INTERFACE (FootholdOpportunityHolder, foothold_opportunity_holder, GTK_TYPE_WIDGET)

static void
foothold_opportunity_holder_default_init (FootholdOpportunityHolderInterface *iface)
{
}

FootholdStore *
foothold_opportunity_holder_get_store (FootholdOpportunityHolder *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_HOLDER (self), NULL);

  return FOOTHOLD_OPPORTUNITY_HOLDER_GET_IFACE (self)->get_store (self);
}

const FootholdOpportunityRow *
foothold_opportunity_holder_peek_row (FootholdOpportunityHolder *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_HOLDER (self), NULL);

  return FOOTHOLD_OPPORTUNITY_HOLDER_GET_IFACE (self)->peek_row (self);
}

GArray *
foothold_opportunity_holder_dup_ids (FootholdOpportunityHolder *self)
{
  FootholdOpportunityHolderInterface *iface = FOOTHOLD_OPPORTUNITY_HOLDER_GET_IFACE (self);
  GArray *ids = iface->dup_ids != NULL ? iface->dup_ids (self) : NULL;
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (self);

  if (ids != NULL)
    return ids;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (row != NULL)
    g_array_append_val (ids, row->row.id);
  return ids;
}

/* The title of the one that @ids is about; NULL for many, and for one that is not @row. */
static const char *
title_of (const FootholdOpportunityRow *row, GArray *ids)
{
  return row != NULL && ids->len == 1 && g_array_index (ids, gint64, 0) == row->row.id ? row->title : NULL;
}

static void
act (GtkWidget *holder, FootholdAction action, const char *state, const char *reason)
{
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  g_autoptr (GArray) ids = foothold_opportunity_holder_dup_ids (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (store == NULL || ids->len == 0)
    return;

  foothold_opportunity_do (holder, store, action, ids, title_of (row, ids), state, reason);
}

/* Whether the holder's one opportunity has what @is_set says; of many it is not asked. */
static gboolean
one_is (GtkWidget *holder, gboolean (*is_set) (const FootholdOpportunityRow *row))
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  g_autoptr (GArray) ids = foothold_opportunity_holder_dup_ids (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  return row != NULL && ids->len == 1 && g_array_index (ids, gint64, 0) == row->row.id && is_set (row);
}

static gboolean
is_starred (const FootholdOpportunityRow *row)
{
  return row->starred == 1;
}

static gboolean
is_archived (const FootholdOpportunityRow *row)
{
  return row->archived_at != GINT64_UNKNOWN;
}

static void
star_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, one_is (holder, is_starred) ? FOOTHOLD_ACTION_UNSTAR : FOOTHOLD_ACTION_STAR, NULL, NULL);
}

static void
unstar_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_UNSTAR, NULL, NULL);
}

static void
archive_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, one_is (holder, is_archived) ? FOOTHOLD_ACTION_UNARCHIVE : FOOTHOLD_ACTION_ARCHIVE, NULL, NULL);
}

static void
unarchive_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_UNARCHIVE, NULL, NULL);
}

static void
delete_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_DELETE, NULL, NULL);
}

static void
still_open_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_STILL_OPEN, NULL, NULL);
}

static void
gone_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_SET_STATE, "dropped", _ ("Not open any more"));
}

static void
state_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *action, *state;
  } states[] = {
    { "opportunity.evaluate", "evaluating" },
    { "opportunity.shortlist", "shortlisted" },
    { "opportunity.apply", "applying" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (action_name, states[i].action))
      act (holder, FOOTHOLD_ACTION_SET_STATE, states[i].state, NULL);
}

static void
reopen_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_REOPEN, NULL, NULL);
}

static void
drop_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  g_autoptr (GArray) ids = foothold_opportunity_holder_dup_ids (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (store != NULL && ids->len > 0)
    foothold_drop_dialog_ask (holder, store, ids, title_of (row, ids));
}

static void
tag_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  g_autoptr (GArray) ids = foothold_opportunity_holder_dup_ids (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (store != NULL && ids->len > 0)
    foothold_tag_dialog_ask (holder, store, ids);
}

static void
show_application_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL)
    gtk_widget_activate_action (holder, "win.open-application-for", "x", row->row.id);
}

static void
open_posting_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL && row->url != NULL)
    foothold_link_open (holder, row->url);
}

static void
open_organisation_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL && row->organisation_id != GINT64_UNKNOWN)
    gtk_widget_activate_action (holder, "win.open-organisation", "x", row->organisation_id);
}

void
foothold_opportunity_actions_install (GtkWidgetClass *klass, gboolean with_keys)
{
  gtk_widget_class_install_action (klass, "opportunity.star", NULL, star_cb);
  gtk_widget_class_install_action (klass, "opportunity.archive", NULL, archive_cb);
  gtk_widget_class_install_action (klass, "opportunity.unstar", NULL, unstar_cb);
  gtk_widget_class_install_action (klass, "opportunity.unarchive", NULL, unarchive_cb);
  gtk_widget_class_install_action (klass, "opportunity.tag", NULL, tag_cb);
  gtk_widget_class_install_action (klass, "opportunity.drop", NULL, drop_cb);
  gtk_widget_class_install_action (klass, "opportunity.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (klass, "opportunity.evaluate", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.shortlist", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.apply", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.show-application", NULL, show_application_cb);
  gtk_widget_class_install_action (klass, "opportunity.still-open", NULL, still_open_cb);
  gtk_widget_class_install_action (klass, "opportunity.gone", NULL, gone_cb);
  gtk_widget_class_install_action (klass, "opportunity.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "opportunity.open-posting", NULL, open_posting_cb);
  gtk_widget_class_install_action (klass, "opportunity.open-organisation", NULL, open_organisation_cb);

  if (!with_keys)
    return;

  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "opportunity.star", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "opportunity.tag", NULL);
  /* With Shift: Ctrl+E alone exports. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.archive",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.drop", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.apply", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.open-posting",
                                       NULL);
}

void
foothold_opportunity_actions_update (GtkWidget *holder, const FootholdOpportunityRow *row)
{
  const gboolean gone =
    row != NULL && (g_strcmp0 (row->state, "dropped") == 0 || g_strcmp0 (row->state, "expired") == 0);
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const gboolean writable = row != NULL && store != NULL && !foothold_store_get_read_only (store);
  const gboolean found = writable && g_strcmp0 (row->origin, "found") == 0;
  const gboolean asks = writable && foothold_expiry_asks (row, g_get_real_time () / 1000, NULL);

  gtk_widget_action_set_enabled (holder, "opportunity.star", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.archive", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.tag", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.unstar", writable && row->starred == 1);
  gtk_widget_action_set_enabled (holder, "opportunity.unarchive", writable && row->archived_at != GINT64_UNKNOWN);
  gtk_widget_action_set_enabled (holder, "opportunity.drop", found && !gone);
  gtk_widget_action_set_enabled (holder, "opportunity.reopen", found && gone);
  gtk_widget_action_set_enabled (holder, "opportunity.evaluate", found && g_strcmp0 (row->state, "evaluating") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.shortlist", found && g_strcmp0 (row->state, "shortlisted") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.apply", found && g_strcmp0 (row->state, "applying") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.show-application",
                                 row != NULL && g_strcmp0 (row->state, "applying") == 0);
  gtk_widget_action_set_enabled (holder, "opportunity.still-open", asks);
  gtk_widget_action_set_enabled (holder, "opportunity.gone", asks);
  gtk_widget_action_set_enabled (holder, "opportunity.delete", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.open-posting", row != NULL && foothold_link_is_web (row->url));
  gtk_widget_action_set_enabled (holder, "opportunity.open-organisation",
                                 row != NULL && row->organisation_id != GINT64_UNKNOWN);
}

void
foothold_opportunity_actions_update_many (GtkWidget *holder, gboolean any)
{
  static const char *const for_many[] = { "opportunity.star",     "opportunity.unstar",    "opportunity.archive",
                                          "opportunity.drop",     "opportunity.reopen",    "opportunity.unarchive",
                                          "opportunity.evaluate", "opportunity.shortlist", "opportunity.apply",
                                          "opportunity.delete",   "opportunity.tag" };
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const gboolean writable = any && store != NULL && !foothold_store_get_read_only (store);

  for (gsize i = 0; i < G_N_ELEMENTS (for_many); i++)
    gtk_widget_action_set_enabled (holder, for_many[i], writable);
  gtk_widget_action_set_enabled (holder, "opportunity.open-posting", FALSE);
  gtk_widget_action_set_enabled (holder, "opportunity.open-organisation", FALSE);
}

GMenuModel *
foothold_opportunity_actions_menu_many (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) beside = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (beside, _ ("_Compare"), "board.compare");
  g_menu_append (beside, _ ("_Merge…"), "board.merge");
  g_menu_append (marks, _ ("_Star"), "opportunity.star");
  g_menu_append (marks, _ ("Re_move Star"), "opportunity.unstar");
  g_menu_append (marks, _ ("_Archive"), "opportunity.archive");
  g_menu_append (marks, _ ("_Bring Back from Archive"), "opportunity.unarchive");
  g_menu_append (marks, _ ("_Tag…"), "opportunity.tag");
  g_menu_append (states, _ ("_Evaluate"), "opportunity.evaluate");
  g_menu_append (states, _ ("Short_list"), "opportunity.shortlist");
  g_menu_append (states, _ ("Start A_pplication"), "opportunity.apply");
  g_menu_append (states, _ ("D_rop…"), "opportunity.drop");
  g_menu_append (states, _ ("Re_open"), "opportunity.reopen");
  g_menu_append (end, _ ("_Delete"), "opportunity.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (beside));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GMenuModel *
foothold_opportunity_actions_menu (const FootholdOpportunityRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  const gboolean gone = g_strcmp0 (row->state, "dropped") == 0 || g_strcmp0 (row->state, "expired") == 0;

  g_menu_append (marks, row->starred == 1 ? _ ("Remove _Star") : _ ("_Star"), "opportunity.star");
  g_menu_append (marks, row->archived_at != GINT64_UNKNOWN ? _ ("Bring Back from _Archive") : _ ("_Archive"),
                 "opportunity.archive");
  g_menu_append (marks, _ ("_Tag…"), "opportunity.tag");
  g_menu_append (marks, _ ("_Open Posting in Browser"), "opportunity.open-posting");
  if (row->organisation_id != GINT64_UNKNOWN)
    g_menu_append (marks, _ ("Open Orga_nisation"), "opportunity.open-organisation");
  if (foothold_expiry_asks (row, g_get_real_time () / 1000, NULL))
    {
      g_menu_append (states, _ ("St_ill Open"), "opportunity.still-open");
      g_menu_append (states, _ ("_Gone"), "opportunity.gone");
    }
  if (gone)
    {
      g_menu_append (states, _ ("_Reopen"), "opportunity.reopen");
    }
  else
    {
      g_menu_append (states, _ ("_Evaluate"), "opportunity.evaluate");
      g_menu_append (states, _ ("Short_list"), "opportunity.shortlist");
      if (g_strcmp0 (row->state, "applying") == 0)
        g_menu_append (states, _ ("Show A_pplication"), "opportunity.show-application");
      else
        g_menu_append (states, _ ("Start A_pplication"), "opportunity.apply");
      g_menu_append (states, _ ("D_rop…"), "opportunity.drop");
    }
  g_menu_append (end, _ ("_Delete"), "opportunity.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

const char *
foothold_opportunity_actions_next (const FootholdOpportunityRow *row, const char **label)
{
  static const struct
  {
    const char *state, *action, *label;
  } steps[] = {
    { "spotted", "opportunity.evaluate", N_ ("_Evaluate") },
    { "evaluating", "opportunity.shortlist", N_ ("Short_list") },
    { "shortlisted", "opportunity.apply", N_ ("Start A_pplication") },
    { "applying", "opportunity.show-application", N_ ("Show A_pplication") },
    { "dropped", "opportunity.reopen", N_ ("_Reopen") },
    { "expired", "opportunity.reopen", N_ ("_Reopen") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (row->state, steps[i].state) == 0)
      {
        *label = _ (steps[i].label);
        return steps[i].action;
      }

  *label = NULL;
  return NULL;
}
