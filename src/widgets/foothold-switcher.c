// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-switcher.h"

#include <adwaita.h>

/*
 * Both forms are always there and say the same; which of them is shown is decided where the width is known. A
 * breakpoint would have to know the width of six words in every language.
 */

struct _FootholdSwitcher
{
  GtkWidget parent_instance;

  GtkWidget *label; /* names the drop-down for a screen reader, which takes a name from nothing else */
  AdwToggleGroup *toggles;
  GtkDropDown *choice;
  GPtrArray *names; /* static strings */
  GtkWidget *shown; /* toggles or choice */
  guint active;
  gboolean changing;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FootholdSwitcher, foothold_switcher, GTK_TYPE_WIDGET)

static void
activate (FootholdSwitcher *self, guint active)
{
  if (active >= self->names->len || self->changing)
    return;

  self->changing = TRUE;
  adw_toggle_group_set_active (self->toggles, active);
  gtk_drop_down_set_selected (self->choice, active);
  self->changing = FALSE;
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
toggled_cb (FootholdSwitcher *self)
{
  activate (self, adw_toggle_group_get_active (self->toggles));
}

static void
selected_cb (FootholdSwitcher *self)
{
  activate (self, gtk_drop_down_get_selected (self->choice));
}

const char *
foothold_switcher_get_active (FootholdSwitcher *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_SWITCHER (self), NULL);

  return self->names->len > 0 ? g_ptr_array_index (self->names, self->active) : NULL;
}

void
foothold_switcher_set_active (FootholdSwitcher *self, const char *name)
{
  guint i;

  g_return_if_fail (FOOTHOLD_IS_SWITCHER (self));

  if (g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &i))
    activate (self, i);
}

/* On the page that is active, also where another name has the keys. */
static void
focus_shown (FootholdSwitcher *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && self->shown != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (root, NULL);
  if (self->shown != NULL)
    gtk_widget_child_focus (self->shown, GTK_DIR_TAB_FORWARD);
}

/* For whoever does not see what changed beside the keys. */
static void
say_active (FootholdSwitcher *self)
{
  AdwToggle *toggle = adw_toggle_group_get_toggle (self->toggles, self->active);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_toggle_get_label (toggle),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Where the switcher is inside of @around, what had the keys goes out of sight. */
static gboolean
step (FootholdSwitcher *self, GtkWidget *around, guint by)
{
  if (self->names->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;

  activate (self, (self->active + by) % self->names->len);
  if (gtk_widget_is_ancestor (GTK_WIDGET (self), around))
    focus_shown (self);
  else
    say_active (self);
  return TRUE;
}

static gboolean
next_cb (GtkWidget *widget, GVariant *arguments, gpointer self)
{
  return step (self, widget, 1);
}

static gboolean
previous_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FootholdSwitcher *self = user_data;

  return step (self, widget, self->names->len - 1);
}

static void
add_key (GtkEventController *controller, guint key, GtkShortcutFunc callback, FootholdSwitcher *self)
{
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK), gtk_callback_action_new (callback, self, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* An entry and what scrolls would take these keys for a screenful to the side, which there is none of. */
void
foothold_switcher_add_keys (FootholdSwitcher *self, GtkWidget *around)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (FOOTHOLD_IS_SWITCHER (self));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, GDK_KEY_Page_Down, next_cb, self);
  add_key (controller, GDK_KEY_KP_Page_Down, next_cb, self);
  add_key (controller, GDK_KEY_Page_Up, previous_cb, self);
  add_key (controller, GDK_KEY_KP_Page_Up, previous_cb, self);
  gtk_widget_add_controller (around, controller);
}

void
foothold_switcher_add (FootholdSwitcher *self, const char *name, const char *title)
{
  AdwToggle *toggle;

  g_return_if_fail (FOOTHOLD_IS_SWITCHER (self));

  self->changing = TRUE;
  toggle = adw_toggle_new ();
  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, title);
  adw_toggle_group_add (self->toggles, toggle);
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->choice)), title);
  g_ptr_array_add (self->names, (gpointer) name);
  self->changing = FALSE;
  activate (self, self->active);
}

static void
focus_again_cb (gpointer user_data)
{
  g_autoptr (FootholdSwitcher) self = user_data;

  focus_shown (self);
}

static void
show_form (FootholdSwitcher *self, GtkWidget *form)
{
  GtkWidget *other = form == GTK_WIDGET (self->toggles) ? GTK_WIDGET (self->choice) : GTK_WIDGET (self->toggles);
  const gboolean had_keys = self->shown == other && gtk_widget_get_focus_child (GTK_WIDGET (self)) == other;

  if (self->shown == form)
    return;
  self->shown = form;
  gtk_widget_set_child_visible (form, TRUE);
  gtk_widget_set_child_visible (other, FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (form), GTK_ACCESSIBLE_STATE_HIDDEN);
  gtk_accessible_update_state (GTK_ACCESSIBLE (other), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  /* Nobody may be focused while sizes are handed out. */
  if (had_keys)
    g_idle_add_once (focus_again_cb, g_object_ref (self));
}

static GtkSizeRequestMode
foothold_switcher_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
foothold_switcher_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  FootholdSwitcher *self = FOOTHOLD_SWITCHER (widget);
  int toggles_minimum, toggles_natural, choice_minimum, choice_natural;

  gtk_widget_measure (GTK_WIDGET (self->toggles), orientation, -1, &toggles_minimum, &toggles_natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->choice), orientation, -1, &choice_minimum, &choice_natural, NULL, NULL);
  /* As high as the higher one, so that a width decides nothing about heights. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? choice_minimum : MAX (toggles_minimum, choice_minimum);
  *natural =
    MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? toggles_natural : MAX (toggles_natural, choice_natural));
}

static void
foothold_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdSwitcher *self = FOOTHOLD_SWITCHER (widget);
  int wanted;

  gtk_widget_measure (GTK_WIDGET (self->toggles), GTK_ORIENTATION_HORIZONTAL, -1, &wanted, NULL, NULL, NULL);
  show_form (self, wanted <= width ? GTK_WIDGET (self->toggles) : GTK_WIDGET (self->choice));
  gtk_widget_allocate (self->shown, width, height, -1, NULL);
}

static void
foothold_switcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_string (value, foothold_switcher_get_active (FOOTHOLD_SWITCHER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_switcher_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    foothold_switcher_set_active (FOOTHOLD_SWITCHER (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_switcher_dispose (GObject *object)
{
  FootholdSwitcher *self = FOOTHOLD_SWITCHER (object);
  GtkWidget *child;

  self->shown = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foothold_switcher_parent_class)->dispose (object);
}

static void
foothold_switcher_finalize (GObject *object)
{
  g_ptr_array_unref (FOOTHOLD_SWITCHER (object)->names);

  G_OBJECT_CLASS (foothold_switcher_parent_class)->finalize (object);
}

static void
foothold_switcher_class_init (FootholdSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_switcher_get_property;
  object_class->set_property = foothold_switcher_set_property;
  object_class->dispose = foothold_switcher_dispose;
  object_class->finalize = foothold_switcher_finalize;
  widget_class->get_request_mode = foothold_switcher_get_request_mode;
  widget_class->measure = foothold_switcher_measure;
  widget_class->size_allocate = foothold_switcher_size_allocate;
  properties[PROP_ACTIVE] = g_param_spec_string ("active", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foothold_switcher_init (FootholdSwitcher *self)
{
  self->names = g_ptr_array_new ();
  self->label = gtk_label_new (NULL);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  adw_toggle_group_set_can_shrink (self->toggles, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->toggles), GTK_WIDGET (self));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
  g_signal_connect_object (self->toggles, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
foothold_switcher_new (const char *label)
{
  FootholdSwitcher *self = g_object_new (FOOTHOLD_TYPE_SWITCHER, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
