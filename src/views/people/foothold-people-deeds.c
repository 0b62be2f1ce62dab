// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-people-view-private.h"

#include "model/foothold-person.h"
#include "store/foothold-person-store.h"
#include "views/people/foothold-person-card.h"
#include "views/people/foothold-person-forms.h"
#include "views/people/foothold-person-merge-dialog.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* The people of this view, and what is done with who is shown, or with those who are picked. */

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

/* ---- whom it is about ---- */

/* Those who are picked, else who is shown. (transfer full) */
static GArray *
dup_ids (FootholdPeopleView *self)
{
  GArray *ids = foothold_people_list_dup_picked (self->list[FOOTHOLD_PEOPLE_PERSONS]);
  const gint64 id = foothold_person_page_get_id (self->page);

  if (ids != NULL)
    return ids;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0)
    g_array_append_val (ids, id);
  return ids;
}

static void
update (FootholdPeopleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) picked = foothold_people_list_dup_picked (self->list[FOOTHOLD_PEOPLE_PERSONS]);
  const gboolean front = foothold_people_view_get_side (self) == FOOTHOLD_PEOPLE_PERSONS;
  const gboolean one = front && picked == NULL && foothold_person_page_get_id (self->page) != 0;
  const gboolean any = one || (front && picked != NULL && picked->len > 0);
  const gboolean writable = foothold_people_view_is_writable (self);

  /* F2 edits what is in front, whatever it is */
  gtk_widget_action_set_enabled (widget, "person.edit", one || !front);
  gtk_widget_action_set_enabled (widget, "person.talk", one && writable);
  gtk_widget_action_set_enabled (widget, "person.write", one);
  gtk_widget_action_set_enabled (widget, "person.open-organisation", one);
  gtk_widget_action_set_enabled (widget, "person.archive", any && writable);
  gtk_widget_action_set_enabled (widget, "person.delete", any && writable);
  gtk_widget_action_set_enabled (widget, "person.merge", front && picked != NULL && picked->len == 2 && writable);
}

/* ---- what is done ---- */

static void
added_cb (FootholdPeopleView *self, gint64 id)
{
  foothold_people_view_open (self, FOOTHOLD_PEOPLE_PERSONS, id);
  foothold_toast (GTK_WIDGET (self), _ ("Person added"), TRUE);
}

static void
add (FootholdPeopleView *self)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  AdwDialog *dialog = foothold_row_dialog_new (self->store, &foothold_person_form, row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
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

static void
open_organisation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  const FootholdPersonDossier *dossier = foothold_person_page_peek (self->page);

  if (dossier != NULL && dossier->person->organisation_id != GINT64_UNKNOWN)
    foothold_people_view_open (self, FOOTHOLD_PEOPLE_ORGANISATIONS, dossier->person->organisation_id);
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
  foothold_people_list_end_picking (self->list[FOOTHOLD_PEOPLE_PERSONS]);
  foothold_people_list_select (self->list[FOOTHOLD_PEOPLE_PERSONS], id);
  foothold_toast (GTK_WIDGET (self), _ ("2 people merged"), TRUE);
}

static void
merge_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPeopleView *self = FOOTHOLD_PEOPLE_VIEW (widget);
  g_autoptr (GArray) ids = foothold_people_list_dup_picked (self->list[FOOTHOLD_PEOPLE_PERSONS]);
  AdwDialog *dialog;

  if (ids == NULL || ids->len != 2)
    return;

  foothold_person_page_flush (self->page, FALSE);
  dialog =
    foothold_person_merge_dialog_new (self->store, g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* ---- as a side of the view ---- */

static void
show (FootholdPeopleView *self, gint64 id)
{
  foothold_person_page_show (self->page, id);
}

static gint64
get_shown (FootholdPeopleView *self)
{
  return foothold_person_page_get_id (self->page);
}

static void
edit (FootholdPeopleView *self)
{
  foothold_person_page_edit (self->page);
}

const FootholdPeopleSideSpec foothold_people_persons = {
  .name = "people",
  .title = N_ ("People"),
  .one = N_ ("Person"),
  .list = &list_spec,
  .add_words = N_ ("Add Person"),
  .add = add,
  .show = show,
  .get_shown = get_shown,
  .edit = edit,
  .update = update,
};

static void
gone_cb (FootholdPeopleView *self)
{
  foothold_people_view_gone (self, FOOTHOLD_PEOPLE_PERSONS);
}

void
foothold_people_deeds_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "page_gone_cb", G_CALLBACK (gone_cb));
  gtk_widget_class_install_action (widget_class, "person.talk", NULL, talk_cb);
  gtk_widget_class_install_action (widget_class, "person.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "person.open-organisation", NULL, open_organisation_cb);
  gtk_widget_class_install_action (widget_class, "person.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "person.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "person.talk", NULL);
  /* With Shift: Ctrl+E alone exports. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "person.archive",
                                       NULL);
}
