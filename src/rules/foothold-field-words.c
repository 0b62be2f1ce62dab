/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "foothold-field-words.h"

#include "rules/foothold-application-states.h"

#include <glib/gi18n-lib.h>

/* One line a field: its title, and its list when it holds a slug. */

typedef struct
{
  const char *field;
  const char *title;
  const FootholdList *list;
} FieldWords;

static const FieldWords words[] = {
  { "title", N_ ("Title"), NULL },
  { "organisation", N_ ("Organisation"), NULL },
  { "kind", N_ ("Kind"), &foothold_kinds },
  { "state", N_ ("State"), &foothold_found_states },
  { "area", N_ ("Area"), &foothold_areas },
  { "industry", N_ ("Industry"), &foothold_industries },
  { "source", N_ ("Found through"), &foothold_sources },
  { "url", N_ ("Address of the posting"), NULL },
  { "place", N_ ("Found at"), NULL },
  { "fact_source", N_ ("Facts come from"), &foothold_fact_sources },
  { "description", N_ ("Posting"), NULL },
  { "notes", N_ ("Notes"), NULL },
  { "asks-dates", N_ ("Dates"), NULL },
  { "answered-dates", N_ ("Dates"), NULL },
  { "applied_on", N_ ("Applied on"), NULL },
  { "saved_on", N_ ("Saved on"), NULL },
  { "objective", N_ ("Objective"), NULL },
  { "context", N_ ("Context"), NULL },
  { "scope", N_ ("Scope"), NULL },
  { "out_of_scope", N_ ("Out of scope"), NULL },
  { "apply_window", N_ ("Application window"), &foothold_apply_windows },
  { "apply_by", N_ ("Apply by"), NULL },
  { "apply_by_time", N_ ("Time of day"), NULL },
  { "apply_by_zone", N_ ("Time zone"), NULL },
  { "start_on", N_ ("Starts"), NULL },
  { "end_on", N_ ("Ends"), NULL },
  { "posted_on", N_ ("Posted"), NULL },
  { "seen_open_on", N_ ("Still open on"), NULL },
  { "minutes_min", N_ ("Hours"), NULL },
  { "minutes_max", N_ ("Hours"), NULL },
  { "timeline", N_ ("Timeline"), NULL },
  { "pay_kind", N_ ("Kind of pay"), &foothold_pay_kinds },
  { "pay_gross_min", N_ ("Gross, from"), NULL },
  { "pay_gross_max", N_ ("Gross, up to"), NULL },
  { "pay_net", N_ ("Net"), NULL },
  { "pay_period", N_ ("Paid for"), &foothold_pay_periods },
  { "currency", N_ ("Currency"), &foothold_currencies },
  { "pay_trigger", N_ ("Paid upon"), NULL },
  { "pay_payer", N_ ("Payer"), NULL },
  { "pay_due", N_ ("When due"), NULL },
  { "pay_method", N_ ("Method"), NULL },
  { "pay_paperwork", N_ ("Paperwork"), NULL },
  { "pay_measure", N_ ("What is measured"), NULL },
  { "pay_measured_by", N_ ("Who measures"), NULL },
  { "pay_guaranteed", N_ ("Guaranteed part"), NULL },
  { "pay_cap", N_ ("At most"), NULL },
  { "cost_fees", N_ ("Own cost: fees"), NULL },
  { "cost_travel", N_ ("Own cost: travel"), NULL },
  { "cost_equipment", N_ ("Own cost: equipment"), NULL },
  { "cost_software", N_ ("Own cost: software"), NULL },
  { "minutes_applying", N_ ("Hours spent on applying"), NULL },
  { "work_mode", N_ ("Work mode"), &foothold_work_modes },
  { "location", N_ ("Location"), NULL },
  { "country", N_ ("Country"), &foothold_countries },
  { "supervisor", N_ ("Supervisor"), NULL },
  { "support", N_ ("Support"), NULL },
  { "support_time", N_ ("Support time"), NULL },
  { "check_ins", N_ ("Check-ins a week"), NULL },
  { "contacts", N_ ("Whom else to ask"), NULL },
  { "meetings", N_ ("Meetings"), NULL },
  { "tools", N_ ("Tools and access"), NULL },
  { "example", N_ ("Example of a good result"), NULL },
  { "files_place", N_ ("Where files live"), NULL },
  { "look_back", N_ ("Looking back"), NULL },
  { "resources", N_ ("Resources"), NULL },
  { "equipment", N_ ("Equipment"), NULL },
  { "connection", N_ ("Connection"), NULL },
  { "language", N_ ("Language level"), NULL },
  { "eligibility", N_ ("Eligibility"), NULL },
  { "adjustments", N_ ("Adjustments offered"), NULL },
  { "feedback", N_ ("Written feedback"), NULL },
  { "conversion", N_ ("Job afterwards"), &foothold_conversions },
  { "reference", N_ ("Reference"), NULL },
  { "introduction", N_ ("Introduction to others"), NULL },
  { "showable", N_ ("May be shown"), &foothold_showables },
  { "deliverables", N_ ("Deliverables"), NULL },
  { "skills", N_ ("Skills"), NULL },
  /* What only an import or a report speaks of. */
  { "facts", N_ ("How facts are known"), NULL },
  { "not-read", N_ ("Not read as a posting"), NULL },
  { "field", N_ ("Field"), NULL },
  { "knowledge", N_ ("How it is known"), NULL },
  { "history", N_ ("History"), NULL },
  { "attachments", N_ ("Attached files"), NULL },
  { "id", N_ ("Identifier"), NULL },
  { "created_at", N_ ("Found on"), NULL },
  { "starred", N_ ("Starred"), NULL },
  { "acceptance", N_ ("Acceptance"), NULL },
  { "due_on", N_ ("Due"), NULL },
  { "name", N_ ("Name"), NULL },
  { "mail", N_ ("E-mail"), NULL },
  { "phone", N_ ("Phone"), NULL },
  { "person_role", N_ ("Role"), &foothold_person_roles },
  { "person_url", N_ ("Web page"), NULL },
  { "person_every_days", N_ ("Keep in touch every … days"), NULL },
  { "person_reference", N_ ("May be named as a reference"), &foothold_reference_permissions },
  { "reference_until", N_ ("As a reference until"), NULL },
  { "organisation_type", N_ ("Type"), &foothold_organisation_types },
  { "organisation_size", N_ ("Size"), NULL },
  { "organisation_url", N_ ("Website"), NULL },
  { "job_title", N_ ("Job title"), NULL },
  { "met_on", N_ ("Met on"), NULL },
  { "met_how", N_ ("How and where you met"), NULL },
  { "offered", N_ ("What they offered"), NULL },
  { "sent_on", N_ ("Sent on"), NULL },
  { "channel", N_ ("How it was sent"), &foothold_application_channels },
  { "resume_version", N_ ("Résumé version"), NULL },
  { "statement", N_ ("Statement of interest"), NULL },
  { "heard_on", N_ ("Last heard from the host"), NULL },
  { "offer_by", N_ ("Answer the offer by"), NULL },
  { "offer_by_time", N_ ("Time of day"), NULL },
  { "offer_by_zone", N_ ("Time zone"), NULL },
  { "meets_on", N_ ("Day"), NULL },
  { "meets_time", N_ ("Time of day"), NULL },
  { "meets_zone", N_ ("Time zone"), NULL },
  { "meets_minutes", N_ ("Minutes"), NULL },
  { "interview_kind", N_ ("Kind"), &foothold_interview_kinds },
  { "interview_place", N_ ("Where"), NULL },
  { "interview_url", N_ ("Link"), NULL },
  { "interview_notes", N_ ("Notes"), NULL },
  { "question", N_ ("Question"), NULL },
  { "answer_text", N_ ("Answer"), NULL },
  { "follow_up_text", N_ ("What was written"), NULL },
  { "next_step", N_ ("Next step"), NULL },
  { "next_step_on", N_ ("Next step on"), NULL },
  { "outreach_person", N_ ("Person"), NULL },
  { "outreach_through", N_ ("Through"), NULL },
  { "met_where", N_ ("Where you met"), NULL },
  { "asked", N_ ("What you asked"), NULL },
  { "asked_on", N_ ("Asked on"), NULL },
  { "again_on", N_ ("Ask again on"), NULL },
  { "held_on", N_ ("Day"), NULL },
  { "conversation_channel", N_ ("How"), &foothold_conversation_channels },
  { "conversation_text", N_ ("What was said"), NULL },
  { "contact_kind", N_ ("Kind"), &foothold_person_contact_kinds },
  { "contact_label", N_ ("Label"), NULL },
  { "contact_value", N_ ("Address or number"), NULL },
  { "level", N_ ("Level"), NULL },
  { "text", N_ ("Text"), NULL },
  { "address", N_ ("Address"), NULL },
  { "words", N_ ("Search words"), NULL },
  { "every_days", N_ ("Days between looks"), NULL },
  { "looked_on", N_ ("Last looked"), NULL },
  { "minutes_per_week", N_ ("Hours a week"), NULL },
  { "floor", N_ ("Own pay floor"), NULL },
  { "floor_currency", N_ ("Currency"), &foothold_currencies },
  { "overrun_permille", N_ ("Own overrun, in thousandths"), NULL },
};

static const FieldWords *
find_words (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].field, field))
      return &words[i];

  return NULL;
}

const char *
foothold_field_title (const char *field)
{
  const FieldWords *found = find_words (field);

  return found != NULL ? _ (found->title) : field;
}

const FootholdList *
foothold_field_list (const char *field)
{
  const FieldWords *found = find_words (field);

  return found != NULL ? found->list : NULL;
}

const char *
foothold_field_of_person (const char *column)
{
  static const char *const names[][2] = {
    { "role", "person_role" },
    { "url", "person_url" },
    { "every_days", "person_every_days" },
    { "reference", "person_reference" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], column))
      return names[i][1];

  return column;
}
