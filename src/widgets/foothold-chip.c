/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "foothold-chip.h"

#include "widgets/foothold-text.h"

/* One look and one set of names for skills, filters and tags. */

typedef void (*Removed) (gpointer object, GtkWidget *chip);

typedef struct
{
  GtkWidget *chip;
  GWeakRef object;
  Removed removed;
} Chip;

static void
chip_free (gpointer data, GClosure *closure)
{
  Chip *self = data;

  g_weak_ref_clear (&self->object);
  g_free (self);
}

static void
clicked_cb (GtkWidget *button, Chip *self)
{
  g_autoptr (GObject) object = g_weak_ref_get (&self->object);
  g_autoptr (GtkWidget) chip = g_object_ref (self->chip);

  if (object != NULL)
    self->removed (object, chip);
}

GtkWidget *
foothold_chip_new (const char *text, const char *remove_words, GCallback removed, gpointer object)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  Chip *data = g_new0 (Chip, 1);

  foothold_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, remove_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_words, -1);
  gtk_widget_add_css_class (chip, "chip");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);

  data->chip = chip;
  data->removed = (Removed) removed;
  g_weak_ref_init (&data->object, object);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), data, chip_free, 0);
  return chip;
}
