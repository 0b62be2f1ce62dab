// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/people/foothold-people-list.h"

/* What a list of this view says where there is nothing, and the way back from there. */

G_BEGIN_DECLS

typedef struct
{
  const FootholdPeopleListSpec *spec;
  guint show; /* place in the spec's choices */
  gboolean searching, read_only;
  gboolean hides; /* there are others, archived or ended */
} FootholdPeopleEmptiness;

/* @add: what can be added, for a list that has nothing at all. @back: shows more than is shown. */
void foothold_people_emptiness_show (const FootholdPeopleEmptiness *self,
                                     AdwStatusPage *page,
                                     GtkWidget *add,
                                     GtkButton *back);

G_END_DECLS
