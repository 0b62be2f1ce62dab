// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-person-store.h"

/*
 * What hangs on a person, as rows of a list: further contacts, conversations, and what they have to do with. A row that
 * is activated opens the form of what it says, or what it is about.
 */

G_BEGIN_DECLS

/* Makes the rows of @list anew; the keys stay where they were. The list ends with the rows that were there from the
 * beginning: @n_fixed of them stay at its start. */
void foothold_person_lists_show_contacts (GtkListBox *list,
                                          guint n_fixed,
                                          FootholdStore *store,
                                          FootholdPersonDossier *dossier);
void foothold_person_lists_show_conversations (GtkListBox *list, FootholdStore *store, FootholdPersonDossier *dossier);
/* Each opens the opportunity, or the application where it is one. */
void foothold_person_lists_show_ties (GtkListBox *list, FootholdPersonDossier *dossier);

G_END_DECLS
