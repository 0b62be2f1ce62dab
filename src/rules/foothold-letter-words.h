// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* What the drafts of letters and mails have in common. */

G_BEGIN_DECLS

/* @text (or NULL) with every run of space one space: what strangers wrote must not begin a line of a header.
 * (transfer full) */
char *foothold_letter_one_line (const char *text);
/* What it is about: "“Logo design” at Acme". @organisation may be NULL. (transfer full) */
char *foothold_letter_describe_work (const char *title, const char *organisation);
/* "Dear Mara Lind,", or a greeting without a name. (transfer full) */
char *foothold_letter_greeting (const char *contact);
/* "Kind regards", and the name below where there is one; each line ends. */
void foothold_letter_append_closing (GString *text, const char *sender);

G_END_DECLS
