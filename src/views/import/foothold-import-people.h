// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-staging.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts into @list whom the import brings; the list is hidden where that is nobody. */
void foothold_import_people_show (GtkListBox *list, FootholdStaging *staging);

G_END_DECLS
