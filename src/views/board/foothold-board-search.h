/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"
#include "widgets/foothold-menu.h"

/*
 * What one looks for above the list: one entry for words and filters, the filters in it as chips that can be taken
 * away, how the word that is being typed can go on, a menu for those who click, and one sentence for what is not
 * understood. The text of the entry is the whole truth; everything else only reads or changes it.
 *
 * Properties: "text" (string), "of-applications" (bool, at construction: “state:” is theirs). Signals: "changed";
 * "activate" (Enter); "stop" (Escape in an empty entry); "down" (to the list).
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_BOARD_SEARCH (foothold_board_search_get_type ())

G_DECLARE_FINAL_TYPE (FootholdBoardSearch, foothold_board_search, FOOTHOLD, BOARD_SEARCH, AdwBin)

void foothold_board_search_set_store (FootholdBoardSearch *self, FootholdStore *store);
const char *foothold_board_search_get_text (FootholdBoardSearch *self);
void foothold_board_search_set_text (FootholdBoardSearch *self, const char *text);
/* What it asks for in words, for the name of a search: “Remote, Pay over 20 an hour, logo”. (transfer full) */
char *foothold_board_search_dup_words (FootholdBoardSearch *self);
/* The keys go to the entry, all of it selected. */
void foothold_board_search_begin (FootholdBoardSearch *self);
/* What stands in its menu below the filters is what @func says when it opens, and not what the board has there. */
void foothold_board_search_set_menu_func (FootholdBoardSearch *self, FootholdMenuFunc func, gpointer user_data);
/* Whether the menu's button says that something is left out by what it shows. */
void foothold_board_search_set_narrowed (FootholdBoardSearch *self, gboolean narrowed);

G_END_DECLS
