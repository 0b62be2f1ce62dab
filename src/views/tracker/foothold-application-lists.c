// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-lists.h"

#include "model/foothold-format.h"
#include "rules/foothold-application-states.h"
#include "views/board/foothold-attachment-opener.h"
#include "views/board/foothold-check-row.h"
#include "views/tracker/foothold-application-adding.h"
#include "views/tracker/foothold-application-forms.h"
#include "views/tracker/foothold-preparing-words.h"
#include "views/tracker/foothold-tailoring-dialog.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* The lists are short and made anew; a row holds what it says by reference. */

#define SUBTITLE_LINES 6

/* What a row of a list is about. */
typedef struct
{
  FootholdStore *store;
  FootholdRow *row;
  const FootholdRowDialogSpec *form; /* or NULL */
} Line;

static void
line_free (gpointer data)
{
  Line *self = data;

  g_object_unref (self->store);
  foothold_row_unref (self->row);
  g_free (self);
}

static const Line *
get_line (gpointer object)
{
  return g_object_get_data (G_OBJECT (object), "line");
}

static void
set_line (gpointer object, FootholdStore *store, gpointer row, const FootholdRowDialogSpec *form)
{
  Line *line = g_new0 (Line, 1);

  *line = (Line) { g_object_ref (store), foothold_row_ref (row), form };
  g_object_set_data_full (G_OBJECT (object), "line", line, line_free);
}

static void
clear_from (GtkListBox *list, guint first)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) first)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append_button (GtkListBox *list, const char *title, const char *icon_name, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon_name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (list, row);
}

static GtkWidget *
add_icon_button (GtkWidget *row, const char *icon_name, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", callback, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* What changes something cannot be used where nothing can be written. */
static void
set_writes (GtkWidget *widget, FootholdStore *store)
{
  gtk_widget_set_sensitive (widget, !foothold_store_get_read_only (store));
}

/* ---- what opens a form ---- */

static void
line_activated_cb (GtkWidget *row)
{
  const Line *line = get_line (row);

  if (line->row->type == &foothold_interview_row_type)
    foothold_application_present_interview (gtk_widget_get_parent (row), line->store,
                                            (FootholdInterviewRow *) line->row,
                                            g_object_get_data (G_OBJECT (row), "people"));
  else
    foothold_application_present_form (gtk_widget_get_parent (row), line->store, line->form, line->row);
}

static GtkWidget *
append_line (GtkListBox *list,
             FootholdStore *store,
             const char *title,
             const char *subtitle,
             gpointer stored,
             const FootholdRowDialogSpec *form)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);

  set_line (row, store, stored, form);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), SUBTITLE_LINES);
  if (!foothold_store_get_read_only (store))
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (line_activated_cb), NULL);
    }
  gtk_list_box_append (list, row);
  return row;
}

static void
append_part (GString *parts, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, " · ");
  g_string_append (parts, part);
}

/* ---- the checklist ---- */

static void
item_toggled_cb (GtkCheckButton *check)
{
  const Line *line = get_line (check);
  g_autoptr (FootholdRow) after = foothold_row_copy (line->row);
  FootholdChecklistItemRow *item = (gpointer) after;
  g_autofree char *day = foothold_application_today ();

  if (gtk_check_button_get_active (check) == (item->done_on != NULL))
    return;
  g_set_str (&item->done_on, gtk_check_button_get_active (check) ? day : NULL);
  foothold_store_save_row_async (line->store,
                                 item->done_on != NULL ? _ ("Tick Checklist Item") : _ ("Untick Checklist Item"),
                                 line->row, after, NULL, foothold_saying_cb,
                                 foothold_saying_new (GTK_WIDGET (check), NULL));
}

static void
item_removed_cb (GtkButton *button)
{
  const Line *line = get_line (button);

  foothold_store_delete_row_async (line->store, _ ("Remove Checklist Item"), line->row, NULL, foothold_saying_cb,
                                   foothold_saying_new (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                                                 ADW_TYPE_TOAST_OVERLAY),
                                                        g_strdup (_ ("Checklist item removed"))));
}

static void
append_item (GtkListBox *list, FootholdStore *store, FootholdChecklistItemRow *item)
{
  g_autofree char *done = item->done_on != NULL ? foothold_format_date (item->done_on, NULL) : NULL;
  GtkWidget *row = foothold_action_row_new (item->text, done);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *remove;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->done_on != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text, -1);
  set_line (check, store, item, NULL);
  set_writes (check, store);
  g_signal_connect (check, "toggled", G_CALLBACK (item_toggled_cb), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  remove = add_icon_button (row, "edit-delete-symbolic", _ ("Remove"), G_CALLBACK (item_removed_cb));
  set_line (remove, store, item, NULL);
  set_writes (remove, store);
  gtk_list_box_append (list, row);
}

static void
show_checklist (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->checklist->len; i++)
    append_item (list, store, g_ptr_array_index (dossier->checklist, i));
  append_button (list, _ ("Add I_tem…"), "list-add-symbolic", "add.item");
  if (dossier->checklist->len > 0)
    append_button (list, _ ("Use for _New Applications"), "foothold-duplicate-symbolic", "add.template");
}

/* ---- tailoring ---- */

static void
show_tailoring (GtkListBox *list, FootholdApplicationDossier *dossier)
{
  g_autoptr (GString) gaps = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  guint n_shown = 0;
  GtkWidget *row;

  for (guint i = 0; i < dossier->skills->len; i++)
    {
      const FootholdSkillRow *skill = g_ptr_array_index (dossier->skills, i);

      if (foothold_tailoring_is_gap (skill))
        g_string_append_printf (gaps, "%s%s", gaps->len > 0 ? ", " : "", skill->name);
      else
        n_shown++;
    }
  /* Translators: of how many skills that are asked for something shows that one has them */
  title = g_strdup_printf (ngettext ("%1$u of %2$u asked skill shown", "%1$u of %2$u asked skills shown",
                                     dossier->skills->len),
                           n_shown, dossier->skills->len);
  if (gaps->len > 0)
    /* Translators: names of skills */
    subtitle = g_strdup_printf (_ ("Nothing shows yet: %s"), gaps->str);
  else
    subtitle = g_strdup (_ ("What you tick becomes the draft of a letter."));
  row = dossier->skills->len > 0
          ? foothold_action_row_new (title, subtitle)
          : foothold_action_row_new (_ ("No skills asked for"), _ ("The posting names none so far."));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "application.tailor");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (list, row);
}

/* ---- files ---- */

/* As those of an opportunity are opened and saved. (transfer full) */
static gpointer
as_attachment (const FootholdApplicationFileRow *file)
{
  FootholdAttachmentRow *row = foothold_row_new (&foothold_attachment_row_type);

  g_set_str (&row->name, file->name);
  g_set_str (&row->media_type, file->media_type);
  g_set_str (&row->sha256, file->sha256);
  row->size = file->size;
  row->added_at = file->added_at;
  return row;
}

static void
file_opened_cb (GtkButton *button)
{
  const Line *line = get_line (button);

  foothold_attachment_open (GTK_WIDGET (button), line->store, (const FootholdAttachmentRow *) line->row);
}

static void
file_saved_cb (GtkButton *button)
{
  const Line *line = get_line (button);

  foothold_attachment_save_as (GTK_WIDGET (button), line->store, (const FootholdAttachmentRow *) line->row);
}

static void
file_removed_cb (GtkButton *button)
{
  const Line *line = get_line (button);

  foothold_store_delete_row_async (line->store, _ ("Remove File"), line->row, NULL, foothold_saying_cb,
                                   foothold_saying_new (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                                                 ADW_TYPE_TOAST_OVERLAY),
                                                        g_strdup (_ ("File removed"))));
}

static void
append_file (GtkListBox *list, FootholdStore *store, FootholdApplicationFileRow *file)
{
  g_autofree char *size = g_format_size ((guint64) file->size);
  g_autoptr (GString) subtitle = g_string_new (foothold_list_name (&foothold_application_file_roles, file->role));
  g_autoptr (FootholdRow) attachment = as_attachment (file);
  GtkWidget *row, *remove;

  append_part (subtitle, size);
  row = foothold_action_row_new (file->name, subtitle->str);
  if (foothold_attachment_looks_openable (file->name, file->media_type))
    set_line (add_icon_button (row, "foothold-web-symbolic", _ ("Open a Copy…"), G_CALLBACK (file_opened_cb)), store,
              attachment, NULL);
  set_line (add_icon_button (row, "document-save-symbolic", _ ("Save As…"), G_CALLBACK (file_saved_cb)), store,
            attachment, NULL);
  remove = add_icon_button (row, "edit-delete-symbolic", _ ("Remove"), G_CALLBACK (file_removed_cb));
  set_line (remove, store, file, NULL);
  set_writes (remove, store);
  gtk_list_box_append (list, row);
}

static void
show_files (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->files->len; i++)
    append_file (list, store, g_ptr_array_index (dossier->files, i));
  append_button (list, _ ("Add Fi_le…"), "list-add-symbolic", "add.file");
}

/* ---- questions ---- */

static void
earlier_used_cb (GtkButton *button)
{
  const Line *line = get_line (button);
  g_autoptr (FootholdRow) after = foothold_row_copy (line->row);

  g_set_str (&((FootholdApplicationAnswerRow *) after)->answer, g_object_get_data (G_OBJECT (button), "earlier"));
  foothold_store_save_row_async (line->store, _ ("Use Earlier Answer"), line->row, after, NULL, foothold_saying_cb,
                                 foothold_saying_new (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                                               ADW_TYPE_TOAST_OVERLAY),
                                                      g_strdup (_ ("Earlier answer used"))));
}

static void
show_questions (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->answers->len; i++)
    {
      FootholdApplicationAnswerRow *answer = g_ptr_array_index (dossier->answers, i);
      const char *earlier = g_ptr_array_index (dossier->earlier, i);
      g_autofree char *offered = answer->answer == NULL && earlier != NULL
                                   /* Translators: what one answered to the same question before */
                                   ? g_strdup_printf (_ ("Answered before: %s"), earlier)
                                   : NULL;
      GtkWidget *row = append_line (list, store, answer->question,
                                    answer->answer != NULL ? answer->answer
                                    : offered != NULL      ? offered
                                                           : _ ("Not answered yet"),
                                    answer, &foothold_application_answer_form);
      GtkWidget *use;

      if (offered == NULL)
        continue;
      use =
        add_icon_button (row, "foothold-duplicate-symbolic", _ ("Use Earlier Answer"), G_CALLBACK (earlier_used_cb));
      set_line (use, store, answer, NULL);
      set_writes (use, store);
      g_object_set_data_full (G_OBJECT (use), "earlier", g_strdup (earlier), g_free);
    }
  append_button (list, _ ("Add _Question…"), "list-add-symbolic", "add.question");
}

/* ---- interviews, follow-ups ---- */

static void
show_interviews (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->interviews->len; i++)
    {
      FootholdInterviewRow *interview = g_ptr_array_index (dossier->interviews, i);
      g_autoptr (GPtrArray) people = foothold_application_dossier_get_people (dossier, interview->row.id);
      g_autofree char *when = foothold_preparing_when (interview);
      g_autofree char *where = foothold_preparing_where (interview, people);
      GtkWidget *row = append_line (list, store, when, where, interview, NULL);

      g_object_set_data_full (G_OBJECT (row), "people", g_ptr_array_ref (people), (GDestroyNotify) g_ptr_array_unref);
    }
  append_button (list, _ ("Add _Interview…"), "list-add-symbolic", "add.interview");
  append_button (list, _ ("P_repare Interview…"), "foothold-conversation-symbolic", "application.prepare");
}

static void
show_follow_ups (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->follow_ups->len; i++)
    {
      FootholdFollowUpRow *follow_up = g_ptr_array_index (dossier->follow_ups, i);
      g_autofree char *day =
        follow_up->sent_on != NULL ? foothold_format_date_full (follow_up->sent_on) : g_strdup (_ ("Not sent yet"));

      append_line (list, store, day, follow_up->text, follow_up, &foothold_follow_up_form);
    }
  append_button (list, _ ("Add Follow-_Up…"), "list-add-symbolic", "add.follow-up");
}

/* ---- people ---- */

static void
person_activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.open-person", "x", get_line (row)->row->id);
}

static void
person_removed_cb (GtkButton *button)
{
  const Line *line = get_line (button);

  foothold_store_delete_row_async (line->store, _ ("Remove Person"), line->row, NULL, foothold_saying_cb,
                                   foothold_saying_new (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                                                 ADW_TYPE_TOAST_OVERLAY),
                                                        g_strdup (_ ("Person removed from the application"))));
}

static void
show_people (GtkListBox *list, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  for (guint i = 0; i < dossier->people->len; i++)
    {
      FootholdPersonRow *person = g_ptr_array_index (dossier->people, i);
      g_autoptr (GString) subtitle = g_string_new (person->job_title);
      GtkWidget *row;

      append_part (subtitle, person->organisation);
      append_part (subtitle, person->mail);
      row = foothold_action_row_new (person->name, subtitle->len > 0 ? subtitle->str : NULL);
      set_line (row, store, person, NULL);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (person_activated_cb), NULL);
      for (guint k = 0; k < dossier->links->len; k++)
        {
          FootholdPersonLinkRow *link = g_ptr_array_index (dossier->links, k);
          GtkWidget *remove;

          if (link->person != person->row.id)
            continue;
          remove = add_icon_button (row, "edit-delete-symbolic", _ ("Remove"), G_CALLBACK (person_removed_cb));
          set_line (remove, store, link, NULL);
          set_writes (remove, store);
        }
      gtk_list_box_append (list, row);
    }
  append_button (list, _ ("Add P_erson…"), "list-add-symbolic", "add.person");
}

/* ---- history ---- */

static const char *
actor_words (const char *actor)
{
  if (g_strcmp0 (actor, "import") == 0)
    return _ ("by an import");
  if (g_strcmp0 (actor, "clock") == 0)
    return _ ("by the clock");
  if (g_strcmp0 (actor, "host") == 0)
    return _ ("by the host");
  return NULL;
}

/* The last change first. */
static void
show_history (GtkListBox *list, FootholdApplicationDossier *dossier)
{
  for (guint i = dossier->history->len; i-- > 0;)
    {
      const FootholdApplicationHistoryRow *change = g_ptr_array_index (dossier->history, i);
      g_autofree char *when = foothold_format_instant (change->at, NULL, TRUE);
      g_autoptr (GString) subtitle = g_string_new (when);

      append_part (subtitle, actor_words (change->actor));
      append_part (subtitle, change->reason);
      gtk_list_box_append (list,
                           foothold_action_row_new (foothold_list_name (&foothold_application_states, change->to_state),
                                                    subtitle->str));
    }
}

void
foothold_application_lists_show (GtkListBox *const *lists, FootholdStore *store, FootholdApplicationDossier *dossier)
{
  static const struct
  {
    guint list, n_fields;
  } made[] = {
    { FOOTHOLD_PART_CHECKLIST, 0 }, { FOOTHOLD_PART_TAILORING, 0 },  { FOOTHOLD_PART_SENT, FOOTHOLD_PART_SENT_FIELDS },
    { FOOTHOLD_PART_QUESTIONS, 0 }, { FOOTHOLD_PART_INTERVIEWS, 0 }, { FOOTHOLD_PART_FOLLOW_UPS, 0 },
    { FOOTHOLD_PART_PEOPLE, 0 },    { FOOTHOLD_PART_HISTORY, 0 },
  };
  FootholdRowsState *states[G_N_ELEMENTS (made)];

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      states[i] = foothold_rows_state_take (GTK_WIDGET (lists[made[i].list]));
      clear_from (lists[made[i].list], made[i].n_fields);
    }
  show_checklist (lists[FOOTHOLD_PART_CHECKLIST], store, dossier);
  show_tailoring (lists[FOOTHOLD_PART_TAILORING], dossier);
  show_files (lists[FOOTHOLD_PART_SENT], store, dossier);
  show_questions (lists[FOOTHOLD_PART_QUESTIONS], store, dossier);
  show_interviews (lists[FOOTHOLD_PART_INTERVIEWS], store, dossier);
  show_follow_ups (lists[FOOTHOLD_PART_FOLLOW_UPS], store, dossier);
  show_people (lists[FOOTHOLD_PART_PEOPLE], store, dossier);
  show_history (lists[FOOTHOLD_PART_HISTORY], dossier);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    foothold_rows_state_give (states[i], GTK_WIDGET (lists[made[i].list]));
}
