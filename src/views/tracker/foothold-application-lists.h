// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-application-dossier.h"

/* The lists on the page of an application. */

G_BEGIN_DECLS

enum
{
  FOOTHOLD_PART_NEXT,
  FOOTHOLD_PART_OFFER,
  FOOTHOLD_PART_CHECKLIST,
  FOOTHOLD_PART_TAILORING,
  FOOTHOLD_PART_SENT,
  FOOTHOLD_PART_QUESTIONS,
  FOOTHOLD_PART_INTERVIEWS,
  FOOTHOLD_PART_FOLLOW_UPS,
  FOOTHOLD_PART_PEOPLE,
  FOOTHOLD_PART_NOTES,
  FOOTHOLD_PART_HISTORY,
  FOOTHOLD_N_PARTS
};

/* How many rows of fields stand before the files in the list of what was sent. */
#define FOOTHOLD_PART_SENT_FIELDS 5

/* Makes their rows anew; the keys stay where they were. @lists: FOOTHOLD_N_PARTS. */
void foothold_application_lists_show (GtkListBox *const *lists,
                                      FootholdStore *store,
                                      FootholdApplicationDossier *dossier);
G_END_DECLS
