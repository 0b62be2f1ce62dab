// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-application-record.h"

#include "store/foothold-application-list.h"

/* All of it is in the field table, as with opportunities. */

struct _FootholdApplicationRecord
{
  FootholdRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (FootholdApplicationRecord, foothold_application_record, FOOTHOLD_TYPE_RECORD)

static void
foothold_application_record_class_init (FootholdApplicationRecordClass *klass)
{
  foothold_record_class_install_row_type (FOOTHOLD_RECORD_CLASS (klass), &foothold_application_row_type);
}

static void
foothold_application_record_init (FootholdApplicationRecord *self)
{
}

const FootholdApplicationRow *
foothold_application_record_peek (FootholdApplicationRecord *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_APPLICATION_RECORD (self), NULL);

  return foothold_record_peek_row (FOOTHOLD_RECORD (self));
}

/* What the texts that come along, the search and the filters are made of. */
static const char *const others[] = {
  "opportunity",      "organisation", "interview",     "follow_up", "checklist_item", "stage", "application_answer",
  "application_file", "person_link",  "host_question", NULL,
};

const FootholdWindowSource foothold_application_source = {
  .get_item_type = foothold_application_record_get_type,
  .table = "application",
  .others = others,
  .list_ids = foothold_application_list_ids,
  .load = foothold_application_load_rows,
};
