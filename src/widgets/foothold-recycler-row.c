/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-recycler-row.h"

#include "widgets/foothold-recycler.h"

/* Holds what every row has: item, place in the set, selection, and the two actions. */

typedef struct
{
  GObject *item;
  guint position;
  guint n_items;
  gboolean selected;
  gboolean picking;
  gboolean marked;
} FootholdRecyclerRowPrivate;

typedef enum
{
  PROP_ITEM = 1,
} FootholdRecyclerRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FootholdRecyclerRow, foothold_recycler_row, GTK_TYPE_WIDGET)

static FootholdRecycler *
find_list (GtkWidget *widget)
{
  return FOOTHOLD_RECYCLER (gtk_widget_get_ancestor (widget, FOOTHOLD_TYPE_RECYCLER));
}

static void
select_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdRecycler *list = find_list (widget);

  if (list != NULL)
    foothold_recycler_set_selected (list, foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (widget)));
}

static void
mark_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdRecycler *list = find_list (widget);

  if (list != NULL)
    foothold_recycler_toggle_mark (list, foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (widget)));
}

static void
activate_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdRecycler *list = find_list (widget);

  if (list != NULL)
    foothold_recycler_activate (list, foothold_recycler_row_get_position (FOOTHOLD_RECYCLER_ROW (widget)));
}

static void
foothold_recycler_row_real_bind (FootholdRecyclerRow *self, GObject *item)
{
}

static void
foothold_recycler_row_real_show_mark (FootholdRecyclerRow *self, gboolean picking, gboolean marked)
{
}

void
foothold_recycler_row_set_item (FootholdRecyclerRow *self, gpointer item)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  g_return_if_fail (FOOTHOLD_IS_RECYCLER_ROW (self));

  if (!g_set_object (&priv->item, item))
    return;

  FOOTHOLD_RECYCLER_ROW_GET_CLASS (self)->bind (self, item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

void
foothold_recycler_row_place (FootholdRecyclerRow *self, gpointer item, guint position, guint n_items, gboolean selected)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  foothold_recycler_row_set_item (self, item);

  if (priv->position != position || priv->n_items != n_items)
    {
      priv->position = position;
      priv->n_items = n_items;
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                      GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items, -1);
    }

  if (priv->selected != selected)
    {
      priv->selected = selected;
      if (selected)
        gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }
}

void
foothold_recycler_row_set_mark (FootholdRecyclerRow *self, gboolean picking, gboolean marked)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  g_return_if_fail (FOOTHOLD_IS_RECYCLER_ROW (self));

  if (priv->picking == picking && priv->marked == marked)
    return;

  priv->picking = picking;
  priv->marked = marked;
  FOOTHOLD_RECYCLER_ROW_GET_CLASS (self)->show_mark (self, picking, marked);
}

gboolean
foothold_recycler_row_get_marked (FootholdRecyclerRow *self)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER_ROW (self), FALSE);

  return priv->marked;
}

gpointer
foothold_recycler_row_get_item (FootholdRecyclerRow *self)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER_ROW (self), NULL);

  return priv->item;
}

guint
foothold_recycler_row_get_position (FootholdRecyclerRow *self)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  g_return_val_if_fail (FOOTHOLD_IS_RECYCLER_ROW (self), GTK_INVALID_LIST_POSITION);

  return priv->position;
}

static void
foothold_recycler_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdRecyclerRow *self = FOOTHOLD_RECYCLER_ROW (object);

  switch ((FootholdRecyclerRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, foothold_recycler_row_get_item (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_recycler_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdRecyclerRow *self = FOOTHOLD_RECYCLER_ROW (object);

  switch ((FootholdRecyclerRowProperty) prop_id)
    {
    case PROP_ITEM:
      foothold_recycler_row_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_recycler_row_dispose (GObject *object)
{
  FootholdRecyclerRow *self = FOOTHOLD_RECYCLER_ROW (object);
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);
  GtkWidget *child;

  g_clear_object (&priv->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foothold_recycler_row_parent_class)->dispose (object);
}

static void
foothold_recycler_row_class_init (FootholdRecyclerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_recycler_row_get_property;
  object_class->set_property = foothold_recycler_row_set_property;
  object_class->dispose = foothold_recycler_row_dispose;
  klass->bind = foothold_recycler_row_real_bind;
  klass->show_mark = foothold_recycler_row_real_show_mark;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "list.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "list.mark", NULL, mark_cb);
  gtk_widget_class_install_action (widget_class, "list.activate", NULL, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
foothold_recycler_row_init (FootholdRecyclerRow *self)
{
  FootholdRecyclerRowPrivate *priv = foothold_recycler_row_get_instance_private (self);

  priv->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
}
