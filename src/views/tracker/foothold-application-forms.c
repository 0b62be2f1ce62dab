// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-application-forms.h"

#include "model/foothold-format-application.h"

#include <glib/gi18n.h>

static const FootholdRowDialogField interview_fields[] = {
  { "meets_on", "meets_on", FOOTHOLD_ENTRY_DATE, N_ ("On which day is it?") },
  { "meets_time", "meets_time", FOOTHOLD_ENTRY_TIME, NULL },
  { "meets_zone", "meets_zone", FOOTHOLD_ENTRY_ZONE, NULL },
  { "meets_minutes", "minutes", FOOTHOLD_ENTRY_NUMBER, NULL },
  { "interview_kind", "kind", FOOTHOLD_ENTRY_CHOICE, NULL },
  { "interview_place", "place", FOOTHOLD_ENTRY_LINE, NULL },
  { "interview_url", "url", FOOTHOLD_ENTRY_LINE, NULL },
  { "interview_notes", "notes", FOOTHOLD_ENTRY_LINES, NULL },
};

static char *
note_own_time (gconstpointer row)
{
  const FootholdInterviewRow *interview = row;

  return foothold_format_own_time (interview->meets_on, interview->meets_time, interview->meets_zone, NULL);
}

const FootholdRowDialogSpec foothold_interview_form = {
  interview_fields,        G_N_ELEMENTS (interview_fields),
  N_ ("Add Interview"),    N_ ("Edit Interview"),
  N_ ("Add Interview"),    N_ ("Edit Interview"),
  N_ ("Delete Interview"), N_ ("Without a time zone the time is that of where you are."),
  "applications",          note_own_time,
};

static const FootholdRowDialogField answer_fields[] = {
  { "question", "question", FOOTHOLD_ENTRY_LINE, N_ ("What does the host ask?") },
  { "answer_text", "answer", FOOTHOLD_ENTRY_LINES, NULL },
};

const FootholdRowDialogSpec foothold_application_answer_form = {
  answer_fields,          G_N_ELEMENTS (answer_fields),
  N_ ("Add Question"),    N_ ("Edit Answer"),
  N_ ("Add Question"),    N_ ("Edit Answer"),
  N_ ("Delete Question"), N_ ("What you answered to the same question before is offered on the page."),
  "applications",
};

static const FootholdRowDialogField follow_up_fields[] = {
  { "sent_on", "sent_on", FOOTHOLD_ENTRY_DATE, NULL },
  { "follow_up_text", "text", FOOTHOLD_ENTRY_LINES, NULL },
};

const FootholdRowDialogSpec foothold_follow_up_form = {
  follow_up_fields,     G_N_ELEMENTS (follow_up_fields), N_ ("Add Follow-Up"),    N_ ("Edit Follow-Up"),
  N_ ("Add Follow-Up"), N_ ("Edit Follow-Up"),           N_ ("Delete Follow-Up"), NULL,
  "applications",
};

static const FootholdRowDialogField host_question_fields[] = {
  { "question", "text", FOOTHOLD_ENTRY_LINE, N_ ("What do you want to ask?") },
};

const FootholdRowDialogSpec foothold_host_question_form = {
  host_question_fields,
  G_N_ELEMENTS (host_question_fields),
  N_ ("Add Question"),
  N_ ("Edit Question"),
  N_ ("Add Question"),
  N_ ("Edit Question"),
  N_ ("Delete Question"),
  NULL,
  "preparing",
};
