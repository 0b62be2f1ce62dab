// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

/*
 * Strict reading of JSON objects for rule files: each function takes one member,
 * and what nobody took is an error in the end. The first error is kept and all
 * that follows does nothing, so that a reader needs no check after each member.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the file */
  const char *const *languages; /* the reader's, best first */
  GStrv spoken; /* the languages of the first text: every other has the same */
  char *language; /* that was chosen */
  GError *error;
} FootholdRuleParse;

typedef struct
{
  FootholdRuleParse *parse;
  JsonObject *object;
  char *where; /* "items[3]" */
  GHashTable *taken;
} FootholdRuleObject;

void foothold_rule_parse_fail (FootholdRuleParse *parse, const char *where, const char *member, const char *what);
void foothold_rule_parse_clear (FootholdRuleParse *parse);

/* FALSE, with the error, when @node is no object. Ends with foothold_rule_object_end () where it is one. */
gboolean foothold_rule_object_begin (FootholdRuleObject *self,
                                     FootholdRuleParse *parse,
                                     JsonNode *node,
                                     const char *where);
void foothold_rule_object_end (FootholdRuleObject *self);

/* The member, or NULL: where it is @needed with an error. */
JsonNode *foothold_rule_object_take (FootholdRuleObject *self, const char *member, gboolean needed);
/* (transfer full): NULL where there is none, and for JSON's null. */
char *foothold_rule_object_take_string (FootholdRuleObject *self, const char *member, gboolean needed);
/* A text in the reader's language. (transfer full) */
char *foothold_rule_object_take_text (FootholdRuleObject *self, const char *member, gboolean needed);
/* (transfer full) */
GStrv foothold_rule_object_take_strings (FootholdRuleObject *self, const char *member, gboolean needed);
/* The elements of a list of texts; NULL when it is anything else, or empty. (transfer full) */
GStrv foothold_rule_node_strings (JsonNode *node);
gint64 foothold_rule_object_take_number (FootholdRuleObject *self, const char *member, gboolean needed);
gboolean foothold_rule_object_take_flag (FootholdRuleObject *self, const char *member);

G_END_DECLS
