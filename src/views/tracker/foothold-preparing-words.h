// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "rules/foothold-interview.h"
#include "store/foothold-interview-store.h"

/* What the page of an interview says, on the screen and on paper. */

G_BEGIN_DECLS

/* The interviews that are still to come or have no day yet, else the last one; FootholdInterviewRow. @today: ISO.
 * (transfer container) */
GPtrArray *foothold_preparing_interviews (const FootholdPreparation *preparation, const char *today);
/* "Thursday, 3 December 2026 · 14:00 · Europe/Warsaw". (transfer full) */
char *foothold_preparing_when (const FootholdInterviewRow *interview);
/* Where, how and with whom; NULL where nothing is known. @people: FootholdPersonRow. (transfer full) */
char *foothold_preparing_where (const FootholdInterviewRow *interview, GPtrArray *people);
/* What of @interview is not known. (element-type FootholdInterviewOpen) (transfer full) */
GArray *foothold_preparing_open (const FootholdInterviewRow *interview, GPtrArray *people);
/* What is missing, as a heading: "Time of day". */
const char *foothold_preparing_open_name (FootholdInterviewOpen open);
/* A story with its four parts, a line each. (transfer full) */
char *foothold_preparing_story (const FootholdStoryRow *story);

/* What the posting leaves open and somebody looked for, without what stands among one's own lines already:
 * FootholdQuestion, owned by @preparation. *@n_unseen: how many more nobody has looked at. (transfer container) */
GPtrArray *foothold_preparing_left_open (const FootholdPreparation *preparation, guint *n_unseen);
/* By which such a question is recognised: "clarity/goal". (transfer full) */
char *foothold_preparing_item (const FootholdQuestion *question);

/* All of it in two columns: what, and what is known of it. @questions: FootholdLikelyQuestion. (transfer full) */
GPtrArray *foothold_preparing_cells (const FootholdPreparation *preparation, GPtrArray *questions, const char *today);
/* The same as a text to take along. (transfer full) */
char *foothold_preparing_text (GPtrArray *cells);
/* The same on paper. (transfer full) */
GtkPrintOperation *foothold_preparing_print (const FootholdPreparation *preparation, GPtrArray *cells);

G_END_DECLS
