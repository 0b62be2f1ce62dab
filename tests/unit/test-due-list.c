// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/foothold-dates.h"
#include "store/foothold-due-list.h"
#include "store/foothold-reply-store.h"
#include "store/foothold-schema.h"

/* What of everything that is kept is due, with now and the person's zone given. */

typedef struct
{
  FootholdDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->db = foothold_db_open (":memory:", FOOTHOLD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (foothold_schema_migrate (self->db, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  foothold_db_close (self->db);
}

static void
run (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  foothold_db_exec (self->db, sql, &error);
  g_assert_no_error (error);
}

/* An opportunity of Acme with an application on it, both under @id. @columns: ", state, sent_on"; @values: theirs. */
static void
add (Fixture *self, int id, const char *columns, const char *values)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT OR IGNORE INTO organisation (id, name, folded) VALUES (1, 'Acme', 'acme');"
                     "INSERT INTO opportunity (id, created_at, title, folded, organisation_id)"
                     " VALUES (%1$d, 0, 'T%1$d', 't%1$d', 1);"
                     "INSERT INTO application (id, opportunity, stage, position, created_at%2$s)"
                     " VALUES (%1$d, %1$d, 1, %1$d, 0%3$s)",
                     id, columns, values);

  run (self, sql);
}

static GTimeZone *
zone_new (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  return zone;
}

static gint64
instant (const char *text)
{
  gint64 at;

  g_assert_true (foothold_instant_from_text (text, &at));
  return at;
}

static GPtrArray *
load (Fixture *self, const char *now, const char *local)
{
  g_autoptr (GTimeZone) zone = zone_new (local);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = foothold_due_list_load (self->db, instant (now), zone, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (entries, i);

      n += entry->when.group == FOOTHOLD_DUE_OVERDUE || entry->when.group == FOOTHOLD_DUE_TODAY;
    }
  /* the number of the sidebar is that of the list, always */
  g_assert_cmpint (foothold_due_list_count (self->db, instant (now), zone, &error), ==, n);
  g_assert_no_error (error);
  return entries;
}

/* "overdue follow-up T1 -3; today interview T2 0 10:00" */
static char *
describe (Fixture *self, const char *now, const char *local)
{
  g_autoptr (GPtrArray) entries = load (self, now, local);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const FootholdDueEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s%s %s %s %d%s%s", i > 0 ? "; " : "",
                              foothold_due_groups.entries[entry->when.group].slug,
                              foothold_due_kinds.entries[entry->kind].slug,
                              entry->title != NULL  ? entry->title
                              : entry->name != NULL ? entry->name
                                                    : entry->organisation,
                              entry->when.days, *entry->when.time != '\0' ? " " : "", entry->when.time);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture *self, const char *now, const char *local, const char *expected)
{
  g_autofree char *text = describe (self, now, local);

  g_assert_cmpstr (text, ==, expected);
}

#define NOON "2026-11-28T12:00:00.000Z"

/* What one means to apply for, while nothing is begun: with its time and zone, and in the order of the days. */
static void
test_opportunities (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const FootholdDueEntry *first;

  run (self, "INSERT INTO organisation (id, name, folded) VALUES (1, 'Acme', 'acme');"
             "INSERT INTO import_batch (id, started_at, label, state) VALUES (1, 0, 'x', 'hidden');"
             "INSERT INTO opportunity (id, created_at, title, folded, organisation_id, state, starred, apply_window,"
             " apply_by, apply_by_time, apply_by_zone, archived_at, batch) VALUES"
             " (1, 0, 'Short', 'short', 1, 'shortlisted', 0, 'date', '2026-12-03', NULL, NULL, NULL, NULL),"
             " (2, 0, 'Star', 'star', 1, 'spotted', 1, 'date', '2026-11-28', '14:00', 'Europe/Berlin', NULL, NULL),"
             " (3, 0, 'Plain', 'plain', 1, 'evaluating', 0, 'date', '2026-11-29', NULL, NULL, NULL, NULL),"
             " (4, 0, 'Rolling', 'rolling', 1, 'shortlisted', 0, 'rolling', '2026-11-29', NULL, NULL, NULL, NULL),"
             " (5, 0, 'Far', 'far', 1, 'shortlisted', 0, 'date', '2026-12-13', NULL, NULL, NULL, NULL),"
             " (6, 0, 'Away', 'away', 1, 'shortlisted', 0, 'date', '2026-11-29', NULL, NULL, 1, NULL),"
             " (7, 0, 'Undone', 'undone', 1, 'shortlisted', 0, 'date', '2026-11-29', NULL, NULL, NULL, 1),"
             " (8, 0, 'Begun', 'begun', 1, 'shortlisted', 0, 'date', '2026-12-04', NULL, NULL, NULL, NULL);"
             "INSERT INTO application (id, opportunity, stage, position, created_at, state)"
             " VALUES (9, 8, 1, 1, 0, 'draft')");
  assert_list (self, NOON, "Europe/Berlin",
               "today apply-by Star 0 14:00; week apply-by Short 5; week apply-by Begun 6");
  /* 14:00 there is past where it is counted */
  assert_list (self, "2026-11-28T13:30:00.000Z", "Europe/Berlin",
               "overdue apply-by Star 0 14:00; week apply-by Short 5; week apply-by Begun 6");

  entries = load (self, NOON, "Europe/Berlin");
  first = g_ptr_array_index (entries, 0);
  g_assert_cmpint (first->opportunity, ==, 2);
  g_assert_cmpint (first->application, ==, 0);
  g_assert_cmpint (foothold_due_entry_get_key (first), !=, foothold_due_entry_get_key (g_ptr_array_index (entries, 1)));
}

static void
test_silence (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state, sent_on", ", 'submitted', '2026-11-20'"); /* 8 days */
  add (self, 2, ", state, sent_on", ", 'submitted', '2026-11-18'"); /* 10 */
  add (self, 3, ", state, sent_on", ", 'submitted', '2026-11-10'"); /* 18 */
  add (self, 4, ", state, sent_on", ", 'acknowledged', '2026-10-31'"); /* 28 */
  add (self, 5, ", state, sent_on, heard_on",
       ", 'under-review', '2026-10-01', '2026-11-19'"); /* 9 since the last word */
  add (self, 6, ", state, sent_on", ", 'submitted', '2026-10-01'"); /* followed up 4 days ago */
  add (self, 8, ", state, sent_on", ", 'offer', '2026-10-01'"); /* theirs no more */
  add (self, 9, ", state, sent_on", ", 'draft', '2026-10-01'");
  add (self, 10, ", state, sent_on, snoozed_until", ", 'submitted', '2026-10-01', '2026-12-02'");
  add (self, 0, ", state, archived_at", ", 'draft', 1");
  run (self, "INSERT INTO follow_up (id, application, sent_on) VALUES (1, 6, '2026-10-12'), (2, 6, '2026-11-24'),"
             " (3, 3, NULL), (4, 0, '2026-11-27')");

  assert_list (self, NOON, "UTC",
               "never offer-answer T8 0; overdue follow-up T3 -8; today follow-up T2 0; today no-answer T4 0;"
               " week follow-up T5 1; week follow-up T1 2; week follow-up T6 6; snoozed follow-up T10 4");
}

/* Nobody knows when it was sent: then it was when that was noted first, else when the application was. */
static void
test_silence_without_day (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state", ", 'submitted'");
  add (self, 2, ", state", ", 'under-review'");
  add (self, 3, ", state, heard_on", ", 'acknowledged', '2026-11-20'");
  add (self, 4, ", state, sent_on", ", 'submitted', '2026-11-18'"); /* what is known goes before what was noted */
  add (self, 5, ", state", ", 'draft'");
  add (self, 6, ", state", ", 'no-answer'");
  run (self, "UPDATE application SET created_at = strftime ('%s', '2026-10-31T12:00:00') * 1000;"
             "INSERT INTO application_history (id, seq, application, at, from_state, to_state) VALUES"
             " (1, 1, 2, strftime ('%s', '2026-11-01T12:00:00') * 1000, NULL, 'draft'),"
             /* 00:30 on the tenth in Berlin */
             " (2, 2, 2, strftime ('%s', '2026-11-09T23:30:00') * 1000, 'draft', 'submitted'),"
             " (3, 3, 2, strftime ('%s', '2026-11-19T12:00:00') * 1000, 'submitted', 'under-review'),"
             " (4, 1, 4, strftime ('%s', '2026-10-01T12:00:00') * 1000, NULL, 'submitted')");

  assert_list (self, NOON, "Europe/Berlin",
               "overdue follow-up T2 -8; today follow-up T4 0; today no-answer T1 0; week follow-up T3 2");
  assert_list (self, NOON, "America/New_York",
               "overdue follow-up T2 -9; today follow-up T4 0; today no-answer T1 0; week follow-up T3 2");
}

/* Three times one's own median goes before 28 days, once there are five replies. */
static void
test_own_median (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state, sent_on", ", 'submitted', '2026-10-30'"); /* 29 days */
  for (int i = 10; i < 14; i++)
    add (self, i, ", state, sent_on", ", 'declined', '2026-01-01'");
  /* after 12, 12, 12 and 13 days, and one that is no reply */
  run (self,
       "INSERT INTO application_history (id, seq, application, at, from_state, to_state)"
       " SELECT id * 10, 2, id, strftime ('%s', '2026-01-13T12:00:00') * 1000 + (id = 13) * 86400000, 'submitted',"
       " 'declined' FROM application WHERE id >= 10;"
       "INSERT INTO application_history (id, seq, application, at, from_state, to_state)"
       " SELECT id * 10 + 1, 1, id, strftime ('%s', '2026-01-02T12:00:00') * 1000, 'submitted', 'acknowledged'"
       " FROM application WHERE id >= 10");
  assert_list (self, NOON, "UTC", "overdue no-answer T1 -1");

  add (self, 14, ", state, sent_on", ", 'interview', '2026-01-01'");
  run (self, "UPDATE application SET archived_at = 1 WHERE id = 14;"
             "INSERT INTO application_history (id, seq, application, at, from_state, to_state) VALUES"
             " (140, 2, 14, strftime ('%s', '2026-01-12T12:00:00') * 1000, 'submitted', 'interview')");
  /* the median of 11, 12, 12, 12, 13 is 12: 36 days from the day it was sent */
  assert_list (self, NOON, "UTC", "overdue follow-up T1 -19");
  assert_list (self, "2026-12-04T12:00:00.000Z", "UTC", "overdue follow-up T1 -25");
  assert_list (self, "2026-12-05T12:00:00.000Z", "UTC", "today no-answer T1 0");
}

/* What has ended, is archived, or came by an import that was undone asks nothing. */
static void
test_quiet (Fixture *self, gconstpointer data)
{
  static const char *const ended[] = { "accepted", "declined", "withdrawn", "offer-declined", "no-answer" };

  run (self,
       "INSERT INTO import_batch (id, started_at, label, state) VALUES (1, 0, 'x', 'hidden'), (2, 0, 'x', 'done'),"
       " (3, 0, 'x', 'deleting')");
  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    {
      g_autofree char *values = g_strdup_printf (", '%s', '2026-10-01', '2026-11-01', '2026-11-01'", ended[i]);

      add (self, (int) i + 1, ", state, sent_on, next_step_on, offer_by", values);
    }
  add (self, 20, ", state, sent_on, next_step_on, archived_at", ", 'submitted', '2026-10-01', '2026-11-27', 1");
  add (self, 21, ", state, sent_on, batch", ", 'submitted', '2026-11-18', 1");
  add (self, 22, ", state, sent_on, batch", ", 'submitted', '2026-11-18', 2");
  add (self, 23, ", state, sent_on, batch", ", 'submitted', '2026-11-18', 3");
  run (self,
       "INSERT INTO interview (id, application, meets_on) SELECT id, id, '2026-11-29' FROM application WHERE id <>"
       " 22;"
       "INSERT INTO person (id, name, folded, every_days, next_step_on, archived_at, batch) VALUES"
       " (1, 'P1', 'p1', 7, '2026-11-01', 1, NULL), (2, 'P2', 'p2', 7, '2026-11-01', NULL, 1);"
       "INSERT INTO outreach (id, state, created_at, person_id, again_on, batch) VALUES"
       " (1, 'yes', 0, 1, '2026-11-01', NULL), (2, 'no', 0, 1, '2026-11-01', NULL),"
       " (3, 'no-answer', 0, 1, '2026-11-01', NULL), (4, 'asked', 0, 1, '2026-11-01', 1)");

  assert_list (self, NOON, "UTC", "today follow-up T22 0");
}

/* Interviews are where they are held; while one is ahead the host is not silent, and one that was is their last word.
 */
static void
test_interviews (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state, sent_on, heard_on", ", 'interview', '2026-10-01', '2026-10-10'");
  add (self, 2, ", state, sent_on, heard_on", ", 'interview', '2026-10-01', '2026-10-10'");
  add (self, 3, ", state, sent_on", ", 'submitted', '2026-10-01'");
  run (self,
       "INSERT INTO interview (id, application, meets_on, meets_time, meets_zone) VALUES"
       " (1, 1, '2026-11-28', '18:00', 'America/New_York')," /* midnight in Berlin */
       " (2, 1, '2026-11-20', '10:00', NULL),"
       " (3, 2, '2026-11-17', '10:00', NULL), (4, 2, '2026-11-05', NULL, NULL),"
       " (5, 3, '2026-11-30', '09:00', 'Europe/Berlin'), (6, 3, NULL, NULL, NULL), (7, 3, '2026-12-24', NULL, NULL)");

  assert_list (self, NOON, "Europe/Berlin",
               "overdue follow-up T2 -1; week interview T1 1 00:00;"
               " week interview T3 2 09:00; later interview T3 26");
  assert_list (self, NOON, "America/New_York",
               "overdue follow-up T2 -1; today interview T1 0 18:00;"
               " week interview T3 2 03:00; later interview T3 26");
  /* it is over: still of today, and from today on they are silent */
  assert_list (self, "2026-11-28T23:30:00.000Z", "America/New_York",
               "overdue follow-up T2 -1; today interview T1 0 18:00;"
               " week interview T3 2 03:00; later follow-up T1 10; later interview T3 26");
  assert_list (self, "2026-11-29T23:30:00.000Z", "America/New_York",
               "overdue follow-up T2 -2; week interview T3 1 03:00; later follow-up T1 9;"
               " later interview T3 25");
}

/* Offers and deadlines lapse at their moment, where it is set. */
static void
test_lapsing (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state, offer_by, offer_by_time, offer_by_zone",
       ", 'offer', '2026-11-28', '17:00', 'America/New_York'");
  add (self, 2, ", state, offer_by, snoozed_until", ", 'offer', '2026-12-02', '2026-12-01'");
  add (self, 3, ", state, snoozed_until", ", 'offer', '2026-12-01'");
  add (self, 4, ", state", ", 'draft'");
  add (self, 5, ", state", ", 'draft'");
  add (self, 6, ", state", ", 'draft'");
  add (self, 7, ", state, sent_on", ", 'submitted', '2026-11-28'");
  run (self, "UPDATE opportunity SET apply_by = '2026-12-12', apply_window = 'date' WHERE id = 4;"
             "UPDATE opportunity SET apply_by = '2026-12-13' WHERE id = 5;"
             "UPDATE opportunity SET apply_by = '2026-11-28', apply_by_time = '12:00', apply_by_zone = 'Europe/Berlin'"
             " WHERE id = 6;"
             "UPDATE opportunity SET apply_by = '2026-11-28' WHERE id = 7");

  assert_list (self, "2026-11-28T10:00:00.000Z", "Europe/Berlin",
               "today apply-by T6 0 12:00; today offer-answer T1 0 23:00; later follow-up T7 10; later apply-by T4 14;"
               " snoozed offer-answer T3 3; snoozed offer-answer T2 4");
  assert_list (self, "2026-11-28T11:00:00.001Z", "Europe/Berlin",
               "overdue apply-by T6 0 12:00; today offer-answer T1 0 23:00; later follow-up T7 10; later apply-by T4 "
               "14;"
               " snoozed offer-answer T3 3; snoozed offer-answer T2 4");
  run (self, "UPDATE opportunity SET apply_window = 'rolling' WHERE id = 4");
  assert_list (self, "2026-12-01T10:00:00.000Z", "Europe/Berlin",
               "never offer-answer T3 0; overdue apply-by T6 -3 12:00; overdue offer-answer T1 -3 23:00;"
               " week offer-answer T2 1; week follow-up T7 7; later apply-by T5 12");
}

static void
test_people (Fixture *self, gconstpointer data)
{
  run (self,
       "INSERT INTO organisation (id, name, folded) VALUES (1, 'Acme', 'acme');"
       "INSERT INTO person (id, name, folded, organisation_id, every_days, next_step, next_step_on, snoozed_until,"
       " created_at) VALUES"
       " (1, 'Talked', 'talked', 1, 30, NULL, NULL, NULL, 0)," /* on 29 October */
       " (2, 'New', 'new', NULL, 7, NULL, NULL, NULL, strftime ('%s', '2026-11-25T12:00:00') * 1000),"
       " (3, 'Old', 'old', NULL, 7, NULL, NULL, NULL, NULL),"
       " (4, 'Step', 'step', NULL, NULL, 'Send the slides', '2026-11-27', NULL, 0),"
       " (5, 'Later', 'later', NULL, 7, 'Write', '2026-11-20', '2026-12-01', 0),"
       " (6, 'Nothing', 'nothing', NULL, NULL, 'Some day', NULL, NULL, 0),"
       " (7, 'Ahead', 'ahead', NULL, 7, NULL, NULL, NULL, 0);" /* talked on a day that is still to come */
       "INSERT INTO conversation (id, person, held_on) VALUES (1, 1, '2026-09-01'), (2, 1, '2026-10-29'),"
       " (3, 7, '2027-05-01');"
       "INSERT INTO outreach (id, state, created_at, person_id, organisation_id, again_on, snoozed_until) VALUES"
       " (1, 'asked', 0, 4, 1, '2026-11-28', NULL), (2, 'idea', 0, NULL, 1, '2026-11-30', NULL),"
       " (3, 'talking', 0, 4, NULL, NULL, NULL)");

  assert_list (self, NOON, "UTC",
               "overdue next-step Step -1; today next-step Step 0; today keep-in-touch Old 0;"
               " today keep-in-touch Talked 0; week next-step Acme 2; week keep-in-touch New 4;"
               " week keep-in-touch Ahead 7; snoozed next-step Later 3; snoozed keep-in-touch Later 3");

  {
    g_autoptr (GPtrArray) entries = load (self, NOON, "UTC");
    const FootholdDueEntry *step = g_ptr_array_index (entries, 0), *asked = g_ptr_array_index (entries, 1);
    const FootholdDueEntry *idea = g_ptr_array_index (entries, 4), *talked = g_ptr_array_index (entries, 3);
    g_autofree char *do_step = foothold_due_entry_sentence (step, "yesterday", NULL);
    g_autofree char *do_asked = foothold_due_entry_sentence (asked, "today", NULL);
    g_autofree char *do_idea = foothold_due_entry_sentence (idea, "today", NULL);
    g_autofree char *for_asked = foothold_due_entry_subject (asked);
    g_autofree char *for_idea = foothold_due_entry_subject (idea);
    g_autofree char *for_talked = foothold_due_entry_subject (talked);

    g_assert_cmpstr (do_step, ==, "Send the slides");
    g_assert_cmpstr (do_asked, ==, "Ask again");
    g_assert_cmpstr (do_idea, ==, "Ask for the first time");
    g_assert_cmpstr (for_asked, ==, "Step, Acme");
    g_assert_cmpstr (for_idea, ==, "Acme");
    g_assert_cmpstr (for_talked, ==, "Talked, Acme");
    g_assert_cmpint (step->person, ==, 4);
    g_assert_cmpint (step->outreach, ==, 0);
    g_assert_cmpint (asked->person, ==, 4);
    g_assert_cmpint (asked->outreach, ==, 1);
  }
}

/* Days are those of the person: neither a zone, nor a change of the clocks, nor one that went back moves what waits. */
static void
test_days (Fixture *self, gconstpointer data)
{
  add (self, 1, ", state, sent_on", ", 'submitted', '2026-10-20'");
  add (self, 2, ", state, next_step, next_step_on", ", 'draft', 'Write', '2026-10-25'");

  /* Berlin goes back on 25 October 2026 at 3:00: 25 hours, one day */
  assert_list (self, "2026-10-24T21:59:59.999Z", "Europe/Berlin", "week next-step T2 1; week follow-up T1 6");
  assert_list (self, "2026-10-24T22:00:00.000Z", "Europe/Berlin", "today next-step T2 0; week follow-up T1 5");
  assert_list (self, "2026-10-25T22:59:59.999Z", "Europe/Berlin", "today next-step T2 0; week follow-up T1 5");
  assert_list (self, "2026-10-25T23:00:00.000Z", "Europe/Berlin", "overdue next-step T2 -1; week follow-up T1 4");
  assert_list (self, "2026-10-24T22:00:00.000Z", "America/New_York", "week next-step T2 1; week follow-up T1 6");
  /* sent on a day that is still to come */
  assert_list (self, "2026-09-01T12:00:00.000Z", "UTC", "later follow-up T1 10; later next-step T2 54");
}

static void
test_report (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = zone_new ("Europe/Berlin");
  g_autoptr (FootholdReplyReport) report = NULL;
  const FootholdReplyFigures *figures;

  add (self, 1, ", state, sent_on", ", 'accepted', '2026-11-01'");
  add (self, 2, ", state, sent_on", ", 'declined', '2026-11-01'");
  add (self, 3, ", state", ", 'no-answer'");
  add (self, 4, ", state, sent_on", ", 'draft', '2026-11-01'"); /* was not sent */
  add (self, 5, ", state", ", 'withdrawn'"); /* before it was */
  run (self, "UPDATE opportunity SET source = 'portal', area = 'other' WHERE id <= 2;"
             "UPDATE opportunity SET source = '' , organisation_id = NULL WHERE id = 3;"
             "INSERT INTO application_history (id, seq, application, at, from_state, to_state) VALUES"
             /* 00:30 on the fifth in Berlin; seq says what came first, whatever the clock said */
             " (3, 1, 1, strftime ('%s', '2026-11-04T23:30:00') * 1000, 'submitted', 'shortlisted'),"
             " (2, 2, 1, strftime ('%s', '2026-11-20T12:00:00') * 1000, 'shortlisted', 'interview'),"
             " (1, 3, 1, strftime ('%s', '2026-11-02T12:00:00') * 1000, 'interview', 'shortlisted'),"
             " (4, 4, 1, strftime ('%s', '2026-11-21T12:00:00') * 1000, 'interview', 'accepted'),"
             " (5, 1, 2, strftime ('%s', '2026-11-11T12:00:00') * 1000, 'submitted', 'declined'),"
             " (6, 1, 3, strftime ('%s', '2026-11-11T12:00:00') * 1000, NULL, 'submitted'),"
             " (7, 1, 5, strftime ('%s', '2026-11-11T12:00:00') * 1000, 'draft', 'withdrawn')");

  report = foothold_reply_report_load (self->db, zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_SUBMITTED], ==, 3);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_ANSWERED], ==, 2);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_OFFER], ==, 1);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_ACCEPTED], ==, 1);
  g_assert_cmpuint (report->all.n_replies, ==, 2);
  g_assert_cmpfloat (report->all.median_days, ==, 7); /* of 4 and 10 */
  g_assert_cmpuint (report->by_source->len, ==, 2);
  figures = g_ptr_array_index (report->by_source, 0);
  g_assert_cmpstr (figures->key, ==, "portal");
  figures = g_ptr_array_index (report->by_source, 1);
  g_assert_null (figures->key);
  figures = g_ptr_array_index (report->by_organisation, 0);
  g_assert_cmpstr (figures->key, ==, "Acme");
  g_assert_cmpuint (figures->reached[FOOTHOLD_FUNNEL_SUBMITTED], ==, 2);
  figures = g_ptr_array_index (report->by_area, 0);
  g_assert_cmpstr (figures->key, ==, "other");
}

static const char many_sql[] =
  "DROP TRIGGER application_search_insert; DROP TRIGGER application_history_search_insert;"
  "DROP TRIGGER follow_up_search_insert; DROP TRIGGER interview_search_insert;"
  "CREATE TABLE up AS WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 20000) SELECT n,"
  " 1795867200000 - (n % 80 + 10) * 86400000 AS sent_at, 1795867200000 - (n % 80 + 1) * 86400000 AS heard_at FROM up;"
  "INSERT INTO organisation (id, name, folded) SELECT n, 'Host ' || n, 'host ' || n FROM up WHERE n <= 2000;"
  "INSERT INTO opportunity (id, created_at, title, folded, organisation_id, source, area, apply_by, description)"
  " SELECT n, n, 'Work ' || n, 'work ' || n, n % 2000 + 1, 'portal', 'other', '2026-12-05', hex (zeroblob (1000)) FROM"
  " up;"
  "INSERT INTO application (id, opportunity, stage, position, created_at, state, sent_on) SELECT n, n, 1, n, n,"
  " CASE n % 5 WHEN 0 THEN 'draft' WHEN 1 THEN 'declined' WHEN 2 THEN 'interview' ELSE 'submitted' END,"
  " date (sent_at / 1000, 'unixepoch') FROM up;"
  "INSERT INTO application_history (id, seq, application, at, to_state) SELECT n, 1, n, 1, 'draft' FROM up;"
  "INSERT INTO application_history (id, seq, application, at, to_state) SELECT n + 100000, 2, n, sent_at, 'submitted'"
  " FROM up WHERE n % 5 <> 0;"
  "INSERT INTO application_history (id, seq, application, at, to_state) SELECT n + 200000, 3, n, heard_at,"
  " iif (n % 5 = 1, 'declined', 'interview') FROM up WHERE n % 5 IN (1, 2);"
  "INSERT INTO follow_up (id, application, sent_on) SELECT n, n, '2026-11-20' FROM up WHERE n % 7 = 0;"
  "INSERT INTO interview (id, application, meets_on, meets_time) SELECT n, n, '2026-11-25', '10:00' FROM up"
  " WHERE n % 5 = 2";

/* As many as anybody will ever have: said, not judged, for machines differ. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = zone_new ("Europe/Berlin");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (FootholdReplyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin, n;

  run (self, many_sql);
  begin = g_get_monotonic_time ();
  entries = foothold_due_list_load (self->db, instant (NOON), zone, &error);
  g_assert_no_error (error);
  g_test_message ("%u lines in %.1f ms", entries->len, (double) (g_get_monotonic_time () - begin) / 1000);
  begin = g_get_monotonic_time ();
  n = foothold_due_list_count (self->db, instant (NOON), zone, &error);
  g_test_message ("counted %d in %.1f ms", (int) n, (double) (g_get_monotonic_time () - begin) / 1000);
  begin = g_get_monotonic_time ();
  report = foothold_reply_report_load (self->db, zone, &error);
  g_assert_no_error (error);
  g_test_message ("report of %u in %.1f ms", report->all.reached[0], (double) (g_get_monotonic_time () - begin) / 1000);
}

/* What was noted late and set right counts as it was, and what was taken back not at all. */
static void
test_corrected (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = zone_new ("UTC");
  g_autoptr (FootholdReplyReport) report = NULL;
  g_autoptr (FootholdReplyReport) late = NULL;

  for (int id = 1; id <= 5; id++)
    add (self, id, ", state, sent_on, heard_on", ", 'interview', '2026-10-19', '2026-10-23'");
  add (self, 6, ", state, sent_on", ", 'submitted', '2026-10-19'");
  add (self, 7, ", state, sent_on", ", 'declined', '2026-10-19'");
  add (self, 8, ", state, sent_on", ", 'no-answer', '2026-10-19'");
  run (self, "INSERT INTO application_history (id, seq, application, at, from_state, to_state) SELECT id, 2, id,"
             " unixepoch ('2026-11-28T12:00:00') * 1000, 'submitted', 'interview' FROM application WHERE id <= 7;"
             "INSERT INTO application_history (id, seq, application, at, from_state, to_state) VALUES"
             /* by mistake, and back: what is written last lies first in the table */
             " (-1, 3, 6, unixepoch ('2026-11-28T12:01:00') * 1000, 'interview', 'submitted'),"
             " (-2, 3, 7, unixepoch ('2026-11-28T12:01:00') * 1000, 'interview', 'draft'),"
             " (-3, 4, 7, unixepoch ('2026-11-28T12:02:00') * 1000, 'draft', 'submitted'),"
             " (-4, 5, 7, unixepoch ('2026-10-29T12:00:00') * 1000, 'submitted', 'declined'),"
             /* silent after an answer */
             " (-5, 2, 8, unixepoch ('2026-10-21T12:00:00') * 1000, 'submitted', 'under-review'),"
             " (-6, 3, 8, unixepoch ('2026-11-28T12:00:00') * 1000, 'under-review', 'no-answer'),"
             " (-7, 4, 8, unixepoch ('2026-11-28T12:01:00') * 1000, 'no-answer', 'submitted')");

  report = foothold_reply_report_load (self->db, zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_SUBMITTED], ==, 8);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_ANSWERED], ==, 7);
  g_assert_cmpuint (report->all.reached[FOOTHOLD_FUNNEL_INTERVIEW], ==, 5);
  g_assert_cmpuint (report->all.n_replies, ==, 7);
  g_assert_cmpfloat (report->all.median_days, ==, 4);
  g_assert_cmpuint (foothold_reply_patience_load (self->db, zone, &error), ==, 28);
  g_assert_no_error (error);

  /* without what the person said, the day of the click */
  run (self, "UPDATE application SET heard_on = '2026-11-28' WHERE id <= 5");
  late = foothold_reply_report_load (self->db, zone, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (late->all.median_days, ==, 40);
  g_assert_cmpuint (foothold_reply_patience_load (self->db, zone, &error), ==, 120);
}

#define TEST(path, function) g_test_add ("/due-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("opportunities", test_opportunities);
  TEST ("silence", test_silence);
  TEST ("silence/without-day", test_silence_without_day);
  TEST ("own-median", test_own_median);
  TEST ("quiet", test_quiet);
  TEST ("interviews", test_interviews);
  TEST ("lapsing", test_lapsing);
  TEST ("people", test_people);
  TEST ("days", test_days);
  TEST ("report", test_report);
  TEST ("corrected", test_corrected);
  TEST ("many", test_many);

  return g_test_run ();
}
