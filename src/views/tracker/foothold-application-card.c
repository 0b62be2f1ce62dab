// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-card.h"

#include "model/foothold-format-application.h"
#include "rules/foothold-application-states.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-pill-layout.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

struct _FootholdApplicationCard
{
  FootholdApplicationItem parent_instance;

  GtkWidget *body;
  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *step;
  GtkWidget *step_day;
  FootholdPillLayout *pills;
  GtkLabel *due;
  GtkLabel *silence;
  GtkWidget *line;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (FootholdApplicationCard, foothold_application_card, FOOTHOLD_TYPE_APPLICATION_ITEM)

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
show_row (FootholdApplicationCard *self, const FootholdApplicationRow *row, guint patience)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  g_autofree char *next = NULL;
  g_autofree char *day = NULL;
  g_autofree char *due = NULL;
  g_autofree char *silence = NULL;
  gboolean overdue, urgent;
  FootholdSilenceClock clock;
  const char *state = foothold_list_name (&foothold_application_states, row->state);

  foothold_application_look (row, patience, NULL, &clock);
  next = foothold_format_application_step (row, NULL, &overdue, &day);
  due = foothold_format_application_due (row, NULL, &urgent);
  silence = foothold_format_silence (&clock);

  foothold_label_set_text (self->title, row->title);
  foothold_label_set_text (self->subtitle, row->organisation != NULL ? row->organisation : _ ("No organisation"));
  foothold_label_set_text (self->step, next != NULL ? next : state);
  foothold_tooltip_set_text (GTK_WIDGET (self->step), next);
  gtk_label_set_text (GTK_LABEL (self->step_day), day != NULL ? day : "");
  gtk_widget_set_visible (self->step_day, day != NULL);
  show_pill (self->due, due, urgent ? "warning" : NULL);
  show_pill (self->silence, silence,
             clock.step == FOOTHOLD_SILENCE_NO_ANSWER   ? "warning"
             : clock.step == FOOTHOLD_SILENCE_FOLLOW_UP ? "accent"
                                                        : NULL);
  gtk_widget_set_visible (self->line, due == NULL && silence == NULL);

  append_part (spoken, row->title);
  append_part (spoken, row->organisation);
  append_part (spoken, state);
  append_part (spoken, next);
  append_part (spoken, day);
  append_part (spoken, due);
  append_part (spoken, silence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
foothold_application_card_show (FootholdApplicationItem *item, const FootholdApplicationRow *row)
{
  FootholdApplicationCard *self = FOOTHOLD_APPLICATION_CARD (item);

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row, foothold_tracker_view_find_patience (GTK_WIDGET (self)));
}

static void
foothold_application_card_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdApplicationCard *self = FOOTHOLD_APPLICATION_CARD (row);

  gtk_widget_set_visible (self->mark, picking);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mark), marked);
}

/* At the button, which may lie far from the row's middle. */
static void
menu_clicked_cb (FootholdApplicationCard *self)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (self->menu, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (self->menu) / 2.0f,
                                                      gtk_widget_get_height (self->menu)),
                                &point))
    foothold_application_item_popup (FOOTHOLD_APPLICATION_ITEM (self), point.x, point.y);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, FootholdApplicationCard *self)
{
  const gint64 id = foothold_application_item_get_id (FOOTHOLD_APPLICATION_ITEM (self));
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TRACKER_VIEW);

  return id != 0 && view != NULL && !foothold_tracker_view_get_read_only (FOOTHOLD_TRACKER_VIEW (view))
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
  foothold_application_item_update (FOOTHOLD_APPLICATION_ITEM (self));
}

/* ---- the object ---- */

static void
foothold_application_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_APPLICATION_CARD);

  G_OBJECT_CLASS (foothold_application_card_parent_class)->dispose (object);
}

static void
foothold_application_card_class_init (FootholdApplicationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_application_card_dispose;
  FOOTHOLD_APPLICATION_ITEM_CLASS (klass)->show = foothold_application_card_show;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_application_card_show_mark;

  g_type_ensure (FOOTHOLD_TYPE_PILL_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-application-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, mark);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, step);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, step_day);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, pills);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, due);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, silence);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, line);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationCard, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);

  /* places are of a column */
  gtk_widget_class_install_action (widget_class, "application.move-up", NULL, foothold_application_item_deed);
  gtk_widget_class_install_action (widget_class, "application.move-down", NULL, foothold_application_item_deed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "application.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "application.move-down", NULL);
}

static void
foothold_application_card_init (FootholdApplicationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_pill_layout_set_wraps (self->pills);
  gtk_widget_set_opacity (self->body, 0);
}
