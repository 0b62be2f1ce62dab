// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view.h"

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

/* Ties the list to the page of who is selected, and does what is asked of one or of several. */

struct _FootholdPeopleView
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwHeaderBar *header_bar;
  AdwBin *list_place;
  FootholdPersonPage *page;

  FootholdStore *store;
  FootholdPeopleList *list;
};

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
  .add_label = N_ ("_Add Person"),
  .add_action = "people.add",
  .more_label = N_ ("_Import Files…"),
  .more_action = "win.import",
};

static gboolean
is_writable (FootholdPeopleView *self)
{
  return self->store != NULL && !foothold_store_get_read_only (self->store);
}

/* ---- whom it is about ---- */

/* Those who are picked, else who is shown. (transfer full) */
static GArray *
dup_ids (FootholdPeopleView *self)
{
  GArray *ids = foothold_people_list_dup_picked (self->list);
  const gint64 id = foothold_person_page_get_id (self->page);

  if (ids != NULL)
    return ids;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0)
    g_array_append_val (ids, id);
  return ids;
}

static void
update_actions (FootholdPeopleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) picked = foothold_people_list_dup_picked (self->list);
  const gboolean one = picked == NULL && foothold_person_page_get_id (self->page) != 0;
  const gboolean any = one || (picked != NULL && picked->len > 0);
  const gboolean writable = is_writable (self);

  gtk_widget_action_set_enabled (widget, "people.add", writable);
  gtk_widget_action_set_enabled (widget, "person.edit", one);
  gtk_widget_action_set_enabled (widget, "person.talk", one && writable);
  gtk_widget_action_set_enabled (widget, "person.write", one);
  gtk_widget_action_set_enabled (widget, "person.archive", any && writable);
  gtk_widget_action_set_enabled (widget, "person.delete", any && writable);
  gtk_widget_action_set_enabled (widget, "person.merge", picked != NULL && picked->len == 2 && writable);
}

static void
selected_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_person_page_show (self->page, id);
  if (id == 0)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  update_actions (self);
}

static void
activated_cb (FootholdPeopleView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
page_gone_cb (FootholdPeopleView *self)
{
  if (foothold_people_list_get_selected (self->list) == foothold_person_page_get_id (self->page))
    foothold_people_list_select (self->list, 0);
}

/* ---- what is done ---- */

static void
added_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_people_list_select (self->list, id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  foothold_toast (GTK_WIDGET (self), _ ("Person added"), TRUE);
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  AdwDialog *dialog = foothold_row_dialog_new (self->store, &foothold_person_form, row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  foothold_people_list_search (self->list);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  foothold_person_page_edit (self->page);
}

static void
talk_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  foothold_person_page_talk (FOOTHOLD_PEOPLE_VIEW (widget)->page);
}

static void
write_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const FootholdPersonDossier *dossier = foothold_person_page_peek (FOOTHOLD_PEOPLE_VIEW (widget)->page);
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (dossier == NULL || dossier->person->mail == NULL)
    return;

  escaped = g_uri_escape_string (dossier->person->mail, "@", FALSE);
  uri = g_strconcat ("mailto:", escaped, NULL);
  if (!foothold_link_open (widget, uri))
    foothold_toast (widget, _ ("This is no e-mail address that can be opened"), FALSE);
}

/* The name of who is shown, for one; NULL for several. */
static const char *
name_of (FootholdPeopleView *self, GArray *ids)
{
  const FootholdPersonDossier *dossier = foothold_person_page_peek (self->page);

  return dossier != NULL && ids->len == 1 && g_array_index (ids, gint64, 0) == dossier->person->row.id
           ? dossier->person->name
           : NULL;
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (GArray) ids = dup_ids (self);
  const char *name = name_of (self, ids);

  if (ids->len == 0)
    return;

  foothold_person_page_flush (self->page, FALSE);
  foothold_people_delete_async (self->store, ids, NULL, foothold_saying_cb,
                                foothold_saying_new (widget,
                                                     name != NULL
                                                       ? g_strdup_printf (_ ("“%s” deleted"), name)
                                                       : g_strdup_printf (ngettext ("%u person deleted",
                                                                                    "%u people deleted", ids->len),
                                                                          ids->len)));
}

static void
archive_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (GArray) ids = dup_ids (self);
  const FootholdPersonDossier *dossier = foothold_person_page_peek (self->page);
  const char *name = name_of (self, ids);
  /* of several: away, whatever some of them are */
  const gboolean back = name != NULL && dossier->person->archived_at != GINT64_UNKNOWN;
  char *said;

  if (ids->len == 0)
    return;

  if (back)
    said = g_strdup_printf (_ ("“%s” brought back"), name);
  else if (name != NULL)
    said = g_strdup_printf (_ ("“%s” archived"), name);
  else
    said = g_strdup_printf (ngettext ("%u person archived", "%u people archived", ids->len), ids->len);
  foothold_person_page_flush (self->page, FALSE);
  foothold_people_archive_async (self->store, ids, !back, NULL, foothold_saying_cb, foothold_saying_new (widget, said));
}

static void
merged_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_people_list_end_picking (self->list);
  foothold_people_list_select (self->list, id);
  foothold_toast (GTK_WIDGET (self), _ ("2 people merged"), TRUE);
}

static void
merge_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (GArray) ids = foothold_people_list_dup_picked (self->list);
  AdwDialog *dialog;

  if (ids == NULL || ids->len != 2)
    return;

  foothold_person_page_flush (self->page, FALSE);
  dialog =
    foothold_person_merge_dialog_new (self->store, g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* ---- the frame ---- */

static void
collapsed_cb (FootholdPeopleView *self)
{
  if (self->list != NULL)
    foothold_people_list_set_keeps_selected (self->list, !adw_navigation_split_view_get_collapsed (self->split));
}

/* Back from the page in a narrow window: the card is where the keys are. Keys in the window's sidebar stay there. */
static void
show_content_cb (FootholdPeopleView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->list != NULL && !adw_navigation_split_view_get_show_content (self->split)
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
foothold_people_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOOTHOLD_PEOPLE_VIEW (widget)->list));
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

  foothold_people_list_select (self->list, id);
  adw_navigation_split_view_set_show_content (self->split, id != 0);
}

static void
flush (FootholdPage *page)
{
  foothold_person_page_flush (FOOTHOLD_PEOPLE_VIEW (page)->page, TRUE);
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
  self->list = FOOTHOLD_PEOPLE_LIST (foothold_people_list_new (self->store, &list_spec));
  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_place, GTK_WIDGET (self->list));
  collapsed_cb (self);
  update_actions (self);
}

static void
foothold_people_view_dispose (GObject *object)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (object);

  self->list = NULL;
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, split);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, list_place);
  gtk_widget_class_bind_template_child (widget_class, FootholdPeopleView, page);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_gone_cb);

  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "people.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "person.talk", NULL, talk_cb);
  gtk_widget_class_install_action (widget_class, "person.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "person.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "person.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "people.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "people.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "person.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "person.talk", NULL);
  /* With Shift: Ctrl+E alone exports. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "person.archive",
                                       NULL);
}

static void
foothold_people_view_init (FootholdPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
