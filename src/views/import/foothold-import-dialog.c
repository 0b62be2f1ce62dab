// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The dialog walks through its pages; reading is exchange's work, comparing and merging the store's. */

#define G_LOG_DOMAIN "foothold-import-dialog"

#include "foothold-import-dialog.h"

#include "exchange/foothold-prepare.h"
#include "views/import/foothold-import-people.h"
#include "views/import/foothold-import-report.h"
#include "views/import/foothold-mapping-page.h"
#include "views/import/foothold-staged-list.h"
#include "views/import/foothold-staged-row.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

struct _FootholdImportDialog
{
  AdwDialog parent_instance;
  FootholdStore *store;
  GPtrArray *files; /* GFile, or NULL */
  GBytes *bytes; /* instead */
  GPtrArray *tables; /* FootholdTable or NULL for each file; or NULL: nobody is asked about any */
  FootholdImportAnswers *answers; /* what the person said to questions of the preview */
  FootholdStaging *staging;
  FootholdStagedList *entries;
  char *source_name; /* of the one file, for the record of the import */
  GCancellable *cancellable;
  gboolean running; /* reading or importing: Cancel stops it */
  char *place, *place_kind; /* where it was found, or NULL */
  char *imported; /* what came in, in words, until the dialog has closed */
  gboolean changed;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack, *preview;
  AdwWindowTitle *window_title;
  FootholdMappingPage *mapping;
  GtkWidget *cancel_button, *continue_button, *import_button, *close_button, *choose_bar, *choose_buttons,
    *columns_button, *dates_group;
  AdwComboRow *dates_choice;
  GtkLabel *summary;
  GtkListView *list;
  GtkListBox *people;
  GtkProgressBar *progress_bar, *reading_bar;
  AdwStatusPage *others_page, *done_page, *failed_page;
};

G_DEFINE_FINAL_TYPE (FootholdImportDialog, foothold_import_dialog, ADW_TYPE_DIALOG)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @main: the button that goes on; NULL: there is nothing to do but wait. */
static void
set_buttons (FootholdImportDialog *self, gboolean cancel, GtkWidget *main)
{
  GtkWidget *const buttons[] = { self->continue_button, self->import_button, self->close_button };

  gtk_widget_set_visible (self->cancel_button, cancel);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i], buttons[i] == main);
  if (main != NULL)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (self), main);
      gtk_widget_grab_focus (main);
    }
}

static void
show_failed (FootholdImportDialog *self, const char *message)
{
  /* The title says this part already. */
  g_auto (GStrv) parts = g_strsplit (message, _ ("Nothing was imported."), 2);
  g_autofree char *rest =
    parts[0] != NULL && parts[1] != NULL
      ? g_strconcat (g_strchomp (parts[0]), *parts[1] != '\0' ? " " : "", g_strchug (parts[1]), NULL)
      : g_strdup (message);
  g_autofree char *shown = foothold_text_visible (*rest != '\0' ? rest : message, FALSE);
  g_autofree char *plain = g_markup_escape_text (shown, -1);
  adw_status_page_set_description (self->failed_page, plain);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  set_buttons (self, FALSE, self->close_button);
}

/* What comes besides opportunities is not ticked: it comes with the import. */
static gboolean
can_start (FootholdImportDialog *self)
{
  return self->entries != NULL && foothold_staging_get_counts (self->staging).n_asks == 0
         && (foothold_staged_list_get_n_wanted (self->entries) > 0
             || foothold_staging_get_counts (self->staging).n_others > 0);
}

static void
n_wanted_changed (FootholdImportDialog *self)
{
  guint n = foothold_staged_list_get_n_wanted (self->entries);
  g_autofree char *label = n == 0 ? g_strdup (_ ("_Import")) : g_strdup_printf (_ ("_Import %u"), n);
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", can_start (self));
}

static void
row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, FootholdImportDialog *self)
{
  gtk_list_item_set_child (item, foothold_staged_row_new (self->entries));
}

static void
row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, FootholdImportDialog *self)
{
  FootholdStagedItem *staged = gtk_list_item_get_item (item);
  const FootholdStagedEntry *entry = foothold_staged_item_get_entry (staged);
  g_autofree char *raw = foothold_staged_entry_dup_title (entry);
  g_autofree char *title = foothold_text_visible (raw, FALSE);
  /* Translators: an entry of an import for screen readers: title and what will become of it */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, foothold_staged_entry_verdict (entry));
  foothold_staged_row_set_item (FOOTHOLD_STAGED_ROW (gtk_list_item_get_child (item)), staged);
  gtk_list_item_set_accessible_label (item, name);
}

static void
row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, FootholdImportDialog *self)
{
  foothold_staged_row_set_item (FOOTHOLD_STAGED_ROW (gtk_list_item_get_child (item)), NULL);
}

static const char *
title_of_others (const FootholdOthers *others)
{
  guint elsewhere =
    others->n[FOOTHOLD_OTHER_ORGANISATIONS] + others->n[FOOTHOLD_OTHER_PEOPLE] + others->n[FOOTHOLD_OTHER_KNOWN_PEOPLE];

  return elsewhere < foothold_others_sum (others) ? _ ("Import Into Your Profile?") : _ ("Import These Entries?");
}

static void
show_preview (FootholdImportDialog *self)
{
  FootholdStagedCounts counts = foothold_staging_get_counts (self->staging);
  g_autofree char *summary = foothold_import_summary (counts);
  guint n_wanted = counts.n_new + counts.n_fills;

  self->entries = foothold_staged_list_new (self->staging);
  g_signal_connect_object (self->entries, "notify::n-wanted", G_CALLBACK (n_wanted_changed), self, G_CONNECT_SWAPPED);

  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (self->dates_group, counts.n_asks + counts.n_answered > 0);
  if (can_start (self))
    {
      g_autofree char *plain = g_markup_escape_text (summary, -1);
      adw_status_page_set_title (self->others_page, title_of_others (&counts.others));
      adw_status_page_set_description (self->others_page, plain);
    }
  else
    adw_status_page_set_title (self->others_page, summary);
  foothold_import_people_show (self->people, self->staging);
  gtk_stack_set_visible_child_name (self->preview,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0 ? "entries" : "others");
  gtk_widget_set_visible (self->choose_bar, n_wanted > 1 || self->tables != NULL);
  gtk_widget_set_visible (self->choose_buttons, n_wanted > 1);
  gtk_widget_set_visible (self->columns_button, self->tables != NULL);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  n_wanted_changed (self);
  if (counts.n_asks > 0)
    {
      set_buttons (self, TRUE, self->import_button);
      gtk_widget_grab_focus (GTK_WIDGET (self->dates_choice));
    }
  else if (can_start (self))
    set_buttons (self, TRUE, self->import_button);
  else
    set_buttons (self, FALSE, self->close_button);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           counts.n_asks > 0 ? _ ("Choose whether day or month comes first in the dates") : summary,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
read_progressed (gdouble fraction, gpointer user_data)
{
  FootholdImportDialog *self = user_data;
  gtk_progress_bar_set_fraction (self->reading_bar, CLAMP (fraction, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->reading_bar), TRUE);
}

static void
prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdStaging) staging = foothold_exchange_prepare_finish (FOOTHOLD_STORE (source), result, &error);

  self->running = FALSE;
  if (staging != NULL)
    {
      self->staging = g_steal_pointer (&staging);
      g_autofree char *problem = foothold_import_report_only_problem (self->staging);
      if (problem != NULL)
        show_failed (self, problem);
      else
        show_preview (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failed (self, error->message);
}

static GPtrArray *
make_sources (FootholdImportDialog *self)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    g_ptr_array_add (sources, foothold_import_source_new_for_file (g_ptr_array_index (self->files, i)));
  if (self->bytes != NULL)
    g_ptr_array_add (sources, foothold_import_source_new_for_bytes (self->bytes, NULL));
  for (guint i = 0; i < sources->len; i++)
    foothold_import_source_set_place (g_ptr_array_index (sources, i), self->place, self->place_kind);
  return sources;
}

static void
prepare (FootholdImportDialog *self)
{
  self->running = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "reading");
  set_buttons (self, TRUE, NULL);
  foothold_exchange_prepare_async (self->store, make_sources (self), self->tables, self->answers, read_progressed, self,
                                   self->cancellable, prepared, g_object_ref (self));
}

static void
forget_preview (FootholdImportDialog *self)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->staging, foothold_staging_unref);
}

/* Everything is read again, as it was said. */
static void
dates_chosen (FootholdImportDialog *self)
{
  static const FootholdDayOrder orders[] = { FOOTHOLD_DAY_ORDER_NONE, FOOTHOLD_DAY_ORDER_DAY,
                                             FOOTHOLD_DAY_ORDER_MONTH };
  const FootholdDayOrder order = orders[MIN (adw_combo_row_get_selected (self->dates_choice), 2)];

  if (order == self->answers->order || self->staging == NULL || self->running)
    return;
  self->answers->order = order;
  forget_preview (self);
  prepare (self);
}

/* Tables: what their columns are is asked before anything is compared */

static void
show_mapping (FootholdImportDialog *self)
{
  const FootholdTable *table = foothold_mapping_page_get_table (self->mapping);
  g_autofree char *shown = foothold_text_visible (table->name, FALSE);
  const gboolean complete = foothold_mapping_page_get_complete (self->mapping);

  adw_window_title_set_subtitle (self->window_title, shown);
  gtk_stack_set_visible_child_name (self->stack, "columns");
  set_buttons (self, TRUE, self->continue_button);
  if (!complete)
    foothold_mapping_page_focus (self->mapping);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           complete ? _ ("Columns of the table: look, and continue")
                                    : _ ("Columns of the table: choose which is the title"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
mapping_changed (FootholdImportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.continue",
                                 foothold_mapping_page_get_complete (self->mapping));
}

static void
looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdImportDialog) self = user_data;
  g_autoptr (GPtrArray) tables = foothold_exchange_look_finish (FOOTHOLD_STORE (source), result, NULL);

  self->running = FALSE;
  /* the only fault is that somebody closed the dialog */
  if (tables == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!foothold_mapping_page_begin (self->mapping, tables))
    {
      prepare (self);
      return;
    }
  self->tables = g_steal_pointer (&tables);
  show_mapping (self);
}

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (widget);

  if (foothold_mapping_page_next (self->mapping))
    show_mapping (self);
  else
    prepare (self);
}

/* Back from the preview. */
static void
change_columns (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (widget);

  if (self->tables == NULL || self->running || !foothold_mapping_page_begin (self->mapping, self->tables))
    return;
  forget_preview (self);
  show_mapping (self);
}

static void
entry_activated (FootholdImportDialog *self, guint position)
{
  g_autoptr (FootholdStagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  g_autoptr (GError) error = NULL;
  if (item == NULL || !foothold_staged_item_can_want (item))
    return;
  if (!foothold_staged_list_set_wanted (self->entries, item, !foothold_staged_item_get_wanted (item), &error))
    adw_toast_overlay_add_toast (self->toast_overlay, foothold_toast_new (error->message));
}

static void
select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (widget);
  if (self->entries != NULL)
    foothold_staged_list_set_all_wanted (self->entries, g_str_equal (action, "import.select-all"));
}

static void
progressed (gdouble fraction, gpointer user_data)
{
  FootholdImportDialog *self = user_data;
  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (fraction, 0, 1));
}

static void
merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = foothold_store_merge_finish (FOOTHOLD_STORE (source), result, &error);

  self->running = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (error != NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_dialog_force_close (ADW_DIALOG (self));
      else
        show_failed (self, error->message);
      return;
    }
  FootholdStagedCounts counts = foothold_staging_get_counts (self->staging);
  if (self->tables != NULL)
    foothold_tables_remember (self->store, self->tables);
  self->imported = foothold_others_describe_imported (&counts.others, n, counts.n_applications_wanted);
  self->changed = n > 0 || counts.n_others > 0;
  if (!foothold_import_report_is_worth (counts))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  /* What was left out is said here and can be kept; the rest is on the board already. */
  g_autofree char *report = foothold_import_report_describe (self->staging);
  g_autofree char *plain = g_markup_escape_text (report, -1);
  adw_status_page_set_title (self->done_page, self->imported);
  adw_status_page_set_description (self->done_page, plain);
  gtk_stack_set_visible_child_name (self->stack, "done");
  set_buttons (self, FALSE, self->close_button);
}

static void
start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (widget);
  if (self->running || !can_start (self))
    return;
  self->running = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "importing");
  set_buttons (self, TRUE, NULL);
  foothold_store_merge_async (self->store, self->staging, self->source_name, progressed, self, self->cancellable,
                              merged, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
foothold_import_dialog_close_attempt (AdwDialog *dialog)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (dialog);
  /* An import that is being merged answers when it has taken itself back. */
  g_cancellable_cancel (self->cancellable);
}

static void
save_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (widget);
  foothold_import_report_save (self->staging, GTK_WIDGET (self->stack));
}

AdwDialog *
foothold_import_dialog_new (FootholdStore *store, GPtrArray *files, GBytes *bytes)
{
  FootholdImportDialog *self = g_object_new (FOOTHOLD_TYPE_IMPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->files = files != NULL ? g_ptr_array_ref (files) : NULL;
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->running = TRUE;
  if (files != NULL && files->len == 1)
    {
      g_autoptr (FootholdImportSource) only = foothold_import_source_new_for_file (g_ptr_array_index (files, 0));
      self->source_name = g_strdup (foothold_import_source_get_file_name (only));
      g_autofree char *shown = foothold_text_visible (self->source_name, FALSE);
      adw_window_title_set_subtitle (self->window_title, shown);
    }
  foothold_exchange_look_async (store, make_sources (self), self->cancellable, looked, g_object_ref (self));
  return ADW_DIALOG (self);
}

void
foothold_import_dialog_set_place (FootholdImportDialog *self, const char *name, const char *kind)
{
  /* Translators: %s is a place to look */
  g_autofree char *said = g_strdup_printf (_ ("Found at “%s”"), name);
  g_autofree char *shown = foothold_text_visible (said, FALSE);

  /* nothing is read for good before this returns to the main loop */
  g_set_str (&self->place, name);
  g_set_str (&self->place_kind, kind);
  adw_window_title_set_subtitle (self->window_title, shown);
}

static void
foothold_import_dialog_dispose (GObject *object)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->staging, foothold_staging_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foothold_import_dialog_parent_class)->dispose (object);
}

static void
foothold_import_dialog_finalize (GObject *object)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (object);
  g_clear_object (&self->cancellable);
  foothold_import_answers_free (self->answers);
  g_free (self->source_name);
  g_free (self->place);
  g_free (self->place_kind);
  g_free (self->imported);
  G_OBJECT_CLASS (foothold_import_dialog_parent_class)->finalize (object);
}

static void
foothold_import_dialog_closed (AdwDialog *dialog)
{
  FootholdImportDialog *self = FOOTHOLD_IMPORT_DIALOG (dialog);
  g_autofree char *imported = g_steal_pointer (&self->imported);
  g_cancellable_cancel (self->cancellable);
  /* Not earlier: what the window says then would stand behind the dialog, out of reach. */
  if (imported != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, imported, self->changed);
}

static void
foothold_import_dialog_class_init (FootholdImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "importing");
  G_OBJECT_CLASS (klass)->dispose = foothold_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = foothold_import_dialog_closed;
  ADW_DIALOG_CLASS (klass)->close_attempt = foothold_import_dialog_close_attempt;
  signals[IMPORTED] = g_signal_new ("imported", FOOTHOLD_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, choose_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, choose_buttons);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, columns_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, dates_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, dates_choice);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, others_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, people);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, FootholdImportDialog, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, mapping_changed);
  gtk_widget_class_bind_template_callback (widget_class, dates_chosen);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "import.continue", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "import.columns", NULL, change_columns);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "import.select-none", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "import.save-report", NULL, save_report);
}

static void
foothold_import_dialog_init (FootholdImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->answers = foothold_import_answers_new ();
  g_type_ensure (FOOTHOLD_TYPE_MAPPING_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.continue", FALSE);
}
