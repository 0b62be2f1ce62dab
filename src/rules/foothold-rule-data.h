// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/*
 * Rules as data: data/rules/KIND.json, or KIND-COUNTRY.json for one country. A new
 * country is a new file that brings its own words in every language it speaks, so
 * the texts stand in it and not in po/. What is loaded has its texts chosen for one
 * reader. Reading is strict: a member that is missing, unknown or of the wrong
 * type is an error that says where.
 *
 * Each file says where its content comes from, as of when, and for which country;
 * whoever shows an item shows these with it. Rules ask and refer; they never decide.
 */

G_BEGIN_DECLS

#define FOOTHOLD_RULE_ERROR (foothold_rule_error_quark ())
GQuark foothold_rule_error_quark (void);

typedef enum
{
  FOOTHOLD_RULE_ERROR_MALFORMED,
  FOOTHOLD_RULE_ERROR_NOT_FOUND,
} FootholdRuleError;

/* Members that a kind of file does not have are NULL, FALSE or FOOTHOLD_FACT_UNKNOWN. */
typedef struct
{
  char *id; /* "goal": for code, exports and help, never translated */
  char *name; /* "Goal of the work" */
  char *question; /* to the host or to oneself, one courteous sentence */
  char *why; /* why we ask */
  char *text; /* of a sentence of the mail; has {title}, {name} and {sender} to fill in */
  GPtrArray *fields; /* of GStrv: one field of each answers the item */
  /* The item is settled without more when this field has one of these slugs. */
  char *settled_field;
  GStrv settled_slugs;
  gboolean gate; /* has to be known before accepting */
  GStrv areas; /* of work in which it is asked; NULL: in all */
  char *currency;
  gint64 amount; /* minor units, for so many minutes */
  gint64 minutes;
  GStrv checks; /* what is to be seen from facts: names of foothold-warning-signs.c */
  GPtrArray *patterns; /* of GPtrArray (a pattern) of GPtrArray (words for one thing) of GStrv (a phrase) */
  GStrv unless_stated; /* fields that make its words harmless */
} FootholdRuleItem;

typedef struct
{
  char *kind; /* "clarity" */
  char *country; /* ISO 3166 alpha-2, or NULL for general */
  char *source; /* in words */
  char *as_of; /* ISO date */
  char *language; /* that its texts are in */
  GPtrArray *items; /* of FootholdRuleItem, in the order to show */
  GPtrArray *negations; /* of GStrv: words that turn a pattern into its opposite */
  GStrv private_domains; /* of mail that anybody can have */
} FootholdRuleFile;

/*
 * Reads one file. @name is for the error; @languages are the reader's, best first, as
 * g_get_language_names () gives them, which NULL stands for. English is in every file.
 */
FootholdRuleFile *foothold_rule_file_parse (GBytes *json,
                                            const char *name,
                                            const char *const *languages,
                                            GError **error);
void foothold_rule_file_free (FootholdRuleFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdRuleFile, foothold_rule_file_free)

/* The names of the shipped files: "clarity.json" … (transfer full) */
GStrv foothold_rule_file_names (GError **error);
/* One of them. */
FootholdRuleFile *foothold_rule_file_load (const char *name, const char *const *languages, GError **error);

/*
 * The rules of a kind for @country, else the general ones: then the country of
 * the result is NULL, which the reader is told ("no rules for your country here").
 * FOOTHOLD_RULE_ERROR_NOT_FOUND when there are neither.
 */
FootholdRuleFile *foothold_rule_file_find (const char *kind,
                                           const char *country,
                                           const char *const *languages,
                                           GError **error);

/* All files of a kind, every country's, as references to compare with. (element-type FootholdRuleFile) (transfer full)
 */
GPtrArray *foothold_rule_file_list (const char *kind, const char *const *languages, GError **error);

/* Of all files of the kinds @wanted (ends with NULL), every country's: tells whether the rules are those of another
 * time. (transfer full) */
char *foothold_rule_files_digest (const char *const *wanted);

const FootholdRuleItem *foothold_rule_file_find_item (const FootholdRuleFile *file, const char *id);

G_END_DECLS
