// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Slugs and places of a combo row; the model itself is plain strings. */

#define G_LOG_DOMAIN "foothold-choice"

#include "foothold-choice.h"

#define SLUGS_KEY "foothold-choice-slugs"

/* A long list is found by typing, not by scrolling. */
#define SEARCH_FROM 12

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FootholdListEntry *const *left = a, *const *right = b;
  return g_utf8_collate (foothold_list_entry_name (*left), foothold_list_entry_name (*right));
}

void
foothold_choice_setup (AdwComboRow *row, const FootholdList *list, const char *none, gboolean sorted)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *slugs = g_ptr_array_new ();

  for (guint i = 0; i < list->n_entries; i++)
    g_ptr_array_add (entries, (gpointer) &list->entries[i]);
  if (sorted)
    g_ptr_array_sort (entries, compare_names);
  if (none != NULL)
    {
      gtk_string_list_append (names, none);
      g_ptr_array_add (slugs, NULL);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdListEntry *entry = g_ptr_array_index (entries, i);
      gtk_string_list_append (names, foothold_list_entry_name (entry));
      g_ptr_array_add (slugs, (gpointer) entry->slug);
    }
  g_object_set_data_full (G_OBJECT (row), SLUGS_KEY, slugs, (GDestroyNotify) g_ptr_array_unref);
  if (slugs->len >= SEARCH_FROM)
    {
      g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
      adw_combo_row_set_expression (row, text);
      adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
      adw_combo_row_set_enable_search (row, TRUE);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

const char *
foothold_choice_get (AdwComboRow *row)
{
  GPtrArray *slugs = g_object_get_data (G_OBJECT (row), SLUGS_KEY);
  guint selected = adw_combo_row_get_selected (row);
  return slugs == NULL || selected >= slugs->len ? NULL : g_ptr_array_index (slugs, selected);
}

void
foothold_choice_set (AdwComboRow *row, const char *slug)
{
  GPtrArray *slugs = g_object_get_data (G_OBJECT (row), SLUGS_KEY);
  guint place = 0;
  for (guint i = 0; slugs != NULL && i < slugs->len; i++)
    if (g_strcmp0 (g_ptr_array_index (slugs, i), slug) == 0)
      place = i;
  if (adw_combo_row_get_selected (row) != place)
    adw_combo_row_set_selected (row, place);
}
