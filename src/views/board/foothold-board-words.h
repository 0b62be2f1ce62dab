// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-query.h"

/* What the board says about its list: how many there are, and why there are none. */

G_BEGIN_DECLS

typedef struct
{
  const char *icon;
  const char *title;
  const char *description;
  gboolean may_add; /* adding one is the thing to do */
  gboolean may_go_back; /* to what is open */
  gboolean may_show_all; /* there may be more in the other views */
} FootholdEmptiness;

/* What the actions and the settings call each of FootholdShow and FootholdOrder; NULL at the end. */
extern const char *const foothold_board_show_names[];
extern const char *const foothold_board_order_names[];
gboolean foothold_board_find_name (const char *const *names, const char *name, guint *index);

/* "58 open", "3 found". (transfer full) */
char *foothold_board_count_line (FootholdShow show, gboolean searching, guint n);
/* @hides: nothing is open, and other views have something. */
FootholdEmptiness foothold_board_emptiness (FootholdShow show, gboolean searching, gboolean hides, gboolean read_only);

G_END_DECLS
