// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-rows.h"

/* The people of an import: who of them is there already, whom they work for, and which applications name them. */

G_BEGIN_DECLS

typedef struct _FootholdMergePeople FootholdMergePeople;

/* @batch: with which new ones come; 0 to look only. */
FootholdMergePeople *foothold_merge_people_new (gint64 batch);
void foothold_merge_people_free (FootholdMergePeople *self);

/* The row with this @id has it from its file, where another id is another person: none of them is found as another. Who
 * was here before is found by what they say, once. */
void foothold_merge_people_keep_apart (FootholdMergePeople *self, gint64 id);
/* *@id: who @row is, by what it says (FootholdPersonIndex); 0 for nobody. */
gboolean foothold_merge_people_find (FootholdMergePeople *self,
                                     FootholdDb *db,
                                     const FootholdPersonRow *row,
                                     gint64 *id,
                                     GError **error);
/* Somebody who comes, and may come twice. */
void foothold_merge_people_add (FootholdMergePeople *self, gint64 id, const FootholdPersonRow *row);
/* Finds or makes whom @person works for, where a file says that by name and @here (nullable: who it is) does not know
 * it. Inside a write. */
gboolean foothold_merge_people_name_organisation (FootholdMergePeople *self,
                                                  FootholdDb *db,
                                                  FootholdPersonRow *person,
                                                  const FootholdPersonRow *here,
                                                  GError **error);

/*
 * @people (FootholdPersonRow, to be changed), whom @application names: made where nobody is, and tied to it. @recorded:
 * inside a recorded write; else new ones carry the batch, and the ties are recorded at the end, as all ties are.
 */
gboolean foothold_merge_people_link (FootholdMergePeople *self,
                                     FootholdDb *db,
                                     GPtrArray *people,
                                     gint64 application,
                                     gboolean recorded,
                                     GError **error);
/* Inside a recorded write. */
gboolean foothold_merge_people_end (FootholdMergePeople *self, FootholdDb *db, GError **error);

/* Where a slice starts; back to it when it was rolled back; and after any other write that was. */
void foothold_merge_people_mark (FootholdMergePeople *self);
void foothold_merge_people_return (FootholdMergePeople *self);
void foothold_merge_people_forget (FootholdMergePeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdMergePeople, foothold_merge_people_free)

G_END_DECLS
