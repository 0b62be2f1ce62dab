// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-dossier.h"

/*
 * The groups on the page of an opportunity that are lists of their own: its
 * deliverables and its skills. Both show a dossier and, when the person changes
 * something, hand out one to be saved.
 *
 * Signal of both: "edited" (pointer: FootholdDossier *, transfer none; string: the label of the undo entry).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_DELIVERABLES_GROUP (foothold_deliverables_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdDeliverablesGroup,
                      foothold_deliverables_group,
                      FOOTHOLD,
                      DELIVERABLES_GROUP,
                      AdwPreferencesGroup)

GtkWidget *foothold_deliverables_group_new (void);
/* From here on the group is about @dossier; one by one it shows its deliverables. */
void foothold_deliverables_group_begin (FootholdDeliverablesGroup *self, const FootholdDossier *dossier);
/* Shows one more. Returns whether there are others. */
gboolean foothold_deliverables_group_continue (FootholdDeliverablesGroup *self);

/* What is being typed in a deliverable is handed out now. */
void foothold_deliverables_group_commit (FootholdDeliverablesGroup *self);

#define FOOTHOLD_TYPE_SKILLS_GROUP (foothold_skills_group_get_type ())
G_DECLARE_FINAL_TYPE (FootholdSkillsGroup, foothold_skills_group, FOOTHOLD, SKILLS_GROUP, AdwPreferencesGroup)

GtkWidget *foothold_skills_group_new (void);
/* The same without a title and a frame, to stand in the row of another list. */
GtkWidget *foothold_skills_list_new (void);
/* Moves the keys to where one is added. */
void foothold_skills_group_edit (FootholdSkillsGroup *self);
/* The same for tags. */
GtkWidget *foothold_tags_group_new (void);
void foothold_skills_group_load (FootholdSkillsGroup *self, const FootholdDossier *dossier);

G_END_DECLS
