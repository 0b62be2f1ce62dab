/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/foothold-store.h"

/*
 * What one can do with an opportunity, once for every widget that shows one: a
 * card, the page, the board for what is selected in it. Such a widget is a
 * holder; its class gets parameterless actions, so that menus, keys, screen
 * readers and tests all go the same way:
 *
 *   opportunity.star          star, or take the star away; star many
 *   opportunity.unstar        take the star away
 *   opportunity.archive       archive, or bring back; archive many
 *   opportunity.unarchive     bring back
 *   opportunity.tag           ask for a tag and give it, or take it away
 *   opportunity.drop          ask for a reason and drop
 *   opportunity.reopen        a dropped or expired one is what it was before
 *   opportunity.evaluate      state “evaluating”
 *   opportunity.shortlist     state “shortlisted”
 *   opportunity.apply         state “applying”, and an application begins
 *   opportunity.show-application  the application for it, in the tracker
 *   opportunity.still-open    a rolling window is still open today
 *   opportunity.gone          it is not: dropped
 *   opportunity.delete        delete (undo brings it back)
 *   opportunity.open-posting  the posting's address in the browser
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_OPPORTUNITY_HOLDER (foothold_opportunity_holder_get_type ())

G_DECLARE_INTERFACE (FootholdOpportunityHolder, foothold_opportunity_holder, FOOTHOLD, OPPORTUNITY_HOLDER, GtkWidget)

struct _FootholdOpportunityHolderInterface
{
  GTypeInterface parent_iface;

  FootholdStore *(*get_store) (FootholdOpportunityHolder *self);
  /* The opportunity that is shown or selected, NULL for none. */
  const FootholdOpportunityRow *(*peek_row) (FootholdOpportunityHolder *self);
  /* Optional: where several are picked, all of them (gint64); NULL for the one above. (transfer full) */
  GArray *(*dup_ids) (FootholdOpportunityHolder *self);
};

FootholdStore *foothold_opportunity_holder_get_store (FootholdOpportunityHolder *self);
const FootholdOpportunityRow *foothold_opportunity_holder_peek_row (FootholdOpportunityHolder *self);
/* What an action is done to: gint64, none, one or many. (transfer full) */
GArray *foothold_opportunity_holder_dup_ids (FootholdOpportunityHolder *self);

/* For class_init: installs the actions above, and their keys with @with_keys. */
void foothold_opportunity_actions_install (GtkWidgetClass *klass, gboolean with_keys);
/* Which of them make sense for @row (NULL is none of them). */
void foothold_opportunity_actions_update (GtkWidget *holder, const FootholdOpportunityRow *row);
/* The same where several are picked; @any: at least one is. */
void foothold_opportunity_actions_update_many (GtkWidget *holder, gboolean any);
/* The menu of what can be done to many, with the board's "board.compare" and "board.merge". (transfer full) */
GMenuModel *foothold_opportunity_actions_menu_many (void);
/* The menu of these actions, worded for @row. (transfer full) */
GMenuModel *foothold_opportunity_actions_menu (const FootholdOpportunityRow *row);

/* The action of the one step that comes next for @row, NULL when there is none; @label: what its button says. */
const char *foothold_opportunity_actions_next (const FootholdOpportunityRow *row, const char **label);

G_END_DECLS
