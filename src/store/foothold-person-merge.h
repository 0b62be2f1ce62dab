// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-rows.h"
#include "store/foothold-store.h"

/*
 * Two people that are one, made one by hand. What only one of them knows is taken; where both know something else, a
 * person chooses, and what is not chosen is not lost: addresses and numbers become further contacts, all else a line
 * of the notes. Pure but for the last; what imports do by themselves is in foothold-merge-rows.c.
 */

G_BEGIN_DECLS

/* The fields in which both say something and not the same; of those that mean nothing without each other ("next_step"
 * and its day) the first. (element-type utf8, static) (transfer full) */
GPtrArray *foothold_person_merge_differences (const FootholdPersonRow *kept, const FootholdPersonRow *gone);
/* What @row says of such a field, in words: "Mentor", "Call her (2026-12-03)". NULL for nothing. (transfer full) */
char *foothold_person_merge_say (const FootholdPersonRow *row, const char *field);

/*
 * What @kept becomes. @from_gone: the fields of the differences that are taken from @gone; ends with NULL. *@contacts:
 * (element-type FootholdPersonContactRow) (transfer full): what has no place in the row any more; their person and
 * position are the caller's. (transfer full)
 */
FootholdPersonRow *foothold_person_merge (const FootholdPersonRow *kept,
                                          const FootholdPersonRow *gone,
                                          const char *const *from_gone,
                                          GPtrArray **contacts);

/* Addresses and numbers of @other in whose place @kept says something else; their person and position are the caller's.
 * (element-type FootholdPersonContactRow) (transfer full) */
GPtrArray *foothold_person_other_contacts (const FootholdPersonRow *kept, const FootholdPersonRow *other);

/* Makes @kept and @gone one that keeps the id @kept, with all that hangs on either: one entry of undo. Finish with
 * foothold_store_write_finish (). */
void foothold_people_merge_async (FootholdStore *store,
                                  gint64 kept,
                                  gint64 gone,
                                  const char *const *from_gone,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Inside a write: @contacts (FootholdPersonContactRow, changed) behind those that @person has, without what is there
 * already, in the row or among its contacts. */
gboolean foothold_person_add_contacts (FootholdDb *db, gint64 person, GPtrArray *contacts, GError **error);
/* Whether that would add any. */
gboolean foothold_person_lacks_contacts (FootholdDb *db,
                                         gint64 person,
                                         GPtrArray *contacts,
                                         gboolean *lacks,
                                         GError **error);

G_END_DECLS
