// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foothold-csv-look.h"
#include "exchange/foothold-csv-shape.h"
#include "import-fixture.h"
#include "store/foothold-application-rows.h"

/* Applications and people in tables: of LinkedIn's export, and of other trackers. */

#define APPLICATIONS \
  "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And " \
  "Answers\n"
#define CONNECTIONS \
  "Notes:\n\"When exporting your connection data, some addresses are missing.\"\n\n" \
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

static FootholdNest *
application_of (TestSink *sink, guint n)
{
  FootholdDossier *dossier = test_sink_dossier (sink, n);

  return dossier->applications->len > 0 ? g_ptr_array_index (dossier->applications, 0) : NULL;
}

/* "state sent_on: from>to@day …", "-" for what has none */
static char *
describe (TestSink *sink, guint n)
{
  FootholdNest *nest = application_of (sink, n);
  const FootholdApplicationRow *row = nest != NULL ? (FootholdApplicationRow *) nest->row : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (row == NULL)
    return g_strdup ("-");
  g_string_append_printf (text, "%s %s:", row->state, row->sent_on != NULL ? row->sent_on : "-");
  for (guint i = 0; i < nest->parts[FOOTHOLD_PART_APPLICATION_HISTORY]->len; i++)
    {
      const FootholdApplicationHistoryRow *step = g_ptr_array_index (nest->parts[FOOTHOLD_PART_APPLICATION_HISTORY], i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (step->at / 1000);
      g_autofree char *day = g_date_time_format (at, "%F");

      g_assert_cmpstr (step->actor, ==, "import");
      g_string_append_printf (text, " %s>%s@%s", step->from_state != NULL ? step->from_state : "", step->to_state,
                              step->at == 0 ? "-" : day);
      if (step->reason != NULL)
        g_string_append_printf (text, "(%s)", step->reason);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_linkedin_applications (void)
{
  g_autoptr (TestSink) sink =
    test_import (APPLICATIONS
                 "03 Mar 2025,jobs@acme.example,+1 555 0100,Acme,Market scan,https://acme.example/1,cv-v4.pdf,"
                 "Q: May you work? A: Yes. | Q: What do you ask for? A: 20 | 25 an hour.\n"
                 "\"4/23/25, 9:12 AM\",,,Beta,Write,https://beta.example/2,,\n"
                 ",,,Gamma,Read,https://gamma.example/3,,\"Where do you live?: Jena | When?: Now\"\n",
                 -1, "Job Applications.csv");
  FootholdNest *nest = application_of (sink, 0);
  const FootholdApplicationRow *row = (FootholdApplicationRow *) nest->row;
  const FootholdApplicationAnswerRow *answer;
  const FootholdPersonRow *person = g_ptr_array_index (test_sink_dossier (sink, 0)->people, 0);
  static const char *const described[] = {
    "submitted 2025-03-03: >submitted@2025-03-03",
    "submitted 2025-04-23: >submitted@2025-04-23",
    "submitted -: >submitted@-",
  };

  g_assert_cmpuint (sink->dossiers->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = describe (sink, i);

      g_assert_cmpstr (text, ==, described[i]);
      g_assert_cmpstr (test_sink_opportunity (sink, i)->state, ==, "applying");
      g_assert_cmpstr (test_sink_opportunity (sink, i)->source, ==, "linkedin");
      g_assert_null (test_sink_opportunity (sink, i)->notes);
    }
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->title, ==, "Market scan");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->url, ==, "https://acme.example/1");
  g_assert_cmpstr (row->channel, ==, "portal");
  g_assert_cmpstr (row->resume_version, ==, "cv-v4.pdf");
  g_assert_cmpuint (nest->parts[FOOTHOLD_PART_APPLICATION_ANSWERS]->len, ==, 2);
  answer = g_ptr_array_index (nest->parts[FOOTHOLD_PART_APPLICATION_ANSWERS], 1);
  g_assert_cmpstr (answer->question, ==, "What do you ask for?");
  /* a bar that no question follows is of the answer */
  g_assert_cmpstr (answer->answer, ==, "20 | 25 an hour.");
  g_assert_cmpstr (person->name, ==, "jobs@acme.example");
  g_assert_cmpstr (person->organisation, ==, "Acme");
  g_assert_cmpstr (person->mail, ==, "jobs@acme.example");
  g_assert_cmpstr (person->phone, ==, "+1 555 0100");
  g_assert_cmpuint (test_sink_dossier (sink, 1)->people->len, ==, 0);

  nest = application_of (sink, 2);
  g_assert_cmpuint (nest->parts[FOOTHOLD_PART_APPLICATION_ANSWERS]->len, ==, 2);
  answer = g_ptr_array_index (nest->parts[FOOTHOLD_PART_APPLICATION_ANSWERS], 0);
  g_assert_cmpstr (answer->question, ==, "Where do you live?");
  g_assert_cmpstr (answer->answer, ==, "Jena");
}

static void
test_connections (void)
{
  g_autoptr (TestSink) sink =
    test_import (CONNECTIONS
                 "Ada,Kowalska,https://www.linkedin.com/in/ada,ada@example.org,\"Acme, Inc.\",Editor,12 Mar "
                 "2024\n"
                 "Kim,,https://www.linkedin.com/in/kim,,,,4/23/24\n"
                 ",,,,,,\n"
                 ",,https://www.linkedin.com/in/gone,,,,01 May 2020\n"
                 "Bo,Lind,,,Beta,,2024-05-06\n"
                 "Cy,Ng,,,,,31 Feb 2024\n",
                 -1, "Connections.csv");
  const FootholdPersonRow *person = g_ptr_array_index (sink->rows, 0);
  static const char *const met[] = { "2024-03-12", "2024-04-23", "2024-05-06", NULL };

  g_assert_cmpuint (sink->dossiers->len, ==, 0);
  g_assert_cmpuint (sink->rows->len, ==, 4);
  g_assert_cmpstr (person->name, ==, "Ada Kowalska");
  g_assert_cmpstr (person->organisation, ==, "Acme, Inc.");
  g_assert_cmpstr (person->job_title, ==, "Editor");
  g_assert_cmpstr (person->mail, ==, "ada@example.org");
  g_assert_cmpstr (person->url, ==, "https://www.linkedin.com/in/ada");
  g_assert_cmpstr (person->met_how, ==, "LinkedIn");
  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    g_assert_cmpstr (((FootholdPersonRow *) g_ptr_array_index (sink->rows, i))->met_on, ==, met[i]);
  g_assert_cmpstr (((FootholdPersonRow *) g_ptr_array_index (sink->rows, 1))->name, ==, "Kim");
  g_assert_true (test_sink_says (sink, NULL, "has no name"));
  g_assert_true (test_sink_says (sink, "met_on", "31 Feb 2024"));
}

static void
test_skills (void)
{
  g_autoptr (TestSink) sink = test_import ("Name\nBookbinding\n\n\"Sewing, by hand\"\n", -1, "Skills.csv");

  g_assert_cmpuint (sink->rows->len, ==, 2);
  g_assert_cmpstr (((FootholdSkillRow *) g_ptr_array_index (sink->rows, 1))->name, ==, "Sewing, by hand");
  g_assert_cmpint (((FootholdSkillRow *) g_ptr_array_index (sink->rows, 1))->level, ==, GINT64_UNKNOWN);
}

/* What each word for a stage makes of a row, with a date of applying and without. */
static void
test_stages (void)
{
  static const struct
  {
    const char *word, *with, *without, *opportunity; /* its state without a date */
  } cases[] = {
    { "Applied", "submitted 2026-04-23: >submitted@2026-04-23(Applied)", "submitted -: >submitted@-(Applied)",
      "applying" },
    { "Submitted", "submitted 2026-04-23: >submitted@2026-04-23", "submitted -: >submitted@-", "applying" },
    { "Phone Screen", "interview 2026-04-23: >submitted@2026-04-23 submitted>interview@2026-04-23(Phone Screen)",
      "interview -: >submitted@- submitted>interview@-(Phone Screen)", "applying" },
    { "Rejected", "declined 2026-04-23: >submitted@2026-04-23 submitted>declined@2026-04-23(Rejected)",
      "declined -: >submitted@- submitted>declined@-(Rejected)", "applying" },
    { "Withdrawn", "withdrawn 2026-04-23: >submitted@2026-04-23 submitted>withdrawn@2026-04-23",
      "withdrawn -: >withdrawn@-", "applying" },
    { "Ghosted", "no-answer 2026-04-23: >submitted@2026-04-23 submitted>no-answer@2026-04-23(Ghosted)",
      "no-answer -: >submitted@- submitted>no-answer@-(Ghosted)", "applying" },
    { "Hired", "accepted 2026-04-23: >submitted@2026-04-23 submitted>accepted@2026-04-23(Hired)",
      "accepted -: >submitted@- submitted>accepted@-(Hired)", "applying" },
    { "Angebot", "offer 2026-04-23: >submitted@2026-04-23 submitted>offer@2026-04-23(Angebot)",
      "offer -: >submitted@- submitted>offer@-(Angebot)", "applying" },
    { "Beworben", "submitted 2026-04-23: >submitted@2026-04-23(Beworben)", "submitted -: >submitted@-(Beworben)",
      "applying" },
    { "Absage", "declined 2026-04-23: >submitted@2026-04-23 submitted>declined@2026-04-23(Absage)",
      "declined -: >submitted@- submitted>declined@-(Absage)", "applying" },
    { "Wishlist", "-", "-", "spotted" },
    { "Bookmarked", "-", "-", "spotted" },
    { "Gespeichert", "-", "-", "spotted" },
    { "Archived", "-", "-", "dropped" },
    { "", "submitted 2026-04-23: >submitted@2026-04-23", "-", "spotted" },
    /* nobody knows this one: the date decides */
    { "Ute asks", "submitted 2026-04-23: >submitted@2026-04-23(Ute asks)", "draft -: >draft@-(Ute asks)", "applying" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("Employer,Position,Stage,Date Applied\nA,B,%s,23/04/2026\nC,D,%s,\n",
                                                cases[i].word, cases[i].word);
      g_autoptr (TestSink) sink = test_import (table, -1, "jobs.csv");
      g_autofree char *with = describe (sink, 0);
      g_autofree char *without = describe (sink, 1);

      g_test_message ("%s", cases[i].word);
      g_assert_cmpstr (with, ==, cases[i].with);
      g_assert_cmpstr (without, ==, cases[i].without);
      g_assert_cmpstr (test_sink_opportunity (sink, 1)->state, ==, cases[i].opportunity);
      g_assert_cmpuint (sink->problems->len, ==, strcmp (cases[i].word, "Ute asks") == 0 ? 2 : 0);
    }
}

/* What is said of words and dates is followed, and only what is open is asked. */
static void
test_answers (void)
{
  static const char table[] = "Role,Stage,Applied\nA,Ute asks,3/4/2026\nB,On ice,\"5/6/2026, 9:10 AM\"\n";
  static const char told[] = "Role,Stage,Applied\nA,Sent,3/4/2026\nB,Sent,25/6/2026\n";
  g_autoptr (FootholdImportAnswers) answers = foothold_import_answers_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (FootholdImportAnswers) back = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GBytes) plain = g_bytes_new_static (told, strlen (told));
  g_autoptr (TestSink) open = test_sink_new ();
  g_autoptr (TestSink) closed = test_sink_new ();
  g_autoptr (TestSink) nothing = test_sink_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open->sink.answers = answers;
  g_assert_true (foothold_import_bytes (bytes, "t.csv", &open->sink, NULL, NULL));
  g_assert_true (test_sink_says (open, FOOTHOLD_ASKS_DATES, "“3/4/2026”"));
  /* with a time behind it as well it is open, and not impossible */
  for (guint i = 0; i < open->problems->len; i++)
    g_assert_null (strstr (g_ptr_array_index (open->problems, i), "possible date"));
  nothing->sink.answers = answers;
  g_assert_true (foothold_import_bytes (plain, "t.csv", &nothing->sink, NULL, NULL));
  g_assert_cmpuint (nothing->problems->len, ==, 0);

  g_assert_false (foothold_import_answers_set_dates (answers, "first"));
  g_assert_false (foothold_import_answers_add_stage (answers, "Ute asks"));
  g_assert_false (foothold_import_answers_add_stage (answers, "Ute asks=nonsense"));
  g_assert_false (foothold_import_answers_add_stage (answers, " =offer"));
  g_assert_true (foothold_import_answers_set_dates (answers, "month-first"));
  g_assert_true (foothold_import_answers_add_stage (answers, "ute Asks=offer"));
  g_assert_true (foothold_import_answers_add_stage (answers, "On ice=opportunity"));
  variant = g_variant_ref_sink (foothold_import_answers_to_variant (answers));
  back = foothold_import_answers_from_variant (variant);
  closed->sink.answers = back;
  g_assert_true (foothold_import_bytes (bytes, "t.csv", &closed->sink, NULL, NULL));
  first = describe (closed, 0);
  second = describe (closed, 1);
  g_assert_cmpstr (first, ==, "offer 2026-03-04: >submitted@2026-03-04 submitted>offer@2026-03-04(Ute asks)");
  g_assert_cmpstr (second, ==, "-");
  g_assert_cmpstr (test_sink_opportunity (closed, 1)->notes, ==, "Stage: On ice\nApplied: 2026-05-06");
  g_assert_true (test_sink_says (closed, FOOTHOLD_ANSWERED_DATES, "month comes first"));
  g_assert_cmpuint (closed->problems->len, ==, 1);
}

/* The names that other trackers have for the same columns. */
static void
test_aliases (void)
{
  static const struct
  {
    const char *field, *names;
  } aliases[] = {
    { "organisation", "Company|Employer|Organization|Company Name|Firma|Arbeitgeber" },
    { "title", "Role|Title|Position|Job Title|Stelle" },
    { "state", "Stage|Status|Application Status|Bewerbungsstatus" },
    { "location", "Location|City|Ort" },
    { "pay", "Salary|Compensation|Gehalt" },
    { "source", "Source|Job Board|Quelle" },
    { "notes", "Notes|Comments|Notizen" },
    { "url", "URL|Link|Job URL|Posting URL" },
    { "applied_on", "Applied|Date Applied|Application Date|Applied On|Beworben am" },
    { "contact_mail", "Contact Email|Recruiter Email|E-Mail" },
    { "contact_phone", "Contact Phone|Phone|Telefon" },
    { "resume_version", "Resume|Resume Version|CV|Lebenslauf" },
    { "questions", "Question And Answers|Screening Questions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      g_auto (GStrv) names = g_strsplit (aliases[i].names, "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_assert_cmpstr (foothold_csv_field_of_header (names[j]), ==, aliases[i].field);
    }
}

/* Whom a tracker names comes with the application; without one it stays in the notes. */
static void
test_contacts (void)
{
  g_autoptr (TestSink) sink = test_import ("Company,Role,Status,Contact,Contact Email,Resume\nAcme,Scan,Applied,Ada "
                                           "Kowalska,ada@acme.example,v3\n"
                                           "Beta,Write,Wishlist,Kim,kim@beta.example,v3\n",
                                           -1, "jobs.csv");
  const FootholdPersonRow *person = g_ptr_array_index (test_sink_dossier (sink, 0)->people, 0);

  g_assert_cmpstr (person->name, ==, "Ada Kowalska");
  g_assert_cmpstr (person->mail, ==, "ada@acme.example");
  g_assert_cmpstr (person->role, ==, "recruiter");
  g_assert_cmpstr (test_sink_opportunity (sink, 0)->contacts, ==, "Ada Kowalska");
  g_assert_cmpuint (test_sink_dossier (sink, 1)->people->len, ==, 0);
  g_assert_cmpstr (test_sink_opportunity (sink, 1)->notes, ==,
                   "Status: Wishlist\nResume: v3\nContact Email: kim@beta.example");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-trackers/linkedin-applications", test_linkedin_applications);
  g_test_add_func ("/import-trackers/connections", test_connections);
  g_test_add_func ("/import-trackers/skills", test_skills);
  g_test_add_func ("/import-trackers/stages", test_stages);
  g_test_add_func ("/import-trackers/answers", test_answers);
  g_test_add_func ("/import-trackers/aliases", test_aliases);
  g_test_add_func ("/import-trackers/contacts", test_contacts);
  return g_test_run ();
}
