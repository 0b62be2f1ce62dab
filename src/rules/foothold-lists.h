// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * The short lists of the program: slugs as they stand in the database and in
 * exports, a name for people, and the words by which strangers say the same. One
 * type of table for all of them, so that one chooser, one filter, one importer
 * and one line of help serve every list.
 *
 * Areas and industries may be extended: what a person added is in the table
 * “term” of the database and is looked up there, not here.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *slug;
  const char *name; /* English, marked for translation */
  const char *synonyms; /* other words for it, "|" between them; NULL is none */
} FootholdListEntry;

typedef struct
{
  const char *id; /* "area", "kind" …: a name for help and errors */
  const FootholdListEntry *entries;
  guint n_entries;
} FootholdList;

extern const FootholdList foothold_areas;
extern const FootholdList foothold_industries;
extern const FootholdList foothold_kinds;
extern const FootholdList foothold_found_states; /* of an opportunity that one found */
extern const FootholdList foothold_written_states; /* of an opportunity that one wrote */
extern const FootholdList foothold_sources; /* where an opportunity was found */
extern const FootholdList foothold_fact_sources; /* where a fact comes from */
extern const FootholdList foothold_knowledges;
extern const FootholdList foothold_work_modes;
extern const FootholdList foothold_apply_windows;
extern const FootholdList foothold_pay_kinds;
extern const FootholdList foothold_pay_periods;
extern const FootholdList foothold_conversions;
extern const FootholdList foothold_showables;
extern const FootholdList foothold_organisation_types;
extern const FootholdList foothold_person_roles;
extern const FootholdList foothold_reference_permissions; /* whether a person may be named as a reference */
extern const FootholdList foothold_person_contact_kinds;
extern const FootholdList foothold_conversation_channels;
extern const FootholdList foothold_outreach_states;
extern const FootholdList foothold_place_kinds;
extern const FootholdList foothold_skill_levels; /* "0" … "4" */
extern const FootholdList foothold_profile_roles;
extern const FootholdList foothold_currencies; /* ISO 4217, codes as slugs */
extern const FootholdList foothold_countries; /* ISO 3166-1 alpha-2, codes as slugs */

/* The entry with exactly this slug, or NULL. */
const FootholdListEntry *foothold_list_find (const FootholdList *list, const char *slug);

/*
 * What a stranger's @text means: a slug, a name in English or the language of
 * the session, or a synonym; letters' case, accents, spaces, "-", "_" and dots
 * at the end make no difference. Returns the entry or NULL.
 */
const FootholdListEntry *foothold_list_lookup (const FootholdList *list, const char *text);

/* @text as lists compare it: without case, accents and signs, its words one space apart. NULL for NULL. (transfer full)
 */
char *foothold_list_fold (const char *text);

/* The name for people, translated. Never NULL for an entry. */
const char *foothold_list_entry_name (const FootholdListEntry *entry);

/* The same by slug; an unknown slug is its own name (a person's own term). NULL for NULL. */
const char *foothold_list_name (const FootholdList *list, const char *slug);

/* “Lines of help”: the slugs with ", " between them. (transfer full) */
char *foothold_list_slugs (const FootholdList *list);

G_END_DECLS
