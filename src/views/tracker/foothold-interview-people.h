// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

/* Who takes part in an interview: a list of names in its form, each with the button that takes it off. */

G_BEGIN_DECLS

/* @people: FootholdPersonRow, or NULL for nobody. (transfer none) */
GtkWidget *foothold_interview_people_new (GPtrArray *people);
/* Who stands in it now: FootholdPersonRow, without an id where only a name was typed. (transfer full) */
GPtrArray *foothold_interview_people_dup (GtkWidget *self);
/* "Ada Nowak, Jo Berg"; NULL for nobody. (transfer full) */
char *foothold_interview_people_names (GPtrArray *people);

G_END_DECLS
