// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-dossier.h"

/* A dossier to change and save, made from one that is shared. */

G_BEGIN_DECLS

/* The same rows in lists of its own. (transfer full) */
FootholdDossier *foothold_dossier_copy (const FootholdDossier *self);

G_END_DECLS
