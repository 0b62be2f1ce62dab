// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * The skills that an opportunity asks for beside what shows that one has them: what is missing first, each edited where
 * it stands. Ticked ones become the draft of a letter, and the résumé that is kept is held against them.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_TAILORING_DIALOG (foothold_tailoring_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdTailoringDialog, foothold_tailoring_dialog, FOOTHOLD, TAILORING_DIALOG, AdwDialog)

AdwDialog *foothold_tailoring_dialog_new (FootholdStore *store, gint64 application);

/* Whether nothing shows @skill yet. */
gboolean foothold_tailoring_is_gap (const FootholdSkillRow *skill);

G_END_DECLS
