// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "model/foothold-field-text.h"

/*
 * The drop-down of a field that is one of a list. First stands that nothing is
 * known, then the list's own words, then the person's; a list that may be extended
 * ends with the choice to add a word.
 */

G_BEGIN_DECLS

/* @field: static; @kind: a choice or a flag. */
GtkWidget *foothold_field_choice_new (const char *field, FootholdEntryKind kind);
/* A person may add words of their own to the list of @field. */
gboolean foothold_field_choice_is_open (const char *field);
/* What is chosen, "" for nothing; NULL where adding a word is. (transfer full) */
char *foothold_field_choice_dup_slug (GtkDropDown *choice);
/* Chooses @slug; an unknown one joins the choices. */
void foothold_field_choice_set_slug (GtkDropDown *choice, const char *slug);
/* What the first choice is called. */
void foothold_field_choice_set_unknown (GtkDropDown *choice, const char *words);
/* The person's own words, each under its slug, in this order; they take the place of those before. */
void foothold_field_choice_set_own (GtkDropDown *choice, const char *const *slugs, const char *const *names);
/* The slug of the choice that is called @name, whatever the case and the accents. (transfer none) */
const char *foothold_field_choice_find (GtkDropDown *choice, const char *name);

G_END_DECLS
