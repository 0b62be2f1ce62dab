/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * The one door for addresses that strangers wrote (RELIABILITY R18, F40): https
 * and http open in the browser, mailto in the mail program, all else is inert.
 */

G_BEGIN_DECLS

/* An http or https address with a host, nothing hidden in it. NULL is FALSE. */
gboolean foothold_link_is_web (const char *uri);
/* The same, and mailto. */
gboolean foothold_link_is_allowed (const char *uri);
/* The host as ASCII ("xn--…" where it is not), so that lookalike letters show. NULL for other addresses. (transfer
 * full) */
char *foothold_link_host (const char *uri);
/* Opens @uri from the window around @from where it is allowed, else does nothing and returns FALSE. */
gboolean foothold_link_open (GtkWidget *from, const char *uri);

/*
 * The addresses in @text that may be opened, each once and in their order; at most @limit. (element-type utf8)
 * (transfer full)
 */
GPtrArray *foothold_link_find (const char *text, guint limit);

G_END_DECLS
