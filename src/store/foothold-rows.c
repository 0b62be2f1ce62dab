/*
 * SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "foothold-store"

#include "foothold-rows.h"

#include "store/foothold-row-tables.h"

/*
 * The field tables. One line here is a column, a bound parameter, a key of the
 * JSON export and a GObject property. The order is the order of loading.
 */

static const FootholdField opportunity_fields[] = {
  FIELD (Opportunity, origin, SLUG, REQUIRED),
  FIELD (Opportunity, kind, SLUG, REQUIRED),
  FIELD (Opportunity, state, SLUG, REQUIRED),
  FIELD (Opportunity, starred, BOOL, REQUIRED),
  FIELD (Opportunity, unread, BOOL, REQUIRED),
  FIELD (Opportunity, archived_at, INSTANT, PLAIN),
  FIELD (Opportunity, created_at, INSTANT, REQUIRED),
  FIELD (Opportunity, title, TEXT, REQUIRED),
  FIELD (Opportunity, organisation, TEXT, JOINED | FOOTHOLD_FIELD_BRIEF),
  FIELD (Opportunity, organisation_id, ID, PLAIN),
  FIELD (Opportunity, supervisor, TEXT, JOINED | FOOTHOLD_FIELD_BRIEF),
  FIELD (Opportunity, supervisor_id, ID, PLAIN),
  FIELD (Opportunity, area, SLUG, BRIEF),
  FIELD (Opportunity, industry, SLUG, BRIEF),
  FIELD (Opportunity, source, SLUG, PLAIN),
  FIELD (Opportunity, url, TEXT, PLAIN),
  FIELD (Opportunity, place, TEXT, JOINED),
  FIELD (Opportunity, place_id, ID, PLAIN),
  FIELD (Opportunity, fact_source, SLUG, REQUIRED),
  FIELD (Opportunity, description, TEXT, PLAIN),
  FIELD (Opportunity, notes, TEXT, PLAIN),
  FIELD (Opportunity, work_mode, SLUG, BRIEF),
  FIELD (Opportunity, location, TEXT, BRIEF),
  FIELD (Opportunity, country, TEXT, BRIEF),
  FIELD (Opportunity, posted_on, DATE, PLAIN),
  FIELD (Opportunity, seen_open_on, DATE, PLAIN),
  FIELD (Opportunity, apply_window, SLUG, BRIEF),
  FIELD (Opportunity, apply_by, DATE, BRIEF),
  FIELD (Opportunity, apply_by_time, TEXT, BRIEF),
  FIELD (Opportunity, apply_by_zone, TEXT, BRIEF),
  FIELD (Opportunity, start_on, DATE, BRIEF),
  FIELD (Opportunity, end_on, DATE, BRIEF),
  FIELD (Opportunity, minutes_min, MINUTES, BRIEF),
  FIELD (Opportunity, minutes_max, MINUTES, BRIEF),
  FIELD (Opportunity, context, TEXT, BRIEF),
  FIELD (Opportunity, objective, TEXT, BRIEF),
  FIELD (Opportunity, scope, TEXT, BRIEF),
  FIELD (Opportunity, out_of_scope, TEXT, BRIEF),
  FIELD (Opportunity, timeline, TEXT, BRIEF),
  FIELD (Opportunity, support, TEXT, BRIEF),
  FIELD (Opportunity, support_time, TEXT, BRIEF),
  FIELD (Opportunity, contacts, TEXT, BRIEF),
  FIELD (Opportunity, meetings, TEXT, BRIEF),
  FIELD (Opportunity, check_ins, INT, BRIEF),
  FIELD (Opportunity, tools, TEXT, BRIEF),
  FIELD (Opportunity, example, TEXT, BRIEF),
  FIELD (Opportunity, files_place, TEXT, BRIEF),
  FIELD (Opportunity, look_back, TEXT, BRIEF),
  FIELD (Opportunity, resources, TEXT, BRIEF),
  FIELD (Opportunity, equipment, TEXT, BRIEF),
  FIELD (Opportunity, connection, TEXT, BRIEF),
  FIELD (Opportunity, language, TEXT, BRIEF),
  FIELD (Opportunity, eligibility, TEXT, BRIEF),
  FIELD (Opportunity, adjustments, TEXT, BRIEF),
  FIELD (Opportunity, pay_kind, SLUG, BRIEF),
  FIELD (Opportunity, pay_period, SLUG, BRIEF),
  FIELD (Opportunity, currency, TEXT, BRIEF),
  FIELD (Opportunity, pay_gross_min, MONEY, BRIEF),
  FIELD (Opportunity, pay_gross_max, MONEY, BRIEF),
  FIELD (Opportunity, pay_net, MONEY, BRIEF),
  FIELD (Opportunity, pay_trigger, TEXT, BRIEF),
  FIELD (Opportunity, pay_payer, TEXT, BRIEF),
  FIELD (Opportunity, pay_due, TEXT, BRIEF),
  FIELD (Opportunity, pay_method, TEXT, BRIEF),
  FIELD (Opportunity, pay_paperwork, TEXT, BRIEF),
  FIELD (Opportunity, pay_measure, TEXT, BRIEF),
  FIELD (Opportunity, pay_measured_by, TEXT, BRIEF),
  FIELD (Opportunity, pay_guaranteed, MONEY, BRIEF),
  FIELD (Opportunity, pay_cap, MONEY, BRIEF),
  FIELD (Opportunity, cost_fees, MONEY, BRIEF),
  FIELD (Opportunity, cost_travel, MONEY, BRIEF),
  FIELD (Opportunity, cost_equipment, MONEY, BRIEF),
  FIELD (Opportunity, cost_software, MONEY, BRIEF),
  FIELD (Opportunity, minutes_applying, MINUTES, BRIEF),
  FIELD (Opportunity, feedback, BOOL, BRIEF),
  FIELD (Opportunity, conversion, SLUG, BRIEF),
  FIELD (Opportunity, reference, BOOL, BRIEF),
  FIELD (Opportunity, introduction, BOOL, BRIEF),
  FIELD (Opportunity, showable, SLUG, BRIEF),
  FIELD (Opportunity, batch, ID, PLAIN),
};
#define JUDGED(member) \
  { #member, FOOTHOLD_FIELD_INT, FOOTHOLD_FIELD_PLAIN, G_STRUCT_OFFSET (FootholdOpportunityRow, member) }
static const FootholdField judgement_fields[] = {
  JUDGED (fit),      JUDGED (known),      JUDGED (asked),        JUDGED (clarity),
  JUDGED (warnings), JUDGED (skills_had), JUDGED (skills_asked),
};
static const FootholdLoadedText opportunity_texts[] = {
  { "(SELECT group_concat (name, '" FOOTHOLD_TAG_SEPARATOR "') FROM (SELECT name FROM opportunity_tag WHERE opportunity"
    " = t.id ORDER BY position, id))",
    G_STRUCT_OFFSET (FootholdOpportunityRow, tags) },
  { "(SELECT coalesce (floor_currency, currency) FROM profile WHERE id = 1)",
    G_STRUCT_OFFSET (FootholdOpportunityRow, own_currency) },
};
const FootholdRowType foothold_opportunity_row_type = {
  .table = "opportunity",
  .size = sizeof (FootholdOpportunityRow),
  .fields = opportunity_fields,
  .n_fields = G_N_ELEMENTS (opportunity_fields),
  .derived_table = "judgement",
  .derived = judgement_fields,
  .n_derived = G_N_ELEMENTS (judgement_fields),
  .texts = opportunity_texts,
  .n_texts = G_N_ELEMENTS (opportunity_texts),
};

static const FootholdField deliverable_fields[] = {
  FIELD (Deliverable, opportunity, ID, REQUIRED), FIELD (Deliverable, position, INT, REQUIRED),
  FIELD (Deliverable, title, TEXT, REQUIRED),     FIELD (Deliverable, acceptance, TEXT, PLAIN),
  FIELD (Deliverable, due_on, DATE, PLAIN),
};
ROW_TYPE (Deliverable, deliverable, "deliverable");

static const FootholdField skill_fields[] = {
  FIELD (Skill, name, TEXT, REQUIRED),  FIELD (Skill, level, INT, PLAIN), FIELD (Skill, wanted, BOOL, REQUIRED),
  FIELD (Skill, evidence, TEXT, PLAIN), FIELD (Skill, batch, ID, PLAIN),
};
ROW_TYPE (Skill, skill, "skill");

static const FootholdField fact_fields[] = {
  FIELD (Fact, opportunity, ID, REQUIRED), FIELD (Fact, field, TEXT, REQUIRED), FIELD (Fact, knowledge, SLUG, REQUIRED),
  FIELD (Fact, source, SLUG, PLAIN),       FIELD (Fact, batch, ID, PLAIN),
};
ROW_TYPE (Fact, fact, "fact");

static const FootholdField history_fields[] = {
  FIELD (History, seq, INT, REQUIRED),      FIELD (History, opportunity, ID, REQUIRED),
  FIELD (History, at, INSTANT, REQUIRED),   FIELD (History, actor, SLUG, REQUIRED),
  FIELD (History, from_state, SLUG, PLAIN), FIELD (History, to_state, SLUG, REQUIRED),
  FIELD (History, reason, TEXT, PLAIN),
};
ROW_TYPE (History, history, "opportunity_history");

static const FootholdField attachment_fields[] = {
  FIELD (Attachment, opportunity, ID, REQUIRED),  FIELD (Attachment, added_at, INSTANT, REQUIRED),
  FIELD (Attachment, role, SLUG, REQUIRED),       FIELD (Attachment, name, TEXT, REQUIRED),
  FIELD (Attachment, media_type, TEXT, REQUIRED), FIELD (Attachment, size, INT, REQUIRED),
  FIELD (Attachment, sha256, TEXT, REQUIRED),     FIELD (Attachment, batch, ID, PLAIN),
};
ROW_TYPE (Attachment, attachment, "attachment");

static const FootholdField organisation_fields[] = {
  FIELD (Organisation, name, TEXT, REQUIRED),  FIELD (Organisation, type, SLUG, PLAIN),
  FIELD (Organisation, industry, SLUG, PLAIN), FIELD (Organisation, size, TEXT, PLAIN),
  FIELD (Organisation, country, TEXT, PLAIN),  FIELD (Organisation, url, TEXT, PLAIN),
  FIELD (Organisation, notes, TEXT, PLAIN),    FIELD (Organisation, batch, ID, PLAIN),
};
#define COUNTED(member) \
  { #member, FOOTHOLD_FIELD_INT, FOOTHOLD_FIELD_PLAIN, G_STRUCT_OFFSET (FootholdOrganisationRow, member) }
static const FootholdField organisation_counts[] = {
  COUNTED (opportunities), COUNTED (applications), COUNTED (people), COUNTED (asked), COUNTED (contacted),
};
static const FootholdLoadedText organisation_texts[] = {
  { "(SELECT m.name FROM term AS m WHERE m.list = 'industry' AND m.slug = t.industry)",
    G_STRUCT_OFFSET (FootholdOrganisationRow, industry_name) },
};
const FootholdRowType foothold_organisation_row_type = {
  .table = "organisation",
  .size = sizeof (FootholdOrganisationRow),
  .fields = organisation_fields,
  .n_fields = G_N_ELEMENTS (organisation_fields),
  .derived = organisation_counts,
  .n_derived = G_N_ELEMENTS (organisation_counts),
  .texts = organisation_texts,
  .n_texts = G_N_ELEMENTS (organisation_texts),
};

static const FootholdField person_fields[] = {
  FIELD (Person, name, TEXT, REQUIRED),       FIELD (Person, organisation, TEXT, JOINED),
  FIELD (Person, organisation_id, ID, PLAIN), FIELD (Person, role, SLUG, PLAIN),
  FIELD (Person, mail, TEXT, PLAIN),          FIELD (Person, phone, TEXT, PLAIN),
  FIELD (Person, url, TEXT, PLAIN),           FIELD (Person, notes, TEXT, PLAIN),
  FIELD (Person, job_title, TEXT, PLAIN),     FIELD (Person, met_on, DATE, PLAIN),
  FIELD (Person, met_how, TEXT, PLAIN),       FIELD (Person, offered, TEXT, PLAIN),
  FIELD (Person, next_step, TEXT, PLAIN),     FIELD (Person, next_step_on, DATE, PLAIN),
  FIELD (Person, every_days, INT, PLAIN),     FIELD (Person, snoozed_until, DATE, PLAIN),
  FIELD (Person, reference, SLUG, PLAIN),     FIELD (Person, reference_until, DATE, PLAIN),
  FIELD (Person, created_at, INSTANT, PLAIN), FIELD (Person, archived_at, INSTANT, PLAIN),
  FIELD (Person, batch, ID, PLAIN),
};
static const FootholdLoadedText person_texts[] = {
  { "(SELECT max (c.held_on) FROM conversation AS c WHERE c.person = t.id)",
    G_STRUCT_OFFSET (FootholdPersonRow, contacted_on) },
};
const FootholdRowType foothold_person_row_type = {
  .table = "person",
  .size = sizeof (FootholdPersonRow),
  .fields = person_fields,
  .n_fields = G_N_ELEMENTS (person_fields),
  .texts = person_texts,
  .n_texts = G_N_ELEMENTS (person_texts),
};

static const FootholdField profile_fields[] = {
  FIELD (Profile, role, SLUG, REQUIRED),
  FIELD (Profile, name, TEXT, PLAIN),
  FIELD (Profile, country, TEXT, PLAIN),
  FIELD (Profile, currency, TEXT, PLAIN),
  FIELD (Profile, minutes_per_week, MINUTES, PLAIN),
  FIELD (Profile, floor, MONEY, PLAIN),
  FIELD (Profile, floor_currency, TEXT, PLAIN),
  FIELD (Profile, overrun_permille, INT, PLAIN),
};
ROW_TYPE (Profile, profile, "profile");

static const FootholdField goal_fields[] = {
  FIELD (Goal, rank, INT, REQUIRED),
  FIELD (Goal, title, TEXT, REQUIRED),
  FIELD (Goal, notes, TEXT, PLAIN),
};
ROW_TYPE (Goal, goal, "goal");

static const FootholdField goal_target_fields[] = {
  FIELD (GoalTarget, goal, ID, REQUIRED),
  FIELD (GoalTarget, kind, SLUG, REQUIRED),
  FIELD (GoalTarget, value, TEXT, REQUIRED),
};
ROW_TYPE (GoalTarget, goal_target, "goal_target");

static const FootholdField want_fields[] = {
  FIELD (Want, position, INT, REQUIRED),
  FIELD (Want, text, TEXT, REQUIRED),
};
ROW_TYPE (Want, want, "want");

static const FootholdField term_fields[] = {
  FIELD (Term, list, SLUG, REQUIRED),
  FIELD (Term, slug, SLUG, REQUIRED),
  FIELD (Term, name, TEXT, REQUIRED),
};
ROW_TYPE (Term, term, "term");

static const FootholdField answer_fields[] = {
  FIELD (Answer, opportunity, ID, REQUIRED), FIELD (Answer, item, TEXT, REQUIRED),
  FIELD (Answer, answer, SLUG, REQUIRED),    FIELD (Answer, source, SLUG, PLAIN),
  FIELD (Answer, note, TEXT, PLAIN),         FIELD (Answer, batch, ID, PLAIN),
};
ROW_TYPE (Answer, answer, "answer");

static const FootholdField weight_fields[] = {
  FIELD (Weight, part, SLUG, REQUIRED),
  FIELD (Weight, permille, INT, REQUIRED),
};
ROW_TYPE (Weight, weight, "weight");

static const FootholdField exchange_rate_fields[] = {
  FIELD (ExchangeRate, from_currency, TEXT, REQUIRED),
  FIELD (ExchangeRate, to_currency, TEXT, REQUIRED),
  FIELD (ExchangeRate, micro, INT, REQUIRED),
  FIELD (ExchangeRate, typed_on, DATE, REQUIRED),
};
ROW_TYPE (ExchangeRate, exchange_rate, "exchange_rate");

static const FootholdField saved_search_fields[] = {
  FIELD (SavedSearch, position, INT, REQUIRED),    FIELD (SavedSearch, name, TEXT, REQUIRED),
  FIELD (SavedSearch, text, TEXT, REQUIRED),       FIELD (SavedSearch, list_order, SLUG, PLAIN),
  FIELD (SavedSearch, list_reversed, BOOL, PLAIN),
};
ROW_TYPE (SavedSearch, saved_search, "saved_search");

static const FootholdField place_fields[] = {
  FIELD (Place, kind, SLUG, REQUIRED), FIELD (Place, name, TEXT, REQUIRED),   FIELD (Place, url, TEXT, PLAIN),
  FIELD (Place, words, TEXT, PLAIN),   FIELD (Place, every_days, INT, PLAIN), FIELD (Place, looked_on, DATE, PLAIN),
  FIELD (Place, notes, TEXT, PLAIN),   FIELD (Place, batch, ID, PLAIN),
};
#define YIELDED(member) \
  { #member, FOOTHOLD_FIELD_INT, FOOTHOLD_FIELD_PLAIN, G_STRUCT_OFFSET (FootholdPlaceRow, member) }
static const FootholdField yield_fields[] = {
  YIELDED (found),
  YIELDED (shortlisted),
  YIELDED (fit),
};
const FootholdRowType foothold_place_row_type = {
  "place",
  sizeof (FootholdPlaceRow),
  place_fields,
  G_N_ELEMENTS (place_fields),
  NULL,
  yield_fields,
  G_N_ELEMENTS (yield_fields),
  NULL,
  0,
};
