// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-family"

#include "store/foothold-family.h"

#include <string.h>

const FootholdFamily foothold_opportunity_family = {
  .type = &foothold_opportunity_row_type,
  .list = "opportunities",
  .form = FOOTHOLD_FAMILY_DOSSIERS,
  .owner = "opportunity",
  .n_parts = FOOTHOLD_N_OPPORTUNITY_PARTS,
  .parts = {
    /* CROSS JOIN keeps SQLite from starting at the skills, which would mean sorting everything. */
    [FOOTHOLD_PART_OPPORTUNITY_SKILLS] = { "skills", NULL,
      "SELECT t.opportunity, s.name FROM opportunity_skill AS t CROSS JOIN skill AS s ON s.id = t.skill" },
    [FOOTHOLD_PART_OPPORTUNITY_TAGS] = { "tags", NULL, "SELECT t.opportunity, t.name FROM opportunity_tag AS t" },
    [FOOTHOLD_PART_OPPORTUNITY_DELIVERABLES] = { "deliverables", &foothold_deliverable_row_type, NULL },
    [FOOTHOLD_PART_OPPORTUNITY_FACTS] = { "facts", &foothold_fact_row_type, NULL },
    [FOOTHOLD_PART_OPPORTUNITY_ANSWERS] = { "answers", &foothold_answer_row_type, NULL },
    [FOOTHOLD_PART_OPPORTUNITY_HISTORY] = { "history", &foothold_history_row_type, NULL },
    [FOOTHOLD_PART_OPPORTUNITY_ATTACHMENTS] = { "attachments", &foothold_attachment_row_type, NULL },
  },
};

const FootholdFamily foothold_application_family = {
  .type = &foothold_application_row_type,
  .list = "applications",
  .form = FOOTHOLD_FAMILY_NESTS,
  .owner = "application",
  .n_parts = FOOTHOLD_N_APPLICATION_PARTS,
  .parts = {
    [FOOTHOLD_PART_APPLICATION_HISTORY] = { "history", &foothold_application_history_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_ANSWERS] = { "answers", &foothold_application_answer_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_CHECKLIST] = { "checklist", &foothold_checklist_item_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_INTERVIEWS] = { "interviews", &foothold_interview_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_FOLLOW_UPS] = { "follow_ups", &foothold_follow_up_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_FILES] = { "files", &foothold_application_file_row_type, NULL },
    [FOOTHOLD_PART_APPLICATION_HOST_QUESTIONS] = { "host_questions", &foothold_host_question_row_type, NULL },
  },
};

const FootholdFamily foothold_engagement_family = {
  .type = &foothold_engagement_row_type,
  .list = "engagements",
  .form = FOOTHOLD_FAMILY_NESTS,
  .owner = "engagement",
  .n_parts = FOOTHOLD_N_ENGAGEMENT_PARTS,
  .parts = {
    [FOOTHOLD_PART_ENGAGEMENT_DELIVERABLES] = { "deliverables", &foothold_engagement_deliverable_row_type, NULL },
  },
};

#define ALONE(lower, list_name, how) \
  { .type = &foothold_##lower##_row_type, .list = list_name, .form = FOOTHOLD_FAMILY_##how }

const FootholdFamily foothold_person_contact_family = ALONE (person_contact, "person_contacts", NESTS);
const FootholdFamily foothold_person_link_family = ALONE (person_link, "person_links", NESTS);
const FootholdFamily foothold_conversation_family = ALONE (conversation, "conversations", NESTS);
const FootholdFamily foothold_outreach_family = ALONE (outreach, "outreach", NESTS);
const FootholdFamily foothold_story_family = ALONE (story, "stories", NESTS);
const FootholdFamily foothold_interview_story_family = ALONE (interview_story, "interview_stories", NESTS);

static const FootholdFamily organisation_family = ALONE (organisation, "organisations", ROWS);
static const FootholdFamily person_family = ALONE (person, "persons", ROWS);
static const FootholdFamily skill_family = ALONE (skill, "skills", ROWS);
static const FootholdFamily goal_family = ALONE (goal, "goals", ROWS);
static const FootholdFamily goal_target_family = ALONE (goal_target, "goal_targets", ROWS);
static const FootholdFamily want_family = ALONE (want, "wants", ROWS);
static const FootholdFamily term_family = ALONE (term, "terms", ROWS);
static const FootholdFamily weight_family = ALONE (weight, "weights", ROWS);
static const FootholdFamily exchange_rate_family = ALONE (exchange_rate, "exchange_rates", ROWS);
static const FootholdFamily saved_search_family = ALONE (saved_search, "saved_searches", ROWS);
static const FootholdFamily place_family = ALONE (place, "places", ROWS);
static const FootholdFamily profile_family = ALONE (profile, "profile", ROWS);
static const FootholdFamily stage_family = ALONE (stage, "stages", ROWS);
static const FootholdFamily checklist_template_family = ALONE (checklist_template, "checklist_template", ROWS);

const FootholdFamily *const foothold_families[] = {
  &foothold_opportunity_family,
  &organisation_family,
  &person_family,
  &skill_family,
  &goal_family,
  &goal_target_family,
  &want_family,
  &term_family,
  &weight_family,
  &exchange_rate_family,
  &saved_search_family,
  &place_family,
  &profile_family,
  &stage_family,
  &foothold_application_family,
  &checklist_template_family,
  &foothold_person_contact_family,
  &foothold_person_link_family,
  &foothold_conversation_family,
  &foothold_outreach_family,
  &foothold_engagement_family,
  &foothold_story_family,
  &foothold_interview_story_family,
  NULL,
};

const FootholdFamily *
foothold_family_of_rows (const FootholdRowType *type)
{
  for (guint i = 0; foothold_families[i] != NULL; i++)
    if (foothold_families[i]->type == type)
      return foothold_families[i]->form == FOOTHOLD_FAMILY_ROWS ? foothold_families[i] : NULL;

  return NULL;
}

int
foothold_family_find (const FootholdFamily *self, const char *key, gsize length)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (strncmp (self->parts[i].key, key, length) == 0 && self->parts[i].key[length] == '\0')
      return (int) i;

  return -1;
}
