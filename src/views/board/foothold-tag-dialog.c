/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-tag-dialog.h"

#include "store/foothold-fold.h"
#include "views/board/foothold-opportunity-deed.h"
#include "views/board/foothold-tag-row.h"
#include "widgets/foothold-default-key.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* More than these are found by typing. */
#define OFFERED_MOST 12

#define FOOTHOLD_TYPE_TAG_DIALOG (foothold_tag_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FootholdTagDialog, foothold_tag_dialog, FOOTHOLD, TAG_DIALOG, AdwAlertDialog)

struct _FootholdTagDialog
{
  AdwAlertDialog parent_instance;

  GtkWidget *entry; /* FootholdTagRow; NULL from disposal on */
  GtkWidget *offered;
  FootholdStore *store;
  GtkWidget *from;
  GArray *ids;
};

G_DEFINE_FINAL_TYPE (FootholdTagDialog, foothold_tag_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
dup_name (FootholdTagDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
offered_cb (FootholdTagDialog *self, GtkButton *button)
{
  foothold_tag_row_put_in (FOOTHOLD_TAG_ROW (self->entry), g_object_get_data (G_OBJECT (button), "tag"));
}

static GtkWidget *
make_button (FootholdTagDialog *self, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  foothold_label_set_text (GTK_LABEL (label), name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_offered (FootholdTagDialog *self)
{
  const char *const *tags;
  GtkWidget *old;

  if (self->entry == NULL)
    return;
  tags = foothold_tag_row_get_tags (FOOTHOLD_TAG_ROW (self->entry));
  while ((old = gtk_widget_get_first_child (self->offered)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->offered), old);
  for (guint i = 0; tags[i] != NULL && i < OFFERED_MOST; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->offered), make_button (self, tags[i]));
  gtk_widget_set_visible (self->offered, tags[0] != NULL);
}

static void
changed_cb (FootholdTagDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *folded = foothold_fold_name (name);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "add", *folded != '\0');
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "remove", *folded != '\0');
}

static void
foothold_tag_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  FootholdTagDialog *self = FOOTHOLD_TAG_DIALOG (dialog);
  g_autofree char *name = dup_name (self);

  if (!g_str_equal (response, "cancel") && *name != '\0')
    foothold_opportunity_tag (self->from, self->store, self->ids, name, g_str_equal (response, "add"));
}

void
foothold_tag_dialog_ask (GtkWidget *parent, FootholdStore *store, GArray *ids)
{
  FootholdTagDialog *self = g_object_new (FOOTHOLD_TYPE_TAG_DIALOG, NULL);
  GtkWidget *overlay = gtk_widget_get_ancestor (parent, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *heading =
    g_strdup_printf (ngettext ("Tag This Opportunity", "Tag %'u Opportunities", ids->len), ids->len);

  self->store = g_object_ref (store);
  self->from = g_object_ref (overlay != NULL ? overlay : parent);
  self->ids = g_array_ref (ids);
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), heading);
  foothold_tag_row_load (FOOTHOLD_TAG_ROW (self->entry), store);
  adw_dialog_set_focus (ADW_DIALOG (self), self->entry);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static void
foothold_tag_dialog_dispose (GObject *object)
{
  FootholdTagDialog *self = FOOTHOLD_TAG_DIALOG (object);

  self->entry = NULL;
  self->offered = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->from);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (foothold_tag_dialog_parent_class)->dispose (object);
}

static void
foothold_tag_dialog_class_init (FootholdTagDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foothold_tag_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = foothold_tag_dialog_response;
}

static void
foothold_tag_dialog_init (FootholdTagDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->entry = foothold_tag_row_new (_ ("Tag"), FALSE);
  foothold_tag_row_offer_in (FOOTHOLD_TAG_ROW (self->entry), box);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->entry), TRUE);
  foothold_default_key_add (self->entry);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), self->entry);
  gtk_box_append (GTK_BOX (box), list);

  self->offered = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->offered), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->offered), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offered), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags in Use"), -1);
  gtk_box_append (GTK_BOX (box), self->offered);

  adw_alert_dialog_set_extra_child (dialog, box);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), "add", _ ("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "add");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "loaded", G_CALLBACK (show_offered), self, G_CONNECT_SWAPPED);
  show_offered (self);
  changed_cb (self);
}
