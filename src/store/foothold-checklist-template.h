// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-application-rows.h"
#include "store/foothold-store.h"

/* What an application has ticked off: begins as a copy of a template that the person may change. */

G_BEGIN_DECLS

/* Ours, in the language of the session, as long as the person has none of their own. (element-type
 * FootholdChecklistTemplateRow) Any thread that owns the connection. */
GPtrArray *foothold_checklist_template_load (FootholdDb *db, GError **error);
/* Gives application @id the template's items. Writer thread. */
gboolean foothold_checklist_template_apply (FootholdDb *db, gint64 id, GError **error);
/* Makes the template what the checklist of application @id is now, without its ticks. */
void foothold_checklist_template_keep_async (FootholdStore *store,
                                             gint64 id,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

G_END_DECLS
