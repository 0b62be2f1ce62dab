// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-outreach-page.h"

#include "rules/foothold-lists.h"
#include "store/foothold-outreach-store.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-name-dialog.h"
#include "views/people/foothold-outreach-card.h"
#include "views/people/foothold-outreach-deeds.h"
#include "views/people/foothold-person-words.h"
#include "views/people/foothold-row-form.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-page-failure.h"
#include "widgets/foothold-saying.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

enum
{
  WHOM,
  WHAT,
  NOTES,
  N_GROUPS
};

static const char *const group_titles[N_GROUPS] = {
  [WHOM] = N_ ("Whom"),
  [WHAT] = N_ ("What You Asked"),
  [NOTES] = N_ ("Notes"),
};

static const FootholdRowFormField fields[] = {
  { WHOM, "organisation", "organisation", FOOTHOLD_ENTRY_LINE, TRUE },
  { WHOM, "outreach_person", "person", FOOTHOLD_ENTRY_LINE, TRUE },
  { WHOM, "outreach_through", "through", FOOTHOLD_ENTRY_LINE, TRUE },
  { WHOM, "met_where", "met_where", FOOTHOLD_ENTRY_LINE, FALSE },
  { WHAT, "asked", "asked", FOOTHOLD_ENTRY_LINES, FALSE },
  { WHAT, "asked_on", "asked_on", FOOTHOLD_ENTRY_DATE, FALSE },
  { WHAT, "again_on", "again_on", FOOTHOLD_ENTRY_DATE, FALSE },
  { NOTES, "notes", "notes", FOOTHOLD_ENTRY_LINES, FALSE },
};

struct _FootholdOutreachPage
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *state;
  GtkLabel *again;
  GtkMenuButton *menu;
  GtkButton *next;
  GtkWidget *no;
  GtkWidget *silent;

  GtkListBox *list[N_GROUPS];
  FootholdRowForm *form;

  FootholdStore *store;
  FootholdRow *row; /* of id, or NULL while it is on its way */
  GCancellable *loading;
  gint64 id;
  gboolean edit_when_loaded;
  const char *deed_when_loaded; /* interned, or NULL */
};

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdOutreachPage, foothold_outreach_page, ADW_TYPE_BIN)

static const FootholdOutreachRow *
peek (FootholdOutreachPage *self)
{
  return (FootholdOutreachRow *) self->row;
}

/* ---- showing ---- */

/* The one step that comes next. */
static void
show_next (FootholdOutreachPage *self, const FootholdOutreachRow *row)
{
  static const struct
  {
    const char *state, *action, *label;
  } steps[] = {
    { "idea", "outreach.ask", N_ ("_Asked Today") },
    { "asked", "outreach.talk", N_ ("_They Answered") },
    { "talking", "outreach.yes", N_ ("_Yes: Add Opportunity…") },
    { "yes", "outreach.open-opportunity", N_ ("Open the _Opportunity") },
    { "no", "outreach.reopen", N_ ("_Reopen") },
    { "no-answer", "outreach.reopen", N_ ("_Reopen") },
  };

  gtk_widget_set_visible (GTK_WIDGET (self->next),
                          !g_str_equal (row->state, "yes") || row->opportunity != GINT64_UNKNOWN);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (row->state, steps[i].state))
      {
        gtk_button_set_label (self->next, _ (steps[i].label));
        gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), steps[i].action);
      }
}

static void
show_text (GtkLabel *label, const char *text)
{
  foothold_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_css_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

static void
fill_head (FootholdOutreachPage *self)
{
  const FootholdOutreachRow *row = peek (self);
  g_autofree char *title = foothold_outreach_title (row);
  g_autofree char *subtitle = foothold_outreach_subtitle (row);
  g_autofree char *again = NULL;
  gboolean due;
  GDate today;

  foothold_people_today (&today);
  again = foothold_outreach_again_words (row, &today, &due);
  foothold_label_set_text (self->name, title);
  show_text (self->subtitle, subtitle);
  show_text (self->again, again);
  show_text (self->state, foothold_list_name (&foothold_outreach_states, row->state));
  set_css_class (self->again, "accent", due);
  set_css_class (self->state, "success", g_str_equal (row->state, "yes"));
  show_next (self, row);
}

static void
update_actions (FootholdOutreachPage *self)
{
  const FootholdOutreachRow *row = peek (self);
  const gboolean writable = row != NULL && !foothold_store_get_read_only (self->store);
  const gboolean asked = row != NULL && foothold_outreach_deed_is_possible ("outreach.no", row, writable);

  foothold_outreach_deeds_update (GTK_WIDGET (self), row, writable);
  gtk_widget_set_visible (self->no, asked);
  gtk_widget_set_visible (self->silent, asked);
}

static void
take_loaded (FootholdOutreachPage *self, FootholdRow *row)
{
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = row;
  if (foothold_row_form_show (self->form, self->store, row))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  fill_head (self);
  update_actions (self);
  foothold_page_failure_end (self->states, "page");
  if (self->edit_when_loaded)
    foothold_outreach_page_edit (self);
  if (self->deed_when_loaded != NULL)
    foothold_outreach_page_act (self, g_steal_pointer (&self->deed_when_loaded));
}

static void load (gpointer page);

static void
fail (FootholdOutreachPage *self, const GError *error)
{
  g_clear_pointer (&self->row, foothold_row_unref);
  update_actions (self);
  foothold_page_failure_show (self->states, TRUE, error, load, self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOutreachPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdRow) row = (FootholdRow *) foothold_outreach_load_finish (FOOTHOLD_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (row == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[SIGNAL_GONE], 0);
      else
        fail (self, error);
      return;
    }
  /* answered although another one is asked for by now */
  if (row->id == self->id)
    take_loaded (self, g_steal_pointer (&row));
}

static void
load (gpointer page)
{
  FootholdOutreachPage *self = page;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_outreach_load_async (self->store, self->id, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdOutreachPage *self, const FootholdChanges *changes)
{
  if (self->id != 0
      && (foothold_changes_has (changes, "outreach", self->id) || foothold_changes_has_table (changes, "organisation")
          || foothold_changes_has_table (changes, "person") || foothold_changes_has_table (changes, "opportunity")))
    load (self);
}

void
foothold_outreach_page_show (FootholdOutreachPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  if (self->id == id)
    return;

  foothold_row_form_forget (self->form);
  g_clear_pointer (&self->row, foothold_row_unref);
  self->id = id;
  self->edit_when_loaded = FALSE;
  self->deed_when_loaded = NULL;
  update_actions (self);
  if (id != 0)
    {
      load (self);
      return;
    }

  g_cancellable_cancel (self->loading);
  gtk_stack_set_visible_child_name (self->states, "none");
}

gint64
foothold_outreach_page_get_id (FootholdOutreachPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self), 0);

  return self->id;
}

gpointer
foothold_outreach_page_dup_row (FootholdOutreachPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self), NULL);

  return self->row != NULL ? foothold_row_ref (self->row) : NULL;
}

void
foothold_outreach_page_edit (FootholdOutreachPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  self->edit_when_loaded = self->row == NULL;
  if (self->row != NULL)
    foothold_field_row_edit (foothold_row_form_get_row (self->form, 0));
}

void
foothold_outreach_page_act (FootholdOutreachPage *self, const char *action)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  if (self->row == NULL)
    self->deed_when_loaded = g_intern_string (action);
  else if (foothold_outreach_deed_is_possible (action, peek (self), !foothold_store_get_read_only (self->store)))
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
foothold_outreach_page_begin_day (FootholdOutreachPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  if (self->row != NULL)
    fill_head (self);
}

void
foothold_outreach_page_flush (FootholdOutreachPage *self, gboolean ends)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  foothold_row_form_flush (self->form, ends);
}

/* ---- what becomes of it ---- */

static void
state_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *action, *state;
  } states[] = {
    { "outreach.ask", "asked" },           { "outreach.talk", "talking" },   { "outreach.no", "no" },
    { "outreach.no-answer", "no-answer" }, { "outreach.reopen", "talking" },
  };
  FootholdOutreachPage *self = FOOTHOLD_OUTREACH_PAGE (widget);

  if (self->row == NULL)
    return;

  foothold_outreach_page_flush (self, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].action, action_name))
      {
        g_autofree char *title = foothold_outreach_title (peek (self));
        /* Translators: the first %s is a host, the second a state: “Studio Linden: Asked” */
        char *said =
          g_strdup_printf (_ ("%s: %s"), title, foothold_list_name (&foothold_outreach_states, states[i].state));

        foothold_outreach_set_state_async (self->store, self->id, states[i].state, NULL, foothold_saying_cb,
                                           foothold_saying_new (widget, said));
      }
}

static void
named_cb (const char *title, gpointer user_data)
{
  FootholdOutreachPage *self = user_data;

  if (self->id != 0)
    foothold_outreach_yes_async (self->store, self->id, title, NULL, foothold_saying_cb,
                                 /* Translators: %s is the title of an opportunity */
                                 foothold_saying_new (GTK_WIDGET (self),
                                                      g_strdup_printf (_ ("“%s” added to the board"), title)));
}

/* The first line of what was asked, as far as a title goes. */
static char *
propose_title (const FootholdOutreachRow *row)
{
  g_autofree char *host = foothold_outreach_title (row);
  g_autofree char *line = row->asked != NULL ? g_strndup (row->asked, strcspn (row->asked, "\n")) : NULL;

  if (line != NULL && *g_strstrip (line) != '\0' && g_utf8_strlen (line, -1) <= 80)
    return g_steal_pointer (&line);
  /* Translators: what an opportunity is called that came of asking; %s is a host */
  return g_strdup_printf (_ ("Project with %s"), host);
}

static void
yes_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOutreachPage *self = FOOTHOLD_OUTREACH_PAGE (widget);
  g_autofree char *title = NULL;

  if (self->row == NULL)
    return;

  foothold_outreach_page_flush (self, FALSE);
  title = propose_title (peek (self));
  foothold_name_dialog_ask (widget, _ ("Add Opportunity"), _ ("_Add"), title, named_cb, self);
}

static void
open_opportunity_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const FootholdOutreachRow *row = peek (FOOTHOLD_OUTREACH_PAGE (widget));

  if (row != NULL && row->opportunity != GINT64_UNKNOWN)
    gtk_widget_activate_action (widget, "win.open-opportunity", "x", row->opportunity);
}

static void
open_organisation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const FootholdOutreachRow *row = peek (FOOTHOLD_OUTREACH_PAGE (widget));

  if (row != NULL && row->organisation_id != GINT64_UNKNOWN)
    gtk_widget_activate_action (widget, "win.open-organisation", "x", row->organisation_id);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  return foothold_outreach_deeds_menu ();
}

/* ---- the object ---- */

void
foothold_outreach_page_set_store (FootholdOutreachPage *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_OUTREACH_PAGE (self));

  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
foothold_outreach_page_dispose (GObject *object)
{
  FootholdOutreachPage *self = FOOTHOLD_OUTREACH_PAGE (object);

  if (self->form != NULL)
    foothold_row_form_forget (self->form);
  g_clear_object (&self->form);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->row, foothold_row_unref);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_OUTREACH_PAGE);

  G_OBJECT_CLASS (foothold_outreach_page_parent_class)->dispose (object);
}

static void
foothold_outreach_page_class_init (FootholdOutreachPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_outreach_page_dispose;
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_OUTREACH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-outreach-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, state);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, again);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, next);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, no);
  gtk_widget_class_bind_template_child (widget_class, FootholdOutreachPage, silent);

  gtk_widget_class_install_action (widget_class, "outreach.ask", NULL, state_cb);
  gtk_widget_class_install_action (widget_class, "outreach.talk", NULL, state_cb);
  gtk_widget_class_install_action (widget_class, "outreach.no", NULL, state_cb);
  gtk_widget_class_install_action (widget_class, "outreach.no-answer", NULL, state_cb);
  gtk_widget_class_install_action (widget_class, "outreach.reopen", NULL, state_cb);
  gtk_widget_class_install_action (widget_class, "outreach.yes", NULL, yes_cb);
  gtk_widget_class_install_action (widget_class, "outreach.open-opportunity", NULL, open_opportunity_cb);
  gtk_widget_class_install_action (widget_class, "outreach.open-organisation", NULL, open_organisation_cb);
}

static void
foothold_outreach_page_init (FootholdOutreachPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_func (self->menu, make_menu, self);
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_box_append (self->groups, foothold_check_group_new (_ (group_titles[i]), NULL, &self->list[i]));
  self->form = foothold_row_form_new (GTK_WIDGET (self), fields, G_N_ELEMENTS (fields), self->list, NULL);
  foothold_field_row_hide_title (foothold_row_form_get_row (self->form, G_N_ELEMENTS (fields) - 1));
}
