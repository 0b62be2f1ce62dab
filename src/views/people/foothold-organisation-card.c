// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-organisation-card.h"

#include "model/foothold-organisation.h"
#include "views/people/foothold-organisation-words.h"
#include "views/people/foothold-people-card.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdOrganisationCard
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *body;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *counts;

  GSignalGroup *record;
};

G_DEFINE_FINAL_TYPE (FootholdOrganisationCard, foothold_organisation_card, FOOTHOLD_TYPE_RECYCLER_ROW)

static const FootholdOrganisationRow *
peek_row (FootholdOrganisationCard *self)
{
  FootholdOrganisation *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));

  return item != NULL ? foothold_organisation_peek (item) : NULL;
}

/* Of most of them nothing but the name is known: then what is counted stands where else it would say what they are. */
static void
show_row (FootholdOrganisationCard *self, const FootholdOrganisationRow *row)
{
  g_autofree char *subtitle = foothold_organisation_subtitle (row);
  g_autofree char *counts = foothold_organisation_counts (row);
  g_autofree char *contact = NULL;
  g_autoptr (GString) last = g_string_new (subtitle != NULL ? counts : NULL);
  g_autoptr (GString) name = NULL;
  GDate today;

  foothold_people_today (&today);
  contact = foothold_organisation_contact_words (row, &today);
  foothold_people_append_part (last, contact);
  foothold_label_set_text (self->name, row->name);
  foothold_label_set_text (self->subtitle, subtitle != NULL ? subtitle : counts);
  foothold_label_set_text (self->counts, last->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.open-site", foothold_link_is_web (row->url));

  name = g_string_new (gtk_label_get_text (self->name));
  foothold_people_card_append_name (name, self->subtitle);
  foothold_people_card_append_name (name, self->counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
update (FootholdOrganisationCard *self)
{
  const FootholdOrganisationRow *row = peek_row (self);

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row);
}

static void
foothold_organisation_card_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdOrganisationCard *self = FOOTHOLD_ORGANISATION_CARD (row);

  g_signal_group_set_target (self->record, item);
  update (self);
}

static void
popup (FootholdOrganisationCard *self, double x, double y)
{
  const FootholdOrganisationRow *row = peek_row (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (row == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.delete",
                                 foothold_people_card_is_writable (GTK_WIDGET (self)));
  g_menu_append (menu, _ ("_Edit"), "organisation.edit");
  if (foothold_link_is_web (row->url))
    g_menu_append (menu, _ ("Open _Website"), "organisation.open-site");
  g_menu_append (menu, _ ("_Delete"), "organisation.delete");
  foothold_menu_popup (GTK_WIDGET (self), G_MENU_MODEL (menu), x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup (FOOTHOLD_ORGANISATION_CARD (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdOrganisationCard *self, int n_press, double x, double y)
{
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdOrganisationCard *self, double x, double y)
{
  popup (self, x, y);
}

static void
foothold_organisation_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (foothold_organisation_card_parent_class)->size_allocate (widget, width, height, baseline);
  foothold_people_card_present_menus (widget);
}

static void
foothold_organisation_card_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_ORGANISATION_CARD (object)->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_ORGANISATION_CARD);

  G_OBJECT_CLASS (foothold_organisation_card_parent_class)->dispose (object);
}

static void
foothold_organisation_card_class_init (FootholdOrganisationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_organisation_card_dispose;
  widget_class->size_allocate = foothold_organisation_card_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_organisation_card_bind;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-organisation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationCard, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationCard, counts);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_action (widget_class, "organisation.edit", NULL, foothold_people_card_deed);
  gtk_widget_class_install_action (widget_class, "organisation.open-site", NULL, foothold_people_card_deed);
  gtk_widget_class_install_action (widget_class, "organisation.delete", NULL, foothold_people_card_deed);
  foothold_people_card_install (widget_class, popup_menu_cb, "organisation.delete");
}

static void
foothold_organisation_card_init (FootholdOrganisationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update), self);
  gtk_widget_set_opacity (self->body, 0);
}
