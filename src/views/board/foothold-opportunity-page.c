// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-page.h"

#include "model/foothold-edit.h"
#include "rules/foothold-lists.h"
#include "store/foothold-opportunity-store.h"
#include "views/board/foothold-opportunity-actions.h"
#include "views/board/foothold-opportunity-facts.h"
#include "views/board/foothold-opportunity-head.h"
#include "views/board/foothold-opportunity-pages.h"
#include "views/board/foothold-own-words.h"
#include "widgets/foothold-edit-return.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-page-failure.h"
#include "widgets/foothold-switcher.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/*
 * The head is filled at once, the facts below little by little, so that running
 * through the list with the arrow keys never waits for a page.
 * What is typed goes into an edit; what is shown comes from the database.
 */

struct _FootholdOpportunityPage
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkScrolledWindow *scroller;
  FootholdOpportunityPages *pages;
  FootholdOpportunityFacts *facts;
  FootholdOpportunityHead *head;
  AdwBin *switcher;
  GtkToggleButton *star;
  GtkButton *archive;
  GtkMenuButton *menu;
  GtkButton *next;

  FootholdStore *store;
  FootholdDossier *dossier; /* of id, or NULL while it is on its way */
  FootholdEdit *edit;
  GCancellable *loading;
  gint64 id;
  gboolean edit_when_loaded;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void holder_iface_init (FootholdOpportunityHolderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdOpportunityPage,
                               foothold_opportunity_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_OPPORTUNITY_HOLDER, holder_iface_init))

static FootholdStore *
holder_get_store (FootholdOpportunityHolder *holder)
{
  return FOOTHOLD_OPPORTUNITY_PAGE (holder)->store;
}

static const FootholdOpportunityRow *
holder_peek_row (FootholdOpportunityHolder *holder)
{
  FootholdOpportunityPage *self = FOOTHOLD_OPPORTUNITY_PAGE (holder);

  return self->dossier != NULL ? self->dossier->opportunity : NULL;
}

static void
holder_iface_init (FootholdOpportunityHolderInterface *iface)
{
  iface->get_store = holder_get_store;
  iface->peek_row = holder_peek_row;
}

/* Reads the row's entry into the edit. FALSE where it cannot be read; the row says why when @say. */
static gboolean
take_row (FootholdOpportunityPage *self, FootholdFieldRow *row, gboolean say)
{
  g_autofree char *text = foothold_field_row_dup_text (row);
  g_autoptr (FootholdRow) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (self->edit == NULL)
    return FALSE;

  copy = foothold_edit_copy_row (self->edit);
  if (!foothold_field_from_text ((FootholdOpportunityRow *) copy, foothold_field_row_get_field (row),
                                 foothold_field_row_get_kind (row), text, &error))
    {
      if (say)
        foothold_field_row_set_error (row, error->message);
      return FALSE;
    }

  foothold_edit_bring (self->edit, foothold_field_row_steal_word (row));
  foothold_edit_take (self->edit, foothold_field_row_get_field (row), g_steal_pointer (&copy));
  return TRUE;
}

/* Plain text is kept while it is typed; half a date or half a name of an organisation means nothing yet. */
static gboolean
is_kept_while_typed (FootholdFieldRow *row)
{
  const FootholdEntryKind kind = foothold_field_row_get_kind (row);
  const char *field = foothold_field_row_get_field (row);

  return (kind == FOOTHOLD_ENTRY_LINE || kind == FOOTHOLD_ENTRY_LINES) && !g_str_equal (field, "organisation")
         && !g_str_equal (field, "supervisor");
}

static void
row_typed_cb (FootholdOpportunityPage *self, FootholdFieldRow *row)
{
  if (is_kept_while_typed (row))
    take_row (self, row, FALSE);
}

static void
row_committed_cb (FootholdOpportunityPage *self, FootholdFieldRow *row)
{
  if (take_row (self, row, TRUE))
    foothold_edit_leave (self->edit);
}

static void
fact_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOpportunityPage) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
}

static void
row_knowledge_cb (FootholdOpportunityPage *self, const char *known, FootholdFieldRow *row)
{
  const gboolean stated = foothold_list_find (&foothold_fact_sources, known) != NULL;
  const char *field = foothold_field_row_get_field (row);

  if (self->dossier == NULL)
    return;

  foothold_opportunity_page_flush (self);
  foothold_store_set_fact_async (self->store, self->id, field, stated ? "stated" : known, stated ? known : NULL, NULL,
                                 fact_set_cb, g_object_ref (self));
}

/* What can only be read is shown, and takes no typing that could not be kept. */
static void
lock_if_read_only (FootholdOpportunityPage *self, GtkWidget *widget)
{
  gtk_widget_set_sensitive (widget, self->store != NULL && !foothold_store_get_read_only (self->store));
}

static void
row_added_cb (FootholdOpportunityPage *self, FootholdFieldRow *row)
{
  lock_if_read_only (self, GTK_WIDGET (row));
  foothold_own_words_follow (self->store, row);
  g_signal_connect_object (row, "typed", G_CALLBACK (row_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "committed", G_CALLBACK (row_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "knowledge-chosen", G_CALLBACK (row_knowledge_cb), self, G_CONNECT_SWAPPED);
}

static void
list_added_cb (FootholdOpportunityPage *self, GtkWidget *list)
{
  lock_if_read_only (self, list);
}

static void
commit_row (gpointer row, gpointer self)
{
  if (foothold_field_row_is_dirty (row))
    take_row (self, row, FALSE);
}

/* What stands in the rows, whether it was left or not. */
static void
take_rows (FootholdOpportunityPage *self)
{
  foothold_opportunity_facts_foreach (self->facts, commit_row, self);
  foothold_opportunity_pages_foreach (self->pages, commit_row, self);
}

/* A list of the opportunity was changed: saved whole, with what is typed elsewhere on the page. */
static void
list_edited_cb (FootholdOpportunityPage *self, FootholdDossier *changed, const char *label)
{
  /* A list of the one that was shown before was handed out when this one was asked for. */
  if (self->edit == NULL || changed->opportunity->row.id != self->id)
    return;

  take_rows (self);
  foothold_edit_save (self->edit);
  foothold_row_unref (changed->opportunity);
  changed->opportunity = foothold_row_ref (foothold_edit_peek_row (self->edit));
  foothold_store_save_dossier_async (self->store, label, changed, NULL, fact_set_cb, g_object_ref (self));
}

static void
filled_cb (FootholdOpportunityPage *self)
{
  if (self->edit_when_loaded)
    {
      self->edit_when_loaded = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "opportunity.edit", NULL);
    }
}

/* The one step that comes next; what else can be done is in the menu. */
static void
update_next (FootholdOpportunityPage *self, const FootholdOpportunityRow *row)
{
  const char *label;
  const char *action = foothold_opportunity_actions_next (row, &label);

  gtk_widget_set_visible (GTK_WIDGET (self->next), action != NULL);
  if (action != NULL)
    {
      gtk_button_set_label (self->next, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), action);
    }
}

static GMenuModel *
make_menu (gpointer user_data)
{
  const FootholdOpportunityRow *row = holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (user_data));

  return row != NULL ? foothold_opportunity_actions_menu (row) : NULL;
}

static void
fill_head (FootholdOpportunityPage *self)
{
  const FootholdOpportunityRow *row = self->dossier->opportunity;
  const gboolean archived = row->archived_at != GINT64_UNKNOWN;

  foothold_opportunity_head_fill (self->head, self->dossier);
  gtk_toggle_button_set_active (self->star, row->starred == 1);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            row->starred == 1 ? "foothold-star-symbolic" : "foothold-star-outline-symbolic");
  gtk_button_set_icon_name (self->archive, archived ? "foothold-unarchive-symbolic" : "foothold-archive-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->archive), archived ? _ ("Bring Back from Archive") : _ ("Archive"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->archive), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  archived ? _ ("Bring Back from Archive") : _ ("Archive"), -1);
  update_next (self, row);
  foothold_opportunity_actions_update (GTK_WIDGET (self), row);
}

static void
failed_cb (FootholdOpportunityPage *self, const GError *error)
{
  foothold_toast_error (GTK_WIDGET (self), error);
}

static void
take_dossier (FootholdOpportunityPage *self, FootholdDossier *dossier)
{
  const gboolean other = self->edit == NULL;

  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  self->dossier = dossier;
  if (other)
    {
      self->edit = foothold_edit_new (self->store, dossier->opportunity);
      foothold_edit_return_watch (self->edit, GTK_WIDGET (self));
      g_signal_connect_object (self->edit, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  else
    {
      foothold_edit_rebase (self->edit, dossier->opportunity);
    }

  fill_head (self);
  foothold_page_failure_end (self->states, "page");
  foothold_opportunity_facts_fill (self->facts, dossier);
  foothold_opportunity_pages_judge (self->pages, self->store, dossier);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void load (gpointer page);

static void
fail (FootholdOpportunityPage *self, const GError *error)
{
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  foothold_opportunity_facts_stop (self->facts);
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  foothold_page_failure_show (self->states, TRUE, error, load, self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOpportunityPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FootholdDossier *dossier = foothold_store_load_dossier_finish (FOOTHOLD_STORE (object), result, &error);

  if (dossier == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[SIGNAL_GONE], 0);
      else
        fail (self, error);
      return;
    }

  /* Answered although something else is asked by now. */
  if (dossier->opportunity->row.id != self->id)
    {
      foothold_dossier_unref (dossier);
      return;
    }
  take_dossier (self, dossier);
}

static void
load (gpointer page)
{
  FootholdOpportunityPage *self = page;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_store_load_dossier_async (self->store, self->id, self->loading, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdOpportunityPage *self, const FootholdChanges *changes)
{
  static const char *const children[] = {
    "deliverable", "opportunity_skill", "skill",           "fact",   "attachment", "opportunity_history",
    "person",      "organisation",      "opportunity_tag", "answer", "place"
  };
  gboolean touched = foothold_changes_has (changes, "opportunity", self->id);

  if (self->id == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (children) && !touched; i++)
    touched = foothold_changes_has_table (changes, children[i]);
  if (touched)
    load (self);
}

void
foothold_opportunity_page_flush (FootholdOpportunityPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  if (self->edit == NULL)
    return;

  take_rows (self);
  foothold_opportunity_facts_commit_lists (self->facts);
  foothold_edit_save (self->edit);
}

void
foothold_opportunity_page_finish (FootholdOpportunityPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  foothold_opportunity_page_flush (self);
  if (self->edit != NULL)
    foothold_edit_finish (self->edit);
}

void
foothold_opportunity_page_show (FootholdOpportunityPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  if (self->id == id)
    return;

  foothold_opportunity_page_flush (self);
  g_clear_object (&self->edit);
  foothold_opportunity_facts_stop (self->facts);
  self->id = id;
  self->edit_when_loaded = FALSE;
  if (id != 0)
    {
      load (self);
      return;
    }

  g_cancellable_cancel (self->loading);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
  gtk_stack_set_visible_child_name (self->states, "none");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gint64
foothold_opportunity_page_get_id (FootholdOpportunityPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self), 0);

  return self->id;
}

void
foothold_opportunity_page_set_narrow (FootholdOpportunityPage *self, gboolean narrow)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->archive), !narrow);
}

void
foothold_opportunity_page_add_keys (FootholdOpportunityPage *self, GtkWidget *beside)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  foothold_switcher_add_keys (FOOTHOLD_SWITCHER (foothold_opportunity_pages_get_switcher (self->pages)), beside);
}

/* Writer thread. Housekeeping, not an act of the person's: no undo entry. */
static gpointer
mark_read (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;

  return foothold_opportunity_mark_read (db, *id, error) ? GSIZE_TO_POINTER (*id) : NULL;
}

void
foothold_opportunity_page_mark_read (FootholdOpportunityPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  if (self->dossier == NULL || self->dossier->opportunity->row.id != self->id || self->dossier->opportunity->unread == 0
      || foothold_store_get_read_only (self->store))
    return;

  foothold_store_write_async (self->store, NULL, mark_read, g_memdup2 (&self->id, sizeof self->id), g_free, NULL,
                              fact_set_cb, g_object_ref (self));
}

void
foothold_opportunity_page_set_store (FootholdOpportunityPage *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_OPPORTUNITY_PAGE (self));

  if (!g_set_object (&self->store, store))
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
foothold_opportunity_page_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_OPPORTUNITY_PAGE, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdOpportunityPage *self = FOOTHOLD_OPPORTUNITY_PAGE (widget);
  FootholdFieldRow *row = foothold_opportunity_facts_reveal (self->facts, "title");

  foothold_opportunity_pages_show_overview (self->pages);
  if (row != NULL)
    foothold_field_row_edit (row);
  else
    self->edit_when_loaded = TRUE;
}

/* Where a fact that a rule asks for is answered. */
static void
reveal_cb (FootholdOpportunityPage *self, const char *field)
{
  FootholdFieldRow *row = foothold_opportunity_facts_reveal (self->facts, field);

  if (row != NULL)
    foothold_field_row_edit (row);
  else
    foothold_opportunity_facts_focus_list (self->facts, field);
}

/* The button only asks; it shows a star when the database says so. */
static void
star_clicked_cb (FootholdOpportunityPage *self)
{
  const FootholdOpportunityRow *row = holder_peek_row (FOOTHOLD_OPPORTUNITY_HOLDER (self));

  gtk_toggle_button_set_active (self->star, row != NULL && row->starred == 1);
  gtk_widget_activate_action (GTK_WIDGET (self), "opportunity.star", NULL);
}

static void
foothold_opportunity_page_dispose (GObject *object)
{
  FootholdOpportunityPage *self = FOOTHOLD_OPPORTUNITY_PAGE (object);

  if (self->store != NULL && self->edit != NULL)
    foothold_opportunity_page_flush (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->edit);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_OPPORTUNITY_PAGE);

  G_OBJECT_CLASS (foothold_opportunity_page_parent_class)->dispose (object);
}

static void
foothold_opportunity_page_class_init (FootholdOpportunityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_opportunity_page_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", FOOTHOLD_TYPE_OPPORTUNITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GONE] =
    g_signal_new ("gone", FOOTHOLD_TYPE_OPPORTUNITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_FACTS);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_HEAD);
  g_type_ensure (FOOTHOLD_TYPE_OPPORTUNITY_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-opportunity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, states);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, facts);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, pages);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, head);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, star);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, archive);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdOpportunityPage, next);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);

  foothold_opportunity_actions_install (widget_class, FALSE);
  gtk_widget_class_install_action (widget_class, "opportunity.edit", NULL, edit_cb);
}

static void
foothold_opportunity_page_init (FootholdOpportunityPage *self)
{
  GtkWidget *switcher;

  gtk_widget_init_template (GTK_WIDGET (self));
  switcher = foothold_opportunity_pages_get_switcher (self->pages);
  adw_bin_set_child (self->switcher, switcher);
  foothold_switcher_add_keys (FOOTHOLD_SWITCHER (switcher), GTK_WIDGET (self));
  foothold_menu_button_set_func (self->menu, make_menu, self);
  foothold_opportunity_actions_update (GTK_WIDGET (self), NULL);
}
