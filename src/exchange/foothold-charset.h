// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The text of a saved page as valid UTF-8 without NUL: told by its byte order
 * mark, else by what it says about itself, else UTF-8 if it is that, else
 * windows-1252, as browsers do. What cannot be read becomes U+FFFD. *@lossy says
 * whether anything did. (transfer full)
 */
char *foothold_charset_to_utf8 (const char *data, gsize length, gsize *out_length, gboolean *lossy);

/* The same of text that comes under a label ("iso-8859-1"), which counts unless there is a byte order mark. NULL and an
 * unknown label: as above. (transfer full) */
char *foothold_charset_decode (const char *data, gsize length, const char *label, gsize *out_length, gboolean *lossy);

G_END_DECLS
