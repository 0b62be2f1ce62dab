// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"
#include "views/board/foothold-page-part.h"

/*
 * A group of facts on the page of an opportunity, made from a list of fields.
 * The few that decide are always there; the others when they say something, or
 * when the group is opened ("Show 6 More"). So a short posting is a short page,
 * and rows nobody looks at are never made.
 *
 * It is a FootholdPagePart: connect to "row-added" before the first row is filled.
 */

G_BEGIN_DECLS

typedef struct
{
  const char *field;
  FootholdEntryKind kind;
  gboolean decides; /* always shown */
} FootholdFieldSpec;

typedef struct
{
  const char *title; /* marked for translation */
  const FootholdFieldSpec *fields;
  guint n_fields;
  const char *about; /* likewise: a sentence below the title, or NULL */
} FootholdGroupSpec;

#define FOOTHOLD_TYPE_FIELD_GROUP (foothold_field_group_get_type ())

G_DECLARE_FINAL_TYPE (FootholdFieldGroup, foothold_field_group, FOOTHOLD, FIELD_GROUP, AdwPreferencesGroup)

/* @spec: static. */
GtkWidget *foothold_field_group_new (const FootholdGroupSpec *spec);
/* From here on the group is about @dossier; row by row it shows it, see foothold_field_group_continue(). */
void foothold_field_group_begin (FootholdFieldGroup *self, const FootholdDossier *dossier);
/* Fills one more row. Returns whether there are others. */
gboolean foothold_field_group_continue (FootholdFieldGroup *self);
/* (nullable): the row of @field, made and shown where it was not yet. */
FootholdFieldRow *foothold_field_group_reveal (FootholdFieldGroup *self, const char *field);
/* Calls @func for each row there is. */
void foothold_field_group_foreach (FootholdFieldGroup *self, GFunc func, gpointer user_data);

/* A row as a group makes it, for a place of its own. (transfer floating) */
FootholdFieldRow *foothold_field_group_make_row (const FootholdFieldSpec *spec);
/* Shows in @row what @dossier says of its field, and how that is known. */
void foothold_field_group_load_row (FootholdFieldRow *row, const FootholdDossier *dossier);

G_END_DECLS
