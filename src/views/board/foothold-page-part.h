// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-appraisal.h"
#include "store/foothold-store.h"
#include "views/board/foothold-field-row.h"

/*
 * A part of a page of an opportunity. It shows what is stored, or what the rules say of that, or both; each of the
 * functions may be left out.
 *
 * Signals: "row-added" (FootholdFieldRow): a fact has a row now. "list-added" (GtkWidget): so has a list that is
 * edited. "edited" (pointer: FootholdDossier *, transfer none; string: the label of the undo entry): of a list.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PAGE_PART (foothold_page_part_get_type ())
G_DECLARE_INTERFACE (FootholdPagePart, foothold_page_part, FOOTHOLD, PAGE_PART, GtkWidget)

struct _FootholdPagePartInterface
{
  GTypeInterface parent_iface;

  void (*load) (FootholdPagePart *self, FootholdStore *store, FootholdDossier *dossier);
  void (*judge) (FootholdPagePart *self, const FootholdAppraisal *appraisal);
  void (*foreach) (FootholdPagePart *self, GFunc func, gpointer user_data);
  gboolean (*reveal) (FootholdPagePart *self, const char *field);
};

/* Shows @dossier. */
void foothold_page_part_load (FootholdPagePart *self, FootholdStore *store, FootholdDossier *dossier);
/* Shows what the rules say; @appraisal is not kept. */
void foothold_page_part_judge (FootholdPagePart *self, const FootholdAppraisal *appraisal);
/* Calls @func for each FootholdFieldRow there is. */
void foothold_page_part_foreach (FootholdPagePart *self, GFunc func, gpointer user_data);
/* Moves the keys to where @field is answered. FALSE where that is not here. */
gboolean foothold_page_part_reveal (FootholdPagePart *self, const char *field);

/* Fills @box with what the rules say. */
typedef void (*FootholdPageFill) (GtkBox *box, const FootholdAppraisal *appraisal);
/* A part that @fill makes anew whenever something else is said; what was open in it and the keys stay. */
GtkWidget *foothold_appraisal_part_new (FootholdPageFill fill);

G_END_DECLS
