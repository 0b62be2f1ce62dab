// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-record-parts.h"

#include "model/foothold-format.h"
#include "views/board/foothold-attachment-opener.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-page-part.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* The list is short and changes seldom: it is made anew. */

#define FOOTHOLD_TYPE_FILES_GROUP (foothold_files_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdFilesGroup, foothold_files_group, FOOTHOLD, FILES_GROUP, AdwBin)

struct _FootholdFilesGroup
{
  AdwBin parent_instance;

  GtkListBox *list;
  FootholdStore *store;
};

static void part_iface_init (FootholdPagePartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdFilesGroup,
                               foothold_files_group,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOOTHOLD_TYPE_PAGE_PART, part_iface_init))

static void
open_cb (FootholdFilesGroup *self, GtkWidget *button)
{
  foothold_attachment_open (GTK_WIDGET (self), self->store, g_object_get_data (G_OBJECT (button), "attachment"));
}

static void
save_cb (FootholdFilesGroup *self, GtkWidget *button)
{
  foothold_attachment_save_as (GTK_WIDGET (self), self->store, g_object_get_data (G_OBJECT (button), "attachment"));
}

static void
add_button (FootholdFilesGroup *self,
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
make_file_row (FootholdFilesGroup *self, const FootholdAttachmentRow *attachment)
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

static void
load (FootholdPagePart *part, FootholdStore *store, FootholdDossier *dossier)
{
  FootholdFilesGroup *self = FOOTHOLD_FILES_GROUP (part);

  g_set_object (&self->store, store);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < dossier->attachments->len; i++)
    gtk_list_box_append (self->list, make_file_row (self, g_ptr_array_index (dossier->attachments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), dossier->attachments->len > 0);
}

static void
part_iface_init (FootholdPagePartInterface *iface)
{
  iface->load = load;
}

static void
foothold_files_group_dispose (GObject *object)
{
  g_clear_object (&FOOTHOLD_FILES_GROUP (object)->store);

  G_OBJECT_CLASS (foothold_files_group_parent_class)->dispose (object);
}

static void
foothold_files_group_class_init (FootholdFilesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_files_group_dispose;
}

static void
foothold_files_group_init (FootholdFilesGroup *self)
{
  adw_bin_set_child (ADW_BIN (self), foothold_check_group_new (_ ("Files"), NULL, &self->list));
}

GtkWidget *
foothold_files_group_new (void)
{
  return g_object_new (FOOTHOLD_TYPE_FILES_GROUP, NULL);
}
