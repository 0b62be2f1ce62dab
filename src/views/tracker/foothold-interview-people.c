// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-interview-people.h"

#include "store/foothold-rows.h"
#include "views/board/foothold-check-row.h"
#include "views/board/foothold-name-dialog.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* A row holds whom it names; nothing is written before the form is saved. */

static GtkWidget *
get_list (GtkWidget *self)
{
  return g_object_get_data (G_OBJECT (self), "list");
}

static void
removed_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));
  const int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  gtk_list_box_remove (list, row);
  /* the next one, or the button below all */
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, at)));
}

/* Before the button that adds one. */
static void
add_row (GtkWidget *list, FootholdPersonRow *person)
{
  GtkWidget *row = foothold_action_row_new (person->name, person->job_title);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: somebody who takes part in an interview */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), person->name);
  int place = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place + 1) != NULL)
    place++;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (removed_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "person", foothold_row_ref (person), foothold_row_unref);
  gtk_list_box_insert (GTK_LIST_BOX (list), row, place);
}

static void
named (const char *name, gpointer list)
{
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_person_row_type);

  g_set_str (&((FootholdPersonRow *) made)->name, name);
  add_row (list, (FootholdPersonRow *) made);
}

static void
add_cb (GtkWidget *row, GtkWidget *list)
{
  foothold_name_dialog_ask (row, _ ("Add Person"), _ ("_Add"), "", named, list);
}

GtkWidget *
foothold_interview_people_new (GPtrArray *people)
{
  GtkListBox *list;
  GtkWidget *self = foothold_check_group_new (_ ("People"), NULL, &list);
  GtkWidget *add = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _ ("Add P_erson…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (add), "list-add-symbolic");
  g_signal_connect_object (add, "activated", G_CALLBACK (add_cb), list, 0);
  gtk_list_box_append (list, add);
  g_object_set_data (G_OBJECT (self), "list", list);
  for (guint i = 0; people != NULL && i < people->len; i++)
    add_row (GTK_WIDGET (list), g_ptr_array_index (people, i));
  return self;
}

GPtrArray *
foothold_interview_people_dup (GtkWidget *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (foothold_row_unref);

  for (GtkWidget *row = gtk_widget_get_first_child (get_list (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      FootholdPersonRow *person = g_object_get_data (G_OBJECT (row), "person");

      if (person != NULL)
        g_ptr_array_add (people, foothold_row_ref (person));
    }

  return people;
}

char *
foothold_interview_people_names (GPtrArray *people)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((FootholdPersonRow *) g_ptr_array_index (people, i))->name);

  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}
