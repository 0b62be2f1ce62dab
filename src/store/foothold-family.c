// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-family"

#include "store/foothold-family.h"

#include <string.h>

const FootholdFamily foothold_opportunity_family = {
  .type = &foothold_opportunity_row_type,
  .list = "opportunities",
  .owner = "opportunity",
  .n_parts = 7,
  .parts = {
    /* CROSS JOIN keeps SQLite from starting at the skills, which would mean sorting everything. */
    { "skills", NULL,
      "SELECT t.opportunity, s.name FROM opportunity_skill AS t CROSS JOIN skill AS s ON s.id = t.skill" },
    { "tags", NULL, "SELECT t.opportunity, t.name FROM opportunity_tag AS t" },
    { "deliverables", &foothold_deliverable_row_type, NULL },
    { "facts", &foothold_fact_row_type, NULL },
    { "answers", &foothold_answer_row_type, NULL },
    { "history", &foothold_history_row_type, NULL },
    { "attachments", &foothold_attachment_row_type, NULL },
  },
};

const FootholdFamily foothold_application_family = {
  .type = &foothold_application_row_type,
  .list = "applications",
  .owner = "application",
  .n_parts = 6,
  .parts = {
    [FOOTHOLD_APPLICATION_HISTORY] = { "history", &foothold_application_history_row_type, NULL },
    [FOOTHOLD_APPLICATION_ANSWERS] = { "answers", &foothold_application_answer_row_type, NULL },
    [FOOTHOLD_APPLICATION_CHECKLIST] = { "checklist", &foothold_checklist_item_row_type, NULL },
    [FOOTHOLD_APPLICATION_INTERVIEWS] = { "interviews", &foothold_interview_row_type, NULL },
    [FOOTHOLD_APPLICATION_FOLLOW_UPS] = { "follow_ups", &foothold_follow_up_row_type, NULL },
    [FOOTHOLD_APPLICATION_FILES] = { "files", &foothold_application_file_row_type, NULL },
  },
};

const FootholdFamily foothold_engagement_family = {
  .type = &foothold_engagement_row_type,
  .list = "engagements",
  .owner = "engagement",
  .n_parts = 1,
  .parts = {
    [FOOTHOLD_ENGAGEMENT_DELIVERABLES] = { "deliverables", &foothold_engagement_deliverable_row_type, NULL },
  },
};

int
foothold_family_find (const FootholdFamily *self, const char *key, gsize length)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (strncmp (self->parts[i].key, key, length) == 0 && self->parts[i].key[length] == '\0')
      return (int) i;

  return -1;
}
