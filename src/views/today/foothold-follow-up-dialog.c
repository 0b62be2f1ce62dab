// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-today"

#include "foothold-follow-up-dialog.h"

#include "model/foothold-format.h"
#include "rules/foothold-follow-up.h"
#include "store/foothold-application-store.h"
#include "store/foothold-follow-up-store.h"
#include "views/today/foothold-today-words.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

struct _FootholdFollowUpDialog
{
  FootholdDraftDialog parent_instance;

  GtkListBox *head;

  FootholdWrappedEntry *to;
  FootholdWrappedEntry *subject;
  GtkWidget *from;
  FootholdStore *store;
  gint64 application;
  GCancellable *cancellable;
  gboolean had_draft;
  gboolean sent;
};

G_DEFINE_FINAL_TYPE (FootholdFollowUpDialog, foothold_follow_up_dialog, FOOTHOLD_TYPE_DRAFT_DIALOG)

/* ---- what it is written from ---- */

static char *
format_day (const char *iso)
{
  return iso != NULL ? foothold_format_day (iso) : NULL;
}

static void
fill (FootholdFollowUpDialog *self, const FootholdFollowUp *follow_up)
{
  g_autofree char *sent_on = format_day (follow_up->sent_on);
  g_autofree char *interviewed_on = format_day (follow_up->interviewed_on);
  g_autofree char *asked_on = format_day (follow_up->asked_on);
  const FootholdFollowUpFacts facts = {
    .title = follow_up->title,
    .organisation = follow_up->organisation,
    .contact = follow_up->contact,
    .sender = follow_up->sender,
    .sent_on = sent_on,
    .interviewed_on = interviewed_on,
    .asked_on = asked_on,
  };
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  foothold_follow_up_write (&facts, &subject, &body);
  self->had_draft = follow_up->draft != NULL;
  foothold_wrapped_entry_set_text (self->to, follow_up->mail != NULL ? follow_up->mail : "");
  foothold_wrapped_entry_set_text (self->subject, subject);
  foothold_draft_dialog_show (FOOTHOLD_DRAFT_DIALOG (self), self->had_draft ? follow_up->draft : body);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.sent", !foothold_store_get_read_only (self->store));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdFollowUpDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdFollowUp) follow_up = foothold_follow_up_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (follow_up != NULL)
    fill (self, follow_up);
  else
    foothold_draft_dialog_fail (FOOTHOLD_DRAFT_DIALOG (self),
                                error != NULL ? error->message : _ ("This application is not there any more."));
}

/* ---- what is done with it ---- */

static void
sent_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdFollowUpDialog *self = FOOTHOLD_FOLLOW_UP_DIALOG (widget);
  g_autofree char *text = foothold_draft_dialog_dup_text (FOOTHOLD_DRAFT_DIALOG (self));
  g_autofree char *today = foothold_today_iso (NULL, 0);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->sent)
    return;

  self->sent = TRUE;
  g_array_append_val (ids, self->application);
  foothold_applications_follow_up_async (self->store, ids, today, text, NULL, foothold_saying_cb,
                                         foothold_saying_new (self->from, g_strdup (_ ("Follow-up sent today"))));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
answered_cb (FootholdFollowUpDialog *self, const char *response)
{
  if (g_str_equal (response, "sent"))
    gtk_widget_activate_action (GTK_WIDGET (self), "follow-up.sent", NULL);
}

/* Whether it went is known to the person alone. */
static void
foothold_follow_up_dialog_mail_opened (FootholdDraftDialog *self)
{
  AdwAlertDialog *alert;

  if (foothold_store_get_read_only (FOOTHOLD_FOLLOW_UP_DIALOG (self)->store))
    return;

  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Did You Send It?"),
                                                  _ ("Foothold cannot see what your mail program does.")));

  adw_alert_dialog_add_responses (alert, "later", _ ("_Not Yet"), "sent", _ ("_Mark as Sent"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "sent", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "sent");
  adw_alert_dialog_set_close_response (alert, "later");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}

static void
foothold_follow_up_dialog_address (FootholdDraftDialog *draft, char **to, char **subject)
{
  FootholdFollowUpDialog *self = FOOTHOLD_FOLLOW_UP_DIALOG (draft);
  g_autofree char *address = g_strstrip (foothold_wrapped_entry_dup_text (self->to));

  *to = *address != '\0' ? g_steal_pointer (&address) : NULL;
  *subject = foothold_wrapped_entry_dup_text (self->subject);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* whoever watches over the data as a whole hears of it */
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (error != NULL)
    g_debug ("the draft is not kept: %s", error->message);
}

static void
closed_cb (FootholdFollowUpDialog *self)
{
  g_autofree char *text = foothold_draft_dialog_dup_text (FOOTHOLD_DRAFT_DIALOG (self));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (self->sent || !foothold_draft_dialog_is_changed (FOOTHOLD_DRAFT_DIALOG (self))
      || foothold_store_get_read_only (self->store) || (*stripped == '\0' && !self->had_draft))
    return;
  foothold_follow_up_keep_async (self->store, self->application, *stripped != '\0' ? text : NULL, NULL, kept_cb, NULL);
}

/* Before the text takes it for a line's end. */
static gboolean
key_cb (FootholdFollowUpDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "follow-up.sent", NULL);
  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

AdwDialog *
foothold_follow_up_dialog_new (GtkWidget *from, FootholdStore *store, gint64 application)
{
  FootholdFollowUpDialog *self = g_object_new (FOOTHOLD_TYPE_FOLLOW_UP_DIALOG, NULL);
  g_autofree char *today = foothold_today_iso (NULL, 0);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->application = application;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.sent", FALSE);
  foothold_follow_up_load_async (store, application, today, self->cancellable, loaded_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

static void
foothold_follow_up_dialog_dispose (GObject *object)
{
  FootholdFollowUpDialog *self = FOOTHOLD_FOLLOW_UP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_FOLLOW_UP_DIALOG);
  g_clear_object (&self->from);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_follow_up_dialog_parent_class)->dispose (object);
}

static void
foothold_follow_up_dialog_class_init (FootholdFollowUpDialogClass *klass)
{
  FootholdDraftDialogClass *draft_class = FOOTHOLD_DRAFT_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "today");
  G_OBJECT_CLASS (klass)->dispose = foothold_follow_up_dialog_dispose;
  draft_class->address = foothold_follow_up_dialog_address;
  draft_class->mail_opened = foothold_follow_up_dialog_mail_opened;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-follow-up-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdFollowUpDialog, head);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.sent", NULL, sent_cb);
}

static void
foothold_follow_up_dialog_init (FootholdFollowUpDialog *self)
{
  GtkWidget *to, *subject;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_append (self->head, foothold_wrapped_row_new (_ ("To"), &to));
  gtk_list_box_append (self->head, foothold_wrapped_row_new (_ ("Subject"), &subject));
  self->to = FOOTHOLD_WRAPPED_ENTRY (to);
  self->subject = FOOTHOLD_WRAPPED_ENTRY (subject);
  foothold_draft_dialog_focus_text (FOOTHOLD_DRAFT_DIALOG (self));
}
