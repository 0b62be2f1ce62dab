/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one place where the store is broken on purpose, so that each fault test can be
 * seen to fail: CORE_SABOTAGE names what goes wrong (teeth.py says which test must
 * notice). The functions stand before the store's own by the linker's --wrap, in this
 * test program alone; nothing of it is in the shipped one.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean core_sabotaged (const char *name);
/* What is broken before the verb begins, in its folder. */
void core_sabotage_start (const char *dir);
/* How often the store went about saving a dossier, and opened its connection again. */
guint core_count_saves (void);
guint core_count_reopened (void);

G_END_DECLS
