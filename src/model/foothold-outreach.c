// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-outreach.h"

/* All of it is in the field table, as with opportunities. */

struct _FootholdOutreach
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdOutreach, foothold_outreach, FOOTHOLD_TYPE_RECORD)

static void
foothold_outreach_class_init (FootholdOutreachClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_outreach_row_type);
}

static void
foothold_outreach_init (FootholdOutreach *self)
{
}

const FootholdOutreachRow *
foothold_outreach_peek (FootholdOutreach *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_OUTREACH (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}
