/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* What a list of opportunities or applications asks for: plain data, copied into the job that answers it. */

G_BEGIN_DECLS

typedef enum
{
  FOOTHOLD_ORDER_NEWEST,
  FOOTHOLD_ORDER_DEADLINE,
  FOOTHOLD_ORDER_TITLE,
  FOOTHOLD_ORDER_RATE, /* the highest pay an hour first */
  FOOTHOLD_ORDER_HOURS, /* the shortest first */
  FOOTHOLD_ORDER_FIT, /* what is surely worth most first, then what may be; of which nothing is known, last */
} FootholdOrder;

typedef enum
{
  FOOTHOLD_SHOW_OPEN, /* neither archived nor dropped nor expired */
  FOOTHOLD_SHOW_STARRED, /* open and starred */
  FOOTHOLD_SHOW_DROPPED, /* dropped or expired, not archived */
  FOOTHOLD_SHOW_ARCHIVED,
  FOOTHOLD_SHOW_ALL,
} FootholdShow;

/* Of applications. */
typedef enum
{
  FOOTHOLD_APPLICATION_ORDER_BOARD, /* by column, and in it as the person put them */
  FOOTHOLD_APPLICATION_ORDER_ORGANISATION,
  FOOTHOLD_APPLICATION_ORDER_TITLE,
  FOOTHOLD_APPLICATION_ORDER_SENT, /* the last one sent first */
  FOOTHOLD_APPLICATION_ORDER_SILENCE, /* whose host owes a word for longest, first */
  FOOTHOLD_APPLICATION_ORDER_NEXT, /* whose next step comes first */
  FOOTHOLD_APPLICATION_ORDER_DEADLINE, /* of a draft until when one may apply, of an offer until when it is answered */
  FOOTHOLD_APPLICATION_ORDER_STATE, /* as the states follow each other */
  FOOTHOLD_APPLICATION_ORDER_NEWEST, /* the last one begun first */
} FootholdApplicationOrder;

typedef struct
{
  char *text; /* as typed, with filters (rules/foothold-filter.h); NULL or blank is everything */
  FootholdOrder order;
  FootholdShow show;
  gboolean reversed; /* the other way round; of what nothing is known comes last all the same */
  /* Of applications only: what they are ordered by in place of @order, and the column, 0 for all of them. */
  FootholdApplicationOrder application_order;
  gint64 stage;
} FootholdQuery;

FootholdQuery *foothold_query_new (const char *text, FootholdOrder order, FootholdShow show);
/* Whether both ask the same. */
gboolean foothold_query_equal (const FootholdQuery *a, const FootholdQuery *b);
FootholdQuery *foothold_query_copy (const FootholdQuery *self);
void foothold_query_free (FootholdQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FootholdQuery, foothold_query_free)

G_END_DECLS
