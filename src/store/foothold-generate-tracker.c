/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-generate"

#include "store/foothold-generate-tracker.h"

#include <string.h>

#include "rules/foothold-application-states.h"
#include "rules/foothold-silence.h"
#include "store/foothold-generate-private.h"

#define HOUR_MS (60 * FOOTHOLD_GENERATE_MINUTE_MS)
/* Opportunities are found on the minute; their applications get ids of another moment. */
#define ID_OFFSET_MS 30000
#define SALT G_GUINT64_CONSTANT (0x6c62272e07bb0142)

/* How a hundred of them stand. */
static const struct
{
  const char *state;
  guint weight;
} outcomes[] = {
  { "draft", 8 },       { "submitted", 9 },  { "acknowledged", 4 },   { "under-review", 3 },
  { "shortlisted", 2 }, { "interview", 3 },  { "offer", 2 },          { "accepted", 5 },
  { "declined", 32 },   { "no-answer", 22 }, { "offer-declined", 4 }, { "withdrawn", 6 },
};

/* The way of those that get on. */
static const char *const way[] = { "acknowledged", "under-review", "shortlisted", "interview", "offer" };

typedef struct
{
  guint64 state; /* of the choices */
  gint64 id_at;
  FootholdIdSource ids;
  gint64 now; /* as far as its story has come */
  FootholdGeneratedApplication *made;
  FootholdApplicationRow *row;
  const FootholdGenerateLetters *letters;
  const char *topic;
  const FootholdOpportunityRow *opportunity;
} Story;

static guint
below (Story *self, guint n)
{
  return foothold_generate_below (&self->state, n);
}

static gboolean
once_in (Story *self, guint n)
{
  return foothold_generate_once_in (&self->state, n);
}

static gint64
clock_func (gpointer user_data)
{
  return ((Story *) user_data)->id_at;
}

static char *
day_of (gint64 instant)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (instant / 1000);

  return g_date_time_format (at, "%Y-%m-%d");
}

static char *
say (Story *self, const char *sentence)
{
  return foothold_generate_fill (sentence, self->topic, self->opportunity->organisation, self->opportunity->location);
}

static gpointer
add (Story *self, guint part)
{
  FootholdRow *row = foothold_nest_add (self->made->application, part);

  row->id = foothold_id_source_next (&self->ids);
  return row;
}

/* Some days and hours go by. */
static void
wait (Story *self, guint min_days, guint more_days)
{
  const gint64 days = min_days + below (self, more_days);
  const gint64 minutes = below (self, 8 * 60);

  self->now += days * FOOTHOLD_GENERATE_DAY_MS + minutes * FOOTHOLD_GENERATE_MINUTE_MS;
}

static void
enter (Story *self, const char *to, const char *reason)
{
  FootholdApplicationHistoryRow *history = add (self, FOOTHOLD_PART_APPLICATION_HISTORY);

  history->at = self->now;
  history->actor = g_strdup ("me");
  history->from_state = g_strdup (self->row->state);
  history->to_state = g_strdup (to);
  history->reason = g_strdup (reason);
  g_set_str (&self->row->state, to);
}

/* The host says something. */
static void
hear (Story *self, const char *to)
{
  enter (self, to, NULL);
  g_free (self->row->heard_on);
  self->row->heard_on = day_of (self->now);
}

static void
add_answers (Story *self)
{
  const guint n_questions = g_strv_length ((char **) self->letters->questions);
  const guint n = below (self, n_questions + 1);

  for (guint i = 0; i < n; i++)
    {
      FootholdApplicationAnswerRow *answer = add (self, FOOTHOLD_PART_APPLICATION_ANSWERS);

      answer->question = say (self, self->letters->questions[i]);
      answer->answer = once_in (self, 8) ? NULL : g_strdup (self->letters->answers[i]);
    }
}

static void
add_checklist (Story *self)
{
  const gboolean sent = self->row->sent_on != NULL;

  for (guint i = 0; self->letters->checklist[i] != NULL; i++)
    {
      FootholdChecklistItemRow *item = add (self, FOOTHOLD_PART_APPLICATION_CHECKLIST);

      item->text = g_strdup (self->letters->checklist[i]);
      item->done_on = sent ? g_strdup (self->row->sent_on) : once_in (self, 2) ? day_of (self->row->created_at) : NULL;
    }
}

static void
submit (Story *self)
{
  static const char *const channels[] = { "portal", "portal", "mail", "mail", "form", "message", "referral", NULL };
  FootholdApplicationRow *row = self->row;

  wait (self, 0, 5);
  enter (self, "submitted", NULL);
  row->sent_on = day_of (self->now);
  row->channel = g_strdup (foothold_generate_pick (&self->state, channels));
  row->resume_version = g_strdup_printf ("%d.%u", 3, below (self, 6));
}

static void
write_statement (Story *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *statements = self->letters->statements;

  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autofree char *sentence = say (self, statements[i]);

      if (i > 0 && once_in (self, 4))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
  self->row->statement = g_string_free_and_steal (g_steal_pointer (&text));
}

static void
follow_up (Story *self)
{
  FootholdFollowUpRow *row;

  self->now += FOOTHOLD_FOLLOW_UP_DAYS * FOOTHOLD_GENERATE_DAY_MS;
  row = add (self, FOOTHOLD_PART_APPLICATION_FOLLOW_UPS);
  row->sent_on = day_of (self->now);
  row->text = say (self, self->letters->follow_up);
}

static void
invite (Story *self)
{
  static const char *const kinds[] = { "video", "video", "phone", "on-site", "task", NULL };
  FootholdInterviewRow *row = add (self, FOOTHOLD_PART_APPLICATION_INTERVIEWS);
  const guint hour = 9 + below (self, 8);

  row->meets_on = day_of (self->now + (3 + below (self, 6)) * FOOTHOLD_GENERATE_DAY_MS);
  row->meets_time = g_strdup_printf ("%02u:%02u", hour, 30 * below (self, 2));
  row->meets_zone = once_in (self, 3) ? NULL : g_strdup (self->letters->zone);
  row->minutes = 30 + 15 * below (self, 3);
  row->kind = g_strdup (foothold_generate_pick (&self->state, kinds));
  if (g_str_equal (row->kind, "on-site"))
    row->place = g_strdup (self->opportunity->location);
  else if (g_str_equal (row->kind, "video"))
    row->url = g_strdup_printf ("https://meet.example/%u", below (self, 1000000));
}

/* As far as @steps of the way, some of which hosts leave out. */
static void
get_on (Story *self, guint steps)
{
  for (guint i = 0; i < steps; i++)
    {
      if (i + 1 < steps && i != 3 && once_in (self, 2))
        continue;
      if (i == 0)
        self->now += (1 + below (self, 30)) * HOUR_MS;
      else
        wait (self, 2, 12);
      hear (self, way[i]);
      if (g_str_equal (way[i], "interview"))
        invite (self);
    }
}

static void
tell (Story *self, const char *outcome)
{
  if (g_str_equal (outcome, "draft"))
    return;
  if (g_str_equal (outcome, "withdrawn") && once_in (self, 3))
    {
      wait (self, 1, 6);
      enter (self, outcome, NULL);
      return;
    }

  submit (self);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    if (g_str_equal (outcome, way[i]))
      get_on (self, i + 1);
  if (g_str_equal (outcome, "accepted") || g_str_equal (outcome, "offer-declined"))
    {
      get_on (self, G_N_ELEMENTS (way));
      wait (self, 1, 4);
      enter (self, outcome, NULL);
    }
  else if (g_str_equal (outcome, "declined"))
    {
      get_on (self, below (self, G_N_ELEMENTS (way)));
      if (once_in (self, 3))
        follow_up (self);
      wait (self, 2, 20);
      hear (self, outcome);
    }
  else if (g_str_equal (outcome, "no-answer"))
    {
      get_on (self, below (self, 2));
      if (!once_in (self, 3))
        follow_up (self);
      wait (self, FOOTHOLD_NO_ANSWER_DAYS - FOOTHOLD_FOLLOW_UP_DAYS, 14);
      enter (self, outcome, NULL);
    }
  else if (g_str_equal (outcome, "withdrawn"))
    {
      wait (self, 2, 9);
      enter (self, outcome, NULL);
    }
}

/* What is still to do where it has not ended. */
static void
look_ahead (Story *self)
{
  FootholdApplicationRow *row = self->row;

  if (g_str_equal (row->state, "offer"))
    row->offer_by = day_of (self->now + 7 * FOOTHOLD_GENERATE_DAY_MS);
  if (foothold_application_phase (row->state) == FOOTHOLD_APPLICATION_ENDED)
    {
      if (once_in (self, 6))
        row->archived_at = self->now + FOOTHOLD_GENERATE_DAY_MS;
      return;
    }
  if (once_in (self, 2))
    {
      row->next_step = g_strdup (foothold_generate_pick (&self->state, self->letters->steps));
      row->next_step_on = day_of (self->now + (1 + below (self, 9)) * FOOTHOLD_GENERATE_DAY_MS);
    }
  if (once_in (self, 9))
    row->notes = g_strdup (foothold_generate_pick (&self->state, self->letters->talks));
}

/* Names of people of one country, mixed. */
static char *
make_name (Story *self, const FootholdGenerateLand *land)
{
  const char *one = foothold_generate_pick (&self->state, land->names);
  const char *other = foothold_generate_pick (&self->state, land->names);
  const char *rest = strchr (other, ' ');

  return g_strdup_printf ("%.*s%s", (int) (strchr (one, ' ') - one), one, rest);
}

static void
meet (Story *self, const FootholdGenerateLand *land)
{
  FootholdGeneratedApplication *made = self->made;

  if (!once_in (self, 4))
    return;

  made->person =
    self->opportunity->supervisor != NULL ? g_strdup (self->opportunity->supervisor) : make_name (self, land);
  made->link = foothold_row_new (&foothold_person_link_row_type);
  made->link->row.id = foothold_id_source_next (&self->ids);
  made->link->application = made->application->row->id;
  if (!once_in (self, 2) || self->row->sent_on == NULL)
    return;

  made->conversation = foothold_row_new (&foothold_conversation_row_type);
  made->conversation->row.id = foothold_id_source_next (&self->ids);
  made->conversation->application = made->application->row->id;
  made->conversation->held_on = day_of (self->now);
  made->conversation->channel = g_strdup (once_in (self, 2) ? "phone" : "mail");
  made->conversation->text = g_strdup (foothold_generate_pick (&self->state, self->letters->talks));
}

static void
engage (Story *self, const FootholdDossier *dossier)
{
  const FootholdOpportunityRow *from = dossier->opportunity;
  FootholdNest *nest = foothold_nest_new (&foothold_engagement_family);
  FootholdEngagementRow *row = (FootholdEngagementRow *) nest->row;

  row->row.id = foothold_id_source_next (&self->ids);
  row->opportunity = from->row.id;
  row->application = self->made->application->row->id;
  row->state = g_strdup (once_in (self, 2) ? "closed" : "active");
  row->title = g_strdup (from->title);
  row->agreed_on = day_of (self->now);
  row->start_on = g_strdup (from->start_on);
  row->end_on = g_strdup (from->end_on);
  row->minutes = from->minutes_max != GINT64_UNKNOWN ? from->minutes_max : from->minutes_min;
  row->created_at = self->now;
  for (guint i = 0; i < dossier->deliverables->len; i++)
    {
      const FootholdDeliverableRow *deliverable = g_ptr_array_index (dossier->deliverables, i);
      FootholdEngagementDeliverableRow *own = foothold_nest_add (nest, FOOTHOLD_PART_ENGAGEMENT_DELIVERABLES);

      own->row.id = foothold_id_source_next (&self->ids);
      own->title = g_strdup (deliverable->title);
      own->due_on = g_strdup (deliverable->due_on);
      own->state = g_strdup (g_str_equal (row->state, "closed") ? "accepted" : "planned");
    }
  foothold_nest_adopt (nest->parts[FOOTHOLD_PART_ENGAGEMENT_DELIVERABLES], "engagement", row->row.id, self->now);
  self->made->engagement = nest;
}

static const char *
pick_outcome (Story *self)
{
  guint sum = 0, at;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    sum += outcomes[i].weight;
  at = below (self, sum);
  for (guint i = 0;; i++)
    {
      if (at < outcomes[i].weight)
        return outcomes[i].state;
      at -= outcomes[i].weight;
    }
}

FootholdGeneratedApplication *
foothold_generator_apply (FootholdGenerator *generator, const FootholdDossier *dossier)
{
  const FootholdGenerateLand *land = &foothold_generate_lands[generator->land];
  FootholdGeneratedApplication *made = g_new0 (FootholdGeneratedApplication, 1);
  guint64 start = generator->seed ^ SALT ^ (generator->n * G_GUINT64_CONSTANT (0xd1342543de82ef95));
  Story story = {
    .id_at = generator->now + ID_OFFSET_MS,
    .now = generator->now,
    .made = made,
    .letters = &foothold_generate_letters[generator->land],
    .topic = generator->topic,
    .opportunity = dossier->opportunity,
  };

  story.state = foothold_generate_mix (&start);
  foothold_id_source_init (&story.ids, foothold_generate_mix (&start), clock_func, &story);
  made->step_id = foothold_id_source_next (&story.ids);
  made->application = foothold_nest_new (&foothold_application_family);
  story.row = (FootholdApplicationRow *) made->application->row;
  story.row->row.id = foothold_id_source_next (&story.ids);
  story.row->opportunity = dossier->opportunity->row.id;
  story.now += (1 + below (&story, 48)) * HOUR_MS;
  story.row->created_at = story.now;
  enter (&story, "draft", NULL);
  write_statement (&story);
  tell (&story, pick_outcome (&story));
  look_ahead (&story);
  add_answers (&story);
  if (!once_in (&story, 3))
    add_checklist (&story);
  meet (&story, land);
  if (g_str_equal (story.row->state, "accepted"))
    engage (&story, dossier);
  for (guint i = 0; i < foothold_application_family.n_parts; i++)
    foothold_nest_adopt (made->application->parts[i], "application", story.row->row.id, story.row->created_at);

  return made;
}

void
foothold_generated_application_free (FootholdGeneratedApplication *self)
{
  foothold_nest_free (self->application);
  g_clear_pointer (&self->engagement, foothold_nest_free);
  g_clear_pointer (&self->link, foothold_row_unref);
  g_clear_pointer (&self->conversation, foothold_row_unref);
  g_free (self->person);
  g_free (self);
}
