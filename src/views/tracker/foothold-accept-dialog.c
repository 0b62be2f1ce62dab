// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-accept-dialog.h"

#include "model/foothold-format.h"
#include "store/foothold-accept.h"
#include "store/foothold-application-store.h"
#include "views/board/foothold-load-words.h"
#include "views/board/foothold-questions-dialog.h"
#include "widgets/foothold-default-key.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What the question holds while it is open. */
typedef struct
{
  GtkWidget *overlay; /* speaks afterwards */
  FootholdStore *store;
  gint64 application;
  AdwAlertDialog *dialog;
  GtkEditable *reason; /* NULL where none is needed */
  FootholdAppraisal *appraisal; /* what to ask comes from; NULL once it was handed on */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->overlay);
  g_object_unref (self->store);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  g_free (self);
}

static void
answered (AdwAlertDialog *dialog, const char *response, Question *self)
{
  if (g_str_equal (response, "ask"))
    adw_dialog_present (foothold_questions_dialog_new (g_steal_pointer (&self->appraisal)), self->overlay);
  if (!g_str_equal (response, "accept"))
    return;
  foothold_application_accept_async (self->store, self->application,
                                     self->reason != NULL ? gtk_editable_get_text (self->reason) : NULL, NULL,
                                     foothold_saying_cb,
                                     foothold_saying_new (self->overlay, g_strdup (_ ("Offer accepted; the engagement "
                                                                                      "has begun"))));
}

/* Without a reason there is nothing to accept with. */
static void
reason_changed (Question *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  adw_alert_dialog_set_response_enabled (self->dialog, "accept", *text != '\0');
}

static GtkWidget *
list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

static void
add_line (GtkWidget *list, const char *title, const char *value)
{
  GtkWidget *row = foothold_action_row_new (title, value);

  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* What the week would be like, with all else that is agreed. */
static void
add_load (GtkWidget *list, const FootholdAppraisal *appraisal)
{
  const char *missing;
  g_autofree char *amount = NULL;
  g_autofree char *words = foothold_load_words (appraisal, &amount, &missing);
  g_autofree char *value = amount != NULL ? g_strdup_printf ("%s\n%s", amount, words) : g_strdup (words);

  add_line (list, _ ("Your week, if you accept"), value);
}

/* The payment facts that do not gate it but are missing too: they remind. */
static void
add_reminder (GtkWidget *list, const FootholdAppraisal *appraisal)
{
  const FootholdPaymentFacts *payment = &appraisal->payment;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < payment->checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (payment->checks, FootholdCheck, i);

      if (!check->item->gate && check->knowledge != FOOTHOLD_FACT_STATED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", check->item->name);
    }
  if (names->len > 0)
    add_line (list, _ ("Not known about the payment either"), names->str);
}

/* What will be the engagement's. */
static GtkWidget *
agreed_new (const FootholdOffer *offer)
{
  const FootholdOpportunityRow *row = offer->dossier->opportunity;
  GtkWidget *list = list_new (_ ("What Is Agreed"));
  g_autofree char *pay = foothold_format_pay (row);
  g_autofree char *start = row->start_on != NULL ? foothold_format_day (row->start_on) : NULL;
  g_autofree char *end = row->end_on != NULL ? foothold_format_day (row->end_on) : NULL;
  g_autoptr (GString) deliverables = g_string_new (NULL);

  for (guint i = 0; i < offer->dossier->deliverables->len; i++)
    g_string_append_printf (deliverables, "%s%s", i > 0 ? "\n" : "",
                            ((FootholdDeliverableRow *) g_ptr_array_index (offer->dossier->deliverables, i))->title);
  add_line (list, _ ("Fee"), pay != NULL ? pay : FOOTHOLD_UNKNOWN_TEXT);
  add_line (list, _ ("Starts"), start != NULL ? start : FOOTHOLD_UNKNOWN_TEXT);
  add_line (list, _ ("Ends"), end != NULL ? end : FOOTHOLD_UNKNOWN_TEXT);
  add_line (list, _ ("Deliverables"), deliverables->len > 0 ? deliverables->str : FOOTHOLD_UNKNOWN_TEXT);
  add_load (list, offer->appraisal);
  add_reminder (list, offer->appraisal);
  return list;
}

/* The payment facts that gate it and are missing, each with what to ask. */
static GtkWidget *
missing_new (const FootholdOffer *offer)
{
  const FootholdPaymentFacts *payment = &offer->appraisal->payment;
  GtkWidget *list = list_new (_ ("Still Unknown"));

  for (guint i = 0; i < payment->checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (payment->checks, FootholdCheck, i);

      if (check->item->gate && check->knowledge != FOOTHOLD_FACT_STATED)
        gtk_list_box_append (GTK_LIST_BOX (list), foothold_action_row_new (check->item->name, check->item->question));
    }
  return list;
}

static GtkWidget *
reason_new (Question *question)
{
  GtkWidget *list = list_new (_ ("Reason"));
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Why you accept anyway"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  foothold_default_key_add (entry);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  question->reason = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (reason_changed), question);
  return list;
}

static void
present (Question *question, FootholdOffer *offer)
{
  const FootholdApplicationRow *row = (const FootholdApplicationRow *) offer->application;
  g_autofree char *title = foothold_text_visible (row->title, FALSE);
  g_autofree char *body = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Accept the Offer?"), NULL);

  question->dialog = ADW_ALERT_DIALOG (dialog);
  body =
    offer->missing == 0
      ? g_strdup_printf (_ ("“%s” becomes an engagement."), title)
      : g_strdup_printf (_ ("“%s” becomes an engagement. Not all is known about the payment: ask first, or say why "
                            "you accept without."),
                         title);
  adw_alert_dialog_set_body (question->dialog, body);
  /* what keeps it from being accepted stands first: the keys are in the reason, which must not scroll the rest away */
  if (offer->missing != 0)
    {
      gtk_box_append (GTK_BOX (box), missing_new (offer));
      gtk_box_append (GTK_BOX (box), reason_new (question));
    }
  gtk_box_append (GTK_BOX (box), agreed_new (offer));
  adw_alert_dialog_set_extra_child (question->dialog, box);
  /* there is much to read, and three ways to answer stand beside each other */
  adw_alert_dialog_set_prefer_wide_layout (question->dialog, TRUE);
  adw_alert_dialog_add_response (question->dialog, "cancel", _ ("_Cancel"));
  if (offer->missing != 0)
    adw_alert_dialog_add_response (question->dialog, "ask", _ ("Ask the _Host…"));
  adw_alert_dialog_add_response (question->dialog, "accept", _ ("_Accept"));
  question->appraisal = g_steal_pointer (&offer->appraisal);
  adw_alert_dialog_set_response_appearance (question->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (question->dialog, "accept", offer->missing == 0);
  adw_alert_dialog_set_default_response (question->dialog, "accept");
  adw_alert_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), question, question_free, G_CONNECT_DEFAULT);
  if (question->reason != NULL)
    adw_dialog_set_focus (dialog, GTK_WIDGET (question->reason));
  adw_dialog_present (dialog, question->overlay);
}

static void
loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdOffer) offer = foothold_offer_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (offer != NULL)
    {
      present (question, offer);
      return;
    }

  foothold_toast_error (question->overlay, error);
  question_free (question, NULL);
}

void
foothold_accept_dialog_present (GtkWidget *parent, FootholdStore *store, gint64 application)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  Question *question = g_new0 (Question, 1);

  /* a card may show something else by the time it is answered: the window's overlay does not */
  question->overlay = g_object_ref (overlay != NULL ? overlay : parent);
  question->store = g_object_ref (store);
  question->application = application;
  foothold_offer_load_async (store, application, NULL, loaded, question);
}
