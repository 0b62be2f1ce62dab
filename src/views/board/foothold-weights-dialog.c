// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-weights-dialog.h"

#include "store/foothold-judging.h"
#include "store/foothold-rows.h"
#include "store/foothold-weight-store.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-typing.h"
#include "widgets/foothold-undo-keys.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_PARTS 3

static const struct
{
  const char *title;
  const char *parts[MOST_PARTS];
} groups[] = {
  { N_ ("Fit"), { "alignment", "learning", "growth" } },
  { N_ ("Alignment"), { "goal-match", "wanted-skills", "wants-met" } },
  { N_ ("Learning"), { "newness", "support", "feedback" } },
  { N_ ("Growth"), { "conversion", "reference", "showable" } },
};

/* Parts that are no input of their own: three scores, and what several inputs share. */
static const struct
{
  const char *part, *name;
} names[] = {
  { "alignment", N_ ("Alignment") },
  { "learning", N_ ("Learning") },
  { "growth", N_ ("Growth") },
  { "support", N_ ("Support") },
};

#define N_ROWS (G_N_ELEMENTS (groups) * MOST_PARTS)

struct _FootholdWeightsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
  FootholdStore *store;
  AdwPreferencesGroup *groups[G_N_ELEMENTS (groups)];
  GtkSpinButton *weights[N_ROWS];
  GCancellable *loading;
  gboolean showing; /* what is set now comes from the database */
};

G_DEFINE_FINAL_TYPE (FootholdWeightsDialog, foothold_weights_dialog, ADW_TYPE_DIALOG)

static const char *
part_at (guint i)
{
  return groups[i / MOST_PARTS].parts[i % MOST_PARTS];
}

/* As the page “Worth It?” calls it. */
static const char *
name_at (guint i)
{
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    if (g_str_equal (names[n].part, part_at (i)))
      return _ (names[n].name);
  for (guint id = 0; id < FOOTHOLD_WORTH_N_INPUTS; id++)
    if (g_str_equal (foothold_worth_input_slug (id), part_at (i)))
      return foothold_worth_input_name (id);

  g_return_val_if_reached (part_at (i));
}

/* A group in which nothing counts follows our defaults, which is said where it was set so. */
static void
say_zero (FootholdWeightsDialog *self, guint g)
{
  double sum = 0;

  for (guint i = g * MOST_PARTS; i < (g + 1) * MOST_PARTS; i++)
    sum += gtk_spin_button_get_value (self->weights[i]);
  adw_preferences_group_set_description (self->groups[g],
                                         sum > 0 ? NULL : _ ("All of these are 0, so our defaults count."));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FootholdWeightsDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foothold_store_load_rows_finish (FOOTHOLD_STORE (object), result, &error);
  FootholdWorthWeights weights = foothold_worth_default_weights;

  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        foothold_toast_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdWeightRow *row = g_ptr_array_index (rows, i);
      double *weight = foothold_judging_find_weight (&weights, row->part);

      if (weight != NULL)
        *weight = (double) row->permille / 1000;
    }
  self->showing = TRUE;
  for (guint i = 0; i < N_ROWS; i++)
    gtk_spin_button_set_value (self->weights[i], *foothold_judging_find_weight (&weights, part_at (i)) * 100);
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    say_zero (self, g);
  self->showing = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.reset",
                                 rows->len > 0 && !foothold_store_get_read_only (self->store));
}

static void
load (FootholdWeightsDialog *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  foothold_store_load_rows_async (self->store, &foothold_weight_row_type, self->loading, loaded_cb, self);
}

static void
store_changed_cb (FootholdWeightsDialog *self, const FootholdChanges *changes)
{
  if (foothold_changes_has_table (changes, "weight"))
    load (self);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdWeightsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);
  if (error != NULL)
    foothold_toast_error (GTK_WIDGET (self), error);
}

static void
value_cb (GtkSpinButton *weight, GParamSpec *pspec, FootholdWeightsDialog *self)
{
  const guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (weight), "at"));
  g_autofree char *label = NULL;

  say_zero (self, at / MOST_PARTS);
  if (self->showing)
    return;

  /* Translators: of the undo entry: what counts more or less now, “Change How Much “Growth” Counts” */
  label = g_strdup_printf (_ ("Change How Much “%s” Counts"), name_at (at));
  foothold_store_set_weight_async (self->store, label, part_at (at),
                                   (guint) lround (gtk_spin_button_get_value (weight) * 10), saved_cb,
                                   g_object_ref (self));
}

static void
reset_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdWeightsDialog *self = FOOTHOLD_WEIGHTS_DIALOG (widget);

  foothold_store_reset_weights_async (self->store, _ ("Use Our Defaults of What Counts"), saved_cb,
                                      g_object_ref (self));
}

AdwDialog *
foothold_weights_dialog_new (FootholdStore *store)
{
  FootholdWeightsDialog *self = g_object_new (FOOTHOLD_TYPE_WEIGHTS_DIALOG, NULL);

  self->store = g_object_ref (store);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->weights[i]), !foothold_store_get_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}

/* What is typed counts before the keys leave it. */
static void
foothold_weights_dialog_closed (AdwDialog *dialog)
{
  FootholdWeightsDialog *self = FOOTHOLD_WEIGHTS_DIALOG (dialog);

  for (guint i = 0; i < N_ROWS; i++)
    gtk_spin_button_update (self->weights[i]);
}

static void
foothold_weights_dialog_dispose (GObject *object)
{
  FootholdWeightsDialog *self = FOOTHOLD_WEIGHTS_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_WEIGHTS_DIALOG);
  G_OBJECT_CLASS (foothold_weights_dialog_parent_class)->dispose (object);
}

static void
foothold_weights_dialog_class_init (FootholdWeightsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "worth");
  foothold_undo_keys_install (widget_class);
  G_OBJECT_CLASS (klass)->dispose = foothold_weights_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = foothold_weights_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-weights-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdWeightsDialog, page);
  gtk_widget_class_install_action (widget_class, "weights.reset", NULL, reset_cb);
}

/* Not AdwSpinRow, which a screen reader does not see. */
static GtkWidget *
make_row (FootholdWeightsDialog *self, guint i)
{
  FootholdWorthWeights defaults = foothold_worth_default_weights;
  GtkWidget *weight = gtk_spin_button_new_with_range (0, 100, 5);
  /* Translators: of how much something counts: "Our default: 40" */
  g_autofree char *ours =
    g_strdup_printf (_ ("Our default: %.0f"), *foothold_judging_find_weight (&defaults, part_at (i)) * 100);
  GtkWidget *row = foothold_action_row_new (name_at (i), ours);

  self->weights[i] = GTK_SPIN_BUTTON (weight);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (weight), TRUE);
  /* each step is saved: Ctrl+Z takes back that, not the figures that stood in the field */
  foothold_typing_forget (weight);
  gtk_editable_set_enable_undo (GTK_EDITABLE (weight), FALSE);
  gtk_widget_set_valign (weight, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (weight), GTK_ACCESSIBLE_PROPERTY_LABEL, name_at (i), -1);
  g_object_set_data (G_OBJECT (weight), "at", GUINT_TO_POINTER (i));
  g_signal_connect_object (weight, "notify::value", G_CALLBACK (value_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), weight);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), weight);
  return row;
}

static void
foothold_weights_dialog_init (FootholdWeightsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.reset", FALSE);
  self->showing = TRUE;
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _ (groups[g].title));
      for (guint i = g * MOST_PARTS; i < (g + 1) * MOST_PARTS; i++)
        adw_preferences_group_add (group, make_row (self, i));
      self->groups[g] = group;
      adw_preferences_page_add (self->page, group);
    }
  self->showing = FALSE;
}
