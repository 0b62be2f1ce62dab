/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts the words together. Every choice comes from one sequence of numbers that
 * begins anew for each opportunity, so that row 1000 is the same whether 1000 or a
 * million are asked for.
 */

#define G_LOG_DOMAIN "foothold-generate"

#include "store/foothold-generate-private.h"

#define MIN_TEXT 300
#define MAX_TEXT 1400

static guint
below (FootholdGenerator *self, guint n)
{
  return foothold_generate_below (&self->state, n);
}

static gboolean
once_in (FootholdGenerator *self, guint n)
{
  return foothold_generate_once_in (&self->state, n);
}

static const char *
pick (FootholdGenerator *self, const char *const *words)
{
  return foothold_generate_pick (&self->state, words);
}

static gint64
clock_func (gpointer user_data)
{
  return ((FootholdGenerator *) user_data)->now;
}

FootholdGenerator *
foothold_generator_new (guint64 seed)
{
  FootholdGenerator *self = g_new0 (FootholdGenerator, 1);

  self->seed = seed;
  return self;
}

void
foothold_generator_free (FootholdGenerator *self)
{
  g_free (self);
}

void
foothold_generator_skip_to (FootholdGenerator *self, guint64 n)
{
  self->n = n;
}

gint64
foothold_generator_next_id (FootholdGenerator *self)
{
  return foothold_id_source_next (&self->ids);
}

/* Each opportunity has choices and ids of its own. */
static void
begin (FootholdGenerator *self)
{
  guint64 start = self->seed ^ (self->n * G_GUINT64_CONSTANT (0xd1342543de82ef95));

  self->state = foothold_generate_mix (&start);
  self->now = FOOTHOLD_GENERATE_FIRST_INSTANT + (gint64) self->n * FOOTHOLD_GENERATE_MINUTE_MS;
  foothold_id_source_init (&self->ids, foothold_generate_mix (&start), clock_func, self);
  self->n++;
}

char *
foothold_generate_fill (const char *sentence, const char *topic, const char *host, const char *city)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "{t}", topic, 0);
  g_string_replace (text, "{o}", host, 0);
  g_string_replace (text, "{c}", city, 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
date_after (FootholdGenerator *self, gint64 days)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc ((self->now + days * FOOTHOLD_GENERATE_DAY_MS) / 1000);

  return g_date_time_format (at, "%Y-%m-%d");
}

/* Sentences in an order of their own, each at most once a round, until the text is as long as wanted. */
static char *
make_description (FootholdGenerator *self,
                  const FootholdGenerateLand *land,
                  const char *topic,
                  const char *host,
                  const char *city)
{
  const guint n = g_strv_length ((char **) land->sentences);
  const gsize wanted = MIN_TEXT + below (self, MAX_TEXT - MIN_TEXT);
  const guint step = n % 3 != 0 ? 3 : 5;
  guint at = below (self, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; text->len < wanted; i++, at = (at + step) % n)
    {
      /* The first says what it is about; a later round speaks of another side of it. */
      const char *side = i < n ? topic : pick (self, foothold_generate_topics);
      g_autofree char *sentence = foothold_generate_fill (land->sentences[i == 0 ? 0 : at], side, host, city);

      if (text->len > 0)
        g_string_append (text, i % 4 == 0 ? "\n\n" : " ");
      g_string_append (text, sentence);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_pay (FootholdGenerator *self, const FootholdGenerateLand *land, FootholdDossier *dossier)
{
  FootholdOpportunityRow *row = dossier->opportunity;
  const gint64 hourly = (gint64) land->hourly * (70 + below (self, 80)) / 100;
  const gint64 hours = row->minutes_min != GINT64_UNKNOWN ? row->minutes_min / 60 : 20;
  const gint64 round = land->hourly > 10000 ? 10000 : 100;

  switch (below (self, 10))
    {
    case 0:
      return; /* not looked at */
    case 1:
      row->pay_kind = g_strdup ("unknown");
      foothold_dossier_add_fact (dossier, "pay_gross_min", "not-said", NULL);
      foothold_dossier_add_fact (dossier, "pay_due", "not-said", NULL);
      return;
    case 2:
      row->pay_kind = g_strdup ("unpaid");
      return;
    case 3:
    case 4:
    case 5:
      row->pay_kind = g_strdup ("hourly");
      row->pay_period = g_strdup ("hour");
      row->pay_gross_min = hourly / round * round;
      if (once_in (self, 2))
        row->pay_gross_max = row->pay_gross_min + hourly / 5 / round * round;
      break;
    case 6:
      row->pay_kind = g_strdup ("stipend");
      row->pay_period = g_strdup ("project");
      row->pay_gross_min = hourly * hours / 2 / round * round;
      break;
    default:
      row->pay_kind = g_strdup ("fixed");
      row->pay_period = g_strdup ("project");
      row->pay_gross_min = hourly * hours / round * round;
      if (once_in (self, 3))
        row->pay_net = row->pay_gross_min * 9 / 10;
      break;
    }
  row->currency = g_strdup (land->currency);
}

static void
add_dates (FootholdGenerator *self, FootholdDossier *dossier)
{
  FootholdOpportunityRow *row = dossier->opportunity;
  const gint64 deadline = 5 + below (self, 60);
  const gint64 start = deadline + 3 + below (self, 30);

  row->posted_on = date_after (self, -(gint64) below (self, 14));
  if (once_in (self, 6))
    row->apply_window = g_strdup (once_in (self, 2) ? "rolling" : "unknown");
  else
    {
      row->apply_window = g_strdup ("date");
      row->apply_by = date_after (self, deadline);
    }
  if (!once_in (self, 4))
    {
      row->start_on = date_after (self, start);
      row->end_on = date_after (self, start + 7 + below (self, 42));
    }
}

static void
add_children (FootholdGenerator *self,
              const FootholdGenerateLand *land,
              const FootholdGenerateWork *work,
              FootholdDossier *dossier)
{
  const guint n_skills = g_strv_length ((char **) work->skills);
  const guint first = below (self, n_skills);
  const guint n_wanted = 1 + below (self, n_skills);
  const guint n_deliverables = below (self, 3);

  for (guint i = 0; i < n_wanted; i++)
    foothold_dossier_add_skill (dossier, work->skills[(first + i) % n_skills]);
  for (guint i = 0; i < n_deliverables; i++)
    {
      const guint n = g_strv_length ((char **) land->deliverables);

      foothold_dossier_add_deliverable (dossier, land->deliverables[(first + i) % n], NULL,
                                        dossier->opportunity->end_on);
    }
}

static void
give_ids (FootholdGenerator *self, FootholdDossier *dossier)
{
  GPtrArray *const children[] = { dossier->deliverables, dossier->facts, dossier->history };

  dossier->opportunity->row.id = foothold_id_source_next (&self->ids);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    for (guint j = 0; j < children[i]->len; j++)
      ((FootholdRow *) g_ptr_array_index (children[i], j))->id = foothold_id_source_next (&self->ids);
}

static const char *
pick_state (FootholdGenerator *self)
{
  static const char *const states[] = { "spotted", "spotted",    "spotted",    "spotted",     "spotted",  "spotted",
                                        "spotted", "evaluating", "evaluating", "shortlisted", "applying", "dropped" };

  return states[below (self, G_N_ELEMENTS (states))];
}

FootholdDossier *
foothold_generator_next (FootholdGenerator *self)
{
  static const char *const sources[] = { "portal", "company", "university", "event", "contact", "mail", NULL };
  FootholdDossier *dossier = foothold_dossier_new ();
  FootholdOpportunityRow *row = dossier->opportunity;
  const FootholdGenerateLand *land;
  const FootholdGenerateWork *work;
  const char *topic, *city;

  begin (self);
  self->land = below (self, foothold_generate_n_lands);
  land = &foothold_generate_lands[self->land];
  work = &foothold_generate_works[below (self, foothold_generate_n_works)];
  topic = self->topic = pick (self, foothold_generate_topics);
  city = pick (self, land->cities);

  row->organisation = g_strdup_printf ("%s %s", pick (self, land->hosts), pick (self, land->forms));
  row->title = foothold_generate_fill (work->titles[self->land], topic, row->organisation, city);
  row->description = make_description (self, land, topic, row->organisation, city);
  g_set_str (&row->origin, "found");
  g_set_str (&row->kind, once_in (self, 12) ? "course-project" : once_in (self, 12) ? "freelance" : "micro-internship");
  g_set_str (&row->state, pick_state (self));
  g_set_str (&row->fact_source, once_in (self, 5) ? "mail" : "page");
  row->created_at = self->now;
  row->starred = once_in (self, 9);
  row->area = g_strdup (work->area);
  row->industry = once_in (self, 4) ? NULL : g_strdup (work->industry);
  row->source = g_strdup (pick (self, sources));
  row->url = g_strdup_printf ("https://jobs.example/%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, self->seed, self->n);
  row->country = g_strdup (land->country);
  row->location = g_strdup (city);
  row->language = once_in (self, 3) ? g_strdup (land->language) : NULL;
  if (!once_in (self, 8))
    row->work_mode = g_strdup (once_in (self, 4) ? "hybrid" : once_in (self, 4) ? "on-site" : "remote");
  if (!once_in (self, 7))
    {
      row->minutes_min = 60 * (5 + below (self, 36));
      if (once_in (self, 3))
        row->minutes_max = row->minutes_min + 60 * (2 + below (self, 12));
    }
  if (once_in (self, 5))
    row->supervisor = g_strdup (pick (self, land->names));
  add_dates (self, dossier);
  add_pay (self, land, dossier);
  add_children (self, land, work, dossier);
  give_ids (self, dossier);

  return dossier;
}
