// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import.h"

G_BEGIN_DECLS

typedef GBytes *(*FootholdFolderRead) (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error);

/*
 * LinkedIn's export as a folder. Links are not followed, no more is looked at than caps allow; @read reads the
 * files that are imported. What is wrong with one of them is its problem; any other folder is an error.
 */
gboolean foothold_import_folder (GFile *folder,
                                 FootholdFolderRead read,
                                 gpointer user_data,
                                 const FootholdSink *sink,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
