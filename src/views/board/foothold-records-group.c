// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-records-group.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "views/board/foothold-attachment-opener.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* Both lists are short and change seldom: they are made anew. */

struct _FootholdRecordsGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *files;
  AdwPreferencesGroup *history;
  GtkListBox *files_box;
  GtkListBox *history_box;
  FootholdStore *store;
};

G_DEFINE_FINAL_TYPE (FootholdRecordsGroup, foothold_records_group, ADW_TYPE_BIN)

static void
open_cb (FootholdRecordsGroup *self, GtkWidget *button)
{
  foothold_attachment_open (GTK_WIDGET (self), self->store, g_object_get_data (G_OBJECT (button), "attachment"));
}

static void
save_cb (FootholdRecordsGroup *self, GtkWidget *button)
{
  foothold_attachment_save_as (GTK_WIDGET (self), self->store, g_object_get_data (G_OBJECT (button), "attachment"));
}

static void
add_button (FootholdRecordsGroup *self,
            GtkWidget *row,
            const FootholdAttachmentRow *attachment,
            const char *icon,
            const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "attachment", foothold_row_ref ((gpointer) attachment),
                          foothold_row_unref);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_file_row (FootholdRecordsGroup *self, const FootholdAttachmentRow *attachment)
{
  g_autofree char *size = g_format_size ((guint64) attachment->size);
  g_autofree char *added = foothold_format_instant (attachment->added_at, NULL, FALSE);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", size, added);
  GtkWidget *row = foothold_action_row_new (attachment->name, subtitle);

  if (foothold_attachment_looks_openable (attachment->name, attachment->media_type))
    add_button (self, row, attachment, "foothold-web-symbolic", _ ("Open a Copy…"), G_CALLBACK (open_cb));
  add_button (self, row, attachment, "document-save-symbolic", _ ("Save As…"), G_CALLBACK (save_cb));
  return row;
}

static const char *
actor_name (const char *actor)
{
  if (g_strcmp0 (actor, "import") == 0)
    return _ ("by an import");
  if (g_strcmp0 (actor, "clock") == 0)
    return _ ("by the date");
  if (g_strcmp0 (actor, "host") == 0)
    return _ ("by the host");
  return NULL;
}

static GtkWidget *
make_history_row (const FootholdHistoryRow *entry)
{
  const char *to = foothold_field_slug_name ("state", entry->to_state);
  const char *actor = actor_name (entry->actor);
  g_autofree char *when = foothold_format_instant (entry->at, NULL, TRUE);
  GString *subtitle = g_string_new (when);
  GtkWidget *row;

  if (actor != NULL)
    g_string_append_printf (subtitle, " · %s", actor);
  if (entry->reason != NULL)
    g_string_append_printf (subtitle, " · %s", entry->reason);
  row = foothold_action_row_new (to, subtitle->str);
  g_string_free (subtitle, TRUE);
  return row;
}

void
foothold_records_group_load (FootholdRecordsGroup *self, FootholdStore *store, const FootholdDossier *dossier)
{
  g_return_if_fail (FOOTHOLD_IS_RECORDS_GROUP (self));

  g_set_object (&self->store, store);
  gtk_list_box_remove_all (self->files_box);
  for (guint i = 0; i < dossier->attachments->len; i++)
    gtk_list_box_append (self->files_box, make_file_row (self, g_ptr_array_index (dossier->attachments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->files), dossier->attachments->len > 0);

  gtk_list_box_remove_all (self->history_box);
  for (guint i = dossier->history->len; i-- > 0;)
    gtk_list_box_append (self->history_box, make_history_row (g_ptr_array_index (dossier->history, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->history), dossier->history->len > 0);
}

GtkWidget *
foothold_records_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_RECORDS_GROUP, NULL);
}

static void
foothold_records_group_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_RECORDS_GROUP (object)->store);

  G_OBJECT_CLASS (foothold_records_group_parent_class)->dispose (object);
}

static void
foothold_records_group_class_init (FootholdRecordsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_records_group_dispose;
}

static AdwPreferencesGroup *
make_group (GtkWidget *box, const char *title, GtkListBox **list)
{
  GtkWidget *group = adw_preferences_group_new ();

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (*list));
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
foothold_records_group_init (FootholdRecordsGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->files = make_group (box, _ ("Files"), &self->files_box);
  self->history = make_group (box, _ ("History"), &self->history_box);
  adw_bin_set_child (ADW_BIN (self), box);
}
