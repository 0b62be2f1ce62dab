// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/*
 * Asks what two people that are one are to be called, and which of their differing facts count; then makes them one.
 *
 * Signal: "merged" (int64 id): of the one that stays.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PERSON_MERGE_DIALOG (foothold_person_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPersonMergeDialog, foothold_person_merge_dialog, FOOTHOLD, PERSON_MERGE_DIALOG, AdwDialog)

/* The one that was added first stays, and its facts count at first. */
AdwDialog *foothold_person_merge_dialog_new (FootholdStore *store, gint64 one, gint64 other);

G_END_DECLS
