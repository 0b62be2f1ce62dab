// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-outreach-card.h"

#include "model/foothold-format.h"
#include "model/foothold-outreach.h"
#include "rules/foothold-lists.h"
#include "rules/foothold-rhythm.h"
#include "views/people/foothold-outreach-deeds.h"
#include "views/people/foothold-people-card.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-tooltip.h"

#include <glib/gi18n.h>

struct _FootholdOutreachCard
{
  FootholdRecyclerRow parent_instance;

  GtkWidget *body;
  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *subtitle;
  GtkLabel *asked;
  GtkLabel *again;

  GSignalGroup *record;
};

G_DEFINE_FINAL_TYPE (FootholdOutreachCard, foothold_outreach_card, FOOTHOLD_TYPE_RECYCLER_ROW)

/* ---- words ---- */

char *
foothold_outreach_title (const FootholdOutreachRow *row)
{
  return g_strdup (row->organisation != NULL ? row->organisation : row->person != NULL ? row->person : _ ("Somebody"));
}

char *
foothold_outreach_subtitle (const FootholdOutreachRow *row)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  if (row->organisation != NULL && row->person != NULL)
    foothold_people_append_part (parts, row->person);
  if (row->through != NULL)
    {
      /* Translators: who leads to a host; %s is a name */
      g_autofree char *through = g_strdup_printf (_ ("through %s"), row->through);

      foothold_people_append_part (parts, through);
    }
  if (row->met_where != NULL)
    foothold_people_append_part (parts, row->met_where);
  return parts->len > 0 ? g_string_free_and_steal (g_steal_pointer (&parts)) : NULL;
}

gboolean
foothold_outreach_is_open (const FootholdOutreachRow *row)
{
  return g_str_equal (row->state, "idea") || g_str_equal (row->state, "asked") || g_str_equal (row->state, "talking");
}

char *
foothold_outreach_again_words (const FootholdOutreachRow *row, const GDate *today, gboolean *due)
{
  g_autofree char *date = NULL;
  GDate day;

  *due = FALSE;
  if (!foothold_outreach_is_open (row) || !foothold_rhythm_read_day (row->again_on, &day))
    return NULL;

  *due = g_date_compare (&day, today) <= 0;
  date = foothold_format_date (row->again_on, NULL);
  /* Translators: when to ask a host again; %s is a day, "tomorrow", "Thu 3 Dec" */
  return g_strdup_printf (_ ("Again %s"), date);
}

/* ---- the card ---- */

static void
show_row (FootholdOutreachCard *self, const FootholdOutreachRow *row)
{
  g_autofree char *title = foothold_outreach_title (row);
  g_autofree char *subtitle = foothold_outreach_subtitle (row);
  g_autofree char *again = NULL;
  g_autofree char *full = row->again_on != NULL ? foothold_format_date_full (row->again_on) : NULL;
  g_autoptr (GString) name = NULL;
  gboolean due;
  GDate today;

  foothold_people_today (&today);
  again = foothold_outreach_again_words (row, &today, &due);
  foothold_label_set_text (self->name, title);
  foothold_label_set_text (self->state, foothold_list_name (&foothold_outreach_states, row->state));
  foothold_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  foothold_label_set_text (self->asked, row->asked != NULL ? row->asked : "");
  foothold_label_set_text (self->again, again != NULL ? again : "");
  gtk_widget_set_opacity (GTK_WIDGET (self->again), again != NULL ? 1 : 0);
  foothold_tooltip_set_text (GTK_WIDGET (self->again), full);
  foothold_people_card_set_class (self->again, "accent", due);
  foothold_people_card_set_class (self->state, "success", g_str_equal (row->state, "yes"));
  /* whether anything may be written is the view's to say */
  foothold_outreach_deeds_update (GTK_WIDGET (self), row, TRUE);

  name = g_string_new (gtk_label_get_text (self->name));
  foothold_people_card_append_name (name, self->state);
  foothold_people_card_append_name (name, self->subtitle);
  foothold_people_card_append_name (name, self->asked);
  foothold_people_card_append_name (name, self->again);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
update (FootholdOutreachCard *self)
{
  FootholdOutreach *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  const FootholdOutreachRow *row = item != NULL ? foothold_outreach_peek (item) : NULL;

  gtk_widget_set_opacity (self->body, row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row);
}

static void
foothold_outreach_card_bind (FootholdRecyclerRow *row, GObject *item)
{
  FootholdOutreachCard *self = FOOTHOLD_OUTREACH_CARD (row);

  g_signal_group_set_target (self->record, item);
  update (self);
}

static void
popup (FootholdOutreachCard *self, double x, double y)
{
  FootholdOutreach *item = foothold_recycler_row_get_item (FOOTHOLD_RECYCLER_ROW (self));
  const FootholdOutreachRow *row = item != NULL ? foothold_outreach_peek (item) : NULL;
  const gboolean writable = foothold_people_card_is_writable (GTK_WIDGET (self));
  g_autoptr (GMenuModel) menu = NULL;

  if (row == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "list.select", NULL);
  foothold_outreach_deeds_update (GTK_WIDGET (self), row, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outreach.delete", writable);
  menu = foothold_outreach_deeds_menu ();
  foothold_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  popup (FOOTHOLD_OUTREACH_CARD (widget), -1, -1);
}

static void
menu_pressed_cb (FootholdOutreachCard *self, int n_press, double x, double y)
{
  popup (self, x, y);
}

static void
long_pressed_cb (FootholdOutreachCard *self, double x, double y)
{
  popup (self, x, y);
}

static void
foothold_outreach_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (foothold_outreach_card_parent_class)->size_allocate (widget, width, height, baseline);
  foothold_people_card_present_menus (widget);
}

static void
foothold_outreach_card_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_OUTREACH_CARD (object)->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_OUTREACH_CARD);

  G_OBJECT_CLASS (foothold_outreach_card_parent_class)->dispose (object);
}

static void
foothold_outreach_card_class_init (FootholdOutreachCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_outreach_card_dispose;
  widget_class->size_allocate = foothold_outreach_card_size_allocate;
  FOOTHOLD_RECYCLER_ROW_CLASS (klass)->bind = foothold_outreach_card_bind;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-outreach-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, state);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, asked);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachCard, again);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  foothold_outreach_deeds_install (widget_class, foothold_people_card_deed);
  gtk_widget_class_install_action (widget_class, "outreach.edit", NULL, foothold_people_card_deed);
  gtk_widget_class_install_action (widget_class, "outreach.delete", NULL, foothold_people_card_deed);
  foothold_people_card_install (widget_class, popup_menu_cb, "outreach.delete");
}

static void
foothold_outreach_card_init (FootholdOutreachCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record = g_signal_group_new (FOOTHOLD_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record, "changed", G_CALLBACK (update), self);
  gtk_widget_set_opacity (self->body, 0);
}
