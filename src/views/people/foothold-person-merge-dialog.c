// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-merge-dialog.h"

#include "rules/foothold-field-words.h"
#include "store/foothold-person-merge.h"
#include "store/foothold-person-store.h"
#include "views/board/foothold-check-row.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdPersonMergeDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;

  FootholdStore *store;
  gint64 ids[2]; /* the one that stays, the one that goes */
  FootholdPersonDossier *dossiers[2];
  GPtrArray *fields; /* char *: those that differ; NULL until both are there */
  GPtrArray *checks; /* GtkCheckButton: of each, that the other one's counts */
  AdwPreferencesGroup *error_group;
  GCancellable *loading;
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdPersonMergeDialog, foothold_person_merge_dialog, ADW_TYPE_DIALOG)

static void
say_error (FootholdPersonMergeDialog *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  if (self->error_group == NULL)
    {
      self->error_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_page_add (self->page, self->error_group);
    }
  adw_preferences_group_set_description (self->error_group, markup);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWidget *
add_choice (GtkListBox *list, const char *words, GtkCheckButton *first)
{
  GtkWidget *row = foothold_action_row_new (words, NULL);
  GtkWidget *check = gtk_check_button_new ();

  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);
  return check;
}

static void
add_difference (FootholdPersonMergeDialog *self, const char *field)
{
  g_autofree char *kept = foothold_person_merge_say (self->dossiers[0]->person, field);
  g_autofree char *gone = foothold_person_merge_say (self->dossiers[1]->person, field);
  GtkListBox *list;
  GtkWidget *group = foothold_check_group_new (foothold_field_title (foothold_field_of_person (field)), NULL, &list);
  GtkWidget *first = add_choice (list, kept, NULL);

  g_ptr_array_add (self->checks, add_choice (list, gone, GTK_CHECK_BUTTON (first)));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
show_differences (FootholdPersonMergeDialog *self)
{
  self->fields = foothold_person_merge_differences (self->dossiers[0]->person, self->dossiers[1]->person);
  for (guint i = 0; i < self->fields->len; i++)
    add_difference (self, g_ptr_array_index (self->fields, i));
  if (self->fields->len == 0)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_description (group,
                                             _ ("They do not contradict each other: there is nothing to choose."));
      adw_preferences_page_add (self->page, group);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.unite", TRUE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPersonMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FootholdPersonDossier *dossier = foothold_person_dossier_load_finish (FOOTHOLD_STORE (object), result, &error);

  if (dossier == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_error (self, error);
      return;
    }

  self->dossiers[dossier->person->row.id == self->ids[0] ? 0 : 1] = dossier;
  if (self->dossiers[0] != NULL && self->dossiers[1] != NULL)
    show_differences (self);
}

static void
merged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPersonMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    {
      say_error (self, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.unite", TRUE);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_MERGED], 0, self->ids[0]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
unite_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPersonMergeDialog *self = FOOTHOLD_PERSON_MERGE_DIALOG (widget);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) from_gone = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (builder, g_ptr_array_index (self->fields, i));
  from_gone = g_strv_builder_end (builder);
  gtk_widget_action_set_enabled (widget, "people.unite", FALSE);
  foothold_people_merge_async (self->store, self->ids[0], self->ids[1], (const char *const *) from_gone, NULL,
                               merged_cb, g_object_ref (self));
}

AdwDialog *
foothold_person_merge_dialog_new (FootholdStore *store, gint64 one, gint64 other)
{
  FootholdPersonMergeDialog *self = g_object_new (FOOTHOLD_TYPE_PERSON_MERGE_DIALOG, NULL);

  self->store = g_object_ref (store);
  /* ids count up with the time they were made */
  self->ids[0] = MIN (one, other);
  self->ids[1] = MAX (one, other);
  self->loading = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    foothold_person_dossier_load_async (store, self->ids[i], self->loading, loaded_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

static void
foothold_person_merge_dialog_dispose (GObject *object)
{
  FootholdPersonMergeDialog *self = FOOTHOLD_PERSON_MERGE_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  for (guint i = 0; i < G_N_ELEMENTS (self->dossiers); i++)
    g_clear_pointer (&self->dossiers[i], foothold_person_dossier_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PERSON_MERGE_DIALOG);

  G_OBJECT_CLASS (foothold_person_merge_dialog_parent_class)->dispose (object);
}

static void
foothold_person_merge_dialog_class_init (FootholdPersonMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "people");
  G_OBJECT_CLASS (klass)->dispose = foothold_person_merge_dialog_dispose;

  signals[SIGNAL_MERGED] = g_signal_new ("merged", FOOTHOLD_TYPE_PERSON_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-person-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPersonMergeDialog, page);
  gtk_widget_class_install_action (widget_class, "people.unite", NULL, unite_cb);
}

static void
foothold_person_merge_dialog_init (FootholdPersonMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.unite", FALSE);
}
