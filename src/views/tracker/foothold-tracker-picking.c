// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-tracker-view-private.h"

#include "views/tracker/foothold-application-line.h"
#include "widgets/foothold-menu.h"

#include <glib/gi18n.h>

/* Several applications at once, wherever they stand. What is not shown any more is not picked any more:
 * nothing is ever done to what one does not see. */

gboolean
foothold_tracker_picking_get_active (FootholdTrackerView *self)
{
  return foothold_marks_get_active (self->marks);
}

void
foothold_tracker_picking_set_active (FootholdTrackerView *self, gboolean active)
{
  foothold_marks_set_active (self->marks, active);
}

GArray *
foothold_tracker_picking_dup (FootholdTrackerView *self, gint64 id)
{
  GArray *one;

  if (foothold_marks_get_active (self->marks) && (id == 0 || foothold_marks_has (self->marks, id)))
    {
      g_autoptr (GArray) all = foothold_tracker_faces_dup_ids (self);

      return foothold_marks_list (self->marks, (const gint64 *) (gpointer) all->data, all->len);
    }

  one = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id == 0)
    id = foothold_tracker_faces_get_selected (self);
  if (id != 0)
    g_array_append_val (one, id);
  return one;
}

static void
show_count (FootholdTrackerView *self, guint n)
{
  g_autofree char *words =
    n > 0 ? g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n) : g_strdup (_ ("Select applications"));

  if (g_str_equal (words, gtk_label_get_label (self->picked)))
    return;
  gtk_label_set_label (self->picked, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Nothing is done to what one does not see; what is on its way is not known to be gone. */
static void
keep_shown (FootholdTrackerView *self)
{
  gboolean loading, hides;
  g_autoptr (GArray) all = NULL;

  foothold_tracker_faces_count (self, &loading, &hides);
  if (loading)
    return;
  all = foothold_tracker_faces_dup_ids (self);
  foothold_marks_keep (self->marks, (const gint64 *) (gpointer) all->data, all->len);
}

void
foothold_tracker_picking_update (FootholdTrackerView *self)
{
  const gboolean picking = foothold_marks_get_active (self->marks);
  const gboolean writable = !foothold_tracker_view_get_read_only (self);
  guint n;

  if (picking)
    keep_shown (self);
  n = foothold_marks_get_n (self->marks);
  if (picking)
    show_count (self, n);
  adw_toolbar_view_set_reveal_bottom_bars (self->frame, picking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->move_button), n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracker.pick-none", picking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracker.archive", writable && (!picking || n > 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracker.delete", writable && (!picking || n > 0));
}

/* Keys that were in the bar go back to the list before it is gone. */
static void
keep_focus (FootholdTrackerView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->bar))
    foothold_tracker_faces_focus (self);
}

static void
marks_changed (FootholdTrackerView *self)
{
  if (!foothold_marks_get_active (self->marks))
    keep_focus (self);
  foothold_application_line_show_marks (foothold_marks_get_active (self->marks));
  /* once more from inside: what is kept says “changed” again only where it differs */
  g_signal_handlers_block_by_func (self->marks, marks_changed, self);
  foothold_tracker_picking_update (self);
  g_signal_handlers_unblock_by_func (self->marks, marks_changed, self);
  foothold_tracker_view_notify_picking (self);
}

static void
pick_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);
  g_autoptr (GArray) all = foothold_tracker_faces_dup_ids (self);

  foothold_marks_set (self->marks, (const gint64 *) (gpointer) all->data, all->len, TRUE);
}

static void
pick_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_marks_set_active (FOOTHOLD_TRACKER_VIEW (widget)->marks, FALSE);
}

static GMenuModel *
make_move_menu (gpointer user_data)
{
  return foothold_tracker_deeds_new_move_menu (user_data, NULL);
}

/* Escape ends picking, before it closes anything else. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FootholdTrackerView *self = FOOTHOLD_TRACKER_VIEW (widget);

  if (foothold_marks_get_active (self->marks))
    foothold_marks_set_active (self->marks, FALSE);
  else if (adw_overlay_split_view_get_show_sidebar (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
foothold_tracker_picking_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "tracker.picking", "picking");
  gtk_widget_class_install_action (widget_class, "tracker.pick-all", NULL, pick_all_cb);
  gtk_widget_class_install_action (widget_class, "tracker.pick-none", NULL, pick_none_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
foothold_tracker_picking_init (FootholdTrackerView *self)
{
  foothold_menu_button_set_func (self->move_button, make_move_menu, self);
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (marks_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "notify::active", G_CALLBACK (marks_changed), self, G_CONNECT_SWAPPED);
}
