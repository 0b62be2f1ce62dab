/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-filter-menu.h"

#include <glib/gi18n.h>

/* What is typed and what is clicked is the same text: an item only puts its words behind what stands there. */

typedef struct
{
  const char *value;
  const char *words; /* marked */
} Preset;

static const Preset dues[] = {
  { "today", N_ ("Today") },        { "<1w", N_ ("Within a Week") }, { "<2w", N_ ("Within Two Weeks") },
  { "<1m", N_ ("Within a Month") }, { "?", N_ ("Unknown") },         { NULL, NULL },
};
static const Preset pays[] = {
  { ">=15", N_ ("15 and More") },
  { ">=20", N_ ("20 and More") },
  { ">=30", N_ ("30 and More") },
  { "?", N_ ("Unknown") },
  { NULL, NULL },
};
static const Preset hours[] = {
  { "<5", N_ ("Under 5 Hours") },  { "5..15", N_ ("5 to 15 Hours") }, { "15..40", N_ ("15 to 40 Hours") },
  { ">40", N_ ("Over 40 Hours") }, { "?", N_ ("Unknown") },           { NULL, NULL },
};
static const Preset fits[] = {
  { ">=0.4", N_ ("0.4 and More") },
  { ">=0.6", N_ ("0.6 and More") },
  { ">=0.8", N_ ("0.8 and More") },
  { "?", N_ ("Unknown") },
  { NULL, NULL },
};
static const Preset added[] = {
  { "today", N_ ("Today") },
  { "<1w", N_ ("In the Last Week") },
  { "<1m", N_ ("In the Last Month") },
  { NULL, NULL },
};

typedef struct
{
  FootholdFilterKey key;
  const Preset *presets; /* NULL: the values of its list */
} Entry;

/* In the order in which one decides. Countries and names are typed: nobody reads a menu of so many. */
static const Entry entries[] = {
  { FOOTHOLD_FILTER_IS, NULL },       { FOOTHOLD_FILTER_MODE, NULL },   { FOOTHOLD_FILTER_AREA, NULL },
  { FOOTHOLD_FILTER_DUE, dues },      { FOOTHOLD_FILTER_HOURS, hours }, { FOOTHOLD_FILTER_PAY, pays },
  { FOOTHOLD_FILTER_FIT, fits },      { FOOTHOLD_FILTER_PAID, NULL },   { FOOTHOLD_FILTER_KIND, NULL },
  { FOOTHOLD_FILTER_INDUSTRY, NULL }, { FOOTHOLD_FILTER_SOURCE, NULL }, { FOOTHOLD_FILTER_STATE, NULL },
  { FOOTHOLD_FILTER_ADDED, added },
};

static void
append (GMenu *menu, const char *words, const char *action, FootholdFilterKey key, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *target = g_strconcat (foothold_filter_key_name (key), ":", value, NULL);
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target_value (item, action, g_variant_new_string (target));
  g_menu_append_item (menu, item);
}

static GMenuModel *
values_menu (const Entry *entry, const char *action, const GPtrArray *own_terms)
{
  GMenu *menu = g_menu_new ();
  const FootholdList *list = foothold_filter_key_list (entry->key);

  for (const Preset *preset = entry->presets; preset != NULL && preset->value != NULL; preset++)
    append (menu, _ (preset->words), action, entry->key, preset->value);
  for (guint i = 0; list != NULL && i < list->n_entries; i++)
    append (menu, foothold_list_entry_name (&list->entries[i]), action, entry->key, list->entries[i].slug);
  for (guint i = 0; list != NULL && own_terms != NULL && i < own_terms->len; i++)
    {
      const FootholdFilterOwnTerm *term = g_ptr_array_index (own_terms, i);

      if (g_str_equal (term->list, list->id))
        append (menu, term->name, action, entry->key, term->slug);
    }

  return G_MENU_MODEL (menu);
}

GMenuModel *
foothold_filter_menu_new (const char *action, const GPtrArray *own_terms)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuModel) values = values_menu (&entries[i], action, own_terms);

      g_menu_append_submenu (menu, foothold_filter_key_title (entries[i].key), values);
    }

  return G_MENU_MODEL (menu);
}
