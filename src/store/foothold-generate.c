/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts the words together. Every choice comes from one sequence of numbers that
 * begins anew for each opportunity, so that row 1000 is the same whether 1000 or a
 * million are asked for.
 */

#define G_LOG_DOMAIN "foothold-generate"

#include "store/foothold-generate.h"

#include <string.h>

#include "sqlite/foothold-digest.h"
#include "store/foothold-changes.h"
#include "store/foothold-fold.h"
#include "store/foothold-generate-words.h"
#include "store/foothold-guard.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-search.h"
#include "store/foothold-store-private.h"

#define SLICE_ROWS 500
#define JOB_ROWS 5000 /* about half a second */
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MS_PER_DAY (1440 * MS_PER_MINUTE)
/* 2026-08-01T06:00:00Z: the first is found here, the others a minute apart. */
#define FIRST_INSTANT G_GINT64_CONSTANT (1785564000000)
#define MIN_TEXT 300
#define MAX_TEXT 1400

struct _FootholdGenerator
{
  guint64 seed;
  guint64 n; /* of the next opportunity, from 0 */
  guint64 state; /* of the choices */
  gint64 now; /* UTC milliseconds: when the current one was found */
  FootholdIdSource ids;
};

/* splitmix64, as the ids use it. */
static guint64
mix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
below (FootholdGenerator *self, guint n)
{
  return (guint) (mix (&self->state) % n);
}

/* True once in @n times on average. */
static gboolean
once_in (FootholdGenerator *self, guint n)
{
  return below (self, n) == 0;
}

static const char *
pick (FootholdGenerator *self, const char *const *words)
{
  return words[below (self, g_strv_length ((char **) words))];
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

/* Each opportunity has choices and ids of its own. */
static void
begin (FootholdGenerator *self)
{
  guint64 start = self->seed ^ (self->n * G_GUINT64_CONSTANT (0xd1342543de82ef95));

  self->state = mix (&start);
  self->now = FIRST_INSTANT + (gint64) self->n * MS_PER_MINUTE;
  foothold_id_source_init (&self->ids, mix (&start), clock_func, self);
  self->n++;
}

static char *
fill (const char *sentence, const char *topic, const char *host, const char *city)
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
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc ((self->now + days * MS_PER_DAY) / 1000);

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
      g_autofree char *sentence = fill (land->sentences[i == 0 ? 0 : at], side, host, city);

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
  land = &foothold_generate_lands[below (self, foothold_generate_n_lands)];
  work = &foothold_generate_works[below (self, foothold_generate_n_works)];
  topic = pick (self, foothold_generate_topics);
  city = pick (self, land->cities);

  row->organisation = g_strdup_printf ("%s %s", pick (self, land->hosts), pick (self, land->forms));
  row->title = fill (work->titles[land - foothold_generate_lands], topic, row->organisation, city);
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

/* ---- Writing ---- */

typedef struct
{
  GHashTable *names; /* "table\nfolded name" → gint64 * */
  FootholdGenerator *generator;
  guint64 seed;
  guint64 n_slice;
  guint64 n_written;
} Writing;

/* Names get ids from what they say and the seed, so that these too are the same everywhere. */
static gint64
id_of_name (guint64 seed, const char *key)
{
  g_autofree char *digest = foothold_digest_of (key, strlen (key));
  gint64 random;

  digest[12] = '\0'; /* 48 bits are enough */
  random = (gint64) (g_ascii_strtoull (digest, NULL, 16) ^ (seed & 0xffff));

  /* In the years before the first opportunity: 2020 to mid-2025 in the bits that tell the time. */
  return (random % ((FIRST_INSTANT - FOOTHOLD_ID_EPOCH_MS) - 400 * MS_PER_DAY) << 22) | (random & 0x3fffff) | 1;
}

static gboolean
find_name (FootholdDb *db, const FootholdRowType *type, const char *folded, gint64 *id, GError **error)
{
  const char *sql =
    type == &foothold_organisation_row_type ? "SELECT id FROM organisation WHERE folded = :folded ORDER BY id LIMIT 1"
    : type == &foothold_person_row_type     ? "SELECT id FROM person WHERE folded = :folded ORDER BY id LIMIT 1"
                                            : "SELECT id FROM skill WHERE folded = :folded";
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, sql);

  *id = 0;
  foothold_stmt_bind_text (stmt, "folded", folded);
  if (foothold_stmt_next (stmt))
    *id = foothold_stmt_int (stmt, 0);
  return foothold_stmt_finish (stmt, error);
}

/* The row called @name, found or made; 0 on error. */
static gint64
resolve_name (Writing *self, FootholdDb *db, const FootholdRowType *type, const char *name, GError **error)
{
  g_autofree char *folded = foothold_fold_name (name);
  g_autofree char *key = g_strdup_printf ("%s\n%s", type->table, folded);
  gint64 *known = g_hash_table_lookup (self->names, key);
  gint64 id;

  if (known != NULL)
    return *known;
  if (!find_name (db, type, folded, &id, error))
    return 0;
  if (id == 0)
    {
      g_autoptr (FootholdRow) row = foothold_row_new (type);

      id = id_of_name (self->seed, key);
      foothold_row_set_text (row, foothold_row_type_find (type, "name"), name);
      if (!foothold_row_insert (db, row, id, error))
        return 0;
    }

  g_hash_table_insert (self->names, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return id;
}

static gboolean
exists (FootholdDb *db, gint64 id, gboolean *is_there, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT 1 FROM opportunity WHERE id = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  *is_there = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gboolean
insert_skills (Writing *self, FootholdDb *db, const FootholdDossier *dossier, GError **error)
{
  for (guint i = 0; i < dossier->skills->len; i++)
    {
      const gint64 skill =
        resolve_name (self, db, &foothold_skill_row_type, g_ptr_array_index (dossier->skills, i), error);
      g_autoptr (FootholdStmt) stmt = NULL;

      if (skill == 0)
        return FALSE;
      stmt = foothold_db_stmt (db, "INSERT INTO opportunity_skill (id, opportunity, position, skill) VALUES (:id, "
                                   ":opportunity, :position, :skill)");
      foothold_stmt_bind_int (stmt, "id", foothold_id_source_next (&self->generator->ids));
      foothold_stmt_bind_int (stmt, "opportunity", dossier->opportunity->row.id);
      foothold_stmt_bind_int (stmt, "position", i);
      foothold_stmt_bind_int (stmt, "skill", skill);
      if (!foothold_stmt_exec (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_children (FootholdDb *db, GPtrArray *rows, gint64 opportunity, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FootholdRow *row = g_ptr_array_index (rows, i);
      const FootholdField *position = foothold_row_type_find (row->type, "position");

      foothold_row_set_int (row, foothold_row_type_find (row->type, "opportunity"), opportunity);
      if (position != NULL)
        foothold_row_set_int (row, position, i);
      if (!foothold_row_insert (db, row, row->id, error))
        return FALSE;
    }

  return TRUE;
}

/* How it came into its state, as if someone had moved it there. */
static gboolean
insert_history (Writing *self, FootholdDb *db, const FootholdOpportunityRow *opportunity, GError **error)
{
  g_autoptr (FootholdRow) row = NULL;
  FootholdHistoryRow *history;

  if (g_str_equal (opportunity->state, "spotted"))
    return TRUE;

  row = foothold_row_new (&foothold_history_row_type);
  history = (FootholdHistoryRow *) row;
  history->seq = 1;
  history->opportunity = opportunity->row.id;
  history->at = opportunity->created_at + 3 * 60 * MS_PER_MINUTE;
  history->actor = g_strdup ("me");
  history->from_state = g_strdup ("spotted");
  history->to_state = g_strdup (opportunity->state);
  return foothold_row_insert (db, row, foothold_id_source_next (&self->generator->ids), error);
}

static gboolean
insert_dossier (Writing *self, FootholdDb *db, FootholdDossier *dossier, GError **error)
{
  FootholdOpportunityRow *row = dossier->opportunity;

  row->organisation_id = resolve_name (self, db, &foothold_organisation_row_type, row->organisation, error);
  if (row->organisation_id == 0)
    return FALSE;
  if (row->supervisor != NULL)
    {
      row->supervisor_id = resolve_name (self, db, &foothold_person_row_type, row->supervisor, error);
      if (row->supervisor_id == 0)
        return FALSE;
    }

  return foothold_row_insert (db, &row->row, row->row.id, error)
         && insert_children (db, dossier->deliverables, row->row.id, error)
         && insert_children (db, dossier->facts, row->row.id, error) && insert_skills (self, db, dossier, error)
         && insert_history (self, db, row, error);
}

static gboolean
write_slice (FootholdDb *db, gpointer data, GError **error)
{
  Writing *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint64 i = 0; i < self->n_slice; i++)
    {
      g_autoptr (FootholdDossier) dossier = foothold_generator_next (self->generator);
      const gint64 id = dossier->opportunity->row.id;
      gboolean is_there;

      if (!exists (db, id, &is_there, error))
        return FALSE;
      if (is_there)
        continue;
      if (!insert_dossier (self, db, dossier, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  if (ids->len > 0 && !foothold_search_insert (db, ids, error))
    return FALSE;

  self->n_written += ids->len;
  return TRUE;
}

static gboolean
write_slices (Writing *self, FootholdDb *db, guint64 n_rows, GCancellable *cancellable, GError **error)
{
  for (guint64 done = 0; done < n_rows; done += self->n_slice)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->n_slice = MIN (SLICE_ROWS, n_rows - done);
      if (!foothold_db_write (db, write_slice, self, error))
        return FALSE;
    }

  return TRUE;
}

gint64
foothold_generate (FootholdDb *db,
                   guint64 first,
                   guint64 n_rows,
                   guint64 seed,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (FootholdGenerator) generator = foothold_generator_new (seed);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writing writing = { .names = names, .generator = generator, .seed = seed };
  gboolean ok;

  generator->n = first;
  /* The triggers would index each row by itself, four times slower. */
  if (!foothold_db_set_triggers (db, FALSE, error))
    return -1;
  ok = foothold_search_begin_bulk (db, error) && write_slices (&writing, db, n_rows, cancellable, error);
  ok = foothold_search_end_bulk (db, ok ? error : NULL) && ok;
  ok = foothold_db_set_triggers (db, TRUE, ok ? error : NULL) && ok;

  return ok ? (gint64) writing.n_written : -1;
}

/* ---- Through the store ---- */

typedef struct
{
  guint64 n_rows;
  guint64 seed;
  guint64 done; /* as far as jobs have gone */
  guint64 n_job; /* rows of the job that is running */
  gint64 n_written;
  FootholdGenerateProgress progress;
  gpointer progress_data;
} StoreJob;

static void push_job (GTask *task);

/* Writer thread. */
static gpointer
run_job (FootholdDb *db, gpointer data, GError **error)
{
  StoreJob *job = g_task_get_task_data (data);
  g_autoptr (FootholdWriteResult) result = foothold_write_result_new ();

  if (!foothold_guard_before_write (db, NULL, error))
    return NULL;
  result->id = foothold_generate (db, job->done, job->n_job, job->seed, g_task_get_cancellable (data), error);
  if (result->id < 0)
    return NULL;

  result->changes = foothold_changes_new ();
  if (result->id > 0)
    foothold_changes_add_table (result->changes, NULL);
  return foothold_write_result_finish (result, db, error) ? g_steal_pointer (&result) : NULL;
}

static void
job_done_cb (GObject *object, GAsyncResult *res, gpointer user_data)
{
  FootholdStore *self = FOOTHOLD_STORE (object);
  g_autoptr (GTask) task = user_data;
  StoreJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const gint64 n = foothold_store_write_finish (self, res, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job->n_written += n;
  job->done += job->n_job;
  if (job->progress != NULL)
    job->progress (job->done, job->n_rows, job->progress_data);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->done < job->n_rows)
    push_job (task);
  else
    g_task_return_int (task, (gssize) job->n_written);
}

static void
push_job (GTask *task)
{
  StoreJob *job = g_task_get_task_data (task);
  GTask *write =
    g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), job_done_cb, g_object_ref (task));

  g_task_set_source_tag (write, push_job);
  job->n_job = MIN (JOB_ROWS, job->n_rows - job->done);
  foothold_store_push_write (g_task_get_source_object (task), write, FALSE, run_job, g_object_ref (task),
                             g_object_unref);
}

void
foothold_store_generate_async (FootholdStore *self,
                               guint64 n_rows,
                               guint64 seed,
                               FootholdGenerateProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  StoreJob *job = g_new0 (StoreJob, 1);

  g_return_if_fail (n_rows <= FOOTHOLD_GENERATE_MAX_ROWS);

  g_task_set_source_tag (task, foothold_store_generate_async);
  *job = (StoreJob) { .n_rows = n_rows, .seed = seed, .progress = progress, .progress_data = progress_data };
  g_task_set_task_data (task, job, g_free);
  if (n_rows == 0)
    g_task_return_int (task, 0);
  else
    push_job (task);
}

gint64
foothold_store_generate_finish (FootholdStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
