// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-questions-dialog.h"

#include "store/foothold-rows.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdQuestionsDialog
{
  FootholdDraftDialog parent_instance;

  GtkListBox *list;

  FootholdAppraisal *appraisal;
  char *subject;
};

G_DEFINE_FINAL_TYPE (FootholdQuestionsDialog, foothold_questions_dialog, FOOTHOLD_TYPE_DRAFT_DIALOG)

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
  foothold_draft_dialog_show (FOOTHOLD_DRAFT_DIALOG (self), any ? mail.body : "");
  if (any)
    foothold_question_mail_clear (&mail);
}

/* To what the person wrote a question is added at the end; nothing is taken out of it. */
static void
add_to_own_mail (FootholdQuestionsDialog *self, const char *question)
{
  g_autofree char *line = g_strdup_printf ("\n%s\n", question);

  foothold_draft_dialog_append (FOOTHOLD_DRAFT_DIALOG (self), line);
}

static void
ticked_cb (GtkCheckButton *check, GParamSpec *pspec, FootholdQuestionsDialog *self)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "question"));
  FootholdQuestion *question = &g_array_index (self->appraisal->questions, FootholdQuestion, i);

  question->asked = gtk_check_button_get_active (check);
  if (!foothold_draft_dialog_is_changed (FOOTHOLD_DRAFT_DIALOG (self)))
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
foothold_questions_dialog_address (FootholdDraftDialog *draft, char **to, char **subject)
{
  *subject = g_strdup (FOOTHOLD_QUESTIONS_DIALOG (draft)->subject);
}

AdwDialog *
foothold_questions_dialog_new (FootholdAppraisal *appraisal)
{
  FootholdQuestionsDialog *self = g_object_new (FOOTHOLD_TYPE_QUESTIONS_DIALOG, NULL);

  self->appraisal = appraisal;
  for (guint i = 0; i < appraisal->questions->len; i++)
    add_question (self, i);
  if (appraisal->questions->len > 0)
    write_mail (self);
  else
    foothold_draft_dialog_show_status (FOOTHOLD_DRAFT_DIALOG (self), "foothold-stated-symbolic",
                                       _ ("Nothing Left to Ask"),
                                       _ ("Every question that the rules have is answered."));
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
  G_OBJECT_CLASS (foothold_questions_dialog_parent_class)->finalize (object);
}

static void
foothold_questions_dialog_class_init (FootholdQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "worth");
  G_OBJECT_CLASS (klass)->dispose = foothold_questions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_questions_dialog_finalize;
  FOOTHOLD_DRAFT_DIALOG_CLASS (klass)->address = foothold_questions_dialog_address;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdQuestionsDialog, list);
}

static void
foothold_questions_dialog_init (FootholdQuestionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
