// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-due-list"

#include "store/foothold-due-sources.h"

#include "rules/foothold-application-states.h"
#include "rules/foothold-dates.h"
#include "rules/foothold-rhythm.h"
#include "rules/foothold-silence.h"
#include "rules/foothold-zone.h"
#include "store/foothold-place-sql.h"
#include "store/foothold-reply-store.h"
#include "store/foothold-silence-sql.h"

#include <string.h>

static const char *
write_day (const GDate *day, char *iso)
{
  foothold_rhythm_write_day (day, iso);
  return iso;
}

/* ---- applications ---- */

/*
 * All that are open, by id. The index answers nearly all of it; the table is only looked into where there is a next
 * step or an offer. The opportunity is asked for its deadline where the application is a draft, and for its name.
 */
#define APPLICATIONS(opportunity, title, organisation, join) \
  "SELECT a.id, a.state, a.opportunity, a.sent_on, a.heard_on, a.snoozed_until, a.next_step_on," \
  " CASE WHEN a.next_step_on IS NOT NULL THEN a.next_step END, a.offer_by," \
  " CASE WHEN a.offer_by IS NOT NULL THEN a.offer_by_time END," \
  " CASE WHEN a.offer_by IS NOT NULL THEN a.offer_by_zone END," \
  " CASE WHEN a.state = 'draft' AND o.apply_window IS NOT 'rolling' THEN o.apply_by END," \
  " CASE WHEN a.state = 'draft' THEN o.apply_by_time END, CASE WHEN a.state = 'draft' THEN o.apply_by_zone " \
  "END, " FOOTHOLD_NOTED_AT ("a") ", " title ", " organisation \
                                  " FROM application AS a INDEXED BY application_facets LEFT JOIN opportunity AS o " \
                                  "ON o.id = " opportunity join \
                                  " WHERE a.archived_at IS NULL AND a.state IN ('draft', 'submitted', " \
                                  "'acknowledged', 'under-review', 'shortlisted'," \
                                  " 'interview', 'offer') AND " FOOTHOLD_SHOWN ("a") " ORDER BY a.id"

#define NAMED_SQL \
  APPLICATIONS ("a.opportunity", "o.title", "g.name", " LEFT JOIN organisation AS g ON g.id = o.organisation_id")
#define COUNTED_SQL APPLICATIONS ("CASE WHEN a.state = 'draft' THEN a.opportunity END", "NULL", "NULL", "")

enum
{
  ID,
  STATE,
  OPPORTUNITY,
  SENT_ON,
  HEARD_ON,
  SNOOZED_UNTIL,
  NEXT_STEP_ON,
  NEXT_STEP,
  OFFER_BY,
  OFFER_BY_TIME,
  OFFER_BY_ZONE,
  APPLY_BY,
  APPLY_BY_TIME,
  APPLY_BY_ZONE,
  NOTED_AT,
  TITLE,
  ORGANISATION,
};

/* Both go through the applications in the same order as the walk does, and are read along. */
#define FOLLOW_UPS_SQL \
  "SELECT application, max (sent_on) FROM follow_up WHERE sent_on IS NOT NULL GROUP BY application ORDER BY " \
  "application"
#define INTERVIEWS_SQL \
  "SELECT application, id, meets_on, meets_time, meets_zone FROM interview INDEXED BY interview_by_application" \
  " WHERE meets_on IS NOT NULL ORDER BY application, meets_on, id"

/* A statement of which the first column is the application's id, at its present row. */
typedef struct
{
  FootholdStmt *stmt;
  gint64 application; /* G_MAXINT64 at the end */
} Along;

static void
along_step (Along *along)
{
  along->application = foothold_stmt_next (along->stmt) ? foothold_stmt_int (along->stmt, 0) : G_MAXINT64;
}

/* Whether it is at a row of @application, passing those before it. */
static gboolean
along_reaches (Along *along, gint64 application)
{
  while (along->application < application)
    along_step (along);

  return along->application == application;
}

typedef struct
{
  FootholdDueWalk *walk;
  FootholdStmt *stmt;
  Along follow_ups, interviews;
  guint patience; /* days */
} Applications;

static FootholdDueEntry *
add (Applications *self, const FootholdDueItem *item)
{
  FootholdDueEntry *entry = foothold_due_walk_add (self->walk, item);

  if (entry == NULL)
    return NULL;

  entry->application = foothold_stmt_int (self->stmt, ID);
  entry->opportunity = foothold_stmt_int (self->stmt, OPPORTUNITY);
  if (self->walk->named)
    {
      entry->state = g_strdup (foothold_stmt_text (self->stmt, STATE));
      entry->title = g_strdup (foothold_stmt_text (self->stmt, TITLE));
      entry->organisation = g_strdup (foothold_stmt_text (self->stmt, ORGANISATION));
    }
  return entry;
}

/* What has a day of its own. */
static void
add_dated (Applications *self)
{
  FootholdStmt *stmt = self->stmt;
  const char *state = foothold_stmt_text (stmt, STATE);
  const char *snoozed = foothold_stmt_text (stmt, SNOOZED_UNTIL);
  FootholdDueEntry *entry;
  GDate last, apply_by;

  entry = add (self, &(FootholdDueItem) { .kind = FOOTHOLD_DUE_NEXT_STEP,
                                          .date = foothold_stmt_text (stmt, NEXT_STEP_ON),
                                          .snoozed_until = snoozed });
  if (entry != NULL && self->walk->named)
    entry->step = g_strdup (foothold_stmt_text (stmt, NEXT_STEP));

  if (g_str_equal (state, "offer"))
    add (self, &(FootholdDueItem) { FOOTHOLD_DUE_OFFER_ANSWER, foothold_stmt_text (stmt, OFFER_BY),
                                    foothold_stmt_text (stmt, OFFER_BY_TIME), foothold_stmt_text (stmt, OFFER_BY_ZONE),
                                    snoozed });

  last = self->walk->today;
  g_date_add_days (&last, FOOTHOLD_DUE_APPLY_DAYS);
  if (foothold_rhythm_read_day (foothold_stmt_text (stmt, APPLY_BY), &apply_by)
      && g_date_compare (&apply_by, &last) <= 0)
    add (self, &(FootholdDueItem) { FOOTHOLD_DUE_APPLY_BY, foothold_stmt_text (stmt, APPLY_BY),
                                    foothold_stmt_text (stmt, APPLY_BY_TIME), foothold_stmt_text (stmt, APPLY_BY_ZONE),
                                    snoozed });
}

/* On which day an interview is here, and whether it has yet to begin; FALSE for no date. */
static gboolean
place_interview (FootholdDueWalk *walk, const FootholdDueItem *item, GDate *day, gboolean *ahead)
{
  const char *time = item->time != NULL && foothold_time_is_valid (item->time) ? item->time : NULL;
  const char *zone = item->zone != NULL && foothold_zone_is_valid (item->zone) ? item->zone : NULL;
  gint64 moment;

  if (!foothold_rhythm_read_day (item->date, day))
    return FALSE;

  *ahead = g_date_compare (day, &walk->today) > 0;
  /* another day here says enough */
  if (zone == NULL && g_date_compare (day, &walk->today) != 0)
    return TRUE;
  if (!foothold_deadline_to_instant (item->date, time, zone, walk->local, &moment)
      || !foothold_rhythm_day_of_instant (moment, walk->local, day))
    return FALSE;

  *ahead = moment >= walk->now;
  return TRUE;
}

/* Those of today and ahead. *@ahead: one has not begun yet; *@last: the day of the last that has, cleared for none. */
static void
add_interviews (Applications *self, gboolean *ahead, GDate *last)
{
  FootholdStmt *stmt = self->interviews.stmt;
  const gint64 application = foothold_stmt_int (self->stmt, ID);

  *ahead = FALSE;
  g_date_clear (last, 1);
  for (; along_reaches (&self->interviews, application); along_step (&self->interviews))
    {
      const FootholdDueItem item = { FOOTHOLD_DUE_INTERVIEW, foothold_stmt_text (stmt, 2), foothold_stmt_text (stmt, 3),
                                     foothold_stmt_text (stmt, 4), foothold_stmt_text (self->stmt, SNOOZED_UNTIL) };
      FootholdDueEntry *entry;
      gboolean begins;
      GDate day;

      if (!place_interview (self->walk, &item, &day, &begins))
        continue;
      if (begins)
        *ahead = TRUE;
      else if (!g_date_valid (last) || g_date_compare (last, &day) < 0)
        *last = day;
      if (g_date_compare (&day, &self->walk->today) < 0)
        continue;
      entry = add (self, &item);
      if (entry != NULL)
        entry->interview = foothold_stmt_int (stmt, 1);
    }
}

/* What waits for its host, and since when. An interview that was held is a word of theirs. */
static void
add_silence (Applications *self, const char *followed_up_on, const GDate *interviewed)
{
  FootholdStmt *stmt = self->stmt;
  const char *heard = foothold_stmt_text (stmt, HEARD_ON), *snoozed = foothold_stmt_text (stmt, SNOOZED_UNTIL);
  FootholdSilence silence = { foothold_stmt_text (stmt, SENT_ON), heard, followed_up_on, snoozed, NULL };
  char noted[FOOTHOLD_DAY_SIZE], interview[FOOTHOLD_DAY_SIZE], due[FOOTHOLD_DAY_SIZE];
  FootholdSilenceClock clock;
  GDate day;
  FootholdDueItem item = { .snoozed_until = snoozed };
  FootholdDueEntry *entry;

  if (!foothold_stmt_is_null (stmt, NOTED_AT)
      && foothold_rhythm_day_of_instant (foothold_stmt_int (stmt, NOTED_AT), self->walk->local, &day))
    silence.noted_on = write_day (&day, noted);
  if (g_date_valid (interviewed) && g_strcmp0 (write_day (interviewed, interview), heard) > 0)
    silence.last_word_on = interview;
  foothold_silence_look (&silence, self->patience, &self->walk->today, &clock);
  if (clock.step == FOOTHOLD_SILENCE_NONE)
    return;

  item.kind = clock.step == FOOTHOLD_SILENCE_NO_ANSWER ? FOOTHOLD_DUE_NO_ANSWER : FOOTHOLD_DUE_FOLLOW_UP;
  item.date = write_day (item.kind == FOOTHOLD_DUE_NO_ANSWER ? &clock.no_answer_on : &clock.follow_up_on, due);
  entry = add (self, &item);
  if (entry != NULL)
    entry->silent_days = clock.days;
}

static gboolean
walk_applications (Applications *self, GError **error)
{
  along_step (&self->follow_ups);
  along_step (&self->interviews);
  while (foothold_stmt_next (self->stmt))
    {
      const gint64 id = foothold_stmt_int (self->stmt, ID);
      const char *followed_up_on =
        along_reaches (&self->follow_ups, id) ? foothold_stmt_text (self->follow_ups.stmt, 1) : NULL;
      gboolean ahead;
      GDate interviewed;

      add_dated (self);
      add_interviews (self, &ahead, &interviewed);
      if (foothold_application_turn (foothold_stmt_text (self->stmt, STATE), ahead) == FOOTHOLD_TURN_HOST)
        add_silence (self, followed_up_on, &interviewed);
    }

  return foothold_stmt_finish (self->stmt, error) && foothold_stmt_finish (self->follow_ups.stmt, error)
         && foothold_stmt_finish (self->interviews.stmt, error);
}

gboolean
foothold_due_walk_applications (FootholdDueWalk *walk, GError **error)
{
  const guint patience = foothold_reply_patience_load (walk->db, walk->local, error);
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (walk->db, walk->named ? NAMED_SQL : COUNTED_SQL);
  g_autoptr (FootholdStmt) follow_ups = foothold_db_stmt (walk->db, FOLLOW_UPS_SQL);
  g_autoptr (FootholdStmt) interviews = foothold_db_stmt (walk->db, INTERVIEWS_SQL);
  Applications self = {
    .walk = walk,
    .stmt = stmt,
    .follow_ups = { .stmt = follow_ups },
    .interviews = { .stmt = interviews },
    .patience = patience,
  };

  if (patience == 0)
    return FALSE;

  return walk_applications (&self, error);
}

/* ---- opportunities ---- */

/* What one means to apply for and has not begun: shortlisted, or starred. Its deadline is a day of the index, which
 * answers also with 100,000 of them. */
#define OPPORTUNITIES_SQL \
  "SELECT o.id, o.apply_by, o.apply_by_time, o.apply_by_zone, o.title, g.name, o.state" \
  " FROM opportunity AS o INDEXED BY opportunity_deadline LEFT JOIN organisation AS g ON g.id = o.organisation_id" \
  " WHERE o.apply_by BETWEEN :first AND :last AND o.archived_at IS NULL AND (o.state = 'shortlisted'" \
  " OR (o.starred = 1 AND o.state IN ('spotted', 'evaluating'))) AND o.apply_window IS NOT 'rolling' " \
  "AND " FOOTHOLD_SHOWN ("o") " AND NOT EXISTS (SELECT 1 FROM application AS a WHERE a.opportunity = o.id" \
                              " AND a.archived_at IS NULL AND " FOOTHOLD_SHOWN ("a") ")"

gboolean
foothold_due_walk_opportunities (FootholdDueWalk *walk, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (walk->db, OPPORTUNITIES_SQL);
  char first[FOOTHOLD_DAY_SIZE], last[FOOTHOLD_DAY_SIZE];
  GDate day = walk->today;

  /* yesterday's may not be over where the host is */
  g_date_subtract_days (&day, 1);
  foothold_stmt_bind_text (stmt, "first", write_day (&day, first));
  g_date_add_days (&day, FOOTHOLD_DUE_APPLY_DAYS + 1);
  foothold_stmt_bind_text (stmt, "last", write_day (&day, last));
  while (foothold_stmt_next (stmt))
    {
      FootholdDueEntry *entry =
        foothold_due_walk_add (walk,
                               &(FootholdDueItem) { FOOTHOLD_DUE_APPLY_BY, foothold_stmt_text (stmt, 1),
                                                    foothold_stmt_text (stmt, 2), foothold_stmt_text (stmt, 3), NULL });

      if (entry == NULL)
        continue;
      entry->opportunity = foothold_stmt_int (stmt, 0);
      entry->title = g_strdup (foothold_stmt_text (stmt, 4));
      entry->organisation = g_strdup (foothold_stmt_text (stmt, 5));
      entry->state = g_strdup (foothold_stmt_text (stmt, 6));
    }

  return foothold_stmt_finish (stmt, error);
}

/* ---- people ---- */

/* Whoever asks for nothing, which is most of a list of connections, is left out before anything else is read. */
#define PEOPLE_SQL \
  "SELECT p.id, p.name, (SELECT g.name FROM organisation AS g WHERE g.id = p.organisation_id), p.next_step," \
  " p.next_step_on, p.every_days, p.snoozed_until, p.created_at, CASE WHEN p.every_days IS NOT NULL THEN" \
  " (SELECT max (c.held_on) FROM conversation AS c WHERE c.person = p.id) END FROM person AS p" \
  " WHERE (p.next_step_on IS NOT NULL OR p.every_days IS NOT NULL) AND p.archived_at IS NULL AND " FOOTHOLD_SHOWN ( \
    "p")

/* The day on which the next contact is due; NULL for none. A rhythm begins with the last time one talked, else with the
 * day on which the person was added, else at once. */
static const char *
contact_due (FootholdDueWalk *walk, FootholdStmt *stmt, char *iso)
{
  const gint64 created_at = foothold_stmt_int (stmt, 7);
  const char *last = foothold_stmt_text (stmt, 8);
  char added[FOOTHOLD_DAY_SIZE];
  GDate day;
  int days;

  if (last == NULL && created_at != G_MININT64 && foothold_rhythm_day_of_instant (created_at, walk->local, &day))
    last = write_day (&day, added);
  switch (foothold_rhythm_look (last, foothold_stmt_int (stmt, 5), &walk->today, &days))
    {
    case FOOTHOLD_LOOK_NONE:
      return NULL;
    case FOOTHOLD_LOOK_FIRST:
      days = 0;
      break;
    case FOOTHOLD_LOOK_DUE:
    case FOOTHOLD_LOOK_LATER:
      break;
    default:
      g_assert_not_reached ();
    }

  day = walk->today;
  if (days >= 0)
    g_date_add_days (&day, (guint) days);
  else
    g_date_subtract_days (&day, (guint) -days);
  return write_day (&day, iso);
}

gboolean
foothold_due_walk_people (FootholdDueWalk *walk, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (walk->db, PEOPLE_SQL);

  while (foothold_stmt_next (stmt))
    {
      const FootholdDueKind kinds[] = { FOOTHOLD_DUE_NEXT_STEP, FOOTHOLD_DUE_KEEP_IN_TOUCH };
      char contact[FOOTHOLD_DAY_SIZE];

      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          const FootholdDueItem item = {
            .kind = kinds[i],
            .date =
              kinds[i] == FOOTHOLD_DUE_NEXT_STEP ? foothold_stmt_text (stmt, 4) : contact_due (walk, stmt, contact),
            .snoozed_until = foothold_stmt_text (stmt, 6),
          };
          FootholdDueEntry *entry = foothold_due_walk_add (walk, &item);

          if (entry == NULL)
            continue;
          entry->person = foothold_stmt_int (stmt, 0);
          entry->name = g_strdup (foothold_stmt_text (stmt, 1));
          entry->organisation = g_strdup (foothold_stmt_text (stmt, 2));
          if (item.kind == FOOTHOLD_DUE_NEXT_STEP)
            entry->step = g_strdup (foothold_stmt_text (stmt, 3));
        }
    }

  return foothold_stmt_finish (stmt, error);
}

/* ---- outreach ---- */

#define OUTREACH_SQL \
  "SELECT r.id, r.state, r.again_on, r.snoozed_until, r.person_id, g.name, p.name" \
  " FROM outreach AS r LEFT JOIN organisation AS g ON g.id = r.organisation_id LEFT JOIN person AS p ON" \
  " p.id = r.person_id WHERE r.state IN ('idea', 'asked', 'talking') AND r.again_on IS NOT NULL AND " FOOTHOLD_SHOWN ( \
    "r")

gboolean
foothold_due_walk_outreach (FootholdDueWalk *walk, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (walk->db, OUTREACH_SQL);

  while (foothold_stmt_next (stmt))
    {
      FootholdDueEntry *entry =
        foothold_due_walk_add (walk, &(FootholdDueItem) { .kind = FOOTHOLD_DUE_NEXT_STEP,
                                                          .date = foothold_stmt_text (stmt, 2),
                                                          .snoozed_until = foothold_stmt_text (stmt, 3) });

      if (entry == NULL)
        continue;
      entry->outreach = foothold_stmt_int (stmt, 0);
      entry->state = g_strdup (foothold_stmt_text (stmt, 1));
      entry->person = foothold_stmt_is_null (stmt, 4) ? 0 : foothold_stmt_int (stmt, 4);
      entry->organisation = g_strdup (foothold_stmt_text (stmt, 5));
      entry->name = g_strdup (foothold_stmt_text (stmt, 6));
    }

  return foothold_stmt_finish (stmt, error);
}
