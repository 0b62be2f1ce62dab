/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-completions.h"

#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdCompletions
{
  GtkPopover parent_instance;

  GtkWidget *entry; /* beside it in the same parent */
  GtkListBox *list;
  guint n;
};

static guint taken_signal;

G_DEFINE_FINAL_TYPE (FootholdCompletions, foothold_completions, GTK_TYPE_POPOVER)

void
foothold_completions_clear (FootholdCompletions *self)
{
  g_return_if_fail (FOOTHOLD_IS_COMPLETIONS (self));

  gtk_list_box_remove_all (self->list);
  self->n = 0;
}

void
foothold_completions_add (FootholdCompletions *self, const char *piece, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = foothold_text_visible (words != NULL ? words : piece, FALSE);

  g_return_if_fail (FOOTHOLD_IS_COMPLETIONS (self));

  foothold_label_set_text (GTK_LABEL (label), piece);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (words != NULL)
    {
      label = gtk_label_new (NULL);
      foothold_label_set_text (GTK_LABEL (label), words);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
  self->n++;
}

/* Below the entry, as wide as that. */
static void
place (FootholdCompletions *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (self->entry, parent, &bounds))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_widget_set_size_request (GTK_WIDGET (self), (int) bounds.size.width, -1);
}

void
foothold_completions_open (FootholdCompletions *self)
{
  GtkWidget *keys;

  g_return_if_fail (FOOTHOLD_IS_COMPLETIONS (self));

  keys =
    GTK_IS_EDITABLE (self->entry) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))) : self->entry;
  if (self->n == 0 || !gtk_widget_has_focus (keys))
    {
      foothold_completions_close (self);
      return;
    }

  gtk_list_box_unselect_all (self->list);
  place (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
}

void
foothold_completions_close (FootholdCompletions *self)
{
  g_return_if_fail (FOOTHOLD_IS_COMPLETIONS (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE);
}

gboolean
foothold_completions_is_open (FootholdCompletions *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_COMPLETIONS (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

gboolean
foothold_completions_is_chosen (FootholdCompletions *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_COMPLETIONS (self), FALSE);

  return foothold_completions_is_open (self) && gtk_list_box_get_selected_row (self->list) != NULL;
}

static void
take (FootholdCompletions *self, guint n)
{
  g_signal_emit (self, taken_signal, 0, n);
}

static void
row_activated_cb (FootholdCompletions *self, GtkListBoxRow *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

/* The row after or before the selected one is the next; the screen reader hears it, the keys stay in the entry. */
static void
choose (FootholdCompletions *self, int step)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  const int n = (int) self->n;
  const int at = chosen != NULL ? gtk_list_box_row_get_index (chosen) + step : step > 0 ? 0 : n - 1;
  GtkWidget *box;
  GtkWidget *label;

  if (at < 0 || at >= n)
    {
      gtk_list_box_unselect_all (self->list);
      return;
    }

  chosen = gtk_list_box_get_row_at_index (self->list, at);
  gtk_list_box_select_row (self->list, chosen);
  box = gtk_list_box_row_get_child (chosen);
  label = gtk_widget_get_last_child (box);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), gtk_label_get_text (GTK_LABEL (label)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
key_cb (FootholdCompletions *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);

  if (!foothold_completions_is_open (self) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      take (self, chosen != NULL ? (guint) gtk_list_box_row_get_index (chosen) : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (chosen == NULL)
        {
          foothold_completions_close (self);
          return GDK_EVENT_PROPAGATE;
        }
      take (self, (guint) gtk_list_box_row_get_index (chosen));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      foothold_completions_close (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

FootholdCompletions *
foothold_completions_new (GtkWidget *parent, GtkWidget *entry)
{
  FootholdCompletions *self = g_object_new (FOOTHOLD_TYPE_COMPLETIONS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (foothold_completions_close), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self, G_CONNECT_SWAPPED);
  return self;
}

static void
foothold_completions_class_init (FootholdCompletionsClass *klass)
{
  taken_signal = g_signal_new ("taken", FOOTHOLD_TYPE_COMPLETIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_UINT);
}

static void
foothold_completions_init (FootholdCompletions *self)
{
  GtkPopover *popover = GTK_POPOVER (self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ways to Go On"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (popover, GTK_WIDGET (self->list));
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  /* Not “menu”, where a chosen row looks like any other: the keys stay in the entry, and it has no other mark. */
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
}
