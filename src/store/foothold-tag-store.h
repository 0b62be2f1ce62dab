/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-store.h"

/* A person's own words on opportunities; two that differ in case or accents only are one. */

G_BEGIN_DECLS

/* (transfer full): char *, in order; NULL with an error. */
GPtrArray *foothold_tags_load (FootholdDb *db, gint64 opportunity, GError **error);
/* Makes what is stored equal to @names; blank ones and those that are there twice are left out. Inside a write. */
gboolean foothold_tags_save (FootholdDb *db, gint64 opportunity, GPtrArray *names, GError **error);

/*
 * @name is a tag of all of @ids (gint64), or of none of them any more: one entry to undo.
 * Finish with foothold_store_write_finish ().
 */
void foothold_store_tag_async (FootholdStore *self,
                               GArray *ids,
                               const char *name,
                               gboolean tagged,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

G_END_DECLS
