// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view-private.h"

#include "widgets/foothold-help.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ties the lists to the page of what is selected: people, whom one asks although they advertise nothing, and the
 * organisations of both. */

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

static const FootholdPeopleSideSpec *const sides[FOOTHOLD_N_PEOPLE_SIDES] = {
  [FOOTHOLD_PEOPLE_PERSONS] = &foothold_people_persons,
  [FOOTHOLD_PEOPLE_OUTREACH] = &foothold_people_outreach,
  [FOOTHOLD_PEOPLE_ORGANISATIONS] = &foothold_people_organisations,
};

gboolean
foothold_people_view_is_writable (FootholdPeopleView *self)
{
  return self->store != NULL && !foothold_store_get_read_only (self->store);
}

FootholdPeopleSide
foothold_people_view_get_side (FootholdPeopleView *self)
{
  const char *active = foothold_switcher_get_active (self->switcher);

  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    if (g_strcmp0 (active, sides[i]->name) == 0)
      return i;

  return FOOTHOLD_PEOPLE_PERSONS;
}

static const FootholdPeopleSideSpec *
get_spec (FootholdPeopleView *self)
{
  return sides[foothold_people_view_get_side (self)];
}

/* ---- the lists ---- */

static void
update_actions (FootholdPeopleView *self)
{
  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    sides[i]->update (self);
}

static void
selected_cb (FootholdPeopleView *self, gint64 id, FootholdPeopleList *list)
{
  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    if (self->list[i] == list)
      {
        sides[i]->show (self, id);
        if (id == 0 && foothold_people_view_get_side (self) == i)
          adw_navigation_split_view_set_show_content (self->split, FALSE);
        sides[i]->update (self);
      }
}

static void
activated_cb (FootholdPeopleView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

FootholdPeopleList *
foothold_people_view_ensure_list (FootholdPeopleView *self, FootholdPeopleSide side)
{
  FootholdPeopleList *list = self->list[side];

  if (list != NULL)
    return list;

  list = self->list[side] = FOOTHOLD_PEOPLE_LIST (foothold_people_list_new (self->store, sides[side]->list));
  foothold_people_list_set_keeps_selected (list, !adw_navigation_split_view_get_collapsed (self->split));
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "picked", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->lists, GTK_WIDGET (list));
  return list;
}

void
foothold_people_view_gone (FootholdPeopleView *self, FootholdPeopleSide side)
{
  FootholdPeopleList *list = self->list[side];

  if (list != NULL && foothold_people_list_get_selected (list) == sides[side]->get_shown (self))
    foothold_people_list_select (list, 0);
}

void
foothold_people_view_open (FootholdPeopleView *self, FootholdPeopleSide side, gint64 id)
{
  foothold_switcher_set_active (self->switcher, sides[side]->name);
  foothold_people_list_select (foothold_people_view_ensure_list (self, side), id);
  adw_navigation_split_view_set_show_content (self->split, id != 0);
}

void
foothold_people_view_open_outreach (FootholdPeopleView *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_VIEW (self));

  foothold_people_view_open (self, FOOTHOLD_PEOPLE_OUTREACH, id);
}

void
foothold_people_view_open_organisation (FootholdPeopleView *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_PEOPLE_VIEW (self));

  foothold_people_view_open (self, FOOTHOLD_PEOPLE_ORGANISATIONS, id);
}

/* ---- what is in front ---- */

static FootholdPeopleList *
get_list (FootholdPeopleView *self)
{
  return foothold_people_view_ensure_list (self, foothold_people_view_get_side (self));
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  if (get_spec (self)->add != NULL)
    get_spec (self)->add (self);
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
  get_spec (self)->edit (self);
}

static void
show_front (FootholdPeopleView *self)
{
  const FootholdPeopleSideSpec *spec = get_spec (self);
  const gboolean adds = spec->add != NULL;

  gtk_stack_set_visible_child (self->lists, GTK_WIDGET (get_list (self)));
  gtk_stack_set_visible_child_name (self->details, spec->name);
  adw_navigation_page_set_title (self->detail, _ (spec->one));
  gtk_widget_set_visible (self->add_button, adds);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add", adds && foothold_people_view_is_writable (self));
  if (adds)
    {
      gtk_widget_set_tooltip_text (self->add_button, _ (spec->add_words));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (spec->add_words), -1);
    }
  update_actions (self);
}

/* ---- the frame ---- */

static void
collapsed_cb (FootholdPeopleView *self)
{
  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    if (self->list[i] != NULL)
      foothold_people_list_set_keeps_selected (self->list[i], !adw_navigation_split_view_get_collapsed (self->split));
}

/* Back from the page in a narrow window: the card is where the keys are. Keys in the window's sidebar stay there. */
static void
show_content_cb (FootholdPeopleView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->list[FOOTHOLD_PEOPLE_PERSONS] != NULL && !adw_navigation_split_view_get_show_content (self->split)
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

  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    if (self->list[i] != NULL)
      foothold_people_list_begin_day (self->list[i]);
  foothold_person_page_begin_day (self->page);
  foothold_outreach_page_begin_day (self->outreach_page);
  foothold_organisation_page_begin_day (self->organisation_page);
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
  foothold_people_view_open (FOOTHOLD_PEOPLE_VIEW (page), FOOTHOLD_PEOPLE_PERSONS, id);
}

/* "people 12", "outreach 0": which list is in front, and who is open beside it. */
static char *
dup_opened (FootholdPage *page)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (page);
  const FootholdPeopleSideSpec *spec = get_spec (self);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, spec->name, spec->get_shown (self));
}

static void
reopen (FootholdPage *page, const char *opened)
{
  const char *space = strchr (opened, ' ');
  const gint64 id = space != NULL ? g_ascii_strtoll (space + 1, NULL, 10) : 0;

  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    if (space != NULL && strncmp (opened, sides[i]->name, (gsize) (space - opened)) == 0)
      foothold_people_view_open (FOOTHOLD_PEOPLE_VIEW (page), i, id);
}

static void
flush (FootholdPage *page)
{
  foothold_person_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->page, TRUE);
  foothold_outreach_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->outreach_page, TRUE);
  foothold_organisation_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->organisation_page, TRUE);
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
  foothold_organisation_page_set_store (self->organisation_page, self->store);
  show_front (self);
}

static void
foothold_people_view_dispose (GObject *object)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (object);

  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    self->list[i] = NULL;
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
  g_type_ensure (FOOTHOLD_TYPE_ORGANISATION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, switcher_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, add_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, lists);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, detail);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, details);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, outreach_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, organisation_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, page);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);

  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "people.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_cb);
  foothold_people_deeds_install (widget_class);
  foothold_people_outreach_install (widget_class);
  foothold_people_organisations_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "people.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "people.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "person.edit", NULL);
}

static void
foothold_people_view_init (FootholdPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->switcher = FOOTHOLD_SWITCHER (foothold_switcher_new (_ ("People, Outreach or Organisations")));
  for (guint i = 0; i < FOOTHOLD_N_PEOPLE_SIDES; i++)
    foothold_switcher_add (self->switcher, sides[i]->name, _ (sides[i]->title));
  adw_bin_set_child (self->switcher_place, GTK_WIDGET (self->switcher));
  foothold_switcher_add_keys (self->switcher, GTK_WIDGET (self));
  g_signal_connect_object (self->switcher, "notify::active", G_CALLBACK (show_front), self, G_CONNECT_SWAPPED);
}
