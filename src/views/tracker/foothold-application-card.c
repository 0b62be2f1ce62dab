// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-card.h"

#include "model/foothold-format-application.h"
#include "rules/foothold-application-states.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdApplicationCard
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *body;
  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *step;
  GtkLabel *due;
  GtkLabel *silence;
  GtkWidget *menu;

  GSignalGroup *record;
};

G_DEFINE_FINAL_TYPE (FootholdApplicationCard, foothold_application_card, FOOTHOLD_TYPE_RECYCLER_ROW)

static FootholdTrackerView *
find_view (FootholdApplicationCard *self)
{
  return FOOTHOLD_TRACKER_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TRACKER_VIEW));
}

const FootholdApplicationRow *
foothold_application_card_peek (FootholdApplicationCard *self)
{
  FootholdApplicationRecord *item;

  g_return_val_if_fail (FOOTHOLD_IS_APPLICATION_CARD (self), NULL);

  item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  return item != NULL ? foothold_application_record_peek (item) : NULL;
}

/* A pill, tinted with @style where that asks for attention; NULL text is none. */
static void
show_pill (GtkLabel *pill, const char *text, const char *style)
{
  static const char *const styles[] = { "accent", "warning", NULL };

  for (guint i = 0; styles[i] != NULL; i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (pill), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (pill), styles[i]);
  gtk_widget_set_visible (GTK_WIDGET (pill), text != NULL);
  foothold_label_set_text (pill, text);
}

static void
append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, ", ");
  g_string_append (parts, part);
}

static void
show_row (FootholdApplicationCard *self, const FootholdApplicationRow *row, const GArray *replies)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  g_autofree char *next = NULL;
  g_autofree char *due = NULL;
  g_autofree char *silence = NULL;
  gboolean overdue, urgent;
  FootholdSilenceClock clock;
  const char *state = foothold_list_name (&foothold_application_states, row->state);

  foothold_application_look (row, replies, NULL, &clock);
  next = foothold_format_next_step (row->next_step, row->next_step_on, NULL, &overdue);
  due = foothold_format_application_due (row, NULL, &urgent);
  silence = foothold_format_silence (&clock);

  foothold_label_set_text (self->title, row->title);
  foothold_label_set_text (self->subtitle, row->organisation != NULL ? row->organisation : _ ("No organisation"));
  foothold_label_set_text (self->step, next != NULL ? next : state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->step), next);
  show_pill (self->due, due, urgent ? "warning" : NULL);
  show_pill (self->silence, silence,
             clock.step == FOOTHOLD_SILENCE_NO_ANSWER   ? "warning"
             : clock.step == FOOTHOLD_SILENCE_FOLLOW_UP ? "accent"
                                                        : NULL);

  append_part (spoken, row->title);
  append_part (spoken, row->organisation);
  append_part (spoken, state);
  append_part (spoken, next);
  append_part (spoken, due);
  append_part (spoken, silence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
update (FootholdApplicationCard *self)
{
  const FootholdApplicationRow *row = foothold_application_card_peek (self);
  FootholdTrackerView *view = find_view (self);

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row, view != NULL ? foothold_tracker_view_get_replies (view) : NULL);
}

static void
foothold_application_card_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdApplicationCard *self = FOOTHOLD_APPLICATION_CARD (row);

  g_signal_group_set_target (self->record, item);
  update (self);
}

static void
foothold_application_card_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdApplicationCard *self = FOOTHOLD_APPLICATION_CARD (row);

  gtk_widget_set_visible (self->mark, picking);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mark), marked);
}

/* ---- what is done to it ---- */

static gint64
get_id (FootholdApplicationCard *self)
{
  FootholdRecord *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));

  return item != NULL ? foothold_record_get_id (item) : 0;
}

static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdApplicationCard *self = FOOTHOLD_APPLICATION_CARD (widget);
  FootholdTrackerView *view = find_view (self);

  gtk_widget_activate_action (widget, "list.select", NULL);
  if (g_str_equal (action_name, "application.show-posting"))
    {
      const FootholdApplicationRow *row = foothold_application_card_peek (self);

      if (row != NULL)
        gtk_widget_activate_action (widget, "win.open-opportunity", "x", row->opportunity);
    }
  else if (view != NULL && get_id (self) != 0)
    foothold_tracker_view_act (view, action_name, get_id (self));
}

/* “To the left” is what one sees, whichever way the language runs. */
static gboolean
sideways_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const gboolean left = g_variant_get_boolean (args);
  const gboolean on = left == (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  gtk_widget_activate_action (widget, on ? "application.move-on" : "application.move-back", NULL);
  return TRUE;
}

static void
popup (FootholdApplicationCard *self, double x, double y)
{
  FootholdTrackerView *view = find_view (self);
  const FootholdApplicationRow *row = foothold_application_card_peek (self);
  g_autoptr (GMenuModel) menu = NULL;

  if (row == NULL || view == NULL)
    return;

  menu = foothold_tracker_view_new_menu (view, row);
  foothold_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "list.select", NULL);
  popup (FOOTHOLD_APPLICATION_CARD (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdApplicationCard *self, int n_press, double x, double y)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdApplicationCard *self, double x, double y)
{
  menu_pressed_cb (self, 1, x, y);
}

/* At the button, which may lie far from the row's middle. */
static void
menu_clicked_cb (FootholdApplicationCard *self)
{
  graphene_point_t point;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  if (gtk_widget_compute_point (self->menu, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (self->menu) / 2.0f,
                                                      gtk_widget_get_height (self->menu)),
                                &point))
    popup (self, point.x, point.y);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, FootholdApplicationCard *self)
{
  const gint64 id = get_id (self);
  FootholdTrackerView *view = find_view (self);

  return id != 0 && view != NULL && !foothold_tracker_view_get_read_only (view)
           ? gdk_content_provider_new_typed (G_TYPE_INT64, id)
           : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, FootholdApplicationCard *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (self->body);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, 12, 12);
  gtk_widget_set_opacity (self->body, 0.4);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, FootholdApplicationCard *self)
{
  update (self);
}

/* ---- the object ---- */

static void
foothold_application_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  GTK_WIDGET_CLASS (foothold_application_card_parent_class)->size_allocate (widget, width, height, baseline);

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
foothold_application_card_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_APPLICATION_CARD (object)->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_APPLICATION_CARD);

  G_OBJECT_CLASS (foothold_application_card_parent_class)->dispose (object);
}

static void
foothold_application_card_class_init (FootholdApplicationCardClass *klass)
{
  static const char *const deeds[] = {
    "application.open",     "application.move-up",      "application.move-down",     "application.move-back",
    "application.move-on",  "application.archive",      "application.delete",        "application.send",
    "application.withdraw", "application.decline",      "application.no-answer",     "application.accept",
    "application.mark",     "application.show-posting", "application.decline-offer", "application.follow-up",
    "application.tailor",   "application.prepare",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_application_card_dispose;
  widget_class->size_allocate = foothold_application_card_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_application_card_bind;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_application_card_show_mark;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-application-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, mark);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, step);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, due);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, silence);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], NULL, deed_cb);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "application.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "application.move-down", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, sideways_cb, "b",
                                FALSE);
  /* A menu shows the key that was bound last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "application.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "application.delete", NULL);
}

static void
foothold_application_card_init (FootholdApplicationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update), self);
  gtk_widget_set_opacity (self->body, 0);
}
