// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-preparing-rows.h"

#include "model/foothold-format.h"
#include "views/tracker/foothold-application-adding.h"
#include "views/tracker/foothold-preparing-words.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* So much of a story's name stands in a menu. */
#define NAME_LENGTH 60

static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = foothold_action_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (list != NULL)
    gtk_list_box_append (list, row);
  return row;
}

/* Activating it does @action; @target: floating, or NULL. */
static void
let_act (GtkWidget *row, const char *action, GVariant *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
append_button (GtkListBox *list, const char *title, const char *action, GVariant *target)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (list, row);
}

static GtkWidget *
add_icon_button (GtkWidget *row, const char *icon_name, const char *tooltip, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_arrow (GtkWidget *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
add_sign (GtkWidget *row, const char *icon_name)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (sign, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  add_arrow (row);
}

/* ---- interviews ---- */

void
foothold_preparing_show_interviews (GtkListBox *list, const FootholdPreparation *preparation, const char *today)
{
  g_autoptr (GPtrArray) interviews = foothold_preparing_interviews (preparation, today);

  for (guint i = 0; i < interviews->len; i++)
    {
      const FootholdInterviewRow *interview = g_ptr_array_index (interviews, i);
      g_autoptr (GPtrArray) people = foothold_application_dossier_get_people (preparation->dossier, interview->row.id);
      g_autofree char *when = foothold_preparing_when (interview);
      g_autofree char *where = foothold_preparing_where (interview, people);

      GtkWidget *row = append_row (list, when, where);

      add_arrow (row);
      let_act (row, "preparing.interview", g_variant_new_int64 (interview->row.id));
    }
  if (interviews->len == 0)
    append_row (list, _ ("No interview yet"), _ ("You can get ready before one is arranged."));
  append_button (list, _ ("Add _Interview…"), "preparing.interview", g_variant_new_int64 (0));
}

static guint
show_open_interview (GtkListBox *list,
                     const FootholdPreparation *preparation,
                     const FootholdInterviewRow *interview,
                     gboolean say_which)
{
  g_autoptr (GPtrArray) people = foothold_application_dossier_get_people (preparation->dossier, interview->row.id);
  g_autoptr (GArray) open = foothold_preparing_open (interview, people);
  g_autofree char *when = foothold_preparing_when (interview);

  for (guint i = 0; i < open->len; i++)
    {
      GtkWidget *row = append_row (list, foothold_preparing_open_name (g_array_index (open, FootholdInterviewOpen, i)),
                                   say_which ? when : _ ("Of the interview"));

      add_sign (row, "foothold-ask-symbolic");
      let_act (row, "preparing.interview", g_variant_new_int64 (interview->row.id));
    }
  return open->len;
}

gboolean
foothold_preparing_show_open (GtkListBox *list, const FootholdPreparation *preparation, const char *today)
{
  const FootholdApplicationRow *application = preparation->dossier->application;
  g_autoptr (GPtrArray) interviews = foothold_preparing_interviews (preparation, today);
  GArray *checks = preparation->appraisal->payment.checks;
  guint n = 0;

  for (guint i = 0; i < interviews->len; i++)
    n += show_open_interview (list, preparation, g_ptr_array_index (interviews, i), interviews->len > 1);
  if (g_str_equal (application->state, "offer") && application->offer_by == NULL)
    {
      GtkWidget *row = append_row (list, _ ("Until when the offer has to be answered"), _ ("Of the offer"));

      add_sign (row, "foothold-deadline-symbolic");
      let_act (row, "preparing.page", NULL);
      n++;
    }
  for (guint i = 0; i < checks->len; i++)
    {
      const FootholdCheck *check = &g_array_index (checks, FootholdCheck, i);
      GtkWidget *row;

      if (!check->item->gate || check->knowledge == FOOTHOLD_FACT_STATED)
        continue;
      row = append_row (list, check->item->name, check->item->question);
      add_sign (row, "foothold-money-symbolic");
      let_act (row, "preparing.posting", NULL);
      n++;
    }

  return n > 0;
}

/* ---- likely questions ---- */

static void
add_use_button (GtkWidget *row, guint at, const FootholdStoryRow *offered)
{
  /* Translators: %s is the name of a story that was told elsewhere */
  g_autofree char *name = g_strdup_printf (_ ("Use “%s”"), offered->title);
  GtkWidget *use = add_icon_button (row, "foothold-duplicate-symbolic", _ ("Use This Story"), name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (use), "(ux)", at, offered->row.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (use), "preparing.use-story");
}

GtkWidget *
foothold_preparing_likely_row (const FootholdLikelyQuestion *question,
                               guint at,
                               const FootholdStoryRow *story,
                               const FootholdStoryRow *offered,
                               gboolean may_choose)
{
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (story != NULL)
    subtitle = foothold_preparing_story (story);
  else if (offered != NULL)
    /* Translators: what they listen for in the answer to a question, and the name of a story that was told before */
    subtitle = g_strdup_printf (_ ("%1$s\nTold before: %2$s"), question->hint, offered->title);
  else
    subtitle = g_strdup (question->hint);
  row = append_row (NULL, question->text, subtitle);
  if (story != NULL)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("foothold-stated-symbolic");

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
    }
  if (story == NULL && offered != NULL)
    add_use_button (row, at, offered);
  if (may_choose)
    {
      /* Translators: %s is a question */
      g_autofree char *name = g_strdup_printf (_ ("Choose a story for “%s”"), question->text);
      GtkWidget *choose = add_icon_button (row, "foothold-journal-symbolic", _ ("Choose a Story"), name);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (choose), "u", at);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (choose), "preparing.choose-story");
    }
  let_act (row, "preparing.story", g_variant_new_uint32 (at));
  return row;
}

void
foothold_preparing_popup_stories (GtkWidget *row, guint at, GPtrArray *stories, const FootholdStoryRow *chosen)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < stories->len; i++)
    {
      const FootholdStoryRow *story = g_ptr_array_index (stories, i);
      g_autofree char *name = foothold_text_short (story->title, NAME_LENGTH);
      g_auto (GStrv) pieces = g_strsplit (name, "_", -1);
      /* no mnemonic */
      g_autofree char *label = g_strjoinv ("__", pieces);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "preparing.use-story", "(ux)", at, story->row.id);
      g_menu_append_item (all, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  if (chosen != NULL)
    {
      g_autoptr (GMenu) none = g_menu_new ();
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_No Story"), NULL);

      g_menu_item_set_action_and_target (item, "preparing.use-story", "(ux)", at, (gint64) 0);
      g_menu_append_item (none, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
    }
  foothold_menu_popup (row, G_MENU_MODEL (menu), -1, -1);
}

/* ---- questions to the host ---- */

/* What a check of a question is about. */
typedef struct
{
  FootholdStore *store;
  FootholdRow *row; /* FootholdHostQuestionRow; without an id as long as only the posting leaves it open */
} Line;

static void
line_free (gpointer data)
{
  Line *self = data;

  g_object_unref (self->store);
  foothold_row_unref (self->row);
  g_free (self);
}

static void
set_line (GtkWidget *widget, FootholdStore *store, FootholdRow *row)
{
  Line *line = g_new0 (Line, 1);

  *line = (Line) { g_object_ref (store), foothold_row_ref (row) };
  g_object_set_data_full (G_OBJECT (widget), "line", line, line_free);
}

static void
toggled_cb (GtkCheckButton *check)
{
  const Line *line = g_object_get_data (G_OBJECT (check), "line");
  g_autoptr (FootholdRow) after = foothold_row_copy (line->row);
  FootholdHostQuestionRow *row = (gpointer) after;
  g_autofree char *today = foothold_application_today ();
  const gboolean asked = gtk_check_button_get_active (check);

  if (asked == (row->asked_on != NULL))
    return;
  g_set_str (&row->asked_on, asked ? today : NULL);
  foothold_store_save_row_async (line->store, asked ? _ ("Mark Question as Asked") : _ ("Mark Question as Not Asked"),
                                 line->row->id != 0 ? line->row : NULL, after, NULL, foothold_saying_cb,
                                 foothold_saying_new (GTK_WIDGET (check), NULL));
}

static void
removed_cb (GtkWidget *button)
{
  const Line *line = g_object_get_data (G_OBJECT (button), "line");

  foothold_store_delete_row_async (line->store, _ ("Remove Question"), line->row, NULL, foothold_saying_cb,
                                   foothold_saying_new (gtk_widget_get_ancestor (button, ADW_TYPE_TOAST_OVERLAY),
                                                        g_strdup (_ ("Question removed"))));
}

static void
append_line (GtkListBox *list, FootholdStore *store, FootholdRow *stored, const char *subtitle)
{
  const FootholdHostQuestionRow *question = (const FootholdHostQuestionRow *) stored;
  GtkWidget *row = append_row (list, question->text, subtitle);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), question->asked_on != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, !foothold_store_get_read_only (store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  set_line (check, store, stored);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (stored->id != 0)
    {
      g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), question->text);
      GtkWidget *remove = add_icon_button (row, "edit-delete-symbolic", _ ("Remove"), name);

      set_line (remove, store, stored);
      g_signal_connect (remove, "clicked", G_CALLBACK (removed_cb), NULL);
    }
}

FootholdRow *
foothold_preparing_new_line (const FootholdPreparation *preparation)
{
  GPtrArray *lines = preparation->host_questions;
  FootholdHostQuestionRow *row = foothold_row_new (&foothold_host_question_row_type);

  row->application = preparation->dossier->application->row.id;
  row->position =
    lines->len > 0 ? ((FootholdHostQuestionRow *) g_ptr_array_index (lines, lines->len - 1))->position + 1 : 0;
  return &row->row;
}

void
foothold_preparing_show_host (GtkListBox *list, FootholdStore *store, const FootholdPreparation *preparation)
{
  guint n_unseen;
  g_autoptr (GPtrArray) open = foothold_preparing_left_open (preparation, &n_unseen);

  for (guint i = 0; i < preparation->host_questions->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (preparation->host_questions, i);
      const char *asked_on = ((FootholdHostQuestionRow *) row)->asked_on;
      g_autofree char *day = asked_on != NULL ? foothold_format_day (asked_on) : NULL;
      g_autofree char *asked = day != NULL ? g_strdup_printf (_ ("Asked on %s"), day) : NULL;

      append_line (list, store, row, asked);
    }
  for (guint i = 0; i < open->len; i++)
    {
      const FootholdQuestion *question = g_ptr_array_index (open, i);
      g_autoptr (FootholdRow) made = foothold_preparing_new_line (preparation);
      FootholdHostQuestionRow *row = (gpointer) made;

      row->item = foothold_preparing_item (question);
      g_set_str (&row->text, question->item->question);
      append_line (list, store, made, question->item->name);
    }
  if (n_unseen > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u more that nobody has looked at in the posting",
                                                          "%u more that nobody has looked at in the posting", n_unseen),
                                                n_unseen);
      GtkWidget *row = append_row (list, title, _ ("Say there what the posting says and what it does not."));

      add_sign (row, "foothold-ask-symbolic");
      let_act (row, "preparing.posting", NULL);
    }
  append_button (list, _ ("Add _Question…"), "preparing.add-question", NULL);
}
