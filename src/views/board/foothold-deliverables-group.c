// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-children-groups.h"

#include "store/foothold-dossier.h"
#include "store/foothold-id.h"
#include "views/board/foothold-deliverable-editor.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

/* Rows are reused by their place, and hidden where there are too many; each change hands out the whole list anew. */

struct _FootholdDeliverablesGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;
  GtkWidget *add_row;
  GPtrArray *editors; /* FootholdDeliverableEditor */
  FootholdDossier *dossier;
  guint next; /* the editor that shows dossier next */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdDeliverablesGroup, foothold_deliverables_group, ADW_TYPE_PREFERENCES_GROUP)

/* Positions are the order of the list. Rows are shared, so a moved one is a copy. */
static void
number_rows (FootholdDossier *dossier)
{
  for (guint i = 0; i < dossier->deliverables->len; i++)
    {
      FootholdDeliverableRow *row = g_ptr_array_index (dossier->deliverables, i);
      FootholdDeliverableRow *copy;

      if (row->position == i)
        continue;
      copy = foothold_row_copy (row);
      copy->position = i;
      dossier->deliverables->pdata[i] = copy;
      foothold_row_unref (row);
    }
}

/*
 * From here on the group is about what it handed out: two changes may follow each other before the first comes back
 * from the file, and the second must not take back the first.
 */
static void G_GNUC_PRINTF (3, 4)
  hand_out (FootholdDeliverablesGroup *self, FootholdDossier *changed, const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);
  number_rows (changed);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);
  self->dossier = foothold_dossier_ref (changed);
  self->next = MIN (self->next, changed->deliverables->len);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, changed, label);
}

/*
 * Where the deliverable that @editor shows stands in the list. FALSE where it is not in it: removed meanwhile, or of an
 * opportunity of before, of which nothing may get into this dossier.
 */
static gboolean
find_shown (FootholdDeliverablesGroup *self, FootholdDeliverableEditor *editor, guint *i)
{
  const FootholdDeliverableRow *shown = foothold_deliverable_editor_peek_row (editor);

  for (*i = 0; shown != NULL && self->dossier != NULL && *i < self->dossier->deliverables->len; (*i)++)
    {
      const FootholdRow *row = g_ptr_array_index (self->dossier->deliverables, *i);

      if (row->id == shown->row.id)
        return TRUE;
    }

  return FALSE;
}

static void
edited_cb (FootholdDeliverablesGroup *self, FootholdDeliverableEditor *editor)
{
  g_autoptr (FootholdDossier) changed = NULL;
  FootholdDeliverableRow *row;
  guint i;

  if (!find_shown (self, editor, &i))
    return;
  row = foothold_deliverable_editor_read (editor);
  if (row == NULL)
    return;

  changed = foothold_dossier_copy (self->dossier);
  foothold_row_unref (changed->deliverables->pdata[i]);
  changed->deliverables->pdata[i] = row;
  hand_out (self, changed, _ ("Edit Deliverable of “%s”"), changed->opportunity->title);
}

static void
move_cb (FootholdDeliverablesGroup *self, int by, FootholdDeliverableEditor *editor)
{
  g_autoptr (FootholdDossier) changed = NULL;
  guint i, to;
  gpointer row;

  if (!find_shown (self, editor, &i))
    return;
  to = i + (guint) by;
  if (to >= self->dossier->deliverables->len)
    return;

  changed = foothold_dossier_copy (self->dossier);
  row = changed->deliverables->pdata[i];
  changed->deliverables->pdata[i] = changed->deliverables->pdata[to];
  changed->deliverables->pdata[to] = row;
  hand_out (self, changed, _ ("Move Deliverable of “%s”"), changed->opportunity->title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), by < 0 ? _ ("Moved up") : _ ("Moved down"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (to < self->editors->len)
    gtk_widget_child_focus (g_ptr_array_index (self->editors, to), GTK_DIR_TAB_FORWARD);
}

static void
remove_cb (FootholdDeliverablesGroup *self, FootholdDeliverableEditor *editor)
{
  g_autoptr (FootholdDossier) changed = NULL;
  guint i;

  if (!find_shown (self, editor, &i))
    return;

  gtk_widget_grab_focus (self->add_row);
  if (!find_shown (self, editor, &i))
    return;
  changed = foothold_dossier_copy (self->dossier);
  g_ptr_array_remove_index (changed->deliverables, i);
  hand_out (self, changed, _ ("Remove Deliverable of “%s”"), changed->opportunity->title);
}

static void
add_cb (FootholdDeliverablesGroup *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autoptr (FootholdDossier) changed = NULL;
  FootholdRow *row;

  if (*title == '\0' || self->dossier == NULL)
    return;

  changed = foothold_dossier_copy (self->dossier);
  foothold_dossier_add_deliverable (changed, title, NULL, NULL);
  row = g_ptr_array_index (changed->deliverables, changed->deliverables->len - 1);
  row->id = foothold_id_next (); /* a further change that follows at once means the same row */
  foothold_typing_clear (self->add_row);
  hand_out (self, changed, _ ("Add Deliverable to “%s”"), changed->opportunity->title);
}

static void
add_editor (FootholdDeliverablesGroup *self)
{
  GtkWidget *editor = foothold_deliverable_editor_new ();

  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->box, editor, (int) self->editors->len);
  g_ptr_array_add (self->editors, editor);
}

void
foothold_deliverables_group_begin (FootholdDeliverablesGroup *self, const FootholdDossier *dossier)
{
  FootholdDossier *old;

  g_return_if_fail (FOOTHOLD_IS_DELIVERABLES_GROUP (self));

  old = self->dossier;
  self->dossier = foothold_dossier_ref ((FootholdDossier *) dossier);
  self->next = 0;
  g_clear_pointer (&old, foothold_dossier_unref);

  for (guint i = dossier->deliverables->len; i < self->editors->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->editors, i), FALSE);
}

gboolean
foothold_deliverables_group_continue (FootholdDeliverablesGroup *self)
{
  GPtrArray *deliverables;
  GtkWidget *editor;

  g_return_val_if_fail (FOOTHOLD_IS_DELIVERABLES_GROUP (self) && self->dossier != NULL, FALSE);

  deliverables = self->dossier->deliverables;
  if (self->next == deliverables->len)
    return FALSE;
  if (self->next == self->editors->len)
    add_editor (self);
  editor = g_ptr_array_index (self->editors, self->next);
  foothold_deliverable_editor_load (FOOTHOLD_DELIVERABLE_EDITOR (editor), g_ptr_array_index (deliverables, self->next),
                                    self->next, deliverables->len);
  gtk_widget_set_visible (editor, TRUE);
  self->next++;

  return self->next < deliverables->len;
}

void
foothold_deliverables_group_commit (FootholdDeliverablesGroup *self)
{
  g_return_if_fail (FOOTHOLD_IS_DELIVERABLES_GROUP (self));

  for (guint i = 0; i < self->editors->len; i++)
    foothold_deliverable_editor_commit (g_ptr_array_index (self->editors, i));
}

GtkWidget *
foothold_deliverables_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_DELIVERABLES_GROUP, NULL);
}

static void
foothold_deliverables_group_finalize (GObject *object)
{
  FootholdDeliverablesGroup *self = FOOTHOLD_DELIVERABLES_GROUP (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, foothold_dossier_unref);

  G_OBJECT_CLASS (foothold_deliverables_group_parent_class)->finalize (object);
}

static void
foothold_deliverables_group_class_init (FootholdDeliverablesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_deliverables_group_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", FOOTHOLD_TYPE_DELIVERABLES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
foothold_deliverables_group_init (FootholdDeliverablesGroup *self)
{
  self->editors = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Deliverables"), -1);
  self->add_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add a Deliverable"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  foothold_typing_pass_undo (self->add_row);
  gtk_list_box_append (self->box, self->add_row);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Deliverables"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
}
