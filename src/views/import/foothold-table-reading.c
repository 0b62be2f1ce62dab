// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Each choice is a hint for another look; what was not chosen is found again. */

#define G_LOG_DOMAIN "foothold-table-reading"

#include "foothold-table-reading.h"

#include "exchange/foothold-csv-look.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define HEAD_LENGTH 40
#define PREAMBLE_LENGTH 400

struct _FootholdTableReading
{
  AdwPreferencesGroup parent_instance;
  FootholdCsvHints hints;
  GArray *lines; /* guint: of each choice of the row of names, the first none */
  gboolean updating;

  AdwExpanderRow *reading_row;
  AdwComboRow *charset_row, *delimiter_row, *header_row;
  AdwActionRow *preamble_row;
};

G_DEFINE_FINAL_TYPE (FootholdTableReading, foothold_table_reading, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  char character;
  const char *name, *between;
} delimiters[] = {
  { ',', N_ ("Comma"), N_ ("commas between the cells") },
  { ';', N_ ("Semicolon"), N_ ("semicolons between the cells") },
  { '\t', N_ ("Tab"), N_ ("tabs between the cells") },
  { '|', N_ ("Vertical Bar"), N_ ("vertical bars between the cells") },
};

FootholdCsvHints
foothold_table_reading_get_hints (FootholdTableReading *self)
{
  return self->hints;
}

static void
charset_chosen (FootholdTableReading *self)
{
  if (self->updating)
    return;
  self->hints.charset = foothold_csv_charsets[adw_combo_row_get_selected (self->charset_row)];
  g_signal_emit (self, signals[SAID], 0);
}

static void
delimiter_chosen (FootholdTableReading *self)
{
  if (self->updating)
    return;
  self->hints.delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)].character;
  g_signal_emit (self, signals[SAID], 0);
}

static void
header_chosen (FootholdTableReading *self)
{
  if (self->updating)
    return;
  self->hints.header_line = (int) g_array_index (self->lines, guint, adw_combo_row_get_selected (self->header_row));
  g_signal_emit (self, signals[SAID], 0);
}

static void
show_headers (FootholdTableReading *self, const FootholdCsvLook *look)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  const guint none = 0;
  guint selected = 0;

  g_array_set_size (self->lines, 0);
  g_array_append_val (self->lines, none);
  gtk_string_list_append (lines, _ ("No Line"));
  for (guint i = 0; i < look->heads->len; i++)
    {
      const FootholdCsvHead *head = g_ptr_array_index (look->heads, i);
      g_autofree char *text = foothold_text_short (head->text, HEAD_LENGTH);
      /* Translators: a line of a table: its number and how it begins. */
      g_autofree char *shown = g_strdup_printf (_ ("Line %u: %s"), head->line, text);

      gtk_string_list_append (lines, shown);
      g_array_append_val (self->lines, head->line);
      if (head->line == look->header_line)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->header_row, G_LIST_MODEL (lines));
  adw_combo_row_set_selected (self->header_row, selected);
}

static void
show_reading (FootholdTableReading *self, const FootholdCsvLook *look, const char *trouble)
{
  g_autofree char *preamble = NULL;
  g_autofree char *names = look->header_line > 0 ? g_strdup_printf (_ ("names in line %u"), look->header_line)
                                                 : g_strdup (_ ("no names of columns"));
  g_autofree char *subtitle = NULL;
  g_autofree char *shown = NULL;
  const char *between = "";

  for (guint i = 0; foothold_csv_charsets[i] != NULL; i++)
    if (strcmp (foothold_csv_charsets[i], look->charset) == 0)
      adw_combo_row_set_selected (self->charset_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].character == look->delimiter)
      {
        adw_combo_row_set_selected (self->delimiter_row, i);
        between = _ (delimiters[i].between);
      }
  show_headers (self, look);

  /* Translators: how a table is read: "UTF-8, commas between the cells, names in line 1" */
  subtitle = g_strdup_printf (_ ("%s, %s, %s"), look->charset, between, names);
  if (trouble == NULL && look->lossy)
    trouble = _ ("Some characters could not be read: choose another character set.");
  shown = foothold_text_visible (trouble != NULL ? trouble : subtitle, FALSE);
  adw_expander_row_set_subtitle (self->reading_row, shown);
  if (trouble != NULL)
    adw_expander_row_set_expanded (self->reading_row, TRUE);
  preamble = foothold_text_short (look->preamble != NULL ? look->preamble : "", PREAMBLE_LENGTH);
  adw_action_row_set_subtitle (self->preamble_row, preamble);
  gtk_widget_set_visible (GTK_WIDGET (self->preamble_row), *preamble != '\0');
}

void
foothold_table_reading_show (FootholdTableReading *self, const FootholdTable *table, const char *trouble)
{
  const FootholdCsvLook *look = table->look;
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", look->n_rows), look->n_rows);
  g_autofree char *columns =
    g_strdup_printf (ngettext ("%u column", "%u columns", look->columns->len), look->columns->len);
  /* Translators: "214 rows, 9 columns" */
  g_autofree char *size = g_strdup_printf (_ ("%s, %s"), rows, columns);

  self->updating = TRUE;
  self->hints = table->hints;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), size);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         table->remembered
                                           ? _ ("What you chose for this table last time is chosen again.")
                                           : _ ("What Foothold found by looking. Change what is wrong."));
  show_reading (self, look, trouble);
  self->updating = FALSE;
}

void
foothold_table_reading_fold (FootholdTableReading *self)
{
  adw_expander_row_set_expanded (self->reading_row, FALSE);
}

static void
foothold_table_reading_dispose (GObject *object)
{
  FOOTHOLD_TABLE_READING (object)->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_TABLE_READING);
  G_OBJECT_CLASS (foothold_table_reading_parent_class)->dispose (object);
}

static void
foothold_table_reading_finalize (GObject *object)
{
  g_array_unref (FOOTHOLD_TABLE_READING (object)->lines);
  G_OBJECT_CLASS (foothold_table_reading_parent_class)->finalize (object);
}

static void
foothold_table_reading_class_init (FootholdTableReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_table_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_table_reading_finalize;
  signals[SAID] =
    g_signal_new ("said", FOOTHOLD_TYPE_TABLE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-table-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdTableReading, reading_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdTableReading, charset_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdTableReading, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdTableReading, header_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdTableReading, preamble_row);
  gtk_widget_class_bind_template_callback (widget_class, charset_chosen);
  gtk_widget_class_bind_template_callback (widget_class, delimiter_chosen);
  gtk_widget_class_bind_template_callback (widget_class, header_chosen);
}

static void
foothold_table_reading_init (FootholdTableReading *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) charsets = gtk_string_list_new (foothold_csv_charsets);

  self->hints = FOOTHOLD_CSV_NO_HINTS;
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    gtk_string_list_append (names, _ (delimiters[i].name));
  adw_combo_row_set_model (self->charset_row, G_LIST_MODEL (charsets));
  adw_combo_row_set_model (self->delimiter_row, G_LIST_MODEL (names));
  self->updating = FALSE;
}
