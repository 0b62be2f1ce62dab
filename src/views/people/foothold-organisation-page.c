// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-organisation-page.h"

#include "views/board/foothold-check-row.h"
#include "views/people/foothold-organisation-lists.h"
#include "views/people/foothold-organisation-words.h"
#include "views/people/foothold-person-forms.h"
#include "views/people/foothold-person-words.h"
#include "views/people/foothold-row-form.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-page-failure.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

enum
{
  WHAT,
  NOTES,
  PEOPLE,
  OPPORTUNITIES,
  APPLICATIONS,
  OUTREACH,
  N_GROUPS
};

static const char *const group_titles[N_GROUPS] = {
  [WHAT] = N_ ("What They Are"),
  [NOTES] = N_ ("Notes"),
  [PEOPLE] = N_ ("People"),
  [OPPORTUNITIES] = N_ ("Opportunities"),
  [APPLICATIONS] = N_ ("Applications"),
  [OUTREACH] = N_ ("Outreach"),
};

static const FootholdRowFormField fields[] = {
  /* half a name may be another one's */
  { WHAT, "name", "name", FOOTHOLD_ENTRY_LINE, TRUE },
  { WHAT, "organisation_type", "type", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { WHAT, "industry", "industry", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { WHAT, "organisation_size", "size", FOOTHOLD_ENTRY_LINE, FALSE },
  { WHAT, "country", "country", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { WHAT, "organisation_url", "url", FOOTHOLD_ENTRY_LINE, FALSE },
  { NOTES, "notes", "notes", FOOTHOLD_ENTRY_LINES, FALSE },
};

struct _FootholdOrganisationPage
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *contact;
  GtkMenuButton *menu;
  GtkWidget *bar;

  GtkWidget *group[N_GROUPS];
  GtkListBox *list[N_GROUPS];
  FootholdRowForm *form;

  FootholdStore *store;
  FootholdOrganisationDossier *dossier; /* of id, or NULL while it is on its way */
  GCancellable *loading;
  gint64 id;
  gboolean edit_when_loaded;
};

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdOrganisationPage, foothold_organisation_page, ADW_TYPE_BIN)

/* ---- showing ---- */

static void
show_text (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
fill_head (FootholdOrganisationPage *self)
{
  const FootholdOrganisationRow *row = self->dossier->organisation;
  g_autofree char *subtitle = foothold_organisation_subtitle (row);
  g_autofree char *contact = NULL;
  GDate today;

  foothold_people_today (&today);
  contact = foothold_organisation_contact_words (row, &today);
  foothold_label_set_text (self->name, row->name);
  show_text (self->subtitle, subtitle);
  show_text (self->contact, contact);
  gtk_widget_set_visible (self->bar, foothold_link_is_web (row->url));
}

static void
fill (FootholdOrganisationPage *self)
{
  fill_head (self);
  foothold_organisation_lists_show_people (self->list[PEOPLE], self->dossier);
  foothold_organisation_lists_show_opportunities (self->list[OPPORTUNITIES], self->dossier);
  foothold_organisation_lists_show_applications (self->list[APPLICATIONS], self->dossier);
  foothold_organisation_lists_show_outreach (self->list[OUTREACH], self->dossier);
  gtk_widget_set_visible (self->group[OPPORTUNITIES], self->dossier->opportunities->len > 0);
  gtk_widget_set_visible (self->group[APPLICATIONS], self->dossier->applications->len > 0);
}

static void
take_dossier (FootholdOrganisationPage *self, FootholdOrganisationDossier *dossier)
{
  const gboolean writable = !foothold_store_get_read_only (self->store);

  g_clear_pointer (&self->dossier, foothold_organisation_dossier_unref);
  self->dossier = dossier;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.add-person", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisation.ask", writable);
  if (foothold_row_form_show (self->form, self->store, dossier->organisation))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  fill (self);
  foothold_page_failure_end (self->states, "page");
  if (self->edit_when_loaded)
    foothold_organisation_page_edit (self);
}

static void load (gpointer page);

static void
fail (FootholdOrganisationPage *self, const GError *error)
{
  g_clear_pointer (&self->dossier, foothold_organisation_dossier_unref);
  foothold_page_failure_show (self->states, TRUE, error, load, self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOrganisationPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdOrganisationDossier) dossier =
    foothold_organisation_dossier_load_finish (FOOTHOLD_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[SIGNAL_GONE], 0);
      else
        fail (self, error);
      return;
    }
  /* answered although another one is asked for by now */
  if (dossier->organisation->row.id == self->id)
    take_dossier (self, g_steal_pointer (&dossier));
}

static void
load (gpointer page)
{
  FootholdOrganisationPage *self = page;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_organisation_dossier_load_async (self->store, self->id, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdOrganisationPage *self, const FootholdChanges *changes)
{
  gboolean touched = foothold_changes_has (changes, "organisation", self->id);

  if (self->id == 0)
    return;

  for (gsize i = 0; foothold_organisation_joined_tables[i] != NULL && !touched; i++)
    touched = foothold_changes_has_table (changes, foothold_organisation_joined_tables[i]);
  if (touched)
    load (self);
}

void
foothold_organisation_page_show (FootholdOrganisationPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self));

  if (self->id == id)
    return;

  foothold_row_form_forget (self->form);
  g_clear_pointer (&self->dossier, foothold_organisation_dossier_unref);
  self->id = id;
  self->edit_when_loaded = FALSE;
  if (id != 0)
    {
      load (self);
      return;
    }

  g_cancellable_cancel (self->loading);
  gtk_stack_set_visible_child_name (self->states, "none");
}

gint64
foothold_organisation_page_get_id (FootholdOrganisationPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self), 0);

  return self->id;
}

const FootholdOrganisationDossier *
foothold_organisation_page_peek (FootholdOrganisationPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self), NULL);

  return self->dossier;
}

void
foothold_organisation_page_edit (FootholdOrganisationPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self));

  self->edit_when_loaded = self->dossier == NULL;
  if (self->dossier != NULL)
    foothold_field_row_edit (foothold_row_form_get_row (self->form, 0));
}

void
foothold_organisation_page_begin_day (FootholdOrganisationPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self));

  if (self->dossier != NULL)
    fill (self);
}

void
foothold_organisation_page_flush (FootholdOrganisationPage *self, gboolean ends)
{
  g_return_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self));

  foothold_row_form_flush (self->form, ends);
}

/* ---- what is added here ---- */

static void
person_added_cb (FootholdOrganisationPage *self)
{
  foothold_toast (GTK_WIDGET (self), _ ("Person added"), TRUE);
}

static void
add_person_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOrganisationPage *self = FOOTHOLD_ORGANISATION_PAGE (widget);
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_person_row_type);
  AdwDialog *dialog;

  if (self->dossier == NULL)
    return;

  ((FootholdPersonRow *) row)->organisation = g_strdup (self->dossier->organisation->name);
  dialog = foothold_row_dialog_new (self->store, &foothold_person_form, row);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (person_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
outreach_added_cb (FootholdOrganisationPage *self)
{
  foothold_toast (GTK_WIDGET (self), _ ("Outreach added"), TRUE);
}

static void
ask_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOrganisationPage *self = FOOTHOLD_ORGANISATION_PAGE (widget);
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_outreach_row_type);
  AdwDialog *dialog;

  if (self->dossier == NULL)
    return;

  ((FootholdOutreachRow *) row)->organisation = g_strdup (self->dossier->organisation->name);
  dialog = foothold_row_dialog_new (self->store, &foothold_outreach_form, row);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (outreach_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdOrganisationPage *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->dossier == NULL)
    return NULL;

  g_menu_append (menu, _ ("_Delete"), "organisation.delete");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* ---- the object ---- */

void
foothold_organisation_page_set_store (FootholdOrganisationPage *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_ORGANISATION_PAGE (self));

  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
foothold_organisation_page_dispose (GObject *object)
{
  FootholdOrganisationPage *self = FOOTHOLD_ORGANISATION_PAGE (object);

  if (self->form != NULL)
    foothold_row_form_forget (self->form);
  g_clear_object (&self->form);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, foothold_organisation_dossier_unref);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_ORGANISATION_PAGE);

  G_OBJECT_CLASS (foothold_organisation_page_parent_class)->dispose (object);
}

static void
foothold_organisation_page_class_init (FootholdOrganisationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_organisation_page_dispose;
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_ORGANISATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, contact);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdOrganisationPage, bar);

  gtk_widget_class_install_action (widget_class, "organisation.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (widget_class, "organisation.ask", NULL, ask_cb);
}

static void
foothold_organisation_page_init (FootholdOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->menu, make_menu, self);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->group[i] = foothold_check_group_new (_ (group_titles[i]), NULL, &self->list[i]);
      gtk_box_append (self->groups, self->group[i]);
    }
  self->form = foothold_row_form_new (GTK_WIDGET (self), fields, G_N_ELEMENTS (fields), self->list, NULL);
  foothold_field_row_hide_title (foothold_row_form_get_row (self->form, G_N_ELEMENTS (fields) - 1));
}
