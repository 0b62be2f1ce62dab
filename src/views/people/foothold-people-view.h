// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"
#include "widgets/foothold-page.h"

/*
 * The people that one met, whom one asks although they advertise nothing, and the organisations of all: lists with a
 * search, and beside them everything that is known of one. Stands inside an AdwToastOverlay and a window with win.undo
 * and, for what they have to do with, win.open-opportunity, win.open-application and win.open-person. It is a
 * FootholdPage that opens people.
 *
 * Property: "store" (construct only).
 * Actions: "people.add" (Ctrl+N), "people.search" (Ctrl+F); of who is selected: "person.edit" (F2), "person.talk",
 * "person.write", "person.open-organisation"; of those who are picked, else of who is selected: "person.archive",
 * "person.delete"; of two who are picked: "person.merge". Of the organisation that is shown: "organisation.edit",
 * "organisation.open-site", "organisation.delete". "people.open-outreach" (int64): shows that one.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PEOPLE_VIEW (foothold_people_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPeopleView, foothold_people_view, FOOTHOLD, PEOPLE_VIEW, AdwBin)

GtkWidget *foothold_people_view_new (FootholdStore *store);
/* Shows the outreach with that id, as foothold_page_open () shows a person. */
void foothold_people_view_open_outreach (FootholdPeopleView *self, gint64 id);
/* Shows the organisation with that id. */
void foothold_people_view_open_organisation (FootholdPeopleView *self, gint64 id);

G_END_DECLS
