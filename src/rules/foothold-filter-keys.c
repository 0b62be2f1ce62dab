/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-rules"

#include "foothold-filter-private.h"

#include "rules/foothold-application-states.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may stand before and behind a “:”. A new key is one line here and one condition in the store. */

#define KEY_CONTEXT "filter key"

static const FootholdListEntry marks[] = {
  { "starred", N_ ("Starred"), "star|favourite|favorite" },
  { "unread", N_ ("Not Opened Yet"), "new|unopened" },
  { "unclear", N_ ("Hours, Fee or Deadline Unknown"), "undecided" },
  { "paid", N_ ("Paid"), NULL },
  { "unpaid", N_ ("Unpaid"), NULL },
  { "rolling", N_ ("Open Until Filled"), "no deadline" },
  { "stale", N_ ("Still Open?"), "still open" },
  /* Translators: what it is, neither dropped nor expired; the button that opens something has the context “button”. */
  { "open", N_ ("Open"), NULL },
  { "dropped", N_ ("Dropped"), NULL },
  { "expired", N_ ("Expired"), NULL },
  { "archived", N_ ("Archived"), NULL },
};
const FootholdList foothold_filter_marks = { "mark", marks, G_N_ELEMENTS (marks) };

/* Translators: the words with the context “filter key” are typed before a colon in the search: one word, lower case. */
const FootholdFilterKeyInfo foothold_filter_keys[FOOTHOLD_FILTER_N_KEYS] = {
  [FOOTHOLD_FILTER_AREA] = { "area", NC_ ("filter key", "area"), N_ ("Area"), FOOTHOLD_FILTER_LIST, &foothold_areas },
  [FOOTHOLD_FILTER_INDUSTRY] = { "industry", NC_ ("filter key", "industry"), N_ ("Industry"), FOOTHOLD_FILTER_LIST,
                                 &foothold_industries },
  [FOOTHOLD_FILTER_KIND] = { "kind", NC_ ("filter key", "kind"), N_ ("Kind"), FOOTHOLD_FILTER_LIST, &foothold_kinds },
  [FOOTHOLD_FILTER_MODE] = { "mode", NC_ ("filter key", "mode"), N_ ("Work Mode"), FOOTHOLD_FILTER_LIST,
                             &foothold_work_modes },
  [FOOTHOLD_FILTER_PAID] = { "paid", NC_ ("filter key", "paid"), N_ ("Kind of Pay"), FOOTHOLD_FILTER_LIST,
                             &foothold_pay_kinds },
  [FOOTHOLD_FILTER_SOURCE] = { "source", NC_ ("filter key", "source"), N_ ("Found Through"), FOOTHOLD_FILTER_LIST,
                               &foothold_sources },
  [FOOTHOLD_FILTER_STATE] = { "state", NC_ ("filter key", "state"), N_ ("State"), FOOTHOLD_FILTER_LIST,
                              &foothold_found_states },
  [FOOTHOLD_FILTER_SKILL] = { "skill", NC_ ("filter key", "skill"), N_ ("Skill"), FOOTHOLD_FILTER_NAME, NULL },
  [FOOTHOLD_FILTER_TAG] = { "tag", NC_ ("filter key", "tag"), N_ ("Tag"), FOOTHOLD_FILTER_NAME, NULL },
  [FOOTHOLD_FILTER_HOST] = { "host", NC_ ("filter key", "host"), N_ ("Organisation"), FOOTHOLD_FILTER_NAME, NULL },
  [FOOTHOLD_FILTER_PLACE] = { "place", NC_ ("filter key", "place"), N_ ("Found At"), FOOTHOLD_FILTER_NAME, NULL },
  [FOOTHOLD_FILTER_COUNTRY] = { "country", NC_ ("filter key", "country"), N_ ("Country"), FOOTHOLD_FILTER_LIST,
                                &foothold_countries },
  [FOOTHOLD_FILTER_IS] = { "is", NC_ ("filter key", "is"), N_ ("Mark"), FOOTHOLD_FILTER_LIST, &foothold_filter_marks },
  [FOOTHOLD_FILTER_APPLICATION] = { "application", NC_ ("filter key", "application"), N_ ("Application"),
                                    FOOTHOLD_FILTER_LIST, &foothold_application_states },
  [FOOTHOLD_FILTER_CHANNEL] = { "by", NC_ ("filter key", "by"), N_ ("Sent By"), FOOTHOLD_FILTER_LIST,
                                &foothold_application_channels },
  [FOOTHOLD_FILTER_PAY] = { "pay", NC_ ("filter key", "pay"), N_ ("Pay an Hour"), FOOTHOLD_FILTER_MONEY, NULL },
  [FOOTHOLD_FILTER_HOURS] = { "hours", NC_ ("filter key", "hours"), N_ ("Hours"), FOOTHOLD_FILTER_TIME, NULL },
  [FOOTHOLD_FILTER_FIT] = { "fit", NC_ ("filter key", "fit"), N_ ("Fit, at Its Low End"), FOOTHOLD_FILTER_SHARE, NULL },
  [FOOTHOLD_FILTER_DUE] = { "due", NC_ ("filter key", "due"), N_ ("Apply By"), FOOTHOLD_FILTER_DAY_AHEAD, NULL },
  [FOOTHOLD_FILTER_POSTED] = { "posted", NC_ ("filter key", "posted"), N_ ("Posted"), FOOTHOLD_FILTER_DAY_BACK, NULL },
  [FOOTHOLD_FILTER_STARTS] = { "starts", NC_ ("filter key", "starts"), N_ ("Starts"), FOOTHOLD_FILTER_DAY_AHEAD, NULL },
  [FOOTHOLD_FILTER_ADDED] = { "added", NC_ ("filter key", "added"), N_ ("Added"), FOOTHOLD_FILTER_DAY_BACK, NULL },
  [FOOTHOLD_FILTER_SENT] = { "sent", NC_ ("filter key", "sent"), N_ ("Application Sent"), FOOTHOLD_FILTER_DAY_BACK,
                             NULL },
  [FOOTHOLD_FILTER_NEXT] = { "next", NC_ ("filter key", "next"), N_ ("Next Step"), FOOTHOLD_FILTER_DAY_AHEAD, NULL },
};

const char *
foothold_filter_key_name (FootholdFilterKey key)
{
  return foothold_filter_keys[key].name;
}

const char *
foothold_filter_local_name (FootholdFilterKey key)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, KEY_CONTEXT, foothold_filter_keys[key].local);
}

const char *
foothold_filter_key_title (FootholdFilterKey key)
{
  return _ (foothold_filter_keys[key].title);
}

const FootholdList *
foothold_filter_key_list (FootholdFilterKey key)
{
  return foothold_filter_keys[key].list;
}

gboolean
foothold_filter_is_range (FootholdFilterKey key)
{
  return foothold_filter_keys[key].kind > FOOTHOLD_FILTER_NAME;
}

gboolean
foothold_filter_is_day (FootholdFilterKey key)
{
  return foothold_filter_keys[key].kind >= FOOTHOLD_FILTER_DAY_AHEAD;
}

FootholdFilterKey
foothold_filter_find_key (const char *text, gsize length)
{
  g_autofree char *word = g_utf8_casefold (text, (gssize) length);

  for (FootholdFilterKey key = 0; key < FOOTHOLD_FILTER_N_KEYS; key++)
    {
      g_autofree char *local = g_utf8_casefold (foothold_filter_local_name (key), -1);

      if (strcmp (word, foothold_filter_keys[key].name) == 0 || strcmp (word, local) == 0)
        return key;
    }

  return FOOTHOLD_FILTER_N_KEYS;
}

FootholdFilterKey
foothold_filter_meant_key (FootholdFilterKey key, const FootholdFilterContext *context)
{
  return key == FOOTHOLD_FILTER_STATE && context->of_applications ? FOOTHOLD_FILTER_APPLICATION : key;
}

/* Whether a word of @folded begins with @wanted; both folded. */
static gboolean
has_word (const char *folded, const char *wanted)
{
  for (const char *at = strstr (folded, wanted); at != NULL; at = strstr (at + 1, wanted))
    if (at == folded || at[-1] == ' ')
      return TRUE;

  return FALSE;
}

static gboolean
name_matches (const char *slug, const char *name, const char *wanted)
{
  g_autofree char *folded_slug = foothold_list_fold (slug);
  g_autofree char *folded_name = foothold_list_fold (name);

  return (folded_slug != NULL && has_word (folded_slug, wanted))
         || (folded_name != NULL && has_word (folded_name, wanted));
}

char **
foothold_filter_find_slugs (const FootholdList *list, const GPtrArray *own, const char *text)
{
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();
  g_autofree char *wanted = foothold_list_fold (text);
  const FootholdListEntry *exact = foothold_list_lookup (list, text);
  g_auto (GStrv) found = NULL;

  if (exact != NULL)
    {
      g_strv_builder_add (slugs, exact->slug);
      return g_strv_builder_end (slugs);
    }
  if (wanted == NULL || *wanted == '\0')
    return NULL;

  for (guint i = 0; i < list->n_entries; i++)
    if (name_matches (list->entries[i].slug, foothold_list_entry_name (&list->entries[i]), wanted))
      g_strv_builder_add (slugs, list->entries[i].slug);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const FootholdFilterOwnTerm *term = g_ptr_array_index (own, i);

      if (strcmp (term->list, list->id) == 0 && name_matches (term->slug, term->name, wanted))
        g_strv_builder_add (slugs, term->slug);
    }

  found = g_strv_builder_end (slugs);
  return found[0] != NULL ? g_steal_pointer (&found) : NULL;
}

const char *
foothold_filter_slug_name (const FootholdList *list, const GPtrArray *own, const char *slug)
{
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const FootholdFilterOwnTerm *term = g_ptr_array_index (own, i);

      if (strcmp (term->list, list->id) == 0 && strcmp (term->slug, slug) == 0)
        return term->name;
    }

  return foothold_list_name (list, slug);
}
