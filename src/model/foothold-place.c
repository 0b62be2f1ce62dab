// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-place.h"

/* All of it is in the field table, as with opportunities. */

struct _FootholdPlace
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdPlace, foothold_place, FOOTHOLD_TYPE_RECORD)

static void
foothold_place_class_init (FootholdPlaceClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_place_row_type);
}

static void
foothold_place_init (FootholdPlace *self)
{
}

const FootholdPlaceRow *
foothold_place_peek (FootholdPlace *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PLACE (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}
