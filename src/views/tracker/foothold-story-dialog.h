// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "rules/foothold-interview.h"
#include "store/foothold-interview-store.h"

/*
 * A story that answers a likely question, told as situation, task, action and result.
 *
 * Signals: "saved", "deleted".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_STORY_DIALOG (foothold_story_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdStoryDialog, foothold_story_dialog, FOOTHOLD, STORY_DIALOG, AdwDialog)

/* @story: NULL for a new one. */
AdwDialog *foothold_story_dialog_new (FootholdStore *store,
                                      gint64 application,
                                      const FootholdLikelyQuestion *question,
                                      const FootholdStoryRow *story);

G_END_DECLS
