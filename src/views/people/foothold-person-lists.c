// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-lists.h"

#include "model/foothold-format.h"
#include "rules/foothold-lists.h"
#include "views/board/foothold-check-row.h"
#include "views/people/foothold-lines.h"
#include "views/people/foothold-person-forms.h"
#include "views/people/foothold-person-words.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* The lists are short and made anew; a row holds what it says by reference. */

#define SUBTITLE_LINES 6

/* ---- what opens a form ---- */

typedef struct
{
  FootholdStore *store;
  FootholdRow *row;
  const FootholdRowDialogSpec *form;
  const char *changed, *deleted; /* what is said afterwards */
} Line;

static void
line_free (gpointer data)
{
  Line *self = data;

  g_object_unref (self->store);
  foothold_row_unref (self->row);
  g_free (self);
}

/* The row is made anew by what the form does; the list speaks. */
static void
saved_cb (GtkWidget *list, gint64 id, gboolean added, AdwDialog *dialog)
{
  const Line *line = g_object_get_data (G_OBJECT (dialog), "line");

  foothold_toast (list, line->changed, TRUE);
}

static void
deleted_cb (GtkWidget *list, AdwDialog *dialog)
{
  const Line *line = g_object_get_data (G_OBJECT (dialog), "line");

  foothold_toast (list, line->deleted, TRUE);
}

static void
line_activated_cb (GtkWidget *row)
{
  Line *line = g_object_get_data (G_OBJECT (row), "line");
  GtkWidget *list = gtk_widget_get_parent (row);
  AdwDialog *dialog;
  Line *copy;

  dialog = foothold_row_dialog_new (line->store, line->form, line->row);
  copy = g_memdup2 (line, sizeof *line);
  g_object_ref (copy->store);
  foothold_row_ref (copy->row);
  g_object_set_data_full (G_OBJECT (dialog), "line", copy, line_free);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), list, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, list);
}

static void
append_line (GtkListBox *list, const char *title, const char *subtitle, const Line *line)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);
  Line *copy = g_memdup2 (line, sizeof *line);

  g_object_ref (copy->store);
  foothold_row_ref (copy->row);
  g_object_set_data_full (G_OBJECT (row), "line", copy, line_free);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), SUBTITLE_LINES);
  if (!foothold_store_get_read_only (line->store))
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (line_activated_cb), NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
    }
  gtk_list_box_append (list, row);
}

/* ---- further contacts ---- */

static void
append_contact (GtkListBox *list, FootholdStore *store, FootholdPersonContactRow *contact)
{
  g_autoptr (GString) subtitle = g_string_new (foothold_list_name (&foothold_person_contact_kinds, contact->kind));

  foothold_people_append_part (subtitle, contact->label);
  append_line (list, contact->value, subtitle->str,
               &(Line) { store, &contact->row, &foothold_contact_form, _ ("Contact changed"), _ ("Contact deleted") });
}

void
foothold_person_lists_show_contacts (GtkListBox *list,
                                     guint n_fixed,
                                     FootholdStore *store,
                                     FootholdPersonDossier *dossier)
{
  FootholdRowsState *state = foothold_rows_state_take (GTK_WIDGET (list));

  foothold_lines_clear (list, n_fixed);
  for (guint i = 0; i < dossier->contacts->len; i++)
    append_contact (list, store, g_ptr_array_index (dossier->contacts, i));
  foothold_lines_add_button (list, _ ("Add C_ontact…"), "person.add-contact");
  foothold_rows_state_give (state, GTK_WIDGET (list));
}

/* ---- conversations ---- */

static void
append_conversation (GtkListBox *list, FootholdStore *store, FootholdConversationRow *conversation)
{
  g_autofree char *day = foothold_format_date_full (conversation->held_on);
  g_autoptr (GString) title = g_string_new (day);
  g_autoptr (GString) subtitle = g_string_new (conversation->text);

  foothold_people_append_part (title, foothold_list_name (&foothold_conversation_channels, conversation->channel));
  if (conversation->title != NULL)
    {
      if (subtitle->len > 0)
        g_string_append_c (subtitle, '\n');
      /* Translators: what a conversation was about; %s is the title of an opportunity */
      g_string_append_printf (subtitle, _ ("About “%s”"), conversation->title);
    }
  append_line (list, title->str, subtitle->str,
               &(Line) { store, &conversation->row, &foothold_conversation_form, _ ("Conversation changed"),
                         _ ("Conversation deleted") });
}

void
foothold_person_lists_show_conversations (GtkListBox *list, FootholdStore *store, FootholdPersonDossier *dossier)
{
  FootholdRowsState *state = foothold_rows_state_take (GTK_WIDGET (list));

  foothold_lines_clear (list, 0);
  for (guint i = 0; i < dossier->conversations->len; i++)
    append_conversation (list, store, g_ptr_array_index (dossier->conversations, i));
  if (dossier->conversations->len == 0)
    gtk_list_box_append (list, foothold_action_row_new (_ ("No conversation yet"),
                                                        _ ("What you talked about, when and how stands here; the "
                                                           "latest one is your last contact.")));
  foothold_rows_state_give (state, GTK_WIDGET (list));
}

/* ---- what they have to do with ---- */

void
foothold_person_lists_show_ties (GtkListBox *list, FootholdPersonDossier *dossier)
{
  FootholdRowsState *state = foothold_rows_state_take (GTK_WIDGET (list));

  foothold_lines_clear (list, 0);
  for (guint i = 0; i < dossier->ties->len; i++)
    gtk_list_box_append (list, foothold_lines_tie_new (g_ptr_array_index (dossier->ties, i), _ ("Supervisor")));
  foothold_rows_state_give (state, GTK_WIDGET (list));
}
