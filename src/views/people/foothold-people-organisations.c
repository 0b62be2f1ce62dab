// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view-private.h"

#include "model/foothold-organisation.h"
#include "views/people/foothold-organisation-card.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-saying.h"

#include <glib/gi18n.h>

/* The organisations that opportunities, people and outreach name. They are not added here: they come with those. */

static const FootholdWindowSource source = {
  .get_item_type = foothold_organisation_get_type,
  .table = "organisation",
  .others = foothold_organisation_joined_tables,
  .list_ids = foothold_organisation_list_ids,
  .load = foothold_organisation_load_rows,
};

static const FootholdPeopleChoice orders[] = {
  { "name", N_ ("By _Name"), FOOTHOLD_ORDER_TITLE },
  { "contact", N_ ("Latest _Contact First"), FOOTHOLD_ORDER_NEWEST },
  { "opportunities", N_ ("Most _Opportunities First"), FOOTHOLD_ORDER_FIT },
  { NULL, NULL, 0 },
};

static const FootholdPeopleChoice shows[] = {
  { "all", N_ ("_Everything"), FOOTHOLD_SHOW_ALL },
  { NULL, NULL, 0 },
};

static const FootholdPeopleListSpec list_spec = {
  .source = &source,
  .get_row_type = foothold_organisation_card_get_type,
  .label = N_ ("Organisations"),
  .search = N_ ("Search organisations"),
  .orders = orders,
  .shows = shows,
  .picks = FALSE,
  .empty_icon = "foothold-organisation-symbolic",
  .empty_title = N_ ("No Organisations Yet"),
  .empty_text = N_ ("They come by themselves: whatever organisation an opportunity, a person or outreach names stands "
                    "here, with everything that has to do with it."),
};

static void
show (FootholdPeopleView *self, gint64 id)
{
  foothold_organisation_page_show (self->organisation_page, id);
}

static gint64
get_shown (FootholdPeopleView *self)
{
  return foothold_organisation_page_get_id (self->organisation_page);
}

static void
edit (FootholdPeopleView *self)
{
  foothold_organisation_page_edit (self->organisation_page);
}

static void
update (FootholdPeopleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean any = get_shown (self) != 0;

  gtk_widget_action_set_enabled (widget, "organisation.edit", any);
  gtk_widget_action_set_enabled (widget, "organisation.open-site", any);
  gtk_widget_action_set_enabled (widget, "organisation.delete", any && foothold_people_view_is_writable (self));
}

const FootholdPeopleSideSpec foothold_people_organisations = {
  .name = "organisations",
  .title = N_ ("Organisations"),
  .one = N_ ("Organisation"),
  .list = &list_spec,
  .show = show,
  .get_shown = get_shown,
  .edit = edit,
  .update = update,
};

static void
gone_cb (FootholdPeopleView *self)
{
  foothold_people_view_gone (self, FOOTHOLD_PEOPLE_ORGANISATIONS);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "person.edit", NULL);
}

/* NULL while it is on its way. */
static const FootholdOrganisationRow *
peek_row (FootholdPeopleView *self)
{
  const FootholdOrganisationDossier *dossier = foothold_organisation_page_peek (self->organisation_page);

  return dossier != NULL ? dossier->organisation : NULL;
}

static void
open_site_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const FootholdOrganisationRow *row = peek_row (FOOTHOLD_PEOPLE_VIEW (widget));

  if (row != NULL && foothold_link_is_web (row->url))
    foothold_link_open (widget, row->url);
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  const FootholdOrganisationRow *row = peek_row (self);

  if (row == NULL)
    return;

  foothold_organisation_page_flush (self->organisation_page, FALSE);
  foothold_store_delete_row_async (self->store, _ ("Delete Organisation"), (gpointer) row, NULL, foothold_saying_cb,
                                   foothold_saying_new (widget, g_strdup_printf (_ ("“%s” deleted"), row->name)));
}

void
foothold_people_organisations_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "organisation_gone_cb", G_CALLBACK (gone_cb));
  gtk_widget_class_install_action (widget_class, "organisation.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "organisation.open-site", NULL, open_site_cb);
  gtk_widget_class_install_action (widget_class, "organisation.delete", NULL, delete_cb);
}
