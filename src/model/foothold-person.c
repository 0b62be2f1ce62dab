// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-person.h"

/* All of it is in the field table, as with opportunities. */

struct _FootholdPerson
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdPerson, foothold_person, FOOTHOLD_TYPE_RECORD)

static void
foothold_person_class_init (FootholdPersonClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_person_row_type);
}

static void
foothold_person_init (FootholdPerson *self)
{
}

const FootholdPersonRow *
foothold_person_peek (FootholdPerson *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PERSON (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}
