// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-interview-store"

#include "store/foothold-interview-store.h"

#include <glib/gi18n-lib.h>

#include "store/foothold-application-dossier.h"
#include "store/foothold-fold.h"
#include "store/foothold-id.h"
#include "store/foothold-row-sql.h"
#include "store/foothold-store-rows.h"

#define DONE(id) GSIZE_TO_POINTER ((gsize) (id))

void
foothold_preparation_free (FootholdPreparation *self)
{
  g_clear_pointer (&self->dossier, foothold_application_dossier_unref);
  g_clear_pointer (&self->appraisal, foothold_appraisal_free);
  g_clear_pointer (&self->rules, foothold_rule_file_free);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  g_clear_pointer (&self->host_questions, g_ptr_array_unref);
  g_free (self);
}

static void
preparation_free (gpointer data)
{
  foothold_preparation_free (data);
}

/* ---- loading ---- */

static const FootholdStoryRow *
story_of (const FootholdPreparation *self, GPtrArray *rows, const char *key)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FootholdInterviewStoryRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; g_str_equal (row->question, key) && k < self->stories->len; k++)
        if (((FootholdStoryRow *) g_ptr_array_index (self->stories, k))->row.id == row->story)
          return g_ptr_array_index (self->stories, k);
    }

  return NULL;
}

const FootholdStoryRow *
foothold_preparation_find_story (const FootholdPreparation *self, const char *key)
{
  return story_of (self, self->chosen, key);
}

const FootholdStoryRow *
foothold_preparation_offer_story (const FootholdPreparation *self, const char *key, const char *skill)
{
  const FootholdStoryRow *story = story_of (self, self->elsewhere, key);
  g_autofree char *wanted = skill != NULL ? foothold_fold_name (skill) : NULL;

  for (guint i = 0; story == NULL && wanted != NULL && i < self->stories->len; i++)
    {
      const FootholdStoryRow *candidate = g_ptr_array_index (self->stories, i);
      g_autofree char *folded = candidate->skill != NULL ? foothold_fold_name (candidate->skill) : NULL;

      if (g_strcmp0 (folded, wanted) == 0)
        story = candidate;
    }

  return story;
}

static gboolean
load_elsewhere (FootholdDb *db, gint64 application, FootholdPreparation *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "SELECT id FROM interview_story WHERE application <> :id ORDER BY id DESC");

  foothold_stmt_bind_int (stmt, "id", application);
  while (foothold_stmt_next (stmt))
    {
      const gint64 id = foothold_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (!foothold_stmt_finish (stmt, error))
    return FALSE;

  self->elsewhere = foothold_row_load_in_order (db, &foothold_interview_story_row_type, ids, error);
  return self->elsewhere != NULL;
}

static gboolean
load_owned (FootholdDb *db, const FootholdRowType *type, gint64 id, GPtrArray **rows, GError **error)
{
  *rows = foothold_row_load_owned (db, type, "application", id, error);
  return *rows != NULL;
}

/* Reader thread. */
static gpointer
load (FootholdDb *db, gpointer data, GError **error)
{
  const gint64 id = *(const gint64 *) data;
  g_autoptr (FootholdPreparation) self = g_new0 (FootholdPreparation, 1);

  self->dossier = foothold_application_dossier_load (db, id, error);
  if (self->dossier == NULL)
    return NULL;
  self->appraisal = foothold_appraisal_load (db, self->dossier->application->opportunity, error);
  if (self->appraisal == NULL)
    return NULL;
  self->rules = foothold_rule_file_find ("interview", NULL, NULL, error);
  if (self->rules == NULL)
    return NULL;
  self->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->dossier->skills->len; i++)
    g_ptr_array_add (self->folded,
                     foothold_fold_name (((FootholdSkillRow *) g_ptr_array_index (self->dossier->skills, i))->name));
  self->stories = foothold_row_load_all (db, &foothold_story_row_type, error);
  if (self->stories == NULL || !load_elsewhere (db, id, self, error)
      || !load_owned (db, &foothold_interview_story_row_type, id, &self->chosen, error)
      || !load_owned (db, &foothold_host_question_row_type, id, &self->host_questions, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
foothold_preparation_load_async (FootholdStore *store,
                                 gint64 application,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, foothold_preparation_load_async);
  g_task_set_task_data (task, g_memdup2 (&application, sizeof application), g_free);
  foothold_store_push_read (store, task, load, preparation_free);
}

FootholdPreparation *
foothold_preparation_load_finish (FootholdStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- stories ---- */

typedef struct
{
  gint64 application, story;
  char *key, *text;
  FootholdRow *before, *after;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *self = data;

  g_free (self->key);
  g_free (self->text);
  g_clear_pointer (&self->before, foothold_row_unref);
  g_clear_pointer (&self->after, foothold_row_unref);
  g_free (self);
}

static Telling *
telling_new (gint64 application, const char *key, const char *text)
{
  Telling *self = g_new0 (Telling, 1);

  self->application = application;
  self->key = g_strdup (key);
  self->text = g_strdup (text);
  return self;
}

/* One story a question. */
static gboolean
choose_story (FootholdDb *db, const Telling *self, gint64 story, GError **error)
{
  g_autoptr (FootholdStmt) stmt =
    foothold_db_stmt (db, "DELETE FROM interview_story WHERE application = :application AND question = :question");
  g_autoptr (FootholdRow) made = foothold_row_new (&foothold_interview_story_row_type);
  FootholdInterviewStoryRow *row = (gpointer) made;

  foothold_stmt_bind_int (stmt, "application", self->application);
  foothold_stmt_bind_text (stmt, "question", self->key);
  row->application = self->application;
  row->story = story;
  g_set_str (&row->question, self->key);
  g_set_str (&row->text, self->text);
  return foothold_stmt_exec (stmt, error) && (story == 0 || foothold_row_insert (db, made, foothold_id_next (), error));
}

static gboolean
is_told (FootholdDb *db, const Telling *self, gint64 story, gboolean *told, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "SELECT 1 FROM interview_story WHERE application = :application"
                                                        " AND question = :question AND story = :story");

  foothold_stmt_bind_int (stmt, "application", self->application);
  foothold_stmt_bind_text (stmt, "question", self->key);
  foothold_stmt_bind_int (stmt, "story", story);
  *told = foothold_stmt_next (stmt);
  return foothold_stmt_finish (stmt, error);
}

static gpointer
save_story (FootholdDb *db, gpointer data, GError **error)
{
  const Telling *self = data;
  const gint64 story = foothold_row_save (db, self->before, self->after, error);
  gboolean told;

  if (story == 0 || !is_told (db, self, story, &told, error))
    return NULL;
  return told || choose_story (db, self, story, error) ? DONE (story) : NULL;
}

void
foothold_story_save_async (FootholdStore *store,
                           gint64 application,
                           const char *key,
                           const char *text,
                           gpointer before,
                           gpointer after,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Telling *data = telling_new (application, key, text);

  data->before = before != NULL ? foothold_row_ref (before) : NULL;
  data->after = foothold_row_ref (after);
  foothold_store_write_async (store, before != NULL ? _ ("Edit Story") : _ ("Write Story"), save_story, data,
                              telling_free, cancellable, callback, user_data);
}

static gpointer
choose (FootholdDb *db, gpointer data, GError **error)
{
  const Telling *self = data;

  return choose_story (db, self, self->story, error) ? DONE (MAX (1, self->story)) : NULL;
}

void
foothold_story_choose_async (FootholdStore *store,
                             gint64 application,
                             const char *key,
                             const char *text,
                             gint64 story,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Telling *data = telling_new (application, key, text);

  data->story = story;
  foothold_store_write_async (store, story != 0 ? _ ("Use Story") : _ ("Take Story Off"), choose, data, telling_free,
                              cancellable, callback, user_data);
}

gboolean
foothold_story_delete (FootholdDb *db, gint64 id, GError **error)
{
  g_autoptr (FootholdStmt) stmt = foothold_db_stmt (db, "DELETE FROM interview_story WHERE story = :id");

  foothold_stmt_bind_int (stmt, "id", id);
  return foothold_stmt_exec (stmt, error) && foothold_row_delete (db, &foothold_story_row_type, id, error);
}

/* ---- interviews and who takes part ---- */

typedef struct
{
  FootholdRow *before, *after;
  GPtrArray *people;
} Meeting;

static void
meeting_free (gpointer data)
{
  Meeting *self = data;

  g_clear_pointer (&self->before, foothold_row_unref);
  foothold_row_unref (self->after);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Who takes part by now stays, so that only what differs is written. */
static gboolean
set_people (FootholdDb *db, gint64 interview, GArray *wanted, GError **error)
{
  g_autoptr (GPtrArray) links =
    foothold_row_load_owned (db, &foothold_person_link_row_type, "interview", interview, error);
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const FootholdPersonLinkRow *link = g_ptr_array_index (links, i);

      if (has_id (wanted, link->person) && !has_id (there, link->person))
        g_array_append_val (there, link->person);
      else if (!foothold_row_delete (db, &foothold_person_link_row_type, link->row.id, error))
        return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (FootholdRow) made = foothold_row_new (&foothold_person_link_row_type);
      FootholdPersonLinkRow *row = (gpointer) made;

      row->person = g_array_index (wanted, gint64, i);
      row->interview = interview;
      if (has_id (there, row->person))
        continue;
      g_array_append_val (there, row->person);
      if (!foothold_row_insert (db, made, foothold_id_next (), error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
save_interview (FootholdDb *db, gpointer data, GError **error)
{
  const Meeting *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 interview = foothold_row_save (db, self->before, self->after, error);
  const gint64 application = ((const FootholdInterviewRow *) self->after)->application;

  if (interview == 0)
    return NULL;
  for (guint i = 0; i < self->people->len; i++)
    {
      const FootholdPersonRow *row = g_ptr_array_index (self->people, i);
      const gint64 person =
        row->row.id != 0 ? row->row.id : foothold_application_resolve_person (db, application, row->name, error);

      if (person == 0)
        return NULL;
      g_array_append_val (ids, person);
    }

  return set_people (db, interview, ids, error) ? DONE (interview) : NULL;
}

void
foothold_interview_save_async (FootholdStore *store,
                               const char *label,
                               gpointer before,
                               gpointer after,
                               GPtrArray *people,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Meeting *data = g_new0 (Meeting, 1);

  data->before = before != NULL ? foothold_row_ref (before) : NULL;
  data->after = foothold_row_ref (after);
  data->people = g_ptr_array_ref (people);
  foothold_store_write_async (store, label, save_interview, data, meeting_free, cancellable, callback, user_data);
}
