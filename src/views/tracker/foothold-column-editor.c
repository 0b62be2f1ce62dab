// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-column-editor.h"

#include "rules/foothold-stages.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

struct _FootholdColumnEditor
{
  AdwExpanderRow parent_instance;

  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
  GtkEditable *name;
  AdwComboRow *kind;
  GtkSpinButton *limit;

  FootholdRow *row; /* FootholdStageRow, as it was */
  char *preset_name; /* what one of ours is called as long as nobody names it otherwise; else NULL */
  GPtrArray *order; /* of the states: slugs, as they were */
  GtkCheckButton **checks; /* by the order of foothold_application_states */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdColumnEditor, foothold_column_editor, ADW_TYPE_EXPANDER_ROW)

/* The states that are ticked: those it held in the order it held them, then the others. (transfer full) */
static char *
dup_states (FootholdColumnEditor *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      const FootholdListEntry *entry = foothold_list_find (&foothold_application_states, self->order->pdata[i]);

      if (entry != NULL && gtk_check_button_get_active (self->checks[entry - foothold_application_states.entries]))
        g_ptr_array_add (words, (gpointer) entry->slug);
    }
  for (guint i = 0; i < foothold_application_states.n_entries; i++)
    {
      const char *slug = foothold_application_states.entries[i].slug;

      if (gtk_check_button_get_active (self->checks[i]) && !g_ptr_array_find (words, slug, NULL))
        g_ptr_array_add (words, (gpointer) slug);
    }
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);

  return g_string_free (text, FALSE);
}

gpointer
foothold_column_editor_dup_row (FootholdColumnEditor *self)
{
  g_autofree char *name = NULL;
  g_autofree char *states = NULL;
  FootholdStageRow *row;
  int limit;

  g_return_val_if_fail (FOOTHOLD_IS_COLUMN_EDITOR (self), NULL);

  /* What is typed counts before the keys leave it. */
  gtk_spin_button_update (self->limit);
  limit = gtk_spin_button_get_value_as_int (self->limit);
  row = foothold_row_copy (self->row);
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  states = dup_states (self);
  /* one of ours keeps following the language until somebody names it */
  g_set_str (&row->name, g_strcmp0 (name, self->preset_name) == 0 && row->preset != NULL ? NULL : name);
  g_set_str (&row->kind, foothold_choice_get (self->kind));
  g_set_str (&row->states, states);
  row->card_limit = limit > 0 ? limit : GINT64_UNKNOWN;
  return row;
}

/* One column stands below the other: whoever hears a button alone must know whose it is. */
static void
name_buttons (FootholdColumnEditor *self, const char *column)
{
  g_autofree char *up = g_strdup_printf (_ ("Move Up %s"), column);
  g_autofree char *down = g_strdup_printf (_ ("Move Down %s"), column);
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->up), GTK_ACCESSIBLE_PROPERTY_LABEL, up, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->down), GTK_ACCESSIBLE_PROPERTY_LABEL, down, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
show_line (FootholdColumnEditor *self)
{
  g_autoptr (FootholdRow) row = foothold_column_editor_dup_row (self);
  g_autofree char *shown = foothold_text_visible (gtk_editable_get_text (self->name), FALSE);
  g_auto (GStrv) states = g_strsplit (((FootholdStageRow *) row)->states, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *title;

  for (guint i = 0; states[i] != NULL; i++)
    if (*states[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              foothold_list_name (&foothold_application_states, states[i]));
  title = *shown != '\0' ? shown : _ ("New column");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  name_buttons (self, title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words->str);
}

static void
edited_cb (FootholdColumnEditor *self)
{
  if (self->filling)
    return;
  show_line (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
add_checks (FootholdColumnEditor *self)
{
  self->checks = g_new0 (GtkCheckButton *, foothold_application_states.n_entries);
  for (guint i = 0; i < foothold_application_states.n_entries; i++)
    {
      const FootholdListEntry *entry = &foothold_application_states.entries[i];
      GtkWidget *row = foothold_action_row_new (foothold_list_entry_name (entry), NULL);
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      foothold_list_entry_name (entry), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      self->checks[i] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
fill (FootholdColumnEditor *self, const FootholdStageRow *row, const char *name)
{
  g_auto (GStrv) states = g_strsplit (row->states != NULL ? row->states : "", " ", -1);

  self->filling = TRUE;
  gtk_editable_set_text (self->name, name);
  foothold_choice_set (self->kind, row->kind);
  gtk_spin_button_set_value (self->limit, row->card_limit != GINT64_UNKNOWN ? (double) row->card_limit : 0);
  for (guint i = 0; states[i] != NULL; i++)
    {
      const FootholdListEntry *entry = foothold_list_find (&foothold_application_states, states[i]);

      if (entry == NULL)
        continue;
      g_ptr_array_add (self->order, (gpointer) entry->slug);
      gtk_check_button_set_active (self->checks[entry - foothold_application_states.entries], TRUE);
    }
  self->filling = FALSE;
  show_line (self);
}

GtkWidget *
foothold_column_editor_new (const FootholdStageRow *row, const char *name)
{
  FootholdColumnEditor *self = g_object_new (FOOTHOLD_TYPE_COLUMN_EDITOR, NULL);

  self->row = foothold_row_copy (row);
  if (row->preset != NULL)
    self->preset_name = g_strdup (foothold_list_name (&foothold_stage_names, row->preset));
  fill (self, row, name);
  return GTK_WIDGET (self);
}

void
foothold_column_editor_set_place (FootholdColumnEditor *self, guint at, guint n)
{
  g_return_if_fail (FOOTHOLD_IS_COLUMN_EDITOR (self));

  gtk_widget_set_sensitive (self->up, at > 0);
  gtk_widget_set_sensitive (self->down, at + 1 < n);
  gtk_widget_set_sensitive (self->remove, n > 1);
}

void
foothold_column_editor_begin (FootholdColumnEditor *self)
{
  g_return_if_fail (FOOTHOLD_IS_COLUMN_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
up_cb (FootholdColumnEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "up");
}

static void
down_cb (FootholdColumnEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "down");
}

static void
remove_cb (FootholdColumnEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "remove");
}

static void
foothold_column_editor_dispose (GObject *object)
{
  FootholdColumnEditor *self = FOOTHOLD_COLUMN_EDITOR (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_COLUMN_EDITOR);
  g_clear_pointer (&self->row, foothold_row_unref);
  g_clear_pointer (&self->preset_name, g_free);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_free);

  G_OBJECT_CLASS (foothold_column_editor_parent_class)->dispose (object);
}

static void
foothold_column_editor_class_init (FootholdColumnEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_column_editor_dispose;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", FOOTHOLD_TYPE_COLUMN_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ASKED] = g_signal_new ("asked", FOOTHOLD_TYPE_COLUMN_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-column-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, up);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, down);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, remove);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, name);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, FootholdColumnEditor, limit);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
foothold_column_editor_init (FootholdColumnEditor *self)
{
  self->order = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_choice_setup (self->kind, &foothold_stage_kinds, NULL, FALSE);
  add_checks (self);
  self->filling = FALSE;
}
