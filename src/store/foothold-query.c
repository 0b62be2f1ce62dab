/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "foothold-query.h"

/* Plain data; what it means in SQL is foothold-opportunity-store.c's. */

FootholdQuery *
foothold_query_new (const char *text, FootholdOrder order, FootholdShow show)
{
  FootholdQuery *self = g_new0 (FootholdQuery, 1);

  self->text = g_strdup (text);
  self->order = order;
  self->show = show;
  return self;
}

FootholdQuery *
foothold_query_copy (const FootholdQuery *self)
{
  FootholdQuery *copy = foothold_query_new (self->text, self->order, self->show);

  copy->reversed = self->reversed;
  copy->application_order = self->application_order;
  copy->stage = self->stage;
  return copy;
}

gboolean
foothold_query_equal (const FootholdQuery *a, const FootholdQuery *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && a->order == b->order && a->show == b->show && a->reversed == b->reversed
         && a->application_order == b->application_order && a->stage == b->stage;
}

void
foothold_query_free (FootholdQuery *self)
{
  g_free (self->text);
  g_free (self);
}
