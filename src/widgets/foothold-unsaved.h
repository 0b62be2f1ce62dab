// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/*
 * A dialog that is closed with something in it that is nowhere else asks first: Escape, its close button and a swipe
 * lose nothing without a word. Closing with nothing typed, and adw_dialog_force_close (), ask nothing.
 */

G_BEGIN_DECLS

typedef struct
{
  gboolean (*is_unsaved) (gpointer dialog); /* whether closing would lose something */
  gboolean (*can_keep) (gpointer dialog); /* NULL: always */
  const char *title, *text; /* the question; these and keep_label are marked for translation */
  const char *keep_label, *keep_action; /* what keeps it: an action of the dialog that closes it when it worked */
} FootholdUnsaved;

/* From its init, once. @unsaved: static. */
void foothold_unsaved_guard (AdwDialog *dialog, const FootholdUnsaved *unsaved);

G_END_DECLS
