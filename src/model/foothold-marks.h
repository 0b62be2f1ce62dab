/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * Which rows of a list are picked for something that is done to all of them: a set of ids, so that it outlives any
 * order of the list and costs the same for three as for a hundred thousand.
 *
 * Properties: "active" (bool): rows are being picked, if only none so far; "n" (uint).
 * Signal: "changed".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_MARKS (foothold_marks_get_type ())

G_DECLARE_FINAL_TYPE (FootholdMarks, foothold_marks, FOOTHOLD, MARKS, GObject)

FootholdMarks *foothold_marks_new (void);

gboolean foothold_marks_get_active (FootholdMarks *self);
/* Inactive: nothing is picked any more. */
void foothold_marks_set_active (FootholdMarks *self, gboolean active);

guint foothold_marks_get_n (FootholdMarks *self);
gboolean foothold_marks_has (FootholdMarks *self, gint64 id);
/* All of @ids (gint64) are picked, or none of them; makes it active. One "changed" for all. */
void foothold_marks_set (FootholdMarks *self, const gint64 *ids, gsize n, gboolean marked);
/* Only what is among @ids, each of them once, stays. */
void foothold_marks_keep (FootholdMarks *self, const gint64 *ids, gsize n);
/* (transfer full): those of @ids that are picked, in this order: gint64 */
GArray *foothold_marks_list (FootholdMarks *self, const gint64 *ids, gsize n);

G_END_DECLS
