// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-people"

#include "foothold-person-forms.h"

#include "store/foothold-application-rows.h"

#include <glib/gi18n.h>

static const FootholdRowDialogField person_fields[] = {
  { "name", "name", FOOTHOLD_ENTRY_LINE, N_ ("A name is needed; everything else can wait.") },
  { "organisation", "organisation", FOOTHOLD_ENTRY_LINE, NULL },
  { "job_title", "job_title", FOOTHOLD_ENTRY_LINE, NULL },
  { "mail", "mail", FOOTHOLD_ENTRY_LINE, NULL },
  { "met_how", "met_how", FOOTHOLD_ENTRY_LINE, NULL },
};

const FootholdRowDialogSpec foothold_person_form = {
  person_fields,
  G_N_ELEMENTS (person_fields),
  N_ ("Add Person"),
  N_ ("Edit Person"),
  N_ ("Add Person"),
  N_ ("Edit Person"),
  N_ ("Delete a Person"),
  N_ ("A name is enough. Everything else can be written on their page, whenever you know it."),
  "people",
};

static const FootholdRowDialogField conversation_fields[] = {
  { "held_on", "held_on", FOOTHOLD_ENTRY_DATE, N_ ("On which day was it?") },
  { "conversation_channel", "channel", FOOTHOLD_ENTRY_CHOICE, NULL },
  { "conversation_text", "text", FOOTHOLD_ENTRY_LINES, NULL },
};

const FootholdRowDialogSpec foothold_conversation_form = {
  conversation_fields,
  G_N_ELEMENTS (conversation_fields),
  N_ ("Add Conversation"),
  N_ ("Edit Conversation"),
  N_ ("Add Conversation"),
  N_ ("Edit Conversation"),
  N_ ("Delete Conversation"),
  NULL,
  "people",
};

static const FootholdRowDialogField contact_fields[] = {
  { "contact_kind", "kind", FOOTHOLD_ENTRY_CHOICE, N_ ("What is it: a number, an address?") },
  { "contact_value", "value", FOOTHOLD_ENTRY_LINE, N_ ("Write the address or number itself.") },
  { "contact_label", "label", FOOTHOLD_ENTRY_LINE, NULL },
};

const FootholdRowDialogSpec foothold_contact_form = {
  contact_fields,     G_N_ELEMENTS (contact_fields), N_ ("Add Contact"),    N_ ("Edit Contact"),
  N_ ("Add Contact"), N_ ("Edit Contact"),           N_ ("Delete Contact"), NULL,
  "people",
};

static const FootholdRowDialogField outreach_fields[] = {
  { "organisation", "organisation", FOOTHOLD_ENTRY_LINE, N_ ("Name the host; everything else can wait.") },
  { "outreach_person", "person", FOOTHOLD_ENTRY_LINE, NULL },
  { "outreach_through", "through", FOOTHOLD_ENTRY_LINE, NULL },
  { "asked", "asked", FOOTHOLD_ENTRY_LINES, NULL },
  { "again_on", "again_on", FOOTHOLD_ENTRY_DATE, NULL },
};

const FootholdRowDialogSpec foothold_outreach_form = {
  outreach_fields,
  G_N_ELEMENTS (outreach_fields),
  N_ ("Add a Host to Ask"),
  N_ ("Edit Outreach"),
  N_ ("Add Outreach"),
  N_ ("Edit Outreach"),
  N_ ("Delete Outreach"),
  N_ ("Somebody who advertises nothing may still have a project. A yes becomes an opportunity on the board."),
  "people",
};

gpointer
foothold_conversation_new (gint64 person)
{
  FootholdConversationRow *row = foothold_row_new (&foothold_conversation_row_type);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  row->person = person;
  row->held_on = g_date_time_format (now, "%Y-%m-%d");
  return row;
}

gpointer
foothold_contact_new (gint64 person, gint64 position)
{
  FootholdPersonContactRow *row = foothold_row_new (&foothold_person_contact_row_type);

  row->person = person;
  row->position = position;
  row->kind = g_strdup ("mail");
  return row;
}
