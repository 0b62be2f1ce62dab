// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-preparing-dialog.h"

#include "views/board/foothold-check-row.h"
#include "views/tracker/foothold-application-adding.h"
#include "views/tracker/foothold-application-forms.h"
#include "views/tracker/foothold-preparing-rows.h"
#include "views/tracker/foothold-preparing-words.h"
#include "views/tracker/foothold-story-dialog.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-printing.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-undo-keys.h"
#include "widgets/foothold-waiting.h"

#include <glib/gi18n.h>

/* Its rows are made anew with every change; the keys stay where they were. */

struct _FootholdPreparingDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwWindowTitle *title;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *open_group;
  GtkListBox *interviews;
  GtkListBox *open;
  AdwPreferencesGroup *likely_group;
  GtkListBox *likely;
  GtkListBox *host;
  GtkWidget *buttons;
  AdwStatusPage *error_page;

  FootholdStore *store;
  FootholdPreparation *preparation; /* NULL while it is on its way */
  GPtrArray *questions; /* FootholdLikelyQuestion of it */
  GCancellable *cancellable;
  gint64 application;
};

G_DEFINE_FINAL_TYPE (FootholdPreparingDialog, foothold_preparing_dialog, ADW_TYPE_DIALOG)

static gboolean
is_writable (FootholdPreparingDialog *self)
{
  return self->preparation != NULL && !foothold_store_get_read_only (self->store);
}

static void
say_saved (FootholdPreparingDialog *self)
{
  foothold_toast (GTK_WIDGET (self->toast_overlay), _ ("Saved"), TRUE);
}

static void
say_deleted (FootholdPreparingDialog *self)
{
  foothold_toast (GTK_WIDGET (self->toast_overlay), _ ("Deleted"), TRUE);
}

/* ---- showing ---- */

static GPtrArray *
likely_questions (FootholdPreparingDialog *self)
{
  const FootholdPreparation *preparation = self->preparation;
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();

  for (guint i = 0; i < preparation->dossier->skills->len; i++)
    {
      g_ptr_array_add (skills, ((FootholdSkillRow *) g_ptr_array_index (preparation->dossier->skills, i))->name);
      g_ptr_array_add (folded, g_ptr_array_index (preparation->folded, i));
    }
  g_ptr_array_add (skills, NULL);
  g_ptr_array_add (folded, NULL);
  return foothold_interview_questions (preparation->rules, preparation->dossier->application->area,
                                       (const char *const *) skills->pdata, (const char *const *) folded->pdata);
}

static void
show_likely (FootholdPreparingDialog *self)
{
  g_autofree char *source = foothold_rule_source_words (self->preparation->rules);
  g_autofree char *markup = g_markup_escape_text (source, -1);

  adw_preferences_group_set_description (self->likely_group, markup);
  for (guint i = 0; i < self->questions->len; i++)
    {
      const FootholdLikelyQuestion *question = g_ptr_array_index (self->questions, i);

      gtk_list_box_append (self->likely,
                           foothold_preparing_likely_row (question, i,
                                                          foothold_preparation_find_story (self->preparation,
                                                                                           question->key),
                                                          foothold_preparation_offer_story (self->preparation,
                                                                                            question->key,
                                                                                            question->skill),
                                                          self->preparation->stories->len > 0 && is_writable (self)));
    }
}

static void
fill (FootholdPreparingDialog *self)
{
  GtkListBox *const lists[] = { self->interviews, self->open, self->likely, self->host };
  FootholdRowsState *states[G_N_ELEMENTS (lists)];
  const FootholdApplicationRow *row = self->preparation->dossier->application;
  g_autofree char *title = foothold_text_visible (row->title, FALSE);
  g_autofree char *subtitle = foothold_text_visible (row->organisation, FALSE);
  g_autofree char *today = foothold_application_today ();

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      states[i] = foothold_rows_state_take (GTK_WIDGET (lists[i]));
      gtk_list_box_remove_all (lists[i]);
    }
  foothold_preparing_show_interviews (self->interviews, self->preparation, today);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group),
                          foothold_preparing_show_open (self->open, self->preparation, today));
  show_likely (self);
  foothold_preparing_show_host (self->host, self->store, self->preparation);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    foothold_rows_state_give (states[i], GTK_WIDGET (lists[i]));
  gtk_stack_set_visible_child_name (self->stack, "page");
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdPreparingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdPreparation) preparation =
    foothold_preparation_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preparation == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      gtk_widget_set_visible (self->buttons, FALSE);
      return;
    }

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->preparation, foothold_preparation_free);
  self->preparation = g_steal_pointer (&preparation);
  self->questions = likely_questions (self);
  fill (self);
}

static void
load (FootholdPreparingDialog *self)
{
  foothold_preparation_load_async (self->store, self->application, self->cancellable, loaded_cb, g_object_ref (self));
}

/* ---- interviews and what is open ---- */

static void
interview_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  const gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GPtrArray) people = NULL;

  if (!is_writable (self))
    return;
  for (guint i = 0; i < self->preparation->dossier->interviews->len; i++)
    {
      FootholdInterviewRow *interview = g_ptr_array_index (self->preparation->dossier->interviews, i);

      if (interview->row.id != id)
        continue;
      people = foothold_application_dossier_get_people (self->preparation->dossier, id);
      foothold_application_present_interview (GTK_WIDGET (self->toast_overlay), self->store, interview, people);
      return;
    }

  foothold_application_add (GTK_WIDGET (self->toast_overlay), self->store, self->preparation->dossier, "add.interview");
}

/* Where a fact is filled in is behind this dialog. */
static void
go_to (FootholdPreparingDialog *self, const char *action, gint64 id)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_activate_action (window, action, "x", id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
posting_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);

  if (self->preparation != NULL)
    go_to (self, "win.open-opportunity", self->preparation->dossier->application->opportunity);
}

static void
page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);

  go_to (self, "win.open-application", self->application);
}

/* ---- stories ---- */

static const FootholdLikelyQuestion *
question_at (FootholdPreparingDialog *self, guint at)
{
  return self->questions != NULL && at < self->questions->len ? g_ptr_array_index (self->questions, at) : NULL;
}

static void
story_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  const FootholdLikelyQuestion *question = question_at (self, g_variant_get_uint32 (parameter));
  AdwDialog *dialog;

  if (question == NULL || !is_writable (self))
    return;
  dialog = foothold_story_dialog_new (self->store, self->application, question,
                                      foothold_preparation_find_story (self->preparation, question->key));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (say_deleted), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* The story 0 takes off the one that is there. */
static void
use_story_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  const FootholdLikelyQuestion *question;
  guint at;
  gint64 story;

  g_variant_get (parameter, "(ux)", &at, &story);
  question = question_at (self, at);
  if (question == NULL || !is_writable (self))
    return;
  foothold_story_choose_async (self->store, self->application, question->key, question->text, story, NULL,
                               foothold_saying_cb,
                               foothold_saying_new (GTK_WIDGET (self->toast_overlay),
                                                    g_strdup (story != 0 ? _ ("Story used") : _ ("Story taken off"))));
}

static void
choose_story_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  const guint at = g_variant_get_uint32 (parameter);
  const FootholdLikelyQuestion *question = question_at (self, at);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->likely, (int) at));

  if (question != NULL && row != NULL && is_writable (self))
    foothold_preparing_popup_stories (row, at, self->preparation->stories,
                                      foothold_preparation_find_story (self->preparation, question->key));
}

/* ---- questions to the host ---- */

static void
add_question_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  g_autoptr (FootholdRow) made = NULL;

  if (!is_writable (self))
    return;
  made = foothold_preparing_new_line (self->preparation);
  foothold_application_present_form (GTK_WIDGET (self->toast_overlay), self->store, &foothold_host_question_form, made);
}

/* ---- to take along ---- */

static GPtrArray *
dup_cells (FootholdPreparingDialog *self)
{
  g_autofree char *today = foothold_application_today ();

  return foothold_preparing_cells (self->preparation, self->questions, today);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *text = NULL;

  if (self->preparation == NULL)
    return;
  cells = dup_cells (self);
  text = foothold_preparing_text (cells);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  foothold_toast (GTK_WIDGET (self->toast_overlay), _ ("Text copied"), FALSE);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  if (self->preparation == NULL)
    return;
  cells = dup_cells (self);
  operation = foothold_preparing_print (self->preparation, cells);
  foothold_print (GTK_WIDGET (self->toast_overlay), operation);
}

/* ---- the object ---- */

AdwDialog *
foothold_preparing_dialog_new (FootholdStore *store, gint64 application)
{
  FootholdPreparingDialog *self = g_object_new (FOOTHOLD_TYPE_PREPARING_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->application = application;
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}

static void
foothold_preparing_dialog_dispose (GObject *object)
{
  FootholdPreparingDialog *self = FOOTHOLD_PREPARING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PREPARING_DIALOG);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->preparation, foothold_preparation_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_preparing_dialog_parent_class)->dispose (object);
}

static void
foothold_preparing_dialog_class_init (FootholdPreparingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "preparing");
  G_OBJECT_CLASS (klass)->dispose = foothold_preparing_dialog_dispose;
  g_type_ensure (FOOTHOLD_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-preparing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, page);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, open_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, interviews);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, open);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, likely_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, likely);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, host);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, FootholdPreparingDialog, error_page);
  gtk_widget_class_install_action (widget_class, "preparing.interview", "x", interview_cb);
  gtk_widget_class_install_action (widget_class, "preparing.posting", NULL, posting_cb);
  gtk_widget_class_install_action (widget_class, "preparing.page", NULL, page_cb);
  gtk_widget_class_install_action (widget_class, "preparing.story", "u", story_cb);
  gtk_widget_class_install_action (widget_class, "preparing.use-story", "(ux)", use_story_cb);
  gtk_widget_class_install_action (widget_class, "preparing.choose-story", "u", choose_story_cb);
  gtk_widget_class_install_action (widget_class, "preparing.add-question", NULL, add_question_cb);
  gtk_widget_class_install_action (widget_class, "preparing.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "preparing.print", NULL, print_cb);
  foothold_undo_keys_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preparing.print", NULL);
}

static void
foothold_preparing_dialog_init (FootholdPreparingDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
  foothold_first_focus (GTK_WIDGET (self->page));
}
