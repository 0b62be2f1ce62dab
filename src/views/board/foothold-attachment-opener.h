// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-store.h"

/*
 * Letting a kept file out (RELIABILITY R18, F40): a copy that cannot be written
 * to, in a private folder, opened with a program the person is asked for; and
 * only kinds of files that do nothing by being looked at. All else can be saved.
 */

G_BEGIN_DECLS

/* Whether @media_type and the content agree that the file may be opened in one click. Pure. */
gboolean foothold_attachment_may_open (const char *name, const char *media_type, GBytes *bytes);
/* The same before the bytes are there. */
gboolean foothold_attachment_looks_openable (const char *name, const char *media_type);

void foothold_attachment_open (GtkWidget *from, FootholdStore *store, const FootholdAttachmentRow *row);
void foothold_attachment_save_as (GtkWidget *from, FootholdStore *store, const FootholdAttachmentRow *row);

G_END_DECLS
