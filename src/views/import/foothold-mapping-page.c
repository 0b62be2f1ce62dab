// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The look holds what was chosen; the rows only show it, and are made anew when it is another look. */

#define G_LOG_DOMAIN "foothold-mapping-page"

#include "foothold-mapping-page.h"

#include "exchange/foothold-csv-look.h"
#include "views/import/foothold-table-reading.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* Of a table with more columns than a person goes through, the rest stays as it is proposed. */
#define COLUMNS_SHOWN 60
#define EXAMPLES 3
/* Characters of an example, and of a line of them: in a narrow window the field stands beside it and keeps its words.
 */
#define EXAMPLE_LENGTH 24
#define EXAMPLE_LINES 2
#define TEXT_LENGTH 400

struct _FootholdMappingPage
{
  AdwBin parent_instance;
  GPtrArray *tables; /* FootholdTable or NULL */
  guint place;
  FootholdTable *table;
  GCancellable *cancellable; /* of the look under way, or NULL */
  GPtrArray *fields; /* AdwComboRow, one a column that is shown */
  GPtrArray *orders; /* AdwComboRow or NULL, likewise */
  GPtrArray *stages; /* AdwComboRow, one a word */
  gboolean updating, complete;

  AdwPreferencesPage *page;
  FootholdTableReading *reading;
  AdwPreferencesGroup *columns_group, *stages_group;
  GtkWidget *keep_button;
};

G_DEFINE_FINAL_TYPE (FootholdMappingPage, foothold_mapping_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPLETE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void show_table (FootholdMappingPage *self);

static FootholdCsvColumn *
get_column (FootholdMappingPage *self, guint n)
{
  return g_ptr_array_index (self->table->look->columns, n);
}

static char *
dup_column_name (FootholdMappingPage *self, guint n)
{
  const char *header = get_column (self, n)->header;

  /* Translators: a column of a table that has no name; %u is its number. */
  return *header != '\0' ? foothold_text_short (header, TEXT_LENGTH) : g_strdup_printf (_ ("Column %u"), n + 1);
}

/* --- what is left out, and what is missing --- */

static char *
dup_left_out (FootholdMappingPage *self, guint *n_left_out)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n_left_out = 0;
  for (guint i = 0; i < self->table->look->columns->len; i++)
    if (get_column (self, i)->field == NULL)
      {
        g_autofree char *name = dup_column_name (self, i);
        g_autofree char *shown = foothold_text_short (name, EXAMPLE_LENGTH);

        g_string_append_printf (names, "%s%s", *n_left_out > 0 ? ", " : "", shown);
        (*n_left_out)++;
      }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
describe (FootholdMappingPage *self)
{
  guint n;
  g_autofree char *names = dup_left_out (self, &n);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (foothold_csv_look_find (self->table->look, "title") < 0)
    text = g_strdup (_ ("Choose which column is the title; without one nothing can be imported."));
  else if (n > 0)
    /* Translators: %s are names of columns. */
    text = g_strdup_printf (ngettext ("%u column is left out: %s", "%u columns are left out: %s", n), n, names);
  else if (self->table->look->columns->len > COLUMNS_SHOWN)
    text = g_strdup_printf (_ ("The first %u columns; the others stay in the notes."), COLUMNS_SHOWN);
  /* the description of a group is markup */
  markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  adw_preferences_group_set_description (self->columns_group, markup);
  gtk_widget_set_visible (self->keep_button, n > 0);
}

static void
set_complete (FootholdMappingPage *self)
{
  const gboolean complete =
    self->table != NULL && self->cancellable == NULL && foothold_csv_look_find (self->table->look, "title") >= 0;

  if (complete == self->complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* --- stages --- */

static void
stage_chosen (AdwComboRow *row, GParamSpec *pspec, FootholdMappingPage *self)
{
  guint n;

  if (!self->updating && g_ptr_array_find (self->stages, row, &n))
    foothold_csv_look_set_stage (self->table->look,
                                 g_ptr_array_index (foothold_csv_look_stage_words (self->table->look), n),
                                 foothold_choice_get (row));
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* A row whose title is a stranger's text. */
static GtkWidget *
combo_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_combo_row_new ();

  foothold_action_row_set_text (ADW_ACTION_ROW (row), title, subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

static void
show_stages (FootholdMappingPage *self)
{
  GPtrArray *words = foothold_csv_look_stage_words (self->table->look);

  remove_rows (self->stages_group, self->stages);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      GtkWidget *row = combo_row_new (word, NULL);

      foothold_choice_setup (ADW_COMBO_ROW (row), &foothold_csv_stages, _ ("By the Date of Applying"), FALSE);
      foothold_choice_set (ADW_COMBO_ROW (row), foothold_csv_look_get_stage (self->table->look, word));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (stage_chosen), self, 0);
      adw_preferences_group_add (self->stages_group, row);
      g_ptr_array_add (self->stages, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->stages_group), self->stages->len > 0);
}

/* --- columns --- */

static gboolean
is_date (const char *field)
{
  return field != NULL && (g_str_has_suffix (field, "_on") || g_str_equal (field, "apply_by"));
}

/* The rows as the look has it: a field that was taken for one column is gone from another. */
static void
update_columns (FootholdMappingPage *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      AdwComboRow *order = g_ptr_array_index (self->orders, i);

      foothold_choice_set (g_ptr_array_index (self->fields, i), get_column (self, i)->field);
      if (order != NULL)
        gtk_widget_set_visible (GTK_WIDGET (order), is_date (get_column (self, i)->field));
    }
  self->updating = FALSE;
  describe (self);
  set_complete (self);
}

static void
field_chosen (AdwComboRow *row, GParamSpec *pspec, FootholdMappingPage *self)
{
  const int before = foothold_csv_look_find (self->table->look, "state");
  guint n;

  if (self->updating || !g_ptr_array_find (self->fields, row, &n))
    return;
  foothold_csv_look_set_field (self->table->look, n, foothold_choice_get (row));
  update_columns (self);
  if (foothold_csv_look_find (self->table->look, "state") != before)
    show_stages (self);
}

static void
order_chosen (AdwComboRow *row, GParamSpec *pspec, FootholdMappingPage *self)
{
  static const FootholdDayOrder orders[] = { FOOTHOLD_DAY_ORDER_ASK, FOOTHOLD_DAY_ORDER_DAY, FOOTHOLD_DAY_ORDER_MONTH };
  guint n;

  if (!self->updating && g_ptr_array_find (self->orders, row, &n))
    get_column (self, n)->order = orders[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (orders) - 1)];
}

/* "Acme · Nordlicht", below each other where they are long. */
static char *
dup_examples (FootholdMappingPage *self, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = 0, n_lines = 1;
  glong length = 0;

  for (guint i = 0; i < self->table->look->samples->len && n_shown < EXAMPLES; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (self->table->look->samples, i))[n];
      g_autofree char *shown = foothold_text_short (cell, EXAMPLE_LENGTH);
      const glong more = g_utf8_strlen (g_strstrip (shown), -1);
      const gboolean breaks = length > 0 && length + 3 + more > EXAMPLE_LENGTH;

      if (more == 0)
        continue;
      if (breaks && ++n_lines > EXAMPLE_LINES)
        break;
      g_string_append_printf (text, "%s%s", n_shown == 0 ? "" : breaks ? "\n" : " · ", shown);
      length = breaks || n_shown == 0 ? more : length + 3 + more;
      n_shown++;
    }

  return n_shown > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("empty"));
}

/* Which of the column's examples may be two dates. */
static GtkWidget *
order_row_new (FootholdMappingPage *self, guint n, const char *name)
{
  const char *const names[] = { _ ("Keep in the Notes"), _ ("Day First"), _ ("Month First"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  g_autofree char *examples = dup_examples (self, n);
  /* Translators: %s is the name of a column. */
  g_autofree char *title = g_strdup_printf (_ ("Dates in “%s”"), name);
  GtkWidget *row = combo_row_new (title, examples);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (order_chosen), self, 0);
  return row;
}

static void
show_columns (FootholdMappingPage *self)
{
  remove_rows (self->columns_group, self->fields);
  remove_rows (self->columns_group, self->orders);
  for (guint i = 0; i < MIN (self->table->look->columns->len, COLUMNS_SHOWN); i++)
    {
      g_autofree char *name = dup_column_name (self, i);
      g_autofree char *examples = dup_examples (self, i);
      GtkWidget *row = combo_row_new (name, examples);
      GtkWidget *order = get_column (self, i)->order == FOOTHOLD_DAY_ORDER_ASK ? order_row_new (self, i, name) : NULL;

      foothold_choice_setup (ADW_COMBO_ROW (row), &foothold_csv_fields, _ ("Leave Out"), FALSE);
      foothold_choice_set (ADW_COMBO_ROW (row), get_column (self, i)->field);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_chosen), self, 0);
      adw_preferences_group_add (self->columns_group, row);
      if (order != NULL)
        adw_preferences_group_add (self->columns_group, order);
      g_ptr_array_add (self->fields, row);
      g_ptr_array_add (self->orders, order);
    }
}

static void
keep_rest (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FootholdMappingPage *self = FOOTHOLD_MAPPING_PAGE (widget);

  for (guint i = 0; self->table != NULL && i < self->table->look->columns->len; i++)
    if (get_column (self, i)->field == NULL)
      foothold_csv_look_set_field (self->table->look, i, "extra");
  update_columns (self);
  foothold_mapping_page_focus (self);
}

/* --- how it is read --- */

static void
look_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdMappingPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->table == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (foothold_table_look_again_finish (self->table, result, &error))
    show_table (self);
  else
    {
      foothold_table_reading_show (self->reading, self->table, error->message);
      set_complete (self);
    }
}

static void
look_again (FootholdMappingPage *self, FootholdCsvHints hints)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_complete (self);
  foothold_table_look_again_async (self->table, hints, self->cancellable, look_done, g_object_ref (self));
}

static void
said (FootholdMappingPage *self)
{
  look_again (self, foothold_table_reading_get_hints (self->reading));
}

static void
show_table (FootholdMappingPage *self)
{
  self->updating = TRUE;
  foothold_table_reading_show (self->reading, self->table, NULL);
  show_columns (self);
  show_stages (self);
  self->updating = FALSE;
  update_columns (self);
}

/* --- one after the other --- */

/* One before it has the same columns, and was told what they are. */
static gboolean
follow_earlier (FootholdMappingPage *self, FootholdTable *table, guint place)
{
  for (guint i = 0; i < place; i++)
    {
      const FootholdTable *earlier = g_ptr_array_index (self->tables, i);

      if (earlier != NULL && g_str_equal (earlier->key, table->key)
          && g_str_equal (earlier->look->signature, table->look->signature))
        {
          g_autofree char *mapping = foothold_csv_look_mapping_to_text (earlier->look, NULL);

          return foothold_csv_look_take_mapping (table->look, mapping);
        }
    }

  return FALSE;
}

gboolean
foothold_mapping_page_next (FootholdMappingPage *self)
{
  while (++self->place < self->tables->len)
    {
      FootholdTable *table = g_ptr_array_index (self->tables, self->place);

      if (table == NULL || follow_earlier (self, table, self->place))
        continue;
      if (self->table != NULL)
        foothold_table_unref (self->table);
      self->table = foothold_table_ref (table);
      foothold_table_reading_fold (self->reading);
      show_table (self);
      adw_preferences_page_scroll_to_top (self->page);
      return TRUE;
    }

  return FALSE;
}

gboolean
foothold_mapping_page_begin (FootholdMappingPage *self, GPtrArray *tables)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  self->tables = g_ptr_array_ref (tables);
  self->place = G_MAXUINT;
  return foothold_mapping_page_next (self);
}

const FootholdTable *
foothold_mapping_page_get_table (FootholdMappingPage *self)
{
  return self->table;
}

gboolean
foothold_mapping_page_get_complete (FootholdMappingPage *self)
{
  return self->complete;
}

void
foothold_mapping_page_focus (FootholdMappingPage *self)
{
  if (self->fields->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

/* --- the class --- */

static void
foothold_mapping_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPLETE)
    g_value_set_boolean (value, FOOTHOLD_MAPPING_PAGE (object)->complete);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foothold_mapping_page_dispose (GObject *object)
{
  FootholdMappingPage *self = FOOTHOLD_MAPPING_PAGE (object);

  self->updating = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The template would unparent its child behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOOTHOLD_TYPE_MAPPING_PAGE);
  g_clear_pointer (&self->table, foothold_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  G_OBJECT_CLASS (foothold_mapping_page_parent_class)->dispose (object);
}

static void
foothold_mapping_page_finalize (GObject *object)
{
  FootholdMappingPage *self = FOOTHOLD_MAPPING_PAGE (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->stages);
  G_OBJECT_CLASS (foothold_mapping_page_parent_class)->finalize (object);
}

static void
foothold_mapping_page_class_init (FootholdMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foothold_mapping_page_dispose;
  object_class->finalize = foothold_mapping_page_finalize;
  object_class->get_property = foothold_mapping_page_get_property;
  properties[PROP_COMPLETE] =
    g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdMappingPage, page);
  gtk_widget_class_bind_template_child (widget_class, FootholdMappingPage, reading);
  gtk_widget_class_bind_template_child (widget_class, FootholdMappingPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdMappingPage, stages_group);
  gtk_widget_class_bind_template_child (widget_class, FootholdMappingPage, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, said);
  gtk_widget_class_install_action (widget_class, "mapping.keep-rest", NULL, keep_rest);
}

static void
foothold_mapping_page_init (FootholdMappingPage *self)
{
  g_type_ensure (FOOTHOLD_TYPE_TABLE_READING);
  self->fields = g_ptr_array_new ();
  self->orders = g_ptr_array_new ();
  self->stages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
