// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-page.h"

#include "model/foothold-edit.h"
#include "model/foothold-format-application.h"
#include "rules/foothold-application-states.h"
#include "store/foothold-application-store.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-field-row.h"
#include "views/tracker/foothold-application-adding.h"
#include "views/tracker/foothold-application-lists.h"
#include "views/tracker/foothold-tracker-view.h"
#include "widgets/foothold-edit-return.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-page-failure.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* What is typed goes into an edit; what is shown comes from the database. */

static const char *const group_titles[FOOTHOLD_N_PARTS] = {
  [FOOTHOLD_PART_NEXT] = N_ ("Next Step"),        [FOOTHOLD_PART_OFFER] = N_ ("Offer"),
  [FOOTHOLD_PART_CHECKLIST] = N_ ("Checklist"),   [FOOTHOLD_PART_TAILORING] = N_ ("Tailoring"),
  [FOOTHOLD_PART_SENT] = N_ ("What Was Sent"),    [FOOTHOLD_PART_QUESTIONS] = N_ ("Questions of the Host"),
  [FOOTHOLD_PART_INTERVIEWS] = N_ ("Interviews"), [FOOTHOLD_PART_FOLLOW_UPS] = N_ ("Follow-Ups"),
  [FOOTHOLD_PART_PEOPLE] = N_ ("People"),         [FOOTHOLD_PART_NOTES] = N_ ("Notes"),
  [FOOTHOLD_PART_HISTORY] = N_ ("History"),
};

static const struct
{
  guint group;
  const char *column;
  FootholdEntryKind kind;
} fields[] = {
  { FOOTHOLD_PART_NEXT, "next_step", FOOTHOLD_ENTRY_LINE },
  { FOOTHOLD_PART_NEXT, "next_step_on", FOOTHOLD_ENTRY_DATE },
  { FOOTHOLD_PART_OFFER, "offer_by", FOOTHOLD_ENTRY_DATE },
  { FOOTHOLD_PART_OFFER, "offer_by_time", FOOTHOLD_ENTRY_TIME },
  { FOOTHOLD_PART_OFFER, "offer_by_zone", FOOTHOLD_ENTRY_ZONE },
  { FOOTHOLD_PART_SENT, "sent_on", FOOTHOLD_ENTRY_DATE },
  { FOOTHOLD_PART_SENT, "channel", FOOTHOLD_ENTRY_CHOICE },
  { FOOTHOLD_PART_SENT, "resume_version", FOOTHOLD_ENTRY_LINE },
  { FOOTHOLD_PART_SENT, "statement", FOOTHOLD_ENTRY_LINES },
  { FOOTHOLD_PART_SENT, "heard_on", FOOTHOLD_ENTRY_DATE },
  { FOOTHOLD_PART_NOTES, "notes", FOOTHOLD_ENTRY_LINES },
};

struct _FootholdApplicationPage
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *state;
  GtkLabel *turn;
  GtkLabel *due;
  GtkLabel *silence;
  GtkMenuButton *menu;
  GtkButton *step;
  GtkWidget *buttons; /* of what can be read */

  GtkWidget *group[FOOTHOLD_N_PARTS];
  GtkListBox *list[FOOTHOLD_N_PARTS];
  FootholdFieldRow *rows[G_N_ELEMENTS (fields)];

  FootholdStore *store;
  FootholdApplicationDossier *dossier; /* of id, or NULL while it is on its way */
  FootholdEdit *edit;
  GCancellable *loading;
  gint64 id;
  const char *next; /* the action of the one button that comes next */
};

enum
{
  SIGNAL_GONE,
  SIGNAL_CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdApplicationPage, foothold_application_page, ADW_TYPE_BIN)

static gboolean
is_writable (FootholdApplicationPage *self)
{
  return self->store != NULL && !foothold_store_get_read_only (self->store);
}

static FootholdTrackerView *
find_view (FootholdApplicationPage *self)
{
  return FOOTHOLD_TRACKER_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), FOOTHOLD_TYPE_TRACKER_VIEW));
}

static guint
find_field (FootholdApplicationPage *self, FootholdFieldRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->rows[i] == row)
      return i;

  g_assert_not_reached ();
}

/* ---- typing ---- */

/* Reads the row's entry into the edit. FALSE where it cannot be read; the row says why when @say. */
static gboolean
take_row (FootholdApplicationPage *self, guint i, gboolean say)
{
  g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);
  g_autoptr (FootholdRow) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (self->edit == NULL)
    return FALSE;

  copy = foothold_edit_copy_row (self->edit);
  if (!foothold_field_from_text (copy, fields[i].column, fields[i].kind, text, &error))
    {
      if (say)
        foothold_field_row_set_error (self->rows[i], error->message);
      return FALSE;
    }

  foothold_edit_take (self->edit, fields[i].column, g_steal_pointer (&copy));
  return TRUE;
}

/* Plain text is kept while it is typed; half a date means nothing yet. */
static void
row_typed_cb (FootholdApplicationPage *self, FootholdFieldRow *row)
{
  const guint i = find_field (self, row);

  if (fields[i].kind == FOOTHOLD_ENTRY_LINE || fields[i].kind == FOOTHOLD_ENTRY_LINES)
    take_row (self, i, FALSE);
}

static void
row_committed_cb (FootholdApplicationPage *self, FootholdFieldRow *row)
{
  if (take_row (self, find_field (self, row), TRUE))
    foothold_edit_leave (self->edit);
}

static void
failed_cb (FootholdApplicationPage *self, const GError *error)
{
  foothold_toast_error (GTK_WIDGET (self), error);
}

void
foothold_application_page_flush (FootholdApplicationPage *self, gboolean ends)
{
  g_return_if_fail (FOOTHOLD_IS_APPLICATION_PAGE (self));

  if (self->edit == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (foothold_field_row_is_dirty (self->rows[i]))
      take_row (self, i, FALSE);
  if (ends)
    foothold_edit_finish (self->edit);
  else
    foothold_edit_save (self->edit);
}

/* ---- showing ---- */

static void
show_pill (GtkLabel *label, const char *text, const char *style)
{
  static const char *const styles[] = { "accent", "warning", "success" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (label), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (label), styles[i]);
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* The step that comes next for one in @state: its action, and what its button says. */
static const char *
next_of (const char *state, gboolean interview_ahead, const char **label)
{
  static const struct
  {
    const char *state, *action, *label;
  } steps[] = {
    { "draft", "application.send", N_ ("Mark as _Sent") },
    { "submitted", "application.follow-up", N_ ("_Follow Up…") },
    { "acknowledged", "application.follow-up", N_ ("_Follow Up…") },
    { "under-review", "application.follow-up", N_ ("_Follow Up…") },
    { "shortlisted", "application.follow-up", N_ ("_Follow Up…") },
    { "interview", "application.follow-up", N_ ("_Follow Up…") },
    { "offer", "application.accept", N_ ("_Accept Offer…") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].state, state))
      {
        /* Whoever has been invited need not ask again. */
        const gboolean prepare = interview_ahead && g_str_equal (steps[i].action, "application.follow-up");

        *label = prepare ? _ ("_Prepare Interview…") : _ (steps[i].label);
        return prepare ? "application.prepare" : steps[i].action;
      }

  *label = NULL;
  return NULL;
}

static void
fill_head (FootholdApplicationPage *self)
{
  const FootholdApplicationRow *row = self->dossier->application;
  g_autofree char *due = NULL;
  g_autofree char *silence = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;
  const gboolean ahead = foothold_application_next_interview (row, NULL, &day, &time, &zone);
  const FootholdTurn turn = foothold_application_turn (row->state, ahead);
  FootholdSilenceClock clock;
  const char *label;
  gboolean urgent;

  foothold_application_look (row, foothold_tracker_view_find_patience (GTK_WIDGET (self)), NULL, &clock);
  due = foothold_format_application_due (row, NULL, &urgent);
  silence = foothold_format_silence (&clock);
  foothold_label_set_text (self->title, row->title);
  foothold_label_set_text (self->subtitle, row->organisation != NULL ? row->organisation : _ ("No organisation"));
  show_pill (self->state, foothold_list_name (&foothold_application_states, row->state),
             g_strcmp0 (row->state, "accepted") == 0 ? "success" : NULL);
  show_pill (self->turn, foothold_turn_name (turn), turn == FOOTHOLD_TURN_ME ? "accent" : NULL);
  show_pill (self->due, due, urgent ? "warning" : NULL);
  show_pill (self->silence, silence,
             clock.step == FOOTHOLD_SILENCE_NO_ANSWER   ? "warning"
             : clock.step == FOOTHOLD_SILENCE_FOLLOW_UP ? "accent"
                                                        : NULL);

  self->next = next_of (row->state, ahead, &label);
  gtk_widget_set_visible (GTK_WIDGET (self->step), self->next != NULL && is_writable (self));
  if (label != NULL)
    gtk_button_set_label (self->step, label);
}

static void
fill (FootholdApplicationPage *self)
{
  const FootholdApplicationRow *row = self->dossier->application;
  const gboolean draft = g_str_equal (row->state, "draft");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = foothold_field_to_text (row, fields[i].column, fields[i].kind);

      foothold_field_row_load (self->rows[i], text, "not-looked-at", NULL);
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), is_writable (self));
    }
  fill_head (self);
  foothold_application_lists_show (self->list, self->store, self->dossier);
  gtk_widget_set_visible (self->group[FOOTHOLD_PART_OFFER], g_str_equal (row->state, "offer"));
  gtk_widget_set_visible (self->group[FOOTHOLD_PART_FOLLOW_UPS], !draft);
  gtk_widget_set_visible (self->group[FOOTHOLD_PART_HISTORY], self->dossier->history->len > 0);
}

static void
take_dossier (FootholdApplicationPage *self, FootholdApplicationDossier *dossier)
{
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  self->dossier = dossier;
  if (self->edit == NULL)
    {
      self->edit = foothold_edit_new (self->store, dossier->application);
      foothold_edit_return_watch (self->edit, GTK_WIDGET (self));
      g_signal_connect_object (self->edit, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  else
    {
      foothold_edit_rebase (self->edit, dossier->application);
    }
  fill (self);
  foothold_page_failure_end (self->states, "page");
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void load (gpointer page);

static void
fail (FootholdApplicationPage *self, const GError *error)
{
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  foothold_page_failure_show (self->states, FALSE, error, load, self);
  gtk_widget_set_visible (self->buttons, FALSE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdApplicationPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdApplicationDossier) dossier =
    foothold_application_dossier_load_finish (FOOTHOLD_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier == NULL)
    {
      if (g_error_matches (error, FOOTHOLD_APPLICATION_ERROR, FOOTHOLD_APPLICATION_ERROR_GONE))
        g_signal_emit (self, signals[SIGNAL_GONE], 0);
      else
        fail (self, error);
      return;
    }
  /* answered although another one is asked for by now */
  if (dossier->application->row.id == self->id)
    take_dossier (self, g_steal_pointer (&dossier));
}

static void
load (gpointer page)
{
  FootholdApplicationPage *self = page;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_application_dossier_load_async (self->store, self->id, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdApplicationPage *self, const FootholdChanges *changes)
{
  static const char *const around[] = {
    "application_history", "application_answer", "application_file", "checklist_item",
    "interview",           "follow_up",          "person_link",      "person",
    "opportunity",         "organisation",       "engagement",       "skill",
    "opportunity_skill",
  };
  gboolean touched = foothold_changes_has (changes, "application", self->id);

  if (self->id == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (around) && !touched; i++)
    touched = foothold_changes_has_table (changes, around[i]);
  if (touched)
    load (self);
}

void
foothold_application_page_show (FootholdApplicationPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_APPLICATION_PAGE (self));

  if (self->id == id)
    return;

  foothold_application_page_flush (self, FALSE);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  self->id = id;
  if (id != 0)
    load (self);
  else
    g_cancellable_cancel (self->loading);
}

gint64
foothold_application_page_get_id (FootholdApplicationPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_APPLICATION_PAGE (self), 0);

  return self->id;
}

void
foothold_application_page_begin_day (FootholdApplicationPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_APPLICATION_PAGE (self));

  if (self->dossier != NULL)
    fill_head (self);
}

/* ---- what is asked for ---- */

static void
close_cb (FootholdApplicationPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
step_cb (FootholdApplicationPage *self)
{
  FootholdTrackerView *view = find_view (self);

  if (view != NULL && self->next != NULL)
    foothold_tracker_view_act (view, self->next, self->id);
}

static void
posting_cb (FootholdApplicationPage *self)
{
  if (self->dossier != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-opportunity", "x",
                                self->dossier->application->opportunity);
}

static void
deed_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdApplicationPage *self = FOOTHOLD_APPLICATION_PAGE (widget);
  FootholdTrackerView *view = find_view (self);

  if (g_str_equal (action_name, "application.show-posting"))
    posting_cb (self);
  else if (view != NULL && self->id != 0)
    foothold_tracker_view_act (view, action_name, self->id);
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdApplicationPage *self = FOOTHOLD_APPLICATION_PAGE (widget);

  if (self->dossier != NULL)
    foothold_application_add (widget, self->store, self->dossier, action_name);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdApplicationPage *self = user_data;
  FootholdTrackerView *view = find_view (self);

  return self->dossier != NULL && view != NULL ? foothold_tracker_view_new_menu (view, self->dossier->application)
                                               : NULL;
}

/* ---- the object ---- */

static const char *const additions[] = {
  "add.item", "add.template", "add.question", "add.interview", "add.follow-up", "add.person", "add.file",
};

void
foothold_application_page_set_store (FootholdApplicationPage *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_APPLICATION_PAGE (self));

  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), additions[i], is_writable (self));
}

static void
foothold_application_page_dispose (GObject *object)
{
  FootholdApplicationPage *self = FOOTHOLD_APPLICATION_PAGE (object);

  if (self->store != NULL && self->edit != NULL)
    foothold_application_page_flush (self, FALSE);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->edit);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_APPLICATION_PAGE);

  G_OBJECT_CLASS (foothold_application_page_parent_class)->dispose (object);
}

static void
foothold_application_page_class_init (FootholdApplicationPageClass *klass)
{
  static const char *const deeds[] = {
    "application.send",    "application.accept",       "application.decline-offer", "application.no-answer",
    "application.decline", "application.withdraw",     "application.archive",       "application.delete",
    "application.mark",    "application.show-posting", "application.follow-up",     "application.tailor",
    "application.prepare", "application.unarchive",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_set_page (FOOTHOLD_TYPE_APPLICATION_PAGE, "applications");
  G_OBJECT_CLASS (klass)->dispose = foothold_application_page_dispose;

  signals[SIGNAL_GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_APPLICATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] =
    g_signal_new ("close", FOOTHOLD_TYPE_APPLICATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, title);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, state);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, turn);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, due);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, silence);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, step);
  gtk_widget_class_bind_template_child (widget_class, FootholdApplicationPage, buttons);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, posting_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], NULL, deed_cb);
  foothold_tracker_view_install_states (widget_class, deed_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    gtk_widget_class_install_action (widget_class, additions[i], NULL, add_cb);
}

static void
foothold_application_page_init (FootholdApplicationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->menu, make_menu, self);
  for (guint i = 0; i < FOOTHOLD_N_PARTS; i++)
    {
      self->group[i] = foothold_check_group_new (_ (group_titles[i]), NULL, &self->list[i]);
      gtk_box_append (self->groups, self->group[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = foothold_field_row_new (fields[i].column, fields[i].kind);

      self->rows[i] = FOOTHOLD_FIELD_ROW (row);
      foothold_field_row_hide_knowledge (self->rows[i], FALSE);
      gtk_list_box_append (self->list[fields[i].group], row);
      g_signal_connect_object (row, "typed", G_CALLBACK (row_typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "committed", G_CALLBACK (row_committed_cb), self, G_CONNECT_SWAPPED);
    }
  foothold_field_row_hide_title (self->rows[G_N_ELEMENTS (fields) - 1]);
}
