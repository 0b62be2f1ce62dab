// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"

/* What is kept and not edited: the files of an opportunity and the history of its state. */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_RECORDS_GROUP (foothold_records_group_get_type ())

G_DECLARE_FINAL_TYPE (FootholdRecordsGroup, foothold_records_group, FOOTHOLD, RECORDS_GROUP, AdwBin)

GtkWidget *foothold_records_group_new (void);
void foothold_records_group_load (FootholdRecordsGroup *self, FootholdStore *store, const FootholdDossier *dossier);

G_END_DECLS
