// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-check-row.h"

#include "model/foothold-format.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

static const char *
icon_of (FootholdKnowledge knowledge)
{
  switch (knowledge)
    {
    case FOOTHOLD_FACT_STATED:
      return "foothold-stated-symbolic";
    case FOOTHOLD_FACT_NOT_SAID:
      return "foothold-not-said-symbolic";
    case FOOTHOLD_FACT_NOT_LOOKED_AT:
    default:
      return "foothold-ask-symbolic";
    }
}

const char *
foothold_knowledge_words (FootholdKnowledge knowledge)
{
  switch (knowledge)
    {
    case FOOTHOLD_FACT_STATED:
      return _ ("Stated");
    case FOOTHOLD_FACT_NOT_SAID:
      return _ ("The posting does not say");
    case FOOTHOLD_FACT_NOT_LOOKED_AT:
    default:
      return _ ("Not looked at");
    }
}

const char *
foothold_check_field (const FootholdRuleItem *item, const FootholdFacts *facts)
{
  g_autoptr (GPtrArray) open = foothold_checklist_open_fields (item, facts);
  const GStrv group = item->fields->len > 0 ? g_ptr_array_index (item->fields, 0) : NULL;

  if (open->len > 0)
    return g_intern_string (g_ptr_array_index (open, 0));
  return group != NULL ? g_intern_string (group[0]) : "title";
}

static void
activated_cb (GtkWidget *row, gpointer field)
{
  if (field != NULL)
    gtk_widget_activate_action (row, "opportunity.reveal", "s", (const char *) field);
  else
    gtk_widget_activate_action (row, "win.profile", NULL);
}

void
foothold_check_row_say (GtkWidget *row, const char *detail, FootholdKnowledge knowledge)
{
  const char *words = foothold_knowledge_words (knowledge);
  g_autofree char *subtitle =
    detail != NULL && *detail != '\0' ? g_strdup_printf ("%s · %s", words, detail) : g_strdup (words);
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");

  foothold_action_row_set_text (ADW_ACTION_ROW (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_of (knowledge));
  if (knowledge != FOOTHOLD_FACT_STATED)
    gtk_widget_add_css_class (icon, "dim-label");
  else
    gtk_widget_remove_css_class (icon, "dim-label");
}

void
foothold_check_row_add (GtkWidget *row, GtkWidget *suffix)
{
  GtkWidget *arrow = g_object_ref (g_object_get_data (G_OBJECT (row), "arrow"));

  adw_action_row_remove (ADW_ACTION_ROW (row), arrow);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_unref (arrow);
}

GtkWidget *
foothold_check_row_new (const char *title, const char *detail, FootholdKnowledge knowledge, const char *field)
{
  GtkWidget *row = foothold_action_row_new (title, NULL);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), (gpointer) field);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "arrow", arrow);
  foothold_check_row_say (row, detail, knowledge);

  return row;
}

char *
foothold_rule_source_words (const FootholdRuleFile *file)
{
  g_autofree char *date = foothold_format_date_full (file->as_of);

  /* Translators: where a rule comes from, and of which day it is */
  return g_strdup_printf (_ ("%s; as of %s."), file->source, date);
}

GtkWidget *
foothold_check_group_new (const char *title, const char *description, GtkListBox **list)
{
  GtkWidget *group = adw_preferences_group_new ();

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (description, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (*list));

  return group;
}

void
foothold_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

struct _FootholdRowsState
{
  GPtrArray *expanded; /* titles */
  char *focus; /* the title of the row that has the keys, or NULL */
  gboolean inside; /* not the row itself, but what stands in it */
};

static void
look_at (GtkWidget *widget, GtkWidget *focus, FootholdRowsState *state)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

      if (ADW_IS_EXPANDER_ROW (widget) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget)))
        g_ptr_array_add (state->expanded, g_strdup (title));
      /* the innermost wins */
      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        {
          g_set_str (&state->focus, title);
          state->inside = focus != widget;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, focus, state);
}

FootholdRowsState *
foothold_rows_state_take (GtkWidget *box)
{
  FootholdRowsState *self = g_new0 (FootholdRowsState, 1);
  GtkRoot *root = gtk_widget_get_root (box);

  self->expanded = g_ptr_array_new_with_free_func (g_free);
  look_at (box, root != NULL ? gtk_root_get_focus (root) : NULL, self);
  return self;
}

static void
put_back (GtkWidget *widget, const FootholdRowsState *state)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

      if (ADW_IS_EXPANDER_ROW (widget) && g_ptr_array_find_with_equal_func (state->expanded, title, g_str_equal, NULL))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
      if (g_strcmp0 (title, state->focus) == 0)
        {
          gtk_widget_grab_focus (widget);
          if (state->inside)
            gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    put_back (child, state);
}

void
foothold_rows_state_give (FootholdRowsState *self, GtkWidget *box)
{
  put_back (box, self);
  g_ptr_array_unref (self->expanded);
  g_free (self->focus);
  g_free (self);
}
