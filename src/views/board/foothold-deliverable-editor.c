// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-deliverable-editor.h"

#include "model/foothold-format.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-typing.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

/* Three lines in one row; the menu beside them moves and removes. */

struct _FootholdDeliverableEditor
{
  AdwPreferencesRow parent_instance;

  FootholdWrappedEntry *title_text;
  FootholdWrappedEntry *acceptance_text;
  FootholdWrappedEntry *due_text;
  GtkLabel *error_label;
  GtkMenuButton *menu;
  GMenuModel *deliverable_menu;

  FootholdDeliverableRow *row;
  gboolean loading;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdDeliverableEditor, foothold_deliverable_editor, ADW_TYPE_PREFERENCES_ROW)

static char *
text_of (FootholdWrappedEntry *text)
{
  return g_strstrip (foothold_wrapped_entry_dup_text (text));
}

static char *
shown_date (const FootholdDeliverableRow *row)
{
  return row->due_on != NULL ? foothold_format_date_full (row->due_on) : g_strdup ("");
}

static gboolean
is_due_dirty (FootholdDeliverableEditor *self)
{
  g_autofree char *due = text_of (self->due_text);
  g_autofree char *shown = shown_date (self->row);

  return !g_str_equal (due, shown);
}

static gboolean
is_dirty (FootholdDeliverableEditor *self)
{
  g_autofree char *title = text_of (self->title_text);
  g_autofree char *acceptance = text_of (self->acceptance_text);

  if (self->row == NULL)
    return FALSE;

  return g_strcmp0 (title, self->row->title) != 0
         || g_strcmp0 (acceptance, self->row->acceptance != NULL ? self->row->acceptance : "") != 0
         || is_due_dirty (self);
}

static void
commit_cb (FootholdDeliverableEditor *self)
{
  if (!self->loading && is_dirty (self))
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

const FootholdDeliverableRow *
foothold_deliverable_editor_peek_row (FootholdDeliverableEditor *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_DELIVERABLE_EDITOR (self), NULL);

  return self->row;
}

void
foothold_deliverable_editor_commit (FootholdDeliverableEditor *self)
{
  g_return_if_fail (FOOTHOLD_IS_DELIVERABLE_EDITOR (self));

  commit_cb (self);
}

/* Plain text is kept while it is typed. */
static void
typed_cb (GtkWidget *text, gpointer user_data)
{
  commit_cb (user_data);
}

static void
say_error (FootholdDeliverableEditor *self, const char *sentence)
{
  gtk_label_set_text (self->error_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

FootholdDeliverableRow *
foothold_deliverable_editor_read (FootholdDeliverableEditor *self)
{
  g_autofree char *title = NULL;
  g_autofree char *acceptance = NULL;
  g_autofree char *due = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *iso = NULL;
  g_autoptr (GError) error = NULL;
  FootholdDeliverableRow *row;

  g_return_val_if_fail (FOOTHOLD_IS_DELIVERABLE_EDITOR (self), NULL);
  g_return_val_if_fail (self->row != NULL, NULL);

  title = text_of (self->title_text);
  acceptance = text_of (self->acceptance_text);
  due = text_of (self->due_text);
  shown = shown_date (self->row);
  if (*title == '\0')
    {
      say_error (self, _ ("A deliverable needs a name; what was there is kept."));
      return NULL;
    }
  if (g_str_equal (due, shown))
    iso = g_strdup (self->row->due_on);
  else if (!foothold_parse_date (due, NULL, &iso, &error))
    {
      say_error (self, error->message);
      return NULL;
    }

  say_error (self, NULL);
  row = foothold_row_copy (self->row);
  g_set_str (&row->title, title);
  g_set_str (&row->acceptance, *acceptance != '\0' ? acceptance : NULL);
  g_set_str (&row->due_on, iso);
  return row;
}

void
foothold_deliverable_editor_load (FootholdDeliverableEditor *self,
                                  const FootholdDeliverableRow *row,
                                  guint place,
                                  guint n)
{
  g_autofree char *due = NULL;
  g_autofree char *name = NULL;
  gboolean typing_due;

  g_return_if_fail (FOOTHOLD_IS_DELIVERABLE_EDITOR (self));

  typing_due = self->row != NULL && gtk_widget_has_focus (GTK_WIDGET (self->due_text)) && is_due_dirty (self);
  self->loading = TRUE;
  g_clear_pointer (&self->row, foothold_row_unref);
  self->row = foothold_row_ref ((gpointer) row);
  due = shown_date (row);
  foothold_typing_set_text (GTK_WIDGET (self->title_text), row->title);
  foothold_typing_set_text (GTK_WIDGET (self->acceptance_text), row->acceptance);
  if (!typing_due)
    {
      foothold_wrapped_entry_set_text (self->due_text, due);
      foothold_typing_forget (GTK_WIDGET (self->due_text));
    }
  say_error (self, NULL);
  self->loading = FALSE;

  /* Translators: the name of a row for screen readers. */
  name = g_strdup_printf (_ ("Deliverable %u of %u: %s"), place + 1, n, row->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliverable.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deliverable.move-down", place + 1 < n);
}

GtkWidget *
foothold_deliverable_editor_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_DELIVERABLE_EDITOR, NULL);
}

static void
move_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  commit_cb (FOOTHOLD_DELIVERABLE_EDITOR (widget));
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, g_str_equal (action_name, "deliverable.move-up") ? -1 : 1);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static void
foothold_deliverable_editor_dispose (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_DELIVERABLE_EDITOR (object)->row, foothold_row_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_DELIVERABLE_EDITOR);

  G_OBJECT_CLASS (foothold_deliverable_editor_parent_class)->dispose (object);
}

static void
foothold_deliverable_editor_class_init (FootholdDeliverableEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foothold_deliverable_editor_dispose;
  g_type_ensure (FOOTHOLD_TYPE_WRAPPED_ENTRY);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", FOOTHOLD_TYPE_DELIVERABLE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", FOOTHOLD_TYPE_DELIVERABLE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", FOOTHOLD_TYPE_DELIVERABLE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-deliverable-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, title_text);
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, acceptance_text);
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, due_text);
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, error_label);
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdDeliverableEditor, deliverable_menu);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_install_action (widget_class, "deliverable.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "deliverable.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "deliverable.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "deliverable.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "deliverable.move-down", NULL);
}

static void
foothold_deliverable_editor_init (FootholdDeliverableEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_menu_button_set_menu (self->menu, self->deliverable_menu);
  foothold_typing_follow (GTK_WIDGET (self->title_text), typed_cb, self);
  foothold_typing_follow (GTK_WIDGET (self->acceptance_text), typed_cb, self);
}
