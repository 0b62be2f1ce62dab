/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-opportunity.h"

/* All of it is in the field table; this file only gives the table a class. */

struct _FootholdOpportunity
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdOpportunity, foothold_opportunity, FOOTHOLD_TYPE_RECORD)

static void
foothold_opportunity_class_init (FootholdOpportunityClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_opportunity_row_type);
}

static void
foothold_opportunity_init (FootholdOpportunity *self)
{
}

FootholdOpportunity *
foothold_opportunity_new (gint64 id)
{
  return g_object_new (FOOTHOLD_TYPE_OPPORTUNITY, "id", id, NULL);
}

const FootholdOpportunityRow *
foothold_opportunity_peek (FootholdOpportunity *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OPPORTUNITY (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}
