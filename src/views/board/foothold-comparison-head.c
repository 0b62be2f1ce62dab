// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-head.h"

#include "views/board/foothold-opportunity-actions.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdComparisonHead
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *star;
  FootholdStore *store;
  FootholdOpportunityRow *row;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void holder_iface_init (FootholdOpportunityHolderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdComparisonHead,
                               foothold_comparison_head,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_OPPORTUNITY_HOLDER, holder_iface_init))

static FootholdStore *
holder_get_store (FootholdOpportunityHolder *holder)
{
  return FOOTHOLD_COMPARISON_HEAD (holder)->store;
}

static const FootholdOpportunityRow *
holder_peek_row (FootholdOpportunityHolder *holder)
{
  return FOOTHOLD_COMPARISON_HEAD (holder)->row;
}

static void
holder_iface_init (FootholdOpportunityHolderInterface *iface)
{
  iface->get_store = holder_get_store;
  iface->peek_row = holder_peek_row;
}

static void
show_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdComparisonHead *self = FOOTHOLD_COMPARISON_HEAD (widget);

  if (self->row != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->row->row.id);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
foothold_comparison_head_set_row (FootholdComparisonHead *self, const FootholdOpportunityRow *row)
{
  g_autofree char *shown = foothold_text_visible (row->title, FALSE);

  foothold_row_ref ((gpointer) row);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = (FootholdOpportunityRow *) row;
  foothold_label_set_text (GTK_LABEL (self->title), row->title);
  gtk_widget_set_tooltip_text (self->title, shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            row->starred == 1 ? "foothold-star-symbolic" : "foothold-star-outline-symbolic");
  name_button (self->star, row->starred == 1 ? _ ("Remove Star") : _ ("Star"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  foothold_opportunity_actions_update (GTK_WIDGET (self), row);
}

GtkWidget *
foothold_comparison_head_new (FootholdStore *store)
{
  FootholdComparisonHead *self = g_object_new (FOOTHOLD_TYPE_COMPARISON_HEAD, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

static void
foothold_comparison_head_dispose (GObject *object)
{
  FootholdComparisonHead *self = FOOTHOLD_COMPARISON_HEAD (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->row, foothold_row_unref);

  G_OBJECT_CLASS (foothold_comparison_head_parent_class)->dispose (object);
}

static void
foothold_comparison_head_class_init (FootholdComparisonHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_comparison_head_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_install_action (widget_class, "opportunity.show", NULL, show_cb);
  foothold_opportunity_actions_install (widget_class, FALSE);
}

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  name_button (button, name);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
foothold_comparison_head_init (FootholdComparisonHead *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (self->title, TRUE);
  gtk_widget_set_valign (self->title, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  add_button (buttons, "foothold-brief-symbolic", C_ ("button", "Open"), "opportunity.show");
  self->star = add_button (buttons, "foothold-star-outline-symbolic", _ ("Star"), "opportunity.star");
  add_button (buttons, "foothold-shortlist-symbolic", _ ("Shortlist"), "opportunity.shortlist");
  add_button (buttons, "foothold-drop-symbolic", _ ("Drop…"), "opportunity.drop");
  gtk_box_append (GTK_BOX (self), buttons);
}
