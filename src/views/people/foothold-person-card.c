// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-card.h"

#include "model/foothold-format.h"
#include "model/foothold-person.h"
#include "views/people/foothold-people-card.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

struct _FootholdPersonCard
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *body;
  GtkCheckButton *mark;
  GtkLabel *name;
  GtkLabel *reference;
  GtkLabel *subtitle;
  GtkLabel *contact;
  GtkLabel *step;

  GSignalGroup *record;
};

G_DEFINE_FINAL_TYPE (FootholdPersonCard, foothold_person_card, FOOTHOLD_TYPE_RECYCLER_ROW)

static const struct
{
  const char *action, *label;
} deeds[] = {
  { "person.edit", N_ ("_Edit") },
  { "person.talk", N_ ("Add _Conversation…") },
  { "person.write", N_ ("_Write an E-Mail") },
  { "person.open-organisation", N_ ("Open Organi_sation") },
  { "person.archive", N_ ("_Archive") },
  { "person.delete", N_ ("_Delete") },
};

static const FootholdPersonRow *
peek_row (FootholdPersonCard *self)
{
  FootholdPerson *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));

  return item != NULL ? foothold_person_peek (item) : NULL;
}

/* Where there is nothing to say the room stays. */
static void
set_pill (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_opacity (GTK_WIDGET (label), text != NULL ? 1 : 0);
}

static void
show_row (FootholdPersonCard *self, const FootholdPersonRow *row)
{
  g_autofree char *subtitle = foothold_person_subtitle (row);
  g_autofree char *contact = NULL;
  g_autofree char *step = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *full = row->next_step_on != NULL ? foothold_format_date_full (row->next_step_on) : NULL;
  g_autoptr (GString) name = NULL;
  FootholdReference state;
  gboolean due;
  GDate today;

  foothold_people_today (&today);
  contact = foothold_person_contact_words (row, &today);
  step = foothold_person_step_words (row, &today, &due);
  reference = foothold_person_reference_words (row, &today);
  state = foothold_person_reference (row, &today);

  foothold_label_set_text (self->name, row->name);
  foothold_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  foothold_label_set_text (self->contact, contact);
  set_pill (self->step, step);
  set_pill (self->reference, reference);
  foothold_people_card_set_class (self->step, "accent", due && row->archived_at == GINT64_UNKNOWN);
  foothold_people_card_set_class (self->reference, "success", state == FOOTHOLD_REFERENCE_GIVEN);
  foothold_people_card_set_class (self->reference, "warning", state == FOOTHOLD_REFERENCE_EXPIRED);
  foothold_tooltip_set_text (GTK_WIDGET (self->step), full);
  if (row->archived_at != GINT64_UNKNOWN)
    gtk_widget_add_css_class (self->body, "archived");
  else
    gtk_widget_remove_css_class (self->body, "archived");

  name = g_string_new (gtk_label_get_text (self->name));
  foothold_people_card_append_name (name, self->subtitle);
  foothold_people_card_append_name (name, self->contact);
  foothold_people_card_append_name (name, self->step);
  foothold_people_card_append_name (name, self->reference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
update (FootholdPersonCard *self)
{
  const FootholdPersonRow *row = peek_row (self);

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row);
}

static void
foothold_person_card_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdPersonCard *self = FOOTHOLD_PERSON_CARD (row);

  g_signal_group_set_target (self->record, item);
  update (self);
}

static void
foothold_person_card_show_mark (FootholdRecyclerRow *row, gboolean picking, gboolean marked)
{
  FootholdPersonCard *self = FOOTHOLD_PERSON_CARD (row);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), picking);
  gtk_check_button_set_active (self->mark, marked);
  FOOTHOLD_RECYCLER_ROW_CLASS (foothold_person_card_parent_class)->show_mark (row, picking, marked);
}

static void
popup (FootholdPersonCard *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const FootholdPersonRow *row = peek_row (self);
  const gboolean writable = foothold_people_card_is_writable (GTK_WIDGET (self));

  if (row == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  /* an e-mail needs nothing to be written here, and editing shows the page */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.talk", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.archive", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.delete", writable);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].action, "person.archive") && row->archived_at != GINT64_UNKNOWN)
      g_menu_append (menu, _ ("Bring Back from _Archive"), deeds[i].action);
    else if ((!g_str_equal (deeds[i].action, "person.write") || row->mail != NULL)
             && (!g_str_equal (deeds[i].action, "person.open-organisation") || row->organisation_id != GINT64_UNKNOWN))
      g_menu_append (menu, _ (deeds[i].label), deeds[i].action);
  foothold_menu_popup (GTK_WIDGET (self), G_MENU_MODEL (menu), x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup (FOOTHOLD_PERSON_CARD (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdPersonCard *self, int n_press, double x, double y)
{
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdPersonCard *self, double x, double y)
{
  popup (self, x, y);
}

static void
foothold_person_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (foothold_person_card_parent_class)->size_allocate (widget, width, height, baseline);
  foothold_people_card_present_menus (widget);
}

static void
foothold_person_card_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_PERSON_CARD (object)->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PERSON_CARD);

  G_OBJECT_CLASS (foothold_person_card_parent_class)->dispose (object);
}

static void
foothold_person_card_class_init (FootholdPersonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_person_card_dispose;
  widget_class->size_allocate = foothold_person_card_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_person_card_bind;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->show_mark = foothold_person_card_show_mark;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-person-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, mark);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, reference);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, contact);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonCard, step);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, foothold_people_card_deed);
  foothold_people_card_install (widget_class, popup_menu_cb, "person.delete");
}

static void
foothold_person_card_init (FootholdPersonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update), self);
  gtk_widget_set_opacity (self->body, 0);
}
