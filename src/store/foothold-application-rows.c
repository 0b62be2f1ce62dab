// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-store"

#include "store/foothold-application-rows.h"

#include "store/foothold-row-tables.h"
#include "store/foothold-silence-sql.h"

static const FootholdField stage_fields[] = {
  FIELD (Stage, position, INT, REQUIRED),   FIELD (Stage, preset, SLUG, PLAIN),
  FIELD (Stage, name, TEXT, PLAIN),         FIELD (Stage, kind, SLUG, REQUIRED),
  FIELD (Stage, states, TEXT, REQUIRED),    FIELD (Stage, card_limit, INT, PLAIN),
  FIELD (Stage, collapsed, BOOL, REQUIRED),
};
ROW_TYPE (Stage, stage, "stage");

static const FootholdField application_fields[] = {
  FIELD (Application, opportunity, ID, REQUIRED),
  FIELD (Application, state, SLUG, REQUIRED),
  FIELD (Application, stage, ID, REQUIRED),
  FIELD (Application, position, INT, REQUIRED),
  FIELD (Application, created_at, INSTANT, REQUIRED),
  FIELD (Application, archived_at, INSTANT, PLAIN),
  FIELD (Application, sent_on, DATE, PLAIN),
  FIELD (Application, channel, SLUG, PLAIN),
  FIELD (Application, resume_version, TEXT, PLAIN),
  FIELD (Application, heard_on, DATE, PLAIN),
  FIELD (Application, next_step, TEXT, PLAIN),
  FIELD (Application, next_step_on, DATE, PLAIN),
  FIELD (Application, offer_by, DATE, PLAIN),
  FIELD (Application, offer_by_time, TEXT, PLAIN),
  FIELD (Application, offer_by_zone, TEXT, PLAIN),
  FIELD (Application, snoozed_until, DATE, PLAIN),
  FIELD (Application, override_reason, TEXT, PLAIN),
  FIELD (Application, statement, TEXT, PLAIN),
  FIELD (Application, notes, TEXT, PLAIN),
  FIELD (Application, batch, ID, PLAIN),
};
#define OF_OPPORTUNITY(expression) "(SELECT " expression " FROM opportunity AS o WHERE o.id = t.opportunity)"
/* a window that rolls has none, whatever was once written */
#define OF_DEADLINE(expression) OF_OPPORTUNITY ("CASE WHEN o.apply_window IS NOT 'rolling' THEN " expression " END")
#define ALONG(member, sql) { sql, G_STRUCT_OFFSET (FootholdApplicationRow, member) }
static const FootholdLoadedText application_texts[] = {
  ALONG (title, OF_OPPORTUNITY ("o.title")),
  ALONG (organisation, OF_OPPORTUNITY ("(SELECT g.name FROM organisation AS g WHERE g.id = o.organisation_id)")),
  ALONG (area, OF_OPPORTUNITY ("o.area")),
  ALONG (source, OF_OPPORTUNITY ("o.source")),
  ALONG (apply_by, OF_DEADLINE ("o.apply_by")),
  ALONG (apply_by_time, OF_DEADLINE ("o.apply_by_time")),
  ALONG (apply_by_zone, OF_DEADLINE ("o.apply_by_zone")),
  ALONG (followed_up_on, "(SELECT max (f.sent_on) FROM follow_up AS f WHERE f.application = t.id)"),
  ALONG (state_before,
         "CASE WHEN t.state IN ('accepted', 'declined', 'withdrawn', 'offer-declined') THEN (SELECT h.from_state FROM"
         " application_history AS h WHERE h.application = t.id AND h.to_state = t.state AND h.from_state IS NOT t.state"
         " ORDER BY h.seq DESC LIMIT 1) END"),
  ALONG (noted_at, FOOTHOLD_NOTED_AT ("t")),
  ALONG (interviews,
         "(SELECT group_concat (meets_on || char (9) || coalesce (meets_time, '') || char (9)"
         " || coalesce (meets_zone, ''), char (10)) FROM (SELECT meets_on, meets_time, meets_zone FROM"
         " interview WHERE application = t.id AND meets_on IS NOT NULL ORDER BY meets_on, meets_time, id))"),
};
const FootholdRowType foothold_application_row_type = {
  .table = "application",
  .size = sizeof (FootholdApplicationRow),
  .fields = application_fields,
  .n_fields = G_N_ELEMENTS (application_fields),
  .texts = application_texts,
  .n_texts = G_N_ELEMENTS (application_texts),
};

static const FootholdField application_history_fields[] = {
  FIELD (ApplicationHistory, seq, INT, REQUIRED),      FIELD (ApplicationHistory, application, ID, REQUIRED),
  FIELD (ApplicationHistory, at, INSTANT, REQUIRED),   FIELD (ApplicationHistory, actor, SLUG, REQUIRED),
  FIELD (ApplicationHistory, from_state, SLUG, PLAIN), FIELD (ApplicationHistory, to_state, SLUG, REQUIRED),
  FIELD (ApplicationHistory, reason, TEXT, PLAIN),
};
ROW_TYPE (ApplicationHistory, application_history, "application_history");

static const FootholdField application_answer_fields[] = {
  FIELD (ApplicationAnswer, application, ID, REQUIRED),
  FIELD (ApplicationAnswer, position, INT, REQUIRED),
  FIELD (ApplicationAnswer, question, TEXT, REQUIRED),
  FIELD (ApplicationAnswer, answer, TEXT, PLAIN),
};
ROW_TYPE (ApplicationAnswer, application_answer, "application_answer");

static const FootholdField application_file_fields[] = {
  FIELD (ApplicationFile, application, ID, REQUIRED),  FIELD (ApplicationFile, added_at, INSTANT, REQUIRED),
  FIELD (ApplicationFile, role, SLUG, REQUIRED),       FIELD (ApplicationFile, name, TEXT, REQUIRED),
  FIELD (ApplicationFile, media_type, TEXT, REQUIRED), FIELD (ApplicationFile, size, INT, REQUIRED),
  FIELD (ApplicationFile, sha256, TEXT, REQUIRED),
};
ROW_TYPE (ApplicationFile, application_file, "application_file");

static const FootholdField checklist_item_fields[] = {
  FIELD (ChecklistItem, application, ID, REQUIRED),
  FIELD (ChecklistItem, position, INT, REQUIRED),
  FIELD (ChecklistItem, text, TEXT, REQUIRED),
  FIELD (ChecklistItem, done_on, DATE, PLAIN),
};
ROW_TYPE (ChecklistItem, checklist_item, "checklist_item");

static const FootholdField checklist_template_fields[] = {
  FIELD (ChecklistTemplate, position, INT, REQUIRED),
  FIELD (ChecklistTemplate, text, TEXT, REQUIRED),
};
ROW_TYPE (ChecklistTemplate, checklist_template, "checklist_template");

static const FootholdField interview_fields[] = {
  FIELD (Interview, application, ID, REQUIRED), FIELD (Interview, meets_on, DATE, PLAIN),
  FIELD (Interview, meets_time, TEXT, PLAIN),   FIELD (Interview, meets_zone, TEXT, PLAIN),
  FIELD (Interview, minutes, INT, PLAIN),       FIELD (Interview, kind, SLUG, PLAIN),
  FIELD (Interview, place, TEXT, PLAIN),        FIELD (Interview, url, TEXT, PLAIN),
  FIELD (Interview, notes, TEXT, PLAIN),
};
ROW_TYPE (Interview, interview, "interview");

static const FootholdField follow_up_fields[] = {
  FIELD (FollowUp, application, ID, REQUIRED),
  FIELD (FollowUp, sent_on, DATE, PLAIN),
  FIELD (FollowUp, text, TEXT, PLAIN),
};
ROW_TYPE (FollowUp, follow_up, "follow_up");

static const FootholdField story_fields[] = {
  FIELD (Story, created_at, INSTANT, REQUIRED),
  FIELD (Story, title, TEXT, REQUIRED),
  FIELD (Story, situation, TEXT, PLAIN),
  FIELD (Story, task, TEXT, PLAIN),
  FIELD (Story, action, TEXT, PLAIN),
  FIELD (Story, result, TEXT, PLAIN),
  FIELD (Story, skill, TEXT, PLAIN),
};
ROW_TYPE (Story, story, "story");

static const FootholdField interview_story_fields[] = {
  FIELD (InterviewStory, application, ID, REQUIRED),
  FIELD (InterviewStory, question, TEXT, REQUIRED),
  FIELD (InterviewStory, text, TEXT, PLAIN),
  FIELD (InterviewStory, story, ID, REQUIRED),
};
ROW_TYPE (InterviewStory, interview_story, "interview_story");

static const FootholdField host_question_fields[] = {
  FIELD (HostQuestion, application, ID, REQUIRED), FIELD (HostQuestion, position, INT, REQUIRED),
  FIELD (HostQuestion, item, TEXT, PLAIN),         FIELD (HostQuestion, text, TEXT, REQUIRED),
  FIELD (HostQuestion, asked_on, DATE, PLAIN),
};
ROW_TYPE (HostQuestion, host_question, "host_question");

static const FootholdField person_contact_fields[] = {
  FIELD (PersonContact, person, ID, REQUIRED),  FIELD (PersonContact, position, INT, REQUIRED),
  FIELD (PersonContact, kind, SLUG, REQUIRED),  FIELD (PersonContact, label, TEXT, PLAIN),
  FIELD (PersonContact, value, TEXT, REQUIRED),
};
ROW_TYPE (PersonContact, person_contact, "person_contact");

static const FootholdField person_link_fields[] = {
  FIELD (PersonLink, person, ID, REQUIRED),
  FIELD (PersonLink, opportunity, ID, PLAIN),
  FIELD (PersonLink, application, ID, PLAIN),
  FIELD (PersonLink, interview, ID, PLAIN),
};
ROW_TYPE (PersonLink, person_link, "person_link");

static const FootholdField conversation_fields[] = {
  FIELD (Conversation, person, ID, REQUIRED),    FIELD (Conversation, application, ID, PLAIN),
  FIELD (Conversation, held_on, DATE, REQUIRED), FIELD (Conversation, channel, SLUG, PLAIN),
  FIELD (Conversation, text, TEXT, PLAIN),
};
static const FootholdLoadedText conversation_texts[] = {
  { "(SELECT o.title FROM application AS a JOIN opportunity AS o ON o.id = a.opportunity WHERE a.id = t.application)",
    G_STRUCT_OFFSET (FootholdConversationRow, title) },
};
const FootholdRowType foothold_conversation_row_type = {
  .table = "conversation",
  .size = sizeof (FootholdConversationRow),
  .fields = conversation_fields,
  .n_fields = G_N_ELEMENTS (conversation_fields),
  .texts = conversation_texts,
  .n_texts = G_N_ELEMENTS (conversation_texts),
};

static const FootholdField outreach_fields[] = {
  FIELD (Outreach, state, SLUG, REQUIRED),      FIELD (Outreach, created_at, INSTANT, REQUIRED),
  FIELD (Outreach, organisation, TEXT, JOINED), FIELD (Outreach, organisation_id, ID, PLAIN),
  FIELD (Outreach, person, TEXT, JOINED),       FIELD (Outreach, person_id, ID, PLAIN),
  FIELD (Outreach, through, TEXT, JOINED),      FIELD (Outreach, through_id, ID, PLAIN),
  FIELD (Outreach, met_where, TEXT, PLAIN),     FIELD (Outreach, asked, TEXT, PLAIN),
  FIELD (Outreach, asked_on, DATE, PLAIN),      FIELD (Outreach, again_on, DATE, PLAIN),
  FIELD (Outreach, snoozed_until, DATE, PLAIN), FIELD (Outreach, opportunity, ID, PLAIN),
  FIELD (Outreach, notes, TEXT, PLAIN),         FIELD (Outreach, batch, ID, PLAIN),
};
ROW_TYPE (Outreach, outreach, "outreach");

static const FootholdField engagement_fields[] = {
  FIELD (Engagement, opportunity, ID, REQUIRED),
  FIELD (Engagement, application, ID, PLAIN),
  FIELD (Engagement, state, SLUG, REQUIRED),
  FIELD (Engagement, title, TEXT, REQUIRED),
  FIELD (Engagement, agreed_on, DATE, PLAIN),
  FIELD (Engagement, start_on, DATE, PLAIN),
  FIELD (Engagement, end_on, DATE, PLAIN),
  FIELD (Engagement, minutes, MINUTES, PLAIN),
  FIELD (Engagement, fee_net, MONEY, PLAIN),
  FIELD (Engagement, currency, TEXT, PLAIN),
  FIELD (Engagement, created_at, INSTANT, REQUIRED),
  FIELD (Engagement, notes, TEXT, PLAIN),
  FIELD (Engagement, batch, ID, PLAIN),
};
ROW_TYPE (Engagement, engagement, "engagement");

static const FootholdField engagement_deliverable_fields[] = {
  FIELD (EngagementDeliverable, engagement, ID, REQUIRED), FIELD (EngagementDeliverable, position, INT, REQUIRED),
  FIELD (EngagementDeliverable, title, TEXT, REQUIRED),    FIELD (EngagementDeliverable, acceptance, TEXT, PLAIN),
  FIELD (EngagementDeliverable, due_on, DATE, PLAIN),      FIELD (EngagementDeliverable, state, SLUG, REQUIRED),
};
ROW_TYPE (EngagementDeliverable, engagement_deliverable, "engagement_deliverable");
