// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-pages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "store/foothold-answer-store.h"
#include "views/board/foothold-appraisal-pages.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-opportunity-groups.h"
#include "views/board/foothold-questions-dialog.h"
#include "views/board/foothold-weights-dialog.h"
#include "widgets/foothold-toaster.h"

#define OVERVIEW "overview"

typedef void (*Fill) (GtkBox *box, const FootholdAppraisal *appraisal);

/* The facts that are edited on a page stand between what is said above and below them, and are not made anew with it.
 */
#define N_GROUPS 2

static const struct
{
  const char *name, *title;
  Fill fill, fill_below;
  const FootholdGroupSpec *groups[N_GROUPS];
} judging[] = {
  { "worth", N_ ("Worth It?"), foothold_worth_page_fill, NULL, { NULL } },
  { "pay",
    N_ ("Pay"),
    foothold_pay_page_fill,
    foothold_pay_page_fill_below,
    { &foothold_pay_terms_group, &foothold_own_costs_group } },
  { "clarity", N_ ("Clarity"), foothold_clarity_page_fill, NULL, { NULL } },
};

typedef struct
{
  GtkWidget *above, *below; /* below: or NULL */
  GtkWidget *groups[N_GROUPS]; /* FootholdFieldGroup, or NULL */
  gboolean filled; /* shows appraisal */
  gboolean begun; /* its facts are those of dossier */
} Page;

struct _FootholdOpportunityPages
{
  GtkBox parent_instance;

  AdwToggleGroup *toggles; /* stand outside, where they do not scroll away */
  GtkStack *stack;
  GtkWidget *overview;
  Page pages[G_N_ELEMENTS (judging)];

  FootholdStore *store;
  FootholdDossier *dossier;
  gint64 opportunity;
  FootholdAppraisal *appraisal; /* NULL: none of opportunity as it is */
  GCancellable *loading;
};

enum
{
  PROP_OVERVIEW = 1,
};

enum
{
  SIGNAL_REVEAL,
  SIGNAL_ROW_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdOpportunityPages, foothold_opportunity_pages, GTK_TYPE_BOX)

/* (transfer full): the way to the reader thread and back. */
static GTask *
appraisal_task (FootholdOpportunityPages *self, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, cancellable, callback, NULL);

  g_task_set_source_tag (task, appraisal_task);
  g_task_set_task_data (task, g_memdup2 (&self->opportunity, sizeof self->opportunity), g_free);
  return task;
}

/* Reader thread. */
static gpointer
appraise (FootholdDb *db, gpointer data, GError **error)
{
  return foothold_appraisal_load (db, *(const gint64 *) data, error);
}

static int
find_shown (FootholdOpportunityPages *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  for (gsize i = 0; i < G_N_ELEMENTS (judging); i++)
    if (g_strcmp0 (shown, judging[i].name) == 0)
      return (int) i;

  return -1;
}

static void
fill_box (GtkWidget *box, Fill fill, const FootholdAppraisal *appraisal)
{
  FootholdRowsState *state = foothold_rows_state_take (box);

  fill (GTK_BOX (box), appraisal);
  foothold_rows_state_give (state, box);
}

static void
fill_shown (FootholdOpportunityPages *self)
{
  const int i = find_shown (self);

  if (i < 0 || self->pages[i].filled)
    return;

  fill_box (self->pages[i].above, judging[i].fill, self->appraisal);
  if (judging[i].fill_below != NULL)
    fill_box (self->pages[i].below, judging[i].fill_below, self->appraisal);
  self->pages[i].filled = TRUE;
}

/* A page has few facts: they come at once. */
static void
begin_shown (FootholdOpportunityPages *self)
{
  const int i = find_shown (self);

  if (i < 0 || self->pages[i].begun || self->dossier == NULL)
    return;

  for (guint n = 0; n < N_GROUPS; n++)
    if (self->pages[i].groups[n] != NULL)
      {
        FootholdFieldGroup *group = FOOTHOLD_FIELD_GROUP (self->pages[i].groups[n]);

        foothold_field_group_begin (group, self->dossier);
        while (foothold_field_group_continue (group))
          ;
      }
  self->pages[i].begun = TRUE;
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdAppraisal) appraisal = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;
  if (error != NULL)
    {
      foothold_toast_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  self->appraisal = g_steal_pointer (&appraisal);
  fill_shown (self);
}

static gboolean
is_overview_shown (FootholdOpportunityPages *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), OVERVIEW) == 0;
}

/* What is judged changed: what is looked at follows at once, the rest when it is looked at. */
static void
judge_again (FootholdOpportunityPages *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  for (gsize i = 0; i < G_N_ELEMENTS (judging); i++)
    self->pages[i].filled = FALSE;
  if (self->store == NULL || self->opportunity == 0 || is_overview_shown (self))
    return;

  self->loading = g_cancellable_new ();
  foothold_store_push_read (self->store, appraisal_task (self, self->loading, loaded_cb), appraise,
                            (GDestroyNotify) foothold_appraisal_free);
}

/* A page begins at its beginning, however far down one was on another. */
static void
scroll_up (FootholdOpportunityPages *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

static void
shown_cb (FootholdOpportunityPages *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  if (name == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  scroll_up (self);
  if (is_overview_shown (self))
    return;
  begin_shown (self);
  if (self->appraisal != NULL)
    fill_shown (self);
  else
    judge_again (self);
}

static void
store_changed_cb (FootholdOpportunityPages *self, const FootholdChanges *changes)
{
  static const char *const tables[] = { "goal",   "goal_target", "want",   "skill",
                                        "weight", "profile",     "answer", "exchange_rate" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (foothold_changes_has_table (changes, tables[i]))
      {
        judge_again (self);
        return;
      }
}

void
foothold_opportunity_pages_judge (FootholdOpportunityPages *self, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdDossier *old;

  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self));

  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  old = self->dossier;
  self->dossier = foothold_dossier_ref (dossier);
  g_clear_pointer (&old, foothold_dossier_unref);
  self->opportunity = dossier->opportunity->row.id;
  for (gsize i = 0; i < G_N_ELEMENTS (judging); i++)
    self->pages[i].begun = FALSE;
  begin_shown (self);
  judge_again (self);
}

void
foothold_opportunity_pages_foreach (FootholdOpportunityPages *self, GFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self));

  for (gsize i = 0; i < G_N_ELEMENTS (judging); i++)
    for (guint n = 0; n < N_GROUPS; n++)
      if (self->pages[i].begun && self->pages[i].groups[n] != NULL)
        foothold_field_group_foreach (FOOTHOLD_FIELD_GROUP (self->pages[i].groups[n]), func, user_data);
}

GtkWidget *
foothold_opportunity_pages_get_switcher (FootholdOpportunityPages *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self), NULL);

  return GTK_WIDGET (self->toggles);
}

void
foothold_opportunity_pages_show_overview (FootholdOpportunityPages *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self));

  adw_toggle_group_set_active_name (self->toggles, OVERVIEW);
}

static void
questions_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (object);
  g_autoptr (GError) error = NULL;
  FootholdAppraisal *appraisal = g_task_propagate_pointer (G_TASK (result), &error);

  if (appraisal == NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
  else
    adw_dialog_present (foothold_questions_dialog_new (appraisal), GTK_WIDGET (self));
}

static void
ask_host_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (widget);

  if (self->store != NULL && self->opportunity != 0)
    foothold_store_push_read (self->store, appraisal_task (self, NULL, questions_loaded_cb), appraise,
                              (GDestroyNotify) foothold_appraisal_free);
}

static void
weights_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (widget);

  if (self->store != NULL)
    adw_dialog_present (foothold_weights_dialog_new (self->store), widget);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOpportunityPages) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
}

/* Item, "yes", "no" or "" for none, and what undoing it is called. */
static void
answer_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (widget);
  const char *item, *answer, *label;

  g_variant_get (parameter, "(&s&s&s)", &item, &answer, &label);
  if (self->store != NULL && self->opportunity != 0)
    foothold_store_set_answer_async (self->store, label, self->opportunity, item, *answer != '\0' ? answer : NULL, NULL,
                                     answered_cb, g_object_ref (self));
}

/* A fact that the page itself has is answered there; the others on the overview. */
static void
reveal_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (widget);
  const char *field = g_variant_get_string (parameter, NULL);
  const int shown = find_shown (self);

  for (guint n = 0; n < N_GROUPS && shown >= 0; n++)
    {
      FootholdFieldRow *row =
        self->pages[shown].groups[n] != NULL
          ? foothold_field_group_reveal (FOOTHOLD_FIELD_GROUP (self->pages[shown].groups[n]), field)
          : NULL;

      if (row != NULL)
        {
          foothold_field_row_edit (row);
          return;
        }
    }
  foothold_opportunity_pages_show_overview (FOOTHOLD_OPPORTUNITY_PAGES (widget));
  g_signal_emit (widget, signals[SIGNAL_REVEAL], 0, g_variant_get_string (parameter, NULL));
}

static void
foothold_opportunity_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OVERVIEW)
    g_value_set_object (value, FOOTHOLD_OPPORTUNITY_PAGES (object)->overview);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_opportunity_pages_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (object);

  if (id != PROP_OVERVIEW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  self->overview = g_value_get_object (value);
  if (self->overview != NULL)
    {
      gtk_stack_add_named (self->stack, self->overview, OVERVIEW);
      gtk_stack_set_visible_child_name (self->stack, OVERVIEW);
    }
}

static void
foothold_opportunity_pages_dispose (GObject *object)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_object (&self->toggles);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);

  G_OBJECT_CLASS (foothold_opportunity_pages_parent_class)->dispose (object);
}

static void
foothold_opportunity_pages_class_init (FootholdOpportunityPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_opportunity_pages_dispose;
  object_class->get_property = foothold_opportunity_pages_get_property;
  object_class->set_property = foothold_opportunity_pages_set_property;
  g_object_class_install_property (object_class, PROP_OVERVIEW,
                                   g_param_spec_object ("overview", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", FOOTHOLD_TYPE_OPPORTUNITY_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ROW_ADDED] = g_signal_new ("row-added", FOOTHOLD_TYPE_OPPORTUNITY_PAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, FOOTHOLD_TYPE_FIELD_ROW);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.ask-host", NULL, ask_host_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.reveal", "s", reveal_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.answer", "(sss)", answer_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.weights", NULL, weights_cb);
}

static void
add_toggle (FootholdOpportunityPages *self, const char *name, const char *title)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, title);
  adw_toggle_group_add (self->toggles, toggle);
}

static void
row_added_cb (FootholdOpportunityPages *self, FootholdFieldRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ADDED], 0, row);
}

static GtkWidget *
add_box (GtkWidget *box)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), part);
  return part;
}

static void
add_page (FootholdOpportunityPages *self, gsize i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  Page *page = &self->pages[i];

  page->above = add_box (box);
  for (guint n = 0; n < N_GROUPS && judging[i].groups[n] != NULL; n++)
    {
      page->groups[n] = foothold_field_group_new (judging[i].groups[n]);
      g_signal_connect_object (page->groups[n], "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), page->groups[n]);
    }
  if (judging[i].fill_below != NULL)
    page->below = add_box (box);
  gtk_stack_add_named (self->stack, box, judging[i].name);
  add_toggle (self, judging[i].name, _ (judging[i].title));
}

static void
foothold_opportunity_pages_init (FootholdOpportunityPages *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->toggles = g_object_ref_sink (ADW_TOGGLE_GROUP (adw_toggle_group_new ()));
  adw_toggle_group_set_can_shrink (self->toggles, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of the Opportunity"), -1);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  add_toggle (self, OVERVIEW, _ ("Overview"));
  for (gsize i = 0; i < G_N_ELEMENTS (judging); i++)
    add_page (self, i);
  adw_toggle_group_set_active_name (self->toggles, OVERVIEW);
  g_signal_connect_object (self->toggles, "notify::active-name", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}
