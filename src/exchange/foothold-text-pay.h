/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a text says beside the one amount of money in it. */

G_BEGIN_DECLS

/* That @amount, as it stands in @text, is for the whole: "a fee of 400 EUR", "$500 total". */
gboolean foothold_text_pay_is_whole (const char *text, const char *amount);
/* In the same sentence, that it is something else than pay: what a firm turns over, what one pays oneself, what is
 * raffled. */
gboolean foothold_text_pay_is_other (const char *text, const char *amount);

G_END_DECLS
