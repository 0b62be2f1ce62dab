// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

/* What one may choose of a list: by what it is ordered, what is shown, and what to do where there is nothing. */

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

/* A button of an empty list at the end of @box; none where @label (marked for translation) is NULL. */
void foothold_people_choices_add_button (GtkBox *box, const char *label, const char *action, gboolean suggested);

G_END_DECLS
