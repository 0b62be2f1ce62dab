/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-actions.h"

#include "views/board/foothold-drop-dialog.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-toaster.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Each action is one call of the store and one toast when it is done; nothing here keeps state. */

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

/* What an action needs once its widget may already show something else: the window stays, a card does not. */
typedef struct
{
  GtkWidget *from;
  char *said;
} Done;

static Done *
done_new (GtkWidget *holder, const char *format, const char *title)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (holder, ADW_TYPE_TOAST_OVERLAY);
  Done *done = g_new0 (Done, 1);
  GString *said = g_string_new (format);

  /* The title may hold a percent sign: no printf here. */
  g_string_replace (said, "%s", title, 1);
  done->said = g_string_free (said, FALSE);
  done->from = g_object_ref (overlay != NULL ? overlay : holder);
  return done;
}

static void
done_free (Done *done)
{
  g_object_unref (done->from);
  g_free (done->said);
  g_free (done);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Done, done_free)

static void
acted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Done) done = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    foothold_toast_error (done->from, error);
  else
    foothold_toast (done->from, done->said, TRUE);
}

static void
act (GtkWidget *holder, FootholdAction action, const char *state, const char *reason, const char *format)
{
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (store == NULL || row == NULL)
    return;

  g_array_append_val (ids, row->row.id);
  foothold_store_act_async (store, action, ids, state, reason, NULL, acted_cb, done_new (holder, format, row->title));
}

static void
star_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL && row->starred == 1)
    act (holder, FOOTHOLD_ACTION_UNSTAR, NULL, NULL, _ ("Star removed from “%s”"));
  else
    act (holder, FOOTHOLD_ACTION_STAR, NULL, NULL, _ ("Starred “%s”"));
}

static void
archive_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL && row->archived_at != GINT64_UNKNOWN)
    act (holder, FOOTHOLD_ACTION_UNARCHIVE, NULL, NULL, _ ("Brought back “%s” from the archive"));
  else
    act (holder, FOOTHOLD_ACTION_ARCHIVE, NULL, NULL, _ ("Archived “%s”"));
}

static void
delete_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  act (holder, FOOTHOLD_ACTION_DELETE, NULL, NULL, _ ("Deleted “%s”"));
}

static void
state_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  if (g_str_equal (action_name, "opportunity.evaluate"))
    act (holder, FOOTHOLD_ACTION_SET_STATE, "evaluating", NULL, _ ("Evaluating “%s”"));
  else if (g_str_equal (action_name, "opportunity.shortlist"))
    act (holder, FOOTHOLD_ACTION_SET_STATE, "shortlisted", NULL, _ ("Shortlisted “%s”"));
  else if (g_str_equal (action_name, "opportunity.apply"))
    act (holder, FOOTHOLD_ACTION_SET_STATE, "applying", NULL, _ ("Applying for “%s”"));
  else
    act (holder, FOOTHOLD_ACTION_SET_STATE, "spotted", NULL, _ ("Reopened “%s”"));
}

static void
drop_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  FootholdStore *store = foothold_opportunity_holder_get_store (FOOTHOLD_OPPORTUNITY_HOLDER (holder));
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (store != NULL && row != NULL)
    foothold_drop_dialog_ask (holder, store, row);
}

static void
open_posting_cb (GtkWidget *holder, const char *action_name, GVariant *parameter)
{
  const FootholdOpportunityRow *row = foothold_opportunity_holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (holder));

  if (row != NULL && row->url != NULL)
    foothold_link_open (holder, row->url);
}

void
foothold_opportunity_actions_install (GtkWidgetClass *klass, gboolean with_keys)
{
  gtk_widget_class_install_action (klass, "opportunity.star", NULL, star_cb);
  gtk_widget_class_install_action (klass, "opportunity.archive", NULL, archive_cb);
  gtk_widget_class_install_action (klass, "opportunity.drop", NULL, drop_cb);
  gtk_widget_class_install_action (klass, "opportunity.reopen", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.evaluate", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.shortlist", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.apply", NULL, state_cb);
  gtk_widget_class_install_action (klass, "opportunity.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "opportunity.open-posting", NULL, open_posting_cb);

  if (!with_keys)
    return;

  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "opportunity.star", NULL);
  /* With Shift: Ctrl+E alone exports. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.archive",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "opportunity.drop", NULL);
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

  gtk_widget_action_set_enabled (holder, "opportunity.star", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.archive", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.drop", found && !gone);
  gtk_widget_action_set_enabled (holder, "opportunity.reopen", found && gone);
  gtk_widget_action_set_enabled (holder, "opportunity.evaluate", found && g_strcmp0 (row->state, "evaluating") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.shortlist", found && g_strcmp0 (row->state, "shortlisted") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.apply", found && g_strcmp0 (row->state, "applying") != 0);
  gtk_widget_action_set_enabled (holder, "opportunity.delete", writable);
  gtk_widget_action_set_enabled (holder, "opportunity.open-posting", row != NULL && foothold_link_is_web (row->url));
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
  g_menu_append (marks, _ ("_Open Posting in Browser"), "opportunity.open-posting");
  if (gone)
    {
      g_menu_append (states, _ ("_Reopen"), "opportunity.reopen");
    }
  else
    {
      g_menu_append (states, _ ("_Evaluate"), "opportunity.evaluate");
      g_menu_append (states, _ ("Short_list"), "opportunity.shortlist");
      g_menu_append (states, _ ("A_pply"), "opportunity.apply");
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
    { "shortlisted", "opportunity.apply", N_ ("A_pply") },
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
