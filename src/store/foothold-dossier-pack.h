/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-dossier.h"

/*
 * Dossiers, nests and rows as bytes, for the staging file of an import alone: written and
 * read by the same process, never kept, so there is no version in it.
 */

G_BEGIN_DECLS

void foothold_pack_row (GByteArray *out, const FootholdRow *row);
void foothold_pack_dossier (GByteArray *out, const FootholdDossier *dossier);
void foothold_pack_nest (GByteArray *out, const FootholdNest *nest);
void foothold_pack_text (GByteArray *out, const char *text);

/* Where reading stands; @failed once the bytes end too early, which only a disk fault can do. */
typedef struct
{
  const guint8 *at, *end;
  gboolean failed;
} FootholdUnpack;

gpointer foothold_unpack_row (FootholdUnpack *self, const FootholdRowType *type);
/* Both NULL when the bytes are damaged. */
FootholdDossier *foothold_unpack_dossier (FootholdUnpack *self);
FootholdNest *foothold_unpack_nest (FootholdUnpack *self, const FootholdFamily *family);
char *foothold_unpack_text (FootholdUnpack *self);

G_END_DECLS
