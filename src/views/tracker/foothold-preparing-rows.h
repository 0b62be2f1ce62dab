// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "rules/foothold-interview.h"
#include "store/foothold-interview-store.h"

/* The rows on the page of an interview; what they do are the actions of FootholdPreparingDialog. */

G_BEGIN_DECLS

/* The interviews it is about, each with the way to its form. @today: ISO. */
void foothold_preparing_show_interviews (GtkListBox *list, const FootholdPreparation *preparation, const char *today);
/* What nobody has confirmed, each with the way to where it is filled in; FALSE where there is nothing. */
gboolean foothold_preparing_show_open (GtkListBox *list, const FootholdPreparation *preparation, const char *today);

/* A question with the story that answers it, or with one that could. @at: its place. @may_choose: there are stories. */
GtkWidget *foothold_preparing_likely_row (const FootholdLikelyQuestion *question,
                                          guint at,
                                          const FootholdStoryRow *story,
                                          const FootholdStoryRow *offered,
                                          gboolean may_choose);
/* All stories, to choose one for the question @at, which @row shows. @chosen: the one it has, or NULL. */
void foothold_preparing_popup_stories (GtkWidget *row, guint at, GPtrArray *stories, const FootholdStoryRow *chosen);

/* What one wants to ask, each to be ticked as asked. */
void foothold_preparing_show_host (GtkListBox *list, FootholdStore *store, const FootholdPreparation *preparation);
/* A new FootholdHostQuestionRow, after those that are there. (transfer full) */
FootholdRow *foothold_preparing_new_line (const FootholdPreparation *preparation);

G_END_DECLS
