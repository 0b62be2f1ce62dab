// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-page.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"
#include "views/board/foothold-check-row.h"
#include "views/people/foothold-person-forms.h"
#include "views/people/foothold-person-lists.h"
#include "views/people/foothold-person-words.h"
#include "views/people/foothold-row-form.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-page-failure.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What is typed goes into an edit; what is shown comes from the database. */

enum
{
  WHO,
  TOUCH,
  TALKS,
  REACH,
  MET,
  REFERENCE,
  TIES,
  NOTES,
  N_GROUPS
};

static const char *const group_titles[N_GROUPS] = {
  [WHO] = N_ ("Who They Are"),    [TOUCH] = N_ ("Staying in Touch"),
  [TALKS] = N_ ("Conversations"), [REACH] = N_ ("How to Reach Them"),
  [MET] = N_ ("How You Met"),     [REFERENCE] = N_ ("Reference"),
  [TIES] = N_ ("Has to Do With"), [NOTES] = N_ ("Notes"),
};

static const FootholdRowFormField fields[] = {
  { WHO, "name", "name", FOOTHOLD_ENTRY_LINE, FALSE },
  { WHO, "person_role", "role", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { WHO, "organisation", "organisation", FOOTHOLD_ENTRY_LINE, TRUE },
  { WHO, "job_title", "job_title", FOOTHOLD_ENTRY_LINE, FALSE },
  { TOUCH, "next_step", "next_step", FOOTHOLD_ENTRY_LINE, FALSE },
  { TOUCH, "next_step_on", "next_step_on", FOOTHOLD_ENTRY_DATE, FALSE },
  { TOUCH, "person_every_days", "every_days", FOOTHOLD_ENTRY_NUMBER, FALSE },
  { REACH, "mail", "mail", FOOTHOLD_ENTRY_LINE, FALSE },
  { REACH, "phone", "phone", FOOTHOLD_ENTRY_LINE, FALSE },
  { REACH, "person_url", "url", FOOTHOLD_ENTRY_LINE, FALSE },
  { MET, "met_on", "met_on", FOOTHOLD_ENTRY_DATE, FALSE },
  { MET, "met_how", "met_how", FOOTHOLD_ENTRY_LINES, FALSE },
  { MET, "offered", "offered", FOOTHOLD_ENTRY_LINES, FALSE },
  { REFERENCE, "person_reference", "reference", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { REFERENCE, "reference_until", "reference_until", FOOTHOLD_ENTRY_DATE, FALSE },
  { NOTES, "notes", "notes", FOOTHOLD_ENTRY_LINES, FALSE },
};

/* Below its fields stand the further contacts. */
#define N_REACH_FIELDS 3

struct _FootholdPersonPage
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *contact;
  GtkLabel *step;
  GtkLabel *reference;
  GtkMenuButton *menu;
  GtkWidget *write;

  GtkWidget *group[N_GROUPS];
  GtkListBox *list[N_GROUPS];
  FootholdRowForm *form;

  FootholdStore *store;
  FootholdPersonDossier *dossier; /* of id, or NULL while it is on its way */
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

G_DEFINE_FINAL_TYPE (FootholdPersonPage, foothold_person_page, ADW_TYPE_BIN)

static gboolean
is_writable (FootholdPersonPage *self)
{
  return self->store != NULL && !foothold_store_get_read_only (self->store);
}

/* ---- typing ---- */

static gboolean
check_rhythm (gconstpointer row, GError **error)
{
  const FootholdPersonRow *person = row;

  if (person->every_days == GINT64_UNKNOWN || (person->every_days >= 1 && person->every_days <= FOOTHOLD_RHYTHM_MAX))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("Write a number of days, such as “30”."));
  return FALSE;
}

void
foothold_person_page_flush (FootholdPersonPage *self, gboolean ends)
{
  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  foothold_row_form_flush (self->form, ends);
}

/* ---- showing ---- */

static void
show_pill (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_css_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

static void
describe_reference (FootholdPersonPage *self, FootholdReference state)
{
  const FootholdPersonRow *row = self->dossier->person;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (state == FOOTHOLD_REFERENCE_EXPIRED)
    {
      day = foothold_format_date_full (row->reference_until);
      /* Translators: %s is a day in full */
      words = g_strdup_printf (_ ("The permission ended on %s. Ask again before you name them."), day);
      markup = g_markup_escape_text (words, -1);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group[REFERENCE]), markup);
}

static void
fill_head (FootholdPersonPage *self)
{
  const FootholdPersonRow *row = self->dossier->person;
  g_autofree char *subtitle = foothold_person_subtitle (row);
  g_autofree char *contact = NULL;
  g_autofree char *step = NULL;
  g_autofree char *reference = NULL;
  FootholdReference state;
  gboolean due;
  GDate today;

  foothold_people_today (&today);
  contact = foothold_person_contact_words (row, &today);
  step = foothold_person_step_words (row, &today, &due);
  reference = foothold_person_reference_words (row, &today);
  state = foothold_person_reference (row, &today);

  foothold_label_set_text (self->name, row->name);
  show_pill (self->subtitle, subtitle);
  show_pill (self->contact, contact);
  show_pill (self->step, step);
  show_pill (self->reference, reference);
  set_css_class (self->step, "accent", due);
  set_css_class (self->reference, "success", state == FOOTHOLD_REFERENCE_GIVEN);
  set_css_class (self->reference, "warning", state == FOOTHOLD_REFERENCE_EXPIRED);
  gtk_widget_set_visible (self->write, row->mail != NULL);
  describe_reference (self, state);
}

static void
fill (FootholdPersonPage *self)
{
  fill_head (self);
  foothold_person_lists_show_contacts (self->list[REACH], N_REACH_FIELDS, self->store, self->dossier);
  foothold_person_lists_show_conversations (self->list[TALKS], self->store, self->dossier);
  foothold_person_lists_show_ties (self->list[TIES], self->dossier);
  gtk_widget_set_visible (self->group[TIES], self->dossier->ties->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.add-contact", is_writable (self));
}

static void
take_dossier (FootholdPersonPage *self, FootholdPersonDossier *dossier)
{
  g_clear_pointer (&self->dossier, foothold_person_dossier_unref);
  self->dossier = dossier;
  if (foothold_row_form_show (self->form, self->store, dossier->person))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  fill (self);
  foothold_page_failure_end (self->states, "page");
  if (self->edit_when_loaded)
    foothold_person_page_edit (self);
}

static void load (gpointer page);

static void
fail (FootholdPersonPage *self, const GError *error)
{
  g_clear_pointer (&self->dossier, foothold_person_dossier_unref);
  foothold_page_failure_show (self->states, TRUE, error, load, self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPersonPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdPersonDossier) dossier =
    foothold_person_dossier_load_finish (FOOTHOLD_STORE (object), result, &error);

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
  /* answered although somebody else is asked for by now */
  if (dossier->person->row.id == self->id)
    take_dossier (self, g_steal_pointer (&dossier));
}

static void
load (gpointer page)
{
  FootholdPersonPage *self = page;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_person_dossier_load_async (self->store, self->id, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdPersonPage *self, const FootholdChanges *changes)
{
  static const char *const around[] = { "person_contact", "conversation", "person_link", "opportunity",
                                        "application",    "interview",    "organisation" };
  gboolean touched = foothold_changes_has (changes, "person", self->id);

  if (self->id == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (around) && !touched; i++)
    touched = foothold_changes_has_table (changes, around[i]);
  if (touched)
    load (self);
}

void
foothold_person_page_show (FootholdPersonPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  if (self->id == id)
    return;

  foothold_row_form_forget (self->form);
  g_clear_pointer (&self->dossier, foothold_person_dossier_unref);
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
foothold_person_page_get_id (FootholdPersonPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PERSON_PAGE (self), 0);

  return self->id;
}

const FootholdPersonDossier *
foothold_person_page_peek (FootholdPersonPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PERSON_PAGE (self), NULL);

  return self->dossier;
}

void
foothold_person_page_begin_day (FootholdPersonPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  if (self->dossier != NULL)
    fill_head (self);
}

/* ---- what is asked for ---- */

void
foothold_person_page_edit (FootholdPersonPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  self->edit_when_loaded = self->dossier == NULL;
  if (self->dossier != NULL)
    foothold_field_row_edit (foothold_row_form_get_row (self->form, 0));
}

static void
talked_cb (FootholdPersonPage *self)
{
  foothold_toast (GTK_WIDGET (self), _ ("Conversation added"), TRUE);
}

void
foothold_person_page_talk (FootholdPersonPage *self)
{
  g_autoptr (FootholdRow) row = NULL;
  AdwDialog *dialog;

  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  if (self->id == 0 || !is_writable (self))
    return;

  row = foothold_conversation_new (self->id);
  dialog = foothold_row_dialog_new (self->store, &foothold_conversation_form, row);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (talked_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
contact_added_cb (FootholdPersonPage *self)
{
  foothold_toast (GTK_WIDGET (self), _ ("Contact added"), TRUE);
}

static void
add_contact_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPersonPage *self = FOOTHOLD_PERSON_PAGE (widget);
  g_autoptr (FootholdRow) row = NULL;
  gint64 position = 0;
  AdwDialog *dialog;

  if (self->dossier == NULL)
    return;

  if (self->dossier->contacts->len > 0)
    {
      const FootholdPersonContactRow *last =
        g_ptr_array_index (self->dossier->contacts, self->dossier->contacts->len - 1);

      position = last->position + 1;
    }
  row = foothold_contact_new (self->id, position);
  dialog = foothold_row_dialog_new (self->store, &foothold_contact_form, row);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (contact_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdPersonPage *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->dossier == NULL)
    return NULL;

  if (self->dossier->person->organisation_id != GINT64_UNKNOWN)
    g_menu_append (menu, _ ("Open Organi_sation"), "person.open-organisation");
  g_menu_append (menu,
                 self->dossier->person->archived_at != GINT64_UNKNOWN ? _ ("Bring Back from _Archive") : _ ("_Archive"),
                 "person.archive");
  g_menu_append (menu, _ ("_Delete"), "person.delete");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* ---- the object ---- */

void
foothold_person_page_set_store (FootholdPersonPage *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_PERSON_PAGE (self));

  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
foothold_person_page_dispose (GObject *object)
{
  FootholdPersonPage *self = FOOTHOLD_PERSON_PAGE (object);

  if (self->form != NULL)
    foothold_row_form_forget (self->form);
  g_clear_object (&self->form);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, foothold_person_dossier_unref);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PERSON_PAGE);

  G_OBJECT_CLASS (foothold_person_page_parent_class)->dispose (object);
}

static void
foothold_person_page_class_init (FootholdPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_person_page_dispose;
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, contact);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, step);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, reference);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonPage, write);

  gtk_widget_class_install_action (widget_class, "person.add-contact", NULL, add_contact_cb);
}

static void
foothold_person_page_init (FootholdPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->menu, make_menu, self);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->group[i] = foothold_check_group_new (_ (group_titles[i]), NULL, &self->list[i]);
      gtk_box_append (self->groups, self->group[i]);
    }
  self->form = foothold_row_form_new (GTK_WIDGET (self), fields, G_N_ELEMENTS (fields), self->list, check_rhythm);
  foothold_field_row_hide_title (foothold_row_form_get_row (self->form, G_N_ELEMENTS (fields) - 1));
}
