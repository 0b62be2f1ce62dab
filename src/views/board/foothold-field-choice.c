// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-field-choice.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "store/foothold-fold.h"

#include <glib/gi18n.h>

/* GtkDropDown cannot be derived from: what belongs to it hangs on it. The model holds the names, this the slugs. */
#define DATA_KEY "foothold-field-choice"

/* A long list is found by typing, not by scrolling. */
#define SEARCH_FROM 13

typedef struct
{
  const char *field;
  GPtrArray *slugs; /* char *, "" first; the choice that adds a word has none */
  guint n_fixed; /* so many are everybody's */
  gboolean open;
} Data;

static void
data_free (gpointer user_data)
{
  Data *data = user_data;

  g_ptr_array_unref (data->slugs);
  g_free (data);
}

static Data *
get_data (GtkDropDown *choice)
{
  return g_object_get_data (G_OBJECT (choice), DATA_KEY);
}

static GtkStringList *
get_names (GtkDropDown *choice)
{
  return GTK_STRING_LIST (gtk_drop_down_get_model (choice));
}

/* The label of a drop-down's button does not give way by itself, and a page has to fit into 360 pixels. */
static void
ellipsize_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ellipsize_labels (child);
}

static void
mapped_cb (GtkWidget *choice)
{
  ellipsize_labels (gtk_widget_get_first_child (choice));
}

/*
 * What the popup leaves over at the ends of its list would move the cursor of the list that the row is in. From the
 * entry of a long list the way down leads into that list.
 */
static gboolean
popup_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *popup = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (popup))))
    return GDK_EVENT_PROPAGATE;

  return key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Down
         || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down || key == GDK_KEY_Home || key == GDK_KEY_End;
}

static void
keep_keys (GtkWidget *choice)
{
  for (GtkWidget *child = gtk_widget_get_first_child (choice); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      {
        GtkEventController *keys = gtk_event_controller_key_new ();

        g_signal_connect (keys, "key-pressed", G_CALLBACK (popup_key_cb), NULL);
        gtk_widget_add_controller (child, keys);
      }
}

/* A list that is the person's own from the first to the last. */
static gboolean
is_place (const char *field)
{
  return g_str_equal (field, "place");
}

gboolean
foothold_field_choice_is_open (const char *field)
{
  const FootholdList *list = foothold_field_list (field);

  return list == &foothold_areas || list == &foothold_industries || is_place (field);
}

static void
append (GtkStringList *names, Data *data, const char *slug, const char *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (data->slugs, g_strdup (slug));
}

GtkWidget *
foothold_field_choice_new (const char *field, FootholdEntryKind kind)
{
  const FootholdList *list = foothold_field_list (field);
  GtkStringList *names = gtk_string_list_new (NULL);
  Data *data = g_new0 (Data, 1);
  GtkWidget *choice;

  data->field = field;
  data->slugs = g_ptr_array_new_with_free_func (g_free);
  data->open = foothold_field_choice_is_open (field);
  append (names, data, "", FOOTHOLD_UNKNOWN_TEXT);
  if (kind == FOOTHOLD_ENTRY_FLAG)
    {
      append (names, data, "yes", _ ("Yes"));
      append (names, data, "no", _ ("No"));
    }
  for (guint i = 0; list != NULL && i < list->n_entries; i++)
    append (names, data, list->entries[i].slug, foothold_list_entry_name (&list->entries[i]));
  data->n_fixed = data->slugs->len;
  if (data->open)
    gtk_string_list_append (names, _ ("Add Another…"));

  choice =
    gtk_drop_down_new (G_LIST_MODEL (names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_object_set_data_full (G_OBJECT (choice), DATA_KEY, data, data_free);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice),
                                   is_place (field) || (list != NULL && list->n_entries >= SEARCH_FROM));
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (choice), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_add_css_class (choice, "field-choice");
  /* The label is made when the drop-down is first shown. */
  g_signal_connect_after (choice, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  keep_keys (choice);

  return choice;
}

char *
foothold_field_choice_dup_slug (GtkDropDown *choice)
{
  const Data *data = get_data (choice);
  const guint at = gtk_drop_down_get_selected (choice);

  if (at < data->slugs->len)
    return g_strdup (g_ptr_array_index (data->slugs, at));
  return data->open && at == data->slugs->len ? NULL : g_strdup ("");
}

static guint
find_slug (GtkDropDown *choice, const char *slug)
{
  Data *data = get_data (choice);

  for (guint i = 0; i < data->slugs->len; i++)
    if (g_str_equal (g_ptr_array_index (data->slugs, i), slug))
      return i;

  /* A person's own word, or one from a newer list: it joins the choices. */
  gtk_string_list_splice (get_names (choice), data->slugs->len, 0,
                          (const char *[]) { foothold_field_slug_name (data->field, slug), NULL });
  g_ptr_array_add (data->slugs, g_strdup (slug));
  return data->slugs->len - 1;
}

void
foothold_field_choice_set_slug (GtkDropDown *choice, const char *slug)
{
  gtk_drop_down_set_selected (choice, find_slug (choice, slug));
  mapped_cb (GTK_WIDGET (choice));
}

void
foothold_field_choice_set_unknown (GtkDropDown *choice, const char *words)
{
  if (g_strcmp0 (gtk_string_list_get_string (get_names (choice), 0), words) != 0)
    gtk_string_list_splice (get_names (choice), 0, 1, (const char *[]) { words, NULL });
}

void
foothold_field_choice_set_own (GtkDropDown *choice, const char *const *slugs, const char *const *names)
{
  Data *data = get_data (choice);
  g_autofree char *chosen = foothold_field_choice_dup_slug (choice);

  gtk_string_list_splice (get_names (choice), data->n_fixed, data->slugs->len - data->n_fixed, names);
  g_ptr_array_set_size (data->slugs, (int) data->n_fixed);
  for (guint i = 0; slugs[i] != NULL; i++)
    g_ptr_array_add (data->slugs, g_strdup (slugs[i]));
  if (chosen != NULL)
    foothold_field_choice_set_slug (choice, chosen);
}

const char *
foothold_field_choice_find (GtkDropDown *choice, const char *name)
{
  const Data *data = get_data (choice);
  g_autofree char *folded = foothold_fold_name (name);

  for (guint i = 1; i < data->slugs->len; i++)
    {
      g_autofree char *other = foothold_fold_name (gtk_string_list_get_string (get_names (choice), i));

      if (g_strcmp0 (folded, other) == 0)
        return g_ptr_array_index (data->slugs, i);
    }
  return NULL;
}
