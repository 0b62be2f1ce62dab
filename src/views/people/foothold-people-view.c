// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view-private.h"

#include "model/foothold-person.h"
#include "store/foothold-person-store.h"
#include "views/people/foothold-people-list.h"
#include "views/people/foothold-person-card.h"
#include "views/people/foothold-person-forms.h"
#include "views/people/foothold-person-merge-dialog.h"
#include "views/people/foothold-person-page.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ties the lists to the page of what is selected: people, and beside them whom one asks although they advertise
 * nothing. */

typedef enum
{
  PROP_STORE = 1,
} FootholdPeopleViewProperty;

static GParamSpec *properties[PROP_STORE + 1];

static void page_init (FootholdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdPeopleView,
                               foothold_people_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE, page_init))

static const char *const joined_tables[] = { "organisation", "conversation", "person_contact",
                                             "opportunity",  "import_batch", NULL };

static const FootholdWindowSource source = {
  .get_item_type = foothold_person_get_type,
  .table = "person",
  .others = joined_tables,
  .list_ids = foothold_person_list_ids,
  .load = foothold_person_load_rows,
};

static const FootholdPeopleChoice orders[] = {
  { "name", N_ ("By _Name"), FOOTHOLD_ORDER_TITLE },
  { "contact", N_ ("Latest _Contact First"), FOOTHOLD_ORDER_NEWEST },
  { "step", N_ ("By Next _Step"), FOOTHOLD_ORDER_DEADLINE },
  { NULL, NULL, 0 },
};

static const FootholdPeopleChoice shows[] = {
  { "open", N_ ("_All but the Archived"), FOOTHOLD_SHOW_OPEN },
  { "archived", N_ ("The A_rchived"), FOOTHOLD_SHOW_ARCHIVED },
  { "all", N_ ("_Everybody"), FOOTHOLD_SHOW_ALL },
  { NULL, NULL, 0 },
};

static const FootholdPeopleListSpec list_spec = {
  .source = &source,
  .get_row_type = foothold_person_card_get_type,
  .label = N_ ("People"),
  .search = N_ ("Search people"),
  .orders = orders,
  .shows = shows,
  .picks = TRUE,
  .empty_icon = "foothold-people-symbolic",
  .empty_title = N_ ("No People Yet"),
  .empty_text = N_ ("Keep whom you met: supervisors, mentors, recruiters and peers, what you talked about, what they "
                    "offered, and when to be in touch again."),
  .ended_title = N_ ("Nobody Archived"),
  .ended_text = N_ ("Archive whom you are not in touch with any more. They leave the list and stay here."),
  .back_label = N_ ("Show Those _Not Archived"),
  .hidden_title = N_ ("Everybody Is Archived"),
  .hidden_text = N_ ("Whom you archived has left this list and is kept with the archived."),
  .hidden_label = N_ ("Show the A_rchived"),
  .add_label = N_ ("_Add Person"),
  .add_action = "people.add",
  .more_label = N_ ("_Import Files…"),
  .more_action = "win.import",
};

gboolean
foothold_people_view_is_writable (FootholdPeopleView *self)
{
  return self->store != NULL && !foothold_store_get_read_only (self->store);
}

gboolean
foothold_people_view_shows_outreach (FootholdPeopleView *self)
{
  return g_strcmp0 (foothold_switcher_get_active (self->switcher), "outreach") == 0;
}

/* ---- the people ---- */

static void
selected_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_person_page_show (self->page, id);
  if (id == 0 && !foothold_people_view_shows_outreach (self))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  foothold_people_deeds_update (self);
}

static void
activated_cb (FootholdPeopleView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
page_gone_cb (FootholdPeopleView *self)
{
  if (self->list != NULL && foothold_people_list_get_selected (self->list) == foothold_person_page_get_id (self->page))
    foothold_people_list_select (self->list, 0);
}

/* ---- what is in front ---- */

static FootholdPeopleList *
get_list (FootholdPeopleView *self)
{
  return foothold_people_view_shows_outreach (self) ? foothold_people_outreach_ensure (self) : self->list;
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  if (foothold_people_view_shows_outreach (self))
    foothold_people_outreach_add (self);
  else
    foothold_people_deeds_add (self);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  foothold_people_list_search (get_list (self));
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (foothold_people_view_shows_outreach (self))
    foothold_outreach_page_edit (self->outreach_page);
  else
    foothold_person_page_edit (self->page);
}

static void
show_front (FootholdPeopleView *self)
{
  const gboolean outreach = foothold_people_view_shows_outreach (self);
  const char *words = outreach ? _ ("Add a Host to Ask") : _ ("Add Person");

  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (get_list (self)));
  gtk_stack_set_visible_child_name (self->details, outreach ? "outreach" : "people");
  gtk_widget_set_tooltip_text (self->add_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  foothold_people_deeds_update (self);
  foothold_people_outreach_update (self);
}

/* ---- the frame ---- */

static void
collapsed_cb (FootholdPeopleView *self)
{
  const gboolean keeps = !adw_navigation_split_view_get_collapsed (self->split);

  if (self->list != NULL)
    foothold_people_list_set_keeps_selected (self->list, keeps);
  if (self->outreach != NULL)
    foothold_people_list_set_keeps_selected (self->outreach, keeps);
}

/* Back from the page in a narrow window: the card is where the keys are. Keys in the window's sidebar stay there. */
static void
show_content_cb (FootholdPeopleView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->list != NULL && !adw_navigation_split_view_get_show_content (self->split)
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (get_list (self)));
}

static gboolean
foothold_people_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_list (FOOTHOLD_PEOPLE_VIEW (widget))));
}

static AdwHeaderBar *
get_header_bar (FootholdPage *page)
{
  return FOOTHOLD_PEOPLE_VIEW (page)->header_bar;
}

static void
begin_day (FootholdPage *page)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (page);

  foothold_people_list_begin_day (self->list);
  foothold_person_page_begin_day (self->page);
  if (self->outreach != NULL)
    foothold_people_list_begin_day (self->outreach);
  foothold_outreach_page_begin_day (self->outreach_page);
}

static void
add (FootholdPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "people.add", NULL);
}

static void
search (FootholdPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "people.search", NULL);
}

static void
open_person (FootholdPage *page, gint64 id)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (page);

  foothold_switcher_set_active (self->switcher, "people");
  foothold_people_list_select (self->list, id);
  adw_navigation_split_view_set_show_content (self->split, id != 0);
}

/* "people 12", "outreach 0": which list is in front, and who is open beside it. */
static char *
dup_opened (FootholdPage *page)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (page);
  const gint64 id = foothold_people_view_shows_outreach (self) ? foothold_outreach_page_get_id (self->outreach_page)
                                                               : foothold_person_page_get_id (self->page);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, foothold_switcher_get_active (self->switcher), id);
}

static void
reopen (FootholdPage *page, const char *opened)
{
  const char *space = strchr (opened, ' ');
  const gint64 id = space != NULL ? g_ascii_strtoll (space + 1, NULL, 10) : 0;

  if (g_str_has_prefix (opened, "outreach "))
    foothold_people_view_open_outreach (FOOTHOLD_PEOPLE_VIEW (page), id);
  else
    open_person (page, id);
}

static void
flush (FootholdPage *page)
{
  foothold_person_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->page, TRUE);
  foothold_outreach_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->outreach_page, TRUE);
}

static void
page_init (FootholdPageInterface *iface)
{
  iface->get_header_bar = get_header_bar;
  iface->begin_day = begin_day;
  iface->add = add;
  iface->search = search;
  iface->open = open_person;
  iface->flush = flush;
  iface->dup_opened = dup_opened;
  iface->reopen = reopen;
}

GtkWidget *
foothold_people_view_new (FootholdStore *store)
{
  return g_object_new (FOOTHOLD_TYPE_PEOPLE_VIEW, "store", store, NULL);
}

static void
foothold_people_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((FootholdPeopleViewProperty) prop_id)
    {
    case PROP_STORE:
      FOOTHOLD_PEOPLE_VIEW (object)->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_people_view_constructed (GObject *object)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (object);

  G_OBJECT_CLASS (foothold_people_view_parent_class)->constructed (object);

  foothold_person_page_set_store (self->page, self->store);
  foothold_outreach_page_set_store (self->outreach_page, self->store);
  self->list = FOOTHOLD_PEOPLE_LIST (foothold_people_list_new (self->store, &list_spec));
  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (foothold_people_deeds_update), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->lists, GTK_WIDGET (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add", foothold_people_view_is_writable (self));
  collapsed_cb (self);
  show_front (self);
}

static void
foothold_people_view_dispose (GObject *object)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (object);

  self->list = NULL;
  self->outreach = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PEOPLE_VIEW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_people_view_parent_class)->dispose (object);
}

static void
foothold_people_view_class_init (FootholdPeopleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_PEOPLE_VIEW, "people");
  object_class->set_property = foothold_people_view_set_property;
  object_class->constructed = foothold_people_view_constructed;
  object_class->dispose = foothold_people_view_dispose;
  widget_class->grab_focus = foothold_people_view_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, FOOTHOLD_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FOOTHOLD_TYPE_PERSON_PAGE);
  g_type_ensure (FOOTHOLD_TYPE_OUTREACH_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, switcher_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, add_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, lists);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, details);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, outreach_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, page);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_gone_cb);

  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "people.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_cb);
  foothold_people_deeds_install (widget_class);
  foothold_people_outreach_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "people.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "people.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "person.edit", NULL);
}

static void
foothold_people_view_init (FootholdPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->switcher = FOOTHOLD_SWITCHER (foothold_switcher_new (_ ("People or Outreach")));
  foothold_switcher_add (self->switcher, "people", _ ("People"));
  foothold_switcher_add (self->switcher, "outreach", _ ("Outreach"));
  adw_bin_set_child (self->switcher_place, GTK_WIDGET (self->switcher));
  foothold_switcher_add_keys (self->switcher, GTK_WIDGET (self));
  g_signal_connect_object (self->switcher, "notify::active", G_CALLBACK (show_front), self, G_CONNECT_SWAPPED);
}
