// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/foothold-row.h"

/* The rows of applications, of the people behind them and of what came of them: as store/foothold-rows.h. */

G_BEGIN_DECLS

typedef struct
{
  FootholdRow row;
  gint64 position;
  char *preset; /* which of the default five; see rules/foothold-stages.h */
  char *name;
  char *kind;
  char *states; /* slugs, with a space between them */
  gint64 card_limit;
  gint64 collapsed;
} FootholdStageRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity;
  char *state;
  gint64 stage;
  gint64 position; /* in its column, smaller is higher; the ids of a column are in this order */
  gint64 created_at;
  gint64 archived_at;
  char *sent_on;
  char *channel;
  char *resume_version;
  char *heard_on;
  char *next_step;
  char *next_step_on;
  char *offer_by;
  char *offer_by_time;
  char *offer_by_zone;
  char *snoozed_until;
  char *override_reason;
  char *statement;
  char *notes;
  gint64 batch;
  /* Loaded along from what it belongs to and what belongs to it; no fields. */
  char *title, *organisation, *area, *source; /* of the opportunity */
  char *apply_by, *apply_by_time, *apply_by_zone; /* of the opportunity, where its window ends on a day */
  char *followed_up_on; /* the last time, ISO */
  char *state_before; /* of what has ended: to which it opens again */
  char *noted_at; /* UTC milliseconds: when it was noted as sent, where nobody knows the day it was */
  char *interviews; /* in order, one line each: day, time, zone with a tab between them, empty where unknown */
} FootholdApplicationRow;

typedef struct
{
  FootholdRow row;
  gint64 seq;
  gint64 application;
  gint64 at;
  char *actor;
  char *from_state;
  char *to_state;
  char *reason;
} FootholdApplicationHistoryRow;

typedef struct
{
  FootholdRow row;
  gint64 application;
  gint64 position;
  char *question;
  char *answer;
} FootholdApplicationAnswerRow;

typedef struct
{
  FootholdRow row;
  gint64 application;
  gint64 added_at;
  char *role;
  char *name;
  char *media_type;
  gint64 size;
  char *sha256;
} FootholdApplicationFileRow;

typedef struct
{
  FootholdRow row;
  gint64 application;
  gint64 position;
  char *text;
  char *done_on;
} FootholdChecklistItemRow;

typedef struct
{
  FootholdRow row;
  gint64 position;
  char *text;
} FootholdChecklistTemplateRow;

typedef struct
{
  FootholdRow row;
  gint64 application;
  char *meets_on;
  char *meets_time;
  char *meets_zone;
  gint64 minutes;
  char *kind;
  char *place;
  char *url;
  char *notes;
} FootholdInterviewRow;

typedef struct
{
  FootholdRow row;
  gint64 application;
  char *sent_on;
  char *text;
} FootholdFollowUpRow;

/* Something one did, to be told. */
typedef struct
{
  FootholdRow row;
  gint64 created_at;
  char *title;
  char *situation, *task, *action, *result;
  char *skill; /* the name of what it shows */
} FootholdStoryRow;

/* Which story answers a likely question. */
typedef struct
{
  FootholdRow row;
  gint64 application;
  char *question; /* its key; see rules/foothold-interview.h */
  char *text; /* as it was asked */
  gint64 story;
} FootholdInterviewStoryRow;

/* What one wants to ask the host. */
typedef struct
{
  FootholdRow row;
  gint64 application;
  gint64 position;
  char *item; /* of the rule that it comes from: "clarity/goal"; NULL for one's own words */
  char *text;
  char *asked_on;
} FootholdHostQuestionRow;

typedef struct
{
  FootholdRow row;
  gint64 person;
  gint64 position;
  char *kind;
  char *label;
  char *value;
} FootholdPersonContactRow;

typedef struct
{
  FootholdRow row;
  gint64 person;
  gint64 opportunity;
  gint64 application;
  gint64 interview;
} FootholdPersonLinkRow;

typedef struct
{
  FootholdRow row;
  gint64 person;
  gint64 application;
  char *held_on;
  char *channel;
  char *text;
  char *title; /* loaded along: of the opportunity that its application is for */
} FootholdConversationRow;

typedef struct
{
  FootholdRow row;
  char *state;
  gint64 created_at;
  char *organisation;
  gint64 organisation_id;
  char *person;
  gint64 person_id;
  char *through;
  gint64 through_id;
  char *met_where;
  char *asked;
  char *asked_on;
  char *again_on;
  char *snoozed_until;
  gint64 opportunity;
  char *notes;
  gint64 batch;
} FootholdOutreachRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity;
  gint64 application;
  char *state;
  char *title;
  char *agreed_on;
  char *start_on;
  char *end_on;
  gint64 minutes;
  gint64 fee_net;
  char *currency;
  gint64 created_at;
  char *notes;
  gint64 batch;
} FootholdEngagementRow;

typedef struct
{
  FootholdRow row;
  gint64 engagement;
  gint64 position;
  char *title;
  char *acceptance;
  char *due_on;
  char *state;
} FootholdEngagementDeliverableRow;

extern const FootholdRowType foothold_stage_row_type;
extern const FootholdRowType foothold_application_row_type;
extern const FootholdRowType foothold_application_history_row_type;
extern const FootholdRowType foothold_application_answer_row_type;
extern const FootholdRowType foothold_application_file_row_type;
extern const FootholdRowType foothold_checklist_item_row_type;
extern const FootholdRowType foothold_checklist_template_row_type;
extern const FootholdRowType foothold_interview_row_type;
extern const FootholdRowType foothold_story_row_type;
extern const FootholdRowType foothold_interview_story_row_type;
extern const FootholdRowType foothold_host_question_row_type;
extern const FootholdRowType foothold_follow_up_row_type;
extern const FootholdRowType foothold_person_contact_row_type;
extern const FootholdRowType foothold_person_link_row_type;
extern const FootholdRowType foothold_conversation_row_type;
extern const FootholdRowType foothold_outreach_row_type;
extern const FootholdRowType foothold_engagement_row_type;
extern const FootholdRowType foothold_engagement_deliverable_row_type;

G_END_DECLS
