// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/foothold-import.h"

G_BEGIN_DECLS

/* foothold_import_page () of a page that came out of something else: @url is where it was, where itself does not say.
 */
gboolean foothold_import_page_from (GBytes *bytes,
                                    const char *name,
                                    const char *url,
                                    const FootholdSink *sink,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
