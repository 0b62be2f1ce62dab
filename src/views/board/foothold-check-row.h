// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "rules/foothold-checklist.h"

/* Rows of the pages that judge: what is asked, how it is known, and the way to where it is answered. */

G_BEGIN_DECLS

/*
 * A row that says how @title is known, and @detail below it (may be NULL). Activating it leads to @field, static,
 * on the overview (the action “opportunity.reveal”); NULL: to one's own profile.
 */
GtkWidget *foothold_check_row_new (const char *title,
                                   const char *detail,
                                   FootholdKnowledge knowledge,
                                   const char *field);
/* @suffix stands before the arrow that says that the row leads somewhere. */
void foothold_check_row_add (GtkWidget *row, GtkWidget *suffix);
/* The same row says something else from here on. */
void foothold_check_row_say (GtkWidget *row, const char *detail, FootholdKnowledge knowledge);
/* Where an item of a rule file is answered: its first field without an answer, else its first. Static. */
const char *foothold_check_field (const FootholdRuleItem *item, const FootholdFacts *facts);
/* "Not looked at", "The posting does not say" or "Stated". */
const char *foothold_knowledge_words (FootholdKnowledge knowledge);

/* Where a rule file comes from and as of when, one sentence. (transfer full) */
char *foothold_rule_source_words (const FootholdRuleFile *file);
/* A group with a list for rows in it, named for a screen reader; @description may be NULL. */
GtkWidget *foothold_check_group_new (const char *title, const char *description, GtkListBox **list);
/*
 * What a person had open and where the keys were among the rows of @box, by their titles, so that rows made
 * anew can be put into the same state.
 */
typedef struct _FootholdRowsState FootholdRowsState;
FootholdRowsState *foothold_rows_state_take (GtkWidget *box);
/* Frees @self. */
void foothold_rows_state_give (FootholdRowsState *self, GtkWidget *box);

/* Takes all children out of @box. */
void foothold_box_clear (GtkBox *box);

G_END_DECLS
