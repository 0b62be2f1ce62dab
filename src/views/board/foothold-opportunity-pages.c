// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-pages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "store/foothold-answer-store.h"
#include "views/board/foothold-appraisal-pages.h"
#include "views/board/foothold-opportunity-groups.h"
#include "views/board/foothold-page-part.h"
#include "views/board/foothold-questions-dialog.h"
#include "views/board/foothold-record-parts.h"
#include "views/board/foothold-weights-dialog.h"
#include "widgets/foothold-switcher.h"
#include "widgets/foothold-toaster.h"

#define OVERVIEW "overview"
#define POSTING "posting"

/* The rest of what is known of an opportunity, a page each; each is made when it is first looked at. */
#define N_PARTS 4

static GtkWidget *
rates_new (void)
{
  return foothold_appraisal_part_new (foothold_pay_page_fill);
}

static GtkWidget *
pay_terms_new (void)
{
  return foothold_field_group_new (&foothold_pay_terms_group);
}

static GtkWidget *
own_costs_new (void)
{
  return foothold_field_group_new (&foothold_own_costs_group);
}

static GtkWidget *
payment_new (void)
{
  return foothold_appraisal_part_new (foothold_pay_page_fill_below);
}

static GtkWidget *
clarity_new (void)
{
  return foothold_appraisal_part_new (foothold_clarity_page_fill);
}

static GtkWidget *
posting_new (void)
{
  return foothold_field_group_new (&foothold_posting_group);
}

static const struct
{
  const char *name, *title;
  gboolean judges; /* says what the rules say, and not only what is stored */
  GtkWidget *(*parts[N_PARTS]) (void);
} specs[] = {
  { "worth", N_ ("Worth It?"), TRUE, { foothold_worth_part_new } },
  { "pay", N_ ("Pay"), TRUE, { rates_new, pay_terms_new, own_costs_new, payment_new } },
  { "clarity", N_ ("Clarity"), TRUE, { clarity_new } },
  { POSTING, N_ ("Posting"), FALSE, { posting_new, foothold_links_group_new, foothold_files_group_new } },
  { "history", N_ ("History"), FALSE, { foothold_history_group_new } },
};

typedef struct
{
  GtkWidget *box;
  GtkWidget *parts[N_PARTS]; /* FootholdPagePart, or NULL */
  gboolean made;
  gboolean loaded; /* shows dossier */
  gboolean judged; /* shows appraisal */
} Page;

struct _FootholdOpportunityPages
{
  GtkBox parent_instance;

  FootholdSwitcher *switcher; /* stands outside, where it does not scroll away */
  GtkStack *stack;
  GtkWidget *overview;
  Page pages[G_N_ELEMENTS (specs)];

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
  SIGNAL_LIST_ADDED,
  SIGNAL_EDITED,
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

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_strcmp0 (shown, specs[i].name) == 0)
      return (int) i;

  return -1;
}

static void
row_added_cb (FootholdOpportunityPages *self, FootholdFieldRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ADDED], 0, row);
}

static void
list_added_cb (FootholdOpportunityPages *self, GtkWidget *list)
{
  g_signal_emit (self, signals[SIGNAL_LIST_ADDED], 0, list);
}

static void
edited_cb (FootholdOpportunityPages *self, FootholdDossier *changed, const char *label)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, changed, label);
}

static void
make_page (FootholdOpportunityPages *self, gsize i)
{
  Page *page = &self->pages[i];

  for (guint n = 0; n < N_PARTS && specs[i].parts[n] != NULL; n++)
    {
      page->parts[n] = specs[i].parts[n]();
      g_signal_connect_object (page->parts[n], "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page->parts[n], "list-added", G_CALLBACK (list_added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page->parts[n], "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (page->box), page->parts[n]);
    }
  page->made = TRUE;
}

/* A page has few facts: they come at once. */
static void
load_page (FootholdOpportunityPages *self, gsize i)
{
  Page *page = &self->pages[i];

  if (page->loaded || self->dossier == NULL)
    return;

  if (!page->made)
    make_page (self, i);
  for (guint n = 0; n < N_PARTS && page->parts[n] != NULL; n++)
    foothold_page_part_load (FOOTHOLD_PAGE_PART (page->parts[n]), self->store, self->dossier);
  page->loaded = TRUE;
}

static void
load_shown (FootholdOpportunityPages *self)
{
  const int i = find_shown (self);

  if (i >= 0)
    load_page (self, (gsize) i);
}

static void
judge_shown (FootholdOpportunityPages *self)
{
  const int i = find_shown (self);

  if (i < 0 || self->pages[i].judged)
    return;

  for (guint n = 0; n < N_PARTS && self->pages[i].parts[n] != NULL; n++)
    foothold_page_part_judge (FOOTHOLD_PAGE_PART (self->pages[i].parts[n]), self->appraisal);
  self->pages[i].judged = TRUE;
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
  judge_shown (self);
}

static gboolean
shown_judges (FootholdOpportunityPages *self)
{
  const int i = find_shown (self);

  return i >= 0 && specs[i].judges;
}

/* What is judged changed: what is looked at follows at once, the rest when it is looked at. */
static void
judge_again (FootholdOpportunityPages *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    self->pages[i].judged = FALSE;
  if (self->store == NULL || self->opportunity == 0 || !shown_judges (self))
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
  gtk_stack_set_visible_child_name (self->stack, foothold_switcher_get_active (self->switcher));
  scroll_up (self);
  load_shown (self);
  if (!shown_judges (self))
    return;
  if (self->appraisal != NULL)
    judge_shown (self);
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
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    self->pages[i].loaded = FALSE;
  load_shown (self);
  judge_again (self);
}

void
foothold_opportunity_pages_foreach (FootholdOpportunityPages *self, GFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self));

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    for (guint n = 0; n < N_PARTS && self->pages[i].loaded && self->pages[i].parts[n] != NULL; n++)
      foothold_page_part_foreach (FOOTHOLD_PAGE_PART (self->pages[i].parts[n]), func, user_data);
}

GtkWidget *
foothold_opportunity_pages_get_switcher (FootholdOpportunityPages *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self), NULL);

  return GTK_WIDGET (self->switcher);
}

void
foothold_opportunity_pages_show_overview (FootholdOpportunityPages *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGES (self));

  foothold_switcher_set_active (self->switcher, OVERVIEW);
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

static gboolean
reveal_on (FootholdOpportunityPages *self, gsize i, const char *field)
{
  for (guint n = 0; n < N_PARTS && self->pages[i].parts[n] != NULL; n++)
    if (foothold_page_part_reveal (FOOTHOLD_PAGE_PART (self->pages[i].parts[n]), field))
      return TRUE;

  return FALSE;
}

/* A fact that the page itself has is answered there; the others on the overview, or on the page that is theirs. */
static void
reveal_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPages *self = FOOTHOLD_OPPORTUNITY_PAGES (widget);
  const char *field = g_variant_get_string (parameter, NULL);
  const int shown = find_shown (self);

  if (shown >= 0 && reveal_on (self, (gsize) shown, field))
    return;
  if (foothold_opportunity_groups_find (field) != NULL || g_strv_contains (foothold_fact_children, field))
    {
      foothold_opportunity_pages_show_overview (self);
      g_signal_emit (self, signals[SIGNAL_REVEAL], 0, field);
      return;
    }
  /* What neither has is of the posting as it came. */
  foothold_switcher_set_active (self->switcher, POSTING);
  reveal_on (self, (gsize) find_shown (self), field);
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
  g_clear_object (&self->switcher);
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
  signals[SIGNAL_LIST_ADDED] = g_signal_new ("list-added", FOOTHOLD_TYPE_OPPORTUNITY_PAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", FOOTHOLD_TYPE_OPPORTUNITY_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.ask-host", NULL, ask_host_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.reveal", "s", reveal_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.answer", "(sss)", answer_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "opportunity.weights", NULL, weights_cb);
}

static void
foothold_opportunity_pages_init (FootholdOpportunityPages *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->switcher = g_object_ref_sink (FOOTHOLD_SWITCHER (foothold_switcher_new (_ ("Pages of the Opportunity"))));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  foothold_switcher_add (self->switcher, OVERVIEW, _ ("Overview"));
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      self->pages[i].box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
      gtk_stack_add_named (self->stack, self->pages[i].box, specs[i].name);
      foothold_switcher_add (self->switcher, specs[i].name, _ (specs[i].title));
    }
  g_signal_connect_object (self->switcher, "notify::active", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}
