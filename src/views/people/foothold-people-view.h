// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "store/foothold-store.h"
#include "widgets/foothold-page.h"

/*
 * The people that one met: a list with a search, and beside it everything that is known of one. Stands inside an
 * AdwToastOverlay and a window with win.undo and, for what somebody has to do with, win.open-opportunity and
 * win.open-application. It is a FootholdPage.
 *
 * Property: "store" (construct only).
 * Actions: "people.add" (Ctrl+N), "people.search" (Ctrl+F); of who is selected: "person.edit" (F2), "person.talk",
 * "person.write"; of those who are picked, else of who is selected: "person.archive", "person.delete"; of two who are
 * picked: "person.merge".
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_PEOPLE_VIEW (foothold_people_view_get_type ())

G_DECLARE_FINAL_TYPE (FootholdPeopleView, foothold_people_view, FOOTHOLD, PEOPLE_VIEW, AdwBin)

GtkWidget *foothold_people_view_new (FootholdStore *store);
/* Shows the outreach with that id, as foothold_page_open () shows a person. */
void foothold_people_view_open_outreach (FootholdPeopleView *self, gint64 id);

G_END_DECLS
