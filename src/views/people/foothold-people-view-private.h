// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/people/foothold-organisation-page.h"
#include "views/people/foothold-outreach-page.h"
#include "views/people/foothold-people-list.h"
#include "views/people/foothold-people-view.h"
#include "views/people/foothold-person-page.h"
#include "widgets/foothold-switcher.h"

/* What the files of this view share among themselves; nobody else includes this. */

G_BEGIN_DECLS

/* Those that one switches between. */
typedef enum
{
  FOOTHOLD_PEOPLE_PERSONS,
  FOOTHOLD_PEOPLE_OUTREACH,
  FOOTHOLD_PEOPLE_ORGANISATIONS,
  FOOTHOLD_N_PEOPLE_SIDES
} FootholdPeopleSide;

/* One of them: a list, and the page of what is selected in it. All texts are marked for translation. */
typedef struct
{
  const char *name; /* by which the switcher and the pages know it */
  const char *title;
  const char *one; /* what its page is called */
  const FootholdPeopleListSpec *list;
  const char *add_words; /* what its button adds; NULL: they come by themselves */
  void (*add) (FootholdPeopleView *self);
  void (*show) (FootholdPeopleView *self, gint64 id); /* on its page; 0: nothing */
  gint64 (*get_shown) (FootholdPeopleView *self);
  void (*edit) (FootholdPeopleView *self);
  void (*update) (FootholdPeopleView *self); /* what can be done */
} FootholdPeopleSideSpec;

extern const FootholdPeopleSideSpec foothold_people_persons; /* -deeds */
extern const FootholdPeopleSideSpec foothold_people_outreach; /* -outreach */
extern const FootholdPeopleSideSpec foothold_people_organisations; /* -organisations */

struct _FootholdPeopleView
{
  AdwBin parent_instance;

  AdwNavigationSplitView *split;
  AdwHeaderBar *header_bar;
  AdwBin *switcher_place;
  GtkWidget *add_button;
  GtkStack *lists;
  AdwNavigationPage *detail;
  GtkStack *details;
  FootholdPersonPage *page;
  FootholdOutreachPage *outreach_page;
  FootholdOrganisationPage *organisation_page;

  FootholdStore *store;
  FootholdSwitcher *switcher;
  FootholdPeopleList *list[FOOTHOLD_N_PEOPLE_SIDES]; /* made when they are first looked at, and NULL from disposal on */
};

gboolean foothold_people_view_is_writable (FootholdPeopleView *self);
/* The one that is in front. */
FootholdPeopleSide foothold_people_view_get_side (FootholdPeopleView *self);
/* Its list, made where it is not there yet. */
FootholdPeopleList *foothold_people_view_ensure_list (FootholdPeopleView *self, FootholdPeopleSide side);
/* Puts @side in front, and in it what has that id. */
void foothold_people_view_open (FootholdPeopleView *self, FootholdPeopleSide side, gint64 id);
/* What a page of @side showed is not there any more. */
void foothold_people_view_gone (FootholdPeopleView *self, FootholdPeopleSide side);

/* -deeds: what is done with people */
void foothold_people_deeds_install (GtkWidgetClass *widget_class);
/* -outreach, -organisations: what is done with these */
void foothold_people_outreach_install (GtkWidgetClass *widget_class);
void foothold_people_organisations_install (GtkWidgetClass *widget_class);

G_END_DECLS
