// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-adding.h"

#include "rules/foothold-rhythm.h"
#include "store/foothold-checklist-template.h"
#include "store/foothold-id.h"
#include "store/foothold-interview-store.h"
#include "views/board/foothold-name-dialog.h"
#include "views/tracker/foothold-application-forms.h"
#include "views/tracker/foothold-interview-people.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* Most is asked for by a form or in one line; what is added is one entry of undo. */

static void
saved_cb (GtkWidget *list)
{
  foothold_toast (list, _ ("Saved"), TRUE);
}

static void
deleted_cb (GtkWidget *list)
{
  foothold_toast (list, _ ("Deleted"), TRUE);
}

static AdwDialog *
present (GtkWidget *from, FootholdStore *store, const FootholdRowDialogSpec *form, gpointer row)
{
  AdwDialog *dialog = foothold_row_dialog_new (store, form, row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), from, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), from, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, from);
  return dialog;
}

void
foothold_application_present_form (GtkWidget *from,
                                   FootholdStore *store,
                                   const FootholdRowDialogSpec *form,
                                   gpointer row)
{
  present (from, store, form, row);
}

static void
save_interview (FootholdStore *store,
                const char *label,
                gpointer before,
                gpointer after,
                GAsyncReadyCallback callback,
                gpointer callback_data,
                gpointer extra)
{
  g_autoptr (GPtrArray) people = foothold_interview_people_dup (extra);

  foothold_interview_save_async (store, label, before, after, people, NULL, callback, callback_data);
}

void
foothold_application_present_interview (GtkWidget *from,
                                        FootholdStore *store,
                                        FootholdInterviewRow *interview,
                                        GPtrArray *people)
{
  AdwDialog *dialog = present (from, store, &foothold_interview_form, interview);

  foothold_row_dialog_set_extra (FOOTHOLD_ROW_DIALOG (dialog), foothold_interview_people_new (people), save_interview);
}

char *
foothold_application_today (void)
{
  char text[16] = "";
  GDate day;

  if (foothold_rhythm_day_of_instant (foothold_now_ms (), NULL, &day))
    g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

/* What is asked for in one line goes to the store with the id of the application. */
typedef struct
{
  FootholdStore *store;
  gint64 id, position;
  const char *role; /* of a file; NULL: its name says */
} Addition;

static void
addition_free (gpointer data)
{
  Addition *self = data;

  g_object_unref (self->store);
  g_free (self);
}

static void
item_named (const char *name, gpointer user_data)
{
  const Addition *self = g_object_get_data (user_data, "addition");
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_checklist_item_row_type);
  FootholdChecklistItemRow *item = (gpointer) made;

  item->application = self->id;
  item->position = self->position;
  g_set_str (&item->text, name);
  foothold_store_save_row_async (self->store, _ ("Add Checklist Item"), NULL, made, NULL, foothold_saying_cb,
                                 foothold_saying_new (GTK_WIDGET (user_data), NULL));
}

static void
person_named (const char *name, gpointer user_data)
{
  const Addition *self = g_object_get_data (user_data, "addition");

  foothold_application_link_person_async (self->store, self->id, name, NULL, foothold_saying_cb,
                                          foothold_saying_new (GTK_WIDGET (user_data), g_strdup (_ ("Person added"))));
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  const Addition *self = g_object_get_data (G_OBJECT (from), "addition");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;
  const char *role = "sample";

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        foothold_toast_error (from, error);
      return;
    }
  /* most people's files say what they are */
  if (self->role != NULL)
    role = self->role;
  else if (strstr (folded, "resume") != NULL || strstr (folded, "résumé") != NULL || strstr (folded, "cv") != NULL
           || strstr (folded, "lebenslauf") != NULL)
    role = "resume";
  else if (strstr (folded, "letter") != NULL || strstr (folded, "anschreiben") != NULL)
    role = "letter";
  foothold_application_attach_async (self->store, self->id, file, role, NULL, foothold_saying_cb,
                                     foothold_saying_new (from, g_strdup (_ ("File added"))));
}

static void
choose_file (GtkWidget *from)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add a File That Was Sent"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, file_chosen, g_object_ref (from));
}

static void
add_by_form (GtkWidget *from, FootholdStore *store, FootholdApplicationDossier *dossier, const char *action)
{
  const gint64 id = dossier->application->row.id;

  if (g_str_equal (action, "add.question"))
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_application_answer_row_type);

      ((FootholdApplicationAnswerRow *) made)->application = id;
      ((FootholdApplicationAnswerRow *) made)->position = dossier->answers->len;
      foothold_application_present_form (from, store, &foothold_application_answer_form, made);
    }
  else if (g_str_equal (action, "add.interview"))
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_interview_row_type);

      ((FootholdInterviewRow *) made)->application = id;
      foothold_application_present_interview (from, store, (FootholdInterviewRow *) made, NULL);
    }
  else
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_follow_up_row_type);

      ((FootholdFollowUpRow *) made)->application = id;
      ((FootholdFollowUpRow *) made)->sent_on = foothold_application_today ();
      foothold_application_present_form (from, store, &foothold_follow_up_form, made);
    }
}

void
foothold_application_add (GtkWidget *from,
                          FootholdStore *store,
                          FootholdApplicationDossier *dossier,
                          const char *action)
{
  Addition *addition = g_new0 (Addition, 1);
  const guint n = dossier->checklist->len;

  addition->store = g_object_ref (store);
  addition->id = dossier->application->row.id;
  addition->position =
    n > 0 ? ((FootholdChecklistItemRow *) g_ptr_array_index (dossier->checklist, n - 1))->position + 1 : 0;
  addition->role = g_str_equal (action, "add.resume") ? "resume" : NULL;
  g_object_set_data_full (G_OBJECT (from), "addition", addition, addition_free);

  if (g_str_equal (action, "add.item"))
    foothold_name_dialog_ask (from, _ ("Add Checklist Item"), _ ("_Add"), "", item_named, from);
  else if (g_str_equal (action, "add.person"))
    foothold_name_dialog_ask (from, _ ("Add Person"), _ ("_Add"), "", person_named, from);
  else if (g_str_equal (action, "add.file") || g_str_equal (action, "add.resume"))
    choose_file (from);
  else if (g_str_equal (action, "add.template"))
    foothold_checklist_template_keep_async (store, addition->id, NULL, foothold_saying_cb,
                                            foothold_saying_new (from, g_strdup (_ ("New applications begin with this "
                                                                                    "checklist"))));
  else
    add_by_form (from, store, dossier, action);
}
