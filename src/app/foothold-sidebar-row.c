// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A row of the sidebar; the template does the drawing, this keeps the name for screen readers right. */

#define G_LOG_DOMAIN "foothold-sidebar-row"

#include "foothold-sidebar-row.h"

#include "widgets/foothold-menu.h"

#include <glib/gi18n.h>

struct _FootholdSidebarRow
{
  GtkListBoxRow parent_instance;
  char *view, *title, *icon_name;
  guint waiting;
  gint64 search;
  gboolean writable; /* the search can be changed */
  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (FootholdSidebarRow, foothold_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint asked_signal;

static char *
count_text (GtkWidget *widget, guint waiting)
{
  return g_strdup_printf ("%'u", waiting);
}

static gboolean
has_count (GtkWidget *widget, guint waiting)
{
  return waiting > 0;
}

static char *
count_tooltip (GtkWidget *widget, guint waiting)
{
  if (FOOTHOLD_SIDEBAR_ROW (widget)->search != 0)
    return g_strdup_printf (ngettext ("%'u found", "%'u found", waiting), waiting);

  /* Translators: how many opportunities want a decision soon */
  return g_strdup_printf (ngettext ("%'u waits for you", "%'u wait for you", waiting), waiting);
}

static void
update_name (FootholdSidebarRow *self)
{
  g_autofree char *name = NULL;
  if (self->waiting > 0)
    {
      g_autofree char *waits = count_tooltip (GTK_WIDGET (self), self->waiting);
      /* Translators: a view's name and what waits there, "Board, 4 wait for you" */
      name = g_strdup_printf (_ ("%s, %s"), self->title, waits);
    }
  else
    name = g_strdup (self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
row_opened (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *list = gtk_widget_get_parent (widget);
  gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (widget));
  g_signal_emit_by_name (widget, "activate");
}

static void
search_asked (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, asked_signal, 0, action);
}

static void
popup (FootholdSidebarRow *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->search == 0 || !self->writable)
    return;

  g_menu_append (menu, _ ("_Rename…"), "search.rename");
  g_menu_append (menu, _ ("Move _Up"), "search.move-up");
  g_menu_append (menu, _ ("Move _Down"), "search.move-down");
  g_menu_append (menu, _ ("D_elete"), "search.delete");
  foothold_menu_popup (GTK_WIDGET (self), G_MENU_MODEL (menu), x, y);
}

static void
popup_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  popup (FOOTHOLD_SIDEBAR_ROW (widget), -1, -1);
}

static void
menu_pressed (FootholdSidebarRow *self, int n_press, double x, double y)
{
  popup (self, x, y);
}

static void
long_pressed (FootholdSidebarRow *self, double x, double y)
{
  popup (self, x, y);
}

static void
enable_search_actions (FootholdSidebarRow *self)
{
  static const char *const actions[] = { "search.rename", "search.move-up", "search.move-down", "search.delete",
                                         "menu.popup" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->search != 0 && self->writable);
}

void
foothold_sidebar_row_set_search (FootholdSidebarRow *self, gint64 id, gboolean writable)
{
  self->search = id;
  self->writable = writable;
  enable_search_actions (self);
  update_name (self);
}

gint64
foothold_sidebar_row_get_search (FootholdSidebarRow *self)
{
  return self->search;
}

GtkWidget *
foothold_sidebar_row_new (const char *view, const char *title, const char *icon_name, gboolean nested)
{
  FootholdSidebarRow *self = g_object_new (FOOTHOLD_TYPE_SIDEBAR_ROW, "title", title, "icon-name", icon_name, NULL);
  self->view = g_strdup (view);
  if (nested)
    gtk_widget_set_margin_start (self->icon, 18);
  update_name (self);
  return GTK_WIDGET (self);
}

const char *
foothold_sidebar_row_get_view (FootholdSidebarRow *self)
{
  return self->view;
}

const char *
foothold_sidebar_row_get_title (FootholdSidebarRow *self)
{
  return self->title;
}

void
foothold_sidebar_row_set_waiting (FootholdSidebarRow *self, guint waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
foothold_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FootholdSidebarRow *self = FOOTHOLD_SIDEBAR_ROW (object);
  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_WAITING:
      g_value_set_uint (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
foothold_sidebar_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FootholdSidebarRow *self = FOOTHOLD_SIDEBAR_ROW (object);
  switch (id)
    {
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      g_set_str (&self->icon_name, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
foothold_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (foothold_sidebar_row_parent_class)->dispose (object);
}

static void
foothold_sidebar_row_finalize (GObject *object)
{
  FootholdSidebarRow *self = FOOTHOLD_SIDEBAR_ROW (object);
  g_free (self->view);
  g_free (self->title);
  g_free (self->icon_name);
  G_OBJECT_CLASS (foothold_sidebar_row_parent_class)->finalize (object);
}

static void
foothold_sidebar_row_class_init (FootholdSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = foothold_sidebar_row_dispose;
  object_class->finalize = foothold_sidebar_row_finalize;
  object_class->get_property = foothold_sidebar_row_get_property;
  object_class->set_property = foothold_sidebar_row_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WAITING] =
    g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdSidebarRow, icon);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
  gtk_widget_class_bind_template_callback (widget_class, has_count);
  gtk_widget_class_bind_template_callback (widget_class, count_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, row_opened);
  gtk_widget_class_install_action (widget_class, "search.rename", NULL, search_asked);
  gtk_widget_class_install_action (widget_class, "search.delete", NULL, search_asked);
  gtk_widget_class_install_action (widget_class, "search.move-up", NULL, search_asked);
  gtk_widget_class_install_action (widget_class, "search.move-down", NULL, search_asked);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "search.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "search.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "search.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "search.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);

  asked_signal = g_signal_new ("asked", FOOTHOLD_TYPE_SIDEBAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_STRING);
}

static void
foothold_sidebar_row_init (FootholdSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_search_actions (self);
}
