// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-statistics"

#include "foothold-proof-dialog.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"
#include "views/board/foothold-field-row.h"
#include "views/export/foothold-table-file.h"
#include "views/statistics/foothold-proof-words.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-printing.h"
#include "widgets/foothold-table-print.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"

#include <glib/gi18n.h>

/* So many are shown before they are on paper; all of them are printed. */
#define MOST_SHOWN 100

/* In the order of the model of the template. */
typedef enum
{
  PERIOD_MONTH,
  PERIOD_LAST_MONTH,
  PERIOD_QUARTER, /* the last three months and this one */
  PERIOD_YEAR,
  PERIOD_OWN,
} Period;

struct _FootholdProofDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwComboRow *period;
  GtkListBox *range_box;
  GtkLabel *count;
  GtkListBox *lines;
  GtkWidget *more;

  FootholdFieldRow *from, *to;
  FootholdStore *store;
  FootholdProof *proof; /* what is shown; NULL before it was read */
  GCancellable *cancellable; /* of the question under way */
};

G_DEFINE_FINAL_TYPE (FootholdProofDialog, foothold_proof_dialog, ADW_TYPE_DIALOG)

/* ---- the time ---- */

static char *
write_iso (const GDate *day)
{
  char iso[FOOTHOLD_DAY_SIZE];

  foothold_rhythm_write_day (day, iso);
  return g_strdup (iso);
}

static void
period_days (Period period, char **from, char **to)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate begin, end;

  g_date_clear (&begin, 1);
  g_date_set_dmy (&begin, 1, (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  end = begin;
  switch (period)
    {
    case PERIOD_LAST_MONTH:
      g_date_subtract_months (&begin, 1);
      g_date_subtract_days (&end, 1);
      break;
    case PERIOD_QUARTER:
      g_date_subtract_months (&begin, 3);
      g_date_add_months (&end, 1);
      g_date_subtract_days (&end, 1);
      break;
    case PERIOD_YEAR:
      g_date_set_month (&begin, G_DATE_JANUARY);
      g_date_set_dmy (&end, 31, G_DATE_DECEMBER, g_date_get_year (&begin));
      break;
    case PERIOD_MONTH:
    case PERIOD_OWN:
    default:
      g_date_add_months (&end, 1);
      g_date_subtract_days (&end, 1);
      break;
    }
  *from = write_iso (&begin);
  *to = write_iso (&end);
}

/* FALSE where it cannot be read; with @say the row says why. */
static gboolean
read_day (FootholdFieldRow *row, gboolean say, char **iso)
{
  g_autofree char *text = foothold_field_row_dup_text (row);
  g_autoptr (GError) error = NULL;

  *iso = NULL;
  if (foothold_parse_date (text, NULL, iso, &error) && *iso != NULL)
    {
      foothold_field_row_set_error (row, NULL);
      return TRUE;
    }

  if (say)
    foothold_field_row_set_error (row, error != NULL ? error->message : _ ("A day is needed."));
  return FALSE;
}

static void
show_days (FootholdProofDialog *self, const char *from, const char *to)
{
  g_autofree char *from_text = foothold_format_date_full (from);
  g_autofree char *to_text = foothold_format_date_full (to);

  foothold_field_row_load (self->from, from_text, "not-looked-at", NULL);
  foothold_field_row_load (self->to, to_text, "not-looked-at", NULL);
}

/* Each day that is wrong says so, not the first alone. */
static gboolean
read_range (FootholdProofDialog *self, gboolean say, char **from, char **to)
{
  const Period period = adw_combo_row_get_selected (self->period);
  gboolean good;

  if (period != PERIOD_OWN)
    {
      period_days (period, from, to);
      return TRUE;
    }

  good = read_day (self->from, say, from);
  good = read_day (self->to, say, to) && good;
  if (good && g_strcmp0 (*from, *to) > 0)
    {
      if (say)
        foothold_field_row_set_error (self->to, _ ("The last day is before the first."));
      good = FALSE;
    }
  return good;
}

/* ---- what is in it ---- */

static void
add_line (FootholdProofDialog *self, const FootholdProofLine *line)
{
  g_autofree char *day = foothold_format_day (line->day);
  g_autofree char *steps = foothold_proof_steps_words (line);
  g_autofree char *title = line->organisation != NULL
                             ? g_strdup_printf (_ ("%1$s, %2$s"), line->title, line->organisation)
                             : g_strdup (line->title);
  g_autofree char *subtitle =
    /* Translators: the day an application was sent, and what came of it */
    g_strdup_printf (C_ ("proof of search", "%1$s: %2$s"), day, steps);

  gtk_list_box_append (self->lines, foothold_action_row_new (title, subtitle));
}

static void
let_out (FootholdProofDialog *self, gboolean may)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.print", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.save-pdf", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.save-csv", may);
}

/* An office must not be handed a proof of another time than the one that is typed. */
static void
show_nothing (FootholdProofDialog *self)
{
  g_clear_pointer (&self->proof, foothold_proof_free);
  let_out (self, FALSE);
  gtk_label_set_label (self->count, _ ("Write the first and the last day."));
  gtk_list_box_remove_all (self->lines);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), FALSE);
  gtk_widget_set_visible (self->more, FALSE);
}

static void
show_proof (FootholdProofDialog *self)
{
  const GPtrArray *lines = self->proof->lines;
  g_autofree char *count = foothold_proof_count_words (self->proof);
  g_autofree char *range = foothold_proof_range_words (self->proof);
  g_autofree char *text = g_strconcat (count, " · ", range, NULL);

  gtk_label_set_label (self->count, text);
  gtk_list_box_remove_all (self->lines);
  for (guint i = 0; i < MIN (lines->len, MOST_SHOWN); i++)
    add_line (self, g_ptr_array_index (lines, i));
  gtk_widget_set_visible (GTK_WIDGET (self->lines), lines->len > 0);
  gtk_widget_set_visible (self->more, lines->len > MOST_SHOWN);
  let_out (self, lines->len > 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdProofDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FootholdProof *proof = foothold_proof_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proof == NULL)
    {
      foothold_toast_error (GTK_WIDGET (self->lines), error);
      return;
    }

  g_clear_pointer (&self->proof, foothold_proof_free);
  self->proof = proof;
  show_proof (self);
}

static void
load_range (FootholdProofDialog *self, gboolean say)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->store == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!read_range (self, say, &from, &to))
    {
      show_nothing (self);
      return;
    }

  /* What is shown is of the time before until it is read. */
  let_out (self, FALSE);
  self->cancellable = g_cancellable_new ();
  if (adw_combo_row_get_selected (self->period) != PERIOD_OWN)
    show_days (self, from, to);
  foothold_proof_load_async (self->store, from, to, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
load (FootholdProofDialog *self)
{
  load_range (self, TRUE);
}

/* A day that is half written is not wrong yet, but no longer the one before. */
static void
typed_cb (FootholdProofDialog *self)
{
  if (adw_combo_row_get_selected (self->period) == PERIOD_OWN)
    load_range (self, FALSE);
}

static void
period_cb (FootholdProofDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->range_box), adw_combo_row_get_selected (self->period) == PERIOD_OWN);
  load (self);
}

/* ---- its ways out ---- */

static char *
file_name (FootholdProofDialog *self, const char *suffix)
{
  return g_strdup_printf ("foothold-proof-%s-%s%s", self->proof->from, self->proof->to, suffix);
}

/* (transfer full) */
static GtkPrintOperation *
new_print (FootholdProofDialog *self)
{
  static const double shares[FOOTHOLD_PROOF_COLUMNS] = { 0.13, 0.2, 0.25, 0.12, 0.3 };
  g_autoptr (GPtrArray) cells = foothold_proof_paper_cells (self->proof);
  g_autofree char *range = foothold_proof_range_words (self->proof);
  g_autofree char *count = foothold_proof_count_words (self->proof);
  /* Translators: a range of days, and how many applications */
  g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s"), range, count);
  const char *const intro[] = { _ ("Proof of Search"), line, self->proof->name, NULL };

  return foothold_table_print_new (&(FootholdTablePrint) {
    .job_name = _ ("Proof of Search"),
    .cells = cells,
    .n_columns = FOOTHOLD_PROOF_COLUMNS,
    .shares = shares,
    .intro = intro,
    .landscape = TRUE,
  });
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdProofDialog *self = FOOTHOLD_PROOF_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = new_print (self);

  foothold_print (GTK_WIDGET (self->lines), operation);
}

static void
save_pdf_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdProofDialog *self = FOOTHOLD_PROOF_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = new_print (self);
  g_autofree char *name = file_name (self, ".pdf");

  foothold_print_to_file (GTK_WIDGET (self->lines), operation, _ ("Save Proof of Search"), name);
}

static void
save_csv_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdProofDialog *self = FOOTHOLD_PROOF_DIALOG (widget);
  guint n_columns;
  g_autoptr (GPtrArray) cells = foothold_proof_table_cells (self->proof, &n_columns);
  g_autofree char *name = file_name (self, "");

  foothold_table_file_save (GTK_WIDGET (self->lines), _ ("Save Proof of Search"), name, cells, n_columns);
}

/* ---- the object ---- */

void
foothold_proof_dialog_present (GtkWidget *parent, FootholdStore *store)
{
  FootholdProofDialog *self = g_object_new (FOOTHOLD_TYPE_PROOF_DIALOG, NULL);

  self->store = g_object_ref (store);
  load (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static void
foothold_proof_dialog_dispose (GObject *object)
{
  FootholdProofDialog *self = FOOTHOLD_PROOF_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->proof, foothold_proof_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PROOF_DIALOG);

  G_OBJECT_CLASS (foothold_proof_dialog_parent_class)->dispose (object);
}

static void
foothold_proof_dialog_class_init (FootholdProofDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "statistics");
  G_OBJECT_CLASS (klass)->dispose = foothold_proof_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-proof-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, period);
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, range_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, count);
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, FootholdProofDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, period_cb);
  gtk_widget_class_install_action (widget_class, "proof.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "proof.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "proof.save-csv", NULL, save_csv_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "proof.print", NULL);
}

static FootholdFieldRow *
add_day (FootholdProofDialog *self, const char *field, const char *title)
{
  GtkWidget *row = foothold_field_row_new (field, FOOTHOLD_ENTRY_DATE);

  foothold_field_row_set_title (FOOTHOLD_FIELD_ROW (row), title);
  foothold_field_row_hide_knowledge (FOOTHOLD_FIELD_ROW (row), FALSE);
  g_signal_connect_object (row, "committed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->range_box, row);
  return FOOTHOLD_FIELD_ROW (row);
}

static void
foothold_proof_dialog_init (FootholdProofDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->from = add_day (self, "start_on", _ ("First Day"));
  self->to = add_day (self, "end_on", _ ("Last Day"));
  foothold_toaster_let_escape (self->toast_overlay);
  let_out (self, FALSE);
}
