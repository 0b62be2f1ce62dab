// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

/* What one may choose in the menu of a list: by what it is ordered, and what is shown. */

G_BEGIN_DECLS

/* @label: marked for translation. */
typedef struct
{
  const char *name, *label;
  guint value; /* a FootholdOrder or a FootholdShow */
} FootholdPeopleChoice;

/* Both end with a NULL name. Chooses by the actions "people.order" and "people.show". (transfer full) */
GMenuModel *foothold_people_choices_menu (const FootholdPeopleChoice *orders, const FootholdPeopleChoice *shows);
/* *@chosen: the place of the choice called @name. Returns whether it is another one than before. */
gboolean foothold_people_choices_choose (const FootholdPeopleChoice *choices, const char *name, guint *chosen);

G_END_DECLS
