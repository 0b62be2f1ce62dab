// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-places"

#include "foothold-place-card.h"

#include "model/foothold-place.h"
#include "rules/foothold-lists.h"
#include "views/places/foothold-place-words.h"
#include "views/places/foothold-places-view.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

struct _FootholdPlaceCard
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *body;
  GtkLabel *name;
  GtkLabel *due;
  GtkLabel *subtitle;
  GtkLabel *words;
  GtkLabel *yield;
  GtkWidget *menu;

  GSignalGroup *record;
};

G_DEFINE_FINAL_TYPE (FootholdPlaceCard, foothold_place_card, FOOTHOLD_TYPE_RECYCLER_ROW)

static const struct
{
  const char *action, *label;
  gboolean writes;
} deeds[] = {
  { "place.look", N_ ("_Looked Today"), TRUE },
  { "place.open", N_ ("_Open Address"), FALSE },
  { "place.copy-words", N_ ("_Copy Search Words"), FALSE },
  { "place.show-found", N_ ("Show What Was _Found"), FALSE },
  { "place.add-opportunity", N_ ("_Add Opportunity from Here"), TRUE },
  { "place.edit", N_ ("_Edit…"), TRUE },
  { "place.delete", N_ ("_Delete"), TRUE },
};

static gboolean
is_possible (const char *action, const FootholdPlaceRow *row)
{
  if (row == NULL)
    return FALSE;
  if (g_str_equal (action, "place.open"))
    return foothold_link_is_web (row->url);
  if (g_str_equal (action, "place.copy-words"))
    return row->words != NULL;
  if (g_str_equal (action, "place.show-found"))
    return row->found > 0;
  return TRUE;
}

void
foothold_place_actions_update (GtkWidget *widget, const FootholdPlaceRow *row, gboolean read_only)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (widget, deeds[i].action,
                                   is_possible (deeds[i].action, row) && !(deeds[i].writes && read_only));
}

static FootholdPlacesView *
find_view (FootholdPlaceCard *self)
{
  return FOOTHOLD_PLACES_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_PLACES_VIEW));
}

static const FootholdPlaceRow *
peek_row (FootholdPlaceCard *self)
{
  FootholdPlace *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));

  return item != NULL ? foothold_place_peek (item) : NULL;
}

static void
append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, " · ");
  g_string_append (parts, part);
}

static char *
describe (const FootholdPlaceRow *row, const GDate *today)
{
  GString *parts = g_string_new (NULL);
  g_autofree char *host = foothold_place_host (row);
  g_autofree char *rhythm = row->every_days > 0 ? foothold_place_rhythm_words (row->every_days) : NULL;
  g_autofree char *looked = foothold_place_looked_words (row->looked_on, today);

  append_part (parts, foothold_list_name (&foothold_place_kinds, row->kind));
  append_part (parts, host != NULL ? host : row->url);
  append_part (parts, rhythm);
  append_part (parts, looked);
  return g_string_free (parts, FALSE);
}

static void
show_row (FootholdPlaceCard *self, const FootholdPlaceRow *row)
{
  g_autofree char *due = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *yield = NULL;
  g_autofree char *name = NULL;
  gboolean is_due;
  GDate today;

  foothold_place_today (&today);
  due = foothold_place_due_words (row, &today, &is_due);
  subtitle = describe (row, &today);
  yield = foothold_place_yield_words (row);
  foothold_label_set_text (self->name, row->name);
  foothold_label_set_text (self->due, due);
  if (is_due)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "accent");
  foothold_label_set_text (self->subtitle, subtitle);
  foothold_label_set_text (self->words,
                           row->words != NULL ? row->words : (row->notes != NULL ? row->notes : _ ("No search words")));
  foothold_label_set_text (self->yield, yield);
  foothold_tooltip_set_text (GTK_WIDGET (self->words), row->words != NULL ? gtk_label_get_text (self->words) : NULL);

  /* Translators: a place to look as a screen reader says it: its name, when to look again, kind and address, what it
   * yielded */
  name = g_strdup_printf (_ ("%s, %s, %s, %s"), gtk_label_get_text (self->name), due, subtitle, yield);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (FootholdPlaceCard *self)
{
  const FootholdPlaceRow *row = peek_row (self);
  FootholdPlacesView *view = find_view (self);

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row);
  foothold_place_actions_update (GTK_WIDGET (self), row, view == NULL || foothold_places_view_get_read_only (view));
}

static void
foothold_place_card_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdPlaceCard *self = FOOTHOLD_PLACE_CARD (row);

  g_signal_group_set_target (self->record, item);
  update (self);
}

static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPlacesView *view = find_view (FOOTHOLD_PLACE_CARD (widget));

  gtk_widget_activate_action (widget, "list.select", NULL);
  if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), action_name, NULL);
}

static void
popup (FootholdPlaceCard *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const FootholdPlaceRow *row = peek_row (self);

  if (row == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    g_menu_append (menu, _ (deeds[i].label), deeds[i].action);
  foothold_menu_popup (GTK_WIDGET (self), G_MENU_MODEL (menu), x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "list.select", NULL);
  popup (FOOTHOLD_PLACE_CARD (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdPlaceCard *self, int n_press, double x, double y)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdPlaceCard *self, double x, double y)
{
  menu_pressed_cb (self, 1, x, y);
}

/* At the button, which may lie far from the row's middle. */
static void
menu_clicked_cb (FootholdPlaceCard *self)
{
  graphene_point_t point;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  if (gtk_widget_compute_point (self->menu, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (gtk_widget_get_width (self->menu) / 2.0f,
                                                      gtk_widget_get_height (self->menu)),
                                &point))
    popup (self, point.x, point.y);
}

static void
foothold_place_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  GTK_WIDGET_CLASS (foothold_place_card_parent_class)->size_allocate (widget, width, height, baseline);

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
foothold_place_card_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_PLACE_CARD (object)->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PLACE_CARD);

  G_OBJECT_CLASS (foothold_place_card_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
}

static void
foothold_place_card_class_init (FootholdPlaceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_place_card_dispose;
  widget_class->size_allocate = foothold_place_card_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_place_card_bind;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-place-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, due);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, words);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, yield);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceCard, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, deed_cb);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  bind_key (widget_class, GDK_KEY_Menu, "menu.popup");
  bind_key (widget_class, GDK_KEY_l, "place.look");
  bind_key (widget_class, GDK_KEY_o, "place.open");
  bind_key (widget_class, GDK_KEY_c, "place.copy-words");
  bind_key (widget_class, GDK_KEY_f, "place.show-found");
  bind_key (widget_class, GDK_KEY_a, "place.add-opportunity");
  bind_key (widget_class, GDK_KEY_F2, "place.edit");
  /* A menu shows the key that was bound last. */
  bind_key (widget_class, GDK_KEY_KP_Delete, "place.delete");
  bind_key (widget_class, GDK_KEY_Delete, "place.delete");
}

static void
foothold_place_card_init (FootholdPlaceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update), self);
  gtk_widget_set_opacity (self->body, 0);
  foothold_place_actions_update (GTK_WIDGET (self), NULL, TRUE);
}
