// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/people/foothold-outreach-page.h"
#include "views/people/foothold-people-list.h"
#include "views/people/foothold-people-view.h"
#include "views/people/foothold-person-page.h"
#include "widgets/foothold-switcher.h"

/* What the files of this view share among themselves; nobody else includes this. */

G_BEGIN_DECLS

struct _FootholdPeopleView
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwHeaderBar *header_bar;
  AdwBin *switcher_place;
  GtkWidget *add_button;
  GtkStack *lists;
  GtkStack *details;
  FootholdPersonPage *page;
  FootholdOutreachPage *outreach_page;

  FootholdStore *store;
  FootholdSwitcher *switcher;
  FootholdPeopleList *list; /* NULL from disposal on */
  FootholdPeopleList *outreach; /* made when it is first looked at, and NULL from disposal on */
};

gboolean foothold_people_view_is_writable (FootholdPeopleView *self);
/* The outreach is in front, and not the people. */
gboolean foothold_people_view_shows_outreach (FootholdPeopleView *self);

/* -deeds: what is done with people */
void foothold_people_deeds_install (GtkWidgetClass *widget_class);
void foothold_people_deeds_update (FootholdPeopleView *self);
void foothold_people_deeds_add (FootholdPeopleView *self);

/* -outreach: its list and page in this view */
void foothold_people_outreach_install (GtkWidgetClass *widget_class);
void foothold_people_outreach_update (FootholdPeopleView *self);
void foothold_people_outreach_add (FootholdPeopleView *self);
/* Its list, made where it is not there yet. */
FootholdPeopleList *foothold_people_outreach_ensure (FootholdPeopleView *self);

G_END_DECLS
