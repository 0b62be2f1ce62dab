// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view-private.h"

#include "model/foothold-outreach.h"
#include "store/foothold-outreach-store.h"
#include "views/people/foothold-outreach-card.h"
#include "views/people/foothold-outreach-deeds.h"
#include "views/people/foothold-person-forms.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* The pipeline of those who advertise nothing, beside the people. */

static const char *const joined_tables[] = { "organisation", "person", "import_batch", NULL };

static const FootholdWindowSource source = {
  .get_item_type = foothold_outreach_get_type,
  .table = "outreach",
  .others = joined_tables,
  .list_ids = foothold_outreach_list_ids,
  .load = foothold_outreach_load_rows,
};

static const FootholdPeopleChoice orders[] = {
  { "state", N_ ("By S_tate"), FOOTHOLD_ORDER_TITLE },
  { "again", N_ ("By When to Ask A_gain"), FOOTHOLD_ORDER_DEADLINE },
  { "newest", N_ ("_Newest First"), FOOTHOLD_ORDER_NEWEST },
  { NULL, NULL, 0 },
};

static const FootholdPeopleChoice shows[] = {
  { "open", N_ ("What Is _Under Way"), FOOTHOLD_SHOW_OPEN },
  { "answered", N_ ("What Has _Ended"), FOOTHOLD_SHOW_ARCHIVED },
  { "all", N_ ("_Everything"), FOOTHOLD_SHOW_ALL },
  { NULL, NULL, 0 },
};

static const FootholdPeopleListSpec list_spec = {
  .source = &source,
  .get_row_type = foothold_outreach_card_get_type,
  .label = N_ ("Outreach"),
  .search = N_ ("Search outreach"),
  .orders = orders,
  .shows = shows,
  .picks = FALSE,
  .empty_icon = "foothold-conversation-symbolic",
  .empty_title = N_ ("Nobody to Ask Yet"),
  .empty_text = N_ ("Many hosts advertise nothing and say yes when they are asked. Keep whom you want to ask, through "
                    "whom, what you asked, and when to ask again."),
  .ended_title = N_ ("Nothing Has Ended"),
  .ended_text = N_ ("Who said yes or no, or never answered, leaves what is under way and stays here."),
  .back_label = N_ ("Show What Is _Under Way"),
  .hidden_title = N_ ("Nothing Is Under Way"),
  .hidden_text = N_ ("Whoever you asked said yes or no, or never answered, and is kept with what has ended."),
  .hidden_label = N_ ("Show What Has _Ended"),
  .add_label = N_ ("_Add a Host to Ask"),
  .add_action = "people.add",
};

static void
update (FootholdPeopleView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outreach.edit",
                                 foothold_outreach_page_get_id (self->outreach_page) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outreach.delete",
                                 foothold_outreach_page_get_id (self->outreach_page) != 0
                                   && foothold_people_view_is_writable (self));
}

static void
added_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_people_view_open (self, FOOTHOLD_PEOPLE_OUTREACH, id);
  foothold_toast (GTK_WIDGET (self), _ ("Outreach added"), TRUE);
}

static void
add (FootholdPeopleView *self)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_outreach_row_type);
  AdwDialog *dialog = foothold_row_dialog_new (self->store, &foothold_outreach_form, row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show (FootholdPeopleView *self, gint64 id)
{
  foothold_outreach_page_show (self->outreach_page, id);
}

static gint64
get_shown (FootholdPeopleView *self)
{
  return foothold_outreach_page_get_id (self->outreach_page);
}

static void
edit (FootholdPeopleView *self)
{
  foothold_outreach_page_edit (self->outreach_page);
}

const FootholdPeopleSideSpec foothold_people_outreach = {
  .name = "outreach",
  .title = N_ ("Outreach"),
  .one = N_ ("Outreach"),
  .list = &list_spec,
  .add_words = N_ ("Add a Host to Ask"),
  .add = add,
  .show = show,
  .get_shown = get_shown,
  .edit = edit,
  .update = update,
};

static void
gone_cb (FootholdPeopleView *self)
{
  foothold_people_view_gone (self, FOOTHOLD_PEOPLE_OUTREACH);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "person.edit", NULL);
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (FootholdRow) row = foothold_outreach_page_dup_row (self->outreach_page);
  g_autofree char *title = row != NULL ? foothold_outreach_title ((FootholdOutreachRow *) row) : NULL;

  if (row == NULL)
    return;

  foothold_outreach_page_flush (self->outreach_page, FALSE);
  foothold_store_delete_row_async (self->store, _ ("Delete Outreach"), row, NULL, foothold_saying_cb,
                                   foothold_saying_new (widget, g_strdup_printf (_ ("“%s” deleted"), title)));
}

/* From a card: its page does it. */
static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_outreach_page_act (FOOTHOLD_PEOPLE_VIEW (widget)->outreach_page, action_name);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_people_view_open (FOOTHOLD_PEOPLE_VIEW (widget), FOOTHOLD_PEOPLE_OUTREACH, g_variant_get_int64 (parameter));
}

void
foothold_people_outreach_install (GtkWidgetClass *widget_class)
{
  foothold_outreach_deeds_install (widget_class, deed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "outreach_gone_cb", G_CALLBACK (gone_cb));
  gtk_widget_class_install_action (widget_class, "outreach.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "outreach.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "people.open-outreach", "x", open_cb);
}
