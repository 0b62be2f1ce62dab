// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-organisation.h"

/* All of it is in the field table, as with opportunities. */

struct _FootholdOrganisation
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdOrganisation, foothold_organisation, FOOTHOLD_TYPE_RECORD)

static void
foothold_organisation_class_init (FootholdOrganisationClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_organisation_row_type);
}

static void
foothold_organisation_init (FootholdOrganisation *self)
{
}

const FootholdOrganisationRow *
foothold_organisation_peek (FootholdOrganisation *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_ORGANISATION (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}
