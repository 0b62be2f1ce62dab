// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-comparison-dialog.h"

#include "exchange/foothold-export.h"
#include "model/foothold-comparison.h"
#include "views/board/foothold-comparison-head.h"
#include "views/board/foothold-comparison-print.h"
#include "views/board/foothold-comparison-table.h"
#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-printing.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-undo-keys.h"

#include <glib/gi18n.h>

/* Holds the last comparison: what is shown, copied and printed is one. */

struct _FootholdComparisonDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkMenuButton *more_button;
  GMenuModel *more_menu;
  GtkLabel *count;
  GtkSwitch *only_differences;
  FootholdComparisonTable *table;

  FootholdStore *store;
  GArray *ids; /* gint64 */
  GtkWidget *heads[FOOTHOLD_COMPARED_MOST]; /* the table's */
  guint n_heads;
  FootholdComparison *comparison; /* NULL at first */
  GCancellable *loading; /* NULL: nothing is on its way */
  gboolean stale; /* what is on its way is not the newest any more */
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdComparisonDialog, foothold_comparison_dialog, ADW_TYPE_DIALOG)

static gboolean
get_only (FootholdComparisonDialog *self)
{
  return gtk_switch_get_active (self->only_differences);
}

static void
open_cb (FootholdComparisonDialog *self, gint64 id)
{
  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
  g_object_unref (self);
}

static void
make_heads (FootholdComparisonDialog *self)
{
  self->n_heads = self->comparison->n;
  for (guint i = 0; i < self->n_heads; i++)
    {
      self->heads[i] = foothold_comparison_head_new (self->store);
      g_signal_connect_object (self->heads[i], "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
    }
  foothold_comparison_table_set_heads (self->table, self->heads, self->n_heads);
}

static void
show_count (FootholdComparisonDialog *self)
{
  const guint n = self->comparison->lines->len;
  const guint n_differ = foothold_comparison_count_differences (self->comparison);
  g_autofree char *text = g_strdup_printf (
    /* Translators: how many facts of those compared are not the same: "12 of 30 facts differ" */
    ngettext ("%u of %u fact differs", "%u of %u facts differ", n), n_differ, n);

  gtk_label_set_label (self->count, text);
}

static void
show_comparison (FootholdComparisonDialog *self)
{
  foothold_comparison_table_show (self->table, self->comparison, get_only (self));
}

static void
only_cb (FootholdComparisonDialog *self)
{
  if (self->comparison != NULL)
    show_comparison (self);
}

/* ---- loading ---- */

/* Reader thread. Those that are gone are left out. (element-type FootholdAppraisal) */
static gpointer
appraise (FootholdDb *db, gpointer data, GError **error)
{
  GArray *ids = data;
  g_autoptr (GPtrArray) appraisals = g_ptr_array_new_with_free_func ((GDestroyNotify) foothold_appraisal_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      FootholdAppraisal *appraisal = foothold_appraisal_load (db, g_array_index (ids, gint64, i), &local_error);

      if (appraisal != NULL)
        g_ptr_array_add (appraisals, appraisal);
      else if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return g_steal_pointer (&appraisals);
}

static void load (FootholdComparisonDialog *self);

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) appraisals = g_task_propagate_pointer (G_TASK (result), &error);
  const gboolean first = self->comparison == NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (self->stale)
    load (self);
  if (error != NULL)
    {
      foothold_toast_error (GTK_WIDGET (self->table), error);
      return;
    }
  if (appraisals->len < FOOTHOLD_COMPARED_LEAST)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  g_clear_pointer (&self->comparison, foothold_comparison_free);
  self->comparison = foothold_comparison_new (appraisals, NULL);
  if (self->n_heads != self->comparison->n)
    make_heads (self);
  for (guint i = 0; i < self->n_heads; i++)
    foothold_comparison_head_set_row (FOOTHOLD_COMPARISON_HEAD (self->heads[i]), self->comparison->rows[i]);
  show_count (self);
  show_comparison (self);
  if (first)
    foothold_first_focus (GTK_WIDGET (self->table));
}

/* One after the other: while much changes, what is known meanwhile is shown. */
static void
load (FootholdComparisonDialog *self)
{
  GTask *task;

  self->stale = self->loading != NULL;
  if (self->stale)
    return;

  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, g_array_ref (self->ids), (GDestroyNotify) g_array_unref);
  foothold_store_push_read (self->store, task, appraise, (GDestroyNotify) g_ptr_array_unref);
}

/* ---- ways out ---- */

static void
copy_text_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (widget);
  g_autofree char *text = NULL;

  if (self->comparison == NULL)
    return;

  text = foothold_comparison_to_text (self->comparison, get_only (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  foothold_toast (GTK_WIDGET (self->table), _ ("Comparison copied"), FALSE);
}

static void
copy_csv_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (widget);
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *csv = NULL;
  guint n_columns;

  if (self->comparison == NULL)
    return;

  cells = foothold_comparison_to_cells (self->comparison, get_only (self), &n_columns);
  csv = foothold_export_csv_cells (cells, n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
  foothold_toast (GTK_WIDGET (self->table), _ ("Comparison copied as CSV"), FALSE);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->comparison == NULL)
    return;

  operation = foothold_comparison_print_new (self->comparison, get_only (self));
  foothold_print (GTK_WIDGET (self->table), operation);
}

AdwDialog *
foothold_comparison_dialog_new (FootholdStore *store, GArray *ids)
{
  FootholdComparisonDialog *self = g_object_new (FOOTHOLD_TYPE_COMPARISON_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->ids = g_array_ref (ids);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}

static void
foothold_comparison_dialog_dispose (GObject *object)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_COMPARISON_DIALOG);

  G_OBJECT_CLASS (foothold_comparison_dialog_parent_class)->dispose (object);
}

static void
foothold_comparison_dialog_finalize (GObject *object)
{
  FootholdComparisonDialog *self = FOOTHOLD_COMPARISON_DIALOG (object);

  g_clear_pointer (&self->comparison, foothold_comparison_free);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (foothold_comparison_dialog_parent_class)->finalize (object);
}

static void
foothold_comparison_dialog_class_init (FootholdComparisonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "compare");
  G_OBJECT_CLASS (klass)->dispose = foothold_comparison_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_comparison_dialog_finalize;
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (FOOTHOLD_TYPE_COMPARISON_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-comparison-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, more_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, more_menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, count);
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, only_differences);
  gtk_widget_class_bind_template_child (widget_class, FootholdComparisonDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, only_cb);
  gtk_widget_class_install_action (widget_class, "comparison.copy-text", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "comparison.copy-csv", NULL, copy_csv_cb);
  gtk_widget_class_install_action (widget_class, "comparison.print", NULL, print_cb);
  foothold_undo_keys_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "comparison.copy-text", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "comparison.print", NULL);
}

static void
foothold_comparison_dialog_init (FootholdComparisonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_toaster_let_escape (self->toast_overlay);
  foothold_menu_button_set_menu (self->more_button, self->more_menu);
}
