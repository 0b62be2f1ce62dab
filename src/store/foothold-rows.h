/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/foothold-row.h"

/* The rows of every entity: what crosses between the database, the importers and the window. */

G_BEGIN_DECLS

/* Of no use in a tag. */
#define FOOTHOLD_TAG_SEPARATOR "\x1f"

typedef struct
{
  FootholdRow row;
  char *origin, *kind, *state;
  gint64 starred, unread, archived_at, created_at;
  char *title;
  char *organisation; /* the name, joined; saving finds or makes the organisation */
  gint64 organisation_id;
  char *supervisor; /* the person's name, joined likewise */
  gint64 supervisor_id;
  char *area, *industry, *source, *url;
  char *place; /* the name of the place it was found at, joined likewise */
  gint64 place_id;
  char *fact_source, *description, *notes;
  char *work_mode, *location, *country;
  char *posted_on, *apply_window, *apply_by, *apply_by_time, *apply_by_zone, *start_on, *end_on;
  char *seen_open_on; /* by the person, of a rolling window */
  gint64 minutes_min, minutes_max;
  char *context, *objective, *scope, *out_of_scope, *timeline, *support, *support_time, *contacts, *meetings;
  gint64 check_ins;
  char *tools, *example, *files_place, *look_back, *resources;
  char *equipment, *connection, *language, *eligibility, *adjustments;
  char *pay_kind, *pay_period, *currency;
  gint64 pay_gross_min, pay_gross_max, pay_net;
  char *pay_trigger, *pay_payer, *pay_due, *pay_method, *pay_paperwork, *pay_measure, *pay_measured_by;
  gint64 pay_guaranteed, pay_cap, cost_fees, cost_travel, cost_equipment, cost_software;
  gint64 minutes_applying;
  gint64 feedback;
  char *conversion;
  gint64 reference, introduction;
  char *showable;
  gint64 batch;
  /* Derived: how it is judged (store/foothold-judgements.h). Unknown until it was judged; fit also where nothing is
   * known. */
  gint64 fit; /* foothold_worth_sort_key () */
  gint64 known, asked; /* facts of the judgement */
  gint64 clarity, warnings, skills_had, skills_asked;
  char *tags; /* loaded along, for the lists: in their order, with FOOTHOLD_TAG_SEPARATOR between them; NULL for none */
  char *own_currency; /* loaded along: what the person counts in; NULL where that is not known */
} FootholdOpportunityRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity, position;
  char *title, *acceptance, *due_on;
} FootholdDeliverableRow;

typedef struct
{
  FootholdRow row;
  char *name;
  gint64 level, wanted;
  char *evidence;
  gint64 batch;
} FootholdSkillRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity;
  char *field, *knowledge, *source;
  gint64 batch;
} FootholdFactRow;

typedef struct
{
  FootholdRow row;
  gint64 seq, opportunity, at;
  char *actor, *from_state, *to_state, *reason;
} FootholdHistoryRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity, added_at;
  char *role, *name, *media_type;
  gint64 size;
  char *sha256;
  gint64 batch;
} FootholdAttachmentRow;

typedef struct
{
  FootholdRow row;
  char *name, *type, *industry, *size, *country, *url, *notes;
  gint64 batch;
  char *industry_name; /* of a word of one's own, where the industry is one; loaded along */
  /* Derived, by foothold_organisation_load_rows () alone; unknown elsewhere. */
  gint64 opportunities, applications, people, asked; /* how many; asked: outreach */
  gint64 contacted; /* the day of the last contact, as a Julian day number of GDate */
} FootholdOrganisationRow;

typedef struct
{
  FootholdRow row;
  char *name;
  char *organisation; /* joined */
  gint64 organisation_id;
  char *role, *mail, *phone, *url, *notes;
  char *job_title;
  char *met_on, *met_how; /* when; how and where */
  char *offered; /* what they offered: a reference, an introduction, advice */
  char *next_step, *next_step_on;
  gint64 every_days; /* from one contact to the next */
  char *snoozed_until;
  char *reference, *reference_until; /* whether they may be named as one, and until which day */
  gint64 created_at, archived_at;
  gint64 batch;
  char *contacted_on; /* loaded along: the day of the latest conversation; NULL for none */
} FootholdPersonRow;

typedef struct
{
  FootholdRow row;
  char *role, *name, *country, *currency;
  gint64 minutes_per_week, floor;
  char *floor_currency;
  gint64 overrun_permille;
} FootholdProfileRow;

typedef struct
{
  FootholdRow row;
  gint64 rank;
  char *title, *notes;
} FootholdGoalRow;

typedef struct
{
  FootholdRow row;
  gint64 goal;
  char *kind, *value;
} FootholdGoalTargetRow;

typedef struct
{
  FootholdRow row;
  gint64 position;
  char *text;
} FootholdWantRow;

typedef struct
{
  FootholdRow row;
  char *list, *slug, *name;
} FootholdTermRow;

typedef struct
{
  FootholdRow row;
  gint64 opportunity;
  char *item, *answer, *source, *note;
  gint64 batch;
} FootholdAnswerRow;

typedef struct
{
  FootholdRow row;
  char *part;
  gint64 permille;
} FootholdWeightRow;

typedef struct
{
  FootholdRow row;
  char *from_currency, *to_currency;
  gint64 micro; /* millionths of one unit of to_currency for one of from_currency */
  char *typed_on;
} FootholdExchangeRateRow;

typedef struct
{
  FootholdRow row;
  gint64 position;
  char *name, *text, *list_order;
  gint64 list_reversed; /* 1: the other way round */
} FootholdSavedSearchRow;

typedef struct
{
  FootholdRow row;
  char *kind, *name, *url, *words;
  gint64 every_days;
  char *looked_on, *notes;
  gint64 batch;
  /* Derived, by foothold_place_load_rows () alone; unknown elsewhere. */
  gint64 found, shortlisted; /* opportunities; of these, on the shortlist or further */
  gint64 fit; /* the best foothold_worth_sort_key () of them */
} FootholdPlaceRow;

extern const FootholdRowType foothold_opportunity_row_type;
extern const FootholdRowType foothold_deliverable_row_type;
extern const FootholdRowType foothold_skill_row_type;
extern const FootholdRowType foothold_fact_row_type;
extern const FootholdRowType foothold_history_row_type;
extern const FootholdRowType foothold_attachment_row_type;
extern const FootholdRowType foothold_organisation_row_type;
extern const FootholdRowType foothold_person_row_type;
extern const FootholdRowType foothold_profile_row_type;
extern const FootholdRowType foothold_goal_row_type;
extern const FootholdRowType foothold_goal_target_row_type;
extern const FootholdRowType foothold_want_row_type;
extern const FootholdRowType foothold_term_row_type;
extern const FootholdRowType foothold_answer_row_type;
extern const FootholdRowType foothold_weight_row_type;
extern const FootholdRowType foothold_exchange_rate_row_type;
extern const FootholdRowType foothold_saved_search_row_type;
extern const FootholdRowType foothold_place_row_type;

G_END_DECLS
