// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/foothold-profile.h"

#include <adwaita.h>

/* A skill of one's own: level, whether one wants it, what shows it. Action: skill.remove. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_SKILL_ITEM (foothold_skill_item_get_type ())
G_DECLARE_FINAL_TYPE (FootholdSkillItem, foothold_skill_item, FOOTHOLD, SKILL_ITEM, AdwExpanderRow)

GtkWidget *foothold_skill_item_new (FootholdProfile *profile, gint64 id);
gint64 foothold_skill_item_get_id (FootholdSkillItem *self);
void foothold_skill_item_update (FootholdSkillItem *self, FootholdSkillRow *row);
/* What shows the skill, as it stands in the entry now; NULL for nothing. (transfer full) */
char *foothold_skill_item_dup_evidence (FootholdSkillItem *self);
/* Keeps what is being typed. */
void foothold_skill_item_commit (FootholdSkillItem *self);

G_END_DECLS
