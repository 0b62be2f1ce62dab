// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-today-view-private.h"

#include "views/today/foothold-today-deeds.h"

#include <glib/gi18n.h>

/* Several at once: while they are picked, the deeds are about them. */

static gint64
key_at (GListModel *model, guint position)
{
  return foothold_due_model_get_key (FOOTHOLD_DUE_MODEL (model), position);
}

/* What is picked, or @entry; of what is picked only what can be seen. */
GPtrArray *
foothold_today_dup_targets (FootholdTodayView *self, const FootholdDueEntry *entry)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_due_entry_unref);
  gsize n;
  const gint64 *keys = self->model != NULL ? foothold_due_model_get_keys (self->model, &n) : NULL;

  if (keys != NULL && foothold_marks_get_active (self->marks))
    {
      g_autoptr (GArray) picked = foothold_marks_list (self->marks, keys, n);

      for (guint i = 0; i < picked->len; i++)
        g_ptr_array_add (entries,
                         foothold_due_entry_ref (foothold_due_model_peek_key (self->model,
                                                                              g_array_index (picked, gint64, i))));
    }
  else if (entry != NULL)
    g_ptr_array_add (entries, foothold_due_entry_ref ((FootholdDueEntry *) entry));

  return entries;
}

void
foothold_today_update_actions (FootholdTodayView *self)
{
  const gboolean read_only = foothold_today_view_get_read_only (self);

  if (foothold_marks_get_active (self->marks))
    {
      g_autoptr (GPtrArray) targets = foothold_today_dup_targets (self, NULL);

      foothold_today_deeds_update_many (GTK_WIDGET (self), targets, read_only);
      gtk_widget_set_sensitive (GTK_WIDGET (self->snooze_button), targets->len > 0 && !read_only);
    }
  else
    foothold_today_deeds_update (GTK_WIDGET (self), foothold_today_peek_selected (self), read_only);
}

static void
show_picked (FootholdTodayView *self)
{
  const guint n = foothold_marks_get_n (self->marks);
  g_autofree char *text =
    n > 0 ? g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n) : g_strdup (_ ("Select what is due"));

  foothold_today_update_actions (self);
  if (!foothold_marks_get_active (self->marks) || g_str_equal (text, gtk_label_get_label (self->picked)))
    return;
  gtk_label_set_label (self->picked, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
active_cb (FootholdTodayView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* keys that were in the bar go back to the list before it is gone */
  if (!foothold_marks_get_active (self->marks) && focus != NULL && gtk_widget_is_ancestor (focus, self->bar))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.pick-none", foothold_marks_get_active (self->marks));
  g_object_notify (G_OBJECT (self), "picking");
}

/* What is not in sight any more is not picked: nothing is ever done to what one does not see. */
void
foothold_today_picking_follow (FootholdTodayView *self)
{
  gsize n;
  const gint64 *keys = foothold_due_model_get_keys (self->model, &n);

  if (foothold_marks_get_n (self->marks) == 0)
    return;

  foothold_marks_keep (self->marks, keys, n);
  if (foothold_marks_get_n (self->marks) == 0)
    foothold_marks_set_active (self->marks, FALSE);
}

static void
pick_silent_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTodayView *self = FOOTHOLD_TODAY_VIEW (widget);
  g_autoptr (GArray) silent = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n;
  const gint64 *keys = self->model != NULL ? foothold_due_model_get_keys (self->model, &n) : NULL;

  for (gsize i = 0; keys != NULL && i < n; i++)
    {
      const FootholdDueEntry *entry = foothold_due_model_peek_key (self->model, keys[i]);

      if (entry != NULL && entry->kind == FOOTHOLD_DUE_NO_ANSWER)
        g_array_append_val (silent, keys[i]);
    }
  foothold_marks_set (self->marks, (const gint64 *) (gpointer) silent->data, silent->len, TRUE);
}

static void
pick_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_recycler_mark_all (FOOTHOLD_TODAY_VIEW (widget)->list);
}

static void
pick_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_marks_set_active (FOOTHOLD_TODAY_VIEW (widget)->marks, FALSE);
}

void
foothold_today_picking_connect (FootholdTodayView *self)
{
  foothold_recycler_set_marks (self->list, self->marks, key_at);
}

void
foothold_today_picking_construct (FootholdTodayView *self)
{
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (show_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.pick-none", FALSE);
}

void
foothold_today_picking_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "today.picking", "picking");
  gtk_widget_class_install_action (widget_class, "today.pick-silent", NULL, pick_silent_cb);
  gtk_widget_class_install_action (widget_class, "today.pick-all", NULL, pick_all_cb);
  gtk_widget_class_install_action (widget_class, "today.pick-none", NULL, pick_none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "today.pick-none", NULL);
}
