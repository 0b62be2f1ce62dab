// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foothold-application-record.h"
#include "widgets/foothold-recycler-row.h"

/*
 * One application in a list of the tracker, whatever it looks like there: it follows its record, and has what can be
 * done to it as actions ("application.open", "application.move-on" …) with their menu and keys. Stands inside a
 * FootholdTrackerView, which does it, and to all that are picked where it is one of them.
 */

G_BEGIN_DECLS

#define FOOTHOLD_TYPE_APPLICATION_ITEM (foothold_application_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (FootholdApplicationItem,
                          foothold_application_item,
                          FOOTHOLD,
                          APPLICATION_ITEM,
                          FootholdRecyclerRow)

struct _FootholdApplicationItemClass
{
  FootholdRecyclerRowClass parent_class;

  /* Shows @row; NULL: it is on its way. */
  void (*show) (FootholdApplicationItem *self, const FootholdApplicationRow *row);
};

/* (nullable): what it shows. */
const FootholdApplicationRow *foothold_application_item_peek_row (FootholdApplicationItem *self);
/* 0 for none. */
gint64 foothold_application_item_get_id (FootholdApplicationItem *self);
/* Shows its record anew. */
void foothold_application_item_update (FootholdApplicationItem *self);
/* Its menu, at that point of it; negative: at its middle. */
void foothold_application_item_popup (FootholdApplicationItem *self, double x, double y);
/* For gtk_widget_class_install_action(): what is done to all of a class, and what one has besides. */
void foothold_application_item_deed (GtkWidget *widget, const char *action_name, GVariant *parameter);

G_END_DECLS
