// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-states.h"

#include "views/board/foothold-board-words.h"

#include <glib/gi18n.h>

/* A spinner that flashes for every keystroke is worse than none. */
#define SPINNER_DELAY_MS 200

struct _FootholdBoardStates
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *list_place;
  GtkWidget *empty_place;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkWidget *empty_add;
  GtkWidget *empty_open;
  GtkButton *empty_all;

  FootholdWindowList *model;
  char *line;
  guint spinner_timeout;
  gboolean read_only;
};

typedef enum
{
  PROP_LIST = 1,
  PROP_LINE,
} FootholdBoardStatesProperty;

static GParamSpec *properties[PROP_LINE + 1];

G_DEFINE_FINAL_TYPE (FootholdBoardStates, foothold_board_states, ADW_TYPE_BIN)

static gboolean
is_searching (FootholdBoardStates *self)
{
  const char *text = foothold_window_list_get_query (self->model)->text;
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0';
}

/* An empty list says what will be here and offers the one thing to do. */
static void
describe_emptiness (FootholdBoardStates *self)
{
  const FootholdShow show = foothold_window_list_get_query (self->model)->show;
  const gboolean hides = foothold_window_list_get_hides (self->model);
  const FootholdEmptiness words = foothold_board_emptiness (show, is_searching (self), hides, self->read_only);

  adw_status_page_set_icon_name (self->empty_page, words.icon);
  adw_status_page_set_title (self->empty_page, words.title);
  adw_status_page_set_description (self->empty_page, words.description);
  gtk_widget_set_visible (self->empty_add, words.may_add);
  gtk_widget_set_visible (self->empty_open, words.may_go_back);
  gtk_button_set_label (self->empty_all, hides ? _ ("Show _Everything") : _ ("Search _Everywhere"));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_all), words.may_show_all);
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  FootholdBoardStates *self = user_data;

  self->spinner_timeout = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  return G_SOURCE_REMOVE;
}

static void
count (FootholdBoardStates *self, guint n)
{
  g_autofree char *line =
    foothold_board_count_line (foothold_window_list_get_query (self->model)->show, is_searching (self), n);

  if (g_set_str (&self->line, line))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
update (FootholdBoardStates *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const GError *error = foothold_window_list_get_error (self->model);

  if (foothold_window_list_get_loading (self->model))
    {
      if (self->spinner_timeout == 0)
        self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
      return;
    }

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  if (n == 0)
    describe_emptiness (self);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), n == 0);
  /* what is not seen is not in the pointer's way either */
  gtk_widget_set_can_target (self->empty_place, n == 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
  count (self, n);
}

void
foothold_board_states_set_model (FootholdBoardStates *self, FootholdWindowList *model, gboolean read_only)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_STATES (self));
  g_return_if_fail (FOOTHOLD_IS_WINDOW_LIST (model));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  self->read_only = read_only;
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::error", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::n-items", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
foothold_board_states_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdBoardStates *self = FOOTHOLD_BOARD_STATES (object);

  switch ((FootholdBoardStatesProperty) prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, adw_bin_get_child (self->list_place));
      break;
    case PROP_LINE:
      g_value_set_string (value, self->line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_board_states_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdBoardStates *self = FOOTHOLD_BOARD_STATES (object);

  switch ((FootholdBoardStatesProperty) prop_id)
    {
    case PROP_LIST:
      adw_bin_set_child (self->list_place, g_value_get_object (value));
      break;
    case PROP_LINE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_board_states_dispose (GObject *object)
{
  FootholdBoardStates *self = FOOTHOLD_BOARD_STATES (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_object (&self->model);
  /* The bin lets go of its child itself, and would look for one that its template has taken away. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_BOARD_STATES);

  G_OBJECT_CLASS (foothold_board_states_parent_class)->dispose (object);
}

static void
foothold_board_states_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_BOARD_STATES (object)->line, g_free);

  G_OBJECT_CLASS (foothold_board_states_parent_class)->finalize (object);
}

/* What an empty list offers; never what scrolls the rows that are not there. */
static gboolean
foothold_board_states_grab_focus (GtkWidget *widget)
{
  FootholdBoardStates *self = FOOTHOLD_BOARD_STATES (widget);
  GtkWidget *place = gtk_widget_get_visible (GTK_WIDGET (self->empty_page)) ? self->empty_place : NULL;

  return gtk_widget_child_focus (place != NULL ? place : GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
foothold_board_states_class_init (FootholdBoardStatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foothold_board_states_get_property;
  object_class->set_property = foothold_board_states_set_property;
  object_class->dispose = foothold_board_states_dispose;
  object_class->finalize = foothold_board_states_finalize;
  widget_class->grab_focus = foothold_board_states_grab_focus;

  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE] = g_param_spec_string ("line", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-board-states.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, list_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, empty_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, error_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, empty_add);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, empty_open);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardStates, empty_all);
}

static void
foothold_board_states_init (FootholdBoardStates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
