// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-questions-dialog.h"

#include "store/foothold-rows.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-mail.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdQuestionsDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkListBox *list;
  GtkTextView *mail;
  GtkWidget *buttons;

  FootholdAppraisal *appraisal;
  char *subject;
  char *written; /* by us: a text that differs is the person's */
};

G_DEFINE_FINAL_TYPE (FootholdQuestionsDialog, foothold_questions_dialog, ADW_TYPE_DIALOG)

/* The text follows the ticks as long as it is ours. */
static void
write_mail (FootholdQuestionsDialog *self)
{
  const FootholdOpportunityRow *row = self->appraisal->given->opportunity;
  const FootholdProfileRow *profile = (const FootholdProfileRow *) self->appraisal->profile;
  FootholdQuestionMail mail = { NULL };
  const gboolean any =
    foothold_question_mail_write (&mail, self->appraisal->mail_words, self->appraisal->questions, row->title,
                                  row->supervisor, profile != NULL ? profile->name : NULL);

  g_set_str (&self->subject, any ? mail.subject : NULL);
  g_set_str (&self->written, any ? mail.body : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->mail), self->written, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.copy", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.mail", any);
  if (any)
    foothold_question_mail_clear (&mail);
}

/* To what the person wrote a question is added at the end; nothing is taken out of it. */
static void
add_to_own_mail (FootholdQuestionsDialog *self, const char *question)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->mail);
  g_autofree char *line = g_strdup_printf ("\n%s\n", question);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, line, -1);
}

static void
ticked_cb (GtkCheckButton *check, GParamSpec *pspec, FootholdQuestionsDialog *self)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "question"));
  FootholdQuestion *question = &g_array_index (self->appraisal->questions, FootholdQuestion, i);
  g_autofree char *body = foothold_text_view_dup_text (self->mail);

  question->asked = gtk_check_button_get_active (check);
  if (g_strcmp0 (body, self->written) == 0)
    write_mail (self);
  else if (question->asked)
    add_to_own_mail (self, question->item->question);
}

static void
add_question (FootholdQuestionsDialog *self, guint i)
{
  const FootholdQuestion *question = &g_array_index (self->appraisal->questions, FootholdQuestion, i);
  GtkWidget *row = foothold_action_row_new (question->item->question, question->item->name);
  GtkWidget *check = gtk_check_button_new ();

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), question->asked);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, question->item->question, -1);
  g_object_set_data (G_OBJECT (check), "question", GUINT_TO_POINTER (i));
  g_signal_connect_object (check, "notify::active", G_CALLBACK (ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

static void
say (FootholdQuestionsDialog *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toast_overlay, foothold_toast_new (text));
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdQuestionsDialog *self = FOOTHOLD_QUESTIONS_DIALOG (widget);
  g_autofree char *body = foothold_text_view_dup_text (self->mail);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), body);
  say (self, _ ("Mail copied"));
}

static void
opened_cb (GtkWidget *from, FootholdMailOutcome outcome, gpointer user_data)
{
  if (outcome == FOOTHOLD_MAIL_COPIED)
    say (FOOTHOLD_QUESTIONS_DIALOG (from), _ ("No mail program opened, so the mail was copied"));
}

static void
mail_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdQuestionsDialog *self = FOOTHOLD_QUESTIONS_DIALOG (widget);
  g_autofree char *body = foothold_text_view_dup_text (self->mail);

  if (!foothold_mail_open (widget, NULL, self->subject, body, opened_cb, NULL))
    say (self, _ ("The mail is long, so its text was copied: paste it there"));
}

AdwDialog *
foothold_questions_dialog_new (FootholdAppraisal *appraisal)
{
  FootholdQuestionsDialog *self = g_object_new (FOOTHOLD_TYPE_QUESTIONS_DIALOG, NULL);

  self->appraisal = appraisal;
  for (guint i = 0; i < appraisal->questions->len; i++)
    add_question (self, i);
  gtk_stack_set_visible_child_name (self->stack, appraisal->questions->len > 0 ? "questions" : "nothing");
  gtk_widget_set_visible (self->buttons, appraisal->questions->len > 0);
  write_mail (self);
  return ADW_DIALOG (self);
}

static void
foothold_questions_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_QUESTIONS_DIALOG);
  G_OBJECT_CLASS (foothold_questions_dialog_parent_class)->dispose (object);
}

static void
foothold_questions_dialog_finalize (GObject *object)
{
  FootholdQuestionsDialog *self = FOOTHOLD_QUESTIONS_DIALOG (object);

  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  g_free (self->subject);
  g_free (self->written);
  G_OBJECT_CLASS (foothold_questions_dialog_parent_class)->finalize (object);
}

static void
foothold_questions_dialog_class_init (FootholdQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "worth");
  G_OBJECT_CLASS (klass)->dispose = foothold_questions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_questions_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, mail);
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, buttons);
  gtk_widget_class_install_action (widget_class, "questions.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "questions.mail", NULL, mail_cb);
}

static void
foothold_questions_dialog_init (FootholdQuestionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
}
