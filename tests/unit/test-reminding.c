// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/foothold-reminding.h"
#include "rules/foothold-dates.h"
#include "store/foothold-schema.h"

/* Of what the desktop reminds at which hour, with now and the person's zone given. */

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

static GPtrArray *
plan (Fixture *self, const char *now, const char *local)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (local);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 at;

  g_assert_true (foothold_instant_from_text (now, &at));
  entries = foothold_due_list_load (self->db, at, zone, &error);
  g_assert_no_error (error);
  return foothold_reminders_plan (entries, at, zone);
}

/* "Call: Ana; Interview tomorrow at 10:00: Logo" */
static void
assert_plan (Fixture *self, const char *now, const char *local, const char *expected)
{
  g_autoptr (GPtrArray) reminders = plan (self, now, local);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const FootholdReminder *reminder = g_ptr_array_index (reminders, i);

      g_string_append_printf (text, "%s%s: %s%s", i > 0 ? "; " : "", reminder->title, reminder->body,
                              reminder->can_wait ? " (can wait)" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_hours (Fixture *self, gconstpointer data)
{
  run (self, "INSERT INTO person (id, name, folded, next_step, next_step_on) VALUES"
             " (1, 'Ana', 'ana', 'Call', '2026-11-28'), (2, 'Ben', 'ben', 'Write', '2026-11-27');"
             "INSERT INTO opportunity (id, created_at, title, folded) VALUES (1, 0, 'Logo', 'logo'),"
             " (2, 0, 'Survey', 'survey');"
             "INSERT INTO application (id, opportunity, stage, position, created_at, state, offer_by) VALUES"
             " (1, 1, 3, 1, 0, 'interview', NULL), (2, 2, 4, 1, 0, 'offer', '2026-11-28');"
             "INSERT INTO interview (id, application, meets_on, meets_time) VALUES (1, 1, '2026-11-29', '10:00')");

  /* what is overdue at any hour, the day's own from eight on, by the clock on the person's wall */
  assert_plan (self, "2026-11-28T06:59:00.000Z", "Europe/Berlin", "Write: Ben (can wait)");
  assert_plan (self, "2026-11-28T07:00:00.000Z", "Europe/Berlin",
               "Write: Ben (can wait); Answer the offer by today: Survey; Call: Ana (can wait)");
  assert_plan (self, "2026-11-28T07:00:00.000Z", "UTC", "Write: Ben (can wait)");
  /* the evening before, and the morning; an offer that has lapsed is overdue */
  assert_plan (self, "2026-11-28T16:59:59.000Z", "Europe/Berlin",
               "Write: Ben (can wait); Answer the offer by today: Survey; Call: Ana (can wait)");
  assert_plan (self, "2026-11-28T17:00:00.000Z", "Europe/Berlin",
               "Interview tomorrow at 10:00: Logo; Write: Ben (can wait); Answer the offer by today: Survey;"
               " Call: Ana (can wait)");
  assert_plan (self, "2026-11-29T05:59:00.000Z", "Europe/Berlin",
               "Write: Ben (can wait); Answer the offer by yesterday: Survey; Call: Ana (can wait)");
  assert_plan (self, "2026-11-29T06:00:00.000Z", "Europe/Berlin",
               "Interview today at 10:00: Logo; Write: Ben (can wait); Answer the offer by yesterday: Survey;"
               " Call: Ana (can wait)");
  assert_plan (self, "2026-11-30T09:00:00.000Z", "Europe/Berlin",
               "Write: Ben (can wait); Answer the offer by Sat 28 Nov: Survey; Call: Ana (can wait)");
}

/* The evening of an interview and its morning are two occasions; a day put off is another one. */
static void
test_marks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) evening = NULL;
  g_autoptr (GPtrArray) morning = NULL;
  g_autoptr (GPtrArray) step = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) snoozed = NULL;
  const FootholdReminder *one, *other;

#define MARK(reminder) ((const char *) g_ptr_array_index ((reminder)->marks, 0))
  run (self, "INSERT INTO opportunity (id, created_at, title, folded) VALUES (1, 0, 'Logo', 'logo');"
             "INSERT INTO application (id, opportunity, stage, position, created_at, state) VALUES"
             " (1, 1, 3, 1, 0, 'interview');"
             "INSERT INTO interview (id, application, meets_on, meets_time) VALUES (1, 1, '2026-11-29', '10:00')");
  evening = plan (self, "2026-11-28T19:00:00.000Z", "UTC");
  morning = plan (self, "2026-11-29T09:00:00.000Z", "UTC");
  one = g_ptr_array_index (evening, 0);
  other = g_ptr_array_index (morning, 0);
  g_assert_cmpstr (one->id, ==, other->id);
  g_assert_cmpstr (MARK (one), !=, MARK (other));

  run (self, "DELETE FROM interview; INSERT INTO person (id, name, folded, next_step_on) VALUES (1, 'Ana', 'ana',"
             " '2026-11-28')");
  step = plan (self, "2026-11-28T09:00:00.000Z", "UTC");
  again = plan (self, "2026-11-30T09:00:00.000Z", "UTC");
  one = g_ptr_array_index (step, 0);
  other = g_ptr_array_index (again, 0);
  g_assert_cmpstr (MARK (one), ==, MARK (other));
  run (self, "UPDATE person SET snoozed_until = '2026-12-01'");
  snoozed = plan (self, "2026-12-01T09:00:00.000Z", "UTC");
  other = g_ptr_array_index (snoozed, 0);
  g_assert_cmpstr (one->id, ==, other->id);
  g_assert_cmpstr (MARK (one), !=, MARK (other));
}

/* Many things are said together, an interview never. */
static void
test_several (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) reminders = NULL;
  const FootholdReminder *several;

  run (self, "INSERT INTO person (id, name, folded, next_step, next_step_on) VALUES (1, 'A', 'a', 'One', '2026-11-20'),"
             " (2, 'B', 'b', 'Two', '2026-11-21'), (3, 'C', 'c', 'Three', '2026-11-22');"
             "INSERT INTO opportunity (id, created_at, title, folded) VALUES (1, 0, 'Logo', 'logo');"
             "INSERT INTO application (id, opportunity, stage, position, created_at, state) VALUES"
             " (1, 1, 3, 1, 0, 'interview');"
             "INSERT INTO interview (id, application, meets_on, meets_time) VALUES (1, 1, '2026-11-28', '10:00')");
  assert_plan (self, "2026-11-28T09:00:00.000Z", "UTC",
               "Interview today at 10:00: Logo; One: A (can wait); Two: B (can wait); Three: C (can wait)");

  run (self,
       "INSERT INTO person (id, name, folded, next_step, next_step_on) VALUES (4, 'D', 'd', 'Four', '2026-11-23')");
  assert_plan (self, "2026-11-28T09:00:00.000Z", "UTC",
               "Interview today at 10:00: Logo; 4 things are due: One: A\nTwo: B\nThree: C\nand more");
  reminders = plan (self, "2026-11-28T09:00:00.000Z", "UTC");
  several = g_ptr_array_index (reminders, 1);
  g_assert_null (several->entry);
  g_assert_cmpuint (several->marks->len, ==, 4);
}

static void
test_wait (void)
{
  static const struct
  {
    const char *now, *local;
    int minutes;
  } cases[] = {
    { "2026-11-28T00:00:00.000Z", "UTC", 7 * 60 },      { "2026-11-28T06:59:59.000Z", "UTC", 1 },
    { "2026-11-28T07:00:00.000Z", "UTC", 60 },          { "2026-11-28T08:00:00.000Z", "UTC", 10 * 60 },
    { "2026-11-28T18:00:00.000Z", "UTC", 6 * 60 },      { "2026-11-28T23:59:59.999Z", "UTC", 1 },
    { "2026-11-28T22:59:00.000Z", "Europe/Berlin", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].local);
      gint64 now;

      g_assert_true (foothold_instant_from_text (cases[i].now, &now));
      g_assert_cmpint (foothold_reminders_wait (now, zone), ==, (gint64) cases[i].minutes * 60 * 1000);
    }
}

#define TEST(path, function) g_test_add ("/reminding/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("hours", test_hours);
  TEST ("marks", test_marks);
  TEST ("several", test_several);
  g_test_add_func ("/reminding/wait", test_wait);

  return g_test_run ();
}
