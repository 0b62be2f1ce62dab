// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "model/foothold-marks.h"
#include "model/foothold-window-list.h"
#include "views/people/foothold-people-choices.h"

/*
 * One of the lists of this view: a search that answers while one types, an order, what is shown, and the cards. It
 * holds ids and no truth.
 *
 * Actions: "people.order", "people.show" (string), "people.picking", "people.pick-all", "people.pick-none".
 * Properties: "order", "show" (string), "picking" (bool).
 * Signals: "selected" (int64 id, 0 for none): another one is selected, or nothing. "activated": it is to be opened.
 * "picked": something else is picked, or nothing.
 */

G_BEGIN_DECLS

/* All texts are marked for translation. */
typedef struct
{
  const FootholdWindowSource *source;
  GType (*get_row_type) (void);
  const char *label; /* of the list, for a screen reader */
  const char *search; /* what stands in the empty entry */
  /* End with a NULL name; the first is the one at first. Where there is one alone to show it is everything. */
  const FootholdPeopleChoice *orders, *shows;
  gboolean picks; /* several may be selected */
  const char *empty_icon, *empty_title, *empty_text;
  /* Where none is archived or has ended, and back to those at first; NULL where none can be. */
  const char *ended_title, *ended_text, *back_label;
  /* Where all are archived or have ended, and on to those; NULL where none can be. */
  const char *hidden_title, *hidden_text, *hidden_label;
  const char *add_label, *add_action; /* or NULL */
  const char *more_label, *more_action; /* another thing to do where there is nothing; or NULL */
} FootholdPeopleListSpec;

#define FOOTHOLD_TYPE_PEOPLE_LIST (foothold_people_list_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPeopleList, foothold_people_list, FOOTHOLD, PEOPLE_LIST, AdwBin)

/* @spec: static. */
GtkWidget *foothold_people_list_new (FootholdStore *store, const FootholdPeopleListSpec *spec);

gint64 foothold_people_list_get_selected (FootholdPeopleList *self);
/* Selects the one with that id, now or when it is there; a search that hides it goes. 0: nothing is selected. */
void foothold_people_list_select (FootholdPeopleList *self, gint64 id);
/* The ids that are picked (gint64); NULL while nothing is being picked. (transfer full) */
GArray *foothold_people_list_dup_picked (FootholdPeopleList *self);
/* Nothing is picked any more. */
void foothold_people_list_end_picking (FootholdPeopleList *self);
/* Where nothing is selected, something may be: FALSE while one list stands for what is open in a narrow window. */
void foothold_people_list_set_keeps_selected (FootholdPeopleList *self, gboolean keeps);
void foothold_people_list_search (FootholdPeopleList *self);
void foothold_people_list_begin_day (FootholdPeopleList *self);

G_END_DECLS
