/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-model"

#include "foothold-fields.h"

#include <glib/gi18n.h>

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
  { "source", N_ ("Found At"), &foothold_sources },
  { "url", N_ ("Address of the Posting"), NULL },
  { "fact_source", N_ ("Facts Come From"), &foothold_fact_sources },
  { "description", N_ ("Posting"), NULL },
  { "notes", N_ ("Notes"), NULL },
  { "objective", N_ ("Objective"), NULL },
  { "context", N_ ("Context"), NULL },
  { "scope", N_ ("Scope"), NULL },
  { "out_of_scope", N_ ("Out of Scope"), NULL },
  { "apply_window", N_ ("Application Window"), &foothold_apply_windows },
  { "apply_by", N_ ("Apply By"), NULL },
  { "apply_by_time", N_ ("Time of Day"), NULL },
  { "apply_by_zone", N_ ("Time Zone"), NULL },
  { "start_on", N_ ("Starts"), NULL },
  { "end_on", N_ ("Ends"), NULL },
  { "posted_on", N_ ("Posted"), NULL },
  { "minutes_min", N_ ("Hours"), NULL },
  { "minutes_max", N_ ("Hours"), NULL },
  { "timeline", N_ ("Timeline"), NULL },
  { "pay_kind", N_ ("Kind of Pay"), &foothold_pay_kinds },
  { "pay_gross_min", N_ ("Gross, From"), NULL },
  { "pay_gross_max", N_ ("Gross, Up To"), NULL },
  { "pay_net", N_ ("Net"), NULL },
  { "pay_period", N_ ("Paid For"), &foothold_pay_periods },
  { "currency", N_ ("Currency"), &foothold_currencies },
  { "pay_trigger", N_ ("Paid On"), NULL },
  { "pay_payer", N_ ("Payer"), NULL },
  { "pay_due", N_ ("When Due"), NULL },
  { "pay_method", N_ ("Method"), NULL },
  { "pay_paperwork", N_ ("Paperwork"), NULL },
  { "pay_measure", N_ ("Result That Is Measured"), NULL },
  { "pay_measured_by", N_ ("Who Measures"), NULL },
  { "pay_guaranteed", N_ ("Guaranteed Part"), NULL },
  { "pay_cap", N_ ("At Most"), NULL },
  { "cost_fees", N_ ("Own Cost: Fees"), NULL },
  { "cost_travel", N_ ("Own Cost: Travel"), NULL },
  { "cost_equipment", N_ ("Own Cost: Equipment"), NULL },
  { "cost_software", N_ ("Own Cost: Software"), NULL },
  { "work_mode", N_ ("Work Mode"), &foothold_work_modes },
  { "location", N_ ("Location"), NULL },
  { "country", N_ ("Country"), &foothold_countries },
  { "supervisor", N_ ("Supervisor"), NULL },
  { "support", N_ ("Support"), NULL },
  { "support_time", N_ ("Support Time"), NULL },
  { "check_ins", N_ ("Check-Ins a Week"), NULL },
  { "contacts", N_ ("Whom Else to Ask"), NULL },
  { "meetings", N_ ("Meetings"), NULL },
  { "tools", N_ ("Tools and Access"), NULL },
  { "example", N_ ("Example of a Good Result"), NULL },
  { "files_place", N_ ("Where Files Live"), NULL },
  { "look_back", N_ ("How It Is Looked Back On"), NULL },
  { "resources", N_ ("Resources"), NULL },
  { "equipment", N_ ("Equipment"), NULL },
  { "connection", N_ ("Connection"), NULL },
  { "language", N_ ("Language Level"), NULL },
  { "eligibility", N_ ("Eligibility"), NULL },
  { "adjustments", N_ ("Adjustments Offered"), NULL },
  { "feedback", N_ ("Written Feedback"), NULL },
  { "conversion", N_ ("Job Afterwards"), &foothold_conversions },
  { "reference", N_ ("Reference"), NULL },
  { "introduction", N_ ("Introduction to Others"), NULL },
  { "showable", N_ ("May Be Shown"), &foothold_showables },
  { "deliverables", N_ ("Deliverables"), NULL },
  { "skills", N_ ("Skills"), NULL },
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
foothold_field_slug_name (const char *field, const char *slug)
{
  const FootholdList *list = foothold_field_list (field);

  if (slug == NULL || list == NULL)
    return slug;
  /* States of what one wrote oneself stand in a list of their own. */
  if (g_str_equal (field, "state") && foothold_list_find (list, slug) == NULL)
    list = &foothold_written_states;

  return foothold_list_name (list, slug);
}

char *
foothold_field_edit_label (const char *field, const char *title)
{
  /* Translators: what Undo takes back: the first %s is a field ("Deadline"), the second the title of an opportunity. */
  return g_strdup_printf (_ ("Edit %s of “%s”"), foothold_field_title (field), title);
}
