// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-opportunity-groups.h"

#include <glib/gi18n.h>

/* TRUE: decides, and is always shown; FALSE: shown when it says something or is asked for. */

static const FootholdFieldSpec what_it_is[] = {
  { "title", FOOTHOLD_ENTRY_LINE, TRUE },          { "organisation", FOOTHOLD_ENTRY_LINE, TRUE },
  { "objective", FOOTHOLD_ENTRY_LINES, TRUE },     { "kind", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "area", FOOTHOLD_ENTRY_CHOICE, TRUE },         { "industry", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "context", FOOTHOLD_ENTRY_LINES, FALSE },      { "scope", FOOTHOLD_ENTRY_LINES, FALSE },
  { "out_of_scope", FOOTHOLD_ENTRY_LINES, FALSE },
};

static const FootholdFieldSpec when[] = {
  { "apply_by", FOOTHOLD_ENTRY_DATE, TRUE },       { "apply_by_time", FOOTHOLD_ENTRY_TIME, FALSE },
  { "apply_by_zone", FOOTHOLD_ENTRY_ZONE, FALSE }, { "apply_window", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "minutes_min", FOOTHOLD_ENTRY_HOURS, TRUE },   { "start_on", FOOTHOLD_ENTRY_DATE, FALSE },
  { "end_on", FOOTHOLD_ENTRY_DATE, FALSE },        { "timeline", FOOTHOLD_ENTRY_LINES, FALSE },
  { "posted_on", FOOTHOLD_ENTRY_DATE, FALSE },
};

static const FootholdFieldSpec pay[] = {
  { "pay_kind", FOOTHOLD_ENTRY_CHOICE, TRUE },       { "pay_gross_min", FOOTHOLD_ENTRY_MONEY, TRUE },
  { "pay_gross_max", FOOTHOLD_ENTRY_MONEY, FALSE },  { "pay_net", FOOTHOLD_ENTRY_MONEY, FALSE },
  { "pay_period", FOOTHOLD_ENTRY_CHOICE, TRUE },     { "currency", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "pay_trigger", FOOTHOLD_ENTRY_LINE, FALSE },     { "pay_payer", FOOTHOLD_ENTRY_LINE, FALSE },
  { "pay_due", FOOTHOLD_ENTRY_LINE, FALSE },         { "pay_method", FOOTHOLD_ENTRY_LINE, FALSE },
  { "pay_paperwork", FOOTHOLD_ENTRY_LINE, FALSE },   { "pay_measure", FOOTHOLD_ENTRY_LINE, FALSE },
  { "pay_measured_by", FOOTHOLD_ENTRY_LINE, FALSE }, { "pay_guaranteed", FOOTHOLD_ENTRY_MONEY, FALSE },
  { "pay_cap", FOOTHOLD_ENTRY_MONEY, FALSE },        { "cost_fees", FOOTHOLD_ENTRY_MONEY, FALSE },
  { "cost_travel", FOOTHOLD_ENTRY_MONEY, FALSE },    { "cost_equipment", FOOTHOLD_ENTRY_MONEY, FALSE },
  { "cost_software", FOOTHOLD_ENTRY_MONEY, FALSE },  { "minutes_applying", FOOTHOLD_ENTRY_EFFORT, FALSE },
};

static const FootholdFieldSpec where[] = {
  { "work_mode", FOOTHOLD_ENTRY_CHOICE, TRUE },
  { "location", FOOTHOLD_ENTRY_LINE, TRUE },
  { "country", FOOTHOLD_ENTRY_CHOICE, FALSE },
};

static const FootholdFieldSpec support[] = {
  { "supervisor", FOOTHOLD_ENTRY_LINE, TRUE },    { "support", FOOTHOLD_ENTRY_LINES, FALSE },
  { "support_time", FOOTHOLD_ENTRY_LINE, FALSE }, { "check_ins", FOOTHOLD_ENTRY_NUMBER, FALSE },
  { "contacts", FOOTHOLD_ENTRY_LINES, FALSE },    { "meetings", FOOTHOLD_ENTRY_LINES, FALSE },
  { "tools", FOOTHOLD_ENTRY_LINES, FALSE },       { "example", FOOTHOLD_ENTRY_LINES, FALSE },
  { "files_place", FOOTHOLD_ENTRY_LINE, FALSE },  { "look_back", FOOTHOLD_ENTRY_LINES, FALSE },
  { "resources", FOOTHOLD_ENTRY_LINES, FALSE },
};

static const FootholdFieldSpec requirements[] = {
  { "language", FOOTHOLD_ENTRY_LINE, TRUE },      { "equipment", FOOTHOLD_ENTRY_LINE, FALSE },
  { "connection", FOOTHOLD_ENTRY_LINE, FALSE },   { "eligibility", FOOTHOLD_ENTRY_LINES, FALSE },
  { "adjustments", FOOTHOLD_ENTRY_LINES, FALSE },
};

static const FootholdFieldSpec outcome[] = {
  { "feedback", FOOTHOLD_ENTRY_FLAG, TRUE },    { "conversion", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "reference", FOOTHOLD_ENTRY_FLAG, FALSE },  { "introduction", FOOTHOLD_ENTRY_FLAG, FALSE },
  { "showable", FOOTHOLD_ENTRY_CHOICE, FALSE },
};

static const FootholdFieldSpec notes[] = {
  { "notes", FOOTHOLD_ENTRY_LINES, TRUE },
};

static const FootholdFieldSpec posting[] = {
  { "description", FOOTHOLD_ENTRY_LINES, TRUE },
  { "url", FOOTHOLD_ENTRY_LINE, TRUE },
  { "source", FOOTHOLD_ENTRY_CHOICE, FALSE },
  { "place", FOOTHOLD_ENTRY_CHOICE, FALSE },
};

#define GROUP(title, fields) { title, fields, G_N_ELEMENTS (fields), NULL }

/* Before anything else is asked. */

static const FootholdFieldSpec triage[] = {
  { "minutes_min", FOOTHOLD_ENTRY_HOURS, TRUE },
  { "pay_gross_min", FOOTHOLD_ENTRY_FEE, TRUE },
  { "apply_by", FOOTHOLD_ENTRY_DATE, TRUE },
};

/* Those on the page “Pay”, where they are counted together. */

static const FootholdFieldSpec pay_terms[] = {
  { "pay_gross_min", FOOTHOLD_ENTRY_MONEY, TRUE }, { "pay_gross_max", FOOTHOLD_ENTRY_MONEY, FALSE },
  { "pay_net", FOOTHOLD_ENTRY_MONEY, TRUE },       { "pay_period", FOOTHOLD_ENTRY_CHOICE, TRUE },
  { "minutes_min", FOOTHOLD_ENTRY_HOURS, TRUE },
};

static const FootholdFieldSpec own_costs[] = {
  { "cost_fees", FOOTHOLD_ENTRY_MONEY, TRUE },         { "cost_travel", FOOTHOLD_ENTRY_MONEY, TRUE },
  { "cost_equipment", FOOTHOLD_ENTRY_MONEY, TRUE },    { "cost_software", FOOTHOLD_ENTRY_MONEY, TRUE },
  { "minutes_applying", FOOTHOLD_ENTRY_EFFORT, TRUE },
};

const FootholdGroupSpec foothold_posting_group = {
  N_ ("Posting"),
  posting,
  G_N_ELEMENTS (posting),
  N_ ("Kept word for word, because postings change and disappear. Links in it do nothing by themselves."),
};
const FootholdGroupSpec foothold_triage_group = {
  N_ ("Three Facts First"),
  triage,
  G_N_ELEMENTS (triage),
  N_ ("They tell whether a closer look is worth your time. If so, “Evaluate” opens the rest."),
};
const FootholdGroupSpec foothold_pay_terms_group = GROUP (N_ ("What It Is Made Of"), pay_terms);
const FootholdGroupSpec foothold_own_costs_group = GROUP (N_ ("What It Costs You"), own_costs);

const FootholdGroupSpec foothold_opportunity_groups[] = {
  GROUP (N_ ("What It Is"), what_it_is),
  GROUP (N_ ("When"), when),
  GROUP (N_ ("Pay"), pay),
  GROUP (N_ ("Where"), where),
  GROUP (N_ ("Who and Support"), support),
  GROUP (N_ ("Requirements"), requirements),
  GROUP (N_ ("What May Come of It"), outcome),
  GROUP (N_ ("Notes"), notes),
};

const guint foothold_n_opportunity_groups = G_N_ELEMENTS (foothold_opportunity_groups);

const FootholdFieldSpec *
foothold_opportunity_groups_find (const char *field)
{
  for (guint i = 0; i < foothold_n_opportunity_groups; i++)
    for (guint n = 0; n < foothold_opportunity_groups[i].n_fields; n++)
      if (g_str_equal (foothold_opportunity_groups[i].fields[n].field, field))
        return &foothold_opportunity_groups[i].fields[n];

  return NULL;
}
