// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-letter-dialog.h"

#include "rules/foothold-letter.h"
#include "store/foothold-follow-up-store.h"
#include "store/foothold-statement-store.h"
#include "views/tracker/foothold-application-adding.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-unsaved.h"

#include <glib/gi18n.h>

struct _FootholdLetterDialog
{
  FootholdDraftDialog parent_instance;

  GtkWidget *from;
  FootholdStore *store;
  gint64 application;
  GPtrArray *skills;
  GCancellable *cancellable;
  char *subject;
  char *mail; /* whom to write to, or NULL */
  char *statement; /* that is there already, or NULL */
};

G_DEFINE_FINAL_TYPE (FootholdLetterDialog, foothold_letter_dialog, FOOTHOLD_TYPE_DRAFT_DIALOG)

static void
fill (FootholdLetterDialog *self, const FootholdFollowUp *known)
{
  g_autofree FootholdLetterSkill *skills = g_new0 (FootholdLetterSkill, self->skills->len / 2 + 1);
  const FootholdLetterFacts facts = {
    .title = known->title,
    .organisation = known->organisation,
    .contact = known->contact,
    .sender = known->sender,
    .skills = skills,
    .n_skills = self->skills->len / 2,
  };
  g_autofree char *letter = NULL;

  for (guint i = 0; i < facts.n_skills; i++)
    skills[i] =
      (FootholdLetterSkill) { g_ptr_array_index (self->skills, 2 * i), g_ptr_array_index (self->skills, 2 * i + 1) };
  foothold_letter_write (&facts, &self->subject, &letter);
  self->mail = g_strdup (known->mail);
  self->statement = g_strdup (known->statement);
  foothold_draft_dialog_show (FOOTHOLD_DRAFT_DIALOG (self), letter);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.keep", !foothold_store_get_read_only (self->store));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdLetterDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdFollowUp) known = foothold_follow_up_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (known != NULL)
    fill (self, known);
  else
    foothold_draft_dialog_fail (FOOTHOLD_DRAFT_DIALOG (self),
                                error != NULL ? error->message : _ ("This application is not there any more."));
}

/* ---- what is done with it ---- */

static void
foothold_letter_dialog_address (FootholdDraftDialog *draft, char **to, char **subject)
{
  FootholdLetterDialog *self = FOOTHOLD_LETTER_DIALOG (draft);

  *to = g_strdup (self->mail);
  *subject = g_strdup (self->subject);
}

static void
keep (FootholdLetterDialog *self, gboolean append)
{
  g_autofree char *text = foothold_draft_dialog_dup_text (FOOTHOLD_DRAFT_DIALOG (self));

  foothold_statement_keep_async (self->store, self->application, text, append, NULL, foothold_saying_cb,
                                 foothold_saying_new (self->from, g_strdup (_ ("Kept as the statement"))));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
replace_answered_cb (FootholdLetterDialog *self, const char *response)
{
  if (!g_str_equal (response, "cancel"))
    keep (self, g_str_equal (response, "append"));
}

/* The application has another statement: nothing is written over it unasked. */
static void
ask_replace (FootholdLetterDialog *self)
{
  AdwAlertDialog *alert =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("There Is a Statement Already"),
                                            _ ("The letter can take its place or stand below it.")));

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "replace", _ ("_Replace It"), "append",
                                  _ ("_Add Below"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "append", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "append");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (replace_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}

static void
keep_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdLetterDialog *self = FOOTHOLD_LETTER_DIALOG (widget);
  g_autofree char *text = foothold_draft_dialog_dup_text (FOOTHOLD_DRAFT_DIALOG (self));

  if (self->statement != NULL && !g_str_equal (self->statement, text))
    ask_replace (self);
  else
    keep (self, FALSE);
}

static gboolean
is_unsaved (gpointer dialog)
{
  return foothold_draft_dialog_is_changed (dialog);
}

static gboolean
can_keep (gpointer dialog)
{
  return !foothold_store_get_read_only (FOOTHOLD_LETTER_DIALOG (dialog)->store);
}

static const FootholdUnsaved unsaved = {
  .is_unsaved = is_unsaved,
  .can_keep = can_keep,
  .title = N_ ("Keep the Letter?"),
  .text = N_ ("You changed the draft; it is kept only as the statement."),
  .keep_label = N_ ("_Keep as Statement"),
  .keep_action = "letter.keep",
};

/* ---- the object ---- */

AdwDialog *
foothold_letter_dialog_new (GtkWidget *from, FootholdStore *store, gint64 application, GPtrArray *skills)
{
  FootholdLetterDialog *self = g_object_new (FOOTHOLD_TYPE_LETTER_DIALOG, NULL);
  g_autofree char *today = foothold_application_today ();

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->application = application;
  self->skills = g_ptr_array_ref (skills);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.keep", FALSE);
  foothold_follow_up_load_async (store, application, today, self->cancellable, loaded_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

static void
foothold_letter_dialog_dispose (GObject *object)
{
  FootholdLetterDialog *self = FOOTHOLD_LETTER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_LETTER_DIALOG);
  g_clear_object (&self->from);
  g_clear_object (&self->store);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->mail, g_free);
  g_clear_pointer (&self->statement, g_free);

  G_OBJECT_CLASS (foothold_letter_dialog_parent_class)->dispose (object);
}

static void
foothold_letter_dialog_class_init (FootholdLetterDialogClass *klass)
{
  FootholdDraftDialogClass *draft_class = FOOTHOLD_DRAFT_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "preparing");
  G_OBJECT_CLASS (klass)->dispose = foothold_letter_dialog_dispose;
  draft_class->address = foothold_letter_dialog_address;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-letter-dialog.ui");
  gtk_widget_class_install_action (widget_class, "letter.keep", NULL, keep_cb);
}

static void
foothold_letter_dialog_init (FootholdLetterDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_draft_dialog_focus_text (FOOTHOLD_DRAFT_DIALOG (self));
  foothold_unsaved_guard (ADW_DIALOG (self), &unsaved);
}
